"""Rules run where their subject is, and only there."""

from __future__ import annotations

import sys
from pathlib import Path
from random import Random
from types import FrameType
from typing import Any

import pytest

from callsheet.catalog import Catalog
from callsheet.checks.engine.registry import all_rules
from callsheet.checks.engine.runner import check
from callsheet.checks.engine.selection import Selection
from callsheet.checks.model.page import CheckedPage, OperationPage
from callsheet.checks.model.page_subjects import SubjectsOfPage
from callsheet.checks.model.subjects import Subject
from callsheet.checks.model.tree import Tree, subjects_of_tree
from callsheet.checks.rule import Diagnostic, OperationRule, PageRule
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
OF_BARE = {Subject.PAGE, Subject.UNUSUAL_FORM, Subject.NO_CONTENT, Subject.STATUS_TEXTS}
BODIES = {
    Subject.BODIES,
    Subject.REQUEST_BODIES,
    Subject.REQUIREMENTS,
    Subject.PATHS_AND_BODIES,
}
LISTS = {Subject.LISTS, Subject.OTHER_BLOCKS}
QUERIES = {Subject.PARAMETERS, Subject.QUERIES}
TEMPLATED = {Subject.PARAMETERS, Subject.PATHS, Subject.UNUSUAL_ROUTE, Subject.OTHER_ROUTES}
BODY = "DELETE /api/v1/Tag\nContent-Type: text/plain\n\nold\n```\n\n## Sample response"


@pytest.mark.parametrize(
    ("old", "new", "subjects"),
    [
        ("", "", set()),
        ("Removes it.", "Removes [it](#tag).", {Subject.LINKS}),
        ("Removes it.", "Removes [it][tag].", {Subject.LINKS}),
        (
            "DELETE /api/v1/Tag\n```\n\n## Sample response",
            BODY,
            {Subject.BODIES, Subject.SENT_BODIES},
        ),
        ("## Response:", "## Request Body: Tag\n\nA tag.\n\n## Response:", BODIES),
        ("204 No Content\n", "200 OK\n\n{}\n", {Subject.UNLABELLED_BODIES, Subject.OTHER_STATUSES}),
        ("http!\nDELETE /api/v1/Tag", "http!\nDELETE /api/v1/Tag?", {Subject.QUERIES}),
        (
            "## Response:",
            "## Query String Parameters\n\n| Parameter Name | Type | Description |\n"
            "| --- | --- | --- |\n| old | bool | Whether. |\n\n## Response:",
            QUERIES,
        ),
        (
            "## Response:",
            "## Query String Parameters\n\n| Parameter Name | Type | Description |\n"
            "| --- | --- | --- |\n| old | Enum: Yes, No | Whether. |\n\n## Response:",
            QUERIES | {Subject.VALUES, Subject.TYPE_WORDS},
        ),
        ("/api/v1/Tag", "/api/v1/Tag/{tagId}", TEMPLATED),
        ("DELETE", "DEL", {Subject.OTHER_FENCES, Subject.UNUSUAL_ROUTE, Subject.OTHER_ROUTES}),
        ("Removes it.", "Removes\u200b it.", {Subject.UNPRINTABLE}),
        ("Removes it.", "- Removes it.", LISTS),
        ("Removes it.", "Removes it.\n- At once.", {*LISTS, Subject.BELOW_PARAGRAPHS}),
        (
            "Removes it.",
            "Removes it.\n\n    at once",
            {Subject.INDENTED_CODE, Subject.OTHER_BLOCKS},
        ),
        ("Removes it.", "Removes it.\n---", {Subject.OTHER_HEADINGS}),
        ("## Sample", " ## Sample", {Subject.OTHER_HEADINGS}),
        ("Removes it.", "##Removes it.", {Subject.PARAGRAPH_MARKS}),
        ("Removes it.", "> Removes it.", {Subject.OTHER_BLOCKS}),
        ("Removes it.", "", {Subject.UNDESCRIBED}),
        ("/Tag", "/RemoveTag", {Subject.VERBS_IN_PATHS, Subject.OTHER_ROUTES}),
        ("It is gone.", "It is `gone.", {Subject.OPEN_CODE}),
        ("It is gone.", "N/A", {Subject.STAND_INS}),
        ("| 204 | It is gone. |", "| 204 | Gone. |\n| 201 | New. |", {Subject.CREATED}),
        ("204 No Content", "404 Not Found", {Subject.ERROR_EXAMPLES, Subject.OTHER_STATUSES}),
        (
            "## Response:",
            "## Request Headers\n\n| Parameter Name | Description |\n| --- | --- |\n"
            "| Authorization | Who it is. |\n\n## Response:",
            {Subject.CREDENTIALS},
        ),
        (
            "## Response:",
            "## Query String Parameters\n\n| Parameter Name | Type | Description |\n"
            "| --- | --- | --- |\n| oldOnes | bool | Whether. |\n| new_ones | bool | Which. |\n\n"
            "## Response:",
            QUERIES | {Subject.MIXED_CASES},
        ),
        (
            "## Response:",
            "## Query String Parameters\n\n| Parameter Name | Type | Description |\n"
            "| --- | --- | --- |\n| old | bool | Whether. |\n| new | bool | whether. |\n\n"
            "## Response:",
            QUERIES | {Subject.REPEATED_DESCRIPTIONS},
        ),
    ],
)
def test_a_page_has_the_subjects_that_it_is_about(
    old: str, new: str, subjects: set[Subject]
) -> None:
    page = CheckedPage.read(BARE.replace(old, new, 1).encode(), "Tag/v1Tag_Remove.md")
    found = SubjectsOfPage(page)
    assert {subject for subject in Subject if subject in found} == OF_BARE | subjects


