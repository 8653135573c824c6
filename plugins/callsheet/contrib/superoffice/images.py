"""Binding of operations on images, by their routes and the shapes of their bodies."""

from collections.abc import Callable, Iterable, Sequence
from functools import partial

from callsheet import lazy_re as re
from callsheet.contrib.superoffice import blob_agent, blobs, entity_images
from callsheet.contrib.superoffice.blobs import Owner
from callsheet.model import Location, Operation, Property
from callsheet.server.engine.call import Answer, Behaviour, DeferredAnswer, SlowStart
from callsheet.server.engine.requests.validation import Input
from callsheet.server.limits import Limits

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

# With each function, the properties of the body; for an owner's, besides the owner's key.
_BY_VERB = {
    "Change": (blob_agent.change_image, {"BlobId"}),
    "Get": (blob_agent.get_image, set[str]()),
    "Set": (blob_agent.set_image, {"Image"}),
}
_BY_NAME = {
    "SaveImageStream": (blob_agent.save_image_stream, {"Type", "Image", "Description"}),
    "GetBlobStream": (blob_agent.get_blob_stream, {"BlobEntityId"}),
}
# With each function that decodes an image first, which says whether that is slow.
_DECODING: dict[Callable[..., object], Callable[[Input, Limits], bool]] = {
    entity_images.save_image: lambda given, limits: blobs.is_unknown(given.body, limits),
    blob_agent.save_image_stream: blob_agent.is_slow,
    blob_agent.set_image: blob_agent.is_slow,
}

_Binding = tuple[Owner | None, Behaviour]


def behaviours(operations: Sequence[Operation]) -> dict[str, Behaviour]:
    """Return the behaviours of the operations on images, by uid."""
    return {o.uid: found[1] for o in operations if (found := _bind(o))}


def owner_of(operation: Operation) -> Owner | None:
    """Return the owners whose images an operation is about; None if it is about no one's."""
    found = _bind(operation)
    return found[0] if found else None


def _bind(operation: Operation) -> _Binding | None:
    if match := _ENTITY.fullmatch(operation.route.template):
        return _bind_entity(operation, match)
    match = _AGENT.fullmatch(operation.route.template)
    return _bind_agent(operation, match) if match and operation.method == "POST" else None


def _bind_entity(operation: Operation, match: re.Match[str]) -> _Binding | None:
    """Bind `/Entity/{id}/Image` and `/Entity/{id}/ImageInfo`."""
    function = (_INFO if match["info"] else _IMAGE).get(operation.method)
    keys = _numbers(operation.parameters_in(Location.PATH))
    if function is None or len(keys) != 1 or not _fits(operation, is_info=bool(match["info"])):
        return None
    owner = Owner(match["entity"], operation.route.shape.rsplit("/", 2)[0])
    return owner, _behaviour(function, owner, keys[0])


def _fits(operation: Operation, *, is_info: bool) -> bool:
    """Tell whether an operation takes and answers what those on images do."""
    if is_info:
        response = operation.response
        return response is not None and any(row.name == "BlobId" for row in response.properties)
    is_read = operation.method == "GET"
    names = operation.response_media_types if is_read else operation.request_media_types
    return operation.method == "DELETE" or any(name.startswith("image/") for name in names)


def _bind_agent(operation: Operation, match: re.Match[str]) -> _Binding | None:
    """Bind a procedure of the BLOB agent."""
    name, body = match["name"], operation.request_body
    properties = {row.name for row in body.properties} if body else set()
    keys = _numbers(operation.parameters_in(Location.QUERY))
    if name == "GetBlobEntity" and len(keys) == 1:
        return None, _behaviour(blob_agent.get_blob_entity, keys[0])
    if name in _BY_NAME:
        function, wanted = _BY_NAME[name]
        return (None, _behaviour(function)) if properties == wanted else None
    if (named := _OF_OWNER.fullmatch(name)) is None:
        return None
    owner = Owner(named["entity"], f"{match['api']}/{named['entity']}".lower())
    function_of_owner, others = _BY_VERB[named["verb"]]
    is_same = properties == {owner.key, *others}
    return (owner, _behaviour(function_of_owner, owner)) if is_same else None


def _behaviour(function: Callable[..., Answer | DeferredAnswer], *arguments: object) -> Behaviour:
    bound = partial(function, *arguments)
    # Decoding an image is slow, and needs nothing of the state.
    return SlowStart(bound, _DECODING[function]) if function in _DECODING else bound


def _numbers(rows: Iterable[Property]) -> list[str]:
    """Return the names of the rows that are whole numbers."""
    return [row.name for row in rows if row.type and row.type.name in ("int32", "int64")]
