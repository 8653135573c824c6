"""The requests that samples send, and answers to compare: of a server, and of that in a page."""

from __future__ import annotations

import http.client
import re
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

import pytest
from requests.adapters import HTTPAdapter

from callsheet.catalog import Catalog
from callsheet.contrib.superoffice.pack import PACK as SUPEROFFICE
from callsheet.model import Operation
from callsheet.reference import BASE_URL_VARIABLE, DEFAULT_BASE_URL
from callsheet.samples import python_sample
from callsheet.samples.assets import ASSETS, read_asset
from callsheet.sandbox.inside.programs import run as run_program
from callsheet.sandbox.inside.server import Fields, InPageServer
from callsheet.sandbox.inside.transport import connect
from callsheet.sandbox.models import Model, load_model, model_files
from callsheet.server.pack import Pack

Request = tuple[str, str, Fields, bytes]
"""A request: method, target, header fields, content."""

Answer = tuple[int, list[tuple[str, str]], bytes]
"""An answer: status, header fields, content; without what differs each time."""

OF_A_CONNECTION = {"date", "server", "connection", "x-request-id"}
"""Header fields that are not of an answer, but of how and when it went."""

OF_ANOTHER_ORIGIN = {"vary"}
"""Header fields for the pages of other origins, of which a server in a page has none."""

_TIME = re.compile(rb"20\d\d-\d\d-\d\dT[\d:.]+")
_UUID = re.compile(rb"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_OF_NOW = {"last-modified", "etag"}


def as_in_page(
    catalog: Catalog, packs: Sequence[Pack] = (), note: Callable[[str], object] = str
) -> Model:
    """Return the operations as a page has them: from the files that a build writes.

    Args:
        catalog: The operations.
        packs: What is known of the API beyond its pages.
        note: Called with the name of each file that is read.
    """
    files = dict(model_files(catalog, packs))

    def read(name: str) -> bytes:
        note(name)
        return files[name]

    return load_model(read)


def in_page(model: Model, packs: Sequence[Pack] = ()) -> InPageServer:
    """Return the server in the page."""
    return InPageServer(model.catalog, packs, conclusions=model.conclusions)


def recorded(catalog: Catalog, operations: Iterable[Operation], folder: Path) -> list[Request]:
    """Return the requests that the Python samples of operations send, in order.

    Args:
        catalog: All operations.
        operations: Those whose samples run.
        folder: An empty folder to run them in.
    """
    found: list[Request] = []
    server = InPageServer(catalog, [SUPEROFFICE])

    def answer(method: str, target: str, fields: Fields, body: bytes) -> tuple[int, Fields, bytes]:
        found.append((method, target, fields, body))
        return server.answer(method, target, fields, body)

    files = {f"assets/{asset.name}": read_asset(asset.name) for asset in ASSETS.values()}
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(HTTPAdapter, "send", HTTPAdapter.send)
        connect(DEFAULT_BASE_URL, answer)
        for operation in operations:
            sample = python_sample(operation)
            environment = {BASE_URL_VARIABLE: DEFAULT_BASE_URL, sample.base_url: DEFAULT_BASE_URL}
            run_program(folder, "sample.py", sample.text, files, environment)
    return found


def plain(status: int, fields: Iterable[tuple[str, str]], body: bytes) -> Answer:
    """Return an answer without ids, and without what is of a moment or of a connection."""
    kept = sorted(
        (name.lower(), "now" if name.lower() in _OF_NOW else value)
        for name, value in fields
        if name.lower() not in OF_A_CONNECTION | OF_ANOTHER_ORIGIN
    )
    return status, kept, _UUID.sub(b"<id>", _TIME.sub(b"<time>", body))


def over_a_wire(url: str, request: Request) -> Answer:
    """Send a request exactly as it is, and return the answer."""
    method, target, fields, body = request
    connection = http.client.HTTPConnection(url.removeprefix("http://"), timeout=30)
    connection.putrequest(method, target, skip_host=True, skip_accept_encoding=True)
    for name, value in fields:
        connection.putheader(name, value)
    connection.endheaders(body)
    answer = connection.getresponse()
    found = plain(answer.status, answer.getheaders(), answer.read())
    connection.close()
    return found
