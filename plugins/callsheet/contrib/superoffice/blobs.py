"""Blobs and their owners, which all operations on images share."""

from dataclasses import dataclass
from datetime import UTC, datetime

from callsheet.contrib.superoffice import decoding
from callsheet.contrib.superoffice.pictures import Box, ImageError, Picture, recognise
from callsheet.http.headers import http_date
from callsheet.server.engine.call import Answer, Call, DeferredAnswer
from callsheet.server.http.problems import Problem, Violation
from callsheet.server.limits import KIB, Limits
from callsheet.server.state import Document, State

BLOBS = "BlobEntity"
"""The collection of blobs; that of the agent's procedures has the same name."""

_LARGE = 64 * KIB
"""Bytes of a picture; to digest more takes as long as a change of threads."""


@dataclass(frozen=True, slots=True)
class Owner:
    """Kind of thing that can have an image, such as persons.

    Attributes:
        entity: What the API calls one of them, such as `Person`.
        collection: Where they are stored; one that has had an image is known without that, too.
    """

    entity: str
    collection: str

    @property
    def noun(self) -> str:
        """Name of one of them in messages."""
        return self.entity.lower()

    @property
    def key(self) -> str:
        """The property that has the number of one of them."""
        return f"{self.entity}Id"

    @property
    def kind(self) -> str:
        """The `ConceptualType` of their images."""
        return f"{self.entity}Image"

    @property
    def links(self) -> str:
        """The collection of the links from them to blobs."""
        return f"{self.noun}-image"


def save(state: State, picture: Picture, kind: str, description: str, now: datetime) -> int:
    """Store a picture and return its blob id."""
    key = state.next_key(BLOBS)
    size = len(picture.data)
    stamp = _stamp(now)
    entity: Document = {
        "BlobId": key,
        "BlobSize": size,
        "Description": description,
        "ExtraInfo": "",
        "IsEncrypted": False,
        "IsZipped": False,
        "MimeType": picture.media_type,
        "OriginalSize": size,
        "CreatedDate": stamp,
        "UpdatedDate": stamp,
        "CreatedBy": None,
        "UpdatedBy": None,
        "ConceptualType": kind,
        "TableRight": None,
        "FieldProperties": {},
    }
    state.put(BLOBS, key, entity, picture.data)
    return key


def save_image(call: Call, owner: Owner, number: int, picture: Picture) -> int:
    """Store a picture as somebody's image and return its blob id."""
    description, now = f"Portrait of {owner.noun} {number}", call.request.received
    blob = save(call.state, picture, owner.kind, description, now)
    set_link(call.state, owner, number, blob)
    return blob


def touch(entity: Document, now: datetime) -> None:
    """Set the date of the last change of a blob."""
    entity["UpdatedDate"] = _stamp(now)


def read_picture(call: Call, data: bytes) -> Picture:
    """Return the picture that a request carries. That takes long: no state may be used before.

    Raises:
        Problem: It is not a usable picture.
    """
    try:
        picture = recognise(data)
        decoding.check(picture, call.limits)
    except ImageError as error:
        body = call.operation.request_body or call.operation.route
        violation = Violation.of(call.operation, body.span, "body", "", f"an image; {error}", data)
        raise call.refuse(f"The image was not stored: {error}.", violation) from error
    return picture


def is_unknown(data: bytes, limits: Limits) -> bool:
    """Tell whether bytes that a request carries must be decoded first, which takes long."""
    return len(data) > _LARGE or not decoding.is_checked(data, limits)


def picture_answer(
    call: Call, picture: Picture, format_name: str, box: Box = (None, None)
) -> Answer | DeferredAnswer:
    """Answer with a picture in the format and size that a request asks for.

    The rest raises a `Problem` where it would be larger, or take more to make, than the limits
    allow.
    """

    def convert() -> Answer:
        try:
            converted = decoding.convert(picture, format_name, box, call.limits)
        except ImageError as error:
            raise call.refuse(f"The image is not available like this: {error}.") from error
        return Answer(content=converted.data, media_type=converted.media_type)

    is_as_stored = format_name == picture.format and box == (None, None)
    return convert() if is_as_stored else convert


def image_of(state: State, owner: Owner, key: int) -> int:
    """Return the blob id of somebody's image.

    Raises:
        Problem: 404 where there is nobody of that id, or no image.
    """
    blob = link(state, owner, key)
    if blob == 0:
        raise Problem(404, f"The {owner.noun} {key} has no image.")
    return blob


def link(state: State, owner: Owner, key: int) -> int:
    """Return the blob id of somebody's image, 0 where there is none.

    Raises:
        Problem: 404 where there is nobody of that id.
    """
    document = state.get(owner.links, key)
    if document is None and state.get(owner.collection, key) is None:
        raise Problem(404, f"There is no {owner.noun} {key}.")
    blob: int = document["blob"] if document else 0
    return blob


def set_link(state: State, owner: Owner, key: int, blob: int) -> None:
    """Make a blob somebody's image; 0 unlinks the image."""
    state.put(owner.links, key, {"blob": blob})


def stored_picture(state: State, blob: int) -> Picture:
    """Return the picture of a blob.

    Raises:
        Problem: 404 where there is no such blob.
    """
    content = state.content(BLOBS, blob)
    if content is None:
        raise Problem(404, f"There is no blob {blob}.")
    return recognise(content)


def entity_answer(state: State, blob: int) -> Answer:
    """Answer with the BlobEntity of a blob, and its date as `Last-Modified` (RFC 9110, 8.8.2).

    Raises:
        Problem: 404 where there is no such blob.
    """
    entity = state.get(BLOBS, blob)
    if entity is None:
        raise Problem(404, f"There is no blob {blob}.")
    updated = datetime.fromisoformat(entity["UpdatedDate"])
    return Answer(entity, headers=(("Last-Modified", http_date(updated)),))


def _stamp(moment: datetime) -> str:
    """Return a date-time of RFC 3339 in UTC, to the second."""
    return moment.astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
