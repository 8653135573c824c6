"""Samples of pages with a row `Authorization` and no sample request authenticate, too."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from callsheet.cli import main

PAGE = """---
title: Give a thing
uid: v1Thing
---

# Give a thing

```http
GET /api/v1/Thing
```

Gives a thing.

## Request Headers

| Parameter Name | Description |
| --- | --- |
| Authorization | {row} |

## Response: string

| Response | Description |
| --- | --- |
| 200 | It is there. |
| 401 | Nobody is known by these credentials. |
"""


@pytest.mark.parametrize(
    ("row", "variable"),
    [
        ("Who asks.", "CALLSHEET_BASIC_PASSWORD"),
        ("A `Bearer` token.", "CALLSHEET_BEARER_TOKEN"),
        ("`Bearer` or `Hawk`.", "CALLSHEET_BEARER_TOKEN"),
    ],
)
def test_a_program_signs_in_as_the_row_says(row: str, variable: str, tmp_path: Path) -> None:
    (tmp_path / "v1Thing.md").write_text(PAGE.format(row=row), encoding="utf-8")
    ran = CliRunner().invoke(main, ["test", "--docs", str(tmp_path)])
    assert (ran.exit_code, "2 passed" in ran.output) == (0, True), ran.output
    explained = CliRunner().invoke(
        main, ["samples", "--docs", str(tmp_path), "--explain", "v1Thing"]
    )
    assert variable in explained.output


def test_a_sample_request_without_credentials_is_sent_without(tmp_path: Path) -> None:
    request = "\n## Sample request\n\n```http!\nGET /api/v1/Thing\n```\n"
    text = PAGE.format(row="Who asks, if anybody.") + request
    (tmp_path / "v1Thing.md").write_text(text, encoding="utf-8")
    explained = CliRunner().invoke(
        main, ["samples", "--docs", str(tmp_path), "--explain", "v1Thing"]
    )
    assert explained.exit_code == 0
    assert "PASSWORD" not in explained.output


@pytest.mark.parametrize(
    "samples", ["credentials: {user: me, password: it}", "headers: {Authorization: Hawk x}"]
)
def test_an_author_chooses_other_credentials(samples: str, tmp_path: Path) -> None:
    text = PAGE.format(row="`Bearer` or `Hawk`.")
    text = text.replace("uid:", f"samples: {{{samples}}}\nuid:", 1)
    (tmp_path / "v1Thing.md").write_text(text, encoding="utf-8")
    explained = CliRunner().invoke(
        main, ["samples", "--docs", str(tmp_path), "--explain", "v1Thing"]
    )
    assert explained.exit_code == 0
    assert "BEARER" not in explained.output
