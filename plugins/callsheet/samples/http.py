"""From an operation to an `.http` file, which editors run."""

from __future__ import annotations

import base64
import re
from collections.abc import Iterator
from urllib.parse import quote, urlencode

from callsheet.configuration import DEFAULT_BASE_URL
from callsheet.samples.assets import ASSETS_DIR, Asset, read_asset
from callsheet.samples.bodies import Body, FileBody, FormBody, JsonBody, MultipartBody, TextBody
from callsheet.samples.identifiers import Identifiers
from callsheet.samples.request import Request
from callsheet.samples.sample import Sample
from callsheet.samples.structure import Style, json_string

BOUNDARY = "callsheet-boundary"
_NOT_TEXT = re.compile(r"^(?:###|<@|<\s|>)|\{\{|--callsheet-boundary", re.MULTILINE)
"""What the format takes for something of its own: a separator, a file, a script, a variable."""


def http_sample(request: Request) -> Sample:
    """Writes the file of a request.

    Visual Studio Code with REST Client, the editors of JetBrains and Visual Studio run it. The
    format has no way to encode a file, so what goes out in base64 is written out.
    """
    files = () if isinstance(request.body, JsonBody) else request.assets
    return Sample(request.uid, f"{request.uid}.http", _text(request), files)


def _json_string(text: str) -> str:
    # Two braces begin a variable, in strings too.
    return json_string(text).replace("{{", "{\\u007b")


def _base64(asset: Asset) -> str:
    return f'"{base64.b64encode(read_asset(asset.name)).decode()}"'


_STYLE = Style(_json_string, _json_string, _base64)


def _text(request: Request) -> str:
    names = request.names(Identifiers({"baseUrl"}, camel=True))
    variables = [f"@baseUrl = {DEFAULT_BASE_URL}"]
    variables += [f"@{names[value.name]} = {value.encoded}" for value in request.path_values]
    url = "{{baseUrl}}"
    for part in request.path:
        url += part if isinstance(part, str) else f"{{{{{names[part.name]}}}}}"
    if request.query:
        url += "?" + urlencode(request.query, quote_via=quote)
    body = _body(request.body)
    comments = [request.comment("#", before="###").replace("# @", "# (at) ")]
    if _NOT_TEXT.search(_own_text(request.body)):
        body = ""
        comments.append(
            "#\n# The body has text that this format reads as its own, so it is left out."
        )
    head = "\n".join([*comments, f"{request.method} {url}", *_headers(request)])
    blocks = ["\n".join(variables), head, body]
    return "\n\n".join(block for block in blocks if block) + "\n"


def _headers(request: Request) -> Iterator[str]:
    for name, value in request.headers:
        yield f"{name}: {value}"
    if request.credentials:
        encoded = base64.b64encode(":".join(request.credentials).encode()).decode()
        yield f"Authorization: Basic {encoded}"
    if isinstance(request.body, MultipartBody):
        yield f"Content-Type: multipart/form-data; boundary={BOUNDARY}"
    elif request.content_type:
        yield f"Content-Type: {request.content_type}"


def _body(body: Body | None) -> str:
    match body:
        case JsonBody():
            return _STYLE.layout(body.value)
        case FormBody():
            return urlencode(body.fields)
        case FileBody():
            return _file(body.asset)
        case MultipartBody():
            return "\n".join([*_parts(body), f"--{BOUNDARY}--"])
        case TextBody():
            return body.text
    return ""


def _own_text(body: Body | None) -> str:
    """The text in the body that cannot be escaped."""
    match body:
        case MultipartBody():
            return "\n".join(value for _, value in body.fields)
        case TextBody():
            return body.text
    return ""


def _parts(body: MultipartBody) -> Iterator[str]:
    disposition = "Content-Disposition: form-data; name="
    for name, value in body.fields:
        yield f"--{BOUNDARY}\n{disposition}{_quoted(name)}\n\n{value}"
    for name, asset in body.files:
        fields = f'{disposition}{_quoted(name)}; filename="{asset.name}"'
        yield f"--{BOUNDARY}\n{fields}\nContent-Type: {asset.media_type}\n\n{_file(asset)}"


def _quoted(name: str) -> str:
    """The name of a part, as browsers write it (HTML, 4.10.21.8)."""
    return '"' + name.replace('"', "%22").replace("\r", "%0D").replace("\n", "%0A") + '"'


def _file(asset: Asset) -> str:
    return f"< ./{ASSETS_DIR}/{asset.name}"
