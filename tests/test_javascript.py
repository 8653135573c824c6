"""The scripts of the site: their unit tests, and bundles that are those of the modules."""

from __future__ import annotations

import re
import subprocess
from hashlib import sha256
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.interpreters import JAVASCRIPT, SECONDS, node

BUNDLES = sorted((JAVASCRIPT.parent / "assets").glob("*.js"))
OTHERS = ("bundle.js", "package-lock.json")
"""What the bundles depend on besides the modules."""

_FIRST_LINE = re.compile(
    r"/\*! Made by `make javascript`: sources (?P<sources>\w{16}), code (?P<code>\w{16}) \*/"
)


def digest(content: bytes) -> str:
    return sha256(content).hexdigest()


def digest_of_sources() -> str:
    """Return the digest of names and contents, as `bundle.js` makes it."""
    modules = (f.relative_to(JAVASCRIPT).as_posix() for f in JAVASCRIPT.glob("src/**/*.js"))
    names = sorted([*OTHERS, *modules])
    lines = (f"{name} {digest((JAVASCRIPT / name).read_bytes())}\n" for name in names)
    return digest("".join(lines).encode())


def test_there_is_a_bundle_for_pages_and_one_for_each_part_that_is_loaded_on_first_use() -> None:
    assert [bundle.name for bundle in BUNDLES] == [
        "callsheet.js",
        "console.js",
        "credentials.js",
        "installation.js",
        "navigation.js",
        "programs.js",
        "running.js",
        "sandbox.js",
        "sandbox_frame.js",
        "sandbox_node.js",
        "sandbox_worker.js",
        "search.js",
        "service_worker.js",
        "values.js",
    ]


@pytest.mark.parametrize("bundle", BUNDLES, ids=lambda bundle: bundle.name)
def test_a_bundle_is_made_of_the_modules_that_there_are(bundle: Path) -> None:
    line, _, code = bundle.read_text(encoding="utf-8").partition("\n")
    found = _FIRST_LINE.fullmatch(line)
    assert found
    assert found["sources"] == digest_of_sources()[:16], "run: make javascript"
    assert found["code"] == digest(code.encode())[:16], "it was edited; run: make javascript"


def test_the_bundles_are_what_is_made_of_the_modules_now(tmp_path: Path) -> None:
    if not (JAVASCRIPT / "node_modules/esbuild").is_dir():
        pytest.skip("the bundler is not installed: make javascript")
    command = [node(), str(JAVASCRIPT / "bundle.js"), str(tmp_path)]
    subprocess.run(command, check=True, timeout=SECONDS)
    for bundle in BUNDLES:
        assert (tmp_path / bundle.name).read_bytes() == bundle.read_bytes(), "run: make javascript"


def test_the_modules_do_what_their_tests_say() -> None:
    tests = sorted(JAVASCRIPT.glob("tests/*.test.js"))
    assert tests
    done = subprocess.run(
        [node(), "--test", *tests],
        cwd=JAVASCRIPT,
        capture_output=True,
        encoding="utf-8",
        timeout=SECONDS,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_lock_names_no_places() -> None:
    lock = (JAVASCRIPT / "package-lock.json").read_text(encoding="utf-8")
    assert '"resolved"' not in lock
    assert lock.count('"integrity"') == lock.count('"node_modules/')


def test_versions_are_exact() -> None:
    package = (JAVASCRIPT / "package.json").read_text(encoding="utf-8")
    versions = re.findall(r'^    "[@\w/-]+": "(\d\S*)",?$', package, re.MULTILINE)
    assert len(versions) == 5
    assert all(re.fullmatch(r"\d+\.\d+\.\d+", version) for version in versions)


def test_git_knows_what_is_generated() -> None:
    attributes = (ROOT / ".gitattributes").read_text(encoding="utf-8")
    assert "plugins/callsheet/render/assets/*.js linguist-generated" in attributes
