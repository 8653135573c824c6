"""What live servers and programs may cost those who run `callsheet test` and `callsheet verify`."""

from __future__ import annotations

import gzip
from http.client import BadStatusLine
from pathlib import Path

from click import Command

from callsheet.cli import test, verify
from callsheet.run import Runner, ServerUnderTest, Verdict, programs_of, workers
from callsheet.run.answers import reason_of
from callsheet.run.verify import LiveServer, NoAnswer, RequestPolicy, replays_of
from tests.hostile import MIB, Mode, hostile, whole
from tests.limits import Row, tries
from tests.parcels import catalog_of, page
from tests.processes import SECONDS
from tests.test_live_limits import LIST, answer_of, json_answer, results_of, run_program

KIB = 1024
START = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nX: "
END = b'\r\nContent-Length: 7\r\n\r\n["red"]'


def holds(within: Mode, beyond: Mode, reason: str) -> None:
    """What is within a limit is taken by both commands, and what is beyond it by none."""
    for mode, taken in ((within, True), (beyond, False)):
        with hostile(mode) as server:
            [result] = results_of(server.url, seconds=SECONDS)
            found = answer_of(server.url, seconds=SECONDS)
        if taken:
            assert "no usable answer" not in result.message
            assert not isinstance(found, NoAnswer)
        else:
            assert f"got no usable answer: {reason}" in result.message
            assert reason in found.reason


@tries("content of an answer, as sent and decoded")
def content(row: Row, folder: Path) -> None:
    assert row.limit == "8 MiB"
    text = b'"%b"' % (b"x" * (8 * MIB - 2))
    holds(lambda: whole(text), lambda: whole(text + b" "), f"the answer is larger than {row.limit}")
    packed = [gzip.compress(part, 1) for part in (text, text + b" ")]
    holds(
        lambda: whole(packed[0], b"Content-Encoding: gzip"),
        lambda: whole(packed[1], b"Content-Encoding: gzip"),
        f"the answer is larger than {row.limit} when it is decoded",
    )


@tries("answer on the wire, with chunks and trailers")
def wire(row: Row, folder: Path) -> None:
    assert row.limit == "16 MiB"
    start = START + b'y\r\nTransfer-Encoding: chunked\r\n\r\n7\r\n["red"]\r\n0\r\n'
    trailer = b"X: " + b"y" * (32 * KIB - 5) + b"\r\n"
    holds(
        lambda: iter([start, trailer * 511, b"\r\n"]),
        lambda: iter([start, trailer * 515, b"\r\n"]),
        f"the answer is larger than {row.limit} on the wire",
    )


@tries("head of an answer, with interim answers")
def head(row: Row, folder: Path) -> None:
    assert row.limit == "64 KiB"
    hints = b"HTTP/1.1 103 Early Hints\r\nLink: " + b"y" * 32 * KIB + b"\r\n\r\n"
    room = 64 * KIB - len(hints) - len(START) - len(END) + len(b'["red"]')
    holds(
        lambda: iter([hints + START + b"y" * room + END]),
        lambda: iter([hints + START + b"y" * (room + 1) + END]),
        f"the head of the answer is larger than {row.limit}",
    )


@tries("header fields of an answer")
def fields(row: Row, folder: Path) -> None:
    # Two are there already, and some versions of the library count the line below them, too.
    more = int(row.limit) - 3
    holds(
        lambda: whole(b'["red"]', *[b"X: y"] * more),
        lambda: whole(b'["red"]', *[b"X: y"] * (more + 2)),
        f"got more than {row.limit} headers",
    )


def late(row: Row, command: Command) -> None:
    """The default is as the row says; that a smaller one holds is tried, too."""
    [option] = [p for p in command.params if p.name == "timeout"]
    assert row.limit == f"{option.default} seconds"
    with hostile(lambda: iter([START, b"", b"", b"", b"", b"", b"", b"", b"", END])) as server:
        for seconds, taken in ((SECONDS, True), (0.2, False)):
            reason = f"the answer was not complete within {seconds:g} s"
            if command.name == "test":
                [result] = results_of(server.url, seconds=seconds)
                assert (reason in result.message) is not taken
            else:
                assert isinstance(answer_of(server.url, seconds=seconds), NoAnswer) is not taken


