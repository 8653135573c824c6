"""Bodies that a page documents, or shows, and not both."""

from __future__ import annotations

from collections.abc import Iterator

from callsheet.checks.model.bodies import content_of
from callsheet.checks.model.examples import Example, code, has_unread_examples, requests, responses
from callsheet.checks.model.page import OperationPage
from callsheet.checks.rule import Hit
from callsheet.checks.rules.bodies.response_types import stated_types
from callsheet.http.media_types import is_json, is_xml
from callsheet.model import ExampleRequest, ExampleResponse


def requests_without_body(page: OperationPage) -> Iterator[Hit]:
    """Sample requests without the body that the page documents; files have none in a text."""
    operation = page.operation
    body, required = operation.request_body, operation.body_required
    if body is None or body.binary or required is False or has_unread_examples(page):
        return
    what = "required" if required else "documented"
    name = f" {code(body.name)}" if body.name else ""
    for example in _all_without(page) if required else _first_without(page):
        yield Hit(
            example.first_line(),
            f"The sample request lacks the {what} body{name}.",
            related=(page.related(body.span.start, "the request body"),),
        )


def _all_without(page: OperationPage) -> Iterator[Example]:
    """The sample requests without a body, but for those that show how they are refused."""
    refused = {m.name for m in page.operation.example_responses if m.status >= 400} - {""}
    for example in requests(page):
        message = example.message
        named = message.name if isinstance(message, ExampleRequest) else ""
        if not example.has_body and named not in refused:
            yield example


def _first_without(page: OperationPage) -> Iterator[Example]:
    """The first sample request, if none has a body and one would be a text."""
    listed, sent = page.operation.request_media_types, requests(page)
    if listed and not any(_is_text(media_type) for media_type in listed):
        return
    if sent and not any(example.has_body for example in sent):
        yield sent[0]


def undocumented_request_bodies(page: OperationPage) -> Iterator[Hit]:
    """Sample requests with a body that the page does not document."""
    if page.operation.request_body is not None:
        return
    for example in requests(page):
        if example.has_body and example.misplaced_header is None:
            response = page.operation.response
            line = response.span.start if response else page.operation.route.span.start
            yield Hit(
                example.whole_body(),
                f"The sample request has a body, {code(example.body, 30)}, and the page documents "
                "none.",
                related=(page.related(line, "no section `Request Body` stands before this"),),
            )


def responses_without_body(page: OperationPage) -> Iterator[Hit]:
    """Sample responses of a success without the body that the page documents."""
    if has_unread_examples(page):
        return
    for example in responses(page):
        message = example.message
        if not isinstance(message, ExampleResponse) or example.has_body:
            continue
        content = content_of(example)
        if content is None or not 200 <= message.status < 300:
            continue
        if example.content_type and not _is_text(example.content_type):
            continue
        stated = [found.place.line for found in stated_types(page)]
        line = stated[-1] if stated else content.span.start
        yield Hit(
            example.first_line(),
            "The sample response lacks the documented body.",
            related=(page.related(line, "the response body"),),
        )


def _is_text(media_type: str) -> bool:
    return is_json(media_type) or is_xml(media_type) or media_type.startswith("text/")
