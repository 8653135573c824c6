"""The store of rendered pages: it may forget, and never says what was not given to it."""

from __future__ import annotations

import random
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest

from callsheet.cache import texts as store_module
from callsheet.cache.texts import TextStore

KEYS = [bytes([number]) * 32 for number in range(40)]
WRITER = """\
import sys
from pathlib import Path
from callsheet.cache.texts import TextStore
store = TextStore(Path(sys.argv[1]))
for number in range(40):
    store.put(bytes([number]) * 32, f"{number}" * 20_000)
    store.flush()
store.close()
"""


def filled(file: Path, texts: dict[bytes, str]) -> None:
    store = TextStore(file)
    for key, text in texts.items():
        store.put(key, text)
    store.close()


def test_what_is_put_comes_back_in_the_next_build(tmp_path: Path) -> None:
    file = tmp_path / "deep/store.sqlite"
    filled(file, {KEYS[0]: "<p>Ä😀</p>"})
    store = TextStore(file)
    assert store.get(KEYS[0]) == "<p>Ä😀</p>"
    assert store.get(KEYS[1]) is None
    store.close()


def test_after_many_are_read_at_once_others_can_write(tmp_path: Path) -> None:
    file = tmp_path / "store.sqlite"
    filled(file, {KEYS[0]: "one", KEYS[1]: "two"})
    store = TextStore(file)
    with store.reading():
        assert [store.get(key) for key in KEYS[:3]] == ["one", "two", None]
    with sqlite3.connect(file, timeout=0) as connection:
        connection.execute("DELETE FROM texts WHERE key = ?", (KEYS[0],))
    connection.close()
    assert [store.get(key) for key in KEYS[:2]] == [None, "two"]
    store.close()


def test_a_damaged_entry_is_missing(tmp_path: Path) -> None:
    file = tmp_path / "store.sqlite"
    filled(file, {KEYS[0]: "one", KEYS[1]: "two"})
    with sqlite3.connect(file) as connection:
        texts = "SELECT text FROM texts WHERE key = ?"
        (other,) = connection.execute(texts, (KEYS[1],)).fetchone()
        connection.execute("UPDATE texts SET text = ? WHERE key = ?", (other, KEYS[0]))
    connection.close()
    store = TextStore(file)
    assert store.get(KEYS[0]) is None
    assert store.get(KEYS[1]) == "two"
    store.close()


def test_a_file_that_is_no_database_is_replaced(tmp_path: Path) -> None:
    file = tmp_path / "store.sqlite"
    for damage in (b"no database at all, " * 100, b""):
        file.write_bytes(damage)
        filled(file, {KEYS[0]: "one"})
        store = TextStore(file)
        assert store.get(KEYS[0]) == "one"
        store.close()


def test_a_file_damaged_in_its_middle_is_survived_and_replaced(tmp_path: Path) -> None:
    file = tmp_path / "store.sqlite"
    filled(file, {key: f"{key!r}" * 9_000 for key in KEYS})
    whole = file.read_bytes()
    file.write_bytes(whole[:4096] + b"\xff" * (len(whole) - 4096))
    store = TextStore(file)
    assert all(store.get(key) in {None, f"{key!r}" * 9_000} for key in KEYS)
    store.close()
    filled(file, {KEYS[0]: "one"})
    filled(file, {KEYS[0]: "one"})
    store = TextStore(file)
    assert store.get(KEYS[0]) == "one"
    store.close()


def test_a_place_that_cannot_be_written_is_no_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    store = TextStore(tmp_path / "file" / "store.sqlite")
    store.put(KEYS[0], "one")
    assert store.get(KEYS[0]) == "one"
    store.close()


def noise(size: int) -> str:
    """A text that no compression makes smaller than this many bytes."""
    return random.Random(size).randbytes(size).hex()  # noqa: S311 - no secret


def test_it_keeps_what_was_used_last_within_its_bounds(tmp_path: Path) -> None:
    file = tmp_path / "store.sqlite"
    filled(file, dict.fromkeys(KEYS, noise(1200)))
    store = TextStore(file, max_bytes=64 * 1024)
    store.put(KEYS[0], "y" * 50)
    store.close()
    with sqlite3.connect(file) as connection:
        (size,) = connection.execute("SELECT sum(length(text)) FROM texts").fetchone()
        uses = connection.execute("SELECT count(*) FROM uses").fetchone()
        kept = connection.execute("SELECT count(*) FROM texts").fetchone()
    connection.close()
    assert 16 * 1024 < size <= 64 * 1024
    assert file.stat().st_size <= 64 * 1024
    assert uses == kept
    store = TextStore(file)
    assert store.get(KEYS[0]) == "y" * 50
    store.close()


