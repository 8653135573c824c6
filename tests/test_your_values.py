"""The reader's own credentials in generated programs, in every language and by every scheme."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest

from callsheet.catalog import Catalog
from callsheet.http.headers import basic
from callsheet.model import Operation
from callsheet.run.recorder import Receive, Scope, Send
from callsheet.samples import LANGUAGES
from callsheet.server.adapters.app import background
from tests.interpreters import command, evaluated
from tests.parcels import catalog_of

SCHEMES = {
    "none": "",
    "basic": "{type: http, scheme: basic}",
    "digest": "{type: http, scheme: digest}",
    "bearer": "{type: http, scheme: bearer}",
    "custom": "{type: http, scheme: SoTicket}",
    "key": "{type: apiKey, in: header, name: X-Key}",
    "query": "{type: apiKey, in: query, name: key}",
    "cookie": "{type: apiKey, in: cookie, name: key}",
}
"""What pages ask for."""

AWKWARD = 'it\'s $a "b" `c` \\d #{e}'
GIVEN = {
    "basic": {"user": "ada", "password": AWKWARD},
    "bearer": {"scheme": "Bearer", "token": "t0k3n.a-b~c+/="},
    "custom": {"scheme": "SoTicket", "token": "7T:abc"},
    "key": {"scheme": "API key", "key": "k3y", "keyName": "X-Key"},
}
"""What readers have."""

FIELDS = {
    "basic": ("authorization", basic("ada", AWKWARD)),
    "bearer": ("authorization", "Bearer t0k3n.a-b~c+/="),
    "custom": ("authorization", "SoTicket 7T:abc"),
    "key": ("x-key", "k3y"),
}
"""What arrives."""

KEPT = {("query", scheme) for scheme in GIVEN} | {("digest", scheme) for scheme in GIVEN}
"""Where some languages cannot take out what a program has, and leave it as it is."""

USUAL = {
    ("none", "bearer"),
    ("basic", "basic"),
    ("basic", "key"),
    ("bearer", "custom"),
    ("key", "key"),
}
"""What is tried each time."""

RUN = {"python": ".py", "curl": ".sh", "javascript": ".mjs", "typescript": ".mts", "php": ".php"}


def operation(
    kind: str, server: str, method: str = "POST", more: str = "", scheme: str = "login"
) -> Operation:
    """An operation that asks for credentials of a kind."""
    security = f"security:\n- {scheme}: {SCHEMES[kind]}\n"
    text = f"""---
title: Thing
uid: thing
servers: [{{url: '{server}'}}]
{security if SCHEMES[kind] else ""}---

# Thing

```http
{method} /thing/{{id}}
```

| Path Part | Type | Description |
| --- | --- | --- |
| id | int32 | Which. |

## Response

