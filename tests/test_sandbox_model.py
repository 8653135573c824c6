"""The model of the page: what is read when, and that it tells what all operations together tell."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from callsheet.catalog import Catalog
from callsheet.contrib.superoffice.pack import PACK
from callsheet.model import Route, Span
from callsheet.model.parts import Alias
from callsheet.sandbox.inside.server import InPageServer
from callsheet.sandbox.model_files import model_files
from callsheet.sandbox.model_records import INDEX
from callsheet.sandbox.models import ModelError, load_model
from callsheet.server.conclusions import Conclusions
from tests.conftest import DOCS
from tests.parcels import catalog_of
from tests.parcels import page as parcels_page
from tests.sandbox_answers import as_in_page, in_page, plain

FIELDS = [("Host", "127.0.0.1:8765"), ("Authorization", "Bearer callsheet")]


def parcel(uid: str, route: str, kind: str = "int32", **further: object) -> str:
    """A page of an operation that has a parcel."""
    given: dict[str, object] = {
        "statuses": (200, 404),
        "rows": (("ParcelId", "int32", ""), ("Name", "string", "")),
        "example": {"ParcelId": 7, "Name": "Box"},
        **({"path": (("id", kind, "**Required**"),)} if "{id}" in route else {}),
        **further,
    }
    return parcels_page(uid, route, **given)  # type: ignore[arg-type]


PAGES = {
    "parcel/read.md": parcel("read", "GET /api/Parcel/{id}"),
    "parcel/create.md": parcel("create", "POST /api/Parcel"),
    "named/read.md": parcel("by_name", "GET /api/Parcel/{id}", "string"),
    "berth/read.md": parcel("berth", "GET /api/Berth/{id}"),
    "berth/create.md": parcel("new_berth", "POST /api/Berth"),
    "ship/read.md": parcel("ship", "GET /api/Ship/{id}"),
}


VESSEL = Route("/api/Vessel/{id}", Span(1, 1))
FURTHER = (Alias("GET", VESSEL), Alias("POST", VESSEL))
"""Further routes of the operation that has a ship."""


@pytest.fixture(scope="module")
def catalog() -> Catalog:
    found = catalog_of(PAGES)
    routes = {"ship": FURTHER}
    documented = (replace(each, aliases=routes.get(each.uid, ())) for each in found.documented)
    return replace(found, documented=tuple(documented))


def test_a_request_reads_the_files_of_what_it_is_about_alone(catalog: Catalog) -> None:
    read: list[str] = []
    server = in_page(as_in_page(catalog, (), read.append))
    assert read == [INDEX]
    # Neither what no page documents nor the list of all operations takes more than the index.
    for method, target, status in (
        ("GET", "/api/Nothing", 404),
        ("PUT", "/api/Ship/1", 405),
        ("OPTIONS", "/api/Ship/1", 204),
        ("GET", "/-/health", 200),
    ):
        assert server.answer(method, target, FIELDS, b"")[0] == status
    assert read == [INDEX]
    assert server.answer("GET", "/api/Ship/1", FIELDS, b"")[0] == 200
    assert len(read) == 2
    assert server.answer("GET", "/api/Ship/2", FIELDS, b"")[0] == 200
    assert server.answer("GET", "/api/Vessel/3", FIELDS, b"")[0] == 200
    assert len(read) == 2, "each is read once"
    # The pages of one route are in two groups; which one a request is about, the index tells.
    assert server.answer("GET", "/api/Parcel/seven", FIELDS, b"")[0] == 200
    assert server.called == "by_name"
    assert len(read) == 3


REQUESTS = [
    (method, target, body)
    for method, body in (("GET", b""), ("HEAD", b""), ("OPTIONS", b""), ("POST", b'{"Name": "x"}'))
    for target in (
        "/",
        "/-/",
        "/-/contract",
        "/-/health",
        "/-/nothing",
        "/api",
        "/api/Parcel",
        "/api/Parcel/1",
        "/api/Parcel/seven",
        "/api/parcel/7?$select=Name",
        "/api/Berth",
        "/api/Berth/99",
        "/api/Ship/1",
        "/api/Ship/x",
        "/api/Vessel/1",
        "/api/Ship/",
    )
]


def test_whatever_is_asked_for_is_answered_as_with_all_operations_at_hand(catalog: Catalog) -> None:
    fields = [*FIELDS, ("Content-Type", "application/json")]
    whole = InPageServer(catalog)
    server = in_page(as_in_page(catalog))
    for method, target, body in REQUESTS:
        expected = plain(*whole.answer(method, target, fields, body))
        assert plain(*server.answer(method, target, fields, body)) == expected, (method, target)
        assert server.called == whole.called
        # Nor does it matter what was asked for before.
        alone, first = in_page(as_in_page(catalog)), InPageServer(catalog)
        expected = plain(*first.answer(method, target, fields, body))
        assert plain(*alone.answer(method, target, fields, body)) == expected, (method, target)


def compared(catalog: Catalog) -> None:
    """Compare what is concluded with what the page has of it."""
    whole, found = Conclusions.of(catalog, [PACK]), as_in_page(catalog, [PACK]).conclusions
    assert found.credentials == whole.credentials
    assert found.rules == whole.rules
    assert found.bindings.keys() == whole.bindings.keys()
    for uid, one in whole.bindings.items():
        other = found.bindings[uid]
        assert (other.role, other.parameter) == (one.role, one.parameter)
        assert other.collection.read.uid == one.collection.read.uid
        for name in ("name", "key", "depth", "mentioned", "parameter", "properties", "prototype"):
            assert getattr(other.collection, name) == getattr(one.collection, name), name
        assert other.collection.key_schema == one.collection.key_schema
    assert dict(found.types.known) == whole.types.known
    assert dict(found.types.demanded) == whole.types.demanded
    for name, known in whole.types.known.items():
        for span in (None, Span(0, 0), *known.lines):
            assert found.types.place(name, span) == whole.types.place(name, span)


def test_the_index_has_what_all_operations_together_tell(catalog: Catalog) -> None:
    compared(catalog)
    compared(Catalog.read(DOCS))


# Slow because it reads 803 pages and works out their types twice.
@pytest.mark.slow
def test_the_index_of_outside_pages_has_what_they_together_tell(shared: Path) -> None:
    compared(Catalog.read(shared / "corpus"))


def test_a_file_that_cannot_be_read_is_named_and_may_be_there_later(catalog: Catalog) -> None:
    files = dict(model_files(catalog))
    there = {INDEX: files[INDEX]}
    model = load_model(there.__getitem__)
    server = in_page(model)
    for damaged in ({}, dict.fromkeys(files, b"{}"), dict.fromkeys(files, b"\xff")):
        there |= {name: data for name, data in damaged.items() if name != INDEX}
        with pytest.raises(ModelError, match=r"`\w{16}\.json` cannot be read"):
            server.answer("GET", "/api/Berth/1", FIELDS, b"")
    there |= files
    status, _, body = server.answer("GET", "/api/Berth/1", FIELDS, b"")
    assert (status, json.loads(body)["ParcelId"]) == (200, 1)
    with pytest.raises(ModelError, match="index"):
        load_model({INDEX: b"[]"}.__getitem__)
