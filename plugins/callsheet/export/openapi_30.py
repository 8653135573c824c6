"""Rewrites a document of OpenAPI 3.1 as 3.0, for tools that know no more.

OpenAPI 3.0 has a dialect of its own instead of JSON Schema 2020-12 (3.0.4, 4.7.24).
"""

from collections import Counter
from collections.abc import Mapping
from typing import Any

VERSION = "3.0.4"

_LISTS = ("allOf", "anyOf", "oneOf")
_BOUNDS = {"exclusiveMinimum": "minimum", "exclusiveMaximum": "maximum"}
_UNKNOWN = (
    "contains", "contentMediaType", "contentSchema", "dependentRequired", "dependentSchemas",
    "else", "if", "maxContains", "minContains", "patternProperties", "prefixItems",
    "propertyNames", "then", "unevaluatedItems", "unevaluatedProperties",
)  # fmt: skip
"""Keywords that OpenAPI 3.0 has no place for."""

_VALUES = ("default", "enum", "example", "examples")
_NULL = {"type": "null"}
_MUTUAL = "mutualTLS"


def as_openapi_30(document: Mapping[str, Any]) -> tuple[dict[str, Any], Counter[str]]:
    """Rewrite a document.

    Args:
        document: OpenAPI 3.1, which is not changed.

    Returns:
        The document in OpenAPI 3.0, and how often it has what that cannot express.
    """
    schemes = document.get("components", {}).get("securitySchemes", {})
    writer = _Writer({name for name, each in schemes.items() if each.get("type") == _MUTUAL})
    result: dict[str, Any] = writer.node(document)
    result["openapi"] = VERSION
    components = result.get("components", {})
    for holder, key in ((components, "pathItems"), (result, "webhooks")):
        if key in holder:
            writer.lost[f"`{key}`"] += len(holder.pop(key))
    info, license_ = result["info"], result["info"].get("license", {})
    for holder, key in ((info, "summary"), (license_, "identifier")):
        if holder.pop(key, None):
            writer.lost[f"`{key}` of the API" if holder is info else f"`{key}` of a license"] += 1
    schemas = document.get("components", {}).get("schemas", {})
    if schemas:
        components["schemas"] = {name: writer.schema(inner) for name, inner in schemas.items()}
    for name in writer.unknown:
        del components["securitySchemes"][name]
        writer.lost[f"`{_MUTUAL}`"] += 1
    return result, writer.lost


class _Writer:
    """Writes nodes and schemas of OpenAPI 3.0, and counts what is lost.

    Args:
        unknown: The security schemes that OpenAPI 3.0 does not know.
    """

    def __init__(self, unknown: set[str]) -> None:
        self.unknown = unknown
        self.lost: Counter[str] = Counter()

    def node(self, value: Any) -> Any:
        """Rewrite what is not a schema."""
        if isinstance(value, list):
            return [self.node(item) for item in value]
        if not isinstance(value, Mapping):
            return value
        return {
            key: self.schema(inner)
            if key == "schema"
            else inner
            if key in ("example", "examples", "schemas")
            else [each for each in inner if self.unknown.isdisjoint(each)]
            if key == "security"
            else self.node(inner)
            for key, inner in value.items()
        }

    def schema(self, value: Any) -> dict[str, Any]:
        """Rewrite a schema."""
        if not isinstance(value, Mapping):
            return {} if value else {"not": {}}
        found = {key: inner for key, inner in value.items() if key not in _UNKNOWN}
        # `contentMediaType` says no more of a file than the format, which OpenAPI 3.0 knows.
        known = {*found, *(("contentMediaType",) if value.get("format") == "binary" else ())}
        self.lost.update(f"`{key}`" for key in value if key not in known)
        found = {key: self._inner(key, inner) for key, inner in found.items()}
        self._bounds(found)
        self._types(found)
        if "const" in found:
            found["enum"] = [found.pop("const")]
        if examples := found.pop("examples", None):
            found["example"] = examples[0]
            if len(examples) > 1:
                self.lost["`examples` of schemas after the first"] += 1
        if found.pop("contentEncoding", "") == "base64":
            found["format"] = "byte"
        if "$ref" in found and len(found) > 1:
            # Beside a reference, everything is ignored.
            found = {"allOf": [{"$ref": found.pop("$ref")}], **found}
        return found

    def _inner(self, key: str, value: Any) -> Any:
        if key in _VALUES or key.startswith("x-"):
            return value
        if key in _LISTS:
            return [_NULL if item == _NULL else self.schema(item) for item in value]
        if key == "properties":
            return {name: self.schema(inner) for name, inner in value.items()}
        if key in ("items", "not") or (key == "additionalProperties" and value is not False):
            return self.schema(value)
        return value

    @staticmethod
    def _bounds(found: dict[str, Any]) -> None:
        for exclusive, plain in _BOUNDS.items():
            bound = found.get(exclusive)
            if bound is None:
                continue
            beyond = found.get(plain)
            is_tighter = beyond is None or (
                bound >= beyond if plain == "minimum" else bound <= beyond
            )
            found[exclusive] = is_tighter
            found[plain] = bound if is_tighter else beyond

    @staticmethod
    def _types(found: dict[str, Any]) -> None:
        for key in ("anyOf", "oneOf"):
            if _NULL in found.get(key, ()):
                found["nullable"] = True
                options = [item for item in found.pop(key) if item != _NULL]
                found[key if len(options) > 1 else "allOf"] = options
        types = found.get("type")
        types = types if isinstance(types, list) else [types] if types else []
        named = [name for name in types if name != "null"]
        if "null" in types:
            found["nullable"] = True
        found.pop("type", None)
        if not named and types:
            found["enum"] = [None]
        elif len(named) == 1:
            found["type"] = named[0]
        elif named:
            nullable = {"nullable": True} if "null" in types else {}
            options = [{"type": name, **nullable} for name in named]
            options = [{**o, "items": {}} if o["type"] == "array" else o for o in options]
            key = "allOf" if "anyOf" in found else "anyOf"
            found[key] = [{"anyOf": options}] if key == "allOf" else options
        if found.get("type") == "array":
            found.setdefault("items", {})
