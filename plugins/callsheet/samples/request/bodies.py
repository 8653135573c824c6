"""The request bodies that samples send."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from callsheet.samples.assets import Asset
from callsheet.samples.request.defaults import Json


@dataclass(frozen=True, slots=True)
class JsonBody:
    """A JSON value, and the Content-Type that announces it."""

    value: Json
    content_type: str


@dataclass(frozen=True, slots=True)
class TextBody:
    """Text that is sent as the page has it, and its Content-Type, if known."""

    text: str
    content_type: str | None


@dataclass(frozen=True, slots=True)
class FormBody:
    """The fields of an HTML form, URL-encoded."""

    fields: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class FileBody:
    """A file's raw bytes."""

    asset: Asset
    content_type: str


@dataclass(frozen=True, slots=True)
class BodyPart:
    """A part of a `multipart/form-data` body (RFC 7578).

    Attributes:
        name: The name of its field.
        content: Its text, or the file beside the program.
        content_type: Its media type; empty for a field of plain text, which needs none.
        file_name: The name of the file; empty for a part that is no file.
    """

    name: str
    content: str | Asset
    content_type: str = ""
    file_name: str = ""

    @classmethod
    def of_file(cls, name: str, asset: Asset, file_name: str = "") -> BodyPart:
        """Return the part for a file beside the program."""
        return cls(name, asset, asset.media_type, file_name or asset.name)

    @property
    def is_plain(self) -> bool:
        """Whether it is a plain field of an HTML form: a name and a text."""
        return not (isinstance(self.content, Asset) or self.content_type or self.file_name)


@dataclass(frozen=True, slots=True)
class MultipartBody:
    """The parts of a `multipart/form-data` body (RFC 7578)."""

    parts: tuple[BodyPart, ...]

    @property
    def fields(self) -> tuple[tuple[str, str], ...]:
        """The parts that are texts, with their names."""
        return tuple((p.name, p.content) for p in self.parts if isinstance(p.content, str))

    @property
    def files(self) -> tuple[tuple[str, Asset], ...]:
        """The parts that are files beside the program, with their names."""
        return tuple((p.name, p.content) for p in self.parts if isinstance(p.content, Asset))


Body: TypeAlias = JsonBody | TextBody | FormBody | FileBody | MultipartBody


def describe(body: Body) -> str:
    """Describe a body to people, in a few words."""
    match body:
        case JsonBody():
            kind = type(body.value).__name__
            return {"dict": "a JSON object", "list": "a JSON array"}.get(kind, "a JSON value")
        case TextBody():
            return f"text of type {body.content_type or 'unknown'}"
        case FormBody():
            return f"a form with {', '.join(name for name, _ in body.fields)}"
        case FileBody():
            return f"the file {body.asset.name}"
        case MultipartBody():
            return f"a form with {', '.join(part.name for part in body.parts)}"
