"""Text that readers do not see, or see in another way: cells, comments, headings, front matter."""

from collections.abc import Iterator

from callsheet import lazy_re as re
from callsheet.checks.model.page import CheckedPage, Place, find_in_text, without_code
from callsheet.checks.model.subjects import Subject
from callsheet.checks.rule import Diagnostic, Example, page_rule
from callsheet.findings import Severity
from callsheet.source.document import BlockKind
from callsheet.source.masking import mask_blocks
from callsheet.source.tables import split_row


@Example(
    "Changes what is known",
    "| Way | Days |\n| --- | --- |\n| Sea | 20 | 30 |\n\nChanges what is known",
)
@page_rule(
    code="CS567",
    name="lost-cell",
    summary="A row of a table has more cells than the table has columns.",
    cause="Readers do not see the rest. As a rule a text has a pipe, which ends a cell.",
    hint="Write `\\|` for a pipe, or add the column.",
    superseded_on_line_by=("ragged-row",),
    subject=Subject.UNUSUAL_FORM,
    prose_signs=("|",),
)
def _lost_cells(page: CheckedPage) -> Iterator[Diagnostic]:
    for block in page.document.blocks:
        if block.kind is not BlockKind.TABLE:
            continue
        first = block.span.start
        most = page.line(first).count("|")
        columns = 0
        for number in range(first + 2, block.span.end + 1):
            line = page.line(number)
            # A pipe in code ends no cell on the site.
            if line.count("|") <= most or without_code(line).count("|") <= most:
                continue
            columns = columns or len(split_row(page.line(first)))
            lost = [cell for cell in split_row(line)[columns:] if cell.text]
            if lost:
                end = len(line.rstrip()) + 1
                place = Place(page.path, number, lost[0].column, number, end)
                message = f"`{lost[0].text}` is in no column: the table has {columns} columns."
                yield Diagnostic(place, message)


@Example("Changes what is known", "##\n\nChanges what is known")
@page_rule(
    code="CS568",
    name="empty-heading",
    summary="A heading has no text.",
    cause="It is an empty line in the table of contents, and begins a section without a name.",
    hint="Write the heading, or take its mark out.",
    subject=Subject.OTHER_HEADINGS,
)
def _empty_headings(page: CheckedPage) -> Iterator[Diagnostic]:
    for block in page.document.blocks:
        if block.kind is BlockKind.HEADING and not block.text.strip(" #"):
            yield Diagnostic(page.whole_line(block.span.start), "The heading has no text.")


_COMMENT = re.compile(r"<!-(?!-)[^<>\n]{0,200}-{1,2}>|<--[^<>\n]{1,200}-->|<!\u2013[^<>\n]{0,200}>")
_COMMENT_SIGNS = ("<!-", "<--", "<!\u2013")


@Example("Changes what is known", "<!- To check. ->\n\nChanges what is known")
@page_rule(
    code="CS569",
    name="broken-comment",
    summary="A comment does not begin with `<!--`.",
    cause="It was not meant for readers, and they see it.",
    hint="Begin it with `<!--`, and end it with `-->`.",
    prose_signs=_COMMENT_SIGNS,
)
def _broken_comments(page: CheckedPage) -> Iterator[Diagnostic]:
    for place, match in find_in_text(page, _COMMENT, _COMMENT_SIGNS):
        yield Diagnostic(place, f"`{match.group()}` is not a comment, and readers see it.")


_DEFINITION = re.compile(r"^ {0,3}\[(?P<label>[^\[\]^\n][^\[\]\n]*)\]:[ \t]*(?P<address>\S+)")


@Example(
    "Changes what is known",
    "See [it][a].\n\n[a]: https://a.example\n[a]: https://b.example\n\nChanges what is known",
)
@page_rule(
    code="CS570",
    name="repeated-definition",
    summary="Two lines define the same label of links with different addresses.",
    cause="Only one of them counts; all links with that label lead there.",
    hint="Give one of them another label.",
    signs=("]:",),
)
def _repeated_definitions(page: CheckedPage) -> Iterator[Diagnostic]:
    first: dict[str, tuple[int, str]] = {}
    for number, line in enumerate(mask_blocks(page.document).split("\n"), 1):
        match = _DEFINITION.match(line)
        if match is None:
            continue
        label = " ".join(match["label"].split()).casefold()
        known, address = first.setdefault(label, (number, match["address"]))
        if address != match["address"]:
            message = f"`[{match['label']}]` is defined already, and leads to `{address}`."
            related = (page.related(known, "the first definition"),)
            yield Diagnostic(page.matched(number, match, "address"), message, related=related)


_KEY = re.compile(r"[A-Za-z][\w-]*:(?:[ \t]|$)")


@Example(files={"notes.md": "---\ntitle: Notes\n\n# Notes\n\nSome.\n"})
@page_rule(
    code="CS571",
    name="open-front-matter",
    severity=Severity.ERROR,
    summary="The front matter of a page has no end.",
    cause="None of its keys is read, and readers see them as text.",
    hint="Write a line `---` below the keys.",
    superseded_by=("unusable-uid",),
    subject=Subject.UNUSUAL_FORM,
    signs=("---\n",),
)
def _open_front_matter(page: CheckedPage) -> Iterator[Diagnostic]:
    document = page.document
    if document.body_line != 1 or not document.lines or document.lines[0].rstrip() != "---":
        return
    if len(document.lines) > 1 and _KEY.match(document.lines[1]):
        message = "The front matter has no line `---` at its end."
        yield Diagnostic(page.whole_line(1), message)
