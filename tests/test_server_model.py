"""The server holds requests against all that pages can say, and answers by it."""

from __future__ import annotations

import base64
import json
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from urllib.parse import quote

import pytest
from defusedxml.ElementTree import fromstring

from callsheet.http.forms import Part, write_parts
from callsheet.server.core import ReferenceServer
from callsheet.server.engine.call import Answer, Call
from callsheet.server.engine.requests.validation import Input
from callsheet.server.http.messages import HttpResponse
from callsheet.server.pack import Pack
from tests.parcels import Reader, catalog_of, problem, serving

JSON = "application/json"
FORM = "application/x-www-form-urlencoded"
MULTIPART = "multipart/form-data"


def page(
    route: str, *sections: str, statuses: str = "| 200 | It. |", front: str = "", uid: str = "x"
) -> str:
    """The text of a page with these sections."""
    return "\n\n".join(
        [
            f"---\ntitle: {route}\nuid: {uid}\n{front}---",
            f"# {route}",
            f"```http\n{route}\n```",
            "Does it.",
            *sections,
            f"## Response: object\n\n| Response | Description |\n| --- | --- |\n{statuses}",
        ]
    )


def headers(content_type: str = "", accept: str = "") -> str:
    rows = [f"| Content-Type | `{content_type}` |"] if content_type else []
    rows += [f"| Accept | {accept} |"] if accept else []
    return "\n".join(["## Request Headers\n\n| Parameter Name | Description |", "|---|---|", *rows])


def table(heading: str, columns: str, *rows: str) -> str:
    lines = [f"| {columns} |", "|" + "---|" * (columns.count("|") + 1), *(f"| {r} |" for r in rows)]
    return f"{heading}\n\n" + "\n".join(lines)


class Echo:
    """A behaviour that answers with what it was given."""

    def __init__(self) -> None:
        self.given: list[Input] = []

    def answer(self, call: Call) -> Answer:
        self.given.append(call.input)
        return Answer({"it": "is"})


@contextmanager
def asked(*pages: str) -> Iterator[tuple[Reader, Echo]]:
    """Who asks the server of some pages, and what the page `x` was given."""
    echo = Echo()
    texts = {f"p{number}": text for number, text in enumerate(pages)}
    with serving(catalog_of(texts), [Pack(lambda _operations: {"x": echo.answer})]) as (
        server,
        store,
    ):
        yield Reader(server, store), echo


def errors(response: HttpResponse) -> list[tuple[str, str, str]]:
    """Where a refused request is wrong: location, name and pointer."""
    document = problem(response, 422)
    return [(e["in"], e["name"], e.get("pointer", "")) for e in document["errors"]]


# Bodies.

STEPS = table(
    "## Request Body: request",
    "Property Name | Type | Description",
    "op | String | **Required** What.",
    "path | String | **Required** Where.",
    "count | Integer | **Required** How many.",
)


def test_rows_named_op_and_path_do_not_make_a_patch() -> None:
    with asked(page("POST /api/Run", headers(JSON), STEPS)) as (reader, _):
        body = {"op": "remove", "path": "Name", "count": "many"}
        assert errors(reader.ask("POST", "/api/Run", body)) == [("body", "count", "/count")]
        assert errors(reader.ask("POST", "/api/Run", {"op": "remove", "count": 1})) == [
            ("body", "path", "/path")
        ]
        assert reader.ask("POST", "/api/Run", {**body, "count": 3}).status == 200


def test_rows_named_op_path_and_value_do_not_make_an_object_a_patch() -> None:
    steps = STEPS.replace("count | Integer", "value | Integer")
    with asked(page("POST /api/Run", headers(JSON), steps)) as (reader, _):
        body = {"op": "set", "path": "Name", "value": "many"}
        assert errors(reader.ask("POST", "/api/Run", body)) == [("body", "value", "/value")]
        # In a list of operations of RFC 6902 it may be any value.
        assert reader.ask("POST", "/api/Run", [body]).status == 200


TAGS = table(
    "## Request Body: thing",
    "Property Name | Type | Required | Nullable | Description",
    "tags | array of Tag | | | Its tags.",
    "names | array of string | | | Its names.",
)
TAG = (
    "---\ntitle: Tag\ndefines: Tag\n---\n\n# Tag\n\n| Property Name | Type | Description |\n"
    "| --- | --- | --- |\n| id | int64 | Its number. |\n| label | string | Its text. |\n"
)


