"""Breaks statements that are too long for a line where formatters of their language would."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from callsheet import lazy_re as re
from callsheet.memo import cached_by_identity_and_values
from callsheet.samples.languages.literals import LINE_LENGTH, width

_OPEN, _CLOSE = "([{", ")]}"
_BRACKET = re.compile(r"[(\[{)\]}]")
_BLANK = "\0"
_STRING = re.compile(
    r"\"(?:[^\"\\]|\\.)*+\"?|'(?:[^'\\]|\\.|'')*+'?|`(?:[^`\\]|\\.)*+`?", re.DOTALL
)


@dataclass(frozen=True, slots=True)
class LineBreaking:
    """How a language breaks lines.

    Attributes:
        indent: The columns of a level.
        operators: Operators before which a line breaks, each between spaces.
        assigns: Whether a value with such an operator begins a line of its own.
        comma: What follows the last argument where each has a line.
    """

    indent: int = 4
    operators: tuple[str, ...] = ()
    assigns: bool = False
    comma: str = ""

    def fitted(self, statement: str, *, indent: int = 0) -> str:
        """Return a statement on as many lines as it takes.

        Args:
            statement: The statement. One of several lines is laid out already.
            indent: The columns before it.
        """
        if "\n" in statement or indent + width(statement) <= LINE_LENGTH:
            return statement
        return _broken(self, statement, indent)

    def at_operator(self, statement: str, indent: int) -> str:
        """Break before the first operator; return an empty text where there is none."""
        if not any(operator in statement for operator in self.operators):
            return ""
        outside = _outside(statement)
        found = (outside.find(f" {operator} ") for operator in self.operators)
        place = min((each for each in found if each >= 0), default=-1)
        if place < 0:
            return ""
        space = "\n" + " " * (indent + self.indent)
        head, rest = statement[:place], statement[place + 1 :]
        left, equals, value = head.partition(" = ")
        if not (self.assigns and equals):
            return f"{head}{space}{rest}"
        if indent + self.indent + width(f"{value} {rest}") <= LINE_LENGTH:
            return f"{left} ={space}{value} {rest}"
        return f"{left} ={space}{self.fitted(value, indent=indent + self.indent)}{space}{rest}"

    def in_brackets(self, statement: str, indent: int) -> str:
        """Give each argument of the last call a line."""
        outside = _outside(statement)
        start = outside.rfind("(")
        end = start + 1 + outside[start + 1 :].find(")")
        if start < 0 or not statement[start + 1 : end].strip():
            left, equals, value = statement.partition(" = ")
            space = "\n" + " " * (indent + self.indent)
            return f"{left} ={space}{value}" if self.assigns and equals else statement
        inner = indent + self.indent
        arguments = [*_arguments(statement[start + 1 : end])]
        lines = [self.fitted(argument, indent=inner) for argument in arguments]
        body = "".join(
            f"\n{' ' * inner}{line}{',' if number < len(lines) else self.comma}"
            for number, line in enumerate(lines, 1)
        )
        return f"{statement[: start + 1]}{body}\n{' ' * indent}{statement[end:]}"


# Most programs read the same variables, and send the same fields.
@cached_by_identity_and_values(1_000)
def _broken(breaking: LineBreaking, statement: str, indent: int) -> str:
    return breaking.at_operator(statement, indent) or breaking.in_brackets(statement, indent)


def _outside(text: str) -> str:
    """Return a text with blanks in place of what is in brackets or strings; the brackets stay."""
    bare = _STRING.sub(lambda match: _BLANK * len(match.group()), text)
    depth, start = 0, 0
    found: list[str] = []
    for match in _BRACKET.finditer(bare):
        bracket, place = match.group(), match.start()
        found.append(_BLANK * (place - start) if depth > 0 else bare[start:place])
        depth -= bracket in _CLOSE
        found.append(_BLANK if depth > 0 else bracket)
        depth += bracket in _OPEN
        start = place + 1
    found.append(_BLANK * (len(bare) - start) if depth > 0 else bare[start:])
    return "".join(found)


def _arguments(text: str) -> Iterator[str]:
    """Split at the commas outside of brackets and strings."""
    start = 0
    for part in _outside(text).split(",") if "," in text else [text]:
        yield text[start : start + len(part)].strip()
        start += len(part) + 1
