"""Repairs the body of an example, so that it is valid by the page's tables."""

from __future__ import annotations

from typing import Any

from jsonpointer import unescape

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
from callsheet.schema.repair import pointers_around

_PATCH = {"op", "path"}
"""The properties of a table that documents a JSON Patch (RFC 6902, 4)."""

_ROUNDS = 4
"""How often a value is evaluated: a replacement may itself have parts that need repair."""


def repair(
    value: Json, example: ExampleRequest, content: Content | None, *, patch: bool
) -> tuple[Json, tuple[Choice, ...]]:
    """Replace what contradicts the table, and add what it requires.

    Args:
        value: The JSON value of the example.
        example: The example.
        content: The content that the page documents.
        patch: Whether a list is a JSON Patch (RFC 6902).

    Returns:
        The value, with an asset in the place of each `byte`, and the replacements.
    """
    if content is None or not content.rows:
        return value, ()
    repair = _ExampleRepair(example, nulls=not content.tells_of_null)
    if patch:
        # An object in the place of a JSON Patch is a merge patch, with names of its own.
        value = repair.patch(value) if isinstance(value, list) else value
    elif isinstance(value, list) and content.schema.type == "object":
        value = [repair.repaired(item, content.schema) for item in value]
    else:
        value = repair.repaired(value, content.schema)
    return value, tuple(dict.fromkeys(repair.choices))


def repair_typed(
    value: Json, example: ExampleRequest, schema: Schema
) -> tuple[Json, tuple[Choice, ...]]:
    """Replace what contradicts the type of a body that has no table.

    Args:
        value: The JSON value of the example, which is not null.
        example: The example.
        schema: The type that its heading states.

    Returns:
        The value, or a generated one where the whole is of another type, and the replacements.
    """
    repair = _ExampleRepair(example, nulls=True)
    # Without a pointer, the whole value is of another type, and there is no part of it to replace.
    wrong = next((m for m in EVALUATOR.mismatches(value, schema) if not m.pointer), None)
    if wrong is None:
        return repair.repaired(value, schema), tuple(dict.fromkeys(repair.choices))
    line = line_of(example, example.body.strip().split("\n")[0])
    generated = json_by_schema(schema)
    fault = f"`{value}` is not {wrong.expected}"
    return generated, (Choice("body", "", str(generated), Origin.TYPE, line, fault),)


def documents_patch(method: str, content: Content | None, media_type: str) -> bool:
    """Tell whether the page documents a JSON Patch (RFC 6902), or may do so."""
    if media_type == "application/json-patch+json":
        return True
    names = {row.name for row in content.rows} if content else set()
    return method == "PATCH" and names >= _PATCH


class _ExampleRepair:
    """Repairs the values of one example, and notes each replacement in `choices`."""

    def __init__(self, example: ExampleRequest, *, nulls: bool) -> None:
        self._example = example
        # Whether any value may be null; it may not where the page marks those that may be.
        self._nulls = nulls
        self.choices: list[Choice] = []
        # Whether an asset may be in the value, which the evaluator does not know.
        self._placed = False

    def repaired(self, value: Json, schema: Schema) -> Json:
        """Repair a value by its schema; null stays null, unless the page marks what may be null."""
        value = self._with_files(value, schema)
        for _ in range(_ROUNDS):
            # To copy the value takes as long as to evaluate it, and few examples have files in
            # them.
            evaluated = _without_assets(value) if self._placed else value
            found = [m for m in EVALUATOR.mismatches(evaluated, schema) if self._counts(m)]
            if not found:
                break
            replaced: set[str] = set()
            for mismatch in found:
                # A part of what was replaced is gone, and its pointer leads nowhere.
                if replaced.isdisjoint(pointers_around(mismatch.pointer)):
                    self._replace(value, mismatch)
                    replaced.add(mismatch.pointer)
        return value

    def _counts(self, mismatch: Mismatch) -> bool:
        # What named types allow is on pages of their own.
        options = (mismatch.schema, *mismatch.schema.any_of, *mismatch.schema.one_of)
        is_named = mismatch.got is not MISSING and any(option.ref for option in options)
        is_null = mismatch.got is None and self._nulls
        return bool(mismatch.pointer) and not (is_named or is_null)

    def _replace(self, value: Any, mismatch: Mismatch) -> None:
        *outer, name = map(unescape, mismatch.pointer[1:].split("/"))
        for step in outer:
            value = value[int(step)] if isinstance(value, list) else value.get(step)
        label = mismatch.pointer.lstrip("/")
        if mismatch.keyword == "not":
            # The schema forbids the property.
            if isinstance(value, dict):
                value.pop(name, None)
            return
        generated = plain_by_schema(mismatch.schema)
        self._placed = True
        if isinstance(value, list):
            value[int(name)] = with_assets(generated)
        else:
            value[name] = with_assets(generated)
        if mismatch.got is MISSING:
            fault = "the example lacks it, and it is required"
            self._note(label, with_assets(generated), self._example.span.start, fault)
        else:
            fault = f"`{mismatch.got}` is not {mismatch.expected}"
            line = line_of(self._example, f'"{name}"')
            self._note(label, with_assets(generated), line, fault)

    def _with_files(self, value: Json, schema: Schema) -> Json:
        """Replace the properties that are files by assets."""
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
        """Choose an asset of the kind that the example has in base64, else any."""
        is_file = is_bytes(schema) or (_stands_for_bytes(value) and schema.written)
        if not isinstance(value, str) or not is_file:
            if isinstance(value, list) and schema.items and is_bytes(schema.items):
                return [self._file(name, item, schema.items) for item in value]
            return self._with_files(value, schema)
        self._placed = True
        asset = asset_for(media_type_of(value) or "")
        if asset is None and value:
            fault = "what the example has is not an image in base64"
            line = line_of(self._example, f'"{name}"')
            self._note(name, f"the file {DEFAULT_ASSET.name}", line, fault)
        return asset or DEFAULT_ASSET

    def patch(self, steps: list[Json]) -> Json:
        """Repair a JSON Patch, of which only the pointers can be wrong (RFC 6901, 3)."""
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


def _without_assets(value: Json) -> Any:
    """Replace each asset by a text, as the evaluator knows no assets."""
    if isinstance(value, list):
        return [_without_assets(item) for item in value]
    if isinstance(value, dict):
        return {name: _without_assets(item) for name, item in value.items()}
    return "" if isinstance(value, Asset) else value


def _stands_for_bytes(value: Json) -> bool:
    """Tell whether a text is the beginning of an image in binary, which no page can show."""
    return isinstance(value, str) and value.startswith(("GIF8", "\ufffdPNG", "\x89PNG"))


def line_of(example: ExampleRequest, text: str) -> int:
    """Return the line of the page where a text occurs in an example's body; else its first."""
    before = example.text.partition(example.body)[0] if example.body else example.text
    first = example.span.start + 1 + before.count("\n")
    at = example.body.find(text)
    return first + (example.body.count("\n", 0, at) if at > 0 else 0)
