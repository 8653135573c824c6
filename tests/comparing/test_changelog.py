"""`callsheet changelog` writes what has changed between the tags of a repository."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from callsheet.cli import main

PAGE = """---
uid: {name}
---

# {name}

```http
GET /{name}
```
{rows}
## Response

| Response | Description |
| --- | --- |
| 204 | Done. |
"""
ROWS = """
## Query String Parameters

| Parameter Name | Type | Description |
| --- | --- | --- |
{}"""

GIT = shutil.which("git") or "git"


class Repository:
    """A git repository with pages in `docs`."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.docs = root / "docs"
        self.docs.mkdir()
        (root / "mkdocs.yml").write_text("site_name: Parcels\n")
        self.days = 0
        self.git("init", "-q", "-b", "main")

    def git(self, *arguments: str) -> None:
        date = f"2026-10-{self.days:02}T12:00:00Z"
        subprocess.run(
            [GIT, "-c", "user.name=A", "-c", "user.email=a@example.com", *arguments],
            cwd=self.root,
            env={**os.environ, "GIT_COMMITTER_DATE": date, "GIT_AUTHOR_DATE": date},
            check=True,
            timeout=60,
            capture_output=True,
        )

    def page(self, name: str, *rows: str) -> None:
        table = ROWS.format("".join(f"| {row} | string | One. |\n" for row in rows))
        text = PAGE.format(name=name, rows=table if rows else "")
        (self.docs / f"{name}.md").write_text(text)

    def tag(self, name: str) -> None:
        self.days += 1
        self.git("add", "docs")
        self.git("commit", "-q", "--allow-empty", "-m", name)
        self.git("tag", name)

    def changelog(self, *arguments: str) -> Result:
        return CliRunner().invoke(main, ["changelog", *arguments])

    @property
    def text(self) -> str:
        return (self.docs / "changelog.md").read_text()


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Repository:
    monkeypatch.chdir(tmp_path)
    found = Repository(tmp_path)
    found.page("boxes")
    found.tag("v1.9")
    found.page("boxes", "size")
    found.page("vans")
    found.tag("v1.10")
    return found


def headings(text: str) -> list[str]:
    return [line for line in text.split("\n") if line.startswith("## ")]


def test_versions_come_newest_first(repository: Repository) -> None:
    result = repository.changelog()
    assert result.exit_code == 0, result.stderr
    assert "2 versions" in result.stderr
    text = repository.text
    assert text.startswith("---\ntitle: Changelog\n---\n\n# Changelog\n")
    assert headings(text) == ["## v1.10 (2026-10-02)", "## v1.9 (2026-10-01)"]
    assert "The operation `GET /vans` is new." in text
    assert "The query parameter `size` is new and optional." in text
    assert "The first version, with 1 operation." in text


def test_what_comes_next_becomes_the_next_version(repository: Repository) -> None:
    repository.changelog()
    repository.page("boxes")
    repository.changelog()
    assert headings(repository.text)[0] == "## Unreleased"
    assert "The query parameter `size` is gone." in repository.text
    words = "## Unreleased\n\nSize is no longer asked for.\n"
    file = repository.docs / "changelog.md"
    file.write_text(repository.text.replace("## Unreleased\n", words))
    repository.page("carts")
    repository.changelog()
    assert words in repository.text
    assert "`GET /carts` is new" in repository.text
    repository.tag("v2.0")
    repository.changelog()
    assert headings(repository.text)[0] == "## v2.0 (2026-10-03)"
    assert "## v2.0 (2026-10-03)\n\nSize is no longer asked for.\n" in repository.text
    assert "Unreleased" not in repository.text.split("## v2.0")[0]


def test_what_authors_write_stays(repository: Repository) -> None:
    repository.changelog()
    file = repository.docs / "changelog.md"
    own = (
        repository.text.replace("# Changelog\n", "# What is new\n\nAs of 2026.\n", 1)
        .replace("is new and optional.", "is new, at last.")
        .replace("<!-- /changes -->", "<!-- /changes -->\n\nThanks to all.")
    ) + "\n## Before all this\n\nNobody knows.\n"
    file.write_text(own)
    assert repository.changelog().exit_code == 0
    assert repository.text == own
    repository.page("carts")
    repository.tag("v1.11")
    repository.changelog()
    before, _, after = repository.text.partition("## v1.11 (2026-10-03)")
    assert before == own[: own.index("## v1.10")]
    assert after.endswith(own[own.index("## v1.10") :])
    # What was generated, and that alone, is written anew on demand.
    repository.changelog("--force")
    assert "is new and optional." in repository.text
    assert repository.text.count("Thanks to all.") == 2


def test_a_second_run_changes_nothing(repository: Repository) -> None:
    repository.page("carts")
    repository.changelog()
    first = repository.text
    repository.changelog()
    assert repository.text == first


def test_tags_are_chosen_by_their_names(repository: Repository) -> None:
    repository.page("carts")
    repository.tag("nightly")
    repository.changelog("--tags", "v*", "-o", "new.md")
    text = (repository.root / "new.md").read_text()
    assert headings(text) == ["## Unreleased", "## v1.10 (2026-10-02)", "## v1.9 (2026-10-01)"]
    result = repository.changelog("--tags", "none*")
    assert result.exit_code == 2
    assert "No tag that leads here matches `none*`" in result.stderr


def test_a_folder_of_the_name_of_a_tag_is_not_taken_for_it(repository: Repository) -> None:
    (repository.root / "v1.9").mkdir()
    repository.changelog()
    assert "The first version, with 1 operation." in repository.text


def test_only_the_newest_tags_are_read(
    repository: Repository, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("callsheet.diff.revisions.MAX_TAGS", 1)
    repository.changelog()
    assert headings(repository.text) == ["## v1.10 (2026-10-02)"]


@pytest.mark.parametrize("spelling", [str, lambda text: text.replace("\n", "\r\n")])
def test_the_page_has_the_line_ends_of_the_project(
    repository: Repository, spelling: Callable[[str], str]
) -> None:
    repository.changelog()
    file = repository.docs / "changelog.md"
    file.write_bytes(spelling(repository.text).encode())
    repository.page("carts")
    repository.tag("v3")
    repository.changelog()
    assert (b"\r\n" in file.read_bytes()) == (spelling("\n") == "\r\n")


def test_the_documents_of_the_tags_are_compared(repository: Repository) -> None:
    document = repository.root / "api.json"
    start = '{"openapi": "3.1.0", "info": {"title": "A", "version": "1"}, "paths": {'
    one, two = (f'"/{name}": {{"get": {{"responses": {{}}}}}}' for name in ("boxes", "vans"))
    document.write_text(f"{start}{one}}}}}")
    repository.git("add", "api.json")
    repository.tag("v4")
    document.write_text(f"{start}{one}, {two}}}}}")
    repository.git("add", "api.json")
    repository.tag("v5")
    repository.changelog("--document", "api.json")
    assert headings(repository.text) == ["## v5 (2026-10-04)", "## v4 (2026-10-03)"]
    assert "The operation `GET /vans` is new." in repository.text
