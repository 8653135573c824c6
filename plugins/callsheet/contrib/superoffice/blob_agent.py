"""The BLOB agent: images that are stored first and linked later."""

import base64
import binascii

from callsheet.contrib.superoffice import blobs
from callsheet.contrib.superoffice.blobs import Owner
from callsheet.contrib.superoffice.pictures import FORMATS, Picture
from callsheet.http.media_types import is_json, is_xml
from callsheet.server.engine.call import Answer, Call, DeferredAnswer
from callsheet.server.engine.requests.validation import Input
from callsheet.server.limits import Limits

_BYTES = "application/octet-stream"


def save_image_stream(call: Call) -> Answer:
    """Store an image without linking it."""
    picture, body = _uploaded(call), call.input.body
    kind, description = body.get("Type") or "", body.get("Description") or ""
    return Answer(blobs.save(call.state, picture, kind, description, call.request.received))


def set_image(owner: Owner, call: Call) -> Answer:
    """Store an image and link it to the owner whom the body names."""
    number, picture = call.body_value(owner.key), _uploaded(call)
    blobs.link(call.state, owner, number)
    blobs.save_image(call, owner, number, picture)
    return Answer()


def change_image(owner: Owner, call: Call) -> Answer:
    """Link a stored image to the owner whom the body names; 0 unlinks."""
    number, blob = call.body_value(owner.key), call.body_value("BlobId")
    blobs.link(call.state, owner, number)
    if blob:
        blobs.stored_picture(call.state, blob)
    blobs.set_link(call.state, owner, number, blob)
    return Answer()


def get_image(owner: Owner, call: Call) -> Answer | DeferredAnswer:
    """Answer with the image of the owner whom the body names."""
    return _picture_answer(call, blobs.image_of(call.state, owner, call.body_value(owner.key)))


def get_blob_stream(call: Call) -> Answer | DeferredAnswer:
    """Answer with the bytes of a blob."""
    return _picture_answer(call, call.body_value("BlobEntityId"))


def get_blob_entity(key: str, call: Call) -> Answer:
    """Answer with what is known of the blob whose id the query has."""
    return blobs.entity_answer(call.state, call.input.query[key])


def _picture_answer(call: Call, blob: int) -> Answer | DeferredAnswer:
    """Answer with the picture of a blob: as base64 in JSON and XML, else as bytes."""
    picture = blobs.stored_picture(call.state, blob)
    media_type = call.negotiate(_offers(call, picture))
    if is_json(media_type) or is_xml(media_type):
        return Answer(base64.b64encode(picture.data).decode())
    for format_name, known in FORMATS.items():
        if media_type == known:
            return blobs.picture_answer(call, picture, format_name)
    return Answer(content=picture.data, media_type=media_type)


def _offers(call: Call, picture: Picture) -> list[str]:
    """Return the documented media types of a picture, that of its own format first."""
    documented = call.operation.response_media_types or ("application/json",)
    possible = [
        name
        for name in documented
        if is_json(name) or is_xml(name) or name in (*FORMATS.values(), _BYTES)
    ]
    structured = [name for name in possible if is_json(name) or is_xml(name)]
    rest = [name for name in possible if name not in structured]
    return structured + sorted(rest, key=lambda name: name != picture.media_type)


def is_slow(given: Input, limits: Limits) -> bool:
    """Tell whether the image of a body must be decoded first."""
    body = given.body
    try:
        data = base64.b64decode(body["Image"], validate=True)
    except (binascii.Error, ValueError, TypeError, KeyError):
        # It is refused.
        return False
    return blobs.is_unknown(data, limits)


def _uploaded(call: Call) -> Picture:
    # A page may call it a string, which any text is.
    try:
        data = base64.b64decode(call.body_value("Image"), validate=True)
    except (binascii.Error, ValueError, TypeError) as error:
        raise call.refuse("`Image` is not base64.") from error
    return blobs.read_picture(call, data)
