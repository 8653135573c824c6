"""What those who run the server see of it, and what it does to those who strain it."""

from __future__ import annotations

import json
import logging
import re
import socket
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from uuid import UUID, uuid4

import pytest
import requests
from openapi_spec_validator import validate

from callsheet.catalog import Catalog
from callsheet.contrib.superoffice.pack import PACK as SUPEROFFICE
from callsheet.http.headers import Headers
from callsheet.server.access.cors import is_origin
from callsheet.server.adapters.app import Application, background, create_app
from callsheet.server.core import ReferenceServer
from callsheet.server.engine.call import Answer, Call
from callsheet.server.http.messages import HttpRequest, HttpResponse
from callsheet.server.journal import (
    REMEMBERED,
    HandledRequest,
    Journal,
    JournalEntry,
    MemoryJournal,
)
from callsheet.server.limits import Limits
from callsheet.server.pack import Pack
from callsheet.server.settings import Settings
from callsheet.server.storage.database import Database
from callsheet.server.storage.shared_journal import SharedJournal
from callsheet.server.storage.store import DatabaseStore
from tests.parcels import Reader, catalog_of, page, problem, serving
from tests.processes import SECONDS, Client, picture, served

ORIGIN = "http://localhost:8000"
IMAGE = "/api/v1/Person/1/Image"


@pytest.fixture
def client(shared_server: str) -> Iterator[Client]:
    with Client(shared_server, uuid4().hex) as client:
        yield client


@pytest.fixture
def served_alone(catalog: Catalog) -> Iterator[Client]:
    """Who asks in the shared workspace, of a server that nobody else has."""
    app = create_app(catalog, "sqlite://", packs=[SUPEROFFICE])
    with background(app) as url, Client(url) as client:
        yield client


@pytest.fixture(scope="module")
def strained(catalog: Catalog) -> Iterator[str]:
    """A server with little patience."""
    limits = Limits(body_bytes=1000, body_seconds=0.2, idle_seconds=1)
    with background(
        create_app(catalog, "sqlite://", limits=limits, packs=[SUPEROFFICE]), limits
    ) as url:
        yield url


def fail(_call: Call) -> Answer:
    raise RuntimeError("broken")


@pytest.fixture(scope="module")
def failing(catalog: Catalog) -> Iterator[str]:
    """A server of which one operation fails."""
    journal = MemoryJournal()
    broken = Pack(lambda _operations: {"v1PersonEntity_GetImageInfo": fail})
    server = ReferenceServer(catalog, [SUPEROFFICE, broken], [ORIGIN], journal)
    app = Application(server, DatabaseStore("sqlite://", server.seed), journal)
    with background(app) as url:
        yield url


def raw(url: str, sent: bytes) -> tuple[bytes, bytes]:
    """The head and content of the answer to some bytes, after which the server closes."""
    parts = urlsplit(url)
    with closing(socket.create_connection((parts.hostname, parts.port), SECONDS)) as connection:
        connection.sendall(sent)
        received = b"".join(iter(lambda: connection.recv(65536), b""))
    head, _, content = received.partition(b"\r\n\r\n")
    return head.lower(), content


# Health and contract


def test_health(client: Client, catalog: Catalog) -> None:
    expected = {"status": "ok", "operations": len(catalog.operations)}
    assert client.get("/-/health").json() == expected
    assert client.head("/-/health").headers["Content-Length"] == str(len(json.dumps(expected)))


def test_health_is_503_where_the_database_fails(catalog: Catalog, tmp_path: Path) -> None:
    database = Database(f"sqlite:///{tmp_path / 'state.db'}")
    server = ReferenceServer(catalog, [SUPEROFFICE])
    app = Application(server, DatabaseStore(database, server.seed))
    with background(app) as url, Client(url) as client:
        assert client.get("/-/health").status_code == 200
        database.close()
        (tmp_path / "state.db").write_bytes(b"no database at all" * 1000)
        assert client.get("/-/health").status_code == 503


def test_the_contract_is_openapi(client: Client, catalog: Catalog) -> None:
    answer = client.get("/-/contract")
    assert answer.headers["Content-Type"] == "application/json"
    document = answer.json()
    validate(document)
    uids = {
        operation["operationId"]
        for item in document["paths"].values()
        for operation in item.values()
        if "operationId" in operation
    }
    assert uids == set(catalog.by_uid)


