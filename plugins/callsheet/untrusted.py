"""Parsing of untrusted YAML, JSON and TOML, as plain values within limits.

A document is weighed before any value is constructed. Only tags of plain values are known. Dates
stay texts, which JSON can represent, too.
"""

import json
import tomllib
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import IO, Any, ClassVar, TypeVar

import yaml

from callsheet import lazy_re as re
from callsheet.document_limits import (
    KIB,
    MIB,
    DocumentLimits,
    ExcessiveError,
    Inside,
    UnusableError,
    line_of,
    size,
    weigh,
)

__all__ = [
    "KIB",
    "MIB",
    "DocumentLimits",
    "ExcessiveError",
    "TaggedYaml",
    "UnusableError",
    "Yaml",
    "Yaml12",
    "compose_yaml",
    "decode_within",
    "load_json",
    "load_toml",
    "load_yaml",
    "read_within",
    "size",
]

MAX_DIGITS = 100
"""Characters of a number; Python's own limit fails only later, when some numbers are written."""

MAX_TOML = 16 * KIB
"""Characters of a TOML document, whatever its limits: Python's parser takes time that is quadratic
in the length of a dotted key."""

_TAG = "tag:yaml.org,2002:"
_PLAIN_TAGS = frozenset(
    _TAG + name for name in ("null", "bool", "int", "float", "str", "seq", "map", "merge")
)
T = TypeVar("T")
# A string without an end is one to the end of the text, so that each place is looked at once.
_JSON_TOKEN = re.compile(
    r'(?P<string>"(?:[^"\\]|\\.?)*+(?:"|\Z))(?P<colon>\s*+:)?+|[{}\[\]]', re.DOTALL
)
_NUMBERS = (f"{_TAG}int", f"{_TAG}float")

# The C loader is ten times as fast, but missing where PyYAML was built without libyaml.
_SafeLoader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def _resolvers(*left_out: str) -> dict[str | None, list[Any]]:
    found = _SafeLoader.yaml_implicit_resolvers.items()
    return {
        first: [(tag, pattern) for tag, pattern in resolvers if not tag.endswith(left_out)]
        for first, resolvers in found
    }


class Yaml(_SafeLoader):  # type: ignore[misc]
    """A loader of YAML 1.1, in which `no` and `on` are booleans."""

    yaml_implicit_resolvers: ClassVar = _resolvers(":timestamp", ":value")
    known_tags: ClassVar[frozenset[str] | None] = _PLAIN_TAGS


class Yaml12(Yaml):
    """A loader of YAML 1.2, in which only `true` and `false` are booleans."""

    yaml_implicit_resolvers: ClassVar = _resolvers(
        ":timestamp", ":value", ":bool", ":int", ":float"
    )


class TaggedYaml(Yaml):
    """A loader of YAML 1.1 that ignores tags for other programs; their values are null."""

    # None turns the check for unknown tags off.
    known_tags: ClassVar = None


Yaml12.add_implicit_resolver(
    f"{_TAG}bool", re.compile(r"(?:true|True|TRUE|false|False|FALSE)\Z"), list("tTfF")
)
# Without sexagesimal numbers: `18:00` is a time.
Yaml12.add_implicit_resolver(
    f"{_TAG}int", re.compile(r"[-+]?(?:0|[1-9][0-9]*)\Z|0x[0-9a-fA-F]+\Z"), list("-+0123456789")
)
Yaml12.add_implicit_resolver(
    f"{_TAG}float",
    re.compile(
        r"[-+]?(?:[0-9]+\.[0-9]*|\.[0-9]+)(?:[eE][-+]?[0-9]+)?\Z|[-+]?[0-9]+[eE][-+]?[0-9]+\Z"
        r"|[-+]?\.(?:inf|Inf|INF)\Z|\.(?:nan|NaN|NAN)\Z"
    ),
    list("-+.0123456789"),
)
# Tags such as `!!python/name:` and `!ENV` are common in `mkdocs.yml`. They are for other programs,
# and nothing that they name is imported here.
for _prefix in ("!", f"{_TAG}python/"):
    TaggedYaml.add_multi_constructor(_prefix, lambda loader, suffix, node: None)


