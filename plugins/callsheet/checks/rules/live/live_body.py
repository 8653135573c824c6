"""CS806: the body of the answer is not what its status and media type say."""

from __future__ import annotations

from callsheet.checks.rule import LiveRule
from callsheet.findings import Severity

RULE = LiveRule(
    code="CS806",
    name="live-body",
    severity=Severity.ERROR,
    summary="The body of the answer of a live server is not what its status and media type say.",
    cause=(
        "A client cannot read it at all. For example, an answer of the media type "
        "`application/json` begins with `<html>`, a file is empty, or something follows a 204."
    ),
    hint="Mend the server, or document the media type that it sends.",
)
