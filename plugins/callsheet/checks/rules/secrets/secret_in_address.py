"""A URL or a connection string has a password."""

from __future__ import annotations

from collections.abc import Iterator

from callsheet.checks.model.page import CheckedPage
from callsheet.checks.rule import Example, Hit, PageRule
from callsheet.checks.rules.secrets import secret_hits
from callsheet.checks.rules.secrets.secrets import passwords_in_addresses
from callsheet.findings import Severity


def _check(page: CheckedPage) -> Iterator[Hit]:
    yield from secret_hits.hits(page, passwords_in_addresses)


RULE = PageRule(
    code="CS703",
    name="secret-in-address",
    severity=Severity.ERROR,
    summary="A URL or a connection string has a password.",
    cause=(
        "Addresses with user and password are copied from configurations. What is published "
        "once must be taken for known. Placeholders such as `<token>`, `xxxx` and `{{token}}` "
        "are left alone."
    ),
    hint="Change the password, and write a placeholder such as `<password>` in its place.",
    examples=(
        Example(
            "Changes what is known of a parcel, and gives",
            "Changes what is in ftp://depot:parcels4u@ftp.depot.test/in and gives",
        ),
    ),
    check=_check,
)