def test_what_an_array_holds_is_held_against_its_type() -> None:
    with asked(page("POST /api/Thing", TAGS), TAG) as (reader, _):
        response = reader.ask("POST", "/api/Thing", {"tags": [{"id": 1}, {"id": False}]})
        assert errors(response) == [("body", "tags[1].id", "/tags/1/id")]
        [error] = json.loads(response.body)["errors"]
        # The table of the type says so, on its own page.
        assert error["documented"].startswith("p1.md:")
        assert error["expected"] == "an integer (`int64`)"
        response = reader.ask("POST", "/api/Thing", {"names": ["a", 1], "tags": 5})
        assert [name for _, name, _ in errors(response)] == ["tags", "names[1]"]
        assert reader.ask("POST", "/api/Thing", {"tags": [{"id": 2**40}]}).status == 200


def test_what_a_type_demands_is_demanded_of_its_values() -> None:
    tag = TAG.replace("Its number.", "Its number. **Required**")
    shown = f"### Response body: Other\n\n{shown_as_json({'inner': {'id': 1, 'label': 'x'}})}"
    merely_shown = page("GET /api/Other", uid="other") + f"\n\n{shown}"
    with asked(page("POST /api/Thing", TAGS), tag, merely_shown) as (reader, _):
        response = reader.ask("POST", "/api/Thing", {"tags": [{"label": "a"}]})
        assert errors(response) == [("body", "tags[0].id", "/tags/0/id")]
        [error] = json.loads(response.body)["errors"]
        line = int(error["documented"].removeprefix("p1.md:"))
        assert tag.split("\n")[line - 1].startswith("| id ")
        assert reader.ask("POST", "/api/Thing", {"tags": [{"id": 1}]}).status == 200


def shown_as_json(value: Any) -> str:
    return f"```http_\nHTTP/1.1 200 OK\nContent-Type: {JSON}\n\n{json.dumps(value)}\n```"


FACETS = table(
    "## Request Body: thing",
    "Property Name | Type | Required | Limits | Values | Default | Access | Description",
    "name | string | Yes | 2 to 5 characters | | | | It.",
    "code | string | | pattern `^[A-Z]{3}$` | | | | It.",
    "level | integer | | 1 to 9 | | | | It.",
    "step | double | | multiple of 0.5 | | | | It.",
    "rank | integer | | | `1`, `5` | | | It.",
    "mail | email | | | | | | It.",
    "key | uuid | | | | | | It.",
    "day | date | | | | | | It.",
    "tags | array of string | | at most 2 items, unique | | | | It.",
    "scores | map of int32 | | | | | | It.",
    "either | int32 or bool | | | | | | It.",
    "id | int32 | Yes | | | | read only | It.",
    "address | object | | | | | | Where.",
    "address.city | string | Yes | | | | | It.",
    "lines[].sku | string | Yes | | | | | It.",
)
GOOD: dict[str, Any] = {"name": "Ada"}


@pytest.mark.parametrize(
    ("name", "good", "bad"),
    [
        ("name", "Adam", "A"),
        ("code", "ABC", "abc"),
        ("level", 9, 10),
        ("step", 1.5, 1.25),
        ("rank", 5, 2),
        ("mail", "ada@example.com", "ada"),
        ("key", "6f6f1c1e-0000-4000-8000-000000000000", "6f6f"),
        ("day", "2026-03-14", "2026-02-30"),
        ("tags", ["a", "b"], ["a", "b", "c"]),
        ("tags", ["a"], ["a", "a"]),
        ("either", True, "x"),
    ],
)
def test_a_value_is_held_against_each_facet(name: str, good: Any, bad: Any) -> None:
    with asked(page("POST /api/Thing", FACETS)) as (reader, _):
        assert reader.ask("POST", "/api/Thing", {**GOOD, name: good}).status == 200
        assert errors(reader.ask("POST", "/api/Thing", {**GOOD, name: bad})) == [
            ("body", name, f"/{name}")
        ]


def test_what_is_nested_is_held_against_its_rows() -> None:
    with asked(page("POST /api/Thing", FACETS)) as (reader, _):
        body = {**GOOD, "scores": {"a": "x"}, "address": {}, "lines": [{}]}
        assert [pointer for _, _, pointer in errors(reader.ask("POST", "/api/Thing", body))] == [
            "/scores/a",
            "/address/city",
            "/lines/0/sku",
        ]


