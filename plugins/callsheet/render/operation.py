"""The page of an operation."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from callsheet.model import Operation
from callsheet.render.files import render_macro, render_template
from callsheet.render.head import head_of
from callsheet.render.page import (
    FurtherSamples,
    MarkdownRenderer,
    PageContext,
    RenderedPage,
    RenderedSample,
)
from callsheet.render.parts import code, heading, statuses, table
from callsheet.render.sections import SectionBuilder
from callsheet.render.tabs import TabBuilder
from callsheet.render.views import (
    CodeView,
    PartView,
    ProseView,
    RowsView,
    SectionView,
    StatusesView,
)

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
        title=Markup(heading(title)),  # noqa: S704 - all texts in it are escaped
        **head_of(operation, site, builder.path_rows),
        contents=[*builder.contents()],
        **_columns(sections),
    )
    return RenderedPage(html, tuple(builder.headings), builder.ids)


def _columns(sections: Sequence[SectionView]) -> dict[str, Markup]:
    """Split sections into the main column, the examples next to it, and the rest below both."""
    start = next((i for i, section in enumerate(sections) if section.example), len(sections))
    end = start
    while end < len(sections) and sections[end].example:
        end += 1
    columns = {"main": sections[:start], "examples": sections[start:end], "rest": sections[end:]}
    return {name: Markup("".join(map(_section, found))) for name, found in columns.items()}  # noqa: S704


def _section(section: SectionView) -> str:
    title = heading(section.heading) if section.heading else ""
    return title + "".join(map(_part, section.parts))


def _part(part: PartView) -> str:
    match part:
        case ProseView():
            return f"{part.html}\n"
        case CodeView():
            return code(part)
        case StatusesView():
            return statuses(part)
        case RowsView(folded=[]):
            return table(part, part.rows)
    return render_macro("parts.html", part.macro, part)
