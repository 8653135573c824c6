"""The reference server without its sockets: a request in, a response out."""

from __future__ import annotations

import logging
from collections.abc import Generator, Iterable, Mapping, Sequence
from typing import Protocol
from urllib.parse import unquote

from callsheet.catalog import Catalog
from callsheet.configuration import REFERENCE_SECRET
from callsheet.errors import StoreError
from callsheet.model import Operation
from callsheet.server.admin.endpoints import OWN_PREFIX, OperationsView, json_response
from callsheet.server.engine.answers import Answers
from callsheet.server.engine.authentication import Credentials, Sessions
from callsheet.server.engine.call import Behaviour, Call
from callsheet.server.engine.contracts import Contracts
from callsheet.server.engine.cors import Cors
from callsheet.server.engine.named_types import NamedTypes
from callsheet.server.engine.pairs import ExamplePairs
from callsheet.server.engine.refusals import Refusals
from callsheet.server.engine.routing import Router, Values
from callsheet.server.engine.security import Security
from callsheet.server.engine.validation import Validator
from callsheet.server.http.inert import inert
from callsheet.server.http.messages import REQUEST_ID_HEADER, SAFE_METHODS, Request, Response
from callsheet.server.http.problems import Problem, storage_problem
from callsheet.server.journal import Journal, MemoryJournal, Outcome
from callsheet.server.limits import Limits
from callsheet.server.resources.grouping import bind
from callsheet.server.resources.lifecycle import Lifecycle
from callsheet.server.state import State, Store

Steps = Generator[None, None, Outcome]
"""The way to an answer. It halts where what follows takes long, with nobody waiting for the state.
"""

_LOG = logging.getLogger(__name__)

DEVELOPMENT_TOKEN = REFERENCE_SECRET
"""The token that `Bearer` and `SoTicket` take."""


class BehaviourModule(Protocol):
    """A module with what operations do; `seed` puts what they need into a new workspace."""

    @property
    def BEHAVIOURS(self) -> Mapping[str, Behaviour]:  # noqa: N802 - a constant of the module
        """What operations do, by uid."""

    def seed(self, state: State, operations: Iterable[Operation]) -> None:
        """Fills a new workspace; of the catalog's operations, it gets those that it names."""


