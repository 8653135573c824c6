"""Characters and inline Markdown that are not rendered as their author meant."""

from collections.abc import Iterator
from unicodedata import name

from callsheet import lazy_re as re
from callsheet.checks.model.page import CheckedPage, Place, find_in_text, without_markup
from callsheet.checks.model.subjects import Subject
from callsheet.checks.model.tables import replacing
from callsheet.checks.rule import Diagnostic, Example, page_rule
from callsheet.findings import Severity
from callsheet.source.document import Block, BlockKind
from callsheet.source.markup.names import ROLES

# What the bytes of UTF-8 look like in Windows-1252: a lead byte, and what follows it. The capital
# letters alone are letters of several languages, so a sign has to follow that is in no word.
_FOLLOWS = "\u0080-\u00bf\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc"
_PUNCTUATION = "\u2013\u2014\u2018-\u201e\u2020-\u2022\u2026\u2030\u2039\u203a\u20ac\u2122"
_GARBLED = re.compile(
    rf"(?:[\u00c2-\u00c5][{_FOLLOWS}{_PUNCTUATION}]"
    rf"|\u00e2[\u0080-\u0082\u20ac\u201a][{_FOLLOWS}{_PUNCTUATION}])+|\ufffd+"
)
_SIGN = re.compile("[\u00c2-\u00c5\u00e2\ufffd]")
_SIGNS = tuple("\u00e2\u00e3\u00e4\u00e5\ufffd")


@Example("A picture of it, in base64.", "A picture of it, at the cafÃ©.")
@Example("A picture of it, in base64.", "The senderâ€™s picture.")
@page_rule(
    code="CS517",
    name="mojibake",
    summary="A text was read in another encoding than it was written in.",
    cause=(
        "A program took UTF-8 for Windows-1252, and wrote two or three signs for each letter "
        "beyond ASCII, such as `Ã©` for `é`, or `�` for what it could not read."
    ),
    hint="Write the letters that were meant, and save as UTF-8.",
    signs=_SIGNS,
)
def _mojibake(page: CheckedPage) -> Iterator[Diagnostic]:
    # A line that is not UTF-8 is found when the page is read.
    undecodable = page.document.undecodable_line is not None
    for number, line in enumerate(page.document.lines, 1):
        if line.isascii() or not _SIGN.search(line):
            continue
        match = _GARBLED.search(line)
        if match is None or (undecodable and "\ufffd" in match.group()) or "U+FFFD" in line:
            continue
        place = page.matched(number, match)
        meant = _meant(match.group())
        message = f"`{match.group()}` is text in a wrong encoding"
        yield Diagnostic(place, f"{message}; it was `{meant}`." if meant else f"{message}.")


def _meant(garbled: str) -> str:
    try:
        return garbled.encode("cp1252").decode("utf-8")
    except UnicodeError:
        return ""


# Joiners are part of words in some scripts, and a no-break space is typography in text; in the
# marks of Markdown it makes them none.
_INVISIBLE = re.compile(
    "[\x00-\x08\x0b\x0e-\x1f\x7f\u200b\u2060\ufeff\u202a-\u202e\u2066-\u2069]"
    "|(?<=#)\u00a0|^[ ]*(?:[-*+]|[0-9]{1,9}[.)])\u00a0|^(?=#{1,6}[ ]).*?\u00a0"
)

_NO_BREAK = re.compile("\u00a0")


@Example("A picture of it, in base64.", "A pic\u200bture of it, in base64.")
@Example("## Request Headers", "## Request\u00a0Headers")
@Example("Accept: application/json\n\n", "Accept:\u00a0application/json\n\n")
@page_rule(
    code="CS518",
    name="invisible-character",
    summary="A line has a character that nobody sees.",
    cause=(
        "Control characters, zero-width spaces, marks of direction and byte order marks come from "
        "word processors and web pages. A word with one of them is not found by a search, a copied "
        "address does not work, and a no-break space after a mark of Markdown disables it."
    ),
    hint="Take it out, or write an ordinary space.",
    subject=Subject.UNPRINTABLE,
)
def _invisible_characters(page: CheckedPage) -> Iterator[Diagnostic]:
    heads = {*_heads_of_messages(page)} if "\u00a0" in page.text else set()
    for number, line in enumerate(page.document.lines, 1):
        if line.isascii() and line.isprintable():
            continue
        if match := _INVISIBLE.search(line) or (number in heads and _NO_BREAK.search(line)):
            place = Place(page.path, number, match.end(), number, match.end() + 1)
            sign = line[match.end() - 1]
            called = name(sign, "CONTROL CHARACTER")
            fix = replacing(place, " " if sign == "\u00a0" else "")
            message = f"The line has the invisible character U+{ord(sign):04X}, {called}."
            yield Diagnostic(place, message, fix=fix)


