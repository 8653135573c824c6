"""The rows of tables: parameters, properties, statuses."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from html import unescape

from callsheet import lazy_re as re
from callsheet.model import (
    WHOLE,
    DataType,
    Extras,
    Location,
    Operation,
    Parameter,
    Property,
    SectionKind,
    Status,
    StatusRange,
    remarks,
)
from callsheet.model.rows import outer_rows
from callsheet.render.anchors import Anchors
from callsheet.render.facts import facts_of
from callsheet.render.nested import Nesting
from callsheet.render.page import MarkdownRenderer, PageContext, PageLink
from callsheet.render.parts import code_list, facts, statuses
from callsheet.render.phrases import marked, phrase
from callsheet.render.usual_headers import with_ids
from callsheet.render.views import RowsView, RowView

_PREFIXES = {
    SectionKind.PATH: "path",
    SectionKind.QUERY: "query",
    SectionKind.HEADERS: "header",
    SectionKind.COOKIES: "cookie",
    SectionKind.PARAMETERS: "parameter",
    SectionKind.REQUEST_BODY: "request",
    SectionKind.RESPONSE: "response",
    SectionKind.RESPONSE_BODY: "response",
    SectionKind.RESPONSE_HEADERS: "response-header",
    SectionKind.CALLBACK: "callback",
}
# The word as a statement of its own: not in "whether deprecated ones are listed".
_DEPRECATED = re.compile(
    r"\A\W*(?i:deprecated|obsolete)\b(?!\s+\w)"
    r"|\b(?:Deprecated|DEPRECATED|Obsolete|OBSOLETE)\b\s*[:.,;!(]"
    r"|\b(?:It|This(?:\s\w+)?)\s+is\s+(?:now\s+)?(?:deprecated|obsolete)\b"
)
# Text up to the first backtick, then nothing but code spans with commas between them.
_MEDIA_TYPES = re.compile(r"(?P<lead>[^`]*)`[^`]+`(?:\s*,\s*`[^`]+`)*\s*\.?")


_WHOLE_VALUE = marked("(all of it)")
"""Name of a row about a whole value, for readers."""


class RowBuilder:
    """Builds the tables of one page, whose rows have unique ids."""

    def __init__(
        self, operation: Operation, markdown: MarkdownRenderer, anchors: Anchors, site: PageContext
    ) -> None:
        self._operation = operation
        self._markdown = markdown
        self._anchors = anchors
        self._site = site
        self._nesting = Nesting(site.type_shape)
        self._of_body: dict[str, tuple[RowView, Property]] = {}

    def properties(self, kind: SectionKind, label: str, properties: Iterable[Property]) -> RowsView:
        """Build the table of a section; rows that most pages have are collapsed."""
        usual: list[RowView] = []
        unusual: list[RowView] = []
        listed = tuple(properties)
        # Nested properties follow their row; it expands only where no rows of its own list them.
        outer, owner = outer_rows(listed), self._owner(kind)
        for row in listed:
            view = self._property(kind, owner, row, unfolds=row.name not in outer)
            if kind is SectionKind.REQUEST_BODY:
                self._of_body[row.name] = view, row
            elif kind in {SectionKind.RESPONSE, SectionKind.RESPONSE_BODY}:
                view = replace(view, repeated=True) if self._is_of_body(view, row) else view
            (usual if self._is_usual(row) else unusual).append(view)
        return RowsView(unusual, label, usual, self._elsewhere(kind, listed, usual))

    def _elsewhere(
        self, kind: SectionKind, rows: Iterable[Property], usual: Sequence[RowView]
    ) -> PageLink | None:
        """Return the page that has the usual rows just as this one would show them."""
        shared = tuple((row.name, row.about) for row in rows if self._is_usual(row))
        found = self._site.shared_headers.get(shared) if kind is SectionKind.HEADERS else None
        shown = [(row.id, row.name, unescape(row.about)) for row in usual]
        if found is None or not all(row.is_plain for row in usual) or shown != with_ids(shared):
            return None
        return found

    def _is_of_body(self, view: RowView, row: Property) -> bool:
        """Tell whether a row of a response says the same as one of the request's body.

        The spelling of the type may differ, such as `Integer` and `int32`.
        """
        if (found := self._of_body.get(row.name)) is None:
            return False
        other, sent = found
        return (view.about, row.schema.types) == (other.about, sent.schema.types)

    def _is_usual(self, row: Property) -> bool:
        header = isinstance(row, Parameter) and row.location is Location.HEADER
        return header and not row.required and (row.name, row.about) in self._site.usual_headers

    def statuses(self, found: Iterable[Status | StatusRange]) -> str:
        """Return the table of statuses."""
        return statuses(map(self._status, found))

    def _property(
        self, kind: SectionKind, owner: DataType | None, row: Property, *, unfolds: bool
    ) -> RowView:
        description = about = row.about
        media_types = self._media_types(row)
        if media_types and (match := _MEDIA_TYPES.fullmatch(description)):
            description = match["lead"].rstrip()
        else:
            media_types = ()
        html = self._lines(description, row.extras)
        if media_types:
            html += code_list(media_types)
        if (row.facets or row.required is False) and (found := facts_of(row)):
            html += facts(found)
        nested = self._nesting.of_row(owner, row) if unfolds else ""
        return RowView(
            id=self._anchors.of_row(_PREFIXES[kind], row.name),
            name=phrase(_WHOLE_VALUE) if row.name == WHOLE else row.name,
            required=bool(row.required),
            deprecated=row.schema.deprecated or says_deprecated(about),
            type=row.type,
            type_url=self._site.type_url(row.type.name) if row.type and row.type.is_named else "",
            about=html + nested,
            unfolds=bool(nested),
            location=row.location.value
            if isinstance(row, Parameter) and kind is SectionKind.PARAMETERS
            else "",
        )

    def _owner(self, kind: SectionKind) -> DataType | None:
        """Return the type whose properties a section's table lists."""
        body, response = self._operation.request_body, self._operation.response
        if kind is SectionKind.REQUEST_BODY:
            return body.type if body else None
        if kind in {SectionKind.RESPONSE, SectionKind.RESPONSE_BODY} and response:
            return response.body_type
        return None

    def _media_types(self, row: Property) -> tuple[str, ...]:
        if not isinstance(row, Parameter) or row.location is not Location.HEADER:
            return ()
        match row.name.lower():
            case "content-type":
                return self._operation.request_media_types
            case "accept":
                return self._operation.response_media_types
        return ()

    def _status(self, status: Status | StatusRange) -> tuple[str, str, str]:
        name = str(status.code) if isinstance(status, Status) else status.name
        extras = status.extras if isinstance(status, Status) else ()
        anchor = self._anchors.of_row("status", name)
        return anchor, name, self._lines(status.description, extras)

    def _lines(self, description: str, extras: Extras) -> str:
        lines = (description, *remarks(extras)) if extras else (description,)
        return "<br />".join(map(self._markdown.inline, filter(None, lines)))


def says_deprecated(description: str) -> bool:
    """Tell whether a description says that what it describes should no longer be used."""
    # A quick test first: few descriptions contain the words at all.
    words = description.casefold()
    there = "deprecated" in words or "obsolete" in words
    return there and _DEPRECATED.search(description) is not None
