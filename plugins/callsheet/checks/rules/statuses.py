"""Statuses of example responses (CS41x)."""

from collections.abc import Iterator
from http import HTTPStatus

from callsheet import lazy_re as re
from callsheet.checks.model.examples import ExampleMessage, code, typed_responses
from callsheet.checks.model.page import CheckedPage, OperationPage, Place, is_code
from callsheet.checks.model.subjects import Subject
from callsheet.checks.parsing.words import likely_meant
from callsheet.checks.rule import Diagnostic, Example, OperationRule, operation_rule, page_rule
from callsheet.checks.rules.bodies.types import stated_types
from callsheet.checks.rules.headers import fields
from callsheet.checks.rules.specimen import ANSWERED
from callsheet.findings import Edit, Severity
from callsheet.http.statuses import DEFAULT, NO_CONTENT, names_of, phrase
from callsheet.model import ExampleResponse, SectionKind


def _undocumented_example_statuses(page: OperationPage) -> Iterator[Diagnostic]:
    """Report sample responses with a status that the table lacks."""
    documented = page.operation.status_rows
    codes = [status.code for status in documented]
    for example, message in typed_responses(page):
        if not documented or message.status in codes or _is_in_range(page, message.status):
            continue
        if message.status < 300 and not has_success(page):
            continue  # Another rule reports a table without any success.
        if message.status in NO_CONTENT and example.has_body and example.body.strip() != "null":
            continue  # Another rule reports a body that the status forbids.
        line = documented[0].span.start
        listed = ", ".join(str(number) for number in codes)
        yield Diagnostic(
            _status_place(example, message),
            f"The table lacks the status `{message.status}` of the example: it has {listed}.",
            related=(page.related(line, "the status table begins here"),),
        )


def _undocumented_sections(page: OperationPage) -> Iterator[Diagnostic]:
    """Report sections about a status that the table, if there is one, lacks."""
    response = page.operation.response
    codes = {status.code for status in page.operation.status_rows}
    ranges = {part.name for part in response.ranges} if response else set()
    if not codes and not ranges:
        return
    known = ranges | {f"{number // 100}XX" for number in codes} | {DEFAULT}
    for section in page.sections:
        status = section.status
        if not status or section.inherits:
            continue
        if status.isdecimal():
            is_known = int(status) in codes or not ranges.isdisjoint(names_of(int(status)))
        else:
            is_known = status in known or DEFAULT in ranges
        if not is_known:
            row = (page.operation.status_rows or response.ranges if response else ())[0]
            yield Diagnostic(
                page.whole_line(section.span.start),
                f"The status table lacks `{status}`, which the section is about.",
                "Add a row for the status, or correct the heading.",
                (page.related(row.span.start, "the status table begins here"),),
            )


def _is_in_range(page: OperationPage, status: int) -> bool:
    """Tell whether a page documents a class of statuses, or a body, that includes a status."""
    response = page.operation.response
    if response is None:
        return False
    documented = {part.name for part in response.ranges} | {b.status for b in response.bodies}
    return not documented.isdisjoint(names_of(status))


def _status_place(example: ExampleMessage, message: ExampleResponse) -> Place:
    line = example.first_line().line
    version = len(example.page.line(line).split()[0]) + 1
    return example.page.find(line, str(message.status), version)


@Example("HTTP/1.1 200 OK", "HTTP/1.1 202 Accepted")
@Example("## Sample request\n", "## Response 410: object\n\n## Sample request\n")
@operation_rule(
    code="CS412",
    name="status-unknown",
    severity=Severity.ERROR,
    summary="A sample response, or a section, is about a status that the status table lacks.",
    cause="The table lists what a caller must be ready for, so that one of the two is wrong.",
    hint="Add a row for the status, or correct the example.",
    superseded_at_source_by=("status-text",),
    subject=Subject.OTHER_STATUSES,
)
def _undocumented_statuses(page: OperationPage) -> Iterator[Diagnostic]:
    yield from _undocumented_example_statuses(page)
    yield from _undocumented_sections(page)


def has_success(page: OperationPage) -> bool:
    """Tell whether the table has a status that is not an error; 304 only says "not modified"."""
    response = page.operation.response
    ranges = {part.name for part in response.ranges} if response else set()
    return not ranges.isdisjoint(("2XX", "3XX", "default")) or any(
        status.code < 400 and status.code != 304 for status in page.operation.status_rows
    )