def test_what_is_read_only_is_not_demanded_of_a_request() -> None:
    with asked(page("POST /api/Thing", FACETS)) as (reader, _):
        assert reader.ask("POST", "/api/Thing", GOOD).status == 200
        assert reader.ask("POST", "/api/Thing", {**GOOD, "id": 3}).status == 200


def test_null_stands_for_what_need_not_be_there_unless_the_page_speaks_of_it() -> None:
    rows = ("a | string | {} | It.", "b | string | | It.", "c | string | | **Required** It.")
    columns = "Property Name | Type | Nullable | Description"
    silent = table("## Request Body: x", columns, *(row.format("") for row in rows))
    with asked(page("POST /api/Thing", silent)) as (reader, _):
        body = {"a": None, "b": None, "c": "x"}
        assert reader.ask("POST", "/api/Thing", body).status == 200
        assert [n for _, n, _ in errors(reader.ask("POST", "/api/Thing", {"c": None}))] == ["c"]
    told = table("## Request Body: x", columns, *(row.format("yes") for row in rows))
    with asked(page("POST /api/Thing", told)) as (reader, _):
        body = {"a": None, "c": "x"}
        assert reader.ask("POST", "/api/Thing", body).status == 200
        body["b"] = None
        assert [n for _, n, _ in errors(reader.ask("POST", "/api/Thing", body))] == ["b"]


@pytest.mark.parametrize(
    ("type_", "example", "body", "status"),
    [
        ("int32", "", "x", 422),
        ("int32", "", 3, 200),
        ("Tag", "", {"id": "x"}, 422),
        ("Tag", "", {"id": 3}, 200),
        # No table defines it.
        ("Unheard", "", [1], 200),
        # What the page's own example shows is not asked.
        ("string", "[1]", [2], 422),
        ("string", "5", 5, 422),
        ("string", "5", True, 422),
        ("string", "5", "x", 200),
        ("int32", '"x"', "x", 422),
        ("Enum: A, B", '"C"', "C", 422),
        ("date", '"tomorrow"', "tomorrow", 422),
        ("array of int32", '["x"]', ["x"], 422),
        ("map of int32", '{"a": "x"}', {"a": "x"}, 422),
        ("Tag", '{"id": "x"}', {"id": "x"}, 422),
    ],
)
def test_a_body_without_a_table_is_what_its_heading_says(
    type_: str, example: str, body: Any, status: int
) -> None:
    request = f"```http!\nPOST /api/Thing\nContent-Type: {JSON}\n\n{example}\n```"
    text = page("POST /api/Thing", headers(JSON), f"## Request Body: it {type_}", request)
    with asked(text, TAG) as (reader, _):
        assert reader.ask("POST", "/api/Thing", body).status == status


BY_TYPE = (
    headers("application/json`, `application/merge-patch+json`, `text/csv"),
    table(
        "## Request Body (application/json): thing",
        "Name | Type | Description",
        "name | string | **Required** It.",
    ),
    table(
        "## Request Body (application/merge-patch+json): part",
        "Name | Type | Description",
        "size | int32 | It.",
    ),
    "## Request Body (text/csv): string",
)


def test_each_media_type_has_its_own_schema() -> None:
    with asked(page("POST /api/Thing", *BY_TYPE)) as (reader, echo):
        assert reader.ask("POST", "/api/Thing", {"name": "a"}).status == 200
        assert errors(reader.ask("POST", "/api/Thing", {"size": 1})) == [("body", "name", "/name")]
        patch = "application/merge-patch+json"
        assert reader.ask("POST", "/api/Thing", {"size": 1}, Content_Type=patch).status == 200
        wrong = reader.ask("POST", "/api/Thing", {"size": "x"}, Content_Type=patch)
        assert errors(wrong) == [("body", "size", "/size")]
        csv = "text/csv; charset=utf-8"
        assert reader.ask("POST", "/api/Thing", b"a,b", Content_Type=csv).status == 200
        assert echo.given[-1].body == "a,b"
        refused = reader.ask("POST", "/api/Thing", b"x", Content_Type="text/plain")
        assert problem(refused, 415)
        assert "text/csv" in (refused.header("Accept") or "")


# Parameters.

