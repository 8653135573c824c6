"""Writes samples into a directory, and says which of its files are out of date."""

from __future__ import annotations

import os
import secrets
import sys
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple

from callsheet.catalog import Catalog
from callsheet.errors import ConfigurationError
from callsheet.samples.assets import ASSETS_DIR, read_asset
from callsheet.samples.python import python_sample

_IMPORTED = {*sys.stdlib_module_names, "certifi", "idna", "requests", "urllib3"}
"""Modules that a program of the same name would hide from the programs beside it."""


class Reason(StrEnum):
    """Why a file is out of date."""

    MISSING = "missing"
    DIFFERS = "differs"
    UNKNOWN = "belongs to no operation"


class Stale(NamedTuple):
    """A file that is not as the catalog wants it."""

    path: Path
    reason: Reason


def write_samples(catalog: Catalog, directory: Path) -> list[Path]:
    """Writes the programs of a catalog and the files that they send.

    Only what is missing or differs is written, each file in one step. Nothing is deleted.

    Args:
        catalog: The operations.
        directory: Where the programs go; it is made where it doesn't exist.

    Returns:
        The files that were written; none where all were up to date.

    Raises:
        ConfigurationError: A file cannot be read or written, or its name cannot be used.
    """
    wanted = _wanted(catalog, directory)
    outdated = [path for path, _ in _outdated(wanted)]
    for path in outdated:
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            _replace(path, wanted[path])
        except OSError as error:
            raise ConfigurationError(
                f"The sample `{path}` cannot be written: {error.strerror}."
            ) from error
    return outdated


def stale_samples(catalog: Catalog, directory: Path) -> list[Stale]:
    """Says which files of a directory are not what `write_samples` would write.

    Args:
        catalog: The operations.
        directory: Where the programs are.

    Returns:
        The files that are missing or differ, then the programs that belong to no operation.

    Raises:
        ConfigurationError: A file cannot be read, or its name cannot be used.
    """
    wanted = _wanted(catalog, directory)
    unknown = sorted(path for path in directory.glob("*.py") if path not in wanted)
    return [*_outdated(wanted), *(Stale(path, Reason.UNKNOWN) for path in unknown)]


def _wanted(catalog: Catalog, directory: Path) -> dict[Path, bytes]:
    """The content of every file that belongs into the directory."""
    wanted = {}
    assets: set[str] = set()
    for operation in catalog.operations:
        sample = python_sample(operation)
        _check_name(sample.uid, sample.filename)
        wanted[directory / sample.filename] = sample.text.encode()
        assets.update(sample.assets)
    for name in sorted(assets):
        wanted[directory / ASSETS_DIR / name] = read_asset(name)
    return wanted


def _check_name(uid: str, filename: str) -> None:
    if Path(filename).name != filename or "\\" in filename or "\0" in filename:
        raise ConfigurationError(f"The uid `{uid}` cannot be the name of a file.")
    if uid in _IMPORTED:
        raise ConfigurationError(
            f"The uid `{uid}` is the name of a Python module, which `{filename}` would hide from"
            " all samples beside it. Choose another uid."
        )


def _outdated(wanted: dict[Path, bytes]) -> Iterator[Stale]:
    for path, content in wanted.items():
        try:
            if not _same(path.read_bytes(), content):
                yield Stale(path, Reason.DIFFERS)
        except FileNotFoundError:
            yield Stale(path, Reason.MISSING)
        except OSError as error:
            raise ConfigurationError(
                f"The sample `{path}` cannot be read: {error.strerror}."
            ) from error


def _same(found: bytes, wanted: bytes) -> bool:
    # Git may have given the programs the line ends of the platform.
    return found == wanted or found.replace(b"\r\n", b"\n") == wanted


def _replace(path: Path, content: bytes) -> None:
    """Writes a file in one step: whoever reads it meanwhile finds the old or the new content."""
    temporary = path.with_name(f".{path.name}.{secrets.token_hex(4)}")
    try:
        temporary.write_bytes(content)
        os.replace(temporary, path)  # noqa: PTH105 - the atomic one, by the name that says so
    finally:
        temporary.unlink(missing_ok=True)
