"""The facts of an OpenAPI document, read by no code of the package.

A fact is one thing that a document states of an operation: that there is a parameter, its least
value, the type of a property of a body. `facts_of` returns them by a path, so that two documents
are compared as two mappings, however each of them is put together: with references or without,
as OpenAPI 3.0, 3.1 or Swagger 2.0.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from html import unescape
from typing import Any
from urllib.parse import unquote, urlsplit

Node = dict[str, Any]
Key = tuple[str, ...]
Facts = dict[Key, str]

METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "trace", "query")
DEPTH = 5
"""How many levels of properties are compared."""

LIMITS = (
    "maximum", "minimum", "exclusiveMaximum", "exclusiveMinimum", "multipleOf", "maxLength",
    "minLength", "pattern", "maxItems", "minItems", "uniqueItems", "maxProperties",
    "minProperties", "contentEncoding", "contentMediaType",
)  # fmt: skip
_OF_NUMBERS = ("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf")
_LIMITS_OF = {
    "string": ("minLength", "maxLength", "pattern"),
    "integer": _OF_NUMBERS,
    "number": _OF_NUMBERS,
}
MARKS = ("readOnly", "writeOnly", "deprecated")
IMPLIED = {
    "int32": {"minimum": -(2**31), "maximum": 2**31 - 1},
    "int64": {"minimum": -(2**63), "maximum": 2**63 - 1},
}
IMPLIED_MEDIA = (("contentMediaType", "application/octet-stream"), ("contentEncoding", "base64"))
BASE64 = re.compile(r"^\^\(\?:\[A-Za-z0-9")
FLOWS = {"application": "clientCredentials", "accessCode": "authorizationCode"}
WITHIN = ("not", "if", "then", "else", "contains", "propertyNames", "unevaluatedProperties",
          "unevaluatedItems", "contentSchema")  # fmt: skip
"""Keywords with a schema whose facts are those of the values that it is about."""
USUAL = {"minContains": 1}
COLLECTIONS = {"ssv": "spaceDelimited", "pipes": "pipeDelimited"}
NO_PARAMETERS = ("accept", "content-type", "authorization")


def facts_of(document: Node) -> dict[str, Facts]:
    """The facts of each operation, by its method and route."""
    reader = _Reader(document)
    return {name: dict(reader.named(name, item, node)) for name, item, node in reader.operations()}


@dataclass(frozen=True)
class Comparison:
    """What came back.

    Attributes:
        same: The facts that both documents state, by kind.
        lost: Those that the second does not state, or otherwise: key, wanted, found.
        extra: Those that only the second states.
    """

    same: Counter[str]
    lost: list[tuple[Key, str, str | None]]
    extra: list[Key]
    operations: tuple[int, int]

    @property
    def share(self) -> float:
        """The share of the facts that came back."""
        same = sum(self.same.values())
        return same / max(same + len(self.lost), 1)

    def lost_kinds(self) -> Counter[str]:
        """The number of lost facts by kind."""
        return Counter(kind_of(key) for key, _, _ in self.lost)


def compare_facts(before: Node, after: Node) -> Comparison:
    """Compare what two documents state."""
    # One operation at a time: all facts of thousands of operations would not fit into memory.
    first, second = _Reader(before), _Reader(after)
    sides = [{name: (item, node) for name, item, node in r.operations()} for r in (first, second)]
    same: Counter[str] = Counter()
    lost: list[tuple[Key, str, str | None]] = []
    extra: list[Key] = []
    for name in sides[0]:
        facts, others = (
            dict(reader.named(name, *side[name])) if name in side else {}
            for reader, side in zip((first, second), sides, strict=True)
        )
        for key, value in facts.items():
            if others.get(key) == value:
                same[kind_of(key)] += 1
            else:
                lost.append(((name, *key), value, others.get(key)))
        extra += [(name, *key) for key in others if key not in facts]
    counts = len(sides[0]), len(sides[0].keys() & sides[1].keys())
    about, others = (dict(reader.about()) for reader in (first, second))
    for key, value in about.items():
        if others.get(key) == value:
            same[kind_of(key)] += 1
        else:
            lost.append((key, value, others.get(key)))
    extra += [key for key in others if key not in about]
    return Comparison(same, lost, extra, counts)


def kind_of(key: Key) -> str:
    """The kind of a fact: its area and its last word, without the name of an operation."""
    parts = key[1:] if " /" in key[0] else key
    area = parts[0]
    if area == "response":
        area = f"response {'success' if parts[1][0] == '2' else 'error'}"
    return f"{area}: {parts[-1].partition(' ')[0]}" if len(parts) > 1 else area


def plain(value: Any) -> str:
    """A value as text that two documents have alike."""
    return json.dumps(_numbers(value), sort_keys=True, default=str)


def _numbers(value: Any) -> Any:
    if isinstance(value, float) and value.is_integer():
        return int(value)
    if isinstance(value, dict):
        return {str(key): _numbers(inner) for key, inner in value.items()}
    return [_numbers(inner) for inner in value] if isinstance(value, list) else value


def text_of(value: Any) -> str:
    """Prose without its marks and line ends, which pages write in their own way."""
    text = unescape(str(value or ""))
    without = re.sub(r"<[^<>]*>|[\\`*_|#>\[\]()~{}&;:.!-]", "", text)
    return "".join(without.split())


class _Reader:
    def __init__(self, document: Node) -> None:
        self.document = document
        self.is_old = "swagger" in document

    def follow(self, node: Any, limit: int = 20) -> Node:
        beside: Node = {}
        while isinstance(node, dict) and isinstance(node.get("$ref"), str) and limit:
            beside = {k: v for k, v in node.items() if k != "$ref"} | beside
            found: Any = self.document
            for key in node["$ref"][2:].split("/"):
                key = unquote(key).replace("~1", "/").replace("~0", "~")
                found = found[int(key)] if isinstance(found, list) else found.get(key, {})
            node, limit = found, limit - 1
        return node if isinstance(node, dict) else {}

    # The document.

    def about(self) -> Iterator[tuple[Key, str]]:
        """The facts of the document as a whole."""
        info = self.document.get("info") or {}
        yield ("document", "title"), " ".join(str(info.get("title")).split())
        for key in ("version", "termsOfService", "summary", "contact", "license"):
            if info.get(key):
                yield ("document", key), plain(info[key])
        if text := text_of(info.get("description")):
            yield ("document", "description"), text
        if url := (self.document.get("externalDocs") or {}).get("url"):
            yield ("document", "externalDocs"), str(url)
        for tag in self.document.get("tags") or []:
            at = ("document", f"tag {tag['name']}")
            if text := text_of(tag.get("description")):
                yield (*at, "description"), text
            if url := (tag.get("externalDocs") or {}).get("url"):
                yield (*at, "externalDocs"), str(url)
            for key in ("summary", "parent", "kind"):
                if tag.get(key):
                    yield (*at, key), str(tag[key])

    # Operations.

    def operations(self) -> Iterator[tuple[str, Node, Node]]:
        items = dict(self.document.get("paths") or {})
        for name, place in items.items():
            item = self.follow(place)
            for method in METHODS:
                if isinstance(item.get(method), dict):
                    route = re.sub(r"\{[^}]*\}", "{}", self.base(item, item[method]) + name)
                    yield f"{method} {route}", item, item[method]
            for method, node in (item.get("additionalOperations") or {}).items():
                route = re.sub(r"\{[^}]*\}", "{}", self.base(item, node) + name)
                yield f"{method.lower()} {route}", item, node

        for name, place in (self.document.get("webhooks") or {}).items():
            item = self.follow(place)
            for method in METHODS:
                if isinstance(item.get(method), dict):
                    yield f"{method} /webhook:{name}", item, item[method]

    def named(self, name: str, item: Node, node: Node) -> Iterator[tuple[Key, str]]:
        return self.operation(item, node, is_sent="/webhook:" in name)

    def servers(self, item: Node, operation: Node) -> list[str]:
        if self.is_old:
            host, base = self.document.get("host"), self.document.get("basePath") or ""
            schemes = operation.get("schemes") or self.document.get("schemes") or ["https"]
            return [f"{s}://{host}{base}".rstrip("/") for s in schemes] if host else [base]
        found = operation.get("servers") or item.get("servers") or self.document.get("servers")
        urls = []
        for server in found or []:
            url = server["url"]
            for name, variable in (server.get("variables") or {}).items():
                url = url.replace(f"{{{name}}}", str(variable.get("default", "")))
            urls.append(url.rstrip("/"))
        return urls

    def variables(self, item: Node, operation: Node) -> Iterator[tuple[Key, str]]:
        found = operation.get("servers") or item.get("servers") or self.document.get("servers")
        for server in found or []:
            if about := text_of(server.get("description")):
                yield (
                    ("server", "description", server["url"].partition("://")[2].partition("/")[0]),
                    about,
                )
            origin, _, rest = server["url"].partition("://")
            origin += rest.partition("/")[0] if rest else ""
            for name, variable in (server.get("variables") or {}).items():
                if rest and f"{{{name}}}" in origin:
                    yield (
                        ("server", f"variable {name}"),
                        plain([variable.get("default"), variable.get("enum") or []]),
                    )

    def base(self, item: Node, operation: Node) -> str:
        return urlsplit(next(iter(self.servers(item, operation)), "")).path.rstrip("/")

    def operation(
        self, item: Node, node: Node, *, is_sent: bool = False
    ) -> Iterator[tuple[Key, str]]:
        # A route without servers stands for all of them; those of clients receive callbacks.
        for address in () if is_sent else self.servers(item, node):
            if address.startswith("http"):
                yield ("server", address.partition("://")[2].partition("/")[0]), "yes"
        if not is_sent and not self.is_old:
            yield from self.variables(item, node)
        for key in ("operationId", "summary"):
            if node.get(key):
                yield (key,), " ".join(str(node[key]).split())
        if node.get("description"):
            yield ("description",), text_of(node["description"])
        if node.get("deprecated") is True:
            yield ("deprecated",), "true"
        for tag in node.get("tags") or []:
            yield ("tag", str(tag)), "yes"
        if url := (node.get("externalDocs") or {}).get("url"):
            yield ("externalDocs", "url"), str(url)
        yield from self.security(node, () if is_sent else self.document.get("security"))
        parameters = self.parameters(item, node)
        for parameter in parameters:
            if parameter.get("in") not in ("body", "formData"):
                yield from self.parameter(parameter)
        yield from self.request(node, parameters)
        for status, place in (node.get("responses") or {}).items():
            if not str(status).startswith("x-"):
                yield from self.response(str(status), self.follow(place), node)
        for name, place in (node.get("callbacks") or {}).items():
            for address, item_ in self.follow(place).items():
                for method in METHODS:
                    if isinstance(item_, dict) and method in item_:
                        where = ("callback", f"{name} {address} {method}")
                        yield where, "yes"
                        sent = self.operation(item_, self.follow(item_[method]), is_sent=True)
                        yield from self.within(where, sent)

    @staticmethod
    def within(before: Key, facts: Iterator[tuple[Key, str]]) -> Iterator[tuple[Key, str]]:
        for key, value in facts:
            yield (*before, *key), value

    def security(self, node: Node, usual: Any) -> Iterator[tuple[Key, str]]:
        stated = node.get("security", usual) or []
        known = self.document.get("securityDefinitions") or (
            self.document.get("components") or {}
        ).get("securitySchemes", {})
        alternatives = []
        for one in stated:
            uses = []
            for name, scopes in one.items():
                # A key of a component cannot have all characters, and some are not defined.
                plain_name = re.sub("_x([0-9A-F]+)_", lambda m: chr(int(m[1], 16)), str(name))
                scheme: Any = self.scheme(self.follow(known[name])) if name in known else ""
                uses.append([scheme, sorted(map(str, scopes or []))])
                yield ("security scheme", plain_name), "yes"
            alternatives.append(sorted(uses, key=plain))
        # One alternative without credentials says that none are needed, as no alternative does.
        if any(alternatives) and not any(not use[0] for one in alternatives for use in one):
            yield ("security",), plain(sorted(alternatives, key=plain))

    def scheme(self, node: Node) -> Node:
        kind = node.get("type")
        if kind == "basic":
            return {"type": "http", "scheme": "basic"}
        made: Node = {
            k: node[k] for k in ("type", "in", "bearerFormat", "openIdConnectUrl") if k in node
        }
        if kind == "apiKey":
            name = str(node.get("name", ""))
            made["name"] = name.lower() if node.get("in") == "header" else name
        if "scheme" in node:
            made["scheme"] = str(node["scheme"]).lower()
        flows = node.get("flows") or {}
        if "flow" in node:
            flows = {FLOWS.get(node["flow"], node["flow"]): node}
        keys = ("authorizationUrl", "tokenUrl", "refreshUrl", "scopes")
        if flows:
            made["flows"] = {n: {k: f[k] for k in keys if f.get(k)} for n, f in flows.items()}
        return made

    # Parameters.

    def parameters(self, item: Node, node: Node) -> list[Node]:
        found: dict[tuple[str, str], Node] = {}
        for place in [*(item.get("parameters") or []), *(node.get("parameters") or [])]:
            parameter = self.follow(place)
            found[str(parameter.get("in")), str(parameter.get("name"))] = parameter
        return list(found.values())

    def parameter(self, node: Node) -> Iterator[tuple[Key, str]]:
        place, name = node.get("in", ""), str(node.get("name"))
        name = name.lower() if place == "header" else name
        if place == "header" and name in NO_PARAMETERS:
            return
        where = ("parameter", f"{place} {name}")
        yield where, "yes"
        if node.get("required") is True or place == "path":
            yield (*where, "required"), "true"
        yield from self.described(where, node)
        for flag in ("allowReserved", "allowEmptyValue"):
            if node.get(flag) is True:
                yield (*where, flag), "true"
        content = node.get("content") or {}
        if content:
            yield (*where, "content"), plain(sorted(content))
        schema = self.merged(self.schema_of(node))
        if self.kinds(schema) & {"array", "object"} and not content:
            usual = "form" if place in ("query", "cookie") else "simple"
            style, explode = node.get("style", usual), node.get("explode")
            if self.is_old:
                form = node.get("collectionFormat", "csv")
                style = COLLECTIONS.get(form, usual)
                explode = form == "multi"
            explode = style == "form" if explode is None else explode
            yield (*where, "style"), plain([style, explode or style == "deepObject"])

    def described(self, where: Key, node: Node) -> Iterator[tuple[Key, str]]:
        """The facts that parameters and headers share."""
        if node.get("deprecated") is True:
            yield (*where, "deprecated"), "true"
        if about := text_of(node.get("description")):
            yield (*where, "description"), about
        schema = {**self.schema_of(node), "example": None}
        content = node.get("content") or {}
        media = next(iter(content.values()), node)
        for name, value in self.given(media, self.schema_of(node)).items():
            yield (*where, f"example {name}"), value
        for key, value in self.schema(where, schema, DEPTH):
            if key not in ((*where, "description"), (*where, "deprecated")):
                yield key, value

    def schema_of(self, node: Node) -> Node:
        if content := node.get("content"):
            first: Node = next(iter(content.values()))
            return first.get("schema") or {}
        if "schema" in node:
            found: Node = node["schema"]
            return found
        if self.is_old:
            return {k: v for k, v in node.items() if k not in ("in", "name", "required")}
        return {}

    def given(self, node: Node, schema: Any) -> dict[str, str]:
        """The examples of a place; those of its schema if it has none itself."""
        if given := dict(self.examples(node)):
            return given
        whole = self.merged(schema)
        listed = whole["example"] if "example" in whole else (whole.get("examples") or [None])[0]
        return {} if listed is None else {"": plain(listed)}

    def examples(self, node: Node) -> Iterator[tuple[str, str]]:
        if "example" in node:
            yield "", plain(node["example"])
        given = node.get("examples")
        if isinstance(given, dict):
            for name, place in given.items():
                example = self.follow(place)
                if "value" in example or "dataValue" in example:
                    yield str(name), plain(example.get("value", example.get("dataValue")))

    # Bodies.

    def request(self, node: Node, parameters: list[Node]) -> Iterator[tuple[Key, str]]:
        if self.is_old:
            body = next((p for p in parameters if p.get("in") == "body"), None)
            fields = [p for p in parameters if p.get("in") == "formData"]
            kinds = node.get("consumes") or self.document.get("consumes") or []
            styles: dict[str, str | None] = {}
            if body is None and not fields:
                return
            if body is not None:
                kinds, schema, needed = kinds or ["application/json"], body["schema"], body
            else:
                has_file = any(field.get("type") == "file" for field in fields)
                usual = "multipart/form-data" if has_file else "application/x-www-form-urlencoded"
                forms = [kind for kind in kinds if "form" in kind]
                kinds, needed = forms or [usual], {}
                named = {str(f["name"]): self.schema_of(f) for f in fields}
                styles = {str(f["name"]): f.get("collectionFormat") for f in fields}
                must = [f["name"] for f in fields if f.get("required")]
                schema = {"type": "object", "properties": named, "required": must}
                needed = {"required": bool(must)}
            about = {"description": (body or {}).get("description"), **needed}
            content = {kind: {"schema": schema} for kind in kinds}
            for name, form in styles.items():
                for kind in kinds if form else []:
                    style = [COLLECTIONS.get(str(form), "form"), form == "multi"]
                    yield ("request", kind, f"encoding {name}", "style"), plain(style)
        else:
            about = self.follow(node.get("requestBody") or {})
            content = about.get("content") or {}
        if content:
            yield ("request", "required"), plain(about.get("required") is True)
        if text := text_of(about.get("description")):
            yield ("request", "description"), text
        yield from self.content(("request",), content)

    def response(self, status: str, node: Node, operation: Node) -> Iterator[tuple[Key, str]]:
        where = ("response", status.upper() if status[0].isdigit() else status)
        yield where, "yes"
        if about := text_of(node.get("description")):
            yield (*where, "description"), about
        for name, place in (node.get("headers") or {}).items():
            header, at = self.follow(place), (*where, f"header {name.lower()}")
            if name.lower() == "content-type":
                continue
            yield at, "yes"
            if header.get("required") is True:
                yield (*at, "required"), "true"
            yield from self.described(at, header)
        if self.is_old:
            examples = node.get("examples") or {}
            kinds = operation.get("produces") or self.document.get("produces") or []
            schema, content = node.get("schema"), {}
            if schema is not None:
                content = {kind: {"schema": schema} for kind in kinds or ["application/json"]}
            for kind, value in examples.items():
                content.setdefault(kind, {})
                content[kind] = {**content[kind], "example": value}
        else:
            content = node.get("content") or {}
        yield from self.content(where, content)
        for name, place in (node.get("links") or {}).items():
            link, at = self.follow(place), (*where, f"link {name}")
            yield at, self.target(link)
            for key, value in (link.get("parameters") or {}).items():
                yield (*at, f"parameter {key}"), plain(value)
            if "requestBody" in link:
                yield (*at, "requestBody"), plain(link["requestBody"])
            if about := text_of(link.get("description")):
                yield (*at, "description"), about
            if url := (link.get("server") or {}).get("url"):
                yield (*at, "server"), str(url)

    def target(self, link: Node) -> str:
        """What a link leads to; an operation has several names."""
        written = str(link.get("operationId") or link.get("operationRef"))
        if written.startswith("#"):
            return str(self.follow({"$ref": written}).get("operationId") or written)
        return written

    def content(self, where: Key, content: Mapping[str, Node]) -> Iterator[tuple[Key, str]]:
        for kind, media in content.items():
            at = (*where, " ".join(kind.split()).lower())
            yield at, "media type"
            schema = media.get("schema") or {}
            for name, value in self.given(media, schema).items():
                yield (*at, f"example {name}"), value
            if isinstance(schema, dict):
                yield from self.schema(at, {**schema, "example": None}, DEPTH)
            if items := media.get("itemSchema"):
                # A stream is a list of its items in OpenAPI 3.1.
                yield from self.schema(at, {"type": "array", "items": items}, DEPTH)
            for name, encoding in (media.get("encoding") or {}).items():
                yield from self.encoding((*at, f"encoding {name}"), encoding, kind)

    def encoding(self, at: Key, node: Node, kind: str) -> Iterator[tuple[Key, str]]:
        for key, usual in (("contentType", None), ("allowReserved", False)):
            if node.get(key, usual) not in (usual, None):
                yield (*at, key), plain(node[key])
        if "style" in node or "explode" in node:
            style = node.get("style", "form")
            yield (*at, "style"), plain([style, node.get("explode", style == "form")])
        for name, place in (node.get("headers") or {}).items():
            if name.lower() != "content-type":
                header, where = self.follow(place), (*at, f"header {name.lower()}")
                yield where, "yes"
                yield from self.described(where, header)

    # Schemas.

    def merged(self, schema: Any, limit: int = 12) -> Node:
        """A schema with its reference and the parts that all apply."""
        if not isinstance(schema, dict):
            return {} if schema is True or schema is None else {"not": {}}
        own = {k: v for k, v in schema.items() if k not in ("$ref", "allOf")}
        # What an export assumes, it does not state.
        own = {k: v for k, v in own.items() if k not in schema.get("x-callsheet-assumed", ())}
        several = own.get("type")
        if isinstance(several, list) and len(set(several) - {"null"}) > 1:
            # The same in other words: `anyOf` of types, each with the keywords about it.
            del own["type"]
            found = {kind: _LIMITS_OF.get(kind, ()) for kind in several}
            own["anyOf"] = [
                {"type": kind, **{k: own[k] for k in limits if k in own}}
                for kind, limits in found.items()
            ]
            own = {k: v for k, v in own.items() if not any(k in names for names in found.values())}
        if not limit:
            return own
        parts = [self.merged(part, limit - 1) for part in schema.get("allOf") or []]
        if isinstance(schema.get("$ref"), str):
            parts.insert(0, self.merged(self.follow(schema), limit - 1))
        for name in ("anyOf", "oneOf"):
            options = own.get(name) or []
            some = [o for o in options if self.merged(o, limit - 1).get("type") != "null"]
            if len(some) == 1:
                del own[name]
                parts.append(self.merged(some[0], limit - 1))
                if len(some) < len(options):
                    own["nullable"] = True
        result: Node = {}
        for part in [*parts, own]:
            nested = {**(result.get("properties") or {}), **(part.get("properties") or {})}
            needed = [*(result.get("required") or []), *(part.get("required") or [])]
            types = [t for t in (result.get("type"), part.get("type")) if t]
            # Both of two patterns apply.
            patterns = {result.get("pattern"), part.get("pattern")} - {None}
            result |= part
            if len(patterns) > 1:
                result["pattern"] = " and ".join(sorted(map(str, patterns)))
            if nested:
                result["properties"] = nested
            if needed:
                result["required"] = list(dict.fromkeys(map(str, needed)))
            if len(types) == 2 and own.get("nullable"):
                result["type"] = types[0]
        return result

    def kinds(self, schema: Node) -> set[str]:
        """The types that a merged schema allows."""
        stated = schema.get("type")
        found = {str(kind) for kind in (stated if isinstance(stated, list) else [stated]) if kind}
        values = self.values(schema)
        if not found - {"null"}:
            if "properties" in schema or "additionalProperties" in schema:
                found.add("object")
            elif "items" in schema:
                found.add("array")
            elif values:
                found |= {_NAMES.get(type(value), "") for value in values}
        if found and True in (schema.get("nullable"), schema.get("x-nullable")):
            found.add("null")
        if stated == "file":
            found = {"string"}
        return found - {""}

    def values(self, schema: Node) -> list[Any]:
        """The values of an enumeration."""
        if "const" in schema:
            return [schema["const"]]
        options = schema.get("oneOf") or schema.get("anyOf") or []
        consts = [self.merged(option) for option in options]
        listed = list(schema.get("enum") or [])
        if consts and all("const" in one or "enum" in one for one in consts):
            listed += [v for one in consts for v in one.get("enum") or [one.get("const")]]
        return listed

    def meanings(self, node: Node) -> Iterator[tuple[str, str]]:
        """What the values of an enumeration mean."""
        for value, about in (node.get("x-enumDescriptions") or {}).items():
            yield value, text_of(about)
        for option in [*(node.get("oneOf") or []), *(node.get("anyOf") or [])]:
            one = self.merged(option)
            texts = dict.fromkeys(filter(None, (one.get("title"), one.get("description"))))
            if "const" in one and texts:
                value = one["const"]
                yield value if isinstance(value, str) else plain(value), text_of(": ".join(texts))

    def schema(self, where: Key, schema: Any, depth: int) -> Iterator[tuple[Key, str]]:
        """The facts of a schema."""
        node = self.merged(schema)
        if isinstance(schema, dict) and "example" in schema and schema["example"] is None:
            node = {k: v for k, v in node.items() if k not in ("example", "examples")}
        kinds, values = self.kinds(node), self.values(node)
        if kinds - {"null"}:
            yield (*where, "type"), plain(sorted(kinds - {"null"}))
        # Where nothing is said of a value, it may be null anyway.
        if "null" in kinds or (node.get("nullable") is True and node.keys() & {"anyOf", "oneOf"}):
            yield (*where, "null"), "true"
        if values:
            yield (*where, "enum"), plain(sorted(map(plain, (v for v in values if v is not None))))
        for one, meaning in self.meanings(node):
            yield (*where, f"meaning {one}"), meaning
        form = "binary" if node.get("type") == "file" else node.get("format")
        # OpenAPI 3.1 has another word for it.
        if form == "byte" or node.get("contentEncoding") == "base64":
            yield (*where, "base64"), "true"
        elif form:
            yield (*where, "format"), str(form)
        implied = IMPLIED.get(str(form), {})
        for name in LIMITS:
            value: Any = node.get(name)
            if name == "pattern" and BASE64.match(str(value)):
                continue
            if (name, value) in IMPLIED_MEDIA:
                continue
            exclusive = f"exclusive{name.capitalize()}"
            if isinstance(value, bool) and name.startswith("exclusive"):
                continue
            if node.get(exclusive) is True:
                yield (*where, exclusive), plain(value)
            # Zero equals false in Python.
            elif value is not None and value is not False and implied.get(name) != value:
                yield (*where, name), plain(value)
        for name in MARKS:
            if node.get(name) is True:
                yield (*where, name), "true"
        if "default" in node:
            yield (*where, "default"), plain(node["default"])
        given = node["example"] if "example" in node else (node.get("examples") or [None])[0]
        if given is not None:
            yield (*where, "example"), plain(given)
        if about := text_of(node.get("description")):
            yield (*where, "description"), about
        yield from self.inner(where, node, depth, is_enum=bool(values))

    def alternatives(self, name: str, options: list[Any], limit: int = 8) -> Iterator[Any]:
        """The alternatives without null, with those of `anyOf` within `anyOf`."""
        for option in options:
            node = self.merged(option)
            is_bare = "anyOf" in node and node.keys() <= {"anyOf", "title", "description"}
            if name == "anyOf" and limit and is_bare:
                yield from self.alternatives(name, node["anyOf"], limit - 1)
            elif node.get("type") != "null":
                yield option

    def allows_null(self, option: Any) -> bool:
        node = self.merged(option)
        return "null" in self.kinds(node) or node.get("nullable") is True

    def inner(
        self, where: Key, node: Node, depth: int, *, is_enum: bool
    ) -> Iterator[tuple[Key, str]]:
        for name in WITHIN:
            if name in node and depth:
                yield (*where, name), plain(node[name] is not False)
                if isinstance(node[name], dict):
                    yield from self.schema((*where, f"({name})"), node[name], depth - 1)
        if "contains" in node:
            for name in ("minContains", "maxContains"):
                if node.get(name, USUAL.get(name)) != USUAL.get(name):
                    yield (*where, name), plain(node[name])
        for name, needs in (node.get("dependentRequired") or {}).items():
            yield (*where, f"dependentRequired {name}"), plain(sorted(needs))
        for keyword in ("dependentSchemas", "patternProperties"):
            for name, one in (node.get(keyword) or {}).items():
                yield (*where, f"{keyword} {name}"), plain(one is not False)
                if depth and isinstance(one, dict):
                    yield from self.schema((*where, f"({keyword} {name})"), one, depth - 1)
        for number, one in enumerate(node.get("prefixItems") or []):
            yield (*where, f"prefixItems {number}"), plain(one is not False)
            if depth and isinstance(one, dict):
                yield from self.schema((*where, f"[{number}]"), one, depth - 1)
        if node.get("items") is False:
            yield (*where, "items"), "none"
        for name, value in (node.get("xml") or {}).items():
            if value is not False and not name.startswith("x-"):
                yield (*where, f"xml {name}"), plain(value)
        for name in sorted(
            {*map(str, node.get("required") or [])} - {*(node.get("properties") or {})}
        ):
            yield (*where, f"required {name}"), "true"
        needed = set(map(str, node.get("required") or []))
        for name, one in (node.get("properties") or {}).items():
            at = (*where, f".{name}")
            yield at, "yes"
            if str(name) in needed:
                yield (*at, "required"), "true"
            if depth:
                yield from self.schema(at, one, depth - 1)
        if isinstance(more := node.get("additionalProperties"), dict) and more:
            yield (*where, "{}"), "yes"
            if depth:
                yield from self.schema((*where, "{}"), more, depth - 1)
        elif more is False:
            yield (*where, "closed"), "true"
        if (items := node.get("items")) and depth:
            yield from self.schema((*where, "[]"), items, depth - 1)
        for name in ("anyOf", "oneOf"):
            options = node.get(name) or []
            if not options or is_enum:
                continue
            some = list(self.alternatives(name, options))
            yield (*where, "alternatives"), plain([name, len(some)])
            for number, option in enumerate(some):
                if depth:
                    # That null is allowed is said of all alternatives together.
                    found = self.schema((*where, f"|{number}"), option, depth - 1)
                    at = (*where, f"|{number}", "null")
                    yield from (fact for fact in found if fact[0] != at)
            if any(self.allows_null(option) for option in options) and not self.kinds(node):
                yield (*where, "null"), "true"
        if by := node.get("discriminator"):
            by = by if isinstance(by, dict) else {"propertyName": by}
            yield (*where, "discriminator"), str(by.get("propertyName"))
            if mapping := by.get("mapping"):
                yield (*where, "mapping"), plain(sorted(map(str, mapping)))


_NAMES: Mapping[type, str] = {
    bool: "boolean",
    int: "integer",
    float: "number",
    str: "string",
    list: "array",
    dict: "object",
}
