"""The life of what collections hold: create, read, change, conflict, delete, gone."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import requests

from callsheet.catalog import Catalog
from callsheet.contrib.superoffice.pack import PACK as SUPEROFFICE
from callsheet.model import PLACEHOLDER, Operation
from callsheet.samples.request.values import pick_values
from callsheet.server.adapters.app import background, create_app
from callsheet.server.core import ReferenceServer
from callsheet.server.http.messages import HttpResponse
from callsheet.server.resources.grouping import Binding, Collection, Role, bind
from callsheet.server.storage.store import DatabaseStore
from tests.parcels import (
    CREDENTIALS,
    JSON_PATCH,
    MERGE_PATCH,
    PAGES,
    PARCEL,
    Reader,
    catalog_of,
    problem,
    serving,
)
from tests.test_store import rows

LONG_AGO = "Sat, 01 Jan 2000 00:00:00 GMT"
IN_TIME = "Fri, 01 Jan 2100 00:00:00 GMT"
ENOUGH_GROUPS = 15


@pytest.fixture(scope="module")
def served() -> Iterator[tuple[ReferenceServer, DatabaseStore]]:
    with serving(catalog_of(PAGES)) as served:
        yield served


@pytest.fixture
def reader(served: tuple[ReferenceServer, DatabaseStore]) -> Reader:
    return Reader(*served)


def value(response: HttpResponse) -> Any:
    assert response.status == 200, response.body
    return json.loads(response.body)


def test_a_parcel_lives(reader: Reader) -> None:
    created = reader.json("POST", "/api/Parcel", {"Note": "mine", "Weight": 2})
    number = created["ParcelId"]
    assert (created["Note"], created["Weight"], created["Fragile"]) == ("mine", 2, False)
    address = f"/api/Parcel/{number}"
    assert reader.json("GET", address) == created
    changed = reader.json("PUT", address, {"Note": "yours", "ParcelId": 99})
    assert changed == {**created, "Note": "yours", "Updated": changed["Updated"]}
    assert reader.json("GET", address) == changed
    rows = reader.json("GET", "/api/Parcel")["value"]
    assert [row["Note"] for row in rows if row["ParcelId"] == number] == ["yours"]
    deleted = reader.ask("DELETE", address)
    assert (deleted.status, deleted.body) == (204, b"")
    for method, body in (("GET", None), ("PUT", {"Note": ""}), ("DELETE", None), ("PATCH", [])):
        problem(reader.ask(method, address, body), 404)
    assert reader.json("POST", "/api/Parcel", {"Note": "next"})["ParcelId"] > number


def test_what_the_page_shows_is_there_at_first(reader: Reader) -> None:
    assert reader.json("GET", "/api/Parcel/7") == PARCEL
    numbers = [row["ParcelId"] for row in reader.json("GET", "/api/Parcel")["value"]]
    assert numbers == [1, 2, 3, 7]
    # New numbers pass over those that examples have.
    given = [reader.json("POST", "/api/Parcel", {"Note": "n"})["ParcelId"] for _ in range(5)]
    assert given == [4, 5, 6, 8, 9]


def test_default_and_validate_keep_nothing(reader: Reader) -> None:
    default = reader.json("GET", "/api/Parcel/default")
    assert default.keys() == PARCEL.keys()
    assert (default["ParcelId"], default["Size"], default["Stamps"]) == (0, "Small", [])
    assert reader.json("POST", "/api/Parcel/Validate", {"Note": "fine"}) == {}
    refused = problem(reader.ask("POST", "/api/Parcel/Validate", {"Weight": "much"}), 422)
    assert [error["name"] for error in refused["errors"]] == ["Weight"]
    assert len(reader.json("GET", "/api/Parcel")["value"]) == 4


def test_an_answer_with_a_known_entity_tag_is_the_documented_304(reader: Reader) -> None:
    address = "/api/Parcel/7"
    first = reader.ask("GET", address)
    tag, modified = first.header("ETag") or "", first.header("Last-Modified")
    assert re.fullmatch(r'"[0-9a-f]+"', tag)
    for known in (tag, f"W/{tag}", f'"other", {tag}', "*"):
        response = reader.ask("GET", address, If_None_Match=known)
        assert (response.status, response.body) == (304, b"")
        assert (response.header("ETag"), response.header("Last-Modified")) == (tag, modified)
    # The date is ignored beside it (RFC 9110, 13.2.2).
    for known in ('"other"', "", '"a,b"', tag.strip('"')):
        response = reader.ask("GET", address, If_None_Match=known, If_Modified_Since=IN_TIME)
        assert response.status == 200
    reader.ask("PUT", address, {**PARCEL, "Weight": 9})
    changed = reader.ask("GET", address, If_None_Match=tag)
    assert changed.status == 200
    assert changed.header("ETag") not in (tag, None)
    # Only where the page says so.
    assert reader.ask("GET", "/api/Parcel").header("ETag") is None


def test_an_answer_not_modified_since_is_the_documented_304(reader: Reader) -> None:
    address = "/api/Parcel/7"
    modified = reader.ask("GET", address).header("Last-Modified") or ""
    for since in (modified, IN_TIME):
        response = reader.ask("GET", address, If_Modified_Since=since)
        assert (response.status, response.body) == (304, b"")
        assert response.header("Last-Modified") == modified
    for since in (LONG_AGO, "yesterday", "", "Mon, 01 Jan 0001 00:00:00 +2359"):
        assert reader.ask("GET", address, If_Modified_Since=since).status == 200
    # Only where the page says so.
    response = reader.ask(
        "POST", "/api/Agents/Depot/GetParcelEntity?parcelEntityId=7", If_Modified_Since=IN_TIME
    )
    assert response.status == 200


@pytest.mark.parametrize(
    ("method", "body"), [("PUT", {"Note": "x"}), ("PATCH", {"Note": "x"}), ("DELETE", None)]
)
def test_a_change_of_what_was_modified_is_the_documented_412(
    served: tuple[ReferenceServer, DatabaseStore], reader: Reader, method: str, body: Any
) -> None:
    address = "/api/Parcel/7"
    problem(reader.ask(method, address, body, If_Unmodified_Since=LONG_AGO), 412)
    assert reader.json("GET", address) == PARCEL
    # What was changed at that very date was not changed after it.
    for since in (reader.ask("GET", address).header("Last-Modified") or "", IN_TIME):
        response = Reader(*served).ask(method, address, body, If_Unmodified_Since=since)
        assert response.status in (200, 204)


def test_a_json_patch_is_applied_in_order(reader: Reader) -> None:
    patch = [
        {"op": "test", "path": "/Sender/Name", "value": "Ada"},
        {"op": "replace", "path": "/Sender/Name", "value": "Grace"},
        {"op": "add", "path": "/Stamps/-", "value": {"Value": 5}},
        {"op": "remove", "path": "/Label"},
        {"op": "add", "path": "/Unheard", "value": 1},
    ]
    changed = reader.json("PATCH", "/api/Parcel/7", patch)
    assert changed["Sender"] == {**PARCEL["Sender"], "Name": "Grace"}  # type: ignore[dict-item]
    assert changed["Stamps"][1] == {"Value": 5}
    # The page does not say that it may be null.
    assert "Label" not in changed
    assert "Unheard" not in changed
    assert reader.json("GET", "/api/Parcel/7") == changed


def test_a_failed_test_is_the_documented_409_and_changes_nothing(reader: Reader) -> None:
    for path in ("/Note", "/Unheard"):
        patch = [
            {"op": "replace", "path": "/Weight", "value": 9},
            {"op": "test", "path": path, "value": "something else"},
        ]
        problem(reader.ask("PATCH", "/api/Parcel/7", patch), 409)
    assert reader.json("GET", "/api/Parcel/7") == PARCEL


@pytest.mark.parametrize(
    "patch",
    [
        [{"op": "replace", "path": "Note", "value": 1}],
        [{"op": "replace", "path": "/Nothing/at/all", "value": 1}],
        [{"op": "remove", "path": "/Nothing"}],
        [{"op": "dance", "path": "/Note"}],
        [{"op": "replace", "path": "/Note"}],
        [{"path": "/Note", "value": 1}],
        [{"op": "add", "path": "/Stamps/9", "value": {}}],
        [{"op": "replace", "path": "", "value": []}],
        [{"op": "replace", "path": "/Weight", "value": "heavy"}],
        [{"op": ["add"], "path": {}, "value": 1}],
        [1],
        [[]],
        "text",
        5,
    ],
)
def test_a_broken_patch_is_refused_and_changes_nothing(reader: Reader, patch: Any) -> None:
    problem(reader.ask("PATCH", "/api/Parcel/7", patch), 422)
    assert reader.json("GET", "/api/Parcel/7") == PARCEL


@pytest.mark.parametrize(
    ("operation", "status", "reason"),
    [
        (
            {"op": "test", "path": "/Note", "value": 1},
            409,
            '`/Note` is "2026-07-01T12:00:00Z", and 1',
        ),
        (
            {"op": "test", "path": "/Sender/No", "value": [1]},
            409,
            "`/Sender/No` is nothing, and [1]",
        ),
        (
            {"op": "remove", "path": "/No"},
            422,
            "`remove` is not possible, because there is nothing",
        ),
        ({"op": "move", "from": "/No", "path": "/Note"}, 422, "there is nothing at `/No`"),
        ({"op": "add", "path": "/Note/x", "value": 1}, 422, "`/Note/x` is not a place for it"),
        ({"op": "add", "path": "/No/x", "value": 1}, 422, "`/No/x` is not a place for it"),
        ({"op": "add", "path": f"/{'x' * 99}/x", "value": 1}, 422, "xxx...` is not a place for it"),
        ({"op": "replace", "path": "/Note"}, 422, "does not contain a 'value' member"),
    ],
)
def test_the_reason_why_a_patch_is_refused_speaks_of_json(
    reader: Reader, operation: Any, status: int, reason: str
) -> None:
    detail = problem(reader.ask("PATCH", "/api/Parcel/7", [operation]), status)["detail"]
    assert reason in detail
    assert len(detail) < 260


def test_a_patch_cannot_grow_without_end(reader: Reader) -> None:
    grow = {"op": "copy", "from": "/Sender", "path": "/Sender/Again"}
    copies = [{**grow, "path": f"/Sender/x{n}"} for n in range(60)]
    detail = problem(reader.ask("PATCH", "/api/Parcel/7", copies), 422)["detail"]
    assert "100000" in detail


def test_what_a_patch_nests_can_be_read_again(reader: Reader) -> None:
    for depth in (*range(58, 70), 200, 900):
        nests = [{"op": "add", "path": "/Sender" + "/a" * n, "value": {}} for n in range(1, depth)]
        answer = reader.ask("PATCH", "/api/Parcel/7", nests)
        assert answer.status == (200 if depth <= 63 else 422)
        for accept in ("application/json", "application/xml"):
            assert reader.ask("GET", "/api/Parcel/7", Accept=accept).status == 200


def test_a_merge_patch_merges(reader: Reader) -> None:
    patch = {"Note": "merged", "Label": None, "Sender": {"Since": None}}
    changed = reader.json("PATCH", "/api/Parcel/7", patch, Content_Type=MERGE_PATCH)
    assert changed["Note"] == "merged"
    assert "Label" not in changed
    assert changed["Sender"] == {"Name": "Ada"}
    # The media type says what it is; without one, the patch does.
    assert reader.json("PATCH", "/api/Parcel/7", {"Note": "plain"})["Note"] == "plain"
    problem(reader.ask("PATCH", "/api/Parcel/7", {"Note": "x"}, Content_Type=JSON_PATCH), 422)
    problem(reader.ask("PATCH", "/api/Parcel/7", [], Content_Type=MERGE_PATCH), 422)


@pytest.mark.parametrize("body", [[], "text", 3, {"Weight": "much"}, {"Size": "Huge"}])
def test_what_is_no_parcel_is_the_documented_400(reader: Reader, body: Any) -> None:
    problem(reader.ask("POST", "/api/Parcel", body), 400)
    problem(reader.ask("PUT", "/api/Parcel/7", body), 400)
    assert reader.json("GET", "/api/Parcel/7") == PARCEL


def test_numbers_are_numbers(reader: Reader) -> None:
    problem(reader.ask("GET", "/api/Parcel/seven"), 422)
    problem(reader.ask("GET", f"/api/Parcel/{2**31}"), 422)
    problem(reader.ask("GET", "/api/Parcel/-1"), 404)


def test_items_belong_to_their_shelf(reader: Reader) -> None:
    cup = reader.json("POST", "/api/Shelf/top/Items", {"Name": "cup"})
    address = f"/api/Shelf/top/Items/{cup['Id']}"
    assert reader.json("GET", address) == cup
    assert cup in reader.json("GET", "/api/Shelf/top/Items")
    for other in ("low", "a%2Fb", "%00", "x" * 5000, "t%C3%B6p"):
        problem(reader.ask("GET", address.replace("top", other)), 404)
        assert reader.json("GET", f"/api/Shelf/{other}/Items") != []
    assert reader.json("PUT", address, {"Name": "mug"}) == {**cup, "Name": "mug"}
    assert reader.ask("DELETE", address).status == 204
    problem(reader.ask("GET", address), 404)


def test_reading_made_up_shelves_stores_nothing() -> None:
    with serving(catalog_of(PAGES)) as (server, store):
        reader = Reader(server, store)
        for number in range(20):
            shelf = f"/api/Shelf/made-up-{number}/Items"
            first, *_ = reader.json("GET", shelf)
            assert reader.json("GET", f"{shelf}/{first['Id']}") == first
            assert reader.ask("HEAD", shelf).status == 200
            problem(reader.ask("GET", f"{shelf}/999"), 404)
            problem(reader.ask("POST", shelf, b"{"), 422)
        assert [rows(store, table) for table in ("workspace", "document", "counter")] == [[]] * 3
        reader.json("POST", "/api/Shelf/top/Items", {"Name": "cup"})
        assert len(rows(store, "document")) == len(rows(store, "workspace")) == 1


def test_what_belongs_to_nothing_is_the_documented_404(reader: Reader) -> None:
    assert reader.json("GET", "/api/Parcel/7/Stamps") == ["red"]
    problem(reader.ask("GET", "/api/Parcel/70/Stamps"), 404)


def test_agents_and_routes_are_about_the_same_things(reader: Reader) -> None:
    agent = "/api/Agents/Depot/{}ParcelEntity"
    get, delete = (f"{agent.format(verb)}?parcelEntityId=" for verb in ("Get", "Delete"))
    default = reader.json("POST", agent.format("CreateDefault"))
    saved = reader.json("POST", agent.format("Save"), {**default, "Note": "by agent"})
    number = saved["ParcelId"]
    assert saved["Note"] == "by agent"
    assert reader.json("GET", f"/api/Parcel/{number}") == saved
    changed = reader.json("POST", agent.format("Save"), {"ParcelId": number, "Note": "again"})
    assert changed == {**saved, "Note": "again", "Updated": changed["Updated"]}
    assert reader.json("POST", f"{get}{number}") == changed
    assert reader.ask("POST", f"{delete}{number}").status == 204
    problem(reader.ask("GET", f"/api/Parcel/{number}"), 404)
    problem(reader.ask("POST", f"{get}{number}"), 404)
    # One that is not known any more is a new one.
    assert reader.json("POST", agent.format("Save"), changed)["ParcelId"] != number


def test_an_operation_can_answer_with_the_number(reader: Reader) -> None:
    number = reader.json("POST", "/api/Job", {"Note": "start"})
    assert reader.json("GET", f"/api/Job/{number}")["Note"] == "start"
    # What lists texts lists no members.
    assert reader.json("GET", "/api/Job") == ["red", "blue"]


def test_names_of_parameters_match_whatever_their_case() -> None:
    pages = {uid: PAGES[uid].replace("/{id}", "/{ID}") for uid in ("create", "read", "delete")}
    with serving(catalog_of(pages)) as served:
        reader = Reader(*served)
        number = reader.json("POST", "/api/Parcel", {"Note": "n"})["ParcelId"]
        assert reader.json("GET", f"/api/Parcel/{number}")["Note"] == "n"
        assert reader.ask("DELETE", f"/api/Parcel/{number}").status == 204


def test_a_number_that_may_be_left_out_must_be_there() -> None:
    pages = {uid: text.replace(" **Required**", "") for uid, text in PAGES.items()}
    with serving(catalog_of(pages)) as served:
        response = Reader(*served).ask("POST", "/api/Agents/Depot/GetParcelEntity")
    assert "parcelEntityId" in problem(response, 422)["detail"]


def test_a_life_over_http() -> None:
    app = create_app(catalog_of(PAGES), "sqlite://", packs=[SUPEROFFICE])
    with background(app) as url, requests.Session() as session:
        session.headers["Authorization"] = CREDENTIALS
        created = session.post(f"{url}/api/Parcel", json={"Note": "sent"}, timeout=30)
        address = f"{url}/api/Parcel/{created.json()['ParcelId']}"
        got = session.get(address, timeout=30)
        assert got.json() == created.json()
        fields = {"If-Modified-Since": got.headers["Last-Modified"]}
        unchanged = session.get(address, headers=fields, timeout=30)
        assert (unchanged.status_code, unchanged.content) == (304, b"")
        fields = {"If-Unmodified-Since": LONG_AGO}
        assert session.put(address, json={}, headers=fields, timeout=30).status_code == 412
        deleted = session.delete(address, timeout=30)
        assert (deleted.status_code, deleted.content) == (204, b"")
        assert session.get(address, timeout=30).status_code == 404


# The pages of third parties: no line of code knows their groups.


@pytest.fixture(scope="module")
def outside(shared: Path) -> Iterator[tuple[ReferenceServer, DatabaseStore, Catalog]]:
    catalog = Catalog.read(shared / "corpus")
    with serving(catalog, [SUPEROFFICE]) as (server, store):
        yield server, store, catalog


Family = dict[Role, Operation]


def families(catalog: Catalog) -> dict[str, tuple[Binding, Family]]:
    """The REST operations by the collection that the generic rules find them to be about."""
    found: dict[str, tuple[Binding, Family]] = {}
    for uid, binding in bind(catalog.operations, [SUPEROFFICE.conventions]).items():
        operation = catalog.by_uid[uid]
        if "/Agents/" not in operation.route.template:
            _, family = found.setdefault(binding.collection.name, (binding, {}))
            family.setdefault(binding.role, operation)
    return found


def target(operation: Operation, number: int) -> str:
    """The operation's path to a member: its last placeholder is the number."""
    values = pick_values(operation).path
    names = operation.route.parameters
    filled = {**{name: values[name] for name in names[:-1]}, names[-1]: number}
    return PLACEHOLDER.sub(lambda match: str(filled[match[1]]), operation.route.template)


