"""A site of two APIs, one of them in two versions, with the same uids, types and routes."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

Rows = dict[str, tuple[str, str]]

CONFIGURATION = """\
site_name: Harbour
site_url: https://example.com/
theme: {name: material, font: false, features: [navigation.tabs]}
plugins:
  - search
  - callsheet:
      collections:
        ships1:
          {folder: ships/v1, title: Ships 1, base_path: /ships/1, version_of: Ships, version: "1"}
        ships2:
          {folder: ships/v2, title: Ships 2, base_path: /ships/2, version_of: Ships, version: "2"}
        customs:
          title: Customs
          servers: [{url: https://customs.example.com, name: Live}]
markdown_extensions: [attr_list, tables, toc: {permalink: true}]
"""

SHIP_1: Rows = {"Id": ("int32", "Its number."), "Name": ("string", "What it is called.")}
SHIP_2: Rows = {**SHIP_1, "Length": ("int32", "In metres.")}
DECLARED: Rows = {"Flag": ("string", "Where it is registered."), "Duty": ("int32", "What it pays.")}


PART = """\
| Path Part | Type | Description |
| --- | --- | --- |
| id | int32 | Its number. **Required** |

"""


def operation(
    title: str, uid: str, route: str, about: str, type_name: str, rows: Rows, example: Any
) -> str:
    """The page of an operation that answers with an object."""
    table = "\n".join(f"| {name} | {kind} | {text} |" for name, (kind, text) in rows.items())
    method, path = route.split()
    return f"""\
---
title: {title}
uid: {uid}
---

# {title}

```http
{method} {path}
```

{about}

{PART if "{id}" in path else ""}## Request Headers

| Parameter Name | Description |
| --- | --- |
| Accept | What you would like: `application/json` |

## Response: object

| Response | Description |
| --- | --- |
| 200 | OK |

### Response body: {type_name}

| Property Name | Type | Description |
| --- | --- | --- |
{table}

## Sample request

```http!
{method} {path.replace("{id}", "7")}
Accept: application/json
```

## Sample response

```http_
HTTP/1.1 200 OK
Content-Type: application/json; charset=utf-8

{json.dumps(example, indent=2)}
```
"""


PAGES = {
    "index.md": "# Harbour\n\nSee <xref:ships1:getShip>, <xref:ships2:getShip> and"
    " [the duties](customs/Duty/getDuty.md).\n",
    "guide.md": "---\nuid: guide\n---\n\n# How to ask\n\nAsk @customs:getDuty.\n",
    "ships/v1/index.md": "# The first version\n\nIt has ships.\n",
    "ships/v1/Ship/getShip.md": operation(
        "Get a ship",
        "getShip",
        "GET /api/Ship/{id}",
        "Returns a ship, see <xref:guide>.",
        "Ship",
        SHIP_1,
        {"Id": 7, "Name": "Ada"},
    ),
    "ships/v1/Ship/getFleet.md": operation(
        "Get the fleet",
        "getFleet",
        "GET /api/Fleet",
        "Returns the largest one of all, see <xref:getShip>.",
        "Ship",
        SHIP_1,
        {"Id": 7, "Name": "Ada"},
    ),
    "ships/v2/index.md": "# The second version\n\nIt has longer ships.\n",
    "ships/v2/Ship/getShip.md": operation(
        "Get a ship",
        "getShip",
        "GET /api/Ship/{id}",
        "Returns a ship with its length, unlike <xref:ships1:getShip>.",
        "Ship",
        SHIP_2,
        {"Id": 7, "Name": "Ada", "Length": 90},
    ),
    "customs/index.md": "# Duties\n\nWhat ships pay.\n",
    "customs/Ship/getShip.md": operation(
        "Get a declaration",
        "getShip",
        "GET /api/Ship/{id}",
        "Returns what a ship has declared.",
        "Ship",
        DECLARED,
        {"Flag": "NO", "Duty": 12},
    ),
    "customs/Duty/getDuty.md": operation(
        "Get the duty",
        "getDuty",
        "GET /api/Duty",
        "Returns what there is to pay in the [guide](../../guide.md).",
        "Declared",
        DECLARED,
        {"Flag": "NO", "Duty": 12},
    ),
}


def write_harbours(folder: Path, configuration: str = CONFIGURATION) -> Path:
    """Writes the pages and their `mkdocs.yml`, and gives the docs directory."""
    (folder / "mkdocs.yml").write_text(configuration, encoding="utf-8")
    for path, text in PAGES.items():
        file = folder / "docs" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    return folder / "docs"
