"""The server answers what pages promise, whatever page defines the types that they name."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from callsheet.catalog import Catalog
from callsheet.server.engine.call import Answer, Call
from callsheet.server.http.messages import HttpResponse
from callsheet.server.http.problems import Problem
from callsheet.server.pack import Pack
from callsheet.source import read_page
from tests.parcels import Reader, serving


def page(route: str, rest: str, statuses: str = "200", head: str = "") -> str:
    """Return the text of a page; the statuses are separated by commas."""
    rows = "".join(f"| {code} | Outcome. |\n" for code in statuses.split(","))
    table = f"## Responses\n\n| Status | Description |\n| --- | --- |\n{rows}\n"
    start = f"---\ntitle: A page\nuid: Page\n{head}---\n\n# A page\n\n"
    return f"{start}```http\n{route}\n```\n\nDoes it.\n\n{table}{rest}"


ROOM = """\
---
title: Room
defines: Room
---

# Room

| Name | Type | Required | Limits | Description |
| --- | --- | --- | --- | --- |
| floor | int32 | Yes | at least 3 | Where. |
| wing | Wing | Yes | | Which. |
"""
WING = ROOM.replace("Room", "Wing").replace("| wing | Wing | Yes | | Which. |\n", "")
FULL = {"floor": 3, "wing": {"floor": 3}}


def ask(pages: str | list[str], target: str, body: Any = None, **fields: str) -> HttpResponse:
    """Ask the server of some pages once."""
    texts = [pages] if isinstance(pages, str) else pages
    catalog = Catalog.of(
        Path(), [read_page(text.encode(), f"{number}.md") for number, text in enumerate(texts)]
    )
    method, _, path = target.partition(" ")
    with serving(catalog) as (server, store):
        return Reader(server, store).ask(method, path, body, **fields)


def value(response: HttpResponse) -> Any:
    """Return the JSON of a response."""
    return json.loads(response.body)


@pytest.mark.parametrize(
    ("section", "expected"),
    [
        ("### 200 OK: Room", FULL),
        ("### Response body: Room", FULL),
        ("### 200 OK: array of Room", []),
        ("### 200 OK: map of Room", {}),
        ("### 200 OK: object\n\n| Name | Type |\n| --- | --- |\n| r | Room |", {"r": FULL}),
    ],
)
def test_a_type_of_another_page_is_answered_whole(section: str, expected: Any) -> None:
    pages = [page("GET /rooms", f"{section}\n"), ROOM, WING]
    assert value(ask(pages, "GET /rooms")) == expected
    if isinstance(expected, dict) and expected:
        answered = value(ask(pages, "GET /rooms", Prefer="dynamic=true"))
        room = answered.get("r", answered)
        assert room["floor"] >= 3
        assert room["wing"]["floor"] >= 3


def test_a_stored_thing_has_the_types_of_other_pages_whole() -> None:
    table = (
        "### {}: Hotel\n\n| Name | Type | Required |\n| --- | --- | --- |\n| id | int32 | Yes |\n"
    )
    table += "| room | Room | Yes |\n"
    path = "\n## Parameters\n\n| Name | In | Type |\n| --- | --- | --- |\n| id | path | int32 |\n"
    create = page("POST /hotel", table, "201")
    read = page("GET /hotel/{id}", table + path).replace("uid: Page", "uid: Other")
    made = value(ask([create, read, ROOM, WING], "POST /hotel"))
    assert made["id"] > 0
    assert made["room"] == FULL


def test_a_refusal_and_a_redirection_have_the_types_of_other_pages_whole() -> None:
    text = page("GET /rooms", "### 404: object\n\n| Name | Type |\n| --- | --- |\n| r | Room |\n\n"
                "### 302: Room\n", "200,302,404")  # fmt: skip
    pages = [text, ROOM, WING]
    assert value(ask(pages, "GET /rooms", Prefer="code=404")) == {"r": FULL}
    assert value(ask(pages, "GET /rooms", Prefer="code=302")) == FULL


PAIRS = """\
## Response {0}: Parcel

| Name | Type | Required |
| --- | --- | --- |
| Id | int32 | Yes |

## Sample request

```http! title="There"
{1} 7
```

```http! title="Gone"
{1} 8
```

```http! title="Later"
{1} 9
```

## Sample response

```http_ title="There"
HTTP/1.1 {0} OK
Content-Type: application/json

{{"Id": 7}}
```

```http_ title="Gone"
HTTP/1.1 409 Conflict
Content-Type: application/json

{{"why": "gone"}}
```

