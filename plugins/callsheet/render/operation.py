"""The page of an operation."""

from __future__ import annotations

from collections.abc import Sequence

from callsheet.model import Operation
from callsheet.render.files import render_template
from callsheet.render.head import head_of
from callsheet.render.page import (
    FurtherSamples,
    MarkdownRenderer,
    PageContext,
    RenderedPage,
    RenderedSample,
)
from callsheet.render.sections import SectionBuilder
from callsheet.render.tabs import TabBuilder
from callsheet.render.views import SectionView

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
    own = operation.sections[0].title or operation.title
    title = builder.heading(1, site.titles.of(operation), anchor=own)
    sections = tuple(builder.sections())
    html = render_template(
        "operation.html",
        title=title,
        **head_of(operation, site, builder.path_rows),
        contents=[*builder.contents()],
        **_columns(sections),
    )
    headings, left_out = tuple(builder.headings), tuple(builder.left_out)
    return RenderedPage(html, headings, tuple(tabs.further), left_out)


def _columns(sections: Sequence[SectionView]) -> dict[str, Sequence[SectionView]]:
    """Split sections into the main column, the examples next to it, and the rest below both."""
    start = next((i for i, section in enumerate(sections) if section.example), len(sections))
    end = start
    while end < len(sections) and sections[end].example:
        end += 1
    return {"main": sections[:start], "examples": sections[start:end], "rest": sections[end:]}
