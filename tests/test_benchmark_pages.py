"""The pages that benchmarks are measured on repeat as little as a real publication does."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.benchmarks.pages import REAL, make_docs, shares, vary

PAGE = """\
---
title: GET Parcel/{id}
uid: v1Parcel_Get
---

# GET Parcel/{id}

```http
GET /api/v1/Parcel/{id}
```

Gets the parcel with that number, wherever somebody has left it.

## Request Headers

| Parameter Name | Description |
|----------------|-------------|
| Accept | The formats that one would like to have |

## Response: Parcel

| Property Name | Type | Description |
|---------------|------|-------------|
| Name | string | What is written upon the label |

```http_
HTTP/1.1 200 OK
Content-Type: application/json

{
  "Name": "a box of old shoes",
  "Left": "2022-10-11T12:13:14Z",
  "Stops": 4711
}
```
"""


def test_a_copy_differs_in_what_it_says_and_not_in_its_form() -> None:
    copies = [vary(PAGE, 1), vary(PAGE, 2)]
    assert copies[0] == vary(PAGE, 1) != copies[1]
    for copy in copies:
        lines = [*zip(PAGE.split("\n"), copy.split("\n"), strict=True)]
        assert all(len(old) == len(new) for old, new in lines if "uid: " not in old)
        changed = [old for old, new in lines if old != new]
        assert {"# GET Parcel/{id}", "GET /api/v1/Parcel/{id}", "uid: v1Parcel_Get"} <= {*changed}
        assert not [
            old for old in changed if "Accept" in old or ("##" in old[:2] and ":" not in old)
        ]
    assert any('"Stops": 4711' not in copy for copy in copies)


@pytest.mark.slow  # thousands of pages
def test_pages_are_within_15_percent_of_a_real_publication(shared: Path, tmp_path: Path) -> None:
    found = shares(make_docs(shared / "corpus", tmp_path, 3116))
    assert found == pytest.approx(REAL, rel=0.15)