def test_its_own_addresses_have_methods(client: Client) -> None:
    refused = client.put("/-/requests")
    assert refused.status_code == 405
    assert refused.headers["Allow"] == "DELETE, GET, HEAD, OPTIONS"
    assert client.options("/-/session").headers["Allow"] == "OPTIONS, POST"
    for address in ("/-/nothing", "/-/health/x", "/-/requests/a/b"):
        assert client.get(address).status_code == 404


# Requests


def test_the_last_requests_are_told_newest_first(client: Client) -> None:
    client.image(1)
    client.agent("ChangePersonImage", PersonId="hush-hush", BlobId=1)
    client.get("/api/v1/Nowhere?token=secret")
    last, refused, first = client.get("/-/requests").json()["requests"]
    assert (first["method"], first["path"], first["status"]) == ("GET", IMAGE, 200)
    assert first["uid"] == "v1PersonEntity_GetImage"
    assert first["duration_ms"] > 0
    assert refused["status"] == 422
    [error] = refused["errors"]
    assert (error["in"], error["name"], error["expected"]) == (
        "body",
        "PersonId",
        "an integer (`int32`)",
    )
    assert re.fullmatch(r"reference/BLOB_Agent/.*\.md:\d+", error["documented"])
    assert (last["uid"], last["status"]) == (None, 404)
    assert "route" in last["detail"]


def test_no_credentials_and_no_bodies_are_told_of_everybodys(served_alone: Client) -> None:
    client = served_alone
    client.agent("ChangePersonImage", PersonId="hush-hush", BlobId=1)
    client.post("/api/v1/Agents/BLOB/ChangePersonImage", data='["hush-hush"]')
    client.get(IMAGE, params={"token": "hush-hush"}, headers={"Cookie": "x=hush-hush"})
    client.get(IMAGE, auth=("hush-hush", "hush-hush"))
    told = client.get("/-/requests")
    assert len(told.json()["requests"]) == 4
    for secret in ("hush-hush", "aHVzaC1odXNo", "callsheet-workspace"):
        assert secret not in told.text
    assert told.headers["Cache-Control"] == "no-store"


def test_requests_are_those_of_ones_own_workspace(client: Client, shared_server: str) -> None:
    client.image(1)
    with Client(shared_server, uuid4().hex) as other:
        assert other.get("/-/requests").json() == {"requests": []}
    assert len(client.get("/-/requests").json()["requests"]) == 1


def test_one_request_is_found_by_its_id(client: Client) -> None:
    problem = client.get("/api/v1/Nowhere", headers={"X-Request-Id": "build/17:3"}).json()
    assert problem["instance"] == "/-/requests/build%2F17%3A3"
    told = client.get(problem["instance"])
    assert (told.json()["id"], told.json()["status"]) == ("build/17:3", 404)
    assert client.get("/-/requests/unknown").status_code == 404


def entry(number: int, workspace: str) -> JournalEntry:
    request = HttpRequest(
        "GET", f"/{number}", headers=Headers([("Callsheet-Workspace", workspace)])
    )
    return JournalEntry.of(request, HandledRequest(HttpResponse(200)), 0.001, {})


def remembered(journal: Journal, workspace: str) -> list[str]:
    named = HttpRequest("GET", "/", headers=Headers([("Callsheet-Workspace", workspace)]))
    return [told["path"] for told in journal.last(named.workspace)]


def test_the_journal_is_bounded() -> None:
    journal = MemoryJournal(of_unchanged=REMEMBERED + 20)
    for number in range(REMEMBERED + 5):
        journal.note(entry(number, "busy"))
    expected = [f"/{number}" for number in range(REMEMBERED + 4, 4, -1)]
    assert remembered(journal, "busy") == expected
    for number in range(20):
        journal.note(entry(0, f"{number}"))
    journal.note(entry(0, "busy"))
    journal.note(entry(0, "one more"))
    assert remembered(journal, "0") == []
    assert len(remembered(journal, "busy")) == REMEMBERED


