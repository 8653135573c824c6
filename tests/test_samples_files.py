"""What is written, what is reported as stale, and what is refused."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from callsheet.catalog import Catalog
from callsheet.errors import ConfigurationError
from callsheet.samples import Reason, stale_samples, write_samples


def test_what_is_written_is_up_to_date(catalog: Catalog, tmp_path: Path) -> None:
    directory = tmp_path / "new" / "samples"
    written = write_samples(catalog, directory)
    assert set(written) == {path for path in directory.rglob("*") if path.is_file()}
    assert {path.name for path in written} == {
        *(f"{operation.uid}.py" for operation in catalog.operations),
        "image.png",
    }
    assert stale_samples(catalog, directory) == []


def test_a_second_time_nothing_is_written(catalog: Catalog, tmp_path: Path) -> None:
    before = {path: path.stat().st_mtime_ns for path in write_samples(catalog, tmp_path)}
    assert write_samples(catalog, tmp_path) == []
    assert before == {path: path.stat().st_mtime_ns for path in before}


@pytest.mark.parametrize("name", ["v1PersonEntity_GetImage.py", "assets/image.png"])
def test_a_missing_and_a_changed_file_are_stale_and_put_right(
    catalog: Catalog, tmp_path: Path, name: str
) -> None:
    write_samples(catalog, tmp_path)
    file = tmp_path / name
    content = file.read_bytes()
    file.unlink()
    assert stale_samples(catalog, tmp_path) == [(file, Reason.MISSING)]
    file.write_bytes(content + b"# more\n")
    assert stale_samples(catalog, tmp_path) == [(file, Reason.DIFFERS)]
    assert write_samples(catalog, tmp_path) == [file]
    assert file.read_bytes() == content


def test_a_program_of_no_operation_is_stale_and_stays(catalog: Catalog, tmp_path: Path) -> None:
    write_samples(catalog, tmp_path)
    stranger = tmp_path / "v1PersonEntity_Gone.py"
    stranger.write_text("")
    (tmp_path / "README.md").write_text("")
    assert stale_samples(catalog, tmp_path) == [(stranger, Reason.UNKNOWN)]
    assert write_samples(catalog, tmp_path) == []
    assert stranger.exists()


def test_line_ends_of_another_platform_are_no_difference(catalog: Catalog, tmp_path: Path) -> None:
    file = next(path for path in write_samples(catalog, tmp_path) if path.suffix == ".py")
    file.write_bytes(file.read_bytes().replace(b"\n", b"\r\n"))
    assert stale_samples(catalog, tmp_path) == []


@pytest.mark.parametrize("uid", ["../out", "/etc/out", "a/b", "a\\b", "nul\0", "requests", "json"])
def test_a_uid_that_is_no_fit_name_is_refused(catalog: Catalog, tmp_path: Path, uid: str) -> None:
    odd = Catalog(tmp_path, (), (replace(catalog.operations[0], uid=uid),), ())
    directory = tmp_path / "samples"
    with pytest.raises(ConfigurationError, match="uid"):
        write_samples(odd, directory)
    assert [*tmp_path.iterdir()] == []


def test_a_directory_that_cannot_be_used_is_reported(catalog: Catalog, tmp_path: Path) -> None:
    file = tmp_path / "samples"
    file.write_text("")
    with pytest.raises(ConfigurationError, match="Not a directory"):
        write_samples(catalog, file)
    with pytest.raises(ConfigurationError, match="Not a directory"):
        stale_samples(catalog, file)
    in_the_way = tmp_path / "other" / "v1PersonEntity_GetImage.py"
    in_the_way.mkdir(parents=True)
    with pytest.raises(ConfigurationError, match="Is a directory"):
        write_samples(catalog, in_the_way.parent)


def test_a_failed_write_leaves_nothing_behind(catalog: Catalog, tmp_path: Path) -> None:
    (tmp_path / "assets").write_text("in the way")
    with pytest.raises(ConfigurationError, match="cannot be"):
        write_samples(catalog, tmp_path)
    assert [path for path in tmp_path.iterdir() if path.name.startswith(".")] == []
