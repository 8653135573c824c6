"""Sample requests: addresses with the values of parameters, header fields and bodies."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any
from urllib.parse import quote

from callsheet.http.media_types import FORM, essence, is_json
from callsheet.importing.examples import Example
from callsheet.importing.messages import request_message
from callsheet.importing.parameters import Given
from callsheet.model import PLACEHOLDER, ExampleRequest, Location

_DESCRIBED_ELSEWHERE = ("accept", "content-type", "authorization")


def sample_requests(
    method: str,
    route: str,
    given: Sequence[Given],
    shown: Iterable[tuple[str, Example]] | None,
    answered: Sequence[str],
    authorization: str,
) -> Iterator[ExampleRequest]:
    """A sample request for each body that is shown.

    Args:
        method: In capitals.
        route: The route.
        given: The parameters.
        shown: Media types with the values of bodies; None where nothing is sent.
        answered: The media types of the responses.
        authorization: The value of the header `Authorization`, empty for none.
    """
    headers: list[tuple[str, str]] = []
    if authorization:
        headers.append(("Authorization", authorization))
    if answered:
        kind = next((name for name in answered if is_json(essence(name))), answered[0])
        headers.append(("Accept", kind))
    cookies: list[str] = []
    for one in given:
        if one.example is None:
            continue
        text = " ".join(_as_text(one.example).split())
        if one.row.location is Location.COOKIE:
            cookies.append(f"{one.row.name}={quote(text, safe='')}")
        elif one.row.location is Location.HEADER and (
            one.row.name.lower() not in _DESCRIBED_ELSEWHERE
        ):
            headers.append((one.row.name, text))
    if cookies:
        headers.append(("Cookie", "; ".join(cookies)))
    target = target_of(route, given)
    nothing = [("", Example("", None))]
    for media_type, example in nothing if shown is None else shown:
        value = example.value
        if essence(media_type) == FORM and isinstance(value, dict):
            pairs = (f"{quote(str(k), safe='')}={_quoted(v)}" for k, v in value.items())
            value = "&".join(pairs)
        sent = media_type if shown is not None else None
        yield request_message(method, target, headers, sent, value, example.name)


def target_of(route: str, given: Sequence[Given], *, shown: bool = False) -> str:
    """The route with its parameters, and with a query.

    Args:
        route: The route.
        given: The parameters.
        shown: Whether the query has what an example address has.
    """
    path = {g.row.name: g.example for g in given if g.row.location is Location.PATH}
    target = PLACEHOLDER.sub(
        lambda m: _quoted(path[m[1]]) if path.get(m[1]) is not None else m[0], route
    )
    pairs: list[str] = []
    for one in given:
        value = one.shown if shown else one.example
        if one.row.location is not Location.QUERY or value is None:
            continue
        values = value if one.explode and isinstance(value, list) else [value]
        pairs += (f"{quote(one.row.name, safe='$[]')}={_quoted(each)}" for each in values)
    joint = "&" if "?" in target else "?"
    return f"{target}{joint}{'&'.join(pairs)}" if pairs else target


def _quoted(value: Any) -> str:
    return quote(_as_text(value), safe=",:") or "example"


def _as_text(value: Any) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, list):
        return ",".join(map(_as_text, value))
    return str(value)
