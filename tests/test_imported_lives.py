"""The lives of resources of imported documents: ids, parents, and what replaces them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest

from callsheet.catalog import Catalog
from callsheet.importing import import_openapi, plan_files, read_specification, write_files
from tests.parcels import Reader, problem, serving

TEXT: dict[str, Any] = {"type": "string"}
INTEGER: dict[str, Any] = {"type": "integer"}
UUIDS: dict[str, Any] = {"type": "string", "format": "uuid"}
SLUGS: dict[str, Any] = {"type": "string", "pattern": "^[a-z][a-z-]*$"}
JSON, MERGE = "application/json", "application/merge-patch+json"


def json_body(schema: dict[str, Any], media_type: str = JSON) -> dict[str, Any]:
    return {"required": True, "content": {media_type: {"schema": schema}}}


def response(schema: dict[str, Any] | None = None, **headers: Any) -> dict[str, Any]:
    found: dict[str, Any] = {"description": "It."}
    if schema:
        found["content"] = {JSON: {"schema": schema}}
    if headers:
        found["headers"] = {name: {"schema": TEXT} for name in headers}
    return found


def envelope(items: dict[str, Any]) -> dict[str, Any]:
    nullable = {"type": "string", "nullable": True}
    properties = {"items": {"type": "array", "items": items}, "total": INTEGER}
    return {
        "type": "object",
        "properties": {**properties, "next": nullable, "previous": nullable},
        "required": ["items", "total"],
    }


def resource(
    base: str,
    key: str,
    ids: dict[str, Any],
    *,
    owner: str = "",
    query: tuple[str, ...] = (),
    in_envelope: bool = False,
    lists_404: bool = False,
    creates: bool = False,
) -> dict[str, Any]:
    """The paths of a resource: list, create, read, replace, patch and delete."""
    thing = {
        "type": "object",
        "properties": {key: ids, "name": TEXT, "color": TEXT, "shopId": INTEGER},
        "required": ["name"],
    }
    above = [{"name": owner, "in": "path", "required": True, "schema": INTEGER}] if owner else []
    own = {"name": key, "in": "path", "required": True, "schema": ids}
    rows = [{"name": n, "in": "query", "schema": INTEGER if n != "color" else TEXT} for n in query]
    many = envelope(thing) if in_envelope else {"type": "array", "items": thing}
    missing = {"404": response()}
    made = {"201": response(thing)} if creates else {}
    changed = {"type": "object", "properties": {"name": TEXT, "color": TEXT}}
    return {
        base: {
            "parameters": above,
            "get": {
                "parameters": rows,
                "responses": {"200": response(many, Link=1), **(missing if lists_404 else {})},
            },
            "post": {
                "requestBody": json_body(thing),
                "responses": {"201": response(thing), "409": response()},
            },
        },
        f"{base}/{{{key}}}": {
            "parameters": [*above, own],
            "get": {"responses": {"200": response(thing), **missing}},
            "put": {
                "requestBody": json_body(thing),
                "responses": {"200": response(thing), **made, **missing},
            },
            "patch": {
                "requestBody": json_body(changed, MERGE),
                "responses": {"200": response(thing), **missing},
            },
            "delete": {"responses": {"204": response(), **missing}},
        },
    }


@contextmanager
def imported(folder: Path, *resources: dict[str, Any]) -> Iterator[Reader]:
    """Who asks a server of the pages of a document."""
    paths = {path: item for each in resources for path, item in each.items()}
    document = {"openapi": "3.0.3", "info": {"title": "A", "version": "1"}, "paths": paths}
    (folder / "api.json").write_text(json.dumps(document), encoding="utf-8")
    found = import_openapi(read_specification(folder / "api.json"))
    list(write_files(plan_files(found, folder / "docs")))
    with serving(Catalog.read(folder / "docs"), packs=()) as served:
        yield Reader(*served)


@pytest.mark.parametrize("creates", [False, True])
@pytest.mark.parametrize(
    ("ids", "given"),
    [
        (UUIDS, None),
        (UUIDS, "0c4b2a9e-6a3e-4d1e-8f5e-0a1b2c3d4e5f"),
        (TEXT, "zoe lee/7"),
        (SLUGS, None),
        (SLUGS, "red-box"),
        (INTEGER, None),
        (INTEGER, 77),
    ],
)
def test_a_member_lives_whatever_its_id(
    tmp_path: Path, ids: dict[str, Any], given: str | int | None, creates: bool
) -> None:
    with imported(tmp_path, resource("/things", "id", ids, creates=creates)) as reader:
        sent = {"name": "A", "color": "red"} | ({"id": given} if given is not None else {})
        made = reader.ask("POST", "/things", sent)
        member = json.loads(made.body)
        address = made.header("Location") or ""
        assert (made.status, {**member, "id": 0}) == (201, {**sent, "id": 0})
        assert given is None or member["id"] == given
        assert ids is not UUIDS or UUID(member["id"])
        assert reader.json("GET", address) == member
        assert member in reader.json("GET", "/things")
        if given is not None:
            problem(reader.ask("POST", "/things", sent), 409)

        changed = reader.json("PATCH", address, {"color": None}, Content_Type=MERGE)
        assert changed == {"id": member["id"], "name": "A"}
        problem(reader.ask("PATCH", address, {"name": None}, Content_Type=MERGE), 422)
        assert reader.json("PUT", address, {"name": "B", "color": "blue"})["color"] == "blue"
        assert reader.json("PUT", address, {"name": "C"}) == {"id": member["id"], "name": "C"}
        assert reader.json("GET", address) == {"id": member["id"], "name": "C"}

        assert reader.ask("DELETE", address).status == 204
        for method, body in (("GET", None), ("DELETE", None), ("PATCH", {"color": "a"})):
            fields = {"Content_Type": MERGE} if method == "PATCH" else {}
            problem(reader.ask(method, address, body, **fields), 404)
        again = reader.ask("PUT", address, {"name": "D"})
        assert again.status == (201 if creates else 404)
        assert member not in reader.json("GET", "/things")


def test_the_first_members_have_ids_that_their_path_allows(tmp_path: Path) -> None:
    text = resource("/things", "id", SLUGS)
    bare = json.loads(json.dumps(text).replace(json.dumps(SLUGS), json.dumps(TEXT)))
    # Only the path says which texts there are.
    bare["/things/{id}"]["parameters"] = text["/things/{id}"]["parameters"]
    with imported(tmp_path, bare) as reader:
        members = reader.json("GET", "/things")
        assert members
        for member in members:
            assert reader.json("GET", f"/things/{member['id']}") == member


@pytest.mark.parametrize("lists_404", [False, True])
def test_what_belongs_to_a_member_comes_and_goes_with_it(tmp_path: Path, lists_404: bool) -> None:
    goods = resource("/shops/{shopId}/goods", "id", UUIDS, owner="shopId", lists_404=lists_404)
    with imported(tmp_path, resource("/shops", "id", INTEGER), goods) as reader:
        assert {good["shopId"] for good in reader.json("GET", "/shops/1/goods")} == {1}
        assert reader.ask("POST", "/shops", {"id": 7, "name": "A"}).status == 201
        assert reader.json("GET", "/shops/7/goods") == []
        made = reader.ask("POST", "/shops/7/goods", {"name": "B"})
        address = made.header("Location") or ""
        good = reader.json("GET", address)
        assert (good["shopId"], address.startswith("/shops/7/goods/")) == (7, True)
        assert reader.json("GET", "/shops/7/goods") == [good]
        problem(reader.ask("GET", address.replace("/7/", "/1/")), 404)

        assert reader.ask("DELETE", "/shops/7").status == 204
        for target in (address, "/shops/99/goods/1"):
            assert reader.ask("GET", target).status in (404, 422)
        for shop in (7, 99):
            listed = reader.ask("GET", f"/shops/{shop}/goods")
            assert listed.status == (404 if lists_404 else 200)
            assert lists_404 or json.loads(listed.body) == []
            problem(reader.ask("POST", f"/shops/{shop}/goods", {"name": "C"}), 404)
        assert reader.ask("POST", "/shops", {"id": 7, "name": "A"}).status == 201
        assert reader.json("GET", "/shops/7/goods") == []


@pytest.mark.parametrize("ids", [(INTEGER, TEXT), (TEXT, INTEGER), (UUIDS, UUIDS)])
def test_what_belongs_to_a_member_has_members_of_its_own(
    tmp_path: Path, ids: tuple[dict[str, Any], ...]
) -> None:
    outer = resource("/shops", "id", ids[0])
    middle = resource("/shops/{shopId}/shelves", "id", ids[0], owner="shopId")
    inner = resource("/shops/{shopId}/shelves/{shelfId}/boxes", "id", ids[1], owner="shopId")
    shelf = {"name": "shelfId", "in": "path", "required": True, "schema": ids[0]}
    for item in (*middle.values(), *inner.values()):
        item["parameters"][0]["schema"] = ids[0]
    for item in inner.values():
        item["parameters"].insert(1, shelf)
    with imported(tmp_path, outer, middle, inner) as reader:
        address = ""
        for part in ("/shops", "/shelves", "/boxes"):
            made = reader.ask("POST", f"{address}{part}", {"name": part})
            assert (made.status, reader.json("GET", f"{address}{part}") != []) == (201, True)
            address = made.header("Location") or ""
            assert reader.json("GET", address)["name"] == part
        shop = "/".join(address.split("/")[:3])
        assert reader.ask("DELETE", shop).status == 204
        problem(reader.ask("GET", address), 404)


def test_an_envelope_says_where_the_other_pages_are(tmp_path: Path) -> None:
    query = ("limit", "offset", "color")
    with imported(tmp_path, resource("/t", "id", INTEGER, query=query, in_envelope=True)) as reader:
        first = reader.json("GET", "/t?limit=2")
        assert (first["total"], first["next"], first["previous"]) == (
            3,
            "/t?limit=2&offset=2",
            None,
        )
        second = reader.json("GET", first["next"])
        assert (second["next"], second["previous"]) == (None, "/t?limit=2&offset=0")
        assert [item["id"] for item in (*first["items"], *second["items"])] == [1, 2, 3]
        assert reader.json("GET", "/t")["next"] is None


def test_a_link_is_one_even_if_there_are_no_other_pages(tmp_path: Path) -> None:
    with imported(tmp_path, resource("/t", "id", INTEGER, query=("page", "color"))) as reader:
        for target in ("/t", "/t?color=%27"):
            assert reader.ask("GET", target).header("Link") == f'<{target}>; rel="self"'


def test_members_are_shown_as_each_page_has_them(tmp_path: Path) -> None:
    """A code that is sent comes back as an object, and no page has what it does not document."""
    currency = {"type": "object", "properties": {"code": TEXT}, "required": ["code"]}
    name = {"name": TEXT}
    account = {"id": INTEGER, "status": {"enum": ["open", "done"]}, "currency": currency, **name}
    listed = {"id": INTEGER, "status": {"enum": ["open"]}, **name}
    made = {"id": INTEGER, **name}
    closed = {"type": "object", "additionalProperties": False, "required": ["id"]}
    sent = {"type": "object", "properties": {"currency": TEXT, "status": TEXT, **name}}
    lists = [{"type": "array", "items": closed | {"properties": rows}} for rows in (listed, made)]
    path_id = {"name": "id", "in": "path", "required": True, "schema": INTEGER}
    get = {"responses": {"200": response({"type": "object", "properties": account})}}
    paths = {
        "/accounts": {
            "get": {"responses": {"200": response(lists[0])}},
            "post": {"requestBody": json_body(sent), "responses": {"201": response(lists[1])}},
        },
        "/accounts/{id}": {"parameters": [path_id], "get": get},
    }
    with imported(tmp_path, paths) as reader:
        answer = reader.ask("POST", "/accounts", {"currency": "EUR", "status": "x", "name": "A"})
        assert answer.status == 201
        [created] = json.loads(answer.body)
        assert created == {"id": created["id"], "name": "A"}
        read = reader.json("GET", f"/accounts/{created['id']}")
        assert read["name"] == "A"
        assert "currency" not in read or read["currency"].keys() == {"code"}
        for member in reader.json("GET", "/accounts"):
            assert member.keys() <= {"id", "status", "name"}
            assert member.get("status", "open") == "open"
