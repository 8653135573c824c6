"""Callbacks: on pages, in OpenAPI documents, and sent by the reference server."""

from __future__ import annotations

import json
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from queue import Queue

import pytest

from callsheet.diff import Kind, compare, read_tree
from callsheet.diff.model import Level
from callsheet.export import openapi
from callsheet.importing.openapi import import_openapi
from callsheet.importing.reading import Specification
from callsheet.model import Outgoing
from callsheet.pages.operation import write_page
from callsheet.render.operation import render_operation
from callsheet.server.http.messages import WORKSPACE_HEADER
from callsheet.server.http.outgoing import MAX_ADDRESS, is_address
from callsheet.server.settings import Settings
from callsheet.source import Reading, read_page
from tests import callbacks
from tests.callbacks import SECTION, URL, order, page, recorded
from tests.parcels import Reader, catalog_of, problem, serving
from tests.parsed import Parsed
from tests.processes import SECONDS, served
from tests.test_render import PlainMarkdown


def read(text: str) -> Reading:
    """The reading of a page."""
    return read_page(text.encode(), "order.md")


def test_section() -> None:
    reading = read(page())
    assert not reading.findings
    assert reading.operation
    (callback,) = reading.operation.callbacks
    assert (callback.name, callback.method, callback.address) == ("moved", "POST", URL)
    assert callback.body
    assert [row.name for row in callback.body.properties] == ["parcelId", "place"]
    assert [example.target for example in callback.examples] == ["/hooks"]
    # Its rows and its sample are not those of the operation.
    assert len(reading.operation.example_requests) == 1
    assert {row.name for body in reading.operation.request_bodies for row in body.properties} == {
        "callbackUrl",
        "inner",
    }


@pytest.mark.parametrize(
    "address", ["/hooks", "{$request.cookie.a}", "ftp://x", f"{URL} and more", f"{URL}\nPOST {URL}"]
)
def test_address_that_is_none(address: str) -> None:
    reading = read(page(address))
    assert reading.operation
    assert not reading.operation.callbacks
    (finding,) = reading.findings
    assert "`moved` needs a fence `http` with one line" in finding.message
    line = page(address).split("\n").index(f"POST {address}".split("\n")[0]) + 1
    assert finding.line == line


def test_page_that_is_written_reads_the_same() -> None:
    first = read(page()).operation
    assert first
    second = read(write_page(first)).operation
    assert second
    assert [(c.name, c.address, len(c.examples)) for c in second.callbacks] == [("moved", URL, 1)]
    assert write_page(second) == write_page(first)


def test_openapi_and_back() -> None:
    document = openapi(catalog_of({"order": page()}))
    operation = document["paths"]["/parcels/{depot}"]["post"]
    sent = operation["callbacks"]["moved"][URL]["post"]
    assert sent["description"] == "Sent when it moves."
    content = sent["requestBody"]["content"]["application/json"]
    assert content["example"] == {"parcelId": 7, "place": "Oslo"}
    assert "Sent when it moves" not in operation["description"]
    imported = import_openapi(Specification("a.json", document, "3.1.0"))
    _, callback = imported.operations
    assert callback.outgoing == Outgoing("moved", "order", URL)
    assert callback.request_body
    # The component of the body is not a type of its own.
    assert callback.request_body.type is None
    again = openapi(catalog_of({each.uid: write_page(each) for each in imported.operations}))
    written = again["paths"]["/parcels/{depot}"]["post"]["callbacks"]["moved"][URL]["post"]
    assert written["description"] == sent["description"]
    assert written["requestBody"]["content"]["application/json"]["example"] == content["example"]
    assert not [found for found in imported.findings if "callback" in found.message.lower()]


def test_import_of_what_no_page_has() -> None:
    answer = {"responses": {"200": {"description": "x"}}}
    field = {"name": "a", "in": "query", "schema": {"type": "string"}}
    body = {"content": {"application/json": {"schema": {"type": "array", "items": {}}}}}
    callbacks = {
        "my event": {
            URL: {"post": {**answer, "parameters": [field]}, "put": {"requestBody": body}},
            "/relative": {"post": answer},
        }
    }
    operation = {**answer, "callbacks": callbacks}
    document = {"openapi": "3.1.0", "info": {}, "paths": {"/a": {"get": operation}}}
    imported = import_openapi(Specification("a.json", document, "3.1.0"))
    _, first, second = imported.operations
    assert [each.signature for each in (first, second)] == ["POST my event", "PUT my event"]
    assert [row.name for row in first.parameters] == ["a"]
    assert second.request_body
    assert second.request_body.type
    assert second.request_body.type.name == "array"
    messages = " ".join(finding.message for finding in imported.findings)
    assert "`/relative`, which is not a URL" in messages
    again = openapi(catalog_of({each.uid: write_page(each) for each in imported.operations}))
    assert list(again["paths"]["/a"]["get"]["callbacks"]["my event"][URL]) == ["post", "put"]


