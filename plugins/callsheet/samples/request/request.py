"""The request of a sample: all decisions are made here, and languages only write them down."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cache, lru_cache
from mimetypes import MimeTypes
from urllib.parse import quote

from callsheet import lazy_re as re
from callsheet.http.media_types import FORM
from callsheet.memo import last_kept
from callsheet.model import PLACEHOLDER, Operation
from callsheet.samples.assets import Asset
from callsheet.samples.request.access import Access, access_of
from callsheet.samples.request.answers import AnswerKind, ExpectedAnswer, expect_answer
from callsheet.samples.request.base_url import BaseUrl
from callsheet.samples.request.bodies import (
    Body,
    BodyPart,
    FileBody,
    FormBody,
    JsonBody,
    MultipartBody,
    TextBody,
)
from callsheet.samples.request.choices import NO_OVERRIDES, Overrides
from callsheet.samples.request.defaults import Json, Scalar, UrlText
from callsheet.samples.request.identifiers import Identifiers
from callsheet.samples.request.values import Values, pick_values
from callsheet.samples.sample import Sample, file_stem
from callsheet.samples.text import media_type, plain, wrapped

TIMEOUT = 10
"""Seconds that programs wait for a response."""

DEPRECATED = "Deprecated: use it no longer in new programs."
"""The comment in a program whose operation is deprecated."""

MAX_SUMMARY = 400
COMMENT_WIDTH = 57
_IN_PATHS = "/:@!$&'()*+,;=-._~%"
"""Characters that need no encoding in a path (RFC 3986, 3.3), and the `%` of encoded ones."""

_UNRESERVED = re.compile(r"[A-Za-z0-9_.~-]+")
_FIELD_NAME = re.compile(r"[!#$%&'*+.^_`|~0-9A-Za-z-]+")
_CONTROL = re.compile(r"[\x00-\x1f\x7f]+")
_SURROGATE = re.compile("[\ud800-\udfff]")
_IMAGES = {"image/jpeg": ".jpg", "image/tiff": ".tiff"}
"""Extensions of media types for which Python's first guess is an unusual one."""


@dataclass(frozen=True, slots=True)
class PathValue:
    """The value of a path parameter, its name, and the segment before it."""

    name: str
    value: Scalar
    context: str

    @property
    def encoded(self) -> str:
        """The value, encoded for a URL."""
        return str(self.value) if self.is_plain else quote(str(self.value), safe="")

    @property
    def is_plain(self) -> bool:
        """Whether it goes into a URL as it is."""
        is_ready = isinstance(self.value, UrlText)
        return is_ready or _UNRESERVED.fullmatch(str(self.value)) is not None

    def expression(self, quote: Callable[[str], str], encode: str) -> str:
        """Write the value as an expression, which calls the function `encode` if it has to."""
        literal = quote(self.value) if isinstance(self.value, str) else str(self.value)
        return literal if self.is_plain else f"{encode}({literal})"


