"""The image of one of many: `/Entity/{id}/Image` and `/Entity/{id}/ImageInfo`."""

from callsheet.contrib.superoffice import blobs
from callsheet.contrib.superoffice.blobs import Owner
from callsheet.contrib.superoffice.pictures import FORMATS, Picture, placeholder
from callsheet.server.engine.call import Answer, Call, DeferredAnswer
from callsheet.server.http.problems import Problem

MAX_SIDE = 4096
"""The largest width or height in pixels that an image is scaled to."""

_WRITABLE = ("JPEG", "PNG", "GIF")
_CHANGEABLE = ("Description", "ExtraInfo", "ConceptualType")


def get_image(owner: Owner, key: str, call: Call) -> Answer | DeferredAnswer:
    """Answer with the image as it is stored, or scaled and converted; else what `ifBlank` names."""
    picture = _picture_or_stand_in(owner, key, call)
    box = (_side(call, "w"), _side(call, "h"))
    return blobs.picture_answer(call, picture, _format(call, picture), box)


def save_image(owner: Owner, key: str, call: Call) -> Answer:
    """Store the image of the body."""
    picture, number = blobs.read_picture(call, call.input.body), call.input.path[key]
    try:
        blobs.link(call.state, owner, number)
    except Problem as problem:
        raise call.refuse(problem.detail) from problem
    return Answer(blobs.save_image(call, owner, number, picture))


def delete_image(owner: Owner, key: str, call: Call) -> Answer:
    """Unlink the image; there may be none.

    The blob stays, because others may be linked to it.
    """
    number = call.input.path[key]
    blobs.link(call.state, owner, number)
    blobs.set_link(call.state, owner, number, 0)
    return Answer()


def get_image_info(owner: Owner, key: str, call: Call) -> Answer:
    """Answer with what is known of the image."""
    blob = blobs.image_of(call.state, owner, call.input.path[key])
    return blobs.entity_answer(call.state, blob)


def put_image_info(owner: Owner, key: str, call: Call) -> Answer:
    """Change what is said of the image; facts such as its size cannot be changed here."""
    blob = blobs.image_of(call.state, owner, call.input.path[key])
    entity = call.state.get(blobs.BLOBS, blob) or {}
    body = call.input.body
    entity.update({name: body[name] for name in _CHANGEABLE if body.get(name) is not None})
    blobs.touch(entity, call.request.received)
    call.state.put(blobs.BLOBS, blob, entity, call.state.content(blobs.BLOBS, blob))
    return blobs.entity_answer(call.state, blob)


def _picture_or_stand_in(owner: Owner, key: str, call: Call) -> Picture:
    blob = blobs.link(call.state, owner, call.input.path[key])
    if blob:
        return blobs.stored_picture(call.state, blob)
    kind = call.input.query.get("ifBlank", "Null")
    if kind == "Null":
        raise Problem(404, f"The {owner.noun} has no image; `ifBlank` names a stand-in.")
    return placeholder(kind)


def _side(call: Call, name: str) -> int | None:
    side: int | None = call.input.query.get(name)
    if side is not None and not 1 <= side <= MAX_SIDE:
        raise call.refuse(f"`{name}` is {side}; it can be 1 to {MAX_SIDE} pixels.")
    return side


def _format(call: Call, picture: Picture) -> str:
    """Return the format that `type` asks for; without it the one that the client prefers."""
    wanted: str | None = call.input.query.get("type")
    if wanted is not None:
        if wanted.upper() not in _WRITABLE:
            raise call.refuse(f"`type` is `{wanted}`; it must be one of {', '.join(_WRITABLE)}.")
        return wanted.upper()
    formats = sorted(FORMATS, key=lambda name: name != picture.format)
    chosen = call.negotiate([FORMATS[name] for name in formats])
    return next(name for name in formats if FORMATS[name] == chosen)
