"""A link without an address, or with a label that the page does not define."""

from __future__ import annotations

import re
from collections.abc import Iterator

from callsheet.checks.model.page import CheckedPage, Place
from callsheet.checks.rule import Diagnostic, Example, PageRule
from callsheet.findings import Severity
from callsheet.source.masking import mask_blocks, mask_spans

_EMPTY = re.compile(r"(?<!\\)\[[^\[\]\n]{1,500}\](?P<wrong>\([ \t]*+(?:<>|#)?[ \t]*+\))")
# After a word it is an index, as in `rows[0][1]`.
_REFERENCE = re.compile(
    r"(?<![\w\])\\])\[(?P<text>(?=[^\[\]\nA-Za-z]*+[A-Za-z])[^\[\]\n]*+)\]"
    r"(?P<wrong>\[(?P<label>[^\[\]\n]{0,200})\])(?![\[(:])"
)
_DEFINITION = re.compile(r"^[ \t>]*\[([^\[\]\n]+)\]:", re.MULTILINE)


def _undefined_references(page: CheckedPage) -> Iterator[Diagnostic]:
    lines = page.document.lines
    if "](" not in page.text and "][" not in page.text:
        return
    text = mask_spans(mask_blocks(page.document))
    defined = {_label(label) for label in _DEFINITION.findall(text)}
    for number, line in enumerate(text.split("\n"), 1):
        for match in _EMPTY.finditer(line):
            place = Place(page.path, number, match.start() + 1, number, match.end() + 1)
            yield Diagnostic(
                place, f"The link `{_as_written(lines[number - 1], match)}` has no address."
            )
        for match in _REFERENCE.finditer(line):
            label = match["label"] or match["text"]
            if _label(label) not in defined:
                place = Place(page.path, number, match.start() + 1, number, match.end() + 1)
                yield Diagnostic(place, f"The page does not define the link `[{label}]`.")


def _as_written(line: str, match: re.Match[str]) -> str:
    return line[match.start() : match.end()]


def _label(text: str) -> str:
    return " ".join(text.split()).casefold()


RULE = PageRule(
    code="CS026",
    name="undefined-reference",
    severity=Severity.WARNING,
    summary="A link has no address, or a label that the page does not define.",
    cause=(
        "`[text]()` leads to the page itself, and readers see `[text][label]` as it stands where "
        "no line `[label]: address` is on the page."
    ),
    hint="Write the address, or the line that defines the label.",
    examples=(
        Example("what is known of a parcel", "what is known of a [parcel]()"),
        Example("what is known of a parcel", "what is known of a [parcel][parcels]"),
    ),
    check=_undefined_references,
)
