"""The response that a sample expects, and the names for it in programs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto
from http import HTTPMethod, HTTPStatus

from callsheet import lazy_re as re
from callsheet.http.media_types import essence, is_json
from callsheet.model import PLACEHOLDER, Operation, SectionKind
from callsheet.model.contents import has_own_section, response_contents
from callsheet.samples.assets import media_type_of
from callsheet.samples.text import media_type, plain, words

MAX_LABEL = 40
_SCALARS = {"bool", "date-time", "double", "enum", "int32", "int64", "string"}
_EMPTY = {HTTPStatus.NO_CONTENT, HTTPStatus.RESET_CONTENT}
_ANSWER_IS = re.compile(r"\banswer is (?:its|their|the|an?) ([^.;:,]+)")
_PHRASES = {status.phrase.lower() for status in HTTPStatus}
_LABEL = re.compile(r"[A-Za-zÀ-ɏ][\wÀ-ɏ '()-]*", re.ASCII)
_VERSION = re.compile(r"v\d+")
_EXTENSIONS = {
    "image/png": ".png",
    "image/jpeg": ".jpg",
    "image/gif": ".gif",
    "image/tiff": ".tiff",
}


class AnswerKind(Enum):
    """How a program reads a response."""

    NOTHING = auto()
    STRUCTURE = auto()
    """A JSON object or array."""
    SCALAR = auto()
    """A JSON string, number or boolean."""
    TEXT = auto()
    """XML, HTML or plain text."""
    BYTES = auto()
    """A file."""
    BASE64 = auto()
    """A file as a JSON string in base64."""


@dataclass(frozen=True, slots=True)
class ExpectedAnswer:
    """The response that a program expects.

    Attributes:
        kind: How the program reads it.
        label: What a scalar is called for people: `Blob id`.
        stem: The name of a file without its extension: `person_image`; ASCII letters, digits, `_`.
        extension: The extension that the example's content in base64 suggests.
    """

    kind: AnswerKind
    label: str
    stem: str
    extension: str


def expect_answer(operation: Operation, accept: str | None) -> ExpectedAnswer:
    """Work out the response of a request that succeeds.

    Args:
        operation: The operation.
        accept: The Accept header that is sent, if any.
    """
    thing = _thing(operation)
    example = operation.example_response
    shown = media_type_of(example.body.strip().strip('"')) if example else None
    return ExpectedAnswer(
        kind=_kind(operation, accept),
        label=_label(operation, thing),
        stem="_".join(thing),
        extension=_EXTENSIONS.get(shown or "", ".bin"),
    )


def _kind(operation: Operation, accept: str | None) -> AnswerKind:
    response, success, example = operation.response, operation.success, operation.example_response
    if operation.method == HTTPMethod.HEAD or (success and success.code in _EMPTY):
        return AnswerKind.NOTHING
    if response is None:
        return AnswerKind.NOTHING
    data_type, rows = response.body_type or response.type, response.properties
    shown = example.header("content-type") if example and example.status < 300 else None
    listed = next(iter(operation.response_media_types), None)
    code = success.code if success else HTTPStatus.OK
    if has_own_section(operation, code):
        contents = response_contents(operation, code)
        sent = {essence(content.media_type): content for content in contents}
        content = sent.get(media_type(accept) or "", next(iter(contents), None))
        if content is None:
            return AnswerKind.NOTHING
        data_type, rows, listed = content.type, content.rows, content.media_type or listed
    if data_type is None and not rows:
        return AnswerKind.NOTHING
    stated = [accept, shown, listed]
    kind = next(filter(None, map(media_type, stated)), "")
    if not kind and data_type and data_type.name == "binary" and any("*" in s for s in stated if s):
        # Whatever a file is, it is hardly JSON.
        return AnswerKind.BYTES
    if kind and not is_json(kind):
        textual = kind.startswith("text/") or kind.endswith(("/xml", "+xml"))
        return AnswerKind.TEXT if textual else AnswerKind.BYTES
    if rows or data_type is None:
        return AnswerKind.STRUCTURE
    if data_type.name in {"byte", "binary"}:
        return AnswerKind.BASE64
    return AnswerKind.SCALAR if data_type.name in _SCALARS else AnswerKind.STRUCTURE


def _thing(operation: Operation) -> list[str]:
    """Name the thing that the operation is about, in words, from its route.

    A last segment `GetPersonImage` names a person image; so does `Person/{personId}/Image`.
    """
    route = operation.route.path
    segments = [s for s in route.split("/") if s and not PLACEHOLDER.search(s)]
    names = [w for s in segments if s != "api" and not _VERSION.fullmatch(s) and (w := words(s))]
    if not names:
        return ["answer"]
    last = names[-1]
    if last[0] == "get" and len(last) > 1:
        found = last[1:]
    else:
        found = [*names[-2], *last] if PLACEHOLDER.search(route) and len(names) > 1 else last
    if len(found) > 1 and found[-1] in {"stream", "content"}:
        found = found[:-1]  # the stream of a blob is a blob
    while len(found) > 1 and len(" ".join(found)) > MAX_LABEL:
        found = found[:-1]
    return [word[:MAX_LABEL] for word in found]


def _label(operation: Operation, thing: list[str]) -> str:
    for text in _label_candidates(operation):
        label = text.strip().rstrip(".").removeprefix("The ").removeprefix("A ")
        if len(label) <= MAX_LABEL and _LABEL.fullmatch(label) and label.lower() not in _PHRASES:
            return label[0].upper() + label[1:]
    return " ".join(thing).capitalize()


def _label_candidates(operation: Operation) -> Iterator[str]:
    description = plain(operation.success.description) if operation.success else ""
    if match := _ANSWER_IS.search(description):
        yield match[1]
    yield description
    for section in operation.sections:
        if section.kind is SectionKind.RESPONSE and section.prose:
            yield plain(section.prose[0].markdown)
