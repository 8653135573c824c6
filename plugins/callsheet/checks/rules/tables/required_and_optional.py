"""A required mark that the text of its row contradicts, or that the text asks for."""

from __future__ import annotations

from collections.abc import Iterator

from callsheet.checks.model.cells import text_in_cell
from callsheet.checks.model.page import OperationPage
from callsheet.checks.model.typed_tables import sent_tables
from callsheet.checks.parsing.required_words import misspelt_mark, says_optional, says_required
from callsheet.checks.rule import Diagnostic, Example, OperationRule
from callsheet.findings import Severity
from callsheet.model import REQUIRED_MARK, Parameter, Property


def _contradictory_required_marks(page: OperationPage) -> Iterator[Diagnostic]:
    for kind, rows in sent_tables(page.operation):
        for row in rows:
            if row.required:
                if words := says_optional(row.about):
                    yield _both(page, kind, row, words)
            elif not isinstance(row, Parameter):
                continue
            elif (words := says_required(row.description)) and not misspelt_mark(row.description):
                yield _unmarked(page, kind, row, words)
    yield from _bodies(page)


def _bodies(page: OperationPage) -> Iterator[Diagnostic]:
    """Report bodies whose sections contradict each other about being required."""
    said = [body for body in page.operation.request_bodies if body.required is not None]
    for body in said[1:]:
        if body.required != said[0].required:
            place = page.whole_line(body.span.start)
            here, above = ("required", "optional") if body.required else ("optional", "required")
            message = f"The body is {here} here and {above} above."
            related = page.related(said[0].span.start, "the first section about the body")
            yield Diagnostic(place, message, hint="Mark all of them alike.", related=(related,))


def _both(page: OperationPage, kind: str, row: Property, words: str) -> Diagnostic:
    place = text_in_cell(page, row.span.start, "description", words)
    message = f"The {kind} `{row.name}` is marked as required, and its text says `{words}`."
    hint = "Take the mark out, or the words that contradict it."
    if kind == "path parameter":
        hint = "A path parameter is always required: mend the text."
    related = page.related(row.span.start, "The mark in the same row.")
    return Diagnostic(place, message, hint=hint, related=(related,))


def _unmarked(page: OperationPage, kind: str, row: Property, words: str) -> Diagnostic:
    place = text_in_cell(page, row.span.start, "description", words)
    message = f"The text of the {kind} `{row.name}` says `{words}`, but it has no required mark."
    return Diagnostic(place, message, hint=f"Write `{REQUIRED_MARK}` into the description.")


RULE = OperationRule(
    code="CS213",
    name="required-and-optional",
    severity=Severity.WARNING,
    summary="A row is marked as required and its text says that it is optional, or the reverse.",
    cause=(
        "One of the two is not true: either callers send what they need not, or they leave out "
        "what is refused without. Text such as `Optional`, `can be omitted` or a default value "
        "says that a value is not required."
    ),
    hint="Let the mark and the text say the same.",
    examples=(
        Example(
            "Whether the receiver gets a message. |",
            "Optional: whether the receiver gets a message. **Required** |",
        ),
        Example(
            "Whether the receiver gets a message. |",
            "Whether the receiver gets a message. It must be given. |",
        ),
    ),
    superseded_on_line_by=(
        "ragged-row",
        "misspelt-required-mark",
    ),
    check=_contradictory_required_marks,
)
