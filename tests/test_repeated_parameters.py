"""A parameter that is repeated in a query, or a list in a header field: server and docs CI."""

from __future__ import annotations

import pytest

from tests.checks.offences import offences
from tests.parcels import Reader, catalog_of, serving

PAGE = """---
title: List things
uid: v1Things
---

# List things

```http
GET /api/v1/Things
```

Lists things.

## Parameters

| Name | In | Type | Description |
| --- | --- | --- | --- |
| mark | query | {type_} | What they bear. |
| X-Mark | header | {type_} | What they bear. |

## Responses

| Status | Description |
| --- | --- |
| 200 | They are there. |

## Sample request

```http!
GET /api/v1/Things{query}
```
"""
ENDLESS = """---
title: Endless
defines: Endless
---

# Endless

| Type | Description |
| --- | --- |
| {} | All of them. |
"""
MARKS = """---
title: Marks
defines: Marks
---

# Marks

| Type | Description |
| --- | --- |
| array of int32 | All of them. |
"""


@pytest.mark.parametrize(
    ("type_", "status"),
    [
        ("string", 422),
        ("int32 or bool", 422),
        ("array of int32", 200),
        ("string or array of string", 200),
        ("Marks", 200),
        ("any", 200),
        ("Unknown", 200),
        ("", 200),
    ],
)
def test_only_a_list_or_what_may_be_one_is_repeated(type_: str, status: int) -> None:
    query = "?mark=1&mark=2"
    text = PAGE.format(type_=type_, query=query)
    catalog = catalog_of({"Things/v1Things.md": text, "Marks.md": MARKS})
    with serving(catalog) as (server, store):
        assert Reader(server, store).ask("GET", f"/api/v1/Things{query}").status == status
    found = [code for code, _ in offences(text, "CS32")]
    assert found == (["CS322"] if status == 422 else [])


def test_the_second_of_several_is_reported_once_for_each_request() -> None:
    text = PAGE.format(type_="string", query="?mark=a&Mark=b&mark=c")
    assert offences(text, "CS322") == [("CS322", "Mark=b")]


def test_a_named_list_may_have_blanks_in_a_header_field() -> None:
    text = PAGE.format(type_="Marks", query="")
    with serving(catalog_of({"Things/v1Things.md": text, "Marks.md": MARKS})) as (server, store):
        reader = Reader(server, store)
        assert reader.ask("GET", "/api/v1/Things", **{"X-Mark": "1, 2"}).status == 200
        assert reader.ask("GET", "/api/v1/Things", **{"X-Mark": "1, a"}).status == 422


@pytest.mark.parametrize(
    ("written", "status"),
    [
        ("array of Endless", 422),
        # What a type says of itself by its own name rules nothing out.
        ("either Endless or Marks", 200),
        ("either Endless or array of Endless", 200),
        ("Endless or null", 200),
        ("map of Endless", 422),
        ("Endless", 200),
    ],
)
def test_a_type_within_itself_has_an_end(written: str, status: int) -> None:
    text = PAGE.format(type_="Endless", query="")
    pages = {"Things/v1Things.md": text, "Marks.md": MARKS, "Endless.md": ENDLESS.format(written)}
    with serving(catalog_of(pages)) as (server, store):
        reader = Reader(server, store)
        assert reader.ask("GET", "/api/v1/Things?mark=a,b").status == status
        assert reader.ask("GET", "/api/v1/Things", **{"X-Mark": "a, b"}).status == status