def test_it_keeps_its_bounds_while_a_build_goes_on(tmp_path: Path) -> None:
    file = tmp_path / "store.sqlite"
    store = TextStore(file, max_bytes=64 * 1024)
    for number in range(600):
        store.put(number.to_bytes(32, "big"), noise(1000))
        assert file.stat().st_size <= 64 * 1024 * 3 // 2 + 64 * 2000
    store.close()
    assert file.stat().st_size <= 64 * 1024


DAY = 24 * 60 * 60


def test_what_nobody_has_used_for_the_longest_time_goes_first(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An entry is used when it is read as well as when it is written."""
    file = tmp_path / "store.sqlite"

    def on_day(day: int, put: range = range(0), get: range = range(0)) -> None:
        monkeypatch.setattr(time, "time", lambda: day * DAY + 0.5)
        store = TextStore(file, max_bytes=64 * 1024)
        for number in put:
            store.put(KEYS[number], noise(1500 + number))
        assert all(store.get(KEYS[number]) for number in get)
        store.close()

    on_day(1, put=range(10))
    on_day(2, put=range(10, 20))
    on_day(3, get=range(5))
    # More than there is room for.
    on_day(4, put=range(20, 30))
    store = TextStore(file)
    left = [number for number in range(32) if store.get(KEYS[number]) is not None]
    store.close()
    # 48 KiB, three quarters of the room, are what 17 entries take with what they need beside.
    newest = [*range(20, 30)]
    read_since = [*range(5)]
    assert left[-10:] == newest
    assert left[:5] == read_since
    assert set(left) - {*newest, *read_since} <= set(range(10, 20)), "the first day's are gone"
    assert len(left) > len(newest) + len(read_since), "no more goes than has to"


def test_of_one_day_what_was_written_first_goes_first(tmp_path: Path) -> None:
    file = tmp_path / "store.sqlite"
    filled(file, {key: noise(1200 + number) for number, key in enumerate(KEYS)})
    TextStore(file, max_bytes=64 * 1024).close()
    store = TextStore(file)
    left = [number for number, key in enumerate(KEYS) if store.get(key) is not None]
    store.close()
    assert left == [*range(left[0], len(KEYS))]
    assert 15 < len(left) < len(KEYS)


def test_within_its_bounds_nothing_goes(tmp_path: Path) -> None:
    file = tmp_path / "store.sqlite"
    filled(file, {key: noise(1000 + number) for number, key in enumerate(KEYS)})
    size = file.stat().st_size
    TextStore(file, max_bytes=size).close()
    store = TextStore(file)
    assert all(store.get(key) for key in KEYS)
    store.close()


def test_a_file_that_is_too_large_is_removed_unread(tmp_path: Path) -> None:
    file = tmp_path / "store.sqlite"
    filled(file, dict.fromkeys(KEYS, noise(4000)))
    assert file.stat().st_size > 128 * 1024
    store = TextStore(file, max_bytes=64 * 1024)
    assert store.get(KEYS[0]) is None
    assert file.stat().st_size < 64 * 1024
    store.close()


def test_a_text_that_is_too_long_is_not_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "store.sqlite"
    filled(file, {KEYS[0]: "x" * 1000, KEYS[1]: "y" * 1001})
    monkeypatch.setattr(store_module, "MAX_TEXT_BYTES", 1000)
    store = TextStore(file)
    assert store.get(KEYS[0]) == "x" * 1000
    # It was written when more was allowed, or by somebody else.
    assert store.get(KEYS[1]) is None
    for text, kept in (("z" * 1000, True), ("z" * 1001, False), ("Ä" * 501, False)):
        store.put(KEYS[2], "")
        store.put(KEYS[2], text)
        assert (store.get(KEYS[2]) == text) is kept
    store.close()


def test_processes_can_write_at_the_same_time(tmp_path: Path) -> None:
    file = tmp_path / "store.sqlite"
    writers = [subprocess.Popen([sys.executable, "-c", WRITER, str(file)]) for _ in range(3)]
    assert [writer.wait(60) for writer in writers] == [0, 0, 0]
    store = TextStore(file)
    assert [store.get(key) for key in KEYS] == [f"{number}" * 20_000 for number in range(40)]
    store.close()
