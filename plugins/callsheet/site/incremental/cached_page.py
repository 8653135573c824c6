"""Pages of MkDocs that are rendered only when the cache has no valid entry."""

from __future__ import annotations

import json
import logging
from collections.abc import Callable, Collection, Container, Iterator, Mapping
from contextlib import contextmanager
from datetime import date, datetime
from typing import Any, NamedTuple
from urllib.parse import urlsplit

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import TableOfContents

from callsheet import lazy_re as re
from callsheet.site.extension import CallsheetExtension
from callsheet.site.generated.operation_scripts import OperationScripts, PageRecords
from callsheet.site.incremental.operation_markdown import OperationMarkdown
from callsheet.site.incremental.page_cache import CacheEntry, RenderedPageCache
from callsheet.site.output.site_directory import SiteDirectory
from callsheet.site.page_facts import DependencyRecorder

_SHOWN = {InclusionLevel.INCLUDED, InclusionLevel.NOT_IN_NAV, InclusionLevel.UNDEFINED}
_PLAIN_URL = re.compile(r"https?://[a-z\d.:-]+/(?:[\w%-][\w%.-]*/)*(?:[\w%-][\w%.-]*)?", re.ASCII)
_DATES = {"date": date.fromisoformat, "datetime": datetime.fromisoformat}


class RenderingContext(NamedTuple):
    """Context that the pages of one build share.

    Attributes:
        cache: The cache.
        extension: The extension that renders them.
        markdown: Renders those of operations.
        config: The configuration.
        files: The site's files.
        directory: The site directory.
        rendered_elsewhere: Waits until another process has rendered a page, and returns the key of
            its content, empty where it is not known; None if this process is to render it.
        scripts: The scripts of operations.
        make_parts: Makes the parts of documents that belong to the page of that path.
    """

    cache: RenderedPageCache
    extension: CallsheetExtension
    markdown: OperationMarkdown
    config: MkDocsConfig
    files: Files
    directory: SiteDirectory
    rendered_elsewhere: Callable[[CachedPage], str | None]
    scripts: OperationScripts
    make_parts: Callable[[str], object] = lambda _: None


