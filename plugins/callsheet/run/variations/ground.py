"""Requests that the variations of an operation start from."""

from dataclasses import dataclass

from callsheet.model import Operation
from callsheet.run.model import Exchange
from callsheet.run.variations.judges import Judge, refused
from callsheet.run.variations.model import DocumentedItem, Probe, Variation
from callsheet.samples.request.request import Request
from callsheet.schema import Evaluator
from callsheet.server.engine.routing import Router
from callsheet.server.http.messages import path_segments
from callsheet.server.http.problems import Problem

UNWRITABLE = "No request can be written that varies it."


@dataclass(frozen=True, slots=True)
class Ground:
    """An operation, the request of its sample, and the successful response to it.

    Attributes:
        operation: The operation.
        usual: The request.
        before: The exchange.
        evaluator: Judges values by the schemas of rows.
        router: Tells which operation a path belongs to.
    """

    operation: Operation
    usual: Request
    before: Exchange
    evaluator: Evaluator
    router: Router

    def variation(
        self, aspect: str, what: str, line: int, probes: list[Probe], reason: str = UNWRITABLE
    ) -> Variation:
        """Return a variation; one without probes has a reason."""
        subject = DocumentedItem(self.operation, aspect, what, line)
        return Variation(subject, tuple(probes), "" if probes else reason)

    def owns(self, request: Request) -> bool:
        """Tell whether a request is one of the operation, and not of another one."""
        path = request.write_path(str, lambda value: value.encoded)
        try:
            found, _ = self.router.find(request.method, path_segments(path))
        except Problem:
            return False
        return found.uid == self.operation.uid

    def refusal(self, what: str, *, must: bool = True, credentials: bool = False) -> Judge:
        """Return the judge of what is to be refused."""
        return refused(self.operation, what, must=must, credentials=credentials)

    def sent(self, name: str) -> str:
        """Return the value of a header field of the usual request; empty where it has none."""
        return next((v for n, v in self.usual.headers if n.lower() == name.lower()), "")
