"""What the HTML of a page depends on beside the page: code, configuration, theme, and files.

Whoever cannot be sure gets no fingerprint, and makes everything anew.
"""

from __future__ import annotations

import hashlib
import logging
import os
import re
import sys
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from importlib.resources import files as resources
from pathlib import Path
from types import FunctionType
from typing import Any

from markdown import Markdown
from markdown.extensions import Extension
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import BasePlugin, PluginCollection
from mkdocs.structure.files import Files
from mkdocs.theme import Theme

from callsheet.cache.fingerprint import code_fingerprint

THEME_DIR = str(resources("callsheet.site").joinpath("theme", "templates"))
"""The folder with the templates of operation pages."""

# What comes from these is known by the versions of what is installed. Of PyMdown's extensions,
# some read files.
_EXTENSIONS = re.compile(
    r"callsheet\.|material\.|markdown\.|pymdownx\.(?!snippets|b64|pathconverter|blocks\.html)"
)
_PLUGINS = re.compile(r"callsheet\.|mkdocs\.contrib\.search|material\.plugins\.search")
_EVENTS = (
    "nav", "env", "pre_page", "page_read_source", "page_markdown", "page_content", "page_context",
    "post_page",
)  # fmt: skip
# Options that no page shows, and those that have said all they say once the files are known.
_ASIDE = {
    "site_dir", "dev_addr", "watch", "config_file_path",
    "exclude_docs", "draft_docs", "not_in_nav",
}  # fmt: skip
# What a template can only know of other pages, of the clock, or of chance.
_UNSURE = re.compile(rb"\b(?:pages|build_date_utc|update_date|random|lipsum)\b")
_MAX_DEPTH = 20


class _UnsureError(Exception):
    """Something whose influence is not known."""


def site_fingerprint(config: MkDocsConfig, files: Files, extra: Iterable[str]) -> bytes | None:
    """What all operation pages of a site depend on; None where that is not known.

    Args:
        config: The configuration, as all plugins left it.
        files: The files, as all plugins left them.
        extra: What they depend on besides.
    """
    try:
        _check_plugins(config)
        parts = [
            # A build that hears no warnings must not keep pages for one that does.
            str(logging.getLogger("mkdocs").isEnabledFor(logging.WARNING)),
            *_theme(config.theme),
            *_extensions(config),
            repr({key: _plain(config[key]) for key in config if key not in _ASIDE}),
            *(f"{file.src_uri}\n{file.url}\n{file.inclusion}" for file in files),
            *extra,
        ]
    except (_UnsureError, OSError):
        return None
    digest = hashlib.blake2b(digest_size=32)
    for part in parts:
        data = part.encode("utf-8", errors="surrogatepass")
        digest.update(len(data).to_bytes(8, "big") + data)
    digest.update(environment_fingerprint())
    return digest.digest()


@cache
def environment_fingerprint() -> bytes:
    """Return a digest of this package, of Python, and of what is installed beside it."""
    versions = "\n".join([sys.version, *sorted(_installed())])
    return hashlib.blake2b(versions.encode() + code_fingerprint(), digest_size=32).digest()


def _check_plugins(config: MkDocsConfig) -> None:
    """Another plugin may do with pages whatever it likes."""
    if config.theme.name != "material" or config.hooks:
        raise _UnsureError
    for event in _EVENTS:
        for method in config.plugins.events.get(event, ()):
            owner = getattr(method, "__self__", None)
            if not _PLUGINS.match(type(owner).__module__):
                raise _UnsureError


def _installed() -> Iterator[str]:
    """Names and versions of what is installed, as the folders of the metadata say them."""
    for folder in dict.fromkeys(sys.path):
        # An empty entry is the current directory.
        if Path(folder).is_dir():
            names = os.listdir(folder or ".")  # noqa: PTH208 - thousands of names
            yield from (name for name in names if name.endswith((".dist-info", ".egg-info")))


def is_plain_theme(theme: Theme) -> bool:
    """Whether all templates are those of Material for MkDocs, of MkDocs, and of this package."""
    return all(map(_is_known, theme.dirs))


def _is_known(folder: str) -> bool:
    own = {str(resources("material").joinpath("templates")), THEME_DIR}
    return folder in own or "mkdocs" in Path(folder).parts[-2:]


def _theme(theme: Theme) -> Iterator[str]:
    for folder in theme.dirs:
        yield folder
        if _is_known(folder):
            continue
        for file in sorted(Path(folder).rglob("*")):
            if file.is_file():
                content = file.read_bytes()
                if file.suffix == ".html" and _UNSURE.search(content):
                    raise _UnsureError
                yield f"{file}\n{hashlib.blake2b(content).hexdigest()}"


def _extensions(config: MkDocsConfig) -> Iterator[str]:
    md = Markdown(extensions=config.markdown_extensions, extension_configs=config.mdx_configs or {})
    for extension in md.registeredExtensions:
        yield _known(type(extension))
    for registry in (
        md.preprocessors, md.parser.blockprocessors, md.inlinePatterns, md.treeprocessors,
        md.postprocessors,
    ):  # fmt: skip
        for processor in registry:
            yield _known(type(processor))


def _known(kind: type) -> str:
    if not _EXTENSIONS.match(kind.__module__):
        raise _UnsureError
    return f"{kind.__module__}.{kind.__qualname__}"


def _plain(value: Any, depth: int = 0) -> Any:
    """A value of the configuration as one whose `repr` says all of it."""
    if depth > _MAX_DEPTH:
        raise _UnsureError

    def inner(item: Any) -> Any:
        return _plain(item, depth + 1)

    match value:
        case None | bool() | int() | float() | str() | bytes():
            return value
        case Path():
            return str(value)
        case PluginCollection():
            return [[name, inner(plugin)] for name, plugin in value.items()]
        case BasePlugin():
            return [_name(type(value)), inner(dict(value.config))]
        case Theme():
            # A theme is a mapping in all but name.
            return [value.name, value.dirs, inner({key: value[key] for key in value})]
        case Extension():
            return [_name(type(value)), inner(value.getConfigs())]
        case Mapping() | Config():
            return [[inner(key), inner(value[key])] for key in value]
        case list() | tuple():
            return [inner(item) for item in value]
        case set() | frozenset():
            return sorted(map(repr, map(inner, value)))
        case FunctionType() | type():
            return _name(value)
    return [_name(type(value)), inner(_fields(value))]


def _fields(value: Any) -> Any:
    try:
        return vars(value)
    except TypeError:
        raise _UnsureError from None


def _name(value: Any) -> str:
    name = f"{value.__module__}.{value.__qualname__}"
    # What such a function holds of what is around it, nobody sees.
    if "<" in name:
        raise _UnsureError
    return name