@tries("time for an answer in `callsheet verify`")
def time_in_verify(row: Row, folder: Path) -> None:
    late(row, verify.command)


@tries("time for an answer in `callsheet test`")
def time_in_test(row: Row, folder: Path) -> None:
    late(row, test.command)


@tries("requests in a row without an answer")
def silences(row: Row, folder: Path) -> None:
    catalog = catalog_of({f"p{n}": page(f"p{n}", f"GET /api/P{n}") for n in range(7)})
    with hostile(lambda: iter([b"junk\r\n\r\n"])) as server:
        with Runner(catalog, ServerUnderTest.at(server.url)).session() as run:
            results = list(run(list(programs_of(catalog.operations))))
        assert len(server.requests) == int(row.limit)
    assert [result.verdict for result in results] == [Verdict.FAILED] * 7
    assert f"{row.limit} requests in a row had none" in results[-1].message


@tries("waits that a server asks for, each and in all")
def waits(row: Row, folder: Path) -> None:
    assert row.limit == "120 and 600 seconds"
    for asked, waited in ((120, [120] * 5), (121, [])):
        slept: list[float] = []
        head = b"HTTP/1.1 503 x\r\nConnection: close\r\nContent-Length: 0\r\n"
        busy = head + b"Retry-After: %d\r\n\r\n" % asked
        [replay] = replays_of(catalog_of({"page": LIST}).operations)
        with hostile(lambda busy=busy: iter([busy])) as server:  # type: ignore[misc]
            client = LiveServer(server.url, (), RequestPolicy(rate=1000), sleep=slept.append)
            for _ in range(9):
                client.ask(replay.request, 200)
            client.close()
        assert [seconds for seconds in slept if seconds > 1] == waited


@tries("levels of JSON in an answer")
def levels(row: Row, folder: Path) -> None:
    for more, reason in ((0, "expected"), (1, "it is nested too deeply")):
        depth = int(row.limit) + more
        with hostile(json_answer(200, b'{"a":' * depth + b"1" + b"}" * depth)) as server:
            [result] = results_of(server.url, seconds=SECONDS)
        assert reason in result.message
        assert ("nested" in result.message) is bool(more)


@tries("what a server sent, in a message")
def messages(row: Row, folder: Path) -> None:
    limit = int(row.limit.removesuffix(" characters"))
    for size in (limit, limit + 1):
        with hostile(lambda size=size: whole(b"[]", b"Date: " + b"- " * (size // 2))) as server:  # type: ignore[misc]
            [result] = results_of(server.url, seconds=SECONDS)
        assert len(result.differences[0].got) <= limit
    assert len(reason_of(BadStatusLine("\0" * 30_000), SECONDS)) == limit


@tries("time of a program")
def program_time(row: Row, folder: Path) -> None:
    assert row.limit == f"{workers.TIMEOUT} seconds"
    with workers.WorkerProcess(timeout=1) as process:
        program = folder / "endless.py"
        program.write_text("while True:\n    pass\n", encoding="utf-8")
        assert process.run(program, folder, {}).code < 0


@tries("what a program prints, or writes to a file")
def output(row: Row, folder: Path) -> None:
    assert row.limit == "64 MiB"
    for size, fails in ((64 * MIB, False), (64 * MIB + 1, True)):
        text = f"with open('x', 'wb') as file:\n    file.write(bytes({size}))\n"
        assert ("File too large" in run_program(text).message) is fails


@tries("memory of a program in Python, on Linux")
def memory(row: Row, folder: Path) -> None:
    assert row.limit == "1 GiB"
    for size, fails in ((0.5, False), (1, True)):
        text = f"bytes(int({size} * 2**30))\n"
        assert ("MemoryError" in run_program(text).message) is fails
