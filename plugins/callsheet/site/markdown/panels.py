"""Finished HTML between the blocks of a page: comments mark its places until the end."""

from html import escape

from markdown import Markdown
from markdown.postprocessors import Postprocessor

from callsheet import lazy_re as re

# After `raw_html`, which has priority 30 and puts the comments back.
_AFTER_RAW_HTML = 20.0
_ID = re.compile(r"\sid=\"?([^\s\">]+)")
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
        self._anchors: dict[int, str] = {}
        md.postprocessors.register(self, "callsheet_panels", _AFTER_RAW_HTML)

    def clear(self) -> None:
        """Forget the HTML of the page before."""
        self._html.clear()
        self._anchors.clear()

    def mark(self, html: str) -> str:
        """Return the line that marks the place of some HTML."""
        self._html.append(html)
        return f"<!--callsheet-panel:{len(self._html) - 1}-->"

    def anchor(self, name: str) -> str:
        """Return the line that marks the place of an anchor."""
        self._anchors[len(self._html)] = name
        return self.mark(f'<div class="callsheet-anchor" id="{escape(name)}"></div>')

    def run(self, text: str) -> str:
        """Replace the marks; one that an author writes shows nothing."""
        if not self._html:
            return text
        ids = set(_ID.findall(text))
        for number, name in self._anchors.items():
            # The heading of an operation such as `GET /boats` has its name already.
            if name in ids:
                self._html[number] = ""
        return _MARK.sub(self._panel, text)

    def _panel(self, match: re.Match[str]) -> str:
        number = int(match["number"] or match["inline"])
        return self._html[number] if number < len(self._html) else ""
