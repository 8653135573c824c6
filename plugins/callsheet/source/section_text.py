"""The text of an operation under each of its headings, without what is a fact."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from callsheet.model import Section, SectionKind, Span, Text
from callsheet.source.document import Block, BlockKind, Document


@dataclass(slots=True)
class SectionText:
    """The text under a heading.

    Attributes:
        kind: What the heading means.
        title: The heading.
        start: Its line, or the index of the first block of the operation.
        blocks: The blocks of the text.
    """

    kind: SectionKind
    title: str
    start: int
    blocks: list[Block] = field(default_factory=list)


def sections_of(
    found: Sequence[SectionText], document: Document, span: Span
) -> tuple[Section, ...]:
    """Return the text under each heading of an operation.

    Args:
        found: The texts, in the order of the page.
        document: The page.
        span: The lines of the operation.
    """
    ends = [each.start - 1 for each in found[1:]] + [span.end]
    return tuple(
        Section(
            each.kind,
            each.title,
            tuple(Text(document.text(b.span), b.span) for b in each.blocks),
            Span(span.start if number == 0 else each.start, end),
        )
        for number, (each, end) in enumerate(zip(found, ends, strict=True))
    )


def title_of(document: Document, first: int, route: str) -> str:
    """Return the title of an operation without a heading.

    Args:
        document: The page.
        first: The index of the first block of the operation.
        route: Its method and route.
    """
    written = document.front_matter.get("title")
    is_first = not any(b.kind is BlockKind.HEADING for b in document.blocks[:first])
    return written if isinstance(written, str) and is_first else route
