"""Descriptions that a generator or an author put in place of one."""

from collections.abc import Iterator, Sequence

from callsheet.checks.model.page import OperationPage
from callsheet.checks.model.subjects import Subject
from callsheet.checks.model.tables import all_tables, stand_in_of, text_in_cell
from callsheet.checks.rule import Diagnostic, Example, operation_rule
from callsheet.model import Property, Status


@Example(
    "| Its weight in grams. |\n| Kind | Enum: Letter, Box, Pallet | How it travels. |\n"
    "| Posted | date-time | When it was handed in. |\n| Photo",
    "| None |\n| Kind | Enum: Letter, Box, Pallet | How it travels. |\n"
    "| Posted | date-time | When it was handed in. |\n| Photo",
)
@Example("| Whether the receiver gets a message. |", "| N/A |")
@Example("| There is no such parcel. |", "| - |")
@Example("| Whether the receiver gets a message. |", "| Keine Beschreibung |")
@Example("| Whether it breaks easily. |", "| bool |")
@operation_rule(
    code="CS231",
    name="stand-in-description",
    summary="A description is a placeholder word, such as `None`, `N/A` or `-`.",
    cause=(
        "A generator wrote what it had in place of a comment, or a template was not filled in. "
        "A cell that is not empty passes for a description, and says nothing to a reader."
    ),
    hint="Say what it is for.",
    superseded_on_line_by=(
        "text-to-follow",
        "template-mark",
        "ragged-row",
        "description-repeats-name",
    ),
    superseded_by=("misspelt-column",),
    about_rows=True,
    subject=Subject.STAND_INS,
)
def _stand_in_descriptions(page: OperationPage) -> Iterator[Diagnostic]:
    operation = page.operation
    tables: list[tuple[str, Sequence[Property | Status]]] = [*all_tables(operation)]
    for kind, rows in (*tables, ("status", operation.status_rows)):
        for row in rows:
            text = stand_in_of(row)
            name = str(row.code) if isinstance(row, Status) else row.name
            # Another rule reports the name as a description.
            if not text or text.lower() == name.lower():
                continue
            place = text_in_cell(page, row.span.start, "description", text)
            message = f"The description of the {kind} `{name}` is `{text}`, which says nothing."
            yield Diagnostic(place, message)
