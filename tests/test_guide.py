"""The guide is executed: each page's commands, one after the other, as a reader runs them."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import click
import pytest
import requests
import yaml
from markdown import Markdown
from mkdocs.config.base import Config

from callsheet.checks.engine.registry import all_rules
from callsheet.checks.rules.specimen import PATH, specimen
from callsheet.configuration import CheckOptions, read_configuration
from callsheet.samples import Overrides
from callsheet.site.config import CallsheetConfig
from callsheet.site.extension_options import EXTENSION_OPTIONS
from callsheet.site.markdown.documentation import documentation
from tests.command_page import PAGE as COMMAND_PAGE
from tests.command_page import commands, page
from tests.conftest import DOCS, ROOT
from tests.guide import fences, guide_pages
from tests.parsed import Parsed
from tests.processes import AUTH, CALLSHEET, SECONDS

NOT_RUN = {
    "pip install 'mkdocs-callsheet[test]'": "the package is here already",
    "pip install 'mkdocs-callsheet[lsp]'": "the same",
    "pip install 'mkdocs-callsheet[postgresql]'": "the same",
    "pip install 'mkdocs-callsheet[sandbox]'": "the same",
    "callsheet sandbox install": "tests/browser/test_sandbox.py does, where there is npm",
    "pip install properdocs": "the same",
    "podman build -t callsheet .": "images cannot be made everywhere",
    "podman run --rm -p 127.0.0.1:8765:8765 -v ./docs:/docs:ro callsheet --workers 4"
    " --database postgresql://callsheet@db/callsheet": "the same",
    "properdocs build -f mkdocs.yml": "tests/test_engines.py builds with it",
    "callsheet test --base-url https://api.example.com --live-read-only": "there is no such server",
    "callsheet test --language curl --language javascript": "tests/test_languages.py runs them",
}
"""Commands of the guide that cannot run here, or take too long, each with the reason."""

REPLACED = {
    # PostgreSQL is tested in tests/test_postgresql.py.
    "postgresql://callsheet@db/callsheet": "sqlite:///state.db",
    "--workers 4": "--workers 2",
}
"""What a reader has and the tests have not."""

SERVER = "http://127.0.0.1:8765"


@dataclass(frozen=True, slots=True)
class Command:
    """A command of the guide, and what the guide shows of its output."""

    text: str
    output: str
    line: int

    @property
    def expected_code(self) -> int:
        """1 where findings are shown."""
        return 1 if re.search(r": (?:error|warning) CS\d{3} ", self.output) else 0


def commands_of(page: Path) -> list[Command]:
    """The commands of a page, without those that cannot run."""
    found = []
    for fence in fences(page):
        if fence.label == "console":
            for block in re.split(r"^\$ ", fence.text, flags=re.MULTILINE)[1:]:
                text, _, output = block.partition("\n")
                text = re.sub(r"\s+# .*", "", text)
                if text not in NOT_RUN:
                    found.append(Command(text, output.strip("\n"), fence.line))
    return found


@dataclass
class Reader:
    """Who follows a page: a folder, an environment, and the servers that were left running."""

    folder: Path
    servers: ExitStack
    environment: dict[str, str] = field(default_factory=dict)
    addresses: dict[str, str] = field(default_factory=dict)

    def follow(self, command: Command) -> None:
        text = command.text
        for written, here in {**REPLACED, **self.addresses}.items():
            text = text.replace(written, here)
        name, *arguments = words = shlex.split(text)
        if name == "export":
            self.environment |= variable(arguments[0])
        elif words[:2] == ["callsheet", "serve"]:
            self.serve_api([CALLSHEET, *words[1:], "--port", "0"], command.output)
        elif words == ["mkdocs", "serve"]:
            self.serve_site()
        else:
            self.run(words, command)

    def run(self, words: list[str], command: Command) -> None:
        environment = {**self.environment}
        while "=" in words[0]:
            environment |= variable(words.pop(0))
        folder = self.folder
        if words[0] == "python" and not (folder / words[1]).exists():
            folder = folder / "samples"
        done = subprocess.run(
            program(words),
            cwd=folder,
            env=os.environ | environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            timeout=SECONDS * 2,
            check=False,
        )
        assert done.returncode == command.expected_code, done.stdout
        # On a terminal, a bar is in place of these lines.
        said = re.sub(r"^\d+ of \d+ .+\n", "", done.stdout, flags=re.MULTILINE).strip("\n")
        # What the guide leaves out of an output, it marks with `…`.
        shown = pattern(command.output) if command.output else ".*"
        assert re.fullmatch(shown, said, re.DOTALL), done.stdout

    def serve_api(self, words: list[str | Path], output: str) -> None:
        process = self.start(words)
        assert process.stdout is not None
        said = ""
        while not (address := re.search(r"^http://\S+$", said, re.MULTILINE)):
            line = process.stdout.readline()
            assert line, said
            said += line
        url = address[0]
        assert re.search(pattern(output), said.replace(url, SERVER), re.DOTALL), said
        self.addresses[SERVER] = self.environment["CALLSHEET_BASE_URL"] = url
        assert requests.get(f"{url}/-/health", timeout=SECONDS).json()["status"] == "ok"

    def serve_site(self) -> None:
        with socket.create_server(("127.0.0.1", 0)) as free:
            port = free.getsockname()[1]
        command = [sys.executable, "-u", "-m", "mkdocs", "serve", "-a", f"127.0.0.1:{port}"]
        process = self.start(command)
        assert process.stdout is not None
        said = ""
        while "Serving on" not in said:
            line = process.stdout.readline()
            assert line, said
            said += line
        answer = requests.get(f"http://127.0.0.1:{port}/", timeout=SECONDS)
        assert answer.status_code == 200

    def start(self, words: list[Any]) -> subprocess.Popen[str]:
        process = subprocess.Popen(
            words,
            cwd=self.folder,
            env={**os.environ, **self.environment, "PYTHONUNBUFFERED": "1"},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        self.servers.callback(end, process)
        return process


def variable(assignment: str) -> dict[str, str]:
    name, _, value = assignment.partition("=")
    return {name: value}


def end(process: subprocess.Popen[str]) -> None:
    process.terminate()
    process.communicate(timeout=SECONDS)


def program(words: list[str]) -> list[str | Path]:
    """The program that a reader starts, of this interpreter's environment."""
    match words[0]:
        case "callsheet":
            return [CALLSHEET, *words[1:]]
        case "python":
            return [sys.executable, *words[1:]]
        case "mkdocs" | "pytest" as module:
            return [sys.executable, "-m", module, *words[1:]]
        case "cat":
            return [*words]
        case "curl":
            return ["curl", "--silent", "--show-error", "--fail", *words[1:]]
    raise AssertionError(f"the tests don't know how to run `{words[0]}`")


