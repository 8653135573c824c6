"""Fingerprint of what the HTML of all pages depends on: code, configuration, theme, and files.

Where something else may have an influence, there is no fingerprint, and nothing is cached.
"""

from __future__ import annotations

import hashlib
import logging
from collections.abc import Iterable, Iterator, Mapping
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

from callsheet import lazy_re as re
from callsheet.cache.fingerprint import environment_fingerprint
from callsheet.site.hooks import has_hooks
from callsheet.site.mkdocs_internals import handling_modules
from callsheet.site.theme.blocks import is_known_folder

# The versions of what is installed tell what these do. Some of PyMdown's extensions read files.
_EXTENSIONS = re.compile(
    r"callsheet\.|material\.|markdown\.|pymdownx\.(?!snippets|b64|pathconverter|blocks\.html)"
)
_PLUGINS = re.compile(r"callsheet\.|mkdocs\.contrib\.search|material\.plugins\.search")
_EVENTS = (
    "nav", "env", "pre_page", "page_read_source", "page_markdown", "page_content", "page_context",
    "post_page",
)  # fmt: skip
# Options that no page shows, and those whose whole effect is the list of files.
_IGNORED = {
    "site_dir", "dev_addr", "watch", "config_file_path",
    "exclude_docs", "draft_docs", "not_in_nav",
}  # fmt: skip
# What a template shows of other pages, of the clock, or of chance.
_UNSURE = re.compile(rb"\b(?:pages|build_date_utc|update_date|random|lipsum)\b")
_MAX_DEPTH = 20


class _UnsureError(Exception):
    """Something whose influence is not known."""


def site_fingerprint(config: MkDocsConfig, files: Files, extra: Iterable[str]) -> bytes | None:
    """Return a digest of what all operation pages depend on; None where that is not known.

    Args:
        config: The configuration, as all plugins left it.
        files: The files, as all plugins left them.
        extra: Other texts that they depend on.
    """
    try:
        _check_plugins(config)
        parts = [
            # A page that warns is not cached; a build with `--quiet` does not see that it warns.
            str(logging.getLogger("mkdocs").isEnabledFor(logging.WARNING)),
            *_theme(config.theme),
            *_extensions(config),
            repr({key: _plain(config[key]) for key in config if key not in _IGNORED}),
            # A new or moved file can change what links on any page lead to.
            *(f"{file.src_uri}\n{file.url}\n{file.inclusion}" for file in files),
            *extra,
        ]
    except (_UnsureError, OSError):
        return None
    digest = hashlib.blake2b(digest_size=32)
    for part in parts:
        data = part.encode("utf-8", errors="surrogatepass")
        digest.update(len(data).to_bytes(8, "big") + data)
    # The code that renders is as much a part of a page as its text: a new version of a package
    # empties the cache.
    digest.update(environment_fingerprint())
    return digest.digest()


def _check_plugins(config: MkDocsConfig) -> None:
    """Make sure that no other plugin or hook may change pages."""
    if has_hooks():
        raise _UnsureError
    if config.theme.name != "material" or config.hooks:
        raise _UnsureError
    modules = (module for event in _EVENTS for module in handling_modules(config.plugins, event))
    if not all(map(_PLUGINS.match, modules)):
        raise _UnsureError


def _theme(theme: Theme) -> Iterator[str]:
    for folder in theme.dirs:
        yield folder
        if is_known_folder(folder):
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
    """Convert a value of the configuration into one whose `repr` has all of it."""
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
    # A function within a function, or a lambda, may depend on variables that nobody sees.
    if "<" in name:
        raise _UnsureError
    return name
