"""How the pages of operations get into the theme, and from there into the site directory."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any

from mkdocs.commands.build import get_context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from callsheet.cache.texts import TextStore
from callsheet.parallel import SharedTasks, share_tasks
from callsheet.site.generated.extra_files import FilesBeside
from callsheet.site.generated.nav import keep_escaped
from callsheet.site.incremental.dependencies import Facts
from callsheet.site.incremental.fingerprint import THEME_DIR, site_fingerprint
from callsheet.site.incremental.page_cache import Found, KeptPage, KeptPages
from callsheet.site.operations import Operations
from callsheet.site.output.minify import compact_block, compact_page
from callsheet.site.output.site_directory import Output, Written
from callsheet.site.theme.blocks import Blocks
from callsheet.site.theme.sidebar import Sidebar

_TEMPLATE = "callsheet-operation.html"
_WRITTEN = "callsheet-written.html"
_build_log = logging.getLogger("mkdocs.commands.build")
# MkDocs marks drafts, after all plugins have had their say.
_SHOWN = {InclusionLevel.INCLUDED, InclusionLevel.NOT_IN_NAV}


class Rendering:
    """The pages of operations of one build, in the theme Material for MkDocs.

    Other themes show them as they show any page.

    Args:
        config: The configuration.
        contents: The digests of their pages, and of other pages that may be kept, by path.
        store: Where they are kept, if they are.
        output: What the site directory has.
        known: What was found of the pages in the build before by this process.
    """

    def __init__(
        self,
        config: MkDocsConfig,
        contents: Mapping[str, bytes],
        store: TextStore | None,
        output: Output,
        known: Mapping[bytes, Found],
    ) -> None:
        self._store = store
        self._contents = contents
        self._output = output
        self._known = known
        self._kept: KeptPages | None = None
        self._pages: list[KeptPage] = []
        self._sidebar: Sidebar | None = None
        self._config = config
        self._env: Any = None
        self._converting: SharedTasks[str, Mapping[str, Written]] | None = None
        self._writing: SharedTasks[str, Mapping[str, Written]] | None = None
        self._keys: dict[str, str] = {}
        self._left: set[str] = set()
        self._skipped = _Skipped()
        self._active = config.theme.name == "material"
        if self._active and THEME_DIR not in config.theme.dirs:
            config.theme.dirs.append(THEME_DIR)

    @property
    def environment(self) -> Any:
        """The theme's Jinja environment."""
        return self._env

    @property
    def templates(self) -> tuple[str, ...]:
        """The templates of pages, as far as no page has another one."""
        return ("main.html", _TEMPLATE) if self._active else ("main.html",)

    @property
    def found(self) -> Mapping[bytes, Found]:
        """What was found or made of the pages, for the next build by this process."""
        return self._kept.found if self._kept else {}

    def start(
        self,
        nav: Navigation,
        files: Files,
        operations: Operations,
        facts: Facts,
        overview: str | None,
        beside: FilesBeside,
    ) -> None:
        """Looks for what is kept of the pages, now that all plugins have said what they say.

        Args:
            nav: The navigation.
            files: The files.
            operations: The pages and operations.
            facts: What the site says to pages.
            overview: The page that lists all operations.
            beside: What is written beside the pages.
        """
        if self._active:
            file = files.get_file_from_path(overview) if overview else None
            url = file.url if file else None
            self._sidebar = Sidebar(nav, url)
            extra = [facts.usual_headers(), url or ""]
            fingerprint = site_fingerprint(self._config, files, extra) if self._store else None
            if self._store and fingerprint:
                self._kept = KeptPages(
                    self._store, fingerprint, operations, self._contents, facts, files,
                    self._config, self._known,
                )  # fmt: skip
                self._convert(self._kept, files, beside)
                return
        beside.write()

    def _convert(self, kept: KeptPages, files: Files, beside: FilesBeside) -> None:
        kept.made_elsewhere = self._made_elsewhere
        pages = []
        for file in files.documentation_pages():
            if file.page and file.inclusion in _SHOWN and (page := kept.take_over(file.page)):
                self._pages.append(page)
                if page.found is None:
                    pages.append(page)
        config = self._config

        def convert(page: KeptPage) -> None:
            page.read_source(config)
            page.render(config, files)
            # The build finds it in the store.
            page.forget()

        self._converting = self._help(
            pages, convert, first=beside.write, weight=beside.weight(), kept=kept
        )
        if self._converting is None:
            beside.write()

    def _help(
        self,
        pages: Sequence[KeptPage],
        make: Callable[[KeptPage], None],
        kept: KeptPages,
        *,
        first: Callable[[], None] = lambda: None,
        weight: int = 0,
    ) -> SharedTasks[str, Mapping[str, Written]] | None:
        kept.flush()

        def before() -> None:
            # What is to be reported of a page, the parent reports: such pages are not kept.
            logger = logging.getLogger("mkdocs")
            logger.handlers.clear()
            logger.propagate = False
            kept.reopen()
            kept.made_elsewhere = lambda _: False
            self._output.written = {}
            first()

        def after() -> Mapping[str, Written]:
            kept.flush()
            return self._output.written

        named = {page.file.src_uri: partial(make, page) for page in pages}
        return share_tasks(named, prepare=before, result=after, weight=weight)

    def _made_elsewhere(self, page: KeptPage) -> bool:
        if self._converting is None or self._converting.take(page.file.src_uri):
            return False
        self._end(self._converting)
        return True

    def _end(self, helper: SharedTasks[str, Mapping[str, Written]] | None) -> None:
        if helper:
            for written in helper.join():
                self._output.written.update(written)

    def name_template(self, page: Page) -> None:
        """Gives the page of an operation its template; one of the author's own stays."""
        if self._active:
            page.meta.setdefault("template", _TEMPLATE)

    def set_environment(self, env: Any) -> None:
        """Begins to write the pages, now that all of them are read.

        Args:
            env: The theme's Jinja environment.
        """
        self._env = env
        env.filters["callsheet_compact"] = compact_block
        env.filters["callsheet_page"] = compact_page
        env.globals["callsheet_once"] = Blocks(self._config.theme).once
        if self._kept is None or self._sidebar is None:
            return
        ours = []
        for page in self._pages:
            if page.meta.get("template") != _TEMPLATE:
                # The author has given it another one, which MkDocs fills with what the page has.
                page.load()
                continue
            key = self._kept.key_of_html(page, self._sidebar.said(page))
            if key is not None:
                self._keys[page.file.src_uri] = key
                ours.append(page)
        for page in ours:
            page.meta["template"] = _WRITTEN
        self._skipped.paths = {*self._keys}
        _build_log.addFilter(self._skipped)
        self._pages = [page for page in ours if not self._is_there(page)]
        self._left = {page.file.src_uri for page in self._pages}
        self._writing = self._help(self._pages, self._write, self._kept)

    def _is_there(self, page: KeptPage) -> bool:
        return self._output.has(page.file.dest_uri, self._keys[page.file.src_uri])

    def fill(self, context: Any, page: Page) -> None:
        """Gives the template of an operation's page its navigation, or writes the page."""
        keep_escaped(page)
        template = page.meta.get("template")
        if template == _TEMPLATE and self._sidebar:
            context["nav"] = self._sidebar.around(page)
        elif (
            isinstance(page, KeptPage)
            and page.file.src_uri in self._left
            and (self._writing is None or self._writing.take(page.file.src_uri))
        ):
            self._write(page)

    def _write(self, page: KeptPage) -> None:
        """Makes the whole HTML of a page, as MkDocs does."""
        page.load()
        page.active = True
        try:
            nav = self._sidebar.around(page) if self._sidebar else Navigation([], [])
            context = get_context(nav, (), self._config, page)
            html = self._env.get_template(_TEMPLATE).render(context)
        finally:
            page.active = False
            page.unload()
        content = html.encode("utf-8", errors="xmlcharrefreplace")
        self._output.write(page.file.dest_uri, self._keys[page.file.src_uri], content)

    def finish(self) -> None:
        """Waits for what goes on beside the build."""
        self._end(self._converting)
        self._end(self._writing)
        for page in self._pages:
            if page.file.src_uri in self._left and page.file.dest_uri not in self._output.written:
                self._write(page)
        _build_log.removeFilter(self._skipped)

    def abandon(self) -> None:
        """Ends what goes on beside a build that has failed."""
        for helper in (self._converting, self._writing):
            if helper:
                helper.terminate()
        _build_log.removeFilter(self._skipped)


class _Skipped(logging.Filter):
    """Leaves out that MkDocs has skipped pages which are written here."""

    def __init__(self) -> None:
        super().__init__()
        self.paths: set[str] = set()

    def filter(self, record: logging.LogRecord) -> bool:
        message = record.getMessage()
        skipped = message.startswith("Page skipped: ")
        return not skipped or message.split("'")[1] not in self.paths
