"""A page with a callback, and its reference server."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import requests

from callsheet.catalog import Catalog
from callsheet.configuration import DEFAULT_DATABASE
from callsheet.server.adapters.app import background, create_app
from callsheet.server.conclusions import DEVELOPMENT_TOKEN
from callsheet.server.http.messages import WORKSPACE_HEADER
from callsheet.server.limits import Limits
from callsheet.server.settings import Settings
from tests.parcels import catalog_of
from tests.processes import SECONDS

TABLE = """
| Property Name | Type | Description |
| --- | --- | --- |
| parcelId | int32 | Which one. **Required** |
| place | string | Where it is. |
"""
SAMPLE = """
```http!
POST /hooks
Content-Type: application/json
X-Event: moved
Authorization: Bearer abc
Prefer: callback=moved

{"parcelId": 7, "place": "Oslo"}
```
"""
URL = "{$request.body#/callbackUrl}"


def page(
    address: str = URL, *, table: str = TABLE, sample: str = SAMPLE, name: str = "moved"
) -> str:
    """A page with a callback, whose request has a URL in its body, its query and a field."""
    return f"""---
uid: order
title: Order a parcel
---

# Order a parcel

```http
POST /parcels/{{depot}}
```

Orders a parcel.

## Request Body: order

| Property Name | Type | Description |
| --- | --- | --- |
| callbackUrl | string | Where to say that it moved. |
| inner | object | More. |

## Response: object

| Response | Description |
| --- | --- |
| 201 | Ordered. |

### Response body: object

| Property Name | Type | Description |
| --- | --- | --- |
| id | int32 | Its number. |
| callbackUrl | string | As sent. |

## Callback: {name}

```http
POST {address}
```

Sent when it moves.
{table}{sample}
## Sample request

```http!
POST /parcels/3
Content-Type: application/json

{{"callbackUrl": "http://localhost:9/"}}
```

## Sample response

```http_
HTTP/1.1 201 Created
Content-Type: application/json

{{"id": 1, "callbackUrl": "http://localhost:9/"}}
```
"""


_PAGE = page()
SECTION = _PAGE[_PAGE.index("## Callback") : _PAGE.index("## Sample request")]
"""The section of the callback."""


@contextmanager
def serving(
    limits: Limits | None = None,
    text: str = "",
    settings: Settings | None = None,
    catalog: Catalog | None = None,
) -> Iterator[str]:
    """The address of a reference server, by default with one page."""
    catalog = catalog or catalog_of({"order": text or page()})
    app = create_app(catalog, DEFAULT_DATABASE, limits=limits, settings=settings)
    with background(app, limits) as url:
        yield url


def order(
    url: str, prefer: str = "callback=moved", route: str = "/parcels/3", **body: Any
) -> requests.Response:
    """The response to a request that asks for a callback."""
    headers = {
        "Prefer": prefer,
        WORKSPACE_HEADER: "w",
        "Authorization": f"Bearer {DEVELOPMENT_TOKEN}",
    }
    return requests.post(f"{url}{route}?to=a%20b", json=body, headers=headers, timeout=SECONDS)


def recorded(url: str, number: int = 1, key: str = "callback") -> list[dict[str, Any]]:
    """The callbacks or webhooks that `/-/requests` shows; so many must come soon."""
    end = time.monotonic() + SECONDS
    while time.monotonic() < end:
        headers = {WORKSPACE_HEADER: "w"}
        shown = requests.get(f"{url}/-/requests", headers=headers, timeout=SECONDS).json()
        found = [entry for entry in shown["requests"] if key in entry]
        if len(found) >= number:
            return found
    raise AssertionError(f"too few entries with {key} were recorded")
