"""What CI of other repositories uses: the action, the hooks, and the page that shows them."""

from __future__ import annotations

import json
import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import click
import pytest
import yaml

from callsheet.checks.rules.specimen import PATH
from callsheet.cli import main
from callsheet.source.document import BlockKind, read_document
from tests.checks.trees import SLIP_LINE, broken, write
from tests.conftest import DOCS, ROOT

ACTION: dict[str, Any] = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
HOOKS: list[dict[str, Any]] = yaml.safe_load(
    (ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8")
)
STEPS: list[dict[str, Any]] = ACTION["runs"]["steps"]
PAGE = DOCS / "ci.md"
BIN = Path(sys.executable).parent
SECONDS = 180
pytestmark = pytest.mark.slow
SELECT = "--select CS0,CS9"
"""What the tests of everything but rules are made with."""

_EXPRESSION = re.compile(r"\$\{\{\s*(.*?)\s*\}\}")


# The action


class Job:
    """Runs the steps of the action as a job of GitHub does: bash, variables and files.

    Args:
        folder: Where it has its checkout and its temporary files.
        inputs: What `with` gives.
    """

    def __init__(self, folder: Path, **inputs: str) -> None:
        self.workspace = folder / "checkout"
        self.temp = folder / "temp"
        for place in (self.workspace, self.temp):
            place.mkdir(exist_ok=True)
        assert set(inputs) <= {name.replace("-", "_") for name in ACTION["inputs"]}
        self.values = {"github.action_path": str(ROOT), "runner.temp": str(self.temp)}
        for name, about in ACTION["inputs"].items():
            given = inputs.get(name.replace("-", "_"), about["default"])
            self.values[f"inputs.{name}"] = given
        self.log = ""

    def fill(self, text: str) -> str:
        """A text with the values of its expressions."""
        return _EXPRESSION.sub(lambda match: self.values.get(match[1], ""), text)

    def run(self, name: str, path: str = f"{BIN}{os.pathsep}{os.environ['PATH']}") -> int:
        """Runs a step, and gives its exit code."""
        [step] = [step for step in STEPS if step["name"] == name]
        script, output = self.temp / "script.sh", self.temp / "output"
        script.write_text(step["run"], encoding="utf-8")
        output.write_text("", encoding="utf-8")
        environment = {
            **os.environ,
            **{name: self.fill(value) for name, value in step.get("env", {}).items()},
            "PATH": path,
            "GITHUB_OUTPUT": str(output),
            "GITHUB_PATH": str(self.temp / "path"),
        }
        done = subprocess.run(
            ["/usr/bin/env", "bash", "--noprofile", "--norc", "-eo", "pipefail", script],
            cwd=self.workspace,
            env=environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            timeout=SECONDS,
            check=False,
        )
        self.log += done.stdout
        for line in output.read_text(encoding="utf-8").splitlines():
            key, _, value = line.partition("=")
            self.values[f"steps.{step['id']}.outputs.{key}"] = value
        return done.returncode

    def output(self, name: str) -> str:
        """An output of the action."""
        return self.fill(ACTION["outputs"][name]["value"])

    def verdict(self) -> int:
        """Runs all but the installation, and gives the exit code of the whole."""
        assert self.run("Run Callsheet") == 0, self.log
        return self.run("Pass or fail")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The folder of a job, with a checkout whose page has one mistake."""
    checkout = tmp_path / "checkout"
    write(checkout / "docs", {PATH: broken()})
    (checkout / "mkdocs.yml").write_text("site_name: x\nplugins: [callsheet]\n")
    return tmp_path


def test_a_finding_is_an_annotation_and_fails_the_job(folder: Path) -> None:
    job = Job(folder, args=SELECT)
    assert job.verdict() == 1
    assert f"::error title=CS010 malformed-message,file=docs/{PATH},line={SLIP_LINE}" in job.log
    assert (job.output("exit-code"), job.output("findings"), job.output("sarif")) == ("1", "1", "")


def test_no_finding_passes_the_job(folder: Path) -> None:
    write(folder / "checkout" / "docs")
    job = Job(folder, args=SELECT)
    assert job.verdict() == 0
    assert (job.output("exit-code"), job.output("findings")) == ("0", "0")


@pytest.mark.parametrize("inputs", [{"sarif": "out.sarif"}, {"upload_sarif": "true"}])
def test_sarif_is_written_before_the_job_fails(folder: Path, inputs: Mapping[str, str]) -> None:
    job = Job(folder, args=SELECT, **inputs)
    assert job.verdict() == 1
    file = job.workspace / job.output("sarif")
    [result] = json.loads(file.read_text(encoding="utf-8"))["runs"][0]["results"]
    assert result["ruleId"] == "CS010"


def test_the_inputs_reach_the_command(folder: Path) -> None:
    site = folder / "checkout"
    (site / "mkdocs.yml").rename(site / "other.yml")
    assert Job(folder, args=SELECT).verdict() == 2
    assert Job(folder, config_file="other.yml", args=SELECT).verdict() == 1
    assert Job(folder, docs="docs", args=SELECT).verdict() == 1
    job = Job(folder, docs="docs", args="--ignore\nCS010 --select 'CS0,CS9'")
    assert job.verdict() == 0
    job = Job(folder, docs="docs", fail_level="note", args=SELECT)
    assert job.verdict() == 1
    callsheet = [str(BIN / "callsheet"), "check", "--docs", "docs", *SELECT.split()]
    known = [*callsheet, "--baseline", "known.json", "--write-baseline"]
    subprocess.run(known, cwd=site, check=True, capture_output=True, timeout=SECONDS)
    job = Job(folder, docs="docs", baseline="known.json", args=SELECT)
    assert job.verdict() == 0
    assert "1 in the baseline" in job.log


def test_samples_are_run(tmp_path: Path) -> None:
    selection = "-k 'PersonEntity_GetImage not Info' -n 1"
    job = Job(tmp_path, command="test", docs=str(DOCS), args=selection)
    assert job.verdict() == 0
    assert ": 2 passed" in job.log
    job = Job(tmp_path, command="test", docs=str(DOCS), args="-k 'nothing of that name'")
    assert job.verdict() == 2


def test_nothing_that_is_given_is_run(folder: Path) -> None:
    hostile = '$(touch hit) `touch hit` ; touch hit ; touch hit && \\"; touch hit'
    given = ("args", "baseline", "config_file", "docs", "fail_level", "sarif")
    for name in given:
        job = Job(folder, **{name: hostile})
        job.run("Run Callsheet")
    assert Job(folder, command=hostile).run("Install Callsheet") == 2
    assert not list(folder.rglob("hit*"))


def test_a_wrong_command_is_told_before_anything_is_installed(tmp_path: Path) -> None:
    job = Job(tmp_path, command="serve")
    assert job.run("Install Callsheet") == 2
    assert "::error" in job.log
    assert not (job.temp / "callsheet").exists()


PYTHON = """\
#!/bin/sh
# Makes an environment whose Python says what it is asked.
mkdir -p "$3/bin"
printf '#!/bin/sh\\necho "asked: $*"\\n' > "$3/bin/python"
chmod +x "$3/bin/python"
"""


@pytest.mark.parametrize(
    ("inputs", "package"),
    [
        ({}, str(ROOT)),
        ({"command": "test"}, f"{ROOT}[test]"),
        ({"command": "test", "extras": "superoffice"}, f"{ROOT}[test,superoffice]"),
        ({"version": "0.1.0"}, "mkdocs-callsheet==0.1.0"),
        ({"version": "0.1.0", "command": "test"}, "mkdocs-callsheet[test]==0.1.0"),
    ],
)
def test_the_version_that_is_asked_for_is_installed(
    tmp_path: Path, inputs: Mapping[str, str], package: str
) -> None:
    tools = tmp_path / "tools"
    tools.mkdir()
    (tools / "python3").write_text(PYTHON)
    (tools / "python3").chmod(0o755)
    job = Job(tmp_path, **inputs)
    assert job.run("Install Callsheet", f"{tools}{os.pathsep}{os.environ['PATH']}") == 0, job.log
    assert job.log.strip().split(" ")[-1] == package
    assert (job.temp / "path").read_text() == f"{job.temp}/callsheet/bin\n"


def test_the_action_is_written_as_github_wants_it() -> None:
    assert ACTION["runs"]["using"] == "composite"
    text = (ROOT / "action.yml").read_text(encoding="utf-8")
    for name, about in ACTION["inputs"].items():
        assert about["description"].endswith(".")
        assert isinstance(about["default"], str)
        assert f"inputs.{name}" in text
    known = {f"inputs.{name}" for name in ACTION["inputs"]}
    for expression in _EXPRESSION.findall(text):
        assert expression in known or not expression.startswith("inputs."), expression
    for step in STEPS:
        if "uses" in step:
            assert re.fullmatch(r"[\w-]+/[\w/-]+@v\d+", step["uses"])
        else:
            assert step["shell"] == "bash"
            # Nothing that is given becomes part of a script.
            assert "${{" not in step["run"]
    uploads = next(n for n, step in enumerate(STEPS) if "upload-sarif" in step.get("uses", ""))
    assert uploads < len(STEPS) - 1
    assert STEPS[uploads]["with"]["sarif_file"] == "${{ steps.run.outputs.sarif }}"


# The hooks


def test_the_hooks_call_commands_that_are_there() -> None:
    assert [hook["id"] for hook in HOOKS] == ["callsheet-check", "callsheet-samples"]
    for hook in HOOKS:
        parse([*shlex.split(hook["entry"]), *hook.get("args", ())])


@pytest.fixture(scope="session")
def pre_commit(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, str]:
    """The environment in which `python -m pre_commit` runs; skips where it cannot be had."""
    folder = tmp_path_factory.mktemp("pre-commit")
    (folder / "gitconfig").touch()
    pip = [sys.executable, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    done = subprocess.run(
        [*pip, "--retries", "1", "--target", folder / "lib", "pre-commit>=4"],
        capture_output=True,
        text=True,
        timeout=SECONDS,
        check=False,
    )
    if done.returncode:
        pytest.skip(f"pre-commit cannot be installed: {done.stderr.strip()[-200:]}")
    return {
        **{name: value for name, value in os.environ.items() if not name.startswith("GIT_")},
        "PYTHONPATH": str(folder / "lib"),
        "PRE_COMMIT_HOME": str(folder / "home"),
        "GIT_CONFIG_GLOBAL": str(folder / "gitconfig"),
        "GIT_AUTHOR_NAME": "a",
        "GIT_AUTHOR_EMAIL": "a@example.com",
        "GIT_COMMITTER_NAME": "a",
        "GIT_COMMITTER_EMAIL": "a@example.com",
    }


def git(folder: Path, environment: Mapping[str, str], *arguments: str) -> str:
    done = subprocess.run(
        ["git", *arguments],  # noqa: S607 - whichever git is here
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        timeout=SECONDS,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def commit(folder: Path, environment: Mapping[str, str]) -> str:
    """Makes a repository of a folder, and gives its revision."""
    git(folder, environment, "init", "--quiet")
    git(folder, environment, "add", "--all")
    git(folder, environment, "commit", "--quiet", "--message", "All")
    return git(folder, environment, "rev-parse", "HEAD")


@pytest.mark.skipif(shutil.which("git") is None, reason="there is no git")
def test_the_hooks_find_a_mistake_and_a_stale_program(
    tmp_path: Path, folder: Path, pre_commit: Mapping[str, str]
) -> None:
    ours = tmp_path / "callsheet"
    (ours / "plugins").mkdir(parents=True)
    shutil.copytree(
        ROOT / "plugins" / "callsheet",
        ours / "plugins" / "callsheet",
        ignore=shutil.ignore_patterns("__pycache__"),
    )
    for name in (
        "pyproject.toml",
        "README.md",
        "CHANGELOG.md",
        "LICENSE",
        ".pre-commit-hooks.yaml",
    ):
        shutil.copy(ROOT / name, ours / name)
    revision = commit(ours, pre_commit)
    checkout = folder / "checkout"
    hooks = [{"id": hook["id"], "args": SELECT.split()} for hook in HOOKS]
    del hooks[1]["args"]
    config = {"repos": [{"repo": str(ours), "rev": revision, "hooks": hooks}]}
    (checkout / ".pre-commit-config.yaml").write_text(yaml.safe_dump(config))
    commit(checkout, pre_commit)

    def run(*arguments: str) -> tuple[int, str]:
        done = subprocess.run(
            [sys.executable, "-m", "pre_commit", "run", "--color", "never", *arguments],
            cwd=checkout,
            env=pre_commit,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            timeout=SECONDS,
            check=False,
        )
        if "CalledProcessError" in done.stdout and "install" in done.stdout:
            pytest.skip(f"the hooks cannot be installed: {done.stdout[-200:]}")
        return done.returncode, done.stdout

    code, output = run("callsheet-check", "--files", f"docs/{PATH}", "mkdocs.yml")
    assert code == 1, output
    assert f"docs/{PATH}:{SLIP_LINE}:1: error CS010" in output
    # Nothing is said of a page that was not touched.
    code, output = run("callsheet-check", "--files", "docs/index.md")
    assert (code, "Passed" in output) == (0, True), output
    code, output = run("callsheet-check", "--files", "mkdocs.yml")
    assert (code, "no files to check" in output) == (0, True), output
    write(checkout / "docs")
    assert run("callsheet-check", "--all-files")[0] == 0
    code, output = run("callsheet-samples", "--all-files")
    assert code == 1, output
    assert "v1Parcel_Change.py" in output
    samples = [str(BIN / "callsheet"), "samples"]
    subprocess.run(samples, cwd=checkout, check=True, capture_output=True, timeout=SECONDS)
    code, output = run("callsheet-samples", "--all-files")
    assert code == 0, output


# The page


def blocks(language: str) -> list[str]:
    """What is in the fences of a language."""
    text = PAGE.read_bytes()
    found = [block for block in read_document(text).blocks if block.kind is BlockKind.FENCE]
    return [block.text for block in found if block.info == language]


def strings(value: Any) -> Iterator[str]:
    """All texts in a value of YAML."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for inner in value.values() if isinstance(value, dict) else value:
            yield from strings(inner)


def commands() -> Iterator[list[str]]:
    """The words of every call of the command line that the page shows."""
    lines = [line.removeprefix("$ ") for text in blocks("console") for line in text.splitlines()]
    for text in blocks("yaml"):
        lines += [line for item in strings(yaml.safe_load(text)) for line in item.splitlines()]
    lines += re.findall(r"(?<!`)`(callsheet [^`\n]+)`(?!`)", PAGE.read_text(encoding="utf-8"))
    for line in lines:
        words = shlex.split(line.partition(" >>")[0])
        if words[:1] == ["callsheet"] and len(words) > 1:
            yield words


COMMANDS = list(commands())


def parse(words: list[str]) -> click.Context:
    """Reads a call as the command line does, without running it."""
    name, *arguments = words[1:]
    command = main.get_command(click.Context(main), name)
    assert command is not None, name
    return command.make_context(name, arguments)


@pytest.mark.parametrize("words", COMMANDS, ids=shlex.join)
def test_the_page_calls_what_there_is(words: list[str]) -> None:
    if words[1:] in (["verify"],):  # the name alone, in a sentence
        assert main.get_command(click.Context(main), words[1]) is not None
        return
    try:
        parse(words)
    except click.MissingParameter:
        assert len(words) == 2


def test_the_page_shows_every_command_in_use() -> None:
    used = {words[1] for words in COMMANDS if len(words) > 2}
    assert {"check", "diff", "samples", "test", "verify"} <= used


def test_options_in_sentences_exist() -> None:
    known = {
        option
        for name in main.list_commands(click.Context(main))
        for parameter in main.get_command(click.Context(main), name).params  # type: ignore[union-attr]
        for option in parameter.opts
    }
    text = PAGE.read_text(encoding="utf-8")
    options = set(re.findall(r"`(--[a-z-]+)", text))
    assert options
    assert options <= known


def test_the_examples_use_the_action_and_the_hooks_as_they_are() -> None:
    documents = [yaml.safe_load(text) for text in blocks("yaml")]
    jobs = [job for document in documents for job in document.get("jobs", {}).values()]
    steps = [step for job in jobs for step in job["steps"]]
    ours = [step for step in steps if step.get("uses", "").startswith("OWNER/callsheet@")]
    assert len(ours) >= 3
    for step in ours:
        assert set(step.get("with", {})) <= set(ACTION["inputs"])
        for words in (step.get("with", {}).get("args", ""),):
            parse(["callsheet", step.get("with", {}).get("command", "check"), *shlex.split(words)])
    for step in steps:
        assert "${{" not in step.get("run", "")
    repos = [repo for document in documents for repo in document.get("repos", ())]
    ids = {hook["id"]: hook for hook in HOOKS}
    used = [hook for repo in repos for hook in repo["hooks"]]
    assert {hook["id"] for hook in used} == set(ids)
    for hook in used:
        parse([*shlex.split(ids[hook["id"]]["entry"]), *hook.get("args", ())])


def test_the_table_of_inputs_is_that_of_the_action() -> None:
    rows = re.findall(r"^\| `([a-z-]+)` \|.*\| (?:`(.*)`)? ?\|$", PAGE.read_text(), re.MULTILINE)
    assert [name for name, _ in rows] == list(ACTION["inputs"])
    # What the command itself has as a default is given to it by nobody.
    own = {"config-file": "mkdocs.yml", "fail-level": "warning"}
    for name, default in rows:
        assert default == (ACTION["inputs"][name]["default"] or own.get(name, ""))


def test_the_page_is_in_the_navigation() -> None:
    text = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    assert re.search(r"^ +- .*ci\.md$", text, re.MULTILINE)
