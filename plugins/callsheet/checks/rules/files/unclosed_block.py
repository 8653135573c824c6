"""CS005: a fence or an HTML block is never closed."""

from __future__ import annotations

from callsheet.checks.rule import Example, ReadingRule
from callsheet.source.faults import Fault

RULE = ReadingRule.of(
    Fault.UNCLOSED,
    "unclosed-block",
    summary="A fence or an HTML block is never closed.",
    cause=("All that follows on the page belongs to it then, be it tables, headings or examples."),
    examples=(Example("```http_\n", "````http_\n"),),
)
