"""The image of a person: `Person/{personId}/Image` and `Person/{personId}/ImageInfo`."""

from __future__ import annotations

from callsheet.server.behaviours import blobs
from callsheet.server.behaviours.blobs import PERSON
from callsheet.server.engine.call import Answer, BeginsLong, Behaviour, Call, Rest
from callsheet.server.http.problems import Problem
from callsheet.server.imaging import FORMATS, Picture, placeholder

MAX_SIDE = 4096
"""The largest width or height in pixels that an image is scaled to."""

_WRITABLE = ("JPEG", "PNG", "GIF")
_CHANGEABLE = ("Description", "ExtraInfo", "ConceptualType")


def get_image(call: Call) -> Answer | Rest:
    """The image as it is stored, or scaled and converted; else what `ifBlank` names."""
    picture = _picture_or_stand_in(call)
    box = (_side(call, "w"), _side(call, "h"))
    return blobs.picture_answer(call, picture, _format(call, picture), box)


def save_image(call: Call) -> Answer:
    """Stores the image of the body as the person's."""
    picture = blobs.read_picture(call, call.input.body)
    person = call.input.path["personId"]
    try:
        blobs.link(call.state, PERSON, person)
    except Problem as problem:
        raise call.refuse(problem.detail) from problem
    kind, now = PERSON.conceptual_type, call.request.received
    blob = blobs.save(call.state, picture, kind, f"Portrait of person {person}", now)
    blobs.set_link(call.state, PERSON, person, blob)
    return Answer(blob)


def delete_image(call: Call) -> Answer:
    """Takes the image from the person; there may be none.

    The blob stays, because others may be linked to it.
    """
    person = call.input.path["personId"]
    blobs.link(call.state, PERSON, person)
    blobs.set_link(call.state, PERSON, person, 0)
    return Answer()


def get_image_info(call: Call) -> Answer:
    """What is known of the image."""
    blob = blobs.image_of(call.state, PERSON, call.input.path["personId"])
    return blobs.entity_answer(call.state, blob)


def put_image_info(call: Call) -> Answer:
    """Changes what is said of the image; what it is can't be changed here."""
    blob = blobs.image_of(call.state, PERSON, call.input.path["personId"])
    entity = call.state.get(blobs.BLOBS, blob) or {}
    body = call.input.body
    entity.update({name: body[name] for name in _CHANGEABLE if body.get(name) is not None})
    blobs.touch(entity, call.request.received)
    call.state.put(blobs.BLOBS, blob, entity, call.state.content(blobs.BLOBS, blob))
    return blobs.entity_answer(call.state, blob)


def _picture_or_stand_in(call: Call) -> Picture:
    blob = blobs.link(call.state, PERSON, call.input.path["personId"])
    if blob:
        return blobs.stored_picture(call.state, blob)
    kind = call.input.query.get("ifBlank", "Null")
    if kind == "Null":
        raise Problem(404, "The person has no image; `ifBlank` names a stand-in.")
    return placeholder(kind)


def _side(call: Call, name: str) -> int | None:
    side: int | None = call.input.query.get(name)
    if side is not None and not 1 <= side <= MAX_SIDE:
        raise call.refuse(f"`{name}` is {side}; it can be 1 to {MAX_SIDE} pixels.")
    return side


def _format(call: Call, picture: Picture) -> str:
    """The format that `type` asks for; without it the one that the client likes best."""
    wanted: str | None = call.input.query.get("type")
    if wanted is not None:
        if wanted.upper() not in _WRITABLE:
            raise call.refuse(f"`type` is `{wanted}`; it can be {', '.join(_WRITABLE)}.")
        return wanted.upper()
    formats = sorted(FORMATS, key=lambda name: name != picture.format)
    chosen = call.negotiate([FORMATS[name] for name in formats])
    return next(name for name in formats if FORMATS[name] == chosen)


BEHAVIOURS: dict[str, Behaviour] = {
    "v1PersonEntity_GetImage": get_image,
    "v1PersonEntity_SaveImage": BeginsLong(save_image),
    "v1PersonEntity_SaveImage_POST": BeginsLong(save_image),
    "v1PersonEntity_DeleteImageContent": delete_image,
    "v1PersonEntity_GetImageInfo": get_image_info,
    "v1PersonEntity_PutImageInfo": put_image_info,
}
