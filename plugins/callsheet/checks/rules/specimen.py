"""Correct pages that the examples of rules break, and their docs tree."""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files

PATH = "Depot/v1Parcel_Change.md"
"""Where the page is in its docs tree."""

SENT = """\
Content-Type: application/json
Accept: application/json

{
  "Label": "Glasses",
  "Weight": 1200,
  "Kind": "Box",
  "Posted": "2026-03-14T09:26:53Z"
}"""
"""The end of its sample request, from the media types on."""

ANSWERED = """\
HTTP/1.1 200 OK
Content-Type: application/json; charset=utf-8
Last-Modified: Sat, 14 Mar 2026 09:26:53 GMT

{
  "ParcelId": 7,
  "Label": "Glasses",
  "Weight": 1200,
  "Kind": "Box",
  "Posted": "2026-03-14T09:26:53Z",
  "Fragile": true
}"""
"""Its sample response."""


@cache
def specimen() -> str:
    """Return the text of the page."""
    text = files("callsheet.checks.rules").joinpath("specimen.md").read_text(encoding="utf-8")
    return text.replace("\r\n", "\n")


_PAGE = """\
---
title: {title}
uid: v1Parcel_{word}
---

# {title}

```http
{method} {route}
```

Does what its name says.
{path}{query}
## Request Headers

| Parameter Name | Description |
| --- | --- |
| Authorization | Who asks, by user and password. |
| Accept | Content-type(s) you would like the response in: `application/json` |

## Response: object

| Response | Description |
| --- | --- |
| 200 | It is done. |
| 401 | The user or the password is wrong. |
| 404 | There is no such parcel. |

### Response body: Parcel

| Property Name | Type | Description |
| --- | --- | --- |
{rows}
## Sample request

```http!
{method} {sample}
Authorization: Basic cmVhZGVyOmNhbGxzaGVldA==
Accept: application/json
```

## Sample response

```http_
HTTP/1.1 200 OK
Content-Type: application/json; charset=utf-8

{{
{example}
}}
```
"""
_ROWS = {
    "ParcelId": ("int32", "Its number.", "7"),
    "Label": ("string", "What is written on it.", '"Glasses"'),
    "Weight": ("int32", "Its weight in grams.", "1200"),
    "Kind": ("Enum: Letter, Box, Pallet", "How it travels.", '"Box"'),
    "Posted": ("date-time", "When it was handed in.", '"2026-03-14T09:26:53Z"'),
    "Fragile": ("bool", "Whether it breaks easily.", "true"),
}
Rows = Mapping[str, tuple[str, str, str]]
"""Type, description and sample value of properties."""


def parcel_page(
    word: str, *, rows: Rows | None = None, parcel: str = "", query: str = "", depot: str = "Depot"
) -> str:
    """Return a page whose operation returns a parcel.

    Args:
        word: The end of its uid and its route.
        rows: Properties that replace those of the specimen; all properties if none of those is
            among them.
        parcel: The type of the path parameter `parcelId`; without it the route has none.
        query: The row of a query parameter.
        depot: The first word of the route.
    """
    rows = rows or {}
    shown: Rows = {**_ROWS, **rows} if not rows or rows.keys() & _ROWS.keys() else rows
    route = f"/api/v1/{depot}/{{depotId}}/"
    path = "| depotId | string | The depot that has the parcel. **Required** |\n"
    if parcel:
        route += "Parcel/{parcelId}/"
        path += f"| parcelId | {parcel} | The parcel. **Required** |\n"
    route += word
    table = f"\n| Path Part | Type | Description |\n| --- | --- | --- |\n{path}"
    if query:
        query = (
            "\n## Query String Parameters\n\n| Parameter Name | Type | Description |\n"
            f"| --- | --- | --- |\n{query}\n"
        )
    return _PAGE.format(
        title=f"{word} a parcel",
        word=word,
        method="POST",
        route=route,
        sample=route.replace("{depotId}", "north").replace("{parcelId}", "7"),
        path=table,
        query=query,
        rows="".join(f"| {name} | {row[0]} | {row[1]} |\n" for name, row in shown.items()),
        example=",\n".join(f'  "{name}": {row[2]}' for name, row in shown.items()),
    )


TAG_PAGE = """---
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
| 401 | The user or the password is wrong. |
| 404 | There is no such tag. |

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
"""A page that says what the type `Tag` of the specimen has."""
