"""The cache of what was read: nothing twice, and never the reason for a wrong answer."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import markdown_it
import pytest
import yaml

from callsheet.cache import content
from callsheet.cache.content import CACHE_VARIABLE
from callsheet.cache.fingerprint import code_fingerprint
from callsheet.catalog import Catalog, readings
from tests import goldens
from tests.caches import DAMAGES, damage, note_paths
from tests.conftest import DOCS


@pytest.fixture
def docs(tmp_path: Path) -> Path:
    """A docs tree with all kinds of pages."""
    docs = tmp_path / "docs"
    shutil.copytree(DOCS / "reference", docs)
    for page in goldens.PAGES:
        shutil.copy(page, docs)
    return docs


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The pages that are read anew, as they come."""
    return note_paths(monkeypatch, readings, "read_page")


def only_file(cache_folder: Path) -> Path:
    [file] = cache_folder.iterdir()
    return file


def test_a_second_start_reads_nothing_and_knows_the_same(
    docs: Path, cache_folder: Path, read: list[str]
) -> None:
    fresh = Catalog.read(docs, cached=False)
    read.clear()
    first = Catalog.read(docs)
    assert sorted(read) == sorted(page.path for page in fresh.pages)
    written = only_file(cache_folder).stat().st_mtime_ns
    read.clear()
    second = Catalog.read(docs)
    assert read == []
    assert fresh == first == second
    assert only_file(cache_folder).stat().st_mtime_ns == written


def test_only_what_changed_is_read(docs: Path, cache_folder: Path, read: list[str]) -> None:
    Catalog.read(docs)
    read.clear()
    page = docs / "older.md"
    page.write_bytes(page.read_bytes().replace(b"flag", b"sail"))
    (docs / "newer.md").rename(docs / "newest.md")
    (docs / "Person" / "v1PersonEntity_GetImage.md").unlink()
    catalog = Catalog.read(docs)
    assert sorted(read) == ["newest.md", "older.md"]
    assert catalog == Catalog.read(docs, cached=False)
    read.clear()
    assert Catalog.read(docs) == catalog
    assert read == []


def change(page: Path) -> None:
    page.write_bytes(page.read_bytes() + b"\nMore.\n")


def test_a_change_is_written_beside_the_others(
    docs: Path, cache_folder: Path, read: list[str]
) -> None:
    Catalog.read(docs)
    whole = only_file(cache_folder)
    before = whole.read_bytes()
    for _ in range(2):
        read.clear()
        change(docs / "older.md")
        catalog = Catalog.read(docs)
        assert catalog == Catalog.read(docs)
        assert read == ["older.md"]
        assert catalog == Catalog.read(docs, cached=False)
    assert whole.read_bytes() == before
    [recent] = {*cache_folder.iterdir()} - {whole}
    assert recent.stat().st_size < len(before) / 2


def test_a_change_that_is_taken_back_costs_nothing(
    docs: Path, cache_folder: Path, read: list[str]
) -> None:
    page = docs / "older.md"
    content = page.read_bytes()
    fresh = Catalog.read(docs)
    change(page)
    Catalog.read(docs)
    page.write_bytes(content)
    read.clear()
    assert Catalog.read(docs) == fresh
    assert read == []


