"""Pages about berths in several languages: the same facts, each language with its sentences."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

_WRITTEN: Mapping[str, tuple[str, ...]] = {
    "en": (
        "Change a berth", "Changes what is known of a berth.", "The harbour.", "The berth.",
        "Whether the pilot gets a message.", "Which properties are wanted.", "Who asks.",
        "What is sent:", "What is wanted:", "Its name.", "Its depth.", "How ships moor.",
        "Who looks after it.", "The berth as it is stored.", "There is no such berth.",
        "Its number.", "List the berths", "Lists the berths of a harbour.",
    ),
    "de": (
        "Liegeplatz ändern", "Ändert, was über einen Liegeplatz bekannt ist.", "Der Hafen.",
        "Der Liegeplatz.", "Ob der Lotse eine Nachricht bekommt.", "Welche Angaben gewünscht sind.",
        "Wer fragt.", "Was gesendet wird:", "Was gewünscht wird:", "Sein Name.", "Seine Tiefe.",
        "Wie Schiffe festmachen.", "Wer sich darum kümmert.",
        "Der Liegeplatz, wie er gespeichert ist.", "Diesen Liegeplatz gibt es nicht.",
        "Seine Nummer.", "Liegeplätze auflisten",
        "Listet die Liegeplätze eines Hafens auf.",
    ),
    "ja": (
        "バースを変更する", "バースの情報を変更します。", "港。", "バース。",
        "水先人に通知するかどうか。", "必要な項目。", "依頼者。", "送信する形式:",
        "受け取る形式:", "名前。", "水深。", "係留方法。",
        "担当者。", "保存されたバース。", "そのバースはありません。", "番号。", "バースを一覧する",
        "港のバースを一覧します。",
    ),
}  # fmt: skip


def _in_hebrew_letters(text: str) -> str:
    """A text that nobody takes for one of ours, and that is written from right to left."""
    return "".join(chr(0x5D0 + ord(c.lower()) - 97) if c.isalpha() else c for c in text)


SENTENCES = {**_WRITTEN, "he": tuple(map(_in_hebrew_letters, _WRITTEN["en"]))}
_CHANGE = """\
---
title: {0}
uid: v1Berth_Change
---

# {0}

```http
PUT /api/v1/Harbour/{{harbourId}}/Berth/{{berthId}}
```

{1}

| Path Part | Type | Description |
| --- | --- | --- |
| harbourId | string | {2} **Required** |
| berthId | int32 | {3} **Required** |

## Query String Parameters

| Parameter Name | Type | Required | Default | Values | Limits | Description |
| --- | --- | --- | --- | --- | --- | --- |
| notify | bool | no | false |  |  | {4} |
| $select | string | no |  |  | 1 to 9 characters | {5} |
{rows}
## Request Headers

| Parameter Name | Description |
| --- | --- |
| Authorization | {6} |
| Content-Type | {7} `application/json` |
| Accept | {8} `application/json` |

## Request Body: berth

| Property Name | Type | Description |
| --- | --- | --- |
| Name | String | {9} **Required** |
| Depth | Integer | {10} |
| Kind | Enum: Quay, Buoy, Pier | {11} |
| Master | BerthMaster | {12} |

## Response: object

| Response | Description |
| --- | --- |
| 200 | {13} |
| 404 | {14} |

### Response body: Berth

| Property Name | Type | Description |
| --- | --- | --- |
| BerthId | int32 | {15} |
| Name | string | {9} |
| Master | BerthMaster | {12} |

## Sample request

```http!
PUT /api/v1/Harbour/north/Berth/7?notify=true
Authorization: Basic cmVhZGVyOmNhbGxzaGVldA==
Content-Type: application/json
Accept: application/json

{{
  "Name": "Old quay",
  "Depth": 12,
  "Kind": "Quay",
  "Master": {{"MasterId": 4, "Name": "Berit"}}
}}
```

## Sample response

```http_
HTTP/1.1 200 OK
Content-Type: application/json; charset=utf-8

{{
  "BerthId": 7,
  "Name": "Old quay",
  "Master": {{"MasterId": 4, "Name": "Berit"}}
}}
```
"""
_LIST = """\
---
title: {16}
uid: v1Berth_List
---

# {16}

```http
GET /api/v1/Harbour/{{harbourId}}/Berth
```

{17}

| Path Part | Type | Description |
| --- | --- | --- |
| harbourId | string | {2} **Required** |

## Request Headers

| Parameter Name | Description |
| --- | --- |
| Authorization | {6} |
| Accept | {8} `application/json` |

## Response: array

| Response | Description |
| --- | --- |
| 200 | {13} |

### Response body: array

| Property Name | Type | Description |
| --- | --- | --- |
| BerthId | int32 | {15} |
| Name | string | {9} |

## Sample request

```http!
GET /api/v1/Harbour/north/Berth
Authorization: Basic cmVhZGVyOmNhbGxzaGVldA==
Accept: application/json
```

## Sample response

```http_
HTTP/1.1 200 OK
Content-Type: application/json; charset=utf-8

[{{"BerthId": 7, "Name": "Old quay"}}]
```
"""
MANY_ROWS = "".join(f"| $filter{number} | string | no |  |  |  | {{5}} |\n" for number in range(16))


def change_page(language: str, rows: str = "") -> str:
    """The page of the operation that changes a berth."""
    sentences = SENTENCES[language]
    return _CHANGE.format(*sentences, rows=rows.format(*sentences))


def list_page(language: str) -> str:
    """The page of the operation that lists berths."""
    return _LIST.format(*SENTENCES[language])


def write_pages(folder: Path, language: str, suffix: str = "", rows: str = "") -> None:
    """Writes both pages, and a start page, with a suffix such as `.de` in their names."""
    group = folder / "Berth"
    group.mkdir(parents=True, exist_ok=True)
    (group / f"change{suffix}.md").write_text(change_page(language, rows), encoding="utf-8")
    (group / f"list{suffix}.md").write_text(list_page(language), encoding="utf-8")
    start = f"# {SENTENCES[language][3]}\n"
    (folder / f"index{suffix}.md").write_text(start, encoding="utf-8")


def write_overview(folder: Path, language: str, suffix: str = "") -> None:
    """Writes the overview of the group, which has links as its author writes them."""
    sentences = SENTENCES[language]
    text = f"# {sentences[3]}\n\n{sentences[5]}\n\n- [{sentences[0]}](change.md)\n"
    (folder / f"Berth/index{suffix}.md").write_text(text, encoding="utf-8")
