"""A refusal is in the media type of its own section or example, never in that of a picture."""

from __future__ import annotations

import json

import pytest

from callsheet.catalog import Catalog
from callsheet.export import openapi
from tests.parcels import Reader, catalog_of, serving

PROBLEM = "application/problem+json"
TABLE = """

| Name | Type | Description |
| --- | --- | --- |
| title | string | What is wrong. |
"""


def picture(
    section: str = f"## Response 403: Problem{TABLE}",
    shown: str = "application/json",
    accept: str = "image/png",
    body: str = '{"title": "Not yours."}',
) -> Catalog:
    """A page of a picture, with a refusal that says in words what is wrong."""
    example = f"```http_\nHTTP/1.1 403 Forbidden\nContent-Type: {shown}\n\n{body}\n```\n"
    return catalog_of(
        {
            "x": f"""---
title: GET Thing/{{id}}
uid: Thing_Get
---

# GET Thing/{{id}}

```http
GET /api/Thing/{{id}}
```

Gets its picture.

| Path Part | Type | Description |
| --- | --- | --- |
| id | int32 | Its number. **Required** |

## Request Headers

| Parameter Name | Description |
| --- | --- |
| Accept | {", ".join(f"`{name}`" for name in accept.split())} |

## Response: image binary

| Response | Description |
| --- | --- |
| 200 | The picture. |
| 403 | It is not yours. |
| 404 | There is none. |

{section}

## Sample request

```http!
GET /api/Thing/7
Accept: {accept.split()[0]}
```

## Sample response

{example if shown else ""}"""
        }
    )


@pytest.mark.parametrize(
    ("catalog", "media_type"),
    [
        (picture(), "application/json"),
        (picture(shown=""), "application/json"),
        (picture(shown=PROBLEM), PROBLEM),
        (picture(section="", shown=PROBLEM), PROBLEM),
        (picture(f"## Response 403 ({PROBLEM}): Problem{TABLE}", ""), PROBLEM),
        (picture(f"## Response 4XX: Problem{TABLE}", PROBLEM), PROBLEM),
        (picture(f"## Response default: Problem{TABLE}", PROBLEM), PROBLEM),
        (picture(accept="image/png application/xml", shown=""), "application/xml"),
        (picture("## Response 403: string", "text/plain", body="Not yours."), "text/plain"),
        (picture("## Response 403: string", "", "text/csv"), "text/csv"),
    ],
)
def test_a_refusal_has_a_media_type_of_its_own(catalog: Catalog, media_type: str) -> None:
    document = openapi(catalog)
    exported = document["paths"]["/api/Thing/{id}"]["get"]["responses"]
    key = next(key for key in ("403", "4XX", "default") if "content" in exported.get(key, {}))
    content = exported[key]["content"]
    assert list(content) == [media_type]
    with serving(catalog) as found:
        answer = Reader(*found).ask(
            "GET", "/api/Thing/7", None, Prefer="code=403", Accept="image/png"
        )
    assert answer.status == 403
    assert (answer.header("Content-Type") or "").partition(";")[0] == media_type


def test_the_table_and_the_example_of_a_refusal_are_exported() -> None:
    document = openapi(picture())
    found = document["paths"]["/api/Thing/{id}"]["get"]["responses"]["403"]["content"]
    assert found["application/json"]["example"] == {"title": "Not yours."}
    assert found["application/json"]["schema"]


def test_a_refusal_can_be_asked_for_whatever_the_client_accepts() -> None:
    with serving(picture()) as found:
        reader = Reader(*found)
        for accept in ("image/png", "application/x-none"):
            answer = reader.ask("GET", "/api/Thing/7", None, Prefer="code=403", Accept=accept)
            assert (answer.status, json.loads(answer.body)) == (403, {"title": "Not yours."})
            answer = reader.ask("GET", "/api/Thing/7", None, Prefer="code=404", Accept=accept)
            assert answer.status == 404
        # A success cannot be had as that.
        answer = reader.ask("GET", "/api/Thing/7", None, Accept="application/x-none")
        assert answer.status == 406
        answer = reader.ask(
            "GET", "/api/Thing/7", None, Accept="application/x-none", Prefer="code=200"
        )
        assert answer.status == 406
