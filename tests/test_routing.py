"""Which operation answers a request, and with which values of its path."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest

from tests.parcels import Reader, catalog_of, page, problem, serving


def operation(route: str, *parts: tuple[str, str]) -> str:
    """The page of a route; its answer is the route itself, so that one sees who has answered."""
    return page(
        route,
        route,
        path=[(name, type_, "It. **Required**") for name, type_ in parts],
        type_="object",
        rows=(("Route", "string", "Which one."),),
        example={"Route": route},
    )


@contextmanager
def routed(*pages: str) -> Iterator[Reader]:
    """Who asks a server of these pages."""
    with serving(catalog_of({f"p{number}": text for number, text in enumerate(pages)})) as found:
        yield Reader(*found)


def answered(reader: Reader, target: str, method: str = "GET") -> Any:
    """The route that has answered."""
    return reader.json(method, target)["Route"]


def test_literal_segments_beat_templates_whatever_their_case() -> None:
    pages = [
        operation("GET /api/Box/{id}", ("id", "string")),
        operation("GET /api/Box/default"),
        operation("GET /api/Box/{id}/Lid", ("id", "string")),
        operation("GET /api/Box/default/Key"),
    ]
    for order in (pages, pages[::-1]):
        with routed(*order) as reader:
            assert answered(reader, "/api/Box/7") == "GET /api/Box/{id}"
            assert answered(reader, "/API/box/DEFAULT") == "GET /api/Box/default"
            assert answered(reader, "/api/Box/default/key") == "GET /api/Box/default/Key"
            # Where the literal one leads no further, the template has its turn.
            assert answered(reader, "/api/Box/default/Lid") == "GET /api/Box/{id}/Lid"


def test_pages_may_document_addresses_beside_those_of_the_server_itself() -> None:
    with routed(operation("GET /-/healthy"), operation("GET /-/health")) as reader:
        assert answered(reader, "/-/healthy") == "GET /-/healthy"
        assert reader.json("GET", "/-/health")["status"] == "ok"
        problem(reader.ask("GET", "/-/nothing", None), 404)
    with routed(operation("GET /{id}/healthy", ("id", "string"))) as reader:
        assert reader.json("GET", "/-/health")["status"] == "ok"


def on_servers(text: str, servers: str) -> str:
    return text.replace("\n---\n", f"\nservers: {servers}\n---\n", 1)


def test_a_path_below_another_server_has_the_values_of_the_route() -> None:
    moved = on_servers(
        operation(
            "GET /api/v1/Crate/{crateId}/Part/{no}.json", ("crateId", "int32"), ("no", "int32")
        ),
        "[{url: 'https://x.example/{tenant}', replaces: /api/v1}, 'https://y.example/deep/er']",
    )
    with routed(moved) as reader:
        own = "GET /api/v1/Crate/{crateId}/Part/{no}.json"
        for base in ("/api/v1", "/acme", "/deep/er/api/v1"):
            assert answered(reader, f"{base}/Crate/7/Part/2.json") == own
            wrong = problem(reader.ask("GET", f"{base}/Crate/x/Part/2.json"), 422)
            assert [error["name"] for error in wrong["errors"]] == ["crateId"]
        problem(reader.ask("GET", "/acme/api/v1/Crate/7/Part/2.json"), 404)


def test_the_own_route_of_a_page_beats_that_of_another_on_a_server() -> None:
    other = on_servers(operation("GET /api/Crate"), "[{url: /v2, replaces: /api}]")
    own = operation("GET /v2/Crate")
    for pages in ([other, own], [own, other]):
        with routed(*pages) as reader:
            assert answered(reader, "/v2/Crate") == "GET /v2/Crate"
            assert answered(reader, "/api/Crate") == "GET /api/Crate"


def test_a_path_that_is_not_documented_is_404() -> None:
    with routed(operation("GET /api/Box/{id}/Lid", ("id", "string"))) as reader:
        for target in ("/api", "/api/Box", "/api/Box/7", "/api/Box/7/Lid/8", "/api//7/Lid"):
            detail = problem(reader.ask("GET", target), 404)["detail"]
            assert detail == f"No documented route matches `/{target.strip('/')}`."
            assert reader.ask("OPTIONS", target).status == 404
        assert answered(reader, "/api/Box/7/Lid/") == "GET /api/Box/{id}/Lid"


def test_a_method_that_is_not_documented_is_405_and_says_which_are() -> None:
    post = operation("POST /api/Box").replace("## Sample request", "## Sample of a request")
    with routed(operation("GET /api/Box"), post, operation("PUT /api/Lid")) as reader:
        answer = reader.ask("DELETE", "/api/Box")
        assert answer.header("Allow") == "GET, HEAD, OPTIONS, POST"
        assert "`DELETE` is not documented" in problem(answer, 405)["detail"]
        assert reader.ask("HEAD", "/api/Lid").status == 405
        assert reader.ask("GET", "/api/Lid").header("Allow") == "OPTIONS, PUT"
        assert reader.ask("OPTIONS", "/api/Lid").header("Allow") == "OPTIONS, PUT"


def test_head_is_answered_by_get_unless_it_is_documented() -> None:
    with routed(operation("GET /api/Box")) as reader:
        assert (reader.ask("HEAD", "/api/Box").status, reader.ask("HEAD", "/api").status) == (
            200,
            404,
        )
    head = operation("HEAD /api/Box").replace("| 200 | Outcome 200. |", "| 204 | None. |")
    head = head.replace("HTTP/1.1 200 OK", "HTTP/1.1 204 No Content")
    with routed(operation("GET /api/Box"), head) as reader:
        assert reader.ask("HEAD", "/api/Box").status == 204


@pytest.mark.parametrize("reverse", [False, True])
def test_types_decide_between_routes_that_differ_in_names_alone(reverse: bool) -> None:
    number = operation("GET /api/List/{id}", ("id", "int32"))
    text = operation("GET /api/List/{name}", ("name", "string"))
    with routed(*([text, number] if reverse else [number, text])) as reader:
        assert answered(reader, "/api/List/7") == "GET /api/List/{id}"
        assert answered(reader, "/api/List/seven") == "GET /api/List/{name}"


def test_where_no_type_allows_the_value_the_narrowest_says_what_is_wrong() -> None:
    number = operation("GET /api/List/{id}", ("id", "int32"))
    date = operation("GET /api/List/{day}", ("day", "date"))
    with routed(number, date) as reader:
        assert answered(reader, "/api/List/2026-01-02") == "GET /api/List/{day}"
        [error] = problem(reader.ask("GET", "/api/List/seven"), 422)["errors"]
        assert error["name"] == "id"


def test_below_other_segments_types_decide_as_well() -> None:
    """The narrower one is asked first, however deep the route and whichever page comes first."""
    pages = [
        operation("GET /api/{shelf}/List/{name}", ("shelf", "string"), ("name", "string")),
        operation("GET /api/{shelf}/List/{id}", ("shelf", "string"), ("id", "int32")),
        operation("GET /api/{row}/List/{id}", ("row", "int32"), ("id", "int32")),
    ]
    for order in (pages, pages[::-1]):
        with routed(*order) as reader:
            assert answered(reader, "/api/1/List/2") == "GET /api/{row}/List/{id}"
            assert answered(reader, "/api/top/List/2") == "GET /api/{shelf}/List/{id}"
            assert answered(reader, "/api/top/List/two") == "GET /api/{shelf}/List/{name}"


def test_of_two_pages_for_one_route_the_first_answers() -> None:
    one = operation("GET /api/Box")
    with routed(one, one.replace('{"Route": "GET /api/Box"}', '{"Route": "other"}')) as reader:
        assert answered(reader, "/api/Box") == "GET /api/Box"


@pytest.mark.parametrize(
    ("segment", "value"),
    [
        ("a%2Fb", "a/b"),
        ("%2F", "/"),
        ("a%252Fb", "a%2Fb"),
        ("a%3Fb%23c", "a?b#c"),
        ("%C3%A6+b", "æ+b"),
        ("%7Bid%7D", "{id}"),
    ],
)
def test_a_value_may_have_any_character_a_slash_too(segment: str, value: str) -> None:
    """An encoded slash is part of its segment, and separates none."""
    text = operation("GET /api/{id}/Lid", ("id", "string")).replace(
        "| id | string | It. **Required** |",
        "| id | Enum: a/b, /, a%2Fb, a?b#c, æ+b, {id} | It. **Required** |",
    )
    with routed(text, operation("GET /api/a/b/Lid")) as reader:
        assert answered(reader, f"/api/{segment}/Lid") == "GET /api/{id}/Lid"
        answer = reader.ask("GET", f"/api/{segment}x/Lid")
        assert f"{value}x" in json.dumps(json.loads(answer.body), ensure_ascii=False)


def test_text_that_is_encoded_in_a_route_matches_it_however_a_request_encodes_it() -> None:
    pages = [
        operation("GET /api/Lost%20Box"),
        operation("GET /api/Box%20{id}.json", ("id", "string")),
        operation("GET /api/a%2Fb"),
    ]
    with routed(*pages) as reader:
        assert answered(reader, "/api/Lost%20Box") == "GET /api/Lost%20Box"
        assert answered(reader, "/api/%4cost%20box") == "GET /api/Lost%20Box"
        assert answered(reader, "/api/Box%207.json") == "GET /api/Box%20{id}.json"
        assert answered(reader, "/api/a%2fb") == "GET /api/a%2Fb"
        assert reader.ask("GET", "/api/Lost%2520Box").status == 404


def test_an_empty_part_of_a_path_is_a_missing_value() -> None:
    rooted = operation("GET /{name}", ("name", "string"))
    with routed(operation("GET /api/Box/{id}/Lid", ("id", "string")), rooted) as reader:
        wrong = problem(reader.ask("GET", "/api/Box//Lid"), 422)
        assert [(error["name"], error["got"]) for error in wrong["errors"]] == [("id", "nothing")]
        assert answered(reader, "/Box") == "GET /{name}"
        assert "operations" in reader.json("GET", "/", Accept="application/json")


def test_a_documented_options_operation_is_answered_but_not_what_a_browser_asks_first() -> None:
    with routed(operation("OPTIONS /api/Box"), operation("GET /api/Box")) as reader:
        assert answered(reader, "/api/Box", "OPTIONS") == "OPTIONS /api/Box"
        asked = reader.ask("OPTIONS", "/api/Box", Access_Control_Request_Method="GET")
        assert (asked.status, asked.header("Allow")) == (204, "GET, HEAD, OPTIONS")
        asked = reader.ask("OPTIONS", "/api/Box", Access_Control_Request_Headers="x-trace")
        assert (asked.status, asked.header("Allow")) == (204, "GET, HEAD, OPTIONS")


def test_of_operations_on_one_path_the_query_and_the_slash_at_the_end_decide() -> None:
    pages = [
        operation("GET /rest?method=list"),
        operation("GET /rest?method=info&full=1"),
        operation("GET /box#name"),
        operation("GET /box#name&version"),
        operation("GET /jobs"),
        operation("GET /jobs/"),
    ]
    for order in (pages, pages[::-1]):
        with routed(*order) as reader:
            assert answered(reader, "/rest?method=list&page=2") == "GET /rest?method=list"
            assert answered(reader, "/rest?full=1&method=info") == "GET /rest?method=info&full=1"
            assert answered(reader, "/box?name=a") == "GET /box#name"
            assert answered(reader, "/box?version=1&name=a") == "GET /box#name&version"
            assert answered(reader, "/jobs") == "GET /jobs"
            assert answered(reader, "/jobs/") == "GET /jobs/"
            assert answered(reader, "/jobs/?a=1") == "GET /jobs/"
            assert reader.ask("GET", "/rest").status == 200
