"""What is found while the operations of a page are searched: their blocks, and headings above."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from callsheet import lazy_re as re
from callsheet.source.carriers.routes.patterns import FoundRoute
from callsheet.source.document import Block, BlockKind

_NO_ANCHOR = re.compile(r"[^\w\s-]")


@dataclass(slots=True)
class Scope:
    """The blocks of an operation.

    Attributes:
        first: The index of its first block, the heading if it has one.
        routes: Its routes; the first one is its own, the others are aliases.
        end: The index after its last block.
        carriers: The indexes of the blocks with its routes.
        last: The last one of these.
        shared: The index of the heading with the path of this and other operations, else -1.
    """

    first: int
    routes: list[FoundRoute]
    end: int = 0
    carriers: set[int] = field(default_factory=set)
    last: int = 0
    shared: int = -1


def anchor_of(text: str) -> str:
    """Return the anchor that a heading has by its text, as GitHub makes it."""
    return _NO_ANCHOR.sub("", text.lower()).strip().replace(" ", "-")


@dataclass(slots=True)
class Head:
    """A heading above a block, and what it or the text below it says of a route in parts."""

    index: int
    level: int
    is_section: bool
    path: str = ""
    parts: dict[bool, tuple[str, int]] = field(default_factory=dict)


def after_tabs(index: int, blocks: Sequence[Block], level: int, following: int) -> int:
    """Look past headings of tabs, `# [HTTP](#tab/http)`, which end nothing."""
    while index < following:
        block = blocks[index]
        if block.kind is BlockKind.HEADING and block.level <= level and "](#tab/" not in block.text:
            return index
        index += 1
    return following
