"""The JSON Schema (2020-12) of `callsheet diff --format json`."""

from __future__ import annotations

from typing import Any

from callsheet.diff.model import Kind, Level, Side
from callsheet.diff.writing import VERSION


def _object(description: str, properties: dict[str, Any]) -> dict[str, Any]:
    """Return the schema of an object with exactly these properties."""
    return {
        "type": "object",
        "description": description,
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


def _number(description: str) -> dict[str, Any]:
    return {"type": "integer", "minimum": 0, "description": description}


_CHANGE = _object(
    "One thing that changed.",
    {
        "level": {"enum": list(map(str, Level)), "description": "What it does to callers."},
        "kind": {"enum": list(map(str, Kind)), "description": "What changed."},
        "uid": {
            "type": ["string", "null"],
            "description": "The operation, by its new name; null for a named type.",
        },
        "subject": {
            "type": "string",
            "description": "The method and route, by their new names, or the name of the type.",
        },
        "tree": {
            "enum": list(map(str, Side)),
            "description": "The tree of the path: the old one for what is gone.",
        },
        "path": {
            "type": "string",
            "description": "The page: below its folder, or behind the revision and a colon.",
        },
        "line": {"type": "integer", "minimum": 1, "description": "The line, counted from 1."},
        "message": {
            "type": "string",
            "description": "What changed, in one sentence; names are in backticks.",
        },
    },
)
_SUMMARY = _object(
    "The counts.",
    {
        **{str(level): _number(f"The changes of level {level}.") for level in Level},
        "subjects": _number("The operations and types that have changed."),
    },
)


def schema() -> dict[str, Any]:
    """Return the schema; every member is required."""
    document = _object(
        "What changed between two docs trees, the worst first.",
        {
            "version": {"const": VERSION, "description": "The version of this format."},
            "changes": {"type": "array", "items": _CHANGE},
            "summary": _SUMMARY,
        },
    )
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **document}
