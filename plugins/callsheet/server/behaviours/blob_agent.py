"""The BLOB agent: images that are stored first and linked later."""

from __future__ import annotations

import base64
import binascii
from collections.abc import Callable

from callsheet.http.media_types import is_json, is_xml
from callsheet.server.behaviours import blobs
from callsheet.server.behaviours.blobs import PERSON, PROJECT, Owner
from callsheet.server.engine.call import Answer, BeginsLong, Behaviour, Call, Rest
from callsheet.server.imaging import FORMATS, Picture

_BYTES = "application/octet-stream"


def save_image_stream(call: Call) -> Answer:
    """Stores an image without linking it."""
    picture, body = _uploaded(call), call.input.body
    kind, description = body.get("Type") or "", body.get("Description") or ""
    return Answer(blobs.save(call.state, picture, kind, description, call.request.received))


def set_person_image(call: Call) -> Answer:
    """Stores an image and links it."""
    person, picture = call.body_value("PersonId"), _uploaded(call)
    blobs.link(call.state, PERSON, person)
    description = f"Portrait of person {person}"
    kind, now = PERSON.conceptual_type, call.request.received
    blob = blobs.save(call.state, picture, kind, description, now)
    blobs.set_link(call.state, PERSON, person, blob)
    return Answer()


def change_image(owner: Owner, name: str) -> Behaviour:
    """Links a stored image to the one whom the property of that name gives; 0 unlinks."""

    def change(call: Call) -> Answer:
        key, blob = call.body_value(name), call.body_value("BlobId")
        blobs.link(call.state, owner, key)
        if blob:
            blobs.stored_picture(call.state, blob)
        blobs.set_link(call.state, owner, key, blob)
        return Answer()

    return change


def get_image(owner: Owner, name: str) -> Behaviour:
    """The image of the one whom the property of that name gives."""
    return _picture_answer(
        lambda call: blobs.image_of(call.state, owner, call.body_value(name)),
    )


def get_blob_entity(call: Call) -> Answer:
    """What is known of a blob."""
    return blobs.entity_answer(call.state, call.input.query["blobEntityId"])


def _picture_answer(find: Callable[[Call], int]) -> Behaviour:
    """Answers with the picture of a blob: as base64 in JSON and XML, else as bytes."""

    def answer(call: Call) -> Answer | Rest:
        picture = blobs.stored_picture(call.state, find(call))
        media_type = call.negotiate(_offers(call, picture))
        if is_json(media_type) or is_xml(media_type):
            return Answer(base64.b64encode(picture.data).decode())
        for format_name, known in FORMATS.items():
            if media_type == known:
                return blobs.picture_answer(call, picture, format_name)
        return Answer(content=picture.data, media_type=media_type)

    return answer


def _offers(call: Call, picture: Picture) -> list[str]:
    """The documented media types that a picture can be had in, its own before other formats."""
    documented = call.operation.response_media_types or ("application/json",)
    possible = [
        name
        for name in documented
        if is_json(name) or is_xml(name) or name in (*FORMATS.values(), _BYTES)
    ]
    structured = [name for name in possible if is_json(name) or is_xml(name)]
    rest = [name for name in possible if name not in structured]
    return structured + sorted(rest, key=lambda name: name != picture.media_type)


def _uploaded(call: Call) -> Picture:
    # A page may call it a string, which any text is.
    try:
        data = base64.b64decode(call.body_value("Image"), validate=True)
    except (binascii.Error, ValueError, TypeError) as error:
        raise call.refuse("`Image` is not base64.") from error
    return blobs.read_picture(call, data)


BEHAVIOURS: dict[str, Behaviour] = {
    "v1BLOBAgent_SaveImageStream": BeginsLong(save_image_stream),
    "v1BLOBAgent_SetPersonImage": BeginsLong(set_person_image),
    "v1BLOBAgent_ChangePersonImage": change_image(PERSON, "PersonId"),
    "v1BLOBAgent_ChangeProjectImage": change_image(PROJECT, "ProjectId"),
    "v1BLOBAgent_GetPersonImage": get_image(PERSON, "PersonId"),
    "v1BLOBAgent_GetProjectImage": get_image(PROJECT, "ProjectId"),
    "v1BLOBAgent_GetBlobStream": _picture_answer(lambda call: call.body_value("BlobEntityId")),
    "v1BLOBAgent_GetBlobEntity": get_blob_entity,
}
