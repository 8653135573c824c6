"""What a sample sends, and why."""

from __future__ import annotations

import re
from typing import Any

import pytest
from click.testing import CliRunner

from callsheet.cli import main
from callsheet.model import Operation
from callsheet.samples import Choice, Origin, Overrides, outcomes_of, read_overrides
from callsheet.samples.assets import Asset
from callsheet.samples.request.bodies import JsonBody
from callsheet.samples.request.values import pick_values
from tests.conftest import DOCS
from tests.parcels import catalog_of, page

ID = ("id", "int32", "**Required**")
ROWS = (
    ("Name", "String", "**Required**"),
    ("Weight", "Integer", ""),
    ("Sent", "date-time", ""),
    ("Photo", "byte", ""),
)
GOOD = {"Name": "Box", "Weight": 3, "Sent": "2026-03-14T09:26:53Z"}


def operation(text: str, front_matter: str = "") -> Operation:
    """The operation of a page, whose front matter gets these lines."""
    [found] = catalog_of({"x": text.replace("\n---\n", f"\n{front_matter}---\n", 1)}).operations
    return found


def parcel(sent: Any = GOOD, **options: Any) -> str:
    return page("p", "PUT /api/Parcel/{id}", path=(ID,), body=ROWS, sent=sent, **options)


def choice(found: Operation, location: str, name: str, site: Overrides | None = None) -> Choice:
    """The last choice about something: what it is, after what it was about to be."""
    choices = pick_values(found, *([site] if site else [])).choices
    return [c for c in choices if (c.location, c.name) == (location, name)][-1]


def line(text: str, wanted: str) -> int:
    return next(n for n, shown in enumerate(text.split("\n"), 1) if wanted in shown)


def test_the_example_is_sent_where_it_satisfies_the_contract() -> None:
    text = parcel()
    found = choice(operation(text), "path", "id")
    assert (found.value, found.origin) == ("7", Origin.EXAMPLE)
    assert found.line == line(text, "PUT /api/Parcel/7")
    values = pick_values(operation(text))
    assert isinstance(values.body, JsonBody)
    assert values.body.value == GOOD
    assert all(c.fault == "" for c in values.choices)


@pytest.mark.parametrize(
    ("sent", "name", "value", "fault"),
    [
        ({**GOOD, "Weight": "heavy"}, "Weight", 1, "`heavy` is not an integer (`int32`)"),
        (
            {**GOOD, "Weight": 2**31},
            "Weight",
            1,
            f"`{2**31}` is not an integer of 32 bits (`int32`)",
        ),
        (
            {**GOOD, "Sent": "03/14/2026"},
            "Sent",
            "2026-11-21T09:30:00Z",
            "`03/14/2026` is not a date-time",
        ),
        ({"Weight": 3}, "Name", "example", "the example lacks it, and it is required"),
    ],
)
def test_what_contradicts_the_table_is_replaced(
    sent: Any, name: str, value: Any, fault: str
) -> None:
    text = parcel(sent)
    values = pick_values(operation(text))
    assert isinstance(values.body, JsonBody)
    assert isinstance(values.body.value, dict)
    assert values.body.value[name] == value
    found = choice(operation(text), "body", name)
    assert found.origin is Origin.TYPE
    assert found.fault.startswith(fault)
    wanted = f'"{name}"' if name in sent else "```http!"
    assert found.line == line(text, wanted)


@pytest.mark.parametrize(
    ("written", "sent", "value"),
    [
        ("string", 5, "example"),
        ("int32", "x", 1),
        ("Enum: A, B", "C", "A"),
        ("array of int32", [3, "x"], [3, 1]),
        ("array of int32", 3, []),
        ("map of int32", {"a": 3, "b": "x"}, {"a": 3, "b": 1}),
        ("string", "Glasses", "Glasses"),
    ],
)
def test_an_example_of_another_type_than_its_heading_is_replaced(
    written: str, sent: Any, value: Any
) -> None:
    text = page("p", "PUT /api/Parcel/{id}", path=(ID,), body=ROWS, sent=sent)
    start, end = text.index("## Request Body"), text.index("## Response")
    text = f"{text[:start]}## Request Body: label {written}\n\n{text[end:]}"
    values = pick_values(operation(text))
    assert isinstance(values.body, JsonBody)
    assert values.body.value == value
    assert any(choice.fault for choice in values.choices) is (value != sent)


def test_a_placeholder_for_bytes_becomes_a_real_image() -> None:
    values = pick_values(operation(parcel({**GOOD, "Photo": "GIF89 and so on"})))
    assert isinstance(values.body, JsonBody)
    assert isinstance(values.body.value, dict)
    assert values.body.value["Photo"] == Asset("image.png", "image/png")


def test_a_pointer_without_a_slash_gets_one() -> None:
    rows = (("op", "String", ""), ("path", "String", ""), ("value", "Object", ""))
    sent = [{"op": "add", "path": "Name", "value": 3}]
    text = page("p", "PATCH /api/Parcel/{id}", path=(ID,), body=rows, sent=sent)
    values = pick_values(operation(text))
    assert isinstance(values.body, JsonBody)
    assert values.body.value == [{"op": "add", "path": "/Name", "value": 3}]


