"""The configuration in `mkdocs.yml`, for the command line, and the defaults."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, fields
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from callsheet.docs_collections import (
    ALL_PAGES,
    PACKS,
    DocsCollection,
    chosen_collection,
    read_collections,
    with_rest,
)
from callsheet.errors import ConfigurationError
from callsheet.findings import Severity
from callsheet.untrusted import DocumentLimits, TaggedYaml, UnusableError, load_yaml, read_within

MKDOCS_YML = "mkdocs.yml"
TYPES_DIR = "types"
"""The folder of the site's pages of types, relative to the docs directory."""

SAMPLES_DIR = "samples"
"""The default folder for the samples."""

DEFAULT_LANGUAGES = ("python", "curl", "javascript", "csharp")
"""The languages of samples on a site: the shell, the browser and the two most common platforms.

Each language adds a tab to every page, and time to every build, so others have to be configured.
"""

DEFAULT_DATABASE = "sqlite://"
"""The database of the reference server: one in memory."""

_NAV_PLUGINS = frozenset(
    {"literate-nav", "awesome-pages", "awesome-nav", "section-index", "gen-files"}
)
"""Plugins of MkDocs that add pages to the `nav`."""

_MAX_NAV_DEPTH = 50


@dataclass(frozen=True, slots=True)
class CheckOptions:
    """The options of docs CI, below `check`.

    Attributes:
        select: The codes to report; all where it is empty.
        ignore: The codes not to report.
        accept: The codes whose findings are accepted where the whole tree has them.
        severity: Severities that override the rules' own, by code.
        fail_level: The lowest severity that fails.
        baseline: The file with the known findings.
        rules: Modules with rules of the project.
    """

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    accept: tuple[str, ...] = ()
    severity: Mapping[str, Severity] = field(default_factory=dict)
    fail_level: Severity = Severity.WARNING
    baseline: Path | None = None
    rules: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class DocsLanguages:
    """The languages of a docs directory whose pages are translated.

    Attributes:
        default: The tag of the language that has all pages.
        tags: The tags of all languages.
        in_folders: Whether each language has a folder; else it is in the names of files.
    """

    default: str
    tags: frozenset[str]
    in_folders: bool

    @classmethod
    def of_options(cls, options: Mapping[str, Any]) -> "DocsLanguages | None":
        """Return the languages by the options of mkdocs-static-i18n; None without several."""
        languages = options.get("languages")
        if not isinstance(languages, list):
            return None
        known = [each for each in languages if isinstance(each, Mapping) and each.get("locale")]
        default = next((str(each["locale"]) for each in known if each.get("default") is True), "")
        tags = frozenset(str(each["locale"]) for each in known)
        in_folders = options.get("docs_structure") == "folder"
        return cls(default, tags, in_folders) if default and len(tags) > 1 else None

    @property
    def folders(self) -> tuple[str, ...]:
        """The folders of the languages, that of the default one first; none with suffixes."""
        others = sorted(self.tags - {self.default})
        return (self.default, *others) if self.in_folders else ()

    def of(self, path: str) -> tuple[str, str]:
        """Return the language of a page, and the path that it has in all languages.

        Args:
            path: The path in the docs directory, such as `de/ships.md` or `ships.de.md`.
        """
        if self.in_folders:
            first, _, rest = path.partition("/")
            return (first, rest) if first in self.tags and rest else (self.default, path)
        stem, _, suffix = path.rpartition(".")
        name, _, tag = stem.rpartition(".")
        return (tag, f"{name}.{suffix}") if name and tag in self.tags else (self.default, path)

    def named_by(self, page: str, path: str) -> tuple[str, ...]:
        """Return the files that a link may lead to, of which the first that is there counts.

        Args:
            page: The page with the link.
            path: The path that the link names.
        """
        language, _ = self.of(page)
        if language == self.default:
            return (path,)
        if self.in_folders:
            return path, f"{self.default}/{self.of(path)[1]}"
        stem, _, suffix = path.rpartition(".")
        return f"{stem}.{language}.{suffix}", path


_MAX_ABOVE = 6
"""Folders above a docs directory that may have its configuration."""

_named: dict[Path, Path] = {}
"""The configuration files that the command line names, by docs directory."""


