"""Records: dataclasses with slots whose attributes are set once."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TypeVar, dataclass_transform

T = TypeVar("T")


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def record(*, order: bool = False, repr: bool = True) -> Callable[[type[T]], type[T]]:  # noqa: A002
    """Make a class a record, of which the type checker alone sees that it is frozen.

    With `frozen=True`, an object takes ten times as long to create, as a call sets each attribute.
    That matters for the classes of which each page has dozens.

    Args:
        order: As for `dataclass`.
        repr: As for `dataclass`.
    """
    return dataclass(slots=True, unsafe_hash=True, order=order, repr=repr)
