"""Converts an operation to an Operation Object (OpenAPI 3.1.0, 4.8.10)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from http import HTTPStatus
from typing import Any
from urllib.parse import parse_qsl

from callsheet.catalog.contracts import Types, promised_responses
from callsheet.export.components import Components
from callsheet.export.content import content
from callsheet.export.links import link_object
from callsheet.export.notes import ExportNotes
from callsheet.export.prose import (
    can_be_title,
    description_of,
    says_none,
    summary_of,
    without_link,
)
from callsheet.export.requests import note_unlisted, request_body
from callsheet.export.security import AUTHORIZATION, XSRF_HEADER, security
from callsheet.http.parameter_styles import ParameterStyle, Shape, Style
from callsheet.http.statuses import NO_CONTENT
from callsheet.model import (
    PLACEHOLDER,
    ExampleResponse,
    Location,
    Operation,
    Parameter,
    Property,
    ResolvedStyle,
    ResponseHeader,
    Server,
    StyleOrigin,
    Styles,
    remarks,
    shape_of,
    stated_style,
)
from callsheet.model.contents import own_parameters
from callsheet.schema import EnumValue, Schema
from callsheet.schema.annotations import (
    ANNOTATIONS,
    OF_OPERATION,
    OF_PARAMETER,
    annotated,
    extensions_of,
    read_annotations,
)
from callsheet.schema.documents import Document, document
from callsheet.schema.infer import is_stated
from callsheet.schema.json_schema import ASSUMED
from callsheet.schema.texts import value_of_text
from callsheet.schema.words.cell_values import examples_of
from callsheet.schema.words.facets import Facet

_NOT_PARAMETERS = frozenset({"accept", "content-type", AUTHORIZATION})
"""Header fields that are described elsewhere, and ignored as parameters (4.8.12.2)."""

_UNDOCUMENTED = "The page documents no status."
_UNDESCRIBED = {"default": "Every other status."}

_FORM_STYLE = (Location.QUERY, Location.COOKIE)
"""Locations where arrays are joined with commas by default; OpenAPI would repeat the name."""

UID = "x-callsheet-uid"
"""The operation's uid, if its `operationId` is different."""


def operation_object(
    operation: Operation,
    name: str,
    tag: str,
    server: str,
    components: Components,
    requirements: Sequence[Mapping[str, Sequence[str]]] | None,
    notes: ExportNotes,
    targets: Mapping[str, dict[str, str]],
) -> dict[str, Any]:
    """Build the Operation Object, without callbacks.

    `export_openapi` names to the cache what else it depends on than the operation and the types.

    Args:
        operation: The operation.
        name: Its `operationId`.
        tag: The name of its group's tag.
        server: The path that its Path Item appends to the URL of a server.
        components: The definitions of types; collects the schemas of bodies.
        requirements: The alternative security requirements; None where the page says nothing.
        notes: Collects findings about what the document cannot express.
        targets: How links refer to operations, by uid: `operationId` or `operationRef`.
    """
    summary = summary_of(operation)
    text, link = without_link(description_of(operation))
    # An import of a summary alone has it as the title of the page, or, if it is too long for that,
    # as its text.
    is_alone = summary.removesuffix(".") == operation.title or not can_be_title(summary)
    is_repeated = is_alone and not operation.about and " ".join(text.split()) == summary
    has_name = not says_none(operation, "operationId")
    tags = () if says_none(operation, "tags") else (tag, *operation.tags)
    result: dict[str, Any] = {
        "operationId": name if has_name else "",
        UID: operation.uid if operation.uid != name or not has_name else "",
        "tags": list(dict.fromkeys(tags)),
        "summary": summary,
        "description": "" if is_repeated else text,
        "externalDocs": link,
        "deprecated": operation.deprecated,
        "parameters": list(_parameters(operation, components, notes)),
        "requestBody": request_body(operation, components, notes),
        "responses": _responses(operation, components, notes, targets),
        "servers": list(_servers(operation, server, notes)),
    }
    # An empty list means that no credentials are needed.
    access = (
        {} if requirements is None else {"security": [] if requirements == [{}] else requirements}
    )
    whole = {**{key: value for key, value in result.items() if value}, **access}
    return annotated(whole, operation.front_matter.get(ANNOTATIONS), OF_OPERATION)


