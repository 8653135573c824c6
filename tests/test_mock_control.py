"""What users of mock servers control: latency, faults, resets, and what was asked."""

from __future__ import annotations

import socket
import time
from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import urlsplit

import pytest
import requests

from callsheet.catalog import Catalog
from callsheet.errors import ConfigurationError
from callsheet.server.adapters.app import background, create_app
from callsheet.server.engine.faults import Disturbances, Latency, PlannedFault
from callsheet.server.journal import JournalEntry, MemoryJournal
from callsheet.server.limits import Limits
from callsheet.server.settings import Settings
from tests.parcels import CREDENTIALS, ID, catalog_of, page
from tests.processes import SECONDS

READ = "GET /api/Thing/{id}"
ROWS = (("ThingId", "int32", "Its number."), ("Password", "string", "Secret."))
THING = {"ThingId": 1}
CATALOG = catalog_of(
    {
        "getThing": page("getThing", READ, path=ID, rows=ROWS, type_="Thing", example=THING),
        "listThings": page("listThings", "GET /api/Thing", type_="array", example=[THING]),
        "addThing": page(
            "addThing", "POST /api/Thing", body=ROWS, rows=ROWS, type_="Thing", example=THING
        ),
    }
)


@contextmanager
def serving(
    settings: Settings | None = None, limits: Limits | None = None, library: str = ""
) -> Iterator[str]:
    app = create_app(CATALOG, "sqlite://", limits=limits, settings=settings)
    with background(app, limits, library=library) as url:
        yield url


def ask(
    url: str, method: str = "GET", path: str = "/api/Thing/1", **more: object
) -> requests.Response:
    headers = {"Authorization": CREDENTIALS, **more.pop("headers", {})}  # type: ignore[dict-item]
    return requests.request(method, url + path, headers=headers, timeout=SECONDS, **more)  # type: ignore[arg-type]


# Latency and faults


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("200ms", Latency("*", 0.2)),
        ("200ms±50", Latency("*", 0.2, 0.05)),
        ("1s+-50ms", Latency("*", 1, 0.05)),
        ("get*=2s", Latency("get*", 2)),
    ],
)
def test_a_latency_is_read(text: str, expected: Latency) -> None:
    assert Latency.read(text) == expected


@pytest.mark.parametrize("text", ["200", "fast", "-1s", "1h", "=1s", ""])
def test_what_is_no_latency_is_refused(text: str) -> None:
    with pytest.raises(ConfigurationError, match="not a latency"):
        Latency.read(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("drop", PlannedFault("*", None)),
        ("503@10%", PlannedFault("*", 503, 0.1)),
        ("getThing=drop@0.5%", PlannedFault("getThing", None, 0.005)),
    ],
)
def test_a_fault_is_read(text: str, expected: PlannedFault) -> None:
    assert PlannedFault.read(text) == expected


@pytest.mark.parametrize("text", ["200", "503@101%", "hang", "503@", ""])
def test_what_is_no_fault_is_refused(text: str) -> None:
    with pytest.raises(ConfigurationError, match="not a fault"):
        PlannedFault.read(text)


def test_a_rule_about_no_operation_is_refused() -> None:
    with pytest.raises(ConfigurationError, match="No operation has the uid `x`"):
        Disturbances([Latency("x", 1)], [], CATALOG.by_uid)
    with pytest.raises(ConfigurationError, match="No operation has the uid `y\\*`"):
        Disturbances([], [PlannedFault("y*", None)], CATALOG.by_uid)


def test_a_delay_is_within_its_spread_and_of_the_last_rule() -> None:
    found = Disturbances([Latency("*", 9), Latency("get*", 0.2, 0.05)], [], CATALOG.by_uid)
    delays = [found.delay("getThing") for _ in range(100)]
    assert 0.15 <= min(delays) < max(delays) <= 0.25
    assert found.delay("addThing") == 9


def test_a_part_of_the_requests_fails() -> None:
    found = Disturbances([], [PlannedFault("*", 503, 0.5)], CATALOG.by_uid)
    failed = 0
    for _ in range(1000):
        try:
            found.strike("getThing")
        except Exception:
            failed += 1
    assert 350 < failed < 650


