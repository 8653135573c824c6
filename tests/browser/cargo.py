"""A site whose operations are called in several ways: a few, many, and in sections of their own."""

from __future__ import annotations

from pathlib import Path

from tests.browser import ships

MANY = 21
"""Examples of the second page."""

HEAD = """\
---
title: "{title}"
uid: {uid}
---

# {title}

```http
{method} /api/v1/Cargo/{{shipId}}
```

Takes cargo on board.

| Path Part | Type | Description |
|-----------|------|-------------|
| shipId | int32 | The number. **Required** |

## Request Headers

| Parameter Name | Description |
|----------------|-------------|
| Authorization | Your credentials. |
| Content-Type | What you send: {kinds} |
| Accept | What you want: `application/json` |
"""
BODIES = """
## Request Body (application/json): cargo

| Property Name | Type | Description |
|---------------|------|-------------|
| label | string | What it says. |

## Request Body (multipart/form-data): cargo

| Property Name | Type | Description |
|---------------|------|-------------|
| label | string | What it says. |
| photo | binary | A picture of it. |
"""
BODY = """
## Request Body: cargo

| Property Name | Type | Description |
|---------------|------|-------------|
| label | string | What it says. |
"""
STATUSES = """
## Response: object

| Response | Description |
|----------|-------------|
| 200 | It is on board. |
| 404 | No such ship |
| 422 | It has no label. |
"""
LONG = "A name that goes on and on"
"""Begins the names of the many examples, which a phone has no room for in a row."""


def request(name: str, label: str, ship: int = 1, method: str = "POST") -> str:
    """A sample request; without a name, it has none."""
    title = f' title="{name}"' if name else ""
    return f"""
```http!{title}
{method} /api/v1/Cargo/{ship}
Authorization: Basic YWRhOnNlY3JldA==
Content-Type: application/json
Accept: application/json

{{"label": "{label}"}}
```
"""


REFUSAL = """
```http_ title="No label"
HTTP/1.1 422 Unprocessable Content
Content-Type: application/json

{"title": "It has no label."}
```
"""


def head(method: str, *kinds: str) -> str:
    listed = ", ".join(f"`{kind}`" for kind in kinds)
    uid, title = f"v1Cargo_{method.title()}", f"{method} Cargo/{{shipId}}"
    return HEAD.format(method=method, uid=uid, title=title, kinds=listed)


def few() -> str:
    """An operation with two examples, and a media type that no example is of."""
    text = head("POST", "application/json", "multipart/form-data") + BODIES + STATUSES
    text += "\n## Sample request\n" + request("Books", "Books", 3) + request("No label", "", 4)
    return text + "\n## Sample response\n" + REFUSAL


def many(size: int = 40) -> str:
    """An operation with more examples than a row has room for, and than a page has.

    Args:
        size: How often a sentence is in the body of each example.
    """
    text = head("PUT", "application/json") + BODY + STATUSES + "\n## Sample request\n"
    names = [f"{LONG}, {number}" for number in range(1, MANY + 1)]
    filler = "All hands on deck. " * size
    return text + "".join(request(name, filler + name, 1, "PUT") for name in names)


def pages() -> dict[str, str]:
    return {
        "index.md": "# Cargo\n\n<!-- callsheet: operations -->\n",
        "fleet/index.md": "# The fleet\n\nAll ships.\n",
        "fleet/Get.md": few(),
        "fleet/Put.md": many(),
    }


def write(folder: Path, url: str) -> Path:
    """Write the site's sources; returns the folder."""
    return ships.write(folder, pages(), url=url)
