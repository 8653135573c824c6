"""What samples send by media type, parameter and security scheme, and where secrets come from."""

from __future__ import annotations

import hashlib
import os
import re
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from typing import Any
from unittest.mock import patch

import pytest
from click.testing import CliRunner

from callsheet.cli import main
from callsheet.contrib.superoffice.pack import PACK as SUPEROFFICE
from callsheet.model import Operation
from callsheet.run import Runner, ServerUnderTest, Verdict, coverage_of, programs_of
from callsheet.samples import (
    LANGUAGES,
    Overrides,
    Sample,
    further_samples_of,
    languages_of,
    read_overrides,
    samples_of,
    variants_of,
)
from callsheet.samples.request.bodies import JsonBody
from callsheet.samples.request.choices import Origin
from callsheet.samples.request.request import prepare
from callsheet.samples.request.values import pick_values
from callsheet.samples.sample import file_stem
from tests.interpreters import command, lay_out
from tests.ledger import Ledger, Sent, keeping
from tests.parcels import catalog_of
from tests.recorder import listening
from tests.test_languages_parse import GRAMMARS, faults

EXECUTED = ["python", "curl", "javascript", "php"]


def page(*, front: str = "", route: str = "POST /parcels", parts: str = "") -> str:
    return (
        f"---\ntitle: Parcels\nuid: parcels\n{front}---\n\n# Parcels\n\n```http\n{route}\n```\n\n"
        f"Parcels.\n\n{parts}\n\n## Response: object\n\n| Response | Description |\n|---|---|\n"
        "| 200 | Done. |\n"
    )


def content_type(*kinds: str) -> str:
    listed = ", ".join(f"`{kind}`" for kind in kinds)
    return f"## Request Headers\n\n| Name | Description |\n|---|---|\n| Content-Type | {listed} |\n"


ROWS = """## Request Body: parcel

| Property Name | Type | Required | Default | Values | Limits | Example | Access | Description |
|---|---|---|---|---|---|---|---|---|
| label | string | yes | | | | Books | | What it says. |
| size | integer | yes | | 2, 4, 8 | | | | How big. |
| weight | number | yes | | | 5 to 9 | | | How heavy. |
| code | string | | | | pattern `[A-Z]{3}-[0-9]{2}` | | | Its code. |
| days | integer | | 14 | | | | | For how long. |
| mail | email | | | | | | | Whom to tell. |
| number | integer | | | | | | read-only | Its number. |
"""
LABEL = """## Request Body: parcel

| Property Name | Type | Example | Description |
|---|---|---|---|
| label | string | Books | What it says. |
"""
PARCEL = {"label": "Books", "size": 2, "weight": 5.0, "days": 14, "mail": "ada@example.com"}
FORM_ROWS = """## Request Body: form

| Property Name | Type | Required | Description |
|---|---|---|---|
| note | string | yes | What is written about it. |
| tags | array of string | no | Words. |
| meta | object | no | More about it. |
| file | binary | yes | The bytes. |
"""


def operation(text: str) -> Operation:
    [found] = catalog_of({"parcels": text}).operations
    return found


@pytest.fixture
def ledger() -> Iterator[Ledger]:
    with keeping(Ledger()) as ledger:
        yield ledger


def execute(
    sample: Sample, ledger: Ledger, folder: Path, secrets: dict[str, str] | None = None
) -> Sent:
    """What a program sends, with these values of the variables of its secrets."""
    done = start(sample, ledger, folder, dict(sample.credentials) if secrets is None else secrets)
    assert (done.returncode, done.stderr) == (0, ""), done
    # Before the last one there may be one that asks for a challenge.
    return ledger.sent.pop("x")[-1]


