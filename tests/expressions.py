"""The regular expressions of the package, and the texts on which a slow one shows.

An expression is found where the package uses it. Its texts are made of its own parts: what leads to
a repetition, what is repeated, many times, and something that does not follow. What is searched for
is looked for at each place of a text, so an expression that looks for an end which is not there
takes quadratic time without being ambiguous.
"""

from __future__ import annotations

import ast
import math
import pkgutil
import re
import time
from collections.abc import Callable, Iterable, Iterator
from importlib import import_module
from itertools import chain, islice, product
from pathlib import Path
from typing import Any, NamedTuple

import callsheet
from callsheet.checks.model import examples, routes
from callsheet.checks.model.page import OperationPage
from callsheet.lazy_re import LazyPattern
from callsheet.render.highlighting import placeholders
from callsheet.render.highlighting.placeholders import PlaceholderFinder
from tests.adversarial import SPECIMEN

PACKAGE = Path(callsheet.__file__).parent
SIZE = 3_000
MUCH = 0.001
"""Seconds; a linear expression takes less on a text of `SIZE`, as a rule."""

_ROUTE = "/api/v1/Depot/{depotId}/Parcel/{parcelId}"
_ANCHORED = {"match", "fullmatch"}
_METHODS = {*_ANCHORED, "search", "sub", "subn", "split", "findall", "finditer"}
_POOL = "aAx0 _-.:/<>{}[]()|`'\"*#&=,;\\\n\t@!?+~^$%\u00e9\0"
_TAILS = ("", "\0", "\n")
_parser: Any = import_module("re._parser")

Text = Callable[[int], str]
"""Makes a text of about so many characters."""


class Use(NamedTuple):
    """An expression in one place of the package; `method` is `search` for all that search."""

    where: str
    pattern: re.Pattern[Any]
    method: str


def uses() -> Iterator[Use]:
    """The expressions of the package with what is called on them, each once."""
    found: dict[tuple[str | bytes, int, str], Use] = {}
    for info in pkgutil.walk_packages([str(PACKAGE)], "callsheet."):
        if info.name.endswith("__main__"):
            continue
        module = import_module(info.name)
        tree = ast.parse(Path(str(module.__file__)).read_bytes())
        for use in _uses_in(tree, vars(module), info.name):
            found.setdefault((use.pattern.pattern, use.pattern.flags, use.method), use)
    yield from found.values()


def _uses_in(tree: ast.AST, names: dict[str, Any], module: str) -> Iterator[Use]:
    called: set[int] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            where, method = f"{module}:{node.lineno}", node.func.attr
            # A scanner that goes on where it is tries each place, as a search does.
            scans = method not in _ANCHORED or len(node.args) > 1
            if method in _METHODS and (pattern := _value(node.func.value, names)) is not None:
                called.add(id(pattern))
                yield Use(where, pattern, "search" if scans else method)
            elif ast.unparse(node.func.value) == "re" and method in {*_METHODS, "compile"}:
                anchored = method in _ANCHORED
                for pattern in _compiled(node, names):
                    if method != "compile":
                        yield Use(where, pattern, method if anchored else "search")
    for name, value in names.items():
        for pattern in _patterns(value):
            # What is handed on may be used in any way.
            if id(pattern) not in called and not isinstance(value, re.Pattern | LazyPattern):
                yield Use(f"{module}.{name}", pattern, "search")


def _value(node: ast.expr, names: dict[str, Any]) -> re.Pattern[Any] | None:
    value: object = None
    if isinstance(node, ast.Name | ast.Attribute):
        try:
            value = eval(ast.unparse(node), names)  # noqa: S307 - a name in our own source
        except (NameError, AttributeError):
            return None
    return next(_patterns(value), None) if isinstance(value, re.Pattern | LazyPattern) else None


def _compiled(node: ast.Call, names: dict[str, Any]) -> Iterator[re.Pattern[Any]]:
    try:
        text = eval(ast.unparse(node.args[0]), names)  # noqa: S307 - as above
        flags = [word.value for word in node.keywords if word.arg == "flags"]
        yield re.compile(text, eval(ast.unparse(flags[0]), names) if flags else 0)  # noqa: S307
    except NameError:  # a part of it is known only when it is used
        return


