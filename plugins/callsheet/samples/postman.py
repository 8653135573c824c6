"""All sample requests as a Postman collection, which Bruno and Insomnia read, too.

The format is that of version 2.1 (schema.getpostman.com/json/collection/v2.1.0).
"""

from __future__ import annotations

import base64
import json
from collections.abc import Iterable
from itertools import groupby
from typing import Any

from callsheet.configuration import DEFAULT_BASE_URL
from callsheet.model import Operation
from callsheet.samples.assets import ASSETS_DIR, Asset, read_asset
from callsheet.samples.bodies import FileBody, FormBody, JsonBody, MultipartBody, Part, TextBody
from callsheet.samples.choices import NO_OVERRIDES, Overrides
from callsheet.samples.defaults import Json
from callsheet.samples.request import PathValue, Request, prepare

SCHEMA = "https://schema.getpostman.com/json/collection/v2.1.0/collection.json"
BASE_URL = "baseUrl"
"""The variable of the collection for the address of the server."""


def postman_collection(
    operations: Iterable[Operation], title: str, site: Overrides = NO_OVERRIDES
) -> dict[str, Any]:
    """A collection with a folder for each group.

    Args:
        operations: The operations, in the order of their pages.
        title: What the collection is called.
        site: What the site's configuration chooses for all samples.
    """
    groups = groupby(operations, key=lambda operation: operation.group)
    return {
        "info": {"name": title, "schema": SCHEMA},
        "item": [
            {
                "name": group.rpartition("/")[2] or title,
                "item": [_item(prepare(operation, site)) for operation in found],
            }
            for group, found in groups
        ],
        "variable": [{"key": BASE_URL, "value": DEFAULT_BASE_URL}],
    }


def _item(request: Request) -> dict[str, Any]:
    headers = [{"key": name, "value": value} for name, value in request.headers]
    if request.content_type:
        headers.append({"key": "Content-Type", "value": request.content_type})
    sent: dict[str, Any] = {
        "method": request.method,
        "header": headers,
        "url": _url(request),
        "description": "\n\n".join(request.heading),
    }
    if request.credentials:
        user, password = request.credentials
        sent["auth"] = {
            "type": "basic",
            "basic": [
                {"key": "username", "value": user, "type": "string"},
                {"key": "password", "value": password, "type": "string"},
            ],
        }
    if body := _body(request):
        sent["body"] = body
    return {"name": request.heading[0], "request": sent}


def _url(request: Request) -> dict[str, Any]:
    # A segment with a colon is a variable of the path.
    path = "".join(f":{p.name}" if isinstance(p, PathValue) else p for p in request.path)
    query = [{"key": name, "value": value} for name, value in request.query]
    raw = f"{{{{{BASE_URL}}}}}{path}"
    if query:
        raw += "?" + "&".join(f"{item['key']}={item['value']}" for item in query)
    return {
        "raw": raw,
        "host": [f"{{{{{BASE_URL}}}}}"],
        "path": path.strip("/").split("/"),
        "query": query,
        "variable": [{"key": v.name, "value": str(v.value)} for v in request.path_values],
    }


def _body(request: Request) -> dict[str, Any] | None:
    match request.body:
        case None:
            return None
        case JsonBody(value):
            text = json.dumps(_plain(value), indent=2, ensure_ascii=False)
            return {"mode": "raw", "raw": text, "options": {"raw": {"language": "json"}}}
        case TextBody(text):
            return {"mode": "raw", "raw": text}
        case FormBody(fields):
            return {"mode": "urlencoded", "urlencoded": _pairs(fields)}
        case FileBody(asset):
            return {"mode": "file", "file": {"src": f"{ASSETS_DIR}/{asset.name}"}}
        case MultipartBody(parts):
            return {"mode": "formdata", "formdata": [_part(part) for part in parts]}


def _part(part: Part) -> dict[str, str]:
    kind = {"contentType": part.content_type} if part.content_type else {}
    if isinstance(part.content, str):
        return {"key": part.name, "value": part.content, "type": "text", **kind}
    return {"key": part.name, "type": "file", "src": f"{ASSETS_DIR}/{part.content.name}"}


def _pairs(fields: Iterable[tuple[str, str]]) -> list[dict[str, str]]:
    return [{"key": name, "value": value} for name, value in fields]


def _plain(value: Json) -> Any:
    """A JSON value with the content of files in their places."""
    if isinstance(value, Asset):
        return base64.b64encode(read_asset(value.name)).decode()
    if isinstance(value, list):
        return [_plain(item) for item in value]
    if isinstance(value, dict):
        return {key: _plain(item) for key, item in value.items()}
    return value