def collection_target(operation: Operation) -> str:
    values = pick_values(operation).path
    return PLACEHOLDER.sub(lambda match: str(values[match[1]]), operation.route.template)


def live(reader: Reader, collection: Collection, family: Family) -> None:
    """Leads one member through its life."""
    key = collection.key
    create, read = family[Role.CREATE], family[Role.READ]
    body = {} if create.example_request is None else json.loads(create.example_request.body)
    created = reader.json("POST", collection_target(create), body)
    number = created[key]
    address = target(read, number)
    got = reader.ask("GET", address)
    assert value(got)[key] == number
    texts = {
        item.name for item in collection.properties if item.type and item.type.name == "string"
    }
    name = next(name for name in body if name in texts)
    assert created[name] == body[name]
    if change := family.get(Role.REPLACE):
        assert reader.json("PUT", target(change, number), {name: "put"})[name] == "put"
        assert reader.json("GET", address)[name] == "put"
    if change := family.get(Role.PATCH):
        patch: Any = [{"op": "test", "path": f"/{name}", "value": "put"},
                      {"op": "replace", "path": f"/{name}", "value": "patched"}]  # fmt: skip
        assert reader.json("PATCH", target(change, number), patch)[name] == "patched"
        problem(reader.ask("PATCH", target(change, number), patch), 409)
        merged = reader.json("PATCH", target(change, number), {name: "merged"})
        assert merged[name] == reader.json("GET", address)[name] == "merged"
        if any(status.code == 412 for status in change.statuses):
            fields = {"If_Unmodified_Since": LONG_AGO}
            problem(reader.ask("PATCH", target(change, number), patch, **fields), 412)
    assert reader.ask("GET", address, If_Modified_Since=IN_TIME).status == (
        304 if any(status.code == 304 for status in read.statuses) else 200
    )
    assert reader.ask("DELETE", target(family[Role.DELETE], number)).status == 204
    problem(reader.ask("GET", address), 404)