def test_responses_wait_as_the_server_and_as_the_client_say() -> None:
    settings = Settings(latencies=(Latency("getThing", 0.15),))
    with serving(settings, Limits(wait_seconds=0.3)) as url:
        assert ask(url).elapsed.total_seconds() >= 0.15
        assert ask(url, headers={"Prefer": "wait=0.2"}).elapsed.total_seconds() >= 0.2
        # The limit counts, not what the client says.
        start = time.monotonic()
        assert ask(url, headers={"Prefer": "wait=900"}).status_code == 200
        assert 0.3 <= time.monotonic() - start < SECONDS / 2


def test_a_fault_replaces_the_answer_and_changes_nothing() -> None:
    with serving(Settings(faults=(PlannedFault("addThing", 503),))) as url:
        before = ask(url, path="/api/Thing").json()
        failed = ask(url, "POST", "/api/Thing", json={})
        assert (failed.status_code, failed.json()["status"]) == (503, 503)
        assert ask(url, path="/api/Thing").json() == before


@pytest.mark.parametrize("library", ["h11", "httptools"])
def test_a_connection_is_dropped_without_a_byte(
    library: str, caplog: pytest.LogCaptureFixture
) -> None:
    with serving(Settings(faults=(PlannedFault("getThing", None),)), library=library) as url:
        parts = urlsplit(url)
        with socket.create_connection((parts.hostname, parts.port), SECONDS) as connection:
            connection.sendall(b"GET /api/Thing/1 HTTP/1.1\r\nHost: x\r\n\r\n")
            try:
                received = connection.recv(100)
            except ConnectionResetError:
                received = b""
        assert received == b""
        assert ask(url, path="/api/Thing").status_code == 200
        (entry,) = ask(url, path="/-/requests?uid=getThing").json()["requests"]
        assert (entry["path"], entry["status"]) == ("/api/Thing/1", 0)
    # What was planned is not an error of the server.
    assert [record for record in caplog.records if record.levelname != "INFO"] == []


# Resets, and what was asked


def test_a_reset_is_of_one_workspace_alone() -> None:
    with serving() as url:
        mine, other = ({"Callsheet-Workspace": name} for name in ("mine", "other"))
        first = ask(url, path="/api/Thing", headers=mine).json()
        for headers in (mine, other, {}):
            assert ask(url, "POST", "/api/Thing", json={}, headers=headers).status_code == 200
        changed = ask(url, path="/api/Thing", headers=other).json()
        assert ask(url, "POST", "/-/reset", headers=mine).status_code == 204
        assert ask(url, "GET", "/-/requests", headers=mine).json() == {"requests": []}
        assert ask(url, path="/api/Thing", headers=mine).json() == first != changed
        assert ask(url, path="/api/Thing", headers=other).json() == changed
        assert ask(url, path="/api/Thing").json() == changed
        assert ask(url, "POST", "/-/reset").status_code == 204
        assert ask(url, path="/api/Thing").json() == first


@pytest.mark.parametrize(("method", "path"), [("POST", "/-/reset"), ("DELETE", "/-/requests")])
def test_no_page_of_another_origin_clears_anything(method: str, path: str) -> None:
    with serving() as url:
        ask(url)
        for origin in ("https://evil.example", "null"):
            assert ask(url, method, path, headers={"Origin": origin}).status_code == 403
        assert len(ask(url, path="/-/requests").json()["requests"]) == 1
        assert ask(url, method, path, headers={"Origin": url}).status_code == 204
        assert ask(url, path="/-/requests").json() == {"requests": []}