def pattern(output: str) -> str:
    """What the guide shows, as a pattern: `…` stands for anything."""
    return ".*?".join(re.escape(part) for part in output.split("…"))


def project(folder: Path) -> None:
    """The repository's own docs."""
    for name in ("docs", "samples"):
        shutil.copytree(ROOT / name, folder / name)
    for name in ("mkdocs.yml", "sample-coverage.json"):
        shutil.copy(ROOT / name, folder)


def nothing(folder: Path) -> None:
    """A new folder, whose name is not that of a temporary one."""


def broken_page(folder: Path) -> None:
    """A repository with one page, in which a property is misspelled, and with a document."""
    text = specimen().replace('"Weight": 1200', '"Weigth": 1200')
    git(folder, "init", "--quiet")
    for docs in ("docs", "old-docs"):
        file = folder / docs / PATH
        file.parent.mkdir(parents=True)
        file.write_text(text, encoding="utf-8")
    (folder / "mkdocs.yml").write_text("site_name: Depot\nplugins: [search, callsheet]\n")
    (folder / "api.yaml").write_text(
        "openapi: 3.1.0\n"
        "info: {title: Depot, version: 1.4.0}\n"
        "paths: {/Parcel: {get: {responses: {'204': {description: Nothing new.}}}}}\n"
    )
    git(folder, "add", ".")
    git(folder, "-c", "user.name=A", "-c", "user.email=a@example.com", "commit", "-qm", "Pages")
    git(folder, "tag", "v1.4")
    git(folder, "update-ref", "refs/remotes/origin/main", "HEAD")