def read_within(file: Path, limits: DocumentLimits) -> str:
    """Return the text of a file, unless it is larger than the limit.

    Raises:
        OSError: It cannot be opened.
        UnusableError: It is too large, or not UTF-8.
    """
    with file.open("rb") as stream:
        return decode_within(stream, limits)


def decode_within(stream: IO[bytes], limits: DocumentLimits) -> str:
    """Return the text of a stream, unless it is larger than the limit.

    Raises:
        UnusableError: It is too large, or not UTF-8.
    """
    # The size in bytes is at least the number of characters. That of a pipe or a device is known
    # only after reading, so no more than the limit is read.
    content = stream.read(limits.characters + 1)
    if len(content) > limits.characters:
        raise ExcessiveError(f"it is larger than {size(limits.characters)}")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise UnusableError(
            "it is not UTF-8", error.object.count(b"\n", 0, error.start) + 1
        ) from error


def load_yaml(text: str, limits: DocumentLimits, dialect: type[Yaml] = Yaml) -> Any:
    """Parse a YAML document; None for an empty one.

    Raises:
        UnusableError: It is not valid YAML, has unknown tags, or exceeds a limit.
    """
    return _loaded(
        text,
        limits,
        dialect,
        lambda loader, node: None if node is None else loader.construct_document(node),
    )


def compose_yaml(text: str, limits: DocumentLimits) -> yaml.Node | None:
    """Parse a YAML document into nodes, which know their lines; None for an empty one.

    Raises:
        UnusableError: As for `load_yaml`.
    """
    return _loaded(text, limits, Yaml, lambda _, node: node)


def load_json(text: str, limits: DocumentLimits) -> Any:
    """Parse a JSON document (RFC 8259).

    Raises:
        UnusableError: It is not valid JSON, or exceeds a limit.
    """
    if len(text) > limits.characters:
        raise ExcessiveError(f"it is larger than {size(limits.characters)}")
    try:
        value = json.loads(text, object_pairs_hook=_unique if limits.unique_keys else None)
    except _RepeatedKeyError as error:
        raise UnusableError(str(error), _line_of_repeated_key(text)) from error
    except json.JSONDecodeError as error:
        raise UnusableError(error.msg, error.lineno) from error
    except RecursionError as error:
        raise ExcessiveError("it is nested too deeply") from error
    except ValueError as error:  # A number is too long, for example.
        raise UnusableError(str(error)) from error
    weigh(value, limits, _values_inside)
    return value


def load_toml(text: str, limits: DocumentLimits) -> dict[str, Any]:
    """Parse a TOML document (TOML 1.0.0).

    Raises:
        UnusableError: It is not valid TOML, or exceeds a limit or `MAX_TOML`.
    """
    if len(text) > (most := min(limits.characters, MAX_TOML)):
        raise ExcessiveError(f"it is larger than {size(most)}")
    try:
        value = tomllib.loads(text)
    except RecursionError as error:
        raise ExcessiveError("it is nested too deeply") from error
    except ValueError as error:
        line = re.search(r"at line (\d+)", str(error))
        raise UnusableError(str(error), int(line[1]) if line else 0) from error
    weigh(value, limits, _values_inside)
    plain: dict[str, Any] = json.loads(json.dumps(value, default=str))
    return plain


class _RepeatedKeyError(Exception):
    """A key is twice in one mapping."""

    def __init__(self, key: str) -> None:
        super().__init__(f"the key `{key[:80]}` is there twice in one object")


