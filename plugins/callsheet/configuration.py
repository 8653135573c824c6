"""Where things are: the docs, the samples, the reference server."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any

from callsheet.errors import ConfigurationError
from callsheet.findings import Severity
from callsheet.untrusted import Limits, TaggedYaml, UnusableError, load_yaml, read_within

MKDOCS_YML = "mkdocs.yml"
TYPES_DIR = "types"
"""Where the site's pages of types are, in the docs directory."""

SAMPLES_DIR = "samples"
"""Where the samples are written, unless the command line says otherwise."""

DEFAULT_HOST = "127.0.0.1"
DEFAULT_PORT = 8765
DEFAULT_BASE_URL = f"http://{DEFAULT_HOST}:{DEFAULT_PORT}"
"""Where the reference server listens, and so where a sample sends its request."""

REFERENCE_USER = "reader"
REFERENCE_SECRET = "callsheet"  # noqa: S105 - it is public: documentation tells it to readers
"""Who may ask the reference server, beside those whom the pages show; also as a token or key."""

DEFAULT_LANGUAGES = ("python", "curl", "javascript", "csharp")
"""What a site shows: the shell, the browser and the two platforms that most readers write for.

Each language adds a tab to every page, and time to every build; who needs others names them.
"""

DEFAULT_DATABASE = "sqlite://"
"""Where the reference server keeps its state: in memory."""

BASE_URL_VARIABLE = "CALLSHEET_BASE_URL"
"""The environment variable that sends a sample to another server."""


_NAV_PLUGINS = frozenset(
    {"literate-nav", "awesome-pages", "awesome-nav", "section-index", "gen-files"}
)
"""Plugins of MkDocs that add pages to the `nav`."""

_MAX_NAV_DEPTH = 50


@dataclass(frozen=True, slots=True)
class CheckOptions:
    """What the configuration says of docs CI, below `check`.

    Attributes:
        select: The codes that are wanted; all where it is empty.
        ignore: The codes that are not.
        accept: The codes whose findings are no news where the whole tree has them.
        severity: Severities other than the rules' own, by code.
        fail_level: The least severity that fails.
        baseline: The file with the known findings.
    """

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    accept: tuple[str, ...] = ()
    severity: Mapping[str, Severity] = field(default_factory=dict)
    fail_level: Severity = Severity.WARNING
    baseline: Path | None = None


@dataclass(frozen=True, slots=True)
class Configuration:
    """What the command line needs to know.

    Attributes:
        docs: The docs directory.
        folder: The folder of the configuration file, else the working directory.
        packs: What the reference server knows of the API: names of packs, and modules.
        behaviours: The modules with behaviours of the reference server.
        types_dir: The folder of the site's pages of types, relative to the docs directory.
        check: The options of docs CI.
        samples: What samples send, as it is written; see `callsheet.samples.read_overrides`.
    """

    docs: Path
    folder: Path
    packs: tuple[str, ...] = ()
    behaviours: tuple[str, ...] = ()
    types_dir: str = TYPES_DIR
    check: CheckOptions = field(default_factory=CheckOptions)
    samples: Any = None

    @property
    def server_modules(self) -> tuple[str, ...]:
        """The modules of the reference server, of which later ones override."""
        return (*self.packs, *self.behaviours)


def read_configuration(docs: Path | None, config_file: Path | None) -> Configuration:
    """What the options and the MkDocs configuration say.

    Args:
        docs: The docs directory itself; the configuration then counts only where it is named, too.
        config_file: A MkDocs configuration file; by default `mkdocs.yml` of the working directory.

    Raises:
        ConfigurationError: Neither is there, or the file cannot be used.
    """
    if docs is not None and config_file is None:
        return Configuration(docs, Path())
    file = config_file or Path(MKDOCS_YML)
    config = _read(file)
    directory = config.get("docs_dir", "docs")
    if not isinstance(directory, str):
        raise ConfigurationError(f"`{file}` has no usable `docs_dir`.")
    options = _plugin_options(config)
    return Configuration(
        docs or file.parent / directory,
        file.parent,
        _modules(options, "packs", file),
        _modules(options, "behaviours", file),
        str(options.get("types_dir") or TYPES_DIR).strip("/"),
        _check_options(options.get("check") or {}, file),
        options.get("samples"),
    )