def _patterns(value: object) -> Iterator[re.Pattern[Any]]:
    if isinstance(value, re.Pattern):
        yield value
    elif isinstance(value, LazyPattern):
        yield value.compiled
    elif isinstance(value, dict):
        yield from _patterns([*value.values()])
    elif isinstance(value, list | tuple | set | frozenset):
        for item in value:
            yield from _patterns(item)
    elif type(value).__module__.startswith("callsheet."):
        fields = getattr(type(value), "__dataclass_fields__", ())
        yield from _patterns([getattr(value, name) for name in fields])


def made_uses() -> Iterator[Use]:
    """The expressions that are made of what a page says, for pages that say odd things."""
    for template in ("/a/{b}", "/{b}/c/{d}", "/{b}{c}{d}{e}", "/{b}.{c}.{d}", "/f(b={b},{c})/{d}x"):
        page = OperationPage.read(SPECIMEN.replace(_ROUTE, template, 1).encode(), "a.md")
        assert isinstance(page, OperationPage)
        yield Use(
            f"placeholders {template}", PlaceholderFinder(page.operation, "")._route, "search"
        )
        yield Use(f"queries {template}", examples._route(template), "fullmatch")
        for segment in template[1:].split("/"):
            yield Use(f"routes {segment}", routes._values(segment), "fullmatch")
    for text in ("a", "a b", "aaaa", '"', "id"):
        yield Use(f"pair {text}", placeholders._pair_pattern(text, text), "search")
        yield Use(f"user {text}", placeholders._login_pattern(text, text), "search")
        yield Use(f"apart {text}", placeholders._text_pattern(text, r"\w.:-"), "search")


def slow_texts(use: Use, ways: int = 2) -> Iterator[str]:
    """What the first text is made of on which an expression takes more than linear time."""
    found = (name for name, text in texts(use.pattern, ways) if is_slow(use, text))
    yield from islice(found, 1)


def is_slow(use: Use, text: Text) -> bool:
    """Whether a text of twice the size takes more than three times as long, and so on.

    Little of it is measured where the time is too short for anything but linear growth. What takes
    long on a few characters doubles with each further one, and would not end on more.
    """
    for few in range(8, 60, 4):
        if min(seconds(use, text(few)) for _ in range(2)) >= MUCH:
            return True
    size = 60
    while seconds(use, text(size)) < MUCH:
        if size >= SIZE:
            return False
        size = min(size * 8, SIZE)
    # A busy machine may mislead about one pair of sizes; what is slow is so at the next pair, too.
    return _doubles(use, text, size) and _doubles(use, text, 2 * size)


def _doubles(use: Use, text: Text, size: int) -> bool:
    """Whether a text of twice the size takes more than three times as long, measured repeatedly."""
    first = second = math.inf
    for repeats in range(1, 9):
        # The shortest times are those of the expression: a busy machine only adds to them.
        first = min(first, seconds(use, text(size)))
        second = min(second, seconds(use, text(2 * size)))
        if second < MUCH or (repeats >= 4 and second < 2.5 * first):
            return False
    return second >= 3 * first


def seconds(use: Use, text: str) -> float:
    """The time that an expression takes on a text."""
    subject: Any = text.encode() if isinstance(use.pattern.pattern, bytes) else text
    start = time.thread_time()
    if use.method == "search":
        for _ in use.pattern.finditer(subject):
            pass
    else:
        getattr(use.pattern, use.method)(subject)
    return time.thread_time() - start


def texts(pattern: re.Pattern[Any], ways: int) -> Iterator[tuple[str, Text]]:
    """Texts for an expression, each with what it is made of; its parts match in so many ways."""
    source = pattern.pattern if isinstance(pattern.pattern, str) else pattern.pattern.decode()
    flags = pattern.flags & ~re.UNICODE if isinstance(pattern.pattern, bytes) else pattern.flags
    parts = _Parts(_parser.parse(source, flags))
    for head, unit, tail in dict.fromkeys(parts.candidates(ways)):
        if unit:
            yield repr((head, unit, tail)), _text(head, unit, tail)


