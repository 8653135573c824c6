"""Nodes: values of an example body with their places."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

MAX_DEPTH = 100
"""Deeper nested values are refused, so that recursion stays within Python's limit."""


@dataclass(frozen=True, slots=True)
class Node:
    """Value in a body of JSON, XML or a form.

    Attributes:
        value: A text, number, bool or None as it is; None for an object and an array, too.
        start: The offset of its first character in the body.
        end: The offset after its last character.
        members: The members of an object in order, repeated keys included; else None.
        items: The items of an array; else None.
        attributes: The attributes of an XML element, whose values are texts.
    """

    value: Any
    start: int
    end: int
    members: tuple[Member, ...] | None = None
    items: tuple[Node, ...] | None = None
    attributes: tuple[Member, ...] = ()

    @property
    def is_object(self) -> bool:
        """Whether it is an object."""
        return self.members is not None

    @property
    def is_array(self) -> bool:
        """Whether it is an array."""
        return self.items is not None

    @property
    def is_null(self) -> bool:
        """Whether it is null."""
        return self.value is None and self.members is None and self.items is None

    @property
    def kind(self) -> str:
        """The name of its type in JSON."""
        if self.members is not None:
            return "object"
        if self.items is not None:
            return "array"
        if self.value is None:
            return "null"
        if isinstance(self.value, bool):
            return "boolean"
        return "string" if isinstance(self.value, str) else "number"

    def plain(self) -> Any:
        """Return the value as the `json` module reads it; the last of repeated keys counts."""
        if self.members is not None:
            return {member.key: member.value.plain() for member in self.members}
        if self.items is not None:
            return [item.plain() for item in self.items]
        return self.value

    def get(self, key: str) -> Node | None:
        """Return the value of the last member of that name."""
        found = None
        for member in self.members or ():
            if member.key == key:
                found = member.value
        return found

    def objects(self) -> Iterator[Node]:
        """Yield the objects in this value, itself included, in the order of the text."""
        pending = [self]
        while pending:
            node = pending.pop()
            if node.members is not None:
                yield node
                pending += [m.value for m in reversed(node.members) if m.value.value is None]
            elif node.items is not None:
                pending += [item for item in reversed(node.items) if item.value is None]

    def walk(self) -> Iterator[tuple[str, Node]]:
        """Yield this value and all values inside it, each with its JSON pointer (RFC 6901)."""
        pending = [("", self)]
        while pending:
            pointer, node = pending.pop()
            yield pointer, node
            inner = [(f"{pointer}/{_escape(m.key)}", m.value) for m in node.members or ()]
            inner += [(f"{pointer}/{index}", n) for index, n in enumerate(node.items or ())]
            pending += reversed(inner)


@dataclass(frozen=True, slots=True)
class Member:
    """Key of an object with its value; the offsets are those of the key as written."""

    key: str
    start: int
    end: int
    value: Node


@dataclass(frozen=True, slots=True)
class SyntaxProblem:
    """Syntax error of a body.

    Attributes:
        start: The offset of the offending text.
        end: The offset after it.
        problem: What is wrong, such as "a comma behind the last member".
        expected: What is right there.
        replacement: The text that fixes it; only if there is one right answer.
        opened: The offset of the bracket that is still open, where that helps.
    """

    start: int
    end: int
    problem: str
    expected: str
    replacement: str | None = None
    opened: int | None = None


def _escape(key: str) -> str:
    return key.replace("~", "~0").replace("/", "~1")
