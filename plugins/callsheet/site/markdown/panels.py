"""Finished HTML between the blocks of a page: comments mark its places until the end."""

from __future__ import annotations

import re

from markdown import Markdown
from markdown.postprocessors import Postprocessor

# After `raw_html`, which has priority 30 and puts the comments back.
_AFTER_RAW_HTML = 20.0
# In a list, a mark is a paragraph.
_MARK = re.compile(
    r"<p>\s*<!--callsheet-panel:(?P<number>\d{1,6})-->\s*</p>"
    r"|<!--callsheet-panel:(?P<inline>\d{1,6})-->"
)


class Panels(Postprocessor):
    """Puts HTML in the places that it has marked in the text of the page."""

    def __init__(self, md: Markdown) -> None:
        super().__init__(md)
        self._html: list[str] = []
        md.postprocessors.register(self, "callsheet_panels", _AFTER_RAW_HTML)

    def clear(self) -> None:
        """Forget the HTML of the page before."""
        self._html.clear()

    def mark(self, html: str) -> str:
        """Return the line that marks the place of some HTML."""
        self._html.append(html)
        return f"<!--callsheet-panel:{len(self._html) - 1}-->"

    def run(self, text: str) -> str:
        """Replace the marks; one that an author writes shows nothing."""
        return _MARK.sub(self._panel, text) if self._html else text

    def _panel(self, match: re.Match[str]) -> str:
        number = int(match["number"] or match["inline"])
        return self._html[number] if number < len(self._html) else ""
