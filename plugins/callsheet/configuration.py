"""Where things are: the docs, the samples, the reference server."""

from __future__ import annotations

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


def docs_directory(docs: Path | None, config_file: Path | None) -> Path:
    """The docs directory that the options name.

    Args:
        docs: The directory itself, which wins.
        config_file: A MkDocs configuration file; by default `mkdocs.yml` of the working directory.

    Raises:
        ConfigurationError: Neither is there, or the file cannot be used.
    """
    if docs is not None:
        return docs
    file = config_file or Path(MKDOCS_YML)
    if not file.is_file():
        raise ConfigurationError(
            f"There is no `{file}` here. Name the pages with `--docs DIR`, or a MkDocs"
            " configuration with `-f FILE`."
        )
    try:
        config = yaml.load(file.read_bytes(), Loader=_Loader)  # noqa: S506 - a safe loader
    except yaml.YAMLError as error:
        raise ConfigurationError(f"`{file}` is not valid YAML: {error}") from error
    directory = config.get("docs_dir", "docs") if isinstance(config, dict) else None
    if not isinstance(directory, str):
        raise ConfigurationError(f"`{file}` has no usable `docs_dir`.")
    return file.parent / directory
