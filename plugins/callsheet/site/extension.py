"""The Python-Markdown extension, which makes the HTML of operation pages in every engine."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from markdown import Markdown
from markdown.extensions import Extension
from markdown.preprocessors import Preprocessor

from callsheet.catalog import Catalog
from callsheet.model import Operation
from callsheet.render import RenderedSample, render_operation
from callsheet.samples import python_sample
from callsheet.site.markdown import SiteMarkdown, without_marks
from callsheet.site.operations import Operations
from callsheet.site.outline import Outline
from callsheet.site.overview import OverviewTreeprocessor
from callsheet.site.pages import current_page

# Before any other preprocessor has seen the page.
_FIRST = 1000.0
# Before the inline patterns, which have priority 20.
_BEFORE_INLINE = 25.0
_ID = re.compile(r"<[a-zA-Z][^<>]*?\s(?:id|name)=\"([^\"]+)\"")


class CallsheetExtension(Extension):
    """Renders operation pages and the overview of all operations; leaves every other page alone.

    Attributes:
        config: `docs_dir`, the docs directory, for engines in which no plugin gives a catalog.
    """

    def __init__(self, catalog: Catalog | None = None, **options: Any) -> None:
        self.config = {"docs_dir": ["docs", "Directory with the pages. Default: `docs`."]}
        super().__init__(**options)
        self._catalog = catalog

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - the name is Python-Markdown's
        """Registers the processors."""
        operations = Operations(Path(self.getConfig("docs_dir")), self._catalog)
        outline = Outline(md)
        page = OperationPreprocessor(md, operations, outline)
        md.preprocessors.register(page, "callsheet", _FIRST)
        overview = OverviewTreeprocessor(md, operations)
        md.treeprocessors.register(overview, "callsheet_overview", _BEFORE_INLINE)


class OperationPreprocessor(Preprocessor):
    """Takes the lines of an operation page away, and hands its HTML to the outline."""

    def __init__(self, md: Markdown, operations: Operations, outline: Outline) -> None:
        super().__init__(md)
        self._operations = operations
        self._outline = outline
        self._markdown = SiteMarkdown(md, outline)

    def run(self, lines: list[str]) -> list[str]:
        """Returns the lines as they are, or none for an operation page."""
        if self._markdown.busy:
            return lines
        operation = self._operations.of_page(current_page(self.md), "\n".join(lines))
        if operation is None:
            return lines
        page = render_operation(operation, self._markdown, _samples(operation))
        html = without_marks(page.html)
        self._outline.announce(page.headings, _ID.findall(html), html)
        return []


def _samples(operation: Operation) -> tuple[RenderedSample, ...]:
    sample = python_sample(operation)
    return (RenderedSample("Python", sample.filename, "python", sample.text, sample.assets),)


def makeExtension(**options: Any) -> CallsheetExtension:  # noqa: N802 - as above
    """Makes the extension, as Python-Markdown wants it of the module."""
    return CallsheetExtension(**options)
