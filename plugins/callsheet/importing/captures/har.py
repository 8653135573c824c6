"""Reads HAR files (HTTP Archive 1.2): what a browser or a proxy recorded."""

import base64
import binascii
from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from contextlib import suppress
from http import HTTPStatus
from pathlib import Path
from typing import Any
from urllib.parse import quote, unquote, urlsplit

from callsheet.errors import ConfigurationError
from callsheet.http.forms import FormError, TooManyPartsError, read_parts
from callsheet.http.media_types import FORM, MULTIPART, essence, is_form
from callsheet.importing.captures.credentials import sent_headers
from callsheet.importing.captures.exchange import (
    Captured,
    CapturedBody,
    CapturedExchange,
    CapturedField,
    CapturedResponse,
    Fields,
    bytes_body,
    first,
    form_fields,
    is_data,
    is_textual,
    normal_path,
    read_object,
    text_body,
)
from callsheet.importing.input.bundle import DocumentSources
from callsheet.importing.notes import ImportNotes, code
from callsheet.importing.references import SpecNode

WHAT = "HAR file"
"""Kind of the file, in messages."""

_SHOWN = 10
_API_TYPES = frozenset({"xhr", "fetch"})
_NO_API = ("text/html", "text/css", "font/", "text/javascript", "application/javascript",
           "application/x-javascript", "application/wasm", "application/font")  # fmt: skip
_PAGE_PARTS = ("image/", "audio/", "video/")
_KINDS = {
    "text/html": "page",
    "text/css": "stylesheet",
    "text/javascript": "script",
    "application/javascript": "script",
    "application/x-javascript": "script",
    "application/wasm": "script",
    "font": "font",
    "image": "image",
    "audio": "media",
    "video": "media",
}
_SAFE = "/:@!$&'()*+,;=-._~%"
_VERSION_WORDS = ("api", "rest", "v", "services", "public", "internal")


def read_har(source: Path | str, hosts: Collection[str] = ()) -> Captured:
    """Read the requests to an API, with their responses.

    Args:
        source: A file, `-` for standard input, or an address.
        hosts: The hosts of the API; by default, the one with the most requests for data.

    Raises:
        ConfigurationError: It cannot be read, is not a HAR file, or has no request to such a host.
    """
    name, value = read_object(source, WHAT)
    log = SpecNode(value, "").inner("log")
    if not isinstance(log.get("entries"), list):
        raise ConfigurationError(
            f"`{name}` is not a readable {WHAT}: it has no list `entries` in `log`."
        )
    return _Log(name, log).read({host.lower() for host in hosts})


class _Log:
    def __init__(self, name: str, log: SpecNode) -> None:
        self._name = name
        self._log = log
        self._notes = ImportNotes(DocumentSources(name))
        self._secrets: list[str] = []

    def read(self, hosts: Collection[str]) -> Captured:
        entries = [*self._of_api(self._log.listed("entries"))]
        found = Counter(host for _, host, is_certain in entries if is_certain) or Counter(
            host for _, host, _ in entries
        )
        every = Counter(host for _, host, _ in entries)
        # A page of a website asks many servers, of which the API is the one that it asks most.
        chosen = set(hosts) or {host for host, _ in found.most_common(1)}
        if missing := chosen - set(every):
            shown = ", ".join(f"`{host}`" for host, _ in every.most_common(_SHOWN)) or "none"
            raise ConfigurationError(
                f"`{self._name}` has no request for data to {code(min(missing))}."
                f" The hosts that it has are: {shown}."
            )
        others = [
            f"`{host}` ({count})" for host, count in every.most_common() if host not in chosen
        ]
        if others:
            more = ", …" if len(others) > _SHOWN else ""
            what = (
                f"Requests to other hosts are not on any page: {', '.join(others[:_SHOWN])}{more}"
            )
            self._notes.minor("/log/entries", what, "Choose hosts with --host.")
        exchanges = tuple(self._exchange(place) for place, host, _ in entries if host in chosen)
        return Captured(
            self._name,
            " and ".join(sorted(chosen)) or "Reference",
            exchanges=exchanges,
            findings=tuple(self._notes.findings),
            secrets=tuple(self._secrets),
        )

    def _of_api(self, entries: Iterable[SpecNode]) -> Iterator[tuple[SpecNode, str, bool]]:
        """Yield the entries of an API, each with its host, and whether it is data for certain."""
        skipped: Counter[str] = Counter()
        for entry in entries:
            try:
                parts = urlsplit(entry.inner("request").text("url"))
                host = parts.netloc.rpartition("@")[2].lower()
            except ValueError:
                host = ""
            if not host or parts.scheme not in ("http", "https"):
                self._notes.left_out(entry.pointer, "The request has no address of a server",
                                     "Correct the file.")  # fmt: skip
            elif kind := _skipped(entry):
                skipped[kind] += 1
            else:
                yield entry, host, is_data(_response_type(entry))
        if skipped:
            kinds = ", ".join(f"{code(kind)} ({count:,})" for kind, count in skipped.items())
            what = f"What is not part of an API is left out: {kinds}"
            self._notes.minor("/log/entries", what)

    def _exchange(self, entry: SpecNode) -> CapturedExchange:
        request = entry.inner("request")
        parts = urlsplit(request.text("url"))
        user, _, host = parts.netloc.rpartition("@")
        if password := unquote(user.partition(":")[2]):
            self._secrets.append(password)
        headers = _fields(request, "headers")
        path = normal_path(quote(parts.path, safe=_SAFE))
        return CapturedExchange(
            pointer=entry.pointer,
            method=request.text("method").upper(),
            origin=f"{parts.scheme}://{host.lower()}",
            path=path,
            query=form_fields(parts.query),
            headers=(*sent_headers(headers, browser=True), *_cookie(request, headers)),
            body=_request_body(request.inner("postData"), first(headers, "content-type")),
            response=_response(entry.inner("response")),
            folder=_resource(path),
        )


