"""Changes to documents: JSON Patch (RFC 6902) and JSON Merge Patch (RFC 7396)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import jsonpatch
from jsonpointer import JsonPointerException

from callsheet.server.state import Document


class PatchError(ValueError):
    """A patch that cannot be applied; `str()` of it says why."""


class PatchConflictError(PatchError):
    """A `test` operation that the document does not pass."""


def patched(document: Document, patch: Any) -> Document:
    """The document after a patch: a list of operations, or an object to merge.

    Raises:
        PatchConflictError: A `test` operation failed.
        PatchError: It is no patch, or does not fit the document.
    """
    changed = _merged(document, patch) if isinstance(patch, dict) else _applied(document, patch)
    if not isinstance(changed, dict):
        raise PatchError("it would make something else of the object")
    return changed


def _applied(document: Document, operations: Any) -> Any:
    try:
        return jsonpatch.apply_patch(document, operations)
    except jsonpatch.JsonPatchTestFailed as error:
        raise PatchConflictError(str(error)) from error
    except (jsonpatch.JsonPatchException, JsonPointerException, TypeError, KeyError) as error:
        raise PatchError(str(error)) from error


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
