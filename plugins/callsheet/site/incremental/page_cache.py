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
from typing import Any, NamedTuple, cast

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink, TableOfContents

from callsheet.cache.texts import TextStore
from callsheet.site.operations import Asked, Operations

# Includes and markers bring in what stands elsewhere; Material's search takes such attributes out.
_ELSEWHERE = (b"[!include", b"callsheet:")
_FOR_SEARCH = re.compile(r"data-search-\w+=\"")
_DATES = {"date": date.fromisoformat, "datetime": datetime.fromisoformat}


Found = dict[str, Any]
"""What is kept of a page, as JSON has it: what was asked, front matter, title, links.

The answers to what was asked tell whether it is still right. What only few pages need, the content
with its table of contents and anchors, is kept beside it.
"""


class Content(NamedTuple):
    """The content of a page, its table of contents, and the ids that one can link to."""

    html: str
    toc: TableOfContents
    anchors: set[str]


class KeptPages:
    """The pages of one build.

    Attributes:
        files: The site's files.
        config: The site's configuration.
        found: What was found or made, by key.
        made_elsewhere: Tells whether another process makes a page; if so, when it has made it.

    Args:
        store: Where they are kept.
        fingerprint: What all of them depend on.
        operations: The pages and operations of the site.
        contents: The digests of the pages' texts by path; a page without one is not kept.
        fact: Gives what the site says about something that a page asked for.
        files: The site's files.
        config: The site's configuration.
        known: What was found or made in the build before by this process, by key.
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
        known: Mapping[bytes, Found],
    ) -> None:
        self.files = files
        self.config = config
        self._store = store
        self._fingerprint = fingerprint
        self._operations = operations
        self._contents = contents
        self._fact = fact
        self._known = known
        self._keys: dict[str, bytes] = {}
        self.made_elsewhere: Callable[[KeptPage], bool] = lambda _: False
        self.found: dict[bytes, Found] = {}

    def reopen(self) -> None:
        """Goes on with a connection of its own, in another process."""
        self._store = TextStore(self._store.file)

    def flush(self) -> None:
        """Writes what is new, for another process to read."""
        self._store.flush()

    def take_over(self, page: Page) -> KeptPage | None:
        """Lets a page look here before it reads and renders its file, if it may be kept."""
        if type(page) is not Page or page.file.src_uri not in self._contents:
            return None
        # Whoever has the page already, in the navigation and elsewhere, keeps it.
        page.__class__ = KeptPage
        taken = cast("KeptPage", page)
        taken.kept, taken.read, taken.found = self, None, self.find(page)
        return taken

    def key_of(self, page: Page) -> bytes:
        """What a page is made of, as far as that is known before it is rendered."""
        path = page.file.src_uri
        if (key := self._keys.get(path)) is None:
            beside = self._fact(Asked("beside", path))
            key = self._digest(b"content", path.encode(), self._contents[path], beside.encode())
            self._keys[path] = key
        return key

    def find(self, page: Page) -> Found | None:
        """What was kept of a page, but for its content, if it would be the same today."""
        key = self.key_of(page)
        for known in (self.found, self._known):
            if (found := known.get(key)) and self._is_right(found):
                self.found[key] = found
                return found
        text = self._store.get(key)
        kept: Found | None = json.loads(text) if text is not None else None
        if kept is None or not self._is_right(kept):
            return None
        self.found[key] = kept
        return kept

    def _is_right(self, found: Found) -> bool:
        return all(self._fact(Asked(kind, name)) == said for kind, name, said in found["asked"])

    def content(self, page: Page, found: Found) -> Content | None:
        """The content that was kept of a page."""
        text = self._store.get(self._content_key(page, found))
        if text is None:
            return None
        head, _, html = text.partition("\n")
        toc, anchors = json.loads(head)
        return Content(html, TableOfContents([_link(link) for link in toc]), set(anchors))

    def keep(self, page: Page, meta: Any, asked: Iterable[Asked]) -> Found | None:
        """Keeps what a page is; None for one that cannot be kept."""
        content = page.content or ""
        if _FOR_SEARCH.search(content):
            return None
        found = {
            "asked": [[*each, self._fact(each)] for each in sorted(asked)],
            "meta": meta,
            "title": page._title_from_render,
            "links": [
                [file.src_uri, anchor, written]
                for file, links in (page.links_to_anchors or {}).items()
                for anchor, written in links.items()
            ],
        }
        key = self.key_of(page)
        toc = [_plain_link(link) for link in page.toc]
        head = json.dumps([toc, sorted(page.present_anchor_ids or ())])
        self._store.put(self._content_key(page, found), f"{head}\n{content}")
        self._store.put(key, json.dumps(found))
        self.found[key] = found
        return found

    def restore(self, page: Page, found: Found) -> None:
        """Gives a page what rendering would give it, as far as other pages may ask for it."""
        page._title_from_render = found["title"]
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

    def key_of_html(self, page: KeptPage, around: Iterable[str]) -> str | None:
        """What the whole HTML of a page is made of, as a digest in hexadecimal digits.

        Args:
            page: The page.
            around: What the theme sees beside the content.

        Returns:
            The digest; None where the page is not kept.
        """
        if page.found is None:
            return None
        said = [said for _, _, said in page.found["asked"]]
        parts = (part.encode("utf-8", "surrogatepass") for part in (*said, *around))
        return self._digest(b"page", self.key_of(page), *parts).hex()

    def _content_key(self, page: Page, found: Found) -> bytes:
        said = (str(said).encode() for _, _, said in found["asked"])
        return self._digest(b"html", self.key_of(page), *said)

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
    found: Found | None
    _anchors: set[str] | None = None

    # MkDocs sets it when it renders a page, and asks it of pages that others link into.
    @property
    def present_anchor_ids(self) -> set[str] | None:
        """The ids that one can link to."""
        if self._anchors is None and self.found is not None:
            content = self.kept.content(self, self.found)
            # Without content, somebody has emptied the store; then nothing is known.
            self._anchors = content.anchors if content else None
        return self._anchors

    @present_anchor_ids.setter
    def present_anchor_ids(self, anchors: set[str] | None) -> None:
        self._anchors = anchors

    def read_source(self, config: MkDocsConfig) -> None:
        """Reads the file, unless the page is kept."""
        if self.found is None and self.kept.made_elsewhere(self):
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
                self.markdown = ""
                self.unload()

    def load(self) -> None:
        """Gives the page its content."""
        if self.found is None:
            return
        if content := self.kept.content(self, self.found):
            self.content, self.toc = content.html, content.toc
            return
        # Somebody has emptied the store meanwhile.
        meta = self.meta
        super().read_source(self.kept.config)
        self.meta = meta
        super().render(self.kept.config, self.kept.files)

    def unload(self) -> None:
        """Takes the content away again."""
        if self.found is not None:
            self.content, self.toc, self._anchors = "", TableOfContents([]), None

    def forget(self) -> None:
        """Makes the page what it was before it was read."""
        self.kept.found.pop(self.kept.key_of(self), None)
        self.content = self.markdown = self.read = self.found = None
        self._anchors = self.links_to_anchors = None
        self.toc, self.meta = TableOfContents([]), {}


def digest_of(content: bytes) -> bytes:
    """The digest of a page's text."""
    return hashlib.blake2b(content, digest_size=16).digest()


def stands_alone(content: bytes) -> bool:
    """Whether a page brings nothing in that stands elsewhere, so that its text says all of it."""
    lowered = content.lower()
    return not any(mark in lowered for mark in _ELSEWHERE)


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
