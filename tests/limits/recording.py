"""What is recorded of a live server, and how much of it."""

from __future__ import annotations

import io
import json
from pathlib import Path

from callsheet.catalog import Catalog
from callsheet.http.headers import Headers
from callsheet.pages.recording import MAX_EXCHANGES, read_recording
from callsheet.redaction import Redactor
from callsheet.run.model import Exchange
from callsheet.run.recording import MAX_BODY, without_secrets
from callsheet.scaffold import draft
from callsheet.source import read_page
from tests.limits import Row, tries
from tests.processes import Client
from tests.test_recording import exchange, proxy


@tries("exchanges in a recording")
def exchanges(row: Row, folder: Path) -> None:
    number = int(row.limit.replace(",", ""))
    assert number == MAX_EXCHANGES
    file = io.StringIO()
    with proxy(file) as url, Client(url) as client:
        for _ in range(number + 1):
            assert client.get("/v1/Thing/7").status_code == 200
    place = folder / "recording.jsonl"
    place.write_text(file.getvalue())
    assert len(file.getvalue().splitlines()) == len(read_recording(place)) == number


@tries("a body in a recording")
def body(row: Row, folder: Path) -> None:
    assert row.limit == f"{MAX_BODY // 1024} KiB"
    json_type = Headers([("Content-Type", "application/json")])
    for more, is_kept in ((0, True), (1, False)):
        text = json.dumps(" " * (MAX_BODY - 2 + more)).encode()
        found = Exchange("GET", "/", "", Headers(), b"", 200, json_type, text)
        assert bool(without_secrets(found, Redactor()).response_body) is is_kept


@tries("exchanges of a recording that become examples of a page")
def examples(row: Row, folder: Path) -> None:
    number = int(row.limit)
    found = [exchange(f"/v1/Thing/{each}") for each in range(number + 1)]
    drafted = draft("GET /v1/Thing/{id}", Catalog.of(folder, ()), None, found)
    page = read_page(drafted.text.encode(), "page.md").operation
    assert page is not None
    assert len(page.example_requests) == number
