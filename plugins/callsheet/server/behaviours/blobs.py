"""Blobs and whom they belong to: what the person and BLOB operations share."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib.resources import files

from callsheet.http.dates import http_date
from callsheet.model import ExampleRequest, Operation
from callsheet.server import image_worker
from callsheet.server.engine.call import Answer, Call, Rest
from callsheet.server.http.problems import Problem, Violation
from callsheet.server.imaging import Box, ImageError, Picture, recognise
from callsheet.server.state import Document, State

BLOBS = "BlobEntity"


@dataclass(frozen=True, slots=True)
class Owner:
    """Who can have an image.

    Attributes:
        noun: What one of them is called.
        collection: Where they are stored; one that has had an image is known without that, too.
        conceptual_type: What their images are.
    """

    noun: str
    collection: str
    conceptual_type: str

    @property
    def links(self) -> str:
        """The collection of the links from them to blobs."""
        return f"{self.noun}-image"


PERSON = Owner("person", "/api/v1/person", "PersonImage")
PROJECT = Owner("project", "/api/v1/project", "ProjectImage")

_OWNER_KEYS = {"PersonId": PERSON, "ProjectId": PROJECT}
_BLOB_KEYS = {"BlobId", "BlobEntityId"}
_SEEDED = datetime(2026, 11, 21, 9, 30, tzinfo=UTC)
_SEEDS: tuple[tuple[str, Owner | None, int], ...] = (
    ("image.png", PERSON, 1),
    ("image.jpg", PERSON, 2),
    ("image.gif", PROJECT, 1),
    ("image.tiff", None, 0),
)


def seed(state: State, operations: Iterable[Operation]) -> None:
    """Fills a new workspace: persons, projects and images, and what the examples speak of."""
    for counted, count in ((PERSON, 5), (PROJECT, 3)):
        for key in range(1, count + 1):
            set_link(state, counted, key, 0)
    for name, owner, key in _SEEDS:
        data = files("callsheet.samples").joinpath("assets", name).read_bytes()
        description = f"Portrait of {owner.noun} {key}" if owner else "An image of nobody"
        kind = owner.conceptual_type if owner else ""
        blob = save(state, recognise(data), kind, description, _SEEDED)
        if owner:
            set_link(state, owner, key, blob)
    shown = link(state, PERSON, 1)
    for operation in operations:
        for request in operation.example_requests:
            _seed_mentioned(state, request, shown if "_Get" in operation.uid else 0, shown)


def _seed_mentioned(state: State, request: ExampleRequest, linked: int, shown: int) -> None:
    """Sees to it that what an example asks for, or links, is there."""
    try:
        body = json.loads(request.body)
    except ValueError:
        return
    for name, key in body.items() if isinstance(body, dict) else ():
        if type(key) is not int or key <= 0:
            continue
        if owner := _OWNER_KEYS.get(name):
            if state.get(owner.links, key) is None:
                set_link(state, owner, key, linked)
        elif name in _BLOB_KEYS and state.content(BLOBS, key) is None:
            entity = {**(state.get(BLOBS, shown) or {}), "BlobId": key}
            state.put(BLOBS, key, entity, state.content(BLOBS, shown))


def save(state: State, picture: Picture, kind: str, description: str, now: datetime) -> int:
    """Stores a picture and returns its blob id."""
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


def touch(entity: Document, now: datetime) -> None:
    """Notes that a blob has changed."""
    entity["UpdatedDate"] = _stamp(now)


def read_picture(call: Call, data: bytes) -> Picture:
    """The picture that a request carries, which takes long: no state may be used before.

    Raises:
        Problem: It is no usable picture.
    """
    try:
        picture = recognise(data)
        image_worker.check(picture, call.limits)
    except ImageError as error:
        body = call.operation.request_body or call.operation.route
        violation = Violation.of(call.operation, body.span, "body", "", f"an image; {error}", data)
        raise call.refuse(f"The image was not stored: {error}.", violation) from error
    return picture


def picture_answer(
    call: Call, picture: Picture, format_name: str, box: Box = (None, None)
) -> Answer | Rest:
    """Answers with the picture in the format and size that a request asks for.

    The rest raises a `Problem` where it would be larger, or take more to make, than the limits
    allow.
    """

    def convert() -> Answer:
        try:
            made = image_worker.convert(picture, format_name, box, call.limits)
        except ImageError as error:
            raise call.refuse(f"The image cannot be had so: {error}.") from error
        return Answer(content=made.data, media_type=made.media_type)

    is_as_stored = format_name == picture.format and box == (None, None)
    return convert() if is_as_stored else convert


def image_of(state: State, owner: Owner, key: int) -> int:
    """The blob id of somebody's image.

    Raises:
        Problem: 404 where there is nobody of that id, or no image.
    """
    blob = link(state, owner, key)
    if blob == 0:
        raise Problem(404, f"The {owner.noun} {key} has no image.")
    return blob


def link(state: State, owner: Owner, key: int) -> int:
    """The blob id of somebody's image, 0 where there is none.

    Raises:
        Problem: 404 where there is nobody of that id.
    """
    document = state.get(owner.links, key)
    if document is None and state.get(owner.collection, key) is None:
        raise Problem(404, f"There is no {owner.noun} {key}.")
    blob: int = document["blob"] if document else 0
    return blob


def set_link(state: State, owner: Owner, key: int, blob: int) -> None:
    """Makes a blob somebody's image; 0 takes the image away."""
    state.put(owner.links, key, {"blob": blob})


def stored_picture(state: State, blob: int) -> Picture:
    """The picture of a blob.

    Raises:
        Problem: 404 where there is no such blob.
    """
    content = state.content(BLOBS, blob)
    if content is None:
        raise Problem(404, f"There is no blob {blob}.")
    return recognise(content)


def entity_answer(state: State, blob: int) -> Answer:
    """The BlobEntity of a blob, with its date as `Last-Modified` (RFC 9110, 8.8.2).

    Raises:
        Problem: 404 where there is no such blob.
    """
    entity = state.get(BLOBS, blob)
    if entity is None:
        raise Problem(404, f"There is no blob {blob}.")
    updated = datetime.fromisoformat(entity["UpdatedDate"])
    return Answer(entity, headers=(("Last-Modified", http_date(updated)),))


def _stamp(moment: datetime) -> str:
    """A date-time of RFC 3339 in UTC, to the second."""
    return moment.astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