def test_requests_are_shown_as_they_were_sent_without_secrets() -> None:
    secret = "hush-hush"  # noqa: S105 - it is what must not be shown
    body = {"ThingId": 1, "Password": secret, "Inner": [{"apiKey": secret}]}
    with serving() as url:
        headers = {"Callsheet-Workspace": "hush-hush-mine", "X-Trace": "7", "Cookie": f"a={secret}"}
        ask(url, "POST", "/api/Thing?a=1&access_token=hush-hush", json=body, headers=headers)
        ask(url, "POST", "/api/Thing", data={"a": 1, "pwd": secret}, headers=headers)
        ask(url, "POST", "/api/Thing", data=secret.encode(), headers=headers)
        told = ask(url, path="/-/requests", headers=headers)
    assert secret not in told.text
    assert CREDENTIALS not in told.text
    unknown, form, posted = (entry["sent"] for entry in told.json()["requests"])
    assert posted["query"] == [["a", "1"], ["access_token", "***"]]
    assert ["X-Trace", "7"] in [[name.title(), value] for name, value in posted["headers"]]
    assert posted["body"] == {"ThingId": 1, "Password": "***", "Inner": [{"apiKey": "***"}]}
    assert form["body"] == [["a", "1"], ["pwd", "***"]]
    assert ("body" in unknown, unknown["body_bytes"]) == (False, len(secret))


def test_what_everybody_sent_is_shown_only_where_the_settings_say_so() -> None:
    for shows in (False, True):
        with serving(Settings(shows_details=shows)) as url:
            ask(url, path="/api/Thing/1?a=1")
            (entry,) = ask(url, path="/-/requests").json()["requests"]
            assert ("sent" in entry) is shows


@pytest.mark.parametrize(
    ("query", "number"),
    [
        ("", 3),
        ("?uid=getThing", 2),
        ("?uid=getThing&status=200", 1),
        ("?status=4xx", 1),
        ("?status=500", 0),
        ("?method=post", 1),
    ],
)
def test_was_it_called(query: str, number: int) -> None:
    with serving() as url:
        ask(url)
        ask(url, path="/api/Thing/x")
        ask(url, "POST", "/api/Thing", json={})
        assert len(ask(url, path=f"/-/requests{query}").json()["requests"]) == number
        for wrong in ("?uid=a&colour=red", "?status=4", "?status=none"):
            assert ask(url, path=f"/-/requests{wrong}").status_code == 400


def test_what_was_sent_is_forgotten_where_it_is_too_much() -> None:
    journal = MemoryJournal(detail_bytes=1000)
    for number in range(10):
        sent = {"body": "x" * 300}
        journal.note(JournalEntry(f"{number}", "", "GET", "/", None, 200, 0, "w", None, sent))
    assert [bool(entry["sent"]) for entry in journal.last("w")] == [True] * 3 + [False] * 7


# The page about the server


@pytest.mark.parametrize("path", ["/", "/-/", "/-"])
def test_the_index_is_for_people_and_for_programs(path: str) -> None:
    with serving() as url:
        told = ask(url, path=path).json()
        assert told["credentials"] == {
            "user": "reader",
            "password": "callsheet",
            "token": "callsheet",
        }
        assert {item["uid"] for item in told["operations"]} == set(CATALOG.by_uid)
        assert told["workspace"]["is_everybodys"] is True
        (name,) = told["workspace"]["collections"]
        ask(url, "POST", "/api/Thing", json={})
        after = ask(url, path=path).json()["workspace"]["collections"]
        assert after[name] == told["workspace"]["collections"][name] + 1
        shown = ask(url, path=path, headers={"Accept": "text/html,*/*;q=0.8"})
        assert shown.headers["Content-Type"] == "text/html; charset=utf-8"
        assert shown.headers["Content-Security-Policy"] == "default-src 'none'; sandbox"
        assert "<code>/api/Thing/{id}</code>" in shown.text


def test_the_index_escapes_what_pages_say() -> None:
    text = page("evil", "GET /api/Evil").replace("title: ", "title: <script>x</script>", 1)
    catalog: Catalog = catalog_of({"evil": text})
    assert "<script>" in catalog.operations[0].title
    with background(create_app(catalog, "sqlite://")) as url:
        shown = ask(url, path="/", headers={"Accept": "text/html"}).text
    assert "<script>" not in shown
    assert "&lt;script&gt;" in shown


def test_a_documented_root_is_what_the_page_says() -> None:
    catalog = catalog_of({"root": page("root", "GET /", example={"ThingId": 5})})
    with background(create_app(catalog, "sqlite://")) as url:
        assert ask(url, path="/").json() == {"ThingId": 5}