class CachedPage(Page):
    """A page that takes its rendered content from the cache.

    A page with an entry has no content in memory: only the theme's template needs it, where the
    whole HTML of the page is not up to date either. Before `attach`, it is a page like any other.

    Attributes:
        entry: The valid entry of the cache, if there is one.
    """

    def __init__(self, title: str | None, file: File, config: MkDocsConfig) -> None:
        super().__init__(title, file, config)
        self.entry: CacheEntry | None = None
        self._context: RenderingContext | None = None
        self._front_matter: Any = None
        self._anchors: set[str] | None = None

    def _set_canonical_url(self, base: str | None) -> None:
        # As `urljoin` would, which takes ten times as long, for each page of a site.
        url = f"{base}{self.url}"
        if base and base.endswith("/") and _PLAIN_URL.fullmatch(url):
            self.canonical_url, self.abs_url = url, urlsplit(base).path + self.url
        else:
            super()._set_canonical_url(base)

    def attach(self, context: RenderingContext) -> None:
        """Use a cache from now on."""
        # MkDocs makes the pages before all plugins have changed files and navigation, on which the
        # keys depend; so the cache comes later than the page.
        self._context = context
        self.entry = context.cache.find(self)

    # MkDocs sets it when it renders a page, and reads it of pages that others link into.
    @property
    def present_anchor_ids(self) -> set[str] | None:
        """The ids that one can link to."""
        if self._anchors is None and self._context and self.entry:
            content = self._context.cache.content(self, self.entry)
            # Without content, somebody has emptied the store; MkDocs then checks no links to it.
            self._anchors = content.anchors if content else None
        return self._anchors

    @present_anchor_ids.setter
    def present_anchor_ids(self, anchors: set[str] | None) -> None:
        self._anchors = anchors

    def read_source(self, config: MkDocsConfig) -> None:
        """Read the file, unless the page is in the cache."""
        context = self._context
        if context and not self.entry and (made := context.rendered_elsewhere(self)) is not None:
            self.entry = context.cache.find(self, made)
        if self.entry:
            # Only rendering would need the text.
            self.markdown = ""
            self.meta = _meta(self.entry["front_matter"])
        else:
            super().read_source(config)
            # Plugins change it before the page is rendered.
            self._front_matter = _plain_meta(self.meta) if context else None

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Render the page, unless it is in the cache."""
        if self.entry:
            self.content = ""
            # MkDocs checks anchors with these after all pages are rendered, so a cached page must
            # report its links, too.
            links: dict[Any, dict[str, str]] = {}
            for uri, anchor, written in self.entry["links"]:
                links.setdefault(files.get_file_from_path(uri), {})[anchor] = written
            self.links_to_anchors = links
        elif self._context and self._front_matter is not None:
            self._render_into(self._context, config, files)
        else:
            super().render(config, files)

    def _render_into(self, context: RenderingContext, config: MkDocsConfig, files: Files) -> None:
        with _messages() as messages:
            found = context.markdown.render(self)
            if found is None:
                recorder = DependencyRecorder()
                super().render(context.extension.recorded(config, recorder), files)
                found = recorder.found
        path, scripts = self.file.src_uri, context.scripts
        context.make_parts(path)
        # A page that warns is rendered each time, so that it warns each time.
        if not messages.any:
            records = scripts.of_page(path)
            self.entry = context.cache.put(self, self._front_matter, found, records)
            if self.entry:
                self.markdown = ""
                self.unload()
        scripts.end_page(path, self.content_key())

    def content_key(self) -> str:
        """Return the key of its content and of what scripts have of it; empty if not cached."""
        if not (self._context and self.entry):
            return ""
        return self._context.cache.content_key(self, self.entry).hex()

    def records(self) -> PageRecords:
        """Return what scripts of operations have of the page, if it is cached."""
        if not (self._context and self.entry):
            return {}
        if content := self._context.cache.content(self, self.entry):
            records: PageRecords = json.loads(content.records)
            return records
        # As below; rendering makes the records, too.
        self.load()
        self.unload()
        return self._context.scripts.of_page(self.file.src_uri)

    def render_anew(self, prepare: Callable[[CachedPage, MkDocsConfig], object]) -> bool:
        """Render the page from its file as it is now; tell whether it is an operation's.

        Args:
            prepare: What plugins do between reading and rendering.
        """
        if not self._context:
            return False
        self.entry = None
        super().read_source(self._context.config)
        prepare(self, self._context.config)
        return self._context.markdown.render(self) is not None

    def load(self) -> None:
        """Load the content of a page that is in the cache."""
        if not (self._context and self.entry):
            return
        if content := self._context.cache.content(self, self.entry):
            self.content, self.toc = content.html, content.toc
            return
        # Somebody has emptied the store meanwhile.
        # Plugins have changed it since it was read, and would not do so again.
        meta = self.meta
        super().read_source(self._context.config)
        self.meta = meta
        super().render(self._context.config, self._context.files)

    def unload(self) -> None:
        """Remove the content of a page that is in the cache from memory."""
        if self.entry:
            self.content, self.toc, self._anchors = "", TableOfContents([]), None

    def reset(self) -> None:
        """Make the page what it was before it was read."""
        # A forked process renders hundreds of pages. Kept, their content would double its memory,
        # and the parent reads them from the store anyway.
        if self._context:
            self._context.cache.remove(self)
        self.content = self.markdown = self.entry = self._front_matter = None
        self._anchors = self.links_to_anchors = None
        self.toc, self.meta = TableOfContents([]), {}


def preset_pages(paths: Collection[str], files: Files, config: MkDocsConfig) -> None:
    """Give files pages of this class, before MkDocs makes pages for those that have none.

    MkDocs uses the page of a file as it is; so it has to have the title that `nav` gives to it. A
    page that `nav` forgets is left to MkDocs, which reports it.

    Args:
        paths: The pages that can be cached.
        files: The site's files.
        config: The configuration.
    """
    titles: dict[str, str | None] = {}
    for path, title in _titles(config.nav):
        if file := files.get_file_from_path(path):
            titles.setdefault(file.src_uri, title)
    for path in paths:
        file = files.get_file_from_path(path)
        if file and file.page is None and file.inclusion in _SHOWN:
            in_nav = config.nav is None or path in titles
            if in_nav or file.inclusion is InclusionLevel.NOT_IN_NAV:
                # The constructor of a page sets `file.page`, so nothing keeps the result here.
                CachedPage(titles.get(path), file, config)


def attach_pages(
    context: RenderingContext, paths: Collection[str], in_nav: Container[Page]
) -> list[CachedPage]:
    """Attach the pages to a cache; one that is in no navigation becomes a cached page first."""
    pages: list[CachedPage] = []
    for file in context.files.documentation_pages():
        if file.src_uri in paths:
            page = file.page
            # Nobody but its file refers to a page that is in no navigation.
            if page is None or (type(page) is Page and page not in in_nav):
                page = CachedPage(None, file, context.config)
            if isinstance(page, CachedPage):
                page.attach(context)
                pages.append(page)
    return pages


def cached_records(pages: Mapping[str, CachedPage], path: str) -> tuple[str, PageRecords]:
    """Return the key and the records of a page for the scripts of operations; none if not cached.

    Args:
        pages: The pages by path.
        path: That of the page.
    """
    page = pages.get(path)
    return (page.content_key(), page.records()) if page else ("", {})


def _titles(nav: Any) -> Iterator[tuple[str, str | None]]:
    """Yield the entries of `nav` in the order in which MkDocs makes pages for them."""
    match nav:
        case str():
            yield nav, None
        case list():
            for item in nav:
                yield from _titles(item)
        case dict():
            for title, value in nav.items():
                yield from [(value, title)] if isinstance(value, str) else _titles(value)


class _Messages(logging.Handler):
    """Notices whether anything is logged."""

    def __init__(self) -> None:
        super().__init__(logging.INFO)
        self.any = False

    def emit(self, record: logging.LogRecord) -> None:
        self.any = True


@contextmanager
def _messages() -> Iterator[_Messages]:
    messages = _Messages()
    logger = logging.getLogger("mkdocs")
    logger.addHandler(messages)
    try:
        yield messages
    finally:
        logger.removeHandler(messages)


def _plain_meta(meta: Any) -> Any:
    """Return front matter as JSON, dates marked; None where it would not come back the same."""
    try:
        plain = json.loads(json.dumps(meta, default=_plain_date))
        # YAML has values that JSON changes or loses, such as numbers as keys.
        return plain if _meta(plain) == meta else None
    except (TypeError, ValueError, RecursionError):
        return None


def _plain_date(value: Any) -> Any:
    kind = type(value).__name__
    if isinstance(value, date) and kind in _DATES:
        return {"$": kind, "at": value.isoformat()}
    raise TypeError(kind)


def _meta(plain: Any) -> Any:
    match plain:
        case {"$": str(kind), "at": str(at)} if kind in _DATES:
            return _DATES[kind](at)
        case dict():
            return {key: _meta(value) for key, value in plain.items()}
        case list():
            return [_meta(value) for value in plain]
    return plain
