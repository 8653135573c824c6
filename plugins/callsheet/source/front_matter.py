"""Front matter: its values, their lines, and the keys that describe an operation."""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from callsheet import lazy_re as re
from callsheet.http.runtime_expressions import is_callback_address
from callsheet.model import (
    OAuthFlow,
    Outgoing,
    SecurityAlternatives,
    SecurityScheme,
    SecurityUse,
    Server,
    ServerVariable,
)
from callsheet.model.operation import IMPORTED_FROM
from callsheet.source.faults import Fault
from callsheet.untrusted import (
    KIB,
    DocumentLimits,
    ExcessiveError,
    UnusableError,
    load_toml,
    load_yaml,
)

FRONT_MATTER_LIMITS = DocumentLimits(characters=256 * KIB, values=10_000, depth=50)
"""Front matter that exceeds them is not read."""

# YAML as MkDocs recognises it, `mkdocs.utils.meta`, and TOML as Hugo does.
FRONT_MATTER = re.compile(
    r"-{3}[ \t]*\n(?P<yaml>.*?\n)(?:\.{3}|-{3})[ \t]*(?:\n|\Z)"
    r"|\+{3}[ \t]*\n(?P<toml>(?:.*?\n)??)\+{3}[ \t]*(?:\n|\Z)",
    re.DOTALL,
)
"""The front matter at the start of a text, with both of its rules."""

# Words behind keys, as most pages have them: texts, unless YAML gives a word another meaning.
_WORDS = re.compile(r"(?:[A-Za-z][\w-]*+: [A-Za-z][\w/{}.-]*+(?: [\w/{}.-]++)*+\n)++", re.ASCII)
_MEANINGS = frozenset({"true", "false", "yes", "no", "on", "off", "null"})

_TEXT_KEYS = ("uid", "id", "title", "defines", "description", IMPORTED_FROM)
"""Keys whose value is a text, or a number that is meant as one."""

_TYPES = ("http", "apiKey", "oauth2", "openIdConnect", "mutualTLS")
_LOCATIONS = ("header", "query", "cookie")
# An address may be relative to that of the document, and have variables (OpenAPI 3.1.0, 4.8.5).
_ADDRESS = re.compile(r"(?:(?:https?|\{[\w-]+\})://[^\s/?#]|/|\{)\S*", re.IGNORECASE)
_ADDRESSES = "a list of addresses, such as `https://api.example.com`"
_VARIABLES = "addresses whose `variables` have a `default` each, and perhaps an `enum` of values"
_REPLACES = "addresses whose `replaces` has whole segments without placeholders, such as `/v1`"
_SEGMENTS = re.compile(r"(?:/[^/\s{}?#]+)+")
_NONE = ("none", "None")
_URLS = {
    "authorizationUrl": "authorization_url",
    "tokenUrl": "token_url",
    "refreshUrl": "refresh_url",
}


class FrontMatterFlaw(NamedTuple):
    """A defect of front matter.

    Attributes:
        fault: The kind of defect.
        message: A sentence about it.
        line: The line in the file, counted from 1.
        key: The key that is wrong; empty where all of the front matter is.
    """

    fault: Fault
    message: str
    line: int
    key: str = ""


def read_front_matter(
    found: re.Match[str],
) -> tuple[Mapping[str, Any], tuple[FrontMatterFlaw, ...]]:
    """Read what is between the rules, as `FRONT_MATTER` has found it.

    Returns:
        The keys with usable values, and the flaws of the others.
    """
    text = found["toml"] if found["yaml"] is None else found["yaml"]
    load = load_toml if found["yaml"] is None else _load_yaml
    try:
        value = load(text, FRONT_MATTER_LIMITS)
        if value is not None and not isinstance(value, dict):
            raise UnusableError("it is not a mapping of keys to values", 1)
    except UnusableError as error:
        is_too_much = isinstance(error, ExcessiveError)
        fault = Fault.FRONT_MATTER_SIZE if is_too_much else Fault.FRONT_MATTER
        message = f"The front matter cannot be read: {error.problem}."
        # The rule above the text is line 1 of the file.
        return {}, (FrontMatterFlaw(fault, message, error.line + 1),)
    keys = {str(key): item for key, item in (value or {}).items()}
    unusable = {key: why for key in (*_TEXT_KEYS, "tags") if (why := _misuse(key, keys.get(key)))}
    lines = text.split("\n") if unusable else []
    flaws = (
        FrontMatterFlaw(
            Fault.FRONT_MATTER_VALUE, f"`{key}` {why}.", line_of_key(key, lines) + 1, key
        )
        for key, why in unusable.items()
    )
    return {key: item for key, item in keys.items() if key not in unusable}, tuple(flaws)


