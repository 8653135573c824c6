"""Headings, lists, tables and fences that Markdown reads in another way than their author meant."""

from collections.abc import Iterator
from itertools import pairwise

from callsheet import lazy_re as re
from callsheet.checks.model.page import CheckedPage, Place, is_code, kind_of_heading
from callsheet.checks.model.subjects import Subject
from callsheet.checks.model.tables import replacing
from callsheet.checks.rule import Diagnostic, Example, page_rule
from callsheet.findings import Edit, Severity
from callsheet.source.document import Block, BlockKind

_HEADING = re.compile(r"(?P<marks>#{1,6})(?P<text>[^#\s].*)")


@Example("## Request Headers\n", "##Request Headers\n")
@Example("Changes what is known", "##Aim\n\nChanges what is known")
@page_rule(
    code="CS523",
    name="heading-without-space",
    summary="A line begins with `#` and no space after it.",
    cause=(
        "Python-Markdown makes a heading of it; CommonMark, and with it GitHub, editors and the "
        "page format, makes a paragraph of it: such a heading begins no section."
    ),
    hint="Put a space after the marks; where no heading is meant, write `\\#`.",
    superseded_on_line_by=("template-mark",),
    subject=Subject.PARAGRAPH_MARKS,
)
def _headings_without_space(page: CheckedPage) -> Iterator[Diagnostic]:
    for block in page.document.blocks:
        if block.kind is not BlockKind.PARAGRAPH or "#" not in block.text:
            continue
        for number in range(block.span.start, block.span.end + 1):
            if match := _HEADING.match(page.line(number)):
                yield _heading_without_space(page, number, match)


def _heading_without_space(page: CheckedPage, number: int, match: re.Match[str]) -> Diagnostic:
    marks, text = match["marks"], match["text"].rstrip()
    end = match.end("marks") + len(text)
    place = Place(page.path, number, 1, number, end + 1)
    message = f"`{marks}{text[:60]}` has no space after the `{marks}`."
    # A single mark may begin a number or a word with a hash.
    sure = len(marks) > 1 or kind_of_heading(text) is not None
    fix = replacing(place, f"{marks} {text}") if sure else ()
    return Diagnostic(place, message, fix=fix)


@Example("## Request Headers\n", "  ## Request Headers\n")
@page_rule(
    code="CS524",
    name="indented-heading",
    summary="A heading is indented.",
    cause="CommonMark allows up to three spaces; Python-Markdown shows such a line as text.",
    hint="Begin the heading at the first character of its line.",
    subject=Subject.OTHER_HEADINGS,
)
def _indented_headings(page: CheckedPage) -> Iterator[Diagnostic]:
    for block in page.document.blocks:
        if block.kind is BlockKind.HEADING:
            line = page.line(block.span.start)
            lead = len(line) - len(line.lstrip(" "))
            if lead and line[lead : lead + 1] == "#":
                number = block.span.start
                space = Place(page.path, number, 1, number, lead + 1)
                message = (
                    f"The heading `{block.text[:60]}` is {lead} in, and so it is not a heading."
                )
                yield Diagnostic(page.whole_line(number), message, fix=replacing(space, ""))


_UNDERLINE = re.compile(r"[ ]{0,3}(?:-+|=+)[ \t]*$")


@Example("back as it is stored.\n", "back as it is stored.\n---\n")
@page_rule(
    code="CS531",
    name="underlined-heading",
    summary="A line of dashes makes a heading of the text above it.",
    cause=(
        "Directly under a text, `---` is the underline of a heading, and no rule across the page. "
        "The other headings of the page are written with `#`."
    ),
    hint="Put an empty line above the dashes, or write the heading with `#`.",
    superseded_by=("conflict-mark", "unreadable-front-matter", "unusable-uid"),
    subject=Subject.OTHER_HEADINGS,
)
def _underlined_headings(page: CheckedPage) -> Iterator[Diagnostic]:
    headings = [block for block in page.document.blocks if block.kind is BlockKind.HEADING]
    underlined = [
        block
        for block in headings
        if block.span.end > block.span.start and _UNDERLINE.match(page.line(block.span.end))
    ]
    # An author who underlines most headings means them.
    if 2 * len(underlined) >= len(headings):
        return
    for block in underlined:
        line = page.line(block.span.end).strip()
        message = f"`{line}` makes a heading of the text above it."
        yield Diagnostic(page.lines(block.span), message)


_START = re.compile(r" {0,3}(?P<mark>[-*+]|\d{1,9}[.)])[ \t]")


