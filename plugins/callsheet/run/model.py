"""Programs to run, and their results."""

from dataclasses import dataclass
from enum import StrEnum

from callsheet.http.headers import Headers
from callsheet.model import Operation
from callsheet.samples import Sample

PageLine = tuple[str, int]
"""A page, relative to the docs directory, and a line of it."""


@dataclass(frozen=True, slots=True)
class Program:
    """A program that should bring about one documented outcome of an operation.

    Attributes:
        operation: The operation.
        status: The documented status that it brings about.
        sample: The program.
        language: The key of its language, such as `python`.
        simulated: Whether only the reference server can bring it about, on request.
        first: Whether it is the first program of its operation, with which the page's examples are
            checked, too.
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
        """Whether the documented status is a success, or a redirection."""
        return self.status < 400

    @property
    def place(self) -> PageLine:
        """The row of the status on the page, else the response, else the route."""
        operation = self.operation
        rows = [row.span.start for row in operation.statuses if row.code == self.status]
        otherwise = operation.response or operation.route
        return operation.path, rows[0] if rows else otherwise.span.start


@dataclass(frozen=True, slots=True)
class Exchange:
    """A request and its response, as they went over the wire.

    Attributes:
        method: The method.
        path: The path, still percent-encoded.
        query: The query without its question mark.
        sent: The header fields of the request.
        content: Its body, up to a limit.
        status: The status of the response; 0 where there is none.
        headers: The header fields of the response.
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

    @property
    def parts(self) -> tuple[tuple[tuple[str, str], ...], bytes, bytes]:
        """The header fields of both messages, and their bodies."""
        return (*self.sent, *self.headers), self.content, self.body


@dataclass(frozen=True, slots=True)
class Difference:
    """One way in which a response is not what the page promises.

    Attributes:
        where: `request`, `status`, `media type`, `header Last-Modified`, or a place such as
            `body $.Name`.
        expected: The promise of the page.
        got: What came instead.
        documented: The line with the promise.
        reason: The server's own explanation; empty where it has none.
    """

    where: str
    expected: str
    got: str
    documented: PageLine
    reason: str = ""

    @property
    def got_with_reason(self) -> str:
        """Actual result, with the server's explanation."""
        return f"{self.got}: {self.reason}" if self.reason else self.got

    def __str__(self) -> str:
        path, line = self.documented
        return f"{self.where}: expected {self.expected}, got {self.got_with_reason} ({path}:{line})"


class Verdict(StrEnum):
    """The verdict on one run of a program."""

    PASSED = "passed"
    FAILED = "failed"
    """The response is not what the page promises, or the program failed."""
    FAULT = "fault"
    """The page contradicts itself: for one, the server refuses the request that it shows."""
    SKIPPED = "skipped"


@dataclass(frozen=True, slots=True)
class Result:
    """The result of one run of a program.

    Attributes:
        program: The program.
        verdict: Whether all was as its page promises.
        seconds: How long it ran.
        message: What went wrong, in one sentence; empty where nothing did.
        hint: What to do about it.
        place: The line of the page that is responsible.
        differences: The differences between response and page.
        exchanges: The requests and responses that went over the wire.
        output: What the program printed.
        errors: What it printed to standard error.
    """

    program: Program
    verdict: Verdict
    seconds: float
    message: str
    hint: str
    place: PageLine
    differences: tuple[Difference, ...] = ()
    exchanges: tuple[Exchange, ...] = ()
    output: str = ""
    errors: str = ""
