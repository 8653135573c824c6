"""Changes to documents: JSON Patch (RFC 6902) and JSON Merge Patch (RFC 7396)."""

from collections.abc import Iterable, Mapping
from copy import deepcopy
from typing import Any

import jsonpatch
from jsonpointer import JsonPointer, JsonPointerException

from callsheet.http.media_types import essence
from callsheet.schema import MISSING
from callsheet.server.http.problems import shorten
from callsheet.server.limits import Limits
from callsheet.server.state import Document

JSON_PATCH = "application/json-patch+json"
MERGE_PATCH = "application/merge-patch+json"

MAX_VALUES = 100_000
"""How many values a patch may leave in a document, and how many it may copy and move in all: each
`copy` can double the document, and each `move` looks at all that it moves."""

_VALUE_CHARACTERS = 128
"""As many characters of a text or a name count as one more value."""


class PatchError(ValueError):
    """Raised for a patch that cannot be applied; `str()` of it says why."""


class PatchConflictError(PatchError):
    """Raised where the document fails a `test` operation."""


def patched(document: Document, patch: Any, content_type: str, limits: Limits) -> Document:
    """Apply a patch and return the new document.

    Args:
        document: What is to be changed; it stays as it is.
        patch: A list of operations, or an object to merge.
        content_type: Which of the two it is, where it says that; else the patch itself shows it.
        limits: How many operations there may be, and how deep their values may be nested.

    Raises:
        PatchConflictError: A `test` operation failed.
        PatchError: It is not a patch, does not fit the document, or makes it too large or too deep.
    """
    _check_size(document, limits)
    media_type = essence(content_type)
    merges = isinstance(patch, dict) and media_type != JSON_PATCH
    if merges or media_type == MERGE_PATCH:
        changed = _merged(document, patch)
    else:
        changed = _applied(document, patch, limits)
    if not isinstance(changed, dict):
        raise PatchError("it would make something else of the object")
    _check_size(changed, limits)
    return changed


def _check_size(document: Any, limits: Limits) -> None:
    count, depth = _measure(document, limits)
    if depth > limits.body_depth:
        raise PatchError(f"it would leave values more than {limits.body_depth} levels deep")
    if count > MAX_VALUES:
        raise PatchError(f"it would leave more than {MAX_VALUES} values")


def _applied(document: Document, operations: Any, limits: Limits) -> Any:
    if not isinstance(operations, list):
        raise PatchError("a JSON Patch is an array of operations")
    most = limits.patch_operations
    if len(operations) > most:
        raise PatchError(f"it has {len(operations)} operations; the limit is {most}")
    changed: Any = deepcopy(document)
    moved = 0
    for operation in operations:
        if not isinstance(operation, dict):
            raise PatchError("each operation of a JSON Patch is an object")
        name, path = operation.get("op"), operation.get("path")
        source = _at(changed, operation.get("from")) if name in ("copy", "move") else None
        put = source if name in ("copy", "move") else operation.get("value")
        count, depth = _measure(put, limits)
        if name in ("copy", "move"):
            moved += count
        if moved > MAX_VALUES:
            raise PatchError(f"it would copy or move more than {MAX_VALUES} values")
        # At each step, for what follows goes as deep as the document is.
        if isinstance(path, str) and path.count("/") + depth > limits.body_depth:
            raise PatchError(f"it would nest values more than {limits.body_depth} levels deep")
        changed = _step(changed, operation)
    return changed


def _at(document: Any, pointer: Any) -> Any:
    """Return the value at a JSON Pointer (RFC 6901); MISSING where there is none."""
    try:
        return JsonPointer(pointer).resolve(document, MISSING)
    except (JsonPointerException, TypeError):
        return MISSING


def _step(document: Any, operation: Any) -> Any:
    try:
        return jsonpatch.apply_patch(document, [operation], in_place=True)
    except jsonpatch.JsonPatchTestFailed as error:
        place, expected = _named(operation["path"]), shorten(operation["value"])
        found = shorten(_at(document, operation["path"]))
        raise PatchConflictError(f"{place} is {found}, and {expected} is expected") from error
    except jsonpatch.InvalidJsonPatch as error:
        raise PatchError(str(error)[:200].removesuffix(".")) from error
    except (
        jsonpatch.JsonPatchException,
        JsonPointerException,
        AttributeError,
        KeyError,
        TypeError,
        ValueError,
    ) as error:
        # The library assumes much about operations, even about what is not one.
        # Its messages are those of a programmer, and may quote the whole document.
        name = operation["op"]
        needed = {"copy": "from", "move": "from", "remove": "path", "replace": "path"}.get(name)
        if needed and _at(document, operation.get(needed)) is MISSING:
            reason = f"there is nothing at {_named(operation.get(needed))}"
        else:
            reason = f"{_named(operation.get('path'))} is not a place for it"
        raise PatchError(f"`{name}` is not possible, because {reason}") from error


def _named(pointer: Any) -> str:
    return f"`{pointer if len(str(pointer)) <= 60 else f'{str(pointer)[:57]}...'}`"


def _measure(value: Any, limits: Limits) -> tuple[int, int]:
    """Count the values in a value, itself included, and their levels.

    What is more than enough is not measured.
    """
    count, depth, level = 1 + _extra([value]), 0, [value]
    while count <= MAX_VALUES and depth <= limits.body_depth:
        parents = [found for found in level if isinstance(found, dict | list)]
        if not parents:
            break
        depth += 1
        level = []
        for found in parents:
            level += found.values() if isinstance(found, dict) else found
            count += _extra(found) if isinstance(found, dict) else 0
        count += len(level) + _extra(level)
    return count, depth


def _extra(texts: Iterable[Any]) -> int:
    """Return what the texts among some values count for beyond one each."""
    return sum(len(text) // _VALUE_CHARACTERS for text in texts if isinstance(text, str))


def _merged(target: Any, patch: Any) -> Any:
    """RFC 7396, 2, as it stands there."""
    if not isinstance(patch, Mapping):
        return patch
    merged = dict(target) if isinstance(target, Mapping) else {}
    for name, value in patch.items():
        if value is None:
            merged.pop(name, None)
        else:
            merged[name] = _merged(merged.get(name), value)
    return merged
