"""All sample requests as a Postman collection, which Bruno and Insomnia can import, too.

An operation with several examples or media types has a request for each.

The format is that of version 2.1 (schema.getpostman.com/json/collection/v2.1.0).
"""

from __future__ import annotations

import base64
import json
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Any

from callsheet.configuration import DEFAULT_BASE_URL
from callsheet.model import Operation
from callsheet.samples.assets import ASSETS_DIR, Asset, read_asset
from callsheet.samples.request.access import Access, Text
from callsheet.samples.request.bodies import (
    BodyPart,
    FileBody,
    FormBody,
    JsonBody,
    MultipartBody,
    TextBody,
)
from callsheet.samples.request.choices import NO_OVERRIDES, Overrides
from callsheet.samples.request.defaults import Json
from callsheet.samples.request.request import Request, prepare
from callsheet.samples.request.variants import labels_of, variants_of

SCHEMA = "https://schema.getpostman.com/json/collection/v2.1.0/collection.json"
BASE_URL = "baseUrl"
"""The collection's variable for the address of the server."""


def postman_collection(
    operations: Iterable[Operation], title: str, site: Overrides = NO_OVERRIDES
) -> dict[str, Any]:
    """Return a collection with a folder for each group.

    Args:
        operations: The operations, in the order of their pages.
        title: The name of the collection.
        site: The choices of the site's configuration, for all samples.
    """
    chosen = site.base_url.default if site.base_url else ""
    variables = {BASE_URL: chosen or DEFAULT_BASE_URL}
    items = [
        (operation.group, item)
        for operation in operations
        for item in _items(operation, site, variables)
    ]
    return {
        "info": {"name": title, "schema": SCHEMA},
        "item": [
            {"name": group.rpartition("/")[2] or title, "item": [item for _, item in found]}
            for group, found in groupby(items, key=lambda pair: pair[0])
        ],
        "variable": [{"key": name, "value": value} for name, value in variables.items()],
    }


def _items(
    operation: Operation, site: Overrides, variables: dict[str, str]
) -> Iterator[dict[str, Any]]:
    """Yield the item of an operation, then one for each further example and media type."""
    first, *further = variants_of(operation)
    yield _item(prepare(operation, site), variables)
    _, *labels = labels_of((first, *further))
    for label, variant in zip(labels, further, strict=True):
        yield _item(prepare(variant.operation, site, variant.ending), variables, label)


def _item(request: Request, variables: dict[str, str], label: str = "") -> dict[str, Any]:
    """Return the item of a request, and add its secrets to the variables of the collection.

    Args:
        request: The request.
        variables: The variables of the collection by name.
        label: The label of its variant; empty for the first request of its operation.
    """
    access = request.access
    for secret in access.secrets:
        if secret.default is None:
            variables.setdefault(secret.variable, "")
    headers = [{"key": name, "value": _with_variables(text)} for name, text in access.headers]
    if request.content_type:
        headers.append({"key": "Content-Type", "value": request.content_type})
    sent: dict[str, Any] = {
        "method": request.method,
        "header": headers,
        "url": _url(request, access, variables),
        "description": "\n\n".join(request.heading),
    }
    if access.login:
        kind = "digest" if access.login.digest else "basic"
        user, password = (_with_variables((s,)) for s in (access.login.user, access.login.password))
        sent["auth"] = {
            "type": kind,
            kind: [
                {"key": "username", "value": user, "type": "string"},
                {"key": "password", "value": password, "type": "string"},
            ],
        }
    if body := _body(request):
        sent["body"] = body
    name = f"{request.heading[0]} ({label})" if label else request.heading[0]
    return {"name": name, "request": sent}


def _with_variables(text: Text) -> str:
    """Write text with secrets; those without a default are variables of the collection."""
    parts = (text,) if isinstance(text, str) else text
    return "".join(
        part
        if isinstance(part, str)
        else part.value
        if part.default is not None
        else f"{{{{{part.variable}}}}}"
        for part in parts
    )


def _url(request: Request, access: Access, variables: dict[str, str]) -> dict[str, Any]:
    # In Postman, a segment with a colon is a path variable.
    path = request.write_path(str, lambda value: f":{value.name}")
    query = [{"key": name, "value": _with_variables(text)} for name, text in access.query]
    default = request.base_url.default
    # The request of a page that names another server has that address.
    host = f"{{{{{BASE_URL}}}}}" if default == variables[BASE_URL] else default
    raw = f"{host}{path}"
    if query:
        raw += "?" + "&".join(f"{item['key']}={item['value']}" for item in query)
    return {
        "raw": raw,
        "host": [host],
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


def _part(part: BodyPart) -> dict[str, str]:
    kind = {"contentType": part.content_type} if part.content_type else {}
    if isinstance(part.content, str):
        return {"key": part.name, "value": part.content, "type": "text", **kind}
    return {"key": part.name, "type": "file", "src": f"{ASSETS_DIR}/{part.content.name}"}


def _pairs(fields: Iterable[tuple[str, str]]) -> list[dict[str, str]]:
    return [{"key": name, "value": value} for name, value in fields]


def _plain(value: Json) -> Any:
    """Replace each asset in a value by its content in base64."""
    if isinstance(value, Asset):
        return base64.b64encode(read_asset(value.name)).decode()
    if isinstance(value, list):
        return [_plain(item) for item in value]
    if isinstance(value, dict):
        return {key: _plain(item) for key, item in value.items()}
    return value
