"""Every program in `samples/` is run as it lies there, and shows its reader what came back."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from callsheet.catalog import Catalog
from callsheet.configuration import DEFAULT_DATABASE
from callsheet.contrib.superoffice.pack import PACK as SUPEROFFICE
from callsheet.reference import BASE_URL_VARIABLE
from callsheet.run.recorder import PREFIX, Recorder
from callsheet.samples import outcomes_of
from callsheet.server.adapters.app import background, create_app
from tests.conftest import SAMPLES

PROGRAMS = sorted(SAMPLES.glob("*.py"))
SUCCESSES = [program for program in PROGRAMS if not program.stem[-3:].isdigit()]
REFUSALS = [program for program in PROGRAMS if program not in SUCCESSES]


@pytest.fixture(scope="module")
def recorder(catalog: Catalog) -> Recorder:
    return Recorder(create_app(catalog, DEFAULT_DATABASE, packs=[SUPEROFFICE]))


@pytest.fixture(scope="module")
def server(recorder: Recorder) -> Iterator[str]:
    with background(recorder) as url:
        yield url


def run(program: Path, base_url: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """Runs a program as its reader would, in an interpreter and a workspace of its own."""
    return subprocess.run(
        [sys.executable, program],
        cwd=folder,
        env={
            **os.environ,
            BASE_URL_VARIABLE: f"{base_url}{PREFIX}{folder.name}",
            "PYTHONWARNINGS": "error",
        },
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def test_there_is_a_program_for_every_operation_and_every_other_status(catalog: Catalog) -> None:
    outcomes = {f"{o.uid}_{i.status.code}" for o in catalog.operations for i in outcomes_of(o)}
    assert {program.stem for program in SUCCESSES} == set(catalog.by_uid)
    assert {program.stem for program in REFUSALS} == outcomes
    assert len(outcomes) == 3


@pytest.mark.parametrize("program", SUCCESSES, ids=lambda program: program.stem)
def test_a_program_shows_what_came_back(
    catalog: Catalog, recorder: Recorder, server: str, tmp_path: Path, program: Path
) -> None:
    ran = run(program, server, tmp_path)
    assert (ran.returncode, ran.stderr) == (0, "")
    [exchange] = recorder.take(tmp_path.name)
    success = catalog.by_uid[program.stem].success
    assert success is not None
    assert exchange.status == success.code
    media_type = exchange.headers.get("Content-Type") or ""
    if exchange.status == 204:
        assert ran.stdout.split() == ["204", "No", "Content"]
    elif media_type.startswith("application/json"):
        shows_result(ran.stdout, json.loads(exchange.body), tmp_path)
    else:
        [file] = tmp_path.iterdir()
        assert file.read_bytes() == exchange.body
        assert file.name in ran.stdout


def shows_result(output: str, value: object, folder: Path) -> None:
    """What a program prints is the answer, or names the file that it wrote the answer to."""
    if isinstance(value, dict):
        assert json.loads(output) == value
    elif isinstance(value, int):
        assert output.split()[-1] == str(value)
    else:
        [file] = folder.iterdir()
        assert output.startswith(f"{file.name}: {file.stat().st_size} bytes")


@pytest.mark.parametrize("program", REFUSALS, ids=lambda program: program.stem)
def test_a_program_shows_the_refusal_that_it_brings_about(
    recorder: Recorder, server: str, tmp_path: Path, program: Path
) -> None:
    ran = run(program, server, tmp_path)
    assert (ran.returncode, ran.stderr) == (0, "")
    [exchange] = recorder.take(tmp_path.name)
    problem = json.loads(exchange.body)
    assert problem["status"] == int(program.stem[-3:])
    assert ran.stdout == f"{problem['title']}: {problem['detail']}\n"


@pytest.mark.parametrize("program", REFUSALS, ids=lambda program: program.stem)
def test_a_program_fails_where_its_outcome_does_not_happen(
    catalog: Catalog, tmp_path: Path, program: Path
) -> None:
    async def agree(scope: dict[str, object], receive: object, send: object) -> None:
        if scope["type"] == "http":
            start = {"type": "http.response.start", "status": 204, "headers": []}
            await send(start)  # type: ignore[operator]
            await send({"type": "http.response.body", "body": b""})  # type: ignore[operator]

    with background(agree) as url:  # type: ignore[arg-type]
        ran = run(program, url, tmp_path)
    assert ran.returncode == 1
    assert ran.stderr == f"{program.stem[-3:]} was expected, and 204 came.\n"


@pytest.mark.parametrize("program", PROGRAMS, ids=lambda program: program.stem)
def test_a_program_fails_where_the_server_refuses(
    server: str, tmp_path: Path, program: Path
) -> None:
    text = program.read_text(encoding="utf-8")
    assert '_PASSWORD", "callsheet"' in text
    stranger = tmp_path / program.name
    stranger.write_text(text.replace('_PASSWORD", "callsheet"', '_PASSWORD", "wrong"'))
    (tmp_path / "assets").symlink_to(SAMPLES / "assets")
    ran = run(stranger, server, tmp_path)
    assert ran.returncode == 1
    assert "requests.exceptions.HTTPError: 401" in ran.stderr
