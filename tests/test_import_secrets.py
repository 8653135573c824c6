"""No secret of a Postman collection or a HAR file reaches a page."""

from __future__ import annotations

import base64
import json
import re
from pathlib import Path
from typing import Any

import pytest

from callsheet.http.masking import MASK
from callsheet.importing.captures.secrets import is_opaque
from callsheet.redaction import Redactor
from tests.captures import (
    BASE,
    Json,
    collection,
    entry,
    har,
    imported,
    item,
    pairs,
    raw,
    run_import,
    saved,
    text_of,
)

KEY = "zR7kQ2vX9pL4mN8w"
BASIC = base64.b64encode(f"ada:{KEY}".encode()).decode()
JWT = "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJhZGEiLCJpYXQiOjF9.Sf1KxwRJSMeKKF2QT4fwpMeJf36"


def har_with(**more: Any) -> Json:
    method = "POST" if "sent" in more else "GET"
    url = more.pop("url", "https://api.shop.example/x")
    return har(entry(method, url, **{"value": {}, **more}))


@pytest.mark.parametrize(
    "more",
    [
        {"headers": {"Authorization": f"Bearer {KEY}"}},
        {"headers": {"Authorization": KEY}},
        {"headers": {"Authorization": f"Basic {BASIC}"}, "value": {"x": f"is {KEY}"}},
        {"headers": {"Cookie": f"theme=dark; sid={KEY}"}, "value": {"x": KEY}},
        {"headers": {"X-Api-Key": KEY}},
        {"headers": {"X-CSRF-Token": KEY}},
        {"headers": {"X-Other": KEY + KEY[::-1]}},
        {"answered": {"Set-Cookie": f"sid={KEY}; Path=/"}, "value": {"id": KEY}},
        {"answered": {"X-Auth-Token": KEY}},
        {"answered": {"Location": f"/x?access_token={KEY}"}},
        {"url": f"https://api.shop.example/x?api_key={KEY}&a=1"},
        {"url": f"https://api.shop.example/x?password={KEY}"},
        {"url": f"https://api.shop.example/x?next=/y%3Ftoken%3D{KEY}"},
        {"url": f"https://ada:{KEY}@api.shop.example/x"},
        {"url": f"https://api.shop.example/reset/{KEY}{KEY[::-1]}/now"},
        {"sent": {"password": KEY}},
        {"sent": {"a": [{"clientSecret": KEY}]}},
        {"sent": {"credentials": {"user": "ada", "word": KEY}}},
        {"sent": {"tokens": [KEY]}},
        {"sent": {"config": json.dumps({"password": KEY})}},
        {"sent": f"user=ada&password={KEY}", "sent_type": "application/x-www-form-urlencoded"},
        {"sent": f"<a><password>{KEY}</password></a>", "sent_type": "application/xml"},
        {"sent": f'<a token="{KEY}"/>', "sent_type": "application/xml"},
        {"sent": f"password: {KEY}", "sent_type": "text/plain"},
        {"sent": f'{{"password": "{KEY}", oops', "sent_type": "application/json"},
        {"value": {"access_token": KEY}},
        {"value": {"note": f"https://a.example/?sig={KEY}"}},
        {"value": {KEY: 1}, "headers": {"Authorization": f"Bearer {KEY}"}},
        {"value": {"note": f"-----BEGIN PRIVATE KEY-----\n{KEY}\n-----END PRIVATE KEY-----"}},
        {"value": f"it is {KEY}", "media_type": "text/plain", "headers": {"X-Api-Key": KEY}},
    ],
)
def test_no_secret_of_an_exchange_is_on_a_page(tmp_path: Path, more: dict[str, Any]) -> None:
    result = run_import("har", tmp_path, har_with(**more))
    assert result.exit_code == 0, result.output
    for text in (text_of(tmp_path), result.output):
        assert not re.search(f"{KEY}|{KEY[::-1]}|{BASIC[5:]}", text)
    assert re.search(r"CS048 \d secrets? w(?:as|ere) taken out", result.stderr)


