"""OData's `$filter`, as far as it is simple: comparisons that are joined by `and`.

    filter     = clause *( "and" clause )
    clause     = name operator value / function "(" name "," value ")"

The operators are those that the pages name. A text is in single quotes, and a quote in it is
doubled; letter case makes no difference. Reading takes time in proportion to the length.
"""

import operator
from collections.abc import Callable, Mapping
from datetime import UTC, datetime, timedelta
from typing import Any

from callsheet import lazy_re as re
from callsheet.model import Property
from callsheet.schema import Evaluator
from callsheet.schema.formats import is_date_time
from callsheet.schema.texts import value_of_text
from callsheet.server.http.problems import shorten
from callsheet.server.state import Document

Test = Callable[[Document], bool]

MAX_CLAUSES = 50
"""How many clauses a filter may have, so that evaluating it for each member stays fast."""

_NUMBERS = {"int32", "int64", "double"}
_TEXTS = {"string", "enum"}

_EQUAL = dict.fromkeys(("eq", "=", "equals"), operator.eq)
_UNEQUAL = dict.fromkeys(("ne", "unequals"), operator.ne)
_ORDERED: Mapping[str, Callable[[Any, Any], bool]] = {
    "gt": operator.gt, "greater": operator.gt, "ge": operator.ge,
    "lt": operator.lt, "less": operator.lt, "le": operator.le,
}  # fmt: skip
_OF_TEXTS: Mapping[str, Callable[[str, str], bool]] = {
    "is": operator.eq,
    "isnot": operator.ne,
    "begins": str.startswith,
    "contains": operator.contains,
    "notbegins": lambda text, part: not text.startswith(part),
    "notcontains": lambda text, part: part not in text,
}
_OF_DATES = ("before", "after", "date")
_NEGATIVE = {*_UNEQUAL, "isnot", "notbegins", "notcontains"}
"""The operators that null satisfies as well."""
_FUNCTIONS: Mapping[str, Callable[[str, str], bool]] = {
    "startswith": str.startswith,
    "endswith": str.endswith,
}

# Of three kinds that begin with different characters; possessive, so nothing is read twice.
_TOKEN = re.compile(
    r"(?<!\s)\s*+(?:(?P<text>'(?:[^']|'')*+')|(?P<mark>[(),=])|(?P<word>[^\s(),=']++))"
)
_DAY = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})", re.ASCII)

_KNOWN = (
    "Supported are comparisons of a property with a value, `begins`, `contains`, `before`, "
    "`after`, `date`, `startswith(…)` and `endswith(…)`, joined by `and`."
)


class UnsupportedFilterError(ValueError):
    """Raised for a filter that is not supported; `str()` of it says what is."""


class FilterValueError(ValueError):
    """Raised for a comparison with a value of another type; `str()` of it says which."""


def read_filter(expression: str, properties: Mapping[str, Property]) -> Test:
    """Compile an expression to a predicate.

    Args:
        expression: The value of `$filter`.
        properties: What can be compared, by name in lower case.

    Raises:
        UnsupportedFilterError: It is more than the grammar above.
        FilterValueError: A value is not of its property's type.
    """
    tokens = _tokens(expression)
    tests: list[Test] = []
    position = 0
    while position < len(tokens):
        if tests:
            _expect(tokens, position, "and")
            position += 1
        if len(tests) == MAX_CLAUSES:
            raise UnsupportedFilterError(f"More than {MAX_CLAUSES} clauses are too many here.")
        test, position = _clause(tokens, position, properties)
        tests.append(test)
    return lambda document: all(test(document) for test in tests)


def _tokens(expression: str) -> list[str]:
    expression = expression.strip()
    tokens, position = [], 0
    while position < len(expression):
        match = _TOKEN.match(expression, position)
        if match is None:
            raise UnsupportedFilterError(f"A quote is not closed. {_KNOWN}")
        tokens.append(match[match.lastgroup or 0])
        position = match.end()
    return tokens


def _clause(
    tokens: list[str], position: int, properties: Mapping[str, Property]
) -> tuple[Test, int]:
    """Parse the clause that begins at a token; return its predicate and the position after it."""
    if tokens[position + 1 : position + 2] == ["("]:
        function = _FUNCTIONS.get(tokens[position].lower())
        for place, mark in ((3, ","), (5, ")")):
            _expect(tokens, position + place, mark)
        if function is None:
            raise UnsupportedFilterError(f"There is no function {tokens[position]}. {_KNOWN}")
        name, value = tokens[position + 2], tokens[position + 4]
        return _function_test(function, _named(name, properties), value), position + 6
    if len(tokens) < position + 3:
        raise UnsupportedFilterError(f"It ends too early. {_KNOWN}")
    name, word, value = tokens[position : position + 3]
    return _comparison(_named(name, properties), word.lower(), value), position + 3


