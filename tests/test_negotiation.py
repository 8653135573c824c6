"""What a client gets of what there is, by its `Accept` field (RFC 9110, 12.5.1)."""

from __future__ import annotations

import json

import pytest

from callsheet.catalog import Catalog
from callsheet.http.media_types import (
    MAX_RANGES,
    is_form,
    is_json,
    is_listed,
    is_structured,
    is_xml,
    negotiate,
    parameters,
    read_accept,
    split_list,
)
from callsheet.server.engine.responses.negotiation import offered
from tests.parcels import JSON, Reader, catalog_of, problem, serving
from tests.test_shown_lists import CREATED, READ

XML = "application/xml"
PNG = "image/png"
OFFERS = (JSON, XML, PNG)
BIN = {"Name": "Left", "Shelves": []}
SENT = {"Content_Type": JSON}


@pytest.mark.parametrize(
    ("accept", "chosen"),
    [
        (None, JSON),
        ("", JSON),
        ("*/*", JSON),
        ("image/*", PNG),
        ("application/*", JSON),
        ("text/html", None),
        ("image/*/png", None),
        # What is not a range is passed over, and of what is left one decides.
        ("json", JSON),
        ("/json, image/png", PNG),
        ("image/, application/xml", XML),
        # The most specific range decides about an offer, wherever it stands.
        ("*/*, application/json;q=0.1", XML),
        ("application/json;q=0.1, */*", XML),
        ("application/*;q=0.1, */*;q=0.2", PNG),
        ("*/*;q=0.2, application/*;q=0.1", PNG),
        ("application/*;q=0.9, application/json;q=0.1, */*;q=0.5", XML),
        ("image/*;q=0, image/png;q=1", PNG),
        ("image/png;q=0, image/*;q=1", None),
        ("*/*;q=0, application/*", JSON),
        # Of two ranges that say the same, the first counts.
        ("image/png;q=0, image/png", None),
        # Of equal weights, the server's favourite wins; a weight is at most 1.
        ("image/png, application/xml", XML),
        ("image/png;q=0.3, application/xml;q=0.31", XML),
        ("application/xml;q=7, image/png", XML),
        ("application/xml;q=1, image/png;q=9", XML),
        ("application/xml;q=0.9, image/png;Q=1", PNG),
        ("application/xml;q=0.9, image/png; q = 1", PNG),
        ("application/xml;q=.5, image/png;q=.4", XML),
        ("image/png;level=2;q=0.1, application/xml;q=0.2", XML),
        ("image/png;level=2, application/xml;q=0.2", PNG),
        # A weight that is not a number counts as none.
        ("image/png;q=high, application/xml;q=0.1", XML),
        ("image/png;q=", None),
        ("image/png;q=1X", None),
        ("image/png;q=-1", None),
        ("image/png;q=1e3", None),
        ("image/png;q=0.000", None),
        ("image/png;q=0.0001", PNG),
        ('application/json;q=0.5;x="a, image/png", application/xml;q=0.6', XML),
        ("IMAGE/PNG", PNG),
    ],
)
def test_the_offer_that_a_client_likes_best(accept: str | None, chosen: str | None) -> None:
    assert negotiate(accept, OFFERS) == chosen


def test_where_there_is_nothing_nothing_is_chosen() -> None:
    assert negotiate(None, []) is None
    assert negotiate("*/*", []) is None


def test_so_many_ranges_are_read() -> None:
    many = [*["text/x"] * (MAX_RANGES - 1), PNG]
    assert negotiate(", ".join(many), OFFERS) == PNG
    assert negotiate(", ".join(["text/x", *many]), OFFERS) is None
    assert len(read_accept(", ".join(many * 2))) == MAX_RANGES == 100


@pytest.mark.parametrize(
    ("field", "elements"),
    [
        ("a, b", ["a", " b"]),
        ("", [""]),
        ('"a,b",c', ['"a,b"', "c"]),
        (r'"a\",b",c', [r'"a\",b"', "c"]),
        ('a,"b', ["a", '"b']),
        (',,"a"', ['"a"']),
    ],
)
def test_a_list_is_split_at_its_commas(field: str, elements: list[str]) -> None:
    assert split_list(field) == elements


@pytest.mark.parametrize(
    ("content_type", "found"),
    [
        ("a/b", {}),
        ("a/b;c=d", {"c": "d"}),
        ("a/b; C=D;e=f", {"c": "D", "e": "f"}),
        ("a/b;c=d;c=e", {"c": "d"}),
        ('a/b;c="d;e=f"', {"c": "d;e=f"}),
        (r'a/b;c="d\\\"\e"', {"c": r"d\"e"}),
        ('a/b;c=""', {"c": ""}),
        ("a/b;c", {}),
    ],
)
def test_parameters_of_a_media_type(content_type: str, found: dict[str, str]) -> None:
    assert parameters(content_type) == found


