"""Binding of operations on images, by their routes and the shapes of their bodies."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence

from callsheet.contrib.superoffice import blob_agent, entity_images
from callsheet.contrib.superoffice.blobs import Owner
from callsheet.model import Location, Operation, Property
from callsheet.server.engine.call import Behaviour

_ENTITY = re.compile(r"[^{}]*/(?P<entity>[A-Za-z]\w*)/\{\w+\}/image(?P<info>info)?", re.IGNORECASE)
_AGENT = re.compile(r"(?P<api>[^{}]*)/Agents/BLOB/(?P<name>\w+)")
_OF_OWNER = re.compile(r"(?P<verb>Change|Get|Set)(?P<entity>[A-Z]\w*)Image")

_IMAGE = {
    "GET": entity_images.get_image,
    "PUT": entity_images.save_image,
    "POST": entity_images.save_image,
    "DELETE": entity_images.delete_image,
}
_INFO = {"GET": entity_images.get_image_info, "PUT": entity_images.put_image_info}
_BY_VERB: dict[str, tuple[set[str], Callable[[Owner], Behaviour]]] = {
    "Change": ({"BlobId"}, blob_agent.change_image),
    "Get": (set(), blob_agent.get_image),
    "Set": ({"Image"}, blob_agent.set_image),
}
_OF_BLOBS: dict[str, tuple[set[str], Behaviour]] = {
    "SaveImageStream": ({"Type", "Image", "Description"}, blob_agent.save_image_stream),
    "GetBlobStream": ({"BlobEntityId"}, blob_agent.get_blob_stream),
}


def behaviours(operations: Sequence[Operation]) -> dict[str, Behaviour]:
    """Return what the operations on images do, by uid."""
    return {o.uid: found[1] for o in operations if (found := _bind(o))}


def owner_of(operation: Operation) -> Owner | None:
    """Return the owners whose images an operation is about; None if it is about no one's."""
    found = _bind(operation)
    return found[0] if found else None


def _bind(operation: Operation) -> tuple[Owner | None, Behaviour] | None:
    return _bind_entity(operation) or _bind_agent(operation)


def _bind_entity(operation: Operation) -> tuple[Owner, Behaviour] | None:
    """Bind `/Entity/{id}/Image` and `/Entity/{id}/ImageInfo`."""
    match = _ENTITY.fullmatch(operation.route.template)
    keys = _numbers(operation.parameters_in(Location.PATH))
    if match is None or len(keys) != 1:
        return None
    function = (_INFO if match["info"] else _IMAGE).get(operation.method)
    if function is None or not _fits(operation, is_info=bool(match["info"])):
        return None
    owner = Owner(match["entity"], operation.route.shape.rsplit("/", 2)[0])
    return owner, function(owner, keys[0])


def _fits(operation: Operation, *, is_info: bool) -> bool:
    """Tell whether an operation takes and answers what those on images do."""
    if is_info:
        response = operation.response
        return response is not None and any(row.name == "BlobId" for row in response.properties)
    if operation.method == "DELETE":
        return True
    is_read = operation.method == "GET"
    names = operation.response_media_types if is_read else operation.request_media_types
    return any(name.startswith("image/") for name in names)


def _bind_agent(operation: Operation) -> tuple[Owner | None, Behaviour] | None:
    """Bind the procedures of the BLOB agent."""
    match = _AGENT.fullmatch(operation.route.template)
    if match is None or operation.method != "POST":
        return None
    name, body = match["name"], operation.request_body
    properties = {row.name for row in body.properties} if body else set()
    keys = _numbers(operation.parameters_in(Location.QUERY))
    if name == "GetBlobEntity" and len(keys) == 1:
        return None, blob_agent.get_blob_entity(keys[0])
    if name in _OF_BLOBS:
        wanted, behaviour = _OF_BLOBS[name]
        return (None, behaviour) if properties == wanted else None
    if named := _OF_OWNER.fullmatch(name):
        owner = Owner(named["entity"], f"{match['api']}/{named['entity']}".lower())
        wanted, make = _BY_VERB[named["verb"]]
        return (owner, make(owner)) if properties == wanted | {owner.key} else None
    return None


def _numbers(rows: Iterable[Property]) -> list[str]:
    """Return the names of the rows that are whole numbers."""
    return [row.name for row in rows if row.type and row.type.name in ("int32", "int64")]
