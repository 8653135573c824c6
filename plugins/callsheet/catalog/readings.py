"""The pages of a docs directory: which there are, and a cache of what was read of them."""

from __future__ import annotations

import json
import os
import stat
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path, PurePosixPath
from typing import Any, NamedTuple, Self

from callsheet import lazy_re as re
from callsheet.cache.content import FEW, MAX_CACHED_BYTES, ContentCache, cache_file, digest_of
from callsheet.cache.fingerprint import code_fingerprint
from callsheet.catalog.catalog import TreeFault
from callsheet.codec import Decoder, Encoder
from callsheet.errors import DocsError
from callsheet.findings import Finding, Span
from callsheet.memo import paused_collection
from callsheet.model import Operation, Page, Reading
from callsheet.model.operation import OWN_LAYOUT
from callsheet.parallel import parallel_map
from callsheet.paths import PAGE_SUFFIXES, link_out, stays_inside
from callsheet.source import read_page
from callsheet.source.layouts.choice import LayoutChoice, read_choice

MAX_PAGE_BYTES = 8 * 1024 * 1024
"""A larger page is not read; the longest real ones have some 60 kB."""

MAX_PAGES = 100_000
"""A tree with more pages is not read."""


_PROSE = re.compile(r"[A-Za-z][\w,.;'()!?%-]*+(?: [\w,.;'()!?%-]++)*+")
"""A line of words alone: no markup, no key, no row of a table, and not continued code."""
_UNDERLINE = re.compile(r" {0,3}(?:=+|-+)[ \t]*")
_HTML_OR_PATH = (b"<img", b"href=", b"](/")
_TREE_CODES = frozenset(fault.code for fault in TreeFault)


class PageTexts(Mapping[str, bytes]):
    """Texts by path.

    Thousands of texts of a few kilobytes, each in a place of its own, would leave as many holes in
    the memory when they are released, and a forked process would copy what lies around them.
    """

    def __init__(self) -> None:
        self._text = bytearray()
        self._places: dict[str, tuple[int, int]] = {}

    def add(self, path: str, text: bytes) -> None:
        """Add the text of a page."""
        start = len(self._text)
        self._text += text
        self._places[path] = start, len(self._text)

    def __getitem__(self, path: str) -> bytes:
        start, end = self._places[path]
        return bytes(memoryview(self._text)[start:end])

    def __contains__(self, path: object) -> bool:
        return path in self._places

    def __iter__(self) -> Iterator[str]:
        return iter(self._places)

    def __len__(self) -> int:
        return len(self._places)


class _Known(NamedTuple):
    """A reading with the digest of its page, and whether it can be written as JSON."""

    digest: str
    reading: Reading
    fits: bool

    @classmethod
    def of(cls, digest: str, reading: Reading, size: int) -> Self:
        """Judge a new reading; that of a large page is not written."""
        return cls(digest, reading, size <= MAX_CACHED_BYTES and _fits_json(reading))


