"""Links, code spans and alerts that a slip makes plain text."""

from collections.abc import Iterator

from callsheet import lazy_re as re
from callsheet.checks.model.page import CheckedPage, Place, find_in_text, without_code
from callsheet.checks.model.subjects import Subject
from callsheet.checks.model.tables import lines_with_open_code, paragraphs_with_open_code, replacing
from callsheet.checks.parsing.words import likely_meant
from callsheet.checks.rule import Diagnostic, Example, page_rule
from callsheet.findings import Severity
from callsheet.source.document import Block, BlockKind
from callsheet.source.masking import blank, code_spans, mask_spans
from callsheet.source.tables import split_row

_REVERSED = re.compile(
    r"(?<![\]\w])\((?P<text>[^()\[\]\n]{1,200})\)"
    r"\[(?P<address>(?:https?://|mailto:|xref:|~?/|\.{1,2}/|#)[^\s\[\]]*"
    r"|[^\s\[\]]+\.(?:mdx?|html?)(?:#[^\s\[\]]*)?)\]"
)


@Example("what is known of a parcel", "what is (known)[../index.md] of a parcel")
@Example("what is known of a parcel", "(what is known)[https://example.com] of a parcel")
@page_rule(
    code="CS541",
    name="reversed-link",
    summary="The brackets of a link are in the wrong order.",
    cause="`(text)[address]` is not a link, and readers see it as it is written.",
    hint="Write `[text](address)`.",
    prose_signs=(")[",),
)
def _reversed_links(page: CheckedPage) -> Iterator[Diagnostic]:
    for place, match in find_in_text(page, _REVERSED, (")[",)):
        right = f"[{match['text']}]({match['address']})"
        message = f"`{match.group()}` is not a link; its brackets are in the wrong order."
        yield Diagnostic(place, message, f"Write `{right}`.", fix=replacing(place, right))


_NO_TEXT = re.compile(r"(?<![!\]\\])\[[ \t]*\]\([^()\s]+\)")


@Example("what is known of a parcel", "what is known [](../index.md) of a parcel")
@page_rule(
    code="CS542",
    name="link-without-text",
    summary="A link has no text.",
    cause="Nobody sees the link, and nobody can click on it.",
    hint="Write the text between the square brackets.",
    prose_signs=("](",),
)
def _links_without_text(page: CheckedPage) -> Iterator[Diagnostic]:
    for place, match in find_in_text(page, _NO_TEXT, ("](",)):
        # What the search takes for space may be code.
        if match.group() != page.line(place.line)[match.start() : match.end()]:
            continue
        yield Diagnostic(place, f"The link `{match.group()}` has no text.")


_OPEN = re.compile(r"(?<!\\)`+")


@Example("| The parcel as it is stored. |", "| The `parcel as it is stored. |")
@Example("what is known of a parcel", "what is `known of a parcel")
@page_rule(
    code="CS543",
    name="open-code-span",
    summary="A cell or a paragraph has a backtick that begins code, and none that ends it.",
    cause="Readers see the backtick, and the name after it as plain text.",
    hint="Close the code with a second backtick, or write `\\``.",
    superseded_on_line_by=("type-left-over",),
    subject=Subject.OPEN_CODE,
)
def _open_code_spans(page: CheckedPage) -> Iterator[Diagnostic]:
    for block in paragraphs_with_open_code(page):
        yield from _open_code_in_paragraph(page, block)
    for number in lines_with_open_code(page):
        for cell in split_row(page.line(number)):
            marks = [*_OPEN.finditer(_without_spans(cell.text))]
            # Two that are left differ in length: ``` ``code` ```.
            if len(marks) in (1, 2):
                column = cell.column + marks[0].start()
                place = Place(page.path, number, column, number, column + 1)
                behind = cell.text[marks[0].end() :].strip()
                message = f"The code that begins with `{behind[:40]}` is never closed."
                yield Diagnostic(place, message)


# Behind a letter it is an apostrophe or an accent.
_OPEN_IN_TEXT = re.compile(r"(?<![\\`\w])`(?=[\w$/{<])")


def _open_code_in_paragraph(page: CheckedPage, block: Block) -> Iterator[Diagnostic]:
    lines = _without_spans(block.text).split("\n")
    marks = [
        (number, match)
        for number, line in enumerate(lines, block.span.start)
        for match in _OPEN_IN_TEXT.finditer(line)
    ]
    if len(marks) == 1 == sum(line.count("`") for line in lines):
        number, match = marks[0]
        behind = match.string[match.end() :].strip()
        message = f"The code that begins with `{behind[:40]}` is never closed."
        # A block within a quote or a list has its text further to the right.
        at = page.line(number).find(match.string) + match.start() + 1
        yield Diagnostic(Place(page.path, number, at, number, at + 1), message)


def _without_spans(text: str) -> str:
    return blank(text, code_spans(text))


