"""Descriptions in the rows of tables: missing ones, and those that say nothing or another thing."""

from collections.abc import Iterator, Sequence
from http import HTTPStatus

from callsheet import lazy_re as re
from callsheet.checks.model.page import OperationPage
from callsheet.checks.model.subjects import Subject
from callsheet.checks.model.tables import all_tables, cell, text_in_cell
from callsheet.checks.model.tree import Tree, TreePlaces
from callsheet.checks.parsing.words import likely_meant
from callsheet.checks.rule import Diagnostic, Example, operation_rule, tree_rule
from callsheet.checks.rules.specimen import parcel_page
from callsheet.findings import ALL_PAGES, Finding, Identity, Related, Severity
from callsheet.model import Location, Property, Status

_MANY = 3
_KINDS = {
    Location.PATH: "path parameter",
    Location.QUERY: "query parameter",
    Location.HEADER: "header",
    Location.COOKIE: "cookie",
}


def _undescribed(
    page: OperationPage, kind: str, rows: Sequence[Property | Status]
) -> Iterator[Diagnostic]:
    # A generated table may lack many, which is one fault.
    if len(rows) > _MANY:
        names = ", ".join(f"`{_name_of_row(row)}`" for row in rows[:_MANY])
        message = f"{len(rows)} rows have no description: {names} and others."
        yield Diagnostic(cell(page, rows[0].span.start, "description"), message)
        return
    for row in rows:
        place = cell(page, row.span.start, "description")
        yield Diagnostic(place, f"The {kind} `{_name_of_row(row)}` has no description.")


def _name_of_row(row: Property | Status) -> str:
    return str(row.code) if isinstance(row, Status) else row.name


def _is_usual(tree: Tree, finding: Finding) -> bool:
    """Tell whether a finding is about a parameter, and most on all pages have no description."""
    if tree.describes_parameters or not (operation := tree.catalog.by_path.get(finding.path)):
        return False
    return any(row.span.start == finding.line for row in operation.parameters)


@Example("| notify | bool | Whether the receiver gets a message. |", "| notify | bool | |")
@Example("| 404 | There is no such parcel. |", "| 404 | |")
@operation_rule(
    code="CS216",
    name="undescribed-parameter",
    summary="A parameter, a header or a status has no description.",
    cause=(
        "A caller has to give a value, or to act on a status, and the name alone doesn't tell how. "
        "Where most parameters of all pages have none, `undescribed-parameters` reports it once."
    ),
    hint="Say what it is for.",
    superseded_on_line_by=("ragged-row",),
    applies_to_imports=False,
    subject=Subject.UNDESCRIBED,
    dispelled=_is_usual,
)
def _undescribed_parameters(page: OperationPage) -> Iterator[Diagnostic]:
    operation = page.operation
    for location, kind in _KINDS.items():
        bare = [p for p in operation.parameters if p.location is location and not p.about]
        if bare:
            yield from _undescribed(page, kind, [p for p in bare if p.name])
    bare_statuses = [status for status in operation.status_rows if not status.description]
    if bare_statuses:
        yield from _undescribed(page, "status", bare_statuses)


@Example(
    files={
        "Depot/v1Parcel_Newest.md": parcel_page(
            "Newest", query="".join(f"| by{number} | string | |\n" for number in range(40))
        )
    }
)
@tree_rule(
    code="CS230",
    name="undescribed-parameters",
    severity=Severity.NOTE,
    summary="Most parameters of all pages have no description.",
    cause=(
        "Tables that a generator wrote from code without comments have names and types only. A "
        "caller has to give values, and the names alone don't tell how. That is one problem, so it "
        "is reported once, in place of each parameter."
    ),
    hint="Say what the parameters are for.",
    subject=Subject.UNDESCRIBED_PARAMETERS,
)
def _usually_undescribed_parameters(tree: Tree) -> Iterator[Diagnostic]:
    if tree.describes_parameters:
        return
    # A document may leave out descriptions.
    bare = [
        (operation, row)
        for operation in tree.catalog.operations
        for row in operation.parameters
        if not row.about and operation.path not in tree.imported
    ]
    if not bare:
        return
    (first, row), *others = bare
    nor = f", nor have {len(others)} others" if others else ""
    yield Diagnostic(
        TreePlaces(tree).column(first.path, row.span.start, "description"),
        f"The parameter `{row.name}` has no description{nor}: most on these pages.",
        related=tuple(
            Related(operation.path, other.span.start, f"`{other.name}` without one")
            for operation, other in others
        ),
        identity=Identity(ALL_PAGES, text="parameters"),
    )


@Example("| Weight | Integer | Its weight in grams. |", "| Weight | Integer | Weight |")
@operation_rule(
    code="CS217",
    name="description-repeats-name",
    severity=Severity.NOTE,
    summary="A description is the name of its row and nothing else.",
    cause="It takes the place of a description and says nothing that the name does not.",
    hint="Say what it is for.",
    superseded_on_line_by=("ragged-row", "misspelt-column"),
    applies_to_imports=False,
    subject=Subject.NAMES_AS_TEXTS,
)
def _descriptions_repeating_names(page: OperationPage) -> Iterator[Diagnostic]:
    for kind, rows in all_tables(page.operation):
        for row in rows:
            about = row.description
            # A longer text cannot be the name and the mark.
            if len(about) > len(row.name) + 16 or len(about) < len(row.name) or not row.name:
                continue
            if row.about.strip(" .`").lower() == row.name.lower():
                message = f"The description of the {kind} `{row.name}` is its name."
                yield Diagnostic(cell(page, row.span.start, "description"), message)