QUERY = table(
    "## Query String Parameters",
    "Parameter Name | Type | Required | Default | Limits | Description",
    "ids | array of int32 | | | | Which.",
    "limit | int32 | | 10 | at most 100 | How many.",
    "old | string | | | | It.",
    "words | array of string | | | | It.",
)
EXAMPLES = "```http\nGET /api/Things?words=a&words=b\nGET /api/Things?ids=1,2\n```"


@pytest.mark.parametrize(
    ("query", "given"),
    [
        ("ids=1,2", {"ids": [1, 2], "limit": 10}),
        ("ids=1&ids=2", {"ids": [1, 2], "limit": 10}),
        ("words=a,b&words=c", {"words": ["a,b", "c"], "limit": 10}),
        ("words=a,b", {"words": ["a,b"], "limit": 10}),
        ("limit=5", {"limit": 5}),
        ("", {"limit": 10}),
        ("IDS=3", {"ids": [3], "limit": 10}),
    ],
)
def test_arrays_and_defaults_in_a_query(query: str, given: dict[str, Any]) -> None:
    with asked(page("GET /api/Things", f"{QUERY}\n\n{EXAMPLES}")) as (reader, echo):
        assert reader.ask("GET", f"/api/Things?{query}").status == 200
        assert echo.given[-1].query == given


@pytest.mark.parametrize(
    ("query", "name"),
    [("ids=a", "ids[0]"), ("ids=1,x", "ids[1]"), ("limit=101", "limit"), ("old=1&old=2", "old")],
)
def test_what_is_wrong_in_a_query_is_refused(query: str, name: str) -> None:
    with asked(page("GET /api/Things", QUERY)) as (reader, _):
        [(location, found, _)] = errors(reader.ask("GET", f"/api/Things?{query}"))
        assert (location, found) == ("query", name)


PARAMETERS = table(
    "## Parameters",
    "Name | In | Type | Required | Limits | Default | Description",
    "key | path | string | Yes | exactly 3 characters | | It.",
    "X-Age | header | int32 | Yes | at least 1 | | It.",
    "X-Trace | header | uuid | | | | It.",
    "X-Mode | header | string | | | fast | It.",
    "theme | cookie | Enum: dark, light | | | | It.",
    "since | header | date-time | | | | It.",
)


def test_path_header_and_cookie_are_held_against_their_schemas() -> None:
    with asked(page("GET /api/Things/{key}", PARAMETERS)) as (reader, echo):
        good = reader.ask("GET", "/api/Things/abc", X_Age="3", Cookie="theme=dark; other=1")
        assert good.status == 200
        given = echo.given[-1]
        assert (given.path, given.headers) == ({"key": "abc"}, {"X-Age": 3, "X-Mode": "fast"})
        assert given.cookies == {"theme": "dark"}
        assert errors(reader.ask("GET", "/api/Things/abc")) == [("header", "X-Age", "")]
        bad = reader.ask("GET", "/api/Things/abcd", X_Age="0", X_Trace="x", Cookie="theme=red")
        assert {(location, name) for location, name, _ in errors(bad)} == {
            ("path", "key"),
            ("header", "X-Age"),
            ("header", "X-Trace"),
            ("cookie", "theme"),
        }


# Forms.

FIELDS = table(
    "## Request Body: form",
    "Property Name | Type | Description",
    "id | int32 | Number. **Required**",
    "status | Enum: open, close | State. **Required**",
    "meta | object | More about it, as JSON.",
    "file | byte | The bytes.",
    "image | binary | More bytes.",
    "tags | array of string | Words.",
)


def form(*parts: Part) -> bytes:
    return write_parts(parts, "xyz")


def test_a_form_of_fields_and_a_file_is_read_with_all_that_its_parts_say() -> None:
    with asked(page("POST /api/Form", headers(MULTIPART), FIELDS)) as (reader, echo):
        body = form(
            Part("id", b"3"),
            Part("status", b"open"),
            Part("meta", b'{"a": 1}', media_type=JSON),
            Part("file", b"some text", "report.txt", "text/plain"),
            Part("image", b"\xff\x00", "a.bin", "application/octet-stream"),
            Part("tags", b"a"),
            Part("tags", b"b"),
        )
        sent = reader.ask("POST", "/api/Form", body, Content_Type=f"{MULTIPART}; boundary=xyz")
        assert sent.status == 200, sent.body
        given = echo.given[-1]
        assert given.body == {
            "id": 3,
            "status": "open",
            "meta": {"a": 1},
            "file": base64.b64encode(b"some text").decode(),
            "image": base64.b64encode(b"\xff\x00").decode(),
            "tags": ["a", "b"],
        }
        file = next(part for part in given.parts if part.name == "file")
        assert (file.filename, file.media_type) == ("report.txt", "text/plain")
        assert file.content == b"some text"


