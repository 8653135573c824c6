"""Where things are: the docs, the samples, the reference server."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from callsheet.errors import ConfigurationError

MKDOCS_YML = "mkdocs.yml"
SAMPLES_DIR = "samples"
"""Where the samples are written, unless the command line says otherwise."""

DEFAULT_HOST = "127.0.0.1"
DEFAULT_PORT = 8765
DEFAULT_BASE_URL = f"http://{DEFAULT_HOST}:{DEFAULT_PORT}"
"""Where the reference server listens, and so where a sample sends its request."""

DEFAULT_DATABASE = "sqlite://"
"""Where the reference server keeps its state: in memory."""

BASE_URL_VARIABLE = "CALLSHEET_BASE_URL"
"""The environment variable that sends a sample to another server."""


class _Loader(yaml.SafeLoader):
    """Reads a MkDocs configuration without acting on tags such as `!ENV` and `!!python/name`."""


def _ignore_tag(loader: _Loader, suffix: str, node: yaml.Node) -> Any:
    return None


_Loader.add_multi_constructor("!", _ignore_tag)
_Loader.add_multi_constructor("tag:yaml.org,2002:python/", _ignore_tag)


@dataclass(frozen=True, slots=True)
class Configuration:
    """What the command line needs to know.

    Attributes:
        docs: The docs directory.
        folder: The folder of the configuration file, else the working directory.
        behaviours: The modules with behaviours of the reference server.
    """

    docs: Path
    folder: Path
    behaviours: tuple[str, ...] = ()


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
    behaviours = _plugin_options(config).get("behaviours") or ()
    if isinstance(behaviours, str) or not all(isinstance(name, str) for name in behaviours):
        raise ConfigurationError(f"`behaviours` in `{file}` is no list of modules.")
    return Configuration(docs or file.parent / directory, file.parent, tuple(behaviours))


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
        config = yaml.load(file.read_bytes(), Loader=_Loader)  # noqa: S506 - a safe loader
    except yaml.YAMLError as error:
        raise ConfigurationError(f"`{file}` is not valid YAML: {error}") from error
    if not isinstance(config, dict):
        raise ConfigurationError(f"`{file}` is no MkDocs configuration.")
    return config