@pytest.mark.parametrize(
    ("media_type", "kinds"),
    [
        ("application/json", "json structured"),
        ("application/problem+json;x=1", "json structured"),
        ("text/xml", "xml structured"),
        ("image/svg+xml", "xml structured"),
        ("application/x-www-form-urlencoded", "form structured"),
        ("Multipart/Form-Data; boundary=x", "form structured"),
        ("multipart/mixed", ""),
        ("application/jsonl", ""),
        ("json", ""),
    ],
)
def test_kinds_of_media_types(media_type: str, kinds: str) -> None:
    tests = {"json": is_json, "xml": is_xml, "form": is_form, "structured": is_structured}
    assert " ".join(name for name, test in tests.items() if test(media_type)) == kinds


def test_a_list_may_have_ranges_and_parameters() -> None:
    assert is_listed("text/plain; charset=x", ["a/b", "Text/Plain;q=1"])
    assert is_listed("text/plain", ["*/*"])
    assert is_listed("text/plain", ["text/*"])
    assert not is_listed("text/plain", ["text"])
    assert not is_listed("text/plain", [])


PAGE = """---
title: Weigh
uid: v1_Weigh
---

# Weigh

```http
GET /api/Weight
```

Weighs.

## Request Headers

| Parameter Name | Description |
| --- | --- |
| Accept | {accept} |

## Response: Weight

| Response | Description |
| --- | --- |
| 200 | The weight. |
| 404 | There is none. |
{more}
### Response body: Weight

| Property Name | Type | Description |
| --- | --- | --- |
| Grams | int32 | How heavy it is. |
{shown}"""


def weighing(accept: str = f"`{JSON}`, `{XML}`", shown: str = "", more: str = "") -> Catalog:
    """A page that lists what its answers can be had as, with sample responses."""
    return catalog_of({"weigh": PAGE.format(accept=accept, shown=shown, more=more)})


def sample(media_type: str, body: str, status: str = "200 OK") -> str:
    """A sample response."""
    head = f"HTTP/1.1 {status}\nContent-Type: {media_type}"
    return f"\n## Sample response\n\n```http_\n{head}\n\n{body}\n```\n"


def asked(catalog: Catalog, accept: str | None, prefer: str = "") -> tuple[int, str, bytes]:
    """Status, media type and body of an answer."""
    fields = {"Accept": accept, "Prefer": prefer}
    with serving(catalog) as found:
        answer = Reader(*found).ask(
            "GET", "/api/Weight", None, **{name: value for name, value in fields.items() if value}
        )
    return answer.status, answer.header("Content-Type") or "", answer.body


@pytest.mark.parametrize(
    ("accept", "expected"),
    [
        (None, f"{JSON}; charset=utf-8"),
        ("*/*", f"{JSON}; charset=utf-8"),
        ("*/*, application/json;q=0.1", f"{XML}; charset=utf-8"),
        ("application/xml, */*;q=0.9", f"{XML}; charset=utf-8"),
    ],
)
def test_the_most_specific_range_decides_how_a_server_answers(
    accept: str | None, expected: str
) -> None:
    status, content_type, body = asked(weighing(), accept)
    assert (status, content_type) == (200, expected)
    assert body.startswith(b"{" if JSON in expected else b"<")


def test_what_no_client_accepts_is_refused() -> None:
    with serving(weighing()) as found:
        answer = Reader(*found).ask("GET", "/api/Weight", None, Accept="image/png")
        detail = problem(answer, 406)["detail"]
    assert JSON in detail
    assert XML in detail


def test_an_example_in_another_media_type_is_the_answer_in_that_one() -> None:
    catalog = weighing(
        f"`{JSON}`, `text/csv`, `{PNG}`",
        sample(JSON, '{"Grams": 5}') + sample("text/csv; header=absent", "5"),
    )
    assert asked(catalog, "text/csv") == (200, "text/csv", b"5")
    status, content_type, body = asked(catalog, None)
    assert (status, content_type, json.loads(body)) == (200, f"{JSON}; charset=utf-8", {"Grams": 5})
    # A value is not a picture; there is a small one for that.
    status, content_type, body = asked(catalog, PNG)
    assert (status, content_type, body[:4]) == (200, PNG, b"\x89PNG")


def test_without_a_list_the_client_has_the_choice_of_the_examples() -> None:
    catalog = catalog_of(
        {
            "weigh": PAGE.replace("## Request Headers", "## Other").format(
                accept="", more="", shown=sample("text/csv", "5") + sample(JSON, '{"Grams": 5}')
            )
        }
    )
    assert asked(catalog, None) == (200, "text/csv", b"5")
    assert json.loads(asked(catalog, JSON)[2]) == {"Grams": 5}
    assert asked(catalog, "image/png")[0] == 406


def test_an_example_of_json_can_be_had_as_xml() -> None:
    status, content_type, body = asked(weighing(shown=sample(JSON, '{"Grams": 5}')), XML)
    assert (status, content_type) == (200, f"{XML}; charset=utf-8")
    assert b"<Grams>5</Grams>" in body


