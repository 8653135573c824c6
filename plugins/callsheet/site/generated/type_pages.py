"""The pages of types: their paths, and their content."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from urllib.parse import quote, unquote

from callsheet import lazy_re as re
from callsheet.catalog.named_types import TypeDefinition
from callsheet.docs_collections import DocsCollection
from callsheet.model import Operation
from callsheet.paths import join
from callsheet.render import render_type, render_types
from callsheet.render.phrases import phrase
from callsheet.schema import Schema
from callsheet.site.generated.marker_pages import marker_page
from callsheet.site.operations import SiteOperations
from callsheet.site.page_facts import DependencyRecorder
from callsheet.site.site_catalog import SiteCatalog

INDEX_MARKER = "types"
USES = "uses-of"
"""The marker of what uses a type that an author defines, before the name of the type."""

_MARKER = re.compile(rf"(?P<what>type|{USES})\s+(?P<name>\S+)")
_INDEX = "index"
_UNSAFE = re.compile(r"[^A-Za-z0-9_.]+")
_NO_WORD = re.compile(r"[^\w.-]+")
_MAX_STEM = 80
# Names that Windows reserves for devices, whatever comes after the first point.
_DEVICES = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?=\.|\Z)", re.IGNORECASE)


class TypePages:
    """The pages of the named types, as far as the site has them."""

    def __init__(self, operations: SiteOperations, folder: str, *, generated: bool) -> None:
        self._folder = folder
        self._operations = operations
        self._free = {"": generated}
        self._by_page: tuple[SiteCatalog, Mapping[str, str]] | None = None
        self._assigned: dict[str, tuple[Mapping[str, TypeDefinition], Mapping[str, str]]] = {}

    @property
    def folder(self) -> str:
        """The folder in that of the collection."""
        return self._collection.place(self._folder)

    @property
    def _collection(self) -> DocsCollection:
        return self._operations.current().catalog.collection

    @property
    def _generates(self) -> bool:
        name = self._collection.name
        if name not in self._free:
            self._free[name] = not self._operations.current().catalog.has_folder(self._folder)
        return self._free[name]

    @property
    def index(self) -> str:
        """The page with the list of all types, if the site has it: an author's or its own."""
        return self._operations.current().types_page or join(self.folder, f"{_INDEX}.md")

    def path(self, name: str) -> str | None:
        """Return the page of a type; None if the site has none."""
        if own := self._defined().get(name):
            return own
        if self._generates:
            return self._paths().get(name)
        path = join(self.folder, f"{_stem(name)}.md")
        return path if self._operations.has_page(path) else None

    @property
    def has_index(self) -> bool:
        """Whether the site has the list of all types."""
        return bool(self._paths()) or self._operations.has_page(self.index)

    def pages(self) -> Iterator[tuple[str, str]]:
        """Yield the pages to generate: path and text."""
        if not (paths := self._paths()):
            return
        if not self._operations.current().types_page:
            yield self.index, marker_page(phrase("Types"), INDEX_MARKER)
        for name, path in paths.items():
            # Quoted, the name has no line end, and nothing that ends the comment or YAML's string.
            quoted = quote(name, safe="").replace("--", "%2D%2D")
            title = _NO_WORD.sub(" ", name).strip() or phrase("Type")
            yield path, marker_page(title, f"type {quoted}", has_heading=False)

    def generated(self) -> Iterator[tuple[str, TypeDefinition]]:
        """Yield the types with generated pages, each after the path of its page."""
        for name, path in self._paths().items():
            yield path, self.definitions()[name]

    def with_pages(self) -> Iterator[tuple[str, TypeDefinition]]:
        """Yield the types with pages of any kind, each after the path of its page."""
        definitions = self.definitions()
        for name, path in self._defined().items():
            if name in definitions:
                yield path, definitions[name]
        yield from self.generated()

    def renderer(
        self, address: Callable[[str], str], recorder: DependencyRecorder
    ) -> Callable[[str], str | None]:
        """Return the renderer of the markers of type pages.

        Args:
            address: Gives the address of a file, for the page that is being converted.
            recorder: Records what that page depends on.
        """

        def type_address(name: str) -> str:
            path = self.path(name)
            return address(path) if path else ""

        def operation_address(operation: Operation) -> str:
            return address(operation.path) + operation.anchor

        def render(marker: str) -> str | None:
            if marker == INDEX_MARKER:
                recorder.add("types")
                return render_types(self.definitions().values(), type_address)
            match = _MARKER.fullmatch(marker)
            if match is None:
                return None
            name = unquote(match["name"])
            recorder.add("definition", name)
            definition = self.definitions().get(name)
            if definition is None:
                return None
            known = self._operations.current()
            return render_type(
                definition,
                known.catalog.by_uid,
                type_address,
                operation_address,
                known.titles.label,
                address(self.index) if self.has_index else "",
                _RecordedSchemas(self.definitions(), recorder),
                uses_alone=match["what"] == USES,
            )

        return render

    def defined_on(self, path: str) -> str:
        """Return the type that an author defines on a page; empty where there is none."""
        known = self._operations.current()
        if self._by_page is None or self._by_page[0] is not known:
            self._by_page = known, {own: name for name, own in self._defined().items()}
        return self._by_page[1].get(path, "")

    def _defined(self) -> Mapping[str, str]:
        """Return the pages on which authors define types, by type."""
        return self._operations.current().catalog.type_pages

    def _paths(self) -> Mapping[str, str]:
        """Return the pages to generate, by type: of those without such a page."""
        if not self._generates:
            return {}
        definitions = self.definitions()
        known = self._assigned.get(self._collection.name)
        if known is None or known[0] is not definitions:
            defined = self._defined()
            names = (name for name in definitions if name not in defined)
            known = self._assigned[self._collection.name] = (
                definitions,
                _assigned(self.folder, names),
            )
        return known[1]

    def definitions(self) -> Mapping[str, TypeDefinition]:
        """Return the named types of the site."""
        return self._operations.current().types


class _RecordedSchemas(Mapping[str, Schema]):
    """The schemas of types, which records those that a page depends on."""

    def __init__(
        self, definitions: Mapping[str, TypeDefinition], recorder: DependencyRecorder
    ) -> None:
        self._definitions = definitions
        self._recorder = recorder

    def __getitem__(self, name: str) -> Schema:
        self._recorder.add("type", name)
        return self._definitions[name].schema

    def __iter__(self) -> Iterator[str]:
        return iter(self._definitions)

    def __len__(self) -> int:
        return len(self._definitions)


def _assigned(folder: str, names: Iterable[str]) -> Mapping[str, str]:
    """Return a path for each name, unique also where case makes no difference."""
    paths = {}
    taken = {_INDEX}
    for name in names:
        wanted = stem = _stem(name)
        number = 1
        while stem.casefold() in taken:
            number += 1
            stem = f"{wanted}-{number}"
        taken.add(stem.casefold())
        paths[name] = join(folder, f"{stem}.md")
    return paths


def _stem(name: str) -> str:
    """Return the name of a type's file without `.md`: letters, digits, `_`, `-`, and inner `.`."""
    stem = _UNSAFE.sub("-", name)[:_MAX_STEM].strip(".-") or "type"
    return _DEVICES.sub(r"\g<0>-", stem, count=1) if _DEVICES.match(stem) else stem
