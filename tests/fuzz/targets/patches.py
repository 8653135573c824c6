"""Changes to a stored document, which is then read back."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache

from defusedxml.ElementTree import fromstring

from callsheet.http.headers import Headers
from callsheet.server.http.messages import HttpRequest, HttpResponse
from callsheet.server.state import Store
from tests.fuzz.targets.bodies import XML, new_store, respond
from tests.parcels import JSON, JSON_PATCH, MERGE_PATCH, PARCEL

_PARCEL = "/api/Parcel/7"


def seeds() -> Iterator[bytes]:
    """Patches of both kinds, with all operations."""
    patch = [
        {"op": "test", "path": "/ParcelId", "value": 7},
        {"op": "add", "path": "/Stamps/-", "value": {"Paid": "2026-01-02T00:00:00Z", "Value": 4}},
        {"op": "move", "from": "/Sender/Name", "path": "/Note"},
        {"op": "copy", "from": "/Stamps", "path": "/Sender/a~1b~0"},
        {"op": "replace", "path": "/Stamps/0", "value": {}},
        {"op": "remove", "path": "/Weight"},
    ]
    yield json.dumps(patch).encode()
    yield from (json.dumps(patch[:number]).encode() for number in range(1, len(patch)))
    yield json.dumps({"Note": None, "Sender": {"Name": "Eve", "Age": {"Years": 3}}}).encode()
    yield json.dumps(PARCEL).encode()


def run(data: bytes) -> None:
    """Raises where the server fails, or gives what is neither JSON nor XML."""
    for kind in (JSON_PATCH, MERGE_PATCH):
        try:
            _ask("PATCH", data, kind)
            json.loads(_ask("GET", accept=JSON).body)
            fromstring(_ask("GET", accept=XML).body)
        finally:
            _ask("PUT", json.dumps(PARCEL).encode())


@cache
def _store() -> Store:
    return new_store()


def _ask(
    method: str,
    body: bytes = b"",
    content_type: str = JSON,
    accept: str = JSON,
) -> HttpResponse:
    fields = {
        "Authorization": "Bearer callsheet",
        "Content-Type": content_type,
        "Accept": accept,
    }
    response = respond(HttpRequest(method, _PARCEL, "", Headers(fields.items()), body), _store())
    # Whatever a patch makes of a document, it can be read and replaced.
    assert method == "PATCH" or response.status == 200, response.body
    return response
