"""Writes an `.http` file, which editors run."""

from __future__ import annotations

import base64
from collections.abc import Iterator
from dataclasses import replace
from urllib.parse import quote, urlencode

from callsheet import lazy_re as re
from callsheet.samples.assets import ASSETS_DIR, Asset, read_asset
from callsheet.samples.languages.structure import ValueLayout, joined, json_string
from callsheet.samples.request.access import Access, EnvironmentSecret, Login, Text
from callsheet.samples.request.bodies import (
    Body,
    BodyPart,
    FileBody,
    FormBody,
    JsonBody,
    MultipartBody,
    TextBody,
)
from callsheet.samples.request.identifiers import Identifiers
from callsheet.samples.request.request import Request
from callsheet.samples.sample import Sample

BOUNDARY = "callsheet-boundary"
_NOT_TEXT = re.compile(r"^(?:###|<@|<\s|>)|\{\{|--callsheet-boundary", re.MULTILINE)
"""Text with a meaning in the format: a separator, a file, a script, a variable."""


def http_sample(request: Request) -> Sample:
    """Write the file of a request.

    REST Client for Visual Studio Code, the editors of JetBrains and Visual Studio run it. The
    format cannot encode a file, so its content in base64 is in the text.
    """
    access = request.access
    sample = request.sample(".http", _text(request, access), access)
    return replace(sample, assets=()) if isinstance(request.body, JsonBody) else sample


def _json_string(text: str) -> str:
    # Two braces begin a variable, in JSON strings too.
    return json_string(text).replace("{{", "{\\u007b")


def _base64(asset: Asset) -> str:
    return f'"{base64.b64encode(read_asset(asset.name)).decode()}"'


_LAYOUT = ValueLayout(_json_string, _json_string, _base64)


def _text(request: Request, access: Access) -> str:
    names = request.names(Identifiers({"baseUrl"}, camel=True))
    variables = [f"@baseUrl = {request.base_url.default}"]
    variables += [f"@{names[value.name]} = {value.encoded}" for value in request.path_values]
    url = "{{baseUrl}}" + request.write_path(str, lambda value: f"{{{{{names[value.name]}}}}}")
    if access.query:
        url += "?" + "&".join(f"{quote(n, safe='')}={_encoded(text)}" for n, text in access.query)
    body = _body(request.body)
    comments = [request.comment("#", before="###").replace("# @", "# (at) ")]
    if _NOT_TEXT.search(_own_text(request.body)):
        body = ""
        comments.append(
            "#\n# The body has text that this format reads as its own, so it is left out."
        )
    head = "\n".join([*comments, f"{request.method} {url}", *_headers(request, access)])
    return joined("\n".join(variables), head, body)


def _with_variables(text: Text) -> str:
    """Write text with secrets; those without a default come from the environment."""
    parts = (text,) if isinstance(text, str) else text
    return "".join(_secret(part) if isinstance(part, EnvironmentSecret) else part for part in parts)


def _secret(secret: EnvironmentSecret) -> str:
    if secret.default is None:
        return f"{{{{$processEnv {secret.variable}}}}}"
    return secret.default


def _encoded(text: Text) -> str:
    """Write the value of a query parameter."""
    parts = (text,) if isinstance(text, str) else text
    return "".join(
        _secret(part)
        if isinstance(part, EnvironmentSecret) and part.default is None
        else quote(part if isinstance(part, str) else part.value, safe="")
        for part in parts
    )


def _authorization(login: Login) -> str:
    """Write `Authorization`; editors encode the credentials that come from the environment."""
    if login.digest or login.user.default is None:
        scheme = "Digest" if login.digest else "Basic"
        return f"{scheme} {_secret(login.user)} {_secret(login.password)}"
    pair = f"{login.user.value}:{login.password.value}"
    return f"Basic {base64.b64encode(pair.encode()).decode()}"


def _headers(request: Request, access: Access) -> Iterator[str]:
    for name, text in access.headers:
        yield f"{name}: {_with_variables(text)}"
    if access.login:
        yield f"Authorization: {_authorization(access.login)}"
    if isinstance(request.body, MultipartBody):
        yield f"Content-Type: multipart/form-data; boundary={BOUNDARY}"
    elif request.content_type:
        yield f"Content-Type: {request.content_type}"


def _body(body: Body | None) -> str:
    match body:
        case JsonBody():
            return _LAYOUT.layout(body.value)
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
    """Return the text in the body that the format cannot escape."""
    match body:
        case MultipartBody():
            return "\n".join(content for _, content in body.fields)
        case TextBody():
            return body.text
    return ""


def _parts(body: MultipartBody) -> Iterator[str]:
    for part in body.parts:
        content = part.content if isinstance(part.content, str) else _file(part.content)
        yield part_head(part, BOUNDARY).replace("\r\n", "\n") + f"\n\n{content}"


def part_head(part: BodyPart, boundary: str) -> str:
    """Write the delimiter and the header fields of a part (RFC 7578, 4.2)."""
    lines = [f"--{boundary}", f"Content-Disposition: form-data; name={_quoted(part.name)}"]
    if part.file_name:
        lines[1] += f"; filename={_quoted(part.file_name)}"
    if part.content_type:
        lines.append(f"Content-Type: {part.content_type}")
    return "\r\n".join(lines)


def _quoted(name: str) -> str:
    """Quote the name of a part as browsers do (HTML, 4.10.21.8)."""
    return '"' + name.replace('"', "%22").replace("\r", "%0D").replace("\n", "%0A") + '"'


def _file(asset: Asset) -> str:
    return f"< ./{ASSETS_DIR}/{asset.name}"
