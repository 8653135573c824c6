"""A polite HTTP client for live servers: throttled, with limited retries."""

import base64
import json
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from http.cookiejar import DefaultCookiePolicy
from typing import Any
from urllib.parse import quote, urlencode

import requests
from requests.adapters import HTTPAdapter
from urllib3 import Timeout
from urllib3.exceptions import HTTPError, MaxRetryError

from callsheet.http.headers import Headers, basic, read_http_date
from callsheet.run.answers import (
    ACCEPTED_ENCODING,
    ANSWER_SECONDS,
    AnswerError,
    BoundedResponse,
    fields_of,
    read_content,
    reason_of,
)
from callsheet.run.base_url import read_base_url
from callsheet.run.model import Exchange
from callsheet.samples.assets import Asset, read_asset
from callsheet.samples.request.bodies import (
    Body,
    FileBody,
    FormBody,
    JsonBody,
    MultipartBody,
    TextBody,
)
from callsheet.samples.request.request import Request

MAX_WAIT = 120
"""Seconds to wait at most before one retry."""

MAX_WAITS = 600
"""Seconds to wait for retries in all; then there are no more."""

_FIRST_WAIT = 0.5
_CHUNK = 64 * 1024
_TRY_AGAIN = frozenset({429, 502, 503, 504})
# RFC 9110, 9.2.2: a retry could do others twice, unless the server refused to do them.
_IDEMPOTENT = frozenset({"DELETE", "GET", "HEAD", "OPTIONS", "PUT", "TRACE"})
_REFUSED = frozenset({429, 503})


@dataclass(frozen=True, slots=True)
class RequestPolicy:
    """How a live server is treated.

    Attributes:
        rate: The maximum of requests a second.
        retries: The maximum of retries after a temporary failure.
        timeout: The time limit for a response in seconds.
    """

    rate: float = 5
    retries: int = 2
    timeout: float = ANSWER_SECONDS


@dataclass(frozen=True, slots=True)
class NoAnswer:
    """The failure to get a usable response.

    Attributes:
        reason: Why there is none.
        reached: Whether there was a connection to the server.
    """

    reason: str
    reached: bool


