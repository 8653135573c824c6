"""A site with what our own has not: long tables, nested types, long words, hostile texts."""

from __future__ import annotations

import json
from pathlib import Path

ROWS = 66
LONG = "Extraordinarily" * 6

CONFIG = """\
site_name: Ships
site_url: %(url)s
theme:
  name: material
  font: false
  features: [%(features)s]
  palette:
    - media: "(prefers-color-scheme: light)"
      scheme: default
      toggle: {icon: material/weather-night, name: Dark}
    - media: "(prefers-color-scheme: dark)"
      scheme: slate
      toggle: {icon: material/weather-sunny, name: Light}
plugins: [search, callsheet%(plugins)s]
nav: [index.md, Fleet: [The fleet: fleet/index.md, fleet/Get.md, fleet/Put.md%(more)s]]
markdown_extensions:
  - attr_list
  - tables
  - toc: {permalink: true}
  - pymdownx.highlight
  - pymdownx.superfences
  - pymdownx.tabbed: {alternate_style: true}
validation: {anchors: warn, absolute_links: warn, unrecognized_links: warn}
"""
FEATURES = (
    "content.code.copy, content.tabs.link, navigation.indexes, navigation.instant,"
    " navigation.instant.prefetch, navigation.tabs, toc.follow"
)
OPERATION = """\
---
title: "{method} {path}"
uid: {uid}
---

# {method} {path}

```http
{method} /api/v1/{path}
```

{about}

| Path Part | Type | Description |
|-----------|------|-------------|
| shipId | int32 | The number. **Required** |

## Request Headers

| Parameter Name | Description |
|----------------|-------------|
| Authorization | Your credentials. |
| X-Trace | Number of the request. |
| Accept | What you want: `application/json` |
{headers}
{body}
## Response: {type}

| Response | Description |
|----------|-------------|
| 200 | OK |
| 404 | No such ship |

### Response body: {type}

| Property Name | Type | Description |
|---------------|------|-------------|
{rows}

## Sample request

```http!
{method} /api/v1/{sample}
Authorization: Basic YWRhOnNlY3JldA==
Accept: application/json
```

## Sample response

```http_
HTTP/1.1 200 OK
Content-Type: application/json

{answer}
```
"""
TABBED = """\
Finds it, up to [mast 60](#response-Mast60).

=== "HTTP"

    Shown first.

=== "Python"

    Shown second.
"""
SHIP = {
    "Name": "Ada",
    "Captain": {"Rank": 1, "Cabin": {"Deck": 2}},
    "Crew": [{"Rank": 3, "Name": "Bo"}],
}


def rows() -> str:
    lines = [
        "| Name | string | What it is called. |",
        "| Captain | Sailor | Who commands. |",
        "| Crew | array | Who else is on board. |",
        "| OldName | string | Deprecated: use Name. |",
        f"| {LONG} | Enum: Red, Green, {LONG} | A long word: {LONG}. |",
    ]
    lines += [f"| Mast{n} | int32 | Height of mast {n}. |" for n in range(len(lines), ROWS)]
    return "\n".join(lines)


def operation(
    method: str, path: str, uid: str, *, about: str = "Does it.", body: str = "", headers: str = ""
) -> str:
    return OPERATION.format(
        method=method,
        path=path,
        uid=uid,
        about=about,
        body=body,
        headers=headers,
        type="Ship" if method == "GET" else "Receipt",
        sample=path.replace("{shipId}", "1"),
        rows=rows() if method == "GET" else "| Name | string | What it is called. |",
        answer=json.dumps(SHIP, indent=2) if method == "GET" else '{"Name": "Ada"}',
    )


def pages() -> dict[str, str]:
    return {
        "index.md": "# Ships\n\n<!-- callsheet: operations -->\n",
        "fleet/index.md": "# The fleet\n\nAll ships.\n",
        "fleet/Get.md": operation("GET", "Ship/{shipId}", "v1Ship_Get", about=TABBED),
        "fleet/Put.md": operation(
            "PUT", "Ship/{shipId}", "v1Ship_Put", headers="| X-Own | Rare. |"
        ),
        "fleet/Remove.md": operation("DELETE", "Ship/{shipId}", "v1Ship_Delete"),
    }


PAYLOAD = "<img src=x onerror=attack()><script>attack()</script>\"'`${attack()}"
"""What runs `attack()` wherever it is taken for HTML or code."""


def hostile_pages() -> dict[str, str]:
    """Pages with a payload wherever the text is not Markdown of the author's own."""
    # A backtick begins code, which may go over the borders of cells.
    cell = PAYLOAD.replace("`", "")
    table = f"| a{cell} | {cell} | Harmless. |\n| b | Enum: {cell}, c | Harmless. |\n"
    table += "".join(f"| c{n}{cell} | string | Harmless. |\n" for n in range(20))
    text = operation("GET", "Ship/{shipId}", "v1Ship_Get")
    text = text.replace('title: "GET Ship/{shipId}"', "title: " + json.dumps(PAYLOAD))
    text = text.replace("# GET Ship/{shipId}", f"# {PAYLOAD}")
    text = text.replace("### Response body: Ship", f"### Response body: Ship{cell}")
    text = text.replace(rows(), table).replace('"Ada"', json.dumps(PAYLOAD))
    text = text.replace("Accept: application/json\n```", f"X: {PAYLOAD}\n\n{PAYLOAD}\n```")
    return {
        "index.md": "# Ships\n\n<!-- callsheet: operations -->\n",
        "fleet/index.md": f"---\ntitle: {json.dumps(PAYLOAD)}\n---\n\n# Fleet\n",
        "fleet/Get.md": text,
        "fleet/Put.md": operation("PUT", "Ship/{shipId}", "v1Ship_Put"),
    }


def write(
    folder: Path,
    files: dict[str, str],
    *,
    url: str = "http://127.0.0.1/",
    plugins: str = "",
    features: str = FEATURES,
) -> Path:
    """Writes configuration and pages; returns the folder."""
    more = ", fleet/Remove.md" if "fleet/Remove.md" in files else ""
    config = CONFIG % {"url": url, "plugins": plugins, "features": features, "more": more}
    (folder / "mkdocs.yml").write_text(config, encoding="utf-8")
    for name, text in files.items():
        file = folder / "docs" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    return folder