def _heads_of_messages(page: CheckedPage) -> Iterator[int]:
    """Yield the lines of addresses and header fields, where a no-break space is not a space."""
    for block in page.document.blocks:
        if block.kind is BlockKind.FENCE and block.info.startswith("http"):
            for number in range(block.span.start + 1, block.span.end):
                if not page.line(number).strip():
                    break
                yield number


_TAGS = (
    "address|article|aside|blockquote|center|dd|details|div|dl|dt|fieldset|figcaption|figure|footer"
    "|form|header|li|main|nav|ol|p|section|summary|table|tbody|td|th|tr|ul"
)
_OPENING = re.compile(rf" {{0,3}}<(?P<tag>{_TAGS})(?P<rest>[\s>][^<>]*)", re.IGNORECASE)
_MARKUP = re.compile(r"\*\*\S|\]\(|`[^`\n]+`|(?<![\w*])\*[^\s*][^*\n]*\*(?!\w)")
_LIST = re.compile(r" {0,3}(?:[-*+]|\d{1,9}[.)])[ \t]")


@Example(
    "Changes what is known",
    "<details>\n<summary>More</summary>\n\n* its label\n* its weight\n\n</details>\n\n"
    "Changes what is known",
)
@page_rule(
    code="CS526",
    name="markdown-in-html",
    summary="Markdown stands within an HTML block.",
    cause=(
        "CommonMark reads Markdown within HTML after a blank line. Python-Markdown leaves all up "
        "to the closing tag as it is, unless `md_in_html` is on and the tag says `markdown`."
    ),
    hint="Write HTML within it, or switch `md_in_html` on and write the tag as `<div markdown>`.",
    prose_signs=("<",),
)
def _markdown_in_html(page: CheckedPage) -> Iterator[Diagnostic]:
    opened: tuple[str, int] | None = None
    for block in page.document.blocks:
        if opened:
            if f"</{opened[0]}" in block.text.lower():
                opened = None
            elif _is_markdown(block):
                tag, line = opened
                if page.renders_marks and tag in ROLES:
                    opened = None
                    continue
                yield Diagnostic(
                    page.whole_line(block.span.start),
                    f"Within `<{tag}>` this is shown as it is written.",
                    related=(page.related(line, f"the tag `<{tag}>`"),),
                )
                opened = None
        elif block.kind is BlockKind.OTHER and block.text.lstrip().startswith("<"):
            opened = _opening(block)


def _opening(block: Block) -> tuple[str, int] | None:
    """Return the tag of an HTML block that is not closed in it, and its line."""
    match = _OPENING.match(block.text)
    if not match or re.search(r"\bmarkdown\b", match["rest"]):
        return None
    tag = match["tag"].lower()
    text = block.text.lower()
    return (tag, block.span.start) if text.count(f"<{tag}") > text.count(f"</{tag}") else None


def _is_markdown(block: Block) -> bool:
    if block.kind in (BlockKind.HEADING, BlockKind.TABLE):
        return True
    if block.kind is BlockKind.PARAGRAPH:
        return _MARKUP.search(block.text) is not None
    return block.kind is BlockKind.OTHER and _LIST.match(block.text) is not None


