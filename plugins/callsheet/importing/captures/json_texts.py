"""JSON as Postman collections write it: with variables and comments."""

from __future__ import annotations

import json
from contextlib import suppress

from callsheet import lazy_re as re
from callsheet.http.media_types import JSON
from callsheet.importing.captures.exchange import BODY_LIMITS, CapturedBody
from callsheet.importing.captures.variables import VARIABLE, CollectionVariables
from callsheet.importing.references import SpecNode
from callsheet.untrusted import UnusableError, load_json

# A string without an end is one to the end of its line, so that each place is looked at once.
_PARTS = re.compile(
    r'(?P<string>"(?:[^"\\\n]|\\.)*+"?)|(?P<comment>//[^\n]*+|/\*(?:[^*]|\*(?!/))*+(?:\*/)?)'
    r"|(?P<variable>\{\{[^{}\n]*\}\})"
)


def completed_json(text: str, variables: CollectionVariables) -> tuple[str, str]:
    """Return a JSON text without comments and variables, as far as these have values.

    Returns:
        The text, and the first variable without a value that was a value itself: it is 1 then.
    """
    unknown: list[str] = []

    def completed(match: re.Match[str]) -> str:
        if match["comment"]:
            return " "
        if match["string"]:
            return VARIABLE.sub(_inside_string, match[0]) if "{{" in match[0] else match[0]
        name = match["variable"][2:-2]
        value = variables.value(name)
        if value is None:
            unknown.append(match[0])
            return "1"
        with suppress(UnusableError):
            load_json(value, BODY_LIMITS)
            return value
        return json.dumps(value)

    def _inside_string(match: re.Match[str]) -> str:
        value = variables.value(match[1])
        return match[0] if value is None else json.dumps(value)[1:-1]

    return _PARTS.sub(completed, text), unknown[0] if unknown else ""


def graphql_body(place: SpecNode, variables: CollectionVariables) -> CapturedBody | None:
    """Return the body of a GraphQL request, which is JSON (GraphQL over HTTP, 5)."""
    query = place.text("query")
    if not query.strip():
        return None
    sent: dict[str, object] = {"query": variables.in_body(query)}
    given = place.get("variables")
    if isinstance(given, str) and given.strip():
        completed, _ = completed_json(given, variables)
        with suppress(UnusableError):
            given = load_json(completed, BODY_LIMITS)
    if isinstance(given, dict) and given:
        sent["variables"] = given
    if name := place.text("operationName"):
        sent["operationName"] = name
    return CapturedBody(JSON, json.dumps(sent, ensure_ascii=False))
