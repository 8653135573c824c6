"""Request Body Objects (OpenAPI 3.1.0, 4.8.13)."""

from collections.abc import Iterable, Sequence
from typing import Any

from callsheet.catalog.contracts import promised_requests
from callsheet.export.components import Components
from callsheet.export.content import content, unlisted
from callsheet.export.notes import ExportNotes
from callsheet.http.media_types import JSON
from callsheet.model import Message, Operation, SectionKind


def request_body(
    operation: Operation, components: Components, notes: ExportNotes
) -> dict[str, Any] | None:
    """Return the Request Body Object of an operation; None where it has no request body."""
    bodies = operation.request_bodies
    if not bodies:
        return None
    contents = promised_requests(operation, components.types, described=True)
    prose = next((s.prose for s in operation.sections if s.kind is SectionKind.REQUEST_BODY), ())
    binary = [body for body in bodies if body.binary]
    media_types = operation.request_media_types
    if len(binary) == len(bodies) and not (media_types or binary[0].media_type):
        media_types = ("application/octet-stream",)
    elif not binary:
        listed = (*media_types, *(body.media_type for body in contents))
        note_unlisted(operation, listed, operation.example_requests, notes)
    result: dict[str, Any] = {
        "content": content(
            media_types,
            contents,
            (*operation.example_requests, *operation.deviating_requests),
            lambda schema: components.share(schema, f"{operation.uid}.request"),
            types=components.named,
        )
    }
    if prose:
        result["description"] = "\n\n".join(part.markdown for part in prose)
    if operation.needs_body or operation.body_required is False:
        result["required"] = operation.needs_body
    return result


def note_unlisted(
    operation: Operation,
    media_types: Sequence[str],
    examples: Iterable[Message],
    notes: ExportNotes,
) -> None:
    """Note the examples in media types that are not listed."""
    for message in unlisted(media_types, examples):
        written = message.header("content-type") or JSON
        notes.left_out(operation, message.span, f"An example in `{written}`, which is not listed,")
