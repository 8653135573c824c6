"""Postman collections become pages."""

from __future__ import annotations

import json
import re
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from callsheet.catalog import Catalog
from callsheet.cli import main
from callsheet.http.headers import Headers
from callsheet.importing.captures import variables
from callsheet.model import Operation
from callsheet.samples.collections.postman import postman_collection
from callsheet.server.http.messages import HttpRequest
from tests.captures import (
    BASE,
    JSON_TYPE,
    Json,
    collection,
    disabled,
    imported,
    item,
    pairs,
    raw,
    read,
    run_import,
    saved,
    text_of,
    types,
)
from tests.conftest import DOCS
from tests.parcels import PAGES, catalog_of, serving

PARCEL = {"id": 7, "label": "Tea", "weight": 1.5}
LABEL_URL = "{{baseUrl}}/parcels/{{parcelId}}/label"
PARCEL_URL = {
    "raw": "{{baseUrl}}/parcels/:parcelId",
    "host": ["{{baseUrl}}"],
    "path": ["parcels", ":parcelId"],
    "variable": [{"key": "parcelId", "value": "7", "description": "The number of the parcel."}],
}
LIST_URL = {
    "raw": "{{baseUrl}}/parcels?limit=10&old=1&tag=a&tag=b&since=2026-01-01",
    "host": ["{{baseUrl}}"],
    "path": ["parcels"],
    "query": [
        {"key": "limit", "value": "10", "description": "How many."},
        disabled("old"),
        *({"key": "tag", "value": value} for value in "ab"),
        {"key": "since", "value": "2026-01-01"},
    ],
}
DEPOT = collection(
    {
        "name": "Parcels",
        "description": {"content": "All about parcels."},
        "item": [
            item(
                "List parcels",
                "GET",
                LIST_URL,
                saved("Two of them", 200, [PARCEL, {"id": 8, "label": "Ink"}], total="2"),
                saved("Too many", 400, {"title": "No"}, sent={"url": f"{BASE}/parcels?limit=999"}),
                header=[*pairs({"X-Tenant": "north"}), disabled("X-Off")],
                description="Lists the parcels of a depot.",
            ),
            item("Get a parcel", "GET", PARCEL_URL, saved("Tea", 200, PARCEL)),
            {
                "name": "Labels",
                "item": [
                    item("Print", "POST", LABEL_URL, saved("ok", 201, {})),
                ],
            },
        ],
    },
    item(
        "Create",
        "POST",
        "{{baseUrl}}/parcels",
        saved("Created", 201, PARCEL),
        body=raw({"label": "Tea"}),
    ),
    variable=pairs({"baseUrl": "{{host}}/v2", "host": "https://api.depot.example"}),
    auth={"type": "bearer", "bearer": pairs({"token": "{{token}}"})},
)


@pytest.fixture
def depot(tmp_path: Path) -> dict[str, Operation]:
    return imported("postman", tmp_path, DEPOT)


def test_requests_become_operations(depot: dict[str, Operation]) -> None:
    assert {route: (o.title, o.path) for route, o in depot.items()} == {
        "GET /v2/parcels": ("List parcels", "Parcels/getV2Parcels.md"),
        "GET /v2/parcels/{parcelId}": ("Get a parcel", "Parcels/getV2ParcelsParcelId.md"),
        "POST /v2/parcels/{parcelId}/label": (
            "Print",
            "Parcels-Labels/postV2ParcelsParcelIdLabel.md",
        ),
        "POST /v2/parcels": ("Create", "postV2Parcels.md"),
    }
    assert {server.url for o in depot.values() for server in o.servers} == {
        "https://api.depot.example"
    }