def test_after_many_changes_all_is_written_into_one_file(
    docs: Path, cache_folder: Path, read: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(content, "FEW", 1)
    Catalog.read(docs)
    change(docs / "older.md")
    Catalog.read(docs)
    assert len(list(cache_folder.iterdir())) == 2
    change(docs / "newer.md")
    Catalog.read(docs)
    fresh = Catalog.read(docs, cached=False)
    read.clear()
    assert Catalog.read(docs) == fresh
    assert read == []
    size = only_file(cache_folder).stat().st_size
    for page in (docs / "older.md", docs / "newer.md"):
        page.unlink()
    assert Catalog.read(docs) == Catalog.read(docs, cached=False)
    assert only_file(cache_folder).stat().st_size < size


@pytest.mark.parametrize("kind", DAMAGES)
def test_damaged_changes_are_read_anew(
    docs: Path, cache_folder: Path, read: list[str], kind: str
) -> None:
    Catalog.read(docs)
    whole = only_file(cache_folder)
    change(docs / "older.md")
    fresh = Catalog.read(docs)
    [recent] = {*cache_folder.iterdir()} - {whole}
    damage(recent, kind)
    read.clear()
    assert Catalog.read(docs) == fresh
    assert Catalog.read(docs) == fresh
    assert read == ["older.md"]


@pytest.mark.parametrize("fault", [*DAMAGES, "text", "folder", "other code"])
def test_a_damaged_cache_is_rebuilt(
    docs: Path, cache_folder: Path, read: list[str], fault: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    Catalog.read(docs)
    file = only_file(cache_folder)
    if fault in DAMAGES:
        damage(file, fault)
    elif fault == "text":
        file.write_bytes(b"checksum\n{}")
    elif fault == "folder":
        file.unlink()
        file.mkdir()
    else:
        monkeypatch.setattr(readings, "code_fingerprint", lambda: b"another version")
    read.clear()
    catalog = Catalog.read(docs)
    assert len(read) == len(list(docs.rglob("*.md")))
    assert catalog == Catalog.read(docs, cached=False)


def test_what_has_the_right_checksum_and_the_wrong_shape_is_rebuilt(
    docs: Path, cache_folder: Path
) -> None:
    fresh = Catalog.read(docs)
    file = only_file(cache_folder)
    _, head, *lines = file.read_bytes().split(b"\n")
    pages = {"pages": json.loads(head)["pages"]}
    for wrong in (
        [],
        [b"{"],
        [json.dumps(pages).encode(), *lines],
        [json.dumps({"tables": {"texts": [], "rows": {}}, **pages}).encode(), *lines],
        [head, *lines[1:]],
        [head, *lines, lines[0]],
        [head, *(b"7" for _ in lines)],
        [head, *(b"[[]]" for _ in lines)],
        [head, *(b"{" for _ in lines)],
    ):
        content.save_content(file, b"\n".join(wrong), code_fingerprint())
        assert Catalog.read(docs) == fresh


def test_a_folder_that_cannot_be_written_is_no_error(
    docs: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setenv(CACHE_VARIABLE, str(tmp_path / "file" / "cache"))
    assert Catalog.read(docs) == Catalog.read(docs, cached=False)


def test_it_can_be_switched_off(
    docs: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(CACHE_VARIABLE, "")
    Catalog.read(docs)
    assert [path.name for path in tmp_path.iterdir()] == ["docs"]


def test_what_json_cannot_hold_is_read_each_time(
    docs: Path, cache_folder: Path, read: list[str]
) -> None:
    page = docs / "older.md"
    page.write_bytes(page.read_bytes().replace(b"id:", b"codes: {1: hi}\nday: 2026-01-31\nid:"))
    catalog = Catalog.read(docs)
    operation = next(o for o in catalog.operations if o.path == "older.md")
    assert operation.front_matter == {
        "codes": {1: "hi"}, "day": "2026-01-31", "id": "v2Ship_PostFlag",
    }  # fmt: skip
    read.clear()
    assert Catalog.read(docs) == catalog
    assert read == ["older.md"]


@pytest.mark.slow
def test_the_outside_pages_come_back_as_they_were(shared: Path, cache_folder: Path) -> None:
    fresh = Catalog.read(shared / "corpus")
    assert len(fresh.operations) == 803
    assert Catalog.read(shared / "corpus") == fresh


def test_another_parser_reads_everything_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    prints = {code_fingerprint.__wrapped__()}
    for parser in (markdown_it, yaml):
        monkeypatch.setattr(parser, "__version__", "another")
        prints.add(code_fingerprint.__wrapped__())
    assert len(prints) == 3


@pytest.mark.parametrize(
    "matter",
    [
        "a: &a\n  b: *a",
        "a0: &a0 [1, 2]\n" + "\n".join(f"a{n}: &a{n} [*a{n - 1}, *a{n - 1}]" for n in range(1, 60)),
    ],
    ids=["in itself", "without end"],
)
def test_aliases_without_end_are_refused(docs: Path, cache_folder: Path, matter: str) -> None:
    page = docs / "older.md"
    page.write_bytes(page.read_bytes().replace(b"id:", matter.encode() + b"\nid:", 1))
    catalog = Catalog.read(docs)
    assert catalog.by_path["older.md"].front_matter == {}
    assert "CS032" in {f.code for f in catalog.findings if f.path == "older.md"}
    assert sum(file.stat().st_size for file in cache_folder.iterdir()) < 50_000


def test_a_cache_that_is_too_large_is_neither_written_nor_read(
    docs: Path, cache_folder: Path, read: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    catalog = Catalog.read(docs)
    file = only_file(cache_folder)
    size = file.stat().st_size
    monkeypatch.setattr(content, "MAX_BYTES", size)
    assert Catalog.read(docs) == catalog
    assert file.exists()
    monkeypatch.setattr(content, "MAX_BYTES", size - 1)
    read.clear()
    assert Catalog.read(docs) == catalog
    assert read
    assert [*cache_folder.iterdir()] == []


def test_what_no_longer_fits_takes_the_place_of_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "cache.json"
    monkeypatch.setattr(content, "MAX_BYTES", 100)
    content.save_content(file, b"x" * 35, b"")
    assert content.load_content(file, b"") == b"x" * 35
    assert file.stat().st_size == 100
    content.save_content(file, b"x" * 36, b"")
    assert not file.exists()


def test_a_large_page_is_read_each_time(
    docs: Path, cache_folder: Path, read: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    sizes = {path.relative_to(docs).as_posix(): path.stat().st_size for path in docs.rglob("*.md")}
    monkeypatch.setattr(readings, "MAX_CACHED_BYTES", max(sizes.values()) - 1)
    Catalog.read(docs)
    read.clear()
    Catalog.read(docs)
    assert read == [name for name, size in sizes.items() if size == max(sizes.values())]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes in its folders")
@pytest.mark.parametrize("kind", ["pipe", "endless"])
def test_what_is_no_file_is_not_read(tmp_path: Path, kind: str) -> None:
    file = tmp_path / "cache.json"
    if kind == "pipe":
        os.mkfifo(file)
    else:
        file.symlink_to("/dev/zero")
    # In a process of its own, which can be ended: a test that waits for a pipe waits for ever.
    code = (
        "import sys; from pathlib import Path; from callsheet.cache.content import load_content\n"
        "load_content(Path(sys.argv[1]), b'')"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(file)], capture_output=True, text=True, timeout=30
    )
    assert "no plain file" in done.stderr
    assert not file.is_symlink()
    assert not file.exists()
