"""Clients that generators make from the exported OpenAPI document, at the reference server."""

from __future__ import annotations

import base64
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import DOCS
from tests.npm import CLIENTS, installed, run, run_script
from tests.packaging import environments
from tests.processes import CALLSHEET, picture, served

pytestmark = pytest.mark.slow

CHECKED = ("--noEmit", "--strict", "--skipLibCheck", "--types", "node", "--module", "esnext")


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    with served() as running:
        yield running.url


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with the document, a picture, and the picture in base64."""
    run(tmp_path, CALLSHEET, "export", "openapi", "--docs", DOCS, "-o", "openapi.json")
    (tmp_path / "image.png").write_bytes(picture("image.png"))
    (tmp_path / "image.txt").write_bytes(base64.b64encode(picture("image.png")))
    return tmp_path


def run_typescript(folder: Path, modules: Path, name: str, server: str) -> None:
    """Checks the types of a program, bundles it, and runs it."""
    shutil.copy(CLIENTS / name, folder)
    modern = ("--target", "es2022", "--moduleResolution", "bundler")
    run_script(folder, modules / "typescript" / "bin" / "tsc", *CHECKED, *modern, name)
    options = ("--bundle", "--platform=node", "--format=esm", "--log-level=warning")
    run(folder, modules / ".bin" / "esbuild", name, *options, "--outfile=program.mjs")
    run_script(folder, folder / "program.mjs", server, "image.png", "image.txt")


TYPESCRIPT = ("esbuild", "typescript", "@types/node")


def test_openapi_fetch_with_the_types_of_openapi_typescript(folder: Path, server: str) -> None:
    modules = installed(folder, "openapi-typescript", "openapi-fetch", *TYPESCRIPT)
    generator = modules / "openapi-typescript" / "bin" / "cli.js"
    run_script(folder, generator, "openapi.json", "-o", "schema.d.ts")
    run_typescript(folder, modules, "openapi_fetch.ts", server)


def test_the_client_of_hey_api(folder: Path, server: str) -> None:
    modules = installed(folder, "@hey-api/openapi-ts", *TYPESCRIPT)
    generator = modules / "@hey-api" / "openapi-ts" / "bin" / "run.js"
    run_script(folder, generator, "-i", "openapi.json", "-o", "generated")
    run_typescript(folder, modules, "hey_api.ts", server)


def test_the_client_of_openapi_python_client(folder: Path, server: str) -> None:
    environment = environments.make(folder / "venv")
    environment.install("--requirement", CLIENTS / "requirements.txt")
    options = ("--meta", "none", "--config", CLIENTS / "openapi_python_client.yml")
    done = environment.run(
        "openapi-python-client",
        *("generate", "--path", "openapi.json", "--output-path", "client", *options),
        cwd=folder,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    program = shutil.copy(CLIENTS / "openapi_python_client.py.txt", folder / "program.py")
    done = environment.run("python", program, server, "image.png", "image.txt", cwd=folder)
    assert done.returncode == 0, done.stdout + done.stderr
