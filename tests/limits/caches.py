"""What is kept may not grow without end, on the disk and in memory."""

from __future__ import annotations

import random
import sqlite3
from contextlib import closing
from pathlib import Path

from callsheet import memo
from callsheet.cache import content, texts
from callsheet.cache.content import load_content, save_content
from callsheet.cache.texts import TextStore
from callsheet.catalog import readings
from callsheet.catalog.readings import PageCache
from tests.limits import Row, tries
from tests.limits.yaml import number, patched


@tries("a file of the cache of what was read, found or written")
def file_size(row: Row, folder: Path) -> None:
    assert number(row) == content.MAX_BYTES
    file = folder / "cache.json"
    # The line of the checksum has 65 bytes.
    save_content(file, b"x" * (number(row) - 65), b"")
    assert file.stat().st_size == number(row)
    assert len(load_content(file, b"")) == number(row) - 65
    save_content(file, b"x" * (number(row) - 64), b"")
    assert not file.exists()


@tries("a page in that cache")
def page_size(row: Row, folder: Path) -> None:
    assert number(row) == content.MAX_CACHED_BYTES
    page = {"a.md": b"x" * 1000}
    for limit, kept in ((1000, True), (999, False)):
        file = folder / f"{limit}.json"
        with patched(readings, "MAX_CACHED_BYTES", limit):
            cache = PageCache(file)
            cache.read(page.items())
            cache.save()
        cache = PageCache(file)
        cache.read(page.items())
        assert (cache.new_pages == 0) is kept


@tries("the cache of rendered pages")
def store_size(row: Row, folder: Path) -> None:
    assert number(row) == texts.MAX_BYTES
    file = folder / "texts.sqlite"
    # Filled as far as a test can: with a limit of 1 MiB, several times over.
    limit = 2**20
    kept = TextStore(file, limit)
    for index in range(400):
        text = random.Random(index).randbytes(10_000).hex()  # noqa: S311 - no secret
        kept.put(index.to_bytes(32, "big"), text)
        assert file.stat().st_size <= 2 * limit
    kept.close()
    assert file.stat().st_size <= limit
    with closing(sqlite3.connect(file)) as connection:
        [(first, last)] = connection.execute("SELECT min(key), max(key) FROM texts").fetchall()
    assert int.from_bytes(last, "big") == 399
    assert int.from_bytes(first, "big") > 300
    assert file.stat().st_size > limit // 4


@tries("a page in the cache of rendered pages")
def text_size(row: Row, folder: Path) -> None:
    assert number(row) == texts.MAX_TEXT_BYTES
    kept = TextStore(folder / "texts.sqlite")
    for size in (number(row), number(row) + 1):
        kept.put(b"key", "x" * size)
        kept.flush()
        assert kept.get(b"key") == "x" * number(row)
    kept.close()


@tries("a text whose meaning is remembered")
def text_in_memory(row: Row, folder: Path) -> None:
    assert number(row) == memo.MAX_CHARACTERS
    calls = []

    @memo.cached(10)
    def read(text: str) -> int:
        calls.append(len(text))
        return len(text)

    for size in (number(row), number(row), number(row) + 1, number(row) + 1):
        assert read("x" * size) == size
    assert calls == [number(row), number(row) + 1, number(row) + 1]
