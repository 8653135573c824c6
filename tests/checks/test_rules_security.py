"""What the front matter's `security` asks for, in the requests of a page."""

from __future__ import annotations

from pathlib import Path

import pytest

from callsheet.checks.rules.specimen import PATH
from tests.checks.offences import broken, offences
from tests.checks.trees import checked

UID = "uid: v1Parcel_Change"
BASIC = "Authorization: Basic cmVhZGVyOmNhbGxzaGVldA==\nContent"
ROW = "| Authorization | Who asks, by user and password. |\n"
TARGET = "```http!\nPUT /api/v1/Depot/north/Parcel/7?notify=true"
LINE = "PUT /api/v1/Depot/north/Parcel/7?notify=true"
FAMILY = ("CS312", "CS313", "CS314", "CS320", "CS321")


def asked(security: str, *changes: tuple[str, str]) -> list[tuple[str, str]]:
    """What is found on a page with that `security`, whose table has no row of it."""
    text = broken((UID, f"{UID}\nsecurity: {security}"), (ROW, ""), *changes)
    return offences(text, *FAMILY)


@pytest.mark.parametrize(
    ("security", "change"),
    [
        ("[{k: {type: apiKey, in: query, name: api_key}}]", (TARGET, f"{TARGET}&api_key=5")),
        ("[{k: {type: apiKey, in: header, name: X-Key}}]", (BASIC, "x-key: 5\nContent")),
        ("[{k: {type: apiKey, in: cookie, name: key}}]", (BASIC, "Cookie: key=5\nContent")),
        ("[{o: {type: oauth2, flows: {}}}]", (BASIC, "Authorization: Bearer x\nContent")),
        ("[basic]", (BASIC, BASIC)),
        ("[bearer, basic]", (BASIC, BASIC)),
        ("[bearer]", (BASIC, "Authorization: {token}\nContent")),
        # Another page says what it is.
        ("[elsewhere]", (BASIC, "X-Api-Key: 5\nContent")),
    ],
)
def test_what_proves_who_asks_needs_no_row(security: str, change: tuple[str, str]) -> None:
    changes = [change] if change[0] == BASIC else [change, (BASIC, "Content")]
    assert asked(security, *changes) == []


@pytest.mark.parametrize(
    "security",
    [
        "[{k: {type: apiKey, in: query, name: api_key}}]",
        "[bearer, {c: {type: apiKey, in: cookie, name: key}}]",
        "[bearer]",
        "[{basic: [], k: {type: apiKey, in: header, name: X-Key}}]",
    ],
)
def test_an_example_has_what_one_alternative_asks_for(security: str) -> None:
    assert ("CS314", LINE) in asked(security)


@pytest.mark.parametrize("security", ["[bearer, none]", "none", "[]", "[elsewhere, bearer]"])
def test_nothing_is_missing_where_it_is_not_asked_for(security: str) -> None:
    assert "CS314" not in [code for code, _ in asked(security, (BASIC, "Content"))]


def test_an_example_may_show_a_refusal() -> None:
    refused = ("HTTP/1.1 200 OK\nContent-Type: application/json; charset=utf-8", "HTTP/1.1 401 X")
    found = asked("[bearer]", (BASIC, "Content"), refused)
    assert "CS314" not in [code for code, _ in found]


def test_a_required_row_says_it_already() -> None:
    row = (ROW, ROW.replace("Who", "**Required** Who"))
    text = broken((UID, f"{UID}\nsecurity: [basic]"), row, (BASIC, "Content"))
    assert offences(text, *FAMILY) == [("CS314", LINE)]


@pytest.mark.parametrize(
    ("security", "shown", "found"),
    [
        ("[basik]", BASIC, ("basik", "Did you mean `basic`?")),
        ("[basik]", "Content", ("basik", "Did you mean `basic`?")),
        ("[none, {bearr: [], own: []}]", "Content", ("bearr", "Did you mean `bearer`?")),
        ("[Acme]", BASIC, ("Acme", "")),
        ("[Acme, basic]", BASIC, None),
        ("[Acme]", "Authorization: ACME 5\nContent", None),
        ("[Acme]", "Authorization: {token}\nContent", None),
        ("[Acme]", "X-Api-Key: 5\nContent", None),
        ("[http-basic, basicAuth, oauth2]", "Content", None),
        ("[theirs]", BASIC, None),
        ("[their]", "Content", ("their", "Did you mean `theirs`?")),
    ],
)
def test_a_scheme_that_nobody_knows_is_named(
    tmp_path: Path, security: str, shown: str, found: tuple[str, str] | None
) -> None:
    text = broken((UID, f"{UID}\nsecurity: {security}"), (BASIC, shown))
    other = "---\nuid: Their_Get\nsecurity: [{theirs: {type: http, scheme: basic}}]\n---\n\n"
    other += "# GET Their\n\n```http\nGET /api/Their\n```\n\nGets.\n"
    outcome = checked(tmp_path, {PATH: text, "Their_Get.md": other}, select=["CS317"])
    reported = [(f.line, f.message.split("`")[1], f.hint) for f in outcome.findings]
    line = text.split("\n").index(f"security: {security}") + 1
    hint = "Correct the name, or define the scheme where it is named."
    assert reported == ([(line, found[0], found[1] or hint)] if found else [])
