"""Makes one document of a document in several files.

What is in other files becomes a component, named by the reference to it, or stands in place where
there are no components of its kind, as for operations. So an import of the files writes the same
pages as one of the document that a bundler makes of them.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple
from urllib.parse import unquote

from jsonpointer import escape, unescape

from callsheet import lazy_re as re
from callsheet.errors import ConfigurationError
from callsheet.importing.input.files import DocumentFiles, UnfollowedError
from callsheet.importing.input.grammar import (
    ANYWHERE,
    COMPONENTS,
    COMPONENTS_OF_SWAGGER,
    SCHEMAS,
    Position,
)

MAX_STEPS = 50
"""References that lead to each other, and files within each other."""

_SHOWN = 10
"""References that cannot be followed which a message lists."""

_NO_KEY = re.compile(r"[^A-Za-z0-9._-]+")
_FILE = re.compile(r"[/#]|\.(?:json|ya?ml)\Z", re.IGNORECASE)


class DocumentPlace(NamedTuple):
    """A value: its file, as a path from the document's folder, and its JSON pointer.

    The document itself has no path.
    """

    file: str
    pointer: str

    def inner(self, key: object) -> "DocumentPlace":
        """Return the location of a value below a key."""
        return DocumentPlace(self.file, f"{self.pointer}/{escape(str(key))}")


@dataclass(slots=True)
class DocumentSources:
    """Tells where the parts of a bundled document come from.

    Attributes:
        name: The name of the document.
        moved: Where values of the document, and of other files, come from.
    """

    name: str
    moved: dict[DocumentPlace, DocumentPlace] = field(default_factory=dict)

    def written(self, pointer: str) -> str:
        """Return the file and JSON pointer of a part of the bundled document."""
        return self.shown(self._origin(pointer) if self.moved else DocumentPlace("", pointer))

    def shown(self, place: DocumentPlace) -> str:
        """Write a location."""
        return f"{place.file or self.name}#{place.pointer}"

    def _origin(self, pointer: str) -> DocumentPlace:
        place = DocumentPlace("", "")
        for part in pointer.split("/")[1:]:
            place = DocumentPlace(place.file, f"{place.pointer}/{part}")
            place = self.moved.get(place, place)
        return place


def bundle(
    document: Mapping[str, Any], name: str, files: DocumentFiles
) -> tuple[Mapping[str, Any], DocumentSources]:
    """Return a document without references to other files, and where its parts come from.

    Args:
        document: The document.
        name: Its name, for messages.
        files: The other files that it may refer to.

    Raises:
        ConfigurationError: A reference to another file cannot be followed.
    """
    sources = DocumentSources(name)
    # Nearly all documents are one file, which takes no copy.
    if not _refers_to_files(document):
        return document, sources
    bundler = _Bundler(document, sources, files)
    try:
        bundled = bundler.run()
    except RecursionError as error:
        raise ConfigurationError(
            f"The specification `{name}` cannot be read: its files are nested too deeply."
        ) from error
    if bundler.problems:
        raise ConfigurationError(_refusal(name, bundler.problems))
    return bundled, sources


def _refers_to_files(document: Mapping[str, Any]) -> bool:
    waiting: list[Any] = [document]
    seen: set[int] = set()
    while waiting:
        value = waiting.pop()
        # An alias of YAML is the same object again: each is looked at once.
        if id(value) in seen:
            continue
        seen.add(id(value))
        if isinstance(value, dict):
            reference = value.get("$ref")
            if isinstance(reference, str) and not reference.startswith("#"):
                return True
            waiting += [inner for inner in value.values() if isinstance(inner, dict | list)]
        else:
            waiting += [inner for inner in value if isinstance(inner, dict | list)]
    return False


def _refusal(name: str, problems: Mapping[str, None]) -> str:
    shown = [f"\n    {problem}" for problem in list(problems)[:_SHOWN]]
    more = len(problems) - len(shown)
    rest = f"\n    … and {more:,} more" if more else ""
    number = f"{len(problems):,} reference{'' if len(problems) == 1 else 's'}"
    return (
        f"The specification `{name}` cannot be read, as {number} cannot be followed:"
        f"{''.join(shown)}{rest}\nNothing was written."
    )


class _Bundler:
    """Bundles one document.

    Attributes:
        problems: The references that cannot be followed, in the order in which they were found.
    """

    def __init__(
        self, root: Mapping[str, Any], sources: DocumentSources, files: DocumentFiles
    ) -> None:
        self._root = root
        self._sources = sources
        self._files = files
        self._sections = COMPONENTS if "openapi" in root else COMPONENTS_OF_SWAGGER
        self._names: dict[tuple[str, DocumentPlace], str] = {}
        self._taken: dict[str, set[str]] = {section: set() for section in self._sections}
        self._waiting: list[tuple[str, str, DocumentPlace]] = []
        self._made: dict[tuple[int, Position], Any] = {}
        self._around: list[DocumentPlace] = []
        self.problems: dict[str, None] = {}

    def run(self) -> dict[str, Any]:
        """Return the bundled document."""
        tables = {
            section: dict(self._listed(section, pointer))
            for section, pointer in self._sections.items()
        }
        top = DocumentPlace("", "")
        # The components are written below, as an entry that is a reference to a file is the
        # component itself.
        own = {pointer.split("/")[1] for pointer in self._sections.values()}
        made = {
            key: self._value(value, ANYWHERE.inner(str(key)), top.inner(key))
            for key, value in self._root.items()
            if key not in own
        }
        components, place = self._target_of(self._root.get("components"), top.inner("components"))
        if isinstance(components, Mapping) and "components" in own:
            made["components"] = {
                key: self._value(value, ANYWHERE.inner(str(key)), place.inner(key))
                for key, value in components.items()
                if key not in self._sections
            }
        written: dict[str, dict[str, Any]] = {section: {} for section in tables}
        for section, table in tables.items():
            for name, at in table.items():
                written[section][name] = self._component(section, str(name), at)
        while self._waiting:
            section, name, at = self._waiting.pop()
            written[section][name] = self._component(section, name, at)
        for section, pointer in self._sections.items():
            *outer, last = pointer.split("/")[1:]
            if written[section]:
                (made.setdefault(outer[0], {}) if outer else made)[last] = written[section]
        return made

    def _listed(self, section: str, pointer: str) -> Iterator[tuple[Any, DocumentPlace]]:
        """Yield the components that the document lists, and claim their names."""
        value: Any = self._root
        at = DocumentPlace("", "")
        for part in pointer.split("/")[1:]:
            value = value.get(part) if isinstance(value, Mapping) else None
            value, at = self._target_of(value, at.inner(part))
        if not isinstance(value, Mapping):
            return
        self._taken[section] = {str(name).casefold() for name in value}
        for name in value:
            self._names[section, at.inner(name)] = str(name)
        for name, inner in value.items():
            last = at.inner(name)
            # An entry that is a reference to a file is what the file has.
            for each in self._chain(inner, last):
                if not each.file or self._names.setdefault((section, each), str(name)) != str(name):
                    break
                last = each
            yield name, last

    def _component(self, section: str, name: str, at: DocumentPlace) -> Any:
        value = self._at(at)
        self._moved(DocumentPlace("", f"{self._sections[section]}/{escape(name)}"), at)
        return self._value(value, Position(section), at)

    def _value(self, value: Any, position: Position, at: DocumentPlace) -> Any:
        """Return a value in which each reference leads to a part of the bundled document."""
        if position.is_data or not isinstance(value, dict | list):
            return value
        key = (id(value), position)
        # YAML's aliases let one value stand in many places.
        if key not in self._made:
            self._made[key] = self._new(value, position, at)
        return self._made[key]

    def _new(self, value: Any, position: Position, at: DocumentPlace) -> Any:
        if isinstance(value, list):
            one = Position(position.section)
            return [self._value(item, one, at.inner(n)) for n, item in enumerate(value)]
        inside = {
            key: self._value(inner, position.inner(str(key)), at.inner(key))
            for key, inner in value.items()
            if key != "$ref"
        }
        reference = value.get("$ref")
        if isinstance(reference, str):
            return self._followed(reference, inside, position, at)
        if "$ref" in value:  # A property of that name.
            inside["$ref"] = self._value(value["$ref"], position.inner("$ref"), at.inner("$ref"))
        if position.section == SCHEMAS and not position.is_map:
            self._rewrite_mapping(inside, at)
        return inside

    def _followed(
        self, reference: str, siblings: dict[str, Any], position: Position, at: DocumentPlace
    ) -> Any:
        """Return the target of a reference, with its siblings."""
        if not at.file and reference.startswith("#"):
            return {**siblings, "$ref": reference}
        found = self._located(reference, at)
        if found is None:
            return siblings
        if position.section in self._sections and not position.is_map:
            return {**siblings, "$ref": self._named(position.section, found)}
        if not found.file:
            return {**siblings, "$ref": f"#{found.pointer}"}
        if found in self._around or len(self._around) > MAX_STEPS:
            self._problem(at, f"`{reference[:120]}` leads to itself")
            return siblings
        self._moved(at, found)
        self._around.append(found)
        made = self._value(self._at(found), position, found)
        self._around.pop()
        if not (siblings and isinstance(made, dict)):
            return made
        return {**made, **siblings}

    def _named(self, section: str, place: DocumentPlace) -> str:
        """Return the reference to a component, which is new if there is none of that location."""
        chain = [place, *self._chain(self._at(place), place)]
        for each in chain:
            if name := self._names.get((section, each)):
                return f"#{self._sections[section]}/{escape(name)}"
            if not each.file:
                return f"#{each.pointer}"
        name = self._new_name(section, place)
        self._names.update(dict.fromkeys(((section, each) for each in chain), name))
        self._waiting.append((section, name, chain[-1]))
        return f"#{self._sections[section]}/{escape(name)}"

    def _new_name(self, section: str, place: DocumentPlace) -> str:
        last = unescape(place.pointer.rpartition("/")[2])
        stem = place.file.rpartition("/")[2].partition(".")[0]
        wanted = _NO_KEY.sub("_", last or stem) or "Part"
        taken, name, number = self._taken[section], wanted, 1
        while name.casefold() in taken:
            number += 1
            name = f"{wanted}_{number}"
        taken.add(name.casefold())
        return name

    def _rewrite_mapping(self, schema: dict[str, Any], at: DocumentPlace) -> None:
        """Let the values of a discriminator lead to components (OpenAPI 3.1.0, 4.8.25)."""
        discriminator = schema.get("discriminator")
        if not isinstance(discriminator, dict):
            return
        mapping = discriminator.get("mapping")
        if not isinstance(mapping, dict):
            return
        made = dict(mapping)
        for value, written in mapping.items():
            is_own = not at.file and str(written).startswith("#")
            # A name of a schema is not a reference.
            if isinstance(written, str) and _FILE.search(written) and not is_own:
                place = at.inner("discriminator").inner("mapping").inner(value)
                if found := self._located(written, place):
                    made[value] = self._named(SCHEMAS, found)
        schema["discriminator"] = {**discriminator, "mapping": made}

    def _target_of(self, value: Any, at: DocumentPlace) -> tuple[Any, DocumentPlace]:
        """Return a value, or what its references lead to, with its location."""
        chain = self._chain(value, at)
        return (self._at(chain[-1]), chain[-1]) if chain else (value, at)

    def _chain(self, value: Any, at: DocumentPlace) -> list[DocumentPlace]:
        """Return the locations that a value leads to which is nothing but a reference."""
        chain: list[DocumentPlace] = []
        while isinstance(value, Mapping) and isinstance(value.get("$ref"), str) and len(value) == 1:
            found = self._located(value["$ref"], at)
            if found is None or found in chain or len(chain) > MAX_STEPS:
                break
            chain.append(found)
            value, at = self._at(found), found
        return chain

    def _located(self, reference: str, at: DocumentPlace) -> DocumentPlace | None:
        """Return the location that a reference leads to; None, and a problem, if there is none."""
        path, _, fragment = reference.partition("#")
        pointer = unquote(fragment)
        try:
            file = self._files.resolve(path, at.file) if path else at.file
            found = DocumentPlace(file, pointer)
            self._walk(found)
        except UnfollowedError as error:
            self._problem(at, f"`{reference[:120]}` {error}")
            return None
        return found

    def _at(self, place: DocumentPlace) -> Any:
        return self._walk(place)

    def _walk(self, place: DocumentPlace, depth: int = 0) -> Any:
        """Return the value at a location.

        Raises:
            UnfollowedError: There is none.
        """
        if place.pointer and not place.pointer.startswith("/"):
            raise UnfollowedError(f"has `{place.pointer[:80]}`, which is not a JSON pointer")
        value: Any = self._files.read(place.file) if place.file else self._root
        at = DocumentPlace(place.file, "")
        for part in place.pointer.split("/")[1:]:
            key = unescape(part)
            if isinstance(value, Mapping) and key not in value and "$ref" in value:
                # The pointer leads through another reference.
                if depth > MAX_STEPS or not isinstance(value["$ref"], str):
                    raise UnfollowedError("leads to itself")
                path, _, fragment = value["$ref"].partition("#")
                file = self._files.resolve(path, at.file) if path else at.file
                at = DocumentPlace(file, unquote(fragment))
                value = self._walk(at, depth + 1)
            if isinstance(value, list) and key.isdecimal() and int(key[:9]) < len(value):
                value = value[int(key[:9])]
            elif isinstance(value, Mapping) and key in value:
                value = value[key]
            elif isinstance(value, Mapping) and key.isdecimal() and int(key[:9]) in value:
                value = value[int(key[:9])]  # In YAML, a status may be a number.
            else:
                raise UnfollowedError(f"leads nowhere: there is no `{key[:80]}`")
            at = DocumentPlace(at.file, f"{at.pointer}/{part}")
        return value

    def _moved(self, to: DocumentPlace, origin: DocumentPlace) -> None:
        if to != origin:
            self._sources.moved[to] = origin

    def _problem(self, at: DocumentPlace, what: str) -> None:
        self.problems[f"{self._sources.shown(at)}: {what}"] = None