def test_parameters_have_types_examples_and_descriptions(depot: dict[str, Operation]) -> None:
    found = depot["GET /v2/parcels"]
    assert types(found) == {
        "Authorization": "string",
        "X-Tenant": "string",
        "limit": "int32",
        "since": "date",
        "tag": "array of string",
    }
    about = {row.name: row.about for row in found.parameters}
    assert about["limit"] == "How many."
    assert "old" not in about
    assert "X-Off" not in about
    [number] = [
        p for p in depot["POST /v2/parcels/{parcelId}/label"].parameters if p.name == "parcelId"
    ]
    # What one request says of a value in the path is true of all paths that begin with it.
    assert (number.type.written if number.type else "", number.about) == (
        "int32",
        "The number of the parcel.",
    )


def test_saved_responses_become_examples(depot: dict[str, Operation]) -> None:
    found = depot["GET /v2/parcels"]
    assert [(e.name, e.status) for e in found.example_responses] == [
        ("Two of them", 200),
        ("Too many", 400),
    ]
    assert json.loads(found.example_responses[0].body)[0] == PARCEL
    assert found.response is not None
    assert {row.name: row.type and row.type.written for row in found.response.properties} == {
        "id": "int32",
        "label": "string",
        "weight": "double",
    }
    assert [(row.name, row.status) for row in found.response.headers] == [("total", "200")]
    [created] = depot["POST /v2/parcels"].example_requests
    assert (created.name, json.loads(created.body)) == ("Created", {"label": "Tea"})


def test_descriptions_and_folders_are_on_the_pages(
    depot: dict[str, Operation], tmp_path: Path
) -> None:
    [about] = depot["GET /v2/parcels"].description
    assert about.markdown == "Lists the parcels of a depot."
    assert "All about parcels." in (tmp_path / "docs/Parcels/index.md").read_text()


def test_pages_are_correct_and_their_programs_pass(
    depot: dict[str, Operation], tmp_path: Path
) -> None:
    docs = ["--docs", str(tmp_path / "docs")]
    # Only an author can describe what nobody described.
    checked = CliRunner().invoke(main, ["check", *docs, "--ignore", "CS230,CS609"])
    assert (checked.exit_code, checked.output) == (0, "No findings in 7 pages.\n")
    assert CliRunner().invoke(main, ["test", *docs]).exit_code == 0


# Addresses


@pytest.mark.parametrize(
    ("url", "route", "server"),
    [
        ("https://a.example/x/:id", "/x/{id}", "https://a.example"),
        ("a.example:8080/x/{{id}}?q=1#top", "/x/{id}", "http://a.example:8080"),
        ("{{unknown}}/x", "/x", ""),
        ("/x/{id}", "/x/{id}", ""),
        ("http://localhost:3000/x", "/x", ""),
        ("https://ada:pa55-word!@a.example/x", "/x", "https://a.example"),
        ("{{url}}/x", "/base/x", "https://b.example"),
        ("https://a.example/{{version}}/x", "/v3/x", "https://a.example"),
        ("https://a.example/x/{{$guid}}", "/x/{xId}", "https://a.example"),
        ("https://a.example/x/file-{{n}}.json", "/x/file-{n}.json", "https://a.example"),
        ("https://a.example/../a/./b/..", "/a/", "https://a.example"),
        ("https://a.example", "/", "https://a.example"),
        ({"path": ["x", {"type": "string", "value": "y"}]}, "/x/y", ""),
        ({"host": "a.example", "path": "/x/:id", "protocol": "https", "port": "44"},
         "/x/{id}", "https://a.example:44"),
        ({"raw": "https://a.example/x"}, "/x", "https://a.example"),
    ],
)  # fmt: skip
def test_each_way_to_write_an_address(tmp_path: Path, url: Any, route: str, server: str) -> None:
    values = pairs({"url": "https://b.example/base/", "version": "v3"})
    whole = collection(item("x", "GET", url, saved("ok", 200, {})), variable=values)
    [found] = imported("postman", tmp_path, whole).values()
    assert found.route.template == route
    assert [each.url for each in found.servers] == ([server] if server else [])
    assert "pa55" not in text_of(tmp_path)


