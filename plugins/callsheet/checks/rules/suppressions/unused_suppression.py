"""A comment suppresses nothing."""

from __future__ import annotations

from callsheet.checks.rule import Diagnostic, Example, ReadingRule
from callsheet.checks.rules.suppressions.comments import Suppression
from callsheet.findings import Severity

RULE = ReadingRule(
    code="CS901",
    name="unused-suppression",
    severity=Severity.WARNING,
    summary="A comment suppresses a finding that is not there.",
    cause=(
        "What the comment was written for has been mended, or the comment is not where it has to "
        "be: on the line, on a line of its own above the section, table, fence or paragraph, or as "
        "`ignore-page` anywhere. Left alone, it would hide the next finding of its kind."
    ),
    hint="Remove the code from the comment, or put the comment where the finding is.",
    examples=(
        Example(
            "## Request Headers\n",
            "<!-- callsheet: ignore CS010 -- mended long ago -->\n\n## Request Headers\n",
        ),
    ),
)


def diagnose(suppression: Suppression) -> Diagnostic:
    """Report such a comment."""
    message = f"`{suppression.code}` is suppressed here, and nothing of that code is found."
    return Diagnostic(suppression.place, message, fix=suppression.removal())
