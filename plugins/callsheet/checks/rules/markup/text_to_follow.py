"""Placeholders for text that was never written."""

from __future__ import annotations

import re
from collections.abc import Iterator

from callsheet.checks.model.code_spans import find_in_text
from callsheet.checks.model.page import CheckedPage
from callsheet.checks.rule import Diagnostic, Example, PageRule
from callsheet.findings import Severity
from callsheet.source.document import BlockKind

_GAP = r"[ \t]+"
_THING = r"(?:descriptions?|documentation|summary|text|comments?|details)"
_START = r"(?:(?<=\|)|^)[ \t]*"
_END = r"[ \t]*(?=[.|]|$)"
_STAND_IN = re.compile(
    "|".join(
        (
            # A list of things to do is none.
            r"(?<![\w/{.-])(?:TODO|FIXME|TBD|TBA|TBC)(?![\w/}-])"
            r"(?![ \t]+(?i:lists?|items?|tasks?|activit))",
            r"\bXXX(?=:)",
            r"(?i:\btodo:)",
            rf"(?i:\blorem{_GAP}ipsum\b(?:{_GAP}dolor{_GAP}sit{_GAP}amet)?)",
            rf"(?i:\bmissing{_GAP}xml{_GAP}comment\b(?:{_GAP}for{_GAP}publicly[^|\n.]*)?)",
            rf"(?i:{_START}\[?missing{_GAP}{_THING}\]?{_END})",
            rf"(?i:\b(?:insert|add|enter|write){_GAP}(?:an?{_GAP}|the{_GAP}|your{_GAP})?"
            rf"{_THING}{_GAP}here\b)",
            rf"(?i:\b{_THING}{_GAP}(?:goes{_GAP}here|to{_GAP}(?:follow|come)){_END})",
            rf"(?i:{_START}{_THING}{_GAP}pending{_END})",
            rf"(?i:{_START}to{_GAP}be{_GAP}"
            rf"(?:documented|written|determined|defined|announced|done){_END})",
            rf"(?i:\bno{_GAP}{_THING}{_GAP}(?:available|provided|given|yet)\b{_END})",
            rf"(?i:{_START}no{_GAP}{_THING}{_END})",
            r"\[object Object\]",
            rf"(?i:\bplaceholder{_GAP}text\b)",
            r"(?<=\|)[ \t]*(?:null|undefined|NaN)\.?[ \t]*(?=\|[ \t]*$)",
        )
    )
)
_THINGS = ("desc", "doc", "summ", "text", "comm", "det")
_SIGNS = (
    "todo", "fixme", "tbd", "tba", "tbc", "xxx:", "lorem", "missing ", " here", " pending",
    "to follow", "to come", "placeholder text", "[object", "null |", "undefined |", "nan |",
    "to be writ", "to be d", "to be ann",
    *(f"no {thing}" for thing in _THINGS),
)  # fmt: skip
_VALUES = "Enum:"
_NOTHING = {"null", "undefined", "nan"}


def _placeholder_texts(page: CheckedPage) -> Iterator[Diagnostic]:
    number, values = 0, -1
    for place, match in find_in_text(page, _STAND_IN, _SIGNS):
        if place.line != number:
            number, values = place.line, page.line(place.line).find(_VALUES)
        # A value of an enumeration may have such a name.
        if 0 <= values <= place.column - len(_VALUES):
            continue
        text = match.group().strip()
        place = page.find(place.line, text, place.column)
        yield Diagnostic(place, f"`{text}` stands for a text to come.")
    for block in page.document.blocks:
        if block.kind is BlockKind.PARAGRAPH and block.text.strip(" .*_").lower() in _NOTHING:
            text = block.text.strip()
            yield Diagnostic(
                page.whole_line(block.span.start), f"`{text}` stands for a text to come."
            )


RULE = PageRule(
    code="CS514",
    name="text-to-follow",
    severity=Severity.WARNING,
    summary="The text has a note to the author, or filler, in place of a text.",
    cause="`TODO`, `Lorem ipsum` and what a generator writes for a missing comment tell nothing.",
    hint="Write the text, or take the filler out.",
    examples=(
        Example("A picture of it, in base64.", "TODO: describe."),
        Example("A picture of it, in base64.", "Lorem ipsum dolor sit amet."),
        Example("Changes what is known", "Missing XML comment.\n\nChanges what is known"),
    ),
    check=_placeholder_texts,
)
