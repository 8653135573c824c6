"""The seed of workspaces: owners with images, and whatever the pages' examples mention."""

import json
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from importlib.resources import files

from callsheet.contrib.superoffice.blobs import BLOBS, Owner, save, set_link
from callsheet.contrib.superoffice.images import owner_of
from callsheet.contrib.superoffice.pictures import recognise
from callsheet.model import ExampleRequest, Operation
from callsheet.server.state import State

_BLOB_KEYS = {"BlobId", "BlobEntityId"}
_MOMENT = datetime(2026, 11, 21, 9, 30, tzinfo=UTC)
_MEMBERS = {"Person": 5}
_USUAL_MEMBERS = 3
_IMAGES = (
    ("image.png", "Person", 1),
    ("image.jpg", "Person", 2),
    ("image.gif", "Project", 1),
    ("image.tiff", "", 0),
)


def seed(state: State, operations: Iterable[Operation]) -> None:
    """Fill a new workspace for the operations on images."""
    operations = tuple(operations)
    if not operations:
        return
    owners = {owner.entity: owner for o in operations if (owner := owner_of(o))}
    for entity, owner in owners.items():
        for number in range(1, 1 + _MEMBERS.get(entity, _USUAL_MEMBERS)):
            set_link(state, owner, number, 0)
    others = sorted(owners.keys() - {entity for _, entity, _ in _IMAGES})
    blobs = []
    # All blobs are there whoever may have images, so that each has the same number everywhere.
    for name, entity, number in (*_IMAGES, *(("image.gif", entity, 1) for entity in others)):
        data = files("callsheet.samples").joinpath("assets", name).read_bytes()
        description = f"Portrait of {entity.lower()} {number}" if entity else "An image of nobody"
        kind = f"{entity}Image" if entity else ""
        blobs.append(save(state, recognise(data), kind, description, _MOMENT))
        if entity in owners:
            set_link(state, owners[entity], number, blobs[-1])
    keys = {owner.key: owner for owner in owners.values()}
    for operation in operations:
        # An operation that reads shows an owner with an image; one that links, an owner without.
        linked = blobs[0] if "_Get" in operation.uid else 0
        for request in operation.example_requests:
            _seed_mentioned(state, request, keys, linked, blobs[0])


def _seed_mentioned(
    state: State, request: ExampleRequest, keys: Mapping[str, Owner], linked: int, shown: int
) -> None:
    """Add the owners and blobs that an example asks for, or links.

    Args:
        state: The state of the workspace.
        request: The example.
        keys: The owners by the property that has their number.
        linked: The blob that is the image of owners that are added; 0 for none.
        shown: The blob that those which are added are copies of.
    """
    try:
        body = json.loads(request.body)
    except ValueError:
        return
    for name, key in body.items() if isinstance(body, dict) else ():
        if type(key) is not int or key <= 0:
            continue
        if owner := keys.get(name):
            if state.get(owner.links, key) is None:
                set_link(state, owner, key, linked)
        elif name in _BLOB_KEYS and state.content(BLOBS, key) is None:
            entity = {**(state.get(BLOBS, shown) or {}), "BlobId": key}
            state.put(BLOBS, key, entity, state.content(BLOBS, shown))
