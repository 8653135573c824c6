"""Conversion of operation pages with one Markdown instance, of which only parts of them are text.

Our own preprocessor takes all lines of such a page, and knows the headings and the ids in it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from html import escape
from typing import Any

from markdown.extensions.toc import TocTreeprocessor, nest_toc_tokens
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

from callsheet.render import Heading
from callsheet.site.extension import CallsheetExtension, OperationPreprocessor
from callsheet.site.markdown.converter import is_known
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
        first = next(iter(md.preprocessors))
        self._toc = md.treeprocessors["toc"] if "toc" in md.treeprocessors else None  # noqa: SIM401
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
        found = self._operations.render_page(page.file.src_uri, page.markdown or "")
        if found is None:
            return None
        self._pages.finish(page, found.html.strip(), self._contents(found.headings), found.ids)
        return self._recorder.found

    def _contents(self, headings: Iterable[Heading]) -> list[Any]:
        """Return the table of contents, as the `toc` extension makes it of such headings."""
        toc = self._toc
        if not isinstance(toc, TocTreeprocessor):
            return []
        levels = ((min(heading.level + toc.base_level, 6), heading) for heading in headings)
        tokens: list[Any] = [
            {
                "level": level,
                "id": heading.id,
                "name": escape(" ".join(heading.title.split()), quote=False),
            }
            for level, heading in levels
            if toc.toc_top <= level <= toc.toc_bottom
        ]
        return list(nest_toc_tokens(tokens))
