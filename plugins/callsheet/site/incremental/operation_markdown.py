"""Conversion of operation pages with one Markdown instance, and without what finds nothing there.

The first preprocessor takes all lines of such a page, so that only the table of contents and the
links to anchors are left to the others.
"""

from __future__ import annotations

from collections.abc import Collection
from xml.etree.ElementTree import Element

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

from callsheet.site.extension import CallsheetExtension, OperationPreprocessor
from callsheet.site.markdown.converter import is_known
from callsheet.site.markdown.html_injection import HIDE, SHOW
from callsheet.site.mkdocs_internals import PagesMarkdown
from callsheet.site.page_facts import Dependency, DependencyRecorder


class OperationMarkdown:
    """The Markdown of the operation pages of one process.

    Args:
        config: The configuration.
        files: The site's files.
        extension: The extension that renders them.
    """

    def __init__(self, config: MkDocsConfig, files: Files, extension: CallsheetExtension) -> None:
        self._recorder = DependencyRecorder()
        self._pages = PagesMarkdown(extension.recorded(config, self._recorder), files)
        md = self._pages.md
        first, steps = next(iter(md.preprocessors)), [*md.treeprocessors]
        index = md.treeprocessors.get_index_for_name
        self._steps = steps[index(SHOW) : index(HIDE) + 1] if SHOW in md.treeprocessors else []
        self._operations: OperationPreprocessor | None = None
        if isinstance(first, OperationPreprocessor) and is_known(md):
            self._operations = first

    def render(self, page: Page) -> Collection[Dependency] | None:
        """Render a page, if it documents an operation and nothing unknown may change it.

        Returns:
            What it depends on; None where it was not rendered.
        """
        if self._operations is None:
            return None
        self._pages.begin(page.file)
        self._recorder.found = set()
        html = self._operations.render_page(page.file.src_uri, page.markdown or "")
        if html is None:
            return None
        root = Element("div")
        for step in self._steps:
            step.run(root)
        self._pages.finish(page, html.strip())
        return self._recorder.found
