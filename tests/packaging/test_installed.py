"""What people have who install it, and what they are told when an extra is missing."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.request import urlopen

import pytest

from tests.conftest import DOCS, ROOT, SAMPLES
from tests.packaging.environments import Environment

SERVER_LIBRARIES = ("PIL", "sqlalchemy", "starlette", "uvicorn")

RIGHT = """\
from pathlib import Path

from callsheet.catalog import Catalog
from callsheet.samples import python_sample

catalog = Catalog.read(Path("docs"))
names: list[str] = [operation.uid for operation in catalog.operations]
texts: list[str] = [python_sample(operation).text for operation in catalog.operations]
"""
WRONG = "from callsheet.catalog import Catalog\n\nCatalog.read('docs').by_uid['x'].uid = 1\n"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """The project's own pages and their configuration, outside of the checkout."""
    shutil.copytree(DOCS, tmp_path / "docs")
    for name in ("mkdocs.yml", "sample-coverage.json"):
        shutil.copy(ROOT / name, tmp_path)
    return tmp_path


def test_alone_it_builds_a_site(alone: Environment, project: Path) -> None:
    for library in SERVER_LIBRARIES:
        done = alone.run("python", "-c", f"import {library}", cwd=project)
        assert "ModuleNotFoundError" in done.stderr
    done = alone.run("mkdocs", "build", "--strict", cwd=project)
    assert done.returncode == 0, done.stderr
    page = project / "site/reference/Person/v1PersonEntity_GetImage/index.html"
    assert 'class="callsheet' in page.read_text(encoding="utf-8")
    for name in ("callsheet.css", "callsheet.js", "assets/image.png"):
        assert (project / "site/assets/callsheet" / name).stat().st_size > 0


@pytest.mark.parametrize(
    "arguments",
    [
        ["--help"],
        ["check"],
        ["check", "--explain", "CS201"],
        ["diff", "docs", "docs"],
        ["export", "openapi"],
        ["export", "model", "--schema"],
        ["init"],
        ["new", "operation", "GET /api/v1/Thing"],
        ["samples", "--check", "--out", str(SAMPLES)],
    ],
    ids=" ".join,
)
def test_alone_it_does_what_needs_no_server(
    alone: Environment, project: Path, arguments: list[str]
) -> None:
    done = alone.run("callsheet", *arguments, cwd=project)
    assert (done.returncode, "Traceback" in done.stderr) == (0, False), done.stderr


@pytest.mark.parametrize(
    ("arguments", "extra"),
    [
        (["serve", "--port", "0"], "server"),
        (["test"], "test"),
        (["verify", "--base-url", "http://127.0.0.1:9"], "test"),
    ],
    ids=str,
)
def test_who_lacks_an_extra_is_told_which(
    alone: Environment, project: Path, arguments: list[str], extra: str
) -> None:
    done = alone.run("callsheet", *arguments, cwd=project)
    assert done.returncode == 2, done.stderr
    assert f"pip install 'mkdocs-callsheet[{extra}]'" in done.stderr
    assert "Traceback" not in done.stderr


@contextmanager
def serving(environment: Environment, folder: Path) -> Iterator[str]:
    """The address of a reference server that an environment runs."""
    program = environment.python.with_name("callsheet")
    with subprocess.Popen(
        [program, "serve", "--docs", "docs", "--port", "0"],
        cwd=folder,
        env={"PATH": str(program.parent)},
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    ) as process:
        assert process.stdout
        try:
            yield process.stdout.readline().strip()
        finally:
            process.terminate()


def test_the_extra_server_answers(with_server: Environment, project: Path) -> None:
    with serving(with_server, project) as url, urlopen(f"{url}/-/contract") as answer:  # noqa: S310
        contract = json.load(answer)
    assert "/api/v1/Person/{personId}/Image" in contract["paths"]
    # Only the pack of one API needs it.
    assert with_server.run("python", "-c", "import PIL", cwd=project).returncode != 0
    done = with_server.run("callsheet", "serve", "--port", "0", cwd=project)
    assert done.returncode == 2
    assert "pip install 'mkdocs-callsheet[superoffice]'" in done.stderr


def test_the_extra_test_runs_the_samples(with_test: Environment, project: Path) -> None:
    done = with_test.run("callsheet", "test", "-k", "Person", cwd=project)
    assert done.returncode == 0, done.stdout + done.stderr
    assert " passed" in done.stdout


def test_who_uses_it_has_its_types(alone: Environment, tmp_path: Path) -> None:
    for name, text in (("right", RIGHT), ("wrong", WRONG)):
        (tmp_path / f"{name}.py").write_text(text, encoding="utf-8")
    checked = [
        subprocess.run(
            [
                *(sys.executable, "-m", "mypy", "--strict", "--no-incremental"),
                *("--python-executable", alone.python, f"{name}.py"),
            ],
            cwd=tmp_path,
            capture_output=True,
            text=True,
            check=False,
            timeout=600,
        )
        for name in ("right", "wrong")
    ]
    assert checked[0].returncode == 0, checked[0].stdout
    assert checked[1].returncode == 1
    assert checked[1].stdout.count("error:") == 3, checked[1].stdout
