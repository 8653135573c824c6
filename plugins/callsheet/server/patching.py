"""Changes to documents: JSON Patch (RFC 6902) and JSON Merge Patch (RFC 7396)."""

from __future__ import annotations

from collections.abc import Mapping
from copy import deepcopy
from typing import Any

import jsonpatch
from jsonpointer import JsonPointer, JsonPointerException

from callsheet.server.negotiation import essence
from callsheet.server.state import Document

JSON_PATCH = "application/json-patch+json"
MERGE_PATCH = "application/merge-patch+json"

MAX_COPIED = 100_000
"""How many values a patch may copy: each `copy` can double the document."""


class PatchError(ValueError):
    """A patch that cannot be applied; `str()` of it says why."""


class PatchConflictError(PatchError):
    """A `test` operation that the document does not pass."""


def patched(document: Document, patch: Any, content_type: str) -> Document:
    """The document after a patch.

    Args:
        document: What is to be changed; it stays as it is.
        patch: A list of operations, or an object to merge.
        content_type: Which of the two it is, where it says that; else the patch itself tells.

    Raises:
        PatchConflictError: A `test` operation failed.
        PatchError: It is no patch, or does not fit the document.
    """
    media_type = essence(content_type)
    merges = isinstance(patch, dict) and media_type != JSON_PATCH
    if merges or media_type == MERGE_PATCH:
        changed = _merged(document, patch)
    else:
        changed = _applied(document, patch)
    if not isinstance(changed, dict):
        raise PatchError("it would make something else of the object")
    return changed


def _applied(document: Document, operations: Any) -> Any:
    if not isinstance(operations, list):
        raise PatchError("a JSON Patch is an array of operations")
    changed: Any = deepcopy(document)
    copied = 0
    for operation in operations:
        if not isinstance(operation, dict):
            raise PatchError("each operation of a JSON Patch is an object")
        if operation.get("op") == "copy":
            copied += _count(_at(changed, operation.get("from")))
            if copied > MAX_COPIED:
                raise PatchError(f"it would copy more than {MAX_COPIED} values")
        changed = _step(changed, operation)
    return changed


def _at(document: Any, pointer: Any) -> Any:
    """What a JSON Pointer (RFC 6901) points at; None where there is nothing to copy."""
    try:
        return JsonPointer(pointer).resolve(document, None)
    except (JsonPointerException, TypeError):
        return None


def _step(document: Any, operation: Any) -> Any:
    try:
        return jsonpatch.apply_patch(document, [operation], in_place=True)
    except jsonpatch.JsonPatchTestFailed as error:
        raise PatchConflictError(_brief(error)) from error
    except (
        jsonpatch.JsonPatchException,
        JsonPointerException,
        AttributeError,
        KeyError,
        TypeError,
        ValueError,
    ) as error:
        # The library takes much for granted of operations that are none.
        raise PatchError(_brief(error)) from error


def _brief(error: Exception) -> str:
    """What the library says; it may quote the whole document."""
    text = str(error)
    return text if len(text) <= 200 else f"{text[:199]}…"


def _count(value: Any) -> int:
    """How many values there are in a value, itself included; more than enough is not counted."""
    count, rest = 0, [value]
    while rest and count <= MAX_COPIED:
        count += 1
        found = rest.pop()
        if isinstance(found, dict | list):
            rest += found.values() if isinstance(found, dict) else found
    return count


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
