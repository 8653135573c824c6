"""The rows of tables: parameters, properties, statuses."""

from __future__ import annotations

import re
from collections.abc import Iterable

from markupsafe import Markup

from callsheet.model import (
    Extras,
    Location,
    Operation,
    Parameter,
    Property,
    SectionKind,
    Status,
    remarks,
)
from callsheet.render.anchors import Anchors
from callsheet.render.page import MarkdownRenderer, TypeUrl
from callsheet.render.views import RowsView, RowView, StatusesView, StatusView

_PREFIXES = {
    SectionKind.PATH: "path",
    SectionKind.QUERY: "query",
    SectionKind.HEADERS: "header",
    SectionKind.REQUEST_BODY: "request",
    SectionKind.RESPONSE: "response",
    SectionKind.RESPONSE_BODY: "response",
}
# Text up to the first backtick, then nothing but code spans with commas between them.
_MEDIA_TYPES = re.compile(r"(?P<lead>[^`]*)`[^`]+`(?:\s*,\s*`[^`]+`)*\s*\.?")


class RowBuilder:
    """Builds the tables of one page, each row with an id of its own."""

    def __init__(
        self,
        operation: Operation,
        markdown: MarkdownRenderer,
        anchors: Anchors,
        type_url: TypeUrl,
    ) -> None:
        self._operation = operation
        self._markdown = markdown
        self._anchors = anchors
        self._type_url = type_url

    def properties(self, kind: SectionKind, properties: Iterable[Property]) -> RowsView:
        """Builds the table of a section of that kind."""
        return RowsView(tuple(self._property(_PREFIXES[kind], row) for row in properties))

    def statuses(self, statuses: Iterable[Status]) -> StatusesView:
        """Builds the table of statuses."""
        return StatusesView(tuple(self._status(status) for status in statuses))

    def _property(self, prefix: str, row: Property) -> RowView:
        description, media_types = row.about, self._media_types(row)
        if media_types and (match := _MEDIA_TYPES.fullmatch(description)):
            description = match["lead"].rstrip()
        else:
            media_types = ()
        return RowView(
            id=self._anchors.of_row(prefix, row.name),
            name=row.name,
            required=row.required,
            type=row.type,
            type_url=self._type_url(row.type.name) if row.type and row.type.is_named else "",
            description=self._lines(description, row.extras),
            media_types=media_types,
        )

    def _media_types(self, row: Property) -> tuple[str, ...]:
        if not isinstance(row, Parameter) or row.location is not Location.HEADER:
            return ()
        match row.name.lower():
            case "content-type":
                return self._operation.request_media_types
            case "accept":
                return self._operation.response_media_types
        return ()

    def _status(self, status: Status) -> StatusView:
        anchor = self._anchors.of_row("status", str(status.code))
        return StatusView(anchor, status.code, self._lines(status.description, status.extras))

    def _lines(self, description: str, extras: Extras) -> Markup:
        lines = [text for text in (description, *remarks(extras)) if text]
        return Markup("<br />").join(map(self._inline, lines))

    def _inline(self, text: str) -> Markup:
        # The site's own Markdown made it, out of what the site's own author wrote.
        return Markup(self._markdown.inline(text))  # noqa: S704
