"""A small API of parcels, documented as the page format has it, and who asks its server."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from typing import Any

from callsheet.catalog import Catalog
from callsheet.contrib.superoffice.pack import PACK as SUPEROFFICE
from callsheet.http.headers import Headers
from callsheet.server.conclusions import DEVELOPMENT_TOKEN
from callsheet.server.core import ReferenceServer
from callsheet.server.http.messages import WORKSPACE_HEADER, HttpRequest, HttpResponse
from callsheet.server.limits import SAMPLES_LIMITS, Limits
from callsheet.server.pack import Pack
from callsheet.server.settings import Settings
from callsheet.server.state import State, Store
from callsheet.server.storage.database import Database
from callsheet.server.storage.store import DatabaseStore, Fill
from callsheet.source import read_page

Row = tuple[str, str, str]
Rows = Sequence[Row]

JSON = "application/json"
JSON_PATCH = "application/json-patch+json"
MERGE_PATCH = "application/merge-patch+json"

PARCEL = {
    "ParcelId": 7,
    "Label": 'NO:"Bøker";US:"Books"',
    "Weight": 1.5,
    "Fragile": True,
    "Size": "Small",
    "Sent": "2026-07-01T12:00:00.1234567+02:00",
    "Note": "2026-07-01T12:00:00Z",
    "Sender": {"Name": "Ada", "Since": "2020-01-01T00:00:00Z"},
    "Stamps": [{"Paid": "2026-01-01T00:00:00Z", "Value": 3}],
    "Updated": "2026-07-01T12:00:00Z",
}
PARCEL_ROWS = (
    ("ParcelId", "int32", "Its number."),
    ("Label", "string", "What it says outside."),
    ("Weight", "double", "In kilograms."),
    ("Fragile", "bool", "Whether it breaks."),
    ("Size", "Enum: Small, Large", "How big it is."),
    ("Sent", "date-time", "When it left."),
    ("Note", "string", "Anything."),
    ("Sender", "Person", "Who sent it."),
    ("Stamps", "array", "What is stuck on it."),
    ("Updated", "date-time", "When it was last changed."),
)
ID = (("id", "int32", "Which one. **Required**"),)
SHELF = (("shelf", "string", "Which shelf. **Required**"),)
QUERY = (
    ("$select", "string", "Columns."),
    ("$filter", "string", "Which ones."),
    ("$orderBy", "string", "In which order."),
    ("$top", "int32", "How many."),
    ("$skip", "int32", "How many to pass over."),
)
SELECT = QUERY[:1]
CREDENTIALS = "Basic cmVhZGVyOmNhbGxzaGVldA=="
_WHICH = (("parcelEntityId", "int32", "Which one. **Required**"),)


def page(
    uid: str,
    route: str,
    *,
    path: Rows = (),
    query: Rows = (),
    body: Rows = (),
    statuses: Iterable[int] = (200,),
    type_: str = "ParcelEntity",
    rows: Rows = (),
    sent: Any = None,
    example: Any = None,
    fields: Iterable[str] = (),
) -> str:
    """The text of a page; `example` is the body of its sample response."""
    method, template = route.split()
    shown = f"{template}?{query[-1][0]}=1" if query and "**Required**" in query[-1][2] else template
    request = f"{method} {shown.replace('{id}', '7').replace('{shelf}', 'top')}\n"
    request += f"Authorization: {CREDENTIALS}\nAccept: {JSON}\nContent-Type: {JSON}\n"
    codes = tuple(statuses)
    content = "" if example is None else f"\n\n{json.dumps(example)}"
    shown_fields = "\n".join([*([f"Content-Type: {JSON}"] if content else []), *fields])
    parts = [
        f"---\ntitle: {route}\nuid: {uid}\n---\n\n# {route}\n\n```http\n{route}\n```\n\nA parcel.",
        _table("Path Part | Type | Description", path),
        _section("## Query String Parameters", "Parameter Name | Type | Description", query),
        "## Request Headers\n\n| Parameter Name | Description |\n|---|---|\n"
        "| Authorization | Who asks. |\n"
        f"| Content-Type | `{JSON}`, `application/xml`, `{JSON_PATCH}`, `{MERGE_PATCH}` |\n"
        f"| Accept | `{JSON}`, `application/xml` |\n"
        "| Accept-Language | A language. |\n| SO-Language | A language. |\n"
        "| SO-Culture | A culture. |\n| SO-TimeZone | A time zone. |",
        _section("## Request Body: entity", "Property Name | Type | Description", body),
        "## Response:\n\nDone.\n\n| Response | Description |\n|---|---|\n"
        + "\n".join(f"| {code} | Outcome {code}. |" for code in codes),
        f"### Response body: {type_}\n" if codes[0] != 204 else "",
        _table("Property Name | Type | Description", rows),
        f"## Sample request\n\n```http!\n{request}\n{json.dumps(sent) if sent else ''}\n```",
        f"## Sample response\n\n```http_\nHTTP/1.1 {codes[0]} OK\n{shown_fields}{content}\n```",
    ]
    return "\n\n".join(part for part in parts if part) + "\n"


def _section(heading: str, columns: str, rows: Rows) -> str:
    return f"{heading}\n\n{_table(columns, rows)}" if rows else ""


def _table(columns: str, rows: Rows) -> str:
    lines = [f"| {columns} |", "|---|---|---|", *(f"| {' | '.join(row)} |" for row in rows)]
    return "\n".join(lines) if rows else ""


_PATCH_ROWS = (("op", "String", "What."), ("path", "String", "Where."), ("value", "Object", "To."))
_PATCH = [{"op": "replace", "path": "/Note", "value": "x"}]
_ENTITY: dict[str, Any] = {"rows": PARCEL_ROWS, "example": PARCEL}
_BODY: dict[str, Any] = {"body": PARCEL_ROWS[:-1], "sent": {"Note": "new"}}
_ENVELOPE_ROWS = (("odata.nextLink", "string", "More."), ("value", "array", "The rows."))

PAGES: dict[str, str] = {
    uid: page(uid, route, **options)
    for uid, route, options in [
        (
            "list",
            "GET /api/Parcel",
            {
                "query": QUERY,
                "type_": "Rows",
                "rows": _ENVELOPE_ROWS,
                "example": {"odata.nextLink": "", "value": [{"parcelId": 7}]},
            },
        ),
        ("create", "POST /api/Parcel", {**_ENTITY, **_BODY, "statuses": (200, 400)}),
        (
            "read",
            "GET /api/Parcel/{id}",
            {
                **_ENTITY,
                "path": ID,
                "query": SELECT,
                "statuses": (200, 304, 404),
                "fields": ("X-Depot: north", "Last-Modified: Thu, 01 Jan 1998 00:00:00 G1T"),
            },
        ),
        (
            "replace",
            "PUT /api/Parcel/{id}",
            {**_ENTITY, **_BODY, "path": ID, "statuses": (200, 400, 412)},
        ),
        (
            "patch",
            "PATCH /api/Parcel/{id}",
            {
                **_ENTITY,
                "path": ID,
                "body": _PATCH_ROWS,
                "sent": _PATCH,
                "statuses": (200, 404, 409, 412),
            },
        ),
        ("delete", "DELETE /api/Parcel/{id}", {"path": ID, "statuses": (204, 412)}),
        ("default", "GET /api/Parcel/default", _ENTITY),
        (
            "validate",
            "POST /api/Parcel/Validate",
            {**_BODY, "type_": "object", "example": {"Note": "too long"}},
        ),
        (
            "stamps",
            "GET /api/Parcel/{id}/Stamps",
            {"path": ID, "statuses": (200, 404), "type_": "array", "example": ["red"]},
        ),
        ("agent-get", "POST /api/Agents/Depot/GetParcelEntity", {**_ENTITY, "query": _WHICH}),
        ("agent-save", "POST /api/Agents/Depot/SaveParcelEntity", {**_ENTITY, **_BODY}),
        (
            "agent-delete",
            "POST /api/Agents/Depot/DeleteParcelEntity",
            {"query": _WHICH, "statuses": (204,)},
        ),
        ("agent-default", "POST /api/Agents/Depot/CreateDefaultParcelEntity", _ENTITY),
        (
            "items",
            "GET /api/Shelf/{shelf}/Items",
            {
                "path": SHELF,
                "query": QUERY,
                "type_": "array",
                "rows": (("Id", "int32", "Number."), ("Name", "string", "Name.")),
                "example": [{"Id": 1, "Name": "vase"}],
            },
        ),
        *(
            (
                uid,
                f"{method} /api/Shelf/{{shelf}}/Items{'' if method == 'POST' else '/{id}'}",
                {
                    "path": SHELF if method == "POST" else (*SHELF, *ID),
                    "body": (("Name", "string", "Name."),) if method in ("POST", "PUT") else (),
                    "sent": {"Name": "cup"} if method in ("POST", "PUT") else None,
                    "type_": "Item",
                    "statuses": (204,) if method == "DELETE" else (200,),
                    "rows": (("Id", "int32", "Number."), ("Name", "string", "Name."))
                    if method != "DELETE"
                    else (),
                    "example": None if method == "DELETE" else {"Id": 1, "Name": "vase"},
                },
            )
            for uid, method in [
                ("item-create", "POST"),
                ("item-read", "GET"),
                ("item-replace", "PUT"),
                ("item-delete", "DELETE"),
            ]
        ),
        ("job-start", "POST /api/Job", {**_BODY, "type_": "int32", "example": 991}),
        ("job-list", "GET /api/Job", {"type_": "array", "example": ["red", "blue"]}),
        ("job-read", "GET /api/Job/{id}", {**_ENTITY, "path": ID, "type_": "JobEntity"}),
        ("colour", "GET /api/Colour", {"type_": "byte", "example": "GIF89....as raw bytes..."}),
    ]
}


def catalog_of(pages: dict[str, str]) -> Catalog:
    """The catalog of pages that are in no file."""
    readings = [read_page(text.encode(), f"{uid}.md") for uid, text in pages.items()]
    return Catalog.of(Path(), readings)


@contextmanager
def serving(
    catalog: Catalog,
    packs: Sequence[Pack] = (SUPEROFFICE,),
    limits: Limits = SAMPLES_LIMITS,
    settings: Settings | None = None,
    origins: Sequence[str] = (),
) -> Iterator[tuple[ReferenceServer, DatabaseStore]]:
    """A server without sockets, and a store in memory."""
    server = ReferenceServer(catalog, packs, origins, limits=limits, settings=settings)
    store = DatabaseStore(Database("sqlite://"), server.seed, limits)
    try:
        yield server, store
    finally:
        store.close()


class Reader:
    """Asks a server without sockets, in a workspace of its own."""

    _numbers = count()

    def __init__(self, server: ReferenceServer, store: Store, workspace: str = "") -> None:
        self._server = server
        self._store = store
        self._workspace = workspace or f"reader-{next(self._numbers)}"
        # The token that every catalog's server takes.
        self.credentials = f"Bearer {DEVELOPMENT_TOKEN}"

    def ask(self, method: str, target: str, body: Any = None, **fields: str) -> HttpResponse:
        """The response; a body that is not bytes is sent as JSON, and `_` is a hyphen in names."""
        path, _, query = target.partition("?")
        named = [(name.replace("_", "-"), value) for name, value in fields.items()]
        if body is not None and not isinstance(body, bytes):
            body = json.dumps(body).encode()
        own = [("Authorization", self.credentials)] if self.credentials else []
        headers = Headers([*own, (WORKSPACE_HEADER, self._workspace), *named])
        return self._server.respond(
            HttpRequest(method, path, query, headers, body or b""), self._store
        )

    def json(self, method: str, target: str, body: Any = None, **fields: str) -> Any:
        """The value in a response, which must be a success."""
        response = self.ask(method, target, body, **fields)
        assert response.status == 200, response.body
        return json.loads(response.body)


def problem(response: HttpResponse, status: int) -> dict[str, Any]:
    """The problem document of a refusal, which is checked to be one."""
    assert response.status == status, response.body
    assert response.header("Content-Type") == "application/problem+json"
    document: dict[str, Any] = json.loads(response.body)
    assert document["status"] == status
    assert document["title"]
    assert document["detail"]
    return document


class Forgetful:
    """A store that undoes every transaction, so that each request finds the same."""

    def __init__(self, store: DatabaseStore) -> None:
        self.store = store
        self.parallel = store.parallel

    @contextmanager
    def transaction(self, workspace: str, *, writing: bool = True) -> Iterator[State]:
        try:
            with self.store.transaction(workspace, writing=writing) as state:
                yield state
                raise _UndoError
        except _UndoError:
            pass

    def reset(self, workspace: str) -> None:
        self.store.reset(workspace)

    def reseed(self, seed: Fill, named: Mapping[str, Fill]) -> None:
        self.store.reseed(seed, named)

    def check(self) -> None:
        self.store.check()

    def close(self) -> None:
        self.store.close()


class _UndoError(Exception):
    """What makes a transaction leave no trace."""
