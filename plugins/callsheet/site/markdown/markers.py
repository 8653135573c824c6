"""Comments that are replaced: `<!-- callsheet: … -->` alone between blank lines."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from html import escape, unescape
from xml.etree.ElementTree import Element, fromstring

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor
from markdown.util import HTML_PLACEHOLDER_RE, AtomicString

from callsheet import lazy_re as re
from callsheet.paths import join
from callsheet.render import MAX_WHOLE, Anchors, Heading, RenderedPage, is_whole_word
from callsheet.site.markdown.converter import SiteMarkdown, ids_in, is_plain, is_too_much
from callsheet.site.markdown.whole_words import MAX_IN_CELL
from callsheet.source.markers import MARKER

Renderer = Callable[[str], str | None]
"""Returns the well-formed HTML for a marker; None for a marker of another kind."""

SUMMARY = "callsheet-summary"
"""The class of elements whose text is Markdown, written for another page."""

# Before the inline patterns, which have priority 20.
_BEFORE_INLINE = 25.0
_NOT_IN_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_LINK = re.compile(r"!?\[(?P<text>[^\[\]]*)\](?:\((?:[^()]++|\([^()]*+\))*+\)|\[[^\[\]]*\])")
_HEADING = re.compile(r"<h([1-6])>((?:[^<]|<(?!/?h[1-6]))*+)</h\1>")
_SHOWN = re.compile(rf'(<span class="{SUMMARY}">)([^<]*)(?=</span>)')
_CODE = re.compile(r"(</?td)|<code>([^<>-]*-[^<>]*)</code>")
"""A word in code, or where a cell begins or ends."""
_ADDRESS = re.compile(r'( href=")([^"#:]+\.mdx?)(?=["#])')
_TAG = re.compile("<[^<>]*>")
_PREFORMATTED = re.compile(r"(<pre>.*?(?:</pre>|\Z))", re.DOTALL)
_QUOTED = re.compile(r"( (?:class|href|id)=)\"([^\s\"'=<>`]+)\"(?=[ >])")


class MarkerTreeprocessor(Treeprocessor):
    """Replaces the markers by HTML.

    It comes before the inline patterns and before `toc` and MkDocs' link checks: summaries are
    Markdown, headings belong to the table of contents, and links go to `.md` files, which the
    engine resolves as it resolves those that an author writes.
    """

    def __init__(self, md: Markdown, renderers: Sequence[Renderer]) -> None:
        super().__init__(md)
        self._renderers = renderers

    def run(self, root: Element) -> None:
        """Replace the markers in the tree."""
        for parent in list(root.iter()):
            for index, child in enumerate(parent):
                if (marker := self._marker(child)) is not None:
                    html = filter(None, (render(marker) for render in self._renderers))
                    if (found := next(html, None)) is not None:
                        parent[index] = element_of(found, self.md)

    def _marker(self, element: Element) -> str | None:
        match = HTML_PLACEHOLDER_RE.fullmatch((element.text or "").strip())
        if match is None or len(element):
            return None
        stash = self.md.htmlStash.rawHtmlBlocks
        number = int(match[1])
        if number >= len(stash):
            return None
        comment = MARKER.fullmatch(str(stash[number]).strip())
        return comment["marker"].strip() if comment else None


def page_of(
    text: str,
    renderers: Sequence[Renderer],
    markdown: SiteMarkdown,
    folder: str,
    url: Callable[[str], str],
) -> RenderedPage | None:
    """Return a page of a marker, with or without a heading above, without Markdown.

    It is None for any other page.

    Args:
        text: The text of the page.
        renderers: Render the markers.
        markdown: Renders the summaries.
        folder: The folder of the page.
        url: Returns the URL of a page by its path.
    """
    title, _, rest = text.strip().removeprefix("# ").partition("\n\n")
    is_titled = text.lstrip().startswith("# ") and markdown.is_kept(title)
    comment = MARKER.fullmatch(rest.strip() if is_titled else text.strip())
    marker = comment["marker"].strip() if comment else ""
    found = filter(None, (render(marker) for render in renderers if marker))
    if (html := next(found, None)) is None:
        return None
    html = f"<h1>{title}</h1>\n{html}" if is_titled else html
    anchors, headings = Anchors(), list[Heading]()
    anchors.reserve(ids_in(html))

    def heading(match: re.Match[str]) -> str:
        level, title = match.groups()
        shown = unescape(_TAG.sub("", title))
        headings.append(Heading(int(level), anchors.of_heading(shown), shown))
        return f'<h{level} id="{headings[-1].id}">{title}</h{level}>'

    is_in_cell = False

    def code(match: re.Match[str]) -> str:
        nonlocal is_in_cell
        if match[1]:
            is_in_cell = match[1] == "<td"
            return match[0]
        longest = MAX_IN_CELL if is_in_cell else MAX_WHOLE
        is_whole = is_whole_word(unescape(match[2]), longest)
        return match[0].replace(">", ' class="callsheet-whole">', 1) if is_whole else match[0]

    def summary(match: re.Match[str]) -> str:
        return match[1] + markdown.inline(_LINK.sub(r"\g<text>", unescape(match[2])))

    # As Markdown writes it.
    html = _CODE.sub(code, html.replace("&#39;", "'"))
    html = _ADDRESS.sub(lambda m: m[1] + escape(url(join(folder, unescape(m[2])))), html)
    html = _SHOWN.sub(summary, _HEADING.sub(heading, html))
    parts = _PREFORMATTED.split(html)
    parts[::2] = [_QUOTED.sub(r"\1\2", part.replace(">\n", ">")) for part in parts[::2]]
    return RenderedPage("".join(parts), tuple(headings), ids=anchors.taken | markdown.ids)


def element_of(html: str, md: Markdown) -> Element:
    """Return well-formed HTML as an element, whose summaries are still Markdown."""
    # A template's output, in which every text of a page is escaped.
    root = fromstring(_NOT_IN_XML.sub("", html))  # noqa: S314
    for element in root.iter():
        text = element.text or ""
        if element.get("class") == SUMMARY:
            # Its links are right on the page that it was written for.
            text = _LINK.sub(r"\g<text>", text)
            as_it_is = is_plain(text, md) or is_too_much(text)
            element.text = AtomicString(text) if as_it_is else text
        else:
            element.text = AtomicString(text)
        element.tail = AtomicString(element.tail or "")
    return root


def register(md: Markdown, renderers: Sequence[Renderer]) -> None:
    """Register the processor."""
    processor = MarkerTreeprocessor(md, renderers)
    md.treeprocessors.register(processor, "callsheet_markers", _BEFORE_INLINE)
