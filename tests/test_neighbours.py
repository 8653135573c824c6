"""Sites with the plugins that many sites have, alone and together, in MkDocs and ProperDocs."""

from __future__ import annotations

import json
import posixpath
import re
import shutil
import subprocess
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from textwrap import indent

import pytest

from tests.conftest import ROOT
from tests.neighbours import NEIGHBOURS, OPERATION, PAGE, SETS, Neighbour, of_set, with_table
from tests.packaging import environments
from tests.sites import contents

HOSTS = ("mkdocs", "properdocs")
BUILDER = Path(__file__).with_name("neighbours_builds.py")
CONFIGURATION = """\
site_name: Ships
site_url: https://example.com/
repo_url: https://example.com/ships/ships
theme: {name: material, font: false, features: [navigation.indexes]}
markdown_extensions: [attr_list, tables, toc: {permalink: true}]
plugins:
  - search
  - callsheet
"""
NAMES = ("ships", "crews")
OURS = re.compile(r"ship/.*\.md|types/|uid/|assets/callsheet/|openapi\.json|llms\.txt|postman")


@dataclass(frozen=True)
class Outcome:
    """How a build went."""

    built: bool
    messages: str
    files: Mapping[str, bytes]


def project(folder: Path, plugins: Iterable[Neighbour]) -> Path:
    """Makes a project, of which git knows the pages."""
    plugins = [*plugins]
    docs = folder / "docs"
    folders = any("docs/en/" in each.files for each in plugins)
    pages = docs / "en" if folders else docs
    (pages / "ship").mkdir(parents=True)
    (pages / "index.md").write_text("# Ships\n\nAll of them.\n", encoding="utf-8")
    for name in NAMES:
        (pages / f"ship/{name}.md").write_text(OPERATION.format(name=name), encoding="utf-8")
    for each in plugins:
        for path, text in each.files.items():
            if not path.endswith("/"):
                (folder / path).parent.mkdir(parents=True, exist_ok=True)
                (folder / path).write_text(text, encoding="utf-8")
    added = "".join(f"{each.plugins.strip()}\n" for each in plugins)
    added = added.replace("{folder}", str(folder))
    settings = "".join(each.settings for each in plugins)
    configuration = CONFIGURATION + indent(added, "  ") + settings
    (folder / "mkdocs.yml").write_text(configuration, encoding="utf-8")
    git = ["git", "-c", "user.name=A", "-c", "user.email=a@example.com"]
    for place in [*(each.repository for each in plugins if each.repository), "."]:
        for command in (["init", "-q", "-b", "main"], ["add", "-A"], ["commit", "-qm", "All"]):
            subprocess.run([*git, *command], cwd=folder / place, check=True, timeout=60)
    return folder


@pytest.fixture(scope="module")
def environment(
    tmp_path_factory: pytest.TempPathFactory,
) -> tuple[environments.Environment, dict[str, str]]:
    """An environment with all packages that can be installed, and why others cannot."""
    made = environments.make(tmp_path_factory.mktemp("neighbours") / "venv")
    made.install("-e", ROOT, "properdocs")
    packages = sorted({package for each in NEIGHBOURS for package in each.packages})
    missing: dict[str, str] = {}
    try:
        made.install(*packages)
    except AssertionError:
        for package in packages:
            try:
                made.install(package)
            except AssertionError as error:
                missing[package] = str(error).strip().splitlines()[-1]
    return made, missing


@pytest.fixture(scope="module")
def outcomes(
    environment: tuple[environments.Environment, dict[str, str]],
    tmp_path_factory: pytest.TempPathFactory,
) -> dict[tuple[str, str], Outcome]:
    """How all builds went, by host and plugin or set; those without any are called `alone`."""
    made, missing = environment
    legs: dict[str, list[Neighbour]] = {"alone": []} | {each.name: [each] for each in NEIGHBOURS}
    legs |= {name: of_set(names) for name, names in SETS.items()}
    found = {}
    for host in HOSTS:
        root = tmp_path_factory.mktemp(host)
        folders: dict[str, str] = {}
        for number, (name, plugins) in enumerate(legs.items()):
            if not any(package in missing for each in plugins for package in each.packages):
                folders[str(project(root / f"p{number}", plugins))] = name
        done = made.run("python", "-I", BUILDER, host, *folders, cwd=root)
        assert done.returncode == 0, done.stderr
        for line in done.stdout.splitlines():
            if line.startswith('{"project"'):
                told = json.loads(line)
                folder = Path(told["project"])
                files = contents(folder / "site") if (folder / "site").is_dir() else {}
                name = folders[told["project"]]
                found[host, name] = Outcome(told["built"], told["messages"], files)
                shutil.rmtree(folder)
    return found