def _load_yaml(text: str, limits: DocumentLimits) -> Any:
    """Load front matter in YAML; words alone, as YAML reads them, without its parser."""
    # Far below all limits, those of YAML's own for a key, too.
    if len(text) <= KIB and _WORDS.fullmatch(text):
        pairs = [line.split(": ", 1) for line in text.splitlines()]
        if not any(word.lower() in _MEANINGS for pair in pairs for word in pair):
            return dict(pairs)
    return load_yaml(text, limits)


def line_of_key(key: str, lines: Sequence[str]) -> int:
    """Return the number of the first line with a top-level key, counted from 1; 0 without one."""
    start = re.compile(rf"{re.escape(key)}\s*[:=]")
    return next((n for n, line in enumerate(lines, 1) if start.match(line)), 0)


def readable_source(data: bytes, *, is_usable: bool = True) -> str | None:
    """Return the text of a page with front matter that MkDocs reads; None where it is as it is.

    It knows no TOML, and would show it.

    Args:
        data: The bytes of its file.
        is_usable: Whether the front matter is within the limits; else it is left out.
    """
    if is_usable and b"+++" not in data[:6]:
        return None
    text = data.decode("utf-8-sig", errors="replace")
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    match = FRONT_MATTER.match(text)
    if not match:
        return None
    values = {} if not is_usable or match["yaml"] is not None else read_front_matter(match)[0]
    # JSON is YAML, too.
    return (f"---\n{json.dumps(values)}\n---\n" if values else "") + text[match.end() :]


def _misuse(key: str, value: Any) -> str:
    """Say why a value cannot be the text that its key takes; return "" where it can."""
    match value:
        case dict():
            return "is a mapping where a text belongs"
        case list() if key != "tags":
            return "is a list where a text belongs"
        case list() if any(isinstance(item, dict | list) for item in value):
            return "has a list or a mapping where a text belongs"
    return ""


class UnreadKeyError(ValueError):
    """A value of the wrong kind; `str()` of it says what belongs there."""


@dataclass(slots=True)
class OperationKeys:
    """The values of these keys.

    Attributes:
        summary: What it does, in a line.
        operation_id: Its name in programs.
        deprecated: Whether it should no longer be used.
        tags: Its tags.
        servers: The addresses that serve it.
        security: The credentials that it asks for; None where the page does not say.
        outgoing: That the server sends it, as a webhook or callback.
        faults: The keys that could not be read, each with what belongs there.
    """

    summary: str = ""
    operation_id: str = ""
    deprecated: bool = False
    tags: tuple[str, ...] = ()
    servers: tuple[Server, ...] = ()
    security: SecurityAlternatives | None = None
    outgoing: Outgoing | None = None
    faults: list[tuple[str, str]] = field(default_factory=list)


def read_operation_keys(front_matter: Mapping[str, Any]) -> OperationKeys:
    """Read the keys about an operation, from `summary` to `security`, `webhook` and `callback`."""
    keys = OperationKeys()
    readers: dict[str, tuple[str, Callable[[Any], Any]]] = {
        "summary": ("summary", _text),
        "operationId": ("operation_id", _text),
        "deprecated": ("deprecated", _flag),
        "tags": ("tags", _tags),
        "servers": ("servers", read_servers),
        "security": ("security", read_security),
        "webhook": ("outgoing", _webhook),
        "callback": ("outgoing", _callback),
    }
    for key, (name, read) in readers.items():
        if (value := front_matter.get(key)) is None:
            continue
        try:
            setattr(keys, name, read(value))
        except UnreadKeyError as error:
            keys.faults.append((key, str(error)))
    # One wrong address does not discard the others.
    if not all(_ADDRESS.fullmatch(server.url) for server in keys.servers):
        keys.faults.append(("servers", _ADDRESSES))
    return keys


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise UnreadKeyError("a text")
    return " ".join(value.split())


def _webhook(value: Any) -> Outgoing:
    if not isinstance(value, str) or not value.strip():
        raise UnreadKeyError("the name of the webhook")
    return Outgoing(_text(value))


def _callback(value: Any) -> Outgoing:
    keys = ("name", "of", "address")
    found = [value.get(key) for key in keys] if isinstance(value, dict) else []
    name, cause, address = found or ("", "", "")
    texts = [text for text in (name, cause, address) if isinstance(text, str) and text.strip()]
    if len(texts) < len(keys) or not is_callback_address(str(address)):
        raise UnreadKeyError(
            "the `name` of the callback, the uid of the operation that it is `of`, and its"
            " `address`, such as `{$request.body#/callbackUrl}`"
        )
    return Outgoing(*map(_text, texts))


def _flag(value: Any) -> bool:
    if not isinstance(value, bool):
        raise UnreadKeyError("`true` or `false`")
    return value


