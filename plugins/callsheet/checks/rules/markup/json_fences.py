"""JSON in fences that are not messages, such as a file in the description of an operation."""

from collections.abc import Iterator

from callsheet import lazy_re as re
from callsheet.checks.model.page import CheckedPage, Place
from callsheet.checks.parsing.json_text import parse_json
from callsheet.checks.parsing.nodes import SyntaxProblem
from callsheet.checks.rule import Diagnostic, Example, page_rule
from callsheet.source.document import BlockKind

_WHOLE = re.compile(r"\s*+(?:\{[\s\S]*\}|\[[\s\S]*\])\s*\Z")
_ABRIDGED = re.compile(r"\.\.|\u2026|\{\{|\{%|//|/\*|^[ \t]*+#|<[A-Za-z]", re.MULTILINE)
"""Signs of what was left out, of a template's marks, of comments and of placeholders."""


@Example(
    "Changes what is known",
    'Send this:\n\n```json\n{"Label": "Glasses",}\n```\n\nChanges what is known',
)
@page_rule(
    code="CS560",
    name="broken-json",
    summary="A fence labelled `json` does not hold valid JSON.",
    cause="Readers copy it, and programs refuse it. What `...` or a comment abridges may be so.",
    hint="Correct it.",
    superseded_on_line_by=("request-body-syntax", "response-body-syntax"),
    signs=tuple(f"{fence}{space}json" for fence in ("```", "~~~") for space in ("", " ")),
)
def _broken_json(page: CheckedPage) -> Iterator[Diagnostic]:
    for block in page.document.blocks:
        if block.kind is not BlockKind.FENCE or block.info.strip().lower() != "json":
            continue
        first = block.span.start + 1
        text = "\n".join(page.document.lines[first - 1 : block.span.end - 1])
        # A part of an object is not a mistake.
        if not _WHOLE.match(text) or _ABRIDGED.search(text):
            continue
        if isinstance(problem := parse_json(text), SyntaxProblem):
            number = first + text.count("\n", 0, problem.start)
            column = problem.start - text.rfind("\n", 0, problem.start)
            place = Place(page.path, number, column, number, column + 1)
            what = f"there is {problem.problem}; expected is {problem.expected}"
            yield Diagnostic(place, f"The fence does not hold valid JSON: {what}.")
