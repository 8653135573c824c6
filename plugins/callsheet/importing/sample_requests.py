"""Builds sample requests: URLs with the values of parameters, header fields and bodies."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from urllib.parse import quote

from callsheet.http.forms import write_pairs as write_form
from callsheet.http.media_types import FORM, essence, is_json
from callsheet.http.parameter_styles import (
    write_header,
    write_pairs,
    write_path,
    write_query,
)
from callsheet.importing.examples import ExampleValue
from callsheet.importing.messages import form_texts, request_message
from callsheet.importing.parameters import Argument
from callsheet.importing.security import ImportedSecurity
from callsheet.model import PLACEHOLDER, ExampleRequest, Location
from callsheet.schema.texts import texts_of_value

_KEY = "callsheet"
_DESCRIBED_ELSEWHERE = ("accept", "content-type", "authorization")


def sample_requests(
    method: str,
    route: str,
    given: Sequence[Argument],
    shown: Iterable[tuple[str, ExampleValue]] | None,
    answered: Sequence[str],
    security: ImportedSecurity,
) -> Iterator[ExampleRequest]:
    """Build a sample request for each example of a body.

    Args:
        method: The method, in capitals.
        route: The route.
        given: The parameters.
        shown: Media types with the values of bodies; None if there is no body.
        answered: The media types of the responses.
        security: The requirements of the operation.
    """
    headers: list[tuple[str, str]] = []
    if security.authorization:
        headers.append(("Authorization", security.authorization))
    if answered:
        kind = next((name for name in answered if is_json(essence(name))), answered[0])
        headers.append(("Accept", kind))
    cookies: list[str] = []
    for one in given:
        if one.example is None:
            continue
        name, texts = one.row.name, texts_of_value(one.example)
        if one.row.location is Location.COOKIE:
            pairs = write_pairs(name, texts, one.how)
            cookies += (f"{key}={quote(text, safe='')}" for key, text in pairs)
        elif one.row.location is Location.HEADER and name.lower() not in _DESCRIBED_ELSEWHERE:
            headers.append((name, " ".join(write_header(texts, one.how).split())))
    sent = {(g.row.location.value, g.row.name) for g in given if g.example is not None}
    keys = [key for key in security.keys if key not in sent]
    headers += [(name, _KEY) for place, name in keys if place == "header"]
    cookies += [f"{name}={_KEY}" for place, name in keys if place == "cookie"]
    if cookies:
        headers.append(("Cookie", "; ".join(cookies)))
    target = target_of(route, given)
    for name in (name for place, name in keys if place == "query"):
        target += f"{'&' if '?' in target else '?'}{quote(name, safe='')}={_KEY}"
    nothing = [("", ExampleValue("", None))]
    for media_type, example in nothing if shown is None else shown:
        value = example.value
        if essence(media_type) == FORM and isinstance(value, dict):
            fields = ((str(k), text) for k, v in value.items() for text in form_texts(v))
            value = write_form(fields).decode()
        kind_sent = media_type if shown is not None else None
        yield request_message(method, target, headers, kind_sent, value, example.name)


def target_of(route: str, given: Sequence[Argument]) -> str:
    """Return the route with the values of its parameters, and with a query."""
    path = {
        g.row.name: write_path(g.row.name, texts_of_value(g.example), g.how) or "example"
        for g in given
        if g.row.location is Location.PATH and g.example is not None
    }
    target = PLACEHOLDER.sub(lambda match: path.get(match[1], match[0]), route)
    queries = (
        write_query(g.row.name, texts_of_value(g.example), g.how)
        for g in given
        if g.row.location is Location.QUERY and g.example is not None
    )
    query = "&".join(filter(None, queries))
    joint = "&" if "?" in target else "?"
    return f"{target}{joint}{query}" if query else target
