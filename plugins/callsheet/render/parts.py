"""The parts that most pages have as HTML; rarer ones are macros of `parts.html`.

A template engine takes several times as long for the many small texts of a table.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from markupsafe import Markup

from callsheet.render.phrases import html_phrase
from callsheet.render.views import (
    CodeView,
    FactView,
    HeadingView,
    NameView,
    NestedView,
    RowsView,
    RowView,
    StatusesView,
)

_CODE = "<pre><code>{}</code></pre>\n"


def escaped(text: str) -> str:
    """Return a text as HTML, also for quoted attributes; `Markup` stays as it is."""
    if isinstance(text, Markup):
        return text
    text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return text.replace('"', "&#34;")


def heading(view: HeadingView) -> str:
    """Return a heading, and the words in code next to it."""
    codes = "".join([f" {_name(code)}" for code in view.codes])
    return f'<h{view.level} id="{view.id}">{_permalink(view)}{codes}</h{view.level}>\n'


def _permalink(view: HeadingView) -> str:
    """Return a title that is a link to itself; one with links of its own has it behind them."""
    title = escaped(view.title)
    if "<a " not in title:
        return f'<a href="#{view.id}" rel="bookmark">{title}</a>'
    word = html_phrase("Permanent link")
    return f'{title}<a class="headerlink" href="#{view.id}" title="{word}">&para;</a>'


def _name(name: NameView) -> str:
    code = f"<code>{escaped(name.text)}</code>"
    return f'<a href="{escaped(name.url)}">{code}</a>' if name.url else code


def _codes(words: Iterable[str]) -> str:
    items = "".join([f"<li><code>{escaped(word)}</code></li>" for word in words])
    return f'<ul class="callsheet-codes">{items}</ul>'


def code(view: CodeView) -> Markup:
    """Return a highlighted block; one that folds has a place for buttons."""
    html = _CODE.format(view.code)
    if view.folds:
        html = (
            f'<div class="callsheet-json no-copy">\n<p class="callsheet-file"></p>\n{html}</div>\n'
        )
    if view.title:
        html = f'<p class="callsheet-example-name">{escaped(view.title)}</p>\n{html}'
    return Markup(html)  # noqa: S704 - all texts are escaped


def statuses(view: StatusesView) -> str:
    """Return the table of statuses."""
    rows = "".join(
        f'<tr id="{row.id}"><td><a href="#{row.id}"><span class="callsheet-status'
        f' callsheet-status--{row.kind}">{escaped(row.code)}</span></a></td>'
        f"<td>{row.description}</td></tr>\n"
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
        html = f'<div class="callsheet-tools"></div>\n{html}'
    if repeats:
        one = "1 property that is the same in the request body is not printed again."
        said = (
            html_phrase(one)
            if repeats == 1
            else html_phrase(
                "{0} properties that are the same in the request body are not printed again.",
                repeats,
            )
        )
        html = f'<p class="callsheet-repeats" data-search-exclude>{said}</p>\n{html}'
    return Markup(html)  # noqa: S704 - as above


def _table(label: str, heads: Iterable[str], rows: str) -> str:
    named = f' aria-label="{escaped(label)}"' if label else ""
    head = "".join([f"<th>{each}</th>" for each in heads])
    return (
        f'<table class="callsheet-table"{named}>\n<thead><tr>{head}</tr></thead>\n'
        f"<tbody>\n{rows}</tbody></table>\n"
    )


def _row(row: RowView, *, typed: bool, located: bool, repeats: int) -> str:
    name, marks, kind = row.id, "", ""
    if row.deprecated:
        marks = f' <span class="callsheet-mark callsheet-old">{html_phrase("deprecated")}</span>'
        kind = ' class="callsheet-deprecated"'
    if row.required:
        marks = f' <span class="callsheet-required">{html_phrase("required")}</span>{marks}'
    repeated = ' class="callsheet-repeated"' if repeats and row.repeated else ""
    place = f"<td>{html_phrase(row.location)}</td>" if located else ""
    about = row.description
    if row.media_types:
        about += _codes(row.media_types)
    if row.facts:
        about += facts(row.facts)
    if row.nested:
        about += _nested(row.nested)
    return (
        f'<tr id="{name}"{repeated}><td><a href="#{name}"{kind}>{escaped(row.name)}</a>{marks}</td>'
        f"{place}{_type(row) if typed else ''}<td>{about}</td></tr>\n"
    )


def _type(row: RowView) -> str:
    if row.type is None:
        return "<td></td>"
    if row.type.values:
        return f"<td>{html_phrase('Enum')}{_codes(row.type.values)}</td>"
    return f"<td>{_name(NameView(row.type.written, row.type_url))}</td>"


def _nested(view: NestedView) -> str:
    items = [
        f"<li><code>{escaped(field.name)}</code> {escaped(field.type)}"
        + (f" <span>{escaped(field.description)}</span>" if field.description else "")
        + "</li>"
        for field in view.fields
    ]
    if more := view.count - len(view.fields):
        items.append(f"<li>{html_phrase('and {0} more', more)}</li>")
    title = html_phrase("Properties of {0}", view.title)
    return (
        '\n<details class="callsheet-nested" data-search-exclude>'
        f"<summary>{title}</summary><ul>{''.join(items)}</ul></details>"
    )


def facts(views: Iterable[FactView]) -> Markup:
    """Return a list of facts."""
    return Markup(f'<ul class="callsheet-facts">{"".join(map(_fact, views))}</ul>')  # noqa: S704


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
