"""A link to a heading of the same page that is not there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import unquote

from callsheet.checks.model.page import CheckedPage, Place
from callsheet.checks.parsing.spelling import likely_meant
from callsheet.checks.rule import Diagnostic, Example, PageRule
from callsheet.checks.rules.files.anchors import anchors_of, is_known
from callsheet.findings import Severity
from callsheet.source.masking import mask_blocks, mask_spans

_OWN = re.compile(r"\]\([ \t]*<?#(?P<anchor>[^\s()<>]+)>?(?=[\s)])")


def _missing_anchors(page: CheckedPage) -> Iterator[Diagnostic]:
    if "(#" not in page.text and "(<#" not in page.text:
        return
    anchors = anchors_of(page)
    if anchors is None:
        return
    for number, line in enumerate(mask_spans(mask_blocks(page.document)).split("\n"), 1):
        for match in _OWN.finditer(line):
            anchor = unquote(match["anchor"])
            if not is_known(anchor, anchors):
                start = match.start("anchor")
                place = Place(page.path, number, start, number, match.end("anchor") + 1)
                meant = likely_meant(anchor, anchors)
                hint = f"Did you mean `#{meant}`?" if meant else ""
                yield Diagnostic(place, f"The page has no heading for `#{anchor}`.", hint)


RULE = PageRule(
    code="CS023",
    name="missing-anchor",
    severity=Severity.ERROR,
    summary="A link leads to a heading of the page that is not there.",
    cause=(
        "The id of a heading is made of its text, in small letters and with hyphens for spaces. "
        "The heading was renamed, or the link has a slip: it leads to the top of the page."
    ),
    hint="Write the id of a heading of this page.",
    examples=(
        Example("what is known of a parcel", "what is known of a [parcel](#request-bodies)"),
    ),
    check=_missing_anchors,
)
