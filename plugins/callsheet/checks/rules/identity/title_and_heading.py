"""A title that is not the page's H1."""

from __future__ import annotations

import re
from collections.abc import Iterator

from callsheet.checks.model.page import OperationPage
from callsheet.checks.model.stated_routes import (
    RouteSource,
    h1_of,
    read_stated_routes,
    text_of_heading,
    title_place,
)
from callsheet.checks.rule import Diagnostic, Example, OperationRule
from callsheet.findings import Severity

_MARKS = re.compile(r"[*`\\]|(?<!\w)_|_(?!\w)")


def _differing_title_and_heading(page: OperationPage) -> Iterator[Diagnostic]:
    title, h1 = page.operation.front_matter.get("title"), h1_of(page)
    if not isinstance(title, str) or h1 is None:
        return
    heading = text_of_heading(h1)
    if not title.strip() or not heading or _plain(title) == _plain(heading):
        return
    sources = {stated.source for stated in read_stated_routes(page).all}
    if sources.isdisjoint(_TITLES) and _is_short_for(_plain(title), _plain(heading)):
        return
    message = f"The title `{title.strip()}` is not the H1, `{heading}`."
    title_line = page.document.line_of_key("title")
    if RouteSource.TITLE in sources and RouteSource.HEADING not in sources:
        place = page.find(h1.span.start, heading)
        message = f"The H1 `{heading}` is not the title, `{title.strip()}`."
        yield Diagnostic(place, message, related=(page.related(title_line, "the title"),))
    else:
        related = page.related(h1.span.start, f"the H1 `{heading}`")
        yield Diagnostic(title_place(page), message, related=(related,))


_TITLES = {RouteSource.TITLE, RouteSource.HEADING}


def _plain(text: str) -> str:
    return " ".join(_MARKS.sub("", text).split())


def _is_short_for(one: str, other: str) -> bool:
    """Tell whether all words of one text are in the other, as in a shortened title."""
    words, more = set(one.casefold().split()), set(other.casefold().split())
    return words <= more or more <= words


RULE = OperationRule(
    code="CS104",
    name="title-and-heading",
    severity=Severity.WARNING,
    summary="The title of the front matter is not the H1.",
    cause=(
        "Readers who follow the navigation or a search result to a page see another name on it, "
        "and wonder whether it is the one. Mostly a page was copied, or only one was renamed. A "
        "title that leaves out words of the H1 is fine, if it is no method and route."
    ),
    hint="Give both the same text.",
    examples=(Example("title: Change a parcel\n", "title: Delete a depot\n"),),
    superseded_by=("duplicate-key", "title-and-route"),
    check=_differing_title_and_heading,
)
