"""Answers of a live server that contradict the page (CS8xx); `callsheet.run.verify` reports."""

from callsheet.checks.rule import LiveRule
from callsheet.findings import Severity

UNANSWERED = LiveRule(
    code="CS801",
    name="live-unanswered",
    severity=Severity.ERROR,
    summary="A live server gives an example request no answer that can be used.",
    cause=(
        "The server closes the connection, or its answer is not complete within the time that it "
        "may take, is larger than it may be, or is not HTTP. For example, the page shows `GET "
        "/api/v1/Depot/3`, and the connection ends without a status line."
    ),
    hint="Send the request by hand, and fix the server.",
)

OTHER_OPERATION = LiveRule(
    code="CS802",
    name="live-other-operation",
    severity=Severity.ERROR,
    summary="An example request goes to another operation than that of its page.",
    cause=(
        "Its method and path are those of an operation on another page, so that its answer says "
        "nothing about this one. For example, the page of `GET /api/v1/Depot/{depotId}` shows `GET "
        "/api/v1/Depot/default`, which is an operation of its own."
    ),
    hint="Write an example request that only this operation answers.",
)

STATUS = LiveRule(
    code="CS803",
    name="live-status",
    severity=Severity.ERROR,
    summary="A live server answers an example request with another status than the page documents.",
    cause=(
        "A program that was written by the page takes this for a failure. For example, the table "
        "lists 200, and the server answers 204 since its last release. It can also come about "
        "because the server has other things than the example asks for, or wants credentials."
    ),
    hint="Fix the page, or the server, whichever is not as intended.",
)

MEDIA_TYPE = LiveRule(
    code="CS804",
    name="live-media-type",
    severity=Severity.ERROR,
    summary="The answer of a live server is of another media type than the page documents.",
    cause=(
        "A client that reads the documented media type cannot read this answer. For example, the "
        "page lists `application/json`, and the server answers with `text/html`, perhaps because a "
        "page to log in stands before it."
    ),
    hint="Fix the page, or the server, whichever is not as intended.",
)

HEADER = LiveRule(
    code="CS805",
    name="live-header",
    summary="A header field of the answer of a live server is missing or malformed.",
    cause=(
        "The example response shows a header field that clients may rely on, such as `ETag`, and "
        "the server does not send it; or a date such as `Last-Modified` is not written as RFC 9110 "
        "has it, for example `2026-03-14`."
    ),
    hint="Take the header field out of the example, or let the server send it.",
)

BODY = LiveRule(
    code="CS806",
    name="live-body",
    severity=Severity.ERROR,
    summary="The body of the answer of a live server is not what its status and media type say.",
    cause=(
        "A client cannot read it at all. For example, an answer of the media type "
        "`application/json` begins with `<html>`, a file is empty, or something follows a 204."
    ),
    hint="Fix the server, or document the media type that it sends.",
)

PROPERTY = LiveRule(
    code="CS807",
    name="live-property",
    severity=Severity.ERROR,
    summary="A property in the answer of a live server is missing, or not of its documented type.",
    cause=(
        "A program that was written by the page breaks here. For example, the table documents "
        '`ParcelId` as `int32`, and the server answers `"7"`; or the property was renamed in the '
        "server and not on the page."
    ),
    hint="Fix the row of the property, or the server, whichever is not as intended.",
)

UNDOCUMENTED_PROPERTY = LiveRule(
    code="CS808",
    name="live-undocumented-property",
    summary="The answer of a live server has a property that neither table nor example shows.",
    cause=(
        "The server has grown and the page has not, so that readers do not learn of what is new. "
        'For example, the server answers `{"ParcelId": 7, "Colour": "red"}`, and the table has no '
        "row `Colour`."
    ),
    hint="Add a row for it, or take it out of the answer.",
)