def _skipped(entry: SpecNode) -> str:
    """Return the kind of resource of a page that an entry is; empty for a request to an API."""
    request, response = entry.inner("request"), entry.inner("response")
    names = {each.text("name").lower() for each in request.listed("headers")}
    method = request.text("method").upper()
    if method == "OPTIONS" and "access-control-request-method" in names:
        return "preflight"
    status = response.get("status")
    if not isinstance(status, int) or not 200 <= status <= 599:
        return "request without an answer"
    if status == HTTPStatus.NOT_MODIFIED:
        return "answer from a cache"
    kind, media_type = entry.text("_resourceType").lower(), _response_type(entry)
    if is_data(media_type) and kind not in ("manifest", "script"):
        return ""
    if media_type.startswith(_NO_API) and method in ("GET", "HEAD"):
        return _kind(media_type)
    if kind in _API_TYPES or (not kind and not media_type.startswith(_PAGE_PARTS)):
        return ""
    if not kind and method not in ("GET", "HEAD"):
        return ""
    return kind or _kind(media_type)


def _kind(media_type: str) -> str:
    return _KINDS.get(media_type) or _KINDS.get(media_type.partition("/")[0], media_type)


def _response_type(entry: SpecNode) -> str:
    response = entry.inner("response")
    written = response.inner("content").text("mimeType")
    stated = first(_fields(response, "headers"), "content-type")
    return essence(stated or ("" if written == "x-unknown" else written))


def _fields(place: SpecNode, key: str) -> Fields:
    return tuple(
        CapturedField(each.text("name"), _text(each.get("value")))
        for each in place.listed(key)
        if each.text("name")
    )


def _text(value: Any) -> str:
    return str(value) if isinstance(value, str | int | float) else ""


def _cookie(request: SpecNode, headers: Fields) -> Fields:
    """Return the field `Cookie` if it is only in the list of cookies."""
    found = _fields(request, "cookies")
    if not found or first(headers, "cookie"):
        return ()
    return (CapturedField("Cookie", "; ".join(f"{each.name}={each.value}" for each in found)),)


def _request_body(place: SpecNode, content_type: str) -> CapturedBody | None:
    content_type = content_type or place.text("mimeType")
    text = _decoded(place, content_type)
    name = essence(content_type)
    if is_form(name):
        fields = tuple(_form(place, text, content_type))
        return CapturedBody(name, fields=fields) if fields else None
    if text is None:
        return bytes_body(content_type)
    return _body(content_type, text)


def _form(place: SpecNode, text: str | None, content_type: str) -> Iterator[CapturedField]:
    if params := place.listed("params"):
        for each in params:
            is_file = bool(each.text("fileName") or each.text("contentType"))
            name, value = each.text("name"), each.text("value")
            if essence(content_type) == FORM:
                name, value = unquote(name), unquote(value.replace("+", " "))
            yield CapturedField(name, None if is_file else value, is_file=is_file)
    elif essence(content_type) == FORM:
        yield from form_fields(text or "")
    elif essence(content_type) == MULTIPART:
        body = (text or "").replace("\r\n", "\n").replace("\n", "\r\n").encode()
        with suppress(FormError, TooManyPartsError):
            for part in read_parts(body, content_type):
                is_file = part.filename is not None
                content = None if is_file else part.content.decode(errors="replace")
                yield CapturedField(part.name, content, is_file=is_file)


def _response(place: SpecNode) -> CapturedResponse:
    headers = _fields(place, "headers")
    content = place.inner("content")
    written = content.text("mimeType")
    content_type = first(headers, "content-type") or ("" if written == "x-unknown" else written)
    text = _decoded(content, content_type)
    body = bytes_body(content_type) if text is None else _body(content_type, text)
    size = content.get("size")
    if text == "" and content_type and isinstance(size, int) and size > 0:
        # It was not recorded.
        body = bytes_body(content_type)
    return CapturedResponse(int(place.node["status"]), headers, body)


def _body(content_type: str, text: str) -> CapturedBody | None:
    if not text:
        return None
    body = text_body(content_type, text)
    return body if is_textual(body.media_type) else bytes_body(content_type)


def _decoded(place: SpecNode, content_type: str) -> str | None:
    """Return a text, empty if there is none; None for bytes."""
    text = place.text("text")
    if (place.text("encoding") or place.text("_encoding")).lower() != "base64":
        return text
    if content_type and not is_textual(content_type):
        return None
    try:
        return base64.b64decode(text, validate=False).decode()
    except (binascii.Error, ValueError):
        return None


def _resource(path: str) -> str:
    """Return the name of the resource that a path begins with, which groups its operations."""
    for segment in path.strip("/").split("/"):
        name = unquote(segment)
        is_word = name[:1].isalpha() and not any(c.isdecimal() for c in name)
        if is_word and name.lower() not in _VERSION_WORDS:
            return name
    return ""
