"""Headings of a page: their number, level, spelling and text."""

from collections.abc import Iterator

from callsheet import lazy_re as re
from callsheet.checks.model.page import (
    LEVELS,
    NAMES,
    TITLES,
    CheckedPage,
    OperationPage,
    kind_of_heading,
    name_of_section,
)
from callsheet.checks.model.subjects import Subject
from callsheet.checks.model.tables import replacing
from callsheet.checks.parsing.words import likely_meant
from callsheet.checks.rule import Diagnostic, Example, operation_rule, page_rule
from callsheet.findings import Edit
from callsheet.model import SectionKind
from callsheet.source.document import Block, BlockKind
from callsheet.source.sections import RawSection, is_section_heading


@Example("# Change a parcel\n", "")
@Example("# Change a parcel\n", "## Change a parcel\n")
@Example("Changes what is known", "# Aim\n\nChanges what is known")
@operation_rule(
    code="CS509",
    name="first-heading",
    summary="A page has no H1, or more than one.",
    cause="The H1 names the page; a page has one, above the route.",
    hint="Write a heading of level 1, such as `# GET Person/{id}`, above the route.",
    superseded_by=("heading-without-space", "indented-heading", "conflict-mark"),
    subject=Subject.UNUSUAL_FORM,
)
def _missing_or_repeated_h1(page: OperationPage) -> Iterator[Diagnostic]:
    found: list[Block] = []
    for block in page.document.blocks:
        if block.kind is BlockKind.HEADING and block.level == 1 and not kind_of_heading(block.text):
            found.append(block)
    if not found:
        yield _without_h1(page)
        return
    first, *others = found
    if not first.text.strip():
        yield Diagnostic(page.whole_line(first.span.start), "The H1 is empty.")
    for block in others:
        related = (page.related(first.span.start, "the first H1"),)
        message = f"The page has another H1, `{block.text[:60]}`."
        hint = "Give it level 2 or more, or take it out."
        yield Diagnostic(page.whole_line(block.span.start), message, hint, related)


def _without_h1(page: OperationPage) -> Diagnostic:
    """Report a missing H1 at the heading above the route, else at the route."""
    route = page.operation.route.span.start
    for block in page.document.blocks:
        if block.span.start >= route - 1:
            break
        if block.kind is BlockKind.HEADING:
            line = block.span.start
            message = f"The page has no H1; `{block.text[:60]}` has level {block.level}."
            text = page.line(line)
            fix = (Edit(line, 1, line, block.level + 1, "#"),) if text.startswith("#") else ()
            return Diagnostic(page.whole_line(line), message, fix=fix)
    return Diagnostic(page.whole_line(route - 1), "The page has no H1 above its route.")


_HASHES = re.compile(r" {0,3}(?P<hashes>#{1,6})(?=[ \t])")


@Example("## Request Headers\n", "#### Request Headers\n")
@Example("## Sample response\n", "# Sample response\n")
@Example("Changes what is known", "#### Aim\n\nChanges what is known")
@operation_rule(
    code="CS508",
    name="heading-level",
    summary="A heading has another level than the page format gives it, or skips one.",
    cause=(
        "Tables of contents and screen readers follow the levels. A section's heading has level 2 "
        "and `Response body` level 3; a heading of level 1 begins no section at all."
    ),
    hint="Write as many `#` as the level has.",
    subject=Subject.UNUSUAL_FORM,
)
def _odd_heading_levels(page: OperationPage) -> Iterator[Diagnostic]:
    before = None
    inheriting = {section.span.start for section in page.sections if section.inherits}
    for block in page.document.blocks:
        if block.kind is not BlockKind.HEADING:
            continue
        level = block.level
        kind = kind_of_heading(block.text)
        if kind and block.span.start not in inheriting:
            wanted = LEVELS[kind]
            if level != wanted:
                yield _other_level(
                    page,
                    block,
                    wanted,
                    f"`{_shown_heading(block)}` has level {level}, not {wanted}.",
                )
            level = wanted
        elif before is not None and level > before.level + 1:
            wanted = before.level + 1
            message = (
                f"The heading `{_shown_heading(block)}` skips from level {before.level} to {level}."
            )
            related = (page.related(before.span.start, f"the heading of level {before.level}"),)
            diagnostic = _other_level(page, block, wanted, message)
            yield Diagnostic(diagnostic.place, diagnostic.message, related=related)
        before = block if level == block.level else _with_level(block, level)


