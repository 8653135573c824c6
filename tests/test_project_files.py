"""Workflows, templates and hooks are valid, and call what there is."""

from __future__ import annotations

import importlib.util
import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from callsheet import __version__
from tests.conftest import DOCS, ROOT

WORKFLOWS = sorted((ROOT / ".github/workflows").glob("*.yml"))
FORMS = sorted((ROOT / ".github/ISSUE_TEMPLATE").glob("*.yml"))
HOOKS = ROOT / ".pre-commit-config.yaml"
MAKEFILE = (ROOT / "Makefile").read_text(encoding="utf-8")
_EXPRESSION = re.compile(r"\$\{\{\s*(.*?)\s*\}\}")
PROJECT = (ROOT / "pyproject.toml").read_text(encoding="utf-8")


def schema_of(file: Path) -> str:
    """The schema of check-jsonschema that a file has to fit."""
    match file.parent.name, file.stem:
        case "workflows", _:
            return "vendor.github-workflows"
        case _, "config":
            return "vendor.github-issue-config"
        case "ISSUE_TEMPLATE", _:
            return "vendor.github-issue-forms"
    return "vendor.github-actions"


def named(file: Path) -> str:
    return file.relative_to(ROOT).as_posix()


@pytest.mark.parametrize("file", [*WORKFLOWS, *FORMS, ROOT / "action.yml"], ids=named)
def test_github_can_read_it(file: Path) -> None:
    command = ["check_jsonschema", "--builtin-schema", schema_of(file), str(file)]
    done = subprocess.run(
        [sys.executable, "-m", *command], capture_output=True, text=True, check=False, timeout=60
    )
    assert done.returncode == 0, done.stdout + done.stderr


# The workflows


def read(file: Path) -> dict[str, Any]:
    content: dict[str, Any] = yaml.safe_load(file.read_text(encoding="utf-8"))
    return content


def jobs(file: Path) -> Iterator[dict[str, Any]]:
    yield from read(file)["jobs"].values()


def scripts(file: Path) -> Iterator[str]:
    """The lines that a workflow runs, with the commands of its matrices."""
    for job in jobs(file):
        matrix = job.get("strategy", {}).get("matrix", {})
        yield from (each["command"] for each in matrix.get("include", ()))
        for step in job["steps"]:
            yield from step.get("run", "").splitlines()


def targets() -> set[str]:
    return set(re.findall(r"^([\w./-]+):", MAKEFILE, re.MULTILINE))


@pytest.mark.parametrize("file", WORKFLOWS, ids=named)
def test_a_workflow_runs_what_there_is(file: Path) -> None:
    asked = []
    for line in scripts(file):
        words = shlex.split(_EXPRESSION.sub("", line))
        match words:
            case ["make", *rest]:
                asked += [word for word in rest if "=" not in word]
            case ["python3", name, *_] if name.endswith(".py"):
                assert (ROOT / name).is_file()
        for word in words:
            assert not word.startswith("@") or (ROOT / word[1:]).is_file()
    assert asked
    assert set(asked) <= targets()


@pytest.mark.parametrize("file", WORKFLOWS, ids=named)
def test_a_workflow_may_do_little(file: Path) -> None:
    workflow = read(file)
    assert workflow["permissions"] == {"contents": "read"}
    assert workflow["concurrency"]["group"]
    for job in jobs(file):
        assert job["timeout-minutes"] <= 90
        for step in job["steps"]:
            if "uses" in step:
                # The majors of GitHub's own actions, as in action.yml, and nobody else's code.
                assert re.fullmatch(r"actions/[\w-]+@v\d+", step["uses"])
            if step.get("uses", "").startswith("actions/checkout@"):
                assert step["with"] == {"persist-credentials": False}
            # What others can choose, such as the name of a branch, is not part of a script.
            expressions = _EXPRESSION.findall(step.get("run", ""))
            assert all(each.startswith("matrix.") for each in expressions)


def test_every_python_that_is_supported_is_tested() -> None:
    pythons = read(ROOT / ".github/workflows/ci.yml")["jobs"]["test"]["strategy"]["matrix"][
        "python"
    ]
    assert pythons == ["3.11", "3.12", "3.13", "3.14"]
    assert f'requires-python = ">={pythons[0]}"' in PROJECT