class Receiver:
    """A server on loopback that records what it gets, and answers with a status."""

    def __init__(self, status: int = 204) -> None:
        self.received: Queue[tuple[str, str, dict[str, str], bytes]] = Queue()
        outer = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                body = self.rfile.read(int(self.headers["Content-Length"]))
                fields = {name.lower(): value for name, value in self.headers.items()}
                outer.received.put((self.command, self.path, fields, body))
                self.send_response(status)
                self.send_header("Location", "/again")
                self.send_header("Content-Length", "0")
                self.end_headers()

            def log_message(self, *_: object) -> None:
                """Log nothing."""

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://localhost:{self._server.server_port}"

    @contextmanager
    def running(self) -> Iterator[Receiver]:
        """Receive until the block ends."""
        thread = threading.Thread(target=self._server.serve_forever, args=(0.05,))
        thread.start()
        try:
            yield self
        finally:
            self._server.shutdown()
            thread.join(SECONDS)
            self._server.server_close()


def test_sample_is_sent_once() -> None:
    with Receiver().running() as receiver, callbacks.serving() as url:
        response = order(url, callbackUrl=f"{receiver.url}/hooks/1?key=k")
        assert response.status_code == 201
        assert response.headers["Preference-Applied"] == "callback"
        method, path, fields, body = receiver.received.get(timeout=SECONDS)
        (entry,) = recorded(url)
    assert (method, path) == ("POST", "/hooks/1?key=k")
    assert json.loads(body) == {"parcelId": 7, "place": "Oslo"}
    assert fields["x-event"] == "moved"
    assert not {"authorization", "prefer", "cookie", WORKSPACE_HEADER.lower()} & {*fields}
    assert receiver.received.empty()
    assert (entry["callback"], entry["uid"], entry["status"]) == ("moved", "order", 204)
    assert entry["path"] == f"{receiver.url}/hooks/1"
    assert entry["sent"]["body"] == {"parcelId": 7, "place": "Oslo"}


def test_redirects_are_not_followed() -> None:
    with Receiver(307).running() as receiver, callbacks.serving() as url:
        order(url, callbackUrl=receiver.url)
        receiver.received.get(timeout=SECONDS)
        assert recorded(url)[0]["status"] == 307
        assert receiver.received.empty()


def test_value_is_generated_where_there_is_no_sample() -> None:
    with Receiver().running() as receiver, callbacks.serving(text=page(sample="")) as url:
        order(url, callbackUrl=receiver.url)
        *_, body = receiver.received.get(timeout=SECONDS)
    assert isinstance(json.loads(body)["parcelId"], int)


@pytest.mark.parametrize(
    ("suffix", "path"),
    [
        ("/a?q={$request.query.to}", "/a?q=a%20b"),
        ("/{$request.path.depot}/{$method}", "/3/POST"),
        ("/{$statusCode}/{$response.body#/id}", "/201/1"),
    ],
)
def test_expressions(suffix: str, path: str) -> None:
    with (
        Receiver().running() as receiver,
        callbacks.serving(text=page(f"{receiver.url}{suffix}")) as url,
    ):
        assert order(url).status_code == 201
        assert receiver.received.get(timeout=SECONDS)[1] == path


def test_nothing_is_sent_unless_it_is_asked_for() -> None:
    with Receiver().running() as receiver, callbacks.serving() as url:
        assert order(url, prefer="wait=0", callbackUrl=receiver.url).status_code == 201
        assert order(url, callbackUrl=receiver.url).status_code == 201
        receiver.received.get(timeout=SECONDS)
        recorded(url)
        assert receiver.received.empty()


@pytest.mark.parametrize(
    "host",
    ["example.com", "169.254.169.254", "10.0.0.1", "[::2]", "[::]", "127.1", "2130706433"],
)
def test_other_hosts_are_refused(host: str) -> None:
    with serving(catalog_of({"order": page()}), packs=()) as found:
        reader = Reader(*found)
        body = {"callbackUrl": f"http://{host}/"}
        fields = {"Content_Type": "application/json", "Prefer": "callback=moved"}
        detail = problem(reader.ask("POST", "/parcels/3", body, **fields), 403)["detail"]
    assert f"`--callback-host {host.strip('[]')}`" in detail


