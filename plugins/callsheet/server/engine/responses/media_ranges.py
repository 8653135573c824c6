"""The media types of responses whose pages only name a range, such as `*/*`."""

from dataclasses import replace

from callsheet.http.media_types import BYTES, JSON
from callsheet.model import ExampleResponse, Operation

_USUAL = {
    "*/*": JSON,
    "application/*": JSON,
    "audio/*": "audio/wav",
    "image/*": "image/png",
    "text/*": "text/plain",
}
"""The media type that is sent in the place of each range."""


def without_ranges(operation: Operation) -> Operation:
    """Return an operation whose responses have media types only.

    A response has one media type (RFC 9110, 8.3), but documents that programs generate often have
    `*/*` for JSON.
    """
    response = operation.response
    bodies = response.bodies if response else ()
    media_types = operation.response_media_types
    if not any("*" in name for name in (*media_types, *(body.media_type for body in bodies))):
        return operation
    kind = (response.body_type or response.type) if response else None
    is_file = kind is not None and kind.name == "binary"
    usual = {**_USUAL, **dict.fromkeys(("*/*", "application/*"), BYTES if is_file else JSON)}
    return replace(
        operation,
        response_media_types=tuple(usual.get(name, name) for name in media_types),
        response=response
        and replace(
            response,
            bodies=tuple(
                replace(body, media_type=usual.get(body.media_type, body.media_type))
                for body in bodies
            ),
        ),
        example_responses=tuple(_typed(each, usual) for each in operation.example_responses),
    )


def _typed(example: ExampleResponse, usual: dict[str, str]) -> ExampleResponse:
    headers = (
        replace(header, value=usual.get(header.value, header.value))
        if header.name.lower() == "content-type"
        else header
        for header in example.headers
    )
    return replace(example, headers=tuple(headers))