@dataclass(frozen=True, slots=True)
class Request:
    """The request of a sample, and how its program reads the response.

    Attributes:
        operation: The operation.
        values: The values as they were picked, before they are cleaned for a program.
        heading: The title, the summary, and a note if it is deprecated; one line each, printable.
        method: The method.
        path: The path: encoded text, and values.
        query: The query parameters in order, not encoded.
        headers: The header fields without Content-Type and `credentials`; no value has control
            characters.
        credentials: User and password for Basic authentication (RFC 7617).
        body: The body, if any. Only JSON, which can escape them, has lone surrogates.
        content_type: Its Content-Type; None where the client sets it.
        answer: The response that is expected.
        answer_file: The name of the file for a response that is one.
        variant: The text after the uid in the name of its file; empty for the first sample.
    """

    operation: Operation
    values: Values
    heading: tuple[str, ...]
    method: str
    path: tuple[str | PathValue, ...]
    query: tuple[tuple[str, str], ...]
    headers: tuple[tuple[str, str], ...]
    credentials: tuple[str, str] | None
    body: Body | None
    content_type: str | None
    answer: ExpectedAnswer
    answer_file: str
    variant: str = ""
    # A cache in a list, as the class is frozen; `replace` gives a copy an empty one (`init=False`),
    # so that other header fields are not served the old result.
    _access: list[Access] = field(default_factory=list, init=False, compare=False, repr=False)

    @property
    def base_url(self) -> BaseUrl:
        """The server that it is sent to."""
        return self.values.base_url

    @property
    def access(self) -> Access:
        """Header fields and query as programs write them, with secrets from the environment."""
        if not self._access:
            self._access.append(
                access_of(
                    self.operation,
                    self.base_url,
                    self.headers,
                    self.query,
                    self.credentials,
                    refused=self.values.refused,
                )
            )
        return self._access[0]

    def sample(self, suffix: str, text: str, access: Access) -> Sample:
        """Return the finished program, whose file has that suffix."""
        return sample_of(
            self.operation, self.values, access, self.variant, suffix, text, self.assets
        )

    @property
    def uid(self) -> str:
        """The uid of the operation."""
        return self.operation.uid

    @property
    def path_values(self) -> list[PathValue]:
        """The values in the path, each once."""
        return list(dict.fromkeys(part for part in self.path if isinstance(part, PathValue)))

    @property
    def assets(self) -> tuple[str, ...]:
        """The names of the assets that are sent."""
        return _assets(self.body)

    def comment(self, prefix: str, before: str = "") -> str:
        """Write the heading as comment lines.

        Args:
            prefix: The beginning of each line, such as `//`.
            before: The beginning of the first line, if it is another one.
        """
        lines = _wrapped(self.heading)
        first = f"{before or prefix} {lines[0]}"
        return "\n".join([first, *(f"{prefix} {line}".rstrip() for line in lines[1:])])

    def write_path(self, text: Callable[[str], str], value: Callable[[PathValue], str]) -> str:
        """Write the path, as the two functions write its text and its values."""
        return "".join(text(p) if isinstance(p, str) else value(p) for p in self.path)

    def names(self, identifiers: Identifiers) -> dict[str, str]:
        """Choose the names of the variables for path values, by the names of the parameters."""
        return {v.name: identifiers.take(v.name, v.context) for v in self.path_values}

    def file_names(self, identifiers: Identifiers, what: str = "") -> dict[str, str]:
        """Choose the names of the variables for assets, by the names of the files."""
        stems = {name: name.partition(".")[0] for name in self.assets}
        return {name: identifiers.take(f"{stem} {what}", "file") for name, stem in stems.items()}


def sample_of(
    operation: Operation,
    values: Values,
    access: Access,
    variant: str,
    suffix: str,
    text: str,
    assets: tuple[str, ...],
) -> Sample:
    """Return a finished program.

    Args:
        operation: The operation.
        values: The values that it sends.
        access: How it authenticates itself.
        variant: The text after the uid in the name of its file.
        suffix: The suffix of its file.
        text: Its text.
        assets: The files that it reads.
    """
    name = file_stem(operation.uid) + variant + suffix
    variable = values.base_url.variable
    return Sample(operation.uid, name, text, assets, variable, access.credentials)


@lru_cache(maxsize=16)
def _wrapped(paragraphs: tuple[str, ...]) -> list[str]:
    """Wrap paragraphs into lines; cached, as they are the same in all languages."""
    blocks = ("\n".join(wrapped(text, COMMENT_WIDTH)) for text in paragraphs)
    return "\n\n".join(blocks).split("\n")


# Collections of requests have the same ones as the programs of a page.
@last_kept
def prepare(operation: Operation, site: Overrides = NO_OVERRIDES, variant: str = "") -> Request:
    """Work out the request of an operation's sample.

    Args:
        operation: The operation.
        site: The choices of the site's configuration, for all operations.
        variant: The text after the uid in the name of its file, such as `.form`.
    """
    values = pick_values(operation, site)
    fields = [(name, value) for name, value in values.headers if _FIELD_NAME.fullmatch(name)]
    accept = next((value for name, value in fields if name.lower() == "accept"), None)
    answer = expect_answer(operation, accept)
    body = _well_formed_body(values.body)
    return Request(
        operation=operation,
        values=values,
        heading=heading(operation),
        method=operation.method,
        path=tuple(_path(operation, values.path)),
        query=_well_formed_pairs((name, str(value)) for name, value in values.query),
        headers=_well_formed_pairs((n, _CONTROL.sub(" ", v).strip()) for n, v in fields),
        credentials=values.credentials,
        body=body,
        content_type=_content_type(body),
        answer=answer,
        answer_file=_answer_file(operation, answer, accept),
        variant=variant,
    )