def test_a_tree_has_the_subjects_that_its_pages_are_about(tmp_path: Path) -> None:
    (tmp_path / "v1Tag_Remove.md").write_text(BARE, encoding="utf-8")
    assert subjects_of_tree(Tree(Catalog.read(tmp_path))) == {Subject.PAGE}
    (tmp_path / "start.md").write_text('# Start\n\n<a href="a.md">A</a>\n', encoding="utf-8")
    assert subjects_of_tree(Tree(Catalog.read(tmp_path))) == {Subject.PAGE, Subject.LINKS}
    (tmp_path / "start.md").unlink()
    write(tmp_path)
    found = subjects_of_tree(Tree(Catalog.read(tmp_path)))
    assert found == {Subject.PAGE, Subject.LINKS, Subject.OPERATIONS}
    (tmp_path / "routes.md").write_text("# Start\n\n- `GET /crates`\n", encoding="utf-8")
    assert subjects_of_tree(Tree(Catalog.read(tmp_path))) == found | {Subject.SHOWN_ROUTES}
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
    all_rules()  # The modules of rules are imported here, which is not a run.
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
    unused = {"bodies/errors.py", "bodies/missing.py", "bodies/properties.py", "bodies/shapes.py",
              "consistency/groups.py", "consistency/majority.py", "consistency/properties.py",
              "consistency/types.py", "files/addresses.py", "files/links.py", "files/tree.py",
              "headers/credentials.py", "markup/blocks.py", "markup/left_overs.py",
              "markup/slips.py", "markup/text.py", "optional.py", "parameters/queries.py",
              "parameters/values.py", "promises.py", "routes/templates.py", "secrets.py",
              "sections/unread.py", "suppressions.py", "tables/stand_ins.py",
              "tables/values.py"}  # fmt: skip
    assert ran & unused == set()


PLAIN = """\
---
title: Get the load
uid: v1Load_Get
---

# Get the load

```http
GET /api/v1/Load
```

Returns how full the depot is.

## Request Headers

| Parameter Name | Description |
| --- | --- |
| Accept | What you would like: `application/json` |

## Response: object

| Response | Description |
| --- | --- |
| 200 | OK |

### Response body: Load

| Property Name | Type | Description |
| --- | --- | --- |
| Label | string | What it is called. |
| Share | int32 | How full it is, in percent. |

## Sample request

```http!
GET /api/v1/Load
Accept: application/json
```

## Sample response

```http_
HTTP/1.1 200 OK
Content-Type: application/json; charset=utf-8

{
  "Label": "Glasses",
  "Share": 12
}
```
"""
"""A page without anything unusual, so that hardly a rule runs."""


def mutated(text: str, random: Random) -> str:
    """Return a text with a line or two broken as authors break them, and worse."""
    lines = text.split("\n")
    for _ in range(random.choice((1, 1, 2, 3))):
        at, other = random.randrange(len(lines)), random.randrange(len(lines))
        line, column = lines[at], random.randrange(len(lines[at]) + 1)
        lines[at] = random.choice(
            (
                lines[other],
                line[:column],
                line[:column] + random.choice('e|`*#: {}[]"/.1-_<\\$&') + line[column:],
                line[:column] + line[column + 1 :],
                line.swapcase(),
                f"{line}\n{lines[other]}",
                f"{line}\n\n",
            )
        )
    return "\n".join(lines)


@pytest.mark.parametrize("text", [PLAIN, specimen()], ids=["plain", "specimen"])
def test_no_rule_reports_where_its_subject_is_missing(text: str) -> None:
    random = Random(16)  # noqa: S311 - mutants are not secret
    rules = [rule for rule in all_rules().values() if isinstance(rule, OperationRule | PageRule)]
    reported = set()
    for _ in range(300):
        page = CheckedPage.read(mutated(text, random).encode(), "v1Load_Get.md")
        subjects = SubjectsOfPage(page)
        for rule in rules:
            found: list[Diagnostic] = []
            if isinstance(rule, PageRule):
                found += rule.check(page)
            if isinstance(rule, OperationRule) and isinstance(page, OperationPage):
                found += rule.check(page)
            assert not found or rule.subject in subjects, (rule.code, page.text)
            reported |= {rule.code} if found else set()
    assert len(reported) > 30


def test_a_plain_page_has_hardly_a_subject() -> None:
    subjects = SubjectsOfPage(CheckedPage.read(PLAIN.encode(), "v1Load_Get.md"))
    assert {each for each in Subject if each in subjects} == {Subject.PAGE, Subject.BODIES}
