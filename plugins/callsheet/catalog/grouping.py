"""The headings below which the operations of a group stand, wherever a site lists them."""

from collections.abc import Callable, Iterable
from typing import TypeVar

from callsheet.model import Operation

_Entry = TypeVar("_Entry")


def tag_heading(operation: Operation) -> str:
    """Return the heading of an operation where no author has made a navigation: its first tag."""
    return operation.tags[0] if operation.tags else ""


def grouped(
    entries: Iterable[_Entry], heading: Callable[[_Entry], str]
) -> list[tuple[str, list[_Entry]]]:
    """Return the entries of a list below their headings, in the order in which these occur.

    Args:
        entries: The entries.
        heading: Returns the heading of an entry; an empty text for none.

    Returns:
        Each heading with its entries. Those without one come first, where no other heading claims
        them. Where all have the same heading it says nothing, and is left out.
    """
    found: dict[str, list[_Entry]] = {"": []}
    for entry in entries:
        found.setdefault(heading(entry), []).append(entry)
    sections = [(name, listed) for name, listed in found.items() if listed]
    return sections if len(sections) > 1 else [("", listed) for _, listed in sections]