def test_where_the_page_shows_nothing_the_server_has_the_number() -> None:
    text = parcel().replace("PUT /api/Parcel/7", "PUT /api/Parcel/{id}")
    found = choice(operation(text), "path", "id")
    assert (found.value, found.origin, found.line) == ("1", Origin.SERVER, 0)


def test_a_query_value_of_another_type_is_not_sent() -> None:
    text = page("p", "GET /api/Parcel", query=(("on", "date-time", "**Required**"),))
    found = choice(operation(text.replace("on=1", "on=12/24/2002")), "query", "on")
    assert found.origin is Origin.TYPE
    assert found.fault.startswith("`12/24/2002` is not a date-time of RFC 3339")


def test_an_accept_that_the_page_does_not_list_is_not_sent() -> None:
    text = page("p", "GET /api/Parcel").replace(
        "`application/json`, `application/xml` |", "`image/png` |"
    )
    text = re.sub(r"\| Content-Type .*\n", "", text)
    found = choice(operation(text), "header", "Accept")
    assert (found.value, found.origin) == ("image/png", Origin.LISTED)
    assert found.fault == "`application/json` is not one of image/png"


FRONT_MATTER = """samples:
  path: {id: 12}
  query: {deep: true}
  headers: {Accept-Language: de, Accept: null}
  credentials: {user: ada, password: 'pass:word'}
  body: {Name: Crate}
"""


def test_the_author_has_the_first_word() -> None:
    found = operation(parcel(), FRONT_MATTER)
    values = pick_values(found)
    assert values.path == {"id": 12}
    assert values.query == (("deep", "true"),)
    assert dict(values.headers) == {"Accept-Language": "de"}
    assert values.credentials == ("ada", "pass:word")
    assert values.body == JsonBody({"Name": "Crate"}, "application/json")
    assert {c.origin for c in values.choices} == {Origin.PAGE}


def test_the_page_comes_before_the_site_and_the_site_before_the_example() -> None:
    site, faults = read_overrides({"path": {"id": 5}, "headers": {"Accept-Language": "fr"}})
    assert faults == ()
    assert choice(operation(parcel()), "path", "id", site).origin is Origin.SITE
    found = operation(parcel(), FRONT_MATTER)
    assert choice(found, "path", "id", site).value == "12"
    assert choice(found, "header", "Accept-Language", site).value == "de"


@pytest.mark.parametrize(
    "written",
    [
        ["path"],
        {"paths": {"id": 1}},
        {"path": [1]},
        {"query": {"a": {"b": 1}}},
        {"credentials": "ada:secret"},
        {"credentials": {"user": "a:b", "password": "c"}},
        {"credentials": {"user": "ada", "password": "\u00fc"}},
    ],
)
def test_what_cannot_be_understood_is_said(written: Any) -> None:
    overrides, [fault] = read_overrides(written)
    assert "samples" in fault
    assert overrides == Overrides()
    assert "secret" not in fault


# Outcomes


def outcome(text: str, code: int) -> Any:
    return next(o for o in outcomes_of(operation(text)) if o.status.code == code)


def test_a_number_that_nothing_has_is_not_found() -> None:
    found = outcome(parcel(statuses=(200, 404)), 404)
    assert found.values.path == {"id": 2147483647}
    assert not found.simulated


def test_without_its_body_a_request_is_bad() -> None:
    assert outcome(parcel(statuses=(200, 400)), 400).values.body is None


def test_what_has_changed_since_is_not_changed_again() -> None:
    found = outcome(parcel(statuses=(200, 412)), 412)
    assert dict(found.values.headers)["If-Unmodified-Since"] == "Sat, 01 Jan 2000 00:00:00 GMT"


def test_a_patch_tests_what_is_not_so() -> None:
    text = page(
        "p",
        "PATCH /api/Parcel/{id}",
        path=(ID,),
        statuses=(200, 409),
        rows=(("Name", "string", ""),),
    )
    body = outcome(text, 409).values.body
    assert body.value[0] == {"op": "test", "path": "/Name", "value": "what was expected"}


def test_what_no_request_brings_about_is_asked_for() -> None:
    found = outcome(parcel(statuses=(200, 503)), 503)
    assert found.simulated
    assert dict(found.values.headers)["Prefer"] == "code=503"


def test_a_page_with_its_success_only_has_no_other_outcome() -> None:
    assert outcomes_of(operation(parcel())) == ()


# The command line


def test_the_command_says_why() -> None:
    arguments = ["samples", "--docs", str(DOCS), "--explain", "v1PersonEntity_GetImage"]
    done = CliRunner().invoke(main, arguments)
    assert done.exit_code == 0
    shown = done.stdout.split("\n")
    assert shown[1] == "path personId = 1"
    assert shown[2].startswith("    from the page's example (reference/Person/v1PersonEntity_GetIm")
    assert "callsheet" not in done.stdout  # the password


def test_the_command_knows_no_other_operation() -> None:
    done = CliRunner().invoke(main, ["samples", "--docs", str(DOCS), "--explain", "nothing"])
    assert done.exit_code == 2
    assert "No page documents an operation `nothing`." in done.stderr
