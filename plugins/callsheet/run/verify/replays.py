"""The example requests of pages, completed in the same way as samples."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from callsheet.model import ExampleRequest, ExampleResponse, Operation
from callsheet.run.model import Program
from callsheet.run.programs import DEFAULT_STATUS, SAFE, select
from callsheet.samples import Overrides, Sample
from callsheet.samples.request.choices import NO_OVERRIDES
from callsheet.samples.request.request import Request, prepare

_DELETING = 2


@dataclass(frozen=True, slots=True)
class Replay:
    """An example request to send.

    Attributes:
        program: The operation, reduced to this example, and the status that is expected.
        request: The request.
        shown: The example response of the page for it, if any.
    """

    program: Program
    request: Request
    shown: ExampleResponse | None

    @property
    def operation(self) -> Operation:
        """The operation."""
        return self.program.operation

    @property
    def is_safe(self) -> bool:
        """Whether it changes nothing on the server (RFC 9110, 9.2.1)."""
        return self.request.method in SAFE


def replays_of(operations: Iterable[Operation], site: Overrides = NO_OVERRIDES) -> Iterator[Replay]:
    """Yield the example requests of operations.

    Args:
        operations: The operations.
        site: The choices of the site's configuration, for all samples.
    """
    for operation in operations:
        for number, (example, shown) in enumerate(_pairs(operation), 1):
            alone = replace(
                operation, example_requests=(example,), example_responses=(shown,) if shown else ()
            )
            name = f"{operation.uid}-{number}" if number > 1 else operation.uid
            sample = Sample(operation.uid, f"{name}.http", "", ())
            program = Program(alone, _expected(operation, shown), sample, "http")
            yield Replay(program, prepare(alone, site), shown)


def select_replays(replays: Iterable[Replay], *expressions: str) -> list[Replay]:
    """Return the replays that match a selection, in the order in which they interfere least.

    Requests that change nothing come first, and those that delete come last.

    Args:
        replays: The replays.
        expressions: As in `callsheet.run.programs.select`.
    """
    found = {replay.program.name: replay for replay in replays}
    names = [program.name for program in select((r.program for r in found.values()), *expressions)]
    return sorted((found[name] for name in names), key=_disturbance)


def _pairs(operation: Operation) -> Iterator[tuple[ExampleRequest, ExampleResponse | None]]:
    """Yield each example request with the first example response before the next request."""
    starts = [example.span.start for example in operation.example_requests[1:]]
    ends = [*starts, operation.span.end + 1]
    # Without example requests there is still one end, that of the page.
    for example, end in zip(operation.example_requests, ends, strict=False):
        start = example.span.start
        below = (r for r in operation.example_responses if start < r.span.start < end)
        yield example, next(below, None)


def _expected(operation: Operation, shown: ExampleResponse | None) -> int:
    if shown:
        return shown.status
    return operation.ordinary_status.code if operation.ordinary_status else DEFAULT_STATUS


def _disturbance(replay: Replay) -> int:
    if replay.is_safe:
        return 0
    return _DELETING if replay.request.method == "DELETE" else 1
