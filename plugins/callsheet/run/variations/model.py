"""Variations, their requests, and their outcomes."""

from dataclasses import dataclass

from callsheet.model import Operation
from callsheet.run.variations.judges import Judge, ProofOutcome
from callsheet.samples.request.request import Request

PROVED, VALUES, MEDIA_TYPES, REQUIRED = "proved", "values", "media-types", "required"
ASPECTS = (PROVED, VALUES, MEDIA_TYPES, REQUIRED)
"""The aspects of coverage that variations measure: parameters and properties, allowed values, media
types that are accepted and offered, and required marks."""


@dataclass(frozen=True, slots=True)
class DocumentedItem:
    """Something that a page documents of requests.

    Attributes:
        operation: The operation.
        aspect: One of `ASPECTS`.
        what: `query $select`, `header Accept`, `body Name`, `query $mode=SLIM`, `sends text/xml`,
            `accepts text/xml`.
        line: The line of the page that documents it.
    """

    operation: Operation
    aspect: str
    what: str
    line: int


@dataclass(frozen=True, slots=True)
class Probe:
    """A request, and what its answer says.

    Attributes:
        request: The request, which differs from the usual one in what is varied.
        judge: Compares its answer with the usual one.
        in_session: Whether it is sent with the cookie of a session instead of credentials.
    """

    request: Request
    judge: Judge
    in_session: bool = False


@dataclass(frozen=True, slots=True)
class Variation:
    """The ways to see whether something documented is ignored, the most telling first.

    Attributes:
        subject: What is varied.
        probes: The requests; the first conclusive one is the last one sent.
        reason: Why there are none.
        unseen: Why nothing can be seen in such an answer, whatever is sent; empty where it can.
    """

    subject: DocumentedItem
    probes: tuple[Probe, ...]
    reason: str = ""
    unseen: str = ""


@dataclass(frozen=True, slots=True)
class Proof:
    """Outcome of a variation.

    Attributes:
        subject: What was varied.
        outcome: Whether it was noticed.
        reason: What is wrong, or why nothing can be seen; empty where it was noticed.
        requests: The number of requests that were sent.
        is_cut: Whether a limit was reached before anything was seen.
    """

    subject: DocumentedItem
    outcome: ProofOutcome
    reason: str = ""
    requests: int = 0
    is_cut: bool = False
