"""Members with ids of any type, and lists by the parameters that most APIs have."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import Any
from uuid import UUID

import pytest

from callsheet.server.http.messages import HttpResponse
from callsheet.server.limits import SAMPLES_LIMITS
from tests.parcels import Reader, catalog_of, problem, serving

ROWS = (
    "| {key} | {type} | Which one. |\n| label | string | What it is called. |\n"
    "| size | int32 | How big. |\n| tags | array of string | Its words. |\n"
)
TABLE = "\n\n| Name | Type | Description |\n| --- | --- | --- |\n"
ARRAY = "## Response: array"
CHANGED = "## Response headers 200" + TABLE + "| ETag | string | Its version. |\n\n"
LINKED = TABLE + "| Link | string | Other pages. |\n| X-Total-Count | int32 | All. |\n\n"


def page(
    method: str, route: str, *, path: str = "", query: str = "", rest: str = "", codes: str = "200"
) -> str:
    """Return the text of a page."""
    rows = "".join(f"| {code} | Outcome. |\n" for code in codes.split())
    parts = [
        f"---\ntitle: T\nuid: {method} {route}\n---\n\n# T",
        f"```http\n{method} {route}\n```\n\nIt.\n",
        f"| Path Part | Type | Description |\n| --- | --- | --- |\n{path}" if path else "",
        f"## Query String Parameters{TABLE}{query}" if query else "",
        f"## Responses\n\n| Response | Description |\n| --- | --- |\n{rows}",
        rest,
    ]
    return "\n\n".join(part for part in parts if part) + "\n"


def family(
    base: str,
    key: str,
    type_: str,
    parameter: str,
    *,
    parents: str = "",
    query: str = "",
    listed: str = "",
    headers: str = "",
) -> dict[str, str]:
    """Return the pages of a resource."""
    rows = ROWS.format(key=key, type=type_) + "".join(
        f"| {line.split(' | ')[0].strip('| ')} | string | Whose. |\n"
        for line in parents.splitlines()
    )
    body = f"## Request Body: object{TABLE}{rows}\n\n"
    member = f"## Response: object{TABLE}{rows}\n\n"
    own = f"{parents}| {parameter} | {type_} | Which one. |\n"
    one = f"{base}/{{{parameter}}}"
    match = "## Request Headers\n\n| Name | Description |\n|---|---|\n| If-Match | A version. |\n\n"
    rest = listed or f"{ARRAY}{TABLE}{rows}\n\n"
    pages = [
        page("GET", base, path=parents, query=query, rest=rest + headers),
        page("POST", base, path=parents, rest=body + member, codes="201 409"),
        page("GET", one, path=own, rest=member + CHANGED, codes="200 304 404"),
        page("PUT", one, path=own, rest=match + body + member, codes="200 404 412"),
        page("PATCH", one, path=own, rest=body + member, codes="200 404 412"),
        page("DELETE", one, path=own, codes="204 404 412"),
    ]
    return {f"{base}{number}".replace("/", "-"): text for number, text in enumerate(pages)}


@contextmanager
def asking(pages: dict[str, str]) -> Iterator[Reader]:
    with serving(catalog_of(pages), packs=()) as found:
        yield Reader(*found)


def value(response: HttpResponse, status: int = 200) -> Any:
    assert response.status == status, response.body
    return json.loads(response.body)


@pytest.mark.parametrize(
    ("key", "type_", "parameter"),
    [
        ("id", "int32", "id"),
        ("id", "uuid", "thingId"),
        ("thing_id", "string", "thingId"),
        ("thingId", "int64", "id"),
        ("slug", "string", "slug"),
        ("id", "string", "id"),
        ("uuid", "uuid", "uuid"),
        ("name", "string", "thing_name"),
        ("code", "string", "code"),
    ],
)
def test_a_member_lives_whatever_its_id_is(key: str, type_: str, parameter: str) -> None:
    with asking(family("/api/things", key, type_, parameter)) as reader:
        before = value(reader.ask("GET", "/api/things"))
        assert len({row[key] for row in before}) == len(before) >= 3
        made = reader.ask("POST", "/api/things", {"label": "mine", "size": 4})
        member, address = value(made, 201), made.header("Location") or ""
        assert (member["label"], member["size"]) == ("mine", 4)
        assert address == f"/api/things/{member[key]}"
        if type_ == "uuid":
            assert str(UUID(member[key])) == member[key]
        assert value(reader.ask("GET", address)) == member
        assert member in value(reader.ask("GET", "/api/things"))
        changed = value(reader.ask("PUT", address, {"label": "new"}))
        assert (changed[key], changed["label"]) == (member[key], "new")
        assert value(reader.ask("PATCH", address, {"size": 5}))["size"] == 5
        assert reader.ask("DELETE", address).status == 204
        for method in ("GET", "DELETE"):
            problem(reader.ask(method, address), 404)
        assert value(reader.ask("GET", "/api/things")) == before


@pytest.mark.parametrize(("type_", "sent"), [("string", "zoë/1 a"), ("int32", 77)])
def test_a_client_may_give_the_id(type_: str, sent: Any) -> None:
    with asking(family("/users", "username", type_, "username")) as reader:
        made = reader.ask("POST", "/users", {"username": sent, "label": "a"})
        assert value(made, 201)["username"] == sent
        address = made.header("Location") or ""
        assert value(reader.ask("GET", address))["label"] == "a"
        problem(reader.ask("POST", "/users", {"username": sent}), 409)
        assert reader.ask("DELETE", address).status == 204
        value(reader.ask("POST", "/users", {"username": sent}), 201)


def test_a_new_member_never_takes_the_id_that_a_client_gave_another() -> None:
    with asking(family("/users", "id", "int32", "id")) as reader:
        given = value(reader.ask("POST", "/users", {"id": 4}), 201)
        made = [value(reader.ask("POST", "/users", {}), 201) for _ in range(3)]
        assert len({row["id"] for row in (given, *made)}) == 4


def test_put_makes_a_member_where_the_page_says_so() -> None:
    path = "| key | string | Which one. |\n"
    rows = "## Response: object" + TABLE + ROWS.format(key="key", type="string")
    body = "## Request Body: object" + TABLE + "| label | string | A text. |\n\n"
    pages = {
        "get": page("GET", "/flags/{key}", path=path, rest=rows, codes="200 404"),
        "put": page("PUT", "/flags/{key}", path=path, rest=body + rows, codes="200 201"),
    }
    with asking(pages) as reader:
        problem(reader.ask("GET", "/flags/dark"), 404)
        assert value(reader.ask("PUT", "/flags/dark", {"label": "a"}), 201)["key"] == "dark"
        assert value(reader.ask("PUT", "/flags/dark", {"label": "b"}))["label"] == "b"
        assert value(reader.ask("GET", "/flags/dark"))["label"] == "b"


def test_each_parent_has_members_of_its_own_that_know_it() -> None:
    parents = "| ownerId | uuid | Whose. |\n"
    one, other = (f"00000000-0000-4000-8000-00000000000{number}" for number in (1, 2))
    with asking(family("/o/{ownerId}/t", "id", "string", "id", parents=parents)) as reader:
        made = value(reader.ask("POST", f"/o/{one}/t", {"id": "x", "label": "a"}), 201)
        assert made["ownerId"] == one
        assert value(reader.ask("GET", f"/o/{one}/t/x"))["label"] == "a"
        problem(reader.ask("GET", f"/o/{other}/t/x"), 404)


def test_a_version_decides_whether_a_member_is_sent_or_changed() -> None:
    with asking(family("/things", "id", "uuid", "id")) as reader:
        address = reader.ask("POST", "/things", {"label": "a"}).header("Location") or ""
        etag = reader.ask("GET", address).header("ETag") or ""
        assert etag.startswith('"')
        assert reader.ask("GET", address, If_None_Match=f'"x", W/{etag}').status == 304
        assert reader.ask("GET", address, If_None_Match='"x"').status == 200
        problem(reader.ask("PUT", address, {"label": "b"}, If_Match='"nope"'), 412)
        assert value(reader.ask("GET", address))["label"] == "a"
        assert reader.ask("PUT", address, {"label": "b"}, If_Match=etag).status == 200
        problem(reader.ask("PUT", address, {"label": "c"}, If_Match=etag), 412)
        problem(reader.ask("DELETE", address, If_Match=etag), 412)
        assert reader.ask("DELETE", address, If_Match="*").status == 204


QUERY = (
    "| label | string | One. |\n| size | int32 | One. |\n| tags | array of string | Some. |\n"
    "| limit | int32 | How many. |\n| offset | int32 | After how many. |\n| sort | string | By. |\n"
    "| order | Enum: asc, desc | How. |\n| min_size | int32 | Least. |\n"
)


@contextmanager
def stocked(query: str = QUERY, **options: str) -> Iterator[Reader]:
    """Ask about a list of five: `e` to `a`, of the sizes 0, 1, 2, 0, 1."""
    with asking(family("/things", "id", "string", "id", query=query, **options)) as reader:
        for row in listed(reader, ""):
            assert reader.ask("DELETE", f"/things/{row['id']}").status == 204
        for number, label in enumerate("edcba"):
            body = {"id": f"k{number}", "label": label, "size": number % 3, "tags": [label, "all"]}
            value(reader.ask("POST", "/things", body), 201)
        yield reader


def listed(reader: Reader, query: str) -> Any:
    return value(reader.ask("GET", f"/things?{query}"))


@pytest.mark.parametrize(
    ("query", "labels"),
    [
        ("", "edcba"),
        ("label=C", "c"),
        ("size=1", "da"),
        ("size=0&label=b", "b"),
        ("label=none", ""),
        ("tags=a,b", "ba"),
        ("tags=all", "edcba"),
        ("limit=2", "ed"),
        ("limit=2&offset=3", "ba"),
        ("offset=9", ""),
        ("limit=0", ""),
        ("sort=label", "abcde"),
        ("sort=-label", "edcba"),
        ("sort=size,-label", "ebdac"),
        ("sort=size:desc,label", "cadbe"),
        ("sort=label&order=desc&limit=1", "e"),
        ("size=1&sort=label&limit=1", "a"),
    ],
)
def test_a_list_does_what_its_parameters_are_named_after(query: str, labels: str) -> None:
    with stocked() as reader:
        assert "".join(row["label"] for row in listed(reader, query)) == labels


@pytest.mark.parametrize("query", ["limit=-1", "offset=x", "sort=colour", "size=big"])
def test_a_parameter_of_a_list_that_makes_no_sense_is_refused(query: str) -> None:
    with stocked() as reader:
        problem(reader.ask("GET", f"/things?{query}"), 422)


def test_what_a_name_does_not_tell_is_501_with_the_behaviour_to_write() -> None:
    with stocked() as reader:
        detail = problem(reader.ask("GET", "/things?min_size=1"), 501)["detail"]
    assert "`min_size`" in detail
    code = detail.partition("\n\n")[2]
    assert 'BEHAVIOURS = {"things0": respond}' in code
    compile(code, "behaviour.py", "exec")


def test_pages_are_numbered_and_linked_as_documented() -> None:
    query = "| page | int32 | Which. |\n| per_page | int32 | How many. |\n"
    with stocked(query, headers="## Response headers 200" + LINKED) as reader:
        answer = reader.ask("GET", "/things?per_page=2&page=2")
        assert [row["label"] for row in value(answer)] == ["c", "b"]
        assert answer.header("X-Total-Count") == "5"
        links = [part.strip() for part in (answer.header("Link") or "").split(",")]
        assert [link.partition("; ")[2] for link in links] == [
            'rel="next"', 'rel="prev"', 'rel="first"', 'rel="last"',
        ]  # fmt: skip
        following = links[0].partition("<")[2].partition(">")[0]
        assert "".join(row["label"] for row in value(reader.ask("GET", following))) == "a"
        assert 'rel="next"' not in (reader.ask("GET", following).header("Link") or "")


def test_a_cursor_leads_through_all_of_a_list() -> None:
    rows = "".join(
        f"| items[].{line[2:]}\n" for line in ROWS.format(key="id", type="string").splitlines()
    )
    envelope = (
        f"## Response: object{TABLE}| items | array | The members. |\n{rows}"
        "| next_cursor | string | The next ones. |\n| total | int32 | All. |\n"
        "| has_more | bool | Whether there are more. |\n\n"
    )
    query = "| cursor | string | Where. |\n| limit | int32 | How many. |\n"
    seen: list[str] = []
    with asking(family("/things", "id", "string", "id", query=query, listed=envelope)) as reader:
        cursor, total = "", 0
        for _ in range(9):
            found = value(
                reader.ask(
                    "GET", f"/things?limit=2&cursor={cursor}" if cursor else "/things?limit=2"
                )
            )
            seen += [row["id"] for row in found["items"]]
            cursor, total = found["next_cursor"], found["total"]
            assert found["has_more"] is bool(cursor)
            if not cursor:
                break
        assert len(seen) == len({*seen}) == total >= 3
        problem(reader.ask("GET", "/things?cursor=nope"), 422)


def test_a_part_of_a_list_that_is_too_large_as_a_whole_can_be_had() -> None:
    pages = family("/things", "id", "string", "id", query=QUERY)
    limits = replace(SAMPLES_LIMITS, list_bytes=4096)
    with serving(catalog_of(pages), packs=(), limits=limits) as found:
        reader = Reader(*found)
        for _ in range(4):
            value(reader.ask("POST", "/things", {"label": "x" * 900}), 201)
        assert "4,096 bytes" in problem(reader.ask("GET", "/things"), 422)["detail"]
        assert len(listed(reader, "limit=2&offset=1")) == 2
        problem(reader.ask("GET", "/things?sort=label&limit=1"), 422)
