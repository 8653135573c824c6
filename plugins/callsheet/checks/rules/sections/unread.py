"""Examples and tables that stand where they are not read."""

from collections.abc import Iterator
from itertools import pairwise
from textwrap import dedent

from callsheet import lazy_re as re
from callsheet.checks.model.page import CheckedPage, OperationPage
from callsheet.checks.model.subjects import Subject
from callsheet.checks.parsing.words import is_request, is_response
from callsheet.checks.rule import Diagnostic, Example, operation_rule, page_rule
from callsheet.model import SectionKind
from callsheet.source.document import Block, BlockKind
from callsheet.source.tables import plain_head, split_row
from callsheet.source.tutorials import unused_programs

_FENCE = re.compile(
    r"^[ \t>]*+(?:(?:[-*+]|\d{1,9}[.)])[ \t]++)?(?:`{3,}|~{3,})[ \t]*+(?P<label>http[!_])",
    re.MULTILINE,
)
_DELIMITER = re.compile(r"[ \t]*+(?:\d{1,9}[.)][ \t]++)?\|?[ \t]*+:?-++:?[ \t]*+\|[ \t:|-]*+")
_ITEM = re.compile(r"\A[ \t]*+(?:[-*+]|\d{1,9}[.)])[ \t]+")
_HEADS = frozenset(
    {"parameter name", "property name", "path part", "response", "type", "description"}
)
_ENOUGH = 2
"""Heads of the page format from which on a table is meant to document something."""


@Example(
    "## Sample response\n",
    "> ```http_\n> HTTP/1.1 404 Not Found\n> ```\n\n## Sample response\n",
)
@Example(
    "## Sample response\n",
    "- Send:\n\n    ```http!\n    GET /api/v1/Depot/a/Parcel/7\n    ```\n\n## Sample response\n",
)
@Example(
    "## Sample response\n",
    "\n    HTTP/1.1 404 Not Found\n    Content-Type: text/plain\n\n## Sample response\n",
)
@operation_rule(
    code="CS551",
    name="hidden-example",
    summary="An HTTP message stands in a list, in a quote or in indented code.",
    cause=(
        "Examples are fences at the margin. In a list, a quote or indented code a message is shown "
        "to readers, and nothing is checked of it: it makes no sample, and no answer of the "
        "reference server."
    ),
    hint="Write the fence at the margin, with nothing before its backticks.",
    subject=Subject.OTHER_BLOCKS,
)
def _hidden_examples(page: OperationPage) -> Iterator[Diagnostic]:
    for block in page.document.blocks:
        if block.kind is not BlockKind.OTHER:
            continue
        if match := _FENCE.search(block.text):
            line = block.span.start + block.text.count("\n", 0, match.start("label"))
            message = (
                f"The fence `{match['label']}` stands {_where(block)}, so it is not an example."
            )
            yield Diagnostic(page.whole_line(line), message)
        elif block.text.startswith(("    ", "\t")):
            text = dedent(block.text.expandtabs(4))
            # With its header fields or status line, it is more than the mention of a route.
            if is_request(text) or is_response(text):
                message = "The HTTP message is indented code, so it is not an example."
                yield Diagnostic(page.whole_line(block.span.start), message)


def _where(block: Block) -> str:
    text = block.text.lstrip(" ")
    if text.startswith(">"):
        return "in a quote"
    indented = block.text.startswith(("    ", "\t"))
    return "in indented code" if indented and not _ITEM.match(text) else "in a list"


@Example(
    "### Response body: Parcel\n",
    "- It has:\n\n    | Property Name | Type | Description |\n    | --- | --- | --- |\n"
    "    | Note | string | What else is to be said. |\n\n### Response body: Parcel\n",
)
@operation_rule(
    code="CS552",
    name="hidden-table",
    summary="A table of the page format stands in a list or in indented code.",
    cause=(
        "What a page documents is read from the tables at its margin. In a list, a table is shown "
        "to readers, and its rows are unknown to samples, the reference server and the export."
    ),
    hint="Write the table at the margin.",
    superseded_on_line_by=("indented-table",),
    subject=Subject.OTHER_BLOCKS,
)
def _hidden_tables(page: OperationPage) -> Iterator[Diagnostic]:
    for section in page.sections:
        if section.kind is SectionKind.OTHER:
            continue
        for block in section.blocks:
            # Quotes and HTML are reported while the page is read.
            if block.kind is not BlockKind.OTHER or block.text.lstrip()[:1] in (">", "<", ""):
                continue
            lines = block.text.split("\n")
            for number, (head, below) in enumerate(pairwise(lines)):
                if "|" in head and _DELIMITER.fullmatch(below) and _is_known(head):
                    message = f"The table stands {_where(block)}, and documents nothing."
                    yield Diagnostic(page.whole_line(block.span.start + number), message)


def _is_known(head: str) -> bool:
    cells = split_row(_ITEM.sub("", head.strip()))
    return len({plain_head(cell.text) for cell in cells} & _HEADS) >= _ENOUGH


@Example("## Sample response\n", "```python run twice\nx = 1\n```\n\n## Sample response\n")
@Example(
    "## Sample response\n",
    "- Run:\n\n    ```python run\n    x = 1\n    ```\n\n## Sample response\n",
)
@page_rule(
    code="CS553",
    name="program-not-run",
    summary="A fence looks like a program of a tutorial, but is not one.",
    cause=(
        "Readers and `callsheet test` run fences at the left margin, with the words `python run` "
        "and no others after their marks, and with an end. Of what is written otherwise, nobody "
        "notices that it is no longer true."
    ),
    hint="Write the fence as ```` ```python run ```` at the margin, or without `run`.",
    signs=("python",),
)
def _programs_not_run(page: CheckedPage) -> Iterator[Diagnostic]:
    for unused in unused_programs(page.document):
        message = f"The program is not run: {unused.reason}."
        yield Diagnostic(page.whole_line(unused.line), message)
