"""Statuses of sample responses against the status table."""

from __future__ import annotations

from collections.abc import Iterator

from callsheet.checks.model.examples import Example, code, responses
from callsheet.checks.model.page import OperationPage, Place
from callsheet.checks.parsing.spelling import likely_meant
from callsheet.checks.rule import Hit
from callsheet.checks.rules.bodies.response_types import stated_types
from callsheet.checks.rules.headers import fields
from callsheet.findings import Edit
from callsheet.http.statuses import DEFAULT, NO_CONTENT, names_of
from callsheet.model import ExampleResponse, SectionKind


def undocumented(page: OperationPage) -> Iterator[Hit]:
    """Sample responses with a status that the table lacks."""
    documented = page.operation.statuses
    codes = [status.code for status in documented]
    for example, message in _responses(page):
        if not documented or message.status in codes or _is_in_range(page, message.status):
            continue
        if message.status < 300 and not has_success(page):
            continue  # The table lacks every success, which is one cause and has a rule.
        if message.status in NO_CONTENT and example.has_body and example.body.strip() != "null":
            continue  # The body does not go with the status, which is one cause and has a rule.
        line = documented[0].span.start
        listed = ", ".join(str(number) for number in codes)
        yield Hit(
            _status_place(example, message),
            f"The table lacks the status `{message.status}` of the example: it has {listed}.",
            related=(page.related(line, "the status table begins here"),),
        )


def undocumented_sections(page: OperationPage) -> Iterator[Hit]:
    """Sections about a status that the table, where there is one, lacks."""
    response = page.operation.response
    codes = {status.code for status in page.operation.statuses}
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
            row = (page.operation.statuses or response.ranges if response else ())[0]
            yield Hit(
                page.whole_line(section.span.start),
                f"The status table lacks `{status}`, which the section is about.",
                "Add a row for the status, or correct the heading.",
                (page.related(row.span.start, "the status table begins here"),),
            )


def _is_in_range(page: OperationPage, status: int) -> bool:
    """Whether a page documents a class of statuses, or a body, that a status belongs to."""
    response = page.operation.response
    if response is None:
        return False
    documented = {part.name for part in response.ranges} | {b.status for b in response.bodies}
    return not documented.isdisjoint(names_of(status))


def has_success(page: OperationPage) -> bool:
    """Whether the table has a status that is no error; 304 says that nothing is new."""
    response = page.operation.response
    ranges = {part.name for part in response.ranges} if response else set()
    return not ranges.isdisjoint(("2XX", "3XX", "default")) or any(
        status.code < 400 and status.code != 304 for status in page.operation.statuses
    )


def no_success(page: OperationPage) -> Iterator[Hit]:
    """Status tables without a success."""
    documented = page.operation.statuses
    if not documented or has_success(page):
        return
    related = tuple(
        page.related(example.first_line().line, f"the example has {message.status}")
        for example, message in _responses(page)
        if message.status < 300
    )
    listed = ", ".join(str(status.code) for status in documented)
    place = page.find(documented[0].span.start, str(documented[0].code))
    yield Hit(place, f"The status table has no success: it has {listed} only.", related=related)


def empty_status_table(page: OperationPage) -> Iterator[Hit]:
    """Responses without any row of a status."""
    response = page.operation.response
    if response is None or response.statuses or not page.operation.example_responses:
        return
    tables = [t for t in page.tables(SectionKind.RESPONSE) if t.columns[0] == "response"]
    if tables and not tables[0].rows:
        place = page.whole_line(tables[0].span.end)
        yield Hit(place, "The status table has no success: it has no row.")


def bodies_without_content(page: OperationPage, *, null: bool) -> Iterator[Hit]:
    """Bodies of sample responses whose status has none.

    Args:
        page: The page.
        null: Whether `null` is wanted, which generators write, or any other body.
    """
    for example, message in _responses(page):
        if message.status not in NO_CONTENT or not example.has_body:
            continue
        if example.misplaced_header is not None:
            continue
        if (example.body.strip() == "null") is not null:
            continue
        fix: tuple[Edit, ...] = ()
        if null:
            # The blank line before it goes, too.
            place = example.whole_body()
            fix = (Edit(place.line - 1, 1, place.line + 1, 1, ""),)
            if page.line(place.line - 1).strip():
                fix = ()
        yield Hit(
            example.whole_body(),
            f"The example has a body, {code(example.body, 30)}, under the status "
            f"{message.status}, which has none.",
            related=(page.related(example.first_line().line, f"the status {message.status}"),),
            fix=fix,
        )


def typed_without_content(page: OperationPage) -> Iterator[Hit]:
    """Types and tables of a response body where every success is without one."""
    successes = [status for status in page.operation.statuses if 200 <= status.code < 300]
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
        yield Hit(stated[-1].place, message, related=related)
    elif page.operation.response and page.operation.response.properties:
        row = page.operation.response.properties[0]
        message = f"The response body has a table, and the status {number} has no body."
        yield Hit(page.whole_line(row.span.start), message, related=related)


def reason_phrases(page: OperationPage) -> Iterator[Hit]:
    """Reason phrases of another status, and misspelled ones."""
    descriptions = {status.code: status.description for status in page.operation.statuses}
    by_phrase = fields.phrases()
    for example, message in _responses(page):
        reason = " ".join(message.reason.split())
        right = fields.phrase(message.status)
        own = " ".join(descriptions.get(message.status, "").split())
        if descriptions and message.status not in descriptions:
            continue  # Whoever corrects the status sees the phrase, too.
        if not reason or reason.lower() in {(right or "").lower(), own.lower()}:
            continue
        other = by_phrase.get(reason.lower())
        place = page.find(example.first_line().line, message.reason)
        edit = Edit(place.line, place.column, place.end_line, place.end_column, right or "")
        if other is not None and other != message.status:
            said = f"`{right}` is that of {message.status}" if right else "it has none of its own"
            yield Hit(
                place,
                f"The reason phrase {code(reason)} is that of {other}; {said}.",
                fix=(edit,) if right else (),
            )
        elif right and (_is_near(reason, right) or _is_near(reason, own)):
            meant = right if _is_near(reason, right) else own
            yield Hit(
                place,
                f"The reason phrase {code(reason)} is misspelled.",
                f"Did you mean `{meant}`?",
                fix=(edit,) if meant == right else (),
            )


def _is_near(one: str, other: str) -> bool:
    return bool(other) and likely_meant(one, [other]) is not None


def _status_place(example: Example, message: ExampleResponse) -> Place:
    line = example.first_line().line
    version = len(example.page.line(line).split()[0]) + 1
    return example.page.find(line, str(message.status), version)


def _responses(page: OperationPage) -> Iterator[tuple[Example, ExampleResponse]]:
    for example in responses(page):
        if isinstance(example.message, ExampleResponse):
            yield example, example.message
