"""Cache of rendered pages, invalidated by content and dependencies.

The key of a page is made of its own text, of its neighbours, and of what all pages depend on. Its
entry lists what the page asked of other pages while it was rendered, each with its digest; as long
as all of these are the same, so is its HTML.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Mapping
from typing import Any, NamedTuple

from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink, TableOfContents

from callsheet import lazy_re as re
from callsheet.cache.texts import TextStore
from callsheet.site.page_facts import Dependency

# Includes and markers bring in text of other files; Material's search evaluates such attributes.
_ELSEWHERE = (b"[!include", b"callsheet:")
_HAS_VALUE = re.compile(r"data-search-\w+=")
# Our own are in pages that the plugin leaves out anyway.
_FOR_SEARCH = re.compile(r"<(?![^<>]*\sclass=\"?callsheet-)[^<>]*\sdata-search-\w+=")

CacheEntry = dict[str, Any]
"""The entry of a page, as JSON: dependencies with their digests, front matter, links.

The content with its table of contents and anchors, which only few pages need again, has an entry
of its own.
"""


class RenderedContent(NamedTuple):
    """The content of a page.

    Attributes:
        html: The content itself.
        toc: Its table of contents.
        anchors: The ids that one can link to.
        records: What the scripts of operations have of it, as JSON.
    """

    html: str
    toc: TableOfContents
    anchors: set[str]
    records: str


class RenderedPageCache:
    """The cache during one build.

    Attributes:
        entries: The entries that were found or made, by key.

    Args:
        store: Where the cache is on the disk.
        fingerprint: The digest of what all pages depend on.
        contents: The digests of the pages' texts by path; a page without one is not cached.
        digest: Returns the digest of a dependency.
    """

    def __init__(
        self,
        store: TextStore,
        fingerprint: bytes,
        contents: Mapping[str, str],
        digest: Callable[[Dependency], str],
    ) -> None:
        self._store = store
        self._start = hashlib.blake2b(fingerprint, digest_size=32)
        self._contents = contents
        self._digest = digest
        self._previous = self._all_entries()
        self._keys: dict[str, bytes] = {}
        self.entries: dict[bytes, CacheEntry] = {}

    def _all_entries(self) -> Mapping[bytes, CacheEntry]:
        """Return the entries of the last build, in one text: thousands of texts take longer."""
        entries = json.loads(self._store.get(self._hash(b"entries")) or "{}")
        return {bytes.fromhex(key): entry for key, entry in entries.items()}

    def save(self) -> None:
        """Store all entries of this build together, for the next one."""
        if self.entries != self._previous:
            entries = {key.hex(): entry for key, entry in self.entries.items()}
            self._store.put(self._hash(b"entries"), json.dumps(entries))

    def reopen(self) -> None:
        """Continue in a forked process: a connection to SQLite must not be used in two."""
        self._store = TextStore(self._store.file)

    def flush(self) -> None:
        """Write new entries, for another process to read."""
        self._store.flush()

    def close(self) -> None:
        """Close the store, which was opened again."""
        self._store.close()

    def key(self, page: Page) -> bytes:
        """Return the key of a page: all that it depends on and that is known before rendering."""
        path = page.file.src_uri
        if (key := self._keys.get(path)) is None:
            parts = (path, self._contents[path], self._digest(Dependency("neighbours", path)))
            key = self._keys[path] = self._hash(b"content", *(part.encode() for part in parts))
        return key

    def find(self, page: Page, made: str = "") -> CacheEntry | None:
        """Return the entry of a page, if it is still valid.

        Args:
            page: The page.
            made: The key of its content, in hexadecimal digits, if this build has just made it.
        """
        key = self.key(page)
        # Memory first: all but the edited page were in the build before, and are not looked for.
        for known in (self.entries, self._previous):
            if (entry := known.get(key)) and self._is_valid(page, entry, made):
                self.entries[key] = entry
                return entry
        text = self._store.get(key)
        stored: CacheEntry | None = json.loads(text) if text is not None else None
        if stored is None or not self._is_valid(page, stored, made):
            return None
        self.entries[key] = stored
        return stored

    def _is_valid(self, page: Page, entry: CacheEntry, made: str) -> bool:
        # Another build may have stored another entry meanwhile.
        if made and self.content_key(page, entry).hex() == made:
            return True
        # Dependencies cannot be a part of the key, as only rendering finds out what they are.
        found = entry["dependencies"]
        return all(self._digest(Dependency(kind, name)) == digest for kind, name, digest in found)

    def content(self, page: Page, entry: CacheEntry) -> RenderedContent | None:
        """Return the content of a page; None where the store has lost it."""
        text = self._store.get(self.content_key(page, entry))
        if text is None:
            return None
        head, records, html = text.split("\n", 2)
        toc, anchors = json.loads(head)
        links = TableOfContents([_link(link) for link in toc])
        return RenderedContent(html, links, set(anchors), records)

    def put(
        self,
        page: Page,
        front_matter: Any,
        dependencies: Iterable[Dependency],
        records: Mapping[str, Any] | None = None,
    ) -> CacheEntry | None:
        """Store a rendered page; return None where it cannot be cached.

        Args:
            page: The page.
            front_matter: Its front matter, as JSON has it.
            dependencies: What it depends on.
            records: What the scripts of operations have of it.
        """
        content = page.content or ""
        # Material's search plugin would see no page that comes from the cache.
        if _HAS_VALUE.search(content) and _FOR_SEARCH.search(content):
            return None
        entry = {
            "dependencies": [[*each, self._digest(each)] for each in sorted(dependencies)],
            "front_matter": front_matter,
            "links": [
                [file.src_uri, anchor, written]
                for file, links in (page.links_to_anchors or {}).items()
                for anchor, written in links.items()
            ],
        }
        key = self.key(page)
        toc = [_plain_link(link) for link in page.toc]
        # On lines of their own, so that the HTML needs no escaping and no second parser.
        head = json.dumps([toc, sorted(page.present_anchor_ids or ())])
        text = f"{head}\n{json.dumps(records or {})}\n{content}"
        self._store.put(self.content_key(page, entry), text)
        self._store.put(key, json.dumps(entry))
        self.entries[key] = entry
        return entry

    def remove(self, page: Page) -> None:
        """Remove the entry of a page from memory."""
        # Only in the process that has made it: the other one reads what is stored.
        self.entries.pop(self.key(page), None)

    def html_key(self, page: Page, entry: CacheEntry, around: Iterable[str]) -> str:
        """Return the key of the whole HTML of a page, in hexadecimal digits.

        Args:
            page: The page.
            entry: Its entry.
            around: What the theme shows next to the content.
        """
        digests = (digest for _, _, digest in entry["dependencies"])
        parts = (part.encode("utf-8", "surrogatepass") for part in (*digests, *around))
        return self._hash(b"page", self.key(page), *parts).hex()

    def content_key(self, page: Page, entry: CacheEntry) -> bytes:
        """Return the key of the content of a page, which covers all that the content depends on."""
        # With the dependencies, which the key of the entry lacks: another build may have stored the
        # page with others meanwhile, and an entry must not be shown with content of another one.
        digests = (digest.encode() for _, _, digest in entry["dependencies"])
        return self._hash(b"html", self.key(page), *digests)

    def _hash(self, *parts: bytes) -> bytes:
        digest = self._start.copy()
        # The length comes first; otherwise different parts could form the same bytes.
        digest.update(b"".join([b"%d:%b" % (len(part), part) for part in parts]))
        return digest.digest()


def stands_alone(content: bytes) -> bool:
    """Tell whether a page takes no text from other files, so that its own text is its content."""
    # Markers and includes are recognised in any case.
    lowered = content.lower()
    return not any(mark in lowered for mark in _ELSEWHERE)


def _plain_link(link: AnchorLink) -> list[Any]:
    return [link.title, link.id, link.level, [_plain_link(child) for child in link.children]]


def _link(plain: list[Any]) -> AnchorLink:
    title, id_, level, children = plain
    link = AnchorLink(title, id_, level)
    link.children = [_link(child) for child in children]
    return link