def _servers(operation: Operation, path: str, notes: ExportNotes) -> Iterator[dict[str, Any]]:
    for server in operation.servers:
        if server.replaces and server.replaces == path:
            yield _server(server, "")
        elif server.replaces:
            what = f"The server `{server.url}`, which does not have `{server.replaces}`,"
            notes.left_out(operation, operation.route.span, what, "The path of OpenAPI has it.")
        else:
            yield _server(server, path)


def _server(server: Server, path: str) -> dict[str, Any]:
    """Return a Server Object (4.8.5)."""
    found = server.as_object()
    if path:
        found["url"] = found["url"].rstrip("/") + path
    return {**found, **({"name": server.name} if server.name else {})}


def _parameters(
    operation: Operation, components: Components, notes: ExportNotes
) -> Iterator[dict[str, Any]]:
    hidden = _NOT_PARAMETERS | ({XSRF_HEADER} if _has_session(operation) else set())
    missing = dict.fromkeys(operation.route.parameters)
    styles = Styles(operation)
    own = {
        (row.location, row.name): schema
        for place in Location
        for row, schema in own_parameters(operation, place)
    }
    seen: set[tuple[Location, str]] = set()
    for row in operation.parameters:
        key = row.name.lower() if row.location is Location.HEADER else row.name
        if row.location is Location.HEADER and key in hidden:
            continue
        if (row.location, row.name) not in own:
            # It is nested in another parameter.
            continue
        if (row.location, key) in seen:
            notes.left_out(operation, row.span, f"The {row.location} parameter `{row.name}` again")
        elif row.location is Location.PATH and row.name not in missing:
            notes.left_out(operation, row.span, f"`{row.name}`, which is not in the route,")
        else:
            seen.add((row.location, key))
            yield components.parameter(row, own[row.location, row.name], styles.of(row), _parameter)
    for name in missing:
        if (Location.PATH, name) not in seen:
            yield {
                "name": name,
                "in": "path",
                "required": True,
                "schema": {"type": "string"},
                ASSUMED: ["schema"],
            }
    query = "" if operation.is_imported else operation.route.template.partition("?")[2]
    for name, value in parse_qsl(query):
        if (Location.QUERY, name) not in seen:
            seen.add((Location.QUERY, name))
            schema: dict[str, Any] = {"type": "string"}
            if not PLACEHOLDER.search(value):
                schema["enum"] = [value]
            yield {"name": name, "in": "query", "required": True, "schema": schema}


def _has_session(operation: Operation) -> bool:
    return any("XsrfToken" in requirement for requirement in security(operation))


def _parameter(
    row: Parameter, schema: Schema, written: ResolvedStyle, types: Types
) -> dict[str, Any]:
    result: dict[str, Any] = {"name": row.name, "in": row.location.value}
    if row.location is Location.PATH or row.required is not None:
        result["required"] = row.location is Location.PATH or row.required
    result |= _described(row, schema, types)
    how = written.how
    result |= {"allowReserved": True} if how.reserved else {}
    result |= {"allowEmptyValue": True} if how.empty else {}
    if how.style is Style.CONTENT:
        shown = {key: result.pop(key) for key in ("schema", "example", "examples") if key in result}
        return {**result, "content": {how.media_type: shown}}
    assumed = written.origin is StyleOrigin.ASSUMED
    # An assumed style is OpenAPI's default, except for arrays in these locations.
    is_text = (how.reserved or how.empty) and shape_of(schema) is Shape.TEXT
    if not (assumed or is_text) or (row.location in _FORM_STYLE and row.schema.type == "array"):
        result |= _style(written.how)
    if assumed and "style" in result:
        result[ASSUMED] = ["style", "explode"]
    return result


