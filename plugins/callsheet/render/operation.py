"""The page of an operation."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from callsheet.model import PLACEHOLDER, Location, Operation, Route, assumed_scheme, schemes_of_text
from callsheet.render.console import told_file
from callsheet.render.environment import render_template
from callsheet.render.page import (
    FurtherSamples,
    MarkdownRenderer,
    RenderedPage,
    RenderedSample,
    Surroundings,
)
from callsheet.render.schemes import facts_of_scheme
from callsheet.render.sections import SectionBuilder
from callsheet.render.tabs import TabBuilder
from callsheet.render.views import FactView, RouteStep, SectionView

# Parameters, and the text between them, which begins anew at each slash: a line may end there.
_STEP = re.compile(rf"(?P<parameter>{PLACEHOLDER.pattern})|/?(?:(?!{PLACEHOLDER.pattern})[^/])*")

_ALONE = Surroundings()


def render_operation(
    operation: Operation,
    markdown: MarkdownRenderer,
    samples: Sequence[RenderedSample],
    site: Surroundings = _ALONE,
    further: FurtherSamples | None = None,
) -> RenderedPage:
    """Renders the page of an operation.

    Args:
        operation: The operation.
        markdown: Renders the text of its author.
        samples: The programs to show beside the sample request.
        site: What the page says of the site around it.
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
        console_file=told_file(operation.uid),
        site=site,
        schemes=_schemes(operation),
        own_schemes=" ".join(_own_schemes(operation)),
        **_columns(sections),
    )
    return RenderedPage(html, tuple(builder.headings))


def _schemes(operation: Operation) -> dict[str, tuple[FactView, ...]]:
    """What the page says of the security schemes that it defines, by name."""
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
    """What is read first, the examples, which may stand beside it, and what follows them."""
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
