"""The operations of a group as cards, on its page."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from urllib.parse import unquote
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString

from callsheet.model import Operation
from callsheet.paths import folder_of, join
from callsheet.render import render_cards
from callsheet.render.phrases import phrase
from callsheet.site.generated.group_pages import MARKER as GROUP
from callsheet.site.markdown.current_page import current_page
from callsheet.site.markdown.markers import element_of
from callsheet.site.operations import SiteOperations
from callsheet.site.page_facts import DependencyRecorder
from callsheet.site.site_catalog import SiteCatalog
from callsheet.source.markers import MARKER

# After the inline patterns, which have priority 20, and before links are made those of the site.
_AFTER_INLINE = 15.0
# MkDocs takes the title of a page from its first element, with priority -1.
_AFTER_TITLE = -2.0
_CRUMBS = "callsheet callsheet-way"


class _Cards:
    """Renders cards for the page that is being converted."""

    def __init__(
        self,
        md: Markdown,
        operations: SiteOperations,
        address: Callable[[str], str],
        recorder: DependencyRecorder,
    ) -> None:
        self._md = md
        self._operations = operations
        self._address = address
        self._recorder = recorder

    def folder(self, known: SiteCatalog) -> str:
        """Return the folder of the page, which is the same in all languages."""
        return folder_of(known.catalog.shared_path(current_page(self._md) or ""))

    def of_group(self, known: SiteCatalog, folder: str) -> list[Operation]:
        """Return the operations of a folder."""
        self._recorder.add("group", folder)
        return [
            o for group in known.catalog.groups if group.path == folder for o in group.operations
        ]

    def render(self, known: SiteCatalog, sections: Iterable[tuple[str, list[Operation]]]) -> str:
        """Return the cards of operations below headings."""
        return render_cards(
            sections, lambda each: self._address(each.path) + each.anchor, known.titles
        )


def renderer(
    md: Markdown,
    operations: SiteOperations,
    address: Callable[[str], str],
    recorder: DependencyRecorder,
) -> Callable[[str], str | None]:
    """Return the renderer of the marker of a page's group.

    Args:
        md: The converter.
        operations: The operations of the site.
        address: Gives the address of a file, for the page that is being converted.
        recorder: Records what that page depends on.
    """
    cards = _Cards(md, operations, address, recorder)
    md.treeprocessors.register(
        _Overviews(md, operations, cards), "callsheet_overviews", _AFTER_INLINE
    )
    crumbs = _Crumbs(md, operations, address, recorder)
    md.treeprocessors.register(crumbs, "callsheet_crumbs", _AFTER_INLINE)
    md.treeprocessors.register(_CrumbsFirst(md), "callsheet_crumbs_first", _AFTER_TITLE)

    def render(marker: str) -> str | None:
        if marker != GROUP:
            return None
        known = operations.current()
        return cards.render(known, known.arranged(cards.of_group(known, cards.folder(known))))

    return render


class _Overviews(Treeprocessor):
    """Shows the operations of a group as cards on the overview that an author has written.

    A list of nothing but links to operations becomes cards. Those of the group that the page has no
    link to, and does not document itself, follow below its text. A page that says by a marker what
    is listed stays as it is.
    """

    def __init__(self, md: Markdown, operations: SiteOperations, cards: _Cards) -> None:
        super().__init__(md)
        self._operations = operations
        self._cards = cards

    def run(self, root: Element) -> None:
        """Replace lists, and add what the page does not link to."""
        path, known = current_page(self.md), self._operations.given
        if known is None or path is None or path not in known.overviews:
            return
        if any(MARKER.search(str(block)) for block in self.md.htmlStash.rawHtmlBlocks):
            return
        folder = folder_of(path)
        linked = {id(found) for link in root.iter("a") if (found := _target(link, folder, known))}
        for parent in list(root.iter()):
            for index, child in enumerate(parent):
                if child.tag == "ul" and (listed := _listed(child, folder, known)):
                    parent[index] = element_of(self._cards.render(known, [("", listed)]), self.md)
        group = self._cards.folder(known)
        others = (o for o in self._cards.of_group(known, group) if o.path != path)
        rest = [o for o in others if id(o) not in linked]
        if rest:
            root.append(element_of(self._cards.render(known, known.arranged(rest)), self.md))


class _Crumbs(Treeprocessor):
    """Adds the way from the index of all operations to the page of a group."""

    def __init__(
        self,
        md: Markdown,
        operations: SiteOperations,
        address: Callable[[str], str],
        recorder: DependencyRecorder,
    ) -> None:
        super().__init__(md)
        self._operations = operations
        self._address = address
        self._recorder = recorder

    def run(self, root: Element) -> None:
        """Add it at the end, as long as links are made those of the site."""
        path, known = current_page(self.md), self._operations.given
        if known is None or path is None or not known.is_of_group(path):
            return
        self._recorder.add("index", path)
        if (index := known.index_of(path)) not in ("", path):
            html = SubElement(root, "div", {"class": _CRUMBS})
            names = {"class": "callsheet-crumbs", "aria-label": phrase("Breadcrumbs")}
            crumbs = SubElement(html, "nav", {**names, "data-search-exclude": ""})
            link = SubElement(crumbs, "a", href=self._address(index))
            link.text = AtomicString(known.index_title(index))
            if not self._has_title(root):
                # Else a theme would show the title of the front matter above the way.
                SubElement(html, "h1").text = AtomicString(
                    next(
                        each.title for each in known.catalog.groups if each.path == folder_of(path)
                    )
                )

    def _has_title(self, root: Element) -> bool:
        blocks = self.md.htmlStash.rawHtmlBlocks
        return root.find("h1") is not None or any("<h1" in str(block) for block in blocks)


class _CrumbsFirst(Treeprocessor):
    """Moves the way to a group before its title."""

    def run(self, root: Element) -> None:
        """Move it to the beginning."""
        if len(root) and root[-1].get("class") == _CRUMBS:
            crumbs = root[-1]
            root.remove(crumbs)
            root.insert(0, crumbs)


def _listed(found: Element, folder: str, known: SiteCatalog) -> list[Operation]:
    """Return the operations of a list that has nothing but links to them; else none."""
    operations = []
    for item in found:
        inner = item[0] if len(item) == 1 and item[0].tag == "p" else item
        texts = [item.text, inner.text, *(child.tail for child in inner)]
        if len(inner) != 1 or inner[0].tag != "a" or any(text and text.strip() for text in texts):
            return []
        if (operation := _target(inner[0], folder, known)) is None:
            return []
        operations.append(operation)
    return operations


def _target(link: Element, folder: str, known: SiteCatalog) -> Operation | None:
    """Return the operation whose page a link leads to."""
    path, _, anchor = unquote(link.get("href", "")).partition("#")
    target = join(folder, path) if path else ""
    catalog = known.catalog
    if operation := catalog.by_path.get(target) or catalog.by_shared_path.get(target):
        return operation
    on_page = catalog.on_page.get(target, ())
    return next((each for each in on_page if each.uid == anchor), None)
