"""Variations notice what a server ignores, and say of all else why it cannot be seen."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from pathlib import Path
from urllib.parse import parse_qsl, urlencode

import pytest
from click.testing import CliRunner, Result
from defusedxml.ElementTree import fromstring

from callsheet.catalog import Catalog
from callsheet.cli import main
from callsheet.configuration import DEFAULT_DATABASE
from callsheet.contrib.superoffice.pack import PACK as SUPEROFFICE
from callsheet.coverage import Coverage, read_coverage
from callsheet.http.headers import Headers
from callsheet.report.runs import RunFormat, RunReport, write_runs
from callsheet.run.model import Exchange
from callsheet.run.recorder import App, Message, Receive, Scope, Send
from callsheet.run.variations import Proof, ProofOutcome
from callsheet.run.variations.client import reference_client
from callsheet.run.variations.judges import of_no_data, of_no_list, of_no_property
from callsheet.run.variations.prover import Bounds, Prover
from callsheet.server.adapters.app import background, create_app

LIST = """---
title: Crates
uid: crates
---
# Crates

```http
GET /api/v1/Crate
```

Lists crates.

## Query String Parameters

| Parameter Name | Type | Description |
| --- | --- | --- |
| $select | string | Which properties come. |
| $filter | string | Which crates come. |
| $orderBy | string | In which order. |
| $top | int32 | How many come. |
| $skip | int32 | How many are passed over. |
| $format | string | `json` or `xml`. |
| Size | Enum: Small, Large | How big they are. |
| sealed | bool | Whether they are closed. |
| depot | int32 | Where they are. **Required** |
| hint | string | Anything at all. |

## Request Headers

| Parameter Name | Description |
| --- | --- |
| Authorization | Supports 'Basic' and 'Bearer'. |
| X-XSRF-TOKEN | Of the session, without credentials. |
| Accept | `application/json`, `application/xml` |
| Accept-Language | The language of texts. |
| SO-TimeZone | The time zone of date-times. |
| SO-Culture | The format of numbers. |
| SO-AppToken | Who is calling. |

## Response: array

| Response | Description |
| --- | --- |
| 200 | OK |

## Sample request

```http!
GET /api/v1/Crate?depot=3
Authorization: Basic cmVhZGVyOmNhbGxzaGVldA==
Accept: application/json
```

## Sample response

```http_
HTTP/1.1 200 OK
Content-Type: application/json

[
  {"CrateId": 1, "Label": "Lemons", "Packed": "2026-01-02T03:04:05Z"},
  {"CrateId": 2, "Label": "Apples", "Packed": "2026-02-02T03:04:05Z"},
  {"CrateId": 3, "Label": "Quinces", "Packed": "2026-03-02T03:04:05Z"}
]
```
"""
PACK_CRATE = """---
title: Pack a crate
uid: pack
---
# Pack a crate

```http
POST /api/v1/Crate/{crateId}/Pack
```

Fills a crate.

| Path Part | Type | Description |
| --- | --- | --- |
| crateId | int32 | Which one. **Required** |

## Request Headers

| Parameter Name | Description |
| --- | --- |
| Content-Type | `application/json`, `application/xml` |

## Request Body: order

| Property Name | Type | Description |
| --- | --- | --- |
| Label | string | What it says. **Required** |
| Weight | int32 | In kilograms. |
| Size | Enum: Small, Large | How big it is. |

## Response: object

| Response | Description |
| --- | --- |
| 200 | OK |
| 400 | Not as documented. |

### Response body: object

| Property Name | Type | Description |
| --- | --- | --- |
| Done | bool | Whether it is full. |

## Sample request

