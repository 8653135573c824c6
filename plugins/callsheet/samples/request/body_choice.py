"""Picks the request body that a sample sends."""

from __future__ import annotations

import json
import re
from typing import Any
from urllib.parse import parse_qsl

from callsheet.http import forms
from callsheet.http.forms import FormError, read_parts
from callsheet.http.media_types import FORM, JSON, JSON_PATCH, MULTIPART, is_json, is_xml
from callsheet.model import ExampleRequest, Operation
from callsheet.model.contents import Content, request_contents
from callsheet.samples.assets import DEFAULT_ASSET, Asset, asset_for
from callsheet.samples.request.bodies import (
    Body,
    FileBody,
    FormBody,
    JsonBody,
    MultipartBody,
    Part,
    TextBody,
    about,
)
from callsheet.samples.request.choices import Choice, Origin
from callsheet.samples.request.defaults import Json, is_bytes, json_by_schema
from callsheet.samples.request.example_repair import documents_patch, line_of, mend, mend_value
from callsheet.samples.request.forms import completed, form_of, multipart_of, xml_of
from callsheet.samples.text import media_type
from callsheet.schema import ANYTHING, Schema

MAX_NESTING = 50
"""Deeper JSON is sent as text, because compilers limit how deep an expression nests."""


_FIELDS = re.compile(r"[^\s=&{}\[\]\"<]+=[^\s=&{}\"<]*(?:&[^\s=&{}\"<]+=[^\s=&{}\"<]*)*+")
"""The fields of a form, URL-encoded."""


def pick_body(
    operation: Operation, chosen: tuple[Origin, Json] | None = None
) -> tuple[Body | None, tuple[Choice, ...]]:
    """Picks the body: the author's or the example's where there is one, else a file or by type.

    Args:
        operation: The operation.
        chosen: The value that an author has chosen, and where.

    Returns:
        The body, None for a request without one and where the page shows nothing of its shape; and
        why it is that.
    """
    example = operation.example_request
    shown = example is not None and (example.body or example.header("content-type"))
    if not (operation.request_bodies or shown or chosen):
        return None, ()
    return _Picker(operation).pick(chosen)


def sent_media_type(operation: Operation) -> str:
    """The media type of the body that an operation's sample sends, without parameters."""
    return _Picker(operation).essence


