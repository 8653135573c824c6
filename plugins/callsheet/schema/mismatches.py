"""Where values do not fit their schemas."""

from dataclasses import dataclass
from enum import Enum
from typing import Any

from callsheet.findings import Span
from callsheet.schema.schema import Schema


class Direction(Enum):
    """Where a value goes: `readOnly` is for responses only, `writeOnly` for requests only."""

    REQUEST = "request"
    RESPONSE = "response"


class Missing:
    """The type of `MISSING`, the placeholder for a value that is not there."""

    def __repr__(self) -> str:
        return "nothing"


MISSING = Missing()


@dataclass(frozen=True, slots=True)
class Mismatch:
    """One place where a value does not fit its schema.

    Attributes:
        pointer: Where it is in the value (RFC 6901).
        keyword: The keyword of JSON Schema that fails, such as `maxLength`.
        expected: The expected value, in words.
        got: The value that is there, or `MISSING`.
        schema: The schema that it does not fit.
        span: The lines of the page that state the schema, if a page does.
        named: The named type that states it; empty where the schema itself does.
    """

    pointer: str
    keyword: str
    expected: str
    got: Any
    schema: Schema
    span: Span | None = None
    named: str = ""
