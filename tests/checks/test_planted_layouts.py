"""Mistakes of authors in other layouts than our own, planted singly, and found at their line."""

from __future__ import annotations

from pathlib import Path

import pytest

from callsheet.checks.engine.runner import check
from callsheet.checks.engine.selection import Selection
from callsheet.findings import Finding
from tests.checks.trees import write

ITEMS = """# Parcels

## Move a parcel

Moves a parcel. Answers with `200 OK`.

| Method | Path |
| :----- | :--- |
| `POST` | `/depots/:depot/parcels` |

### Parameters

- `depot` `(string: <required>)` - The depot.
- `weight` `(integer: <required>)` - Its weight in grams.
- `label` `(string: "")` - What is on its label.

### Sample payload

```json
{
  "weight": 1200,
  "label": "fragile"
}
```

### Sample request

```shell-session
$ curl \\
    --header "Content-Type: application/json" \\
    --request POST \\
    --data @payload.json \\
    http://127.0.0.1:8200/v1/depots/north/parcels
```
"""

MESSAGES = """# Parcels

## Move a parcel

`PUT /api/depots/:depot/parcels`

**Example Request**:

```http
PUT /api/depots/north/parcels?notify=true HTTP/1.1
Accept: application/json
Content-Type: application/json

{
  "weight": 1200
}
```

Query parameters:

| Name | Type | Description |
| --- | --- | --- |
| notify | boolean | Whether to tell the sender. |

JSON body:

| Name | Type | Description |
| --- | --- | --- |
| weight | integer | **Required.** Its weight in grams. |

**Example Response**:

```http
HTTP/1.1 200 OK
Content-Type: application/json

{"message": "Moved"}
```
"""


def found(folder: Path, text: str) -> list[Finding]:
    result = check(write(folder, {"parcels.md": text}), Selection())
    assert result.faults == ()
    return [finding for finding in result.findings if finding.severity != "note"]


@pytest.mark.parametrize("text", [ITEMS, MESSAGES])
def test_a_page_without_mistakes(tmp_path: Path, text: str) -> None:
    assert found(tmp_path, text) == []


TYPE = "Content-Type: application/json\n\n{\n"
BODY = '{\n  "weight": 1200\n}\n```'


@pytest.mark.parametrize(
    ("text", "right", "wrong", "code"),
    [
        (ITEMS, '"weight": 1200,', '"wieght": 1200,', "CS303"),
        (ITEMS, '"weight": 1200,', '"weight": "much",', "CS305"),
        (ITEMS, '{\n  "weight": 1200,', "{", "CS304"),
        (ITEMS, "`(string: \"\")`", "`(strng: \"\")`", "CS205"),
        (ITEMS, "--request POST", "--request PUT", "CS111"),
        (ITEMS, "v1/depots/", "v1/depot/", "CS111"),
        (ITEMS, "`200 OK`", "`204 OK`", "CS218"),
        (MESSAGES, "PUT /api/depots/north", "PATCH /api/depots/north", "CS111"),
        (MESSAGES, "parcels?notify", "parcel?notify", "CS111"),
        (MESSAGES, "?notify=true", "?notfy=true", "CS320"),
        (MESSAGES, "?notify=true", "?notify=maybe", "CS322"),
        (MESSAGES, TYPE, TYPE.replace("application/json", "text/plain"), "CS307"),
        (MESSAGES, TYPE, TYPE.replace("app", "ap"), "CS315"),
    ],
)  # fmt: skip
def test_a_planted_mistake_is_found_at_its_line(
    tmp_path: Path, text: str, right: str, wrong: str, code: str
) -> None:
    assert text.count(right) >= 1
    line = text[: text.index(right)].count("\n") + 1
    near = [
        f.code for f in found(tmp_path, text.replace(right, wrong, 1)) if abs(f.line - line) < 3
    ]
    assert code in near


@pytest.mark.parametrize(
    ("text", "right", "wrong"),
    [
        # A table in another layout need not list all, and a sentence may show a part.
        (ITEMS, '"label": "fragile"', '"sender": "north"'),
        (MESSAGES, "?notify=true", "?page=2"),
        (ITEMS, "`200 OK`", "`200 Parcel moved`"),
        (MESSAGES, BODY, f"{BODY}\n\n```http\nGET /api/depots/north HTTP/1.1\n```"),
    ],
)  # fmt: skip
def test_what_is_no_mistake_in_another_layout(
    tmp_path: Path, text: str, right: str, wrong: str
) -> None:
    assert right in text
    assert found(tmp_path, text.replace(right, wrong, 1)) == []