@pytest.mark.parametrize(
    ("listed", "expected"),
    [
        (f"{JSON}; charset=UTF-8", f"{JSON}; charset=UTF-8"),
        (f"{JSON}; charset=latin-1; v=2", f"{JSON}; charset=utf-8"),
        (f"{JSON}; v=2", f"{JSON}; v=2; charset=utf-8"),
    ],
)
def test_an_answer_says_that_its_text_is_utf_8(listed: str, expected: str) -> None:
    assert asked(weighing(f"`{listed}`"), None)[1] == expected


def test_a_refusal_is_said_whatever_the_client_accepts() -> None:
    catalog = weighing(shown=sample(JSON, '{"detail": "none"}', "404 Not Found"))
    for accept in (PNG, None, JSON):
        status, content_type, body = asked(catalog, accept, "code=404")
        assert (status, json.loads(body)) == (404, {"detail": "none"})
        assert content_type == f"{JSON}; charset=utf-8"
    assert asked(catalog, XML, "code=404")[1] == f"{XML}; charset=utf-8"


def test_of_refusals_in_several_media_types_the_client_has_its_choice() -> None:
    shown = sample(JSON, '{"detail": "none"}', "404 No") + sample("text/plain", "None.", "404 No")
    catalog = weighing(shown=shown)
    assert asked(catalog, "text/plain", "code=404") == (404, "text/plain", b"None.")
    assert json.loads(asked(catalog, None, "code=404")[2]) == {"detail": "none"}
    assert json.loads(asked(catalog, PNG, "code=404")[2]) == {"detail": "none"}


def test_a_page_of_a_file_answers_with_a_file() -> None:
    for media_type in (PNG, "image/gif", "application/pdf"):
        status, content_type, body = asked(weighing(f"`{media_type}`, `{JSON}`"), media_type)
        assert (status, content_type) == (200, media_type)
        # An empty file would be taken for none.
        assert body
    # The picture that there is a specimen of comes first where the client does not mind.
    assert asked(weighing(f"`application/acme`, `{PNG}`"), None)[1] == PNG
    assert asked(weighing(f"`application/acme`, `{PNG}`"), "application/*")[1] == "application/acme"


def test_a_made_up_value_is_no_file() -> None:
    catalog = weighing(f"`{PNG}`, `{JSON}`")
    assert asked(catalog, PNG, "dynamic=true")[1] == PNG
    seen = {asked(catalog, JSON, "dynamic=true")[2] for _ in range(3)}
    assert len(seen) > 1
    assert all(isinstance(json.loads(body)["Grams"], int) for body in seen)


def types_of(accept: str, sections: str) -> tuple[str, ...]:
    """The media types of successes, by the list of a page and its sections."""
    start, _, end = PAGE.partition("### Response body: Weight\n")
    table = end.replace("{shown}", "")
    # Without a type there, only sections have bodies.
    start = start.replace("## Response: Weight", "## Response")
    text = start.format(accept=accept, more="") + "".join(
        f"## {name}\n{table}\n" for name in sections.split("; ") if name
    )
    return offered(catalog_of({"weigh": text}).by_uid["v1_Weigh"])


@pytest.mark.parametrize(
    ("accept", "sections", "expected"),
    [
        # What is listed for nothing else than refusals is not the media type of a success.
        ("`text/csv`, `a/b`", "Response 200 (a/b): Weight", ("a/b",)),
        # The order of the list is that of the server's preference.
        ("`a/c`, `a/b`", "Response 200 (a/b): Weight; Response 200 (a/c): Weight", ("a/c", "a/b")),
        ("`a/c`", "Response 200 (a/b): Weight; Response 200 (a/c): Weight", ("a/c", "a/b")),
        # A general section is for all that is listed.
        ("`text/csv`, `a/b`", "Response body: Weight", ("text/csv", "a/b")),
        # A page without a body still says what it gives.
        ("`text/csv`", "", ("text/csv",)),
        ("", "Response 200 (a/b): Weight", ("a/b",)),
    ],
)
def test_a_success_has_the_media_types_of_its_sections(
    accept: str, sections: str, expected: tuple[str, ...]
) -> None:
    assert types_of(accept, sections) == expected


def test_a_request_whose_answer_nobody_accepts_changes_nothing() -> None:
    stored = CREATED.replace("| Content-Type |", f"| Accept | `{JSON}` |\n| Content-Type |")
    with serving(catalog_of({"store": stored, "read": READ})) as found:
        numbers = []
        for attempts in (0, 2):
            reader = Reader(*found)
            for _ in range(attempts):
                problem(reader.ask("POST", "/api/v1/Bin", BIN, Accept=PNG, **SENT), 406)
            numbers.append(reader.json("POST", "/api/v1/Bin", BIN, **SENT)["BinId"])
    # A new bin has the next number, so that one that was stored before shows.
    assert numbers[0] == numbers[1]
