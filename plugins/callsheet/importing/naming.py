"""Valid names for pages, folders and types, unique even where case is ignored."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from callsheet.model import BUILT_IN_TYPES
from callsheet.schema.documents import component_key
from callsheet.source.datatypes import read_type

_NO_UID = re.compile(r"[^A-Za-z0-9_.-]+")
_NO_TYPE = re.compile(r"[^A-Za-z0-9_.]+")
_WORD = re.compile(r"[A-Za-z0-9]+")
_DEVICE = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?=\.|\Z)", re.IGNORECASE)
_MAX = 100


class UniqueNames:
    """Assigns unique names.

    Args:
        taken: Names that are in use already.
    """

    def __init__(self, taken: Iterable[str] = ()) -> None:
        self._taken = {name.casefold() for name in taken}
        self._last: dict[str, int] = {}

    def give(self, wanted: str, separator: str = "-") -> str:
        """Return the wanted name if it is free, or else the name with a number."""
        # The last number is stored, as counting up anew is quadratic for thousands of equal names.
        name, number = wanted, self._last.get(wanted, 1)
        while name.casefold() in self._taken:
            number += 1
            name = f"{wanted}{separator}{number}"
        self._last[wanted] = number
        self._taken.add(name.casefold())
        return name


def as_uid(text: str) -> str:
    """Return a uid, which is also a valid file name: letters, digits, `_`, `-`, and inner `.`."""
    uid = _NO_UID.sub("-", text)[:_MAX].strip(".-")
    return f"{uid}-" if _DEVICE.match(uid) else uid


def uid_of_route(method: str, path: str) -> str:
    """Return a uid for an operation without `operationId`: `getPetId` for `GET /pet/{id}`."""
    words = [word for part in path.split("/") for word in _WORD.findall(part)]
    return as_uid(method.lower() + "".join(word[0].upper() + word[1:] for word in words))


def as_folder(tag: str) -> str:
    """Return the name of a tag's folder."""
    return as_uid(tag).removesuffix(".md") or "operations"


def as_type(text: str) -> str:
    """Return a name for a type of the API: capitalized, and not a built-in type of the format."""
    name = _NO_TYPE.sub("_", text).strip("._")[:_MAX] or "Type"
    name = re.sub(r"\.(?=\.|\d|\Z)", "_", name)
    name = name[0].upper() + name[1:] if name[0].isalpha() else f"T{name}"
    read = read_type(name)
    return f"{name}Type" if read is None or read.name in BUILT_IN_TYPES else name


def short_names(keys: Iterable[str], titles: dict[str, str]) -> dict[str, str]:
    """Return a name for each component, without its namespace if that is unambiguous.

    Args:
        keys: The keys of the components.
        titles: Their titles, which our own export uses for names that are not valid keys.
    """
    keys = list(keys)
    own = {key: titles[key] for key in keys if component_key(titles.get(key, "")) == key}
    last = Counter(key.rpartition(".")[2].casefold() for key in keys)
    names = UniqueNames()
    return {
        key: names.give(
            as_type(own.get(key) or (short if last[short.casefold()] == 1 and short else key)), "_"
        )
        for key in keys
        for short in [key.rpartition(".")[2]]
    }