def test_workers_keep_one_journal(database: str) -> None:
    databases = [Database(database) for _ in range(2)]
    one, other = (SharedJournal(shared) for shared in databases)
    for number in range(REMEMBERED + 5):
        one.note(entry(number, "w"))
    one.note(entry(0, "elsewhere"))
    assert remembered(one, "w")[0] == f"/{REMEMBERED + 4}"
    other.note(entry(1000, "w"))
    assert remembered(other, "w")[:2] == ["/1000", f"/{REMEMBERED + 4}"]
    assert len(remembered(one, "w")) == REMEMBERED
    assert remembered(one, "elsewhere") == ["/0"]
    assert remembered(one, "nobody's") == []
    one.note(entry(7, "late"))
    one.close()
    assert remembered(other, "late") == ["/7"]
    other.close()
    for shared in databases:
        shared.close()


# The request's id


def test_every_answer_has_a_request_id(
    client: Client, strained: str, failing: str, caplog: pytest.LogCaptureFixture
) -> None:
    with Client(strained) as other, Client(failing) as broken:
        answers = [
            client.image(1),
            client.get("/api/v1/Nowhere"),
            client.get("/-/health"),
            client.head(IMAGE),
            client.options(IMAGE),
            client.get(IMAGE, auth=("nobody", "x")),
            other.put(IMAGE, data=bytes(2000)),
            broken.get("/api/v1/Person/1/ImageInfo"),
        ]
    assert [answer.status_code for answer in answers] == [200, 404, 200, 200, 204, 401, 413, 500]
    ids = [answer.headers["X-Request-Id"] for answer in answers]
    assert len({UUID(request_id) for request_id in ids}) == len(ids)
    for answer, request_id in zip(answers, ids, strict=True):
        if answer.status_code >= 400:
            assert answer.json()["instance"] == f"urn:uuid:{request_id}"
    assert ids[-1] in caplog.text


@pytest.mark.parametrize(
    ("sent", "is_kept"),
    [
        ("0b2d4b0e-0c7f-4b34-a2f0-6f3b0d1f2a3b", True),
        ("build-17.3", True),
        ("two words", False),
        ('"quoted"', False),
        ("x" * 65, False),
        ("", False),
    ],
)
def test_a_sane_request_id_is_kept(client: Client, sent: str, is_kept: bool) -> None:
    got = client.get("/-/health", headers={"X-Request-Id": sent}).headers["X-Request-Id"]
    assert (got == sent) is is_kept
    assert got


def test_the_site_has_request_ids_and_is_logged(
    catalog: Catalog, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "index.html").write_text("<h1>Reference</h1>")
    app = create_app(catalog, "sqlite://", tmp_path, packs=[SUPEROFFICE])
    with caplog.at_level(logging.INFO, "callsheet.access"), background(app) as url:
        answer = requests.get(url, headers={"X-Request-Id": "mine"}, timeout=SECONDS)
        assert answer.headers["X-Request-Id"] == "mine"
        assert requests.get(f"{url}/nothing.html", timeout=SECONDS).status_code == 404
    lines = [json.loads(r.getMessage()) for r in caplog.records if r.name == "callsheet.access"]
    # A server of another test, in this process, may log its last request meanwhile.
    own = [line for line in lines if not line["path"].startswith("/-/")]
    assert [(line["request"] == "mine", line["path"], line["status"]) for line in own] == [
        (True, "/", 200),
        (False, "/nothing.html", 404),
    ]


# CORS


def cors(answer: requests.Response) -> dict[str, str]:
    """The header fields that matter to other origins, by what follows their common beginning."""
    begin = "Access-Control-"
    return {n[len(begin) :]: v for n, v in answer.headers.items() if n.startswith(begin.lower())}


@pytest.fixture(scope="module")
def open_server(catalog: Catalog) -> Iterator[str]:
    with background(
        create_app(catalog, "sqlite://", origins=["*", ORIGIN], packs=[SUPEROFFICE])
    ) as url:
        yield url


def preflight(url: str, path: str, method: str, origin: str = ORIGIN) -> requests.Response:
    headers = {"Origin": origin, "Access-Control-Request-Method": method}
    return requests.options(f"{url}{path}", headers=headers, timeout=SECONDS)


def test_without_origins_there_is_no_cors(shared_server: str) -> None:
    with Client(shared_server) as client:
        answer = client.get(IMAGE, headers={"Origin": ORIGIN})
    assert (answer.status_code, cors(answer)) == (200, {})
    assert "Vary" not in answer.headers
    assert cors(preflight(shared_server, IMAGE, "PUT")) == {}


