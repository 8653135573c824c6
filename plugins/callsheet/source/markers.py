"""Markers: comments such as `<!-- callsheet: operations -->`, which the site replaces."""

from collections.abc import Iterator

from callsheet import lazy_re as re
from callsheet.source.document import Block, BlockKind, read_document

MARKER = re.compile(r"<!--\s*+callsheet:(?P<marker>(?:(?!-->)[^<])*+)-->")
"""A marker; what it stands for is the group `marker`, with surrounding space."""

_INDENTED_CODE = "    "


def written_markers(content: bytes) -> Iterator[tuple[Block, str]]:
    """Yield the markers of a page: those on lines of their own, outside of code.

    Args:
        content: The page, with its front matter.

    Yields:
        The block of each marker, and what it stands for.
    """
    if b"callsheet:" not in content:
        return
    for block in read_document(content).blocks:
        comment = MARKER.fullmatch(block.text.strip())
        if block.kind is BlockKind.OTHER and comment and not block.text.startswith(_INDENTED_CODE):
            yield block, comment["marker"].strip()