def _rows_without_success(page: OperationPage) -> Iterator[Diagnostic]:
    """Report status tables without a success."""
    documented = page.operation.status_rows
    if not documented or has_success(page):
        return
    related = tuple(
        page.related(example.first_line().line, f"the example has {message.status}")
        for example, message in typed_responses(page)
        if message.status < 300
    )
    listed = ", ".join(str(status.code) for status in documented)
    place = page.find(documented[0].span.start, str(documented[0].code))
    yield Diagnostic(
        place, f"The status table has no success: it has {listed} only.", related=related
    )


def _empty_status_tables(page: OperationPage) -> Iterator[Diagnostic]:
    """Report responses without any row of a status."""
    response = page.operation.response
    if response is None or response.statuses or not page.operation.example_responses:
        return
    tables = [t for t in page.tables(SectionKind.RESPONSE) if t.columns[0] == "response"]
    if tables and not tables[0].rows:
        place = page.whole_line(tables[0].span.end)
        yield Diagnostic(place, "The status table has no success: it has no row.")


@Example("| 200 | The parcel as it is stored. |\n", "")
@operation_rule(
    code="CS413",
    name="no-success",
    severity=Severity.ERROR,
    summary="The status table has no success.",
    cause=(
        "A caller must know how success looks. A table with errors only comes about when the first "
        "row is lost."
    ),
    hint="Add the row of the success, such as `| 200 | OK |`.",
    subject=Subject.NO_SUCCESS,
    applies_to_imports=False,
)
def _tables_without_success(page: OperationPage) -> Iterator[Diagnostic]:
    yield from _rows_without_success(page)
    yield from _empty_status_tables(page)


def _forbidden_bodies(page: OperationPage, *, null: bool) -> Iterator[Diagnostic]:
    """Report bodies of sample responses whose status allows none.

    Args:
        page: The page.
        null: Whether to report `null`, which generators write, or any other body.
    """
    for example, message in typed_responses(page):
        if message.status not in NO_CONTENT or not example.has_body:
            continue
        if example.misplaced_header is not None:
            continue
        if (example.body.strip() == "null") is not null:
            continue
        fix: tuple[Edit, ...] = ()
        if null:
            # The fix removes the blank line before it, too.
            place = example.whole_body()
            fix = (Edit(place.line - 1, 1, place.line + 1, 1, ""),)
            if page.line(place.line - 1).strip():
                fix = ()
        yield Diagnostic(
            example.whole_body(),
            f"The example has a body, {code(example.body, 30)}, under the status "
            f"{message.status}, which has none.",
            related=(page.related(example.first_line().line, f"the status {message.status}"),),
            fix=fix,
        )


_BODY_WITHOUT_CONTENT = OperationRule(
    code="CS414",
    name="body-without-content",
    in_any_layout=True,
    severity=Severity.ERROR,
    summary="A sample response has a body under a status that has none.",
    cause=(
        "Responses with the status 204, 205 and 304 end after the header fields (RFC 9110, 15.3.5, "
        "15.3.6 and 15.4.5); clients take what follows for the next response."
    ),
    hint="Remove the body, or correct the status.",
    examples=(Example("HTTP/1.1 200 OK", "HTTP/1.1 204 No Content", also=("status-unknown",)),),
    subject=Subject.NO_CONTENT,
    check=lambda page: _forbidden_bodies(page, null=False),
)

_NULL_WITHOUT_CONTENT = OperationRule(
    code="CS417",
    name="null-without-content",
    severity=Severity.NOTE,
    summary="A sample response shows `null` under a status that has no body.",
    cause=(
        "Generators write the value that a method without a result gives; the response has no body "
        "at all (RFC 9110, 15.3.5)."
    ),
    hint="Remove `null`.",
    examples=(
        Example(
            ANSWERED,
            "HTTP/1.1 204 No Content\nContent-Type: application/json\n\nnull",
            also=("status-unknown",),
        ),
    ),
    subject=Subject.NO_CONTENT,
    check=lambda page: _forbidden_bodies(page, null=True),
)


@Example(
    "| 200 | The parcel as it is stored. |",
    "| 204 | It is stored. |",
    also=("status-unknown",),
)
@operation_rule(
    code="CS418",
    name="typed-without-content",
    severity=Severity.NOTE,
    summary="The response body has a type, and no documented success has a body.",
    cause=(
        "A status 204 has no body, so that there is nothing to be of a type. Generators write the "
        "type of a method without a result, whatever it is called."
    ),
    hint="Remove the type, or correct the status.",
    superseded_by=("body-without-content",),
    subject=Subject.NO_CONTENT,
)
def _typed_without_content(page: OperationPage) -> Iterator[Diagnostic]:
    """Report types and tables of a response body if no success has a body."""
    successes = [status for status in page.operation.status_rows if 200 <= status.code < 300]
    if not successes or any(status.code not in NO_CONTENT for status in successes):
        return
    related = tuple(
        page.related(status.span.start, f"the status {status.code}") for status in successes
    )
    number = successes[0].code
    stated = list(stated_types(page))
    if stated:
        shown = code(stated[-1].type.written)
        message = f"The response body has the type {shown}, and the status {number} has no body."
        yield Diagnostic(stated[-1].place, message, related=related)
    elif page.operation.response and page.operation.response.properties:
        row = page.operation.response.properties[0]
        message = f"The response body has a table, and the status {number} has no body."
        yield Diagnostic(page.whole_line(row.span.start), message, related=related)