@dataclass(frozen=True, slots=True)
class Configuration:
    """The configuration of the command line.

    Attributes:
        docs: The docs directory.
        folder: The folder of the configuration file, else the working directory.
        packs: What the reference server knows of the API: names of packs, and modules.
        behaviours: The modules with behaviours of the reference server.
        types_dir: The folder of the site's pages of types, relative to the docs directory.
        check: The options of docs CI.
        samples: The values that samples send, unparsed; see `callsheet.samples.read_overrides`.
        site_url: The address of the site; empty where it is not known.
        directory_urls: Whether the site has a folder for each page.
        collections: The collections; none where all pages are of one API.
    """

    docs: Path
    folder: Path
    packs: tuple[str, ...] = ()
    behaviours: tuple[str, ...] = ()
    types_dir: str = TYPES_DIR
    check: CheckOptions = field(default_factory=CheckOptions)
    samples: Any = None
    site_url: str = ""
    directory_urls: bool = True
    collections: tuple[DocsCollection, ...] = ()

    @property
    def server_modules(self) -> tuple[str, ...]:
        """The modules of the reference server, of which later ones override."""
        return (*self.packs, *self.behaviours)

    def server_modules_of(self, collection: DocsCollection) -> tuple[str, ...]:
        """Return those of the server of a collection, which may have modules of its own."""
        return self.server_modules if collection.packs is None else collection.packs

    def parts(self, name: str | None = None) -> tuple[DocsCollection, ...]:
        """Return the collection of a name; without one, the other pages and all collections.

        Raises:
            ConfigurationError: There is none of that name.
        """
        if name is not None:
            return (chosen_collection(self.collections, name),)
        return with_rest(self.collections) if self.collections else (ALL_PAGES,)


def read_configuration(docs: Path | None, config_file: Path | None) -> Configuration:
    """Read the configuration.

    Args:
        docs: The docs directory; if given, a configuration file is read only if it is given, too.
        config_file: A MkDocs configuration file; by default `mkdocs.yml` of the working directory.

    Raises:
        ConfigurationError: Neither exists, or the file is invalid.
    """
    if docs is not None and config_file is None:
        return Configuration(docs, Path())
    file = config_file or Path(MKDOCS_YML)
    config = _read(file)
    directory = config.get("docs_dir", "docs")
    if not isinstance(directory, str):
        raise ConfigurationError(f"`{file}` has no usable `docs_dir`.")
    options = _plugin_options(config)
    folder = docs or file.parent / directory
    if config_file is not None:
        _named[folder.resolve()] = file
    return Configuration(
        folder,
        file.parent,
        _modules(options, "packs", file),
        _modules(options, "behaviours", file),
        str(options.get("types_dir") or TYPES_DIR).strip("/"),
        _check_options(options.get("check") or {}, file),
        options.get("samples"),
        url if isinstance(url := config.get("site_url"), str) else "",
        config.get("use_directory_urls") is not False,
        # Without any, nothing is read: most sites have none.
        read_collections(options["collections"], folder, f"`{file}`", _language_folders(config))
        if options.get("collections")
        else (),
    )


def _modules(options: Mapping[str, Any], name: str, file: Path) -> tuple[str, ...]:
    modules = options.get(name) or ()
    if isinstance(modules, str) or not all(isinstance(module, str) for module in modules):
        raise ConfigurationError(f"`{name}` in `{file}` is not a list of modules.")
    require_modules(modules, file.parent)
    return tuple(modules)


def require_modules(names: Iterable[str], folder: Path) -> None:
    """Raise where there is neither a pack nor a module of a name; none of them is run.

    Args:
        names: Packs that come with Callsheet, and modules as in an import statement.
        folder: Where modules are searched first: the folder of the configuration.

    Raises:
        ConfigurationError: Names the first that is not there.
    """
    for name in names:
        first = name.partition(".")[0]
        beside = folder / first
        if beside.is_dir() or beside.with_suffix(".py").is_file():
            continue
        places = (f"{PACKS}.{first}", first) if first.isidentifier() else ()
        if not any(map(find_spec, places)):
            raise ConfigurationError(
                f"There is no pack and no module `{name}`, which the configuration names."
            )


def read_nav(docs: Path) -> tuple[Path, tuple[str, ...]] | None:
    """Read the pages of the `nav` of a MkDocs configuration in or above a docs directory.

    Returns:
        The file and the paths, relative to the docs directory. None where there is no configuration
        for these docs, or it has no `nav`, or plugins add pages to it.
    """
    found = _configuration_of(docs)
    if found is None:
        return None
    file, config = found
    plugins = config.get("plugins")
    entries = plugins if isinstance(plugins, list | dict) else ()
    names = {str(next(iter(p), "") if isinstance(p, dict) else p) for p in entries}
    nav = config.get("nav")
    if not isinstance(nav, list) or names & _NAV_PLUGINS:
        return None
    return file, tuple(_nav_paths(nav, 0))


