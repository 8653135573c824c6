"""Rows about whole values, and rows `*`: docs CI understands them as the page format has them."""

from __future__ import annotations

from pathlib import Path

import pytest

from callsheet.checks.engine.runner import check
from callsheet.checks.engine.selection import Selection
from tests.checks.offences import offences

PAGE = """---
title: Set a label
uid: v1Label
---

# Set a label

```http
PUT /api/v1/Label
```

Sets it.

## Request Headers

| Parameter Name | Description |
| --- | --- |
| Content-Type | What you send: `application/json` |

## Request Body: label string

| Type | Limits | Description |
| --- | --- | --- |
| string | 1 to 3 characters | What is written on it. |

## Response: array of string

| Response | Description |
| --- | --- |
| 200 | It is set. |
| 400 | It is no such value. |

### Response body: array of Tag

| Type | Limits | Description |
| --- | --- | --- |
| array of Tag | at most 2 items | What is on it now. |

## Sample request

```http!
PUT /api/v1/Label
Content-Type: application/json

"abc"
```

## Sample response

```http_
HTTP/1.1 200 OK
Content-Type: application/json

["ab", "c"]
```
"""


def _type(name: str, rows: str) -> str:
    return f"---\ntitle: {name}\ndefines: {name}\n---\n\n# {name}\n\n{rows}"


TAG = _type(
    "Tag",
    "| Type | Limits | Description |\n| --- | --- | --- |\n"
    "| string | pattern `^[a-z]+$` | A word. |\n",
)


def _messages(folder: Path, pages: dict[str, str], *codes: str) -> list[str]:
    for path, text in pages.items():
        (folder / path).write_text(text, encoding="utf-8")
    return [each.message for each in check(folder, Selection.of(codes)).findings]


def test_nothing_is_wrong_with_rows_about_whole_values(tmp_path: Path) -> None:
    sizes = _type(
        "Sizes",
        "| Property Name | Type | Description |\n| --- | --- | --- |\n"
        "| sizes | object | How large. |\n| sizes.* | int32 | Each of them. |\n"
        "| all | array of object | What is there. |\n| all[].* | nothing | No more. |\n",
    )
    pages = {"v1Label.md": PAGE, "Tag.md": TAG, "Sizes.md": sizes}
    assert _messages(tmp_path, pages, "CS0", "CS2", "CS3", "CS4") == []


@pytest.mark.parametrize(
    ("right", "wrong", "code", "at"),
    [
        ('"abc"', '"abcd"', "CS305", '"abcd"'),
        ('"abc"', "5", "CS305", "5"),
        ('["ab", "c"]', '["ab", "c", "d"]', "CS405", "["),
    ],
)
def test_an_example_is_held_against_the_row(right: str, wrong: str, code: str, at: str) -> None:
    assert offences(PAGE, "CS3", "CS4") == []
    assert offences(PAGE.replace(right, wrong), "CS3", "CS4") == [(code, at)]


def test_an_example_is_held_against_a_type_that_is_no_object(tmp_path: Path) -> None:
    page = PAGE.replace("label string", "label Tag").replace('"ab", "c"', '"ab", "C"')
    page = page.replace("| string | 1 to 3", "| Tag | 1 to 3").replace('"abc"', '"a1"')
    # Two types that are only names of each other end the search, too.
    other = "| Type | Limits | Description |\n| --- | --- | --- |\n| {} | | The other. |\n"
    aliases = {f"{one}.md": _type(one, other.format(two)) for one, two in ("AB", "BA")}
    assert _messages(tmp_path, {"v1Label.md": page, "Tag.md": TAG, **aliases}, "CS432") == [
        'The body is `"a1"`; expected is a text that matches `^[a-z]+$`.',
        '`[1]` is `"C"`; expected is a text that matches `^[a-z]+$`.',
    ]


@pytest.mark.parametrize(
    ("value", "codes", "expected"),
    [
        ('["a"]', ("CS305", "CS432"), []),
        ("[5]", ("CS305", "CS432"), ["`[0]` of `Words` is `5`; expected is a text."]),
        ('{"a": 1}', ("CS305", "CS432"), ['`words` is `{"a": 1}`; expected is an array.']),
        ("5", ("CS305",), []),
    ],
)
def test_the_page_of_a_type_tells_what_its_values_are(
    tmp_path: Path, value: str, codes: tuple[str, ...], expected: list[str]
) -> None:
    page = PAGE.replace("label string", "label").replace('"abc"', f'{{"words": {value}}}')
    page = page.replace("| Type | Limits |", "| Property Name | Type |", 1)
    page = page.replace("| string | 1 to 3 characters |", "| words | Words |")
    words = "| Type | Description |\n| --- | --- |\n| array of string | Some words. |\n"
    pages = {"v1Label.md": page, "Words.md": _type("Words", words), "Tag.md": TAG}
    assert _messages(tmp_path, pages, *codes) == expected


def test_cells_that_are_not_understood_are_found_on_the_pages_of_types(tmp_path: Path) -> None:
    rows = (
        "| Property Name | Type | Limits | Description |\n| --- | --- | --- | --- |\n"
        "| a | string | 5 to 1 characters | One. |\n| b | int32 | at most | Two. |\n| c | int32 |\n"
    )
    whole = "| Type | Limits | Description |\n| --- | --- | --- |\n| string | lots | One. |\n"
    pages = {"Pair.md": _type("Pair", rows), "Word.md": _type("Word", whole)}
    assert _messages(tmp_path, pages, "CS0") == [
        "`a` has `5 to 1 characters` in the column `Limits`: no value is within both.",
        "`b` has `at most` in the column `Limits`.",
        "The row has 2 cells for 4 columns.",
        "The whole value has `lots` in the column `Limits`.",
    ]
