"""Required marks in the rows of tables, and words that contradict them."""

from collections.abc import Iterator

from callsheet.checks.model.page import OperationPage
from callsheet.checks.model.subjects import Subject
from callsheet.checks.model.tables import name_cell, replacing, sent_tables, text_in_cell
from callsheet.checks.parsing.requirements import misspelt_mark, says_optional, says_required
from callsheet.checks.rule import Diagnostic, Example, operation_rule
from callsheet.findings import Edit, Severity
from callsheet.model import REQUIRED_MARK, Location, Parameter, Property, SectionKind
from callsheet.model.contents import own_parameters
from callsheet.schema.words.facets import Facet
from callsheet.source.document import BlockKind


@Example("The parcel. **Required** |", "The parcel. *Required* |")
@Example("The parcel. **Required** |", "The parcel. **Requierd** |")
@Example("The parcel. **Required** |", "The parcel. (required) |")
@Example("## Request Body: parcel\n", "## Request Body: parcel\n\n*Required*\n")
@operation_rule(
    code="CS212",
    name="misspelt-required-mark",
    in_any_layout=True,
    severity=Severity.ERROR,
    summary="A required mark is misspelt, or not bold.",
    cause=(
        "`**Required**` marks a parameter, property or body that must be given. Written in another "
        "way it is mere text: the reference server accepts requests without the value, and the "
        "sample program leaves it out."
    ),
    hint=f"Write `{REQUIRED_MARK}`.",
    superseded_on_line_by=("ragged-row",),
    about_rows=True,
    subject=Subject.REQUIREMENTS,
)
def _misspelt_required_marks(page: OperationPage) -> Iterator[Diagnostic]:
    for _, rows in sent_tables(page.operation):
        if any(Facet.REQUIRED in dict(row.facets) for row in rows):
            # A column of its own has the mark.
            continue
        for row in rows:
            if row.required is not None or not row.description:
                continue
            if written := misspelt_mark(row.description):
                place = text_in_cell(page, row.span.start, "description", written)
                message = f"`{written}` of `{row.name}` is not read as `{REQUIRED_MARK}`."
                yield Diagnostic(place, message, fix=replacing(place, REQUIRED_MARK))
    yield from _misspelt_marks_in_bodies(page)


def _misspelt_marks_in_bodies(page: OperationPage) -> Iterator[Diagnostic]:
    """Report misspelt marks that stand alone below the heading of a body."""
    for section in page.sections:
        if section.kind is not SectionKind.REQUEST_BODY or not section.blocks:
            continue
        first, *_ = section.blocks
        line = first.text.split("\n")[0].strip()
        if first.kind is BlockKind.PARAGRAPH and line and misspelt_mark(line) == line:
            place = page.whole_line(first.span.start)
            message = f"`{line}` of the body is not read as `{REQUIRED_MARK}`."
            yield Diagnostic(place, message, fix=replacing(place, REQUIRED_MARK))


@Example("The parcel. **Required** |", "The parcel. |")
@operation_rule(
    code="CS211",
    name="optional-path-parameter",
    summary="A path parameter is not marked as required.",
    cause=(
        "A path without the value is another path, so path parameters are always required "
        "(OpenAPI, Parameter Object). Without the mark a reader thinks that the value can be left "
        "out."
    ),
    hint=f"Write `{REQUIRED_MARK}` at the end of the description.",
    superseded_on_line_by=(
        "ragged-row",
        "type-left-over",
        "tag-left-over",
        "text-to-follow",
        "template-mark",
        "escape-left-over",
        "misspelt-column",
    ),
    subject=Subject.PATHS,
)
def _optional_path_parameters(page: OperationPage) -> Iterator[Diagnostic]:
    for row, _ in own_parameters(page.operation, Location.PATH):
        # Another rule reports a misspelt mark.
        if row.required or misspelt_mark(row.description) or not row.name:
            continue
        message = f"The path parameter `{row.name}` has no `{REQUIRED_MARK}`."
        related = page.related(page.operation.route.span.start, "the route, which needs a value")
        line = row.span.start
        text = page.line(row.span.end).rstrip()
        fix: tuple[Edit, ...] = ()
        if row.span.end == line and text.endswith("|"):
            column = len(text[:-1].rstrip()) + 1
            fix = (Edit(line, column, line, len(text), f" {REQUIRED_MARK} "),)
        yield Diagnostic(name_cell(page, line), message, related=(related,), fix=fix)


