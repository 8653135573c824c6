"""Runs programs against a server, several at a time."""

import os
import shutil
import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from queue import SimpleQueue
from typing import Self

from callsheet.catalog import Catalog
from callsheet.catalog.named_types import define_types
from callsheet.configuration import DEFAULT_DATABASE
from callsheet.redaction import Redactor
from callsheet.run.answers import ANSWER_SECONDS, json_of
from callsheet.run.compare import Comparison
from callsheet.run.forwarding import Forwarder
from callsheet.run.model import Exchange, PageLine, Program, Result, Verdict
from callsheet.run.programs import RUNNABLE
from callsheet.run.promised import Promises
from callsheet.run.recorder import PREFIX, App, Recorder
from callsheet.run.workers import ProcessResult, WorkerProcess
from callsheet.samples import Sample, sample_files
from callsheet.server.adapters.app import background, create_app
from callsheet.server.adapters.protocol import library_for
from callsheet.server.engine.routing import Router
from callsheet.server.limits import SAMPLES_LIMITS
from callsheet.server.pack import Pack

MAX_LINE = 300
"""Characters of a program's last line of output in a message."""

# Programs talk to the recorder on loopback, which no proxy can reach.
NO_PROXY = {"no_proxy": "127.0.0.1,localhost", "NO_PROXY": "127.0.0.1,localhost"}


@dataclass(frozen=True, slots=True)
class ServerUnderTest:
    """The server that programs run against.

    Attributes:
        app: An ASGI application: the server itself, or one that forwards to it.
        redact: Redacts secrets; None for the reference server, which has none.
    """

    app: App
    redact: Redactor | None = None

    @classmethod
    def reference(cls, catalog: Catalog, packs: Sequence[Pack] = ()) -> Self:
        """Return the reference server for a catalog, with its state in memory."""
        app = create_app(catalog, DEFAULT_DATABASE, packs=packs, limits=SAMPLES_LIMITS)
        return cls(app)

    @classmethod
    def at(
        cls, base_url: str, headers: Iterable[tuple[str, str]] = (), seconds: float = ANSWER_SECONDS
    ) -> Self:
        """Return a live server.

        Args:
            base_url: Its address.
            headers: Header fields for each request, such as credentials.
            seconds: The time limit for a response.
        """
        redact = Redactor(headers := tuple(headers))
        return cls(Forwarder(base_url, headers, redact, seconds), redact)

    def require_server(self) -> None:
        """Raise if a live server is not there, or has stopped answering.

        Raises:
            CallsheetError: It names the address and the reason.
        """
        if isinstance(self.app, Forwarder):
            self.app.require_server()


