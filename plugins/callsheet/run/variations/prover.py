"""Sends variations to a server, within limits."""

import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from http import HTTPStatus
from itertools import count

from callsheet import lazy_re as re
from callsheet.catalog import Catalog
from callsheet.catalog.named_types import define_types, named_schemas
from callsheet.errors import CallsheetError
from callsheet.http.headers import Headers
from callsheet.http.masking import is_secret_name
from callsheet.model import SESSION_COOKIE, Operation
from callsheet.redaction import Redactor
from callsheet.reference import REFERENCE_SECRET
from callsheet.run.answers import MAX_UNANSWERED
from callsheet.run.model import Exchange
from callsheet.run.programs import DEFAULT_STATUS, SAFE
from callsheet.run.variations.changes import with_header
from callsheet.run.variations.ground import Ground
from callsheet.run.variations.judges import (
    NO_LANGUAGE,
    UNCHANGED,
    Judgement,
    ProofOutcome,
    different,
    is_steady,
    unseen,
)
from callsheet.run.variations.model import Probe, Proof, Variation
from callsheet.run.variations.plan import TOO_MANY, variations_of
from callsheet.run.verify import LiveServer
from callsheet.samples import Overrides
from callsheet.samples.request.choices import NO_OVERRIDES
from callsheet.samples.request.request import Request, prepare
from callsheet.schema import Direction, Evaluator
from callsheet.server.engine.routing import Router
from callsheet.server.http.messages import WORKSPACE_HEADER

_SESSION = re.compile(rf"{SESSION_COOKIE}=([^;,\s]+)")
_UNSAFE = "It changes something on the server; `--unsafe` sends it."
_OUR_OWN = "`--header` sets it for all requests, so that it cannot be varied."
_NO_LOGIN = "Wrong credentials are not sent to a live server, which may lock the account."
_UNSTEADY = "The same request has another answer each time, so no difference means anything."


@dataclass(frozen=True, slots=True)
class Bounds:
    """Limits on what is sent.

    Attributes:
        requests: The number of requests.
        seconds: The time; no request begins after it.
    """

    requests: int = 100_000
    seconds: float = 1_800


class _NoAnswerError(Exception):
    """A request has no answer, or was not sent; `str()` is the reason."""


