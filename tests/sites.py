"""Sites that tests build, and what to look at in them."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterable, Iterator, Mapping
from html import unescape
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urljoin, urlsplit

from bs4 import BeautifulSoup

from callsheet.cache.content import CACHE_VARIABLE
from callsheet.catalog.named_types import TypeDefinition
from callsheet.model import Operation
from callsheet.render import ConsoleData
from callsheet.samples.request.choices import NO_OVERRIDES
from callsheet.site.generated.console import FOLDER, console_record
from callsheet.site.page_facts import DependencyRecorder, RecordedTypes

MATERIAL = """\
site_name: Parcels
site_url: https://example.com/
theme: {name: material, font: false, features: [navigation.indexes]}
plugins: [search, callsheet]
markdown_extensions: [attr_list, tables, toc: {permalink: true}]
"""
SECONDS = 120
"""What a build may take; it is the whole of some of the larger sites."""

_ADDRESSES = {"a": "href", "link": "href", "script": "src", "img": "src"}


def environment(cache: Path | None) -> dict[str, str]:
    """The variables for a build that keeps things there, or nowhere."""
    return os.environ | {
        CACHE_VARIABLE: str(cache or ""),
        "NO_MKDOCS_2_WARNING": "1",
        "SOURCE_DATE_EPOCH": "1700000000",
    }


def command(folder: Path, site: str, cache: Path | None) -> subprocess.Popen[str]:
    """Begins to build the site of a folder with `mkdocs.yml`; without a cache, nothing is kept."""
    return subprocess.Popen(
        [sys.executable, "-m", "mkdocs", "build", "-d", site],
        cwd=folder,
        env=environment(cache),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )


def build(folder: Path, site: str = "site", cache: Path | None = None) -> dict[str, bytes]:
    """Builds a site, and gives its files by path."""
    with command(folder, site, cache) as process:
        output, _ = process.communicate(timeout=SECONDS)
    assert process.returncode == 0, output
    return contents(folder / site)


def contents(root: Path) -> dict[str, bytes]:
    """The files below a folder by path."""
    return {
        file.relative_to(root).as_posix(): file.read_bytes()
        for file in root.rglob("*")
        if file.is_file()
    }


def console_records(
    operations: Iterable[Operation], types: Mapping[str, TypeDefinition]
) -> dict[str, Any]:
    """What scripts have of operations for the console, by uid."""
    data, recorded = ConsoleData(types), RecordedTypes(types, DependencyRecorder())
    return {
        operation.uid: {"console": console_record(operation, data, NO_OVERRIDES, recorded)}
        for operation in operations
    }


def console_data(operation: Operation) -> dict[str, Any]:
    """What the console is told of an operation, as the script of the page reads it."""
    made = console_records([operation], {})[operation.uid]
    return {name: json.loads(text) for name, text in made["console"].items()}


def further_programs(site: Path, page: BeautifulSoup) -> list[tuple[str, str]]:
    """The programs that a page leaves to its script: names of files, and texts."""
    operation = page.select("[data-callsheet-file]")[0]
    file = site / FOLDER / str(operation["data-callsheet-file"])
    written = file.read_text(encoding="utf-8").strip().removeprefix("callsheetOperations(")
    table, trees = json.loads(f"[{written.removesuffix(');')}]")
    (programs,) = trees[operation["data-callsheet-uid"]]["programs"]
    found = [[table[place] for place in program] for program in programs]
    return [(name, plain_text("\n".join(lines))) for _, _, name, *lines in found]


def plain_text(html: str) -> str:
    """The text of highlighted code."""
    return unescape(re.sub("<[^<>]*>", "", html))


class PageLinks(HTMLParser):
    """The addresses that a page leads to, and the ids that one can lead to."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.links: list[str] = []
        self.navigation: list[str] = []
        self.ids: set[str] = set()
        self._depth = 0
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        if identifier := values.get("id"):
            self.ids.add(identifier)
        address = values.get(_ADDRESSES.get(tag, ""))
        if address is not None:
            self.links.append(address)
            if tag == "a" and self._depth:
                self.navigation.append(address)
        elif tag == "nav" and "md-nav" in (values.get("class") or ""):
            self._depth += 1

    def handle_endtag(self, tag: str) -> None:
        # No other `nav` is inside one of the navigation.
        if tag == "nav" and self._depth:
            self._depth -= 1


