"""What `make` does to the machine and with the lock, without doing it."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import tomllib
from itertools import chain
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest

from tests.conftest import ROOT

MAKEFILE = (ROOT / "Makefile").read_text(encoding="utf-8")
LOCK = (ROOT / "uv.lock").read_text(encoding="utf-8")
PACKAGES: list[dict[str, Any]] = tomllib.loads(LOCK)["package"]
SCRIPT = ROOT / ".ci/system-packages"
_REQUIREMENT = re.compile(r"(?P<name>[\w.-]+)(?:\[[\w,]+\])?(?P<bounds>[^;]*)")
PUBLIC = {"pypi.org", "files.pythonhosted.org"}


# The packages of the system


@pytest.fixture
def machine(tmp_path: Path) -> Path:
    """The programs of a machine on which root has `apt-get`, which notes what it is asked."""
    programs = {
        "apt-get": 'echo "apt-get $*"\n: > "$0.asked"\n[ "$1" = update ] || [ -e "$0.works" ]\n',
        "id": "echo 0\n",
    }
    for name, text in programs.items():
        (tmp_path / name).write_text(f"#!/bin/sh\n{text}", encoding="utf-8")
        (tmp_path / name).chmod(0o755)
    return tmp_path


def install(machine: Path, **environment: str) -> str:
    """What the script says of a missing package."""
    done = subprocess.run(
        [shutil.which("sh") or "sh", SCRIPT, "There is no ship here", "ship"],
        env={"PATH": str(machine), **environment},
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    return done.stdout


def test_what_is_installed_is_told_before_and_how_to_avoid_it(machine: Path) -> None:
    (machine / "apt-get.works").touch()
    first, second = install(machine).splitlines()
    assert first == "There is no ship here. Installing Debian's packages: ship"
    assert "make SYSTEM_PACKAGES=no test" in second
    assert (machine / "apt-get.asked").exists()


def test_what_cannot_be_installed_is_told(machine: Path) -> None:
    assert install(machine).splitlines()[-1].startswith("They could not be installed")


def test_who_does_not_want_it_gets_nothing_installed(machine: Path) -> None:
    said = install(machine, SYSTEM_PACKAGES="no")
    assert said == "There is no ship here, so its tests are skipped. Debian's packages: ship\n"
    (machine / "id").write_text("#!/bin/sh\necho 1000\n", encoding="utf-8")
    assert install(machine) == said
    assert not (machine / "apt-get.asked").exists()


# The lock


def test_the_lock_names_public_places_only() -> None:
    hosts = {urlsplit(url).hostname for url in re.findall(r'"(\w+://[^"]+)"', LOCK)}
    assert hosts <= PUBLIC
    sources = [package["source"] for package in PACKAGES]
    assert {key for source in sources for key in source} == {"registry", "editable"}


def test_the_lock_has_all_that_is_declared() -> None:
    [own] = [package for package in PACKAGES if package["name"] == "mkdocs-callsheet"]
    locked = {(each["name"], bounds(each.get("specifier", ""))) for each in locked_for(own)}
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = project["optional-dependencies"].values()
    found = map(_REQUIREMENT.match, chain(project["dependencies"], *extras))
    declared = {(each["name"].lower(), bounds(each["bounds"])) for each in found if each}
    assert {each for each in declared if each[0] != own["name"]} == locked, "run: make lock"


def locked_for(package: dict[str, Any]) -> list[dict[str, str]]:
    """What a package of the lock required when it was locked."""
    required: list[dict[str, str]] = package["metadata"]["requires-dist"]
    return [each for each in required if each["name"] != package["name"]]


def bounds(text: str) -> frozenset[str]:
    """The bounds of a version, in whatever order they are written."""
    return frozenset(text.strip().split(","))


@pytest.mark.parametrize("locked", ["yes", "no"])
def test_make_installs_what_is_locked_unless_told_otherwise(locked: str) -> None:
    if not (make := shutil.which("make")):
        pytest.skip("there is no make")
    done = subprocess.run(
        [make, "--always-make", "--dry-run", f"LOCKED={locked}", ".venv/dev"],
        cwd=ROOT,
        env={**os.environ, "MAKEFLAGS": ""},
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    lines = [line for line in done.stdout.splitlines() if "--require-hashes" in line]
    assert len(lines) == 2
    assert all(line.startswith(f"[ '{locked}' = no ] || ") for line in lines)


def test_every_target_of_make_help_exists() -> None:
    named = re.findall(r"@echo 'make ([\w-]+) ", MAKEFILE)
    assert named
    for name in named:
        assert re.search(rf"^{name}:", MAKEFILE, re.MULTILINE), name
