"""The options of the MkDocs plugin."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from mkdocs.config import config_options as c
from mkdocs.config.base import Config, ValidationError
from mkdocs.exceptions import PluginError

from callsheet.configuration import DEFAULT_LANGUAGES
from callsheet.errors import ConfigurationError

# MkDocs imports this before it knows whether it builds, so what is heavy is imported on use.
if TYPE_CHECKING:
    from callsheet.docs_collections import DocsCollection
    from callsheet.render import ServerAddress

OPTIONS = "the options of the plugin"


class Folder(c.Type[str]):
    """A folder in the docs directory, with forward slashes; never the docs directory itself."""

    def run_validation(self, value: object) -> str:
        """Return the folder without slashes at its ends."""
        folder = super().run_validation(value).strip("/")
        parts = PurePosixPath(folder).parts
        if not parts or ".." in parts or "\\" in folder or ":" in folder:
            raise ValidationError("Expected the name of a folder in the docs directory.")
        return "/".join(parts)


class Languages(c.ListOfItems[str]):
    """The languages that samples are shown in, by their keys."""

    def __init__(self) -> None:
        super().__init__(c.Type(str), default=list(DEFAULT_LANGUAGES))

    def run_validation(self, value: object) -> list[str]:
        """Return the keys, each once."""
        from callsheet.samples import languages_of

        keys = super().run_validation(value)
        try:
            return [language.key for language in languages_of(keys)]
        except ConfigurationError as error:
            raise ValidationError(str(error)) from error


class ChosenValues(c.Type[dict[str, object]]):
    """Values that samples send, as `callsheet.samples.read_overrides` reads them."""

    def run_validation(self, value: object) -> dict[str, object]:
        """Return the values as they are written."""
        from callsheet.samples import read_overrides

        chosen = super().run_validation(value)
        _, faults = read_overrides(chosen)
        if faults:
            raise ValidationError(faults[0])
        return chosen


class ServerList(c.ListOfItems[Any]):
    """The addresses that the console may send requests to: each an address, or `url` and `name`."""

    def __init__(self) -> None:
        super().__init__(c.Type((str, dict)), default=[])

    def run_validation(self, value: object) -> list[ServerAddress]:
        """Return the addresses with their names."""
        return [_server_address(item) for item in super().run_validation(value)]


def _server_address(item: str | dict[str, object]) -> ServerAddress:
    from callsheet.render import ServerAddress

    entry = {"url": item} if isinstance(item, str) else item
    url, name = entry.get("url"), entry.get("name", "")
    if not isinstance(url, str) or not isinstance(name, str) or entry.keys() - {"url", "name"}:
        raise ValidationError("Expected an address, or `url` and `name`.")
    if not _is_server(url):
        raise ValidationError(
            f"`{url}` is not an address such as https://example.com/tenant, nor `/`."
        )
    return ServerAddress(url, name)


def servers_of(collection: DocsCollection) -> list[ServerAddress] | None:
    """Return the servers of a collection; None where it has those of the site."""
    return None if collection.servers is None else [*map(_server_address, collection.servers)]


def all_servers(
    servers: Sequence[ServerAddress], collections: Iterable[DocsCollection]
) -> list[ServerAddress]:
    """Return the servers of all consoles of a site; none where that is the reference server."""
    from callsheet.reference import DEFAULT_BASE_URL

    own = [server for each in collections for server in servers_of(each) or ()]
    return [*(servers or [_server_address(DEFAULT_BASE_URL)]), *own] if own else [*servers]


def _is_server(url: str) -> bool:
    """Tell whether it is a base address: of http, without credentials, or a path of this host."""
    from callsheet.addresses import safe_address

    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    if safe_address(url) is None or parts.query or parts.fragment or "@" in parts.netloc:
        return False
    if not parts.scheme:
        return not parts.netloc and url.startswith("/")
    return parts.scheme in {"http", "https"} and bool(parts.hostname)


class CollectionsOption(c.Type[dict[str, object]]):
    """The APIs, or the versions of one, that have folders of their own."""

    def run_validation(self, value: object) -> dict[str, object]:
        """Return the option as it is written."""
        from callsheet.docs_collections import read_collections

        found = super().run_validation(value)
        try:
            collections = read_collections(found, None, OPTIONS)
        except ConfigurationError as error:
            raise ValidationError(str(error)) from error
        for each in collections:
            try:
                servers_of(each)
                if each.layout is not None:
                    _checked(each.layout)
            except ValidationError as error:
                raise ValidationError(f"`{each.name}`: {error}") from error
        return found


def collections_in(
    options: CallsheetConfig, root: Path, language_folders: Sequence[str] = ()
) -> tuple[DocsCollection, ...]:
    """Return the collections of a docs directory; see `read_collections`.

    Raises:
        PluginError: One has no folder there.
    """
    from callsheet.docs_collections import read_collections

    if not options.collections:
        return ()
    try:
        return read_collections(options.collections, root, OPTIONS, language_folders)
    except ConfigurationError as error:
        raise PluginError(str(error)) from error


class SandboxOption(c.Type[object]):
    """Whether pages have a sandbox, and where its runtime is."""

    def run_validation(self, value: object) -> object:
        """Return the option as it is written."""
        found = super().run_validation(value)
        kinds = {"runtime": str, "installable": bool}
        if isinstance(found, dict) and not (
            found and all(isinstance(each, kinds.get(name, ())) for name, each in found.items())
        ):
            raise ValidationError(
                "Expected true, false, `runtime`, a folder or an address, or `installable`, true or"
                " false."
            )
        return found


class LayoutOption(c.Type[object]):
    """The name of a layout, or what it has beyond another one."""

    def run_validation(self, value: object) -> object:
        """Return the option as it is written."""
        return _checked(super().run_validation(value))


class LayoutsOption(c.Type[dict[str, object]]):
    """The layouts of folders."""

    def run_validation(self, value: object) -> dict[str, object]:
        """Return the options as they are written."""
        folders = super().run_validation(value)
        for layout in folders.values():
            _checked(layout)
        return folders


def _checked(layout: object) -> object:
    from callsheet.source.layouts.choice import parse_layout

    try:
        parse_layout(layout)
    except ConfigurationError as error:
        raise ValidationError(str(error)) from error
    return layout


class LocaleOption(c.Type[object]):
    """The language of our own words: its tag, the name of a file, or a file for each tag."""

    def run_validation(self, value: object) -> object:
        """Return the option as it is written."""
        found = super().run_validation(value)
        if isinstance(found, dict) and not all(isinstance(each, str) for each in found.values()):
            raise ValidationError("Expected a language such as `de`, a file, or a file for each.")
        return found


class CallsheetConfig(Config):  # type: ignore[no-untyped-call]
    """The options that MkDocs' own configuration does not answer."""

    toc = c.Type(bool, default=True)
    """Whether `toc.yml` gives the navigation, where there is one and `nav` is not set."""

    packs = c.ListOfItems(c.Type(str), default=[])
    """What the reference server knows of the API beyond its pages: packs that come with Callsheet,
    and modules that define one.
    """

    behaviours = c.ListOfItems(c.Type(str), default=[])
    """Modules with behaviours of the reference server, for `callsheet serve`."""

    languages = Languages()
    """The languages that samples are shown in: a tab each, in this order."""

    locale = c.Optional(LocaleOption((str, dict)))
    """The language of our own words, such as headings and buttons: `de`, for example, or a file
    with a language of your own, or a mapping of languages to such files. By default, that of the
    theme; a plugin that builds the site once for each language chooses it itself.
    """

    titles = c.Choice(("summary", "route", "page"), default="summary")
    """What operations are called by in headings, navigation, search and links: `summary`, their
    method and `route`, or the title that their `page` gives itself.

    The summary is the title of the page where that is in words, else the first sentence of its
    summary; pages without a good one keep their title. See "Titles" in the description of the site.
    """

    samples = ChosenValues(dict, default={})
    """What samples send, where no page's front matter says otherwise: `path`, `query`, `headers`,
    `cookies`, `credentials` and `body`; and in `base_url` the `variable` and the `default` of the
    server that they ask.
    """

    coverage = c.Optional(c.File(exists=True))
    """What `callsheet test --coverage` wrote, for `<!-- callsheet: coverage -->` and the badge."""

    types_dir = Folder(str, default="types")
    """The folder of the pages of types; nothing is written to it where it exists already."""

    downloads = c.Type(bool, default=True)
    """Whether `mkdocs build` adds what programs and assistants read: the Markdown of each operation
    page, `llms.txt`, `openapi.json`, and `postman_collection.json`, which Bruno reads, too.
    """

    servers = ServerList()
    """The addresses that "Try it" may send requests to, each an address, or `url` and `name`.

    `/` is the site's own host. Without any, it is the reference server on the reader's machine, and
    the site's own host where the reference server serves it.
    """

    any_server = c.Type(bool, default=False)
    """Whether the reader of "Try it" may give any other address, too."""

    sandbox = SandboxOption((bool, dict), default=False)
    """Whether Python samples run in the page, against a reference server that is there, too; or
    `runtime`, a folder or an address with the files of Pyodide (by default, those that
    `callsheet sandbox install` installed), and `installable`, whether readers can install the site.
    """

    layout = c.Optional(LayoutOption((str, dict)))
    """How the pages say what they say: the name of a layout, or a mapping that `extends` one. By
    default, the layout of each page is recognised by its text.
    """

    layouts = LayoutsOption(dict, default={})
    """The layouts of single folders, in the same way."""

    collections = CollectionsOption(dict, default={})
    """The APIs, or the versions of one, that have folders of their own: by a name, the `folder`,
    `title`, `layout`, `packs`, `servers`, `base_path`, `version_of` and `version` of each. See
    "Several APIs and versions".
    """

    check = c.Type(dict, default={})
    """Options of `callsheet check`, which says what is wrong with them."""
