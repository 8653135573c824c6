"""Lists of the navigation that are rendered once for all pages of a group.

A theme renders each entry anew for each page. Here the entries before and after the active one are
rendered once, and a page has marks in their place until its navigation is rendered.
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property
from html import escape, unescape
from itertools import takewhile
from weakref import WeakKeyDictionary

from mkdocs.structure import StructureItem
from mkdocs.structure.nav import Link, Section
from mkdocs.structure.pages import Page
from mkdocs.utils import get_relative_url, normalize_url

from callsheet import lazy_re as re
from callsheet.catalog.titles import short_title
from callsheet.render import attribute
from callsheet.site.theme.navigation_order import Heading
from callsheet.site.theme.operation_links import OperationLink

_MARK = "callsheet\N{SYMBOL FOR SUBSTITUTE}entries-"
ACTIVE, LABEL, BEFORE, AFTER = (
    text.replace("|", "\N{SYMBOL FOR SUBSTITUTE}")
    for text in ("|<b>title</b>&amp;|", "|label|", "|before|", "|after|")
)
"""Marks in the navigation of any page in a list."""

_ROUTE = re.compile(r"/?[^\s/]+(?:/[^\s/]+)+/?")
OPERATION = "callsheet_operation"
"""The key of the front matter of a page that documents an operation."""

_STATUS = "callsheet-"
_METHOD = re.compile(r"callsheet-[a-z]+")
# Nothing but folders and a file, with an anchor or without.
_PATH = re.compile(r"[\w%.-]+(?:/[\w%.-]+)*+/?(?:#[^/]*)?\Z")
# Only a name that is too long for a line may go on in the next one.
_LONG_NAME = re.compile(r"\w{18,}", re.ASCII)
_LABEL = re.compile(r'(?<=<span class="md-ellipsis">)[^<]+')
_HUMP = re.compile(r"(?<=[a-z]{3})(?=[A-Z][a-z]{2})")

_FILTER = '<li class="md-nav__item callsheet-filter">'

FOLDER = "navigation"
"""Where the scripts with whole lists are, in the folder of the assets."""

Render = Callable[[str], str]
"""Returns HTML; the argument is the URL of the page, relative to the root of the site."""


class NavigationLists:
    """The lists of one build, and the marks of the page that is being rendered.

    Attributes:
        is_framing: Whether the navigation is that of any page in a list, with `BEFORE`, `LABEL` and
            `AFTER` in the place of what differs; the title of the active page is `ACTIVE`.

    Args:
        heading: Returns the heading of an entry among the others of its list, if it has one.
    """

    def __init__(self, heading: Heading = lambda _: "") -> None:
        self.is_framing = False
        self._heading = heading
        self._lists: dict[int, EntryList] = {}
        self._marked: list[Render] = []

    def begin(self) -> None:
        """Forget the marks of the page before."""
        self._marked.clear()

    def of(self, items: Sequence[StructureItem], index: StructureItem | None) -> EntryList:
        """Return the entries of a list but its index page, which themes show in ways of their own.

        Args:
            items: The list.
            index: Its index page, if it has one.
        """
        if (found := self._lists.get(id(items))) is None:
            rest = [item for item in items if item is not index]
            found = self._lists[id(items)] = EntryList(rest, self._heading)
        return found

    def mark(self, render: Render, *, is_beside_page: bool = False) -> Link:
        """Return the entry that stands for HTML, which `fill` puts in its place.

        Args:
            render: Renders the HTML.
            is_beside_page: Whether that is of the list in which the page is.
        """
        self._marked.append(nothing if is_beside_page and self.is_framing else render)
        return Link(f"{_MARK}{len(self._marked) - 1};", "")

    def label(self, page: Page | Link) -> str:
        """Return what the navigation calls the page that it is on: what it does on the others."""
        entries = self._lists.get(id(page.parent.children)) if page.parent else None
        return (entries.label(page) if entries else "") or breakable(str(page.title))

    def fill(self, html: str, page: Page | Link) -> str:
        """Put the entries in the place of their marks, and let long names go on in the next line.

        Args:
            html: The rendered navigation.
            page: The page.
        """
        for number, render in enumerate(self._marked):
            html = _replace(html, f"{_MARK}{number};", render(page.url))

        def shown(rendered: re.Match[str]) -> str:
            # Text of a line of its own, which may be that of the page.
            text = rendered[0]
            inner = text.strip()
            label = self.label(page) if inner == page.title else breakable(inner)
            return text.replace(inner, label) if inner else text

        # What a theme has rendered, such as the names of sections.
        html = _LABEL.sub(shown, html)
        place = html.find(ACTIVE) if self.is_framing else -1
        if place < 0:
            return html
        start, end = html.rfind("<li", 0, place), html.find("</li>", place) + len("</li>")
        active = html[start:end].replace(ACTIVE, LABEL)
        return html[:start] + BEFORE + active + AFTER + html[end:]


def _replace(html: str, mark: str, entries: str) -> str:
    """Put entries in the place of the one with a mark, as far as it is there."""
    place = html.find(mark)
    start, end = html.rfind("<li", 0, place), html.find("</li>", place) + len("</li>")
    return html[:start] + entries + html[end:] if place >= 0 and start >= 0 else html


class EntryList:
    """The entries of one list of the navigation, as HTML and as data.

    Args:
        items: The list, without its index page.
        heading: As for `NavigationLists`.
    """

    def __init__(self, items: Sequence[StructureItem], heading: Heading) -> None:
        self._items = items
        self._places = {id(item): place for place, item in enumerate(items)}
        self._headings = {id(item): heading(item) for item in items}
        self._rendered: dict[tuple[str, int], str] = {}

    @property
    def file(self) -> str:
        """The path of the script with the whole list, relative to the folder of the assets."""
        return f"{FOLDER}/{self._name}.js"

    def before(
        self, items: Sequence[StructureItem], active: StructureItem, *, filtered: bool
    ) -> Render:
        """Return what stands before the active entry.

        Args:
            items: Entries, and the index page, which is left out.
            active: The active entry.
            filtered: Whether a filter of the list is before them.
        """
        start = _FILTER if filtered else ""
        last = next((each for each in reversed(items) if id(each) in self._places), None)
        end = self._heading(active, last)
        return lambda page_url: start + self.html(items, None, page_url) + end

    def after(
        self, items: Sequence[StructureItem], active: StructureItem | None, whole: str, url: str
    ) -> Render:
        """Return what stands after the active entry.

        Args:
            items: As for `before`.
            active: The active entry; none where all entries of the list are meant.
            whole: What the link is called that leads to the whole list; empty for none.
            url: Its address.
        """
        place = self._places.get(id(active), -1)

        def render(page_url: str) -> str:
            html = self.html(items, active, page_url)
            if not whole:
                return html
            href = attribute(_relative(url, _neighbour(page_url)))
            return (
                f'{html}<li><a href={href} data-callsheet-list="{self._name} {place}">{whole}</a>'
            )

        return render

    def html(
        self, items: Iterable[StructureItem], after: StructureItem | None, page_url: str
    ) -> str:
        """Return entries of the list below their headings.

        Args:
            items: The entries, and the index page, which is left out.
            after: The entry that they stand after, if any.
            page_url: The URL of the page that shows them.
        """
        around = _neighbour(page_url)
        html = []
        for item in items:
            if (place := self._places.get(id(item))) is not None:
                key = (around, place)
                if (entry := self._rendered.get(key)) is None:
                    label, whole = self._labels[place]
                    entry = self._rendered[key] = _entry(item, around, label, whole)
                html += [self._heading(item, after), entry]
                after = item
        return "".join(html)

    def script(self) -> bytes:
        """Return the script with all entries.

        Each is a list: URL, label, status, title where it says more than the label, heading, and
        for a section the number of operations in it.
        """
        rows = []
        for item, labels in zip(self._items, self._labels, strict=True):
            label, whole = map(unescape, labels)
            title = "" if whole == label else whole
            count = [str(number)] if (number := count_operations(item)) else []
            rows.append([_url(item), label, _status(item), title, self._headings[id(item)], *count])
        data = json.dumps(rows, ensure_ascii=False, separators=(",", ":"))
        return f'window.callsheetNavigation("{self._name}",{data});\n'.encode(errors="replace")

    def label(self, item: StructureItem) -> str:
        """Return what an entry of the list is called, as HTML; empty for another one."""
        place = self._places.get(id(item))
        return "" if place is None else breakable(self._labels[place][0])

    def words(self, item: StructureItem) -> str:
        """Return all that `html` says of an entry besides its own title, URL and status."""
        place = self._places.get(id(item))
        return "" if place is None else repr((self._headings[id(item)], *self._labels[place]))

    @cached_property
    def _name(self) -> str:
        urls = "\n".join(map(_url, self._items))
        return hashlib.blake2b(urls.encode(), digest_size=5).hexdigest()

    @cached_property
    def _labels(self) -> Sequence[tuple[str, str]]:
        """Short titles before the whole ones; pages have titles once all of them are read."""
        labels = dict(_labels(self._items))
        return [labels[id(item)] for item in self._items]

    def _heading(self, item: StructureItem, after: StructureItem | None) -> str:
        """Return the heading before an entry, unless the entry before has the same one."""
        heading = self._headings.get(id(item), "")
        if not heading or (after is not None and heading == self._headings.get(id(after))):
            return ""
        return f'<li class="md-nav__item callsheet-nav-heading">{escape(heading)}'


def nothing(_: str) -> str:
    """Return no entries, as a `Render`."""
    return ""


def closed(item: StructureItem) -> StructureItem:
    """Return an entry with nothing below it: for a section, a link to its first page."""
    first = item
    while isinstance(first, Section) and first.children:
        first = first.children[0]
    if isinstance(item, Section) and isinstance(first, Page | Link):
        return Link(counted(item), first.url)
    return item


_counts: WeakKeyDictionary[Section, int] = WeakKeyDictionary()


def count_operations(item: StructureItem) -> int:
    """Return how many pages or links of operations a section has; 0 for another entry.

    Pages have their marks once all of them are read.
    """
    if not isinstance(item, Section):
        return 0
    if (count := _counts.get(item)) is None:
        own = sum(map(_is_operation, item.children))
        count = _counts[item] = own + sum(map(count_operations, item.children))
    return count


def counted(section: Section) -> str:
    """Return the title of a section with the number of its operations, as HTML."""
    return f"{section.title}{_small(section)}"


def _small(item: StructureItem) -> str:
    count = count_operations(item)
    return f"<small>&nbsp;{count}</small>" if count else ""


def _entry(item: StructureItem, around: str, label: str, whole: str) -> str:
    """Return an entry, which is what most of a page's navigation consists of.

    It has no markup of Material's: the script of the page adds that, and until then, a stylesheet
    shows the entry in the same way. One with a status of the author's has it here.
    """
    href = attribute(_relative(_url(item), around))
    title = f' title="{whole}"' if whole != label else ""
    status, text = _status(item), breakable(label) + _small(item)
    if not status or _METHOD.fullmatch(status):
        method = f" class=c-{status.removeprefix(_STATUS)}" if status else ""
        return f"<li{method}><a href={href}{title}>{text}</a>"
    # Without quotation marks, as a minified page has it: a list may be put into one of these.
    return (
        f"<li class=md-nav__item><a href={href} class=md-nav__link{title}>"
        f"<span class=md-ellipsis>{text}</span>"
        f'<span class="md-status md-status--{status}"></span></a>'
    )


def _neighbour(page_url: str) -> str:
    """Return the URL of any page in the folder of a page: relative links are the same on each."""
    folder = page_url.rstrip("/").rpartition("/")[0]
    # MkDocs takes a last part with a point for a file, and only that.
    is_file = not page_url.endswith("/") or page_url == "./"
    return f"{folder}{'/' if folder else ''}{'_.html' if is_file else '_/'}"


def _relative(url: str, around: str) -> str:
    """Return the shortest way to a URL from pages with a certain neighbour."""
    if _PATH.match(url):
        return get_relative_url(url, around)
    return normalize_url(url, base=get_relative_url(".", around))


def breakable(label: str) -> str:
    """Return a label that may go on in the next line between segments and in long names."""
    if _ROUTE.fullmatch(label):
        label = label[0] + label[1:].replace("/", "<wbr>/")
    return _LONG_NAME.sub(lambda name: _HUMP.sub("<wbr>", name[0]), label)


def _url(item: StructureItem) -> str:
    link = closed(item)
    return (link.url or "") if isinstance(link, Page | Link) else ""


def _status(item: StructureItem) -> str:
    return str(item.meta.get("status", "")) if isinstance(item, Page | OperationLink) else ""


def _is_operation(item: StructureItem) -> bool:
    is_marked = isinstance(item, Page) and OPERATION in item.meta
    return is_marked or _status(item).startswith(_STATUS)


def _labels(items: Sequence[StructureItem]) -> Iterator[tuple[int, tuple[str, str]]]:
    """Yield short titles, as HTML, before the whole ones, by the identities of their entries.

    Titles of operations are short as far as they differ, and routes without their common part.
    """
    ours = [item for item in items if _status(item).startswith(_STATUS)]
    shorts = {id(item): escape(short_title(unescape(str(item.title)))) for item in ours}
    counts = Counter((_status(item), shorts[id(item)]) for item in ours)
    routes = [str(item.title) for item in ours if _ROUTE.fullmatch(str(item.title))]
    parts = zip(*(route.split("/")[:-1] for route in routes), strict=False)
    shared = takewhile(lambda each: len({*each}) == 1, parts) if len(routes) > 1 else ()
    common = "/".join(each[0] for each in shared)
    for item in items:
        whole = label = str(item.title)
        if id(item) in shorts:
            if counts[_status(item), shorts[id(item)]] == 1:
                label = shorts[id(item)]
            if common and whole in routes:
                rest = whole.removeprefix(common).strip("/") or whole
                # A parameter alone does not say of what.
                label = f"{common.rpartition('/')[2]}/{rest}" if rest[0] == "{" else rest
        yield id(item), (label, whole)
