"""Security schemes that one page defines and others name."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from callsheet.model.operation import Operation
from callsheet.model.security import SecurityScheme


def defined_schemes(operations: Iterable[Operation]) -> dict[str, SecurityScheme]:
    """Return the schemes that pages define, by name; of two of one name, the first one counts."""
    found: dict[str, SecurityScheme] = {}
    for operation in operations:
        for uses in operation.security or ():
            for use in uses:
                if use.scheme:
                    found.setdefault(use.name, use.scheme)
    return found


def undefined_schemes(operation: Operation) -> tuple[str, ...]:
    """Return the names of the schemes that an operation asks for and its page does not define."""
    uses = (use for uses in operation.security or () for use in uses)
    return tuple(dict.fromkeys(use.name for use in uses if use.scheme is None))


def with_schemes(operation: Operation, defined: Mapping[str, SecurityScheme]) -> Operation:
    """Return an operation that has the definitions of the schemes that it only names.

    Args:
        operation: The operation.
        defined: What other pages define.
    """
    if defined.keys().isdisjoint(undefined_schemes(operation)):
        return operation
    security = tuple(
        tuple(use if use.scheme else replace(use, scheme=defined.get(use.name)) for use in uses)
        for uses in operation.security or ()
    )
    return replace(operation, security=security)


def resolved(operations: Iterable[Operation]) -> tuple[Operation, ...]:
    """Return all operations, each with the definitions of the schemes that it asks for."""
    listed = tuple(operations)
    defined = defined_schemes(listed)
    return tuple(with_schemes(operation, defined) for operation in listed)
