"""Exchanges with a live server become examples of a page, without secrets."""

from __future__ import annotations

import io
import json
import signal
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
import requests

from callsheet.catalog import Catalog
from callsheet.errors import ConfigurationError
from callsheet.pages.recording import MAX_EXCHANGES, RecordedExchange, read_recording
from callsheet.redaction import Redactor
from callsheet.run.forwarding import Forwarder
from callsheet.run.recording import RecordingProxy
from callsheet.scaffold import draft
from callsheet.server.adapters.app import background
from callsheet.source import read_page
from tests.processes import CALLSHEET, SECONDS
from tests.recorder import listening

# Each starts servers as processes of their own, which takes seconds.
pytestmark = pytest.mark.slow

SECRET = "hush-hush"  # noqa: S105 - it is what must not be recorded
FIELDS = [("Authorization", f"Bearer {SECRET}")]


class Live(BaseHTTPRequestHandler):
    """A live server that answers with a token and with what it was asked."""

    def answer(self) -> None:
        sent = self.rfile.read(int(self.headers.get("Content-Length", 0))).decode()
        is_signed_in = self.headers["Authorization"] == FIELDS[0][1]
        value = {"id": 7, "access_token": SECRET, "pin_secret": 12, "sent": sent}
        self.send_response(200 if is_signed_in else 401)
        content = json.dumps(value).encode()
        self.send_header("Content-Type", "application/json")
        self.send_header("Set-Cookie", f"session={SECRET}")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    do_GET = do_POST = answer  # noqa: N815 - the names of the library

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002
        pass


@contextmanager
def proxy(file: io.StringIO) -> Iterator[str]:
    redact = Redactor(FIELDS)
    with listening(Live) as live:
        app = RecordingProxy(Forwarder(live, FIELDS, redact), redact, file)
        with background(app) as url:
            app.host = urlsplit(url).netloc
            yield url


def recorded(file: io.StringIO) -> list[dict[str, Any]]:
    return [json.loads(line) for line in file.getvalue().splitlines()]


def test_exchanges_are_recorded_without_secrets() -> None:
    file = io.StringIO()
    with proxy(file) as url:
        address = f"{url}/v1/Thing/7?a=1&token={SECRET}"
        live = requests.get(address, timeout=SECONDS)
        assert live.json()["access_token"] == SECRET
        requests.post(f"{url}/v1/Thing", json={"password": SECRET, "a": 1}, timeout=SECONDS)
    assert SECRET not in file.getvalue()
    got, posted = recorded(file)
    assert (got["path"], got["query"], got["status"]) == ("/v1/Thing/7", "a=1&token=***", 200)
    body = json.loads(got["response_body"])
    assert (body["id"], body["access_token"], body["pin_secret"]) == (7, "***", "***")
    assert json.loads(posted["body"]) == {"password": "***", "a": 1}


@pytest.mark.parametrize(
    "headers", [{"Origin": "https://evil.example"}, {"Origin": "null"}, {"Host": "evil.example"}]
)
def test_no_web_page_uses_the_credentials(headers: dict[str, str]) -> None:
    file = io.StringIO()
    with proxy(file) as url:
        response = requests.get(f"{url}/v1/Thing/7", headers=headers, timeout=SECONDS)
        assert response.status_code == 403
        assert requests.get(url, headers={"Origin": url}, timeout=SECONDS).status_code == 200
    assert len(recorded(file)) == 1


def exchange(
    path: str, method: str = "GET", status: int = 200, body: object = None, query: str = ""
) -> RecordedExchange:
    kind, sent = "application/json", json.dumps(body) if body else ""
    return RecordedExchange(method, path, query, kind, sent, True, status, kind, '{"id": 7}')


def test_a_page_gets_the_exchanges_of_its_route(tmp_path: Path) -> None:
    found = [
        exchange("/v1/Thing/7"),
        exchange("/v1/Thing/7"),
        exchange("/v1/Thing/8", status=404),
        exchange("/v1/Thing/8/Part"),
        exchange("/v1/Thing/8", "POST"),
    ]
    drafted = draft("GET /v1/Thing/{id}", Catalog.of(tmp_path, ()), None, found)
    page = read_page(drafted.text.encode(), "page.md").operation
    assert page is not None
    assert [request.target for request in page.example_requests] == ["/v1/Thing/7", "/v1/Thing/8"]
    assert [response.status for response in page.example_responses] == [200, 404]
    assert [response.name for response in page.example_responses] == ["Recorded 1", "Recorded 2"]
    assert json.loads(page.example_responses[0].body) == {"id": 7}
    with pytest.raises(ConfigurationError, match="no exchange with `GET /v1/Other`"):
        draft("GET /v1/Other", Catalog.of(tmp_path, ()), None, found)