@Example(
    "Changes what is known of a parcel, and gives it back as it is stored.",
    "Changes what is known:\n- its label\n- its weight",
)
@page_rule(
    code="CS520",
    name="list-without-blank-line",
    summary="A list has no blank line above it.",
    cause=(
        "GitHub and editors show a list (CommonMark); Python-Markdown, which makes the site, goes "
        "on with the paragraph and shows the marks as text."
    ),
    hint="Put a blank line above the list.",
    subject=Subject.BELOW_PARAGRAPHS,
)
def _lists_without_blank_line(page: CheckedPage) -> Iterator[Diagnostic]:
    for block in _right_below_paragraphs(page, BlockKind.OTHER):
        line = block.span.start
        if match := _START.match(page.line(line)):
            message = "The list has no blank line above it, and so it is part of the paragraph."
            place = page.matched(line, match, "mark")
            yield Diagnostic(place, message, fix=(Edit(line, 1, line, 1, "\n"),))


def _right_below_paragraphs(page: CheckedPage, kind: BlockKind) -> Iterator[Block]:
    """Yield the blocks of a kind that follow a paragraph without a blank line."""
    for before, block in pairwise(page.document.blocks):
        is_near = block.span.start == before.span.end + 1
        if is_near and block.kind is kind and before.kind is BlockKind.PARAGRAPH:
            yield block


_ITEM = re.compile(r"(?P<mark>[-*+]|\d{1,9}[.)])(?P<gap>[ \t]+)")
_TOO_LITTLE = re.compile(r"(?P<space> {2,3})(?P<text>\S)")
_NESTED = re.compile(r"[-*+][ \t]|\d{1,9}[.)][ \t]|`{3,}|~{3,}")
_STEP = 4


@Example(
    "Changes what is known of a parcel, and gives it back as it is stored.",
    "- its label\n- its size:\n  - weight\n  - height",
)
@Example(
    "Changes what is known of a parcel, and gives it back as it is stored.",
    "1. Weigh it.\n\n   In grams.\n\n2. Send it.",
)
@page_rule(
    code="CS521",
    name="list-indentation",
    summary="What belongs to an item of a list is indented by less than four spaces.",
    cause=(
        "In CommonMark a nested list, paragraph or fence begins below the item's text, two or "
        "three spaces in. Python-Markdown wants four: the list does not nest, and a paragraph or a "
        "fence ends it."
    ),
    hint="Indent it by four spaces for each level.",
    subject=Subject.LISTS,
)
def _under_indented_list_content(page: CheckedPage) -> Iterator[Diagnostic]:
    for block in page.document.blocks:
        is_list = block.kind is BlockKind.OTHER and _ITEM.match(block.text)
        if is_list and (number := _first_line(block)):
            yield _outside_of_item(page, block, number)


def _first_line(block: Block) -> int | None:
    """Return the first line that CommonMark takes into an item, and Python-Markdown does not."""
    offset, blank = 0, False
    for number, line in enumerate(block.text.split("\n"), block.span.start):
        if match := _ITEM.match(line):
            offset = match.end() if len(match["gap"]) < _STEP + 1 else match.end("mark") + 1
        elif match := _TOO_LITTLE.match(line):
            inside = len(match["space"]) >= offset
            if inside and (blank or _NESTED.match(line, match.start("text"))):
                return number
        blank = not line.strip()
    return None


def _outside_of_item(page: CheckedPage, block: Block, number: int) -> Diagnostic:
    line = page.line(number)
    width = len(line) - len(line.lstrip())
    place = Place(page.path, number, 1, number, len(line.rstrip()) + 1)
    message = f"The line is {width} spaces in, and so it is not within the list's item."
    return Diagnostic(place, message, fix=_fix(page, block, width))


