"""No server makes `callsheet test` or `callsheet verify` wait, read or fill memory without end."""

from __future__ import annotations

import gzip
import json
import subprocess
import sys
import zlib
from pathlib import Path
from typing import Any

import pytest

from callsheet.catalog import Catalog
from callsheet.contrib.superoffice.pack import PACK as SUPEROFFICE
from callsheet.run import Result, Runner, ServerUnderTest, Verdict, programs_of
from callsheet.run.verify import LiveServer, NoAnswer, Redactor, RequestPolicy, Verifier, replays_of
from tests.hostile import MIB, MODES, Mode, hostile, whole
from tests.parcels import catalog_of, page
from tests.processes import CALLSHEET, SECONDS

pytestmark = pytest.mark.slow

WAIT = 0.5
"""Seconds that an answer may take here."""

LATE = f"the answer was not complete within {WAIT:g} s, the limit"
LARGE = "the answer is larger than 8 MiB, the limit"
ON_THE_WIRE = "the answer is larger than 16 MiB on the wire, the limit"
HEAD = "the head of the answer is larger than 64 KiB, the limit"
REASONS = {
    "endless body": LARGE,
    "endless body until the end": LARGE,
    "large body announced": LARGE,
    "slow body": LATE,
    "slow head": LATE,
    "slow first line": LATE,
    "silence": LATE,
    "gzip bomb": "the answer is larger than 8 MiB when it is decoded, the limit",
    "deflate bomb": "the answer is larger than 8 MiB when it is decoded, the limit",
    "gzip bomb in gzip": "the answer is encoded as `gzip, gzip`, which was not asked for",
    "unknown encoding": "the answer is encoded as `zip`, which was not asked for",
    "broken gzip": "the answer is not encoded as gzip, although it says so",
    "many fields": "got more than 100 headers",
    "large field": HEAD,
    "large head": HEAD,
    "early hints": HEAD,
    "continue": HEAD,
    "chunk extensions": "",
    "small chunks": ON_THE_WIRE,
    "trailers": ON_THE_WIRE,
    "short body": "",
    "negative chunk": "",
    "other protocol": "the answer has the status 101, which does not end a request",
    "unknown status": "the answer has the status 700, which does not end a request",
    "junk": "",
}
"""What is said of each mode; nothing where two libraries have different words for it."""

TAKEN = 24 * MIB
"""More than this, no server gets rid of: the limit, and what is under way in the system."""

LIST = page("list", "GET /api/Parcel", type_="array", example=["red"])


def results_of(url: str, text: str = LIST, **options: Any) -> list[Result]:
    """What came of the programs of a page against a server."""
    catalog = catalog_of({"page": text})
    server = ServerUnderTest.at(url, options.pop("headers", ()), options.pop("seconds", WAIT))
    with Runner(catalog, server).session() as run:
        return list(run(list(programs_of(catalog.operations, **options))))


def answer_of(url: str, text: str = LIST, seconds: float = WAIT) -> Any:
    """What a server answers to the example request of a page, or why it does not."""
    [replay] = replays_of(catalog_of({"page": text}).operations)
    server = LiveServer(url, (), RequestPolicy(rate=1000, retries=0, timeout=seconds))
    try:
        return server.ask(replay.request, 200)
    finally:
        server.close()


def seconds_for(mode: str) -> float:
    """How long an answer may take: no longer than needed where that is what ends it."""
    return WAIT if REASONS[mode] == LATE else SECONDS


def test_each_mode_has_its_reason() -> None:
    assert set(REASONS) == set(MODES)


@pytest.mark.slow
@pytest.mark.parametrize("mode", MODES)
def test_a_program_meets_an_end_and_the_report_says_why(mode: str) -> None:
    with hostile(MODES[mode]) as server:
        [result] = results_of(server.url, seconds=seconds_for(mode))
        assert server.sent < TAKEN
    assert result.verdict is Verdict.FAILED
    assert f"status: expected 200, got no usable answer: {REASONS[mode]}" in result.message
    path, line = result.place
    assert LIST.split("\n")[line - 1].startswith("| 200 |")
    assert result.message.endswith(f"({path}:{line})")
    [exchange] = result.exchanges
    assert (exchange.status, exchange.body) == (0, b"")
    assert "502 Server Error" in result.errors


@pytest.mark.slow
@pytest.mark.parametrize("mode", MODES)
def test_verify_meets_an_end_and_says_why(mode: str) -> None:
    with hostile(MODES[mode]) as server:
        found = answer_of(server.url, seconds=seconds_for(mode))
        assert server.sent < TAKEN
    assert isinstance(found, NoAnswer)
    assert REASONS[mode] in found.reason
    assert found.reached