```http!
POST /api/v1/Crate/7/Pack
Content-Type: application/json

{"Label": "Lemons", "Weight": 12, "Size": "Small"}
```
"""
PAGES = {"crates.md": LIST, "pack.md": PACK_CRATE}
Proofs = dict[tuple[str, str], Proof]


@pytest.fixture(scope="module")
def docs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("docs")
    for name, text in PAGES.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def ignoring(app: App, change: Callable[[Scope], Scope]) -> App:
    """An application that never sees a part of the requests."""

    async def answer(scope: Scope, receive: Receive, send: Send) -> None:
        await app(change(scope) if scope["type"] == "http" else scope, receive, send)

    return answer


def without_query(name: str, replaced: str = "") -> Callable[[Scope], Scope]:
    def change(scope: Scope) -> Scope:
        pairs = parse_qsl(scope["query_string"].decode())
        kept = [pair for pair in pairs if pair[0] != name]
        kept += [(name, replaced)] if replaced else []
        return {**scope, "query_string": urlencode(kept).encode()}

    return change


def without_header(name: str, replaced: str = "") -> Callable[[Scope], Scope]:
    def change(scope: Scope) -> Scope:
        kept = [field for field in scope["headers"] if field[0] != name.encode()]
        kept += [(name.encode(), replaced.encode())] if replaced else []
        return {**scope, "headers": kept}

    return change


def proofs_of(
    docs: Path, change: Callable[[Scope], Scope] = lambda scope: scope, bounds: Bounds | None = None
) -> Proofs:
    catalog = Catalog.read(docs)
    app = create_app(catalog, DEFAULT_DATABASE, packs=[SUPEROFFICE])
    with reference_client(ignoring(app, change), catalog) as client:
        prover = Prover(catalog, client, bounds=bounds or Bounds())
        found = [proof for proofs in prover.run(catalog.operations) for proof in proofs]
    return {(proof.subject.aspect, proof.subject.what): proof for proof in found}


@pytest.fixture(scope="module")
def proofs(docs: Path) -> Proofs:
    return proofs_of(docs)


def test_the_reference_server_does_what_the_pages_document(proofs: Proofs) -> None:
    assert {k: p.reason for k, p in proofs.items() if p.outcome is not ProofOutcome.NOTICED} == {
        ("proved", "query hint"): "No value of it that was tried changes the answer.",
    }


def test_everything_documented_is_varied(proofs: Proofs) -> None:
    by_aspect: dict[str, list[str]] = {}
    for aspect, what in proofs:
        by_aspect.setdefault(aspect, []).append(what)
    assert len(by_aspect["proved"]) == 17 + 2 + 3
    assert by_aspect["required"] == ["query depot", "body Label"]
    assert by_aspect["values"] == [
        "query Size=Small", "query Size=Large", "body Size=Small", "body Size=Large",
    ]  # fmt: skip
    assert by_aspect["media-types"] == [
        "answers application/json", "answers application/xml",
        "takes application/json", "takes application/xml",
    ]  # fmt: skip


def test_each_proof_is_about_the_line_that_documents_it(proofs: Proofs) -> None:
    for (_, what), proof in proofs.items():
        line = PAGES[proof.subject.operation.path].split("\n")[proof.subject.line - 1]
        assert what.split("=")[0].split(" ")[1] in line or what.startswith(("answers", "takes"))


IGNORED: Mapping[str, tuple[Callable[[Scope], Scope], str]] = {
    "query $select": (without_query("$select"), ""),
    "query $filter": (without_query("$filter"), ""),
    "query $orderBy": (without_query("$orderBy"), ""),
    "query $top": (without_query("$top"), "The limit is 1, and the answer has 3."),
    "query $skip": (without_query("$skip"), ""),
    "query $format": (without_query("$format"), ""),
    "query Size": (without_query("Size"), "The server accepts `callsheet` for `Size`"),
    "query sealed": (without_query("sealed"), "The server accepts `callsheet` for `sealed`"),
    "query depot": (without_query("depot", "3"), "The server accepts `callsheet` for `depot`"),
    "header Authorization": (
        without_header("authorization", "Basic cmVhZGVyOmNhbGxzaGVldA=="),
        "The server accepts wrong credentials.",
    ),
    "header Accept": (without_header("accept", "application/json"), ""),
    "header Accept-Language": (without_header("accept-language"), ""),
    "header SO-TimeZone": (without_header("so-timezone"), ""),
    "header SO-Culture": (without_header("so-culture"), ""),
    "header SO-AppToken": (without_header("so-apptoken"), ""),
}


@pytest.mark.parametrize("what", IGNORED)
def test_what_a_server_ignores_is_noticed(what: str, docs: Path) -> None:
    change, reason = IGNORED[what]
    proof = proofs_of(docs, change)["proved", what]
    if reason:
        assert proof.outcome is ProofOutcome.IGNORED
        assert reason in proof.reason
    else:
        assert proof.outcome is not ProofOutcome.NOTICED
        assert proof.reason


def test_a_required_mark_that_a_server_ignores_is_noticed(docs: Path) -> None:
    proof = proofs_of(docs, without_query("depot", "3"))["required", "query depot"]
    assert proof.outcome is ProofOutcome.IGNORED
    assert proof.reason == "The server accepts a request without `depot`."


def test_a_body_that_a_server_does_not_look_at_is_noticed(docs: Path) -> None:
    async def hollow(scope: Scope, receive: Receive, send: Send) -> None:
        async def nothing() -> Message:
            await receive()
            return {"type": "http.request", "body": b'{"Label": "x"}'}

        fields = [f for f in scope.get("headers", []) if f[0] != b"content-length"]
        await app({**scope, "headers": fields}, nothing, send)

    catalog = Catalog.read(docs)
    app = create_app(catalog, DEFAULT_DATABASE)
    with reference_client(hollow, catalog) as client:
        [proofs] = Prover(catalog, client).run([catalog.by_uid["pack"]])
    found = {(p.subject.aspect, p.subject.what): p for p in proofs}
    assert found["required", "body Label"].outcome is ProofOutcome.IGNORED
    for what in ("body Label", "body Weight", "body Size"):
        assert found["proved", what].outcome is ProofOutcome.IGNORED
        assert "which is documented as" in found["proved", what].reason


@pytest.mark.parametrize(
    ("bounds", "reason"),
    [
        (Bounds(requests=5), "5 requests were sent, the limit."),
        (Bounds(seconds=0), "0 s had passed, the limit."),
    ],
)
def test_what_is_beyond_the_limits_is_not_covered(bounds: Bounds, reason: str, docs: Path) -> None:
    proofs = proofs_of(docs, bounds=bounds)
    assert sum(proof.requests for proof in proofs.values()) <= bounds.requests
    cut = [proof for proof in proofs.values() if proof.reason == reason]
    assert cut
    assert [proof for proof in proofs.values() if proof.is_cut] == cut
    lines = write_runs(
        RunReport([], Coverage((), ()), 1, proofs=[*proofs.values()]), RunFormat.TEXT
    )
    assert lines.splitlines()[-1] == f"{len(cut)} of them were not tried: {reason}"
    assert not [p for p in proofs.values() if p.outcome is ProofOutcome.IGNORED]


@pytest.mark.parametrize(
    ("kind", "body", "reasons"),
    [
        ("image/png", b"x", ["The answer is image/png, in which it could not show."] * 3),
        ("", b"", ["The answer has no content, in which it could not show."] * 3),
        (
            "application/json",
            b"{}",
            ["", "The answer has no property with a value.", "The answer is not a list."],
        ),
        ("application/json", b'{"Name": "Box"}', ["", "", "The answer is not a list."]),
        ("application/json", b'[{"Name": "Box"}]', ["", "", ""]),
    ],
)
def test_why_nothing_is_seen_is_told_by_the_answer(
    kind: str, body: bytes, reasons: list[str]
) -> None:
    answer = Exchange("GET", "/", "", Headers(), b"", 200, Headers([("Content-Type", kind)]), body)
    assert [why(answer) for why in (of_no_data, of_no_property, of_no_list)] == reasons


def run(docs: Path, *arguments: str | Path) -> Result:
    options = ["test", "--docs", docs, "--variations", "-n", "1", *arguments]
    done = CliRunner().invoke(main, [str(option) for option in options])
    if done.exception and not isinstance(done.exception, SystemExit):
        raise done.exception
    return done


PACKED = ("--pack", "superoffice")


@pytest.mark.slow  # It runs the samples, too.
def test_the_command_tells_what_is_covered(docs: Path, tmp_path: Path) -> None:
    coverage, cobertura = tmp_path / "coverage.json", tmp_path / "cobertura.xml"
    done = run(
        docs, *PACKED, "--coverage", coverage, "--cobertura", cobertura, "--fail-under", "proved=95"
    )
    assert done.exit_code == 0, done.output
    assert "proved" in done.stdout
    assert " variations with " in done.stdout
    found = read_coverage(coverage)
    assert [aspect.name for aspect in found.aspects] == [
        "operations", "parameters", "statuses", "proved", "values", "media-types", "required",
    ]  # fmt: skip
    assert found.percent("required") == 100
    assert [each.uid for each in found.operations] == ["crates", "pack"]
    assert found.operations[0].aspect("proved").total == 17
    assert [item.what for item in found.uncovered if "hint" in item.what] == [
        "query hint",
        "query hint (proved)",
    ]
    root = fromstring(cobertura.read_text())
    assert [each.get("filename", "").rpartition("/")[2] for each in root.iter("class")] == [
        "crates.md",
        "pack.md",
    ]
    hint = next(n for n, line in enumerate(LIST.split("\n"), 1) if line.startswith("| hint"))
    hits = {each.get("number"): each.get("hits") for each in next(root.iter("lines"))}
    assert (hits[str(hint)], hits[str(hint - 1)]) == ("0", "1")


@pytest.mark.slow  # It runs the samples, too.
def test_a_gate_by_aspect_fails(docs: Path) -> None:
    done = run(docs, *PACKED, "--fail-under", "proved=100")
    assert done.exit_code == 1
    assert re.search(
        r"^proved: \d+\.\d % covered; the limit is 100 %\.$", done.stderr, re.MULTILINE
    )


def test_a_gate_of_variations_needs_variations(docs: Path) -> None:
    options = ["test", "--docs", str(docs), "--fail-under", "proved=95"]
    done = CliRunner().invoke(main, options)
    assert done.exit_code == 2
    assert "add --variations" in done.stderr


@pytest.mark.slow  # It runs the samples, too.
@pytest.mark.parametrize("form", ["text", "json", "junit"])
def test_what_is_ignored_is_reported(form: str, docs: Path) -> None:
    catalog = Catalog.read(docs)
    app = ignoring(create_app(catalog, DEFAULT_DATABASE), without_query("$top"))
    with background(app) as url:
        done = run(docs, "--base-url", url, "--rate", "1000", "--format", form)
    assert done.exit_code == 1
    if form == "json":
        [found] = json.loads(done.stdout)["variations"]["ignored"]
        assert (found["uid"], found["what"]) == ("crates", "query $top")
    assert "The limit is 1, and the answer has 3." in done.stdout


@pytest.mark.slow  # It runs the samples, too.
def test_a_live_server_gets_nothing_that_changes_it_nor_wrong_credentials(docs: Path) -> None:
    seen: list[tuple[str, str]] = []
    catalog = Catalog.read(docs)
    app = create_app(catalog, DEFAULT_DATABASE)

    async def noting(scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http":
            fields = {name.decode(): value.decode() for name, value in scope["headers"]}
            seen.append((scope["method"], fields.get("authorization", "")))
        await app(scope, receive, send)

    with background(noting) as url:
        arguments = ("--base-url", url, "--rate", "1000", "--live-read-only", "--format", "json")
        done = run(docs, *arguments)
        assert {method for method, _ in seen} == {"GET"}
        assert {sent for _, sent in seen} == {"Basic cmVhZGVyOmNhbGxzaGVldA=="}
        assert "Wrong credentials are not sent to a live server" in done.stdout
        asked = len(seen)
        run(docs, *arguments[:-3], "--unsafe")
    assert "POST" in {method for method, _ in seen[asked:]}


def test_limits_of_one_operation(docs: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("callsheet.run.variations.plan.MAX_VALUES", 1)
    monkeypatch.setattr("callsheet.run.variations.headers.MAX_MEDIA_TYPES", 1)
    monkeypatch.setattr("callsheet.run.variations.plan.MAX_PROBES", 10)
    proofs = proofs_of(docs)
    of_list = {key: p for key, p in proofs.items() if p.subject.operation.uid == "crates"}
    assert [what for aspect, what in of_list if aspect == "values"] == ["query Size=Small"]
    assert [what for aspect, what in of_list if aspect == "media-types"] == [
        "answers application/json"
    ]
    assert sum(proof.requests for proof in of_list.values()) <= 10
    reasons = {proof.reason for proof in of_list.values()}
    assert "The operation has more than 5,000 variations, the limit." in reasons
