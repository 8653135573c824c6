"""Links in HTML, which the model of a page does not have."""

from collections.abc import Iterator

from callsheet import lazy_re as re
from callsheet.source.document import Document
from callsheet.source.masking import mask_blocks

_ANCHOR = re.compile(r"""<a\b[^<>]{0,500}?\bhref=["']?(?P<href>[^\s"'<>]+)""", re.IGNORECASE)


def html_links(document: Document) -> Iterator[tuple[int, re.Match[str]]]:
    """Yield the links in HTML with their lines; the group `href` is what they lead to."""
    if not any("<a" in line or "<A" in line for line in document.lines):
        return
    code = {
        number
        for number, line in enumerate(mask_blocks(document).split("\n"), 1)
        if not line.strip()
    }
    for block in document.blocks:
        if block.text.lstrip().startswith("<"):
            code -= set(range(block.span.start, block.span.end + 1))
    for number, line in enumerate(document.lines, 1):
        if number not in code:
            for match in _ANCHOR.finditer(line):
                yield number, match
