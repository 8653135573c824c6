"""A page's `defines` that defines no type."""

from __future__ import annotations

import re
from collections.abc import Iterator

from callsheet.checks.model.examples import code
from callsheet.checks.model.page import CheckedPage
from callsheet.checks.rule import Diagnostic, Example, PageRule
from callsheet.findings import Severity
from callsheet.schema.words.type_words import schema_of_words

_NAME = re.compile(r"[A-Za-z_][\w-]*(?:\.[\w-]+)*")


def _unusable_type_definitions(page: CheckedPage) -> Iterator[Diagnostic]:
    name = page.document.front_matter.get("defines")
    if name is None:
        return
    text = str(name).strip()
    place = page.find(page.document.line_of_key("defines"), text)
    if text and schema_of_words(text).ref != text:
        yield Diagnostic(
            place, f"{code(text)} is a type of the page format, and means that everywhere."
        )
    elif not _NAME.fullmatch(text):
        hint = "Write one word of letters, digits, `_`, `-` and `.`."
        yield Diagnostic(place, f"{code(text)} can be no type's name.", hint)
    elif page.reading.page.defines is None:
        hint = "Give it a table with the columns `Property Name`, `Type` and `Description`."
        yield Diagnostic(
            place, f"The page defines {code(text)}, and has no table of its properties.", hint
        )


_FRONT = "---\ntitle: Person\ndefines: {}\n---\n\n# Person\n\n"
_TABLE = (
    "| Property Name | Type | Description |\n| --- | --- | --- |\n| Name | string | The name. |\n"
)

RULE = PageRule(
    code="CS229",
    name="type-definition",
    severity=Severity.ERROR,
    summary="The front matter says that the page defines a type, and it cannot.",
    cause=(
        "`defines` names a type of the API, whose properties the table of the page lists. A name "
        "that the page format has itself, or that is no name, is found by no other page; and "
        "without a table nothing is defined."
    ),
    hint="Name a type of your own.",
    examples=(
        Example(files={"person.md": _FRONT.format("string") + _TABLE}, also=("rare-spelling",)),
        Example(files={"person.md": _FRONT.format("Per son") + _TABLE}, also=("rare-spelling",)),
        Example(files={"person.md": _FRONT.format("Person")}, also=("rare-spelling",)),
    ),
    check=_unusable_type_definitions,
)
