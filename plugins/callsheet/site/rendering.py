"""How the pages of operations get into the theme."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from mkdocs.commands.build import get_context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from callsheet.catalog import Catalog
from callsheet.site.compact import compact_block, compact_page
from callsheet.site.facts import Facts
from callsheet.site.fingerprint import THEME_DIR, site_fingerprint
from callsheet.site.helper import Helper, help_with
from callsheet.site.kept import KeptPage, KeptPages
from callsheet.site.operations import Operations
from callsheet.site.sidebar import navigation_around
from callsheet.site.store import TextStore

_TEMPLATE = "callsheet-operation.html"
_KEPT = "callsheet-kept.html"
# MkDocs marks drafts, after all plugins have had their say.
_SHOWN = {InclusionLevel.INCLUDED, InclusionLevel.NOT_IN_NAV}


class Rendering:
    """The pages of operations of one build, in the theme Material for MkDocs.

    Other themes show them as they show any page.

    Args:
        config: The configuration.
        catalog: The operations.
        contents: The digests of their pages, of those that may be kept.
        store: Where they are kept, if they are.
    """

    def __init__(
        self,
        config: MkDocsConfig,
        catalog: Catalog,
        contents: Mapping[str, bytes],
        store: TextStore | None,
    ) -> None:
        self._store = store
        self._catalog = catalog
        self._contents = contents
        self._kept: KeptPages | None = None
        self._overview: str | None = None
        self._nav: Navigation | None = None
        self._config = config
        self._env: Any = None
        self._pages: Sequence[KeptPage] = ()
        self._helper: Helper | None = None
        self._active = config.theme.name == "material"
        if self._active and THEME_DIR not in config.theme.dirs:
            config.theme.dirs.append(THEME_DIR)

    def start(
        self,
        config: MkDocsConfig,
        nav: Navigation,
        files: Files,
        operations: Operations,
        facts: Facts,
        overview: str | None,
    ) -> None:
        """Looks for what is kept of the pages, now that all plugins have said what they say.

        Args:
            config: The configuration.
            nav: The navigation.
            files: The files.
            operations: The pages and operations.
            facts: What the site says to pages.
            overview: The page that lists all operations.
        """
        if not self._active:
            return
        self._nav, self._config = nav, config
        file = files.get_file_from_path(overview) if overview else None
        self._overview = file.url if file else None
        extra = [facts.usual_headers(), self._overview or ""]
        fingerprint = site_fingerprint(config, files, extra) if self._store else None
        if self._store is None or fingerprint is None:
            return
        kept = KeptPages(self._store, fingerprint, operations, self._contents, facts, files, config)
        for each in files.documentation_pages():
            if each.page and each.inclusion in _SHOWN:
                kept.take_over(each.page)
        self._kept = kept
        self._pages = [f.page for f in files.documentation_pages() if isinstance(f.page, KeptPage)]
        unread = [page for page in self._pages if kept.find(page) is None]
        self._helper = help_with(unread, lambda page: _convert(page, config, files), kept)

    def name_template(self, page: Page) -> None:
        """Gives the page of an operation its template; one of the author's own stays."""
        if self._active:
            page.meta.setdefault("template", _KEPT if self._kept else _TEMPLATE)

    def set_environment(self, env: Any) -> None:
        """Gives the templates what they need.

        Args:
            env: The theme's Jinja environment.
        """
        self._env = env
        env.filters["callsheet_compact"] = compact_block
        env.filters["callsheet_page"] = compact_page
        if self._helper and self._kept and self._nav:
            self._helper.end()
            self._helper = help_with(self._pages, self._complete, self._kept)

    def fill(self, context: Any, page: Page, nav: Navigation) -> None:
        """Gives the template of an operation's page its navigation, and what is kept of it."""
        template = page.meta.get("template")
        if template not in {_TEMPLATE, _KEPT} or page.file.src_uri not in self._catalog.by_path:
            return
        context["nav"] = around = navigation_around(nav, page, self._overview)
        if template == _TEMPLATE or self._kept is None:
            return

        def render() -> str:
            return str(self._env.get_template(_TEMPLATE).render(context))

        context["callsheet_page"] = self._kept.html(page, around, render)

    def _complete(self, page: KeptPage) -> bool:
        """Makes the whole HTML of a page, as the build itself would."""
        if self._kept is None or self._nav is None or page.found is None:
            return True
        page.active = True
        try:
            made = self._kept.made
            self.fill(get_context(self._nav, (), self._config, page), page, self._nav)
            return self._kept.made > made
        finally:
            page.active = False

    def finish(self) -> None:
        """Ends what goes on beside the build."""
        if self._helper:
            self._helper.end()


def _convert(page: KeptPage, config: MkDocsConfig, files: Files) -> bool:
    page.read_source(config)
    if page.found is not None:
        return False
    page.render(config, files)
    page.content = page.markdown = page.found = None
    return True
