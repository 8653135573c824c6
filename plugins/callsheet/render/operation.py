"""The page of an operation."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from callsheet.model import PLACEHOLDER, Operation, Route
from callsheet.render.environment import render_template
from callsheet.render.page import (
    MarkdownRenderer,
    RenderedPage,
    RenderedSample,
    TypeUrl,
    no_type_url,
)
from callsheet.render.sections import SectionBuilder
from callsheet.render.views import RouteStep

# Parameters, and the text between them, which begins anew at each slash: a line may end there.
_STEP = re.compile(rf"(?P<parameter>{PLACEHOLDER.pattern})|/?(?:(?!{PLACEHOLDER.pattern})[^/])*")


def render_operation(
    operation: Operation,
    markdown: MarkdownRenderer,
    samples: Sequence[RenderedSample],
    type_url: TypeUrl = no_type_url,
) -> RenderedPage:
    """Renders the page of an operation.

    Args:
        operation: The operation.
        markdown: Renders the text of its author.
        samples: The programs to show beside the sample request.
        type_url: Where the types have their pages.
    """
    builder = SectionBuilder(operation, markdown, samples, type_url)
    title = builder.heading(1, operation.sections[0].title or operation.title)
    sections = tuple(builder.sections())
    html = render_template(
        "operation.html",
        title=title,
        method=operation.method,
        route=tuple(_route_steps(operation.route, builder.path_rows)),
        sections=sections,
    )
    return RenderedPage(html, tuple(builder.headings))


def _route_steps(route: Route, rows: Mapping[str, str]) -> Iterator[RouteStep]:
    for match in _STEP.finditer(route.template):
        text = match.group()
        if match["parameter"]:
            yield RouteStep(text, parameter=True, row=rows.get(text[1:-1], ""))
        elif text:
            yield RouteStep(text)