@pytest.mark.parametrize(
    ("parts", "names"),
    [
        ([Part("id", b"x"), Part("status", b"open")], ["id"]),
        ([Part("id", b"1"), Part("status", b"ajar")], ["status"]),
        ([Part("status", b"open")], ["id"]),
        ([Part("id", b"1"), Part("status", b"open"), Part("meta", b"[1]")], ["meta"]),
        ([Part("id", b"1"), Part("status", b"open"), Part("file", b"no base64!")], ["file"]),
    ],
)
def test_a_form_is_held_against_its_schema(parts: list[Part], names: list[str]) -> None:
    with asked(page("POST /api/Form", headers(MULTIPART), FIELDS)) as (reader, _):
        content_type = f'{MULTIPART}; boundary="xyz"'
        sent = reader.ask("POST", "/api/Form", form(*parts), Content_Type=content_type)
        assert [name for _, name, _ in errors(sent)] == names


def test_a_json_part_that_is_none_is_refused() -> None:
    with asked(page("POST /api/Form", headers(MULTIPART), FIELDS)) as (reader, _):
        body = form(Part("meta", b"{", media_type=JSON))
        sent = reader.ask("POST", "/api/Form", body, Content_Type=f"{MULTIPART}; boundary=xyz")
        assert "it is not valid JSON" in problem(sent, 422)["detail"]


def test_a_form_in_a_url_encoding_is_held_against_its_schema() -> None:
    with asked(page("POST /api/Form", headers(FORM), FIELDS)) as (reader, echo):
        meta = quote('{"a": 1}')
        body = f"id=3&status=open&tags=a&tags=b&meta={meta}".encode()
        assert reader.ask("POST", "/api/Form", body, Content_Type=FORM).status == 200
        assert echo.given[-1].body == {
            "id": 3, "status": "open", "tags": ["a", "b"], "meta": {"a": 1}
        }  # fmt: skip
        sent = reader.ask("POST", "/api/Form", b"id=3&status=ajar", Content_Type=FORM)
        assert errors(sent) == [("body", "status", "/status")]


def test_xml_is_read_by_the_schema_however_deep() -> None:
    with asked(page("POST /api/Thing", headers("application/xml"), TAGS), TAG) as (reader, echo):
        xml = b"<r><tags><t><id>4</id></t></tags><names><n>5</n></names></r>"
        assert reader.ask("POST", "/api/Thing", xml, Content_Type="application/xml").status == 200
        assert echo.given[-1].body == {"tags": [{"id": 4}], "names": ["5"]}
        xml = b"<r><tags><t><id>no</id></t></tags></r>"
        sent = reader.ask("POST", "/api/Thing", xml, Content_Type="application/xml")
        assert errors(sent) == [("body", "tags[0].id", "/tags/0/id")]


def test_a_member_is_made_of_a_form_and_read_again() -> None:
    properties = ("id | int32 | It.", "name | string | It.", "file | byte | It.")
    columns = "Property Name | Type | Description"
    body = table("## Request Body: it", columns, *properties[1:])
    response = table("### Response body: Note", columns, *properties)
    key = table("", "Path Part | Type | Description", "id | int32 | Which. **Required**")
    pages = {
        "make": page("POST /api/Note", headers(MULTIPART), body, uid="make") + f"\n\n{response}",
        "read": page("GET /api/Note/{id}", key, uid="read") + f"\n\n{response}",
    }
    with serving(catalog_of(pages)) as served:
        reader = Reader(*served)
        sent = form(Part("name", b"Ada"), Part("file", b"\xff\x00", "a.bin"))
        content_type = f"{MULTIPART}; boundary=xyz"
        made = reader.json("POST", "/api/Note", sent, Content_Type=content_type)
        assert made == {"id": made["id"], "name": "Ada", "file": "/wA="}
        assert reader.json("GET", f"/api/Note/{made['id']}") == made