@Example("Changes what is known of a parcel, and", "Changes what is known of a parcel,\\\nand")
@page_rule(
    code="CS527",
    name="backslash-break",
    summary="A line of a paragraph ends in a backslash.",
    cause="CommonMark breaks the line there; Python-Markdown shows the backslash.",
    hint="End the line in two spaces, or begin a new paragraph.",
    prose_signs=("\\\n",),
)
def _backslash_breaks(page: CheckedPage) -> Iterator[Diagnostic]:
    if page.renders_marks:
        return
    for block in page.document.blocks:
        if block.kind is BlockKind.PARAGRAPH and "\\\n" in block.text:
            for number in range(block.span.start, block.span.end):
                line = page.line(number)
                backslashes = len(line) - len(line.rstrip("\\"))
                if backslashes % 2:
                    place = Place(page.path, number, len(line), number, len(line) + 1)
                    message = "The backslash at the line's end is shown as it is."
                    yield Diagnostic(place, message, fix=replacing(place, "  "))


_ADDRESS = re.compile(
    r"(?<![\w(\"'=/<\[:])https?://(?!localhost|127\.|example\.|www\.example\.)"
    r"[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+(?:[/?#][^\s<>|\"'`]*[^\s<>|\"'`.,;:!?)\]*_])?"
)
_NO_TEXT = re.compile(r"[{}]|\.\.\.|…")


@Example("Changes what is known", "See https://www.parcels.org/sizes. Changes what is known")
@page_rule(
    code="CS529",
    name="bare-address",
    severity=Severity.NOTE,
    summary="A web address stands in the text as it is.",
    cause=(
        "GitHub makes a link of it; Python-Markdown and CommonMark show it as text, so that "
        "readers have to copy it."
    ),
    hint="Put it in angle brackets, or write a link with a text.",
    prose_signs=("://",),
    applies_to_imports=False,
)
def _bare_addresses(page: CheckedPage) -> Iterator[Diagnostic]:
    for block in page.document.blocks:
        if block.kind is BlockKind.PARAGRAPH and "://" in block.text:
            yield from _in_block(page, block)


def _in_block(page: CheckedPage, block: Block) -> Iterator[Diagnostic]:
    for number in range(block.span.start, block.span.end + 1):
        line = page.line(number)
        if "://" not in line or line.lstrip().startswith("["):
            continue
        for match in _ADDRESS.finditer(without_markup(line)):
            address = match.group()
            inside_link = line.rfind("](", 0, match.start()) > line.rfind(")", 0, match.start())
            if inside_link or _NO_TEXT.search(address) or "</a>" in line:
                continue
            place = page.matched(number, match)
            message = f"The address `{address}` is not a link on the site."
            yield Diagnostic(place, message, fix=replacing(place, f"<{address}>"))


_OF_GITHUB = re.compile(
    r"(?<![~\w\\])(?P<strike>~~)(?=[^\s~])[^~\n]{1,500}[^\s~]?~~(?!~)"
    r"|^[ ]*(?:[-*+]|\d{1,9}[.)])[ ]+(?P<task>\[[ xX]\])[ ]"
)
_SIGNS_OF_GITHUB = ("~~", "[ ] ", "[x] ")


@Example("Changes what is known of a parcel", "Changes what is ~~seen~~ known of a parcel")
@Example("Changes what is known", "- [ ] Weigh it.\n- [x] Post it.\n\nChanges what is known")
@page_rule(
    code="CS530",
    name="unsupported-markup",
    summary="The text has Markdown of GitHub that Python-Markdown shows as it is written.",
    cause=(
        "Previews show `~~text~~` struck through and `- [ ]` as a check box. Python-Markdown knows "
        "neither without the extensions `pymdownx.tilde` and `pymdownx.tasklist`."
    ),
    hint=(
        "Write `<del>…</del>` or an ordinary list; or turn this rule off where the extension is in "
        "use."
    ),
    prose_signs=_SIGNS_OF_GITHUB,
)
def _unsupported_markup(page: CheckedPage) -> Iterator[Diagnostic]:
    last = 0
    for place, match in find_in_text(page, _OF_GITHUB, _SIGNS_OF_GITHUB):
        if match["task"]:
            # One finding a list.
            if place.line - last > 1:
                message = f"`{match['task']}` does not make a check box; readers see the brackets."
                yield Diagnostic(page.find(place.line, match["task"]), message)
            last = place.line
        else:
            yield Diagnostic(
                place, "`~~` does not strike anything through; readers see the tildes."
            )
