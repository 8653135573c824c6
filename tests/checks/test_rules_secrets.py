"""The rules about credentials: what looks real is found and never shown, placeholders are not."""

from __future__ import annotations

import base64

import pytest

from tests.checks.offences import broken, diagnostics, offences

SECRETS = "CS7"
AUTHORIZATION = "Authorization: Basic cmVhZGVyOmNhbGxzaGVldA=="
LABEL = '"ParcelId": 7,\n'
PROSE = "Changes what is known of a parcel"


def basic(credentials: str) -> str:
    return "Authorization: Basic " + base64.b64encode(credentials.encode()).decode()


# Put together from parts, so that no scanner takes this file for a leak.
GITHUB = "ghp_" + "16C7e42F292c6912E7710c838347Ae178B4a"
AWS = "AKIA" + "Z7QJ2MXK4LWPTN5R"
STRIPE = "sk_" + "live_" + "4eC39HqLyjWDarjtT1zdp7dc"
GOOGLE = "AIza" + "SyD-9tSrke72PouQMnMX-a7eZSW0jkFMBWY"
SLACK = "xox" + "b-912345670912-8123456709123-AbCdEfGhIjKlMnOpQrStUvWx"
GITLAB = "glpat-" + "zX9yW8vU7tS6rQ5pO4nM"
JWT = ".".join(
    base64.urlsafe_b64encode(part.encode()).decode().rstrip("=")
    for part in ('{"alg":"HS256"}', '{"sub":"reader","exp":1}', "0123456789abcdef0123")
)


@pytest.mark.parametrize(
    ("right", "wrong", "code", "secret"),
    [
        (AUTHORIZATION, f"Authorization: Bearer {JWT}", "CS701", JWT),
        (AUTHORIZATION, f"Authorization: Bearer {GITHUB}", "CS701", GITHUB),
        (PROSE, f"Log in with `{AWS}`", "CS701", AWS),
        (LABEL, f'"Key": "{STRIPE}",\n', "CS701", STRIPE),
        (LABEL, f'"Key": "{GOOGLE}",\n', "CS701", GOOGLE),
        (LABEL, f'"Key": "{SLACK}",\n', "CS701", SLACK),
        (LABEL, f'"Key": "{GITLAB}",\n', "CS701", GITLAB),
        (
            PROSE,
            "-----BEGIN EC PRIVATE KEY-----\nMHcCAQEEIB4zT3m8cS1u",
            "CS702",
            "-----BEGIN EC PRIVATE KEY-----",
        ),
        (PROSE, "See postgres://sa:parcels4u@db.test/x", "CS703", "parcels4u"),
        (PROSE, "Server=db;Database=x;User Id=sa;Password=Pa55w0rd!;", "CS703", "Pa55w0rd!"),
        (LABEL, '"password": "Tr0ub4dor&3",\n', "CS704", "Tr0ub4dor&3"),
        (LABEL, '"Passwd": "hunter2",\n', "CS704", "hunter2"),
        (PROSE, "Use the password `Tr0ub4dor&3`", "CS704", "Tr0ub4dor&3"),
        (PROSE, "<Password>Tr0ub4dor&3</Password>", "CS704", "Tr0ub4dor&3"),
        (
            LABEL,
            '"client_secret": "8f2b1c9d7e6a5f4b3c2d1e0f9a8b7c6d",\n',
            "CS704",
            "8f2b1c9d7e6a5f4b3c2d1e0f9a8b7c6d",
        ),
        (
            AUTHORIZATION,
            "Authorization: SoTicket 7T:MABmADYAZQA4ADkAZgA3",
            "CS704",
            "7T:MABmADYAZQA4ADkAZgA3",
        ),
        (
            AUTHORIZATION,
            "X-XSRF-TOKEN: 9f8A7c6D5e4B3a2F1c0D",
            "CS704",
            "9f8A7c6D5e4B3a2F1c0D",
        ),
        (AUTHORIZATION, basic("admin:S3cret!26"), "CS705", basic("admin:S3cret!26")[21:]),
    ],
)
def test_a_secret_is_found_where_it_is_and_is_not_shown(
    right: str, wrong: str, code: str, secret: str
) -> None:
    text = broken((right, wrong))
    assert offences(text, SECRETS) == [(code, secret)]
    [(_, diagnostic)] = diagnostics(text, SECRETS)
    shown = (
        diagnostic.message
        + diagnostic.hint
        + "".join(related.message for related in diagnostic.related)
    )
    assert not any(secret[at : at + 6] in shown for at in range(len(secret) - 5)) or (
        code == "CS702"
    )


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        (AUTHORIZATION, "Authorization: Bearer <token>"),
        (AUTHORIZATION, "Authorization: Bearer {{access_token}}"),
        (AUTHORIZATION, "Authorization: Bearer xxxxxxxxxxxxxxxxxxxx1"),
        (AUTHORIZATION, "Authorization: Bearer YOUR_ACCESS_TOKEN_1"),
        (AUTHORIZATION, basic("user:password")),
        (AUTHORIZATION, basic("tje0:Tje0")),
        (LABEL, '"password": "string",\n'),
        (LABEL, '"password": "********",\n'),
        (LABEL, '"Secret": "voluptas",\n'),
        (LABEL, '"token": "...",\n'),
        (LABEL, '"account_secret_name": "parcels-auth-token-pd21c",\n'),
        (LABEL, '"next": "/Parcel?$skiptoken=9177f2e3532fcd4c4d225f68f7b9bdf7_1",\n'),
        (LABEL, '"nextPageToken": "9177f2e3532fcd4c4d225f68f7b9bdf7",\n'),
        (LABEL, '"continuation_token": "eyJQYWdlIjoyLCJTaXplIjo1MH0q7Tz",\n'),
        (LABEL, '"tokenId": "9148d3b1-d3b1-9148-b1d3-4891b1d34891",\n'),
        (LABEL, '"tokenType": "urn:ietf:params:oauth:token-type:jwt9",\n'),
        (LABEL, '"Domain": "ChangePasswordCustomerCenter",\n'),
        (PROSE, "Log in with `AKIAIOSFODNN7EXAMPLE`"),
        (PROSE, "See postgres://user:password@db.test/x"),
        (PROSE, "The password is at least 8 characters long"),
        (PROSE, "See https://abc:xyz@example.com and http://depot:depot@localhost:8000/in"),
        (PROSE, "Set `PWD: '/home/depot7'`"),
        (PROSE, "-----BEGIN PRIVATE KEY-----\n...\n-----END PRIVATE KEY-----\nChanges"),
    ],
)
def test_placeholders_are_left_alone(right: str, wrong: str) -> None:
    assert offences(broken((right, wrong)), SECRETS) == []


@pytest.mark.parametrize(
    ("name", "value", "is_secret"),
    [
        ("LicenceKey", "dpxZ4eGWngTci5CMjSCv2mzhrOgF", True),
        ("PrimaryKey", "parcel-of-the-northern-depot", False),
        ("RowKey", "6f9619ff-8b86-d011-b42d-00c04fc964ff", False),
        ("Secret", "Winter2026!x", True),
        ("Secret", "voluptatem", False),
    ],
)
def test_what_is_called_a_key_or_secret_is_one_if_it_looks_so(
    name: str, value: str, is_secret: bool
) -> None:
    text = broken(("Changes what is known", f'`"{name}": "{value}"`\n\nChanges what is known'))
    assert offences(text, "CS704") == [("CS704", value)] * is_secret