@dataclass(slots=True)
class Prover:
    """Sends the variations of operations to a server, and compares the answers.

    Args:
        catalog: The pages.
        server: The server.
        redact: Redacts secrets in what a live server said; None for the reference server, which
            gives each request that changes something a workspace of its own.
        bounds: The limits.
        unsafe: Whether a live server gets requests that change something.
        site: The choices of the site's configuration, for all samples.
        clock: Tells the time in seconds.
    """

    catalog: Catalog
    server: LiveServer
    redact: Redactor | None = None
    bounds: Bounds = Bounds()
    unsafe: bool = False
    site: Overrides = NO_OVERRIDES
    clock: Callable[[], float] = time.monotonic
    requests: int = 0
    _evaluator: Evaluator = field(init=False)
    _router: Router = field(init=False)
    _workspaces: Iterator[int] = field(init=False, default_factory=count)
    _unanswered: int = field(init=False, default=0)
    _end: float = field(init=False)
    _limits: frozenset[str] = field(init=False)

    def __post_init__(self) -> None:
        self._limits = frozenset({self._too_many, self._too_long, TOO_MANY})
        types = define_types(self.catalog.operations, self.catalog.type_tables)
        self._evaluator = Evaluator(
            named_schemas(types), direction=Direction.REQUEST, local_times=True
        )
        self._router = Router(self.catalog.operations)
        self._end = self.clock() + self.bounds.seconds

    @property
    def _too_many(self) -> str:
        return f"{self.bounds.requests:,} requests were sent, the limit."

    @property
    def _too_long(self) -> str:
        return f"{self.bounds.seconds:g} s had passed, the limit."

    def run(self, operations: Sequence[Operation]) -> Iterator[tuple[Proof, ...]]:
        """Vary the requests of operations lazily, in the given order.

        Yields:
            What came of the variations of one operation after the other.

        Raises:
            CallsheetError: The server has stopped answering.
        """
        for operation in operations:
            yield tuple(self._prove(operation))

    def _prove(self, operation: Operation) -> Iterator[Proof]:
        usual = prepare(operation, self.site)
        success = _expected(operation)
        reason, steady, before = "", False, _no_exchange(usual)
        if self.redact and not self.unsafe and operation.method not in SAFE:
            reason = _UNSAFE
        else:
            try:
                before, again = self._ask(usual, success), self._ask(usual, success)
                steady = is_steady(before, again)
                if before.status >= HTTPStatus.BAD_REQUEST:
                    reason = f"The request of the sample itself is answered with {before.status}."
            except _NoAnswerError as error:
                reason = str(error)
        ground = Ground(operation, usual, before, self._evaluator, self._router)
        for variation in variations_of(ground):
            if why := reason or variation.reason:
                is_cut = why in self._limits
                yield Proof(variation.subject, ProofOutcome.UNSEEN, why, is_cut=is_cut)
            else:
                yield self._try(variation, ground, steady=steady)

    def _try(self, variation: Variation, ground: Ground, *, steady: bool) -> Proof:
        sent, told = self.requests, unseen("")
        for probe in variation.probes:
            sighting = self._sighting(probe, ground, steady=steady)
            if sighting.outcome is not ProofOutcome.UNSEEN or sighting.reason in self._limits:
                told = sighting
                break
            # The reason is what the first and most telling request could not show.
            told = told if told.reason else sighting
        is_cut = told.reason in self._limits
        reason = told.reason
        if reason in (UNCHANGED, NO_LANGUAGE):
            reason = variation.unseen or reason
        reason = self.redact(reason) if self.redact else reason
        return Proof(variation.subject, told.outcome, reason, self.requests - sent, is_cut)

    def _sighting(self, probe: Probe, ground: Ground, *, steady: bool) -> Judgement:
        if probe.judge is different and not steady:
            return unseen(_UNSTEADY)
        try:
            return self._sight(probe, ground)
        except _NoAnswerError as error:
            return unseen(str(error))

    def _sight(self, probe: Probe, ground: Ground) -> Judgement:
        request, workspace = probe.request, ""
        if self.redact:
            changed = {name.lower() for name, _ in {*request.headers} - {*ground.usual.headers}}
            if probe.in_session or any(map(is_secret_name, changed)):
                return unseen(_NO_LOGIN)
            if changed & self.server.own_fields:
                return unseen(_OUR_OWN)
        elif probe.in_session:
            workspace = self._workspace()
            cookie = self._begin_session(ground.usual, workspace)
            if not cookie:
                return unseen("The server begins no session.")
            request = with_header(request, "Cookie", cookie)
        after = self._ask(request, _expected(ground.operation), workspace)
        return probe.judge(ground.before, after)

    def _begin_session(self, usual: Request, workspace: str) -> str:
        """Begin a session of the reference server, and return its cookie."""
        login = (("Authorization", f"Bearer {REFERENCE_SECRET}"),)
        request = replace(
            usual,
            method="POST",
            path=("/-/session",),
            query=(),
            headers=login,
            credentials=None,
            body=None,
            content_type=None,
        )
        answer = self._ask(request, HTTPStatus.OK, workspace)
        found = _SESSION.search(answer.headers.get("Set-Cookie") or "")
        return found[0] if found else ""

    def _workspace(self) -> str:
        return f"variation-{next(self._workspaces)}"

    def _ask(self, request: Request, success: int, workspace: str = "") -> Exchange:
        """Send a request.

        Raises:
            _NoAnswerError: It has no answer, or was not sent.
            CallsheetError: The server has stopped answering.
        """
        if self.requests >= self.bounds.requests:
            raise _NoAnswerError(self._too_many)
        if self.clock() >= self._end:
            raise _NoAnswerError(self._too_long)
        if self.redact is None:
            if not workspace and request.method not in SAFE:
                workspace = self._workspace()
            if workspace:
                fields = (*request.headers, (WORKSPACE_HEADER, workspace))
                request = replace(request, headers=fields)
        self.requests += 1
        answer = self.server.ask(request, success)
        if isinstance(answer, Exchange):
            self._unanswered = 0
            return answer
        self._unanswered += 1
        if not answer.reached or self._unanswered >= MAX_UNANSWERED:
            where = f"The server at `{self.server.name}` has stopped answering"
            message = f"{where}: {answer.reason}."
            raise CallsheetError(self.redact(message) if self.redact else message)
        raise _NoAnswerError(f"The request got no usable answer: {answer.reason}.")


def _expected(operation: Operation) -> int:
    ordinary = operation.ordinary_status
    return ordinary.code if ordinary else DEFAULT_STATUS


def _no_exchange(request: Request) -> Exchange:
    return Exchange(request.method, "", "", Headers(), b"", 0, Headers(), b"")