def read_layout_options(docs: Path) -> tuple[Any, Any]:
    """Read the options `layout` and `layouts` of the MkDocs configuration of a docs directory.

    The layout of a collection is that of its folder.

    Returns:
        Both, unparsed; None for what is not set.
    """
    found = _configuration_of(docs)
    options = _plugin_options(found[1]) if found else {}
    layouts = options.get("layouts")
    if found and options.get("collections"):
        collections = read_collections(options["collections"], None, f"`{found[0]}`")
        folders = ["", *(f"{each}/" for each in _language_folders(found[1]))]
        own = {
            language + each.folder: each.layout
            for each in collections
            if each.layout is not None
            for language in folders
        }
        layouts = {**(layouts if isinstance(layouts, dict) else {}), **own} or None
    return options.get("layout"), layouts


def read_docs_languages(docs: Path) -> DocsLanguages | None:
    """Read the languages of a docs directory from the options of mkdocs-static-i18n.

    Returns:
        The languages; None where the pages are not translated.
    """
    found = _configuration_of(docs)
    return DocsLanguages.of_options(_plugin_options(found[1], "i18n")) if found else None


def _language_folders(config: dict[str, Any]) -> tuple[str, ...]:
    languages = DocsLanguages.of_options(_plugin_options(config, "i18n"))
    return languages.folders if languages else ()


def _configuration_of(docs: Path) -> tuple[Path, dict[str, Any]] | None:
    """Find the MkDocs configuration of a docs directory; None without a usable one.

    That is the one that the command line names for it, or else one in or above it.
    """
    resolved = docs.resolve()
    if resolved in _named:
        return _named[resolved], _read(_named[resolved])
    for folder in (resolved, *resolved.parents[:_MAX_ABOVE]):
        file = folder / MKDOCS_YML
        if not file.is_file():
            continue
        try:
            config = _read(file)
        except ConfigurationError:
            return None
        directory = config.get("docs_dir", "docs")
        if isinstance(directory, str) and (folder / directory).resolve() == resolved:
            return file, config
    return None


def _nav_paths(nav: Any, depth: int) -> Iterator[str]:
    if isinstance(nav, str):
        yield nav
    elif isinstance(nav, (list, dict)) and depth < _MAX_NAV_DEPTH:
        for item in nav.values() if isinstance(nav, dict) else nav:
            yield from _nav_paths(item, depth + 1)


def _check_options(options: Any, file: Path) -> CheckOptions:
    """Validate the options of docs CI.

    Raises:
        ConfigurationError: One is unknown, or has a value of another type.
    """
    known = [option.name for option in fields(CheckOptions)]
    if not isinstance(options, dict) or (wrong := [n for n in options if n not in known]):
        what = f"has no option `{wrong[0]}`" if isinstance(options, dict) else "is not a mapping"
        raise ConfigurationError(f"`check` in `{file}` {what}; there are {', '.join(known)}.")
    lists = {name: options.get(name) or [] for name in ("select", "ignore", "accept", "rules")}
    for name, codes in lists.items():
        if not isinstance(codes, list) or not all(isinstance(code, str) for code in codes):
            raise ConfigurationError(f"`check: {name}` in `{file}` is not a list of texts.")
    severity = options.get("severity") or {}
    baseline = options.get("baseline")
    if not isinstance(severity, dict) or not isinstance(baseline, str | None):
        raise ConfigurationError(f"`check` in `{file}` has no usable `severity` or `baseline`.")
    try:
        return CheckOptions(
            **{name: tuple(codes) for name, codes in lists.items()},
            severity={str(code): Severity(level) for code, level in severity.items()},
            fail_level=Severity(options.get("fail_level") or Severity.WARNING),
            baseline=file.parent / baseline if baseline else None,
        )
    except ValueError as error:
        levels = ", ".join(Severity)
        message = f"`check` in `{file}`: {error}; the severities are {levels}."
        raise ConfigurationError(message) from error


def _plugin_options(config: dict[str, Any], name: str = "callsheet") -> dict[str, Any]:
    """Return the options of a plugin, in a list or a mapping of plugins."""
    plugins = config.get("plugins")
    entries = plugins if isinstance(plugins, list) else [plugins]
    for entry in entries:
        if isinstance(entry, dict) and isinstance(entry.get(name), dict):
            options: dict[str, Any] = entry[name]
            return options
    return {}


def _read(file: Path) -> dict[str, Any]:
    if not file.is_file():
        raise ConfigurationError(
            f"There is no `{file}` here. Name the pages with `--docs DIR`, or a MkDocs"
            " configuration with `-f FILE`."
        )
    try:
        # Tags such as `!ENV` and `!!python/name` are for MkDocs, and ignored here.
        config = load_yaml(read_within(file, DocumentLimits()), DocumentLimits(), TaggedYaml)
    except UnusableError as error:
        raise ConfigurationError(f"`{file}` is not valid YAML: {error}.") from error
    except OSError as error:
        raise ConfigurationError(f"`{file}` cannot be read: {error.strerror}.") from error
    if not isinstance(config, dict):
        raise ConfigurationError(f"`{file}` is not a MkDocs configuration.")
    return config
