"""The body that a page describes for a refusal says what went wrong, as far as it can."""

from __future__ import annotations

import json
from typing import Any

import pytest

from tests.parcels import Reader, catalog_of, serving

SENT = "## Request Body: object\n\n| Name | Type | Required |\n|---|---|---|\n| a | int32 | Yes |\n"


def refused(rows: str, example: str = "", body: Any = None, **fields: str) -> Any:
    """Send a body that is wrong to a page with a section about 400."""
    table = "## Responses\n\n| Status | Description |\n|---|---|\n| 200 | Fine. |\n| 400 | Bad. |\n"
    lines = "".join(f"| {row} |\n" for row in rows.splitlines())
    parts = ["---\ntitle: T\nuid: T\n---\n\n# T\n\n```http\nPOST /t\n```\n\nIt.\n", SENT, table]
    parts.append(f"## Response 400: object\n\n| Name | Type |\n|---|---|\n{lines}")
    if example:
        head = "HTTP/1.1 400 Bad Request\nContent-Type: application/json"
        parts.append(f"## Sample response\n\n```http_\n{head}\n\n{example}\n```\n")
    with serving(catalog_of({"t": "\n\n".join(parts)}), packs=()) as found:
        sent = {"a": "x"} if body is None else body
        response = Reader(*found).ask("POST", "/t", sent, X_Request_Id="me", **fields)
    assert response.status == 400, response.body
    return json.loads(response.body)


WRONG = "body a: expected an integer (`int32`), got"


@pytest.mark.parametrize(
    ("row", "name"),
    [
        ("message | string", "message"),
        ("error_description | string", "error_description"),
        ("Detail | string", "Detail"),
    ],
)
def test_a_text_says_what_is_wrong(row: str, name: str) -> None:
    assert WRONG in refused(row)[name]


def test_codes_are_the_status_where_no_example_shows_others() -> None:
    rows = "code | int32\nstatus | string\nerror | string\nrequestId | string\npath | string"
    assert refused(rows) == {
        "code": 400, "status": "400", "error": "Bad Request", "requestId": "me", "path": "/t",
    }  # fmt: skip
    shown = refused("code | int32\nmessage | string", '{"code": 7, "message": "No."}')
    assert shown["code"] == 7
    assert WRONG in shown["message"]


def test_what_is_within_other_properties_is_filled_too() -> None:
    rows = "error | object\nerror.status | int32\nerror.message | string\nerror.colour | string"
    found = refused(rows)["error"]
    assert (found["status"], found["colour"]) == (400, "")
    assert WRONG in found["message"]


def test_a_list_has_an_item_for_each_violation() -> None:
    rows = "errors | array of object\nerrors[].field | string\nerrors[].message | string"
    [one] = refused(rows)["errors"]
    assert one["field"] == "a"
    assert WRONG in one["message"]
    [text] = refused("errors | array of string")["errors"]
    assert WRONG in text


def test_values_stay_as_the_page_limits_them() -> None:
    assert refused("status | bool\nmessage | Enum: bad, worse") == {
        "status": False, "message": "bad",
    }  # fmt: skip


def test_who_asks_for_the_example_gets_it_unchanged() -> None:
    example = {"message": "No.", "code": 7}
    found = refused("message | string", json.dumps(example), {"a": 1}, Prefer="code=400")
    assert found == example
