"""What is in the files of a release."""

from __future__ import annotations

import tarfile
from pathlib import Path
from zipfile import ZipFile

from callsheet import __version__
from tests.conftest import ROOT
from tests.packaging.conftest import Distribution

PACKAGE = ROOT / "plugins/callsheet"
ADDED = {"METADATA", "RECORD", "WHEEL", "entry_points.txt", "licenses/LICENSE"}


def package_files() -> set[str]:
    """Return all files of the package, without what tools leave in it."""
    files = {file.relative_to(PACKAGE.parent) for file in PACKAGE.rglob("*") if file.is_file()}
    left = {"__pycache__", "node_modules"}
    return {
        file.as_posix()
        for file in files
        if not any(part.startswith(".") or part in left for part in file.parts)
    }


def test_the_wheel_has_the_whole_package_and_nothing_else(distribution: Distribution) -> None:
    with ZipFile(distribution.wheel) as wheel:
        names = set(wheel.namelist())
    info = f"mkdocs_callsheet-{__version__}.dist-info"
    modules = "callsheet/render/javascript/"
    expected = {name for name in package_files() if not name.startswith(modules)}
    assert expected < package_files()
    assert names == expected | {f"{info}/{name}" for name in ADDED}
    assert "callsheet/py.typed" in names
    suffixes = {Path(name).suffix for name in names}
    assert {".css", ".html", ".jinja", ".js", ".md", ".png", ".typed"} <= suffixes


def test_the_wheel_says_how_it_is_used(distribution: Distribution) -> None:
    info = f"mkdocs_callsheet-{__version__}.dist-info"
    with ZipFile(distribution.wheel) as wheel:
        metadata = wheel.read(f"{info}/METADATA").decode()
        entry_points = wheel.read(f"{info}/entry_points.txt").decode()
    assert "Requires-Python: >=3.11" in metadata
    assert "License-Expression: MIT" in metadata
    for group in ("console_scripts", "markdown.extensions", "mkdocs.plugins", "pytest11"):
        assert f"[{group}]" in entry_points
    required = [
        line.removeprefix("Requires-Dist: ")
        for line in metadata.splitlines()
        if line.startswith("Requires-Dist: ")
    ]
    # Every dependency has a lower bound, which another test installs.
    own = [line for line in required if not line.startswith("mkdocs-callsheet")]
    assert own
    assert all(">=" in line for line in own), own


def test_the_sdist_has_the_sources_and_no_tests_or_samples(distribution: Distribution) -> None:
    with tarfile.open(distribution.sdist) as sdist:
        paths = [Path(name) for name in sdist.getnames()]
    tops = {path.parts[1] for path in paths if len(path.parts) > 1}
    expected = {"CHANGELOG.md", "LICENSE", "PKG-INFO", "README.md", "plugins", "pyproject.toml"}
    assert tops - {".gitignore"} == expected
    sources = {
        path.relative_to(Path(path.parts[0], "plugins")).as_posix()
        for path in paths
        if path.parts[1:2] == ("plugins",) and path.suffix
    }
    assert {name for name in package_files() if "." in name} <= sources
    assert not any("node_modules" in path.parts for path in paths)
