"""Short code with hyphens in texts, which browsers divide after each hyphen, stays in one line."""

from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor

from callsheet.render import MAX_WHOLE, is_whole_word

# After the inline patterns, which have priority 20.
_AFTER_INLINE = 15.0
MAX_IN_CELL = 14
"""The same in a table, which has several columns."""


class _WholeWords(Treeprocessor):
    """Gives such code a class."""

    def run(self, root: Element) -> None:
        """Give it the class, unless it has one already."""
        in_cells = {id(code) for cell in root.iter("td") for code in cell.iter("code")}
        for code in root.iter("code"):
            most = MAX_IN_CELL if id(code) in in_cells else MAX_WHOLE
            text = code.text or ""
            if not len(code) and is_whole_word(text, most) and "class" not in code.attrib:
                code.set("class", "callsheet-whole")


def register(md: Markdown) -> None:
    """Register the processor."""
    md.treeprocessors.register(_WholeWords(md), "callsheet_whole_words", _AFTER_INLINE)