def test_a_named_origin_may_read_with_credentials(failing: str) -> None:
    with Client(failing) as client:
        answer = client.get("/api/v1/Person/1/Image", headers={"Origin": ORIGIN})
        allowed = cors(answer)
        assert allowed["allow-origin"] == ORIGIN
        assert allowed["allow-credentials"] == "true"
        assert answer.headers["Vary"] == "Origin"
        assert "X-Request-Id" in allowed["expose-headers"]
        # Refusals and failures can be read, too.
        for path, status in (("/api/v1/Nowhere", 404), ("/api/v1/Person/1/ImageInfo", 500)):
            refused = client.get(path, headers={"Origin": ORIGIN})
            assert (refused.status_code, cors(refused)["allow-origin"]) == (status, ORIGIN)


def test_what_the_answer_has_is_exposed(open_server: str) -> None:
    headers = {"Origin": ORIGIN, "Prefer": "code=200"}
    with Client(open_server) as client:
        answer = client.get("/api/v1/Person/1/ImageInfo", headers=headers)
        exposed = set(cors(answer)["expose-headers"].split(", "))
    assert {"Last-Modified", "X-Request-Id"} <= exposed
    assert "Set-Cookie" not in exposed


@pytest.mark.parametrize("origin", ["http://localhost:8001", "null", "http://evil.example"])
def test_another_origin_may_not(failing: str, origin: str) -> None:
    with Client(failing) as client:
        answer = client.get(IMAGE, headers={"Origin": origin})
    assert (answer.status_code, cors(answer)) == (200, {})
    # A cache must not give this answer to the origin that may.
    assert answer.headers["Vary"] == "Origin"
    assert cors(preflight(failing, IMAGE, "PUT", origin)) == {}


def test_the_star_is_for_those_without_cookies(open_server: str) -> None:
    with Client(open_server) as client:
        allowed = cors(client.get(IMAGE, headers={"Origin": "http://anybody.example"}))
    assert allowed["allow-origin"] == "*"
    assert "allow-credentials" not in allowed


def test_a_preflight_tells_what_is_documented(open_server: str) -> None:
    answer = preflight(open_server, IMAGE, "PUT")
    assert (answer.status_code, answer.content) == (204, b"")
    allowed = cors(answer)
    assert allowed["allow-methods"] == "DELETE, GET, HEAD, OPTIONS, POST, PUT"
    names = set(allowed["allow-headers"].split(", "))
    assert {"Authorization", "Content-Type", "Callsheet-Workspace", "SO-AppToken"} <= names
    assert allowed["max-age"] == "600"
    assert cors(preflight(open_server, "/-/session", "POST"))["allow-methods"] == "OPTIONS, POST"
    unknown = preflight(open_server, "/api/v1/Nowhere", "GET")
    assert unknown.status_code == 404


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("*", True),
        ("null", True),
        ("http://localhost:8000", True),
        ("https://docs.example.com", True),
        ("http://[::1]:8000", True),
        ("moz-extension://0f1e", True),
        ("localhost:8000", False),
        ("http://localhost:8000/", False),
        ("https://user@example.com", False),
        ("http://", False),
        ("http://a,http://b", False),
        ("", False),
    ],
)
def test_an_origin_is_recognised(text: str, expected: bool) -> None:
    assert is_origin(text) is expected


# Limits


def test_a_body_that_does_not_arrive_is_408(strained: str) -> None:
    head, content = raw(
        strained, b"PUT /api/v1/Person/1/Image HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\nab"
    )
    assert head.startswith(b"http/1.1 408 ")
    assert b"\r\nconnection: close" in head
    problem: dict[str, Any] = json.loads(content)
    assert "within 0.2 seconds" in problem["detail"]
    assert problem["instance"].startswith("urn:uuid:")


@pytest.mark.parametrize(
    "sent",
    [
        b"",
        b"GET /-/health HTTP/1.1\r\nHost: x\r\nX-Slow: ",
        b"GET /-/health HTTP/1.1\r\nHost: x\r\n\r\nGET /-/hea",
        b"GET /-/health HTTP/1.1\r\nHost: x\r\n\r\n",
    ],
    ids=["nothing", "half a head", "half a second head", "nothing more"],
)
def test_an_idle_connection_is_closed(strained: str, sent: bytes) -> None:
    head, _ = raw(strained, sent)
    assert head.startswith(b"http/1.1 200 ") is (b"\r\n\r\n" in sent)


