"""What is said of the header fields of examples."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from callsheet.checks.model.examples import Example, code
from callsheet.checks.model.page import OperationPage
from callsheet.checks.parsing.mismatches import text_misfit
from callsheet.checks.parsing.spelling import likely_meant
from callsheet.checks.rule import Hit
from callsheet.checks.rules.headers import credentials, fields
from callsheet.checks.rules.parameters.styled_values import styled_in, wrong_cookies, wrong_field
from callsheet.findings import Edit, Related
from callsheet.http.headers import (
    DATES,
    OF_THE_CLIENT,
    SCHEMES,
    STANDARD_REQUEST,
    STANDARD_RESPONSE,
)
from callsheet.http.media_types import essence
from callsheet.model import (
    ExampleResponse,
    Header,
    Location,
    Operation,
    Property,
    StyledParameter,
)
from callsheet.model.contents import own_parameters, response_headers

_QUOTED = re.compile(r"['\"`]([A-Za-z][\w-]*)['\"`]")
_WILDCARDS = ("*/*", "*")


def malformed(examples: Iterable[Example]) -> Iterator[Hit]:
    """Values that are not what their header field wants, and fields that are there twice."""
    for example in examples:
        for found in fields.malformed(example):
            line = found.header.span.start
            yield Hit(
                example.page.find(line, found.text),
                f"{code(found.text)} in `{found.header.name}` {found.problem}."
                if found.text != found.header.name
                else f"The header field {code(found.text)} {found.problem}.",
            )
        for header, first in fields.repeated(example):
            yield Hit(
                example.header(header),
                f"The header field `{header.name}` is there twice.",
                related=(example.page.related(first.span.start, "the first one"),),
            )
        yield from _content_length(example)


def unlisted_schemes(page: OperationPage, examples: Iterable[Example]) -> Iterator[Hit]:
    """Authentication schemes that the row of `Authorization`, which lists some, does not list."""
    rows = page.operation.parameters_in(Location.HEADER)
    row = next((row for row in rows if row.name.lower() == "authorization"), None)
    if row is None or "scheme" not in row.description.lower():
        return
    listed = _QUOTED.findall(row.description)
    for example in examples if listed else ():
        for header in example.message.headers:
            scheme = header.value.partition(" ")[0]
            if header.name.lower() != "authorization" or fields.is_stand_in(header.value):
                continue
            # A slip is found as such.
            if not scheme or scheme.lower() in map(str.lower, listed):
                continue
            if likely_meant(scheme, SCHEMES) is None:
                shown = ", ".join(f"`{name}`" for name in listed)
                yield Hit(
                    page.find(header.span.start, scheme),
                    f"The page does not list the scheme {code(scheme)}; it lists {shown}.",
                    related=(page.related(row.span.start, f"the row of `{row.name}`"),),
                )


def unfit(page: OperationPage, examples: Iterable[Example]) -> Iterator[Hit]:
    """Values of header fields and cookies that their rows do not allow."""
    operation = page.operation
    cookies = operation.parameters_in(Location.COOKIE)
    in_cookies = styled_in(page, Location.COOKIE)
    for example in examples:
        rows: tuple[Property, ...] = operation.parameters_in(Location.HEADER)
        if isinstance(example.message, ExampleResponse):
            rows = response_headers(operation, example.message.status)
        by_name = {row.name.lower(): row for row in reversed(rows)}
        for header in example.message.headers:
            row = by_name.get(header.name.lower())
            if row and header.value and header.name.lower() not in fields.CHECKED:
                yield from _unfit(page, header, row, header.value, "header field")
            if example.is_request and header.name.lower() == "cookie":
                pairs = list(fields.cookies(header))
                sent, own = dict(pairs), in_cookies.owners.split(pairs)
                for cookie in cookies:
                    if styled := in_cookies.parameters.get(cookie.name):
                        if wrong := wrong_cookies(styled, own.get(cookie.name, [])):
                            yield _wrong(page, header, cookie, header.value, "cookie", wrong)
                    elif value := sent.get(cookie.name):
                        yield from _unfit(page, header, cookie, value, "cookie")


def _unfit(
    page: OperationPage, header: Header, row: Property, value: str, what: str
) -> Iterator[Hit]:
    if fields.is_stand_in(value):
        return
    if what == "header field" and (styled := StyledParameter.stated(row)):
        if wrong := wrong_field(styled, value):
            yield _wrong(page, header, row, value, what, wrong)
    elif found := text_misfit([value], row.schema):
        yield _wrong(page, header, row, value, what, found[1].expected)


def _wrong(
    page: OperationPage, header: Header, row: Property, value: str, what: str, expected: str
) -> Hit:
    line = header.span.start
    return Hit(
        page.find(line, value, page.line(line).find(":") + 2),
        f"The {what} {code(row.name)} is {code(value)} in the example; expected is {expected}.",
        related=(page.related(row.span.start, f"the row of `{row.name}`"),),
    )


def missing_in_responses(page: OperationPage, examples: Iterable[Example]) -> Iterator[Hit]:
    """Header fields that responses must have and an example lacks."""
    for example in examples:
        message = example.message
        if not isinstance(message, ExampleResponse):
            continue
        for row in response_headers(page.operation, message.status):
            if row.required and message.header(row.name) is None:
                yield Hit(
                    example.first_line(),
                    f"The example lacks the required header field {code(row.name)}.",
                    related=(page.related(row.span.start, f"the row of `{row.name}`"),),
                )


def _content_length(example: Example) -> Iterator[Hit]:
    for header in example.message.headers:
        if header.name.lower() != "content-length" or not header.value:
            continue
        # A file on disk may end its lines with CR LF; the body is what is sent from it.
        body = example.body.strip("\n")
        lengths = {
            len(body.encode()),
            len(body.encode()) + 1,
            len(body.replace("\n", "\r\n").encode()),
        }
        if not header.value.isdecimal():
            message = f"`Content-Length` is {code(header.value)}; expected is a number of bytes."
        elif int(header.value[:12]) not in lengths and (example.has_body or example.is_request):
            size = len(body.encode())
            message = f"`Content-Length` is {code(header.value)}, and the body has {size} bytes."
        else:
            continue
        yield Hit(example.header_value(header), message)


def undocumented(
    page: OperationPage, examples: Iterable[Example], *, standard: bool
) -> Iterator[Hit]:
    """Header fields of requests that the table of the page lacks.

    Args:
        page: The page.
        examples: Its sample requests.
        standard: Whether those that HTTP defines are wanted, or the other ones.
    """
    rows = page.operation.parameters_in(Location.HEADER)
    if not rows:
        return
    documented = {row.name.lower(): row for row in rows}
    for example in examples:
        for header in example.message.headers:
            name = header.name.lower()
            is_standard = name in STANDARD_REQUEST
            if name in documented or name in OF_THE_CLIENT or is_standard is not standard:
                continue
            if credentials.carries(page, Location.HEADER, name):
                continue
            start = page.find(header.span.start, header.name)
            meant = likely_meant(header.name, [*(row.name for row in rows), *STANDARD_REQUEST])
            line = rows[0].span.start
            related: tuple[Related, ...] = (page.related(line, "the table begins here"),)
            hint = ""
            if meant and meant.lower() in documented:
                row = documented[meant.lower()]
                related = (page.related(row.span.start, f"the row of `{row.name}`"),)
                hint = f"Did you mean `{row.name}`?"
            message = f"The header field {code(header.name)} of the example is not in the table."
            yield Hit(start, message, hint, related)


def missing_required(page: OperationPage, examples: Sequence[Example]) -> Iterator[Hit]:
    """Header fields that the table marks as required and a sample request lacks."""
    required = [row for row, _ in own_parameters(page.operation, Location.HEADER) if row.required]
    for example in examples:
        for row in required:
            # Without a body there is nothing to state the type of.
            needless = row.name.lower() == "content-type"
            if example.message.header(row.name) is None and not needless:
                yield Hit(
                    example.first_line(),
                    f"The example lacks the required header field {code(row.name)}.",
                    related=(page.related(row.span.start, f"the row of `{row.name}`"),),
                )
    for example in examples:
        sent = {name for h in example.message.headers for name, _ in fields.cookies(h)}
        for row, _ in own_parameters(page.operation, Location.COOKIE):
            if row.required and row.name not in sent:
                yield Hit(
                    example.first_line(),
                    f"The example lacks the required cookie {code(row.name)}.",
                    related=(page.related(row.span.start, f"the row of `{row.name}`"),),
                )


def undocumented_cookies(page: OperationPage, examples: Iterable[Example]) -> Iterator[Hit]:
    """Cookies of requests that the page, which lists some, does not list."""
    rows = page.operation.parameters_in(Location.COOKIE)
    if not rows:
        return
    names, place = {row.name for row in rows}, styled_in(page, Location.COOKIE)
    for example in examples:
        for header in example.message.headers:
            pairs = list(fields.cookies(header))
            of_styles = {key for own in place.owners.split(pairs).values() for key, _ in own}
            for name, _ in pairs:
                if name in names or name in of_styles:
                    continue
                if not credentials.carries(page, Location.COOKIE, name):
                    meant = likely_meant(name, names)
                    yield Hit(
                        page.find(
                            header.span.start, name, page.line(header.span.start).find(":") + 2
                        ),
                        f"The cookie {code(name)} of the example is not in the table.",
                        f"Did you mean `{meant}`?" if meant else "",
                        (page.related(rows[0].span.start, "the first cookie"),),
                    )


def undocumented_in_responses(page: OperationPage, examples: Iterable[Example]) -> Iterator[Hit]:
    """Header fields of responses that the table of their status, where there is one, lacks.

    Those that HTTP defines need no row: servers send them by themselves.
    """
    for example in examples:
        message = example.message
        if not isinstance(message, ExampleResponse):
            continue
        rows = response_headers(page.operation, message.status)
        names = {row.name.lower(): row.name for row in rows}
        for header in message.headers if rows else ():
            name = header.name.lower()
            if name in names or name in STANDARD_RESPONSE:
                continue
            # One that is near a standard one is found as that.
            if likely_meant(header.name, STANDARD_RESPONSE) is None:
                meant = likely_meant(header.name, names.values())
                yield Hit(
                    page.find(header.span.start, header.name),
                    f"The header field {code(header.name)} of the example is not in the table.",
                    f"Did you mean `{meant}`?" if meant else "",
                    (page.related(rows[0].span.start, "the table begins here"),),
                )


def misspelled_of_response(examples: Iterable[Example]) -> Iterator[Hit]:
    """Header fields of responses whose names are near that of a standard one."""
    for example in examples:
        for header in example.message.headers:
            meant = likely_meant(header.name, STANDARD_RESPONSE)
            if meant is None:
                continue
            right = "-".join(
                part.upper() if part == "www" else part.capitalize() for part in meant.split("-")
            ).replace("Etag", "ETag")
            place = example.page.find(header.span.start, header.name)
            yield Hit(
                place, f"There is no header field {code(header.name)}.", f"Did you mean `{right}`?"
            )


def sent_media_types(operation: Operation) -> tuple[str, ...]:
    """The media types that a page lists for requests, in the row and in headings of bodies."""
    listed = operation.request_media_types
    named = [body.media_type for body in operation.request_bodies]
    # A body without one may be of any that the row does not list.
    return (*listed, *filter(None, named)) if listed or all(named) else ()


def answered_media_types(operation: Operation) -> tuple[str, ...]:
    """The media types that a page lists for responses, in the row and in headings of bodies."""
    listed = operation.response_media_types
    bodies = operation.response.bodies if operation.response else ()
    return (*listed, *(body.media_type for body in bodies if body.media_type)) if listed else ()


def unlisted_media_types(
    example: Example, header_name: str, listed: tuple[str, ...]
) -> Iterator[Hit]:
    """Media types of a header field that its row does not list.

    Args:
        example: The example.
        header_name: The header field.
        listed: The media types of the row; without any, nothing is known.
    """
    known = {essence(media_type) for media_type in listed}
    if not known or known & set(_WILDCARDS):
        return
    for header in example.message.headers:
        is_type = header.name.lower() == "content-type"
        if header.name.lower() != header_name.lower() or (is_type and example.is_mislabelled):
            continue
        wanted = [part.strip() for part in header.value.split(",") if part.strip()]
        # What is no media type at all is found as that.
        wrong = [p for p in wanted if "/" in p and not _is_listed(essence(p), known)]
        # A client may name more than the server has; one that is listed is enough.
        if header_name.lower() == "accept" and len(wrong) < len(wanted):
            wrong = [part for part in wrong if likely_meant(essence(part), known)]
        for part in wrong:
            yield _unlisted(example, header, part, listed)


def _is_listed(media_type: str, known: Iterable[str]) -> bool:
    if media_type in known or media_type in _WILDCARDS:
        return True
    family = media_type.removesuffix("*") if media_type.endswith("/*") else None
    return family is not None and any(other.startswith(family) for other in known)


def _unlisted(example: Example, header: Header, part: str, listed: tuple[str, ...]) -> Hit:
    page = example.page
    row_name = (
        "content-type" if example.is_request and header.name.lower() == "content-type" else "accept"
    )
    row = next(
        (r for r in page.operation.parameters_in(Location.HEADER) if r.name.lower() == row_name),
        None,
    )
    related = (page.related(row.span.start, f"the row of `{row.name}`"),) if row else ()
    shown = part.partition(";")[0].strip()
    meant = likely_meant(shown, listed)
    place = page.find(header.span.start, shown)
    return Hit(
        place,
        f"The page does not list {code(shown)}, the `{header.name}` of the example.",
        f"Did you mean `{meant}`?" if meant else "",
        related,
    )


def missing_content_type(examples: Iterable[Example]) -> Iterator[Hit]:
    """Bodies without `Content-Type`."""
    for example in examples:
        if not example.has_body or example.misplaced_header is not None:
            continue
        names = [header.name for header in example.message.headers]
        if any(likely_meant(name, ["Content-Type"]) for name in names):
            continue  # It is misspelled, which has a rule of its own.
        if example.message.header("Content-Type") is None:
            yield Hit(example.first_line(), "The example has a body and no `Content-Type`.")


def misplaced(examples: Iterable[Example]) -> Iterator[Hit]:
    """Header fields behind the blank line, where they are part of the body."""
    for example in examples:
        if (line := example.misplaced_header) is None:
            continue
        blank = line - 1
        fix: tuple[Edit, ...] = ()
        if blank > example.message.span.start and not example.page.line(blank).strip():
            fix = (Edit(blank, 1, line, 1, ""),)
        place = example.page.whole_line(line)
        text = example.page.line(line).strip()
        yield Hit(
            place, f"The header field {code(text)} stands below a blank line, in the body.", fix=fix
        )


def date_zones(examples: Iterable[Example]) -> Iterator[Hit]:
    """Dates that are right but for their zone."""
    for example in examples:
        for header in example.message.headers:
            if header.name.lower() not in DATES or not fields.has_odd_zone(header.value):
                continue
            zone = header.value.rpartition(" ")[2]
            place = example.page.find(header.span.start, zone, example.header_value(header).column)
            edit = Edit(place.line, place.column, place.end_line, place.end_column, "GMT")
            fix = (edit,) if zone.upper() in ("UTC", "Z") or zone[:1] + zone[-1:] == "GT" else ()
            yield Hit(
                place,
                f"The zone {code(zone)} in `{header.name}` is not `GMT`, as of all HTTP dates.",
                fix=fix,
            )
