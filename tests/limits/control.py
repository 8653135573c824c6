"""What is asked for of a mock server, and how much of it."""

from __future__ import annotations

import socket
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import requests
from h2.connection import H2Connection
from h2.events import RemoteSettingsChanged

from callsheet.errors import ConfigurationError
from callsheet.http.headers import Headers
from callsheet.server.adapters.access_log import refusal_lines
from callsheet.server.adapters.callbacks import MAX_LINE
from callsheet.server.admin.details import MAX_TEXT, Details
from callsheet.server.http.messages import HttpRequest
from callsheet.server.http.outgoing import MAX_ADDRESS, is_address
from callsheet.server.http.problems import Problem, Violation
from callsheet.server.journal import DETAIL_BYTES, JournalEntry, MemoryJournal
from callsheet.server.limits import KIB, MIB, Limits
from callsheet.server.resources.initial_members import InitialMembers
from tests.callbacks import order, recorded
from tests.callbacks import serving as callbacks_served
from tests.limits import Row, tries
from tests.limits.server import connection_to, serving
from tests.parcels import Reader, catalog_of, page
from tests.parcels import serving as serving_core
from tests.processes import SECONDS, served


def waited(url: str, seconds: float) -> float:
    """How long a response takes whose client wants it to wait."""
    start = time.monotonic()
    preference = {"Prefer": f"wait={seconds}"}
    assert requests.get(f"{url}/-/health", headers=preference, timeout=SECONDS).status_code == 200
    return time.monotonic() - start


@tries("time that a response waits for `Prefer: wait=`")
def wait(row: Row, folder: Path) -> None:
    assert row.limit == f"{Limits().wait_seconds:g} seconds"
    with serving(Limits(wait_seconds=0.2)) as url:
        assert 0.2 <= waited(url, 99_999) < SECONDS / 2


@tries("responses that wait for `Prefer: wait=` at a time")
def waiting(row: Row, folder: Path) -> None:
    with serving(Limits(waiting=1, wait_seconds=1)) as url, ThreadPoolExecutor(2) as threads:
        times = sorted(threads.map(lambda _: waited(url, 1), range(2)))
    assert times[0] < 1 <= times[1]


def _silent(limits: Limits, number: int, sent: bytes = b"") -> list[dict[str, Any]]:
    """What is recorded of callbacks to a receiver that accepts connections and says no more."""
    with socket.create_server(("127.0.0.1", 0)) as listener, callbacks_served(limits) as url:
        listener.settimeout(SECONDS)
        target = f"http://127.0.0.1:{listener.getsockname()[1]}/"
        for _ in range(number):
            assert order(url, callbackUrl=target).status_code == 201
        with ExitStack() as stack:
            for _ in range(min(number, limits.callbacks)):
                connection = stack.enter_context(listener.accept()[0])
                if sent:
                    connection.sendall(sent)
            return recorded(url, number)


@tries("time for sending a callback or webhook and reading the status of its response")
def callback_time(row: Row, folder: Path) -> None:
    assert row.limit == f"{Limits().callback_seconds:g} seconds"
    (entry,) = _silent(Limits(callback_seconds=0.2), 1)
    assert entry["status"] == 504
    assert "0.2 seconds" in entry["detail"]


@tries("callbacks and webhooks that are being sent at a time")
def callbacks_at_a_time(row: Row, folder: Path) -> None:
    assert row.limit == f"{Limits().callbacks}"
    entries = _silent(Limits(callback_seconds=1, callbacks=1), 2)
    assert sorted(entry["status"] for entry in entries) == [503, 504]


@tries("address of a callback or webhook")
def callback_address(row: Row, folder: Path) -> None:
    assert row.limit == f"{MAX_ADDRESS:,} characters"
    longest = "http://localhost/".ljust(MAX_ADDRESS, "a")
    assert is_address(longest)
    assert not is_address(f"{longest}a")


@tries("first line of the response to a callback or webhook")
def callback_line(row: Row, folder: Path) -> None:
    assert row.limit == f"{MAX_LINE // KIB} KiB"
    (entry,) = _silent(Limits(), 1, b"HTTP/1.1 200 " + b"x" * 4 * MAX_LINE)
    assert entry["status"] == 502