def test_what_is_read_only_is_not_changed_by_who_sends_it() -> None:
    columns = "Property Name | Type | Access | Description"
    rows = (
        "id | int32 | read only | It.",
        "name | string | | It.",
        "rank | int32 | read only | It.",
    )
    body, response = (
        table(h, columns, *rows) for h in ("## Request Body: it", "### Response body: N")
    )
    key = table("", "Path Part | Type | Description", "id | int32 | Which. **Required**")
    pages = {
        uid: page(f"{method} /api/N{path}", *sections, uid=uid) + f"\n\n{response}"
        for uid, method, path, sections in (
            ("make", "POST", "", (body,)),
            ("read", "GET", "/{id}", (key,)),
            ("put", "PUT", "/{id}", (key, body)),
            ("patch", "PATCH", "/{id}", (key, body)),
        )
    }
    with serving(catalog_of(pages)) as served:
        reader = Reader(*served)
        made = reader.json("POST", "/api/N", {"name": "a", "rank": 9})
        assert made["rank"] != 9
        address = f"/api/N/{made['id']}"
        assert reader.json("PUT", address, {"name": "b", "rank": 9}) == {**made, "name": "b"}
        assert reader.json("PATCH", address, {"name": "c", "rank": 9}) == {**made, "name": "c"}


# Answers.


def shown(status: int, content_type: str, body: str, title: str = "") -> str:
    name = f' title="{title}"' if title else ""
    return f"```http_{name}\nHTTP/1.1 {status} X\nContent-Type: {content_type}\n\n{body}\n```"


@contextmanager
def answering(*texts: str) -> Iterator[Reader]:
    pages = {f"p{number}": text for number, text in enumerate(texts)}
    with serving(catalog_of(pages)) as (server, store):
        assert isinstance(server, ReferenceServer)
        yield Reader(server, store)


@pytest.mark.parametrize("accept", ["application/json; charset=utf-8", "*/*", JSON])
def test_a_documented_media_type_may_have_parameters(accept: str) -> None:
    listed = headers(accept="`application/json; charset=utf-8`")
    text = page("GET /api/Thing", listed) + "\n\n" + shown(200, JSON, '{"Id": 1}')
    with answering(text) as reader:
        response = reader.ask("GET", "/api/Thing", Accept=accept)
        assert (response.status, json.loads(response.body)) == (200, {"Id": 1})
        assert response.header("Content-Type") == "application/json; charset=utf-8"


TWO = (
    page("GET /api/Two", headers(accept="`text/plain`, `application/xml`, `application/json`"))
    + "\n\n"
    + shown(200, "text/plain", "one")
    + "\n\n"
    + shown(200, "application/xml", "<a>2</a>")
)


@pytest.mark.parametrize(
    ("accept", "content_type", "body"),
    [
        ("text/plain", "text/plain", b"one"),
        ("application/xml", "application/xml", b"<a>2</a>"),
        ("*/*", "text/plain", b"one"),
        ("application/json", "application/json; charset=utf-8", b"{}"),
    ],
)
def test_the_client_chooses_among_examples(accept: str, content_type: str, body: bytes) -> None:
    with answering(TWO) as reader:
        response = reader.ask("GET", "/api/Two", Accept=accept)
        assert (response.header("Content-Type"), response.body) == (content_type, body)
        problem(reader.ask("GET", "/api/Two", Accept="image/png"), 406)


STATUSES = "| 200 | It. |\n| 404 | None. |\n| 4XX | Another. |\n| default | Who knows. |"
REFUSALS = page(
    "GET /api/Thing/{id}",
    table("", "Path Part | Type | Description", "id | int32 | It. **Required**"),
    statuses=STATUSES,
) + "\n\n".join(
    [
        "",
        table("## Response 404: Problem", "Property | Type", "title | string", "hint | string"),
        table("## Response 4XX: Fault", "Property | Type", "detail | string", "code | int32"),
        table("## Response default: Fault", "Property | Type", "message | string"),
        shown(200, JSON, '{"Id": 1}'),
        shown(404, JSON, '{"title": "Not here", "hint": "look"}', "Not found"),
    ]
)


def test_a_refusal_has_the_body_that_the_page_documents() -> None:
    with answering(REFUSALS) as reader:
        for prefer in ("code=404", 'example="Not found"', "example=2"):
            response = reader.ask("GET", "/api/Thing/1", Prefer=prefer)
            assert (response.status, response.header("Preference-Applied")) == (404, prefer)
            assert json.loads(response.body) == {"title": "Not here", "hint": "look"}
            assert response.header("Content-Type") == "application/json; charset=utf-8"
        response = reader.ask("GET", "/api/Thing/x")
        document = json.loads(response.body)
        assert (response.status, document.keys()) == (422, {"detail", "code"})
        assert "path id" in document["detail"]
        response = reader.ask("GET", "/api/Thing/1", Prefer="code=502")
        assert json.loads(response.body) == {"message": "Who knows."}


