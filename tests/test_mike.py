"""Versions that mike keeps in one branch, each a build of a site with collections."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.harbours import CONFIGURATION, write_harbours
from tests.packaging import environments

# Slow because it installs packages and builds sites.
pytestmark = [pytest.mark.slow, pytest.mark.timeout(600)]

BRANCH = "gh-pages"


def git(folder: Path, *arguments: str) -> str:
    """What git prints."""
    command = ["git", "-c", "user.name=A", "-c", "user.email=a@example.com", *arguments]
    done = subprocess.run(
        command, cwd=folder, capture_output=True, text=True, check=True, timeout=60
    )
    return done.stdout


def published(folder: Path, version: str) -> set[str]:
    """The files of a version, by their paths in it."""
    paths = git(folder, "ls-tree", "-r", "--name-only", BRANCH, f"{version}/").splitlines()
    return {path.removeprefix(f"{version}/") for path in paths}


def test_each_version_is_a_whole_site(tmp_path: Path) -> None:
    made = environments.make(tmp_path / "venv")
    made.install("-e", ROOT, "mike")
    folder = tmp_path / "project"
    folder.mkdir()
    docs = write_harbours(folder, CONFIGURATION.replace("- search", "- search\n  - mike"))
    git(folder, "init", "-q")
    git(folder, "config", "user.name", "A")
    git(folder, "config", "user.email", "a@example.com")
    git(folder, "add", "docs", "mkdocs.yml")
    git(folder, "commit", "-q", "-m", "All")

    def deploy(version: str) -> str:
        done = made.run("mike", "deploy", version, cwd=folder)
        assert done.returncode == 0, done.stderr
        assert "skipped" not in done.stderr
        return done.stderr

    deploy("1.0")
    first = published(folder, "1.0")
    for path in ("ships/v2/changes", "ships/v1/operations", "customs/types/Ship", "customs/uid"):
        assert f"{path}/index.html" in first
    page = docs / "customs/Duty/getDuty.md"
    page.write_text(page.read_text(encoding="utf-8").replace("/api/Duty", "/api/Due"), "utf-8")
    deploy("2.0")
    # The same site again, and the one before is as it was.
    deploy("2.0")
    assert published(folder, "2.0") == first == published(folder, "1.0")
    shown = {
        version: git(folder, "show", f"{BRANCH}:{version}/customs/Duty/getDuty/index.html")
        for version in ("1.0", "2.0")
    }
    assert "/api/Duty" in shown["1.0"]
    assert "/api/Due" in shown["2.0"]
    assert "/api/Duty" not in shown["2.0"]
    document = json.loads(git(folder, "show", f"{BRANCH}:2.0/customs/openapi.json"))
    assert "/api/Due" in document["paths"]
