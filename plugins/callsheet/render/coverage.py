"""Coverage of the reference by samples: a badge and a list of what is missing."""

from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from callsheet.coverage import Coverage, Uncovered
from callsheet.render.files import render_template
from callsheet.render.phrases import marked, phrase

LABEL = marked("samples")
_SPLIT = 58
"""Width of the label in pixels."""

BADGE_WIDTH = 108

# Each has a contrast of 4.5 or more with white (WCAG 2.2, 1.4.3).
_COLOURS = ((95, "#2a7d0f"), (80, "#7a6a00"), (0, "#b3331c"))


@dataclass(frozen=True, slots=True)
class _Page:
    path: str
    uid: str
    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Reason:
    text: str
    number: int
    pages: tuple[_Page, ...]


def render_badge(coverage: Coverage) -> bytes:
    """Render an SVG badge with the share of documented statuses that samples provoke."""
    percent = coverage.percent("statuses")
    colour = next(colour for least, colour in _COLOURS if percent >= least)
    value = _share(coverage)
    return render_template(
        "badge.svg",
        label=phrase(LABEL),
        value=value,
        colour=colour,
        width=BADGE_WIDTH,
        split=_SPLIT,
    ).encode()


def render_coverage(coverage: Coverage, badge: str, link: Callable[[str], str]) -> str:
    """Render the shares, and what is not covered, grouped by reason.

    Args:
        coverage: The result of a run of the samples.
        badge: The address of the badge.
        link: Returns the `href` of an operation by its uid.

    Returns:
        HTML that is also well-formed XML.
    """
    return render_template(
        "coverage.html",
        coverage=coverage,
        reasons=tuple(_reasons(coverage)),
        badge=badge,
        share=_share(coverage),
        width=BADGE_WIDTH,
        link=link,
    )


def _share(coverage: Coverage) -> str:
    """Format the share in whole percent, rounded down, so that only full coverage is 100 %."""
    return f"{int(coverage.percent('statuses'))} %"


def _reasons(coverage: Coverage) -> Iterator[_Reason]:
    by_reason: dict[str, list[Uncovered]] = defaultdict(list)
    for item in coverage.uncovered:
        by_reason[item.reason].append(item)
    for text, items in sorted(by_reason.items(), key=lambda found: (len(found[1]), found[0])):
        by_page: dict[tuple[str, str], list[str]] = defaultdict(list)
        for item in items:
            by_page[item.path, item.uid].append(item.what)
        pages = tuple(_Page(path, uid, tuple(what)) for (path, uid), what in by_page.items())
        yield _Reason(text, len(items), pages)
