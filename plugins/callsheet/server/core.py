"""The reference server without its sockets: a request in, a response out."""

import logging
from collections.abc import Generator, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any
from urllib.parse import unquote

from callsheet.catalog import Catalog
from callsheet.errors import StoreError
from callsheet.model import Operation
from callsheet.server.access.authentication import Sessions
from callsheet.server.access.cors import Cors
from callsheet.server.access.hosts import HostCheck
from callsheet.server.access.security import AccessControl
from callsheet.server.admin.details import Details
from callsheet.server.admin.endpoints import OWN_PREFIX, Handler, OperationsView
from callsheet.server.admin.index import IndexPage
from callsheet.server.conclusions import Conclusions, answering
from callsheet.server.engine.call import Call
from callsheet.server.engine.callbacks import Callbacks
from callsheet.server.engine.contracts import Contracts
from callsheet.server.engine.faults import Disturbances, DroppedConnectionError
from callsheet.server.engine.locale import Locales
from callsheet.server.engine.requests.validation import Validator, refuse_all
from callsheet.server.engine.responses.answers import Responder
from callsheet.server.engine.responses.formats import in_format
from callsheet.server.engine.responses.pairs import ExamplePairs
from callsheet.server.engine.responses.refusals import Refusals
from callsheet.server.engine.routing import Router, Values
from callsheet.server.http.inert import inert
from callsheet.server.http.messages import (
    REQUEST_ID_HEADER,
    SAFE_METHODS,
    HttpRequest,
    HttpResponse,
    json_response,
)
from callsheet.server.http.outgoing import OutgoingRequest
from callsheet.server.http.problems import Problem, storage_problem
from callsheet.server.journal import HandledRequest, Journal, MemoryJournal
from callsheet.server.limits import Limits
from callsheet.server.pack import Pack
from callsheet.server.resources.lifecycle import Lifecycle
from callsheet.server.settings import Settings
from callsheet.server.state import State, Store

Steps = Generator[None, None, HandledRequest]
"""The computation of a response. It yields before a slow step, where it holds no transaction."""

_LOG = logging.getLogger(__name__)


