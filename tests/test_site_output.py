"""What a site directory still has of the build before."""

from __future__ import annotations

import os
import shutil
from collections.abc import Mapping
from pathlib import Path

import pytest

from callsheet.site.output.site_directory import (
    SiteDirectory,
    WrittenFile,
    read_manifest,
    save_manifest,
)
from tests.sites import MATERIAL, build


def written(site: Path, files: Mapping[str, str]) -> Mapping[str, WrittenFile]:
    """Builds a site of these files, each of which is made of what it holds."""
    output = SiteDirectory(site, {})
    for path, text in files.items():
        output.write(path, f"key of {text}", text.encode())
    return output.finish()


def begin(site: Path, before: Mapping[str, WrittenFile]) -> SiteDirectory:
    """Begins the next build, as MkDocs does: it removes what is not hidden."""
    output = SiteDirectory(site, before)
    output.put_aside()
    for entry in site.iterdir():
        if not entry.name.startswith("."):
            shutil.rmtree(entry) if entry.is_dir() else entry.unlink()
    output.bring_back()
    return output


def there(site: Path) -> dict[str, str]:
    files = (file for file in site.rglob("*") if not file.is_dir())
    return {file.relative_to(site).as_posix(): file.read_text() for file in files}


def test_what_is_made_of_the_same_stays(tmp_path: Path) -> None:
    before = written(tmp_path, {"a/b/index.html": "one", "top.json": "two"})
    inodes = {path: (tmp_path / path).stat().st_ino for path in before}
    output = begin(tmp_path, before)
    assert output.keep("a/b/index.html", "key of one")
    assert output.keep("top.json", lambda: "key of two")
    assert not output.keep("new.json", lambda: pytest.fail("there is nothing to compare it with"))
    assert output.finish() == before
    assert {path: (tmp_path / path).stat().st_ino for path in before} == inodes
    assert there(tmp_path) == {"a/b/index.html": "one", "top.json": "two"}


def test_what_is_made_of_something_else_is_written_anew(tmp_path: Path) -> None:
    output = begin(tmp_path, written(tmp_path, {"a.html": "one"}))
    assert not output.keep("a.html", "key of two")
    output.write("a.html", "key of two", b"two")
    output.finish()
    assert there(tmp_path) == {"a.html": "two"}


def test_a_file_of_which_nobody_knows_what_it_is_made_of_never_stays(tmp_path: Path) -> None:
    output = SiteDirectory(tmp_path, {})
    output.write("a.html", "", b"one")
    output = begin(tmp_path, output.finish())
    assert not output.keep("a.html", "")


def test_a_file_that_is_known_by_its_content_is_written_only_if_that_is_another(
    tmp_path: Path,
) -> None:
    output = SiteDirectory(tmp_path, {})
    for name in ("same", "changed", "replaced"):
        output.write(name, "", b"one")
    before = output.finish()
    inodes = {path: (tmp_path / path).stat().st_ino for path in before}
    output = begin(tmp_path, before)
    # By MkDocs, for example, which copies the files of the author.
    (tmp_path / "new").write_text("six")
    (tmp_path / "new").replace(tmp_path / "replaced")
    written_at = (tmp_path / "same").stat().st_mtime_ns
    for name, text in {"same": b"one", "changed": b"two", "replaced": b"one"}.items():
        output.write(name, "", text)
    output.finish()
    assert there(tmp_path) == {"same": "one", "changed": "two", "replaced": "one"}
    assert (tmp_path / "same").stat().st_ino == inodes["same"]
    assert (tmp_path / "same").stat().st_mtime_ns == written_at


def touch(site: Path) -> None:
    file = site / "a/one.html"
    os.utime(file, ns=(file.stat().st_atime_ns, file.stat().st_mtime_ns + 1))


def replace(site: Path) -> None:
    (site / "new").write_text("one")
    (site / "new").replace(site / "a/one.html")


def lengthen(site: Path) -> None:
    with (site / "a/one.html").open("a") as file:
        file.write("!")


def link(site: Path) -> None:
    (site / "a/one.html").rename(site / "a/elsewhere")
    (site / "a/one.html").symlink_to(site / "a/elsewhere")