def start(
    sample: Sample, ledger: Ledger, folder: Path, secrets: dict[str, str]
) -> subprocess.CompletedProcess[str]:
    [program] = lay_out([sample], folder)
    runs = ["python3"] if program.suffix == ".py" else command(program.suffix)
    env = {**os.environ, **secrets, sample.base_url: f"{ledger.url}/x"}
    return subprocess.run(
        [*runs, program],
        cwd=folder,
        env=env,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def check_grammars(found: Operation, site: Overrides) -> None:
    """Hold the programs in languages that are not run against their grammars."""
    for key in GRAMMARS:
        [sample] = samples_of(found, languages_of([key]), site)
        assert faults(key, sample.text) == [], sample.text


# Bodies


def test_values_respect_what_the_cells_say() -> None:
    found = operation(page(parts=content_type("application/json") + ROWS))
    body: Any = pick_values(found).body
    code = body.value.pop("code")
    assert re.fullmatch("[A-Z]{3}-[0-9]{2}", code)
    assert body.value == PARCEL


def test_a_list_that_is_replaced_takes_what_was_wrong_within_it_along() -> None:
    rows = (
        "## Request Body: marks\n\n| Name | Type | Values | Limits | Description |\n"
        "|---|---|---|---|---|\n| n | array of string | x, y | at most 2 items | The marks. |\n"
    )
    example = '\n## Sample request\n\n```http!\nPOST /parcels\n\n{"n": ["x", "y", "z"]}\n```\n'
    picked = pick_values(operation(page(parts=content_type("application/json") + rows + example)))
    assert isinstance(picked.body, JsonBody)
    assert picked.body.value == {"n": []}
    [choice] = [choice for choice in picked.choices if choice.fault]
    assert choice.name == "n"


@pytest.mark.parametrize(
    ("kind", "wanted"),
    [
        ("application/vnd.api+json", {"label": "Books"}),
        ("application/merge-patch+json", {"label": "Books"}),
        ("application/x-www-form-urlencoded", [("label", "Books")]),
        ("multipart/form-data", [("label", None, None, b"Books")]),
        (
            "application/xml",
            b'<?xml version="1.0" encoding="utf-8"?>\n<parcel>\n  <label>Books</label>\n</parcel>',
        ),
    ],
)
@pytest.mark.parametrize("shown", [False, True], ids=["without example", "with example"])
@pytest.mark.slow
def test_a_body_goes_out_as_the_only_media_type(
    ledger: Ledger, tmp_path: Path, kind: str, wanted: Any, shown: bool
) -> None:
    example = '\n## Sample request\n\n```http!\nPOST /parcels\n\n{"label": "Books"}\n```\n'
    found = operation(page(parts=content_type(kind) + LABEL + (example if shown else "")))
    for key in EXECUTED:
        sent = execute(LANGUAGES[key].sample(found), ledger, tmp_path)
        assert (sent.kind, sent.body) == (kind, wanted), key
    check_grammars(found, Overrides())


@pytest.mark.slow
def test_a_form_has_files_texts_and_objects_as_json(ledger: Ledger, tmp_path: Path) -> None:
    found = operation(page(parts=content_type("multipart/form-data") + FORM_ROWS))
    for key in EXECUTED:
        sent = execute(LANGUAGES[key].sample(found), ledger, tmp_path)
        parts = {name: (file, kind) for name, file, kind, _ in sent.body}
        # A part with a media type is a file to browsers and Node.js.
        meta = ("blob", "application/json") if key == "javascript" else (None, None)
        assert parts == {
            "note": (None, None),
            "tags": (None, None),
            "meta": meta,
            "file": ("image.png", "image/png"),
        }, key
    check_grammars(found, Overrides())


@pytest.mark.slow
def test_a_file_of_the_example_keeps_its_name_type_and_text(ledger: Ledger, tmp_path: Path) -> None:
    example = (
        "\n## Sample request\n\n```http!\nPOST /parcels\n"
        "Content-Type: multipart/form-data; boundary=b\n\n--b\n"
        'Content-Disposition: form-data; name="file"; filename="a;\'b.txt"\n'
        'Content-Type: text/plain\n\n@say; "hello" \\ $x\n--b--\n```\n'
    )
    found = operation(page(parts=content_type("multipart/form-data") + FORM_ROWS + example))
    for key in EXECUTED:
        sent = execute(LANGUAGES[key].sample(found), ledger, tmp_path)
        assert sent.body == [("file", "a;'b.txt", "text/plain", b'@say; "hello" \\ $x')], key
    check_grammars(found, Overrides())


# Parameters


PARAMETERS = """## Parameters

| Name | In | Type | Required | Example | Description |
|---|---|---|---|---|---|
| ids | query | array of integer | yes | | Which. |
| session | cookie | string | yes | s-1 | Whose. |
| X-Tenant | header | uuid | yes | 3fa85f64-5717-4562-b3fc-2c963f66afa6 | For whom. |
"""


@pytest.mark.slow
def test_cookies_headers_and_arrays_are_sent(ledger: Ledger, tmp_path: Path) -> None:
    site, _ = read_overrides({"query": {"ids": [3, 4]}, "cookies": {"theme": "dark"}})
    found = operation(page(route="GET /parcels", parts=PARAMETERS))
    for key in EXECUTED:
        sent = execute(LANGUAGES[key].sample(found), ledger, tmp_path)
        assert sent.query == (("ids", "1"),), key
        sent = execute(LANGUAGES[key].sample(found, site), ledger, tmp_path)
        assert sent.query == (("ids", "3"), ("ids", "4")), key
        assert sent.headers["cookie"] == "session=s-1; theme=dark", key
        assert sent.headers["x-tenant"] == "3fa85f64-5717-4562-b3fc-2c963f66afa6", key


def test_an_array_is_written_as_the_page_shows_it() -> None:
    shown = "\n## Sample request\n\n```http!\nGET /parcels?ids=5,6\n```\n"
    found = operation(page(route="GET /parcels", parts=PARAMETERS + shown))
    assert pick_values(found).query == (("ids", "5,6"),)
    site, _ = read_overrides({"query": {"ids": [1, 2]}})
    assert pick_values(found, site).query == (("ids", "1,2"),)


def test_a_value_is_told_to_come_from_the_cell_that_has_it() -> None:
    rows = (
        "## Parameters\n\n"
        "| Name | In | Type | Required | Style | Default | Example | Description |\n"
        "|---|---|---|---|---|---|---|---|\n"
        "| a | query | string | Yes | | | x | Which. |\n"
        '| b | query | array of string | Yes | comma-separated | | `["x", "y"]` | Which. |\n'
        "| c | query | object | Yes | in brackets | | | Which. |\n"
        "| c.at | query | string | Yes | | | x | Where. |\n"
        "| d | query | int32 | Yes | | 4 | | Which. |\n"
        "| e | query | int32 | Yes | | | | Which. |\n"
        "| f | query | string | | | | x | Which. |\n"
    )
    choices = pick_values(operation(page(route="GET /parcels", parts=rows))).choices
    assert {c.name: c.origin for c in choices if c.location == "query"} == {
        "a": Origin.CELL,
        "b": Origin.CELL,
        "c": Origin.CELL,
        "d": Origin.DEFAULT,
        "e": Origin.TYPE,
    }


# Secrets


SECURITY = {
    "basic": ("security: basic", ["BASIC_USER", "BASIC_PASSWORD"], ("authorization", "Basic dTpw")),
    "digest": ("security: digest", ["DIGEST_USER", "DIGEST_PASSWORD"], None),
    "bearer": ("security: bearer", ["BEARER_TOKEN"], ("authorization", "Bearer u")),
    "SoTicket": ("security: SoTicket", ["SO_TICKET"], ("authorization", "SoTicket u")),
    "header": (
        "security: {api_key: {in: header, name: X-Key}}",
        ["API_KEY"],
        ("x-key", "u"),
    ),
    "cookie": ("security: {sid: {in: cookie, name: sid}}", ["SID_TOKEN"], ("cookie", "sid=u")),
    "query": ("security: {api_key: {in: query, name: key}}", ["API_KEY"], None),
    "oauth2": (
        "security: {shop: {type: oauth2, flows: {}}}",
        ["SHOP_TOKEN"],
        ("authorization", "Bearer u"),
    ),
}


@pytest.mark.parametrize("name", SECURITY)
@pytest.mark.slow
def test_secrets_come_from_variables_named_after_their_scheme(
    ledger: Ledger, tmp_path: Path, name: str
) -> None:
    front, variables, field = SECURITY[name]
    served = "servers: https://api.acme.example/v2/\n"
    found = operation(page(route="GET /parcels", front=f"{served}{front}\n"))
    site, _ = read_overrides({"base_url": {"variable": "ACME_URL"}})
    secrets = dict(zip([f"ACME_{v}" for v in variables], "up", strict=False))
    for key in EXECUTED:
        sample = LANGUAGES[key].sample(found, site)
        assert "https://api.acme.example/v2" in sample.text
        assert sample.base_url == "ACME_URL"
        assert [variable for variable, _ in sample.credentials] == [*secrets]
        done = start(sample, ledger, tmp_path, {})
        assert done.returncode != 0, key
        assert f"ACME_{variables[0]}" in done.stderr, key
        assert not ledger.sent
        sent = execute(sample, ledger, tmp_path, secrets)
        assert sent.query == ((("key", "u"),) if name == "query" else ()), key
        if field:
            assert sent.headers[field[0]] == field[1], key
    check_grammars(found, site)


@pytest.mark.slow
def test_digest_authentication_answers_the_challenge(tmp_path: Path) -> None:
    found = operation(page(route="GET /parcels", front="security: digest\n"))
    site, _ = read_overrides({"query": {"a": "b c"}, "credentials": {"user": "u", "password": "p"}})
    with digesting() as (url, proofs):
        for key in [*EXECUTED, "typescript"]:
            ledger = Ledger(url)
            done = start(LANGUAGES[key].sample(found, site), ledger, tmp_path, {})
            assert (done.returncode, done.stderr) == (0, ""), done
            assert proofs.pop() is True, key


@contextmanager
def digesting() -> Iterator[tuple[str, list[bool]]]:
    """Serve what asks for Digest authentication of `u` with `p` (RFC 7616)."""
    proofs: list[bool] = []

    def md5(*texts: str) -> str:
        return hashlib.md5(":".join(texts).encode(), usedforsecurity=False).hexdigest()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            field = self.headers.get("Authorization", "")
            said = dict(re.findall(r'(\w+)="?([^",]*)', field))
            if field.startswith("Digest "):
                inner = [said[name] for name in ("nonce", "nc", "cnonce", "qop")]
                wanted = md5(md5("u", "r", "p"), *inner, md5("GET", said["uri"]))
                proofs.append(wanted == said["response"] and said["uri"] == self.path)
            self.send_response(200 if proofs else 401)
            if not proofs:
                self.send_header("WWW-Authenticate", 'Digest realm="r", nonce="n", qop="auth"')
            self.send_header("Content-Length", "2")
            self.end_headers()
            self.wfile.write(b"{}")

        def log_message(self, *_: Any) -> None:
            pass

    with listening(Handler) as url:
        yield url, proofs


def test_the_example_is_the_default_of_the_reference_server_alone() -> None:
    shown = "\n## Sample request\n\n```http!\nGET /parcels\nAuthorization: Bearer s3cret\n```\n"
    text = page(route="GET /parcels", parts=shown)
    for language in LANGUAGES.values():
        assert "s3cret" in language.sample(operation(text)).text
        served = text.replace("---\n", "---\nservers: [https://api.acme.example]\n", 1)
        sample = language.sample(operation(served))
        assert "s3cret" not in sample.text
        assert "CALLSHEET" not in sample.text
        assert "127.0.0.1" not in sample.text
        assert sample.credentials == (("BEARER_TOKEN", "s3cret"),)


@pytest.mark.parametrize(
    ("written", "variable", "default"),
    [
        ("https://a.example/", "BASE_URL", "https://a.example"),
        ({"variable": "A_URL"}, "A_URL", "http://127.0.0.1:8765"),
        ({"variable": "A", "default": "https://a.example"}, "A", "https://a.example"),
    ],
)
def test_the_site_says_whose_server_it_is(written: Any, variable: str, default: str) -> None:
    site, wrong = read_overrides({"base_url": written})
    assert wrong == ()
    base_url = pick_values(operation(page(route="GET /parcels")), site).base_url
    assert (base_url.variable, base_url.default) == (variable, default)


@pytest.mark.parametrize(
    "written",
    [5, "ftp://a", "https://a b", {"variable": "1A"}, {"url": "https://a"}, {"default": "$(x)"}],
)
def test_a_base_url_that_is_none_is_said(written: Any) -> None:
    overrides, [fault] = read_overrides({"base_url": written})
    assert overrides == Overrides()
    assert "samples: base_url" in fault


@pytest.mark.parametrize(
    "server",
    [
        *map(repr, ["/v2", "https://{tenant}.example", "https://a/$(reboot)", "x\n"]),
        "{url: https://a.example/v0, replaces: /api}",
    ],
)
def test_a_server_that_the_route_cannot_be_appended_to_is_passed_over(server: str) -> None:
    front = f"servers: [{server}, https://b.example]\n"
    assert pick_values(operation(page(front=front))).base_url.default == "https://b.example"


def test_the_runner_sets_all_variables() -> None:
    front = "servers: https://api.acme.example\nsecurity: {api_key: {in: header, name: X-Key}}\n"
    shown = "\n## Sample request\n\n```http!\nGET /parcels\nX-Key: from-page\n```\n"
    catalog = catalog_of({"parcels": page(route="GET /parcels", front=front, parts=shown)})
    seen: list[str] = []
    reference = ServerUnderTest.reference(catalog, [SUPEROFFICE]).app

    async def app(scope: Any, receive: Any, send: Any) -> None:
        seen.extend(value.decode() for name, value in scope["headers"] if name == b"x-key")
        await reference(scope, receive, send)

    with Runner(catalog, ServerUnderTest(app)).session() as run:
        [result] = run([*programs_of(catalog.operations)])
    assert (result.verdict, seen) == (Verdict.PASSED, ["from-page"]), result.message


@pytest.mark.parametrize("name", SECURITY)
def test_the_reference_server_takes_what_programs_have_without_an_example(name: str) -> None:
    text = page(route="GET /parcels", front=f"{SECURITY[name][0]}\n")
    catalog = catalog_of({"parcels": text})
    with Runner(catalog, ServerUnderTest.reference(catalog, [SUPEROFFICE])).session() as run:
        [result] = run([*programs_of(catalog.operations)])
    assert result.verdict is Verdict.PASSED, result.message


def test_a_live_server_gets_the_secrets_of_the_environment_and_no_report_has_them() -> None:
    shown = "\n## Sample request\n\n```http!\nGET /parcels\nX-Key: from-page\n```\n"
    front = "security: {api_key: {in: header, name: X-Key}}\n"
    catalog = catalog_of({"parcels": page(route="GET /parcels", front=front, parts=shown)})
    with keeping(Ledger()) as ledger, patch.dict(os.environ, {"CALLSHEET_API_KEY": "of-mine-42"}):
        with Runner(catalog, ServerUnderTest.at(f"{ledger.url}/x")).session() as run:
            [result] = run([*programs_of(catalog.operations)])
        [sent] = ledger.sent["x"]
    assert sent.headers["x-key"] == "of-mine-42"
    assert "of-mine-42" not in f"{result.message}{result.output}{result.errors}"


# Variants


SECTIONS = (
    content_type("application/json", "multipart/form-data")
    + "\n## Request Body: parcel\n\n| Property Name | Type | Description |\n|---|---|---|\n"
    "| label | string | What it says. |\n\n"
    "## Request Body (multipart/form-data): upload\n\n| Property Name | Type | Description |\n"
    "|---|---|---|\n| file | binary | The label as a picture. |\n"
)
EXAMPLES = """
## Sample request

```http! title="Books"
POST /parcels
Content-Type: application/json

{"label": "Books"}
```

```http! title="No label"
POST /parcels
Content-Type: application/json

{"label": ""}
```

## Sample response

```http_ title="No label"
HTTP/1.1 422 Unprocessable Content
Content-Type: application/json

{}
```
"""


def endings(text: str) -> list[str]:
    return [variant.ending for variant in variants_of(operation(text))]


def test_each_media_type_and_example_has_a_sample() -> None:
    text = page(parts=SECTIONS + EXAMPLES)
    found = operation(text)
    labels = [(variant.label, variant.ending) for variant in variants_of(found)]
    assert labels == [("", ""), ("No label", ".no-label"), ("multipart/form-data", ".multipart")]
    refused, upload = further_samples_of(found, languages_of(["python", "curl"]))
    assert [sample.filename for sample in refused.samples] == [
        "parcels.no-label.py",
        "parcels.no-label.sh",
    ]
    assert "if error.response.status_code != 422" in refused.samples[0].text
    assert "files={" in upload.samples[0].text
    assert upload.samples[0].assets == ("image.png",)


def test_media_types_that_are_written_alike_have_one_sample() -> None:
    kinds = ["application/json", "text/json", "application/xml", "text/xml"]
    assert endings(page(parts=content_type(*kinds) + ROWS)) == ["", ".xml"]
    patches = ["application/json", "application/json-patch+json", "application/merge-patch+json"]
    assert endings(page(parts=content_type(*patches) + ROWS)) == [""]


def test_a_row_with_many_media_types_says_what_the_server_takes_everywhere() -> None:
    kinds = ["application/json", "text/json", "application/xml", "text/xml", "multipart/form-data"]
    assert endings(page(parts=content_type(*kinds) + ROWS)) == [""]


def test_an_example_of_another_operation_is_no_variant() -> None:
    other = EXAMPLES.replace("POST /parcels", "POST /login").replace("Books", "x")
    assert endings(page(parts=content_type("application/json") + ROWS + EXAMPLES + other)) == [
        "",
        ".no-label",
    ]


def test_the_further_programs_are_written_run_and_explained(tmp_path: Path) -> None:
    docs = tmp_path / "docs"
    docs.mkdir()
    text = page(parts=content_type("application/json", "application/xml") + LABEL)
    (docs / "parcels.md").write_text(text, encoding="utf-8")
    runner = CliRunner()
    out = ["--docs", str(docs), "--out", str(tmp_path / "samples")]
    assert runner.invoke(main, ["samples", *out]).exit_code == 0
    assert {path.name for path in (tmp_path / "samples").iterdir()} == {
        "parcels.py",
        "parcels.xml.py",
    }
    assert runner.invoke(main, ["samples", *out, "--check"]).exit_code == 0
    shown = runner.invoke(main, ["samples", "--docs", str(docs), "--explain", "parcels"]).stdout
    assert "application/xml (parcels.xml)" in shown
    done = runner.invoke(main, ["test", "--docs", str(docs), "-n", "1"])
    assert (done.exit_code, "2 programs" in done.stdout) == (0, True), done.stdout


# Names, and what is deprecated


@pytest.mark.parametrize(
    ("uid", "stem"),
    [
        ("v1Parcel_Put", "v1Parcel_Put"),
        ("profile", "profile_sample"),
        ("csv", "csv_sample"),
        ("class", "class_sample"),
        ("requests", "requests_sample"),
        ("NUL", "NUL_sample"),
        ("com1.x", "com1_sample.x"),
        ("a/b", "a_b"),
        ("a\\b", "a_b"),
        ("../out", "_._out"),
        ("nul\0", "nul_"),
        (".hidden", "_hidden"),
        ("x. ", "x"),
        ("", "_"),
    ],
)
def test_a_uid_becomes_a_harmless_name(uid: str, stem: str) -> None:
    assert file_stem(uid) == stem


def test_programs_whose_names_differ_in_case_are_kept_apart() -> None:
    text = page(route="GET /parcels")
    pages = {
        name: text.replace("uid: parcels", f"uid: {name}").replace("/parcels", f"/{name}")
        for name in ("Parcel", "parcel", "profile")
    }
    names = [program.name for program in programs_of(catalog_of(pages).operations)]
    assert names == ["Parcel.py", "parcel-2.py", "profile_sample.py"]


@pytest.mark.parametrize("key", LANGUAGES)
def test_what_is_deprecated_says_so_at_its_head(key: str) -> None:
    found = operation(page(front="deprecated: true\n", route="GET /parcels"))
    assert prepare(found).heading[-1].startswith("Deprecated: ")
    head = LANGUAGES[key].sample(found).text.partition("GET")[0]
    assert "Deprecated: use it no longer in new programs." in head


# Coverage


def test_what_forms_xml_cookies_and_nested_values_carry_is_covered() -> None:
    nested = (
        "\n## Request Body (application/xml): parcel\n\n"
        "| Property Name | Type | Required | Description |\n|---|---|---|---|\n"
        "| label | string | yes | What it says. |\n"
    )
    parts = (
        PARAMETERS
        + content_type("multipart/form-data", "application/xml")
        + (
            FORM_ROWS.replace(
                "## Request Body: form", "## Request Body (multipart/form-data): form"
            )
        )
    )
    catalog = catalog_of({"parcels": page(parts=parts + nested)})

    async def app(scope: Any, receive: Any, send: Any) -> None:
        body, more = b"", True
        while more:
            message = await receive()
            body, more = body + message["body"], message.get("more_body", False)
        fields = [(b"content-type", b"application/json")]
        await send({"type": "http.response.start", "status": 200, "headers": fields})
        await send({"type": "http.response.body", "body": b"{}"})

    with Runner(catalog, ServerUnderTest(app)).session() as run:
        results = [*run([*programs_of(catalog.operations)])]
    assert [result.verdict for result in results] == [Verdict.PASSED] * 2
    coverage = coverage_of(catalog.operations, results)
    assert coverage.percent("parameters") == 100, coverage.uncovered