class _Picker:
    """Picks the body of one operation.

    Attributes:
        content_type: What announces the body; empty where the page says nothing.
        essence: Its media type in lower case, without parameters; JSON where nothing is said.
        fault: Why the media type of the example was not taken.
    """

    def __init__(self, operation: Operation) -> None:
        self.operation = operation
        self.example = operation.example_request
        self.text = self.example.body.strip() if self.example else ""
        self.contents = request_contents(operation)
        self.fault = ""
        self.content_type = self._content_type()
        self.essence = media_type(self.content_type) or JSON
        self.content = self._content()
        if self.content and _is_unlike(self.text, self.essence) and self._is_told(self.content):
            self.fault = self.fault or f"the example is not written as {self.essence}"
            self.text = ""

    def _content_type(self) -> str:
        """That of the example, unless the page lists media types and it is none of them."""
        shown = (self.example.header("content-type") if self.example else None) or ""
        listed = [content.media_type for content in self.contents if content.media_type]
        if not listed or media_type(shown) in map(media_type, listed):
            return shown
        if shown:
            self.fault = f"`{shown}` is none of {', '.join(listed)}"
        if not self.text:
            return next((kind for kind in listed if kind.lower() != JSON_PATCH), listed[0])
        if _parse(self.text) is not None:
            return listed[0]
        found = next((kind for kind in listed if _may_be(self.text, kind)), "")
        if not found and not _is_unlike(self.text, listed[0]):
            return ""
        return found or next((kind for kind in listed if kind.lower() != JSON_PATCH), listed[0])

    def _content(self) -> Content | None:
        """What the page says of such a body."""
        named = (c for c in self.contents if media_type(c.media_type) == self.essence)
        return next(named, self.contents[0] if self.contents else None)

    def pick(self, chosen: tuple[Origin, Json] | None) -> tuple[Body | None, tuple[Choice, ...]]:
        """The body, and why it is that."""
        if chosen:
            written = self._chosen(chosen[1])
            return written, (Choice("body", "", about(written), chosen[0]),)
        example, origin = self.example, Origin.TYPE
        body: Body | None = None
        choices: tuple[Choice, ...] = ()
        line = line_of(example, self.text.split("\n")[0]) if example and self.text else 0
        if self.essence == MULTIPART and example and self.text and not _is_json(self.text):
            body, origin = _multipart(self.content_type, self.text), Origin.EXAMPLE
        elif self.content and self._is_file(self.content):
            body = self._file(self.content)
        elif example and self.text:
            body, choices = self._from_example(example)
            origin = Origin.EXAMPLE
        elif self.content and self._is_described(self.content) and not self._is_left_out():
            body = self._by_schema(self.content)
        if body is None:
            return None, ()
        line = line if origin is Origin.EXAMPLE else 0
        return body, (Choice("body", "", about(body), origin, line, self.fault), *choices)

    def _chosen(self, value: Json) -> Body:
        """What an author has chosen: as JSON, unless the page says that it is something else."""
        if is_xml(self.essence) and isinstance(value, str):
            return TextBody(value, self.content_type)
        if is_json(self.essence) or is_xml(self.essence) or self.essence in (FORM, MULTIPART):
            return self._written(value)
        return JsonBody(value, next(filter(is_json, self.operation.request_media_types), JSON))

    def _is_described(self, content: Content) -> bool:
        """Whether the page says anything of the body's shape."""
        if self.essence == MULTIPART or self.operation.body_required:
            return True
        return self._is_told(content)

    @staticmethod
    def _is_told(content: Content) -> bool:
        return bool(content.rows) or content.schema != ANYTHING

    def _is_left_out(self) -> bool:
        """Whether the body is optional, and the page shows the request without it."""
        example = self.example
        is_without = example is not None and not example.body.strip()
        return is_without and self.operation.body_required is False

    def _is_file(self, content: Content) -> bool:
        """Whether the body is a file, going by its heading or by the media types."""
        if content.binary:
            return True
        described = content.rows or content.schema != ANYTHING or self.text
        return not described and any(_asset(c.media_type) for c in self.contents)

    def _file(self, content: Content) -> FileBody | MultipartBody:
        shown = self.example.header("content-type") if self.example else None
        if shown and (asset := _asset(shown)):
            return FileBody(asset, shown)
        if self.essence == MULTIPART and not (shown is None and self._listed_asset()):
            return self._file_in_form(content)
        if asset := self._listed_asset():
            return FileBody(asset, asset.media_type)
        if any(media_type(c.media_type) == MULTIPART for c in self.contents):
            return self._file_in_form(content)
        return FileBody(DEFAULT_ASSET, DEFAULT_ASSET.media_type)

    def _listed_asset(self) -> Asset | None:
        return next((found for c in self.contents if (found := _asset(c.media_type))), None)

    def _file_in_form(self, content: Content) -> MultipartBody:
        return MultipartBody((Part.of_file(content.name or "file", DEFAULT_ASSET),))

    def _from_example(self, example: ExampleRequest) -> tuple[Body, tuple[Choice, ...]]:
        value = _parse(self.text)
        if self.essence == FORM and not isinstance(value, dict):
            return FormBody(tuple(parse_qsl(self.text, keep_blank_values=True))), ()
        structured = is_json(self.essence) or self.essence in (FORM, MULTIPART)
        if value is None or not (structured or is_xml(self.essence)):
            # JSON's null goes as text: clients take a null body for no body.
            kind = self.content_type or (JSON if value is not None else None)
            return TextBody(self.text, kind), ()
        patch = documents_patch(self.operation.method, self.content, self.essence)
        is_value = is_json(self.essence) or is_xml(self.essence)
        if self.content and not self.content.rows and is_value and not patch:
            value, choices = mend_value(value, example, self.content.schema)
        else:
            value, choices = mend(value, example, self.content, patch=patch)
        return self._written(value), choices

    def _by_schema(self, content: Content) -> Body:
        schema = content.schema
        if self.essence == JSON_PATCH and schema.type != "array":
            schema = Schema(types=("array",), items=schema, min_items=1)
        return self._written(json_by_schema(schema))

    def _written(self, value: Json) -> Body:
        """A value as a body of the media type."""
        schema = self.content.schema if self.content else ANYTHING
        if is_json(self.essence):
            return JsonBody(value, self.content_type or JSON)
        if self.essence == FORM:
            return form_of(completed(value, schema))
        if self.essence == MULTIPART:
            if not isinstance(value, dict):
                name = (self.content.name if self.content else "") or "file"
                value = {name: DEFAULT_ASSET if schema == ANYTHING else value}
            return multipart_of(completed(value, schema), schema)
        if is_xml(self.essence):
            return TextBody(xml_of(value, self.operation, self.content), self.content_type)
        if isinstance(value, Asset) or is_bytes(schema):
            asset = _asset(self.essence) or DEFAULT_ASSET
            return FileBody(asset, self.content_type)
        text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
        return TextBody(text, self.content_type)


