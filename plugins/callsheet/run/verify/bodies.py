"""Encodes the body of a request."""

from __future__ import annotations

import base64
import json
from typing import Any
from urllib.parse import urlencode

from callsheet.samples.assets import Asset, read_asset
from callsheet.samples.request.bodies import Body, FileBody, FormBody, JsonBody, TextBody


def content_of(body: Body | None) -> bytes | None:
    """Encode a body; None where there is none, or where it is multipart."""
    match body:
        case JsonBody():
            return json.dumps(body.value, default=_in_base64).encode()
        case TextBody():
            return body.text.encode()
        case FormBody():
            return urlencode(body.fields).encode()
        case FileBody():
            return read_asset(body.asset.name)
    return None


def _in_base64(value: Any) -> str:
    if isinstance(value, Asset):
        return base64.b64encode(read_asset(value.name)).decode()
    raise TypeError(f"{type(value).__name__} is no JSON")
