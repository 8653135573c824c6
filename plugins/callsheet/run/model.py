"""What is run, and what came of it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from callsheet.http.headers import Headers
from callsheet.model import Operation
from callsheet.samples import Sample

Place = tuple[str, int]
"""A page, relative to the docs directory, and a line of it."""


@dataclass(frozen=True, slots=True)
class Program:
    """A program that is to bring about one documented outcome of an operation.

    Attributes:
        operation: The operation.
        status: The documented status that it brings about.
        sample: The program.
        language: The key of its language, such as `python`.
        simulated: Whether only the reference server can be asked for the outcome.
        first: Whether it is the first of its operation, by which the page's examples are judged.
    """

    operation: Operation
    status: int
    sample: Sample
    language: str = "python"
    simulated: bool = False
    first: bool = False

    @property
    def name(self) -> str:
        """The name of its file, which is unique among the programs of a catalog."""
        return self.sample.filename

    @property
    def is_for_success(self) -> bool:
        """Whether it does what the operation is for."""
        return self.status < 300

    @property
    def place(self) -> Place:
        """The row of the status on the page, else the route."""
        operation = self.operation
        rows = [row.span.start for row in operation.statuses if row.code == self.status]
        otherwise = operation.response or operation.route
        return operation.path, rows[0] if rows else otherwise.span.start


@dataclass(frozen=True, slots=True)
class Exchange:
    """A request and its answer, as they went over the wire.

    Attributes:
        method: The method.
        path: The path, still percent-encoded.
        query: The query without its question mark.
        sent: The header fields of the request.
        content: Its body, up to a limit.
        status: The status of the answer; 0 where there is none.
        headers: The header fields of the answer.
        body: Its body.
        no_answer: Why there is none.
    """

    method: str
    path: str
    query: str
    sent: Headers
    content: bytes
    status: int
    headers: Headers
    body: bytes
    no_answer: str = ""


@dataclass(frozen=True, slots=True)
class Difference:
    """One way in which what came back is not what the page promises.

    Attributes:
        where: `status`, `media type`, `header Last-Modified`, or a place such as `body $.Name`.
        expected: What the page says.
        got: What came instead.
        documented: Where the page says so.
        reason: Why that came, as the server says it; empty where it does not.
    """

    where: str
    expected: str
    got: str
    documented: Place
    reason: str = ""

    @property
    def told(self) -> str:
        """What came, with the reason."""
        return f"{self.got}: {self.reason}" if self.reason else self.got

    def __str__(self) -> str:
        path, line = self.documented
        return f"{self.where}: expected {self.expected}, got {self.told} ({path}:{line})"


class Verdict(StrEnum):
    """What came of running a program."""

    PASSED = "passed"
    FAILED = "failed"
    """What came back is not what the page promises, or the program broke."""
    FAULT = "fault"
    """The server refused what the page itself shows: the page contradicts itself."""
    SKIPPED = "skipped"


@dataclass(frozen=True, slots=True)
class Result:
    """What came of running a program.

    Attributes:
        program: The program.
        verdict: Whether it did what its page promises.
        seconds: How long it ran.
        message: What went wrong, in one sentence; empty where nothing did.
        hint: What to do about it.
        place: The line of the page that it is about.
        differences: Where the answer is not as documented.
        exchanges: What went over the wire.
        output: What the program printed.
        errors: What it printed to standard error.
    """

    program: Program
    verdict: Verdict
    seconds: float
    message: str
    hint: str
    place: Place
    differences: tuple[Difference, ...] = ()
    exchanges: tuple[Exchange, ...] = ()
    output: str = ""
    errors: str = ""