def target(page: str, address: str) -> tuple[str, str] | None:
    """The file of the site that an address on a page leads to, and the place in it."""
    parts = urlsplit(address)
    if parts.scheme or parts.netloc:
        return None
    path = urlsplit(urljoin(f"http://site/{page}", parts.path)).path.lstrip("/")
    if not parts.path:
        path = page
    return unquote(f"{path}index.html" if path.endswith("/") or not path else path), parts.fragment


def broken_links(files: dict[str, bytes]) -> Iterator[str]:
    """What leads to no file of a site, or to no place in it."""
    pages = {
        path: PageLinks(content.decode())
        for path, content in files.items()
        if path.endswith(".html")
    }
    for path, page in pages.items():
        if path == "404.html":
            continue
        for address in page.links:
            if (found := target(path, address)) is None:
                continue
            file, fragment = found
            if file not in files:
                yield f"{path}: {address}"
            # Material has anchors of its own that scripts make.
            elif file in pages and fragment and not fragment.startswith("__"):
                yield from () if unquote(fragment) in pages[file].ids else (f"{path}: {address}",)


_THEME_SCRIPT = re.compile(
    r'<script src="([./]*)/(assets/callsheet/theme-[0-9a-f]{8}[.]js)"></script>'
)
_THEME_PARTS = re.compile(
    r"__md_scope=new URL[^)]*[)](?P<scope>.*);\n.*\npalette[(][)]{(?P<palette>.*)},\n"
    r'search[(][)].*\n.*"afterend",(?P<search>".*")[)];\n.*"afterend",(?P<toggle>".*")[)]\n},\n'
    r'settings[(][)]{\n(?P<target>.*);\n.*"beforebegin",(?P<dialog>".*")[)];\n.*\n.*\n'
    r'e[.]textContent=(?P<settings>".*")[.]replaceAll[(](?P<base>".*"),base[)];\n'
)


def without_theme_parts(page: bytes, shared: bytes, files: dict[str, bytes]) -> bytes:
    """Return a page as the theme has it without what is in the script that pages share.

    Args:
        page: The page.
        shared: The same page with that script, or as it is, if it has none.
        files: The files of the site with the script.
    """
    found = _THEME_SCRIPT.search(shared.decode())
    if found is None:
        return page
    parts = _THEME_PARTS.match(files[found[2]].decode())
    assert parts
    html, base = page.decode(), found[1]
    sample = json.loads(parts["base"])
    settings = json.loads(parts["settings"]).replace(f"{sample}/", f"{base}/".removeprefix("./"))
    settings = settings.replace(sample, base)
    settings = f'<script id="__config" type="application/json">{settings}</script>'
    for part, call in (
        (f'<script>__md_scope=new URL("{base}",location){parts["scope"]}</script>', found[0]),
        (f"<script>{parts['palette']}</script>", "palette"),
        (json.loads(parts["search"]), "search"),
        (json.loads(parts["dialog"]) + settings, "settings"),
        (json.loads(parts["toggle"]), ""),
        (f"<script>{parts['target']}</script>", ""),
        ("<div data-md-component=announce>\n</div>\n", ""),
    ):
        if part in ("", "<script></script>"):
            # The theme of the site has no such part.
            continue
        assert part in html
        called = f"<script data-part={call}>callsheetTheme()</script>" if call.isalpha() else call
        html = html.replace(part, called, 1)
    return html.encode()