def _with_level(block: Block, level: int) -> Block:
    return Block(block.kind, block.span, block.text, level=level)


def _shown_heading(block: Block) -> str:
    return block.text.strip()[:60]


def _other_level(page: OperationPage, block: Block, wanted: int, message: str) -> Diagnostic:
    line = block.span.start
    match = _HASHES.match(page.line(line))
    if not match:
        return Diagnostic(page.whole_line(line), message)
    fix = replacing(page.matched(line, match, "hashes"), "#" * wanted)
    return Diagnostic(page.whole_line(line), message, fix=fix)


_OTHER_WORDS = {
    "query string": SectionKind.QUERY,
    "http headers": SectionKind.HEADERS,
    "http request headers": SectionKind.HEADERS,
    "body": SectionKind.REQUEST_BODY,
}
"""Headings of other formats."""


@Example("## Request Headers\n", "## Reqest Headers\n")
@Example("## Query String Parameters\n", "## Query String\n")
@Example("### Response body: Parcel\n", "### Reponse body: Parcel\n")
@operation_rule(
    code="CS510",
    name="heading-spelling",
    summary="A heading is almost that of a section of the page format.",
    cause=(
        "A section is found by its heading. What stands under a misspelt one belongs to the "
        "section before it, or to none."
    ),
    hint="Write the heading as the page format has it.",
    subject=Subject.UNUSUAL_FORM,
)
def _misspelt_headings(page: OperationPage) -> Iterator[Diagnostic]:
    in_response = False
    for block in page.document.blocks:
        if block.kind is BlockKind.HEADING:
            kind = kind_of_heading(block.text)
            in_response = kind is SectionKind.RESPONSE
            is_other = kind is None and not is_section_heading(block.text)
            if is_other and block.level > 1 and (meant := _section_meant(block.text)):
                yield _misspelt_heading(page, block, block.text, meant)
        elif block.kind is BlockKind.PARAGRAPH and in_response:
            line = block.text.split("\n")[0].strip("* ")
            is_other = ":" in line and kind_of_heading(line) is None
            if is_other and likely_meant(_plain_words(line), ("response body",)):
                yield _misspelt_heading(page, block, line, SectionKind.RESPONSE_BODY)


def _plain_words(text: str) -> str:
    return " ".join(text.partition(":")[0].split()).lower()


def _section_meant(text: str) -> SectionKind | None:
    words = _plain_words(text)
    if words in _OTHER_WORDS:
        return _OTHER_WORDS[words]
    if name := likely_meant(words, NAMES):
        return NAMES[name]
    # A colon, hyphen or space too many or too few.
    plain = words.replace(" ", "").replace("-", "").replace("_", "")
    return next((kind for name, kind in NAMES.items() if name.replace(" ", "") == plain), None)


def _misspelt_heading(
    page: OperationPage, block: Block, text: str, kind: SectionKind
) -> Diagnostic:
    written = text.partition(":")[0].strip()
    place = page.find(block.span.start, written)
    message = f"`{written}` is not a section of the page format. Is `{TITLES[kind]}` meant?"
    hint = f"Write `{'#' * LEVELS[kind]} {TITLES[kind]}`."
    return Diagnostic(place, message, hint, fix=replacing(place, TITLES[kind]))


_MAX_WORDS = 14
_MAX_LENGTH = 110
_MARKS_WITHIN = re.compile(r"\S[ \t]+#{1,6}[ \t]+\S")
_SENTENCES = re.compile(r"[a-z)][.!?] +[A-Z]\w+ \w+")


