"""The parts that most pages have as HTML; rarer ones are macros of `parts.html`.

A template engine takes several times as long for the many small texts of a page. End tags and
quotation marks that HTML does not need are left out (HTML standard, 13.1.2.3 and 13.1.2.4).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from markupsafe import Markup

from callsheet import lazy_re as re
from callsheet.memo import cached
from callsheet.model import Operation
from callsheet.render.page import Heading, PageContext, PageLink
from callsheet.render.phrases import html_phrase, marked
from callsheet.render.views import (
    CodeView,
    FactView,
    HeadingView,
    NameView,
    NestedView,
    RouteStep,
    RowsView,
    RowView,
    StatusesView,
)

MAX_WHOLE = 24
"""Characters of code that stays in one line though it has hyphens; longer code may not fit."""

_BARE = re.compile(r"[^\s\"'=<>`]+")


def escaped(text: str) -> str:
    """Return a text as HTML, also for quoted attributes; `Markup` stays as it is."""
    if isinstance(text, Markup):
        return text
    text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return text.replace('"', "&#34;")


@cached(4096)
def attribute(value: str) -> str:
    """Return the value of an attribute, in quotation marks where it needs them."""
    return escaped(value) if _BARE.fullmatch(value) else f'"{escaped(value)}"'


def is_whole_word(text: str, most: int = MAX_WHOLE) -> bool:
    """Tell whether code has hyphens, and is short enough to stay in one line."""
    return "-" in text and len(text) <= most and "\n" not in text


def method_badge(method: str) -> Markup:
    """Return the name of a method in its colours."""
    name = f'"callsheet-method callsheet-method--{escaped(method.lower())}"'
    return Markup(f"<span class={name}>{escaped(method)}</span>")  # noqa: S704


def whole(text: str) -> Markup:
    """Return code; browsers divide names after hyphens, also where they fit in a line."""
    html = escaped(text)
    return Markup(f"<span class=callsheet-whole>{html}</span>" if is_whole_word(text) else html)  # noqa: S704


def _nav(kind: str, label: Markup, html: str) -> str:
    return (
        f'<nav class={kind} aria-label="{label}" data-search-exclude>{html}</nav>' if html else ""
    )


def breadcrumbs(links: Iterable[PageLink | None]) -> str:
    """Return links to the pages above; nothing where there are none."""
    html = [f"<a href={attribute(each.url)}>{escaped(each.label)}</a>" for each in links if each]
    return _nav("callsheet-crumbs", html_phrase("Breadcrumbs"), "".join(html))


def route(operation: Operation, steps: Iterable[RouteStep]) -> Markup:
    """Return the method and the route of an operation, which breaks before its slashes."""
    kind = "callsheet-outgoing" if operation.outgoing else "callsheet-route"
    html: list[str] = []
    for step in steps:
        if html and step.text.startswith("/"):
            html.append("<wbr>")
        text = escaped(step.text)
        if step.row:
            html.append(f"<a class=callsheet-parameter href=#{step.row}>{text}</a>")
        elif step.parameter:
            html.append(f"<span class=callsheet-parameter>{text}</span>")
        else:
            html.append(whole(step.text))
    shown = f"{method_badge(operation.method)} <code>{''.join(html)}</code>"
    return Markup(f"<p class={kind}>{shown}</p>")  # noqa: S704 - as above


def contents(headings: Sequence[Heading]) -> str:
    """Return links to the headings of a page; nothing where there is only one."""
    items = "".join(
        [f"<li><a href={attribute('#' + each.id)}>{escaped(each.title)}</a>" for each in headings]
    )
    html = f"<ul>{items}</ul>" if len(headings) > 1 else ""
    return _nav("callsheet-contents", html_phrase("On this page"), html)


def beside(site: PageContext) -> str:
    """Return links to the operations before and after this one; nothing where there are none."""
    found = (
        (site.previous, "prev", html_phrase("Previous")),
        (site.following, "next", html_phrase("Next")),
    )
    html = [
        f"<a href={attribute(link.url)} rel={rel}><span>{word}</span>"
        f" {method_badge(link.method)} {escaped(link.label)}</a>"
        for link, rel, word in found
        if link
    ]
    return _nav("callsheet-turn", html_phrase("Operations of this group"), " ".join(html))


def heading(view: HeadingView) -> str:
    """Return a heading, and the words in code next to it."""
    codes = "".join([f" {_name(code)}" for code in view.codes])
    return f"<h{view.level} id={attribute(view.id)}>{_permalink(view)}{codes}</h{view.level}>"


def _permalink(view: HeadingView) -> str:
    """Return a title that is a link to itself; one with links of its own has it behind them.

    The script makes one that stands alone a link, and the names of rows.
    """
    title, href = escaped(view.title), attribute(f"#{view.id}")
    if "<" not in title and not view.codes:
        return title
    if "<a " not in title:
        return f"<a href={href} rel=bookmark>{title}</a>"
    word = html_phrase("Permanent link")
    return f'{title}<a class=headerlink href={href} title="{word}">&para;</a>'


def _name(name: NameView) -> str:
    code = f"<code>{escaped(name.text)}</code>"
    return f"<a href={attribute(name.url)}>{code}</a>" if name.url else code


def _codes(words: Iterable[str]) -> str:
    items = "".join([f"<li><code>{escaped(word)}</code>" for word in words])
    return f"<ul class=callsheet-codes>{items}</ul>"


def code(view: CodeView) -> Markup:
    """Return a highlighted block; one that folds has a place for buttons."""
    html = f"<pre><code>{view.code}</code></pre>"
    if view.folds:
        html = f'<div class="callsheet-json no-copy"><p class="callsheet-file"></p>{html}</div>'
    if view.title:
        html = f'<p class="callsheet-example-name">{escaped(view.title)}</p>{html}'
    return Markup(html)  # noqa: S704 - all texts are escaped


def statuses(view: StatusesView) -> str:
    """Return the table of statuses."""
    rows = "".join(
        f'<tr id={row.id}><td><b><span class="callsheet-status'
        f' callsheet-status--{row.kind}">{escaped(row.code)}</span></b><td>{row.description}'
        for row in view.rows
    )
    return _table("", (html_phrase("Status"), html_phrase("Description")), rows)


def table(view: RowsView, rows: Sequence[RowView]) -> Markup:
    """Return a table of some of the rows of a view."""
    typed, located, repeats = view.typed, view.located, view.repeated
    html = "".join([_row(row, typed=typed, located=located, repeats=repeats) for row in rows])
    heads = [html_phrase("Name"), html_phrase("Description")]
    if typed:
        heads.insert(1, html_phrase("Type"))
    if located:
        heads.insert(1, html_phrase("In"))
    html = _table(view.label, heads, html)
    if view.has_tools(rows):
        html = f"<div class=callsheet-tools></div>{html}"
    if repeats:
        one = marked("1 property that is the same in the request body is not printed again.")
        said = marked("{0} properties that are the same in the request body are not printed again.")
        said = html_phrase(one) if repeats == 1 else html_phrase(said, repeats)
        html = f"<p class=callsheet-repeats data-search-exclude>{said}</p>{html}"
    return Markup(html)  # noqa: S704 - as above


def _table(label: str, heads: Iterable[str], rows: str) -> str:
    named = f" aria-label={attribute(label)}" if label else ""
    head = "".join([f"<th>{each}" for each in heads])
    return f"<table class=callsheet-table{named}><thead><tr>{head}<tbody>{rows}</table>"


def _row(row: RowView, *, typed: bool, located: bool, repeats: int) -> str:
    name, marks, kind = row.id, "", ""
    if row.deprecated:
        marks = f' <span class="callsheet-mark callsheet-old">{html_phrase("deprecated")}</span>'
        kind = " class=callsheet-deprecated"
    if row.required:
        marks = f" <span class=callsheet-required>{html_phrase('required')}</span>{marks}"
    repeated = " class=callsheet-repeated" if repeats and row.repeated else ""
    place = f"<td>{html_phrase(row.location)}" if located else ""
    about = row.description
    if row.media_types:
        about += _codes(row.media_types)
    if row.facts:
        about += facts(row.facts)
    if row.nested:
        about += _nested(row.nested)
    return (
        f"<tr id={name}{repeated}><td><b{kind}>{escaped(row.name)}</b>{marks}"
        f"{place}{_type(row) if typed else ''}<td>{about}"
    )


def _type(row: RowView) -> str:
    if row.type is None:
        return "<td>"
    if row.type.values:
        return f"<td>{html_phrase('Enum')}{_codes(row.type.values)}"
    return f"<td>{_name(NameView(row.type.written, row.type_url))}"


def _nested(view: NestedView) -> str:
    items = [
        f"<li><code>{escaped(field.name)}</code> {escaped(field.type)}"
        + (f" <span>{escaped(field.description)}</span>" if field.description else "")
        for field in view.fields
    ]
    if more := view.count - len(view.fields):
        items.append(f"<li>{html_phrase('and {0} more', more)}")
    title = html_phrase("Properties of {0}", view.title)
    return (
        f"<details class=callsheet-nested data-search-exclude><summary>{title}</summary>"
        f"<ul>{''.join(items)}</ul></details>"
    )


def facts(views: Iterable[FactView]) -> Markup:
    """Return a list of facts."""
    return Markup(f"<ul class=callsheet-facts>{''.join(map(_fact, views))}</ul>")  # noqa: S704


def _fact(fact: FactView) -> str:
    text = f" {escaped(fact.text)}" if fact.text else ""
    codes = "".join([f" {_name(code)}" for code in fact.codes])
    meanings = "".join(
        [f"<dt><code>{escaped(value)}</code><dd>{escaped(text)}" for value, text in fact.described]
    )
    meanings = f"<dl>{meanings}</dl>" if meanings else ""
    return f"<li><span>{escaped(fact.label)}</span>{text}{codes}{meanings}"