@pytest.mark.slow
@pytest.mark.parametrize("mode", ["silence", "slow first line"])
def test_a_handshake_that_never_ends_meets_an_end(mode: str) -> None:
    with hostile(MODES[mode], at_once=True) as server:
        url = server.url.replace("http:", "https:")
        [result] = results_of(url)
        found = answer_of(url)
    assert "got no usable answer: " in result.message
    assert isinstance(found, NoAnswer)


# What is taken


@pytest.mark.parametrize(
    "mode",
    {
        "as it is": lambda: whole(b'["red"]'),
        "gzip": lambda: whole(gzip.compress(b'["red"]'), b"Content-Encoding: gzip"),
        "gzip in parts": lambda: whole(
            gzip.compress(b'["r') + gzip.compress(b'ed"]'), b"Content-Encoding: x-GZIP"
        ),
        "deflate": lambda: whole(zlib.compress(b'["red"]'), b"Content-Encoding: deflate"),
        "early hints": lambda: iter(
            [
                b"HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\nLink: <a>\r\n\r\n",
                *whole(b'["red"]'),
            ]
        ),
        "folded and odd fields": lambda: whole(
            b'["red"]', b"X-Folded: a\r\n b", b"X-Bell: \x07", b"X Y: z"
        ),
        "chunks and trailers": lambda: iter(
            [
                b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n",
                b"Transfer-Encoding: chunked\r\n\r\n",
                b'3;a=b\r\n["r\r\n4\r\ned"]\r\n0\r\nX: y\r\n\r\n',
            ]
        ),
    }.items(),
    ids=lambda item: item[0],
)
def test_what_keeps_to_the_limits_is_taken(mode: tuple[str, Mode]) -> None:
    with hostile(mode[1]) as server:
        [result] = results_of(server.url, seconds=SECONDS)
        found = answer_of(server.url, seconds=SECONDS)
        for head in server.requests:
            assert b"\r\naccept-encoding: identity\r\n" in head.lower()
    assert (result.message, result.verdict) == ("", Verdict.PASSED)
    assert json.loads(result.output) == ["red"]
    assert (found.status, found.body) == (200, b'["red"]')
    assert found.headers.get("X-Folded") in {None, "a b"}
    assert not found.headers.get("X-Bell")


def test_a_program_is_led_nowhere_else() -> None:
    with hostile(lambda: whole(b'["red"]')) as elsewhere:
        head = f"HTTP/1.1 307 T\r\nLocation: {elsewhere.url}/x\r\nContent-Length: 0\r\n\r\n"
        with hostile(lambda: iter([head.encode()])) as server:
            [result] = results_of(server.url)
            assert len(server.requests) == 1
        assert elsewhere.requests == []
    assert "status: expected 200, got 307" in result.message
    # What the page may promise is still known.
    assert result.exchanges[0].headers.get("Location") == f"{elsewhere.url}/x"


# Bodies that are hostile


BODIES = {
    "deep": (b"[" * 200_000 + b"]" * 200_000, "it is nested too deeply"),
    "deep objects": (b'{"a":' * 200_000 + b"1" + b"}" * 200_000, "it is nested too deeply"),
    "not so deep": (b"[" * 500 + b"]" * 500, "it is nested too deeply"),
    "long integer": (b"1" * 5000, "a number has more than 4,300 digits"),
    "infinite": (b"[1e999]", "1e999 is too large"),
    "half of a pair": (b'["\\ud800"]', r"`\ud800` is half of a surrogate pair"),
    "not UTF-8": (b'["\xff"]', "can't decode byte 0xff"),
}


def json_answer(status: int, body: bytes) -> Mode:
    head = b"HTTP/1.1 %d X\r\nContent-Type: application/json\r\n" % status
    return lambda: iter([head, b"Content-Length: %d\r\n\r\n" % len(body), body])


@pytest.mark.parametrize("kind", BODIES)
def test_hostile_json_is_a_finding_and_no_traceback(kind: str, tmp_path: Path) -> None:
    body, reason = BODIES[kind]
    (tmp_path / "page.md").write_text(LIST, encoding="utf-8")
    catalog = Catalog.read(tmp_path)
    with hostile(json_answer(200, body)) as server:
        [result] = results_of(server.url, seconds=SECONDS)
        client = LiveServer(server.url)
        replays = replays_of(catalog.operations)
        [verified] = Verifier(catalog, client, Redactor()).run(replays)
        client.close()
    assert result.verdict is Verdict.FAILED
    assert reason in result.message
    [finding] = verified.findings
    assert finding.code == "CS806"
    assert reason in finding.message


@pytest.mark.parametrize("kind", BODIES)
def test_a_refusal_with_hostile_json_is_a_wrong_status(kind: str) -> None:
    with hostile(json_answer(400, BODIES[kind][0])) as server:
        [result] = results_of(server.url, seconds=SECONDS)
    assert result.message.startswith("status: expected 200, got 400")