def test_a_refusal_that_no_section_describes_is_a_problem_document() -> None:
    with answering(page("GET /api/Thing", statuses=STATUSES)) as reader:
        response = reader.ask("GET", "/api/Thing", Prefer="code=404")
        assert problem(response, 404)["detail"] == "None."
        response = reader.ask("GET", "/api/Thing", Prefer="code=418")
        assert problem(response, 418)["detail"] == "Another."


def test_a_documented_refusal_can_be_had_as_xml() -> None:
    text = REFUSALS.replace("Does it.", "Does it.\n\n" + headers(accept=f"`{JSON}`, `text/xml`"), 1)
    with answering(text) as reader:
        response = reader.ask("GET", "/api/Thing/1", Accept="text/xml", Prefer="code=404")
        assert response.header("Content-Type") == "text/xml; charset=utf-8"
        assert fromstring(response.body).findtext("hint") == "look"


HEADERS = page("GET /api/Thing") + "\n\n".join(
    [
        "",
        table(
            "## Response headers 200",
            "Header | Type | Example | Description",
            "ETag | string | | It.",
            "X-Left | int32 | `42` | It.",
            "Link | uri | | It.",
            "Content-Length | int32 | `9` | It.",
        ),
        shown(200, JSON, '{"Id": 1}'),
    ]
)


def test_documented_header_fields_are_sent() -> None:
    with answering(HEADERS) as reader:
        response = reader.ask("GET", "/api/Thing")
        assert response.header("X-Left") == "42"
        assert (response.header("Link") or "").startswith("https://")
        assert (response.header("ETag") or "")[:1] == '"'
        assert response.header("Content-Length") is None
        assert reader.ask("GET", "/api/Thing", Prefer="code=404").header("X-Left") is None


# Who asks.

KEY = "security:\n  - {key: {in: header, name: X-Key}}\n  - {cookie: {in: cookie, name: sid}}\n"
BOTH = "security:\n  - {bearer: null, tenant: {in: query, name: tenant}}\n"


@pytest.mark.parametrize(
    ("front", "fields", "query", "status"),
    [
        (KEY, {"X_Key": "callsheet"}, "", 200),
        (KEY, {"X_Key": "shown-1"}, "", 200),
        (KEY, {"X_Key": "other"}, "", 401),
        (KEY, {"Cookie": "sid=callsheet"}, "", 200),
        (KEY, {}, "", 401),
        (BOTH, {}, "?tenant=callsheet", 200),
        (BOTH, {"Authorization": ""}, "?tenant=callsheet", 401),
        (BOTH, {}, "", 401),
        ("security: [basic, bearer]\n", {}, "", 200),
        ("security: [digest]\n", {}, "", 401),
        (
            "security: [digest]\n",
            {
                "Authorization": 'Digest username="a", realm="callsheet", nonce="b", uri="/",'
                ' response="0123"'
            },
            "",
            200,
        ),
        ("security: [SoTicket]\n", {"Authorization": "SoTicket callsheet"}, "", 200),
        ("security: [SoTicket]\n", {}, "", 401),
        ("security: [{oauth2: [read]}]\n", {}, "", 200),
        ("security: [key, none]\n", {"Authorization": ""}, "", 200),
        ("security: []\n", {"Authorization": ""}, "", 200),
    ],
)
def test_what_a_page_asks_for_is_asked_for(
    front: str, fields: dict[str, str], query: str, status: int
) -> None:
    request = "```http!\nGET /api/Thing\nX-Key: shown-1\n```"
    with asked(page("GET /api/Thing", request, front=front)) as (reader, _):
        # A reader brings a bearer token, unless it brings something else.
        response = _ask_as(reader, f"/api/Thing{query}", fields)
        assert response.status == status
        if status == 401:
            assert response.header("WWW-Authenticate")
            assert problem(response, 401)["detail"].startswith("Send ")


def _ask_as(reader: Reader, target: str, fields: dict[str, str]) -> HttpResponse:
    # Of two fields of one name there would be a list.
    reader.credentials = fields.pop("Authorization", reader.credentials)
    return reader.ask("GET", target, **fields)
