"""Pages on which authors, or an import, define types: links to types, and what uses the type."""

from collections.abc import Callable
from urllib.parse import quote
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor

from callsheet import lazy_re as re
from callsheet.model import BUILT_IN_TYPES
from callsheet.schema.words.facets import Facet
from callsheet.site.generated.type_pages import USES, TypePages
from callsheet.site.markdown.current_page import current_page
from callsheet.site.markdown.markers import Renderer, element_of
from callsheet.site.markdown.property_tables import with_own_tables
from callsheet.site.operations import SiteOperations
from callsheet.site.page_facts import DependencyRecorder

# After the inline patterns, which have priority 20, and before links are made those of the site.
_AFTER_INLINE = 15.0
_NAME = re.compile(r"(\w[\w.]*)")


class _DefiningPages(Treeprocessor):
    """Turns the types in tables into links, and adds the operations that use the type.

    The column of annotations is for tools.
    """

    def __init__(
        self,
        md: Markdown,
        operations: SiteOperations,
        types: TypePages,
        address: Callable[[str], str],
        recorder: DependencyRecorder,
    ) -> None:
        super().__init__(md)
        self._operations = operations
        self._types = types
        self._address = address
        self._recorder = recorder
        self._render: Renderer = types.renderer(address, recorder)

    def run(self, root: Element) -> None:
        """Change the page of a type; all other pages stay as they are."""
        path, known = current_page(self.md), self._operations.given
        if known is None or path is None or path in known.encrypted:
            return
        name = self._types.defined_on(path)
        if not name:
            return
        for table in root.iter("table"):
            rows = list(table.iter("tr"))
            heads = [(head.text or "").strip().lower() for head in rows[0]] if rows else []
            for row in rows[1:]:
                for head, cell in zip(heads, row, strict=False):
                    if head == "type":
                        self._link(cell)
            if "type" in heads and Facet.ANNOTATIONS in heads:
                index = heads.index(Facet.ANNOTATIONS)
                for row in rows:
                    if index < len(row):
                        row.remove(row[index])
        with_own_tables(root)
        if uses := self._render(f"{USES} {quote(name, safe='')}"):
            root.append(element_of(uses, self.md))

    def _link(self, cell: Element) -> None:
        """Turn the names of types in a cell without other marks into links."""
        if len(cell) or not cell.text:
            return
        before, *parts = _NAME.split(cell.text)
        cell.text = before
        for word, after in zip(parts[::2], parts[1::2], strict=True):
            self._recorder.add("type", word)
            path = None if word in BUILT_IN_TYPES else self._types.path(word)
            if path:
                link = SubElement(cell, "a", href=self._address(path))
                link.text, link.tail = word, after
            elif len(cell):
                cell[-1].tail = f"{cell[-1].tail or ''}{word}{after}"
            else:
                cell.text += word + after


def register(
    md: Markdown,
    operations: SiteOperations,
    types: TypePages,
    address: Callable[[str], str],
    recorder: DependencyRecorder,
) -> None:
    """Register the processor."""
    processor = _DefiningPages(md, operations, types, address, recorder)
    md.treeprocessors.register(processor, "callsheet_defined_types", _AFTER_INLINE)