@pytest.mark.parametrize("token", [JWT, "AKIA" + "Q3EGRZ7XW2MDLT5P", "ghp_" + "a1B2c3D4" * 5])
def test_tokens_are_known_by_their_form(tmp_path: Path, token: str) -> None:
    imported("har", tmp_path, har_with(value={"note": f"Use {token}, please."}))
    assert token not in text_of(tmp_path)


@pytest.mark.parametrize(
    "more",
    [
        {"auth": {"type": "bearer", "bearer": pairs({"token": KEY})}},
        {"auth": {"type": "basic", "basic": {"username": "ada", "password": KEY}}},
        {"auth": {"type": "apikey", "apikey": pairs({"key": "X-Key", "value": KEY})}},
        {"auth": {"type": "oauth2", "oauth2": pairs({"clientSecret": KEY, "accessToken": KEY})}},
        {"auth": {"type": "awsv4", "awsv4": pairs({"secretKey": KEY, "accessKey": KEY})}},
        {"variable": pairs({"token": KEY})},
        {"variable": [{"key": "thing", "value": KEY, "type": "secret"}]},
    ],
)
def test_no_secret_of_a_collection_is_on_a_page(tmp_path: Path, more: dict[str, Any]) -> None:
    sent = item(
        "x",
        "POST",
        f"{BASE}/x?a={{{{thing}}}}&b={{{{token}}}}",
        saved("ok", 200, {"other": KEY}),
        body=raw({"a": "{{thing}}", "b": "{{token}}"}),
        description=f"Sends {KEY}.",
    )
    imported("postman", tmp_path, collection(sent, **more))
    assert KEY not in text_of(tmp_path)


def test_what_stands_for_a_secret_stays_and_counts_for_none(tmp_path: Path) -> None:
    sent = item(
        "x",
        "POST",
        f"{BASE}/x",
        saved("ok", 200, {"token": MASK}),
        body=raw({"password": "{{password}}"}),
        auth={"type": "bearer", "bearer": pairs({"token": "{{token}}"})},
    )
    result = run_import("postman", tmp_path, collection(sent))
    assert "taken out" not in result.stderr
    assert '"password": "{password}"' in text_of(tmp_path)


def test_masked_values_keep_their_types(tmp_path: Path) -> None:
    value = {
        "password": "x1y2z3",
        "pin": 4711,
        "is_authorized": True,
        "token": None,
        "token_type": "bearer",
        "token_expires": "2026-01-01T00:00:00Z",
        "usage": {"total_tokens": 25},
        "sessions": [{"title": "Opening", "room": "A"}],
        "author": "Ada",
        "id": "507f1f77bcf86cd799439011",
    }
    [found] = imported("har", tmp_path, har_with(value=value)).values()
    assert json.loads(found.example_responses[0].body) == {**value, "password": MASK, "pin": 0}


def test_a_common_word_that_is_a_password_stays_elsewhere(tmp_path: Path) -> None:
    sent = {"user": "test", "password": "test", "note": "a latest test"}
    [found] = imported("har", tmp_path, har_with(sent=sent)).values()
    assert json.loads(found.example_requests[0].body) == {**sent, "password": MASK}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("k3Jd82HfkQpz71MxnBv0", True),
        ("9f8e7d6c-5b4a-ab12-zz9x", True),
        ("SetChosenColumnsV2OfList", False),
        ("product-photo-large-2024", False),
        ("6f9619ff-8b86-4011-b42d-00c04fc964ff", False),
        ("9b74c9897bac770ffc029102a200c5de", False),
        ("01ARZ3NDEKTSV4RRFFQ69G5FAV", False),
        ("short1A", False),
    ],
)
def test_random_text_is_told_from_names(text: str, expected: bool) -> None:
    assert is_opaque(text) is expected


def test_each_of_many_secrets_is_found() -> None:
    secrets = [f"aB{n}xY{n * 7919 % 10007}" for n in range(500)]
    redact = Redactor([("", secret) for secret in secrets])
    for secret in (*secrets, "a-1", "b%2B2"):
        text = redact.knowing([("", "a-1"), ("", "b+2")]).known(f"is {secret}, no other")
        assert text == f"is {MASK}, no other"
    assert redact.known("is aB500xY1, none") == "is aB500xY1, none"