_STARS = re.compile(r"(?<![*\\])\*\*(?!\*)")


@Example(
    "| Its weight in grams. |\n| Kind | Enum: Letter, Box, Pallet | How it travels. |\n"
    "| Posted | date-time | When it was handed in. |\n| Photo",
    "| Its **weight in grams. |\n| Kind | Enum: Letter, Box, Pallet | How it travels. |"
    "\n| Posted | date-time | When it was handed in. |\n| Photo",
)
@Example("Changes what is known of a parcel", "Changes **what is known of a parcel")
@page_rule(
    code="CS557",
    name="open-bold",
    summary="A cell or a paragraph has two stars that begin bold text, and none that end it.",
    cause="Readers see the stars, and the text after them is not bold.",
    hint="Close it with two stars, or write `\\*\\*`.",
    superseded_on_line_by=("misspelt-required-mark",),
    prose_signs=("**",),
)
def _open_bold_texts(page: CheckedPage) -> Iterator[Diagnostic]:
    for block in page.document.blocks:
        if "**" not in block.text or block.kind not in (BlockKind.TABLE, BlockKind.PARAGRAPH):
            continue
        lines = mask_spans(block.text).split("\n")
        if block.kind is BlockKind.TABLE:
            for number, line in enumerate(lines, block.span.start):
                for text in split_row(line) if "**" in line else ():
                    yield from _open_bold(page, [(number, text.column, text.text)])
        else:
            texts = [(number, 1, line) for number, line in enumerate(lines, block.span.start)]
            yield from _open_bold(page, texts)


def _open_bold(page: CheckedPage, texts: list[tuple[int, int, str]]) -> Iterator[Diagnostic]:
    marks = [
        (number, column + match.start(), match)
        for number, column, text in texts
        for match in _STARS.finditer(text)
    ]
    if len(marks) != 1:
        return
    number, column, match = marks[0]
    before, behind = match.string[: match.start()], match.string[match.end() :]
    # With a letter or a slash before it, it is a power, a pattern of paths, or a footnote's mark.
    if behind[:1].isalnum() and not before[-1:].isalnum() and not before.endswith("/"):
        place = Place(page.path, number, column, number, column + 2)
        message = f"The bold text that begins with `{behind.strip()[:40]}` is never closed."
        yield Diagnostic(place, message)


_INLINE_TAG = re.compile(
    r"<(?P<end>/?)(?P<tag>a|b|code|del|em|i|ins|kbd|mark|s|small|span|strong|sub|sup|u)"
    r"(?:\s[^<>]{0,500})?(?<!/)>",
    re.IGNORECASE,
)


@Example("what is known of a parcel", "what is <b>known of a parcel")
@Example("what is known of a parcel", "what is known</b> of a parcel")
@page_rule(
    code="CS555",
    name="open-tag",
    summary="A tag within a text is never closed, or never opened.",
    cause=(
        "What follows is bold, code or a link to the end of the page. Or it was not a tag but a "
        "placeholder such as `<code>`, which no reader sees."
    ),
    hint="Close it, or put a placeholder into backticks.",
    prose_signs=("<",),
)
def _open_tags(page: CheckedPage) -> Iterator[Diagnostic]:
    for block in page.document.blocks:
        if block.kind not in (BlockKind.PARAGRAPH, BlockKind.TABLE) or "<" not in block.text:
            continue
        opened: dict[str, list[tuple[int, re.Match[str]]]] = {}
        for number in range(block.span.start, block.span.end + 1):
            for match in _INLINE_TAG.finditer(without_code(page.line(number))):
                same = opened.setdefault(match["tag"].lower(), [])
                if not match["end"]:
                    same.append((number, match))
                elif same:
                    same.pop()
                elif _is_stray(page, match["tag"].lower()):
                    place = page.matched(number, match)
                    yield Diagnostic(place, f"`{match.group()}` closes what was never opened.")
        for tag, left in opened.items():
            if left:
                number, match = left[0]
                yield Diagnostic(page.matched(number, match), f"`<{tag}>` is never closed.")


def _is_stray(page: CheckedPage, tag: str) -> bool:
    """Tell whether a tag is closed more often on a page than it is opened."""
    prose = page.lower_prose
    return prose.count(f"</{tag}>") > len(re.findall(rf"<{tag}[\s>]", prose))


_SHORT_FENCE = re.compile(r"^ {0,3}(?P<ticks>`{1,2})http[!_]?[ \t]*$")


@Example("```http!\n", "``http!\n")
@page_rule(
    code="CS550",
    name="short-fence",
    severity=Severity.ERROR,
    summary="A fence begins with fewer than three backticks.",
    cause="It is not a fence: what it holds is shown as text, and its end begins a fence.",
    hint="Write three backticks.",
    prose_signs=("`http",),
)
def _short_fences(page: CheckedPage) -> Iterator[Diagnostic]:
    for place, match in find_in_text(page, _SHORT_FENCE, ("`http",)):
        ticks = len(match["ticks"])
        fix = replacing(page.matched(place.line, match, "ticks"), "```")
        yield Diagnostic(place, f"The fence begins with {ticks} of three backticks.", fix=fix)


