"""Injection of finished HTML into a page, whose headings and anchors the processors still find."""

from collections.abc import Callable, Iterable
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor

from callsheet.render import Heading

# The `toc` extension, and MkDocs' search for link targets, have priority 5.
_BEFORE_TOC = 5.5
_AFTER_TOC = 4.5

_SHOW, _HIDE = "callsheet_outline_show", "callsheet_outline_hide"
"""The names of the two processors in a registry; between them, headings and ids are looked for."""


class HtmlInjector:
    """Puts HTML into the next conversion, and its headings where `toc` looks for them.

    An operation's HTML is in the stash, where `toc` does not look. Its headings and ids stand in
    the tree for that moment, so that `toc` lists them as the site configured it, and MkDocs knows
    which anchors can be linked to. Then the HTML takes their place.
    """

    def __init__(self, md: Markdown) -> None:
        self._md = md
        self._elements = Element("div")
        self._html = ""
        md.treeprocessors.register(_Step(self.show), _SHOW, _BEFORE_TOC)
        md.treeprocessors.register(_Step(self.hide), _HIDE, _AFTER_TOC)

    def set(
        self,
        headings: Iterable[Heading] = (),
        ids: Iterable[str] = (),
        names: Iterable[str] = (),
    ) -> None:
        """Set the headings and the ids of other elements, and no HTML.

        What is only a name can be linked to as well, and does not change the ids of headings.
        """
        self._html = ""
        self._elements = Element("div")
        known = set()
        for heading in headings:
            SubElement(self._elements, f"h{heading.level}", id=heading.id).text = heading.title
            known.add(heading.id)
        for other in ids:
            if other not in known:
                SubElement(self._elements, "span", id=other)
        for name in names:
            SubElement(self._elements, "a", name=name)

    def put(self, html: str) -> None:
        """Set the HTML to put into the page, too."""
        self._html = html

    def show(self, root: Element) -> None:
        """Put the elements into the tree."""
        root.append(self._elements)

    def hide(self, root: Element) -> None:
        """Take them out again, put in the HTML, and forget both."""
        root.remove(self._elements)
        if self._html:
            # Python-Markdown replaces a paragraph like this one as a whole.
            SubElement(root, "p").text = self._md.htmlStash.store(self._html)
        self.set()


class _Step(Treeprocessor):
    def __init__(self, change: Callable[[Element], None]) -> None:
        super().__init__()
        self._change = change

    def run(self, root: Element) -> None:
        self._change(root)