def test_only_who_publishes_may_and_needs_the_environment() -> None:
    release = read(ROOT / ".github/workflows/release.yml")["jobs"]
    assert [name for name, job in release.items() if "permissions" in job] == ["publish", "github"]
    assert release["publish"]["permissions"] == {"id-token": "write"}
    assert release["publish"]["environment"]["name"] == "pypi"
    assert (release["publish"]["needs"], release["github"]["needs"]) == ("build", "publish")
    assert not [step for step in release["publish"]["steps"] if "checkout" in step.get("uses", "")]


def test_what_is_tested_elsewhere_is_there() -> None:
    lines = (ROOT / "tests/portable.txt").read_text(encoding="utf-8").splitlines()
    assert lines == sorted(lines)
    assert all((ROOT / line).exists() for line in lines)


# The notes of a release


def notes(tag: str, version: str, changelog: str) -> str:
    place = ROOT / ".ci/release_notes.py"
    spec = importlib.util.spec_from_file_location("release_notes", place)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    made: str = module.notes(tag, version, changelog)
    return made


CHANGELOG = """\
# Changelog

## [Unreleased]

## [1.10.0] - 2027-01-02

### Added

- Ships.

## [1.1.0] - 2026-12-01

- Boats.
"""


def test_the_notes_are_the_section_of_the_version() -> None:
    assert notes("v1.10.0", "1.10.0", CHANGELOG) == "### Added\n\n- Ships.\n"
    assert notes("v1.1.0", "1.1.0", CHANGELOG) == "- Boats.\n"


@pytest.mark.parametrize(
    ("tag", "version", "reason"),
    [
        ("v1.1.0", "1.10.0", "the version of the package is 1.10.0"),
        ("1.1.0", "1.1.0", "the tag is 1.1.0"),
        ("v1.2.0", "1.2.0", "no entries"),
        ("v1x1.0", "1x1.0", "no entries"),
    ],
)
def test_a_tag_without_a_section_stops_the_release(tag: str, version: str, reason: str) -> None:
    with pytest.raises(ValueError, match=re.escape(reason)):
        notes(tag, version, CHANGELOG)


def test_a_wrong_tag_is_told_where_it_is_run() -> None:
    place = ROOT / ".ci/release_notes.py"
    done = subprocess.run(
        [sys.executable, place, "v0.0.0"], capture_output=True, text=True, check=False, timeout=60
    )
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith("::error::the tag is v0.0.0")
    assert __version__ in done.stderr


# The templates, the hooks and the pages beside them


def test_a_report_asks_for_what_is_needed() -> None:
    [form] = [read(file) for file in FORMS if file.stem == "bug"]
    fields = [field["id"] for field in form["body"] if field["type"] != "markdown"]
    assert fields == ["what", "page", "expected", "got", "version"]


def test_the_hooks_run_what_make_installs() -> None:
    [local] = read(HOOKS)["repos"]
    assert local["repo"] == "local"
    entries = {hook["id"]: shlex.split(hook["entry"]) for hook in local["hooks"]}
    assert list(entries) == ["ruff-format", "ruff", "mypy", "callsheet-check"]
    for words in entries.values():
        folder, _, program = words[0].rpartition("/")
        assert folder == ".venv/bin"
        assert program == "callsheet" or f'"{program}>=' in PROJECT
    [check] = [hook for hook in local["hooks"] if hook["id"] == "callsheet-check"]
    assert re.search(check["files"], "docs/reference/Person/v1PersonEntity_GetImage.md")


@pytest.mark.parametrize("name", ["CONTRIBUTING.md", "README.md", "SECURITY.md"])
def test_the_links_of_a_page_lead_somewhere(name: str) -> None:
    links = re.findall(r"\]\((?!https?:)([^)#]+)", (ROOT / name).read_text(encoding="utf-8"))
    assert links
    assert all((ROOT / link).exists() for link in links)


def test_every_decision_has_the_same_parts() -> None:
    pages = [file for file in (DOCS / "decisions").glob("*.md") if file.stem != "index"]
    index = (DOCS / "decisions/index.md").read_text(encoding="utf-8")
    for page in pages:
        headings = re.findall(r"^## (.*)", page.read_text(encoding="utf-8"), re.MULTILINE)
        assert headings == ["Context", "Decision", "Consequences", "What would change our mind"]
        assert f"({page.name})" in index


def test_the_guide_names_the_version_that_is_there() -> None:
    text = (DOCS / "ci.md").read_text(encoding="utf-8")
    assert set(re.findall(r"^ +rev: v(\S+)$", text, re.MULTILINE)) == {__version__}
