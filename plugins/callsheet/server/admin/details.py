"""Details of requests for `/-/requests`, without secrets and limited in size."""

import json
from collections.abc import Iterable, Mapping
from typing import Any

from callsheet.http.forms import read_pairs
from callsheet.http.masking import MASK, is_secret_name, mask_values
from callsheet.http.media_types import essence, is_json
from callsheet.model import Operation
from callsheet.server.http.messages import WORKSPACE_HEADER, HttpRequest

MAX_TEXT = 4096
"""Characters of the query, of all header fields, and of the body that are shown."""

_FORM = "application/x-www-form-urlencoded"


class Details:
    """Describes what requests sent, with a mask in the place of secrets.

    A value is a secret by its name: that of a field, a parameter or a property; and where a page
    names it as the place of a key.

    Args:
        operations: The operations, whose security schemes say where keys are.
    """

    def __init__(self, operations: Iterable[Operation]) -> None:
        # Whoever knows the name of a workspace has all of it.
        self._keys = {WORKSPACE_HEADER.lower()} | {
            use.scheme.parameter.lower()
            for operation in operations
            for uses in operation.security or ()
            for use in uses
            if use.scheme and use.scheme.parameter
        }

    def of(self, request: HttpRequest) -> Mapping[str, Any]:
        """Return the members of the JSON object that shows what was sent."""
        headers = [[name, self._shown(name, value)] for name, value in request.headers]
        return {
            "query": _cut([[name, self._shown(name, value)] for name, value in request.parameters]),
            "headers": _cut(headers),
            **self._body(request),
        }

    def _body(self, request: HttpRequest) -> dict[str, Any]:
        body = request.body
        size = {"body_bytes": len(body)}
        media_type = essence(request.headers.get("Content-Type") or "")
        if not body or len(body) > MAX_TEXT:
            return size
        if media_type == _FORM:
            return {**size, "body": [[n, self._shown(n, value)] for n, value in read_pairs(body)]}
        # Of other types, nobody knows where a secret would be.
        if not is_json(media_type):
            return size
        try:
            return {
                **size,
                "body": mask_values(json.loads(body, parse_constant=str), self._is_secret),
            }
        except (ValueError, RecursionError):
            return size

    def _shown(self, name: str, value: str) -> str:
        return MASK if self._is_secret(name) else value

    def _is_secret(self, name: str) -> bool:
        return name.lower() in self._keys or is_secret_name(name)


def _cut(pairs: list[list[str]]) -> list[list[str]]:
    """Return the first names and values, as far as they are not too long."""
    rest = MAX_TEXT
    found = []
    for name, value in pairs:
        rest -= len(name) + len(value)
        if rest < 0:
            break
        found.append([name, value])
    return found