def _tags(value: Any) -> tuple[str, ...]:
    listed = [value] if isinstance(value, str) else value
    # Tags of a site may be numbers; other plugins read them, too.
    if not isinstance(listed, list) or any(isinstance(tag, dict | list) for tag in listed):
        raise UnreadKeyError("a list of texts")
    return tuple(str(tag) for tag in listed)


def read_servers(value: Any) -> tuple[Server, ...]:
    """Read a list of addresses, each a text or `{url: …, description: …, …}`.

    Raises:
        UnreadKeyError: It is something else.
    """
    return tuple(map(_server, value if isinstance(value, list) else [value]))


def _server(value: Any) -> Server:
    if isinstance(value, str):
        return Server(value)
    if isinstance(value, dict) and isinstance(url := value.get("url"), str):
        replaces = value.get("replaces") or ""
        if replaces and not (isinstance(replaces, str) and _SEGMENTS.fullmatch(replaces)):
            raise UnreadKeyError(_REPLACES)
        variables = tuple(_variables(value.get("variables") or {}))
        filled = url
        for variable in variables:
            filled = filled.replace(f"{{{variable.name}}}", variable.default)
        name = str(value.get("name") or "")
        template = url if variables else ""
        about = str(value.get("description") or "")
        return Server(filled, about, replaces, template, variables, name)
    raise UnreadKeyError(_ADDRESSES)


def _variables(value: Any) -> Iterator[ServerVariable]:
    # The order of a mapping means nothing, and writers of YAML sort it.
    entries = sorted(value.items(), key=str) if isinstance(value, dict) else [("", None)]
    for name, entry in entries:
        if not isinstance(entry, dict) or "default" not in entry:
            raise UnreadKeyError(_VARIABLES)
        listed = entry.get("enum") or []
        if not isinstance(listed, list):
            raise UnreadKeyError(_VARIABLES)
        about = str(entry.get("description") or "")
        values = tuple(map(str, listed))
        yield ServerVariable(str(name), str(entry["default"]), values, about)


def read_security(value: Any) -> SecurityAlternatives:
    """Read the security requirements of an operation, of which a request meets one.

    An entry is the name of a scheme, `none`, or a mapping of schemes that are asked for together,
    each with its scopes or with its definition as OpenAPI has it.

    Raises:
        UnreadKeyError: It is something else.
    """
    entries = value if isinstance(value, list) else [value]
    return tuple(tuple(_uses(entry)) for entry in entries)


def _uses(entry: Any) -> Iterator[SecurityUse]:
    if isinstance(entry, str):
        if entry not in _NONE:
            yield SecurityUse(entry)
        return
    if not isinstance(entry, dict):
        raise UnreadKeyError("a list of security schemes, such as `[basic, bearer]`")
    for name, value in entry.items():
        if isinstance(value, dict):
            scopes = value.get("scopes")
            wanted = scopes if isinstance(scopes, list) else []
            yield SecurityUse(str(name), tuple(map(str, wanted)), read_scheme(str(name), value))
        elif value is None or isinstance(value, list):
            yield SecurityUse(str(name), tuple(map(str, value or ())))
        else:
            raise UnreadKeyError("a list of scopes, or the definition of a scheme")


def read_scheme(name: str, value: Mapping[str, Any]) -> SecurityScheme:
    """Read the definition of a scheme, with the keys of OpenAPI's Security Scheme Object.

    The type may be left out where `in` or `scheme` implies it.

    Raises:
        UnreadKeyError: It is no such definition.
    """
    kind = value.get("type") or ("apiKey" if "in" in value else "http" if "scheme" in value else "")
    location, parameter = str(value.get("in") or ""), str(value.get("name") or "")
    if kind not in _TYPES:
        raise UnreadKeyError(f"a scheme whose `type` is one of {', '.join(_TYPES)}")
    if kind == "apiKey" and (location not in _LOCATIONS or not parameter):
        raise UnreadKeyError("an API key with `in: header`, `query` or `cookie`, and its `name`")
    flows = value.get("flows")
    return SecurityScheme(
        name,
        str(kind),
        scheme=str(value.get("scheme") or "").lower(),
        location=location,
        parameter=parameter,
        description=str(value.get("description") or ""),
        bearer_format=str(value.get("bearerFormat") or ""),
        url=str(value.get("openIdConnectUrl") or ""),
        flows=tuple(map(_flow, flows.items())) if isinstance(flows, dict) else (),
    )


def _flow(item: tuple[str, Any]) -> OAuthFlow:
    kind, definition = item
    if not isinstance(definition, dict):
        raise UnreadKeyError("an OAuth 2 flow with its addresses and scopes")
    scopes = definition.get("scopes")
    urls = {field: str(definition[key]) for key, field in _URLS.items() if definition.get(key)}
    listed = scopes.items() if isinstance(scopes, dict) else ()
    return OAuthFlow(str(kind), **urls, scopes=tuple((str(k), str(v or "")) for k, v in listed))