@tries("what `/-/requests` shows of a query, of header fields, and of a body")
def details(row: Row, folder: Path) -> None:
    assert row.limit == f"{MAX_TEXT:,} characters each"
    long = "x" * (MAX_TEXT - 1)
    body = f'"{"x" * (MAX_TEXT - 2)}"'.encode()
    fields = (("Content-Type", "application/json"), ("X-Long", long), ("X-More", "1"))
    request = HttpRequest("POST", "/", f"a={long}&b=1", Headers(fields), body)
    shown = Details([]).of(request)
    assert [name for name, _ in shown["query"]] == ["a"]
    assert [name.lower() for name, _ in shown["headers"]] == ["content-type"]
    assert shown["body"] == "x" * (MAX_TEXT - 2)
    larger = HttpRequest("POST", "/", "", Headers(fields), body + b" ")
    assert {name for name in Details([]).of(larger) if "body" in name} == {"body_bytes"}


@tries("what was sent in all requests that one process remembers")
def details_of_all(row: Row, folder: Path) -> None:
    assert row.limit == f"{DETAIL_BYTES // MIB} MiB"
    journal = MemoryJournal()
    for number in range(DETAIL_BYTES // MIB + 1):
        sent = {"body": "x" * MIB}
        journal.note(JournalEntry(f"{number}", "", "GET", "/", None, 200, 0, "w", None, sent))
    shown = [bool(entry["sent"]) for entry in journal.last("w")]
    assert shown == [True] * (DETAIL_BYTES // MIB - 1) + [False] * 2


def _thing(number: int) -> dict[str, str]:
    one, many = f"get{number}", f"add{number}"
    rows = (("Id", "int32", "Its number."), ("Text", "string", "Any."))
    which = (("id", "int32", "Which one. **Required**"),)
    route = f"/api/Thing{number:03}"
    return {
        one: page(one, f"GET {route}/{{id}}", path=which, rows=rows, example={"Id": 1}),
        many: page(many, f"POST {route}", body=rows, rows=rows, example={"Id": 1}),
    }


@tries("collections that `/-/` counts")
def collections(row: Row, folder: Path) -> None:
    pages = {
        uid: text for number in range(int(row.limit) + 1) for uid, text in _thing(number).items()
    }
    with serving_core(catalog_of(pages)) as served:
        told = Reader(*served).json("GET", "/-/")["workspace"]["collections"]
    assert len(told) == int(row.limit)


@tries("members that `/-/` counts, with 256 bytes more for each")
def members(row: Row, folder: Path) -> None:
    limit = int(row.limit.split()[0]) * KIB
    with serving_core(catalog_of(_thing(1))) as served:
        reader = Reader(*served)
        for size in (limit // 2, limit // 2):
            told = reader.json("GET", "/-/")["workspace"]["collections"]
            assert None not in told.values()
            assert reader.ask("POST", "/api/Thing001", {"Text": "x" * size}).status == 200
        told = reader.json("GET", "/-/")["workspace"]["collections"]
    assert list(told.values()) == [None]


def _refused(value: Any) -> bool:
    try:
        InitialMembers.read(value, "seed.yml")
    except ConfigurationError:
        return True
    return False


@tries("members in a file of `--seed`")
def seeded_members(row: Row, folder: Path) -> None:
    number = int(row.limit.replace(",", ""))
    assert not _refused({"/a": [{}] * number})
    assert _refused({"/a": [{}] * number, "/b": [{}]})


@tries("workspaces in a file of `--seed`")
def seeded_workspaces(row: Row, folder: Path) -> None:
    names: dict[str, Any] = {str(number): {} for number in range(int(row.limit))}
    assert not _refused({"workspaces": names})
    assert _refused({"workspaces": {**names, "one more": {}}})


@tries("lines of the refusal log for a request")
def refusal_log(row: Row, folder: Path) -> None:
    number = int(row.limit.split(",")[0])
    for reasons, lines in ((number, number), (number + 2, number + 1)):
        violations = [
            Violation("query", f"q{n}", "a number", "x", "page.md:1") for n in range(reasons)
        ]
        problem = Problem(422, "Wrong.", violations)
        entry = JournalEntry("1", "", "GET", "/", None, 422, 0, "", problem)
        logged = list(refusal_lines(entry, ""))
        assert len(logged) == lines
    assert logged[-1].endswith("and 2 more")


@tries("requests of a connection of HTTP/2 that are answered at a time")
def streams(row: Row, folder: Path) -> None:
    client = H2Connection()
    client.initiate_connection()
    with served("--http2") as server, connection_to(server.url) as connection:
        connection.sendall(client.data_to_send())
        connection.settimeout(SECONDS)
        while not any(
            isinstance(event, RemoteSettingsChanged)
            for event in client.receive_data(connection.recv(65536))
        ):
            pass
    assert client.remote_settings.max_concurrent_streams == int(row.limit)
