"""Collections: the APIs, or the versions of one, that a docs tree has in folders of their own."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from callsheet import lazy_re as re
from callsheet.errors import ConfigurationError

PACKS = "callsheet.contrib"
"""The package of the packs that come with Callsheet."""

MAX_COLLECTIONS = 100
"""The most collections of a docs tree."""

MAX_TEXT = 200
"""Characters of a folder, a title, or the name of an API or a version."""

_NAME = re.compile(r"[A-Za-z][A-Za-z0-9_.-]{0,63}")
# Below `/-/`, the server has its own addresses.
_BASE_PATH = re.compile(r"(?!/-(?:/|\Z))(?:/(?!\.)[A-Za-z0-9_.~-]{1,64}){1,8}/?")
_OPTIONS = ("folder", "title", "layout", "packs", "servers", "base_path", "version_of", "version")


@dataclass(frozen=True, slots=True)
class DocsCollection:
    """A part of a docs tree whose operations are an API of their own.

    Attributes:
        name: What links and commands call it; empty for the pages that are in no collection.
        folder: Its folder, relative to the docs directory; empty for these pages.
        title: What readers call it.
        base_path: Where the reference server has its routes, such as `/v2`; empty for the root,
            where those of pages in no collection are.
        packs: What the reference server knows of the API; None for what the plugin's options say.
        servers: The addresses of "Try it", unparsed; None for those of the plugin's options.
        layout: The layout of its pages, unparsed; None for that of the plugin's options.
        version_of: The API that it is a version of; empty for none. The configuration lists the
            versions of an API from the oldest to the newest.
        version: What readers call the version.
        without: The folders of the others, which these pages are not in.
        language_folders: The folders of languages, of which each may have its folder.
    """

    name: str = ""
    folder: str = ""
    title: str = ""
    base_path: str = ""
    packs: tuple[str, ...] | None = None
    servers: tuple[Any, ...] | None = None
    layout: Any = None
    version_of: str = ""
    version: str = ""
    without: tuple[str, ...] = ()
    language_folders: frozenset[str] = frozenset()

    def has(self, path: str) -> bool:
        """Tell whether a file is in it, by its path relative to the docs directory."""
        first, _, rest = path.partition("/")
        if first in self.language_folders:
            path = rest
        if self.folder:
            return path.startswith(f"{self.folder}/")
        return not path.startswith(tuple(f"{folder}/" for folder in self.without))

    def place(self, path: str) -> str:
        """Return the path in the docs directory of a file of the collection."""
        return f"{self.folder}/{path}" if self.folder else path


ALL_PAGES = DocsCollection()
"""The only one of a docs tree without collections."""


def is_own_pack(name: str) -> bool:
    """Tell whether a name of the option `packs` is a pack that comes with Callsheet."""
    return name.isidentifier() and find_spec(f"{PACKS}.{name}") is not None


def with_rest(collections: Sequence[DocsCollection]) -> tuple[DocsCollection, ...]:
    """Return the collections after the pages that are in none."""
    without = tuple(each.folder for each in collections)
    folders = frozenset[str]().union(*(each.language_folders for each in collections))
    return replace(ALL_PAGES, without=without, language_folders=folders), *collections


def read_collections(
    options: Any, docs: Path | None, source: str, language_folders: Sequence[str] = ()
) -> tuple[DocsCollection, ...]:
    """Read the option `collections`.

    Args:
        options: Its value: options by the name of the collection; None where it is not set.
        docs: The docs directory, in which the folders have to be; None where it is not known yet.
        source: Where the option is, for messages.
        language_folders: The folders of languages that each have these folders, the default first.

    Raises:
        ConfigurationError: It is malformed, or collections do not go together.
    """
    if options is None:
        return ()
    if not isinstance(options, dict) or len(options) > MAX_COLLECTIONS:
        raise ConfigurationError(
            f"`collections` in {source} has to be a mapping of names to options, with at most"
            f" {MAX_COLLECTIONS}."
        )
    folders = frozenset(language_folders)
    found = tuple(
        replace(_read(name, entry, source), language_folders=folders)
        for name, entry in options.items()
    )
    root = docs / next(iter(language_folders), "") if docs is not None else None
    for each in found:
        if root is not None and not (root / each.folder).is_dir():
            raise _wrong(each.name, source, f"there is no folder `{each.folder}` in `{root}`")
    for number, each in enumerate(found):
        for other in found[:number]:
            _require_apart(each, other, source)
    return found


def chosen_collection(collections: Iterable[DocsCollection], name: str) -> DocsCollection:
    """Return the collection of a name.

    Raises:
        ConfigurationError: There is none.
    """
    by_name = {each.name: each for each in collections if each.name}
    if name not in by_name:
        there = f"there are {', '.join(by_name)}" if by_name else "the configuration has none"
        raise ConfigurationError(f"There is no collection `{name}`; {there}.")
    return by_name[name]


def _read(name: Any, entry: Any, source: str) -> DocsCollection:
    if not isinstance(name, str) or not _NAME.fullmatch(name):
        raise ConfigurationError(
            f"`collections` in {source} has the name `{name}`; a name begins with a letter and"
            " consists of at most 64 letters, digits, `.`, `_` and `-`."
        )
    options = {} if entry is None else entry
    if not isinstance(options, dict):
        raise _wrong(name, source, f"it has to be a mapping; the options are {', '.join(_OPTIONS)}")
    if unknown := [key for key in options if key not in _OPTIONS]:
        known = ", ".join(_OPTIONS)
        raise _wrong(name, source, f"there is no option `{unknown[0]}`; the options are {known}")
    folder = _text(options, "folder", name, name, source).strip("/")
    if not folder or "\\" in folder or any(p in ("", ".", "..") for p in folder.split("/")):
        raise _wrong(name, source, f"`{folder}` is not a folder in the docs directory")
    base_path = _text(options, "base_path", f"/{name}", name, source)
    if not _BASE_PATH.fullmatch(base_path):
        raise _wrong(
            name,
            source,
            f"`base_path` is `{base_path}`, which is not a path such as `/v2` outside of `/-/`",
        )
    packs, servers = options.get("packs"), options.get("servers")
    if packs is not None and not _is_list(packs, str):
        raise _wrong(name, source, "`packs` has to be a list of names")
    if servers is not None and not _is_list(servers, (str, dict)):
        raise _wrong(name, source, "`servers` has to be a list of addresses")
    title = _text(options, "title", name, name, source)
    version = _text(options, "version", title, name, source)
    api = _text(options, "version_of", name, name, source) if "version_of" in options else ""
    if "version" in options and not api:
        raise _wrong(name, source, "`version` needs `version_of`, a name for the API")
    return DocsCollection(
        name,
        folder,
        title,
        base_path.rstrip("/"),
        None if packs is None else tuple(packs),
        None if servers is None else tuple(servers),
        options.get("layout"),
        api,
        version,
    )


def _text(options: dict[Any, Any], key: str, default: str, name: str, source: str) -> str:
    value = options.get(key, default)
    if not isinstance(value, str):
        raise _wrong(name, source, f"`{key}` has to be a text; put it in quotes")
    if not value.strip():
        raise _wrong(name, source, f"`{key}` is empty; leave it out for the default")
    if len(value) > MAX_TEXT or not value.strip().isprintable():
        what = f"`{key}` has to be one line of at most {MAX_TEXT} characters"
        raise _wrong(name, source, f"{what}, all of them visible")
    return value.strip()


def _is_list(value: Any, kind: type | tuple[type, ...]) -> bool:
    return isinstance(value, list) and all(isinstance(each, kind) for each in value)


def _require_apart(each: DocsCollection, other: DocsCollection, source: str) -> None:
    """Raise where nobody could tell two collections apart, or not every disk could."""
    if each.name.casefold() == other.name.casefold():
        what = f"there is `{other.name}`, too, and both have files by their names"
        raise _wrong(each.name, source, f"{what}: give them names that differ in more than case")
    inner, outer = f"{each.folder}/".casefold(), f"{other.folder}/".casefold()
    if inner.startswith(outer) or outer.startswith(inner):
        what = f"its folder `{each.folder}` and `{other.folder}` of `{other.name}` overlap"
        raise _wrong(each.name, source, f"{what}: give each a folder of its own")
    if each.title.casefold() == other.title.casefold():
        what = f"`{other.name}` has the title `{each.title}`, too"
        raise _wrong(each.name, source, f"{what}: give each a `title` of its own")
    if each.version_of and (each.version_of, each.version) == (other.version_of, other.version):
        what = f"`{other.name}` is the version `{each.version}` of `{each.version_of}`, too"
        raise _wrong(each.name, source, f"{what}: give each a `version` of its own")
    if each.base_path == other.base_path:
        what = f"`{other.name}` has the base path `{each.base_path}`, too"
        raise _wrong(each.name, source, f"{what}: give each a `base_path` of its own")


def _wrong(name: str, source: str, what: str) -> ConfigurationError:
    return ConfigurationError(f"`collections: {name}` in {source}: {what}.")
