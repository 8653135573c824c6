"""State as plain values, which a browser can store between two visits."""

from __future__ import annotations

from typing import Any

from callsheet.server.storage.memory import ChangedRow, ChangedWorkspace, MemoryStore

Plain = dict[str, dict[str, Any]]


def dump(store: MemoryStore) -> Plain:
    """Return what all workspaces have changed."""
    return {
        name: {
            "rows": {
                collection: {key: list(row) for key, row in rows.items()}
                for collection, rows in workspace.rows.items()
            },
            "last": dict(workspace.last),
        }
        for name, workspace in store.workspaces.items()
    }


def restore(store: MemoryStore, plain: Plain) -> None:
    """Take over what `dump` returned on an earlier visit.

    Raises:
        AttributeError, LookupError, TypeError, ValueError: It is damaged, or of another version.
            Nothing is changed.
    """
    store.workspaces = {
        name: ChangedWorkspace(
            {
                collection: {key: _row(*values) for key, values in rows.items()}
                for collection, rows in found["rows"].items()
            },
            {collection: int(last) for collection, last in found["last"].items()},
        )
        for name, found in plain.items()
    }


def _row(text: str | None, content: Any, position: int, modified: int) -> ChangedRow:
    # A browser gives back bytes as a view of its memory.
    return ChangedRow(
        text, None if content is None else bytes(content), int(position), int(modified)
    )