def _expect(tokens: list[str], position: int, token: str) -> None:
    found = tokens[position].lower() if position < len(tokens) else "its end"
    if found != token:
        raise UnsupportedFilterError(f"`{token}` is expected before {shorten(found)}. {_KNOWN}")


def _named(name: str, properties: Mapping[str, Property]) -> Property:
    if (found := properties.get(name.lower())) is None:
        raise UnsupportedFilterError(f"There is no property {shorten(name)} to compare.")
    return found


def _comparison(item: Property, word: str, value: str) -> Test:
    kind = item.type.name if item.type else "string"
    compare = _EQUAL.get(word) or _UNEQUAL.get(word) or _ORDERED.get(word)
    if word in _OF_TEXTS and kind in _TEXTS:
        return _text_test(_OF_TEXTS[word], item, value, of_null=word in _NEGATIVE)
    if kind == "date-time" and (compare or word in _OF_DATES):
        return _date_test(item, word, compare, value)
    if compare is None or kind not in {*_NUMBERS, *_TEXTS, "bool"}:
        raise UnsupportedFilterError(f"{item.name} is {kind}, which has no `{word}`. {_KNOWN}")
    if value.lower() == "null":
        return _null_test(item, word)
    if kind in _TEXTS:
        return _text_test(compare, item, value, of_null=word in _NEGATIVE)
    literal = value_of_text(_text(value), item.schema)
    if mismatches := Evaluator().mismatches(literal, item.schema, 1):
        raise _wrong(item, mismatches[0].expected, value)
    return lambda document: _holds(compare, document.get(item.name), literal)


def _holds(compare: Callable[[Any, Any], bool], value: Any, literal: Any) -> bool:
    """Null is unequal to everything, and neither greater nor less."""
    return compare is operator.ne if value is None else compare(value, literal)


def _null_test(item: Property, word: str) -> Test:
    if word in _EQUAL:
        return lambda document: document.get(item.name) is None
    if word in _UNEQUAL:
        return lambda document: document.get(item.name) is not None
    raise UnsupportedFilterError(f"Nothing is `{word}` null. {_KNOWN}")


def _function_test(function: Callable[[str, str], bool], item: Property, value: str) -> Test:
    if item.type and item.type.name not in _TEXTS:
        raise UnsupportedFilterError(f"{item.name} is {item.type.name}, not a text.")
    return _text_test(function, item, value, of_null=False)


def _text_test(
    test: Callable[[str, str], bool], item: Property, value: str, *, of_null: bool
) -> Test:
    part = _text(value).lower()

    def holds(document: Document) -> bool:
        text = document.get(item.name)
        return test(text.lower(), part) if isinstance(text, str) else of_null

    return holds


def _date_test(
    item: Property, word: str, compare: Callable[[Any, Any], bool] | None, value: str
) -> Test:
    if value.lower() == "null":
        return _null_test(item, word)
    first, last = _span(item, value)

    def holds(document: Document) -> bool:
        moment = moment_of(document.get(item.name))
        if moment is None or compare:
            return compare is not None and _holds(compare, moment, first)
        if word == "before":
            return moment < first
        return moment > last if word == "after" else first <= moment <= last

    return holds


def _span(item: Property, value: str) -> tuple[datetime, datetime]:
    """Return the first and the last moment that a value means: it may be a whole day."""
    text = _text(value)
    if moment := moment_of(text):
        return moment, moment
    if match := _DAY.fullmatch(text):
        try:
            day = datetime(*(int(number) for number in match.groups()), tzinfo=UTC)  # type: ignore[arg-type, misc]
            return day, day + timedelta(hours=23, minutes=59, seconds=59, microseconds=999_999)
        except ValueError:
            pass
    raise _wrong(item, "date-time, or a date such as 2026-11-21", value)


def moment_of(value: Any) -> datetime | None:
    """Return the moment of a date-time, which is in UTC where it has no zone."""
    if not isinstance(value, str) or not is_date_time(value, local=True):
        return None
    moment = datetime.fromisoformat(value.upper())
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def _text(token: str) -> str:
    return token[1:-1].replace("''", "'") if token.startswith("'") else token


def _wrong(item: Property, expectation: str, value: str) -> FilterValueError:
    return FilterValueError(f"{item.name} is compared with {shorten(value)}; it is {expectation}.")
