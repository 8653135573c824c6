"""Scopes: which blocks of a page document one operation."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field

from callsheet.model import SectionKind
from callsheet.source.carriers.routes import FoundRoute, routes_of
from callsheet.source.document import Block, BlockKind
from callsheet.source.layouts.layout import Layout

_ATTRIBUTES = re.compile(r"(?<!\s)\s*+\{#[^{}]*+\}\s*+$")
_MAX_LABEL = 300
_EXAMPLES = (SectionKind.EXAMPLE_REQUEST, SectionKind.EXAMPLE_RESPONSE, SectionKind.RESPONSE)
_STATUS = re.compile(r"[1-5]\d\d\b")


@dataclass(slots=True)
class Scope:
    """The blocks of an operation.

    Attributes:
        first: The index of its first block, the heading if it has one.
        routes: Its routes; the first one is its own, the others are aliases.
        end: The index after its last block.
    """

    first: int
    routes: list[FoundRoute]
    end: int = 0
    carriers: set[int] = field(default_factory=set)


def heading_text(text: str) -> str:
    """Return the text of a heading without its attributes and marks."""
    return _ATTRIBUTES.sub("", text).strip().strip("#*` :").strip()


def meaning_of(text: str, layout: Layout) -> SectionKind | None:
    """Return the section that a heading or a line introduces; None for any other one."""
    plain = heading_text(text).replace("`", "")[:_MAX_LABEL]
    return next((kind for kind, pattern in layout.sections if pattern.search(plain)), None)


def is_section_name(block: Block, layout: Layout) -> bool:
    """Tell whether a heading names a part of an operation, and not an operation."""
    text = heading_text(block.text)
    if _STATUS.match(text) or text.lower().startswith("example"):
        return True
    return len(text.split()) <= 6 and meaning_of(text, layout) is not None


def label_of_block(block: Block) -> str:
    """Return the line of a paragraph that introduces the block after it; else nothing."""
    if block.kind is not BlockKind.PARAGRAPH:
        return ""
    last = block.text.rstrip().rpartition("\n")[2].strip()
    first = block.text.lstrip("> ")
    if last.endswith((":", ":**", ":__")) or (first[:2] == "**" and first.rstrip()[-2:] == "**"):
        return block.text[-_MAX_LABEL:].rpartition(". ")[2]
    return ""


def find_scopes(blocks: Sequence[Block], layout: Layout) -> list[Scope]:
    """Return the operations of a page, in order."""
    scopes: list[Scope] = []
    by_heading: dict[int, Scope] = {}
    heads: list[tuple[int, int, bool]] = []
    in_example = False
    for index, block in enumerate(blocks):
        if block.kind is BlockKind.HEADING and "](#tab/" in block.text:
            continue
        if block.kind is BlockKind.HEADING:
            while heads and heads[-1][1] >= block.level:
                heads.pop()
            heads.append((index, block.level, is_section_name(block, layout)))
            in_example = any(
                meaning_of(blocks[at].text, layout) in _EXAMPLES for at, _, named in heads if named
            )
        elif label := label_of_block(block):
            in_example = in_example or meaning_of(label, layout) in _EXAMPLES
        found = routes_of(block, layout)
        if not found:
            continue
        own = next(
            (at for at, _, named in reversed(heads) if not named), heads[0][0] if heads else -1
        )
        known = by_heading.get(own)
        if known and in_example:
            continue
        if in_example and block.kind is BlockKind.FENCE and not known:
            # Nothing but an example shows the route: its first one counts.
            found = found[:1]
        apart = all(route.apart for route in found) and len(found) > 1
        if apart:
            scopes += [Scope(index, [route], index + 1, {index}) for route in found]
            continue
        if known and known.routes[0].method == found[0].method and block.kind is BlockKind.FENCE:
            known.routes += found
            known.carriers.add(index)
            continue
        scope = Scope(own if known is None and own >= 0 else index, found, 0, {index})
        by_heading[own] = scope
        scopes.append(scope)
    starts = sorted({scope.first for scope in scopes})
    for scope in scopes:
        if not scope.end:
            scope.end = _end_of(scope, blocks, starts)
    documented = {
        (s.routes[0].method, s.routes[0].template) for s in scopes if not s.routes[0].apart
    }
    return [
        scope
        for scope in scopes
        if not scope.routes[0].apart
        or (scope.routes[0].method, scope.routes[0].template) not in documented
    ]


def _end_of(scope: Scope, blocks: Sequence[Block], starts: list[int]) -> int:
    at = bisect_right(starts, scope.first)
    following = starts[at] if at < len(starts) else len(blocks)
    head = blocks[scope.first]
    level = head.level if head.kind is BlockKind.HEADING else 0
    for index in range(scope.first + 1, following):
        if blocks[index].kind is BlockKind.HEADING and blocks[index].level <= level:
            return _after_tabs(index, blocks, level, following)
    return following


def _after_tabs(index: int, blocks: Sequence[Block], level: int, following: int) -> int:
    """Look past headings of tabs, `# [HTTP](#tab/http)`, which end nothing."""
    while index < following:
        block = blocks[index]
        if block.kind is BlockKind.HEADING and block.level <= level and "](#tab/" not in block.text:
            return index
        index += 1
    return following
