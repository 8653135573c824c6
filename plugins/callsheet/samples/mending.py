"""Makes of the body that an example shows one that its page's tables allow."""

from __future__ import annotations

from typing import Any

from callsheet.model import ExampleRequest, Property, RequestBody
from callsheet.samples.assets import DEFAULT_ASSET, asset_for, media_type_of
from callsheet.samples.bodies import FormBody, JsonBody, TextBody
from callsheet.samples.choices import Choice, Origin
from callsheet.samples.defaults import Json, json_by_type
from callsheet.values import expected

_PATCH = {"op", "path", "value"}
"""The properties of a table that documents a JSON Patch (RFC 6902, 4)."""

Structured = JsonBody | FormBody | TextBody


def mend(
    found: Structured, example: ExampleRequest, body: RequestBody | None
) -> tuple[Structured, tuple[Choice, ...]]:
    """Replaces what contradicts the table, and adds what it requires.

    Args:
        found: The body of the example.
        example: The example.
        body: What the page documents.

    Returns:
        The body, with a file in the place of each `byte`, and what was replaced.
    """
    rows = {row.name: row for row in body.properties} if body else {}
    if not isinstance(found, JsonBody) or not rows:
        return found, ()
    mender = _Mender(example, rows)
    value = found.value
    if isinstance(value, list):
        value = [mender.member(item) for item in value]
    elif not mender.is_patch:
        # An object in the place of a JSON Patch is a merge patch, with names of its own.
        value = mender.member(value)
    return JsonBody(value, found.content_type), tuple(dict.fromkeys(mender.choices))


class _Mender:
    def __init__(self, example: ExampleRequest, rows: dict[str, Property]) -> None:
        self._example = example
        self._rows = rows
        self.is_patch = rows.keys() >= _PATCH
        self.choices: list[Choice] = []

    def member(self, value: Json) -> Json:
        """An object as the table has it."""
        if not isinstance(value, dict):
            return value
        mended = {name: self._property(name, item) for name, item in value.items()}
        for row in self._rows.values():
            if row.required and row.name not in mended:
                mended[row.name] = json_by_type(row.type)
                fault = "the example lacks it, and it is required"
                self._note(row.name, mended[row.name], self._example.span.start, fault)
        return mended

    def _property(self, name: str, value: Json) -> Json:
        row = self._rows.get(name)
        if self.is_patch:
            return self._step(name, value)
        if row is None or row.type is None or value is None:
            return value
        if row.type.name == "byte" or _stands_for_bytes(value):
            return self._file(name, value)
        if (expectation := expected(value, row.type)) is None:
            return value
        mended = json_by_type(row.type)
        fault = f"`{value}` is no {expectation}"
        self._note(name, mended, line_of(self._example, f'"{name}"'), fault)
        return mended

    def _step(self, name: str, value: Json) -> Json:
        """A member of a JSON Patch: only its pointers can be wrong (RFC 6901, 3)."""
        if name not in {"path", "from"} or not isinstance(value, str) or value[:1] in {"", "/"}:
            return value
        fault = f"`{value}` does not begin with a slash, as RFC 6901 has it"
        self._note(name, f"/{value}", line_of(self._example, f'"{value}"'), fault)
        return f"/{value}"

    def _file(self, name: str, value: Json) -> Json:
        """A file of the kind that the example's base64 is, else any."""
        if not isinstance(value, str):
            return value
        asset = asset_for(media_type_of(value) or "")
        if asset is None and value:
            fault = "what the example has is no image in base64"
            line = line_of(self._example, f'"{name}"')
            self._note(name, f"the file {DEFAULT_ASSET.name}", line, fault)
        return asset or DEFAULT_ASSET

    def _note(self, name: str, value: Any, line: int, fault: str) -> None:
        self.choices.append(Choice("body", name, str(value), Origin.TYPE, line, fault))


def _stands_for_bytes(value: Json) -> bool:
    """Whether a text stands for what cannot be written on a page: the bytes of a picture."""
    return isinstance(value, str) and value.startswith(("GIF8", "\ufffdPNG", "\x89PNG"))


def line_of(example: ExampleRequest, text: str) -> int:
    """The line of the page in which a text first stands in an example's body; else its first."""
    before = example.text.partition(example.body)[0] if example.body else example.text
    first = example.span.start + 1 + before.count("\n")
    at = example.body.find(text)
    return first + (example.body.count("\n", 0, at) if at > 0 else 0)