def _text(head: str, unit: str, tail: str) -> Text:
    return lambda size: head + unit * (size // len(unit)) + tail


class _Parts:
    """An expression as the standard library parses it, and what its parts match."""

    def __init__(self, tree: Any) -> None:
        self._tree = tree
        self._signs = {*self._literals(tree), "a", " "}
        self._alphabet = [*dict.fromkeys([*_POOL, *sorted(self._signs)])]
        self._groups: dict[int, str] = {}

    def candidates(self, ways: int) -> Iterator[tuple[str, str, str]]:
        """Beginning, what is repeated, and end."""
        for mode in range(ways):
            for lead, inside in self._repeated(self._tree, "", mode):
                bodies = {self._example(inside, mode)}
                if len(inside) == 1:
                    bodies.update(
                        islice(self._single(inside[0][0], inside[0][1], among=self._signs), 6)
                    )
                for body in bodies:
                    yield from ((lead, body, tail) for tail in _TAILS)
                    yield from (("", lead + body, tail) for tail in _TAILS[:2])
                yield "", lead, ""
            whole = self._example(self._tree, mode)
            for end in {len(whole), len(whole) - 1, len(whole) // 2}:
                yield from (("", whole[: max(end, 0)], tail) for tail in _TAILS[:2])
        signs = sorted(self._signs)[:16]
        yield from (("", sign, tail) for sign in signs for tail in _TAILS[:2])
        yield from (("", first + second, "") for first, second in product(signs[:7], repeat=2))

    def _literals(self, sequence: Iterable[Any]) -> Iterator[str]:
        for kind, value in sequence:
            match str(kind):
                case "LITERAL" | "NOT_LITERAL":
                    yield chr(value)
                case "RANGE":
                    yield chr(value[0])
                case "IN":
                    yield from self._literals(value)
                case _:
                    yield from chain.from_iterable(map(self._literals, _inner(kind, value)))

    def _repeated(self, sequence: Any, lead: str, mode: int) -> Iterator[tuple[str, Any]]:
        for kind, value in sequence:
            if str(kind).endswith("_REPEAT") and value[1] > 20:
                yield lead, value[2]
            for inner in _inner(kind, value):
                yield from self._repeated(inner, lead, mode)
            lead += self._example([(kind, value)], mode)

    def _example(self, sequence: Any, mode: int) -> str:
        return "".join(self._example_of(kind, value, mode) for kind, value in sequence)

    def _example_of(self, kind: Any, value: Any, mode: int) -> str:
        match str(kind):
            case "LITERAL":
                return chr(int(value))
            case "NOT_LITERAL" | "ANY" | "IN":
                fitting = [*islice(self._single(kind, value, among=self._alphabet), 3)]
                return fitting[mode % len(fitting)] if fitting else ""
            case "MAX_REPEAT" | "MIN_REPEAT" | "POSSESSIVE_REPEAT":
                return self._example(value[2], mode) * (value[0] or min(mode % 2, value[1]))  # type: ignore[no-any-return]
            case "SUBPATTERN":
                self._groups[value[0]] = self._example(value[3], mode)
                return self._groups[value[0]]
            case "ATOMIC_GROUP":
                return self._example(value, mode)
            case "BRANCH":
                return self._example(value[1][mode % len(value[1])], mode)
            case "GROUPREF":
                return self._groups.get(value, "")
        return ""

    def _single(self, kind: Any, value: Any, among: Iterable[str]) -> Iterator[str]:
        if str(kind) in {"LITERAL", "NOT_LITERAL", "ANY", "IN"}:
            yield from (sign for sign in among if _takes(kind, value, sign))


def _inner(kind: Any, value: Any) -> Iterator[Any]:
    """The sequences within a part."""
    match str(kind):
        case "MAX_REPEAT" | "MIN_REPEAT" | "POSSESSIVE_REPEAT":
            yield value[2]
        case "SUBPATTERN":
            yield value[3]
        case "ATOMIC_GROUP":
            yield value
        case "ASSERT" | "ASSERT_NOT" | "BRANCH":
            yield from value[1] if str(kind) == "BRANCH" else (value[1],)


def _takes(kind: Any, value: Any, sign: str) -> bool:
    """Whether a part that takes one character takes this one."""
    match str(kind):
        case "LITERAL":
            return bool(ord(sign) == value)
        case "NOT_LITERAL":
            return bool(ord(sign) != value)
        case "RANGE":
            return bool(value[0] <= ord(sign) <= value[1])
        case "CATEGORY":
            word = str(value).rpartition("_")[2]
            fits = {"DIGIT": str.isdecimal, "SPACE": str.isspace, "WORD": _is_word}[word](sign)
            return fits != ("_NOT_" in str(value))
        case "IN":
            negated = str(value[0][0]) == "NEGATE"
            return negated != any(_takes(part, inner, sign) for part, inner in value[negated:])
    return True


def _is_word(sign: str) -> bool:
    return sign.isalnum() or sign == "_"
