"""Valid and unique names for pages, folders and types, and the types that get pages."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from jsonpointer import unescape

from callsheet import lazy_re as re
from callsheet.importing.notes import ImportNotes, code
from callsheet.importing.operation.schemas import Schemas
from callsheet.importing.references import Resolver
from callsheet.model import BUILT_IN_TYPES
from callsheet.schema import NULL, Schema
from callsheet.schema.documents import component_key
from callsheet.schema.words.wording import is_open
from callsheet.source.rows import read_type

_NO_UID = re.compile(r"[^A-Za-z0-9_.-]+")
_NO_TYPE = re.compile(r"[^A-Za-z0-9_.]+")
_WORD = re.compile(r"[A-Za-z0-9]+")
_DEVICE = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?=\.|\Z)", re.IGNORECASE)
_MAX = 100

_COMPONENTS = re.compile(r"/(?:components/schemas|definitions)/([^/]+)")


def is_union(whole: Schema) -> bool:
    """Tell whether a schema is one of several, of which some are objects or other named ones."""
    options = [option for option in (*whole.any_of, *whole.one_of) if option != NULL]
    is_more = any(o.ref or o.all_of or o.any_of or o.one_of for o in options)
    is_more = is_more or any(o.type in ("array", "object") or o.properties for o in options)
    return len(options) > 1 and is_more and not whole.properties


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
    # Windows reserves the name of a device with any suffix, as in `nul.txt`.
    return _DEVICE.sub(r"\g<0>-", uid, count=1) if _DEVICE.match(uid) else uid


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
    # The name is that of the type's page, too.
    name = _DEVICE.sub(r"\g<0>_", name, count=1) if _DEVICE.match(name) else name
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


@dataclass(frozen=True, slots=True)
class NamedSchema:
    """A type with a page: its name, its schema, and the JSON pointer to the schema."""

    name: str
    schema: Schema
    at: str


class TypeNames:
    """Names the objects of a document.

    Args:
        resolver: Resolves the components, which give types their names.
        schemas: Reads schemas.
        notes: Collects changed names.
    """

    def __init__(self, resolver: Resolver, schemas: Schemas, notes: ImportNotes) -> None:
        self._schemas = schemas
        self._notes = notes
        root = resolver.root
        components = [*root.inner("components").entries("schemas"), *root.entries("definitions")]
        titles = {key: place.text("title") for key, place in components}
        self._keys = short_names(titles, titles)
        self._names = UniqueNames(self._keys.values())
        self._by_pointer: dict[str, str] = {}
        self._by_schema: dict[tuple[Schema, str], str] = {}
        self.named: list[NamedSchema] = []

    def of(self, reference: str) -> str:
        """Return the name of the object that a reference leads to; empty if it is not an object."""
        place = self._schemas.target(reference)
        if name := self._by_pointer.get(place.pointer):
            return name
        whole = self._schemas[reference]
        match = _COMPONENTS.fullmatch(place.pointer)
        # A component that is any object has a name, too.
        is_some = match is not None and whole.type == "object" and len(whole.types) <= 2
        is_some = is_some and is_open(whole) and not (whole.any_of or whole.one_of)
        if not (whole.properties or is_some or (match and is_union(whole))):
            return ""
        key = unescape(match[1]) if match else ""
        wanted = whole.title if whole.title and not match else key or reference.rpartition("/")[2]
        name = self._keys.get(key) or self._names.give(as_type(wanted), "_")
        if match and name != key.rpartition(".")[2]:
            self._notes.minor(place.pointer, f"The type {code(key)} is called `{name}`")
        self._by_pointer[place.pointer] = name
        self.named.append(NamedSchema(name, whole, place.pointer))
        return name

    def new(self, whole: Schema, suggestion: str, at: str, reference: str = "") -> str:
        """Return a name for a type that `of` does not name.

        Args:
            whole: Its schema, with references resolved.
            suggestion: Its name unless it has a title.
            at: The JSON pointer to the schema.
            reference: The reference to it, whose component has a name; empty where there is none.
        """
        match = (
            _COMPONENTS.fullmatch(self._schemas.target(reference).pointer) if reference else None
        )
        known = self._keys.get(unescape(match[1]), "") if match else ""
        # Components that are the same have names of their own.
        if name := self._by_schema.get((whole, known)):
            return name
        if known in self._by_schema.values():
            known = ""
        name = known or self._names.give(as_type(whole.title or suggestion), "_")
        self._by_schema[whole, known] = name
        self.named.append(NamedSchema(name, whole, at))
        return name
