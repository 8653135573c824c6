"""The Python-Markdown extension, which renders operation pages in every engine."""

from __future__ import annotations

from collections.abc import Sequence
from copy import copy
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from markdown import Markdown
from markdown.extensions import Extension
from markdown.preprocessors import Preprocessor

from callsheet.catalog import Catalog
from callsheet.catalog.named_types import TypeDefiner
from callsheet.catalog.titles import TitleStyle
from callsheet.findings import Span
from callsheet.model import Operation
from callsheet.paths import folder_of
from callsheet.render import RenderedPage, render_operation, render_panel
from callsheet.samples import languages_of, read_overrides
from callsheet.site.extension_options import EXTENSION_OPTIONS
from callsheet.site.generated import operation_index
from callsheet.site.generated.permalinks import Permalinks
from callsheet.site.generated.type_pages import TypePages
from callsheet.site.hooks import has_hooks, with_hooks
from callsheet.site.markdown import (
    alerts,
    coverage,
    defined_types,
    documentation,
    group_cards,
    includes,
    markers,
    tutorials,
    whole_words,
    xrefs,
)
from callsheet.site.markdown.converter import SiteMarkdown, ids_in, without_marks
from callsheet.site.markdown.current_page import current_page
from callsheet.site.markdown.html_injection import HtmlInjector
from callsheet.site.markdown.markup import RenderedLine, render_marks
from callsheet.site.markdown.page_context import PageContextBuilder
from callsheet.site.markdown.panels import Panels
from callsheet.site.markdown.sample_tabs import SampleTabs
from callsheet.site.operations import SiteOperations
from callsheet.site.page_facts import DependencyRecorder
from callsheet.site.site_catalog import SiteCatalog

if TYPE_CHECKING:
    from callsheet.site.generated.operation_scripts import OperationScripts
    from callsheet.site.output.site_directory import SiteDirectory

# Before any other preprocessor changes the page.
_FIRST = 1000.0
_COLUMNS = '<div class="callsheet-scope"><div class="callsheet-columns"><div>'


class CallsheetExtension(Extension):
    """Renderer of operation pages, lists of operations and types, and the syntax of DocFX.

    Every other page comes out as it would without this extension, but for marks on short code.

    Attributes:
        config: `docs_dir`, the docs directory, for engines in which no plugin gives a catalog;
            `types_dir`, the folder in it with the pages of types; `languages`, the keys of the
            languages that samples are shown in.
        operations: The pages and operations.
        types: The pages of types.
        permalinks: The page of permanent links.
    """

    def __init__(
        self,
        catalog: Catalog | None = None,
        *,
        generate_types: bool = False,
        generate_uids: bool = False,
        **options: Any,
    ) -> None:
        self.config = {name: [*option] for name, option in EXTENSION_OPTIONS.items()}
        super().__init__(**options)
        docs_dir = Path(self.getConfig("docs_dir"))
        style = TitleStyle(self.getConfig("titles"))
        if catalog:
            known = SiteCatalog(catalog, TypeDefiner(), title_style=style)
            self.operations = SiteOperations(docs_dir, known, style)
        else:
            self.operations = SiteOperations.shared(docs_dir, style)
        folder = self.getConfig("types_dir")
        self._recorder: DependencyRecorder | None = None
        self._cells: dict[str, str] = {}
        self._urls: dict[tuple[tuple[str, bool], str], str] = {}
        self.types = TypePages(self.operations, folder, generated=generate_types)
        self.permalinks = Permalinks(self.operations, generated=generate_uids)
        self._languages = languages_of(self.getConfig("languages"))
        self._chosen, _ = read_overrides(self.getConfig("samples"))
        coverage_file = self.getConfig("coverage")
        self._coverage = Path(coverage_file) if coverage_file else None

    def share(self, directory: SiteDirectory, folder: str, *, dirty: bool) -> OperationScripts:
        """Have pages leave to scripts what they show on request.

        Args:
            directory: The site directory.
            folder: The folder of the language, with a slash at its end, or an empty text.
            dirty: Whether pages that are not rendered stay as another build has made them.
        """
        # Other engines do without MkDocs, which this imports.
        from callsheet.site.generated.operation_scripts import OperationScripts

        given = (directory, folder, self.operations.each(), self._chosen)
        self.operations.scripts = scripts = OperationScripts(*given, is_partial=dirty)
        return scripts

    def recording(self, recorder: DependencyRecorder) -> CallsheetExtension:
        """Return the extension for a page whose dependencies are to be recorded."""
        extension = copy(self)
        extension._recorder = recorder
        return extension

    def recorded(self, config: Any, recorder: DependencyRecorder) -> Any:
        """Return MkDocs' configuration with this extension recording the dependencies of pages."""
        # A shallow copy: only the list of extensions differs, and the theme and plugins must be the
        # same objects.
        own = copy(config)
        recording = self.recording(recorder)
        extensions = config["markdown_extensions"]
        own["markdown_extensions"] = [recording if e is self else e for e in extensions]
        return own

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - the name is Python-Markdown's
        """Register the processors."""
        recorder = self._recorder or DependencyRecorder()
        injector = HtmlInjector(md)
        addresses = xrefs.Addresses(md, self.operations, recorder)
        xrefs.register(md, addresses)
        alerts.register(md)
        expand = includes.register(md, self.operations).expand
        documentation.register(md)
        markdown = SiteMarkdown(md, injector, expand, self._cells)
        context = PageContextBuilder(
            self.operations, self.types, self.permalinks, addresses, markdown, self._urls, recorder
        )
        samples = SampleTabs(self._languages, self._chosen)
        panels = Panels(md)
        tutorials.register(md, markdown, addresses, panels)
        renderers = [
            operation_index.renderer(
                partial(current_page, md), self.operations, self.types, addresses.of_path, recorder
            ),
            group_cards.renderer(md, self.operations, addresses.of_path, recorder),
            self.types.renderer(addresses.of_path, recorder),
            self.permalinks.renderer(addresses.of_path, recorder),
            coverage.renderer(self._coverage, self.operations, addresses.of_path),
        ]
        markers.register(md, renderers)
        page = OperationPreprocessor(
            md, panels, injector, markdown, self.operations, context, samples, recorder, renderers
        )
        md.preprocessors.register(page, "callsheet", _FIRST)
        defined_types.register(md, self.operations, self.types, addresses.of_path, recorder)
        whole_words.register(md)


