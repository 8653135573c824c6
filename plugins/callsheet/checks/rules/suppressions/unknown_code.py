"""A comment suppresses a code that no rule has."""

from __future__ import annotations

from callsheet.checks.rule import Diagnostic, Example, ReadingRule
from callsheet.checks.rules.suppressions.comments import Suppression
from callsheet.findings import Severity

RULE = ReadingRule(
    code="CS902",
    name="unknown-code",
    severity=Severity.WARNING,
    summary="A comment suppresses a code that no rule has.",
    cause=(
        "A comment names the codes of rules, separated by commas, and gives its reason behind ` -- "
        "`. With a slip in the code it suppresses nothing."
    ),
    hint="Write the code as the finding shows it, such as `CS003`.",
    examples=(
        Example(
            "## Request Headers\n",
            "<!-- callsheet: ignore 10 -->\n\n## Request Headers\n",
        ),
    ),
)


def diagnose(suppression: Suppression) -> Diagnostic:
    """Report such a comment."""
    if not suppression.code:
        return Diagnostic(suppression.place, "The comment names no code.")
    return Diagnostic(suppression.place, f"There is no rule `{suppression.code}`.")
