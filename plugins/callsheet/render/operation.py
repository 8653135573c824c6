"""The page of an operation."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from callsheet.model import PLACEHOLDER, Location, Operation, Route, assumed_scheme, schemes_of_text
from callsheet.render.console import long_console_file
from callsheet.render.facts import facts_of_scheme
from callsheet.render.files import render_template
from callsheet.render.page import (
    FurtherSamples,
    MarkdownRenderer,
    PageContext,
    RenderedPage,
    RenderedSample,
)
from callsheet.render.sections import SectionBuilder
from callsheet.render.tabs import TabBuilder
from callsheet.render.views import FactView, RouteStep, SectionView

# Parameters, and the text between them, split before each slash, where a line may break.
_STEP = re.compile(rf"(?P<parameter>{PLACEHOLDER.pattern})|/?(?:(?!{PLACEHOLDER.pattern})[^/])*")

_ALONE = PageContext()


def render_operation(
    operation: Operation,
    markdown: MarkdownRenderer,
    samples: Sequence[RenderedSample],
    site: PageContext = _ALONE,
    further: FurtherSamples | None = None,
) -> RenderedPage:
    """Render the page of an operation.

    Args:
        operation: The operation.
        markdown: Renders the author's Markdown.
        samples: The programs to show with the sample request.
        site: Links and facts from the rest of the site.
        further: The programs of further examples and media types, if the page has any.
    """
    tabs = TabBuilder(operation, site, further)
    builder = SectionBuilder(operation, markdown, samples, site, tabs)
    title = builder.heading(1, operation.sections[0].title or operation.title)
    sections = tuple(builder.sections())
    html = render_template(
        "operation.html",
        title=title,
        route=tuple(_route_steps(operation.route, builder.path_rows)),
        operation=operation,
        console_file=long_console_file(operation.uid),
        site=site,
        schemes=_schemes(operation),
        own_schemes=" ".join(_own_schemes(operation)),
        **_columns(sections),
    )
    return RenderedPage(html, tuple(builder.headings))


def _schemes(operation: Operation) -> dict[str, tuple[FactView, ...]]:
    """Return facts about the security schemes that the page defines, by name."""
    uses = (use for alternative in operation.security or () for use in alternative)
    found = {use.name: facts_of_scheme(use.scheme) for use in uses if use.scheme}
    return {name: facts for name, facts in found.items() if facts}


def _own_schemes(operation: Operation) -> list[str]:
    """Return the schemes besides Basic and Bearer that take a token, as the page names them."""
    rows = operation.parameters_in(Location.HEADER)
    texts = [row.description for row in rows if row.name.lower() == "authorization"]
    named = [name for text in texts for name in schemes_of_text(text)]
    uses = (use for alternative in operation.security or () for use in alternative)
    schemes = (use.scheme or assumed_scheme(use.name) for use in uses)
    named += [scheme.spelling for scheme in schemes if scheme.type == "http"]
    return [n for n in dict.fromkeys(named) if n.lower() not in ("basic", "bearer", "digest")]


def _columns(sections: Sequence[SectionView]) -> dict[str, Sequence[SectionView]]:
    """Split sections into the main column, the examples beside it, and the rest below both."""
    start = next((i for i, section in enumerate(sections) if section.example), len(sections))
    end = start
    while end < len(sections) and sections[end].example:
        end += 1
    return {"main": sections[:start], "examples": sections[start:end], "rest": sections[end:]}


def _route_steps(route: Route, rows: Mapping[str, str]) -> Iterator[RouteStep]:
    for match in _STEP.finditer(route.template):
        text = match.group()
        if match["parameter"]:
            yield RouteStep(text, parameter=True, row=rows.get(text[1:-1], ""))
        elif text:
            yield RouteStep(text)
