"""The media types of answers: which ones there are, and which one the client gets."""

from collections.abc import Sequence

from callsheet.http.media_types import JSON, essence, is_json, is_xml, negotiate, parameters
from callsheet.http.statuses import is_success
from callsheet.memo import cached_by_identity
from callsheet.model import ExampleResponse, Operation
from callsheet.model.contents import response_contents
from callsheet.server.engine.call import Call
from callsheet.server.http.messages import HttpRequest


def check_acceptable(call: Call) -> None:
    """Refuse an `Accept` that no success could satisfy before anything is changed."""
    if known := _acceptable(call.operation):
        call.negotiate(known)


def media_type_of(call: Call, status: int, offers: Sequence[str]) -> str:
    """Return the media type that a value is encoded in.

    What the client accepts of successes need not say anything of refusals (RFC 9110, 15.5.7).
    """
    if is_success(status):
        return call.negotiate(offers or encodable(call.operation) or [JSON])
    contents = response_contents(call.operation, status)
    documented = [c.media_type for c in contents if is_encodable(c.media_type)]
    return preferred_media_type(call.request, offers or documented or [JSON])


def preferred_media_type(request: HttpRequest, offers: Sequence[str]) -> str:
    """Return the media type that a client likes best, else the first of them."""
    return negotiate(request.headers.get("Accept"), offers) or offers[0]


def offers_of(operation: Operation, example: ExampleResponse) -> tuple[str, ...]:
    """Return the media types that the example of a refusal can be had in."""
    kind = essence(example.header("Content-Type") or JSON)
    contents = response_contents(operation, example.status)
    documented = tuple(c.media_type for c in contents if is_encodable(c.media_type))
    if not contents:
        documented = encodable(operation)
    return documented if kind in map(essence, documented) else (kind,)


@cached_by_identity(4096)
def offered(operation: Operation) -> tuple[str, ...]:
    """Return the media types of a success: those of its sections, and those that the page lists.

    Where sections describe all of it, others that are listed are those of other statuses.
    """
    success, listed = operation.success, operation.response_media_types
    contents = response_contents(operation, success.code) if success else ()
    own = tuple(content.media_type for content in contents if content.own)
    if own and len(own) == len(contents):
        known = set(own)
        return tuple(dict.fromkeys((*(name for name in listed if name in known), *own)))
    return tuple(dict.fromkeys((*listed, *own)))


@cached_by_identity(4096)
def _acceptable(operation: Operation) -> tuple[str, ...]:
    """Return the media types that a client may ask for, of which a success may have fewer."""
    return tuple(dict.fromkeys((*operation.response_media_types, *offered(operation))))


def is_of_file(call: Call) -> bool:
    """Tell whether the client gets a success in a media type that is neither JSON nor XML."""
    known = offered(call.operation)
    return bool(known) and not is_encodable(preferred_media_type(call.request, known))


def is_encodable(media_type: str) -> bool:
    """Tell whether a value can be encoded in a media type."""
    is_picture = media_type.startswith("image/")
    return is_json(media_type) or (is_xml(media_type) and not is_picture)


def encodable(operation: Operation) -> tuple[str, ...]:
    """Return the documented media types that a value can be encoded in."""
    return _encodable_of(offered(operation))


@cached_by_identity(4096)
def _encodable_of(media_types: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(name for name in media_types if is_encodable(name))


def in_utf8(media_type: str) -> str:
    """Return a media type with the charset UTF-8."""
    charset = parameters(media_type).get("charset")
    if charset is None:
        return f"{media_type}; charset=utf-8"
    return media_type if charset.lower() == "utf-8" else f"{essence(media_type)}; charset=utf-8"