@pytest.mark.parametrize("encoding", ["no-such-encoding", "utf-7", "shift_jis"])
def test_xml_in_an_odd_encoding_is_a_finding(encoding: str) -> None:
    text = LIST.replace("application/json", "application/xml")
    body = f'<?xml version="1.0" encoding="{encoding}"?><a/>'.encode()
    head = b"HTTP/1.1 200 OK\r\nContent-Type: application/xml\r\n"
    with hostile(lambda: iter([head + b"Content-Length: %d\r\n\r\n" % len(body) + body])) as server:
        [result] = results_of(server.url, text, seconds=SECONDS)
    assert "body: expected well-formed XML" in result.message


def test_what_a_server_sends_is_shortened_in_messages() -> None:
    with hostile(lambda: whole(b"[]", b"Last-Modified: " + b"x" * 60_000)) as server:
        [result] = results_of(server.url, seconds=SECONDS)
    assert len(result.message) < 400


# Secrets


SECRET = "s3cr3t/Value"  # noqa: S105 - what the reports must not have


@pytest.mark.parametrize(
    "answer",
    [
        f"HTTP/9 {SECRET}\r\n\r\n",
        f"{SECRET}\r\n\r\n",
        f"HTTP/1.1 200 OK\r\nContent-Encoding: {SECRET}\r\nContent-Length: 2\r\n\r\n{{}}",
        f"HTTP/1.1 200 OK\r\nLast-Modified: {SECRET}\r\nContent-Type: application/json\r\n"
        "Content-Length: 2\r\n\r\n[]",
        "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"
        f'Content-Length: {len(SECRET) + 2}\r\n\r\n"{SECRET}"',
    ],
)
def test_no_secret_that_a_server_sends_back_is_reported(answer: str) -> None:
    headers = [("X-Key", SECRET)]
    with hostile(lambda: iter([answer.encode()])) as server:
        [result] = results_of(server.url, headers=headers, seconds=SECONDS)
        assert SECRET.encode() in server.requests[0]
    assert result.verdict is Verdict.FAILED
    assert "s3cr3t" not in "\n".join(
        [result.message, str(result.differences), result.output, result.errors]
    )


def test_a_flood_of_secrets_is_kept_out_quickly() -> None:
    tokens = [{"token": f"{number:012}/"} for number in range(20_000)]
    body = json.dumps([*tokens, {"token": "/" * 65536}]).encode()
    with hostile(lambda: whole(body)) as server:
        exchange = answer_of(server.url, seconds=SECONDS)
    redact = Redactor([("X-Key", SECRET)]).learn(*exchange.parts)
    assert redact(f"it was 000000000007%2F and {SECRET}") == "it was *** and ***"
    assert redact("it was " + "/" * 300) == "it was ***"
    # So many that no pattern could look for them all.
    assert redact(body[:60_000].decode()) == "***"


# Programs


def run_program(text: str) -> Result:
    """What comes of a program that does what it likes."""
    catalog = catalog_of({"page": LIST})
    [program] = programs_of(catalog.operations)
    sample = type(program.sample)("list", program.sample.filename, text, ())
    changed = type(program)(program.operation, program.status, sample)
    with Runner(catalog, ServerUnderTest.reference(catalog, [SUPEROFFICE])).session() as run:
        [result] = run([changed])
    return result


def test_what_a_program_prints_has_an_end() -> None:
    result = run_program("while True:\n    print('x' * 65536)\n")
    assert "File too large" in result.message
    assert len(result.output) == 65536


# The commands


# Started by a small process, since a process begins with the size of the one that starts it.
MEASURED = """
import resource, subprocess, sys
done = subprocess.run(sys.argv[1:], stdout=subprocess.PIPE, text=True)
print(done.returncode, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
print(done.stdout)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="it is measured in other units elsewhere")
@pytest.mark.slow
@pytest.mark.parametrize(
    ("command", "mode"),
    [("test", "endless body"), ("test", "gzip bomb"), ("verify", "gzip bomb")],
)
def test_the_commands_stay_small(command: str, mode: str, tmp_path: Path) -> None:
    (tmp_path / "list.md").write_text(LIST, encoding="utf-8")
    with hostile(MODES[mode]) as server:
        options: list[str | Path] = [
            "--docs",
            tmp_path,
            "--base-url",
            server.url,
            "--timeout",
            str(SECONDS),
        ]
        done = subprocess.run(
            [sys.executable, "-c", MEASURED, CALLSHEET, command, *options],
            stdout=subprocess.PIPE,
            text=True,
            check=True,
            timeout=SECONDS,
        )
    figures, _, output = done.stdout.partition("\n")
    code, kibibytes = map(int, figures.split())
    assert code == 1
    assert "got no usable answer: the answer is larger than 8 MiB" in output
    assert "list.md:" in output
    # Loading the program takes 70 MiB; half a GiB is what the server would send.
    assert kibibytes < 160 * 1024
