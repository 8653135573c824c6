"""What a client prefers of an answer (RFC 7240) is followed to the letter, or not at all."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator

import jsonschema
import pytest

from callsheet.server.http.preferences import Preferences
from tests.contracts import response_schema
from tests.parcels import PAGES, PARCEL, Reader, catalog_of, page, problem, serving

TWO = page("two", "GET /api/Two", type_="string", statuses=(200, 404, 409), example="one")
TWO += '\n```http_\nHTTP/1.1 404 Gone\nContent-Type: application/json\n\n{"Gone": true}\n```\n'
TWO += '\n```http_\nHTTP/1.1 200 OK\nContent-Type: application/json\n\n"two"\n```\n'
CATALOG = catalog_of(
    {
        **PAGES,
        "two": TWO,
        "image": page("image", "GET /api/Image").replace(
            "| Accept | `application/json`, `application/xml` |", "| Accept | `image/png` |"
        ),
    }
)


@pytest.fixture(scope="module")
def reader() -> Iterator[Reader]:
    with serving(CATALOG) as served:
        yield Reader(*served)


@pytest.mark.parametrize(
    ("field", "expected"),
    [
        (None, Preferences()),
        ("", Preferences()),
        ("code=404", Preferences(404)),
        ("CODE=404, Dynamic=TRUE", Preferences(404, None, True)),
        ('code="409"; why="a, code=410"', Preferences(409)),
        (
            'wait=10, example="a\\"b, code=1", respond-async',
            Preferences(None, 'a"b, code=1', wait=10),
        ),
        ("code = 404", Preferences(404)),
        ("code=404, code=409", Preferences(404)),
        ("x; code=404", Preferences()),
        ("code=4040, dynamic", Preferences()),
        ("wait=0.25", Preferences(wait=0.25)),
        ("wait=-1", Preferences()),
        ("wait=1e9", Preferences()),
        ("code=99", Preferences()),
        ("code=\u0664\u0660\u0664", Preferences()),
        (",,;;==,,", Preferences()),
        ('"', Preferences()),
        ('code=404, "', Preferences(404)),
    ],
)
def test_a_field_is_read(field: str | None, expected: Preferences) -> None:
    assert Preferences.read(field) == expected


@pytest.mark.parametrize("field", [" " * 60000, '"\\' * 30000, "a " * 30000 + ",", ";" * 60000])
def test_no_field_keeps_the_server_busy(field: str) -> None:
    start = time.thread_time()
    Preferences.read(f"a{field}=")
    assert time.thread_time() - start < 1


@pytest.mark.parametrize("code", [200, 202, 301, 304, 400, 404, 409, 418, 451, 500, 503, 599])
@pytest.mark.parametrize("target", ["/api/Parcel/7", "/api/Parcel/999", "/api/Two", "/api/Image"])
def test_a_status_is_answered_documented_or_not(reader: Reader, target: str, code: int) -> None:
    response = reader.ask("GET", target, Prefer=f"code={code}")
    assert response.status == code
    assert response.header("Preference-Applied") == f"code={code}"
    if code in (204, 205, 304):
        assert response.body == b""
        assert response.header("Content-Type") is None
    elif code >= 400 and (target, code) != ("/api/Two", 404):
        problem(response, code)


@pytest.mark.parametrize("code", [204, 205, 304])
def test_some_answers_have_no_body(reader: Reader, code: int) -> None:
    for field in (f"code={code}", f"code={code}, dynamic=true"):
        response = reader.ask("GET", "/api/Parcel/7", Prefer=field)
        assert (response.status, response.body) == (code, b"")
        assert response.header("Preference-Applied") == f"code={code}"


def test_nothing_is_made_up_where_there_is_no_body(reader: Reader) -> None:
    response = reader.ask("DELETE", "/api/Parcel/1", Prefer="dynamic=true")
    assert (response.status, response.body) == (204, b"")
    assert response.header("Preference-Applied") is None


def test_a_preferred_status_changes_nothing(reader: Reader) -> None:
    assert reader.ask("DELETE", "/api/Parcel/7", Prefer="code=204").status == 204
    response = reader.ask("POST", "/api/Parcel", {"Note": "x"}, Prefer="code=200")
    assert json.loads(response.body) == PARCEL
    assert reader.json("GET", "/api/Parcel/7") == PARCEL


def test_what_is_wrong_with_the_request_comes_first(reader: Reader) -> None:
    response = reader.ask("GET", "/api/Parcel/seven", Prefer="code=404")
    problem(response, 422)
    assert response.header("Preference-Applied") is None


def test_the_detail_is_that_of_the_page(reader: Reader) -> None:
    response = reader.ask("GET", "/api/Two", Prefer="code=409")
    assert problem(response, 409)["detail"] == "Outcome 409."
    # A page that shows the refusal has it as it is shown.
    response = reader.ask("GET", "/api/Two", Prefer="code=404")
    assert (response.status, json.loads(response.body)) == (404, {"Gone": True})


@pytest.mark.parametrize(
    ("field", "status", "value", "applied"),
    [
        ("example=1", 200, "one", "example=1"),
        ("example=3", 200, "two", "example=3"),
        ('example="2"', 404, {"Gone": True}, "example=2"),
        ("example=2, code=200", 200, "two", "code=200, example=2"),
        ("example=01, dynamic=true", 200, "one", "example=1"),
    ],
)
def test_an_example_can_be_chosen(
    reader: Reader, field: str, status: int, value: object, applied: str
) -> None:
    response = reader.ask("GET", "/api/Two", Prefer=field)
    assert (response.status, json.loads(response.body)) == (status, value)
    assert response.header("Preference-Applied") == applied


@pytest.mark.parametrize(
    "name", ["0", "4", "-1", "one", "", "\u0661", "1" * 5000, '"a\\"b"', "9" * 9 + "1"]
)
def test_no_such_example(reader: Reader, name: str) -> None:
    response = reader.ask("GET", "/api/Two", Prefer=f"example={name}")
    problem(response, 404)
    assert response.header("Preference-Applied") is None
    problem(reader.ask("GET", "/api/Two", Prefer="example=2, code=404"), 404)


@pytest.mark.parametrize("target", ["/api/Parcel/7", "/api/Parcel", "/api/Shelf/top/Items"])
def test_a_dynamic_value_fits_and_differs(reader: Reader, target: str) -> None:
    operation = {
        "/api/Parcel/7": "read", "/api/Parcel": "list", "/api/Shelf/top/Items": "items"
    }[target]  # fmt: skip
    schema = response_schema(CATALOG.by_uid[operation])
    assert schema is not None
    made = []
    for _ in range(3):
        response = reader.ask("GET", target, Prefer="dynamic=true, handling=lenient")
        assert response.header("Preference-Applied") == "dynamic=true"
        made.append(json.loads(response.body))
        jsonschema.validate(made[-1], schema)
    assert made[0] != made[1] != made[2]


def test_what_cannot_be_made_up_is_not_claimed_to_be(reader: Reader) -> None:
    response = reader.ask("GET", "/api/Image", Prefer="dynamic=true")
    assert response.status == 200
    assert response.header("Preference-Applied") is None


@pytest.mark.parametrize("field", ["wait=10", "return=minimal, respond-async", "code=x", "=="])
def test_other_preferences_are_ignored(reader: Reader, field: str) -> None:
    response = reader.ask("GET", "/api/Two", Prefer=field)
    assert (response.status, json.loads(response.body)) == (200, "one")
    assert response.header("Preference-Applied") is None


@pytest.mark.parametrize(
    ("query", "status", "body"),
    [
        ("__code=404", 404, {"Gone": True}),
        ("__code=404&__example=1", 404, {"Gone": True}),
        ("__example=3", 200, "two"),
        ("__dynamic=false", 200, "one"),
    ],
)
def test_what_clients_of_prism_send_in_the_query_is_understood(
    reader: Reader, query: str, status: int, body: object
) -> None:
    answer = reader.ask("GET", f"/api/Two?{query}")
    assert (answer.status, json.loads(answer.body)) == (status, body)


@pytest.mark.parametrize("query", ["__code=x", "__code=1", "__dynamic=maybe", "__code="])
def test_what_prism_does_not_understand_is_422(reader: Reader, query: str) -> None:
    assert (
        f"`{query.partition('=')[0]}`"
        in problem(reader.ask("GET", f"/api/Two?{query}"), 422)["detail"]
    )


@pytest.mark.parametrize("query", ["__code=410", "__code=201", "__example=cat", "__example=9"])
def test_what_prism_does_not_find_is_404(reader: Reader, query: str) -> None:
    problem(reader.ask("GET", f"/api/Two?{query}"), 404)


def test_the_header_field_comes_before_the_query(reader: Reader) -> None:
    assert reader.ask("GET", "/api/Two?__code=404", Prefer="code=409").status == 409
