"""Names of types that a generator left in the text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from callsheet.checks.model.code_spans import find_in_text
from callsheet.checks.model.page import CheckedPage
from callsheet.checks.rule import Diagnostic, Example, PageRule
from callsheet.findings import Severity

_NAME = r"[A-Za-z_]\w*"
_TYPE = re.compile(
    rf"\{{(?:[A-Z]:)?{_NAME}(?:\.{_NAME})+(?:`\d+)?(?:\([^(){{}}\n]*\))?\}}"
    rf"|\bSystem\.(?:Collections(?:\.{_NAME})*|{_NAME}(?:\.{_NAME})*(?=`\d))(?:`\d+)?(?:\[[^\n|]*\])?"
    r"|\bSystem\.(?:String|Int16|Int32|Int64|Boolean|DateTime|Decimal|Double|Object|Guid|Byte)\b(?:\[\])?"
    r"|\b[A-Z]\w*`\d+(?:\[[^\n|]*\]+)?"
)

_SIGNS = ("{", "system.", "`1", "`2", "`3")


def _leftover_types(page: CheckedPage) -> Iterator[Diagnostic]:
    for place, match in find_in_text(page, _TYPE, _SIGNS):
        yield Diagnostic(place, f"`{match.group()}` is a name out of the program.")


RULE = PageRule(
    code="CS512",
    name="type-left-over",
    severity=Severity.WARNING,
    summary="The text has the full name of a type, as a generator leaves it over.",
    cause=(
        "Comments in code refer to types, and a generator that cannot resolve such a reference "
        "writes the name as it is, such as `{Depot.Services.ParcelEntity}`. Callers do not know "
        "that type."
    ),
    hint="Write what readers know it by, as a rule the name of an operation or a property.",
    examples=(
        Example("A picture of it, in base64.", "See {Depot.Services.ParcelEntity.Photo}."),
        Example("A picture of it, in base64.", "A System.Collections.Generic.List`1[Photo] of it."),
    ),
    superseded_on_line_by=("template-mark",),
    check=_leftover_types,
)
