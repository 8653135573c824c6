"""Bodies that a page documents, or shows, and not both."""

from __future__ import annotations

from collections.abc import Iterator

from callsheet.checks.bodies import content_of
from callsheet.checks.examples import code, has_unread_examples, requests, responses
from callsheet.checks.page import OperationPage
from callsheet.checks.response_types import stated_types
from callsheet.checks.rule import Hit
from callsheet.http.media_types import is_json, is_xml
from callsheet.model import ExampleResponse


def requests_without_body(page: OperationPage) -> Iterator[Hit]:
    """Sample requests without the body that the page documents; files have none in a text."""
    body = page.operation.request_body
    if body is None or body.binary or has_unread_examples(page):
        return
    listed = page.operation.request_media_types
    if listed and not any(_is_text(media_type) for media_type in listed):
        return
    sent = requests(page)
    if not sent or any(example.has_body for example in sent):
        return
    name = f" {code(body.name)}" if body.name else ""
    yield Hit(
        sent[0].first_line(),
        f"The sample request lacks the documented body{name}.",
        related=(page.related(body.span.start, "the request body"),),
    )


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