@Example(
    "Whether the receiver gets a message. |",
    "Optional: whether the receiver gets a message. **Required** |",
)
@Example(
    "Whether the receiver gets a message. |",
    "Whether the receiver gets a message. It must be given. |",
)
@operation_rule(
    code="CS213",
    name="required-and-optional",
    summary="A row is marked as required and its text says that it is optional, or the reverse.",
    cause=(
        "One of the two is not true: either callers send what they need not, or they leave out "
        "what is refused without. Text such as `Optional`, `can be omitted` or a default value "
        "says that a value is not required."
    ),
    hint="Let the mark and the text say the same.",
    superseded_on_line_by=("ragged-row", "misspelt-required-mark"),
    about_rows=True,
    subject=Subject.REQUIREMENTS,
)
def _contradictory_required_marks(page: OperationPage) -> Iterator[Diagnostic]:
    for kind, rows in sent_tables(page.operation):
        for row in rows:
            if row.required:
                words = says_optional(row.about)
                # A part of the path has to be there, whatever its usual value.
                if words and not (kind == "path parameter" and "default" in words.lower()):
                    yield _required_and_optional(page, kind, row, words)
            elif not isinstance(row, Parameter):
                continue
            elif (words := says_required(row.description)) and not misspelt_mark(row.description):
                yield _required_without_mark(page, kind, row, words)
    yield from _contradictory_bodies(page)


def _contradictory_bodies(page: OperationPage) -> Iterator[Diagnostic]:
    """Report bodies whose sections contradict each other about being required."""
    stated = [body for body in page.operation.request_bodies if body.required is not None]
    for body in stated[1:]:
        if body.required != stated[0].required:
            place = page.whole_line(body.span.start)
            here, above = ("required", "optional") if body.required else ("optional", "required")
            message = f"The body is {here} here and {above} above."
            related = page.related(stated[0].span.start, "the first section about the body")
            yield Diagnostic(place, message, hint="Mark all of them alike.", related=(related,))


def _required_and_optional(page: OperationPage, kind: str, row: Property, words: str) -> Diagnostic:
    place = text_in_cell(page, row.span.start, "description", words)
    message = f"The {kind} `{row.name}` is marked as required, and its text says `{words}`."
    hint = "Take the mark out, or the words that contradict it."
    if kind == "path parameter":
        hint = "A path parameter is always required: fix the text."
    related = page.related(row.span.start, "the mark in the same row")
    return Diagnostic(place, message, hint=hint, related=(related,))


def _required_without_mark(page: OperationPage, kind: str, row: Property, words: str) -> Diagnostic:
    place = text_in_cell(page, row.span.start, "description", words)
    message = f"The text of the {kind} `{row.name}` says `{words}`, but it has no required mark."
    return Diagnostic(place, message, hint=f"Write `{REQUIRED_MARK}` into the description.")


@Example("Whether it breaks easily. |", "Whether it breaks easily. **Required** |")
@operation_rule(
    code="CS214",
    name="required-response-property",
    summary="A property of the response is marked as required.",
    cause=(
        "The mark says what a caller must send, and nobody sends a response. As a rule the row was "
        "copied from the table of the request."
    ),
    hint="Take the mark out.",
    superseded_on_line_by=("ragged-row",),
    subject=Subject.REQUIREMENTS,
)
def _required_response_properties(page: OperationPage) -> Iterator[Diagnostic]:
    response = page.operation.response
    for row in response.properties if response else ():
        if REQUIRED_MARK in row.description:
            place = text_in_cell(page, row.span.start, "description", REQUIRED_MARK)
            start = place.column
            while page.line(place.line)[start - 2 : start - 1] == " ":
                start -= 1
            fix = Edit(place.line, start, place.end_line, place.end_column, "")
            message = f"The response property `{row.name}` is marked `{REQUIRED_MARK}`."
            yield Diagnostic(place, message, fix=(fix,))
