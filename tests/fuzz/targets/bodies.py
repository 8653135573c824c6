"""Requests to the server without its sockets: any method, query, fields, and body."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache
from urllib.parse import urlencode

from requests import Request as Prepared

from callsheet.catalog import Catalog
from callsheet.contrib.superoffice.pack import PACK as SUPEROFFICE
from callsheet.http.headers import Headers
from callsheet.server.core import ReferenceServer
from callsheet.server.http.messages import HttpRequest, HttpResponse
from callsheet.server.state import Store
from callsheet.server.storage.database import Database
from callsheet.server.storage.store import DatabaseStore
from tests.conftest import DOCS
from tests.parcels import PAGES, PARCEL, Forgetful, catalog_of
from tests.processes import GIF, picture

XML = "application/xml"
FORM = "application/x-www-form-urlencoded"
_INFO = "PUT /api/v1/Person/1/ImageInfo"
_STREAM = "POST /api/v1/Agents/BLOB/SaveImageStream"


def seeds() -> Iterator[bytes]:
    """Requests with bodies of each kind, and with queries and fields of each kind."""
    info = {"Description": "A", "Width": "1", "ImageType": "Png"}
    blob = {"Type": "PersonImage", "Image": GIF, "Description": "d"}
    for target, values in ((_INFO, info), (_STREAM, blob), ("POST /api/Parcel", PARCEL)):
        yield message(target, json.dumps(values).encode(), "application/json")
        elements = "".join(
            f"<{name}>{value}</{name}>" for name, value in values.items() if isinstance(value, str)
        )
        declared = f"<?xml version='1.0' encoding='utf-8'?><Body>{elements}</Body>"
        yield message(target, declared.encode(), XML)
        yield message(target, urlencode(values).encode(), FORM)
    files = {"file": ("image.gif", picture("image.gif"), "image/gif"), "name": (None, "x")}
    form = Prepared("POST", "http://localhost", files=files).prepare()
    assert isinstance(form.body, bytes)
    kind = form.headers["Content-Type"].replace(form.body[2:34].decode(), "b")
    yield message("POST /api/v1/Person/3/Image", form.body.replace(form.body[2:34], b"b"), kind)
    for target in (
        "GET /api/Parcel?$filter=Weight gt 1 and startswith(Label,'a')&$orderby=Sent desc&$top=2",
        "GET /api/Parcel/7?$select=Label,Sender/Name",
        "GET /api/v1/Person/1/Image?w=40&h=30&type=PNG",
        "OPTIONS /api/Parcel",
        "GET /-/health",
        "POST /-/session",
    ):
        fields = (
            "Accept: application/xml;q=0.5, */*;q=0.1\nSO-Language: nb\nSO-Culture: nb"
            "\nSO-TimeZone: Europe/Oslo\nIf-Modified-Since: Thu, 01 Jan 1998 00:00:00 GMT"
            "\nPrefer: dynamic=true\nCookie: callsheet-workspace=a; callsheet-session=b"
        )
        yield f"{target}\n{fields}\n\n".encode()


def run(data: bytes) -> None:
    """Raises where the answer to a request is a fault of the server."""
    head, _, body = data.partition(b"\n\n")
    line, *fields = head.decode("latin-1").split("\n")
    method, _, target = line.partition(" ")
    path, _, query = target.partition("?")
    named = (field.partition(":")[::2] for field in fields)
    headers = [("Authorization", "Bearer callsheet")]
    headers += [(name, value.strip()) for name, value in named]
    respond(HttpRequest(method, path, query, Headers(headers), body), _store())


def message(target: str, body: bytes, content_type: str) -> bytes:
    """A request as an input."""
    return f"{target}\nContent-Type: {content_type}\n\n".encode() + body


def respond(request: HttpRequest, store: Store) -> HttpResponse:
    """The answer to a request, which must be none that only a fault of the server explains."""
    response = server().respond(request, store)
    assert response.status != 500, response.body
    for name, value in response.headers:
        assert not set("\r\n\0") & set(name + value), (name, value)
    return response


@cache
def server() -> ReferenceServer:
    """A server of our own operations, and of others that can be patched."""
    own = Catalog.read(DOCS / "reference")
    operations = own.operations + catalog_of(PAGES).operations
    return ReferenceServer(Catalog(own.root, own.pages, operations, ()), [SUPEROFFICE])


def new_store() -> DatabaseStore:
    """A store with what is there at first."""
    return DatabaseStore(Database("sqlite://"), server().seed)


@cache
def _store() -> Store:
    return Forgetful(new_store())