def git(folder: Path, *arguments: str) -> None:
    subprocess.run(
        [shutil.which("git") or "git", *arguments],
        cwd=folder,
        check=True,
        capture_output=True,
        timeout=120,
    )


def pages_only(folder: Path, group: str = "reference") -> None:
    """Pages of operations without a site."""
    shutil.copytree(DOCS / group, folder / "docs" / group)
    (folder / "docs/index.md").write_text("# Our API\n\nSee @v1PersonEntity_GetImage.\n")


def site(folder: Path, group: str = "reference") -> None:
    """A site of operations, which is built and checked sooner than that with the guide."""
    pages_only(folder, group)
    options = "{packs: [superoffice]}"
    if (folder / "my_portraits.py").exists():
        options = "{packs: [superoffice, acme_pack], behaviours: [my_portraits]}"
    text = f"site_name: Our API\ntheme: material\nplugins: [search, callsheet: {options}]\n"
    (folder / "mkdocs.yml").write_text(text, encoding="utf-8")


def small_site(folder: Path) -> None:
    """A site of six operations, whose programs are run soon."""
    site(folder, "reference/Person")


PREPARED: dict[str, Callable[[Path], None]] = {
    "checking.md": broken_page,
    "ci.md": site,
    "docfx.md": pages_only,
    "getting-started.md": nothing,
    "samples.md": small_site,
    "security.md": small_site,
    "server.md": small_site,
    "site.md": small_site,
}
"""Where a page begins, if not with the repository's own docs."""

STORIES = [page for page in guide_pages() if commands_of(page)]


@contextmanager
def reader(folder: Path) -> Iterator[Reader]:
    with ExitStack() as servers:
        yield Reader(folder, servers, {"NO_MKDOCS_2_WARNING": "1", "PYTEST_ADDOPTS": ""})


def prepared(story: Path, tmp_path: Path) -> Path:
    """The folder in which a page begins, with the files that it shows."""
    folder = tmp_path / "depot"
    for fence in fences(story):
        if re.fullmatch(r"[\w/.-]+\.\w+", fence.title):
            file = folder / fence.title
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(fence.text, encoding="utf-8")
    folder.mkdir(exist_ok=True)
    PREPARED.get(story.name, project)(folder)
    return folder


@pytest.mark.slow
@pytest.mark.parametrize("story", STORIES, ids=lambda page: page.stem)
def test_the_commands_of_a_page_do_what_it_says(story: Path, tmp_path: Path) -> None:
    folder = prepared(story, tmp_path)
    with reader(folder) as someone:
        for command in commands_of(story):
            try:
                someone.follow(command)
            except AssertionError as error:
                error.add_note(f"{story.name}:{command.line}: $ {command.text}")
                raise


def test_the_behaviour_of_the_guide_answers(tmp_path: Path) -> None:
    with reader(prepared(DOCS / "server.md", tmp_path)) as someone:
        someone.follow(Command("callsheet serve", "", 1))
        address = f"{someone.addresses[SERVER]}/api/v1/Person"
        answers = [
            requests.get(f"{address}/{number}/ImageInfo", auth=AUTH, timeout=SECONDS)
            for number in (1, 2)
        ]
    assert [answer.status_code for answer in answers] == [200, 404]
    assert answers[0].json() == {"BlobId": 1, "Description": "All is well"}
    assert answers[1].json()["detail"] == "This person has no portrait."


def test_what_is_not_run_is_in_the_guide() -> None:
    written = "\n".join(page.read_text(encoding="utf-8") for page in guide_pages())
    for command in NOT_RUN:
        assert f"$ {command}" in written


def test_the_page_of_commands_is_that_of_the_command_line() -> None:
    """Where it fails: `python -m tests.command_page`."""
    written = COMMAND_PAGE.read_text(encoding="utf-8")
    assert written == page()
    for name, command, _ in commands():
        _, _, section = written.partition(f"\n## {name}\n")
        section = section.partition("\n## ")[0]
        assert (command.help or "").split("\n")[0] in section
        for option in command.params:
            if isinstance(option, click.Option) and not option.hidden:
                assert all(f"`{each}`" in section for each in option.opts)