| Response | Description |
| --- | --- |
| 200 | OK |
{more}"""
    return catalog_of({"thing": text}).by_uid["thing"]


Program = tuple[str, str, dict[str, str]]
"""The name of its lexer, its text, and the values of a reader."""


def filled(programs: list[Program]) -> list[str]:
    """The programs with the values."""
    expression = """JSON.parse(given).map(([lexer, text, values]) =>
      credentialEdits(text, lexer, values, false).reverse().reduce(
        (all, { start, end, text: own }) => all.slice(0, start) + own + all.slice(end), text))"""
    result: list[str] = evaluated(expression, "credentials/main.js", given=json.dumps(programs))
    return result


@pytest.fixture(scope="module")
def recorded() -> Iterator[tuple[str, list[tuple[dict[str, str], str]]]]:
    """A server that takes everything, and the header fields and queries that it got."""
    found: list[tuple[dict[str, str], str]] = []

    async def answer(scope: Scope, receive: Receive, send: Send) -> None:
        headers = {k.decode().lower(): v.decode("latin-1") for k, v in scope["headers"]}
        found.append((headers, scope["query_string"].decode()))
        while (await receive()).get("more_body"):
            pass
        await send({"type": "http.response.start", "status": 200, "headers": []})
        await send({"type": "http.response.body", "body": b""})

    with background(answer) as url:
        yield url, found


@pytest.mark.parametrize(
    ("kind", "given"),
    [
        pytest.param(kind, given, marks=() if (kind, given) in USUAL else pytest.mark.slow)
        for kind in SCHEMES
        for given in GIVEN
    ],
)
def test_programs_send_the_credentials_of_the_reader(
    recorded: tuple[str, list[tuple[dict[str, str], str]]], tmp_path: Path, kind: str, given: str
) -> None:
    url, found = recorded
    own = operation(kind, url)
    languages = [LANGUAGES[key] for key in RUN]
    programs = [(each.lexer, each.sample(own).text, GIVEN[given]) for each in languages]
    for language, (_, before, _), text in zip(languages, programs, filled(programs), strict=True):
        if text == before and (kind, given) in KEPT:
            continue
        if (kind, given) == ("digest", "basic"):
            # This server asks for no digest.
            assert "ada" in text
            continue
        file = tmp_path / f"program{language.suffix}"
        file.write_text(text, encoding="utf-8")
        runner = [sys.executable] if language.key == "python" else command(file.suffix)
        found.clear()
        done = subprocess.run(
            [*runner, file],
            capture_output=True,
            encoding="utf-8",
            timeout=60,
            check=False,
            env={k: v for k, v in os.environ.items() if not k.startswith(("LOGIN", "BASE"))},
        )
        assert done.returncode == 0, (text, done.stderr)
        headers, query = found[-1]
        if kind in ("query", "cookie") and given == "key":
            sent = query if kind == "query" else headers["cookie"]
            assert parse_qs(urlsplit(f"?{sent}").query) == {"key": ["k3y"]}, text
            continue
        name, value = FIELDS[given]
        # The names of schemes are the same in any case (RFC 9110, 11.1).
        scheme, space, rest = headers[name].rpartition(" ")
        wanted = value.rpartition(" ")
        assert (scheme.lower(), space, rest) == (wanted[0].lower(), *wanted[1:]), text
        names = {"authorization", "cookie", "x-key"} & headers.keys()
        assert names == {name}, text
        assert not query


@pytest.mark.parametrize("kind", SCHEMES)
def test_programs_that_do_not_run_here_have_them_as_well(kind: str) -> None:
    own = operation(kind, "https://x.example")
    tried = [(key, given) for key in ("powershell", "csharp", "http") for given in GIVEN]
    programs = [
        (LANGUAGES[key].lexer, LANGUAGES[key].sample(own).text, GIVEN[given])
        for key, given in tried
    ]
    for (key, given), (_, before, _), text in zip(tried, programs, filled(programs), strict=True):
        if text == before:
            assert (kind, given) in KEPT
            continue
        secret = FIELDS[given][1].rpartition(" ")[2]
        quoted = AWKWARD.replace("'", "''") if key == "powershell" else json.dumps(AWKWARD)[1:-1]
        assert secret in text or quoted in text, text
        # A program takes nothing from elsewhere without a default.
        assert "is not set" not in text
        assert "$processEnv" not in text


@pytest.mark.parametrize("method", ["GET", "HEAD", "PUT", "PATCH", "DELETE"])
def test_credentials_fit_into_requests_of_any_method(method: str) -> None:
    own = operation("none", "https://x.example", method)
    programs = [(each.lexer, each.sample(own).text, GIVEN["bearer"]) for each in LANGUAGES.values()]
    for text in filled(programs):
        assert text.count("Bearer t0k3n.a-b~c+/=") == 1, text


def test_samples_of_this_site_take_any_credentials(catalog: Catalog) -> None:
    tried = [
        (given, language.lexer, language.sample(own).text)
        for own in catalog.operations
        for language in LANGUAGES.values()
        for given in GIVEN
    ]
    programs = [(lexer, text, GIVEN[given]) for given, lexer, text in tried]
    for (given, _, before), text in zip(tried, filled(programs), strict=True):
        assert text != before, before
        assert basic("reader", "callsheet") not in text
        if given == "basic":
            assert "ada" in text or basic("ada", AWKWARD) in text, text
            continue
        name, value = FIELDS[given]
        assert text.count(value) == 1, text
        assert name.lower() in text.lower()
        assert "PASSWORD" not in text, text


WORDS = {"user": "The user,", "PASSWORD": "USER", "a": {"password": "login token", "user": "user"}}


@pytest.mark.parametrize("kind", ["basic", "bearer"])
def test_words_that_are_names_of_secrets_stay(kind: str) -> None:
    example = f"""
## Sample request

```http!
POST /thing/1
X-Note: user
Content-Type: application/json

{json.dumps(WORDS, indent=2)}
```
"""
    own = operation(kind, "https://x.example", more=example)
    assert own.example_request
    languages = LANGUAGES.values()
    for given in ("key", "bearer"):
        programs = [(each.lexer, each.sample(own).text, GIVEN[given]) for each in languages]
        for (_, before, _), text in zip(programs, filled(programs), strict=True):
            assert FIELDS[given][1].rpartition(" ")[2] in text
            for word in ("The user", "X-Note", "'user'", '"user"', '"USER"', "login token"):
                assert text.count(word) == before.count(word), (word, text)


@pytest.mark.parametrize("kind", ["basic", "bearer", "key"])
@pytest.mark.parametrize("given", GIVEN)
def test_secrets_and_fields_may_have_any_names(kind: str, given: str) -> None:
    name = "loginByTheNameOfTheTenantOrByItsSecretValue"
    own = operation(kind, "https://x.example", scheme=name)
    values = GIVEN[given] | ({"keyName": "X-SECRET-VALUE-NAME"} if given == "key" else {})
    languages = LANGUAGES.values()
    programs = [(each.lexer, each.sample(own).text, values) for each in languages]
    for (_, before, _), text in zip(programs, filled(programs), strict=True):
        assert text != before, before
        assert "for needed in" not in text, text
        if kind == "bearer" and given == "key":
            assert "X-SECRET-VALUE-NAME" in text, text


def test_who_has_no_credentials_has_the_programs_of_the_page() -> None:
    own = operation("basic", "https://x.example")
    programs = [(each.lexer, each.sample(own).text, {"user": "ada"}) for each in LANGUAGES.values()]
    assert filled(programs) == [text for _, text, _ in programs]


def test_what_nobody_generated_stays_as_it_is() -> None:
    texts = ["print()\n", "curl https://x.example\n", "DISPLAY 'headers'\n"]
    programs = list(zip(("python", "bash", "cobol"), texts, [GIVEN["bearer"]] * 3, strict=True))
    assert filled(programs) == texts
