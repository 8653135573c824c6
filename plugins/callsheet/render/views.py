"""What the templates show: the parts of a page in the order in which they are read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from markupsafe import Markup

from callsheet.model import DataType

_MAX_WITHOUT_TOOLS = 15
"""A reader overlooks so many rows at once."""


@dataclass(frozen=True, slots=True)
class NameView:
    """A name in code, and the URL of its page where it has one."""

    text: str
    url: str = ""


@dataclass(frozen=True, slots=True)
class HeadingView:
    """A section's heading.

    Attributes:
        level: 2 or 3.
        id: Its id.
        title: Its text, as HTML where the page wrote it.
        codes: What stands beside it in code, such as a type.
    """

    level: int
    id: str
    title: str | Markup
    codes: tuple[NameView, ...] = ()


@dataclass(frozen=True, slots=True)
class PartView:
    """A part of a section; `macro` is the one of `parts.html` that shows it."""

    macro: ClassVar[str]


@dataclass(frozen=True, slots=True)
class ProseView(PartView):
    """Text of the author's own."""

    macro = "prose"
    html: Markup


@dataclass(frozen=True, slots=True)
class NestedFieldView:
    """A property below a row: its full name, and its type in words."""

    name: str
    type: str


@dataclass(frozen=True, slots=True)
class NestedView:
    """What unfolds below a row: what it is of, its properties, and how many there are."""

    title: str
    fields: Sequence[NestedFieldView]
    count: int


@dataclass(frozen=True, slots=True)
class FactView:
    """What a row says of its values beside their type.

    Attributes:
        label: What it is about, such as `Default`.
        codes: Values.
        described: Values, each with what it means.
        text: Words.
    """

    label: str
    codes: tuple[NameView, ...] = ()
    described: tuple[tuple[str, str], ...] = ()
    text: str = ""


@dataclass(frozen=True, slots=True)
class RowView:
    """A row of a table of parameters or properties."""

    id: str
    name: str
    required: bool
    deprecated: bool
    type: DataType | None
    type_url: str
    description: Markup
    media_types: tuple[str, ...] = ()
    nested: NestedView | None = None
    location: str = ""
    facts: tuple[FactView, ...] = ()


@dataclass(frozen=True, slots=True)
class RowsView(PartView):
    """A table of parameters or properties.

    Attributes:
        rows: What a reader sees at once.
        label: What the table holds, for those who hear it.
        folded: What is the same on most pages, and unfolds.
    """

    macro = "rows"
    rows: Sequence[RowView]
    label: str = ""
    folded: Sequence[RowView] = ()

    @property
    def typed(self) -> bool:
        """Whether any row has a type; the header table has none."""
        return any(row.type for row in (*self.rows, *self.folded))

    @property
    def located(self) -> bool:
        """Whether the rows say where each parameter is sent."""
        return any(row.location for row in self.rows)

    def has_tools(self, rows: Sequence[RowView]) -> bool:
        """Whether above such rows there is something to find and unfold them with."""
        return len(rows) > _MAX_WITHOUT_TOOLS or sum(bool(row.nested) for row in rows) > 1


@dataclass(frozen=True, slots=True)
class StatusView:
    """A row of the table of statuses."""

    id: str
    code: str
    description: Markup

    @property
    def kind(self) -> str:
        """The class of the status, `1xx` to `5xx`, or `default`."""
        return f"{self.code[0]}xx" if self.code[0].isdigit() else self.code


@dataclass(frozen=True, slots=True)
class StatusesView(PartView):
    """A table of statuses."""

    macro = "statuses"
    rows: Sequence[StatusView]


@dataclass(frozen=True, slots=True)
class RawBodyView(PartView):
    """A request body that is a file's raw bytes."""

    macro = "raw_body"
    media_types: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class BodyMarkView(PartView):
    """Whether there must be a request body."""

    macro = "body_mark"
    required: bool


@dataclass(frozen=True, slots=True)
class BodyTypeView(PartView):
    """The type of a response body without properties."""

    macro = "body_type"
    type: NameView


@dataclass(frozen=True, slots=True)
class CodeView(PartView):
    """A highlighted block."""

    macro = "code"
    code: Markup
    title: str = ""


@dataclass(frozen=True, slots=True)
class SectionView:
    """A section with its parts; the description has no heading.

    Attributes:
        heading: Its heading.
        parts: Its parts.
        example: Whether it holds examples, which stand beside the rest where there is room.
    """

    heading: HeadingView | None
    parts: Sequence[PartView]
    example: bool = False


@dataclass(frozen=True, slots=True)
class RouteStep:
    """A piece of a route: plain text, or a parameter and the id of its row, if it has one."""

    text: str
    parameter: bool = False
    row: str = ""
