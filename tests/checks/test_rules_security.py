"""What the front matter's `security` asks for, in the requests of a page."""

from __future__ import annotations

import pytest

from tests.checks.offences import broken, offences

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
