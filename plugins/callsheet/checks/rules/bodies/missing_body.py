"""Bodies that a page documents and does not show, or shows and does not document."""

from __future__ import annotations

import re
from collections.abc import Iterator

from callsheet.checks.model.bodies import content_of
from callsheet.checks.model.examples import (
    ExampleMessage,
    code,
    has_unread_examples,
    requests,
    typed_responses,
)
from callsheet.checks.model.page import OperationPage
from callsheet.checks.rule import Diagnostic, Example, OperationRule
from callsheet.checks.rules.bodies.response_type import stated_types
from callsheet.checks.rules.specimen import ANSWERED, SENT, specimen
from callsheet.findings import Severity
from callsheet.http.media_types import is_json, is_xml
from callsheet.model import ExampleRequest

_BEGINNING = (
    "PUT /api/v1/Depot/north/Parcel/7?notify=true\nAuthorization: Basic cmVhZGVyOmNhbGxzaGVldA==\n"
)


def _requests_without_body(page: OperationPage) -> Iterator[Diagnostic]:
    """Report sample requests without the documented body; a file cannot be shown as text."""
    operation = page.operation
    body, required = operation.request_body, operation.body_required
    if body is None or body.binary or required is False or has_unread_examples(page):
        return
    what = "required" if required else "documented"
    name = f" {code(body.name)}" if body.name else ""
    for example in _all_without(page) if required else _first_without(page):
        yield Diagnostic(
            example.first_line(),
            f"The sample request lacks the {what} body{name}.",
            related=(page.related(body.span.start, "the request body"),),
        )


def _all_without(page: OperationPage) -> Iterator[ExampleMessage]:
    """Yield the sample requests without a body, except those that show a refusal."""
    refused = {m.name for m in page.operation.example_responses if m.status >= 400} - {""}
    for example in requests(page):
        message = example.message
        named = message.name if isinstance(message, ExampleRequest) else ""
        if not example.has_body and named not in refused:
            yield example


def _first_without(page: OperationPage) -> Iterator[ExampleMessage]:
    """Yield the first sample request if none has a body and one could be text."""
    listed, sent = page.operation.request_media_types, requests(page)
    if listed and not any(_is_text(media_type) for media_type in listed):
        return
    if sent and not any(example.has_body for example in sent):
        yield sent[0]


def _undocumented_request_bodies(page: OperationPage) -> Iterator[Diagnostic]:
    """Report bodies of sample requests that the page does not document."""
    if page.operation.request_body is not None:
        return
    for example in requests(page):
        if example.has_body and example.misplaced_header is None:
            response = page.operation.response
            line = response.span.start if response else page.operation.route.span.start
            yield Diagnostic(
                example.whole_body(),
                f"The sample request has a body, {code(example.body, 30)}, and the page documents "
                "none.",
                related=(page.related(line, "no section `Request Body` stands before this"),),
            )


def _responses_without_body(page: OperationPage) -> Iterator[Diagnostic]:
    """Report successful sample responses without the documented body."""
    if has_unread_examples(page):
        return
    for example, message in typed_responses(page):
        content = content_of(example)
        if example.has_body or content is None or not 200 <= message.status < 300:
            continue
        if example.content_type and not _is_text(example.content_type):
            continue
        stated = [found.place.line for found in stated_types(page)]
        line = stated[-1] if stated else content.span.start
        yield Diagnostic(
            example.first_line(),
            "The sample response lacks the documented body.",
            related=(page.related(line, "the response body"),),
        )


def _is_text(media_type: str) -> bool:
    return is_json(media_type) or is_xml(media_type) or media_type.startswith("text/")


def _without_body() -> str:
    """Return the correct page as another operation that mentions no request body."""
    text = specimen().replace("v1Parcel_Change", "v1Crate_Change").replace("/Parcel/", "/Crate/")
    start, end = text.index("## Request Body"), text.index("## Response")
    return re.sub(r"\| Content-Type \|.*\n", "", text[:start]) + text[end:]


_REQUEST_LACKS_BODY = OperationRule(
    code="CS308",
    name="request-body-missing",
    severity=Severity.WARNING,
    summary="A sample request lacks the body that the page documents.",
    cause=(
        "A reader who copies the example sends no body and is refused, and nobody sees what a body "
        "looks like. Where the page says that the body is `**Required**`, each request has one, "
        "but for those that are named like a response that refuses them. A page whose body is a "
        "file is left alone, as a text has no place for it."
    ),
    hint="Show a body below the header fields, with a `Content-Type`.",
    examples=(
        Example(
            f"{_BEGINNING}{SENT}\n",
            f"{_BEGINNING}Accept: application/json\n",
        ),
    ),
    superseded_by=("method-body",),
    check=_requests_without_body,
)

_BODY_UNDOCUMENTED = OperationRule(
    code="CS309",
    name="request-body-undocumented",
    severity=Severity.ERROR,
    summary="A sample request has a body, and the page documents none.",
    cause=(
        "Either the section of the request body is missing, or the example is of another operation."
    ),
    hint="Add a section `Request Body`, or remove the body.",
    examples=(Example(files={"Depot/v1Crate_Change.md": _without_body()}),),
    superseded_by=("heading-spelling", "missing-section"),
    check=_undocumented_request_bodies,
)

_RESPONSE_LACKS_BODY = OperationRule(
    code="CS409",
    name="response-body-missing",
    severity=Severity.WARNING,
    summary="A sample response lacks the body that the page documents.",
    cause="The page tells what comes back and does not show it.",
    hint="Show the body below the header fields.",
    examples=(
        Example(
            f"{ANSWERED}\n",
            "HTTP/1.1 200 OK\n"
            "Content-Type: application/json; charset=utf-8\n"
            "Last-Modified: Sat, 14 Mar 2026 09:26:53 GMT\n",
        ),
    ),
    check=_responses_without_body,
)

RULES = (_REQUEST_LACKS_BODY, _BODY_UNDOCUMENTED, _RESPONSE_LACKS_BODY)