_PHRASES = {status.phrase.lower(): status.value for status in HTTPStatus} | {
    "content too large": 413,
    "payload too large": 413,
    "range not satisfiable": 416,
    "uri too long": 414,
    "unprocessable content": 422,
    "unprocessable entity": 422,
    "unauthorised": 401,
    "internal error": 500,
    "success": 200,
}
_BEGINS = re.compile(
    rf"({'|'.join(sorted(map(re.escape, _PHRASES), key=len, reverse=True))})(?=\s*(?:[.!:;,(-]|$))",
    re.IGNORECASE,
)
_LONG = tuple(phrase for phrase in _PHRASES if " " in phrase)
_END_OF_PHRASE = re.compile(r"[.!:;,(\u2013\u2014]|\s-")
_FAILED = re.compile(
    r"\b(?:not found|bad request|does not exist|is missing|unauthori[sz]ed|forbidden|failed"
    r"|not modified|not acceptable|internal server error|precondition failed)\b",
    re.IGNORECASE,
)
_SUCCEEDED = re.compile(r"\b(?:success\w*|succeed\w*|ok|already)\b", re.IGNORECASE)
"""Words of a success that may mention a failure: `Request successful. It does not exist.`"""

_DONE = re.compile(
    r"(?:the\s+)?\w+\s+(?:was |has been |is )?(?:found|updated|deleted|created|saved|returned)\.?",
    re.IGNORECASE,
)
_SAME = ({200, 201, 202, 204},)
"""Groups of statuses that may share a reason phrase, such as `OK` for 204."""

_WORDS_OF_SUCCESS = ("found", "gone")
"""Reason phrases that also say, as plain words, what an operation found or removed."""


@Example("| 404 | There is no such parcel. |", "| 404 | OK |")
@Example("| 404 | There is no such parcel. |", "| 404 | **Not Fuond**: no parcel. |")
@Example("| 200 | The parcel as it is stored. |", "| 200 | Parcel not found. |")
@operation_rule(
    code="CS218",
    name="status-text",
    in_any_layout=True,
    summary="A status is described by the words of another one, or by misspelt ones.",
    cause=(
        "The statuses of HTTP have meanings (RFC 9110, 15). A row such as `404 | OK` was copied or "
        "given the wrong number, and a caller who handles statuses by it does the wrong thing."
    ),
    hint="Correct the status or its description.",
    superseded_on_line_by=("ragged-row", "unregistered-status"),
    subject=Subject.STATUS_TEXTS,
)
def _mismatched_status_texts(page: OperationPage) -> Iterator[Diagnostic]:
    for status in page.operation.status_rows:
        if words := _other_phrase(status):
            place = text_in_cell(page, status.span.start, "description", words)
            message = f"`{words}` does not describe the status {status.code}."
            yield Diagnostic(place, message, hint=_hint_for_status(status, words))
        elif (phrase := _phrase(status.code)) and (words := _misspelt(status.description, phrase)):
            place = text_in_cell(page, status.span.start, "description", words)
            message = f"`{words}` is misspelt; {status.code} means `{phrase}`."
            yield Diagnostic(place, message)


def _misspelt(text: str, phrase: str) -> str:
    """Return the phrase of a status, or of another one, that a description begins with misspelt."""
    whole = text.strip("*`. ")
    first = _END_OF_PHRASE.split(whole, maxsplit=1)[0].rstrip("*` ")
    # A single word may be another one that is spelt well, such as `Creates`.
    for words in (whole, first) if " " in first else (whole,):
        # `NotFound` is how programs name a status.
        if words.lower().replace(" ", "") == phrase.replace(" ", ""):
            return ""
        # So is `Unauthorised`.
        if _phrase(_PHRASES.get(words.lower(), 0)) == phrase:
            return ""
        if likely_meant(words.lower(), [phrase] if " " not in words else [phrase, *_LONG]):
            return words
    return ""


def _other_phrase(status: Status) -> str | None:
    """Return the words of a description that belong to another status."""
    code, text = status.code, status.description.strip("*` ")
    if match := _BEGINS.match(text):
        other = _PHRASES[match[1].lower()]
        if other == code or _phrase(code) == match[1].lower():
            return None
        if code < 300 and match[1].lower() in _WORDS_OF_SUCCESS:
            return None
        alike = any(code in codes and other in codes for codes in _SAME) and other == 200
        return None if alike and match[1].lower() == "success" else match[1]
    is_told = _SUCCEEDED.search(text) or _is_negated(text)
    if code < 300 and (match := _FAILED.search(text)) and not is_told:
        return match.group()
    if code >= 400 and _DONE.fullmatch(text):
        return text
    return None


def _is_negated(text: str) -> bool:
    """Tell whether a success mentions what is missing, such as `OK, or null if not found`."""
    return (
        re.search(r"\b(?:if|when|or|unless|whether|otherwise|else)\b", text, re.IGNORECASE)
        is not None
    )


def _phrase(code: int) -> str:
    return HTTPStatus(code).phrase.lower() if code in set(HTTPStatus) else ""


def _hint_for_status(status: Status, words: str) -> str:
    other = _PHRASES.get(words.lower())
    phrase = _phrase(status.code)
    expected = f"{status.code} means `{phrase}`" if phrase else "Describe the status"
    return f"{expected}; `{words}` is what {other} means." if other else f"{expected}."