def test_hosts_are_allowed_by_option() -> None:
    target = Receiver()
    with target.running() as receiver:
        port = receiver.url.rpartition(":")[2]
        for hosts, status in (((), 403), (("127.0.0.1",), 201)):
            with callbacks.serving(text=page(), settings=Settings(callback_hosts=hosts)) as url:
                response = order(url, callbackUrl=f"http://127.0.0.1:{port}/")
                assert response.status_code == status
        receiver.received.get(timeout=SECONDS)
        assert receiver.received.empty()


@pytest.mark.parametrize(
    "address",
    [
        "",
        "x",
        "/hooks",
        "file:///etc/passwd",
        "ftp://localhost/",
        "http://",
        "http://user:pw@localhost/",
        "http://example.com\\@localhost/",
        "http://localhost\\@example.com/",
        "http://localhost:0/",
        "http://localhost:99999/",
        "http://localhost/a b",
        "http://localhost/\r\nX-A: b",
        "http://[::1/",
        f"http://localhost/{'a' * MAX_ADDRESS}",
    ],
)
def test_addresses_that_are_none(address: str) -> None:
    assert not is_address(address)
    with serving(catalog_of({"order": page()}), packs=()) as found:
        fields = {"Content_Type": "application/json", "Prefer": "callback=moved"}
        problem(Reader(*found).ask("POST", "/parcels/3", {"callbackUrl": address}, **fields), 422)


def test_unknown_callback_changes_nothing() -> None:
    with serving(catalog_of({"order": page()}), packs=()) as found:
        fields = {"Content_Type": "application/json", "Prefer": "callback=other"}
        body = {"callbackUrl": "http://localhost/"}
        refusal = Reader(*found).ask("POST", "/parcels/3", body, **fields)
    assert "it has `moved`" in problem(refusal, 422)["detail"]


def test_failure_is_recorded() -> None:
    receiver = Receiver()
    with receiver.running():
        pass
    with callbacks.serving() as url:
        assert order(url, callbackUrl=receiver.url).status_code == 201
        (entry,) = recorded(url)
    assert entry["status"] == 502
    assert "connection failed" in entry["detail"]


def test_page_on_the_site() -> None:
    operation = read(page(name="moved array of Crate")).operation
    assert operation
    html = render_operation(operation, PlainMarkdown(), ()).html
    shown = Parsed(html)
    (heading,) = [each for each in shown.find_all("h2") if each.get_text().startswith("Callback")]
    assert heading.get_text(" ", strip=True) == "Callback moved array of Crate"
    text = shown.get_text()
    for expected in (f"POST {URL}", "Sent when it moves.", "POST /hooks", "Where it is."):
        assert text.count(expected) == 1, expected
    assert shown.find("tr", id="callback-parcelId")


@pytest.mark.parametrize(
    ("old", "new", "kind", "level"),
    [
        ("", SECTION, Kind.CALLBACK_ADDED, Level.ADDITIVE),
        (SECTION, "", Kind.CALLBACK_REMOVED, Level.BREAKING),
        (
            SECTION,
            SECTION.replace(URL, "{$request.query.to}"),
            Kind.CALLBACK_CHANGED,
            Level.BREAKING,
        ),
        (SECTION, SECTION.replace("Oslo", "Bergen"), Kind.EXAMPLE_CHANGED, Level.TEXT),
    ],
)
def test_differences(old: str, new: str, kind: Kind, level: Level, tmp_path: Path) -> None:
    trees = []
    for name, section in (("old", old), ("new", new)):
        folder = tmp_path / name
        folder.mkdir()
        (folder / "order.md").write_text(page().replace(SECTION, section))
        trees.append(read_tree(str(folder), lambda: tmp_path))
    found = {(change.kind, change.level) for change in compare(*trees).changes}
    assert (kind, level) in found
    assert {each for each, _ in found} <= {kind, Kind.DESCRIPTION_CHANGED, Kind.EXAMPLE_CHANGED}


# Another address of loopback stands for one that other machines reach.
@pytest.mark.skipif(sys.platform != "linux", reason="only there is all of 127.0.0.0/8 loopback")
@pytest.mark.parametrize(
    ("options", "status"),
    [
        ((), 201),
        (("--host", "127.0.0.2"), 403),
        (("--host", "127.0.0.2", "--callback-host", "LOCALHOST"), 201),
    ],
)
def test_hosts_of_the_command(options: tuple[str, ...], status: int, tmp_path: Path) -> None:
    (tmp_path / "order.md").write_text(page())
    with Receiver().running() as receiver, served("--docs", tmp_path, *options) as server:
        assert order(server.url, callbackUrl=receiver.url).status_code == status
