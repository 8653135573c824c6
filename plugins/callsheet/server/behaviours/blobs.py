"""Blobs and whom they belong to: what the person and BLOB operations share."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import format_datetime
from importlib.resources import files

from callsheet.server.core import Answer, Call
from callsheet.server.imaging import ImageError, Picture, recognise
from callsheet.server.problems import Problem
from callsheet.server.state import Document, State

BLOBS = "blob"
PERSONS = "person"
PROJECTS = "project"


@dataclass(frozen=True, slots=True)
class Owner:
    """Who can have an image: a collection, what one of it is called, and its images' type."""

    collection: str
    noun: str
    conceptual_type: str


PERSON = Owner(PERSONS, "person", "PersonImage")
PROJECT = Owner(PROJECTS, "project", "ProjectImage")

_SEEDED = datetime(2026, 11, 21, 9, 30, tzinfo=UTC)
_SEEDS: tuple[tuple[str, Owner | None, int], ...] = (
    ("image.png", PERSON, 1),
    ("image.jpg", PERSON, 2),
    ("image.gif", PROJECT, 1),
    ("image.tiff", None, 0),
)


def seed(state: State) -> None:
    """Fills an empty store: five persons, three projects, four blobs."""
    for collection, count in ((PERSONS, 5), (PROJECTS, 3)):
        for key in range(1, count + 1):
            state.put(collection, key, {"blob": 0})
    for name, owner, key in _SEEDS:
        data = files("callsheet.samples").joinpath("assets", name).read_bytes()
        description = f"Portrait of {owner.noun} {key}" if owner else "An image of nobody"
        kind = owner.conceptual_type if owner else ""
        blob = save(state, recognise(data), kind, description, _SEEDED)
        if owner:
            state.put(owner.collection, key, {"blob": blob})


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
    """The picture that a request carries.

    Raises:
        Problem: It is no usable picture.
    """
    try:
        return recognise(data)
    except ImageError as error:
        raise call.refuse(f"The image was not stored: {error}.") from error


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
    document = state.get(owner.collection, key)
    if document is None:
        raise Problem(404, f"There is no {owner.noun} {key}.")
    blob: int = document["blob"]
    return blob


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
    return Answer(entity, headers=(("Last-Modified", format_datetime(updated, usegmt=True)),))


def _stamp(moment: datetime) -> str:
    """A date-time of RFC 3339 in UTC, to the second."""
    return moment.astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
