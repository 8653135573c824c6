"""OData's `$format`, which overrides `Accept` (OData 4.01, 11.2.12)."""

from dataclasses import replace

from callsheet.http.headers import Headers
from callsheet.http.media_types import JSON
from callsheet.model import Location, Operation
from callsheet.server.http.messages import HttpRequest

FORMAT = "$format"
_MEDIA_TYPES = {"json": JSON, "xml": "application/xml"}


def in_format(operation: Operation, request: HttpRequest) -> HttpRequest:
    """Return a request that accepts the format that its query asks for, if the page documents it.

    Any other value than `json` and `xml`, in any case, changes nothing.
    """
    if "format=" not in request.query.lower():
        return request  # As nearly all requests.
    if all(row.name.lower() != FORMAT for row in operation.parameters_in(Location.QUERY)):
        return request
    wanted = [text for name, text in request.parameters if name.lower() == FORMAT]
    media_type = _MEDIA_TYPES.get(wanted[0].lower()) if wanted else None
    if media_type is None:
        return request
    others = [field for field in request.headers if field[0].lower() != "accept"]
    return replace(request, headers=Headers([*others, ("Accept", media_type)]))
