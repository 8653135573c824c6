"""Writing of whole pages, unless the site directory has them already."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from typing import Any

from mkdocs.structure.files import File
from mkdocs.structure.pages import Page

from callsheet.site.incremental.cached_page import CachedPage, RenderingContext
from callsheet.site.incremental.shared_pages import SharedPages
from callsheet.site.mkdocs_internals import get_context
from callsheet.site.theme.navigation_lists import NavigationLists
from callsheet.site.theme.shells import Shells
from callsheet.site.theme.sidebar import Sidebar

TEMPLATE = "callsheet-operation.html"
"""The template of an operation's page."""


class PageWriter:
    """Writer of the pages of one build that are in the cache, once all pages are read.

    The last ones are written by another process.

    Args:
        context: That of all pages.
        pages: The pages.
        sidebar: The navigation around each page.
        environment: The theme's Jinja environment.
        lists: Renders lists of the navigation; None where the templates of the theme do.
        shared: The path of a script whose name changes with what the pages leave out.
    """

    def __init__(
        self,
        context: RenderingContext,
        pages: Iterable[CachedPage],
        sidebar: Sidebar,
        environment: Any,
        lists: NavigationLists | None,
        shared: str,
    ) -> None:
        self._cache, self._config = context.cache, context.config
        self._directory = directory = context.directory
        self._sidebar, self._shared = sidebar, shared
        self._environment = environment
        self._shells = Shells(context.config, self._render, sidebar, lists)
        own = []
        for page in pages:
            if page.entry and page.meta.get("template") == TEMPLATE:
                own.append(page)
            else:
                # Its author has given it another template, which MkDocs fills with the content.
                page.load()
        self._own = {page.file.src_uri for page in own}
        self._missing = {
            page.file.src_uri: page
            for page in own
            if not directory.keep(page.file.dest_uri, partial(self._key, page))
        }
        self._pages = SharedPages(context, self._missing.values(), self._write)

    def write(self) -> None:
        """Write those of the pages that are not up to date, as far as this process does."""
        for page in self._missing.values():
            if self._pages.take(page):
                self._write(page)
        # Before others look at all that was read: what one process touches, both have.
        self._pages.join()

    def rewrite(self, page: CachedPage) -> bytes:
        """Write a page that has been rendered anew since; return its HTML."""
        content = self._html(page)
        # Without a key, the next build writes it again.
        self._directory.write(page.file.dest_uri, "", content)
        return content

    def finish(self) -> None:
        """Wait for the other process, and write what it has not written."""
        self._pages.join()
        for page in self._missing.values():
            if page.file.dest_uri not in self._directory.written:
                self._write(page)

    def has(self, file: File) -> bool:
        """Tell whether the page of a file is one of these."""
        return file.src_uri in self._own

    def terminate(self) -> None:
        """End the other process."""
        self._pages.terminate()

    def _write(self, page: CachedPage) -> None:
        """Render the whole HTML of a page, as MkDocs does, and write it."""
        # Before it is loaded, as the next build does.
        key = self._key(page)
        page.load()
        try:
            content = self._html(page)
        finally:
            page.unload()
        self._directory.write(page.file.dest_uri, key, content)

    def _key(self, page: CachedPage) -> str:
        # Only of pages that were there, and in the process that writes others: thousands take long.
        around = (*self._sidebar.fingerprint(page), self._shared)
        return self._cache.html_key(page, page.entry or {}, around)

    def _html(self, page: CachedPage) -> bytes:
        # With the same error handler as MkDocs, so that the files are the same as without the
        # cache.
        return self._shells.render(page).encode("utf-8", errors="xmlcharrefreplace")

    def _render(self, page: Page) -> str:
        # As MkDocs does while it renders a page: templates mark the active page in the navigation.
        page.active = True
        try:
            context = get_context(self._sidebar.around(page, marked=True), (), self._config, page)
            return str(self._environment.get_template(TEMPLATE).render(context))
        finally:
            page.active = False