@pytest.mark.slow
def test_members_live_in_enough_groups(
    outside: tuple[ReferenceServer, DatabaseStore, Catalog],
) -> None:
    server, store, catalog = outside
    whole = {Role.CREATE, Role.READ, Role.REPLACE, Role.DELETE}
    lived = []
    for name, (binding, family) in families(catalog).items():
        if whole <= family.keys():
            live(Reader(server, store), binding.collection, family)
            lived.append(name)
    assert len(lived) >= ENOUGH_GROUPS, lived


@pytest.mark.parametrize(
    ("agent", "entity"),
    [
        ("Person", "PersonEntity"),
        ("Contact", "ContactEntity"),
        ("CRMScript", "CRMScriptEntity"),
        ("CRMScript", "TriggerScriptEntity"),
        ("Webhook", "Webhook"),
    ],
)
def test_agents_work_on_what_the_routes_show(
    outside: tuple[ReferenceServer, DatabaseStore, Catalog], agent: str, entity: str
) -> None:
    server, store, catalog = outside
    reader = Reader(server, store)
    bindings = bind(catalog.operations, [SUPEROFFICE.conventions])
    base = f"/api/v1/Agents/{agent}"
    save = next(o for o in catalog.operations if o.route.template == f"{base}/Save{entity}")
    collection = bindings[save.uid].collection
    _, family = families(catalog)[collection.name]
    default = reader.json("POST", f"{base}/CreateDefault{entity}")
    name = next(n for n, v in default.items() if v == "" and n in collection.specimen)
    saved = reader.json("POST", f"{base}/Save{entity}", {**default, name: "by agent"})
    address = target(family[Role.READ], saved[collection.key])
    assert reader.json("GET", address)[name] == "by agent"
    changed = {**saved, name: "changed"}
    assert reader.json("POST", f"{base}/Save{entity}", changed)[name] == "changed"
    get = next(o for o in catalog.operations if o.route.template == f"{base}/Get{entity}")
    parameter = bindings[get.uid].parameter
    assert parameter
    query = f"?{parameter}={saved[collection.key]}"
    assert reader.json("POST", f"{base}/Get{entity}{query}")[name] == "changed"
    assert reader.ask("POST", f"{base}/Delete{entity}{query}").status == 204
    problem(reader.ask("GET", address), 404)


@pytest.mark.slow
def test_a_list_that_documents_no_options_takes_them_and_refuses_what_it_cannot_do(
    shared: Path,
) -> None:
    with serving(Catalog.read(shared / "corpus")) as served:
        reader = Reader(*served)
        made = reader.json("POST", "/api/v1/Webhook", {"Name": "Only one"})
        found = reader.json("GET", "/api/v1/Webhook?$filter=name%20eq%20'only%20one'&$top=5")
        assert [hook["WebhookId"] for hook in found] == [made["WebhookId"]]
        problem(reader.ask("GET", "/api/v1/Webhook?nameFilter=Only"), 501)