def _style(how: ParameterStyle) -> dict[str, Any]:
    return {"style": how.style.value, "explode": how.explode}


def _described(row: Property, schema: Schema, types: Types) -> dict[str, Any]:
    """Return the fields that Parameter and Header Objects share."""
    result: dict[str, Any] = {}
    if cell := dict(row.facets).get(Facet.ANNOTATIONS) if row.facets else None:
        own = (read_annotations(cell) or {}).get(OF_PARAMETER)
        result |= extensions_of(own) if isinstance(own, dict) else {}
    if schema.deprecated:
        result["deprecated"] = True
    if len(shown := _examples(row, schema)) == 1 and not shown[0].description:
        result["example"] = shown[0].value
    elif shown:
        # A key is needed for each of them.
        names = (example.description or str(n) for n, example in enumerate(shown, 1))
        result["examples"] = {n: {"value": e.value} for n, e in zip(names, shown, strict=True)}
    stated = schema.replace(deprecated=False, examples=()) if shown or schema.deprecated else schema
    result["schema"] = {
        **({} if row.type or is_stated(stated) else {"type": "string"}),
        **document(stated, types),
    }
    return {**result, "description": about} if (about := row.full_description) else result


def _examples(row: Property, schema: Schema) -> Sequence[EnumValue]:
    """Return the examples of a parameter or header, with their names as descriptions."""
    cell = dict(row.facets).get(Facet.EXAMPLE)
    if cell is None:
        return [EnumValue(literal) for literal in schema.examples]
    return list(examples_of(cell, schema.replace(examples=())))


def _responses(
    operation: Operation,
    components: Components,
    notes: ExportNotes,
    targets: Mapping[str, dict[str, str]],
) -> dict[str, Any]:
    """Return a Responses Object (4.8.16), which needs at least one response."""
    responses = _Responses(operation, components, targets)
    for message in operation.example_responses:
        if responses.documented and responses.key_of(message.status) is None:
            what = f"The example of {message.status}, which is not in the table,"
            notes.left_out(operation, message.span, what)
        elif not responses.documented or _has_body(message.status):
            note_unlisted(operation, operation.response_media_types, [message], notes)
    return responses.build()