class PageCache:
    """Cache of the readings of one docs tree, in memory and, if wanted, on disk.

    Attributes:
        new_pages: How many pages were read at last, because the cache did not have them.
        before: The last readings of few of these pages, each after the digest of its page.

    Args:
        file: Where to keep the readings when the process has ended; None for nowhere.
        layouts: The layouts of the pages; by default, each is recognised by its text.
    """

    def __init__(self, file: Path | None, layouts: LayoutChoice | None = None) -> None:
        self._layouts = layouts or LayoutChoice()
        self._disk = ContentCache(file, Reading, code_fingerprint()) if file else None
        self._known: dict[str, _Known] = {}
        self._saved = False
        self.new_pages = 0
        self.before: dict[str, tuple[str, Reading]] = {}

    @classmethod
    def of(cls, root: Path) -> Self:
        """Return the cache of a docs directory, which is on disk unless that is switched off."""
        return cls(cache_file(root), read_choice(root))

    def read(
        self, pages: Iterable[tuple[str, bytes]], already_read: Mapping[str, Reading] | None = None
    ) -> dict[str, Reading]:
        """Read the pages whose content is not in the cache, in two processes where they are many.

        Args:
            pages: The paths and bytes of the files. Those in the cache are released at once.
            already_read: Readings of some of the pages, by whoever has read them already.

        Returns:
            The readings of all pages, in their order.
        """
        with paused_collection():
            if self._disk and not self._saved:
                self._disk.load()
            found: dict[str, _Known | None] = {}
            new: dict[str, tuple[str, int]] = {}
            readings = dict(already_read or {})
            unread = PageTexts()
            for path, data in pages:
                digest = digest_in(self._layouts, data)
                found[path] = known = self._find(path, digest)
                if known is None:
                    new[path] = digest, len(data)
                    if path not in readings:
                        unread.add(path, data)
            texts = dict.fromkeys(unread, unread)
            readings |= parallel_map(self._read, texts, pack=pack, unpack=unpack)
            self.new_pages = len(new)
            self.before = {}
            if self._disk and len(new) <= FEW:
                found_before = ((path, self._disk.previous(path)) for path in new)
                self.before = {path: known for path, known in found_before if known}
            self._known = {
                path: known or _Known.of(new[path][0], readings[path], new[path][1])
                for path, known in found.items()
            }
            return {path: known.reading for path, known in self._known.items()}

    @property
    def digests(self) -> dict[str, str]:
        """The digests of the pages that were read at last."""
        return {path: known.digest for path, known in self._known.items()}

    def _read(self, texts: Mapping[str, bytes], path: str) -> Reading:
        return read_page(texts[path], path, self._layouts.of(path))

    def save(self) -> None:
        """Write the cache to disk; a full disk is not an error."""
        if self._disk:
            known = self._known.items()
            self._disk.save({path: (k.digest, k.reading) for path, k in known if k.fits})
        self._saved = True

    def _find(self, path: str, digest: str) -> _Known | None:
        known = self._known.get(path)
        if known is not None and known.digest == digest:
            return known
        reading = self._disk.get(path, digest) if self._disk else None
        return _Known(digest, reading, True) if reading is not None else None


def digest_in(layouts: LayoutChoice, data: bytes) -> str:
    """Return the digest of a page that is read in the chosen layouts."""
    return digest_of(data + layouts.key.encode()) if layouts.key else digest_of(data)


def pack(readings: Mapping[str, Reading]) -> Any:
    """Encode readings by path for another process, without those that JSON cannot represent."""
    encoder = Encoder()
    packed = {
        path: encoder.encode(reading, Reading)
        for path, reading in readings.items()
        if _fits_json(reading)
    }
    return encoder.tables(), packed


def unpack(packed: Any) -> Mapping[str, Reading]:
    """Decode the readings that `pack` encoded."""
    tables, readings = packed
    decoder = Decoder(tables)
    return {path: decoder.decode(plain, Reading) for path, plain in readings.items()}


def _fits_json(reading: Reading) -> bool:
    """Tell whether front matter survives JSON unchanged, which binary data does not."""
    if reading.operation is None:
        return True  # All operations of a page have the same front matter.
    front_matter = reading.operation.front_matter
    try:
        return bool(json.loads(json.dumps(front_matter)) == front_matter)
    except (TypeError, ValueError, RecursionError):
        return False


def outlined(reading: Reading) -> Reading:
    """Return a reading without the prose of its sections, and without where these end."""
    operations = tuple(map(_outlined, reading.operations))
    findings = tuple(found for found in reading.findings if found.code in _TREE_CODES)
    return replace(reading, operations=operations, findings=findings)


def _outlined(operation: Operation) -> Operation:
    sections = tuple(
        replace(section, prose=(), span=Span(section.span.start, section.span.start))
        for section in operation.sections
    )
    # An operation of our own format ends with its page.
    start = operation.span.start
    span = Span(start, start) if operation.layout == OWN_LAYOUT else operation.span
    return replace(operation, sections=sections, span=span)


def outline_of(reading: Reading, data: bytes, lines: Sequence[str]) -> str:
    """Return a digest of a page's outline.

    Args:
        reading: What was read of the page.
        data: Its bytes.
        lines: Its lines.
    """
    # Whether markup that the model does not have counts may depend on any line around it.
    if any(map(data.lower().__contains__, _HTML_OR_PATH)):
        return digest_of(data)
    text = "\n".join(_structure(lines))
    return digest_of(f"{outlined(reading)!r}\n{text}".encode(errors="surrogatepass"))


def _structure(lines: Sequence[str]) -> Iterator[str]:
    """Yield the lines that are more than words, with their numbers."""
    for number, line in enumerate(lines, 1):
        if line and not line.isspace():
            below = lines[number] if number < len(lines) else ""
            if not _PROSE.fullmatch(line) or _UNDERLINE.fullmatch(below):
                yield f"{number} {line}"


