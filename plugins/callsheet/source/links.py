"""References of a page: Markdown links, and the cross references and includes of DocFX."""

from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from urllib.parse import parse_qs, unquote

from callsheet import lazy_re as re
from callsheet.model import Link, LinkKind, Span
from callsheet.source.document import Document
from callsheet.source.masking import blank, mask_blocks, mask_spans

XREF = re.compile(
    r"<xref:(?:\"(?P<double>[^\"\n]*)\"|'(?P<single>[^'\n]*)'|(?P<bare>[^<>\n]*))>", re.IGNORECASE
)
"""`<xref:uid>`; the uid may be quoted."""

# A bare uid ends before white space and some marks, and before punctuation that is followed by
# either: DocFX's `XrefInlineShortParser`. An e-mail address has something before the `@`. The two
# control characters are the placeholders of Python-Markdown, around what it has converted already.
MENTION = re.compile(
    r"(?<![\w\\.+/@-])@(?:\"(?P<double>[^\"\n]+)\"|'(?P<single>[^'\n]+)'"
    r"|(?P<bare>[A-Za-z](?:[^\s\x02\x03\"'`<>\[\]|.,;:!?~]|[.,;:!?~](?![\s\"'`<>\[\]|.,;:!?~]|\Z))*))"
)
"""`@uid`, `@"uid"` and `@'uid'`."""

# Its parts are bounded, or each bracket of a long text would search all of the rest.
INCLUDE = re.compile(
    r"\[!include[-+]?[ \t]*\[(?P<title>(?:\\.|[^\[\]\\\n]){0,500}+)\]"
    r"\([ \t]*(?:<(?P<angle>[^<>\n]{0,1000}+)>|(?P<path>[^)\s]{0,1000}+))"
    r"(?:[ \t][^)\n]{0,500}+)?\)\]",
    re.IGNORECASE,
)
"""`[!include[title](path)]`."""

_LINK = re.compile(
    r"\]\([ \t]*\n?[ \t]*(?:<(?P<angle>[^<>\n]*)>"
    r"|(?P<bare>[^\s()<>]*(?:\([^\s()<>]*\)[^\s()<>]*)*))(?=[\s)])"
)
_DEFINITION = re.compile(
    r"^[ \t>]*\[(?!\^)[^\]\n]{1,500}\]:[ \t]*\n?[ \t]*(?:<(?P<angle>[^<>\n]*)>|(?P<bare>\S+))",
    re.MULTILINE,
)
_MAX_LINK_TEXT = 2000
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:|[/\\]|[?#]|\Z")
_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")
_SIGNS = ("](", "@", "<x", "<X", "[!", "]:")


@dataclass(frozen=True, slots=True)
class Reference:
    """A reference in a text.

    Attributes:
        kind: The kind of reference.
        target: What it refers to, decoded, without fragment and query.
        fragment: What follows `#`.
        text: The link text of a query `?text=…`; empty where there is none.
        start: Where it begins, a character of the text; for a link, where its destination begins.
        end: Where it ends; for a link, where its destination ends.
    """

    kind: LinkKind
    target: str
    fragment: str
    text: str
    start: int
    end: int


def read_links(document: Document) -> tuple[Link, ...]:
    """Return the references of a page to other pages and files, in the order of the lines."""
    references = find_references(document)
    text = "\n".join(document.lines) if references else ""
    links = []
    line, position = 1, 0
    for reference in references:
        line += text.count("\n", position, reference.start)
        position = reference.start
        links.append(Link(reference.kind, reference.target, reference.fragment, Span(line, line)))
    return tuple(links)


def find_references(document: Document) -> list[Reference]:
    """Return the references outside of code and HTML, in their order.

    Offsets count from the start of the page's lines, joined by line feeds, front matter included.
    """
    # Nearly all pages return here, after a few microseconds.
    if not _has_sign("\n".join(document.lines)):
        return []
    text = mask_blocks(document)
    if not _has_sign(text):
        return []
    text = mask_spans(text)
    found = list(_includes(text))
    text = blank(text, [(include.start, include.end) for include in found])
    found += _cross_references(text)
    found += _links(text)
    return sorted(found, key=lambda reference: reference.start)


def _has_sign(text: str) -> bool:
    return any(sign in text for sign in _SIGNS)


def read_xref(written: str) -> tuple[str, str, str]:
    """Parse what follows `xref:`.

    Returns:
        The uid, the fragment, and the link text of `?text=…`.
    """
    address, _, fragment = unescape(written).partition("#")
    uid, _, query = address.partition("?")
    text = parse_qs(query).get("text", [""])[0] if query else ""
    return unquote(uid).strip(), fragment, text


def read_mention(match: re.Match[str]) -> tuple[LinkKind, str]:
    """Return the kind and the uid of a match of `MENTION`; a bare one may be any word."""
    if quoted := match["double"] or match["single"]:
        return LinkKind.XREF, quoted
    uid = match["bare"]
    # A bracket or emphasis around it is not part of the uid, unlike that of `@Save(System.String)`.
    end, unopened = len(uid), uid.count(")") - uid.count("(")
    while uid[end - 1] == "*" or (uid[end - 1] == ")" and unopened > 0):
        unopened -= uid[end - 1] == ")"
        end -= 1
    return LinkKind.MENTION, uid[:end]


def _includes(text: str) -> Iterator[Reference]:
    for match in INCLUDE.finditer(text):
        yield Reference(LinkKind.INCLUDE, include_path(match), "", "", match.start(), match.end())


def include_path(match: re.Match[str]) -> str:
    """Return the path of a match of `INCLUDE`, with forward slashes."""
    written = match["angle"] or match["path"] or ""
    return unquote(written).replace("\\", "/").partition("?")[0].partition("#")[0]


def _cross_references(text: str) -> Iterator[Reference]:
    # The patterns are slow, and few pages have the signs.
    for match in XREF.finditer(text) if "<x" in text or "<X" in text else ():
        written = match["double"] or match["single"] or match["bare"] or ""
        yield Reference(LinkKind.XREF, *read_xref(written), match.start(), match.end())
    for match in MENTION.finditer(text) if "@" in text else ():
        kind, written = read_mention(match)
        place = match.start(), match.start() + 1 + len(written)
        if kind is LinkKind.XREF:
            yield Reference(kind, *read_xref(written), *place)
        else:
            yield Reference(kind, written, "", "", *place)


def _links(text: str) -> Iterator[Reference]:
    for pattern in (_LINK, _DEFINITION):
        for match in pattern.finditer(text):
            if pattern is _LINK and text.rfind("[", *_before(match)) < 0:
                continue
            group = "bare" if match["angle"] is None else "angle"
            if reference := _link(match[group], *match.span(group)):
                yield reference


def _before(match: re.Match[str]) -> tuple[int, int]:
    """Return the range in which the opening bracket of a link is searched."""
    return max(0, match.start() - _MAX_LINK_TEXT), match.start()


def _link(written: str, start: int, end: int) -> Reference | None:
    if written[:5].lower() == "xref:":
        return Reference(LinkKind.XREF, *read_xref(written[5:]), start, end)
    if _SCHEME.match(written):
        return None
    address, _, fragment = unescape(_ESCAPE.sub(r"\1", written)).partition("#")
    target = unquote(address.partition("?")[0])
    return Reference(LinkKind.FILE, target, fragment, "", start, end)
