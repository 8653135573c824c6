"""Marks of other tools, and lines of a page that may have them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from callsheet.source.markup.names import ALONE, ROLES, MarkRole


@dataclass(slots=True, eq=False)
class Mark:
    """A mark in a text.

    Attributes:
        name: Its name, in lower case.
        written: Its text.
        line: The index of its line.
        props: Its attributes; those without a name by number.
        is_end: Whether it ends what another one begins.
        is_void: Whether it has no end, by its own word.
        pair: The mark that ends it, or that it ends.
        begins_line: Whether only space is before it.
        lines: On how many lines it is.
    """

    name: str
    written: str
    line: int
    props: Mapping[str, str] = field(default_factory=dict)
    is_end: bool = False
    is_void: bool = False
    pair: "Mark | None" = None
    begins_line: bool = True
    lines: int = 1

    @property
    def role(self) -> MarkRole | None:
        """Its effect; None for a mark that is not known."""
        role = ROLES.get(self.name)
        if role is None and self.props.get("method") and not self.is_end:
            return MarkRole.ROUTE
        if role is None and self.pair and self.is_end and self.pair.role is MarkRole.ROUTE:
            return MarkRole.GONE
        if role in ALONE or self.pair or (role is MarkRole.PLAIN and self.is_void):
            return role
        return None

    def prop(self, *names: str) -> str:
        """Return the first attribute of these names that it has; else nothing."""
        return next((self.props[name] for name in names if self.props.get(name)), "")


Piece = str | Mark


@dataclass(slots=True)
class MarkedLine:
    """A line as text and marks.

    Attributes:
        pieces: Its text and marks; of a line of code, its text.
        is_code: Whether it belongs to a fence.
        fence: What follows the sign of a fence that begins on it.
        ends_fence: Whether a fence ends on it.
        is_highlight: Whether it belongs to a fence whose signs are marks.
        before: Marks that begin before it, which nobody has written.
        after: Such marks after it.
    """

    pieces: list[Piece]
    is_code: bool = False
    fence: str | None = None
    ends_fence: bool = False
    is_highlight: bool = False
    before: Sequence[Mark] = ()
    after: Sequence[Mark] = ()

    @property
    def has_content(self) -> bool:
        """Whether anything is on it."""
        return any(not isinstance(piece, str) or piece.strip() for piece in self.pieces)

    def marks(self) -> Iterator[Mark]:
        """Yield its marks, in order."""
        yield from self.before
        yield from (piece for piece in self.pieces if isinstance(piece, Mark))
        yield from self.after

    @property
    def is_text(self) -> bool:
        """Whether there is no mark on it."""
        pieces = self.pieces
        is_one = len(pieces) == 1 and pieces[0].__class__ is str
        return is_one and not self.before and not self.after