def test_routes_with_the_same_values_are_one_operation(tmp_path: Path) -> None:
    urls = (f"{BASE}/x/17", f"{BASE}/x/:xId", f"{BASE}/x/6f9619ff-8b86-4011-b42d-00c04fc964ff")
    whole = collection(*(item(f"n{n}", "GET", url) for n, url in enumerate(urls)))
    assert [*imported("postman", tmp_path, whole)] == ["GET /v2/x/{xId}"]


# Bodies


def body_of(tmp_path: Path, body: Json, *headers: tuple[str, str]) -> Operation:
    sent = item("x", "POST", BASE, saved("ok", 200, {}), body=body, header=pairs(dict(headers)))
    values = pairs({"name": 'A "b"', "count": "3"})
    [found] = imported("postman", tmp_path, collection(sent, variable=values)).values()
    return found


def test_json_has_the_values_of_variables(tmp_path: Path) -> None:
    text = """{
      // who
      "name": "{{name}}", /* how many */ "count": {{count}}, "free": "see {{other}} // here",
      "when": "{{$isoTimestamp}}", "unknown": {{unknown}}
    }"""
    found = body_of(tmp_path, raw(text))
    assert json.loads(found.example_requests[0].body) == {
        "name": 'A "b"',
        "count": 3,
        "free": "see {other} // here",
        "when": "2026-01-01T00:00:00.000Z",
        "unknown": 1,
    }
    [body] = found.request_bodies
    assert {row.name: row.type and row.type.written for row in body.properties} == {
        "name": "string",
        "count": "int32",
        "free": "string",
        "when": "date-time",
        "unknown": "int32",
    }


@pytest.mark.parametrize(
    ("body", "headers", "media_type", "shown"),
    [
        (raw("hello {{name}}", "text"), (), "text/plain", 'hello A "b"'),
        (raw("<a><b>1</b></a>", "xml"), (), "application/xml", "<a><b>1</b></a>"),
        (
            raw("a=1&b=x+y"),
            [("Content-Type", "application/x-www-form-urlencoded")],
            "application/x-www-form-urlencoded",
            "a=1&b=x+y",
        ),
        (
            {"mode": "urlencoded", "urlencoded": [*pairs({"a": "{{count}}"}), disabled("b")]},
            (),
            "application/x-www-form-urlencoded",
            "a=3",
        ),
        (
            {"mode": "graphql", "graphql": {"query": "{ a }", "variables": '{"n": {{count}}}'}},
            (),
            JSON_TYPE,
            '{"query": "{ a }", "variables": {"n": 3}}',
        ),
        (
            {"mode": "file", "file": {"src": "/home/ada/x.png"}},
            [("Content-Type", "image/png")],
            "image/png",
            "",
        ),
    ],
)
def test_each_mode_of_a_body(
    tmp_path: Path, body: Json, headers: list[tuple[str, str]], media_type: str, shown: str
) -> None:
    found = body_of(tmp_path, body, *headers)
    assert found.request_media_types == (media_type,)
    written = found.example_requests[0].body
    assert json.loads(written) == json.loads(shown) if media_type == JSON_TYPE else written == shown
    assert "/home/ada" not in text_of(tmp_path)


def test_a_form_with_a_file(tmp_path: Path) -> None:
    parts = [*pairs({"note": "x"}), {"key": "file", "type": "file", "src": "/home/ada/x.png"}]
    found = body_of(tmp_path, {"mode": "formdata", "formdata": parts})
    [body] = found.request_bodies
    assert {row.name: row.type and row.type.written for row in body.properties} == {
        "note": "string",
        "file": "binary",
    }
    assert "/home/ada" not in text_of(tmp_path)


def test_what_all_requests_have_is_required(tmp_path: Path) -> None:
    bodies = ({"a": 1, "in": {"x": 1, "y": 2}}, {"a": 2, "b": 3, "in": {"x": 1}})
    whole = collection(
        *(item(f"n{n}", "POST", BASE, body=raw(body)) for n, body in enumerate(bodies))
    )
    result = run_import("postman", tmp_path, whole)
    assert "CS047 What all requests have in their bodies is required" in result.stderr
    [found] = read(tmp_path)
    [body] = found.request_bodies
    required = {row.name for row in body.properties if row.required}
    assert required == {"a", "in", "in.x"}


