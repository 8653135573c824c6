"""Parts of a theme's pages that only scripts use, in one script that all pages share.

Search, settings, colours and messages do nothing without scripts, and are the same on each page but
for the way to the root of the site. A page calls the script where they were, with the same call for
each, so that a policy allows it by one hash. What is not found as it is on a page without content
stays on the page.
"""

import hashlib
import json
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils import get_relative_url

from callsheet import lazy_re as re
from callsheet.site.mkdocs_internals import get_context
from callsheet.site.theme.blocks import is_plain_theme

_PATH = "callsheet/of/no/page/at/all.md"
_BASE = "../../../../../.."
"""The way from that page to the root of the site, as all pages of its depth have it."""

_SCOPE = f'<script>__md_scope=new URL("{_BASE}",location)'
_SCRIPT, _END = "<script>", "</script>"
_PALETTE = "<script>var palette="
_SETTINGS = re.compile(r'<script id="__config" type="application/json">([^<]*)</script>')
_SEARCH = "<div class=md-search data-md-component=search role=dialog>"
_BUTTON = '<label class="md-header__button md-icon" for=__search>'
"""Opens the search, which follows it."""
_TOGGLE = re.compile("<input class=md-toggle data-md-toggle=search [^<>]*>\n")
_DIALOG = "<div class=md-dialog data-md-component=dialog>"
_TARGET = "<script>var target=document.getElementById"
"""Opens the tab that an address leads to."""

_EMPTY = "<div data-md-component=announce>\n</div>\n"
_DIV = re.compile(r"<(/?)div\b")

_CODE = """\
__md_scope=new URL({root},document.currentScript.src){rest};
callsheetTheme=((base,parts={{
palette(){{{palette}}},
search(){{
document.currentScript.insertAdjacentHTML("afterend",{search});
document.getElementById("__drawer").insertAdjacentHTML("afterend",{toggle})
}},
settings(){{
{target};
document.currentScript.insertAdjacentHTML("beforebegin",{dialog});
const e=document.createElement("script");
e.id="__config";e.type="application/json";
e.textContent={settings}.replaceAll({sample},base);
document.currentScript.after(e)
}}}})=>()=>parts[document.currentScript.dataset.part]())(\
document.currentScript.getAttribute("src").slice(0,{end}));
"""


class ThemeParts:
    """The parts of one build.

    Attributes:
        path: The script's path, relative to the site directory; empty where there is none. It
            changes with the content.
        script: Its content.

    Args:
        config: The configuration.
        environment: The theme's Jinja environment, with all filters.
        template: The template of the pages.
        folder: Where files are that all pages share, relative to the site directory.
    """

    def __init__(self, config: MkDocsConfig, environment: Any, template: str, folder: str) -> None:
        self.path, self.script = "", b""
        self._scope = ""
        # What takes the place of each part.
        self._parts: dict[str, str] = {}
        if not is_plain_theme(config.theme):
            return
        page = Page(None, File.generated(config, _PATH, content=""), config)
        page.markdown = page.content = ""
        context = get_context(Navigation([], []), (), config, page)
        html = environment.get_template(template).render(context)
        scope, settings = _script(html, _SCOPE), _SETTINGS.search(html)
        if not scope or not settings or get_relative_url(".", page.url) != _BASE:
            return
        palette, search = _script(html, _PALETTE), _element(html, _SEARCH)
        button = html[max(html.rfind(_BUTTON), 0) :].partition(_SEARCH)[0]
        if search and button.startswith(_BUTTON) and button.endswith("</label>"):
            search = button + search
        toggle = _TOGGLE.search(html) if search else None
        target, dialog = _script(html, _TARGET), f"{_element(html, _DIALOG)}\n"
        if f"{dialog}{settings[0]}" not in html:
            dialog = ""
        self._scope = scope
        self._parts = {
            dialog + settings[0]: _call("settings"),
            search: _call("search"),
            palette: _call("palette"),
            toggle[0] if toggle else "": "",
            target: "",
            _EMPTY: "",
        }
        name = f"{folder}/theme-{'0' * 8}.js"
        self.script = _CODE.format(
            root=json.dumps("../" * name.count("/")),
            rest=scope.removeprefix(_SCOPE).removesuffix(_END),
            palette=palette.removeprefix(_SCRIPT).removesuffix(_END),
            search=json.dumps(search),
            toggle=json.dumps(toggle[0] if toggle else ""),
            target=target.removeprefix(_SCRIPT).removesuffix(_END),
            dialog=json.dumps(dialog),
            settings=json.dumps(settings[1]),
            sample=json.dumps(_BASE),
            end=-len(f"/{name}"),
        ).encode()
        digest = hashlib.blake2b(self.script, digest_size=4).hexdigest()
        self.path = name.replace("0" * 8, digest)

    def take_from(self, html: str, base_url: str) -> str:
        """Return a page with calls in the place of the parts.

        Args:
            html: The page, as the template has it.
            base_url: The way from the page to the root of the site.
        """
        scope = self._scope.replace(_BASE, base_url)
        if not scope or scope not in html:
            return html
        html = html.replace(scope, f'<script src="{base_url}/{self.path}"></script>', 1)
        # At the root, `./` is not written.
        below = "" if base_url == "." else f"{base_url}/"
        for part, call in self._parts.items():
            if part:
                own = part.replace(f"{_BASE}/", below).replace(_BASE, base_url)
                html = html.replace(own, call, 1)
        return html


def _call(part: str) -> str:
    return f"<script data-part={part}>callsheetTheme()</script>"


def _script(html: str, start: str) -> str:
    """Return a script that begins so; nothing where it is not there."""
    place = html.find(start)
    end = html.find(_END, place)
    return html[place : end + len(_END)] if 0 <= place < end else ""


def _element(html: str, start: str) -> str:
    """Return an element of divisions, up to its end; nothing where it is not there."""
    place, depth = html.find(start), 0
    if place >= 0:
        for tag in _DIV.finditer(html, place):
            depth += -1 if tag[1] else 1
            if not depth:
                return html[place : html.index(">", tag.start()) + 1]
    return ""