def _unique(members: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(members)
    if len(found) < len(members):
        raise _RepeatedKeyError(_repeated(name for name, _ in members))
    return found


def _repeated(names: Iterable[str]) -> str:
    """Return the first name that was there before; empty if there is none."""
    seen: set[str] = set()
    for name in names:
        if name in seen:
            return name
        seen.add(name)
    return ""


def _line_of_repeated_key(text: str) -> int:
    """Return the line of the first key that is there twice in an object of valid JSON."""
    around: list[set[str]] = []
    for match in _JSON_TOKEN.finditer(text):
        mark = match[0]
        if match["colon"]:
            name = json.loads(match["string"])
            if name in around[-1]:
                return text.count("\n", 0, match.start()) + 1
            around[-1].add(name)
        elif mark in "{[":
            around.append(set())
        elif mark in "}]":
            around.pop()
    return 0


def _loaded(
    text: str,
    limits: DocumentLimits,
    dialect: type[Yaml],
    use: Callable[[Any, yaml.Node | None], T],
) -> T:
    """Call a function with a loader and the root node of its document, if within the limits."""
    if len(text) > limits.characters:
        raise ExcessiveError(f"it is larger than {size(limits.characters)}")
    loader = None
    try:
        loader = dialect(text)
        node = loader.get_single_node()
        if node is not None:
            weigh(node, limits, _Nodes(dialect.known_tags, unique_keys=limits.unique_keys))
        return use(loader, node)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        # The parser finds an unclosed quote or bracket at the end; its context has where it begins.
        if any(word in str(getattr(error, "context", "")) for word in ("quoted", "flow")):
            mark = getattr(error, "context_mark", None) or mark
        problem = getattr(error, "problem", None) or "it is not valid YAML"
        kind = ExcessiveError if "nesting depth" in problem else UnusableError
        raise kind(problem, mark.line + 1 if mark else 0) from error
    except RecursionError as error:
        raise ExcessiveError("it is nested too deeply") from error
    except UnusableError:
        raise
    except (ValueError, ArithmeticError) as error:  # The tag !!int on a word, for example.
        raise UnusableError(str(error)) from error
    finally:
        if loader is not None:
            loader.dispose()


def _values_inside(value: Any) -> Inside:
    items: Iterable[Any] = ()
    if isinstance(value, dict):
        items = value.values()
    elif isinstance(value, list):
        items = value
    containers = [item for item in items if isinstance(item, dict | list)]
    count = len(value) if isinstance(value, dict | list) else 0
    return Inside(count - len(containers), 0, containers)


class _Nodes:
    """Returns the direct content of YAML nodes, and refuses unknown tags and repeated keys."""

    def __init__(self, known_tags: frozenset[str] | None, *, unique_keys: bool) -> None:
        self._known_tags = known_tags
        self._unique_keys = unique_keys

    def __call__(self, node: yaml.Node) -> Inside:
        """Return the direct content of a node; a scalar at the root contains itself."""
        self._check(node)
        if isinstance(node, yaml.ScalarNode):
            return Inside(0, len(node.value), [])
        items = node.value
        if isinstance(node, yaml.MappingNode):
            if self._unique_keys:
                self._check_keys(node)
            items = [item for pair in items for item in pair]
        count = characters = 0
        containers = []
        for item in items:
            if isinstance(item, yaml.ScalarNode):
                self._check(item)
                count += 1
                characters += len(item.value)
            else:
                containers.append(item)
        return Inside(count, characters, containers)

    def _check_keys(self, node: yaml.MappingNode) -> None:
        keys = [key for key, _ in node.value if isinstance(key, yaml.ScalarNode)]
        # Several `<<` may merge several mappings.
        named = {key.value: key for key in keys if not key.tag.endswith(":merge")}
        merges = sum(key.tag.endswith(":merge") for key in keys)
        if len(named) + merges < len(keys):
            names = (key.value for key in keys if not key.tag.endswith(":merge"))
            name = _repeated(names)
            raise UnusableError(str(_RepeatedKeyError(name)), line_of(named[name]))

    def _check(self, node: yaml.Node) -> None:
        if self._known_tags is not None and node.tag not in self._known_tags:
            shown = node.tag.replace(_TAG, "!!")[:40]
            raise UnusableError(f"the tag `{shown}` is not known", line_of(node))
        if node.tag in _NUMBERS and len(node.value) > MAX_DIGITS:
            what = f"a number has more than {MAX_DIGITS} characters, and a text would have quotes"
            raise UnusableError(what, line_of(node))
