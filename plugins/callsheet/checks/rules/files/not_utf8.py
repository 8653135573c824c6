"""CS001: a page has bytes that are no UTF-8."""

from __future__ import annotations

from callsheet.checks.rule import Example, ReadingRule
from callsheet.source.faults import Fault

RULE = ReadingRule.of(
    Fault.UNDECODABLE,
    "not-utf8",
    summary="A page has bytes that are no UTF-8.",
    cause=(
        "The page was saved in another encoding, such as Windows-1252. The bytes "
        "come out as replacement characters on the site, in samples and in the "
        "export."
    ),
    examples=(Example("what is known of a parcel", "what is kn\udcf6wn of a parcel"),),
)
