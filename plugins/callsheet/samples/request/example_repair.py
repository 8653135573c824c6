"""Makes of the body that an example shows one that its page's tables allow."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from callsheet.model import ExampleRequest
from callsheet.model.contents import Content
from callsheet.samples.assets import DEFAULT_ASSET, Asset, asset_for, media_type_of
from callsheet.samples.request.choices import Choice, Origin
from callsheet.samples.request.defaults import (
    EVALUATOR,
    Json,
    is_bytes,
    json_by_schema,
    plain_by_schema,
    with_assets,
)
from callsheet.schema import MISSING, Mismatch, Schema

_PATCH = {"op", "path"}
"""The properties of a table that documents a JSON Patch (RFC 6902, 4)."""

_ROUNDS = 4
"""How often a value is looked at anew: what is put into it may have parts that are looked at."""


def mend(
    value: Json, example: ExampleRequest, content: Content | None, *, patch: bool
) -> tuple[Json, tuple[Choice, ...]]:
    """Replaces what contradicts the table, and adds what it requires.

    Args:
        value: The JSON value of the example.
        example: The example.
        content: What the page documents.
        patch: Whether a list is a JSON Patch (RFC 6902).

    Returns:
        The value, with a file in the place of each `byte`, and what was replaced.
    """
    if content is None or not content.rows:
        return value, ()
    mender = _Mender(example, nulls=not content.tells_of_null)
    if patch:
        # An object in the place of a JSON Patch is a merge patch, with names of its own.
        value = mender.patch(value) if isinstance(value, list) else value
    elif isinstance(value, list) and content.schema.type == "object":
        value = [mender.mended(item, content.schema) for item in value]
    else:
        value = mender.mended(value, content.schema)
    return value, tuple(dict.fromkeys(mender.choices))


def mend_value(
    value: Json, example: ExampleRequest, schema: Schema
) -> tuple[Json, tuple[Choice, ...]]:
    """Replaces what contradicts the type of a body that has no table.

    Args:
        value: The JSON value of the example, which is not null.
        example: The example.
        schema: What its heading says of it.

    Returns:
        The value, or another one where it is of another type as a whole, and what was replaced.
    """
    mender = _Mender(example, nulls=True)
    wrong = next((m for m in EVALUATOR.mismatches(value, schema) if not m.pointer), None)
    if wrong is None:
        return mender.mended(value, schema), tuple(dict.fromkeys(mender.choices))
    line = line_of(example, example.body.strip().split("\n")[0])
    made = json_by_schema(schema)
    fault = f"`{value}` is not {wrong.expected}"
    return made, (Choice("body", "", str(made), Origin.TYPE, line, fault),)


def documents_patch(method: str, content: Content | None, media_type: str) -> bool:
    """Whether what a page documents is a JSON Patch (RFC 6902), or may be one."""
    if media_type == "application/json-patch+json":
        return True
    names = {row.name for row in content.rows} if content else set()
    return method == "PATCH" and names >= _PATCH


class _Mender:
    def __init__(self, example: ExampleRequest, *, nulls: bool) -> None:
        self._example = example
        # Whether null may stay null, which it may not where the page says what may be null.
        self._nulls = nulls
        self.choices: list[Choice] = []
        # Whether a file stands in the place of a text.
        self._placed = False

    def mended(self, value: Json, schema: Schema) -> Json:
        """A value as the schema has it; null stays null, unless the page tells of null."""
        value = self._with_files(value, schema)
        for _ in range(_ROUNDS):
            spelled = _spelled(value) if self._placed else value
            found = [m for m in EVALUATOR.mismatches(spelled, schema) if self._counts(m)]
            if not found:
                break
            for mismatch in found:
                self._replace(value, mismatch)
        return value

    def _counts(self, mismatch: Mismatch) -> bool:
        return bool(mismatch.pointer) and (mismatch.got is not None or not self._nulls)

    def _replace(self, value: Any, mismatch: Mismatch) -> None:
        *outer, name = _steps(mismatch.pointer)
        for step in outer:
            value = value[int(step)] if isinstance(value, list) else value.get(step)
            if not isinstance(value, dict | list):
                # It was replaced as a whole.
                return
        label = mismatch.pointer.lstrip("/")
        if mismatch.keyword == "not":
            # There must be no such property.
            if isinstance(value, dict):
                value.pop(name, None)
            return
        made = plain_by_schema(mismatch.schema)
        self._placed = True
        if isinstance(value, list):
            value[int(name)] = with_assets(made)
        else:
            value[name] = with_assets(made)
        if mismatch.got is MISSING:
            fault = "the example lacks it, and it is required"
            self._note(label, with_assets(made), self._example.span.start, fault)
        else:
            fault = f"`{mismatch.got}` is not {mismatch.expected}"
            line = line_of(self._example, f'"{name}"')
            self._note(label, with_assets(made), line, fault)

    def _with_files(self, value: Json, schema: Schema) -> Json:
        """The value, in which a file is in the place of what stands for one."""
        if isinstance(value, list) and schema.items:
            return [self._with_files(item, schema.items) for item in value]
        if not isinstance(value, dict):
            return value
        schemas = {item.name: item.schema for item in schema.properties}
        return {
            name: self._file(name, item, schemas[name])
            if name in schemas and isinstance(item, str | list | dict)
            else item
            for name, item in value.items()
        }

    def _file(self, name: str, value: Json, schema: Schema) -> Json:
        """A file of the kind that the example's base64 is, else any."""
        is_file = is_bytes(schema) or (_stands_for_bytes(value) and schema.written)
        if not isinstance(value, str) or not is_file:
            if isinstance(value, list) and schema.items and is_bytes(schema.items):
                return [self._file(name, item, schema.items) for item in value]
            return self._with_files(value, schema)
        self._placed = True
        asset = asset_for(media_type_of(value) or "")
        if asset is None and value:
            fault = "what the example has is no image in base64"
            line = line_of(self._example, f'"{name}"')
            self._note(name, f"the file {DEFAULT_ASSET.name}", line, fault)
        return asset or DEFAULT_ASSET

    def patch(self, steps: list[Json]) -> Json:
        """A JSON Patch: only its pointers can be wrong (RFC 6901, 3)."""
        return [
            {name: self._pointer(name, item) for name, item in step.items()}
            if isinstance(step, dict)
            else step
            for step in steps
        ]

    def _pointer(self, name: str, value: Json) -> Json:
        if name not in {"path", "from"} or not isinstance(value, str) or value[:1] in {"", "/"}:
            return value
        fault = f"`{value}` does not begin with a slash, as RFC 6901 has it"
        self._note(name, f"/{value}", line_of(self._example, f'"{value}"'), fault)
        return f"/{value}"

    def _note(self, name: str, value: Any, line: int, fault: str) -> None:
        self.choices.append(Choice("body", name, str(value), Origin.TYPE, line, fault))


def _spelled(value: Json) -> Any:
    """The value as the evaluator knows it, with a text for each file."""
    if isinstance(value, list):
        return [_spelled(item) for item in value]
    if isinstance(value, dict):
        return {name: _spelled(item) for name, item in value.items()}
    return "" if isinstance(value, Asset) else value


def _steps(pointer: str) -> Iterator[str]:
    """The steps of a JSON Pointer (RFC 6901, 4)."""
    return (s.replace("~1", "/").replace("~0", "~") for s in pointer.split("/")[1:])


def _stands_for_bytes(value: Json) -> bool:
    """Whether a text stands for what cannot be written on a page: the bytes of a picture."""
    return isinstance(value, str) and value.startswith(("GIF8", "\ufffdPNG", "\x89PNG"))


def line_of(example: ExampleRequest, text: str) -> int:
    """The line of the page in which a text first stands in an example's body; else its first."""
    before = example.text.partition(example.body)[0] if example.body else example.text
    first = example.span.start + 1 + before.count("\n")
    at = example.body.find(text)
    return first + (example.body.count("\n", 0, at) if at > 0 else 0)