# Authentication


@pytest.mark.parametrize(
    ("kind", "given", "expected"),
    [
        ("basic", {}, ["basic"]),
        ("digest", {"username": "ada"}, ["digest"]),
        ("apikey", pairs({"key": "X-Key", "value": "v", "in": "header"}), ["header X-Key"]),
        ("apikey", {"key": "key", "in": "query"}, ["query key"]),
        ("oauth2", [], ["bearer"]),
        (
            "oauth2",
            pairs({"grant_type": "client_credentials", "accessTokenUrl": "https://a.example/t"}),
            ["clientCredentials"],
        ),
        ("noauth", {}, []),
    ],
)
def test_authentication_becomes_security(
    tmp_path: Path, kind: str, given: Any, expected: list[str]
) -> None:
    inner = item("x", "GET", f"{BASE}/x", saved("ok", 200, {}))
    folder = {"name": "F", "auth": {"type": kind, kind: given}, "item": [inner]}
    whole = collection(folder, auth={"type": "bearer", "bearer": pairs({"token": "t"})})
    [found] = imported("postman", tmp_path, whole).values()
    schemes = [
        s.scheme or " ".join(filter(None, (s.location, s.parameter))) or s.flows[0].kind
        for uses in found.security or ()
        for use in uses
        if (s := use.scheme)
    ]
    headers = (row.about or "" for row in found.parameters if row.name == "Authorization")
    schemes += [word.lower() for text in headers for word in re.findall("`(.+?)`", text)]
    assert schemes == expected


# Further responses


def test_a_status_is_taken_from_a_test(tmp_path: Path) -> None:
    script = "pm.test('x', () => pm.response.to.have.status(204));"
    event = {"listen": "test", "script": {"exec": [script]}}
    whole = collection({**item("x", "DELETE", BASE), "event": [event]})
    [found] = imported("postman", tmp_path, whole).values()
    assert [status.code for status in found.statuses] == [204]


def test_bodies_of_several_kinds_are_described(tmp_path: Path) -> None:
    answers = [[1], {"a": 1}, "text", "{oops", "null"]
    listed = (saved(f"n{n}", 200, value) for n, value in enumerate(answers))
    xml = {"name": "xml", "code": 200, "header": pairs({"Content-Type": "text/xml"}), "body": "<r"}
    whole = collection(item("x", "GET", BASE, *listed, xml))
    imported("postman", tmp_path, whole)
    checked = CliRunner().invoke(
        main, ["check", "--docs", str(tmp_path / "docs"), "--ignore", "CS609"]
    )
    assert checked.output.startswith("No findings")


def test_optional_properties_of_examples_are_no_findings(tmp_path: Path) -> None:
    values = [{"a": 1, "in": {"x": 1, "y": [{"z": 1, "w": 2}]}}, {"in": {"y": [{"z": 2}]}}]
    listed = (saved(f"n{code}", code, values) for code in (200, 404))
    imported("postman", tmp_path, collection(item("x", "GET", BASE, *listed)))
    checked = CliRunner().invoke(
        main, ["check", "--docs", str(tmp_path / "docs"), "--ignore", "CS609"]
    )
    assert checked.output.startswith("No findings")


# Our own export


@pytest.mark.parametrize("catalog", [catalog_of(PAGES), Catalog.read(DOCS / "reference")])
def test_what_the_export_writes_is_the_same_again(catalog: Catalog, tmp_path: Path) -> None:
    whole = postman_collection(catalog.operations, "Parcels")
    found = imported("postman", tmp_path, whole)
    routes = {f"{o.method} {o.route.template.partition('?')[0]}": o for o in catalog.operations}
    assert found.keys() == routes.keys()
    for route, operation in found.items():
        success = routes[route].success
        assert success is None or success.code in {s.code for s in operation.statuses}


