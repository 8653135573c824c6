"""Responses whose bodies stand below headings of their statuses."""

from __future__ import annotations

import pytest

from callsheet.model import Operation
from callsheet.model.contents import response_contents, response_headers
from callsheet.pages import write_page
from callsheet.run import Runner, ServerUnderTest, Verdict, programs_of
from callsheet.samples.request.outcomes import outcomes_of
from callsheet.source import read_page
from tests.checks.offences import offences
from tests.parcels import catalog_of

TABLE = "| Property Name | Type | Description |\n| --- | --- | --- |\n| {} | string | It. |\n"
PAGE = """\
---
uid: v1Ship_Get
---

# GET Ship/{id}

```http
GET /api/v1/Ship/7
```

Finds a ship.

## Responses

| Response | Description |
| --- | --- |
| 200 | OK |
| 404 | Not there |

"""


def read(text: str) -> Operation:
    operation = read_page((PAGE + text).encode(), "Ship/v1Ship_Get.md").operation
    assert operation is not None
    return operation


def names(operation: Operation, status: int) -> list[str]:
    return [p.name for c in response_contents(operation, status) for p in c.schema.properties]


@pytest.mark.parametrize(
    "success", ["### 200 OK", "### 200", "### `200` OK", "### HTTP 200", "#### 200"]
)
@pytest.mark.parametrize(
    "failure", ["### 404 Not Found", "### 404: Problem", "#### 404", "### 4XX"]
)
def test_a_table_is_of_the_status_that_stands_above_it(success: str, failure: str) -> None:
    text = f"{success}\n\n{TABLE.format('id')}\n{failure}\n\n{TABLE.format('error')}"
    operation = read(text)
    assert (names(operation, 200), names(operation, 404)) == (["id"], ["error"])
    assert names(read_page(write_page(operation).encode(), "a.md").operation or operation, 404) == [
        "error"
    ]


def test_a_section_within_that_of_a_status_is_of_it() -> None:
    inner = "#### Response body: Problem\n\n#### Headers\n\n| Header | Type | Description |\n"
    text = f"### 404 Not Found\n\n{inner}| --- | --- | --- |\n| X-Why | string | Why. |\n"
    operation = read(text)
    [content] = response_contents(operation, 404)
    assert content.schema.ref == "Problem"
    assert response_contents(operation, 200) == ()
    assert [header.name for header in response_headers(operation, 404)] == ["X-Why"]
    assert response_headers(operation, 200) == ()
    assert offences(PAGE + text, "CS505", "CS507", "CS508") == []
    again = read_page(write_page(operation).encode(), "a.md").operation
    assert again is not None
    assert [header.name for header in response_headers(again, 404)] == ["X-Why"]
    assert [c.schema.ref for c in response_contents(again, 404)] == ["Problem"]


def test_a_number_elsewhere_is_no_status() -> None:
    text = PAGE.replace("## Responses", "## 404 tons\n\nHeavy.\n\n## Responses")
    operation = read_page(text.encode(), "a.md").operation
    assert operation is not None
    assert response_contents(operation, 404) == ()


@pytest.mark.parametrize(
    "heading",
    [
        "Response body (application/json): User",
        "Response 200 body: User",
        "Response body 200: User",
    ],
)
def test_a_heading_keeps_the_type_that_it_names(heading: str) -> None:
    [content] = response_contents(read(f"### {heading}\n"), 200)
    assert content.schema.ref == "User"


def test_the_program_for_a_further_success_accepts_what_that_one_has() -> None:
    page = """\
---
uid: word
---

# Word

```http
GET /word
```

## Request Headers

| Name | Description |
| --- | --- |
| Accept | `text/plain`, `application/json` |

## Responses

| Status | Description |
| --- | --- |
| 200 | It. |
| 202 | Later. |

## Response 200 (text/plain): string

## Response 202 (application/json): object

| Name | Type | Description |
| --- | --- | --- |
| job | string | The job. |

## Sample request

```http!
GET /word
Accept: text/plain
```
"""
    operation = read_page(page.encode(), "word.md").operation
    assert operation is not None
    [later] = outcomes_of(operation)
    fields = {name.lower(): value for name, value in later.values.headers}
    assert (later.status.code, fields["accept"]) == (202, "application/json")


@pytest.mark.parametrize(
    ("kind", "header", "validator"),
    [
        ("Box", "", "Last-Modified"),
        ("array of Box", "", "ETag"),
        ("Box", "ETag", "ETag"),
        ("array of Box", "Last-Modified", "Last-Modified"),
    ],
)
def test_the_program_for_304_uses_the_validator_that_there_is(
    kind: str, header: str, validator: str
) -> None:
    page = "---\nuid: boxes\n---\n\n# Boxes\n\n```http\nGET /api/v1/Box\n```\n\n"
    page += f"## Response: {kind}\n\n| Response | Description |\n| --- | --- |\n"
    page += f"| 200 | All. |\n| 304 | As before. |\n\n### Response body: {kind}\n\n"
    page += "| Name | Type |\n| --- | --- |\n| BoxId | int32 |\n"
    if header:
        page += (
            f"\n## Response headers\n\n| Header | Type |\n| --- | --- |\n| {header} | string |\n"
        )
    catalog = catalog_of({"boxes": page})
    [outcome] = outcomes_of(catalog.by_uid["boxes"])
    assert outcome.validator == validator
    if header != "Last-Modified":
        programs = list(programs_of(catalog.operations))
        server = ServerUnderTest.reference(catalog)
        with Runner(catalog, server).session(1) as run:
            found = [result.verdict for result in run(programs)]
        assert found == [Verdict.PASSED] * 2