class _Responses:
    """Builds the Responses Object of an operation."""

    def __init__(
        self,
        operation: Operation,
        components: Components,
        targets: Mapping[str, dict[str, str]],
    ) -> None:
        self._operation = operation
        self._targets = targets
        self._components = components
        codes = (str(status.code) for status in operation.statuses)
        ranges = (each.name for each in operation.status_ranges)
        self.documented = dict.fromkeys((*codes, *ranges))

    def key_of(self, code: int) -> str | None:
        """Return the key that documents a status: itself, its class, or the default."""
        keys = (str(code), f"{code // 100}XX", "default")
        return next((key for key in keys if key in self.documented), None)

    def build(self) -> dict[str, Any]:
        """Build the Responses Object."""
        descriptions: dict[str, list[str]] = {key: [] for key in self.documented}
        for status in self._operation.statuses:
            # A second row for one status is a second reason for it.
            text = "\n".join(t for t in (status.description, *remarks(status.extras)) if t)
            descriptions[str(status.code)].append(text or _phrase(str(status.code)))
        for each in self._operation.status_ranges:
            descriptions[each.name].append(each.description)
        if not descriptions:
            return {"default": self._response("", _UNDOCUMENTED)}
        # Classes and the default come last, as readers expect them.
        ordered = sorted(descriptions, key=lambda key: not key.isdecimal())
        return {
            key: self._response(key, "\n\n".join(descriptions[key]).strip() or _phrase(key))
            for key in ordered
        }

    def _response(self, key: str, description: str) -> dict[str, Any]:
        """Return a Response Object (4.8.17); an empty key is that of a page without statuses."""
        operation = self._operation
        every = (*operation.example_responses, *operation.deviating_responses)
        shown = [m for m in every if not key or self.key_of(m.status) == key]
        headers = self._headers(key, shown)
        content_ = self._content(key, shown)
        return {
            "description": description,
            **({"headers": headers} if headers else {}),
            **({"content": content_} if content_ else {}),
            **({"links": links} if (links := self._links(key)) else {}),
        }

    def _links(self, key: str) -> dict[str, Any]:
        response = self._operation.response
        return {
            link.name: link_object(link, self._targets)
            for link in (response.links if response else ())
            if (link.status == key if link.status else not key or key[0] == "2")
        }

    def _headers(self, key: str, shown: Iterable[ExampleResponse]) -> dict[str, Any]:
        # `Content-Type` is not a header here, but the key of the content (4.8.17.1).
        found: dict[str, Any] = {
            header.name: {"schema": {"type": "string"}, "example": header.value}
            for message in shown
            if not message.generated
            for header in message.headers
            if header.name.lower() != "content-type"
        }
        response = self._operation.response
        for row in response.headers if response else ():
            about = row.status == key if row.status else not key or key[0] == "2"
            if about and row.name.lower() != "content-type":
                same = [name for name in found if name.lower() == row.name.lower()]
                example = found.pop(same[0]) if same else {}
                if example:
                    value = value_of_text(example["example"], row.schema)
                    example = {"example": value}
                found[row.name] = self._header(row, example)
        return found

    def _header(self, row: ResponseHeader, example: dict[str, Any]) -> dict[str, Any]:
        """Return a Header Object (4.8.21)."""
        required = {} if row.required is None else {"required": row.required}
        how = stated_style(row)
        # A header field has only one style, the default, which needs no mention.
        style = {"explode": True} if how and how.explode else {}
        described = {**example, **_described(row, row.schema, self._components.types), **style}
        if how and how.style is Style.CONTENT:
            keys = ("schema", "example", "examples")
            shown = {key: described.pop(key) for key in keys if key in described}
            described["content"] = {how.media_type: shown}
        return {**required, **described}

    def _content(self, key: str, shown: Sequence[ExampleResponse]) -> dict[str, Any]:
        operation, types = self._operation, self._components.types
        code = int(key) if key.isdecimal() else None
        if code in NO_CONTENT:
            return {}
        status = (code or key) if key else 200
        contents = promised_responses(operation, status, types, described=True, whole=False)
        response = operation.response
        own = [body for body in (response.bodies if response else ()) if body.status == key]
        is_none = bool(own) and all(body.is_none for body in own)
        has_body = (_has_body(code) if code else key == "2XX") and not is_none
        if not contents and key and not has_body:
            # The page describes no body for it, and `null` in an example means no body.
            shown = [message for message in shown if message.body.strip() != "null"]
            return content((), (), shown, self._write(key), types=self._components.named)
        # The listed media types are those of successes: an error is not a picture.
        is_listed = key[:1] in ("", "2") and not any(body.media_type for body in contents)
        listed = operation.response_media_types if is_listed else ()
        return content(listed, contents, shown, self._write(key), types=self._components.named)

    def _write(self, key: str) -> Callable[[Schema], Document]:
        success = not key or key[0] == "2"
        name = f"{self._operation.uid}.{'response' if success else key}"
        return lambda schema: self._components.share(schema, name)


def _has_body(code: int) -> bool:
    """Tell whether a status has the body that the page describes."""
    return 200 <= code < 300 and code not in NO_CONTENT


def _phrase(key: str) -> str:
    try:
        return HTTPStatus(int(key)).phrase
    except ValueError:
        return _UNDESCRIBED.get(key, "Not described.")
