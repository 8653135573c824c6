"""Operation pages that are rendered already.

A page is kept with what it was made of: its own text, what it says of its neighbours, and what it
asked of other pages while it was rendered. As long as all of that is the same, so is its HTML.
"""

from __future__ import annotations

import hashlib
import json
import logging
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import date, datetime
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure import StructureItem
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink, TableOfContents

from callsheet.site.operations import Asked, Operations
from callsheet.site.store import TextStore

# Includes and markers bring in what stands elsewhere; Material's search takes such attributes out.
_ELSEWHERE = re.compile(rb"\[!include|callsheet:", re.IGNORECASE)
_FOR_SEARCH = re.compile(r"data-search-\w+=\"")
_DATES = {"date": date.fromisoformat, "datetime": datetime.fromisoformat}


class KeptPages:
    """The pages of one build.

    Attributes:
        files: The site's files.
        config: The site's configuration.
        made: How many whole pages were made, for none was kept.

    Args:
        store: Where they are kept.
        fingerprint: What all of them depend on.
        operations: The pages and operations of the site.
        contents: The digests of the pages' texts by path; a page without one is not kept.
        fact: Gives what the site says about something that a page asked for.
        files: The site's files.
        config: The site's configuration.
    """

    def __init__(
        self,
        store: TextStore,
        fingerprint: bytes,
        operations: Operations,
        contents: Mapping[str, bytes],
        fact: Callable[[Asked], str],
        files: Files,
        config: MkDocsConfig,
    ) -> None:
        self.files = files
        self.config = config
        self.made = 0
        self._store = store
        self._fingerprint = fingerprint
        self._operations = operations
        self._contents = contents
        self._fact = fact
        self._items: dict[int, str] = {}

    def reopen(self) -> None:
        """Goes on with a connection of its own, in another process."""
        self._store = TextStore(self._store.file)

    def flush(self) -> None:
        """Writes what is new, for another process to read."""
        self._store.flush()

    def take_over(self, page: Page) -> None:
        """Lets a page look here before it reads and renders its file."""
        if type(page) is Page and page.file.src_uri in self._contents:
            # Whoever has the page already, in the navigation and elsewhere, keeps it.
            page.__class__ = KeptPage
            page.kept, page.read, page.found = self, None, None  # type: ignore[attr-defined]

    def key_of(self, page: Page) -> bytes:
        """What a page is made of, as far as that is known before it is rendered."""
        path = page.file.src_uri
        beside = self._fact(Asked("beside", path))
        return self._digest(b"content", path.encode(), self._contents[path], beside.encode())

    def find(self, page: Page, *, with_content: bool = False) -> dict[str, Any] | None:
        """What was kept of a page, if it would be the same today."""
        text = self._store.get(self.key_of(page))
        if text is None:
            return None
        head, _, body = text.partition("\n")
        found: dict[str, Any] = json.loads(head)
        if any(self._fact(Asked(kind, name)) != said for kind, name, said in found["asked"]):
            return None
        return found | {"content": body} if with_content else found

    def keep(self, page: Page, meta: Any, asked: Iterable[Asked]) -> dict[str, Any] | None:
        """Keeps what a page is; None for one that cannot be kept."""
        content = page.content or ""
        if _FOR_SEARCH.search(content):
            return None
        found = {
            "asked": [[*each, self._fact(each)] for each in sorted(asked)],
            "meta": meta,
            "toc": [_plain_link(link) for link in page.toc],
            "title": page._title_from_render,
            "ids": sorted(page.present_anchor_ids or ()),
            "links": [
                [file.src_uri, anchor, written]
                for file, links in (page.links_to_anchors or {}).items()
                for anchor, written in links.items()
            ],
        }
        self._store.put(self.key_of(page), f"{json.dumps(found)}\n{content}")
        return found

    def restore(self, page: Page, found: Mapping[str, Any]) -> None:
        """Gives a page what rendering would give it, but for its content."""
        page.toc = TableOfContents([_link(link) for link in found["toc"]])
        page._title_from_render = found["title"]
        page.present_anchor_ids = set(found["ids"])
        links: dict[Any, dict[str, str]] = {}
        for uri, anchor, written in found["links"]:
            links.setdefault(self.files.get_file_from_path(uri), {})[anchor] = written
        page.links_to_anchors = links

    @contextmanager
    def watch(self) -> Iterator[_Watch]:
        """Notes what rendering asks for and whether it warns of anything."""
        watch = _Watch()
        logger = logging.getLogger("mkdocs")
        logger.addHandler(watch)
        self._operations.asked = watch.asked
        try:
            yield watch
        finally:
            self._operations.asked = None
            logger.removeHandler(watch)

    def html(self, page: Page, nav: Navigation, render: Callable[[], str]) -> str:
        """The whole page.

        Args:
            page: The page.
            nav: The navigation that it shows.
            render: Renders it with its content.
        """
        if not isinstance(page, KeptPage) or page.found is None:
            return render()
        key = self._key_of_html(page, nav)
        html = self._store.get(key)
        if html is None:
            page.load()
            html = render()
            page.content = ""
            self.made += 1
            self._store.put(key, html)
        return html

    def _key_of_html(self, page: KeptPage, nav: Navigation) -> bytes:
        said = [said for _, _, said in (page.found or {})["asked"]]
        parts = (*said, *self._around(page, nav))
        return self._digest(b"page", self.key_of(page), *(part.encode() for part in parts))

    def _around(self, page: Page, nav: Navigation) -> Iterator[str]:
        """What the theme sees of a page beside its content."""
        yield self._item(page)
        yield repr([page.canonical_url, page.edit_url, page.is_homepage])
        for other in (page.previous_page, page.next_page, nav.homepage):
            yield self._item(other) if other else ""
        yield from (str(each.title) for each in page.ancestors)
        yield from self._entries(nav.items)

    def _entries(self, items: Iterable[StructureItem]) -> Iterator[str]:
        for item in items:
            children = getattr(item, "children", None)
            if isinstance(item, Page):
                yield self._item(item)
            else:
                yield repr([item.title, getattr(item, "url", ""), bool(getattr(item, "active", 0))])
            if children:
                yield "("
                yield from self._entries(children)
                yield ")"

    def _item(self, page: Page) -> str:
        said = self._items.get(id(page))
        if said is None:
            said = repr([page.title, page.url, page.meta])
            self._items[id(page)] = said
        return said

    def _digest(self, *parts: bytes) -> bytes:
        digest = hashlib.blake2b(self._fingerprint, digest_size=32)
        for part in parts:
            digest.update(len(part).to_bytes(8, "big") + part)
        return digest.digest()


