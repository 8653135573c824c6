"""What `callsheet diff` says of documents before and after one change."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from callsheet.diff import Change, DocsTree, Kind, Level, compare, read_tree
from callsheet.importing.reading import Specification
from callsheet.sync.document import SourceDocument
from tests.comparing.pairs import PAIRS, Json


def tree(document: Json) -> DocsTree:
    specification = Specification("api.json", document, document["openapi"])
    return DocsTree(SourceDocument.of(specification).catalog, "")


@cache
def changes_of(number: int) -> tuple[Change, ...]:
    pair = PAIRS[number]
    return compare(tree(pair.old), tree(pair.new)).changes


@pytest.mark.parametrize("number", range(len(PAIRS)), ids=[str(pair) for pair in PAIRS])
def test_a_change_has_its_level(number: int) -> None:
    changes = changes_of(number)
    worst = changes[0].level if changes else Level.TEXT
    found = "harmless" if worst in (Level.ADDITIVE, Level.TEXT) else str(worst)
    assert found == PAIRS[number].level, changes


def test_a_document_has_not_changed_from_itself() -> None:
    for pair in PAIRS[::10]:
        assert compare(tree(pair.new), tree(pair.new)).changes == ()


def test_changes_of_whole_bodies_are_among_the_pairs() -> None:
    found = {change.kind for number in range(len(PAIRS)) for change in changes_of(number)}
    assert found >= {kind for kind in OF_WHOLES if not kind.startswith("type-")}


OF_WHOLES = {
    kind
    for kind in Kind
    if kind.startswith(("request-body-", "response-body-", "type-"))
    and not kind.startswith("type-property-")
    # What has no name is neither deprecated nor left out, and is sent or received as a whole.
    and not kind.endswith(("-deprecated", "-default-changed", "-access-changed"))
}
"""The kinds of changes of values that are not properties."""

OPERATION = """---
uid: send
---

# Send

```http
POST /parcels
```

## Request Body: body Kind

## Response

| Response | Description |
| --- | --- |
| 204 | Done. |
"""


@pytest.mark.parametrize(
    ("old", "new", "kind", "level"),
    [
        ("string", "int32", Kind.TYPE_CHANGED, Level.BREAKING),
        ("Enum: A, B", "Enum: A", Kind.TYPE_VALUE_REMOVED, Level.BREAKING),
        ("Enum: A", "Enum: A, B", Kind.TYPE_VALUE_ADDED, Level.ADDITIVE),
        ("int32 | 0 to 9", "int32 | 0 to 5", Kind.TYPE_LIMIT_TIGHTENED, Level.BREAKING),
        ("int32 | 0 to 5", "int32 | 0 to 9", Kind.TYPE_LIMIT_LOOSENED, Level.ADDITIVE),
        ("string | pattern `a`", "string | pattern `b`", Kind.TYPE_PATTERN_CHANGED, Level.BREAKING),
        ("string", "string or null", Kind.TYPE_NULLABLE, Level.ADDITIVE),
        ("string or null", "string", Kind.TYPE_NOT_NULLABLE, Level.BREAKING),
    ],
)  # fmt: skip
def test_a_page_that_defines_a_whole_value_is_compared(
    tmp_path: Path, old: str, new: str, kind: Kind, level: Level
) -> None:
    def pages(name: str, cells: str) -> DocsTree:
        folder = tmp_path / name
        folder.mkdir()
        (folder / "send.md").write_text(OPERATION)
        cells += "" if "|" in cells else " | "
        table = f"| Type | Limits |\n| --- | --- |\n| {cells} |\n"
        (folder / "kind.md").write_text(f"---\ndefines: Kind\n---\n\n# Kind\n\n{table}")
        return read_tree(str(folder), lambda: folder)

    [change] = compare(pages("old", old), pages("new", new)).changes
    assert (change.kind, change.level) == (kind, level)
    assert change.place.path.endswith("kind.md")
    assert "`Kind`" in change.message


HEADS = "| Property Name | Type | Required | Default | Access | Deprecated | Description |"


@pytest.mark.parametrize(
    ("old", "new", "kind", "level"),
    [
        ("No | | | No", "", Kind.TYPE_PROPERTY_REMOVED, Level.BREAKING),
        ("No | | | Yes", "", Kind.TYPE_PROPERTY_REMOVED, Level.WARNING),
        ("No | | read | No", "", Kind.TYPE_PROPERTY_REMOVED, Level.TEXT),
        ("", "Yes | | | No", Kind.TYPE_PROPERTY_ADDED, Level.BREAKING),
        ("", "Yes | 3 | | No", Kind.TYPE_PROPERTY_ADDED, Level.ADDITIVE),
        ("", "Yes | | read | No", Kind.TYPE_PROPERTY_ADDED, Level.ADDITIVE),
        ("No | | | No", "Yes | | | No", Kind.TYPE_PROPERTY_REQUIRED, Level.BREAKING),
        ("No | 3 | | No", "Yes | 3 | | No", Kind.TYPE_PROPERTY_REQUIRED, Level.ADDITIVE),
        ("No | 3 | | No", "No | 4 | | No", Kind.TYPE_PROPERTY_DEFAULT_CHANGED, Level.WARNING),
        ("No | | | No", "No | | read | No", Kind.TYPE_PROPERTY_ACCESS_CHANGED, Level.WARNING),
    ],
)
def test_properties_of_a_sent_type_are_judged_by_their_marks(
    tmp_path: Path, old: str, new: str, kind: Kind, level: Level
) -> None:
    def pages(name: str, cells: str) -> DocsTree:
        folder = tmp_path / name
        folder.mkdir()
        (folder / "send.md").write_text(OPERATION)
        row = f"| Size | int32 | {cells} | |\n" if cells else ""
        table = f"{HEADS}\n|{' --- |' * 7}\n| Name | string | No | | | No | |\n{row}"
        (folder / "kind.md").write_text(f"---\ndefines: Kind\n---\n\n# Kind\n\n{table}")
        return read_tree(str(folder), lambda: folder)

    [change] = compare(pages("old", old), pages("new", new)).changes
    assert (change.kind, change.level) == (kind, level), change.message


def test_what_was_deprecated_is_gone_as_announced() -> None:
    gone = [number for number, pair in enumerate(PAIRS) if "after it was deprecated" in pair.name]
    assert len(gone) == 3
    for number in gone:
        [change] = [c for c in changes_of(number) if c.level is Level.WARNING]
        assert "which was deprecated, is gone" in change.message


def test_the_pairs_have_names_of_their_own() -> None:
    names = [pair.name for pair in PAIRS]
    assert len(names) == len({*names})