def page_paths(root: Path) -> Iterator[str]:
    """Yield the pages below a docs directory, relative to it, in the order of a catalog.

    Raises:
        DocsError: There are more than `MAX_PAGES`.
    """
    count = 0
    for folder, folders, files in os.walk(root):
        # To assign to the slice prunes the walk: `os.walk` goes on with what is left in this list.
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        below = Path(folder).relative_to(root).as_posix()
        prefix = "" if below == "." else f"{below}/"
        for name in sorted(files):
            if name.endswith(PAGE_SUFFIXES) and not name.startswith("."):
                count += 1
                if count > MAX_PAGES:
                    raise DocsError(f"`{root}` has more than {MAX_PAGES:,} pages.")
                yield prefix + name


def read_all(
    root: Path,
    *,
    cached: bool = True,
    replaced: Mapping[str, bytes] | None = None,
    already_read: Mapping[str, Reading] | None = None,
    layouts: LayoutChoice | None = None,
) -> list[Reading]:
    """Return the readings of every page below a docs directory, as `Catalog.read` takes them.

    Raises:
        DocsError: The directory does not exist or a page cannot be opened.
    """
    if not root.is_dir():
        raise DocsError(f"There is no docs directory `{root}`.")
    cache = PageCache.of(root) if cached else PageCache(None, layouts or read_choice(root))
    paths = [*page_paths(root)]
    contents = _contents(root, paths, replaced or {})
    readings = cache.read(
        ((path, data) for path, data in contents if data is not None), already_read
    )
    cache.save()
    return [readings.get(path) or unread(root, path) for path in paths]


def read_pages(root: Path, replaced: Mapping[str, bytes]) -> dict[str, bytes | None]:
    """Return the content of all pages by path; None for those that `read_bytes` leaves out.

    Raises:
        DocsError: There are too many, or one cannot be opened.
    """
    return dict(_contents(root, page_paths(root), replaced))


def _contents(
    root: Path, paths: Iterable[str], replaced: Mapping[str, bytes]
) -> Iterator[tuple[str, bytes | None]]:
    for path in paths:
        yield path, replaced[path] if path in replaced else read_bytes(root, path)


def unread(root: Path, path: str) -> Reading:
    """Return the reading of a page that `read_bytes` leaves out."""
    if link_out(root, path):
        return _without_content(path, link_finding(path))
    return oversized_reading(path)


def oversized_reading(path: str) -> Reading:
    """Return the reading of a page that is too large to be read."""
    message = f"The page is larger than {MAX_PAGE_BYTES // 1024 // 1024} MiB and was not read."
    return _without_content(path, TreeFault.OVERSIZED.at(path, 1, message))


def _without_content(path: str, finding: Finding) -> Reading:
    return Reading(Page(path, None, PurePosixPath(path).stem, ()), (), (finding,))


def read_bytes(root: Path, path: str) -> bytes | None:
    """Return the content of a page.

    It is None where the page is larger than `MAX_PAGE_BYTES`, or a symbolic link leads out of the
    docs directory.

    Raises:
        DocsError: It cannot be opened, or is a device or a pipe, which may have no end.
    """
    if link_out(root, path) is not None:
        return None
    file = Path(root, path)
    try:
        status = file.stat()
        # To read a named pipe would block until somebody writes to it.
        if not stat.S_ISREG(status.st_mode):
            raise DocsError(
                f"The page `{file}` is not a regular file. Move it out of the docs directory."
            )
        return file.read_bytes() if status.st_size <= MAX_PAGE_BYTES else None
    except OSError as error:
        raise DocsError(f"The page `{file}` cannot be read: {error.strerror}.") from error


def links_out(root: Path) -> Iterator[str]:
    """Yield the symbolic links that lead out of a docs directory, hidden ones aside."""
    for folder, folders, files in os.walk(root):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in (*folders, *sorted(files)):
            # Few files are links, and to test for one is faster than to resolve the path.
            if os.path.islink(f"{folder}/{name}"):  # noqa: PTH114
                path = Path(folder, name).relative_to(root).as_posix()
                if not name.startswith(".") and not stays_inside(root, path):
                    yield path


def link_finding(path: str) -> Finding:
    """Return the finding about a symbolic link that leads out of the docs directory."""
    message = f"`{path}` is a link that leads out of the docs directory; it is left out."
    return TreeFault.OUTSIDE.at(path, 1, message)