```http_ title="Later"
HTTP/1.1 202 Accepted
X-Queue: 3
```
"""
BODY = (
    "## Request Body: object\n\n| Name | Type |\n| --- | --- |\n| a | int32 |\n| b | string |\n\n"
)
ID = "## Parameters\n\n| Name | In | Type |\n| --- | --- | --- |\n| id | path | int32 |\n\n"
JSON_FIELD = "Content-Type: application/json\n\n"


def by_path(method: str, code: int = 200) -> str:
    """Return a page whose sample requests differ by their path."""
    shown = PAIRS.format(code, f"{method} /Parcel/").replace("/ ", "/")
    return page(f"{method} /Parcel/{{id}}", ID + shown, f"{code},202,409")


def by_body() -> str:
    """Return a page whose sample requests differ by their body."""
    shown = PAIRS.format(201, f'POST /Parcel\n{JSON_FIELD}{{{{"b": "x", "a":')
    shown = shown.replace("{{", "{").replace(": 7\n", ": 7}\n").replace(": 8\n", ": 8}\n")
    return page("POST /Parcel", BODY + shown.replace(": 9\n", ": 9}\n"), "201,202,409")


@pytest.mark.parametrize(
    ("text", "target", "body", "status", "shown"),
    [
        (by_path("GET"), "GET /Parcel/7", None, 200, {"Id": 7}),
        (by_path("GET"), "GET /parcel/08", None, 409, {"why": "gone"}),
        (by_path("GET"), "GET /Parcel/9", None, 202, None),
        (by_path("GET"), "GET /Parcel/10", None, 200, {"Id": 7}),
        (by_path("GET"), "GET /Parcel/8?more=1", None, 409, {"why": "gone"}),
        (by_path("DELETE"), "DELETE /Parcel/8", None, 409, {"why": "gone"}),
        (by_body(), "POST /Parcel", {"a": 7, "b": "x"}, 201, {"Id": 7}),
        (by_body(), "POST /Parcel", {"a": 8, "b": "x"}, 409, {"why": "gone"}),
        (by_body(), "POST /Parcel", {"a": 8, "b": "y"}, 201, {"Id": 7}),
        (by_body(), "POST /Parcel", {"a": 8}, 201, {"Id": 7}),
    ],
)
def test_a_request_that_the_page_shows_gets_the_response_of_its_name(
    text: str, target: str, body: Any, status: int, shown: Any
) -> None:
    response = ask(text, target, body, Content_Type="application/json")
    assert response.status == status
    if shown is not None:
        assert value(response) == shown


def test_what_is_stored_is_answered_but_for_a_refusal_that_the_page_shows() -> None:
    create = page("POST /Parcel", PAIRS[: PAIRS.index("## Sample")].format(201), "201")
    pages = [by_path("GET"), create.replace("uid: Page", "uid: Other")]
    pages = [re.sub("## Response 20[01]", "## Response", text) for text in pages]
    assert value(ask(pages, "GET /Parcel/2")) == {"Id": 2}
    assert value(ask(pages, "GET /Parcel/7")) == {"Id": 7}
    assert ask(pages, "GET /Parcel/8").status == 409


def test_requests_that_differ_in_header_fields_alone_are_the_ordinary_one() -> None:
    text = by_path("GET").replace("/Parcel/8\n", "/Parcel/7\nX-Trace: 1\n")
    assert ask(text, "GET /Parcel/7").status == 200


@pytest.mark.parametrize("code", [200, 202, 302])
@pytest.mark.parametrize("section", ["", "### 200 OK: bool\n\n"])
def test_a_status_without_a_body_has_none(code: int, section: str) -> None:
    own = "" if code == 200 and section else f"### {code}\n"
    text = page("GET /Parcel", f"{section}{own}", f"200,{code}" if code != 200 else "200")
    response = ask(text, "GET /Parcel", Prefer=f"code={code}")
    assert response.status == code
    if own:
        assert response.body == b""
        assert "content-type" not in {name.lower() for name, _ in response.headers}


ACCEPT = "## Request Headers\n\n| Name | Description |\n| --- | --- |\n| Accept | {} |\n\n"
JSON_NAME = "application/json"


def kind_of(response: HttpResponse) -> str:
    """Return the media type of a response."""
    return next(text for name, text in response.headers if name == "Content-Type").split(";")[0]


@pytest.mark.parametrize(
    ("listed", "accept", "status", "kind"),
    [
        ("", None, 200, "text/plain"),
        ("", "text/*", 200, "text/plain"),
        ("", JSON_NAME, 406, "application/problem+json"),
        # It is there for the refusal, and says nothing of the success.
        (f"`text/plain`, `{JSON_NAME}`", JSON_NAME, 200, "text/plain"),
        (f"`{JSON_NAME}`, `text/plain`", None, 200, "text/plain"),
        (f"`text/plain`, `{JSON_NAME}`", "text/html", 406, "application/problem+json"),
    ],
)
def test_a_success_is_in_a_media_type_of_its_own_section(
    listed: str, accept: str | None, status: int, kind: str
) -> None:
    sections = f"## Response 200 (text/plain): string\n\n## Response 404 ({JSON_NAME}): string\n"
    text = page("GET /word", (ACCEPT.format(listed) if listed else "") + sections, "200,404")
    response = ask(text, "GET /word", **({"Accept": accept} if accept else {}))
    assert (response.status, kind_of(response)) == (status, kind)


@pytest.mark.parametrize("example", [True, False])
def test_what_is_documented_to_be_unchanged_can_be_asked_for_by_its_date(example: bool) -> None:
    shown = "\n## Sample response\n\n```http_\nHTTP/1.1 200 OK\nContent-Type: application/json\n"
    shown += "Last-Modified: Tue, 02 Jan 2024 00:00:00 GMT\n\ntrue\n```\n" if example else ""
    text = page("GET /word", "## Response: bool\n" + (shown if example else ""), "200,304")
    first = ask(text, "GET /word")
    date = dict(first.headers)["Last-Modified"]
    assert date == ("Tue, 02 Jan 2024" if example else "Thu, 01 Jan 2026") + " 00:00:00 GMT"
    again = ask(text, "GET /word", If_Modified_Since=date)
    assert (again.status, again.body) == (304, b"")
    assert ask(text, "GET /word", If_Modified_Since="Mon, 01 Jan 2024 00:00:00 GMT").status == 200
    without = page("GET /word", "## Response: bool\n")
    assert "Last-Modified" not in dict(ask(without, "GET /word").headers)


@pytest.mark.parametrize("code", [500, 501, 503, 507])
def test_default_is_shown_of_a_failure_of_the_server_to_who_asks_for_it(code: int) -> None:
    fault = "## Response default: Fault\n\n| Name | Type | Required |\n| --- | --- | --- |\n"
    fault += "| why | string | Yes |\n"
    text = page("GET /word", f"## Response 200: bool\n\n{fault}", "200,default")
    assert value(ask(text, "GET /word", Prefer=f"code={code}")) == {"why": ""}


def test_a_failure_of_the_server_that_nobody_asked_for_says_what_it_is() -> None:
    fault = "## Response default: Fault\n\n| Name | Type |\n| --- | --- |\n| why | string |\n"
    catalog = Catalog.of(Path(), [read_page(page("GET /word", fault, "default").encode(), "a.md")])

    def fail(call: Call) -> Answer:
        raise Problem(501, "Nobody knows.")

    uid = catalog.operations[0].uid
    with serving(catalog, [Pack(behaviours=lambda operations: {uid: fail})]) as (server, store):
        response = Reader(server, store).ask("GET", "/word")
    assert (response.status, value(response)["detail"]) == (501, "Nobody knows.")


def test_where_a_page_has_default_alone_that_is_what_a_success_is() -> None:
    word = "## Response default: Word\n\n| Name | Type |\n| --- | --- |\n| text | string |\n"
    response = ask(page("GET /word", word, "default"), "GET /word")
    assert (response.status, value(response)) == (200, {"text": ""})


SENT = "## Request Body: object\n\n| Name | Type |\n| --- | --- |\n| room | Room |\n\n"


@pytest.mark.parametrize(
    ("room", "row"),
    [
        ({"wing": {"floor": 3}}, "| floor | int32 | Yes | at least 3 | Where. |"),
        ({"floor": 2, "wing": {"floor": 3}}, "| floor | int32 | Yes | at least 3 | Where. |"),
        ({"floor": 3}, "| wing | Wing | Yes | | Which. |"),
        ("a text", "| Name | Type | Required | Limits | Description |"),
    ],
)
def test_a_refusal_names_the_row_of_the_page_that_defines_the_type(room: Any, row: str) -> None:
    pages = [page("POST /room", SENT + "## Response: bool\n"), ROOM, WING]
    response = ask(pages, "POST /room", {"room": room}, Content_Type=JSON_NAME)
    [error] = value(response)["errors"]
    name, _, line = error["documented"].partition(":")
    assert (name, ROOM.split("\n")[int(line) - 1]) == ("1.md", row)


def test_a_refusal_names_the_row_within_a_row_of_the_page_that_defines_the_type() -> None:
    rows = "| doors | array of object | | | All. |\n| doors[].size | object | | | Its size. |\n"
    rows += "| doors[].size.width | int32 | | above 0 | In centimetres. |\n"
    pages = [page("POST /room", SENT + "## Response: bool\n"), ROOM + rows, WING]
    room = {**FULL, "doors": [{"size": {"width": -1}}]}
    response = ask(pages, "POST /room", {"room": room}, Content_Type=JSON_NAME)
    [error] = value(response)["errors"]
    name, _, line = error["documented"].partition(":")
    lines = pages[1].split("\n")
    assert (name, lines[int(line) - 1]) == ("1.md", rows.split("\n")[2])


@pytest.mark.parametrize(
    ("body", "said"),
    [
        (b'{"room": "\\ud800"}', "`\\ud800` is half of a surrogate pair"),
        (b'{"\\uDC00": 1}', "`\\udc00` is half of a surrogate pair"),
        (b'{"room": "\xff"}', "not valid UTF-8: its byte 11 is not part of a character"),
        (b'{"room": ' + b"1" * 5000 + b"}", "a number has more than 4,300 digits"),
    ],
)
def test_a_refusal_of_malformed_json_says_why_in_plain_words(body: bytes, said: str) -> None:
    text = page("POST /room", SENT + "## Response: bool\n")
    response = ask([text, ROOM, WING], "POST /room", body, Content_Type=JSON_NAME)
    assert response.status == 422
    assert said in value(response)["detail"]
