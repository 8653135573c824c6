"""Basic credentials have a password that looks real."""

from __future__ import annotations

from collections.abc import Iterator

from callsheet.checks.model.page import CheckedPage
from callsheet.checks.rule import Example, Hit, PageRule
from callsheet.checks.rules.secrets import secret_hits
from callsheet.checks.rules.secrets.secrets import basic_credentials
from callsheet.findings import Severity


def _check(page: CheckedPage) -> Iterator[Hit]:
    yield from secret_hits.hits(page, basic_credentials)


RULE = PageRule(
    code="CS705",
    name="secret-basic-credentials",
    severity=Severity.ERROR,
    summary="Basic credentials have a password that looks real.",
    cause=(
        "The scheme `Basic` hides nothing: it is base64 (RFC 7617). What is published once "
        "must be taken for known. Placeholders such as `<token>`, `xxxx` and `{{token}}` are "
        "left alone."
    ),
    hint="Change the password, and write dummy credentials such as those of `user:password`.",
    examples=(
        Example(
            "Authorization: Basic cmVhZGVyOmNhbGxzaGVldA==",
            "Authorization: Basic YWRtaW46UzNjcmV0ITIwMjQ=",
        ),
    ),
    check=_check,
)
