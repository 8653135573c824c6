"""The Python-Markdown extension, which makes the HTML of operation pages in every engine."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Any

from markdown import Markdown
from markdown.extensions import Extension
from markdown.preprocessors import Preprocessor

from callsheet.catalog import Catalog
from callsheet.model import Operation
from callsheet.render import RenderedSample, render_operation
from callsheet.samples import python_sample
from callsheet.site import alerts, includes, markers, xrefs
from callsheet.site.markdown import SiteMarkdown, without_marks
from callsheet.site.operations import Operations
from callsheet.site.outline import Outline
from callsheet.site.overview import Overview
from callsheet.site.pages import current_page
from callsheet.site.types import Types

# Before any other preprocessor has seen the page.
_FIRST = 1000.0
_ID = re.compile(r"<[a-zA-Z][^<>]*?\s(?:id|name)=\"([^\"]+)\"")


class CallsheetExtension(Extension):
    """Renders operation pages, lists of operations and types, and what pages have from DocFX.

    Every other page comes out as it would without this extension.

    Attributes:
        config: `docs_dir`, the docs directory, for engines in which no plugin gives a catalog;
            `types_dir`, the folder in it with the pages of types.
        types: The pages of types.
    """

    def __init__(
        self, catalog: Catalog | None = None, *, generate_types: bool = False, **options: Any
    ) -> None:
        self.config = {
            "docs_dir": ["docs", "Directory with the pages. Default: `docs`."],
            "types_dir": ["types", "Folder with the pages of types. Default: `types`."],
        }
        super().__init__(**options)
        docs_dir = Path(self.getConfig("docs_dir"))
        self._operations = Operations(docs_dir, catalog) if catalog else Operations.shared(docs_dir)
        folder = self.getConfig("types_dir")
        self.types = Types(self._operations, folder, generated=generate_types)

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - the name is Python-Markdown's
        """Registers the processors."""
        outline = Outline(md)
        addresses = xrefs.Addresses(md, self._operations)
        xrefs.register(md, addresses)
        alerts.register(md)
        expand = includes.register(md, self._operations).expand
        markdown = SiteMarkdown(md, outline, expand)
        page = OperationPreprocessor(md, outline, markdown, self._operations, self.types, addresses)
        md.preprocessors.register(page, "callsheet", _FIRST)
        overview = Overview(self._operations, addresses.of_path)
        markers.register(md, [overview.render, self.types.renderer(addresses.of_path)])


class OperationPreprocessor(Preprocessor):
    """Takes the lines of an operation page away, and hands its HTML to the outline."""

    def __init__(
        self,
        md: Markdown,
        outline: Outline,
        markdown: SiteMarkdown,
        operations: Operations,
        types: Types,
        addresses: xrefs.Addresses,
    ) -> None:
        super().__init__(md)
        self._outline = outline
        self._markdown = markdown
        self._operations = operations
        self._types = types
        self._addresses = addresses

    def run(self, lines: list[str]) -> list[str]:
        """Returns the lines as they are, or none for an operation page."""
        if self._markdown.busy:
            return lines
        operation = self._operations.of_page(current_page(self.md), "\n".join(lines))
        if operation is None:
            return lines
        page = render_operation(
            operation, self._markdown, _samples(operation), cache(self._type_url)
        )
        html = without_marks(page.html)
        self._outline.announce(page.headings, _ID.findall(html), html)
        return []

    def _type_url(self, name: str) -> str:
        """The URL of the page of a type; empty where there is none."""
        path = self._types.path(name)
        return self._markdown.url(self._addresses.of_path(path)) if path else ""


def _samples(operation: Operation) -> tuple[RenderedSample, ...]:
    sample = python_sample(operation)
    return (RenderedSample("Python", sample.filename, "python", sample.text, sample.assets),)


def makeExtension(**options: Any) -> CallsheetExtension:  # noqa: N802 - as above
    """Makes the extension, as Python-Markdown wants it of the module."""
    return CallsheetExtension(**options)
