"""Mismatches as violations, with their place in the request and the lines of the page."""

from collections.abc import Iterable, Iterator

from jsonpointer import unescape

from callsheet.findings import Span
from callsheet.model import Operation
from callsheet.schema import Mismatch
from callsheet.server.engine.requests.named_types import NamedTypes
from callsheet.server.http.problems import Violation, shorten


def violations(
    operation: Operation,
    location: str,
    name: str,
    mismatches: Iterable[Mismatch],
    span: Span,
    types: NamedTypes | None = None,
) -> Iterator[Violation]:
    """Yield the faults of a part of a request.

    Args:
        operation: The operation.
        location: Where the part is: `path`, `query`, `header`, `cookie` or `body`.
        name: The parameter; empty for the body.
        mismatches: Where it is not as its schema says.
        span: The lines that describe the part as a whole.
        types: The named types, which other pages may define, if there are any.
    """
    for mismatch in mismatches:
        if mismatch.named and types is not None:
            documented = types.place(mismatch.named, mismatch.span)
        else:
            documented = f"{operation.path}:{(mismatch.span or span).start}"
        place = _path(name, mismatch.pointer)
        got = shorten(mismatch.got)
        yield Violation(location, place, mismatch.expected, got, documented, mismatch.pointer)


def _path(name: str, pointer: str) -> str:
    """Spell a place as the rows of pages do, such as `address.city` or `items[0].name`."""
    for token in pointer.split("/")[1:]:
        if token.isascii() and token.isdigit():
            name += f"[{token}]"
        else:
            name += f".{unescape(token)}" if name else unescape(token)
    return name
