"""A page has a private key."""

from __future__ import annotations

from collections.abc import Iterator

from callsheet.checks.model.page import CheckedPage
from callsheet.checks.rule import Example, Hit, PageRule
from callsheet.checks.rules.secrets import secret_hits
from callsheet.checks.rules.secrets.secrets import private_keys
from callsheet.findings import Severity


def _check(page: CheckedPage) -> Iterator[Hit]:
    yield from secret_hits.hits(page, private_keys)


RULE = PageRule(
    code="CS702",
    name="secret-private-key",
    severity=Severity.ERROR,
    summary="A page has a private key.",
    cause=("A private key that is published once must be taken for known."),
    hint="Withdraw it, and leave its lines out.",
    examples=(
        Example(
            "Changes what is known of a parcel, and gives",
            "-----BEGIN PRIVATE KEY-----\nMIIEvQIBADANBgkqhkiG9w0BAQEFAASC\n\nand gives",
        ),
    ),
    check=_check,
)
