"""HTML around operation pages, rendered by the theme once for all pages of a section.

The theme renders a page with marks in place of all that is its own, and every page of the section
fills them. This is known to give what the theme itself would render only for templates that this
package knows, and the first pages of each kind are compared with what the theme renders.
"""

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from contextlib import contextmanager

from markupsafe import Markup, escape
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.nav import Link
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink, TableOfContents
from mkdocs.utils import normalize_url

from callsheet import lazy_re as re
from callsheet.site.output.minify import minify_article
from callsheet.site.theme.blocks import is_plain_theme
from callsheet.site.theme.navigation_lists import AFTER, BEFORE, LABEL, NavigationLists, breakable
from callsheet.site.theme.sidebar import Sidebar

_SUB = "\N{SYMBOL FOR SUBSTITUTE}"
_MARK = re.compile(
    f"({_SUB}<b>[a-z]+</b>&amp;{_SUB}|{_SUB}&lt;b&gt;[a-z]+&lt;/b&gt;&amp;amp;{_SUB}|(?://)?{_SUB}[a-z]+{_SUB}|{_SUB}[a-z]+&(?:amp;)?{_SUB})"
)
_NOT_PLAIN = re.compile(f'[<"\n\r{_SUB}]|^\\s|\\s$')

_COMPARED = 2
"""How many pages of a kind are rendered by the theme, too."""

_MAX_IN_VAIN = 100
"""From how many sections on it matters whether their pages are more than they are."""

Values = Mapping[str, str]


class Shells:
    """The shells of one build.

    Args:
        config: The configuration.
        render: Renders a whole page with the theme.
        sidebar: The navigation around each page.
        lists: Renders its lists; None where the templates of the theme do.
    """

    def __init__(
        self,
        config: MkDocsConfig,
        render: Callable[[Page], str],
        sidebar: Sidebar,
        lists: NavigationLists | None,
    ) -> None:
        self._render = render
        self._sidebar = sidebar
        self._lists = lists
        # Without directories, the link of a page to itself has its name.
        self._is_used = is_plain_theme(config.theme) and config.use_directory_urls
        self._statuses = config.extra.get("status") or {}
        self._shells: dict[Hashable, _Shell] = {}
        self._compared: Counter[Hashable] = Counter()
        self._filled = 0

    def render(self, page: Page) -> str:
        """Return the whole HTML of a page, whose content is loaded."""
        key = self._key(page)
        if self._lists is None or key is None:
            return self._render(page)
        shell = self._shells.get(key)
        # What is a page's own and has no mark is right on the page that the shell was made of.
        kind = (shell is None, page.url.count("/"), *key[2:])
        if shell is None:
            if len(self._shells) >= max(_MAX_IN_VAIN, self._filled):
                return self._render(page)
            with _marked(page, self._lists):
                shell = self._shells[key] = _Shell(self._render(page))
        self._filled += 1
        beside = self._sidebar.beside(page)
        html = shell.fill(page, self._lists.label(page), *beside)
        if self._compared[kind] < _COMPARED:
            self._compared[kind] += 1
            if html != (whole := self._render(page)):
                self._is_used = False
                return whole
        return html

    def _key(self, page: Page) -> tuple[Hashable, ...] | None:
        """Return all that a theme sees of a page and that has no mark; None where that is more."""
        first = next(iter(page.toc), None)
        beside = [link.title for link in (page.previous_page, page.next_page) if link]
        own_texts = (page.meta.get(name, "-") for name in ("title", "description"))
        status = page.meta.get("status", "-")
        texts = [page.title, status, *own_texts, *beside]
        if (
            not self._is_used
            or first is None
            or first.level != 1
            or len(page.toc.items) != 1
            or not first.children
            or (page.parent is None and page in self._sidebar)
            or page.is_index
            or page.edit_url
            or not all(isinstance(text, str) and text for text in texts)
            or any(map(_NOT_PLAIN.search, [*map(str, texts), *_titles(first.children)]))
        ):
            return None
        own = {name: name in page.meta for name in ("title", "description", "uid", "id")}
        own["status"] = status if status in self._statuses else "status" in page.meta
        return (
            id(page.parent),
            # From another folder, the same links are written in another way.
            page.url.rstrip("/").rpartition("/")[0],
            repr([*{**page.meta, **own}.items()]),
            "<h1" in (page.content or ""),
            page.previous_page is None,
            page.next_page is None,
            page.canonical_url is None,
        )


