"""Samples are run against a server, and what is wrong with either is told by name."""

from __future__ import annotations

import json
import os
import re
import select as waiting
import socket
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from defusedxml.ElementTree import fromstring

from callsheet.catalog import Catalog
from callsheet.cli import main
from callsheet.configuration import DEFAULT_DATABASE
from callsheet.contrib.superoffice.pack import PACK as SUPEROFFICE
from callsheet.run import (
    Program,
    Result,
    Runner,
    ServerUnderTest,
    Verdict,
    coverage_of,
    programs_of,
    select,
    workers,
)
from callsheet.run.recorder import App, Message, Receive, Scope, Send
from callsheet.server.adapters.app import background, create_app
from tests.conftest import DOCS, ROOT
from tests.parcels import catalog_of, page

Run = Callable[[list[Program]], Iterator[Result]]
Change = Callable[["Answer"], None]


class Answer:
    """An answer on its way to the client, to be spoilt."""

    def __init__(self, status: int, headers: dict[str, str], body: bytes) -> None:
        self.status, self.headers, self.body = status, headers, body

    def set(self, name: str, value: Any) -> None:
        """Gives a property of the JSON object in the body another value."""
        self.body = json.dumps({**json.loads(self.body), name: value}).encode()

    def drop(self, name: str) -> None:
        """Takes a property out of the JSON object in the body."""
        value = json.loads(self.body)
        del value[name]
        self.body = json.dumps(value).encode()