# As a mock server


@pytest.mark.parametrize(
    ("request_", "sent", "status"),
    [
        ({"auth": {"type": "basic"}}, {}, 401),
        ({"auth": {"type": "basic"}}, {"Authorization": "Basic YTpi"}, 200),
        ({"auth": {"type": "apikey", "apikey": pairs({"key": "X-Key", "in": "header"})}}, {}, 401),
        ({}, {"Accept": "text/csv"}, 406),
    ],
)
def test_the_reference_server_answers_by_a_collection(
    tmp_path: Path, request_: Json, sent: dict[str, str], status: int
) -> None:
    url = {"path": ["todos"]}
    imported(
        "postman", tmp_path, collection(item("x", "GET", url, saved("ok", 200, "t"), **request_))
    )
    with serving(Catalog.read(tmp_path / "docs"), packs=()) as (server, store):
        request = HttpRequest("GET", "/todos", "", Headers(sent.items()), b"")
        assert server.respond(request, store).status == status


# Bad input


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ('{"item": [', "cannot be read"),
        ("[]", "not a mapping"),
        ('{"item": ' + "[" * 300 + "]" * 300 + "}", "nested too deeply"),
        ({"info": {}}, "no list `item`"),
        ({"requests": [], "order": []}, "version 2.1"),
        ({"openapi": "3.1.0"}, "callsheet import openapi"),
        ({"values": []}, "environment"),
        ({"item": []}, "no operation"),
    ],
)
def test_what_is_no_collection_is_refused(tmp_path: Path, value: Any, said: str) -> None:
    result = run_import("postman", tmp_path, value)
    assert result.exit_code == 2
    assert said in result.stderr
    assert not (tmp_path / "docs").exists()


def test_names_lead_nowhere(tmp_path: Path) -> None:
    names = [
        "../../etc",
        "a/../../b",
        "con",
        "x\x00\x1by\n\n## Response",
        "nul.txt",
        "",
        "..",
        "a" * 500,
    ]
    items = (
        {"name": name, "item": [item(name, "GET", f"{BASE}/x{n}", saved(name, 200, {}))]}
        for n, name in enumerate(names)
    )
    found = imported("postman", tmp_path, collection(*items))
    assert len(found) == len(names)
    assert {file.relative_to(tmp_path).parts[0] for file in tmp_path.rglob("*")} == {
        "docs",
        "given.json",
    }
    assert "\x1b" not in text_of(tmp_path)


def test_parts_that_are_none_are_reported(tmp_path: Path) -> None:
    broken = [{"name": "x"}, {"name": "y", "request": {"method": "GET"}}, {"request": 5}, 5, None]
    result = run_import("postman", tmp_path, collection(item("x", "GET", BASE), *broken))
    assert result.exit_code == 1
    assert "CS045" in result.stderr
    assert len(read(tmp_path)) == 1


def test_variables_do_not_grow_without_end(tmp_path: Path) -> None:
    names = [f"v{n}" for n in range(40)]
    values = {name: f"{{{{{after}}}}}" * 9 for name, after in pairwise(names)}
    circle = {"c": "{{d}}", "d": "{{c}}"}
    whole = collection(
        item(
            "x",
            "POST",
            f"{BASE}/x?a={{{{v0}}}}&b={{{{c}}}}",
            body=raw('{"a": "{{v0}}", "b": "{{c}}"}'),
        ),
        variable=pairs({**values, **circle}),
    )
    imported("postman", tmp_path, whole)
    assert len(text_of(tmp_path)) < 20 * variables.MAX_LENGTH


def test_only_the_requests_of_a_folder(tmp_path: Path) -> None:
    assert {*imported("postman", tmp_path, DEPOT, "--folder", "Parcels / Labels")} == {
        "POST /v2/parcels/{parcelId}/label"
    }