def test_every_option_is_documented_with_its_default() -> None:
    plugin = dict(CallsheetConfig._schema)
    text = documentation("options") or ""
    parts = re.split(r"^## .*\n", text, flags=re.MULTILINE)[1:]
    of_check = list(CheckOptions.__dataclass_fields__)
    expected = [
        list(plugin),
        of_check,
        list(Overrides.__dataclass_fields__),
        list(EXTENSION_OPTIONS),
    ]
    for part, names in zip(parts, expected, strict=True):
        rows = [line.split(" | ") for line in part.splitlines() if line.startswith("| **")]
        assert [cells[0].strip("|* ") for cells in rows] == names
        for _, default, about in rows:
            assert about.strip("| ").endswith("."), about
            assert default == default.strip()
    assert "| **languages** | `[python, curl, javascript, csharp]` |" in text
    assert "| **fail_level** | `warning` |" in text
    assert "<!-- callsheet: options -->" in (DOCS / "configuration.md").read_text(encoding="utf-8")


def test_the_configuration_with_all_options_is_valid_and_has_all(tmp_path: Path) -> None:
    (example,) = (
        each.text for each in fences(DOCS / "configuration.md") if each.title == "All options"
    )
    options = yaml.safe_load(example)["plugins"][1]["callsheet"]
    assert set(options) == {name for name, _ in CallsheetConfig._schema}
    assert set(options["check"]) == set(CheckOptions.__dataclass_fields__)
    assert set(options["samples"]) == set(Overrides.__dataclass_fields__)
    (tmp_path / "sample-coverage.json").write_text("{}")
    config: Config = CallsheetConfig(str(tmp_path / "mkdocs.yml"))
    config.load_dict(options)
    assert config.validate() == ([], [])
    (tmp_path / "mkdocs.yml").write_text(example, encoding="utf-8")
    (tmp_path / "docs/customs").mkdir(parents=True)
    (tmp_path / "my_portraits.py").touch()
    read = read_configuration(None, tmp_path / "mkdocs.yml")
    assert read.behaviours == ("my_portraits",)
    assert read.check.ignore == ("CS502",)
    assert [each.folder for each in read.collections] == ["customs"]


def test_every_variable_of_the_environment_is_documented() -> None:
    package = ROOT / "plugins/callsheet"
    code = "".join(file.read_text(encoding="utf-8") for file in package.rglob("*.py"))
    variables = set(re.findall(r"\"(CALLSHEET_[A-Z_]+)\"", code))
    assert len(variables) >= 3
    text = (DOCS / "configuration.md").read_text(encoding="utf-8")
    assert {name for name in variables if f"`{name}`" not in text} == set()


def test_every_page_is_in_the_navigation() -> None:
    text = (ROOT / "mkdocs.yml").read_text(encoding="utf-8").partition("\nnav:\n")[2]
    assert [page.name for page in guide_pages() if page.name not in text] == []


def test_pictures_are_small_and_all_are_shown() -> None:
    text = "".join(page.read_text(encoding="utf-8") for page in guide_pages())
    for picture in (DOCS / "assets").iterdir():
        assert picture.stat().st_size < 150_000
        assert f"assets/{picture.name}" in text


def test_the_marker_of_options_shows_a_row_for_each() -> None:
    text = "# Options\n\n<!-- callsheet: options -->\n\n```\n<!-- callsheet: options -->\n```\n"
    html = Markdown(extensions=["tables", "pymdownx.superfences", "callsheet"]).convert(text)
    shown = [row.strong for row in Parsed(html).find_all("tr")]
    names = [name.get_text() for name in shown if name]
    assert {"toc", "any_server", "fail_level", "credentials", "docs_dir"} <= set(names)
    assert html.count("callsheet: options") == 1


@pytest.mark.parametrize("name", ["README.md", "CONTRIBUTING.md"])
def test_the_links_beside_the_guide_lead_somewhere(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    links = re.findall(r"\]\((?!https?:)([^)#]+)", text)
    assert links
    assert [link for link in links if not (ROOT / link).exists()] == []


def test_the_readme_counts_no_more_rules_than_there_are() -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    (number,) = re.findall(r"More than (\d+) rules", text)
    assert len(all_rules()) > int(number)
