"""The Content-Security-Policy of a site, under which nothing of its pages runs.

It allows what comes from the theme, from this package, and from `mkdocs.yml`. Inline scripts are
allowed by their hashes (CSP Level 3, 8.3), computed from the theme's templates, rendered with an
empty page: so no script of an author is among them. Scripts in files are allowed by the addresses
of their folders, as far as no file of the docs directory is there, else one by one.
"""

import base64
import hashlib
import os
from collections.abc import Iterable, Iterator
from contextlib import suppress
from html.parser import HTMLParser
from pathlib import PurePosixPath
from typing import Any
from urllib.parse import quote, urlsplit

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from callsheet.paths import folder_of
from callsheet.reference import DEFAULT_BASE_URL
from callsheet.render import ServerAddress
from callsheet.site.mkdocs_internals import get_context

FILE = "content-security-policy.txt"
"""The value of the header field, in the root of the site."""

_SCRIPTS = (".js", ".mjs")

_FONTS = {"https://fonts.googleapis.com": "https://fonts.gstatic.com"}
"""Servers of fonts' stylesheets, and of the fonts themselves."""


def content_security_policy(
    config: MkDocsConfig,
    files: Files,
    env: Any,
    templates: Iterable[str],
    servers: Iterable[ServerAddress],
    *,
    any_server: bool,
    runs: bool = False,
    runtime: str = "",
) -> str:
    """Return the policy.

    Args:
        config: The configuration.
        files: The files of the site.
        env: The theme's Jinja environment.
        templates: The templates of its pages.
        servers: The addresses that the console may send requests to.
        any_server: Whether a reader may give another one.
        runs: Whether programs run in the page.
        runtime: The address of the folder that the runtime of these is loaded from, where this site
            does not have it.
    """
    theme = _Inline()
    for html in _rendered(config, files, env, templates):
        theme.feed(html)
        theme.close()
    scripts = [*_scripts(config, files), *sorted(theme.scripts)]
    fonts = [_FONTS[source] for source in _FONTS if any(source in s for s in theme.styles)]
    directives = {
        "default-src": ["'self'"],
        "script-src": scripts,
        "style-src": ["'self'", *sorted(theme.styles)],
        "font-src": ["'self'", *fonts],
        "img-src": ["'self'", "data:", "blob:"],
        "connect-src": ["'self'", *_connections(servers, any_server=any_server)],
        "base-uri": ["'none'"],
        "form-action": ["'none'"],
        "object-src": ["'none'"],
        "frame-ancestors": ["'none'"],
    }
    if runs:
        # Python in WebAssembly, in a worker of this site.
        away = [quote(runtime, safe="/:@[]%")] if runtime else []
        directives["script-src"] = [*scripts, "'wasm-unsafe-eval'", *away]
        directives["connect-src"] += away
        # A program in JavaScript is a worker of its own, in a frame of no origin.
        directives["worker-src"] = ["'self'", "blob:"]
        directives["frame-src"] = directives["frame-ancestors"] = ["'self'"]
    return "; ".join(f"{name} {' '.join(dict.fromkeys(s))}" for name, s in directives.items())


def _rendered(
    config: MkDocsConfig, files: Files, env: Any, templates: Iterable[str]
) -> Iterator[str]:
    """Yield pages without content: for each template, one of each depth."""
    nav = Navigation([], [])
    depths: dict[int, str] = {}
    for file in files.documentation_pages():
        # The address of the first page is `./`, which is not a folder deep.
        depths.setdefault(file.dest_uri.count("/"), file.src_uri)
    for path in depths.values():
        name = str(PurePosixPath(path).with_suffix(".md"))
        page = Page(None, File.generated(config, name, content=""), config)
        page.markdown = page.content = ""
        for template in templates:
            yield env.get_template(template).render(get_context(nav, (), config, page))
    # An error may be at any depth, so its page has absolute addresses.
    root = urlsplit(config.site_url or "/").path
    for template in sorted(config.theme.static_templates):
        if template.endswith(".html"):
            yield env.get_template(template).render(get_context(nav, (), config, base_url=root))


class _Inline(HTMLParser):
    """Collector of hashes of inline scripts and styles, and of addresses on other servers."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.scripts: set[str] = set()
        self.styles: set[str] = set()
        self._into: set[str] | None = None
        self._text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Collect an address, or remember what the following text is."""
        self._text = ""
        given = {name: value or "" for name, value in attrs}
        if tag == "script" and "src" in given:
            self.scripts |= _elsewhere(given["src"])
        elif tag == "script" and "json" not in given.get("type", ""):
            self._into = self.scripts
        elif tag == "style":
            self._into = self.styles
        elif tag == "link" and given.get("rel") == "stylesheet":
            self.styles |= _elsewhere(given.get("href", ""))

    def handle_data(self, data: str) -> None:
        """Add a piece of the text of an inline script or style."""
        self._text += data

    def handle_endtag(self, tag: str) -> None:
        """Hash the text, where a script or style ends."""
        if self._into is not None:
            digest = hashlib.sha256(self._text.encode()).digest()
            self._into.add(f"'sha256-{base64.b64encode(digest).decode()}'")
            self._into = None


def _elsewhere(address: str) -> set[str]:
    parts = urlsplit(address)
    return {f"{parts.scheme or 'https'}://{parts.netloc}{parts.path}"} if parts.netloc else set()


def _scripts(config: MkDocsConfig, files: Files) -> Iterator[str]:
    """Yield the addresses that scripts in files may come from."""
    if not config.site_url:
        # Without the address of the site, its paths cannot be named.
        yield "'self'"
        return
    site = config.site_url.rstrip("/")
    extra = {str(script).partition("?")[0] for script in config.extra_javascript}
    # As texts, since paths as objects would take a tenth of a second for thousands of pages.
    docs = config.docs_dir
    authors = {each.dest_uri for each in files if each.src_dir == docs} - extra
    taken = authors.union(*map(_folders, {folder_of(path) for path in authors}))
    found: dict[str, list[str]] = {}
    folders = [""]
    for folder in folders:
        # Half of what `os.walk` takes, with a folder for each of thousands of pages.
        with suppress(OSError), os.scandir(f"{config.site_dir}/{folder}") as entries:
            for entry in entries:
                if entry.is_dir(follow_symlinks=False):
                    folders.append(f"{folder}/{entry.name}".lstrip("/"))
                elif entry.name.endswith(_SCRIPTS) and entry.is_file():
                    found.setdefault(folder, []).append(entry.name)
    # By folder, as there may be thousands of files in one.
    for place in sorted(found):
        # The topmost folder that has no file of an author.
        free = [folder for folder in _folders(place) if folder not in taken]
        if free:
            yield f"{site}/{quote(f'{free[-1]}/')}"
        else:
            paths = {f"{place}/{name}".lstrip("/") for name in found[place]} - authors
            yield from (f"{site}/{quote(path)}" for path in sorted(paths))


def _folders(folder: str) -> list[str]:
    """Return a folder and those above it, without the root."""
    parts = folder.split("/") if folder else []
    return ["/".join(parts[:end]) for end in range(len(parts), 0, -1)]


def _connections(servers: Iterable[ServerAddress], *, any_server: bool) -> Iterator[str]:
    if any_server:
        yield from ("http:", "https:")
    addresses = [server.url for server in servers] or [DEFAULT_BASE_URL]
    for parts in map(urlsplit, addresses):
        if parts.netloc:
            yield f"{parts.scheme}://{parts.netloc}"