def test_a_client_that_goes_leaves_the_server_well(strained: str) -> None:
    parts = urlsplit(strained)
    for _ in range(5):
        with closing(socket.create_connection((parts.hostname, parts.port))) as connection:
            connection.sendall(b"PUT / HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\nab")
    with Client(strained) as client:
        assert client.put(IMAGE, data=picture("image.gif")[:900]).status_code == 400


def test_a_shared_journal_is_cleared_for_one_workspace(tmp_path: Path) -> None:
    database = Database(f"sqlite:///{tmp_path / 'state.db'}")
    journal = SharedJournal(database)
    for workspace in ("mine", "other"):
        journal.note(entry(1, workspace))
    cleared = HttpRequest("GET", "/", headers=Headers([("Callsheet-Workspace", "mine")]))
    journal.clear(cleared.workspace)
    assert (remembered(journal, "mine"), remembered(journal, "other")) == ([], ["/1"])
    journal.close()
    database.close()


@pytest.mark.parametrize(
    ("host", "status"),
    [
        ("localhost", 200),
        ("LocalHost:8765", 200),
        ("127.0.0.1:1", 200),
        ("127.8.9.1", 200),
        ("[::1]:8765", 200),
        ("docs.example.com", 200),
        ("docs.example.com:444", 200),
        ("evil.example", 421),
        ("evil.example:8765", 421),
        ("localhost.evil.example", 421),
        ("127.0.0.1.evil.example", 421),
        ("example.com", 421),
        ("0.0.0.0:80", 421),
        ("[fe80::1]", 421),
        ("[::1", 421),
        ("", 421),
    ],
)
@pytest.mark.parametrize("target", ["/-/", "/-/requests", "/-/health", "/"])
def test_on_loopback_only_its_names_and_those_of_origins_are_answered(
    host: str, status: int, target: str
) -> None:
    settings = Settings(on_loopback=True)
    text = page("one", "GET /api/One")
    origins = ["https://docs.example.com"]
    with serving(catalog_of({"one": text}), settings=settings, origins=origins) as found:
        response = Reader(*found).ask("GET", target, Host=host)
        assert response.status == status
        if status == 421:
            assert "--cors-origin" in problem(response, 421)["detail"]
        # Only what is the server's own is guarded: any client may know what pages document.
        assert Reader(*found).ask("GET", "/api/One", Host=host).status == 200


@pytest.mark.parametrize(
    ("on_loopback", "origins"), [(False, ()), (True, ("*",)), (False, ("https://a.example",))]
)
def test_where_others_may_come_all_hosts_are_answered(
    on_loopback: bool, origins: tuple[str, ...]
) -> None:
    settings = Settings(on_loopback=on_loopback)
    text = page("one", "GET /api/One")
    with serving(catalog_of({"one": text}), settings=settings, origins=origins) as found:
        assert Reader(*found).ask("GET", "/-/", Host="evil.example").status == 200


@pytest.mark.parametrize(
    ("options", "status"), [((), 421), (("--cors-origin", "https://evil.example"), 200)]
)
def test_the_command_knows_where_it_listens(
    tmp_path: Path, options: tuple[str, ...], status: int
) -> None:
    (tmp_path / "one.md").write_text(page("one", "GET /api/One"), encoding="utf-8")
    with served("--docs", tmp_path, *options) as running:
        url = running.url
        answer = requests.get(f"{url}/-/", headers={"Host": "evil.example"}, timeout=SECONDS)
        assert answer.status_code == status
        assert requests.get(f"{url}/-/", timeout=SECONDS).status_code == 200


def test_a_shared_journal_has_the_last_of_many_requests(tmp_path: Path) -> None:
    database = Database(f"sqlite:///{tmp_path / 'state.db'}")
    journal = SharedJournal(database)
    number = 2 * REMEMBERED
    for each in range(number):
        journal.note(entry(each, "mine"))
        journal.note(entry(each, "other"))
    expected = [f"/{each}" for each in reversed(range(number - REMEMBERED, number))]
    assert remembered(journal, "mine") == remembered(journal, "other") == expected
    journal.close()
    database.close()
