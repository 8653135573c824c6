"""Callbacks and webhooks: which request the server is asked to send, and where it goes."""

import json
from collections.abc import Iterable, Mapping
from typing import Any
from urllib.parse import quote

from jsonpointer import JsonPointer, JsonPointerException

from callsheet.catalog import Catalog
from callsheet.catalog.contracts import promised_requests
from callsheet.http.headers import Headers
from callsheet.http.masking import is_secret_name
from callsheet.http.media_types import JSON, essence, is_json
from callsheet.http.runtime_expressions import RuntimeExpression, read_template
from callsheet.model import Operation, Outgoing
from callsheet.schema import Direction, Schema
from callsheet.schema.generate import Generator
from callsheet.server.engine.call import Call
from callsheet.server.http.messages import HttpRequest, HttpResponse
from callsheet.server.http.outgoing import LOOPBACK_HOSTS, OutgoingRequest, host_of, is_address
from callsheet.server.http.preferences import Preferences
from callsheet.server.http.problems import Problem

_OWN_FIELDS = frozenset(
    {"connection", "content-length", "cookie", "expect", "host", "keep-alive", "prefer", "te",
     "trailer", "transfer-encoding", "upgrade"}
)  # fmt: skip
"""Header fields of a sample that the server writes itself, or that would make it do more."""

_ADDRESS = "an absolute URL of HTTP, without a user name and password"


class Callbacks:
    """Works out the callbacks that clients ask for with `Prefer: callback=NAME`, and webhooks.

    Args:
        catalog: The operations.
        types: The named types.
        hosts: The hosts that may be called, in lower case.
    """

    def __init__(
        self, catalog: Catalog, types: Mapping[str, Schema], hosts: Iterable[str] = LOOPBACK_HOSTS
    ) -> None:
        self._callbacks = catalog.callbacks
        self._webhooks = catalog.webhooks
        self._types = types
        self._hosts = frozenset(hosts)

    def wanted(self, call: Call, response: HttpResponse | None) -> OutgoingRequest | None:
        """Return the callback that a request asks for; None where it asks for none.

        Args:
            call: The request.
            response: The response; None where it is not known yet.

        Raises:
            Problem: No page documents the callback, its address is not known, or its host is not
                allowed.
        """
        field = call.request.headers.get("Prefer")
        name = Preferences.read(field).callback if field else None
        if name is None:
            return None
        callbacks = self._callbacks.get(call.operation.uid, ())
        callback = _named(callbacks, name)
        if callback is None or callback.outgoing is None:
            known = _names(callbacks)
            raise call.refuse(f"The operation has no callback `{name}`; it has {known}.")
        address = _address(call, callback.outgoing, response)
        return self._request(callback, call.operation.uid, address)

    def webhook(self, request: HttpRequest) -> OutgoingRequest:
        """Return the webhook that a request names, with the address to send it to.

        Args:
            request: Its query has `name` and `url`.

        Raises:
            Problem: No page documents it, or its address is none, or has a host that is not
                allowed.
        """
        parameters = dict(request.parameters)
        name, address = parameters.get("name", ""), parameters.get("url", "")
        webhook = _named(self._webhooks, name)
        if not name:
            detail = f"Give the query a `name`; there are {_names(self._webhooks)}."
            raise Problem(400, detail)
        if webhook is None:
            detail = f"No page documents the webhook `{name}`; there are {_names(self._webhooks)}."
            raise Problem(404, detail)
        if not is_address(address):
            raise Problem(400, f"Give the query a `url`: {_ADDRESS}.")
        return self._request(webhook, webhook.uid, address)

    def _request(self, operation: Operation, uid: str, address: str) -> OutgoingRequest:
        """Return the request to send.

        Args:
            operation: The webhook or callback.
            uid: The operation that its entry in the journal names.
            address: Where it goes.

        Raises:
            Problem: The host is not allowed.
        """
        name = operation.route_or_name
        is_webhook = operation in self._webhooks
        if (host := host_of(address)) not in self._hosts:
            noun = "webhook" if is_webhook else "callback"
            raise Problem(
                403,
                f"The {noun} `{name}` would go to `{host}`, which this server may not call."
                f" Start it with `--callback-host {host}` to allow that.",
            )
        headers, body = self._content(operation)
        method = operation.method
        return OutgoingRequest(name, uid, method, address, headers, body, is_webhook)

    def _content(self, operation: Operation) -> tuple[tuple[tuple[str, str], ...], bytes]:
        """Return the header fields and the body: those of the sample, else made-up ones."""
        for example in operation.example_requests:
            fields = tuple(
                (field.name, field.value)
                for field in example.headers
                if field.name.lower() not in _OWN_FIELDS
                and not is_secret_name(field.name)
                and field.value.isprintable()
            )
            return fields, example.body.encode()
        contents = promised_requests(operation)
        if not contents:
            return (), b""
        generator = Generator(self._types, direction=Direction.REQUEST)
        value = generator.value(contents[0].schema)
        return (("Content-Type", JSON),), json.dumps(value, ensure_ascii=False).encode()


def _named(operations: Iterable[Operation], name: str) -> Operation | None:
    """Return the first of that name, or with that uid, by which those of one name differ."""
    return next((each for each in operations if name in (each.route_or_name, each.uid)), None)


def _names(operations: Iterable[Operation]) -> str:
    return ", ".join(f"`{each.route_or_name}`" for each in operations) or "none"


def _address(call: Call, callback: Outgoing, response: HttpResponse | None) -> str:
    """Return where a callback goes, as the request and its response say."""
    parts = []
    for part in read_template(callback.address) or ():
        if isinstance(part, str):
            parts.append(part)
            continue
        value = _text(_value(call, part, response))
        if value is None:
            what = f"`{part.text}`, where the callback `{callback.name}` goes"
            raise call.refuse(f"Neither request nor response has a text at {what}.")
        # What begins an address is the first part of one; all else is a value within it.
        parts.append(quote(value, safe="") if parts else value)
    address = "".join(parts)
    if not is_address(address):
        raise call.refuse(f"The callback `{callback.name}` needs {_ADDRESS}.")
    return address


def _value(call: Call, part: RuntimeExpression, response: HttpResponse | None) -> Any:
    request = call.request
    if part.place == "url":
        return f"{request.path}?{request.query}" if request.query else request.path
    if part.place == "method":
        return request.method
    if part.message == "request":
        match part.place:
            case "header":
                return request.headers.get(part.name)
            case "query":
                return dict(request.parameters).get(part.name)
            case "path":
                return call.input.path.get(part.name)
        return _inside(call.input.body, part.name)
    if response is None:
        return None
    if part.place == "statusCode":
        return response.status
    if part.place == "header":
        return Headers(response.headers).get(part.name)
    if not is_json(essence(response.header("Content-Type") or "")):
        return None
    return _inside(json.loads(response.body), part.name)


def _inside(value: Any, pointer: str) -> Any:
    try:
        return JsonPointer(pointer).resolve(value, None)
    except JsonPointerException:
        return None


def _text(value: Any) -> str | None:
    if isinstance(value, str) or value is None:
        return value or None
    return json.dumps(value) if isinstance(value, bool | int | float) else None
