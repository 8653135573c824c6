"""Security schemes that one page defines and others name."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from callsheet.model.operation import Operation
from callsheet.model.security import SecurityScheme


def defined_schemes(operations: Iterable[Operation]) -> dict[str, SecurityScheme]:
    """Return the schemes that pages define, by name; the first of a name wins."""
    found: dict[str, SecurityScheme] = {}
    for operation in operations:
        for uses in operation.security or ():
            for use in uses:
                if use.scheme:
                    found.setdefault(use.name, use.scheme)
    return found


def undefined_schemes(operation: Operation) -> tuple[str, ...]:
    """Return the names of the schemes that an operation requires and its page does not define."""
    uses = (use for uses in operation.security or () for use in uses)
    return tuple(dict.fromkeys(use.name for use in uses if use.scheme is None))


def with_schemes(operation: Operation, defined: Mapping[str, SecurityScheme]) -> Operation:
    """Add to an operation the definitions of the schemes that it only names.

    Args:
        operation: The operation.
        defined: The schemes that other pages define.
    """
    if defined.keys().isdisjoint(undefined_schemes(operation)):
        return operation
    security = tuple(
        tuple(use if use.scheme else replace(use, scheme=defined.get(use.name)) for use in uses)
        for uses in operation.security or ()
    )
    return replace(operation, security=security)


def resolved(operations: Iterable[Operation]) -> tuple[Operation, ...]:
    """Return all operations, each with the definitions of the schemes that it requires."""
    listed = tuple(operations)
    defined = defined_schemes(listed)
    return tuple(with_schemes(operation, defined) for operation in listed)
