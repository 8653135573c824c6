"""Rules run where their subject is, and only there."""

from __future__ import annotations

import sys
from pathlib import Path
from types import FrameType
from typing import Any

import pytest

from callsheet.catalog import Catalog
from callsheet.checks.engine.registry import all_rules
from callsheet.checks.engine.runner import check
from callsheet.checks.engine.selection import Selection
from callsheet.checks.model.page import CheckedPage
from callsheet.checks.model.subjects import Subject, subjects_of_page, subjects_of_tree
from callsheet.checks.model.tree import Tree
from callsheet.checks.rules.specimen import PATH, specimen
from tests.checks.trees import write

BARE = """\
---
title: Remove a tag
uid: v1Tag_Remove
---

# Remove a tag

```http
DELETE /api/v1/Tag
```

Removes it.

## Response:

| Response | Description |
| --- | --- |
| 204 | It is gone. |

## Sample request

```http!
DELETE /api/v1/Tag
```

## Sample response

```http_
HTTP/1.1 204 No Content
```
"""
BODIES = {Subject.BODIES, Subject.REQUEST_BODIES}
BODY = "DELETE /api/v1/Tag\nContent-Type: text/plain\n\nold\n```\n\n## Sample response"


@pytest.mark.parametrize(
    ("old", "new", "subjects"),
    [
        ("", "", set()),
        ("Removes it.", "Removes [it](#tag).", {Subject.LINKS}),
        ("Removes it.", "Removes [it][tag].", {Subject.LINKS}),
        ("DELETE /api/v1/Tag\n```\n\n## Sample response", BODY, {Subject.BODIES}),
        ("## Response:", "## Request Body: Tag\n\nA tag.\n\n## Response:", BODIES),
        ("204 No Content\n", "200 OK\n\n{}\n", set()),
        ("http!\nDELETE /api/v1/Tag", "http!\nDELETE /api/v1/Tag?", {Subject.QUERIES}),
        (
            "## Response:",
            "## Query String Parameters\n\n| Parameter Name | Type | Description |\n"
            "| --- | --- | --- |\n| old | bool | Whether. |\n\n## Response:",
            {Subject.QUERIES},
        ),
        (
            "## Response:",
            "## Query String Parameters\n\n| Parameter Name | Type | Description |\n"
            "| --- | --- | --- |\n| old | Enum: Yes, No | Whether. |\n\n## Response:",
            {Subject.QUERIES, Subject.VALUES},
        ),
        ("/api/v1/Tag", "/api/v1/Tag/{tagId}", {Subject.PATHS, Subject.UNUSUAL_ROUTE}),
        ("DELETE", "DEL", {Subject.UNUSUAL_ROUTE}),
        ("Removes it.", "Removes\u200b it.", {Subject.UNPRINTABLE}),
        ("Removes it.", "- Removes it.", {Subject.LISTS}),
        ("Removes it.", "Removes it.\n- At once.", {Subject.LISTS, Subject.BELOW_PARAGRAPHS}),
        ("Removes it.", "Removes it.\n\n    at once", {Subject.INDENTED_CODE}),
        ("Removes it.", "Removes it.\n---", {Subject.OTHER_HEADINGS}),
        ("## Sample", " ## Sample", {Subject.OTHER_HEADINGS}),
        ("Removes it.", "##Removes it.", {Subject.PARAGRAPH_MARKS}),
    ],
)
def test_a_page_has_the_subjects_that_it_is_about(
    old: str, new: str, subjects: set[Subject]
) -> None:
    page = CheckedPage.read(BARE.replace(old, new, 1).encode(), "Tag/v1Tag_Remove.md")
    assert subjects_of_page(page) == {Subject.PAGE, *subjects}


def test_a_tree_has_the_subjects_that_its_pages_are_about(tmp_path: Path) -> None:
    (tmp_path / "v1Tag_Remove.md").write_text(BARE, encoding="utf-8")
    assert subjects_of_tree(Tree(Catalog.read(tmp_path))) == {Subject.PAGE}
    write(tmp_path)
    found = subjects_of_tree(Tree(Catalog.read(tmp_path)))
    assert found == {Subject.PAGE, Subject.BODIES, Subject.LINKS, Subject.OPERATIONS}
    (tmp_path / "toc.yml").write_text("[]\n", encoding="utf-8")
    page = tmp_path / PATH
    text = specimen().replace("---\n", "---\nsecurity: [basic]\n", 1)
    text = text.replace("| Label | string | What is written on it. |", "| Label | Tag | |")
    page.write_text(text, encoding="utf-8")
    found = subjects_of_tree(Tree(Catalog.read(tmp_path)))
    more = {Subject.SECURITY, Subject.NAMED_TYPES, Subject.UNDESCRIBED_PROPERTIES}
    assert more | {Subject.NAVIGATION} <= found


def test_rules_without_their_subject_do_not_run(tmp_path: Path) -> None:
    (tmp_path / "v1Tag_Remove.md").write_text(BARE, encoding="utf-8")
    all_rules()  # The modules of rules are imported here, which is no run.
    ran: set[str] = set()

    def note(frame: FrameType, event: str, _: Any) -> None:
        if event == "call":
            ran.add(frame.f_code.co_filename.replace("\\", "/").rpartition("/checks/rules/")[2])

    sys.setprofile(note)
    try:
        check(tmp_path, Selection())
    finally:
        sys.setprofile(None)
    assert "sections/headings.py" in ran
    unused = {"bodies/missing.py", "bodies/properties.py", "bodies/shapes.py", "files/links.py",
              "consistency/groups.py", "consistency/majority.py", "parameters/values.py",
              "consistency/properties.py", "consistency/types.py", "headers/credentials.py",
              "markup/blocks.py", "markup/left_overs.py", "markup/text.py", "parameters/queries.py",
              "routes/templates.py", "secrets.py", "suppressions.py",
              "tables/values.py"}  # fmt: skip
    assert ran & unused == set()
