"""Sections in another order than that of the page format."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from itertools import pairwise

from callsheet.checks.model.page import OperationPage
from callsheet.checks.model.section_order import ORDER, TITLES, name_of_section, related_section
from callsheet.checks.rule import Diagnostic, Example, OperationRule
from callsheet.findings import Severity
from callsheet.model import SectionKind
from callsheet.source.sections import RawSection


def _misplaced_sections(page: OperationPage) -> Iterator[Diagnostic]:
    sections = [section for section in _once(page) if section.kind in ORDER]
    places = [ORDER[section.kind] for section in sections]
    if all(one <= other for one, other in pairwise(places)):
        return
    kept = _longest_run(places)
    for index in range(len(sections)):
        # Neighbours that moved together are reported once.
        if index in kept or (index and index - 1 not in kept):
            continue
        yield _diagnostic(page, sections, index, kept)


def _diagnostic(
    page: OperationPage, sections: list[RawSection], index: int, kept: set[int]
) -> Diagnostic:
    section = sections[index]
    place = page.whole_line(section.span.start)
    name = name_of_section(section)
    rank = ORDER[section.kind]
    right = [sections[i] for i in sorted(kept)]
    after = [s for s in right if ORDER[s.kind] > rank]
    if after and after[0].span.start < section.span.start:
        other, where = after[0], "before"
    else:
        other, where = [s for s in right if ORDER[s.kind] < rank][-1], "after"
    message = f"`{name}` belongs {where} `{name_of_section(other)}`."
    return Diagnostic(place, message, related=(related_section(page, other),))


def _once(page: OperationPage) -> Iterator[RawSection]:
    """Yield the sections without repeated ones, which another rule reports."""
    seen = set()
    for section in page.sections:
        if section.kind not in seen:
            seen.add(section.kind)
            yield section


def _longest_run(places: list[int]) -> set[int]:
    """Return the indexes of a longest run of places in order (patience sorting)."""
    tails: list[int] = []
    indexes: list[int] = []
    before: list[int] = []
    for index, place in enumerate(places):
        at = bisect_right(tails, place)
        before.append(indexes[at - 1] if at else -1)
        tails[at:] = [place, *tails[at + 1 :]]
        indexes[at:] = [index, *indexes[at + 1 :]]
    run = set()
    index = indexes[-1]
    while index >= 0:
        run.add(index)
        index = before[index]
    return run


_LISTED = ", ".join(f"`{TITLES[kind]}`" for kind in TITLES if kind is not SectionKind.PATH)

RULE = OperationRule(
    code="CS506",
    name="section-order",
    severity=Severity.WARNING,
    summary="A section stands in another place than the page format gives it.",
    cause=(
        "All pages have their sections in one order, so that readers find them without looking:"
        f" the path table, {_LISTED}."
    ),
    hint="Move the section.",
    examples=(
        Example(
            "## Request Headers\n",
            "## Sample response\n\n```http_\nHTTP/1.1 404 Not Found\n```\n\n## Request Headers\n",
        ),
    ),
    superseded_by=("example-label",),
    check=_misplaced_sections,
)