class KeptPage(Page):
    """The page of an operation, which is rendered when nothing is kept of it.

    What is kept has no content in memory: nobody needs it but the theme's template, when the whole
    page is not kept either.

    Attributes:
        kept: Where pages are kept.
        read: The front matter as it was read, as far as it can be kept.
        found: What is kept of the page.
    """

    kept: KeptPages
    read: Any
    found: dict[str, Any] | None

    def read_source(self, config: MkDocsConfig) -> None:
        """Reads the file, unless the page is kept."""
        self.found = self.kept.find(self)
        if self.found is None:
            super().read_source(config)
            self.read = _plain_meta(self.meta)
        else:
            # Nobody reads it: the HTML is there.
            self.markdown = ""
            self.meta = _meta(self.found["meta"])

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Renders the page, unless it is kept."""
        if self.found is not None:
            self.content = ""
            self.kept.restore(self, self.found)
            return
        with self.kept.watch() as watch:
            super().render(config, files)
        if not watch.warned and self.read is not None:
            self.found = self.kept.keep(self, self.read, watch.asked)
            if self.found is not None:
                self.content = self.markdown = ""

    def load(self) -> None:
        """Gives the page its content."""
        if found := self.kept.find(self, with_content=True):
            self.content = found["content"]
            return
        # Somebody has emptied the store meanwhile.
        meta = self.meta
        super().read_source(self.kept.config)
        self.meta = meta
        super().render(self.kept.config, self.kept.files)


def digest_of(content: bytes) -> bytes | None:
    """The digest of a page's text; None for a page that brings in what stands elsewhere."""
    if _ELSEWHERE.search(content):
        return None
    return hashlib.blake2b(content, digest_size=16).digest()


class _Watch(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.INFO)
        self.warned = False
        self.asked: set[Asked] = set()

    def emit(self, record: logging.LogRecord) -> None:
        self.warned = True


def _plain_link(link: AnchorLink) -> list[Any]:
    return [link.title, link.id, link.level, [_plain_link(child) for child in link.children]]


def _link(plain: list[Any]) -> AnchorLink:
    title, id_, level, children = plain
    link = AnchorLink(title, id_, level)
    link.children = [_link(child) for child in children]
    return link


def _plain_meta(meta: Any) -> Any:
    """Front matter as JSON has it, dates marked; None where it would not come back as it is."""
    try:
        plain = json.loads(json.dumps(meta, default=_plain_date))
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
