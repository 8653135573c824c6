"""View models: what the templates show, in the order in which a page is read."""

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from callsheet.model import DataType
from callsheet.records import record
from callsheet.render.page import PageLink

_MAX_WITHOUT_TOOLS = 15
"""A table with more rows has a search field and buttons."""

_MIN_REPEATED = 10
"""Rows that are worth a sentence in their place."""


@dataclass(slots=True)
class NameView:
    """A name in code, and the URL of its page where it has one."""

    text: str
    url: str = ""


@record()
class HeadingView:
    """A section's heading.

    Attributes:
        level: 2 or 3.
        id: Its id.
        title: Its text, as HTML where it comes from the page.
        codes: Words in code next to it, such as a type.
    """

    level: int
    id: str
    title: str | Markup
    codes: tuple[NameView, ...] = ()


@dataclass(slots=True)
class FactView:
    """A fact about the values of a row.

    Attributes:
        label: Its label, such as `Default`.
        codes: Values.
        described: Values, each with its meaning.
        text: Prose.
    """

    label: str
    codes: tuple[NameView, ...] = ()
    described: tuple[tuple[str, str], ...] = ()
    text: str = ""


@record()
class RowView:
    """A row of a table of parameters or properties.

    Attributes:
        about: Its description and all that follows it, as HTML.
        unfolds: Whether properties of its own are there.
        repeated: Whether it says the same as a row of the request's body, so that paper needs it
            once.
    """

    id: str
    name: str
    required: bool
    deprecated: bool
    type: DataType | None
    type_url: str
    about: str
    unfolds: bool = False
    location: str = ""
    repeated: bool = False

    @property
    def is_plain(self) -> bool:
        """Whether it has nothing but a name and a description without any element."""
        return not (self.type or self.required or self.deprecated or "<" in self.about)


@record()
class RowsView:
    """A table of parameters or properties.

    Attributes:
        rows: The visible rows.
        label: The accessible name of the table, for screen readers.
        folded: Collapsed rows: those that are the same on most pages.
        elsewhere: The page with the collapsed rows, and their name for the script.
    """

    rows: Sequence[RowView]
    label: str = ""
    folded: Sequence[RowView] = ()
    elsewhere: PageLink | None = None

    @property
    def repeated(self) -> int:
        """How many rows are those of the request's body, if that saves some paper."""
        count = sum(row.repeated for row in self.rows)
        return count if count >= _MIN_REPEATED else 0

    @property
    def typed(self) -> bool:
        """Whether any row has a type; tables of headers have none."""
        return any(row.type for row in (*self.rows, *self.folded))

    @property
    def located(self) -> bool:
        """Whether the table has a column for the location of parameters."""
        return any(row.location for row in self.rows)

    def has_tools(self, rows: Sequence[RowView]) -> bool:
        """Tell whether a table of such rows has a search field and buttons to expand them."""
        return len(rows) > _MAX_WITHOUT_TOOLS or sum(row.unfolds for row in rows) > 1


@dataclass(slots=True)
class OutgoingView:
    """That the server sends the request of a page.

    Attributes:
        name: The name of the webhook or callback.
        cause: The uid of the operation whose callback it is; empty for a webhook.
        address: Where a callback is sent.
        page: The page of that operation, if the site has one.
    """

    name: str
    cause: str
    address: str
    page: PageLink | None


@record()
class SectionView:
    """A section with its parts; the description has no heading.

    Attributes:
        heading: Its heading.
        parts: Its parts, as HTML.
        example: Whether it has examples, which stand next to the other sections on wide screens.
    """

    heading: HeadingView | None
    parts: Sequence[str]
    example: bool = False


@record()
class RouteStep:
    """A piece of a route: plain text, or a parameter with the id of its row, if it has one."""

    text: str
    parameter: bool = False
    row: str = ""
