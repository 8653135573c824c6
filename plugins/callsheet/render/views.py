"""What the templates show: the parts of a page in the order in which they are read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from markupsafe import Markup

from callsheet.model import DataType


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
    """A part of a section; `template` is the file that shows it."""

    template: ClassVar[str]


@dataclass(frozen=True, slots=True)
class ProseView(PartView):
    """Text of the author's own."""

    template = "parts/prose.html"
    html: Markup


@dataclass(frozen=True, slots=True)
class RowView:
    """A row of a table of parameters or properties."""

    id: str
    name: str
    required: bool
    type: DataType | None
    type_url: str
    description: Markup
    media_types: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class RowsView(PartView):
    """A table of parameters or properties."""

    template = "parts/rows.html"
    rows: Sequence[RowView]

    @property
    def typed(self) -> bool:
        """Whether any row has a type; the header table has none."""
        return any(row.type for row in self.rows)


@dataclass(frozen=True, slots=True)
class StatusView:
    """A row of the table of statuses."""

    id: str
    code: int
    description: Markup


@dataclass(frozen=True, slots=True)
class StatusesView(PartView):
    """A table of statuses."""

    template = "parts/statuses.html"
    rows: Sequence[StatusView]


@dataclass(frozen=True, slots=True)
class RawBodyView(PartView):
    """A request body that is a file's raw bytes."""

    template = "parts/raw_body.html"
    media_types: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class BodyTypeView(PartView):
    """The type of a response body without properties."""

    template = "parts/body_type.html"
    type: NameView


@dataclass(frozen=True, slots=True)
class CodeView(PartView):
    """A highlighted block."""

    template = "parts/code.html"
    code: Markup


@dataclass(frozen=True, slots=True)
class TabView:
    """One tab: a program, or the raw request, which has no file."""

    label: str
    code: Markup
    filename: str = ""
    assets: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TabsView(PartView):
    """The ways to write the sample request."""

    template = "parts/tabs.html"
    number: int
    tabs: Sequence[TabView]


@dataclass(frozen=True, slots=True)
class SectionView:
    """A section with its parts; the description has no heading."""

    heading: HeadingView | None
    parts: Sequence[PartView]


@dataclass(frozen=True, slots=True)
class RouteStep:
    """A piece of a route: plain text, or a parameter and the id of its row, if it has one."""

    text: str
    parameter: bool = False
    row: str = ""
