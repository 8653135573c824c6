"""A value of a named type in an example contradicts the table of that type."""

from __future__ import annotations

from collections.abc import Iterator

from callsheet.checks.model.tree import Tree
from callsheet.checks.rule import Example, Hit, TreeRule
from callsheet.checks.rules.bodies import nested
from callsheet.findings import Severity

_OTHER = """---
title: Get a tag
uid: v1Label_Get
---

# Get a tag

```http
GET /api/v1/Tag
```

Gives a tag.

## Request Headers

| Parameter Name | Description |
| --- | --- |
| Accept | Content-type(s) you would like the response in: `application/json` |

## Response:

| Response | Description |
| --- | --- |
| 200 | The tag. |

### Response body: Tag

| Property Name | Type | Description |
| --- | --- | --- |
| Name | string | What it is called. |

## Sample request

```http!
GET /api/v1/Tag
Accept: application/json
```

## Sample response

```http_
HTTP/1.1 200 OK
Content-Type: application/json

{
  "Name": "Fragile"
}
```
"""


def _check(tree: Tree) -> Iterator[Hit]:
    yield from nested.named_types(tree)


RULE = TreeRule(
    code="CS432",
    name="named-type-value",
    severity=Severity.ERROR,
    summary="A value of a named type in an example contradicts the table of that type.",
    cause=(
        "A type that one page documents with a table has the same properties wherever it is named."
    ),
    hint="Write the value as the table of its type has it.",
    examples=(
        Example(
            "| Label | string | What is written on it. |",
            "| Label | Tag | What is written on it. |",
            files={"Depot/v1Label_Get.md": _OTHER},
            also=("request-and-response-differ",),
        ),
    ),
    check=_check,
)
