"""The list of all operations, in the place of a marker."""

from __future__ import annotations

import posixpath
import re
from urllib.parse import quote
from xml.etree.ElementTree import Element, fromstring

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor
from markdown.util import HTML_PLACEHOLDER_RE, AtomicString

from callsheet.model import Operation
from callsheet.render import render_operations
from callsheet.site.operations import Operations
from callsheet.site.pages import current_page

MARKER = "<!-- callsheet: operations -->"

_NOT_IN_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_LINK = re.compile(r"!?\[(?P<text>[^\]]*)\](?:\([^)]*\)|\[[^\]]*\])")


class OverviewTreeprocessor(Treeprocessor):
    """Puts the overview where the marker stands alone between blank lines.

    It comes before the inline patterns and before `toc` and MkDocs' link checks: the summaries are
    Markdown, the groups belong to the table of contents, and links go to `.md` files, which the
    engine resolves as it resolves those that an author writes.
    """

    def __init__(self, md: Markdown, operations: Operations) -> None:
        super().__init__(md)
        self._operations = operations

    def run(self, root: Element) -> None:
        """Replaces the markers in the tree."""
        for parent in list(root.iter()):
            for index, child in enumerate(parent):
                if self._is_marker(child):
                    parent[index] = self._overview()

    def _is_marker(self, element: Element) -> bool:
        match = HTML_PLACEHOLDER_RE.fullmatch((element.text or "").strip())
        if match is None or len(element):
            return False
        stash = self.md.htmlStash.rawHtmlBlocks
        number = int(match[1])
        return number < len(stash) and str(stash[number]).strip() == MARKER

    def _overview(self) -> Element:
        folder = posixpath.dirname(current_page(self.md) or "")

        def link(operation: Operation) -> str:
            return quote(posixpath.relpath(operation.path, folder or "."))

        html = render_operations(self._operations.catalog().groups, link)
        # The template's output, in which every text of a page is escaped.
        overview = fromstring(_NOT_IN_XML.sub("", html))  # noqa: S314
        for element in overview.iter():
            if element.get("class") == "callsheet-summary":
                # Its links are right on the operation's own page, and the title links there.
                element.text = _LINK.sub(r"\g<text>", element.text or "")
            else:
                element.text = AtomicString(element.text or "")
            element.tail = AtomicString(element.tail or "")
        return overview
