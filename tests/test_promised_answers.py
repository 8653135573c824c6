"""The server answers what pages promise, whatever page defines the types that they name."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from callsheet.catalog import Catalog
from callsheet.server.http.messages import Response
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


def ask(pages: str | list[str], target: str, body: Any = None, **fields: str) -> Response:
    """Ask the server of some pages once."""
    texts = [pages] if isinstance(pages, str) else pages
    catalog = Catalog.of(
        Path(), [read_page(text.encode(), f"{number}.md") for number, text in enumerate(texts)]
    )
    method, _, path = target.partition(" ")
    with serving(catalog) as (server, store):
        return Reader(server, store).ask(method, path, body, **fields)


def value(response: Response) -> Any:
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
    create = page("POST /hotel", table.format("201 Created"), "201")
    read = page("GET /hotel/{id}", table.format("200 OK") + path).replace("uid: Page", "uid: Other")
    assert value(ask([create, read, ROOM, WING], "POST /hotel"))["room"] == FULL


def test_a_refusal_and_a_redirection_have_the_types_of_other_pages_whole() -> None:
    text = page("GET /rooms", "### 404: object\n\n| Name | Type |\n| --- | --- |\n| r | Room |\n\n"
                "### 302: Room\n", "200,302,404")  # fmt: skip
    pages = [text, ROOM, WING]
    assert value(ask(pages, "GET /rooms", Prefer="code=404")) == {"r": FULL}
    assert value(ask(pages, "GET /rooms", Prefer="code=302")) == FULL
