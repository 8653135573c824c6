"""YAML and JSON that anybody may have written, read as plain values within limits.

YAML's aliases make a few lines a tree without end, so a document is weighed before any value is
made of it: each alias counts as all that it stands for. No tags but those of plain values are
known; dates stay the texts that they are, which JSON can hold, too.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, ClassVar, NamedTuple

import yaml

KIB = 1024
MIB = 1024 * KIB

MAX_DIGITS = 100
"""Characters of a number; Python's own limit fails only where a number is written."""

_TAG = "tag:yaml.org,2002:"
_PLAIN_TAGS = frozenset(
    _TAG + name for name in ("null", "bool", "int", "float", "str", "seq", "map", "merge")
)
_NUMBERS = (f"{_TAG}int", f"{_TAG}float")

# The C loader is ten times as fast; it is missing where PyYAML was built without libyaml.
_SafeLoader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class UnusableError(ValueError):
    """A text that is not read.

    Attributes:
        problem: What is wrong with it, as a clause.
        line: Where, counted from 1; 0 where that is not known.
    """

    def __init__(self, problem: str, line: int = 0) -> None:
        super().__init__(f"line {line}: {problem}" if line else problem)
        self.problem = problem
        self.line = line


class ExcessiveError(UnusableError):
    """A text that goes beyond a limit."""


@dataclass(frozen=True, slots=True)
class DocumentLimits:
    """What a text may hold.

    Attributes:
        characters: Of the text; and of all that its aliases make of it.
        values: Mappings, lists, keys and scalars, each alias counted as all that it stands for.
        depth: Mappings and lists inside of each other.
    """

    characters: int = 8 * MIB
    values: int = 1_000_000
    depth: int = 200


def _resolvers(*left_out: str) -> dict[str | None, list[Any]]:
    found = _SafeLoader.yaml_implicit_resolvers.items()
    return {
        first: [(tag, pattern) for tag, pattern in resolvers if not tag.endswith(left_out)]
        for first, resolvers in found
    }


class Yaml(_SafeLoader):  # type: ignore[misc]
    """YAML 1.1, in which `no` and `on` are booleans."""

    yaml_implicit_resolvers: ClassVar = _resolvers(":timestamp", ":value")
    known_tags: ClassVar[frozenset[str] | None] = _PLAIN_TAGS


class Yaml12(Yaml):
    """YAML 1.2, in which only `true` and `false` are."""

    yaml_implicit_resolvers: ClassVar = _resolvers(
        ":timestamp", ":value", ":bool", ":int", ":float"
    )


class TaggedYaml(Yaml):
    """YAML 1.1 with tags that are for others; what has one of them is null."""

    known_tags: ClassVar = None


Yaml12.add_implicit_resolver(
    f"{_TAG}bool", re.compile(r"(?:true|True|TRUE|false|False|FALSE)\Z"), list("tTfF")
)
# Without the numbers to the base of sixty: `18:00` is a time.
Yaml12.add_implicit_resolver(
    f"{_TAG}int",
    re.compile(r"[-+]?(?:0|[1-9][0-9]*)\Z|0x[0-9a-fA-F]+\Z"),
    list("-+0123456789"),
)
Yaml12.add_implicit_resolver(
    f"{_TAG}float",
    re.compile(
        r"[-+]?(?:[0-9]+\.[0-9]*|\.[0-9]+)(?:[eE][-+]?[0-9]+)?\Z|[-+]?[0-9]+[eE][-+]?[0-9]+\Z"
        r"|[-+]?\.(?:inf|Inf|INF)\Z|\.(?:nan|NaN|NAN)\Z"
    ),
    list("-+.0123456789"),
)
for _prefix in ("!", f"{_TAG}python/"):
    TaggedYaml.add_multi_constructor(_prefix, lambda loader, suffix, node: None)


def read_within(file: Path, limits: DocumentLimits) -> str:
    """The text of a file, which is not read where it is larger.

    Raises:
        OSError: It cannot be opened.
        UnusableError: It is too large, or no UTF-8.
    """
    if file.stat().st_size > limits.characters:
        raise ExcessiveError(f"it is larger than {size(limits.characters)}")
    try:
        return file.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise UnusableError(
            "it is no UTF-8", error.object.count(b"\n", 0, error.start) + 1
        ) from error


def load_yaml(text: str, limits: DocumentLimits, dialect: type[Yaml] = Yaml) -> Any:
    """The value of a YAML document; None for an empty one.

    Raises:
        UnusableError: It is no YAML, has tags, or goes beyond a limit.
    """
    with _loaded(text, limits, dialect) as (loader, node):
        return None if node is None else loader.construct_document(node)


def compose_yaml(text: str, limits: DocumentLimits) -> yaml.Node | None:
    """The nodes of a YAML document, which know their lines; None for an empty one.

    Raises:
        UnusableError: As for `load_yaml`.
    """
    with _loaded(text, limits, Yaml) as (_, node):
        return node