class OperationPreprocessor(Preprocessor):
    """Preprocessor that replaces the lines of an operation page by its HTML.

    A page that documents operations among other text keeps it, and gets a panel for each.
    """

    def __init__(
        self,
        md: Markdown,
        panels: Panels,
        injector: HtmlInjector,
        markdown: SiteMarkdown,
        operations: SiteOperations,
        context: PageContextBuilder,
        samples: SampleTabs,
        recorder: DependencyRecorder,
        renderers: Sequence[markers.Renderer],
    ) -> None:
        super().__init__(md)
        self._renderers = renderers
        self._panels = panels
        self._injector = injector
        self._markdown = markdown
        self._operations = operations
        self._context = context
        self._samples = samples
        self._recorder = recorder

    def run(self, lines: list[str]) -> list[str]:
        """Return the lines, with panels if it documents operations; none for an operation page."""
        if self._markdown.busy:
            return lines
        path, text = current_page(self.md), "\n".join(lines)
        if (page := self.render_page(path, text)) is None:
            return self._with_panels(path, lines, self._operations.among(path, text))
        self._injector.set(page.headings, page.ids)
        self._injector.put(page.html)
        return []

    def render_page(self, path: str | None, text: str) -> RenderedPage | None:
        """Return the page of an operation, or that of a marker alone; None for any other.

        It has the ids of all that links may lead to.
        """
        self._recorder.folder = self._operations.enter(path)
        operation = self._operations.of_page(path, text)
        self._markdown.ids = set()
        if operation is None:
            known = self._operations.given
            if known and path and known.is_of_group(path):
                # It has the way to its group above its title.
                return None
            folder, url = folder_of(path or ""), self._context.url
            return markers.page_of(text, self._renderers, self._markdown, folder, url)
        called = self._operations.with_schemes(operation, self._recorder)
        tabs = self._samples.below(self._operations.base_path)
        samples, further = tabs.of(called), tabs.further(called)
        context = self._context.of(operation)
        page = render_operation(operation, self._markdown, samples, context, further)
        self._operations.record(operation, page.further, self._recorder)
        html = with_hooks(operation, without_marks(page.html))
        ids = ids_in(html) if has_hooks() else self._markdown.ids
        return replace(page, html=html, ids=page.ids | ids)

    def _with_panels(
        self, path: str | None, lines: list[str], operations: Sequence[tuple[Span, Operation]]
    ) -> list[str]:
        """Add to a page's text an anchor above each operation, and its panel next to it."""
        panels = self._panels
        panels.clear()
        tabs = self._samples.below(self._operations.base_path)
        layout = self._operations.layout_around(path, operations)
        if layout is None:
            return lines
        shown: dict[Span, list[str]] = {}
        anchors: dict[int, list[str]] = {}
        for number, (span, operation) in enumerate(operations):
            called = self._operations.with_schemes(operation, self._recorder)
            rendered = render_panel(
                operation,
                number,
                tabs.of(called),
                self._context.of(operation),
                tabs.further(called),
            )
            self._operations.record(operation, rendered.further, self._recorder)
            anchors.setdefault(span.start - 1, []).append(panels.anchor(operation.uid))
            shown.setdefault(span, []).append(with_hooks(operation, without_marks(rendered.html)))
        self._injector.set(names=[operation.uid for _, operation in operations])
        texts = render_marks(lines, panels.mark, tabs_by_language=layout == "slate")
        texts.append(RenderedLine([]))
        begins: dict[int, list[str]] = {at: [*each] for at, each in anchors.items()}
        ends: dict[int, list[str]] = {}
        for span, found in shown.items():
            panel = "\n".join(found)
            end, inside = span.end, texts[span.start - 1].inside
            while end < len(lines) and texts[end].inside is not inside and not texts[end].has_text:
                end += 1
            # A mark that only begins or ends within the operation would cross its columns.
            if texts[end].inside is inside:
                begins.setdefault(span.start - 1, []).append(panels.mark(_COLUMNS))
                # Material's search leaves out all up to the next end of an element of that name.
                beside = (
                    f'<section class="callsheet-beside" data-search-exclude="">{panel}</section>'
                )
                panel = f"</div>{beside}</div></div>"
            ends.setdefault(end, []).insert(0, panels.mark(panel))
        result: list[str] = []
        for number, line in enumerate(texts):
            for html in (*ends.get(number, ()), *begins.get(number, ())):
                result += ["", html, ""]
            result += line.texts or [""]
        return result


def makeExtension(**options: Any) -> CallsheetExtension:  # noqa: N802 - as above
    """Return the extension, as Python-Markdown asks the module for it."""
    return CallsheetExtension(**options)
