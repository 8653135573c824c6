"""Every program in `samples/` is run, and what came back is what its page documents."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import jsonschema
import pytest
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from callsheet.catalog import Catalog
from callsheet.configuration import BASE_URL_VARIABLE
from callsheet.contract import response_schema
from callsheet.server.app import background, create_app
from callsheet.server.messages import Headers
from callsheet.server.negotiation import essence
from callsheet.server.routing import Router
from tests.conftest import SAMPLES

PROGRAMS = sorted(SAMPLES.glob("*.py"))


@dataclass
class Exchange:
    """A request and its answer, as they went over the wire."""

    method: str
    path: str
    status: int = 0
    headers: Headers = field(default_factory=Headers)
    body: bytes = b""


class Witness:
    """An ASGI application that keeps what another one answers."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app
        self.exchanges: list[Exchange] = []

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            return
        exchange = Exchange(scope["method"], scope["path"])
        self.exchanges.append(exchange)

        async def keep(message: Message) -> None:
            if message["type"] == "http.response.start":
                exchange.status = message["status"]
                fields = message["headers"]
                exchange.headers = Headers((k.decode(), v.decode()) for k, v in fields)
            else:
                exchange.body += message.get("body", b"")
            await send(message)

        await self.app(scope, receive, keep)


@dataclass
class Run:
    """A program's end: exit code, what it printed, and what it exchanged with the server."""

    code: int
    output: str
    errors: str
    exchanges: list[Exchange]


@pytest.fixture
def witness(catalog: Catalog) -> Witness:
    return Witness(create_app(catalog, "sqlite://"))


@pytest.fixture
def server(witness: Witness) -> Iterator[str]:
    with background(witness) as url:
        yield url


def run(program: Path, base_url: str, folder: Path, witness: Witness) -> Run:
    done = subprocess.run(
        [sys.executable, program],
        cwd=folder,
        env={**os.environ, BASE_URL_VARIABLE: base_url, "PYTHONWARNINGS": "error"},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    return Run(done.returncode, done.stdout, done.stderr, witness.exchanges)


def test_there_is_a_program_for_every_operation(catalog: Catalog) -> None:
    assert [program.stem for program in PROGRAMS] == sorted(catalog.by_uid)


@pytest.mark.parametrize("program", PROGRAMS, ids=lambda program: program.stem)
def test_the_program_gets_what_its_page_documents(
    catalog: Catalog, witness: Witness, server: str, tmp_path: Path, program: Path
) -> None:
    ran = run(program, server, tmp_path, witness)
    assert (ran.code, ran.errors) == (0, "")
    [exchange] = ran.exchanges
    operation = catalog.by_uid[program.stem]
    segments = tuple(exchange.path.strip("/").split("/"))
    assert Router(catalog.operations).find(exchange.method, segments)[0] is operation
    assert operation.success is not None
    assert exchange.status == operation.success.code
    if exchange.status == 204:
        assert exchange.body == b""
        assert ran.output.split() == ["204", "No", "Content"]
        return
    assert operation.example_response is not None
    shown = essence(operation.example_response.header("Content-Type") or "")
    assert essence(exchange.headers.get("Content-Type") or "") == shown
    if shown == "application/json":
        schema = response_schema(operation)
        assert schema is not None
        jsonschema.validate(json.loads(exchange.body), schema)
        shows_result(ran.output, json.loads(exchange.body), tmp_path)
    else:
        [file] = tmp_path.iterdir()
        assert file.read_bytes() == exchange.body
        assert file.name in ran.output


def shows_result(output: str, value: object, folder: Path) -> None:
    """What a program prints is the answer, or names the file that it wrote the answer to."""
    if isinstance(value, dict):
        assert json.loads(output) == value
    elif isinstance(value, int):
        assert output.split()[-1] == str(value)
    else:
        [file] = folder.iterdir()
        assert output.startswith(f"{file.name}: {file.stat().st_size} bytes")


@pytest.mark.parametrize("program", PROGRAMS, ids=lambda program: program.stem)
def test_a_program_fails_where_the_server_refuses(
    witness: Witness, server: str, tmp_path: Path, program: Path
) -> None:
    text = program.read_text(encoding="utf-8")
    assert '("reader", "callsheet")' in text
    stranger = tmp_path / program.name
    stranger.write_text(text.replace('("reader", "callsheet")', '("reader", "wrong")'))
    (tmp_path / "assets").symlink_to(SAMPLES / "assets")
    ran = run(stranger, server, tmp_path, witness)
    assert ran.code == 1
    assert "requests.exceptions.HTTPError: 401" in ran.errors
