"""Documents before and after one change, with what the change is for those who call the API.

A change is breaking where a request that the document allowed before is refused now, or where an
answer may be something that it could not be before.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import chain
from typing import Any

Json = dict[str, Any]


@dataclass(frozen=True)
class Pair:
    """A change.

    Attributes:
        name: What has changed.
        level: The worst level of what is reported: `breaking`, `warning`, or `harmless`.
        old: The document before.
        new: The document after.
    """

    name: str
    level: str
    old: Json
    new: Json

    def __str__(self) -> str:
        return f"{self.name}-{self.level}"


@dataclass(frozen=True)
class Api:
    """An API with one operation, `POST /parcels/{id}`.

    Attributes:
        query: The schema of a query parameter, `q`; None for no such parameter.
        parameter: Further keys of that parameter.
        body: The schema of the request body; None for no body.
        sent: The media type of the request body, or several.
        needs_body: Whether the body is required.
        answer: The schema of the answer; None for none.
        given: The media type of the answer, or several.
        statuses: The statuses, the first with that answer.
        headers: The header fields of the answer.
        operation: Further keys of the operation.
        schemas: The named types.
        root: Further keys of the document.
    """

    query: Json | None = None
    parameter: Mapping[str, Any] = field(default_factory=dict)
    body: Json | None = None
    sent: tuple[str, ...] = ("application/json",)
    needs_body: bool = False
    answer: Json | None = None
    given: tuple[str, ...] = ("application/json",)
    statuses: tuple[str, ...] = ("200",)
    headers: Mapping[str, Any] = field(default_factory=dict)
    operation: Mapping[str, Any] = field(default_factory=dict)
    schemas: Mapping[str, Any] = field(default_factory=dict)
    root: Mapping[str, Any] = field(default_factory=dict)
    path: str = "/parcels/{id}"
    method: str = "post"
    version: str = "3.1.0"

    @classmethod
    def with_value(cls, place: str, schema: Json, schemas: Json | None = None) -> Api:
        """An API with a schema in one place: `query`, `body` or `answer`."""
        given = {place: schema}
        return cls(
            query=given.get("query"),
            body=given.get("body"),
            answer=given.get("answer"),
            schemas=schemas or {},
        )

    def document(self) -> Json:
        parameters: list[Json] = [
            {"name": "id", "in": "path", "required": True, "schema": {"type": "integer"}}
        ]
        if self.query is not None:
            parameters.append({"name": "q", "in": "query", "schema": self.query, **self.parameter})
        first: Json = {"description": "It is so."}
        if self.answer is not None:
            first["content"] = {kind: {"schema": self.answer} for kind in self.given}
        if self.headers:
            first["headers"] = self.headers
        others = {status: {"description": "Otherwise."} for status in self.statuses[1:]}
        operation: Json = {
            "operationId": "changeParcel",
            "summary": "Change a parcel",
            "parameters": parameters,
            "responses": {self.statuses[0]: first, **others},
        }
        if self.body is not None:
            content = {kind: {"schema": self.body} for kind in self.sent}
            operation["requestBody"] = {"content": content, "required": self.needs_body}
        operation |= self.operation
        components = {"schemas": dict(self.schemas)} if self.schemas else {}
        root = {"components": components, **self.root}
        if "components" in self.root:
            root["components"] = {**components, **self.root["components"]}
        return {
            "openapi": self.version,
            "info": {"title": "Parcels", "version": "1"},
            "paths": {self.path: {self.method: operation}},
            **root,
        }


def _pair(name: str, level: str, old: Api, new: Api) -> Pair:
    return Pair(name, level, old.document(), new.document())


def _object(value: Json | None, *, required: bool = False, **more: Any) -> Json:
    """An object with one property, `size`, beside another one."""
    properties: Json = {"name": {"type": "string"}}
    if value is not None:
        properties["size"] = value
    return {
        "type": "object",
        "properties": properties,
        **({"required": ["size"]} if required else {}),
        **more,
    }


TEXT: Json = {"type": "string"}
NUMBER: Json = {"type": "integer"}
KIND: Json = {"$ref": "#/components/schemas/Kind"}
LIST: Json = {"type": "array", "items": TEXT}

NARROWER: dict[str, tuple[Json, Json]] = {
    "lower maximum": ({"type": "integer", "maximum": 9}, {"type": "integer", "maximum": 5}),
    "new maximum": (NUMBER, {"type": "integer", "maximum": 5}),
    "higher minimum": ({"type": "integer", "minimum": 1}, {"type": "integer", "minimum": 2}),
    "new minimum": (NUMBER, {"type": "integer", "minimum": 2}),
    "exclusive maximum": (
        {"type": "number", "maximum": 9},
        {"type": "number", "exclusiveMaximum": 9},
    ),
    "exclusive minimum": (
        {"type": "number", "minimum": 9},
        {"type": "number", "exclusiveMinimum": 9},
    ),
    "shorter text": ({"type": "string", "maxLength": 9}, {"type": "string", "maxLength": 5}),
    "new greatest length": (TEXT, {"type": "string", "maxLength": 5}),
    "longer text": ({"type": "string", "minLength": 1}, {"type": "string", "minLength": 2}),
    "new least length": (TEXT, {"type": "string", "minLength": 2}),
    "fewer items": ({**LIST, "maxItems": 9}, {**LIST, "maxItems": 5}),
    "new greatest count": (LIST, {**LIST, "maxItems": 5}),
    "more items": ({**LIST, "minItems": 1}, {**LIST, "minItems": 2}),
    "new least count": (LIST, {**LIST, "minItems": 2}),
    "unique items": (LIST, {**LIST, "uniqueItems": True}),
    "new multiple": (NUMBER, {"type": "integer", "multipleOf": 5}),
    "new pattern": (TEXT, {"type": "string", "pattern": "^[a-z]+$"}),
    "value removed": ({"enum": ["a", "b"]}, {"enum": ["a"]}),
    "became an enumeration": (TEXT, {"type": "string", "enum": ["a", "b"]}),
    "number to integer": ({"type": "number"}, NUMBER),
    "int64 to int32": (
        {"type": "integer", "format": "int64"},
        {"type": "integer", "format": "int32"},
    ),
    "new format": (TEXT, {"type": "string", "format": "uuid"}),
    "items with a lower maximum": (
        {"type": "array", "items": {"type": "integer", "maximum": 9}},
        {"type": "array", "items": {"type": "integer", "maximum": 5}},
    ),
    "items with a value removed": (
        {"type": "array", "items": {"enum": ["a", "b"]}},
        {"type": "array", "items": {"enum": ["a"]}},
    ),
    "values of a map with a lower maximum": (
        {"type": "object", "additionalProperties": {"type": "integer", "maximum": 9}},
        {"type": "object", "additionalProperties": {"type": "integer", "maximum": 5}},
    ),
    "items of items with fewer characters": (
        {"type": "array", "items": {"type": "array", "items": {"type": "string", "maxLength": 9}}},
        {"type": "array", "items": {"type": "array", "items": {"type": "string", "maxLength": 5}}},
    ),
    "no null beside a lower maximum": (
        {"anyOf": [{"type": "integer", "maximum": 9}, {"type": "null"}]},
        {"type": "integer", "maximum": 5},
    ),
    "a constant": ({"enum": ["a", "b"]}, {"const": "a"}),
    "an alternative less": (
        {"oneOf": [{"type": "integer"}, {"type": "boolean"}, _object({"type": "string"})]},
        {"oneOf": [{"type": "integer"}, {"type": "boolean"}]},
    ),
    "one type less": ({"type": ["string", "integer"]}, TEXT),
}
"""Schemas of which the second allows less than the first."""

OTHER: dict[str, tuple[Json, Json]] = {
    "text to number": (TEXT, NUMBER),
    "list to text": (LIST, TEXT),
    "other format": ({"type": "string", "format": "date"}, {"type": "string", "format": "uuid"}),
    "other items": (LIST, {"type": "array", "items": {"type": "boolean"}}),
    "other pattern": (
        {"type": "string", "pattern": "^[a-z]+$"},
        {"type": "string", "pattern": "^[0-9]+$"},
    ),
    "other values": ({"enum": ["a", "b"]}, {"enum": ["b", "c"]}),
    "object to list": (_object(TEXT), {"type": "array", "items": _object(TEXT)}),
}
"""Schemas of which neither allows all that the other allows."""


def _with(place: str, schema: Json) -> Api:
    """An API with a schema in a place."""
    match place:
        case "parameter":
            return Api(query=schema)
        case "request property":
            return Api(body=_object(schema))
        case "request body":
            return Api(body=schema)
        case "sent type":
            return Api(body=_object(KIND), schemas={"Kind": schema})
        case "type of a sent body":
            return Api(body=KIND, schemas={"Kind": schema})
        case "response property":
            return Api(answer=_object(schema))
        case "response body":
            return Api(answer=schema)
        case "received type":
            return Api(answer=_object(KIND), schemas={"Kind": schema})
    return Api(answer=KIND, schemas={"Kind": schema})


def _of_values() -> Iterator[Pair]:
    """Changes of values, where they are sent and where they are received."""
    for name, (wide, narrow) in NARROWER.items():
        # Any number that is sent as text is a text.
        in_query = "harmless" if name == "one type less" else "breaking"
        places = {
            "parameter": (in_query, "harmless"),
            "request property": ("breaking", "harmless"),
            "request body": ("breaking", "harmless"),
            "sent type": ("breaking", "harmless"),
            "type of a sent body": ("breaking", "harmless"),
            "response property": ("harmless", "breaking"),
            "response body": ("harmless", "breaking"),
            "received type": ("harmless", "breaking"),
            "type of a received body": ("harmless", "breaking"),
        }
        for place, (narrowed, widened) in places.items():
            yield _pair(f"{place}: {name}", narrowed, _with(place, wide), _with(place, narrow))
            yield _pair(
                f"{place}: {name}, undone", widened, _with(place, narrow), _with(place, wide)
            )
    for name, (one, other) in OTHER.items():
        yield _pair(f"request property: {name}", "breaking", *_both("body", one, other))
        yield _pair(f"response property: {name}", "breaking", *_both("answer", one, other))
        yield _pair(f"request body: {name}", "breaking", Api(body=one), Api(body=other))
        yield _pair(f"response body: {name}", "breaking", Api(answer=one), Api(answer=other))
    yield _pair("parameter: text to number", "breaking", Api(query=TEXT), Api(query=NUMBER))
    yield _pair("parameter: number to text", "harmless", Api(query=NUMBER), Api(query=TEXT))


def _both(place: str, one: Json, other: Json) -> tuple[Api, Api]:
    return Api.with_value(place, _object(one)), Api.with_value(place, _object(other))


def _of_null() -> Iterator[Pair]:
    null = {"type": ["string", "null"]}
    yield _pair("request property: no null", "breaking", *_both("body", null, TEXT))
    yield _pair("request property: null", "harmless", *_both("body", TEXT, null))
    yield _pair("response property: null", "breaking", *_both("answer", TEXT, null))
    yield _pair("response property: no null", "harmless", *_both("answer", null, TEXT))
    yield _pair("parameter: null", "harmless", Api(query=TEXT), Api(query=null))
    yield _pair(
        "request body: null",
        "harmless",
        Api(body=_object(TEXT)),
        Api(body=_object(TEXT, type=["object", "null"])),
    )
    yield _pair(
        "request body: no null",
        "breaking",
        Api(body=_object(TEXT, type=["object", "null"])),
        Api(body=_object(TEXT)),
    )
    yield _pair(
        "response body: null",
        "breaking",
        Api(answer=_object(TEXT)),
        Api(answer=_object(TEXT, type=["object", "null"])),
    )
    yield _pair(
        "response body: no null",
        "harmless",
        Api(answer=_object(TEXT, type=["object", "null"])),
        Api(answer=_object(TEXT)),
    )
    old = {"type": "string", "nullable": True}
    three = "3.0.3"
    yield _pair(
        "request property: nullable of 3.0",
        "breaking",
        Api(body=_object(old), version=three),
        Api(body=_object(TEXT), version=three),
    )
    yield _pair(
        "response property: nullable of 3.0",
        "breaking",
        Api(answer=_object(TEXT), version=three),
        Api(answer=_object(old), version=three),
    )


def _of_parameters() -> Iterator[Pair]:
    none, some = Api(), Api(query=TEXT)
    required = Api(query=TEXT, parameter={"required": True})
    yield _pair("parameter: new and required", "breaking", none, required)
    yield _pair("parameter: new and optional", "harmless", none, some)
    yield _pair("parameter: removed", "breaking", some, none)
    yield _pair("parameter: required", "breaking", some, required)
    yield _pair("parameter: optional", "harmless", required, some)
    moved = Api(query=TEXT, parameter={"in": "header"})
    yield _pair("parameter: moved", "breaking", some, moved)
    renamed = Api(query=TEXT, parameter={"name": "r"})
    yield _pair("parameter: renamed", "breaking", some, renamed)
    one, two = ({"type": "string", "default": text} for text in "ab")
    yield _pair("parameter: other default", "breaking", Api(query=one), Api(query=two))
    yield _pair("parameter: no default", "breaking", Api(query=one), some)
    yield _pair("parameter: a default", "warning", some, Api(query=one))
    gone = Api(query=TEXT, parameter={"deprecated": True})
    yield _pair("parameter: deprecated", "harmless", some, gone)
    yield _pair("parameter: no longer deprecated", "harmless", gone, some)
    yield _pair("parameter: removed after it was deprecated", "warning", gone, none)
    commas = Api(query=LIST, parameter={"explode": False})
    yield _pair("parameter: other form", "breaking", Api(query=LIST), commas)
    header = {"in": "header", "name": "Kind"}
    for name, (wide, narrow) in (*NARROWER.items(),):
        if name in ("value removed", "lower maximum", "int64 to int32"):
            api = [Api(query=s, parameter=header) for s in (wide, narrow)]
            yield _pair(f"header: {name}", "breaking", *api)
            yield _pair(f"header: {name}, undone", "harmless", *api[::-1])
    yield _pair(
        "header: new and required",
        "breaking",
        none,
        Api(query=TEXT, parameter={**header, "required": True}),
    )
    cookie = Api(query=TEXT, parameter={"in": "cookie"})
    yield _pair("cookie: removed", "breaking", cookie, none)
    other_name = Api(
        path="/parcels/{number}",
        operation={
            "parameters": [{"name": "number", "in": "path", "required": True, "schema": NUMBER}]
        },
    )
    yield _pair("path parameter: renamed", "harmless", none, other_name)
    as_text = Api(
        operation={
            "parameters": [
                {
                    "name": "id",
                    "in": "path",
                    "required": True,
                    "schema": {"type": "integer", "maximum": 9},
                }
            ]
        }
    )
    yield _pair("path parameter: a maximum", "breaking", none, as_text)
    summary = Api(query={**TEXT, "description": "Words."})
    yield _pair("parameter: description", "harmless", some, summary)


def _of_properties() -> Iterator[Pair]:
    without, some = Api(body=_object(None)), Api(body=_object(TEXT))
    required = Api(body=_object(TEXT, required=True))
    yield _pair("request property: new and required", "breaking", without, required)
    yield _pair("request property: new and optional", "harmless", without, some)
    yield _pair("request property: removed", "breaking", some, without)
    yield _pair("request property: required", "breaking", some, required)
    yield _pair("request property: optional", "harmless", required, some)
    default = {**TEXT, "default": "a"}
    yield _pair(
        "request property: new, required, with a default",
        "harmless",
        without,
        Api(body=_object(default, required=True)),
    )
    yield _pair(
        "request property: required, with a default",
        "harmless",
        Api(body=_object(default)),
        Api(body=_object(default, required=True)),
    )
    yield _pair(
        "request property: other default",
        "warning",
        *_both("body", default, {**TEXT, "default": "b"}),
    )
    yield _pair("request property: a default", "harmless", *_both("body", TEXT, default))
    yield _pair("request property: no default", "warning", *_both("body", default, TEXT))
    yield _pair(
        "response property: other default",
        "harmless",
        *_both("answer", default, {**TEXT, "default": "b"}),
    )
    for mark, other in (("readOnly", "writeOnly"),):
        read, write = {**TEXT, mark: True}, {**TEXT, other: True}
        yield _pair("request property: read only", "warning", *_both("body", TEXT, read))
        yield _pair("request property: no longer read only", "harmless", *_both("body", read, TEXT))
        yield _pair("request property: write only", "harmless", *_both("body", TEXT, write))
        yield _pair("response property: write only", "warning", *_both("answer", TEXT, write))
        yield _pair(
            "response property: no longer write only", "harmless", *_both("answer", write, TEXT)
        )
        yield _pair("response property: read only", "harmless", *_both("answer", TEXT, read))
        yield _pair(
            "read-only request property: value removed",
            "harmless",
            *_both("body", {"enum": ["a", "b"], mark: True}, {"enum": ["a"], mark: True}),
        )
        yield _pair(
            "read-only request property: lower maximum",
            "harmless",
            *_both(
                "body", {**NUMBER, "maximum": 9, mark: True}, {**NUMBER, "maximum": 5, mark: True}
            ),
        )
        yield _pair(
            "read-only request property: removed", "harmless", Api(body=_object(read)), without
        )
        yield _pair(
            "read-only request property: new and required",
            "harmless",
            without,
            Api(body=_object(read, required=True)),
        )
        yield _pair(
            "read-only request property: required",
            "harmless",
            Api(body=_object(read)),
            Api(body=_object(read, required=True)),
        )
        yield _pair(
            "write-only response property: removed",
            "harmless",
            Api(answer=_object(write)),
            Api(answer=_object(None)),
        )
        yield _pair(
            "write-only response property: optional",
            "harmless",
            Api(answer=_object(write, required=True)),
            Api(answer=_object(write)),
        )
        yield _pair(
            "write-only response property: value added",
            "harmless",
            *_both("answer", {"enum": ["a"], other: True}, {"enum": ["a", "b"], other: True}),
        )
    yield _pair(
        "request property: deprecated",
        "harmless",
        *_both("body", TEXT, {**TEXT, "deprecated": True}),
    )
    yield _pair(
        "request property: removed after it was deprecated",
        "warning",
        Api(body=_object({**TEXT, "deprecated": True})),
        without,
    )
    nothing, given = Api(answer=_object(None)), Api(answer=_object(TEXT))
    always = Api(answer=_object(TEXT, required=True))
    yield _pair("response property: removed", "breaking", given, nothing)
    yield _pair("response property: required one removed", "breaking", always, nothing)
    yield _pair("response property: new", "harmless", nothing, given)
    yield _pair("response property: optional", "breaking", always, given)
    yield _pair("response property: required", "harmless", given, always)
    deep: list[Json] = [
        {"type": "object", "properties": {"inner": _object(each)}} for each in (TEXT, NUMBER)
    ]
    yield _pair("inner request property: type", "breaking", Api(body=deep[0]), Api(body=deep[1]))
    yield _pair(
        "inner response property: type", "breaking", Api(answer=deep[0]), Api(answer=deep[1])
    )
    maps: list[Json] = [
        _object({"type": "object", "additionalProperties": _object(TEXT, required=more)})
        for more in (False, True)
    ]
    yield _pair("property of values: required", "breaking", Api(body=maps[0]), Api(body=maps[1]))
    yield _pair(
        "property of values: optional", "breaking", Api(answer=maps[1]), Api(answer=maps[0])
    )
    lists: list[Json] = [
        {"type": "array", "items": _object(each, required=more)}
        for each, more in ((TEXT, False), (TEXT, True))
    ]
    yield _pair(
        "request property of items: required", "breaking", Api(body=lists[0]), Api(body=lists[1])
    )
    yield _pair(
        "response property of items: optional",
        "breaking",
        Api(answer=lists[1]),
        Api(answer=lists[0]),
    )
    closed, opened = _object(TEXT, additionalProperties=False), _object(TEXT)
    yield _pair("request body: closed", "breaking", Api(body=opened), Api(body=closed))
    yield _pair("request body: opened", "harmless", Api(body=closed), Api(body=opened))
    typed = _object(TEXT, additionalProperties=NUMBER), _object(TEXT, additionalProperties=TEXT)
    yield _pair(
        "request body: other additional properties",
        "breaking",
        Api(body=typed[0]),
        Api(body=typed[1]),
    )
    few = _object(TEXT, maxProperties=9), _object(TEXT, maxProperties=5)
    yield _pair("request body: fewer properties", "breaking", Api(body=few[0]), Api(body=few[1]))


def _of_alternatives() -> Iterator[Pair]:
    types = {
        "Letter": _object(TEXT),
        "Box": _object(NUMBER),
        "Pallet": _object({"type": "boolean"}),
    }
    refs = [{"$ref": f"#/components/schemas/{name}"} for name in types]
    for keyword in ("oneOf", "anyOf"):
        two, three = {keyword: refs[:2]}, {keyword: refs}
        cases: list[tuple[str, Callable[[Json], Api], str, str]] = [
            ("request body", lambda s: Api(body=s, schemas=types), "harmless", "breaking"),
            (
                "request property",
                lambda s: Api(body=_object(s), schemas=types),
                "harmless",
                "breaking",
            ),
            ("response body", lambda s: Api(answer=s, schemas=types), "breaking", "harmless"),
            (
                "response property",
                lambda s: Api(answer=_object(s), schemas=types),
                "breaking",
                "harmless",
            ),
        ]
        for place, api, added, removed in cases:
            yield _pair(f"{place}: {keyword} with one more", added, api(two), api(three))
            yield _pair(f"{place}: {keyword} with one less", removed, api(three), api(two))
    more: list[Json] = [
        {"allOf": refs[:1]},
        {
            "allOf": [
                refs[0],
                {"type": "object", "properties": {"weight": NUMBER}, "required": ["weight"]},
            ]
        },
    ]
    yield _pair(
        "request body: allOf with one more",
        "breaking",
        Api(body=more[0], schemas=types),
        Api(body=more[1], schemas=types),
    )
    yield _pair(
        "response body: allOf with one more",
        "harmless",
        Api(answer=more[0], schemas=types),
        Api(answer=more[1], schemas=types),
    )
    chosen = {"oneOf": refs[:2], "discriminator": {"propertyName": "name"}}
    yield _pair(
        "request body: discriminator",
        "harmless",
        Api(body={"oneOf": refs[:2]}, schemas=types),
        Api(body=chosen, schemas=types),
    )


def _of_bodies() -> Iterator[Pair]:
    none, some = Api(), Api(body=_object(TEXT))
    needed = Api(body=_object(TEXT), needs_body=True)
    yield _pair("request body: new and required", "breaking", none, needed)
    yield _pair("request body: new and optional", "harmless", none, some)
    yield _pair("request body: required", "breaking", some, needed)
    yield _pair("request body: optional", "harmless", needed, some)
    yield _pair("request body: removed", "breaking", some, none)
    both = ("application/json", "application/xml")
    yield _pair("request media type: new", "harmless", some, Api(body=_object(TEXT), sent=both))
    yield _pair("request media type: removed", "breaking", Api(body=_object(TEXT), sent=both), some)
    given = Api(answer=_object(TEXT))
    yield _pair(
        "response media type: new", "harmless", given, Api(answer=_object(TEXT), given=both)
    )
    yield _pair(
        "response media type: removed", "breaking", Api(answer=_object(TEXT), given=both), given
    )
    yield _pair("response body: new", "harmless", none, given)
    yield _pair("response body: removed", "breaking", given, none)


def _of_responses() -> Iterator[Pair]:
    one, two = Api(answer=TEXT), Api(answer=TEXT, statuses=("200", "201"))
    yield _pair("status: new success", "harmless", one, two)
    yield _pair("status: success removed", "breaking", two, one)
    error = Api(answer=TEXT, statuses=("200", "404"))
    yield _pair("status: new error", "harmless", one, error)
    yield _pair("status: error removed", "harmless", error, one)
    yield _pair("status: other success", "breaking", one, Api(answer=TEXT, statuses=("201",)))
    some = {"Page": {"schema": NUMBER}}
    always = {"Page": {"schema": NUMBER, "required": True}}
    with_some, with_all = Api(answer=TEXT, headers=some), Api(answer=TEXT, headers=always)
    yield _pair("response header: new", "harmless", one, with_some)
    yield _pair("response header: removed", "breaking", with_some, one)
    yield _pair("response header: required one removed", "breaking", with_all, one)
    yield _pair("response header: optional", "breaking", with_all, with_some)
    yield _pair("response header: required", "harmless", with_some, with_all)
    text = Api(answer=TEXT, headers={"Page": {"schema": {"type": "boolean"}}})
    yield _pair("response header: type", "breaking", with_some, text)


def _of_operations() -> Iterator[Pair]:
    one = Api(answer=TEXT)
    two = one.document()
    two["paths"]["/boxes"] = {"get": {"responses": {"200": {"description": "Boxes."}}}}
    two["paths"]["/parcels/{id}"]["get"] = {
        "operationId": "getParcel",
        "responses": {"200": {"description": "A parcel."}},
    }
    yield Pair("operation: new", "harmless", one.document(), two)
    yield Pair("operation: removed", "breaking", two, one.document())
    old = Api(operation={"deprecated": True})
    yield _pair("operation: deprecated", "harmless", Api(), old)
    yield _pair("operation: no longer deprecated", "harmless", old, Api())
    leaving = one.document()
    leaving["paths"]["/boxes"] = {
        "get": {"deprecated": True, "responses": {"200": {"description": "Boxes."}}}
    }
    yield Pair("operation: removed after it was deprecated", "warning", leaving, one.document())
    yield _pair("operation: method", "breaking", Api(), Api(method="put"))
    yield _pair("operation: route", "breaking", Api(), Api(path="/packages/{id}"))
    yield _pair("operation: tags", "harmless", Api(), Api(operation={"tags": ["Parcels"]}))
    yield _pair("operation: summary", "harmless", Api(), Api(operation={"summary": "Other words"}))
    yield _pair(
        "operation: operationId", "harmless", Api(), Api(operation={"operationId": "other"})
    )
    servers = [{"url": "https://one.example.com"}, {"url": "https://two.example.com"}]
    yield _pair(
        "server: removed",
        "breaking",
        Api(root={"servers": servers}),
        Api(root={"servers": servers[:1]}),
    )
    yield _pair(
        "server: new",
        "harmless",
        Api(root={"servers": servers[:1]}),
        Api(root={"servers": servers}),
    )


_SCHEMES = {
    "key": {"type": "apiKey", "in": "header", "name": "Key"},
    "token": {"type": "http", "scheme": "bearer"},
    "login": {
        "type": "oauth2",
        "flows": {
            "clientCredentials": {
                "tokenUrl": "https://example.com/token",
                "scopes": {"read": "To read.", "write": "To write."},
            }
        },
    },
}


def _secured(*security: Json, schemes: Json | None = None) -> Api:
    components = {"securitySchemes": schemes or _SCHEMES}
    return Api(operation={"security": list(security)}, root={"components": components})


def _of_security() -> Iterator[Pair]:
    key: Json = {"key": []}
    token: Json = {"token": []}
    read, both = {"login": ["read"]}, {"login": ["read", "write"]}
    free: Json = {}
    yield _pair("security: required", "breaking", _secured(free), _secured(key))
    yield _pair("security: no longer required", "harmless", _secured(key), _secured(free))
    yield _pair("security: none at all", "harmless", _secured(key), _secured())
    yield _pair("security: needed at last", "breaking", _secured(), _secured(key))
    yield _pair("security: another way", "harmless", _secured(key), _secured(key, token))
    yield _pair("security: a way less", "breaking", _secured(key, token), _secured(key))
    yield _pair("security: other way", "breaking", _secured(key), _secured(token))
    yield _pair("security: both at once", "breaking", _secured(key), _secured({**key, **token}))
    yield _pair("security: one of both", "harmless", _secured({**key, **token}), _secured(key))
    yield _pair("security: a scope more", "breaking", _secured(read), _secured(both))
    yield _pair("security: a scope less", "harmless", _secured(both), _secured(read))
    other = {**_SCHEMES, "key": {"type": "apiKey", "in": "query", "name": "Key"}}
    yield _pair("security scheme: place", "breaking", _secured(key), _secured(key, schemes=other))
    moved = {
        **_SCHEMES,
        "login": {
            "type": "oauth2",
            "flows": {
                "clientCredentials": {
                    "tokenUrl": "https://example.com/new",
                    "scopes": {"read": "", "write": ""},
                }
            },
        },
    }
    yield _pair(
        "security scheme: address", "warning", _secured(read), _secured(read, schemes=moved)
    )
    unused = {**_SCHEMES, "more": {"type": "http", "scheme": "basic"}}
    yield _pair("security scheme: unused", "harmless", _secured(key), _secured(key, schemes=unused))


def _of_types() -> Iterator[Pair]:
    null = {"type": ["string", "null"]}
    for place, level in (("body", "harmless"), ("answer", "breaking")):
        apis = [Api.with_value(place, _object(KIND), {"Kind": each}) for each in (TEXT, null)]
        other = "breaking" if level == "harmless" else "harmless"
        yield _pair(f"type in the {place}: null", level, *apis)
        yield _pair(f"type in the {place}: no null", other, *apis[::-1])

    ref = {"$ref": "#/components/schemas/Parcel"}

    def typed(schema: Json, *, sent: bool) -> Api:
        return Api.with_value("body" if sent else "answer", ref, {"Parcel": schema})

    for sent in (True, False):
        name = "sent object" if sent else "received object"
        less, more = ("harmless", "breaking") if sent else ("breaking", "harmless")
        changes = (
            ("property required", more, _object(TEXT), _object(TEXT, required=True)),
            ("property optional", less, _object(TEXT, required=True), _object(TEXT)),
            ("value removed", more, _object({"enum": ["a", "b"]}), _object({"enum": ["a"]})),
            ("value added", less, _object({"enum": ["a"]}), _object({"enum": ["a", "b"]})),
            ("property removed", "breaking", _object(TEXT), _object(None)),
            ("property new", "harmless", _object(None), _object(TEXT)),
            (
                "lower maximum",
                more,
                _object({**NUMBER, "maximum": 9}),
                _object({**NUMBER, "maximum": 5}),
            ),
            ("null", less, _object(TEXT), _object({"type": ["string", "null"]})),
            ("closed", more, _object(TEXT), _object(TEXT, additionalProperties=False)),
        )
        for what, level, old, new in changes:
            yield _pair(f"{name}: {what}", level, typed(old, sent=sent), typed(new, sent=sent))
    inline = Api(answer=_object(TEXT))
    yield _pair(
        "received type: has a name now", "harmless", inline, typed(_object(TEXT), sent=False)
    )
    unused = Api(schemas={"Parcel": _object(TEXT), "Other": _object(TEXT)}, body=ref)
    yield _pair("unused type: removed", "harmless", unused, typed(_object(TEXT), sent=True))
    renamed = Api(schemas={"Package": _object(TEXT)}, body={"$ref": "#/components/schemas/Package"})
    yield _pair("sent type: renamed", "harmless", typed(_object(TEXT), sent=True), renamed)
    outer = {"type": "object", "properties": {"parcel": ref}}
    for sent in (True, False):
        place = "body" if sent else "answer"
        apis = [
            Api.with_value(
                place,
                {"$ref": "#/components/schemas/Van"},
                {"Parcel": _object(each), "Van": outer},
            )
            for each in (TEXT, NUMBER)
        ]
        yield _pair(f"type within a {'sent' if sent else 'received'} type", "breaking", *apis)


def _of_callbacks() -> Iterator[Pair]:
    def hook(schema: Json) -> Json:
        return {
            "openapi": "3.1.0",
            "info": {"title": "Parcels", "version": "1"},
            "paths": {"/parcels": {"get": {"responses": {"200": {"description": "All."}}}}},
            "webhooks": {
                "lost": {
                    "post": {
                        "requestBody": {"content": {"application/json": {"schema": schema}}},
                        "responses": {"200": {"description": "Fine."}},
                    }
                }
            },
        }

    yield Pair("webhook: property removed", "breaking", hook(_object(TEXT)), hook(_object(None)))
    yield Pair("webhook: property new", "harmless", hook(_object(None)), hook(_object(TEXT)))
    yield Pair(
        "webhook: value added",
        "breaking",
        hook(_object({"enum": ["a"]})),
        hook(_object({"enum": ["a", "b"]})),
    )
    yield Pair(
        "webhook: value removed",
        "harmless",
        hook(_object({"enum": ["a", "b"]})),
        hook(_object({"enum": ["a"]})),
    )


PAIRS = [
    *chain(
        _of_values(),
        _of_null(),
        _of_parameters(),
        _of_properties(),
        _of_alternatives(),
        _of_bodies(),
        _of_responses(),
        _of_operations(),
        _of_security(),
        _of_types(),
        _of_callbacks(),
    )
]
