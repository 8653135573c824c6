"""The parts that most pages have as HTML.

A template engine takes several times as long for the many small texts of a page. End tags and
quotation marks that HTML does not need are left out (HTML standard, 13.1.2.3 and 13.1.2.4).
"""

from collections.abc import Iterable, Sequence

from markupsafe import Markup

from callsheet import lazy_re as re
from callsheet.memo import cached
from callsheet.model import Operation
from callsheet.render.page import Heading, PageContext, PageLink
from callsheet.render.phrases import html_phrase, marked
from callsheet.render.views import (
    FactView,
    HeadingView,
    NameView,
    RouteStep,
    RowsView,
    RowView,
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
    """Return code; browsers divide names after hyphens, also where they fit in a line.

    Like `method_badge`, it is also for templates whose HTML is well-formed XML.
    """
    html = escaped(text)
    if is_whole_word(text):
        html = f'<span class="callsheet-whole">{html}</span>'
    return Markup(html)  # noqa: S704 - all texts are escaped


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
        [
            f"<li><a href={attribute('#' + each.id)}>{escaped(each.title)}</a></li>"
            for each in headings
        ]
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


def code_list(words: Iterable[str]) -> str:
    """Return words in code as a list."""
    items = "".join([f"<li><code>{escaped(word)}</code></li>" for word in words])
    return f"<ul class=callsheet-codes>{items}</ul>"


def code(highlighted: str, title: str = "") -> Markup:
    """Return a block of code, given as HTML; one that folds has a place for buttons."""
    html = f"<pre><code>{highlighted}</code></pre>"
    if "<details" in highlighted:
        html = f'<div class="callsheet-json no-copy"><p class="callsheet-file"></p>{html}</div>'
    if title:
        html = f'<p class="callsheet-example-name">{escaped(title)}</p>{html}'
    return Markup(html)  # noqa: S704 - all texts are escaped


def status_html(name: str) -> str:
    """Return a status in the colour of its class."""
    kind = f"{name[0]}xx" if name[0].isdigit() else name
    return f'<span class="callsheet-status callsheet-status--{kind}">{escaped(name)}</span>'


def answers(anchor: str, found: Iterable[tuple[int, str, str]]) -> str:
    """Return several sample responses, of which a reader sees one at a time.

    Args:
        anchor: What the ids of its elements begin with.
        found: Status, name where another one has the same status, and message, as HTML.
    """
    html = [
        f"<div class=callsheet-variants role=group aria-labelledby={anchor}>"
        f"<p class=callsheet-choice id={anchor}>{html_phrase('Response')}</p>"
    ]
    for number, (status, name, message) in enumerate(found, 1):
        own, checked = f"{anchor}.{number}", " checked" if number == 1 else ""
        label = f"{status_html(str(status))} {escaped(name)}".rstrip()
        html.append(
            f"<input{checked} id={own} name={anchor} type=radio>"
            f"<label for={own} id={own}.label>{label}</label>"
            f"<div class=callsheet-variant role=group aria-labelledby={own}.label>{message}</div>"
        )
    return f"{''.join(html)}</div>"


def raw_body(media_types: Iterable[str]) -> str:
    """Return what a page says of a request body that is a file's raw bytes."""
    found = code_list(media_types) if media_types else ""
    said = (
        html_phrase("the body is the file itself, in one of these media types:")
        if found
        else html_phrase("the body is the file itself.")
    )
    title = html_phrase("Raw bytes")
    return f"<div class=callsheet-raw-body><p><strong>{title}</strong>: {said}</p>{found}</div>"


def body_mark(*, required: bool) -> str:
    """Return a mark that says whether the request body is required."""
    word = html_phrase("required") if required else html_phrase("optional")
    kind = "required" if required else "mark"
    return f"<p class=callsheet-body-mark><span class=callsheet-{kind}>{word}</span></p>"


def no_body() -> str:
    """Return what a page says of a response without a body."""
    return f"<p class=callsheet-no-body>{html_phrase('The response has no body.')}</p>"


def body_type(name: NameView) -> str:
    """Return the type of a response body without properties."""
    return f"<p class=callsheet-body-type>{html_phrase('Response body')}: {_name(name)}</p>"


def statuses(found: Iterable[tuple[str, str, str]]) -> str:
    """Return the table of statuses: the id of a row, a status, and its description as HTML."""
    rows = "".join(
        f"<tr id={anchor}><td><b>{status_html(name)}</b></td><td>{about}</td></tr>"
        for anchor, name, about in found
    )
    return _whole_table("", (html_phrase("Status"), html_phrase("Description")), rows)


def rows_html(view: RowsView) -> str:
    """Return a table, and below it the rows that most pages have, folded or left out."""
    html = _table(view, view.rows) if view.rows else ""
    if not view.folded:
        return html
    usual, names = html_phrase("Usual headers"), ", ".join([escaped(r.name) for r in view.folded])
    title, data, folded = usual if html else html_phrase("Headers"), "", ""
    if page := view.elsewhere:
        data = f" data-headers={attribute(page.label)}"
        folded = f"<p><a href={attribute(page.url)}>{usual}</a></p>"
    else:
        folded = _table(view, view.folded)
    summary = f"<summary>{title}: {names}</summary>"
    return f"{html}<details class=callsheet-usual{data}>{summary}{folded}</details>"


def _table(view: RowsView, rows: Sequence[RowView]) -> str:
    typed, located, repeats = view.typed, view.located, view.repeated
    html = "".join([_row(row, typed=typed, located=located, repeats=repeats) for row in rows])
    heads = [html_phrase("Name"), html_phrase("Description")]
    if typed:
        heads.insert(1, html_phrase("Type"))
    if located:
        heads.insert(1, html_phrase("In"))
    html = _whole_table(view.label, heads, html)
    if view.has_tools(rows):
        html = f"<div class=callsheet-tools></div>{html}"
    if repeats:
        one = marked("1 property that is the same in the request body is not printed again.")
        said = marked("{0} properties that are the same in the request body are not printed again.")
        said = html_phrase(one) if repeats == 1 else html_phrase(said, repeats)
        html = f"<p class=callsheet-repeats data-search-exclude>{said}</p>{html}"
    return html


def _whole_table(label: str, heads: Iterable[str], rows: str) -> str:
    named = f" aria-label={attribute(label)}" if label else ""
    head = "".join([f"<th>{each}</th>" for each in heads])
    head = f"<thead><tr>{head}</tr></thead>"
    return f"<table class=callsheet-table{named}>{head}<tbody>{rows}</tbody></table>"


def _row(row: RowView, *, typed: bool, located: bool, repeats: int) -> str:
    name, marks, kind = row.id, "", ""
    if row.deprecated:
        marks = f' <span class="callsheet-mark callsheet-old">{html_phrase("deprecated")}</span>'
        kind = " class=callsheet-deprecated"
    if row.required:
        marks = f" <span class=callsheet-required>{html_phrase('required')}</span>{marks}"
    repeated = " class=callsheet-repeated" if repeats and row.repeated else ""
    place = f"<td>{html_phrase(row.location)}</td>" if located else ""
    return (
        f"<tr id={name}{repeated}><td><b{kind}>{escaped(row.name)}</b>{marks}</td>"
        f"{place}{_type(row) if typed else ''}<td>{row.about}</td></tr>"
    )


def _type(row: RowView) -> str:
    if row.type is None:
        return "<td></td>"
    if row.type.values:
        return f"<td>{html_phrase('Enum')}{code_list(row.type.values)}</td>"
    return f"<td>{_name(NameView(row.type.written, row.type_url))}</td>"


def facts(views: Iterable[FactView]) -> Markup:
    """Return a list of facts."""
    return Markup(f"<ul class=callsheet-facts>{''.join(map(_fact, views))}</ul>")  # noqa: S704


def _fact(fact: FactView) -> str:
    text = f" {escaped(fact.text)}" if fact.text else ""
    codes = "".join([f" {_name(code)}" for code in fact.codes])
    meanings = "".join(
        [
            f"<dt><code>{escaped(value)}</code></dt><dd>{escaped(text)}</dd>"
            for value, text in fact.described
        ]
    )
    meanings = f"<dl>{meanings}</dl>" if meanings else ""
    return f"<li><span>{escaped(fact.label)}</span>{text}{codes}{meanings}</li>"
