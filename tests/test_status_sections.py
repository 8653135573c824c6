"""Statuses that only a section is about: they are documented as those of a table are."""

from __future__ import annotations

import json

import pytest

from callsheet.export import export_openapi
from callsheet.samples.request.outcomes import outcomes_of
from tests.checks.offences import offences
from tests.parcels import Reader, catalog_of, serving

TOP = """---
title: Give a thing
uid: v1Thing
---

# Give a thing

```http
GET /api/v1/Thing/{id}
```

Gives a thing.

| Path Part | Type | Description |
| --- | --- | --- |
| id | int32 | Which one. **Required** |
"""
BELOW = """
## Responses

### 202 Accepted

| Property Name | Type | Description |
| --- | --- | --- |
| id | int32 | Which one it is. |

### 404 Not Found: Problem

| Property Name | Type | Description |
| --- | --- | --- |
| code | int32 | What is wrong. **Required** |

### 5XX: Failure
"""
APART = BELOW.replace("## Responses\n", "").replace("### 202 Accepted", "## Response 202: Thing")
APART = APART.replace("### 404 Not Found:", "## Response 404:").replace(
    "### 5XX", "## Response 5XX"
)
PROSE = BELOW.replace("## Responses\n", "## Responses\n\nAll in JSON.\n")


@pytest.mark.parametrize("sections", [BELOW, APART, PROSE])
def test_all_know_a_status_that_only_a_section_is_about(sections: str) -> None:
    text = TOP + sections
    catalog = catalog_of({"Thing/v1Thing": text})
    (operation,) = catalog.operations
    assert [status.code for status in operation.statuses] == [202, 404]
    assert [each.name for each in operation.status_ranges] == ["5XX"]
    with serving(catalog) as (server, store):
        reader = Reader(server, store)
        assert reader.ask("GET", "/api/v1/Thing/1").status == 202
        response = reader.ask("GET", "/api/v1/Thing/1", Prefer="code=404")
        assert response.status == 404
        assert "code" in json.loads(response.body)
        assert b"code" in reader.ask("GET", "/api/v1/Thing/1?__code=404").body
        assert reader.ask("GET", "/api/v1/Thing/1?__code=503").status == 503
        assert reader.ask("GET", "/api/v1/Thing/1?__code=418").status == 404
    assert [outcome.status.code for outcome in outcomes_of(operation)] == [404]
    responses = export_openapi(catalog).document["paths"]["/api/v1/Thing/{id}"]["get"]["responses"]
    assert list(responses) == ["202", "404", "5XX"]
    assert offences(text, "CS507", "CS41") == []


def test_a_row_of_the_table_comes_first_and_its_section_adds_nothing() -> None:
    table = "\n## Response: object\n\n| Response | Description |\n| --- | --- |\n| 404 | None. |\n"
    (operation,) = catalog_of({"Thing/v1Thing": TOP + table + APART}).operations
    assert [(each.code, each.description) for each in operation.statuses] == [
        (404, "None."),
        (202, ""),
    ]
    assert operation.success
    assert operation.success.code == 202
    assert [each.code for each in operation.status_rows] == [404]