def spoilt(app: App, change: Change) -> App:
    """An application that answers as another one does, but for one change."""

    async def answer(scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await app(scope, receive, send)
            return
        start: dict[str, Any] = {}

        async def change_and_send(message: Message) -> None:
            if message["type"] == "http.response.start":
                start.update(message)
                return
            headers = {k.decode().lower(): v.decode() for k, v in start["headers"]}
            found = Answer(start["status"], headers, message.get("body", b""))
            change(found)
            found.headers.pop("content-length", None)
            if found.body:
                found.headers["content-length"] = str(len(found.body))
            fields = [(k.encode(), v.encode()) for k, v in found.headers.items()]
            await send({**start, "status": found.status, "headers": fields})
            await send({"type": "http.response.body", "body": found.body})

        await app(scope, receive, change_and_send)

    return answer


def set_status(status: int) -> Change:
    return lambda answer: setattr(answer, "status", status)


def set_header(name: str, value: str) -> Change:
    return lambda answer: answer.headers.update({name: value})


def set_property(name: str, value: Any) -> Change:
    return lambda answer: answer.set(name, value)


INFO = "v1PersonEntity_GetImageInfo"
MEDIA_TYPES = (
    "application/json",
    "text/json",
    "application/xml",
    "text/xml",
    "application/json-patch+json",
    "application/merge-patch+json",
)
FAULTS: dict[str, tuple[str, Change, str, str, str]] = {
    "a wrong status": (INFO, set_status(202), "status", "200", "202"),
    "a missing property": (
        INFO,
        lambda answer: answer.drop("MimeType"),
        "body $.MimeType",
        "the property",
        "nothing",
    ),
    "a wrong media type": (
        INFO,
        set_header("content-type", "text/plain"),
        "media type",
        " or ".join(MEDIA_TYPES),
        "text/plain",
    ),
    "a string for int32": (
        INFO,
        set_property("BlobId", "1"),
        "body $.BlobId",
        "an integer (`int32`)",
        '"1"',
    ),
    "an integer beyond int32": (
        INFO,
        set_property("BlobId", 2**31),
        "body $.BlobId",
        "an integer of 32 bits (`int32`)",
        "2147483648",
    ),
    "a date that is none": (
        INFO,
        set_property("CreatedDate", "14.03.2026"),
        "body $.CreatedDate",
        "a date-time of RFC 3339, such as `2026-03-14T09:26:53Z`",
        '"14.03.2026"',
    ),
    "a number for a bool": (
        INFO,
        set_property("IsZipped", 0),
        "body $.IsZipped",
        "`true` or `false`",
        "0",
    ),
    "a header date that is none": (
        INFO,
        set_header("last-modified", "2026-03-14"),
        "header Last-Modified",
        "a date of RFC 9110, 5.6.7",
        "2026-03-14",
    ),
    "a body that is not JSON": (
        INFO,
        lambda answer: setattr(answer, "body", b"<html>"),
        "body",
        "JSON",
        "6 bytes: Expecting value: line 1 column 1 (char 0)",
    ),
    "an empty file": (
        "v1PersonEntity_GetImage",
        lambda answer: setattr(answer, "body", b""),
        "body",
        "a file of type image/png",
        "nothing",
    ),
    "a body where there is none": (
        "v1BLOBAgent_SetPersonImage",
        set_status(200),
        "status",
        "204",
        "200",
    ),
}


@pytest.fixture
def app(catalog: Catalog) -> App:
    return create_app(catalog, DEFAULT_DATABASE, packs=[SUPEROFFICE])


def results(catalog: Catalog, server: ServerUnderTest, selection: str = "") -> dict[str, Result]:
    """What came of the selected programs, by name."""
    programs = list(select(programs_of(catalog.operations), selection))
    with Runner(catalog, server).session(2) as run:
        return {result.program.name: result for result in run(programs)}


def test_every_sample_of_our_pages_passes_and_covers_them(catalog: Catalog, app: App) -> None:
    found = results(catalog, ServerUnderTest(app))
    assert {name: r.message for name, r in found.items() if r.verdict is not Verdict.PASSED} == {}
    coverage = coverage_of(catalog.operations, found.values())
    assert (coverage.percent("operations"), coverage.percent("statuses")) == (100, 100)
    kept = (ROOT / "sample-coverage.json").read_text(encoding="utf-8")
    assert coverage.as_json() == kept, "run: callsheet test --coverage sample-coverage.json"
    sent = {u.what for u in coverage.uncovered if u.uid == "v1PersonEntity_GetImage"}
    assert "query w" in sent
    assert "path personId" not in sent
    assert "header Accept" not in sent


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_of_the_server_is_told_by_name(catalog: Catalog, app: App, fault: str) -> None:
    uid, change, where, expected, got = FAULTS[fault]
    [result] = results(catalog, ServerUnderTest(spoilt(app, change)), f"{uid}.py").values()
    assert result.verdict is Verdict.FAILED
    [difference] = result.differences
    assert (difference.where, difference.expected, difference.got) == (where, expected, got)
    path, line = difference.documented
    shown = (DOCS / path).read_text(encoding="utf-8").split("\n")[line - 1]
    if where.startswith("body $."):
        assert where.removeprefix("body $.") in shown
    if where == "status":
        assert shown.startswith(f"| {expected} |")


def test_a_refusal_in_the_place_of_another_is_told(catalog: Catalog, app: App) -> None:
    server = ServerUnderTest(spoilt(app, set_status(410)))
    [result] = results(catalog, server, "v1PersonEntity_GetImage_404.py").values()
    assert result.verdict is Verdict.FAILED
    assert result.message.startswith("status: expected 404, got 410")


def test_a_fault_of_the_page_is_told_with_its_line() -> None:
    pages = {
        "sending": page(
            "a", "POST /api/Y", body=(("Size", "Shape", ""),), sent={"Size": {"Side": "x"}}
        ),
        "defining": page("b", "GET /api/Z", type_="Shape", rows=(("Side", "int32", ""),)),
    }
    catalog = catalog_of(pages)
    result = results(catalog, ServerUnderTest.reference(catalog, [SUPEROFFICE]))["a.py"]
    assert result.verdict is Verdict.FAULT
    assert 'Size.Side: expected an integer (`int32`), got "x"' in result.message
    path, line = result.place
    assert path == catalog.by_uid["b"].path
    assert "| Side | int32 |" in "\n".join(pages["defining"].split("\n")[line - 1 : line + 5])
    assert result.hint.startswith("Correct the example, or ")


def test_only_an_example_that_is_there_is_to_be_corrected() -> None:
    query = "| Name | Type | Required | Limits |\n| --- | --- | --- | --- |\n"
    query += "| size | int32 | Yes | above 3, below 4 |\n"
    statuses = "| Status | Description |\n| --- | --- |\n| 200 | It. |\n"
    text = "---\nuid: a\n---\n\n# A\n\n```http\nGET /a\n```\n\n"
    text += f"## Query parameters\n\n{query}\n## Responses\n\n{statuses}"
    catalog = catalog_of({"a": text})
    result = results(catalog, ServerUnderTest.reference(catalog))["a.py"]
    assert result.verdict is Verdict.FAULT
    assert result.hint.startswith("Give an example request, or say")


@pytest.mark.parametrize(
    ("kind", "body"),
    [
        ("application/problem+json", b'{"title": "No", "detail": "The  depot\\nis full."}'),
        ("application/json", b'{"message": "The depot is full."}'),
        ("application/json", b'"The depot is full."'),
        ("application/problem+xml", b"<p xmlns='urn:x'><detail>The depot is full.</detail></p>"),
    ],
)
def test_a_refusal_that_comes_instead_says_why(
    catalog: Catalog, app: App, kind: str, body: bytes
) -> None:
    def refuse(answer: Answer) -> None:
        answer.status, answer.headers, answer.body = 422, {"content-type": kind}, body

    server = ServerUnderTest(spoilt(app, refuse))
    found = results(catalog, server, "v1PersonEntity_GetImage.py")["v1PersonEntity_GetImage.py"]
    assert found.verdict is Verdict.FAILED
    assert found.differences[0].got_with_reason == "422: The depot is full."


def test_a_page_without_a_success_is_at_fault() -> None:
    text = page("a", "GET /api/Y/{id}", path=(("id", "int32", ""),), statuses=(404,))
    catalog = catalog_of({"x": text})
    found = results(catalog, ServerUnderTest.reference(catalog, [SUPEROFFICE]))
    assert found["a.py"].verdict is Verdict.FAULT
    assert "documents no success" in found["a.py"].message


@pytest.mark.parametrize(
    ("route", "statuses"),
    [
        ("GET /old", (302,)),
        ("GET /old/{id}", (404, 301)),
        ("GET /a%20b/{id}", (200,)),
        ("GET /a%2Fb/caf%C3%A9/x%20{id}.json", (200,)),
        ("GET /a%7Bb%7D", (200,)),
    ],
)
def test_redirections_and_encoded_routes_are_as_their_pages_say(
    route: str, statuses: tuple[int, ...]
) -> None:
    table = (
        "| Path Part | Type | Description |\n| --- | --- | --- |\n| id | int32 | Which one. |\n\n"
    )
    rows = "".join(f"| {code} | Outcome. |\n" for code in statuses)
    text = f"---\nuid: a\n---\n\n# A\n\n```http\n{route}\n```\n\nDoes it.\n\n"
    text += table if "{id}" in route else ""
    text += f"## Responses\n\n| Status | Description |\n| --- | --- |\n{rows}"
    catalog = catalog_of({"x": text})
    found = results(catalog, ServerUnderTest.reference(catalog))
    assert {name: r.message for name, r in found.items() if r.verdict is not Verdict.PASSED} == {}
    coverage = coverage_of(catalog.operations, found.values())
    assert coverage.percent("operations") == 100


STATED = """---
title: GET Thing
uid: a
---

# GET Thing

```http
GET /api/Thing
```

Gets one.

## Response: object

| Response | Description |
| --- | --- |
| 200 | It is there. |

### Response body: Thing

{table}

## Sample response

```http_
HTTP/1.1 200 OK
Content-Type: application/json

{shown}
```
"""
TELLING = """| Name | Type | Required | Limits | Values | Description |
| --- | --- | --- | --- | --- | --- |
| ThingId | int32 | Yes | at least 1 | | Its number. |
| Label | string | | at most 3 characters | | What is on it. |
| Kind | string | | | A, B | What it is. |"""
PLAIN = """| Name | Type | Description |
| --- | --- | --- |
| ThingId | int32 | Its number. |
| Sent | date-time | When. |"""


@pytest.mark.parametrize(
    ("table", "shown", "where"),
    [
        (TELLING, '{"ThingId": 1, "Label": "abc", "Kind": "A"}', ""),
        (TELLING, '{"ThingId": "x"}', "$.ThingId"),
        (TELLING, '{"ThingId": 0}', "$.ThingId"),
        (TELLING, '{"Label": "abc"}', "$"),
        (TELLING, '{"ThingId": 1, "Label": "abcd"}', "$.Label"),
        (TELLING, '{"ThingId": 1, "Kind": "C"}', "$.Kind"),
        # Half of the operations of real pages show that.
        (PLAIN, '{"ThingId": "x", "Sent": "tomorrow"}', ""),
    ],
)
def test_a_success_that_is_not_as_its_table_states_is_at_fault(
    table: str, shown: str, where: str
) -> None:
    text = STATED.format(table=table, shown=shown)
    catalog = catalog_of({"x": text})
    result = results(catalog, ServerUnderTest.reference(catalog, [SUPEROFFICE]))["a.py"]
    if not where:
        assert result.verdict is Verdict.PASSED
        return
    assert result.verdict is Verdict.FAULT
    assert result.differences[0].where.startswith(f"example {where}")
    name = "ThingId" if where == "$" else where[2:]
    assert text.split("\n")[result.place[1] - 1].startswith(f"| {name} |")


def test_a_refusal_without_a_body_is_handled() -> None:
    text = page("a", "HEAD /api/Y/{id}", path=(("id", "int32", ""),), statuses=(200, 404))
    catalog = catalog_of({"x": text})
    found = results(catalog, ServerUnderTest.reference(catalog, [SUPEROFFICE]))
    assert {name: r.message for name, r in found.items()} == {"a.py": "", "a_404.py": ""}


def test_programs_do_not_see_what_others_have_changed(catalog: Catalog, app: App) -> None:
    twice = [p for p in programs_of(catalog.operations) if "DeleteImageContent" in p.name]
    with Runner(catalog, ServerUnderTest(app)).session() as run:
        assert [r.verdict for _ in range(2) for r in run(twice)] == [Verdict.PASSED] * 2


def test_what_a_program_prints_and_how_it_ends_is_kept(catalog: Catalog, app: App) -> None:
    [program] = select(programs_of(catalog.operations), INFO)
    broken = program.sample.text + "raise SystemExit('that is all')\n"
    sample = type(program.sample)(INFO, program.sample.filename, broken, ())
    spoiled = Program(program.operation, program.status, sample)
    with Runner(catalog, ServerUnderTest(app)).session() as run:
        [result] = run([spoiled])
    assert result.verdict is Verdict.FAILED
    assert result.message == "The program ended with 1: that is all"
    assert '"MimeType": "image/png"' in result.output


def test_a_program_that_sends_nothing_fails(catalog: Catalog, app: App) -> None:
    [program] = select(programs_of(catalog.operations), INFO)
    sample = type(program.sample)(
        INFO, program.sample.filename, "import nothing_of_that_name\n", ()
    )
    with Runner(catalog, ServerUnderTest(app)).session() as run:
        [result] = run([Program(program.operation, program.status, sample)])
    assert result.verdict is Verdict.FAILED
    assert "No module named 'nothing_of_that_name'" in result.message


@pytest.mark.slow
def test_the_whole_corpus_is_executed(shared: Path) -> None:
    catalog = Catalog.read(shared / "corpus")
    found = results(catalog, ServerUnderTest.reference(catalog, [SUPEROFFICE]))
    assert len({r.program.operation.uid for r in found.values()}) == 803
    faults = {name: r.message for name, r in found.items() if r.verdict is Verdict.FAULT}
    failed = {name: r.message for name, r in found.items() if r.verdict is Verdict.FAILED}
    assert failed == {}
    # Two pages document no success.
    assert set(faults) == {"v1User_ExecuteUserCommand.py", "v1User_GetUserCommands.py"}
    coverage = coverage_of(catalog.operations, found.values())
    assert coverage.percent("statuses") >= 95


# The command line


def callsheet(*arguments: str) -> Any:
    return CliRunner().invoke(main, ["test", "--docs", str(DOCS), *arguments])


def test_the_command_reports_as_text_json_and_junit() -> None:
    selection = ["-k", "PersonEntity_GetImage not Info"]
    names = {"v1PersonEntity_GetImage.py", "v1PersonEntity_GetImage_404.py"}
    text = callsheet(*selection)
    assert text.exit_code == 0, text.output
    assert text.stdout.rstrip().endswith(": 2 passed")
    found = json.loads(callsheet(*selection, "--format", "json").stdout)
    assert found["counts"] == {"passed": 2, "failed": 0, "fault": 0, "skipped": 0}
    assert {result["program"] for result in found["results"]} == names
    suites = fromstring(callsheet(*selection, "--format", "junit").stdout)
    assert {case.get("name") for case in suites.iter("testcase")} == names
    assert not list(suites.iter("failure"))


def test_too_little_coverage_fails_the_command(tmp_path: Path) -> None:
    file = tmp_path / "coverage.json"
    done = callsheet("-k", INFO, "--coverage", str(file), "--fail-under", "parameters=100")
    assert done.exit_code == 1
    assert re.search(
        r"^parameters: \d+\.\d % covered; the limit is 100 %\.$", done.stderr, re.MULTILINE
    )
    written = json.loads(file.read_text(encoding="utf-8"))
    assert written["aspects"]["statuses"] == {"covered": 1, "total": 1, "percent": 100.0}
    assert {item["reason"] for item in written["uncovered"]} == {"No sample sends it."}
    assert callsheet("-k", INFO, "--fail-under", "100").exit_code == 0


@pytest.mark.parametrize(
    "arguments",
    [
        ["--fail-under", "half"],
        ["--fail-under", "pages=3"],
        ["--header", "no colon"],
        ["--base-url", "api.example.com"],
        ["--language", "cobol"],
        ["--language", "php"],
        ["-k", "nothing-has-this-name"],
    ],
)
def test_wrong_usage_is_a_message_and_exit_2(arguments: list[str]) -> None:
    done = callsheet(*arguments)
    assert done.exit_code == 2
    assert "Error: " in done.stderr
    assert "Traceback" not in done.output


def test_a_live_server_is_asked_with_the_credentials_of_the_environment(
    app: App, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[tuple[str, str]] = []

    async def witness(scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http":
            fields = {k.decode(): v.decode() for k, v in scope["headers"]}
            seen.append((scope["method"], fields["authorization"]))
            assert "callsheet-workspace" not in fields
        await app(scope, receive, send)

    with background(witness) as url:
        monkeypatch.setenv("CALLSHEET_AUTHORIZATION", "Bearer callsheet")
        done = callsheet("--base-url", url, "--live-read-only", "--format", "json")
    assert done.exit_code == 0, done.output
    assert {method for method, _ in seen} == {"GET"}
    assert {authorization for _, authorization in seen} == {"Bearer callsheet"}
    assert "Bearer callsheet" not in done.output


def test_a_server_that_is_not_there_is_one_message_about_the_server() -> None:
    done = callsheet("--base-url", "http://127.0.0.1:9", "-k", INFO)
    assert done.exit_code == 2
    assert done.stderr.splitlines() == [
        "Error: The server at `http://127.0.0.1:9` cannot be reached: Connection refused."
        " Start it, or correct --base-url."
    ]
    assert done.stdout == ""


def test_a_server_that_stops_answering_is_one_message_about_the_server() -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        url = f"http://127.0.0.1:{listener.getsockname()[1]}"
        done = callsheet("--base-url", url, "--timeout", "0.1", "-k", "Person", "-n", "4")
    assert done.exit_code == 2
    assert "requests in a row had no usable answer" in done.stderr
    assert "Remedy" not in done.output
    assert done.stdout == ""


def test_selections_are_combined(catalog: Catalog) -> None:
    def selected(*expressions: str) -> set[str]:
        return {program.name for program in select(programs_of(catalog.operations), *expressions)}

    one, other = selected(INFO), selected("delete")
    assert one
    assert other
    assert one != other
    assert selected(INFO, "delete") == one | other
    assert selected() >= one | other


def test_the_examples_with_names_of_the_guide_pass(tmp_path: Path) -> None:
    guide = (DOCS / "page-format.md").read_text(encoding="utf-8")
    shown = guide.split('````markdown title="Examples with names"\n')[1].split("````")[0]
    route = "```http\nGET /api/v1/Parcel/{id}\n```\n\nGets a parcel.\n"
    path = "| Path Part | Type | Description |\n|---|---|---|\n| id | int32 | It. **Required** |\n"
    statuses = "| Response | Description |\n|---|---|\n| 200 | It. |\n| 404 | None. |\n"
    rows = "| Property Name | Type | Description |\n|---|---|---|\n| ParcelId | int32 | It. |\n"
    head = "---\ntitle: Get a parcel\nuid: Parcel_Get\n---\n\n# Get a parcel\n"
    body = f"## Response: object\n\n{statuses}\n### Response body: Parcel\n\n{rows}"
    text = "\n".join([head, route, path, body, shown])
    (tmp_path / "parcel.md").write_text(text, encoding="utf-8")
    result = CliRunner().invoke(main, ["test", "--docs", str(tmp_path)])
    assert result.exit_code == 0, result.output
    assert "3 passed" in result.output


STUBBORN = """\
import os, signal, subprocess, sys, time
pipe = os.open("pipe", os.O_RDWR)
subprocess.Popen([sys.executable, "-c", "import time; time.sleep(600)"], pass_fds=[pipe])
signal.signal(signal.SIGALRM, signal.SIG_IGN)
{end}
"""


@pytest.mark.parametrize("end", ["", "while True: time.sleep(1)"])
def test_nothing_of_a_program_outlives_it(tmp_path: Path, end: str) -> None:
    program = tmp_path / "stubborn.py"
    program.write_text(STUBBORN.format(end=end))
    os.mkfifo(tmp_path / "pipe")
    pipe = os.open(tmp_path / "pipe", os.O_RDONLY | os.O_NONBLOCK)
    with workers.WorkerProcess(timeout=1) as process:
        result = process.run(program, tmp_path, {})
        assert (result.code == 0) is (end == ""), result
        # It has an end as soon as nobody holds its other side any more.
        assert waiting.select([pipe], [], [], 10)[0]
    os.close(pipe)


LATE = """\
import sys
before = set(sys.modules)
import json, requests
try:
    requests.post("http://127.0.0.1:9/", json={}, auth=("a", "b"), timeout=5)
except requests.ConnectionError:
    pass
print(sorted(set(sys.modules) - before))
"""


def test_what_programs_use_is_imported_once_for_all(tmp_path: Path) -> None:
    program = tmp_path / "late.py"
    program.write_text(LATE)
    with workers.WorkerProcess() as process:
        results = [process.run(program, tmp_path, {"no_proxy": "127.0.0.1"}) for _ in range(2)]
    assert {(result.code, result.output) for result in results} == {(0, "[]\n")}


@pytest.mark.skipif(not hasattr(os, "getpgid"), reason="Windows has no groups of processes")
def test_ctrl_c_reaches_the_process_that_runs_programs_only_through_its_parent(
    tmp_path: Path,
) -> None:
    program = tmp_path / "group.py"
    program.write_text("import os\nprint(os.getpgid(os.getppid()))\n")
    with workers.WorkerProcess() as process:
        result = process.run(program, tmp_path, {})
    assert int(result.output) != os.getpgrp()
