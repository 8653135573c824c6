"""The further samples of an operation: one for each media type and example after the first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from urllib.parse import unquote

from callsheet import lazy_re as re
from callsheet.http.media_types import (
    FORM,
    JSON,
    JSON_PATCH,
    MERGE_PATCH,
    MULTIPART,
    is_json,
    is_xml,
)
from callsheet.memo import last_kept
from callsheet.model import ExampleRequest, ExampleResponse, Location, Operation, Parameter
from callsheet.model.contents import Content, request_contents
from callsheet.model.operation import response_to, shows_refusal
from callsheet.samples.assets import asset_for
from callsheet.samples.request.body_choice import sent_media_type
from callsheet.samples.request.defaults import EVALUATOR
from callsheet.samples.text import media_type
from callsheet.schema.texts import value_of_text

MAX_VARIANTS = 20
"""Further samples of an operation; examples and media types beyond them get none."""

MAX_LISTED = 4
"""Media types of one section that get samples. A longer list says what the server accepts
everywhere, and not how this operation is called.
"""

_PATCHES = (JSON_PATCH, MERGE_PATCH)
"""Media types whose value is not that of the other media types of the same section."""

_NOT_IN_NAMES = re.compile(r"[^a-z0-9]+")
_MAX_NAME = 40


@dataclass(frozen=True, slots=True)
class Variant:
    """One way to call an operation.

    Attributes:
        operation: The operation, reduced to one media type and one example.
        label: The media type or the name of the example, for people; empty for the first variant.
        ending: The text after the uid in the names of its files, such as `.form`.
        response: The response that the page shows for it, if any.
        example: The sample request of the page that it sends, if the page has one for it.
    """

    operation: Operation
    label: str = ""
    ending: str = ""
    response: ExampleResponse | None = None
    example: ExampleRequest | None = None

    @property
    def status(self) -> int | None:
        """The status that the page shows for it; None where it shows none."""
        return self.response.status if self.response else None


# As `prepare`.
@last_kept
def variants_of(operation: Operation) -> tuple[Variant, ...]:
    """Return the ways to call an operation that get samples.

    The first one sends the first media type or the first example. Then come the further examples,
    and the media types without an example. Media types of one format, such as `application/json`
    and `text/json`, share a sample, unless each has a section or an example of its own; so do those
    of a section that lists many.
    """
    first = Variant(operation)
    if len(operation.example_requests) < 2 and len(request_contents(operation)) < 2:
        return (first,)
    taken: set[str] = set()
    further = [*_of_examples(operation), *_of_media_types(operation)][:MAX_VARIANTS]
    return (first, *(_named_apart(variant, taken) for variant in further))


def labels_of(variants: Sequence[Variant]) -> tuple[str, ...]:
    """Return a distinct label for each way to call an operation, for people.

    The first one is labelled by the name of its example or by its media type. Of two with the same
    label, such as two examples in JSON without names, the second gets a number.
    """
    taken: set[str] = set()
    labels = []
    for variant in variants:
        wanted = label = variant.label or _label_of_first(variant.operation)
        number = 1
        while label in taken:
            number += 1
            label = f"{wanted} ({number})"
        taken.add(label)
        labels.append(label)
    return tuple(labels)


def _label_of_first(operation: Operation) -> str:
    example = operation.example_request
    if example and example.name:
        return example.name
    kind = media_type(example.header("content-type")) if example and example.body else None
    sends = bool(example and example.body) or (not example and bool(operation.request_bodies))
    return kind or (sent_media_type(operation) if sends else "") or "example 1"


def _of_examples(operation: Operation) -> Iterator[Variant]:
    for number, example in enumerate(operation.example_requests[1:], 2):
        # A page may show the call that creates what its own operation then changes. A program for
        # that belongs to the other operation's page.
        if example.method != operation.method or not _is_of_route(operation, example):
            continue
        response = response_to(operation, example)
        alone = replace(
            operation,
            example_requests=(example,),
            example_responses=(response,) if response else (),
        )
        if shows_refusal(operation, example):
            alone = _as_shown(alone, example)
        kind = media_type(example.header("content-type"))
        label = example.name or (kind if example.body and kind else "") or f"example {number}"
        name = _slug(example.name) or (_family(label) if "/" in label else str(number))
        yield Variant(alone, label, f".{name or number}", response, example)


def _is_of_route(operation: Operation, example: ExampleRequest) -> bool:
    """Tell whether an example calls the operation itself, and not another one on the way to it."""
    route = operation.route.path.strip("/").split("/")
    path = example.target.partition("?")[0].strip("/").split("/")
    return len(route) == len(path) and all(
        "{" in wanted or wanted.lower() == shown.lower()
        for wanted, shown in zip(route, path, strict=True)
    )


def _as_shown(operation: Operation, example: ExampleRequest) -> Operation:
    """Drop what a page says of requests, as an example that is refused is sent as it is."""
    path = operation.route.match(example.target)

    def shown(row: Parameter) -> Parameter:
        text = unquote(path.get(row.name, "")) if row.location is Location.PATH else ""
        if text and EVALUATOR.fits(value_of_text(text, row.schema), row.schema):
            # A number in the program, as on the page: that is not what is wrong.
            return row
        return replace(row, type=None, required=None, facets=())

    is_file = any(body.binary for body in operation.request_bodies)
    return replace(
        operation,
        parameters=tuple(map(shown, operation.parameters)),
        request_bodies=operation.request_bodies if is_file else (),
        request_media_types=operation.request_media_types if is_file else (),
        response_media_types=(),
    )


def _of_media_types(operation: Operation) -> Iterator[Variant]:
    contents = request_contents(operation)
    if len(contents) < 2:
        return
    shown = {
        media_type(example.header("content-type"))
        for example in operation.example_requests[1:]
        if example.body
    }
    first = sent_media_type(operation)
    families = {_family(first), *(_family(kind) for kind in shown if kind)}
    own = {body.media_type for body in operation.request_bodies if body.media_type}
    many = sum(content.media_type not in own for content in contents) > MAX_LISTED
    for content in contents:
        kind = media_type(content.media_type) or ""
        family = _family(kind)
        has_own = content.media_type in own
        if kind in (first, "", *shown):
            continue
        if not has_own and (many or family in families or kind in _PATCHES):
            continue
        families.add(family)
        # The rest of the package knows operations and no variants, so that each variant is an
        # operation with a single way to be called.
        alone = _alone(operation, content, keeps_body=not has_own)
        yield Variant(alone, content.media_type, f".{family}")


def with_content(operation: Operation, media_type: str) -> Operation:
    """Reduce an operation to one of the media types of its requests."""
    contents = [c for c in request_contents(operation) if c.media_type == media_type]
    is_own = media_type in {body.media_type for body in operation.request_bodies}
    return _alone(operation, contents[0], keeps_body=not is_own) if contents else operation


def _alone(operation: Operation, content: Content, *, keeps_body: bool) -> Operation:
    """Reduce an operation to one media type, and its example to what does not depend on another."""
    bodies = [body for body in operation.request_bodies if body.media_type == content.media_type]
    shown = operation.example_requests[:1]
    if not keeps_body and shown and shown[0].body.strip():
        # Where the page shows a body, an optional one is sent in this media type, too.
        bodies = [replace(body, required=body.required is not None or None) for body in bodies]
    examples = [
        replace(
            example,
            headers=tuple(h for h in example.headers if h.name.lower() != "content-type"),
            body=example.body if keeps_body else "",
        )
        for example in shown
    ]
    return replace(
        operation,
        request_media_types=(content.media_type,),
        request_bodies=tuple(bodies) or operation.request_bodies[:1],
        example_requests=tuple(examples),
    )


def _family(kind: str) -> str:
    """Name the format of a media type in a word for file names."""
    kind = kind.lower()
    if kind in (JSON, "text/json"):
        return "json"
    if kind in ("application/xml", "text/xml"):
        return "xml"
    if kind == FORM:
        return "form"
    if kind == MULTIPART:
        return "multipart"
    if asset_for(kind):
        return "file"
    if is_json(kind) or is_xml(kind):
        return _slug(kind.partition("/")[2])
    return _slug(kind)


def _slug(text: str) -> str:
    return _NOT_IN_NAMES.sub("-", text.lower()).strip("-")[:_MAX_NAME].rstrip("-")


def _named_apart(variant: Variant, taken: set[str]) -> Variant:
    ending, number = variant.ending, 1
    while ending in taken:
        number += 1
        ending = f"{variant.ending}-{number}"
    taken.add(ending)
    return variant if ending == variant.ending else replace(variant, ending=ending)