@Example("HTTP/1.1 200 OK", "HTTP/1.1 200 Created")
@operation_rule(
    code="CS419",
    name="reason-phrase",
    in_any_layout=True,
    summary="A sample response has the reason phrase of another status, or a misspelled one.",
    cause=(
        "The phrase is there for people (RFC 9112, 4); `200 Created` leaves them in doubt which of "
        "the two is meant. Words of one's own, such as the description in the status table, are "
        "left alone."
    ),
    hint="Write the phrase of the status.",
    subject=Subject.OTHER_REASONS,
)
def _wrong_reason_phrases(page: OperationPage) -> Iterator[Diagnostic]:
    """Report reason phrases of another status, and misspelled ones."""
    descriptions = {status.code: status.description for status in page.operation.status_rows}
    by_phrase = fields.phrases()
    for example, message in typed_responses(page):
        reason = " ".join(message.reason.split())
        right = phrase(message.status)
        own = " ".join(descriptions.get(message.status, "").split())
        if descriptions and message.status not in descriptions:
            continue  # Another rule reports the status; its author will see the phrase.
        if not reason or reason.lower() in {right.lower(), own.lower()}:
            continue
        other = by_phrase.get(reason.lower())
        place = page.find(example.first_line().line, message.reason)
        edit = Edit(place.line, place.column, place.end_line, place.end_column, right)
        if other is not None and other != message.status:
            stated = f"`{right}` is that of {message.status}" if right else "it has none of its own"
            yield Diagnostic(
                place,
                f"The reason phrase {code(reason)} is that of {other}; {stated}.",
                fix=(edit,) if right else (),
            )
        elif right and (_is_near(reason, right) or _is_near(reason, own)):
            meant = right if _is_near(reason, right) else own
            yield Diagnostic(
                place,
                f"The reason phrase {code(reason)} is misspelled.",
                f"Did you mean `{meant}`?",
                fix=(edit,) if meant == right else (),
            )


def _is_near(one: str, other: str) -> bool:
    # `Okay` and `OKAY`, too, of which a phrase of two letters is no more than the beginning.
    longer = one.lower().startswith(other.lower()) and len(one) <= len(other) + 2 and " " not in one
    return bool(other) and (longer or likely_meant(one, [other]) is not None)


_PHRASES = "|".join(sorted((re.escape(s.phrase) for s in HTTPStatus), key=len, reverse=True))
_STATUS_WITH_PHRASE = re.compile(rf"`(?P<code>[1-5]\d\d)(?:`[ ]`?|[ ])(?P<phrase>{_PHRASES})`")


@Example("Changes what is known", "Answers with `204 OK`.\n\nChanges what is known")
@page_rule(
    code="CS436",
    name="reason-phrase-in-text",
    summary="A text names a status with the reason phrase of another one.",
    cause=(
        "One of the two was changed, or copied, without the other, as in `204 OK`. Readers cannot "
        "know which of them programs get."
    ),
    hint="Write the phrase of the status, or the status of the phrase.",
    superseded_on_line_by=("status-text",),
    prose_signs=("`1", "`2", "`3", "`4", "`5"),
)
def _phrases_in_text(page: CheckedPage) -> Iterator[Diagnostic]:
    """Report statuses in code, outside of fences, with the reason phrase of another status."""
    for block in page.document.blocks:
        if is_code(block) or "`" not in block.text:
            continue
        for number in range(block.span.start, block.span.end + 1):
            for match in _STATUS_WITH_PHRASE.finditer(page.line(number)):
                right = phrase(int(match["code"]))
                other = fields.phrases()[match["phrase"].lower()]
                if right and other != int(match["code"]) and right != match["phrase"]:
                    message = (
                        f"The reason phrase `{match['phrase']}` is that of {other}; `{right}` is "
                        f"that of {match['code']}."
                    )
                    yield Diagnostic(page.matched(number, match), message)
