"""Cross references, and the other forms in which DocFX writes the address of a page."""

from dataclasses import dataclass
from urllib.parse import unquote
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.inlinepatterns import InlineProcessor
from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString

from callsheet import lazy_re as re
from callsheet.memo import cached
from callsheet.model import LinkKind, Page
from callsheet.paths import climbs_out, join, relative
from callsheet.site.markdown.converter import without_marks
from callsheet.site.markdown.current_page import current_page
from callsheet.site.operations import SiteOperations
from callsheet.site.page_facts import DependencyRecorder
from callsheet.source.links import MENTION, XREF, read_mention, read_xref

# Links have priority 160 to 125, autolinks and e-mail addresses 120 and 110, HTML 90.
_BEFORE_AUTOLINKS = 121
_AFTER_HTML = 85
# The inline patterns, which make the links, have priority 20.
_AFTER_INLINE = 18
_ADDRESSES = {"a": "href", "img": "src"}
_Match = tuple[Element | None, int | None, int | None]
_NOTHING: _Match = (None, None, None)


@dataclass(frozen=True, slots=True)
class Addresses:
    """Links to pages, as an author writes them: the engine turns them into URLs."""

    md: Markdown
    operations: SiteOperations
    recorder: DependencyRecorder

    @property
    def place(self) -> tuple[str, bool]:
        """The folder of the page that is being converted; whether its URL is that of the folder."""
        return _place(current_page(self.md) or "")

    def page(self, uid: str) -> Page | None:
        """Return the page of that uid."""
        self.recorder.add("uid", uid)
        return self.operations.page_of_uid(uid)

    def of_path(self, path: str, fragment: str = "") -> str:
        """Return the address of a file, from the page that is being converted."""
        address = relative(path, self.place[0])
        return f"{address}#{fragment}" if fragment else address

    def mdx_page(self, address: str) -> str | None:
        """Return the address of the page of MDX that a link means; None for any other link.

        Such pages are linked without a suffix, and often from the root.
        """
        path, _, fragment = address.partition("#")
        path = unquote(path)
        if not path or ":" in path or "?" in path or path.endswith(".mdx"):
            return None
        target = join(self.place[0], path.removesuffix(".md"))
        for candidate in (f"{target}.mdx", f"{target}/index.mdx"):
            if self.operations.has_page(candidate):
                return self.of_path(candidate, fragment)
        return None

    def link(self, written: str) -> Element:
        """Return a link as `<xref:…>` asks for it; without such a page, the uid in code."""
        uid, fragment, text = read_xref(written)
        if page := self.page(uid):
            link = Element("a", href=self.of_path(page.path, fragment))
            link.text = AtomicString(without_marks(text or page.title))
            return link
        code = Element("code")
        code.text = AtomicString(without_marks(text or uid))
        return code


@cached(64)
def _place(path: str) -> tuple[str, bool]:
    folder, _, name = path.rpartition("/")
    return folder, name.casefold() in {"index.md", "readme.md", "index.mdx", "readme.mdx"}


class _LinkPattern(InlineProcessor):
    ANCESTOR_EXCLUDES = ("a",)

    def __init__(self, md: Markdown, pattern: re.Pattern[str], addresses: Addresses) -> None:
        super().__init__(pattern.pattern, md)
        self.compiled_re = pattern
        self._addresses = addresses


class XrefPattern(_LinkPattern):
    """Pattern of `<xref:uid>`, which becomes a link."""

    def handleMatch(self, m: re.Match[str], data: str) -> _Match:  # type: ignore[override]  # noqa: N802
        """Return a link to the page of the uid."""
        written = m["double"] or m["single"] or m["bare"] or ""
        return self._addresses.link(written), m.start(), m.end()


class MentionPattern(_LinkPattern):
    """Pattern of `@uid`, which becomes a link; an `@` before any other word is plain text."""

    def handleMatch(self, m: re.Match[str], data: str) -> _Match:  # type: ignore[override]  # noqa: N802
        """Return a link to the page of the uid, if there is one."""
        kind, written = read_mention(m)
        if kind is LinkKind.XREF:
            return self._addresses.link(written), m.start(), m.end()
        page = self._addresses.page(written)
        if page is None:
            return _NOTHING
        link = Element("a", href=self._addresses.of_path(page.path))
        link.text = AtomicString(without_marks(page.title))
        return link, m.start(), m.start() + 1 + len(written)


class AddressTreeprocessor(Treeprocessor):
    """Converter of the addresses of links and images that only DocFX understands."""

    def __init__(self, md: Markdown, addresses: Addresses) -> None:
        super().__init__(md)
        self._addresses = addresses

    def run(self, root: Element) -> None:
        """Convert the addresses in the tree."""
        for element in root.iter():
            if (attribute := _ADDRESSES.get(str(element.tag))) is None:
                continue
            address = element.get(attribute, "")
            if address[:5].lower() == "xref:":
                self._cross_reference(element, address[5:])
            elif mdx := self._addresses.mdx_page(address):
                element.set(attribute, mdx)
            elif address.startswith(("~/", "../")):
                element.set(attribute, self._in_tree(address))

    def _cross_reference(self, element: Element, written: str) -> None:
        uid, fragment, text = read_xref(written)
        if page := self._addresses.page(uid):
            element.set("href", self._addresses.of_path(page.path, fragment))
            if not element.text and not len(element):
                element.text = AtomicString(without_marks(text or page.title))
            return
        # The author's words stay, with the uid that they were to lead to.
        element.tag = "span"
        element.attrib.pop("href", None)
        if element.text or len(element):
            last = element[-1] if len(element) else None
            if last is None:
                element.text = AtomicString(f"{element.text} ")
            else:
                last.tail = AtomicString(f"{last.tail or ''} ")
        SubElement(element, "code").text = AtomicString(without_marks(uid))

    def _in_tree(self, address: str) -> str:
        """Return the address as the engine knows it, if it begins at the root or goes above it."""
        folder, _ = self._addresses.place
        path, mark, rest = re.fullmatch(r"([^?#]*)([?#]?)(.*)", address, re.DOTALL).groups()  # type: ignore[union-attr]
        if not path.startswith("~/") and not climbs_out(folder, path):
            return address
        return relative(unquote(join(folder, path)), folder) + mark + rest


def register(md: Markdown, addresses: Addresses) -> None:
    """Register all processors of addresses."""
    unescaped = re.compile(r"(?<!\\)" + XREF.pattern, XREF.flags)
    xref = XrefPattern(md, unescaped, addresses)
    mention = MentionPattern(md, MENTION, addresses)
    md.inlinePatterns.register(xref, "callsheet_xref", _BEFORE_AUTOLINKS)
    md.inlinePatterns.register(mention, "callsheet_mention", _AFTER_HTML)
    tree = AddressTreeprocessor(md, addresses)
    md.treeprocessors.register(tree, "callsheet_addresses", _AFTER_INLINE)