class Runner:
    """Runs programs and compares the responses with their pages.

    Args:
        catalog: The operations of the programs.
        server: The server that answers them.
    """

    def __init__(self, catalog: Catalog, server: ServerUnderTest) -> None:
        self._server = server
        self._recorder = Recorder(server.app)
        self._library = library_for(operation.method for operation in catalog.operations)
        promises = Promises(define_types(catalog.operations, catalog.type_tables))
        self._comparison = Comparison(Router(catalog.operations), promises)

    @contextmanager
    def session(
        self, processes: int = 1
    ) -> Iterator[Callable[[Sequence[Program]], Iterator[Result]]]:
        """Start server and processes, and stop them at the end of the block.

        Args:
            processes: The number of programs that run at a time.

        Yields:
            A function that runs programs and yields their results in order.
        """
        with ExitStack() as stack:
            url = stack.enter_context(background(self._recorder, library=self._library))
            folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="callsheet-")))
            workers: SimpleQueue[WorkerProcess] = SimpleQueue()
            # A process runs one program at a time, so a thread takes one and puts it back.
            for _ in range(processes):
                workers.put(stack.enter_context(WorkerProcess()))
            pool = stack.enter_context(ThreadPoolExecutor(processes))

            def run_one(program: Program) -> Result:
                process = workers.get()
                try:
                    return self._run(program, process, url, folder)
                finally:
                    workers.put(process)

            def run(programs: Sequence[Program]) -> Iterator[Result]:
                _write(programs, folder)
                # `map` yields results in the order of the programs, whichever ends first, so
                # reports are reproducible.
                yield from pool.map(run_one, programs)

            yield run

    def _run(self, program: Program, process: WorkerProcess, url: str, folder: Path) -> Result:
        if program.simulated and self._server.redact:
            reason = "No request brings it about; only the reference server can be asked for it."
            return Result(program, Verdict.SKIPPED, 0, reason, "", program.place)
        name = f"{program.language}-{program.name}"
        empty = folder / "runs" / name
        # A new folder for each program, so that none can read what another has downloaded.
        empty.mkdir(parents=True)
        credentials = self._credentials(program.sample)
        environment = {**credentials, program.sample.base_url: f"{url}{PREFIX}{name}", **NO_PROXY}
        command = RUNNABLE[program.language]
        ended = process.run(folder / program.name, empty, environment, command)
        shutil.rmtree(empty)
        exchanges = self._recorder.take(name)
        result = self._judge(program, ended, exchanges)
        # The bodies have been judged; those of all programs together could exhaust the memory.
        kept = tuple(replace(exchange, body=b"") for exchange in exchanges)
        redact = self._server.redact
        if redact:
            own = [pair for pair in credentials.items() if pair[0] in os.environ]
            # Only values from the environment are secrets. Those that the page shows are public,
            # and would be redacted everywhere in the report.
            redact = redact.knowing(own)
        return replace(_redacted(result, redact, exchanges) if redact else result, exchanges=kept)

    def _credentials(self, sample: Sample) -> dict[str, str]:
        """Return the variables of a program's secrets, for a live server from the environment."""
        known = os.environ if self._server.redact else {}
        return {name: known.get(name, value) for name, value in sample.credentials}

    def _judge(
        self, program: Program, ended: ProcessResult, exchanges: tuple[Exchange, ...]
    ) -> Result:
        result = Result(
            program,
            Verdict.PASSED,
            ended.seconds,
            "",
            "",
            program.place,
            output=ended.output,
            errors=ended.errors,
        )
        if not exchanges:
            return replace(
                result,
                verdict=Verdict.FAILED,
                message=f"The program sent nothing: {_last_line(ended)}",
                hint="Run it by hand to see more.",
            )
        # The last exchange is the answer; those before it are the first round of Digest
        # authentication.
        differences = self._comparison.differences(program, exchanges[-1])
        documents_success = program.operation.ordinary_status or not program.is_for_success
        if differences and not documents_success and not exchanges[-1].no_answer:
            status = exchanges[-1].status
            return replace(
                result,
                verdict=Verdict.FAULT,
                message=f"The page documents no success, and the server answered {status}.",
                hint="Add the row of its success to the table of the response.",
            )
        if differences:
            if place := _refused_at(program, exchanges[-1]):
                return replace(
                    result,
                    verdict=Verdict.FAULT,
                    differences=differences,
                    message=str(json_of(exchanges[-1].body).get("detail", ""))[:MAX_LINE],
                    hint=_remedy(program),
                    place=place,
                )
            return replace(
                result,
                verdict=Verdict.FAILED,
                differences=differences,
                message=str(differences[0]),
                hint="Correct the page or the server, whichever is wrong.",
                place=differences[0].documented,
            )
        # After the differences: a program also fails because the response is not as documented, and
        # that is the better reason.
        if ended.code != 0:
            return replace(
                result,
                verdict=Verdict.FAILED,
                message=f"{ended.ending}: {_last_line(ended)}",
                hint="Run it by hand to see more.",
            )
        # Only the reference server answers with the page's examples.
        is_judged = program.first and not self._server.redact
        if is_judged and (found := self._comparison.contradictions(program)):
            return replace(
                result,
                verdict=Verdict.FAULT,
                differences=found,
                message="The page shows another success than its own table states.",
                hint="Correct the example or the table, whichever is wrong.",
                place=found[0].documented,
            )
        return result


def _remedy(program: Program) -> str:
    """Return the hint for a request that the page itself rules out."""
    remedy = "say in the front matter what `samples` should send."
    if program.operation.example_requests:
        return f"Correct the example, or {remedy}"
    return f"Give an example request, or {remedy}"


def _redacted(result: Result, redact: Redactor, exchanges: Iterable[Exchange]) -> Result:
    for exchange in exchanges:
        redact = redact.learn(*exchange.parts)
    return replace(
        result,
        message=redact(result.message),
        differences=tuple(
            replace(d, got=redact(d.got), reason=redact(d.reason)) for d in result.differences
        ),
        output=redact(result.output),
        errors=redact(result.errors),
    )


def _write(programs: Sequence[Program], folder: Path) -> None:
    """Write the programs, and next to them the files that they send."""
    for path, content in sample_files(program.sample for program in programs).items():
        file = folder / path
        file.parent.mkdir(exist_ok=True)
        file.write_bytes(content)


def _refused_at(program: Program, exchange: Exchange) -> PageLine | None:
    """Return the line of the page that a refusal of invalid input names, if it names one."""
    if exchange.status not in {400, 422} or program.status >= 300:
        return None
    try:
        violations = json_of(exchange.body)["errors"]
        path, _, line = violations[0]["documented"].rpartition(":")
        return path, int(line)
    except (ValueError, KeyError, IndexError, TypeError):
        return None


def _last_line(ended: ProcessResult) -> str:
    lines = (ended.errors or ended.output).strip().split("\n")
    return lines[-1][:MAX_LINE] or "it printed nothing."