_ALERT = re.compile(
    r"^[ \t]*(?P<quote>>?)[ \t]*(?P<mark>\[(?P<before>!?+[ \t]*+)(?P<word>[A-Za-z]{2,20})"
    r"(?P<after>[ \t]*!?)\])[ \t]*$"
)
_ALERTS = ("NOTE", "TIP", "IMPORTANT", "WARNING", "CAUTION")
_HALF_ALERT = re.compile(
    rf"^[ \t]*>[ \t]*(?P<before>[\[({{!]{{0,3}})[ \t]*(?P<word>{'|'.join(_ALERTS)})"
    r"(?P<after>[\])}!:]{0,3})[ \t]*$",
    re.IGNORECASE,
)
_ALERT_WITH_TEXT = re.compile(
    rf"^[ \t]*>[ \t]*(?P<mark>\[!(?:{'|'.join(_ALERTS)})\])(?P<text>[ \t]+[^\s].*)$", re.IGNORECASE
)
_ALERT_SIGNS = (
    "[!", "!]",
    *(f"{mark}{word.lower()}" for mark in "![" for word in _ALERTS),
    *(f"{word.lower()}]" for word in _ALERTS),
)  # fmt: skip
_OTHERS = frozenset(
    [
        "abstract",
        "attention",
        "bug",
        "check",
        "danger",
        "done",
        "error",
        "example",
        "fail",
        "failure",
        "faq",
        "help",
        "hint",
        "info",
        "include",
        "missing",
        "question",
        "quote",
        "success",
        "summary",
        "tldr",
        "todo",
        "video",
        "div",
        "code",
        "cite",
    ]
)
"""Alerts and directives of other tools."""


@Example("Changes what is known", "> [!NOTES]\n> Be quick.\n\nChanges what is known")
@Example("Changes what is known", "> [!WARNIGN]\n> Be quick.\n\nChanges what is known")
@Example("Changes what is known", "> [WARNING]\n> Be quick.\n\nChanges what is known")
@Example("Changes what is known", "> [!NOTE\n> Be quick.\n\nChanges what is known")
@Example("Changes what is known", "> [!NOTE] Be quick.\n\nChanges what is known")
@page_rule(
    code="CS544",
    name="misspelt-alert",
    summary="An alert such as `> [!NOTE]` is misspelt.",
    cause="The alert is shown as a text that begins with the word in brackets.",
    hint="Write `> [!NOTE]`, or `TIP`, `IMPORTANT`, `WARNING` or `CAUTION`.",
    prose_signs=_ALERT_SIGNS,
)
def _misspelt_alerts(page: CheckedPage) -> Iterator[Diagnostic]:
    for place, match in find_in_text(page, _HALF_ALERT, _ALERT_SIGNS):
        marks = match["before"], match["after"]
        # A label such as `Note:` is none, and what has both brackets is below.
        if set("".join(marks)).isdisjoint("[]{}") and "!" not in marks[0]:
            continue
        if not (marks[0].startswith("[") and marks[1] in ("]", "!]")):
            yield _misspelt_alert(place, match)
    for place, match in find_in_text(page, _ALERT_WITH_TEXT, ("[!",)):
        message = f"`{match['mark']}` is not an alert, since a text stands behind it."
        yield Diagnostic(place, message, "Put the text into the line below, behind `> `.")
    for place, match in find_in_text(page, _ALERT, _ALERT_SIGNS):
        word = match["word"]
        if word.upper() in _ALERTS:
            if match["before"] == "!" and match["quote"] and not match["after"]:
                continue
            # Without the exclamation mark and outside of a quote, it is a label or a button.
            if match["quote"] or "!" in match["before"]:
                yield _misspelt_alert(place, match)
            continue
        if match["before"] != "!" or not match["quote"] or word.lower() in _OTHERS:
            continue
        if meant := _meant_alert(word.upper()):
            at = page.find(place.line, word)
            message = f"`[!{word}]` is not an alert; did you mean `[!{meant}]`?"
            yield Diagnostic(at, message, fix=replacing(at, meant))


def _misspelt_alert(place: Place, match: re.Match[str]) -> Diagnostic:
    right = f"> [!{match['word'].upper()}]"
    message = f"`{match.group().strip()}` is not an alert; did you mean `{right}`?"
    return Diagnostic(place, message, fix=replacing(place, right))


def _meant_alert(word: str) -> str | None:
    plural = word.removesuffix("S")
    short = next((alert for alert in _ALERTS if len(word) > 3 and alert.startswith(word)), None)
    return plural if plural in _ALERTS else short or likely_meant(word, _ALERTS)