@pytest.mark.parametrize("change", [touch, replace, lengthen, link])
def test_a_file_that_somebody_has_touched_does_not_stay(tmp_path: Path, change: object) -> None:
    before = written(tmp_path, {"a/one.html": "one", "a/two.html": "two"})
    assert callable(change)
    change(tmp_path)
    output = begin(tmp_path, before)
    assert not output.keep("a/one.html", "key of one")
    assert output.keep("a/two.html", "key of two")
    assert there(tmp_path) == {"a/two.html": "two"}


def test_files_of_others_do_not_stay(tmp_path: Path) -> None:
    before = written(tmp_path, {"a/one.html": "one"})
    (tmp_path / "a/b/c").mkdir(parents=True)
    (tmp_path / "a/b/c/other.html").write_text("of another plugin")
    (tmp_path / "other").write_text("of another plugin")
    output = begin(tmp_path, before)
    assert output.keep("a/one.html", "key of one")
    assert there(tmp_path) == {"a/one.html": "one"}
    assert not (tmp_path / "a/b").exists()


def test_a_link_to_a_folder_is_removed_and_not_followed(tmp_path: Path) -> None:
    site, outside = tmp_path / "site", tmp_path / "outside"
    before = written(site, {"a/one.html": "one"})
    outside.mkdir()
    (outside / "precious").write_text("kept")
    (site / "a/link").symlink_to(outside)
    begin(site, before)
    assert not (site / "a/link").is_symlink()
    assert (outside / "precious").read_text() == "kept"


def test_what_the_build_does_not_want_any_more_is_removed(tmp_path: Path) -> None:
    output = begin(tmp_path, written(tmp_path, {"a/b/one.html": "one", "a/two.html": "two"}))
    assert output.keep("a/two.html", "key of two")
    output.finish()
    assert there(tmp_path) == {"a/two.html": "two"}
    assert not (tmp_path / "a/b").exists()


def test_what_somebody_else_wrote_in_its_place_stays(tmp_path: Path) -> None:
    output = begin(tmp_path, written(tmp_path, {"a/index.html": "one"}))
    (tmp_path / "a/index.html").write_text("a page of MkDocs")
    output.finish()
    assert there(tmp_path) == {"a/index.html": "a page of MkDocs"}


def test_a_build_that_broke_off_leaves_nothing_behind(tmp_path: Path) -> None:
    before = written(tmp_path, {"a/one.html": "one"})
    SiteDirectory(tmp_path, before).put_aside()
    assert [file.name for file in tmp_path.iterdir()] == [".callsheet"]
    output = begin(tmp_path, before)
    assert not output.keep("a/one.html", "key of one")
    assert there(tmp_path) == {}
    assert list(tmp_path.iterdir()) == []


def test_a_site_that_is_not_there_has_nothing(tmp_path: Path) -> None:
    before = written(tmp_path / "site", {"a.html": "one"})
    shutil.rmtree(tmp_path / "site")
    output = SiteDirectory(tmp_path / "site", before)
    output.put_aside()
    output.bring_back()
    assert not output.keep("a.html", "key of one")
    output.write("b/c.html", "key", b"new")
    assert there(tmp_path / "site") == {"b/c.html": "new"}


def test_it_is_remembered_in_a_file(tmp_path: Path) -> None:
    file = tmp_path / "cache/written.json"
    known = written(tmp_path / "site", {"a.html": "one"})
    save_manifest(file, known)
    assert read_manifest(file) == known
    file.write_bytes(file.read_bytes().replace(b"a.html", b"b.html"))
    assert read_manifest(file) == {}
    assert read_manifest(None) == {}


def test_pages_of_types_have_the_navigation_around_them(tmp_path: Path) -> None:
    types = tmp_path / "docs/types"
    types.mkdir(parents=True)
    (tmp_path / "mkdocs.yml").write_text(MATERIAL)
    table = "| Property Name | Type | Description |\n|---|---|---|\n| a | string | A. |\n"
    for number in range(100, 170):
        head = f"---\ndefines: T{number}\n---\n\n# T{number}\n\n"
        (types / f"T{number}.md").write_text(head + table)
    (tmp_path / "docs/index.md").write_text("# Home\n")
    page = build(tmp_path)["types/T120/index.html"].decode()
    assert "T121" in page
    assert "T169" not in page