def faults_of_parts(html: bytes, folder: str, files: Mapping[str, bytes]) -> list[str]:
    """What a page lacks of the theme's parts: it has them, or calls a script that is there."""
    scripts = re.findall(rb"[\w./-]*assets/callsheet/theme-\w+[.]js", html)
    calls = html.count(b">callsheetTheme()<")
    if not scripts:
        own = [b"id=" + quote + b"__config" for quote in (b"", b'"')]
        return [] if not calls and any(each in html for each in own) else ["no settings"]
    named = posixpath.normpath(posixpath.join(folder, scripts[0].decode()))
    found = [] if named in files else [f"no {named}"]
    # Colours are a choice of the site.
    return found if len(scripts) == 1 and calls in (2, 3) else [*found, f"{calls} calls"]


def beside(name: str) -> list[Neighbour]:
    """The plugins of a leg: those of a set, or one alone."""
    return of_set(SETS[name]) if name in SETS else [e for e in NEIGHBOURS if e.name == name]


def lacks(name: str, alone: Outcome, found: Outcome) -> list[str]:
    """What a site with other plugins lacks, or has twice."""
    brought = tuple(page for each in beside(name) for page in each.pages)
    there = {path.removeprefix("en/") for path in found.files}
    # Pages have the theme's script only where all of the theme is Material's own.
    ours = [path for path in alone.files if OURS.match(path) and "/theme-" not in path]
    wrong = [path for path in ours if path not in there]
    folders = ("", "de/") if "static-i18n" in name or "several languages" in name else ("",)
    for folder in folders:
        for page in (*(f"ship/{each}" for each in NAMES), *brought):
            path = f"{folder}{page}"
            html = found.files.get(f"{path}/index.html") or found.files.get(f"{path}.html") or b""
            at = path if f"{path}/index.html" in found.files else path.rpartition("/")[0]
            wrong += [f"{path}: {fault}" for fault in faults_of_parts(html, at, found.files)]
            text = re.sub(r'"|(?<==)([\w./-]+)(?=[\s>])', r"\1", html.decode())
            for once in ("id=response-size", "assets/callsheet/callsheet.js"):
                if text.count(once) != 1:
                    wrong.append(f"{path}: {text.count(once)} times {once}")
    routes = json.loads(found.files.get("openapi.json", b'{"paths": {}}'))["paths"]
    listed = {f"/{page.rpartition('/')[2]}" for page in (*NAMES, *brought)}
    return wrong if {*routes} == listed else [*wrong, f"the routes {sorted(routes)}"]


@pytest.mark.slow
@pytest.mark.timeout(900)
@pytest.mark.parametrize("host", HOSTS)
@pytest.mark.parametrize("name", [*(each.name for each in NEIGHBOURS), *SETS])
def test_nothing_is_lost_beside(
    host: str,
    name: str,
    outcomes: dict[tuple[str, str], Outcome],
    environment: tuple[environments.Environment, dict[str, str]],
) -> None:
    """Installs dozens of packages, which takes a minute."""
    _, missing = environment
    plugins = beside(name)
    for package in (package for each in plugins for package in each.packages):
        if package in missing:
            pytest.skip(f"{package} cannot be installed: {missing[package]}")
    found = outcomes[host, name]
    for each in plugins:
        if not found.built and each.needs and re.search(each.needs, found.messages):
            pytest.skip(f"{each.name} needs what this machine lacks: {found.messages[-200:]}")
    assert found.built, found.messages
    assert lacks(name, outcomes[host, "alone"], found) == []


def test_the_table_of_the_guide_is_that_of_the_test() -> None:
    """Where it fails: `python -m tests.neighbours`."""
    text = PAGE.read_text(encoding="utf-8")
    assert with_table(text) == text
