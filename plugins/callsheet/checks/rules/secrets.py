"""Credentials on pages (CS7xx)."""

from collections.abc import Callable, Iterator

from callsheet.checks.model.page import CheckedPage, Place
from callsheet.checks.parsing.secrets import (
    ADDRESS_SIGNS,
    CREDENTIALS_SIGNS,
    KEY_SIGN,
    NAMED_SIGNS,
    TOKEN_SIGNS,
    FoundSecret,
    basic_credentials,
    known_tokens,
    named_secrets,
    passwords_in_addresses,
    private_keys,
)
from callsheet.checks.rule import Diagnostic, Example, PageRule
from callsheet.findings import Severity


def _secrets_found_by(
    find: Callable[[str], Iterator[FoundSecret]],
) -> Callable[[CheckedPage], Iterator[Diagnostic]]:
    """Return a check that reports the credentials that a function finds, never in whole."""

    def report_secrets(page: CheckedPage) -> Iterator[Diagnostic]:
        found: dict[str, list[FoundSecret]] = {}
        for secret in find(page.text):
            found.setdefault(secret.text, []).append(secret)
        for first, *others in found.values():
            start = first.start + 1
            place = Place(page.path, first.line, start, first.line, start + len(first.text))
            related = tuple(page.related(other.line, "the same value") for other in others)
            yield Diagnostic(place, f"{first.masked} looks like {first.what}.", related=related)

    return report_secrets


_SECRET_TOKEN = PageRule(
    code="CS701",
    name="secret-token",
    severity=Severity.ERROR,
    summary="A text has the form of a token that some service has issued.",
    cause=(
        "Tokens of GitHub, AWS, Stripe and others, and JSON Web Tokens, are known by their "
        "form. What is published once must be taken for known. Placeholders such as `<token>`, "
        "`xxxx` and `{{token}}` are left alone."
    ),
    hint=(
        "Withdraw it where it was issued, and write a placeholder such as `<token>` in its place."
    ),
    examples=(
        Example(
            "Authorization: Basic cmVhZGVyOmNhbGxzaGVldA==",
            "Authorization: Bearer ghp_16C7e42F292c6912E7710c838347Ae178B4a",
        ),
    ),
    signs=TOKEN_SIGNS,
    check=_secrets_found_by(known_tokens),
)


_SECRET_PRIVATE_KEY = PageRule(
    code="CS702",
    name="secret-private-key",
    severity=Severity.ERROR,
    summary="A page has a private key.",
    cause="A private key that is published once must be taken for known.",
    hint="Withdraw it, and leave its lines out.",
    examples=(
        Example(
            "Changes what is known of a parcel, and gives",
            "-----BEGIN PRIVATE KEY-----\nMIIEvQIBADANBgkqhkiG9w0BAQEFAASC\n\nand gives",
        ),
    ),
    signs=(KEY_SIGN,),
    check=_secrets_found_by(private_keys),
)


_SECRET_IN_ADDRESS = PageRule(
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
    signs=ADDRESS_SIGNS,
    check=_secrets_found_by(passwords_in_addresses),
)


_SECRET_VALUE = PageRule(
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
    hint=(
        "Withdraw it where it was issued, and write a placeholder such as `<token>` in its place."
    ),
    examples=(
        Example(
            "Authorization: Basic cmVhZGVyOmNhbGxzaGVldA==",
            "Authorization: Ticket 7T:MABmADYAZQA4ADkAZgA3ADQAOQBhADcA",
        ),
    ),
    signs=NAMED_SIGNS,
    applies_to_imports=False,
    check=_secrets_found_by(named_secrets),
)


_SECRET_BASIC_CREDENTIALS = PageRule(
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
    signs=CREDENTIALS_SIGNS,
    check=_secrets_found_by(basic_credentials),
)
