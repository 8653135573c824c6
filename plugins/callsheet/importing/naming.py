"""Names for pages, folders and types: valid, and different where case makes no difference."""

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


class Names:
    """Gives out names.

    Args:
        taken: What is none of them.
    """

    def __init__(self, taken: Iterable[str] = ()) -> None:
        self._taken = {name.casefold() for name in taken}
        self._last: dict[str, int] = {}

    def give(self, wanted: str, separator: str = "-") -> str:
        """The name, or one like it that is free."""
        # Where a name is wanted thousands of times, its numbers are not tried anew each time.
        name, number = wanted, self._last.get(wanted, 1)
        while name.casefold() in self._taken:
            number += 1
            name = f"{wanted}{separator}{number}"
        self._last[wanted] = number
        self._taken.add(name.casefold())
        return name


def as_uid(text: str) -> str:
    """A uid, which names a file, too: letters, digits, `_`, `-`, and `.` within it."""
    uid = _NO_UID.sub("-", text)[:_MAX].strip(".-")
    return f"{uid}-" if _DEVICE.match(uid) else uid


def uid_of_route(method: str, path: str) -> str:
    """A uid for an operation without `operationId`, such as `getPetById` of `GET /pet/{id}`."""
    words = [word for part in path.split("/") for word in _WORD.findall(part)]
    return as_uid(method.lower() + "".join(word[0].upper() + word[1:] for word in words))


def as_folder(tag: str) -> str:
    """The folder of a tag."""
    return as_uid(tag).removesuffix(".md") or "operations"


def as_type(text: str) -> str:
    """The name of a type of the API: it begins with a capital, and is no type of the format."""
    name = _NO_TYPE.sub("_", text).strip("._")[:_MAX] or "Type"
    name = re.sub(r"\.(?=\.|\d|\Z)", "_", name)
    name = name[0].upper() + name[1:] if name[0].isalpha() else f"T{name}"
    read = read_type(name)
    return f"{name}Type" if read is None or read.name in BUILT_IN_TYPES else name


def short_names(keys: Iterable[str], titles: dict[str, str]) -> dict[str, str]:
    """A name for each component: without the namespace, where that is enough to tell them apart.

    Args:
        keys: The keys of the components.
        titles: What our own export calls those whose names can be no keys.
    """
    keys = list(keys)
    own = {key: titles[key] for key in keys if component_key(titles.get(key, "")) == key}
    last = Counter(key.rpartition(".")[2].casefold() for key in keys)
    names = Names()
    return {
        key: names.give(
            as_type(own.get(key) or (short if last[short.casefold()] == 1 and short else key)), "_"
        )
        for key in keys
        for short in [key.rpartition(".")[2]]
    }