class ReferenceServer:
    """Answers requests as the pages of a catalog document them.

    Args:
        catalog: The operations.
        modules: What operations do, beyond what routes and names tell of them.
        origins: Of which other origins pages may read the answers; see `Cors`.
        journal: What was asked lately; whoever sends the answers notes it there.
        limits: What a client may cost.
    """

    def __init__(
        self,
        catalog: Catalog,
        modules: Sequence[BehaviourModule] = (),
        origins: Iterable[str] = (),
        journal: Journal | None = None,
        limits: Limits | None = None,
    ) -> None:
        self._limits = limits = limits or Limits()
        types = NamedTypes(catalog)
        contracts = Contracts(types)
        self._validator = Validator(types, limits)
        self._refusals = Refusals(types)
        self._modules = tuple(modules)
        self._by_uid = catalog.by_uid
        self._router = Router(catalog.operations)
        self._lifecycle = Lifecycle(
            bind(catalog.operations, lambda: types.demanded), contracts, limits
        )
        behaviours = {uid: b for module in modules for uid, b in module.BEHAVIOURS.items()}
        self._answers = Answers(
            behaviours, self._lifecycle, contracts, ExamplePairs(self._validator)
        )
        credentials = Credentials.documented(catalog.operations, {DEVELOPMENT_TOKEN})
        self._sessions = Sessions(limits)
        self._security = Security(catalog.operations, credentials, self._sessions)
        self._cors = Cors(origins)
        others = {"session": ("POST", self._begin_session)}
        self._view = OperationsView(catalog, journal or MemoryJournal(), others)

    def seed(self, state: State) -> None:
        """Fills a new workspace with what the pages show, and with what the behaviours need."""
        self._lifecycle.seed(state)
        for module in self._modules:
            named = [self._by_uid[uid] for uid in module.BEHAVIOURS if uid in self._by_uid]
            module.seed(state, named)

    def owns(self, path: str) -> bool:
        """Whether a path is an address of the API or of the server itself."""
        return _first_segment(path) == OWN_PREFIX or self.is_of_api(path)

    def is_of_api(self, path: str) -> bool:
        """Whether a path begins as those of the operations do."""
        return self._router.begins(_first_segment(path))

    def respond(self, request: Request, store: Store) -> Response:
        """Answers a request; every refusal is a problem document (RFC 9457)."""
        return self.answer(request, store).response

    def answer(self, request: Request, store: Store) -> Outcome:
        """Answers a request, and tells what it was about and why it was refused."""
        steps = self.steps(request, store)
        while True:
            try:
                next(steps)
            except StopIteration as end:
                outcome: Outcome = end.value
                return outcome

    def steps(self, request: Request, store: Store) -> Steps:
        """Answers a request as `answer` does, in steps."""
        segments, uid = request.segments, None
        try:
            self._check_pairs(request)
            if segments[0] == OWN_PREFIX:
                response = self._respond_itself(request, store, segments[1:])
            elif request.method == "OPTIONS" and (methods := self._router.methods(segments)):
                response = self._options(request, segments, methods)
            else:
                operation, path = self._router.find(request.method, segments)
                uid = operation.uid
                response = yield from self._call(operation, path, request, store)
        except Problem as problem:
            return self.refusal(request, problem, uid)
        except StoreError as error:
            _LOG.error("%s %s: %s (%s)", request.method, request.path, error, request.id)
            return self.refusal(request, storage_problem(error), uid)
        return Outcome(self._finished(request, response), uid)

    def refusal(self, request: Request, problem: Problem, uid: str | None = None) -> Outcome:
        """The answer to a request that is refused: as the page has it, else a problem document."""
        response = None
        if uid is not None:
            response = self._refusals.response(self._by_uid[uid], problem, request)
        response = response or problem.response(request.id, request.headers.get("Accept"))
        return Outcome(self._finished(request, response), uid, problem)

    def _finished(self, request: Request, response: Response) -> Response:
        """The answer with what all answers have; to HEAD without its content."""
        fields = [*inert(response.headers), *self._cors.fields(request, response)]
        fields.append((REQUEST_ID_HEADER, request.id))
        if request.method != "HEAD":
            return Response(response.status, tuple(fields), response.body)
        fields.append(("Content-Length", str(len(response.body))))
        return Response(response.status, tuple(fields))

    def _call(
        self, operation: Operation, path: Values, request: Request, store: Store
    ) -> Generator[None, None, Response]:
        self._security.check(operation, request, store)
        # To read a large body takes time, in which others may have the database.
        given = self._validator.read(operation, request, path)
        if self._answers.begin_long(operation):
            yield
        writing = request.method not in SAFE_METHODS
        with store.transaction(request.workspace, writing=writing) as state:
            call = Call(operation, request, given, state, self._limits)
            response = self._answers.respond(call)
        if isinstance(response, Response):
            return response
        yield
        return response()

    def _check_pairs(self, request: Request) -> None:
        """Refuses more parameters and cookies than there may be before any is read."""
        limits = self._limits
        if 1 + request.query.count("&") > limits.query_pairs:
            raise Problem(414, f"The query has more than {limits.query_pairs:,} parameters.")
        if 1 + (request.headers.get("Cookie") or "").count(";") > limits.cookie_pairs:
            raise Problem(431, f"There are more than {limits.cookie_pairs:,} cookies.")

    def _options(
        self, request: Request, segments: tuple[str, ...], methods: tuple[str, ...]
    ) -> Response:
        method = request.headers.get("Access-Control-Request-Method") or ""
        operation = self._router.find(method, segments)[0] if method in methods else None
        preflight = self._cors.preflight(request, methods, operation)
        return Response(204, (("Allow", ", ".join(methods)), *preflight))

    def _respond_itself(
        self, request: Request, store: Store, segments: tuple[str, ...]
    ) -> Response:
        response = self._view.respond(request, store, segments)
        methods = self._view.methods(segments)
        preflight = self._cors.preflight(request, methods, None)
        return Response(response.status, (*response.headers, *preflight), response.body)

    def _begin_session(self, request: Request, store: Store) -> Response:
        """Trades credentials for a session cookie and the XSRF token that goes with it."""
        self._security.check_reader(request, store)
        with store.transaction(request.workspace) as state:
            token, cookies = self._sessions.begin(request, state)
        return json_response({"XsrfToken": token}, cookies)


def _first_segment(path: str) -> str:
    return unquote(path.strip("/").partition("/")[0]).lower()