def test_the_tables_of_a_page_go_with_its_recorded_examples(tmp_path: Path) -> None:
    sent = {"name": "Zoe", "age": 3, "tags": ["a"], "home": {"city": "Oslo"}, "note": None}
    found = [
        exchange("/v1/Zoo/b/Thing/1", "POST", 422, {**sent, "age": "x"}, query="size=x"),
        exchange("/v1/Zoo/c/Thing/2", "POST", 201, sent, query="size=3&deep=true&tag=a&tag=b"),
        exchange("/v1/Zoo/c/Thing/2", "POST", 201, {**sent, "note": "x", "age": 10**12}),
    ]
    catalog = Catalog.of(tmp_path, ())
    drafted = draft("POST /v1/Zoo/{zoo}/Thing/{id}", catalog, None, found)
    page = read_page(drafted.text.encode(), "page.md").operation
    assert page is not None
    types = {row.name: row.type.written for row in page.parameters if row.type}
    expected = {"zoo": "string", "id": "int32", "size": "int32", "deep": "bool"}
    assert types == {**expected, "tag": "array of string"}
    assert [status.code for status in page.statuses] == [201, 404, 422]
    assert [request.status for request in page.example_responses] == [201, 201, 422]
    (body,) = page.request_bodies
    rows = {row.name: row.type.written for row in body.properties if row.type}
    home = {"tags": "array of string", "home": "object", "note": "string or null"}
    assert rows == {"name": "string", "age": "int64", **home}
    (tmp_path / "page.md").write_text(drafted.text)
    done = subprocess.run(
        [CALLSHEET, "check", "--docs", tmp_path, "--select", "CS3,CS40,CS41,CS42"],
        capture_output=True,
        text=True,
        timeout=SECONDS,
    )
    assert (done.returncode, done.stdout.splitlines()[-1]) == (0, "No findings in 1 page.")


def test_a_recording_is_read_up_to_its_limit(tmp_path: Path) -> None:
    file = io.StringIO()
    with proxy(file) as url:
        requests.get(f"{url}/v1/Thing/7", timeout=SECONDS)
    place = tmp_path / "recording.jsonl"
    place.write_text(file.getvalue() * (MAX_EXCHANGES + 1))
    assert len(read_recording(place)) == MAX_EXCHANGES
    for wrong in ("{}", "[]", "no"):
        place.write_text(wrong)
        with pytest.raises(ConfigurationError, match="not a file of `callsheet record`"):
            read_recording(place)
    with pytest.raises(ConfigurationError, match="cannot be read"):
        read_recording(tmp_path / "nothing")


def test_the_commands_make_a_page_of_what_a_server_answers(tmp_path: Path) -> None:
    file, page = tmp_path / "recording.jsonl", tmp_path / "page.md"
    with listening(Live) as live:
        process = subprocess.Popen(
            [
                CALLSHEET,
                "record",
                live,
                "--output",
                file,
                "--header",
                f"Authorization: {FIELDS[0][1]}",
            ],
            stdout=subprocess.PIPE,
            text=True,
        )
        try:
            assert process.stdout is not None
            url = process.stdout.readline().strip()
            assert requests.get(f"{url}/v1/Thing/7", timeout=SECONDS).status_code == 200
        finally:
            process.send_signal(signal.SIGINT)
            process.communicate(timeout=SECONDS)
    assert process.returncode == 0
    subprocess.run(
        [CALLSHEET, "new", "operation", "GET /v1/Thing/{id}", "--docs", tmp_path / "docs",
         "--examples", file, "--out", page],
        check=True,
        timeout=SECONDS,
    )  # fmt: skip
    assert '"access_token": "***"' in page.read_text()
    assert SECRET not in page.read_text()
