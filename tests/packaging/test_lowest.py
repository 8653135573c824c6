"""The lower bounds of the dependencies are versions that work."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.packaging import environments
from tests.packaging.conftest import Distribution
from tests.packaging.environments import Environment

EXTRAS = ("lsp", "postgresql", "server", "superoffice", "test")
TOOLS = (
    "beautifulsoup4",
    "hypothesis",
    "jsonschema",
    "pytest",
    "pytest-asyncio",
    "pytest-timeout",
    "pytest-xdist",
    "ruff",
)
"""What the tests themselves need, which is none of the dependencies."""

ESSENTIAL = (
    "test_cli.py",
    "test_docfx.py",
    "test_outcomes.py",
    "test_pytest_plugin.py",
    "test_run.py",
    "test_samples.py",
    "test_server.py",
    "test_site.py",
    "test_source.py",
    "test_store.py",
    "checks/test_command.py",
)
"""Tests that together use every dependency."""

_BOUND = re.compile(r"(?P<name>[A-Za-z0-9-]+)(?:\[\w+\])?>=(?P<version>[0-9.]+)")


@pytest.fixture(scope="module")
def lowest(distribution: Distribution, tmp_path_factory: pytest.TempPathFactory) -> Environment:
    """An environment with the lowest version of each dependency that the bounds allow."""
    environment = environments.make(tmp_path_factory.mktemp("lowest") / "venv")
    project = ROOT / "pyproject.toml"
    extras = [f"--extra={extra}" for extra in EXTRAS]
    how = ["--resolution=lowest-direct", f"--python={environment.python}"]
    pins = environment.folder.parent / "pins.txt"
    pins.write_text(environments.uv("pip", "compile", *how, *extras, project), encoding="utf-8")
    environment.install("--requirement", pins, distribution.wheel, *TOOLS)
    return environment


def bounds() -> dict[str, str]:
    """The lower bounds of all that is not a tool of development, by name."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    named = [*project["dependencies"]]
    for extra in EXTRAS:
        named += project["optional-dependencies"][extra]
    found = (_BOUND.match(line) for line in named)
    return {match["name"]: match["version"] for match in found if match}


def test_the_environment_has_the_lower_bounds(lowest: Environment) -> None:
    listed = environments.uv("pip", "freeze", "--python", lowest.python)
    installed = dict(line.split("==", 1) for line in listed.splitlines() if "==" in line)
    for name, bound in bounds().items():
        version = installed[name].split(".")
        wanted = bound.split(".")
        assert version[: len(wanted)] == wanted, (name, installed[name])


def test_the_essential_tests_pass_with_them(lowest: Environment, tmp_path: Path) -> None:
    tests = [str(Path("tests", name)) for name in ESSENTIAL]
    options = ["-p", "no:cacheprovider", "-q", "-n", "2", "--basetemp", str(tmp_path / "run")]
    # Those of the project name plugins that these tests do not need.
    options += ["-o", "addopts=-m 'not slow'"]
    done = lowest.run("pytest", *options, *tests, cwd=ROOT)
    assert done.returncode == 0, done.stdout[-5000:]
