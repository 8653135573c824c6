"""Writes samples into a directory, and finds those of its files that are out of date."""

from collections.abc import Iterable, Iterator
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple

from callsheet.errors import ConfigurationError, access_to
from callsheet.files import write_whole
from callsheet.samples.assets import ASSETS_DIR, read_asset
from callsheet.samples.sample import Sample, name_apart


class Reason(StrEnum):
    """Why a file is out of date."""

    MISSING = "missing"
    DIFFERS = "differs"
    UNKNOWN = "belongs to no operation"


class Stale(NamedTuple):
    """A file that is not what the catalog would write."""

    path: Path
    reason: Reason


def write_samples(samples: Iterable[Sample], directory: Path) -> list[Path]:
    """Write programs and the files that they send.

    Only files that are missing or differ are written, each atomically. Nothing is deleted.

    Args:
        samples: The programs.
        directory: The folder for the programs; it is created if it does not exist.

    Returns:
        The files that were written; none where all were up to date.

    Raises:
        ConfigurationError: A file cannot be read or written.
    """
    return write_files(sample_files(samples), directory)


def write_files(files: dict[str, bytes], directory: Path) -> list[Path]:
    """Write files, by relative path, as `write_samples` does."""
    wanted = {directory / path: content for path, content in files.items()}
    outdated = [path for path, _ in _outdated(wanted)]
    for path in outdated:
        with access_to(path, "written"):
            path.parent.mkdir(parents=True, exist_ok=True)
            write_whole(path, wanted[path])
    return outdated


def stale_samples(samples: Iterable[Sample], directory: Path) -> list[Stale]:
    """Find the files of a directory that are not what `write_samples` would write.

    Args:
        samples: The programs.
        directory: The folder of the programs.

    Returns:
        The files that are missing or differ, then the programs that belong to no operation, and the
        files that no program sends.

    Raises:
        ConfigurationError: A file cannot be read.
    """
    wanted = {directory / path: content for path, content in sample_files(samples).items()}
    programs = directory.glob("*.py")
    assets = (directory / ASSETS_DIR).glob("*")
    unknown = sorted(path for path in (*programs, *assets) if path not in wanted)
    return [*_outdated(wanted), *(Stale(path, Reason.UNKNOWN) for path in unknown)]


def sample_files(samples: Iterable[Sample]) -> dict[str, bytes]:
    """Return the content of programs and of the files that they send, by relative path.

    Args:
        samples: The programs.
    """
    files = {}
    assets: set[str] = set()
    for sample in name_apart(samples):
        files[sample.filename] = sample.text.encode()
        assets.update(sample.assets)
    return {**files, **{f"{ASSETS_DIR}/{name}": read_asset(name) for name in sorted(assets)}}


def _outdated(wanted: dict[Path, bytes]) -> Iterator[Stale]:
    for path, content in wanted.items():
        try:
            if not _same(path.read_bytes(), content):
                yield Stale(path, Reason.DIFFERS)
        except FileNotFoundError:
            yield Stale(path, Reason.MISSING)
        except OSError as error:
            raise ConfigurationError(f"`{path}` cannot be read: {error.strerror}.") from error


def _same(found: bytes, wanted: bytes) -> bool:
    # Git may have converted the line endings to those of the platform.
    return found == wanted or found.replace(b"\r\n", b"\n") == wanted
