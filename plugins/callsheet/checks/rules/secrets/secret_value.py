"""A header field or property that holds a secret has a value that looks real."""

from __future__ import annotations

from collections.abc import Iterator

from callsheet.checks.model.page import CheckedPage
from callsheet.checks.rule import Example, Hit, PageRule
from callsheet.checks.rules.secrets import secret_hits
from callsheet.checks.rules.secrets.secrets import named_secrets
from callsheet.findings import Severity


def _check(page: CheckedPage) -> Iterator[Hit]:
    yield from secret_hits.hits(page, named_secrets)


RULE = PageRule(
    code="CS704",
    name="secret-value",
    severity=Severity.ERROR,
    summary="A header field or property that holds a secret has a value that looks real.",
    cause=(
        "Values of `Authorization`, `X-XSRF-TOKEN`, `password`, `client_secret` and the like "
        "that are long and mixed look like those of a real account. What is published once "
        "must be taken for known. Placeholders such as `<token>`, `xxxx` and `{{token}}` are "
        "left alone."
    ),
    hint="Withdraw it where it was issued, and write a placeholder such as `<token>` in its place.",
    examples=(
        Example(
            "Authorization: Basic cmVhZGVyOmNhbGxzaGVldA==",
            "Authorization: Ticket 7T:MABmADYAZQA4ADkAZgA3ADQAOQBhADcA",
        ),
    ),
    check=_check,
)
