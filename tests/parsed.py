"""HTML as a tree, as the HTML standard has it where end tags are left out (13.2.6.4)."""

from __future__ import annotations

from typing import Any

from bs4 import BeautifulSoup

_ENDS = {
    "dd": {"dd", "dt"},
    "dt": {"dd", "dt"},
    "li": {"li"},
    "tbody": {"tbody", "thead"},
    "td": {"td", "th"},
    "th": {"td", "th"},
    "tr": {"tr"},
}
"""What an element ends that has no end tag, by its own name."""

_LISTS = {"dl", "ol", "table", "ul"}


class Parsed(BeautifulSoup):
    """The tree of a page or of a part of it."""

    def __init__(self, markup: str | bytes = "", *args: Any, **options: Any) -> None:
        super().__init__(markup, *(args or ("html.parser",)), **options)

    def handle_starttag(self, name: str, *args: Any, **options: Any) -> Any:
        """Begin an element, after those that it ends."""
        self.endData()
        ended = None
        for tag in reversed(self.tagStack):
            if tag.name in _LISTS:
                break
            if tag.name in _ENDS.get(name, ()):
                ended = tag
        while ended is not None and self.currentTag is not None:
            last = self.currentTag
            self.popTag()  # type: ignore[no-untyped-call]
            if last is ended:
                break
        return super().handle_starttag(name, *args, **options)
