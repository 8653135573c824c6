"""Merges the front matter of operations."""

from collections.abc import Mapping
from typing import Any

import yaml

from callsheet import lazy_re as re
from callsheet.findings import Span
from callsheet.schema.annotations import ANNOTATIONS
from callsheet.source.front_matter import read_operation_keys
from callsheet.sync.page import EditedPage
from callsheet.sync.texts import is_conflict, merged_text

_FACTS = ("deprecated", "servers", "security", "tags")
_OUTGOING = ("webhook", "callback")
_TEXTS = ("title", "summary")
_COMMENT = re.compile(r"(?:^|\s)(#.*)$")
_RULES = ("---", "...")


def merge_keys(
    page: EditedPage, new: Mapping[str, Any], old: Mapping[str, Any] | None, operation_id: str
) -> None:
    """Change the keys of a page to those of the document.

    Args:
        page: The page.
        new: The front matter of the document's page.
        old: That of the former document's page, if it is known.
        operation_id: The name that the document gives to the operation; empty if it gives none.
    """
    mine = page.document.front_matter
    if page.document.flaws:
        page.note(1, "The front matter cannot be read, and was not changed.")
        return
    changes: dict[str, Any] = {}
    own, other = read_operation_keys(mine), read_operation_keys(new)
    for key in _FACTS:
        if getattr(own, key) != getattr(other, key):
            changes[key] = new.get(key)
    if own.outgoing != other.outgoing:
        changes |= {key: new.get(key) for key in _OUTGOING if mine.get(key) != new.get(key)}
    if not own.servers and (old is None or old.get("servers") == new.get("servers")):
        # The servers of the site are those of a page that names none.
        changes.pop("servers", None)
    uid = str(mine.get(page.document.uid_key or "", ""))
    if operation_id and operation_id != (own.operation_id or uid):
        # The uid stays, as other pages link to it.
        changes["operationId"] = operation_id if operation_id != uid else None
    was, now = None if old is None else old.get(ANNOTATIONS), new.get(ANNOTATIONS)
    if mine.get(ANNOTATIONS) == was != now:
        changes[ANNOTATIONS] = now
    elif old is not None and now not in (was, mine.get(ANNOTATIONS)):
        line = page.document.line_of_key(ANNOTATIONS)
        message = f"`{ANNOTATIONS}` was changed here and in the document, and was kept."
        page.note(line, message)
    for key in _TEXTS:
        was = None if old is None else str(old.get(key) or "")
        before, now = str(mine.get(key) or ""), str(new.get(key) or "")
        if is_conflict(before, was, now):
            line = page.document.line_of_key(key)
            page.note(line, f"`{key}` was changed here and in the document, and was kept.")
        if was is not None and (merged := merged_text(before, was, now)) != before:
            changes[key] = merged or None
    _write(page, changes)


def _write(page: EditedPage, changes: Mapping[str, Any]) -> None:
    added: list[str] = []
    for key, value in changes.items():
        text = yaml.safe_dump({key: value}, allow_unicode=True, width=1000) if value else ""
        lines = text.rstrip("\n").split("\n") if text else []
        if span := _span_of(page, key):
            comments = (_COMMENT.search(line) for line in page.lines[span.start - 1 : span.end])
            page.replace(span, [*(found[1] for found in comments if found), *lines])
        else:
            added += lines
    if not added:
        return
    if page.document.body_line > 1:
        page.insert(page.document.body_line - 1, added)
    else:
        page.insert(1, ["---", *added, "---", ""])


def _span_of(page: EditedPage, key: str) -> Span | None:
    """Return the lines of a top-level key, with those of its value."""
    if key not in page.document.front_matter:
        return None
    start = end = page.document.line_of_key(key)
    while end < page.document.body_line - 2:
        line = page.lines[end]
        if line and not line.startswith((" ", "\t", "- ")) and line != "-":
            break
        end += 1
    return Span(start, end)