def _modules(options: Mapping[str, Any], name: str, file: Path) -> tuple[str, ...]:
    modules = options.get(name) or ()
    if isinstance(modules, str) or not all(isinstance(module, str) for module in modules):
        raise ConfigurationError(f"`{name}` in `{file}` is no list of modules.")
    return tuple(modules)


def read_nav(docs: Path) -> tuple[Path, tuple[str, ...]] | None:
    """The pages of the `nav` of a MkDocs configuration in or above a docs directory.

    Returns:
        The file and the paths, relative to the docs directory; None where there is no such
        configuration for these docs, or it has no `nav`, or one that a plugin completes.
    """
    for folder in (docs, docs.parent):
        file = folder / MKDOCS_YML
        if not file.is_file():
            continue
        try:
            config = _read(file)
        except ConfigurationError:
            return None
        directory = config.get("docs_dir", "docs")
        if not isinstance(directory, str) or (folder / directory).resolve() != docs.resolve():
            continue
        plugins = config.get("plugins") or ()
        names = {next(iter(p), "") if isinstance(p, dict) else p for p in plugins}
        nav = config.get("nav")
        if not isinstance(nav, list) or names & _NAV_PLUGINS:
            return None
        return file, tuple(_nav_paths(nav, 0))
    return None


def _nav_paths(nav: Any, depth: int) -> Iterator[str]:
    if isinstance(nav, str):
        yield nav
    elif isinstance(nav, (list, dict)) and depth < _MAX_NAV_DEPTH:
        for item in nav.values() if isinstance(nav, dict) else nav:
            yield from _nav_paths(item, depth + 1)


def _check_options(options: Any, file: Path) -> CheckOptions:
    """The options of docs CI.

    Raises:
        ConfigurationError: One has another name or a value of another type.
    """
    known = [option.name for option in fields(CheckOptions)]
    if not isinstance(options, dict) or (wrong := [n for n in options if n not in known]):
        what = f"knows no option `{wrong[0]}`" if isinstance(options, dict) else "is no mapping"
        raise ConfigurationError(f"`check` in `{file}` {what}; there are {', '.join(known)}.")
    lists = {name: options.get(name) or [] for name in ("select", "ignore", "accept")}
    for name, codes in lists.items():
        if not isinstance(codes, list) or not all(isinstance(code, str) for code in codes):
            raise ConfigurationError(f"`check: {name}` in `{file}` is no list of codes.")
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


def _plugin_options(config: dict[str, Any]) -> dict[str, Any]:
    """The options of the plugin `callsheet`, as MkDocs has them in its list or mapping."""
    plugins = config.get("plugins")
    entries = plugins if isinstance(plugins, list) else [plugins]
    for entry in entries:
        if isinstance(entry, dict) and isinstance(entry.get("callsheet"), dict):
            options: dict[str, Any] = entry["callsheet"]
            return options
    return {}


def _read(file: Path) -> dict[str, Any]:
    if not file.is_file():
        raise ConfigurationError(
            f"There is no `{file}` here. Name the pages with `--docs DIR`, or a MkDocs"
            " configuration with `-f FILE`."
        )
    try:
        # Tags such as `!ENV` and `!!python/name` are for MkDocs.
        config = load_yaml(read_within(file, Limits()), Limits(), TaggedYaml)
    except UnusableError as error:
        raise ConfigurationError(f"`{file}` is not valid YAML: {error}.") from error
    except OSError as error:
        raise ConfigurationError(f"`{file}` cannot be read: {error.strerror}.") from error
    if not isinstance(config, dict):
        raise ConfigurationError(f"`{file}` is no MkDocs configuration.")
    return config