def _may_be(text: str, kind: str) -> bool:
    """Whether a text that is no JSON may be written in a media type, by its beginning."""
    if text.startswith("<"):
        return is_xml(kind)
    return not is_json(kind) and not _is_unlike(text, kind)


def _is_unlike(text: str, kind: str) -> bool:
    """Whether a text is written in one of the formats of values, and a media type is another."""
    kind = media_type(kind) or ""
    formats = {
        "xml": is_xml(kind),
        "multipart": kind == MULTIPART,
        "form": kind == FORM,
        "json": is_json(kind),
    }
    if text.startswith("<"):
        written = "xml"
    elif text.startswith("--"):
        written = "multipart"
    elif _FIELDS.fullmatch(text):
        written = "form"
    else:
        # A value in JSON can be written in each of them.
        return False
    return any(formats.values()) and not formats[written]


def _asset(kind: str) -> Asset | None:
    return asset_for(media_type(kind) or "")


def _multipart(content_type: str, text: str) -> MultipartBody:
    """The parts that an example shows; a file that no page can show is one of ours."""
    if "boundary" not in content_type.lower() and text.startswith("--"):
        content_type += f'; boundary="{text.splitlines()[0][2:].strip()}"'
    try:
        found = read_parts("\r\n".join(text.splitlines()).encode(), content_type)
    except FormError:
        found = []
    parts = [_part(part) for part in found]
    return MultipartBody(tuple(parts) or (Part.of_file("file", DEFAULT_ASSET),))


def _part(part: forms.Part) -> Part:
    name, kind = part.name or "file", media_type(part.media_type) or ""
    textual = kind.startswith("text/") or is_json(kind) or is_xml(kind)
    if part.filename is not None and not textual:
        asset = asset_for(kind)
        # A picture that stands for another kind of file keeps its own name.
        return Part.of_file(name, asset or DEFAULT_ASSET, part.filename if asset else "")
    # Plain text is what a field is without a type (RFC 7578, 4.4).
    is_field = part.filename is None and kind == "text/plain"
    text = part.text.replace("\r\n", "\n").strip()
    return Part(name, text, "" if is_field else part.media_type, part.filename or "")


def _is_json(text: str) -> bool:
    return text[:1] == "{" and _parse(text) is not None


def _parse(text: str) -> Json:
    """The JSON value of the text; None where it is none that a program can spell out."""
    try:
        value: Json = json.loads(text, parse_constant=_refuse)
        # What overflows to infinity has no literal either.
        json.dumps(value, allow_nan=False)
        return value if _nesting(value) <= MAX_NESTING else None
    except (ValueError, RecursionError):
        return None


def _refuse(constant: str) -> Any:
    raise ValueError(f"{constant} is no JSON")


def _nesting(value: Json) -> int:
    if isinstance(value, dict):
        value = list(value.values())
    return 1 + max(map(_nesting, value), default=0) if isinstance(value, list) else 0