class ReferenceServer:
    """Answers requests as the pages of a catalog document them.

    Args:
        catalog: The operations.
        packs: What is known of the API beyond its pages; later ones override.
        origins: The other origins whose pages may read the responses; see `Cors`.
        journal: The last requests; the adapter that sends the responses records them.
        limits: The limits on resources.
        settings: The choices of whoever runs it.
        conclusions: What all operations together tell, where that is known already.

    Raises:
        ConfigurationError: A setting is about an operation that there is not.
    """

    def __init__(
        self,
        catalog: Catalog,
        packs: Sequence[Pack] = (),
        origins: Iterable[str] = (),
        journal: Journal | None = None,
        limits: Limits | None = None,
        settings: Settings | None = None,
        conclusions: Conclusions | None = None,
    ) -> None:
        settings = settings or Settings()
        self._limits = limits = limits or Limits()
        conclusions = conclusions or Conclusions.of(catalog, packs)
        types, bindings = conclusions.types, conclusions.bindings
        contracts = Contracts(types)
        self._validator = Validator(types, limits)
        self._refusals = Refusals(types)
        self._callbacks = Callbacks(catalog, types, settings.callback_hosts)
        operations = answering(catalog)
        self.methods = frozenset(each.method for o in operations for each in o.by_routes())
        self._by_uid = {operation.uid: operation for operation in operations}
        self._router = Router(operations)
        self._disturbances = Disturbances(settings.latencies, settings.faults, self._by_uid)
        self._collections = list(
            {b.collection.name: b.collection for b in bindings.values()}.values()
        )
        self._initial = settings.initial
        self._initial.check(self._collections)
        self._lifecycle = Lifecycle(bindings, contracts, limits)
        # Packs look at all operations, which is done once: the seed needs the same ones again.
        self._packs = [(pack, pack.behaviours(operations)) for pack in packs]
        behaviours = {uid: b for _, found in self._packs for uid, b in found.items()}
        locales = Locales(
            {name: meaning for pack in packs for name, meaning in pack.headers.items()},
            [pack.translate for pack in packs if pack.translate],
        )
        pairs = ExamplePairs(self._validator)
        self._answers = Responder(behaviours, self._lifecycle, contracts, locales, pairs)
        credentials = replace(conclusions.credentials, any_accepted=settings.any_credentials)
        self._sessions = Sessions(limits)
        self._security = AccessControl(conclusions.rules, credentials, self._sessions)
        origins = tuple(origins)
        self._cors = Cors(origins)
        others: dict[str, tuple[str, Handler]] = {
            "session": ("POST", self._begin_session),
            "webhooks": ("POST", self._send_webhook),
        }
        index = IndexPage(catalog, credentials, self._collections)
        hosts = HostCheck(origins, on_loopback=settings.on_loopback)
        self._view = OperationsView(
            catalog, journal or MemoryJournal(), index, self._cors, hosts, others
        )
        self._shows_details = settings.shows_details
        self._details = Details(operations)

    def seed(self, state: State, workspace: str = "") -> None:
        """Fill a new workspace with what the pages or the user's file show, and the packs need."""
        self._lifecycle.seed(state)
        self._initial.fill(state, self._collections, workspace)
        for pack, behaviours in self._packs:
            named = [self._by_uid[uid] for uid in behaviours if uid in self._by_uid]
            pack.seed(state, named)

    def owns(self, path: str) -> bool:
        """Tell whether a path is an address of the API or of the server itself."""
        return _first_segment(path) == OWN_PREFIX or self.is_of_api(path)

    def is_of_api(self, path: str) -> bool:
        """Tell whether a path begins as those of the operations do."""
        return self._router.begins(_first_segment(path))

    def details(self, request: HttpRequest, workspace: str) -> Mapping[str, Any]:
        """Return what a request of a workspace sent, as far as `/-/requests` shows it.

        Whoever knows the name of a workspace may know all that is done there; of everybody's, only
        where the server's settings say so.
        """
        shows = self._shows_details or workspace
        return self._details.of(request) if shows else {}

    def respond(self, request: HttpRequest, store: Store) -> HttpResponse:
        """Answer a request; every refusal is a problem document (RFC 9457)."""
        return self.answer(request, store).response

    def answer(self, request: HttpRequest, store: Store) -> HandledRequest:
        """Answer a request, and return which operation it called and why it was refused."""
        steps = self.steps(request, store)
        while True:
            try:
                next(steps)
            except StopIteration as end:
                outcome: HandledRequest = end.value
                return outcome

    def place(self, uid: str) -> str:
        """Return the page and line that documents an operation."""
        operation = self._by_uid[uid]
        return f"{operation.path}:{operation.span.start}"

    def delay(self, uid: str | None) -> float:
        """Return how many seconds the response of an operation waits."""
        return self._disturbances.delay(uid) if uid and self._disturbances else 0

    def steps(self, request: HttpRequest, store: Store) -> Steps:
        """Answer a request as `answer` does, in steps."""
        segments, uid, callback = request.segments, None, None
        try:
            self._check_pairs(request)
            if self._is_own(segments):
                response, callback = self._respond_itself(request, store, segments[1:])
            elif segments == ("",) and not self._router.methods(segments):
                response, callback = self._respond_itself(request, store, ())
            elif request.method == "OPTIONS" and (methods := self._own_options(request, segments)):
                response = self._options(request, segments, methods)
            else:
                target = f"{request.path}?{request.query}"
                operation, path = self._router.find(request.method, segments, target)
                uid = operation.uid
                if self._disturbances:
                    self._disturbances.strike(uid)
                response, callback = yield from self._call(operation, path, request, store)
        except Problem as problem:
            return self.refusal(request, problem, uid)
        except DroppedConnectionError:
            return HandledRequest(HttpResponse(0), uid, is_dropped=True)
        except StoreError as error:
            _LOG.error("%s %s: %s (%s)", request.method, request.path, error, request.id)
            return self.refusal(request, storage_problem(error), uid)
        return HandledRequest(self._finished(request, response), uid, callback=callback)

    def refusal(
        self, request: HttpRequest, problem: Problem, uid: str | None = None
    ) -> HandledRequest:
        """Return the response to a refused request: as the page has it, else a problem document."""
        response = None
        if uid is not None:
            response = self._refusals.response(self._by_uid[uid], problem, request)
        response = response or problem.response(request.id, request.headers.get("Accept"))
        return HandledRequest(self._finished(request, response), uid, problem)

    def _finished(self, request: HttpRequest, response: HttpResponse) -> HttpResponse:
        """Return a response with the fields that all responses have; for HEAD without content."""
        fields = [*inert(response.headers), *self._cors.fields(request, response)]
        fields.append((REQUEST_ID_HEADER, request.id))
        if request.method != "HEAD":
            return HttpResponse(response.status, tuple(fields), response.body)
        fields.append(("Content-Length", str(len(response.body))))
        return HttpResponse(response.status, tuple(fields))

    def _call(
        self, operation: Operation, path: Values, request: HttpRequest, store: Store
    ) -> Generator[None, None, tuple[HttpResponse, OutgoingRequest | None]]:
        self._security.check(operation, request, store)
        request = in_format(operation, request)
        # To read a large body takes time, in which others may have the database.
        given = self._validator.look(operation, request, path)
        if given.violations and not self._answers.refuses(operation, given):
            raise refuse_all(operation, given.violations)
        if not given.violations and self._answers.starts_slowly(operation, given, self._limits):
            yield
        writing = request.method not in SAFE_METHODS
        with store.transaction(request.workspace, writing=writing) as state:
            call = Call(operation, request, given, state, self._limits)
            response = self._answers.respond(call)
            known = response if isinstance(response, HttpResponse) else None
            # Whoever asks for a callback that cannot be sent finds nothing changed.
            callback = self._callbacks.wanted(call, known)
        if not isinstance(response, HttpResponse):
            yield
            response = response()
        if callback:
            fields = (*response.headers, ("Preference-Applied", "callback"))
            response = HttpResponse(response.status, fields, response.body)
        return response, callback

    def _check_pairs(self, request: HttpRequest) -> None:
        """Refuse too many parameters or cookies before any is read."""
        limits = self._limits
        if 1 + request.query.count("&") > limits.query_pairs:
            raise Problem(414, f"The query has more than {limits.query_pairs:,} parameters.")
        if 1 + (request.headers.get("Cookie") or "").count(";") > limits.cookie_pairs:
            raise Problem(431, f"There are more than {limits.cookie_pairs:,} cookies.")

    def _own_options(self, request: HttpRequest, segments: tuple[str, ...]) -> tuple[str, ...]:
        """Return the methods to answer OPTIONS with; empty where the pages document the answer.

        What a browser asks before a request is never sent to the operation (Fetch, 4.8).
        """
        is_documented = not request.is_preflight and self._router.documents("OPTIONS", segments)
        return () if is_documented else self._router.methods(segments)

    def _options(
        self, request: HttpRequest, segments: tuple[str, ...], methods: tuple[str, ...]
    ) -> HttpResponse:
        method = request.headers.get("Access-Control-Request-Method") or ""
        operation = self._router.find(method, segments)[0] if method in methods else None
        preflight = self._cors.preflight(request, methods, operation)
        return HttpResponse(204, (("Allow", ", ".join(methods)), *preflight))

    def _is_own(self, segments: tuple[str, ...]) -> bool:
        """Tell whether an address is the server's own: pages may document others below `/-/`."""
        return segments[0] == OWN_PREFIX and (
            bool(self._view.methods(segments[1:])) or not self._router.begins(OWN_PREFIX)
        )

    def _respond_itself(
        self, request: HttpRequest, store: Store, segments: tuple[str, ...]
    ) -> tuple[HttpResponse, OutgoingRequest | None]:
        found = self._view.respond(request, store, segments)
        outcome = found if isinstance(found, HandledRequest) else HandledRequest(found)
        response = outcome.response
        methods = self._view.methods(segments)
        preflight = self._cors.preflight(request, methods, None)
        fields = (*response.headers, *preflight)
        return HttpResponse(response.status, fields, response.body), outcome.callback

    def _send_webhook(self, request: HttpRequest, _store: Store) -> HandledRequest:
        """Accept to send a webhook (RFC 9110, 15.3.3); `/-/requests` shows what came of it."""
        self._cors.check_origin(request)
        return HandledRequest(HttpResponse(202), callback=self._callbacks.webhook(request))

    def _begin_session(self, request: HttpRequest, store: Store) -> HttpResponse:
        """Exchange credentials for a session cookie and its XSRF token."""
        self._security.check_reader(request, store)
        with store.transaction(request.workspace) as state:
            token, cookies = self._sessions.begin(request, state)
        return json_response({"XsrfToken": token}, cookies)


def _first_segment(path: str) -> str:
    return unquote(path.strip("/").partition("/")[0]).lower()
