"""The Python-Markdown extension, which makes the HTML of operation pages in every engine."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from markdown import Markdown
from markdown.extensions import Extension
from markdown.preprocessors import Preprocessor

from callsheet.catalog import Catalog
from callsheet.catalog.named_types import TypeDefiner
from callsheet.render import render_operation
from callsheet.samples import DEFAULT_LANGUAGES, languages_of, read_overrides
from callsheet.site.generated.permalinks import Uids
from callsheet.site.generated.type_pages import Types
from callsheet.site.markdown import alerts, coverage, documentation, includes, markers, xrefs
from callsheet.site.markdown.converter import SiteMarkdown, without_marks
from callsheet.site.markdown.current_page import current_page
from callsheet.site.markdown.html_injection import Outline
from callsheet.site.markdown.operation_index import Overview
from callsheet.site.markdown.page_context import SurroundingsBuilder
from callsheet.site.markdown.sample_tabs import SampleTabs
from callsheet.site.operations import Known, Operations

# Before any other preprocessor has seen the page.
_FIRST = 1000.0
_ID = re.compile(r"<[a-zA-Z][^<>]*?\s(?:id|name)=\"([^\"]+)\"")


class CallsheetExtension(Extension):
    """Renders operation pages, lists of operations and types, and what pages have from DocFX.

    Every other page comes out as it would without this extension.

    Attributes:
        config: `docs_dir`, the docs directory, for engines in which no plugin gives a catalog;
            `types_dir`, the folder in it with the pages of types; `languages`, the keys of the
            languages that samples are shown in.
        operations: The pages and operations.
        types: The pages of types.
        uids: The page to which permanent links lead.
    """

    def __init__(
        self,
        catalog: Catalog | None = None,
        *,
        generate_types: bool = False,
        generate_uids: bool = False,
        **options: Any,
    ) -> None:
        self.config = self.options()
        super().__init__(**options)
        docs_dir = Path(self.getConfig("docs_dir"))
        known = Known(catalog, TypeDefiner()) if catalog else None
        self.operations = Operations(docs_dir, known) if known else Operations.shared(docs_dir)
        folder = self.getConfig("types_dir")
        self._known: dict[str, str] = {}
        self._urls: dict[tuple[str, bool, str], str] = {}
        self.types = Types(self.operations, folder, generated=generate_types)
        self.uids = Uids(self.operations, generated=generate_uids)
        self._languages = languages_of(self.getConfig("languages"))
        self._chosen, _ = read_overrides(self.getConfig("samples"))
        coverage_file = self.getConfig("coverage")
        self._coverage = Path(coverage_file) if coverage_file else None

    @staticmethod
    def options() -> dict[str, list[Any]]:
        """The options: of each its default, and what it is for."""
        return {
            "docs_dir": ["docs", "Directory with the pages. Default: `docs`."],
            "types_dir": ["types", "Folder with the pages of types. Default: `types`."],
            "languages": [
                list(DEFAULT_LANGUAGES),
                f"Languages of the samples. Default: {', '.join(DEFAULT_LANGUAGES)}.",
            ],
            "samples": [{}, "What samples send, where no page says otherwise. Default: nothing."],
            "coverage": ["", "What `callsheet test --coverage` wrote. Default: none."],
        }

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - the name is Python-Markdown's
        """Registers the processors."""
        outline = Outline(md)
        addresses = xrefs.Addresses(md, self.operations)
        xrefs.register(md, addresses)
        alerts.register(md)
        expand = includes.register(md, self.operations).expand
        documentation.register(md)
        markdown = SiteMarkdown(md, outline, expand, self._known)
        site = SurroundingsBuilder(
            self.operations, self.types, self.uids, addresses, markdown, self._urls
        )
        samples = SampleTabs(self._languages, self._chosen)
        page = OperationPreprocessor(md, outline, markdown, self.operations, site, samples)
        md.preprocessors.register(page, "callsheet", _FIRST)
        overview = Overview(self.operations, addresses.of_path)
        renderers = [
            overview.render,
            self.types.renderer(addresses.of_path),
            self.uids.renderer(addresses.of_path),
            coverage.renderer(self._coverage, self.operations, addresses.of_path),
        ]
        markers.register(md, renderers)


class OperationPreprocessor(Preprocessor):
    """Takes the lines of an operation page away, and hands its HTML to the outline."""

    def __init__(
        self,
        md: Markdown,
        outline: Outline,
        markdown: SiteMarkdown,
        operations: Operations,
        site: SurroundingsBuilder,
        samples: SampleTabs,
    ) -> None:
        super().__init__(md)
        self._outline = outline
        self._markdown = markdown
        self._operations = operations
        self._site = site
        self._samples = samples

    def run(self, lines: list[str]) -> list[str]:
        """Returns the lines as they are, or none for an operation page."""
        if self._markdown.busy:
            return lines
        operation = self._operations.of_page(current_page(self.md), "\n".join(lines))
        if operation is None:
            return lines
        called = self._operations.with_schemes(operation)
        samples = self._samples.of(called)
        further = self._samples.further(called)
        site = self._site.of(operation)
        page = render_operation(operation, self._markdown, samples, site, further)
        html = without_marks(page.html)
        self._outline.announce(page.headings, _ID.findall(html), html)
        return []


def makeExtension(**options: Any) -> CallsheetExtension:  # noqa: N802 - as above
    """Makes the extension, as Python-Markdown wants it of the module."""
    return CallsheetExtension(**options)
