"""Variations of the header fields whose meaning is that of HTTP, or told by their names."""

from collections.abc import Iterator

from callsheet.model import Location, Parameter
from callsheet.model.contents import request_contents
from callsheet.run.variations.changes import with_header, with_media_type
from callsheet.run.variations.ground import Ground
from callsheet.run.variations.judges import (
    different,
    in_language,
    of_media_type,
    refused_in_xml,
)
from callsheet.run.variations.model import MEDIA_TYPES, Probe, Variation
from callsheet.samples.request.bodies import JsonBody
from callsheet.samples.request.request import Request
from callsheet.server.access.authentication import XSRF_HEADER
from callsheet.server.resources.identity import plain

NONSENSE = "invalid"
"""A token that says itself that it is wrong."""

NO_MEDIA_TYPE = "application/x-none"
MAX_MEDIA_TYPES = 50
"""The most media types of one operation that are asked for, and the most that are sent."""

_LANGUAGES = ("de", "nb")
_ZONES = ("Asia/Tokyo", "America/New_York")


def header_probes(ground: Ground, row: Parameter) -> list[Probe]:
    """Return the probes of a header field; none where its name does not tell what it means."""
    usual, name = ground.usual, plain(row.name)
    match row.name.lower():
        case "authorization":
            judge = ground.refusal("wrong credentials", credentials=True)
            return [Probe(with_header(usual, row.name, f"Bearer {NONSENSE}"), judge)]
        case "accept":
            judge = ground.refusal(f"`Accept: {NO_MEDIA_TYPE}`", must=False)
            none = Probe(with_header(usual, row.name, NO_MEDIA_TYPE), judge)
            refusal = Probe(_refused_in_xml(ground), refused_in_xml)
            return [*(_of_answer(ground, kind) for kind in _others(ground)[:1]), none, refusal]
        case "content-type":
            return _other_content(ground)
    if row.name.upper() == XSRF_HEADER:
        judge = ground.refusal("a session without its token", credentials=True)
        without = with_header(usual, "Authorization", None)
        return [Probe(with_header(without, row.name, NONSENSE), judge, in_session=True)]
    if name.endswith("language"):
        requests = [(with_header(usual, row.name, tag), tag) for tag in _LANGUAGES]
        told = [Probe(request, in_language(tag)) for request, tag in requests]
        return [*told, *(Probe(request, different) for request, _ in requests)]
    if name.endswith("timezone"):
        judge = ground.refusal("a time zone that does not exist", must=False)
        nowhere = Probe(with_header(usual, row.name, "Nowhere/At-all"), judge)
        there = [with_header(usual, row.name, zone) for zone in _ZONES]
        return [*(Probe(request, different) for request in there), nowhere]
    if name.endswith(("culture", "locale")):
        judge = ground.refusal("a culture that does not exist", must=False)
        odd = Probe(with_header(usual, row.name, "no culture!"), judge)
        return [Probe(with_header(usual, row.name, "de-DE"), different), odd]
    return []


def is_locale(row: Parameter) -> bool:
    """Tell whether a header field chooses the language, culture or time zone of an answer."""
    return plain(row.name).endswith(("language", "timezone", "culture", "locale"))


def answer_variations(ground: Ground) -> Iterator[Variation]:
    """Yield a variation for each media type that answers can be had in."""
    operation = ground.operation
    rows = [p for p in operation.parameters_in(Location.HEADER) if p.name.lower() == "accept"]
    part = rows[0] if rows else operation.response or operation.route
    for kind in operation.response_media_types[:MAX_MEDIA_TYPES]:
        probes = [_of_answer(ground, kind)]
        yield ground.variation(MEDIA_TYPES, f"answers {kind}", part.span.start, probes)


def _others(ground: Ground) -> list[str]:
    return [kind for kind in ground.operation.response_media_types if kind != ground.sent("Accept")]


def _of_answer(ground: Ground, kind: str) -> Probe:
    return Probe(with_header(ground.usual, "Accept", kind), of_media_type(kind))


def _refused_in_xml(ground: Ground) -> Request:
    """Return a request that is refused for its credentials, where a success has no content."""
    wrong = with_header(ground.usual, "Authorization", f"Bearer {NONSENSE}")
    return with_header(wrong, "Accept", "application/xml")


def _other_content(ground: Ground) -> list[Probe]:
    """Return the probes with content of an undocumented media type, and of an invalid one."""
    judge = ground.refusal(f"content of the type `{NO_MEDIA_TYPE}`", must=False)
    probes = [Probe(with_media_type(ground.usual, NO_MEDIA_TYPE), judge)]
    kinds = [content.media_type for content in request_contents(ground.operation)]
    xml = next((kind for kind in kinds if kind.endswith("xml")), None)
    if xml and isinstance(ground.usual.body, JsonBody):
        judge = ground.refusal(f"JSON as `{xml}`", must=False)
        probes.append(Probe(with_media_type(ground.usual, xml), judge))
    return probes