class _Shell:
    """The HTML of any page of a section, with marks in the place of what differs."""

    def __init__(self, html: str) -> None:
        place = html.find(_title("item"))
        start, end = html.rfind("<li", 0, place), 0
        inside = html.rfind("<li", 0, html.find(_title("subitem")))
        self._has_contents = place >= 0 and 0 <= start < inside
        if self._has_contents:
            end = html.find("</li>", inside) + len("</li>")
            leaf, end_of_item = html[inside:end], html.find("</li>", end) + len("</li>")
            item = f"{html[start:inside]}{_mark('children')}{html[end:end_of_item]}"
            html = f"{html[:start]}{_mark('contents')}{html[end_of_item:]}"
            self._leaf, self._item = _MARK.split(leaf), _MARK.split(item)
        self._parts = _MARK.split(html)

    def fill(
        self, page: Page, label: str, before: Callable[[str], str], after: Callable[[str], str]
    ) -> str:
        """Return the HTML of a page, with its label in the navigation and what is around that."""
        first = page.toc.items[0]
        values = {
            **_forms("title", page.title),
            **_forms("name", page.meta.get("title", "")),
            LABEL: label,
            BEFORE: before(page.url),
            AFTER: after(page.url),
            _mark("status"): page.meta.get("status", ""),
            _mark("about"): page.meta.get("description", ""),
            _mark("top"): first.id,
            _mark("contents"): "".join(map(self._entry, first.children))
            if self._has_contents
            else "",
            _mark("canonical"): page.canonical_url or "",
            # What is around the content ends and begins with tags.
            _mark("content"): minify_article(page.content or ""),
        }
        for name in ("previous", "next"):
            if link := getattr(page, f"{name}_page"):
                values[f"//{_mark(name)}"] = normalize_url(link.url, page)
                values |= _forms(f"{name}title", link.title)
        return _filled(self._parts, values)

    def _entry(self, link: AnchorLink) -> str:
        name, form = ("item", self._item) if link.children else ("subitem", self._leaf)
        values = {
            **_forms(name, link.title, breakable(link.title)),
            _mark(f"{name}id"): link.id,
            _mark("children"): "".join(map(self._entry, link.children)),
        }
        return _filled(form, values)


@contextmanager
def _marked(page: Page, lists: NavigationLists) -> Iterator[None]:
    """Put marks in the place of what a page does not share with those of its section."""
    own = ("title", "content", "toc", "canonical_url", "previous_page", "next_page", "meta")
    kept = {name: getattr(page, name) for name in own}
    has_heading = "<h1" in (page.content or "")
    item, subitem = (
        AnchorLink(_title(name), _mark(f"{name}id"), level)
        for level, name in enumerate(("item", "subitem"), 2)
    )
    item.children = [subitem]
    first = AnchorLink(_title("title"), _mark("top"), 1)
    first.children = [item]
    lists.is_framing = True
    try:
        page.title, page.toc = _title("title"), TableOfContents([first])
        page.content = _Content(_mark("content")) if has_heading else _mark("content")
        if page.canonical_url is not None:
            page.canonical_url = _mark("canonical")
        for name in ("previous", "next"):
            if kept[f"{name}_page"] is not None:
                link = Link(_title(f"{name}title"), f"//{_mark(name)}")
                setattr(page, f"{name}_page", link)
        marks = {"title": _title("name"), "description": _mark("about"), "status": _mark("status")}
        page.meta = {name: marks.get(name, value) for name, value in page.meta.items()}
        yield
    finally:
        lists.is_framing = False
        for name, value in kept.items():
            setattr(page, name, value)


class _Content(str):
    """Content with a heading, of which a theme only looks whether it is there."""

    __slots__ = ()

    def __contains__(self, text: object) -> bool:
        return text == "<h1" or super().__contains__(str(text))


def _titles(links: Iterable[AnchorLink]) -> Iterator[str]:
    for link in links:
        yield link.title
        yield from _titles(link.children)


def _mark(name: str) -> str:
    return f"{_SUB}{name}{_SUB}"


def _title(name: str) -> str:
    # A theme shows a title as it is, escaped, decoded and without its tags, or escaped after that.
    return _mark(f"<b>{name}</b>&amp;")


def _forms(name: str, title: str | None, shown: str | None = None) -> Values:
    """Return what stands for each form in which a theme shows a title; `shown` is it as it is."""
    plain = Markup(title or "").striptags()  # noqa: S704 - a title, shown as text
    return {
        _title(name): (title or "") if shown is None else shown,
        str(escape(_title(name))): str(escape(title or "")),
        _mark(f"{name}&"): plain,
        _mark(f"{name}&amp;"): str(escape(plain)),
    }


def _filled(form: list[str], values: Values) -> str:
    # What has the form of a mark, but is none, is the author's.
    return "".join(values.get(part, part) if n % 2 else part for n, part in enumerate(form))
