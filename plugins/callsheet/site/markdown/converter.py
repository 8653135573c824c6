"""The site's Markdown, for the texts within an operation's page."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from functools import cached_property
from html import escape, unescape
from typing import Any
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.extensions.footnotes import FootnoteExtension
from markdown.extensions.toc import TocTreeprocessor
from markdown.treeprocessors import Treeprocessor
from markdown.util import ETX, STX

from callsheet import lazy_re as re
from callsheet.render import Heading, Prose
from callsheet.site.markdown.html_injection import HtmlInjector

# Letters, digits and spaces, and punctuation where no extension makes anything of it.
_PLAIN = re.compile(r"(?:[\w ,;?()]++|[.:](?= |$)|(?<=\w)[/-](?=\w))*+")
# Its first word is neither a key nor a number, as lists, terms and front matter have it.
_PLAIN_LINE = re.compile(rf"[^\W_]+(?:-[^\W_]+)*(?:[ ,;?]{_PLAIN.pattern})?")
_ID = re.compile(r"<[a-zA-Z][^<>]*?\s(?:id|name)=\"?([^\s\">]+)")
# What may lead somewhere, or be defined elsewhere on the page; not a tag without attributes.
_OF_THE_PAGE = re.compile(r"[\[@]|<(?!/?\w+ ?/?>)|://|www\.", re.IGNORECASE)
_HREF = re.compile(r"<a[^<>]*? href=\"([^\"<>]*)\"")
# An address that Markdown leaves as it is.
_PLAIN_ADDRESS = re.compile(r"[\w./-]+", re.ASCII)
# Others might change the HTML of a text, or go on from the text before.
_KNOWN = ("callsheet.", "markdown.", "material.", "mkdocs.", "properdocs.", "pymdownx.")
_KNOWN_AT_THE_END = ("callsheet.", "markdown.")
# Tree processors that look for words or symbols of their own in any text.
_OF_WORDS = ("abbr", "smart-symbols")
_OF_ADDRESSES = ("callsheet.site.markdown.xrefs", "mkdocs.", "properdocs.")
MAX_TEXT = 65_536
"""A longer text is shown unconverted: Python-Markdown takes quadratic time for some."""

MAX_BRACKETS = 1_000
"""So is a text with more opening brackets, of which it looks for the end of each."""

MAX_IDS = 100_000
"""Nor has a page texts with ids of their own where the ids before them add up to more than this."""

# What a heading or another element with an id may be made of: marks, or text from elsewhere.
_MAY_HAVE_IDS = re.compile(r"[#<={]|\[!|^///|^[ \t>]*+-++[ \t]*$", re.MULTILINE)
_CELL = re.compile(r"<td[^>]*>(?P<inside>.*)</td>", re.DOTALL)


class SiteMarkdown:
    """Renderer of texts with the Markdown instance that is converting the page.

    Operation pages are found by its first preprocessor, when nothing of the page has been
    converted. So the instance is free to convert other texts before, one after the other, and they
    have every extension of the site as it is configured, MkDocs' link checks included. A second
    instance would have to be put together from a configuration that an extension cannot see.

    Attributes:
        ids: The ids in what it has rendered.

    Args:
        md: The instance.
        injector: Puts HTML into the page.
        expand: Replaces the includes in a text.
        cache: The HTML of texts that are the same on every page, for all pages of a build.
    """

    def __init__(
        self,
        md: Markdown,
        injector: HtmlInjector,
        expand: Callable[[str], str],
        cache: dict[str, str],
    ) -> None:
        self._md = md
        self._injector = injector
        self._expand = expand
        self._cache = cache
        self.busy = False
        self.ids: set[str] = set()
        self._taken: AbstractSet[str] = frozenset()
        self._announced = 0

    def block(self, text: str, taken: AbstractSet[str]) -> Prose:
        """Render a text with paragraphs, lists, headings and so on.

        Args:
            text: The text.
            taken: The ids that the page has already, one object for all of its texts.
        """
        if is_too_much(text):
            return Prose(f"<pre>{escape(text)}</pre>")
        line = text.strip("\n")
        if self.is_kept(line):
            return Prose(f"<p>{line}</p>")
        if taken is not self._taken:
            self._taken, self._announced = taken, 0
        has_ids = _MAY_HAVE_IDS.search(text) is not None
        self._announced += len(taken) if has_ids else 0
        if has_ids and self._announced > MAX_IDS:
            return Prose(f"<pre>{escape(text)}</pre>")
        # The `toc` extension must not give a heading an id that the page has already; it learns of
        # them through this HTML.
        self._injector.set(ids=sorted(taken) if has_ids else ())
        self.busy = True
        try:
            html = self._md.convert(text)
        finally:
            self.busy = False
        self.ids |= ids_in(html)
        headings = tuple(_headings(getattr(self._md, "toc_tokens", ())))
        # Else the footnotes of this text would follow the next one, too.
        for extension in self._md.registeredExtensions:
            if isinstance(extension, FootnoteExtension):
                extension.reset()
        return Prose(html, headings)

    def is_kept(self, line: str) -> bool:
        """Tell whether a line is a paragraph, or a heading, in which it is as it is."""
        is_plain_line = _PLAIN_LINE.fullmatch(line) is not None
        return is_plain_line and is_plain(line, self._md) and self._is_known

    def inline(self, text: str) -> str:
        """Render a text as the `tables` extension renders a cell."""
        html = self._cache.get(text)
        if html is None:
            shown = without_marks(self._expand(text))
            is_shown = is_plain(shown, self._md) or is_too_much(shown)
            html = escape(shown) if is_shown else self._inline(shown)
            if not _OF_THE_PAGE.search(text) and "abbr" not in self._md.treeprocessors:
                self._cache[text] = html
        if "=" in html:
            self.ids |= ids_in(html)
        return html

    def _inline(self, text: str) -> str:
        # A cell within an element, since tree processors visit the children of the root.
        root = Element("div")
        SubElement(root, "td").text = text
        for processor in self._md.treeprocessors:
            # There is no heading in a cell.
            if isinstance(processor, TocTreeprocessor):
                continue
            if (changed := processor.run(root)) is not None:
                root = changed
        html = self._md.serializer(root[0]).strip()
        if match := _CELL.fullmatch(html):
            html = match["inside"]
        for postprocessor in self._md.postprocessors:
            html = postprocessor.run(html)
        return html.strip()

    def url(self, address: str) -> str:
        """Return the URL that the engine makes of the address of a file, as an author writes it."""
        if self._links and _PLAIN_ADDRESS.fullmatch(address):
            root = Element("div")
            link = SubElement(root, "a", href=address)
            for processor in self._links:
                processor.run(root)
            return link.get("href", address)
        match = _HREF.search(self.inline(f"[x]({address})"))
        return unescape(match[1]) if match else address

    @cached_property
    def _is_known(self) -> bool:
        return is_known(self._md)

    @cached_property
    def _links(self) -> Sequence[Treeprocessor]:
        """The processors that change addresses, of MkDocs and our own; none with unknown others."""
        if not self._is_known:
            return ()
        steps = self._md.treeprocessors
        return [step for step in steps if _module(step).startswith(_OF_ADDRESSES)]


def is_known(md: Markdown) -> bool:
    """Tell whether all processors of an instance are those of packages that this one knows."""
    others: Iterable[object] = (
        *md.preprocessors,
        *md.parser.blockprocessors,
        *md.inlinePatterns,
        *md.treeprocessors,
    )
    return all(_module(each).startswith(_KNOWN) for each in others) and all(
        _module(each).startswith(_KNOWN_AT_THE_END) for each in md.postprocessors
    )


def _module(processor: object) -> str:
    return type(processor).__module__


def is_plain(text: str, md: Markdown) -> bool:
    """Tell whether a site's Markdown leaves a text as it is."""
    if "_" in text or _PLAIN.fullmatch(text) is None:
        return False
    return not any(name in md.treeprocessors for name in _OF_WORDS)


def ids_in(html: str) -> set[str]:
    """Return the ids of elements, and the names of anchors."""
    return set(_ID.findall(html)) if "id=" in html or "name=" in html else set()


def is_too_much(text: str) -> bool:
    """Tell whether a text is shown unconverted, since Python-Markdown might take long for it."""
    return len(text) > MAX_TEXT or text.count("[") > MAX_BRACKETS


def without_marks(text: str) -> str:
    """Remove the two control characters that Python-Markdown marks its own work with."""
    return text.replace(STX, "").replace(ETX, "")


def _headings(tokens: Iterable[dict[str, Any]]) -> Iterator[Heading]:
    for token in tokens:
        yield Heading(token["level"], token["id"], unescape(token["name"]))
        yield from _headings(token["children"])
