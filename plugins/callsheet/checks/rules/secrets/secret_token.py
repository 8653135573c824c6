"""A text has the form of a token that some service has issued."""

from __future__ import annotations

from collections.abc import Iterator

from callsheet.checks.model.page import CheckedPage
from callsheet.checks.rule import Example, Hit, PageRule
from callsheet.checks.rules.secrets import secret_hits
from callsheet.checks.rules.secrets.secrets import known_tokens
from callsheet.findings import Severity


def _check(page: CheckedPage) -> Iterator[Hit]:
    yield from secret_hits.hits(page, known_tokens)


RULE = PageRule(
    code="CS701",
    name="secret-token",
    severity=Severity.ERROR,
    summary="A text has the form of a token that some service has issued.",
    cause=(
        "Tokens of GitHub, AWS, Stripe and others, and JSON Web Tokens, are known by their "
        "form. What is published once must be taken for known. Placeholders such as "
        "`<token>`, `xxxx` and `{{token}}` are left alone."
    ),
    hint="Withdraw it where it was issued, and write a placeholder such as `<token>` in its place.",
    examples=(
        Example(
            "Authorization: Basic cmVhZGVyOmNhbGxzaGVldA==",
            "Authorization: Bearer ghp_16C7e42F292c6912E7710c838347Ae178B4a",
        ),
    ),
    check=_check,
)
