"""Example requests are replayed against a live server, and its drift is told on the page's line."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from defusedxml.ElementTree import fromstring

from callsheet.catalog import Catalog
from callsheet.cli import main
from callsheet.configuration import DEFAULT_DATABASE
from callsheet.contrib.superoffice.pack import PACK as SUPEROFFICE
from callsheet.report import Format
from callsheet.run.model import Exchange
from callsheet.run.recorder import App, Receive, Scope, Send
from callsheet.run.verify import (
    MASK,
    LiveServer,
    NoAnswer,
    Redactor,
    Replay,
    RequestPolicy,
    Verifier,
    replays_of,
    select_replays,
)
from callsheet.server.adapters.app import background, create_app
from tests.conftest import DOCS
from tests.parcels import catalog_of, page
from tests.recorder import listening
from tests.test_run import FAULTS, Answer, set_header, set_property, set_status, spoilt

INFO = "v1PersonEntity_GetImageInfo"
INFO_PAGE = DOCS / "reference" / "Person" / f"{INFO}.md"
FAST = ("--rate", "1000", "--retries", "0")
SECRET = "s3cr3t/Value+of-Mine=="  # noqa: S105 - what the reports must not have
CODES = {
    "status": "CS803",
    "media type": "CS804",
    "header Last-Modified": "CS805",
    "body": "CS806",
}


@pytest.fixture
def app(catalog: Catalog) -> App:
    return create_app(catalog, DEFAULT_DATABASE, packs=[SUPEROFFICE])


def verify(
    url: str,
    *arguments: str | Path,
    docs: Path = DOCS,
    environment: Mapping[str, str] | None = None,
) -> Result:
    """What the command says of a server."""
    options = ["verify", "--docs", docs, "--base-url", url, *FAST, *arguments]
    done = CliRunner().invoke(main, [str(option) for option in options], env=environment)
    if done.exception and not isinstance(done.exception, SystemExit):
        raise done.exception
    return done


def findings(app: App, *arguments: str, docs: Path = DOCS) -> list[dict[str, Any]]:
    """What the command finds of an application."""
    with background(app) as url:
        done = verify(url, "--format", "json", *arguments, docs=docs)
    found: list[dict[str, Any]] = json.loads(done.stdout)["findings"]
    return found


def line_of(text: str, file: Path = INFO_PAGE) -> int:
    """The number of the first line that begins with a text."""
    lines = file.read_text(encoding="utf-8").split("\n")
    return next(n for n, line in enumerate(lines, 1) if line.startswith(text))


def answering(*answers: tuple[int, dict[str, str], bytes]) -> tuple[App, list[str]]:
    """An application that gives these answers in turn, the last one for ever, and who asked."""
    asked: list[str] = []

    async def answer(scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            return
        status, fields, body = answers[min(len(asked), len(answers) - 1)]
        asked.append(f"{scope['method']} {scope['path']}")
        headers = [(k.encode(), v.encode()) for k, v in fields.items()]
        await send({"type": "http.response.start", "status": status, "headers": headers})
        await send({"type": "http.response.body", "body": body})

    return answer, asked


@contextmanager
def silent_server(answers: int = 0) -> Iterator[tuple[str, list[str]]]:
    """A server that answers `[]` some times, and then closes each connection without a word."""
    asked: list[str] = []

    class Handler(BaseHTTPRequestHandler):
        def answer(self) -> None:
            asked.append(self.path)
            self.close_connection = True
            if len(asked) <= answers:
                self.send_response(200)
                self.send_header("Content-Type", "application/json")
                self.send_header("Content-Length", "2")
                self.end_headers()
                self.wfile.write(b"[]")

        do_GET = do_POST = answer  # noqa: N815 - the names that the base class calls

        def log_message(self, *_: Any) -> None:
            pass

    with listening(Handler) as url:
        yield url, asked


class Clock:
    """A clock that only goes on where somebody sleeps."""

    def __init__(self) -> None:
        self.now = 0.0
        self.slept: list[float] = []

    def __call__(self) -> float:
        return self.now

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.now += seconds


@contextmanager
def guest(app: App, policy: RequestPolicy, clock: Clock) -> Iterator[LiveServer]:
    """A client of an application, with a clock of its own."""
    with background(app) as url:
        server = LiveServer(url, (), policy, clock=clock, sleep=clock.sleep)
        try:
            yield server
        finally:
            server.close()


def replay_of(text: str) -> Replay:
    """The only example request of a page."""
    [replay] = replays_of(catalog_of({"page": text}).operations)
    return replay


LIST = page("list", "GET /api/Parcel", type_="array", example=["red"])
CREATE = page("create", "POST /api/Parcel", type_="array", sent={"Note": "x"}, example=["red"])


# Drift


def test_our_server_has_not_drifted_from_our_pages(app: App) -> None:
    with background(app) as url:
        done = verify(url)
    assert (done.exit_code, done.stdout) == (0, "No findings in 2 pages.\n")
    assert "Only sent with --unsafe: 12 requests that may change something." in done.stderr


def test_our_server_does_what_our_pages_say_of_changes_too(app: App) -> None:
    with background(app) as url:
        done = verify(url, "--unsafe")
    assert (done.exit_code, done.stdout) == (0, "No findings in 14 pages.\n")


@pytest.mark.parametrize("fault", [name for name in FAULTS if "BLOB" not in FAULTS[name][0]])
def test_drift_is_told_on_the_line_of_the_page(app: App, fault: str) -> None:
    uid, change, where, expected, got = FAULTS[fault]
    [finding] = findings(spoilt(app, change), "-k", f"{uid}.http")
    assert finding["code"] == CODES.get(where, "CS807")
    assert finding["uid"] == uid
    path = DOCS.parent / finding["path"]
    assert path.name == f"{uid}.md"
    text = path.read_text(encoding="utf-8").split("\n")[finding["line"] - 1]
    if where.startswith("body $."):
        assert text.startswith(f"| {where.removeprefix('body $.')} |")
        assert text[finding["column"] - 1 :].startswith(where.removeprefix("body $."))
    if where == "status":
        assert text.startswith(f"| {expected} |")
        assert finding["related"][0]["line"] == line_of("```http_", path)
    if where == "media type":
        assert text.startswith("| Accept |")
    assert got in finding["message"] or got in {"nothing", ""}
    assert finding["end"]["column"] > finding["column"]


def test_an_undocumented_property_is_told_at_the_table(app: App) -> None:
    [finding] = findings(spoilt(app, set_property("Colour", "red")), "-k", f"{INFO}.http")
    assert (finding["code"], finding["severity"]) == ("CS808", "warning")
    assert "`$.Colour`" in finding["message"]
    assert finding["line"] == line_of("| Property Name")


def test_the_media_type_of_the_example_counts_where_the_page_lists_others(app: App) -> None:
    change = set_header("content-type", "text/json")
    [finding] = findings(spoilt(app, change), "-k", f"{INFO}.http")
    assert (finding["code"], "`text/json`" in finding["message"]) == ("CS804", True)
    lines = INFO_PAGE.read_text(encoding="utf-8").split("\n")
    assert lines[finding["line"] - 1].lower().startswith("content-type:")


def write(folder: Path, **pages: str) -> Path:
    for name, text in pages.items():
        (folder / f"{name}.md").write_text(text, encoding="utf-8")
    return folder


def test_what_every_item_has_is_one_finding(tmp_path: Path) -> None:
    rows = (("Id", "int32", "Number."), ("Name", "string", "Name."))
    text = page(
        "all", "GET /api/Vase", type_="array", rows=rows, example=[{"Id": 1, "Name": "Ming"}]
    )
    items = [{"Id": str(n), "Name": "x", "Age": n} for n in range(50)]
    app, _ = answering((200, {"content-type": "application/json"}, json.dumps(items).encode()))
    found = findings(app, docs=write(tmp_path, all=text))
    assert [(f["code"], re.findall("`(.*?)`", f["message"])[0]) for f in found] == [
        ("CS808", "$[*].Age"),
        ("CS807", "$[0].Id"),
    ]
    assert found[1]["line"] == line_of("| Id |", tmp_path / "all.md")


def test_what_only_an_example_shows_of_the_inside_may_have_more(tmp_path: Path) -> None:
    example = {"Rows": [{"Id": 1}], "Extra": 2}
    text = page("rows", "GET /api/Row", rows=(("Rows", "array", "All."),), example=example)
    answer = {"Rows": [{"Id": 1, "Name": "x"}], "Extra": 3}
    app, _ = answering((200, {"content-type": "application/json"}, json.dumps(answer).encode()))
    assert findings(app, docs=write(tmp_path, rows=text)) == []


def test_a_refusal_says_what_to_do(app: App) -> None:
    for status, word in ((401, "CALLSHEET_AUTHORIZATION"), (404, "`samples`")):
        [finding] = findings(spoilt(app, set_status(status)), "-k", f"{INFO}.http")
        assert finding["code"] == "CS803"
        assert word in finding["hint"]


def test_each_example_request_is_compared_with_the_response_below_it() -> None:
    second = "\n```http!\nGET /api/Parcel?page=2\n```\n\n```http_\nHTTP/1.1 404 Not Found\n```\n"
    catalog = catalog_of({"list": LIST + second})
    first, other = replays_of(catalog.operations)
    assert (first.program.status, first.request.query) == (200, ())
    assert (other.program.status, other.request.query) == (404, (("page", "2"),))
    app, asked = answering(
        (200, {"content-type": "application/json"}, b'["red"]'),
        (404, {"content-type": "application/json"}, b"{}"),
    )
    with background(app) as url:
        results = list(Verifier(catalog, LiveServer(url), Redactor()).run([first, other]))
    assert [result.findings for result in results] == [(), ()]
    assert len(asked) == 2


# What is sent


def test_nothing_that_changes_something_is_sent_unless_asked(catalog: Catalog, app: App) -> None:
    seen: list[str] = []

    async def count(scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http":
            seen.append(scope["method"])
        await app(scope, receive, send)

    with background(count) as url:
        verify(url)
        assert set(seen) == {"GET"}
        assert len(seen) == sum(o.method == "GET" for o in catalog.operations)
        seen.clear()
        verify(url, "--unsafe")
    assert len(seen) == len(catalog.operations)
    # What deletes comes last, so that nothing misses what was deleted.
    assert seen[:2] == ["GET", "GET"]
    assert seen.index("DELETE") == len(seen) - seen.count("DELETE")


def test_the_body_and_the_header_fields_are_those_of_the_sample(catalog: Catalog) -> None:
    sent: list[tuple[dict[str, str], bytes]] = []

    async def keep(scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            return
        body, more = b"", True
        while more:
            message = await receive()
            body += message.get("body", b"")
            more = message.get("more_body", False)
        sent.append(({k.decode(): v.decode("latin-1") for k, v in scope["headers"]}, body))
        await send({"type": "http.response.start", "status": 204, "headers": []})
        await send({"type": "http.response.body", "body": b""})

    operation = catalog.by_uid["v1PersonEntity_SaveImage_POST"]
    with background(keep) as url:
        verify(url, "--unsafe", "-k", operation.uid, "--header", "X-Trace: abc")
    [(fields, body)] = sent
    shown = operation.example_request
    assert shown is not None
    assert (
        fields["content-type"].split(";")[0] == (shown.header("content-type") or "").split(";")[0]
    )
    assert fields["authorization"] == shown.header("authorization")
    assert fields["x-trace"] == "abc"
    assert b"\x89PNG\r\n\x1a\n" in body


def test_credentials_of_the_environment_replace_those_of_the_example(app: App) -> None:
    seen: list[str] = []

    async def witness(scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http":
            seen.append(dict(scope["headers"])[b"authorization"].decode())
        await app(scope, receive, send)

    with background(witness) as url:
        verify(url, "-k", INFO, environment={"CALLSHEET_AUTHORIZATION": "Bearer callsheet\n"})
        verify(url, "-k", INFO, "--header", "authorization: Bearer other")
    assert seen == ["Bearer callsheet", "Bearer other"]


def test_redirections_are_told_and_not_followed(tmp_path: Path) -> None:
    docs = write(tmp_path, list=LIST)
    other, asked = answering((200, {}, b""))
    with background(other) as elsewhere:
        app, _ = answering((302, {"location": f"{elsewhere}/api/Parcel"}, b""))
        [finding] = findings(app, docs=docs)
    assert finding["code"] == "CS803"
    assert asked == []


def test_cookies_of_an_answer_are_not_sent_again() -> None:
    cookies: list[bool] = []

    async def answer(scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http":
            cookies.append(b"cookie" in dict(scope["headers"]))
            fields = [(b"set-cookie", b"session=1; Path=/")]
            await send({"type": "http.response.start", "status": 204, "headers": fields})
            await send({"type": "http.response.body", "body": b""})

    replay = replay_of(LIST)
    with guest(answer, RequestPolicy(), Clock()) as server:
        for _ in range(2):
            server.ask(replay.request, 200)
    assert cookies == [False, False]


# RequestPolicy


def test_no_more_requests_are_sent_in_a_second_than_allowed() -> None:
    app, asked = answering((200, {}, b""))
    replay, clock = replay_of(LIST), Clock()
    times = []
    with guest(app, RequestPolicy(rate=4), clock) as server:
        for _ in range(9):
            server.ask(replay.request, 200)
            times.append(clock.now)
    assert len(asked) == 9
    assert times == [number / 4 for number in range(9)]


def ask(
    text: str, policy: RequestPolicy, *answers: tuple[int, dict[str, str]]
) -> tuple[int, int, list[float]]:
    """The last status that a request brings about, how often it was sent, and the waits."""
    app, asked = answering(*((status, fields, b"") for status, fields in answers))
    replay, clock = replay_of(text), Clock()
    with guest(app, policy, clock) as server:
        found = server.ask(replay.request, replay.program.status)
    assert isinstance(found, Exchange)
    return found.status, len(asked), clock.slept


@pytest.mark.parametrize(
    ("text", "answers", "status", "requests", "slept"),
    [
        (LIST, [(503, {}), (502, {}), (200, {})], 200, 3, [0.5, 1]),
        (LIST, [(429, {"retry-after": "7"}), (200, {})], 200, 2, [7]),
        (LIST, [(503, {"retry-after": "soon"}), (200, {})], 200, 2, [0.5]),
        # An hour is too long to wait, and asking earlier is not what the server wants.
        (LIST, [(503, {"retry-after": "3600"}), (200, {})], 503, 1, []),
        (LIST, [(504, {})], 504, 3, [0.5, 1]),
        (LIST, [(500, {}), (200, {})], 500, 1, []),
        # It may have been done, so that it is not done again.
        (CREATE, [(502, {}), (200, {})], 502, 1, []),
        (CREATE, [(429, {}), (200, {})], 200, 2, [0.5]),
    ],
)
def test_what_fails_for_the_moment_is_sent_again(
    text: str,
    answers: list[tuple[int, dict[str, str]]],
    status: int,
    requests: int,
    slept: list[float],
) -> None:
    got, sent, waits = ask(text, RequestPolicy(rate=1000), *answers)
    assert (got, sent) == (status, requests)
    assert [seconds for seconds in waits if seconds > 0.001] == slept


def test_a_date_to_wait_for_is_by_the_clock_of_the_server() -> None:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(503)
            self.send_header("Retry-After", "Sat, 14 Mar 2026 09:00:40 GMT")
            self.send_header("Content-Length", "0")
            self.end_headers()

        def date_time_string(self, timestamp: float | None = None) -> str:
            return "Sat, 14 Mar 2026 09:00:00 GMT"

        def log_message(self, *_: Any) -> None:
            pass

    clock = Clock()
    with listening(Handler) as url:
        server = LiveServer(url, (), RequestPolicy(retries=1), clock=clock, sleep=clock.sleep)
        server.ask(replay_of(LIST).request, 200)
        server.close()
    assert clock.slept == [40]


def test_a_status_that_the_page_shows_is_no_failure() -> None:
    text = LIST.replace("HTTP/1.1 200 OK", "HTTP/1.1 503 Service Unavailable")
    assert ask(text, RequestPolicy(), (503, {"retry-after": "7"})) == (503, 1, [])


def test_a_broken_connection_is_tried_again() -> None:
    replay, clock = replay_of(LIST), Clock()
    with silent_server() as (url, asked):
        server = LiveServer(url, (), RequestPolicy(rate=1000), clock=clock, sleep=clock.sleep)
        found = server.ask(replay.request, 200)
        assert isinstance(found, NoAnswer)
        assert found.reached
        assert len(asked) == 3
        server.ask(replay_of(CREATE).request, 200)
        assert len(asked) == 4
        server.close()


# Servers that are not there


def test_a_server_that_cannot_be_reached_exits_with_2() -> None:
    done = verify("http://127.0.0.1:9", "-k", INFO)
    assert (done.exit_code, done.stdout) == (2, "")
    message = "Error: The server at `http://127.0.0.1:9` cannot be reached: Connection refused."
    assert done.stderr.splitlines()[-1] == message


def test_one_operation_without_an_answer_is_drift(tmp_path: Path) -> None:
    docs = write(tmp_path, list=LIST)
    with silent_server() as (url, _):
        done = verify(url, "--format", "json", docs=docs)
    assert done.exit_code == 1
    [finding] = json.loads(done.stdout)["findings"]
    assert finding["code"] == "CS801"
    assert finding["line"] == line_of("```http", docs / "list.md") + 1
    assert "0x" not in finding["message"]


def test_a_server_that_has_gone_is_left_alone(tmp_path: Path) -> None:
    pages = {f"p{n}": page(f"p{n}", f"GET /api/P{n}", type_="array") for n in range(9)}
    docs = write(tmp_path, **pages)
    with silent_server(answers=1) as (url, asked):
        done = verify(url, "--format", "json", docs=docs)
    assert done.exit_code == 2
    assert "5 requests in a row got no answer" in done.stderr
    assert len(asked) == 6
    # What came before is reported.
    assert [f["code"] for f in json.loads(done.stdout)["findings"]] == ["CS801"] * 5


# Secrets


def telling_all(app: App) -> App:
    """A server that puts the credentials that it gets wherever it can."""

    async def tell(scope: Scope, receive: Receive, send: Send) -> None:
        secret = ""
        if scope["type"] == "http":
            secret = dict(scope["headers"]).get(b"x-key", b"").decode()

        def change(answer: Answer) -> None:
            answer.headers["last-modified"] = secret
            answer.headers["set-cookie"] = "id=c00kie-monster; Path=/"
            for name, value in {
                "BlobId": secret,
                "IsZipped": f"see https://x/?key={secret.replace('/', '%2F')}",
                "CreatedDate": "c00kie-monster",
                "AccessToken": "t0ken-in-body",
                "UpdatedDate": "it was t0ken-in-body",
                "UpdatedBy": "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.dQw4w9WgXcQ4w9W",
                secret: 1,
            }.items():
                answer.set(name, value)

        await spoilt(app, change)(scope, receive, send)

    return tell


@pytest.mark.parametrize("form", list(Format))
def test_no_secret_is_reported(app: App, form: Format) -> None:
    with background(telling_all(app)) as url:
        header = ("--header", f"X-Key: {SECRET}")
        done = verify(url, *header, "-k", INFO, "--format", form)
        plain = verify(url, *header, "-k", INFO, "--format", "json")
    assert done.exit_code == 1
    assert len(json.loads(plain.stdout)["findings"]) >= 5
    output = done.stdout + done.stderr
    told = ["s3cr3t", "Value+of", "Mine", "c00kie", "t0ken", "eyJhbGci", "cmVhZGVy"]
    assert [word for word in told if word in output] == []
    assert MASK in output


def test_credentials_are_known_in_every_spelling() -> None:
    redact = Redactor([("Authorization", "Basic YWRhOm15LXBhc3N3b3Jk"), ("X-Id", "ab")])
    for text in (
        "Basic YWRhOm15LXBhc3N3b3Jk",
        "YWRhOm15LXBhc3N3b3Jk",
        "ada:my-password",
        "ada%3Amy-password",
        "the password my-password it is",
        '"Basic YWRhOm15LXBh..."',
    ):
        assert MASK in redact(text)
        assert not re.search("YWRh|my-pass", redact(text))
    # What is short is a secret where it stands alone.
    assert redact("ab is about") == f"{MASK} is about"


def test_what_is_no_secret_is_reported() -> None:
    redact = Redactor()
    for text in (
        "2026-03-14T09:00:00.1234567+02:00",
        "6f9619ff-8b86-d011-b42d-00c04fc964ff",
        "application/vnd.openxmlformats-officedocument",
        "`$.UpdatedByAssociateFullName`",
    ):
        assert redact(text) == text


@pytest.mark.parametrize(
    ("arguments", "environment"),
    [
        (("--header", f"X-Key {SECRET}"), {}),
        (("--header", f"X-Key: {SECRET}\nX-Other: 1"), {}),
        ((), {"CALLSHEET_AUTHORIZATION": f"Bearer {SECRET}\nX-Other: 1"}),
        (("--base-url", f"https://ada:{SECRET}@api.example.com"), {}),
        (("--base-url", f"https://api.example.com?key={SECRET}"), {}),
        (("--base-url", f"ftp://{SECRET}"), {}),
    ],
)
def test_no_message_repeats_a_secret(
    arguments: tuple[str, ...], environment: dict[str, str]
) -> None:
    done = verify("http://127.0.0.1:9", *arguments, environment=environment)
    assert done.exit_code == 2
    assert "Error: " in done.stderr
    assert "s3cr3t" not in done.output


# The command


def test_each_format_is_what_it_should_be(app: App, tmp_path: Path) -> None:
    change = set_property("BlobId", "x")
    with background(spoilt(app, change)) as url:
        outputs = {f: verify(url, "-k", INFO, "--format", f).stdout for f in Format}
        file = tmp_path / "report.sarif"
        written = verify(url, "-k", INFO, "--format", "sarif", "-o", file)
    assert (written.exit_code, written.stdout) == (1, "")
    assert json.loads(file.read_text(encoding="utf-8")) == json.loads(outputs[Format.SARIF])
    row = line_of("| BlobId |")
    [result] = json.loads(outputs[Format.SARIF])["runs"][0]["results"]
    assert result["ruleId"] == "CS807"
    assert result["locations"][0]["physicalLocation"]["region"]["startLine"] == row
    [issue] = json.loads(outputs[Format.GITLAB])
    assert issue["location"]["lines"]["begin"] == row
    suites = fromstring(outputs[Format.JUNIT])
    assert sum(1 for _ in suites.iter("failure")) == 1
    assert f"line={row}," in outputs[Format.GITHUB].splitlines()[0]
    assert f"{INFO}.md:{row}:3: error CS807" in outputs[Format.TEXT]


def test_the_level_says_what_fails(app: App) -> None:
    with background(spoilt(app, set_property("Colour", 1))) as url:
        assert verify(url, "-k", INFO).exit_code == 1
        done = verify(url, "-k", INFO, "--fail-level", "error")
    assert (done.exit_code, "warning CS808" in done.stdout) == (0, True)


@pytest.mark.parametrize(
    ("check", "code", "found"),
    [
        ("{ignore: [CS808]}", 0, []),
        ("{severity: {CS808: note}}", 0, ["note"]),
        # What is selected for the pages does not unselect this.
        ("{select: [CS010]}", 1, ["warning"]),
    ],
)
def test_the_configuration_is_followed(
    app: App, tmp_path: Path, check: str, code: int, found: list[str]
) -> None:
    config = tmp_path / "mkdocs.yml"
    options = f"plugins:\n  - callsheet:\n      check: {check}\n"
    config.write_text(f"site_name: x\ndocs_dir: {DOCS}\n{options}", encoding="utf-8")
    with background(spoilt(app, set_property("Colour", 1))) as url:
        done = verify(url, "-f", config, "-k", INFO, "--format", "json")
    assert done.exit_code == code
    assert [f["severity"] for f in json.loads(done.stdout)["findings"]] == found


def test_a_comment_on_the_page_suppresses_and_the_check_lets_it_be(tmp_path: Path) -> None:
    comment = "<!-- callsheet: ignore CS803 -- it is being migrated -->\n\n## Response:"
    docs = write(tmp_path, list=LIST.replace("## Response:", comment))
    app, _ = answering((410, {}, b""))
    with background(app) as url:
        done = verify(url, docs=docs)
    assert done.exit_code == 0
    assert "Not shown: 1 suppressed on the pages." in done.stdout
    done = CliRunner().invoke(main, ["check", "--docs", str(docs), "--select", "CS9"])
    assert (done.exit_code, done.stdout) == (0, "No findings in 1 page.\n")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["-k", "nothing-has-this-name"], "No example request that may be sent is selected"),
        (["-k", "DELETE"], "No example request that may be sent is selected"),
        (["--rate", "0"], "--rate"),
        (["--retries", "-1"], "--retries"),
        (["--format", "xml"], "--format"),
        (["--docs", "nowhere"], "nowhere"),
        (["--base-url", "api.example.com"], "is not the address of a server"),
    ],
)
def test_wrong_usage_is_a_message_and_exit_2(arguments: list[str], message: str) -> None:
    done = verify("http://127.0.0.1:9", *arguments)
    assert done.exit_code == 2
    assert message in done.stderr
    assert "Traceback" not in done.output


def test_replays_are_selected_as_programs_are(catalog: Catalog) -> None:
    replays = list(replays_of(catalog.operations))
    found = select_replays(replays, "PersonEntity_GetImage not Info")
    assert [replay.operation.uid for replay in found] == ["v1PersonEntity_GetImage"]