class LiveServer:
    """A client of a live server: it sends one request at a time and follows no redirections.

    Args:
        base_url: Its address, with or without a path.
        headers: Header fields that replace those of each request.
        policy: Its rate, retries and timeout.
        clock: Tells the time in seconds.
        sleep: Waits for some seconds.

    Raises:
        ConfigurationError: It is not an address of an HTTP server.
    """

    def __init__(
        self,
        base_url: str,
        headers: Iterable[tuple[str, str]] = (),
        policy: RequestPolicy | None = None,
        *,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        read_base_url(base_url)
        self._base_url = base_url.rstrip("/")
        self._headers = tuple(headers)
        self._policy = policy or RequestPolicy()
        self._clock, self._sleep = clock, sleep
        self._next = float("-inf")
        self._waited = 0.0
        self._session = requests.Session()
        for scheme in ("http://", "https://"):
            self._session.mount(scheme, _BoundedAdapter())
        # Neither cookies of earlier answers nor what is in `.netrc` belong to the examples.
        self._session.cookies.set_policy(DefaultCookiePolicy(allowed_domains=[]))
        self._session.auth = _as_it_is
        self._session.headers.update({"User-Agent": "callsheet-verify"})

    @property
    def name(self) -> str:
        """The address of the server."""
        return self._base_url

    @property
    def own_fields(self) -> frozenset[str]:
        """The names of the header fields that replace those of each request, in lower case."""
        return frozenset(name.lower() for name, _ in self._headers)

    def close(self) -> None:
        """Close the connections."""
        self._session.close()

    def ask(self, request: Request, expected: int) -> Exchange | NoAnswer:
        """Send a request, and retry it after temporary failures.

        Args:
            request: The request.
            expected: The documented status, which is not a failure even if it is 503, for one.

        Returns:
            The request and its response, or why there is none.
        """
        for attempt in range(self._policy.retries + 1):
            self._wait_for_turn()
            found = self._ask_once(request)
            if attempt == self._policy.retries or not _may_repeat(found, request, expected):
                break
            wait = _wanted_wait(found)
            wait = _FIRST_WAIT * 2**attempt if wait is None else wait
            if wait > MAX_WAIT or self._waited + wait > MAX_WAITS:
                break
            self._waited += wait
            self._sleep(wait)
        return found

    def _wait_for_turn(self) -> None:
        now = self._clock()
        if now < self._next:
            self._sleep(self._next - now)
        self._next = max(now, self._next) + 1 / self._policy.rate

    def _ask_once(self, request: Request) -> Exchange | NoAnswer:
        path = request.write_path(str, lambda value: value.encoded)
        query = urlencode(request.query, quote_via=quote)
        url = f"{self._base_url}{path}{'?' if query else ''}{query}"
        sent = self._fields(request)
        content, parts = content_of(request.body), _parts(request)
        try:
            answer = self._session.request(
                request.method,
                url,
                headers={n: v.encode() for n, v in sent.items()},
                data=content,
                files=parts or None,
                allow_redirects=False,
                stream=True,
                timeout=Timeout(total=self._policy.timeout),  # type: ignore[arg-type] # it may
            )
            with answer:
                pieces = answer.raw.stream(_CHUNK, decode_content=False)
                body = read_content(pieces, answer.headers.get("Content-Encoding"))
        except (AnswerError, requests.RequestException, HTTPError, OSError, ValueError) as error:
            return NoAnswer(_reason(error, self._policy.timeout), _was_reached(error))
        return Exchange(
            request.method,
            path,
            query,
            Headers(sent.items()),
            content or b"",
            answer.status_code,
            Headers(fields_of(answer.headers.items())),
            body,
        )

    def _fields(self, request: Request) -> dict[str, str]:
        """Return the header fields, in which the given ones replace those of the example."""
        accepted = ACCEPTED_ENCODING[0].lower()
        fields = [ACCEPTED_ENCODING, *(f for f in request.headers if f[0].lower() != accepted)]
        if request.credentials:
            fields.append(("Authorization", basic(*request.credentials)))
        if request.content_type:
            fields.append(("Content-Type", request.content_type))
        given = {name.lower() for name, _ in self._headers}
        return dict([(n, v) for n, v in fields if n.lower() not in given] + [*self._headers])


class _BoundedAdapter(HTTPAdapter):
    """Opens the connections of the session, so that all responses keep to the limits."""

    def get_connection_with_tls_context(self, *arguments: Any, **options: Any) -> Any:
        # A pool creates connections from its class attribute; one of the instance changes the pools
        # of this session alone.
        pool: Any = super().get_connection_with_tls_context(*arguments, **options)
        pool.ConnectionCls = partial(_connection, type(pool).ConnectionCls)
        return pool


def _connection(connection_class: Callable[..., Any], **options: Any) -> Any:
    connection = connection_class(**options)
    connection.response_class = BoundedResponse
    return connection


def _as_it_is(request: requests.PreparedRequest) -> requests.PreparedRequest:
    return request


def _parts(request: Request) -> list[tuple[str, Any]]:
    """Return the parts of a multipart body in the form that requests expects."""
    body = request.body
    if not isinstance(body, MultipartBody):
        return []
    fields: list[tuple[str, Any]] = [(name, (None, value)) for name, value in body.fields]
    files = [
        (name, (asset.name, read_asset(asset.name), asset.media_type)) for name, asset in body.files
    ]
    return [*fields, *files]


def _may_repeat(found: Exchange | NoAnswer, request: Request, expected: int) -> bool:
    idempotent = request.method in _IDEMPOTENT
    if isinstance(found, NoAnswer):
        # A request that has not reached the server has changed nothing there.
        return idempotent or not found.reached
    wanted = _TRY_AGAIN if idempotent else _REFUSED
    return found.status in wanted and found.status != expected


def _wanted_wait(found: Exchange | NoAnswer) -> float | None:
    """Return the seconds that the server asks to wait (RFC 9110, 10.2.3), if it does."""
    field = None if isinstance(found, NoAnswer) else found.headers.get("Retry-After")
    if isinstance(found, NoAnswer) or field is None:
        return None
    if field.strip().isdecimal():
        return float(field)
    if (then := read_http_date(field)) is None:
        return None
    # By the server's own clock, if it sends `Date`.
    now = read_http_date(found.headers.get("Date") or "") or datetime.now(UTC)
    return max((then - now).total_seconds(), 0)


def _was_reached(error: Exception) -> bool:
    if isinstance(error, requests.ConnectTimeout | requests.exceptions.SSLError):
        return False
    if isinstance(error, requests.exceptions.ProxyError):
        return False
    return not (error.args and isinstance(error.args[0], MaxRetryError))


def _reason(error: Exception, timeout: float) -> str:
    # The libraries word a timeout in several ways; ours is one.
    return reason_of(TimeoutError() if isinstance(error, requests.Timeout) else error, timeout)


def content_of(body: Body | None) -> bytes | None:
    """Encode a body; None where there is none, or where it is multipart."""
    match body:
        case JsonBody():
            return json.dumps(body.value, default=_in_base64).encode()
        case TextBody():
            return body.text.encode()
        case FormBody():
            return urlencode(body.fields).encode()
        case FileBody():
            return read_asset(body.asset.name)
    return None


def _in_base64(value: Any) -> str:
    if isinstance(value, Asset):
        return base64.b64encode(read_asset(value.name)).decode()
    raise TypeError(f"{type(value).__name__} is not JSON")