def heading(operation: Operation) -> tuple[str, ...]:
    """Return title and summary in plain text; the title alone where they are the same."""
    title = plain(operation.title) or operation.uid
    summary = plain(operation.summary)
    if len(summary) > MAX_SUMMARY:
        summary = summary[:MAX_SUMMARY].rsplit(" ", 1)[0] + " …"
    deprecated = (DEPRECATED,) if operation.deprecated else ()
    return (title, *deprecated) if summary in {"", title} else (title, summary, *deprecated)


def _path(operation: Operation, values: dict[str, Scalar]) -> Iterator[str | PathValue]:
    # Split by a pattern with a group: text, name, text, name, ..., text.
    pieces = PLACEHOLDER.split(operation.route.path)
    contexts: dict[str, str] = {}
    for number, piece in enumerate(pieces):
        if number % 2:
            context = contexts.setdefault(piece, pieces[number - 1].strip("/").rpartition("/")[2])
            value = values[piece]
            is_text = isinstance(value, str) and not isinstance(value, UrlText)
            well_formed_value = well_formed(str(value)) if is_text else value
            yield PathValue(piece, well_formed_value, context or "path")
        elif piece:
            yield quote(well_formed(piece), safe=_IN_PATHS)


def well_formed(text: str) -> str:
    """Replace lone surrogates, which cannot be encoded, by U+FFFD, as browsers do."""
    return text if text.isascii() else _SURROGATE.sub("\ufffd", text)


def _well_formed_pairs(pairs: Iterator[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    return tuple((well_formed(name), well_formed(value)) for name, value in pairs)


def _well_formed_body(body: Body | None) -> Body | None:
    match body:
        case FormBody():
            return FormBody(_well_formed_pairs(iter(body.fields)))
        case MultipartBody():
            return MultipartBody(tuple(map(_well_formed_part, body.parts)))
        case TextBody():
            return TextBody(well_formed(body.text), body.content_type)
    return body


def _well_formed_part(part: BodyPart) -> BodyPart:
    content = well_formed(part.content) if isinstance(part.content, str) else part.content
    kind, file_name = (
        _CONTROL.sub(" ", well_formed(text)) for text in (part.content_type, part.file_name)
    )
    return BodyPart(well_formed(part.name), content, kind, file_name)


def _content_type(body: Body | None) -> str | None:
    if body is None or isinstance(body, MultipartBody):
        return None
    kind = FORM if isinstance(body, FormBody) else body.content_type
    return _CONTROL.sub(" ", kind).strip() if kind else None


def _answer_file(operation: Operation, answer: ExpectedAnswer, accept: str | None) -> str:
    if answer.kind is not AnswerKind.BYTES:
        return answer.stem + answer.extension
    example = operation.example_response
    shown = example.header("content-type") if example and example.status < 300 else None
    listed = next(iter(operation.response_media_types), None)
    kind = media_type(shown) or media_type(accept) or media_type(listed) or ""
    return answer.stem + _extension(kind)


@cache
def _extension(kind: str) -> str:
    # Only the types that Python has built in: those of the system differ between machines.
    return _IMAGES.get(kind) or MimeTypes(()).guess_extension(kind) or ".bin"


# Each language asks for them.
@last_kept
def _assets(body: Body | None) -> tuple[str, ...]:
    match body:
        case JsonBody():
            return tuple(sorted({asset.name for asset in _assets_in(body.value)}))
        case FileBody():
            return (body.asset.name,)
        case MultipartBody():
            return tuple(sorted({asset.name for _, asset in body.files}))
    return ()


def _assets_in(value: Json) -> Iterator[Asset]:
    if isinstance(value, Asset):
        yield value
    elif isinstance(value, list | dict):
        for item in value.values() if isinstance(value, dict) else value:
            yield from _assets_in(item)
