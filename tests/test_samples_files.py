"""What is written, what is reported as stale, and what is refused."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest

from callsheet.catalog import Catalog
from callsheet.errors import ConfigurationError
from callsheet.samples import Reason, Sample, python_sample, stale_samples, write_samples
from callsheet.samples.bundle import bundle
from tests.parcels import catalog_of, page


@pytest.fixture(scope="module")
def samples(catalog: Catalog) -> list[Sample]:
    return [python_sample(operation) for operation in catalog.operations]


def test_what_is_written_is_up_to_date(
    samples: list[Sample], catalog: Catalog, tmp_path: Path
) -> None:
    directory = tmp_path / "new" / "samples"
    written = write_samples(samples, directory)
    assert set(written) == {path for path in directory.rglob("*") if path.is_file()}
    assert {path.name for path in written} == {
        *(f"{operation.uid}.py" for operation in catalog.operations),
        "image.png",
    }
    assert stale_samples(samples, directory) == []


def test_a_second_time_nothing_is_written(samples: list[Sample], tmp_path: Path) -> None:
    before = {path: path.stat().st_mtime_ns for path in write_samples(samples, tmp_path)}
    assert write_samples(samples, tmp_path) == []
    assert before == {path: path.stat().st_mtime_ns for path in before}


@pytest.mark.parametrize("name", ["v1PersonEntity_GetImage.py", "assets/image.png"])
def test_a_missing_and_a_changed_file_are_stale_and_put_right(
    samples: list[Sample], tmp_path: Path, name: str
) -> None:
    write_samples(samples, tmp_path)
    file = tmp_path / name
    content = file.read_bytes()
    file.unlink()
    assert stale_samples(samples, tmp_path) == [(file, Reason.MISSING)]
    file.write_bytes(content + b"# more\n")
    assert stale_samples(samples, tmp_path) == [(file, Reason.DIFFERS)]
    assert write_samples(samples, tmp_path) == [file]
    assert file.read_bytes() == content


def test_a_program_of_no_operation_is_stale_and_stays(
    samples: list[Sample], tmp_path: Path
) -> None:
    write_samples(samples, tmp_path)
    stranger = tmp_path / "v1PersonEntity_Gone.py"
    stranger.write_text("")
    (tmp_path / "README.md").write_text("")
    assert stale_samples(samples, tmp_path) == [(stranger, Reason.UNKNOWN)]
    assert write_samples(samples, tmp_path) == []
    assert stranger.exists()


def test_line_ends_of_another_platform_are_no_difference(
    samples: list[Sample], tmp_path: Path
) -> None:
    file = next(path for path in write_samples(samples, tmp_path) if path.suffix == ".py")
    file.write_bytes(file.read_bytes().replace(b"\n", b"\r\n"))
    assert stale_samples(samples, tmp_path) == []


@pytest.mark.parametrize("name", ["../out.py", "/etc/out.py", "a/b.py"])
def test_no_program_is_written_beside_its_directory(
    samples: list[Sample], tmp_path: Path, name: str
) -> None:
    directory = tmp_path / "samples"
    written = write_samples([replace(samples[0], filename=name, assets=())], directory)
    assert written == [directory / name.rpartition("/")[2]]
    assert [*tmp_path.iterdir()] == [directory]


def test_a_uid_that_is_the_name_of_a_module_stops_no_other(tmp_path: Path) -> None:
    pages = {
        uid: page(uid, f"GET /api/{uid}") for uid in ("json", "profile", "requests", "v1Parcel_Get")
    }
    operations = catalog_of(pages).operations
    write_samples(map(python_sample, operations), tmp_path)
    assert {path.name for path in tmp_path.glob("*.py")} == {
        "json_sample.py",
        "profile_sample.py",
        "requests_sample.py",
        "v1Parcel_Get.py",
    }


def test_a_directory_that_cannot_be_used_is_reported(samples: list[Sample], tmp_path: Path) -> None:
    file = tmp_path / "samples"
    file.write_text("")
    with pytest.raises(ConfigurationError, match="Not a directory"):
        write_samples(samples, file)
    with pytest.raises(ConfigurationError, match="Not a directory"):
        stale_samples(samples, file)
    in_the_way = tmp_path / "other" / "v1PersonEntity_GetImage.py"
    in_the_way.mkdir(parents=True)
    with pytest.raises(ConfigurationError, match="Is a directory"):
        write_samples(samples, in_the_way.parent)


def test_a_file_that_no_program_sends_is_stale(samples: list[Sample], tmp_path: Path) -> None:
    write_samples(samples, tmp_path)
    old = tmp_path / "assets" / "old.gif"
    old.write_bytes(b"GIF89a")
    assert stale_samples(samples, tmp_path) == [(old, Reason.UNKNOWN)]


def test_an_archive_has_all_that_is_needed_to_run_them(
    samples: list[Sample], catalog: Catalog, tmp_path: Path
) -> None:
    content = bundle(samples, "Parcels")
    assert bundle(samples, "Parcels") == content
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        archive.extractall(tmp_path)
    assert stale_samples(samples, tmp_path / "samples") == []
    readme = (tmp_path / "samples" / "README.md").read_text(encoding="utf-8")
    assert "# Samples: Parcels" in readme
    requirements = (tmp_path / "samples" / "requirements.txt").read_text(encoding="utf-8")
    assert requirements.startswith("requests>=")


def test_a_failed_write_leaves_nothing_behind(samples: list[Sample], tmp_path: Path) -> None:
    (tmp_path / "assets").write_text("in the way")
    with pytest.raises(ConfigurationError, match="cannot be"):
        write_samples(samples, tmp_path)
    assert [path for path in tmp_path.iterdir() if path.name.startswith(".")] == []