def load_json(text: str, limits: DocumentLimits) -> Any:
    """The value of a JSON document (RFC 8259).

    Raises:
        UnusableError: It is no JSON, or goes beyond a limit.
    """
    if len(text) > limits.characters:
        raise ExcessiveError(f"it is larger than {size(limits.characters)}")
    try:
        value = json.loads(text)
    except json.JSONDecodeError as error:
        raise UnusableError(error.msg, error.lineno) from error
    except RecursionError as error:
        raise ExcessiveError("it is nested too deeply") from error
    except ValueError as error:  # a number too long, bytes that are no UTF-8
        raise UnusableError(str(error)) from error
    _weigh(value, limits, _values_inside)
    return value


def size(count: int) -> str:
    """A number of bytes or characters as messages have it."""
    return f"{count // MIB} MiB" if count >= MIB else f"{count // KIB} KiB"


@contextmanager
def _loaded(
    text: str, limits: DocumentLimits, dialect: type[Yaml]
) -> Iterator[tuple[Any, yaml.Node | None]]:
    """A loader and the root of its document, which is within the limits."""
    if len(text) > limits.characters:
        raise ExcessiveError(f"it is larger than {size(limits.characters)}")
    loader = None
    try:
        loader = dialect(text)
        node = loader.get_single_node()
        if node is not None:
            _weigh(node, limits, _Nodes(dialect.known_tags))
        yield loader, node
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        # What is never closed is found at the end, and begins where the context does.
        if any(word in str(getattr(error, "context", "")) for word in ("quoted", "flow")):
            mark = getattr(error, "context_mark", None) or mark
        problem = getattr(error, "problem", None) or "it is not valid YAML"
        kind = ExcessiveError if "nesting depth" in problem else UnusableError
        raise kind(problem, mark.line + 1 if mark else 0) from error
    except RecursionError as error:
        raise ExcessiveError("it is nested too deeply") from error
    except UnusableError:
        raise
    except (ValueError, ArithmeticError) as error:  # a tag such as !!int on a word
        raise UnusableError(str(error)) from error
    finally:
        if loader is not None:
            loader.dispose()


class _Inside(NamedTuple):
    """What is directly inside of a mapping or a list."""

    scalars: int
    characters: int
    containers: list[Any]


class _Weight(NamedTuple):
    """What a mapping or a list holds in all, itself counted."""

    values: int
    characters: int
    depth: int


def _weigh(root: Any, limits: DocumentLimits, inside_of: Any) -> None:
    """Refuses what is too deep or too much, an alias being all that it stands for.

    Each value is looked at once, however many aliases lead to it.
    """
    weights: dict[int, _Weight] = {}
    around: set[int] = set()
    inner: dict[int, _Inside] = {}
    stack: list[tuple[Any, bool]] = [(root, False)]
    while stack:
        value, is_done = stack.pop()
        key = id(value)
        if is_done:
            around.discard(key)
            weights[key] = weight = _sum(inner.pop(key), weights)
            if reason := _excess(weight, limits):
                raise ExcessiveError(reason, _line(value))
        elif key in around:
            raise ExcessiveError("an alias stands for something that it is in", _line(value))
        elif key not in weights:
            around.add(key)
            if len(around) > limits.depth + 1:
                raise ExcessiveError("it is nested too deeply", _line(value))
            inner[key] = inside = inside_of(value)
            stack.append((value, True))
            stack += [(item, False) for item in inside.containers]


def _sum(inside: _Inside, weights: dict[int, _Weight]) -> _Weight:
    parts = [weights[id(item)] for item in inside.containers]
    return _Weight(
        1 + inside.scalars + sum(part.values for part in parts),
        inside.characters + sum(part.characters for part in parts),
        1 + max((part.depth for part in parts), default=0),
    )


def _excess(weight: _Weight, limits: DocumentLimits) -> str:
    if weight.depth > limits.depth + 1:
        return "it is nested too deeply"
    if weight.values > limits.values:
        return f"it has more than {limits.values:,} values, aliases counted as what they stand for"
    if weight.characters > limits.characters:
        return f"its aliases stand for more than {size(limits.characters)}"
    return ""


def _line(value: Any) -> int:
    return value.start_mark.line + 1 if isinstance(value, yaml.Node) else 0


def _values_inside(value: Any) -> _Inside:
    items: Iterable[Any] = ()
    if isinstance(value, dict):
        items = value.values()
    elif isinstance(value, list):
        items = value
    containers = [item for item in items if isinstance(item, dict | list)]
    count = len(value) if isinstance(value, dict | list) else 0
    return _Inside(count - len(containers), 0, containers)


class _Nodes:
    """Looks into the nodes of YAML, and refuses tags."""

    def __init__(self, known_tags: frozenset[str] | None) -> None:
        self._known_tags = known_tags

    def __call__(self, node: yaml.Node) -> _Inside:
        """What is directly inside of a node; a scalar at the root counts as in itself."""
        self._check(node)
        if isinstance(node, yaml.ScalarNode):
            return _Inside(0, len(node.value), [])
        items = node.value
        if isinstance(node, yaml.MappingNode):
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
        return _Inside(count, characters, containers)

    def _check(self, node: yaml.Node) -> None:
        if self._known_tags is not None and node.tag not in self._known_tags:
            shown = node.tag.replace(_TAG, "!!")[:40]
            raise UnusableError(f"the tag `{shown}` is not known", _line(node))
        if node.tag in _NUMBERS and len(node.value) > MAX_DIGITS:
            what = f"a number has more than {MAX_DIGITS} characters, and a text would have quotes"
            raise UnusableError(what, _line(node))