@Example(
    "Changes what is known",
    "## Restricted: ## The depot agent is not available to all. Ask for it.\n\n"
    "Changes what is known",
)
@page_rule(
    code="CS511",
    name="heading-paragraph",
    in_any_layout=False,
    summary="A heading holds a whole paragraph.",
    cause=(
        "A generator that puts heading and text on one line, or an author who lost a line end, "
        "makes all of it the heading: it fills the table of contents, and its anchor."
    ),
    hint="End the heading's line where the heading ends, and put the text below it.",
    superseded_on_line_by=("underlined-heading",),
    subject=Subject.UNUSUAL_FORM,
)
def _heading_paragraphs(page: CheckedPage) -> Iterator[Diagnostic]:
    for block in page.document.blocks:
        # The type of a body, which may be one of many, is in its heading.
        is_text = block.kind is BlockKind.HEADING and not is_section_heading(block.text)
        if is_text and _is_paragraph(block.text):
            place = page.whole_line(block.span.start)
            text = block.text if len(block.text) <= 60 else f"{block.text[:57]}…"
            yield Diagnostic(place, f"The heading `{text}` holds a whole paragraph.")


_SOURCE = re.compile(r"\]\([^()\s]*\)")
"""The address of a link or of an image, which no reader sees."""


def _is_paragraph(markdown: str) -> bool:
    text = _SOURCE.sub("]", markdown)
    if " " not in text:
        return False
    if _MARKS_WITHIN.search(text) or _SENTENCES.search(text):
        return True
    words = text.count(" ") + 1
    return words > _MAX_WORDS or (len(text) > _MAX_LENGTH and words > 3)


_TABLES = {
    SectionKind.QUERY: "parameter name",
    SectionKind.HEADERS: "parameter name",
    SectionKind.RESPONSE: "response",
}
_EXAMPLES = {SectionKind.EXAMPLE_REQUEST, SectionKind.EXAMPLE_RESPONSE}


@Example("## Sample response\n", "## Sample response\n\nTo follow.\n\n## Sample response\n")
@operation_rule(
    code="CS507",
    name="empty-section",
    summary="A section has nothing in it, or lacks the table or example that makes it one.",
    cause="A heading promises what follows; as a rule the content was lost when it was moved.",
    hint="Write what belongs there, or take the heading out.",
    superseded_by=("example-label", "heading-spelling", "heading-without-space"),
    subject=Subject.UNUSUAL_FORM,
)
def _empty_sections(page: OperationPage) -> Iterator[Diagnostic]:
    sections = page.sections
    for index, section in enumerate(sections):
        if section.kind is SectionKind.DESCRIPTION or not section.title:
            continue
        following = sections[index + 1] if index + 1 < len(sections) else None
        if following and following.status and following.level > section.level:
            continue  # Its sections about single statuses say what it is about.
        if (
            not section.blocks
            and not _says_no_body(section)
            and not (section.argument and _may_be_bare(section))
        ):
            # What stands there begins a section by itself, by its columns or its label.
            if following and not following.title:
                continue
            yield _empty_section(page, section, "is empty")
        elif section.kind in _TABLES and _lacks_table(section):
            yield _empty_section(page, section, "has no table")
        elif section.kind in _EXAMPLES and not _has_code(section):
            yield _empty_section(page, section, "has no example")


def _may_be_bare(section: RawSection) -> bool:
    return section.kind in (SectionKind.RESPONSE_BODY, SectionKind.REQUEST_BODY)


def _says_no_body(section: RawSection) -> bool:
    """Tell whether it is a lone `Response 409`, which says that there is no body."""
    return section.kind is SectionKind.RESPONSE_BODY and bool(section.status)


def _lacks_table(section: RawSection) -> bool:
    """Tell whether nothing in the section is, or was meant to be, a table."""
    return not section.tables and not any("|" in block.text for block in section.blocks)


def _has_code(section: RawSection) -> bool:
    return any(block.kind in (BlockKind.FENCE, BlockKind.OTHER) for block in section.blocks)


def _empty_section(page: OperationPage, section: RawSection, what: str) -> Diagnostic:
    place = page.whole_line(section.span.start)
    return Diagnostic(place, f"`{name_of_section(section)}` {what}.")