def _fix(page: CheckedPage, block: Block, unit: int) -> tuple[Edit, ...]:
    """Return edits to four spaces a level, if each line is a whole number of levels in."""
    edits = []
    for number in range(block.span.start, block.span.end + 1):
        line = page.line(number)
        width = len(line) - len(line.lstrip(" "))
        if not line.strip() or not width:
            continue
        if width % unit or line[width] == "\t":
            return ()
        edits.append(Edit(number, 1, number, width + 1, " " * (width // unit * _STEP)))
    return tuple(edits)


_NUMBER = re.compile(r" {0,3}(?P<number>\d{1,9})(?P<end>[.)])[ \t]")


@Example("Changes what is known", "1) Weigh it.\n2) Send it.\n\nChanges what is known")
@Example("Changes what is known", "2. Weigh it.\n3. Send it.\n\nChanges what is known")
@page_rule(
    code="CS525",
    name="list-numbers",
    summary="A numbered list begins at another number than 1, or has brackets after its numbers.",
    cause=(
        "CommonMark counts from the first number and knows `1)`. Python-Markdown counts from 1 and "
        "knows `1.` only. A list that begins later was mostly cut in two by text that is not "
        "indented by four spaces."
    ),
    hint="Indent what stands between the items by four spaces, and write `1.`.",
    subject=Subject.LISTS,
)
def _odd_list_numbers(page: CheckedPage) -> Iterator[Diagnostic]:
    for block in page.document.blocks:
        match = _NUMBER.match(block.text) if block.kind is BlockKind.OTHER else None
        if not match:
            continue
        written = match["number"] + match["end"]
        if match["end"] == ")":
            message = f"`{written}` does not begin a list on the site, but a paragraph."
        elif int(match["number"]) > 1:
            message = f"The list begins with `{written}`, and on the site with 1."
        else:
            continue
        line = block.span.start
        place = Place(page.path, line, match.start("number") + 1, line, match.end("end") + 1)
        yield Diagnostic(place, message)


# One star may begin an emphasis or a footnote, which ends, or stands alone.
_ITEM_WITHOUT_SPACE = re.compile(r"[ ]{0,3}(?P<mark>[*+-]|\d{1,3}[.)])(?=[A-Za-z`])(?!.*[*])")


@Example("Changes what is known", "*Weighs it\n*Posts it\n\nChanges what is known")
@page_rule(
    code="CS532",
    name="list-without-space",
    summary="The items of a list have no space after their marks.",
    cause="Without the space the lines are one paragraph, with the marks in it.",
    hint="Write a space after each mark.",
    subject=Subject.PARAGRAPH_MARKS,
)
def _lists_without_space(page: CheckedPage) -> Iterator[Diagnostic]:
    for block in page.document.blocks:
        if block.kind is not BlockKind.PARAGRAPH or "\n" not in block.text:
            continue
        items = [
            (number, match)
            for number in range(block.span.start, block.span.end + 1)
            if (match := _ITEM_WITHOUT_SPACE.match(page.line(number)))
            and number not in page.lines_with_marks
        ]
        if len(items) > 1 and items[1][0] == items[0][0] + 1:
            number, match = items[0]
            place = page.matched(number, match, "mark")
            yield Diagnostic(
                place, f"`{match['mark']}` does not begin an item without a space after it."
            )


@Example("as it is stored.\n\n| Path Part", "as it is stored.\n| Path Part")
@page_rule(
    code="CS522",
    name="table-without-blank-line",
    summary="A table has no blank line above it.",
    cause=(
        "GitHub and editors show a table; Python-Markdown, which makes the site, goes on with the "
        "paragraph and shows the pipes as text."
    ),
    hint="Put a blank line above the table.",
    subject=Subject.BELOW_PARAGRAPHS,
)
def _tables_without_blank_line(page: CheckedPage) -> Iterator[Diagnostic]:
    for block in _right_below_paragraphs(page, BlockKind.TABLE):
        line = block.span.start
        message = "The table has no blank line above it, and so it is part of the paragraph."
        yield Diagnostic(page.whole_line(line), message, fix=(Edit(line, 1, line, 1, "\n"),))


_DASHES = re.compile(r"(?:[ ]{4}|\t)\s*+\|?[ \t]*+:?-{3,}+:?[ \t]*+\|[ \t|:-]*+$")


@Example(
    "Changes what is known",
    "    | Way | Days |\n    | --- | --- |\n    | Sea | 30 |\n\nChanges what is known",
)
@page_rule(
    code="CS533",
    name="indented-table",
    summary="A table is indented by four spaces or more, and so it is shown as code.",
    cause="Four spaces at the beginning of a line make it code, whatever it is.",
    hint="Take the spaces out.",
    subject=Subject.INDENTED_CODE,
)
def _indented_tables(page: CheckedPage) -> Iterator[Diagnostic]:
    for block in page.document.blocks:
        if block.kind is BlockKind.OTHER and "--" in block.text and is_code(block):
            for number in range(block.span.start + 1, block.span.end + 1):
                if _DASHES.match(page.line(number)) and "|" in page.line(number - 1):
                    place = page.whole_line(number - 1)
                    yield Diagnostic(
                        place, "The table is indented by four spaces, and so it is code."
                    )
                    break


_MARKS = re.compile(r" {0,3}(`{3,}|~{3,})")


@Example("```\n\n## Request Headers\n", "````\n\n## Request Headers\n")
@page_rule(
    code="CS528",
    name="fence-ends",
    severity=Severity.ERROR,
    summary="A fence ends in more marks than it begins with.",
    cause=(
        "CommonMark ends a fence at as many marks or more. Python-Markdown wants as many, and "
        "takes the text below it into the fence."
    ),
    hint="End the fence with as many marks as it begins with.",
    signs=("````", "~~~~"),
)
def _mismatched_fence_ends(page: CheckedPage) -> Iterator[Diagnostic]:
    for block in page.document.blocks:
        if block.kind is not BlockKind.FENCE or not block.closed:
            continue
        line = block.span.end
        if len(page.line(line)) <= 3:
            continue
        opening, closing = _MARKS.match(page.line(block.span.start)), _MARKS.match(page.line(line))
        if opening and closing and len(closing[1]) > len(opening[1]):
            place = page.matched(line, closing, 1)
            related = (page.related(block.span.start, f"the fence begins with `{opening[1]}`"),)
            message = f"`{closing[1]}` does not end the fence on the site."
            yield Diagnostic(place, message, related=related, fix=replacing(place, opening[1]))
