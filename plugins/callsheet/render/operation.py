"""The page of an operation."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

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
from callsheet.render.parts import attribute, beside, breadcrumbs, contents, escaped, heading
from callsheet.render.phrases import html_phrase
from callsheet.render.sections import SectionBuilder
from callsheet.render.tabs import TabBuilder
from callsheet.render.views import HeadingView, SectionView

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
    head = head_of(operation, site, builder.path_rows)
    linked = contents([*builder.contents()])
    html = "".join(_page(operation, site, head, title, linked, sections))
    return RenderedPage(html, tuple(builder.headings), tuple(tabs.further), builder.ids)


def _page(
    operation: Operation,
    site: PageContext,
    head: dict[str, Any],
    title: HeadingView,
    linked: str,
    sections: Sequence[SectionView],
) -> Iterator[str]:
    names = {"uid": head["console_uid"], "file": site.script, "schemes": head["schemes_taken"]}
    data = (f" data-callsheet-{key}={attribute(value)}" for key, value in names.items() if value)
    yield f'<div class="callsheet callsheet-page"{"".join(data)}>'
    yield breadcrumbs((site.index, site.group))
    yield heading(title)
    yield head["route"]
    if _has_notes(operation, site):
        yield render_template("head.html", **head)
    yield linked
    # The examples are next to the sections before them, and the rest is below both.
    start = next((i for i, section in enumerate(sections) if section.example), len(sections))
    end = start
    while end < len(sections) and sections[end].example:
        end += 1
    yield f"<div class=callsheet-columns><div class=callsheet-main>{_shown(sections[:start])}</div>"
    if start < end:
        yield f"<div class=callsheet-beside>{_shown(sections[start:end])}</div>"
    yield f"</div>{_shown(sections[end:])}"
    if site.permanent_url:
        link = f"<a href={attribute(site.permanent_url)}>{escaped(operation.uid)}</a>"
        label = html_phrase("Permanent link")
        yield f"<p class=callsheet-permanent data-search-exclude>{label}: {link}</p>"
    yield f"{beside(site)}</div>"


def _has_notes(operation: Operation, site: PageContext) -> bool:
    about_site = site.versions or site.changes or site.callbacks
    own = operation.outgoing or operation.deprecated or operation.servers
    return bool(about_site or own or operation.security is not None)


def _shown(sections: Iterable[SectionView]) -> str:
    return "".join(
        [
            (heading(section.heading) if section.heading else "") + "".join(section.parts)
            for section in sections
        ]
    )
