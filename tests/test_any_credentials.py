"""Credentials that nobody knows: whom the server lets in where the pages show no users."""

from __future__ import annotations

import pytest

from callsheet.http.headers import basic
from callsheet.reference import REFERENCE_SECRET, REFERENCE_USER, WRONG_SECRET
from callsheet.server.settings import Settings
from tests.parcels import Reader, catalog_of, serving

SECURITY = """security:
- %s
"""
SCHEMES = {
    "basic": "login: {type: http, scheme: basic}",
    "bearer": "login: {type: http, scheme: bearer}",
    "key": "login: {type: apiKey, in: header, name: X-Key}",
    "query": "login: {type: apiKey, in: query, name: key}",
    "cookie": "login: {type: apiKey, in: cookie, name: key}",
    "oauth": "login: {type: oauth2, flows: {implicit: {authorizationUrl: 'https://x.example'}}}",
}
"""Each of them, with which nobody has signed in yet."""

ANYBODY = {
    "basic": {"Authorization": basic("zoe", "secret")},
    "bearer": {"Authorization": "Bearer abc"},
    "key": {"X_Key": "abc"},
    "query": {"target": "/thing?key=abc"},
    "cookie": {"Cookie": "key=abc"},
    "oauth": {"Authorization": "Bearer abc"},
}
ROW = """
## Request Headers

| Parameter Name | Description |
| --- | --- |
| Authorization | %s |
"""


def page(security: str = "", rows: str = "", shown: str = "") -> str:
    """A page that asks for something."""
    return f"""---
title: GET thing
uid: thing
{security}---

# GET thing

```http
GET /thing
```
{rows}
## Response

| Response | Description |
| --- | --- |
| 200 | OK |

## Sample request

```http!
GET /thing
{shown}
```
"""


def status(text: str, sent: dict[str, str], accepted: bool | None = None) -> int:
    """The status of an answer."""
    settings = Settings(any_credentials=accepted)
    with serving(catalog_of({"thing": text}), settings=settings) as (server, store):
        reader = Reader(server, store)
        reader.credentials = ""
        fields = dict(sent)
        return reader.ask("GET", fields.pop("target", "/thing"), None, **fields).status


@pytest.mark.parametrize("kind", SCHEMES)
def test_any_credentials_of_a_scheme_sign_in(kind: str) -> None:
    text = page(SECURITY % SCHEMES[kind])
    wrong = {name: value.replace("abc", WRONG_SECRET) for name, value in ANYBODY[kind].items()}
    if kind == "basic":
        wrong = {"Authorization": basic(REFERENCE_USER, WRONG_SECRET)}
    assert status(text, ANYBODY[kind]) == 200
    assert status(text, ANYBODY[kind], True) == 200
    assert status(text, ANYBODY[kind], False) == 401
    assert status(text, wrong) == 401
    assert status(text, {}) == 401


@pytest.mark.parametrize("field", ["Bearer abc", "Basic abc", "Basic", "Digest x"])
def test_credentials_of_another_form_do_not_sign_in(field: str) -> None:
    text = page(SECURITY % SCHEMES["basic"])
    assert status(text, {"Authorization": field}) == 401


def test_pages_that_show_users_know_theirs_alone() -> None:
    shown = f"Authorization: {basic('amy', 'secret')}"
    text = page(SECURITY % SCHEMES["basic"], shown=shown)
    assert status(text, {"Authorization": basic("amy", "secret")}) == 200
    assert status(text, {"Authorization": basic(REFERENCE_USER, REFERENCE_SECRET)}) == 200
    assert status(text, {"Authorization": basic("zoe", "secret")}) == 401
    assert status(text, {"Authorization": basic("zoe", "secret")}, True) == 200


def test_pages_that_show_a_key_know_it_alone() -> None:
    text = page(SECURITY % SCHEMES["key"], shown="X-Key: k-1")
    assert status(text, {"X_Key": "k-1"}) == 200
    assert status(text, {"X_Key": "k-2"}) == 401
    assert status(text, {"X_Key": "k-2"}, True) == 200


def test_the_public_credentials_on_a_page_are_no_users() -> None:
    shown = f"Authorization: {basic(REFERENCE_USER, REFERENCE_SECRET)}"
    text = page(SECURITY % SCHEMES["basic"], shown=shown)
    assert status(text, {"Authorization": basic("zoe", "secret")}) == 200


def test_a_row_asks_for_a_scheme_if_it_names_one() -> None:
    one = page(rows=ROW % "Your credentials: `Basic`.")
    usual = page(rows=ROW % "Supports 'Basic', 'Hawk' and 'Bearer', as it is installed.")
    zoe = basic("zoe", "secret")
    assert status(one, {"Authorization": zoe}) == 200
    assert status(one, {"Authorization": "Bearer abc"}) == 401
    assert status(usual, {"Authorization": zoe}) == 401
    assert status(usual, {"Authorization": basic(REFERENCE_USER, REFERENCE_SECRET)}) == 200


def test_a_session_needs_known_credentials() -> None:
    with serving(catalog_of({"thing": page(SECURITY % SCHEMES["basic"])})) as (server, store):
        reader = Reader(server, store)
        reader.credentials = basic("zoe", "secret")
        assert reader.ask("POST", "/-/session").status == 401
