"""Forms: URL-encoded (URL Standard, 5) and multipart (RFC 7578).

There are two parsers of multipart bodies. One is for what clients send. The other is for bodies
that people write on pages (RFC 2046, 5.1): its errors say where a body is broken, and what is
expected there.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import chain
from typing import Any
from urllib.parse import parse_qsl, urlencode

from multipart import (
    MultipartError,
    ParserLimitReached,
    PushMultipartParser,
    content_disposition_quote,
)

from callsheet import lazy_re as re
from callsheet.http.headers import FIELD_LINE
from callsheet.http.media_types import parameters

MAX_PART_HEAD = 4224
"""Maximum size of the header of a part in bytes."""

_HEAD = re.compile(r"content-[a-z-]+[ \t]*:", re.IGNORECASE)


class FormError(ValueError):
    """A body that is not a form; `str()` of it says why."""


class TooManyPartsError(FormError):
    """A form with more parts than the limit."""


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a multipart form.

    Attributes:
        name: The name of the field.
        content: Its content.
        filename: The name of the file, if it is one.
        media_type: The media type of the content; empty where the part does not state it.
    """

    name: str
    content: bytes
    filename: str | None = None
    media_type: str = ""

    @property
    def text(self) -> str:
        """The content as text."""
        return self.content.decode("utf-8", errors="replace")


def read_pairs(body: bytes) -> list[tuple[str, str]]:
    """Parse the fields of a URL-encoded form, in their order."""
    return parse_qsl(body.decode("utf-8", errors="replace"), keep_blank_values=True)


def write_pairs(pairs: Iterable[tuple[str, str]]) -> bytes:
    """Write fields as a URL-encoded form."""
    return urlencode(list(pairs)).encode()


def read_parts(body: bytes, content_type: str, max_parts: int = 1000) -> list[Part]:
    """Parse the parts of a multipart form.

    Args:
        body: The form.
        content_type: Its media type, with the boundary.
        max_parts: The maximum number of parts.

    Raises:
        TooManyPartsError: It has more.
        FormError: It is not a multipart form.
    """
    # Not the essence alone: RFC 2046, 5.1.1 requires the parameter.
    boundary = parameters(content_type).get("boundary", "")
    if not boundary:
        raise FormError("its Content-Type has no boundary")
    parts: list[Part] = []
    pieces: list[bytes] = []
    segment: Any = None
    try:
        with PushMultipartParser(
            boundary, max_segment_count=max_parts, max_header_size=MAX_PART_HEAD
        ) as parser:
            # The empty piece tells the parser that the body has ended, so that it reports what is
            # missing.
            for event in chain(parser.parse(body), parser.parse(b"")):
                if event is None:
                    content = b"".join(pieces)
                    media_type = segment.header("Content-Type") or ""
                    parts.append(Part(segment.name or "", content, segment.filename, media_type))
                elif isinstance(event, bytes | bytearray):
                    pieces.append(bytes(event))
                else:
                    segment, pieces = event, []
    except ParserLimitReached as error:
        if len(parts) == max_parts:
            raise TooManyPartsError(f"it has more than {max_parts:,} parts") from error
        raise FormError(f"it is not a multipart form: {error}") from error
    except MultipartError as error:
        raise FormError(f"it is not a multipart form: {error}") from error
    return parts


def write_parts(parts: Iterable[Part], boundary: str) -> bytes:
    """Write parts as a multipart form, as browsers do."""
    pieces: list[bytes] = []
    for part in parts:
        head = f"Content-Disposition: form-data; name={content_disposition_quote(part.name)}"
        if part.filename is not None:
            head += f"; filename={content_disposition_quote(part.filename)}"
        if part.media_type:
            head += f"\r\nContent-Type: {part.media_type}"
        pieces += [f"--{boundary}\r\n{head}\r\n\r\n".encode(), part.content, b"\r\n"]
    return b"".join([*pieces, f"--{boundary}--\r\n".encode()])


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a body: its text without the line end, and the offsets of both of its ends."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class TextField:
    """A header field of a part, and the offset of its value."""

    name: str
    value: str
    start: int


@dataclass(slots=True)
class TextPart:
    """A part of a multipart body.

    Attributes:
        delimiter: The line that begins it.
        fields: Its header fields.
        start: The offset of its content.
        end: The offset after it.
    """

    delimiter: Line
    fields: list[TextField] = field(default_factory=list)
    start: int = 0
    end: int = 0

    def header(self, name: str) -> TextField | None:
        """Return the first header field of a name, whatever its case."""
        wanted = name.lower()
        return next((each for each in self.fields if each.name.lower() == wanted), None)

    @property
    def media_type(self) -> str:
        """The media type of its content; empty where it is not stated."""
        found = self.header("Content-Type")
        return found.value if found else ""

    def disposition(self, parameter: str) -> str | None:
        """Return a parameter of its `Content-Disposition`, such as `name` (RFC 7578, 4.2)."""
        found = self.header("Content-Disposition")
        return parameters(found.value).get(parameter) if found else None


class BrokenMultipartError(ValueError):
    """A text that is not a multipart body.

    Attributes:
        start: The offset of the offending text.
        end: The offset after it.
        problem: The text that is there.
        expected: What is expected there.
    """

    def __init__(self, line: Line, problem: str, expected: str) -> None:
        super().__init__(f"there is {problem}; expected is {expected}")
        self.start, self.end = line.start, line.end
        self.problem, self.expected = problem, expected


def split_parts(text: str, boundary: str) -> list[TextPart]:
    """Split a multipart body into its parts.

    Args:
        text: The body, with LF as line ends.
        boundary: The parameter `boundary` of its media type.

    Raises:
        BrokenMultipartError: It is not a multipart body.
    """
    return _Splitter(text, boundary).parts()


def lines_of(text: str) -> Iterator[Line]:
    """Yield the lines of a body."""
    start = 0
    for line in text.split("\n"):
        yield Line(line, start, start + len(line))
        start += len(line) + 1


class _Splitter:
    """A parser that goes through the lines of one body."""

    def __init__(self, text: str, boundary: str) -> None:
        lines = [*lines_of(text)]
        # Blank lines at the end come from the fence of the page, and are not part of the body.
        while lines and not lines[-1].text.strip():
            lines.pop()
        self._lines = lines
        self._next = 0
        self._delimiter = f"--{boundary}"
        self._end = f"--{boundary}--"

    def parts(self) -> list[TextPart]:
        found: list[TextPart] = []
        while not self._lines[self._next].text.strip():
            self._next += 1
        first = line = self._take()
        if not self._is_delimiter(first):
            raise self._broken(first, self._delimiter)
        while line.text != self._end:
            part = TextPart(line)
            self._read_head(part)
            line = self._read_content(part)
            found.append(part)
        if self._next < len(self._lines):
            behind = next(each for each in self._lines[self._next :] if each.text.strip())
            raise self._broken(behind, f"nothing after `{self._end}`", code=False)
        return found

    def _take(self) -> Line:
        line = self._lines[self._next]
        self._next += 1
        return line

    def _is_delimiter(self, line: Line) -> bool:
        """Tell whether a line is a delimiter; raise an error for one that nearly is."""
        text = line.text
        if text in (self._delimiter, self._end):
            return True
        if text.startswith(self._delimiter):
            is_end = text.rstrip("- \t") == self._delimiter and "-" in text[len(self._delimiter) :]
            raise self._broken(line, self._end if is_end else self._delimiter)
        return False

    def _read_head(self, part: TextPart) -> None:
        while self._next < len(self._lines):
            line = self._take()
            if not line.text:
                return
            if self._is_delimiter(line):
                raise self._broken(line, "an empty line, which ends the header fields", code=False)
            match = FIELD_LINE.fullmatch(line.text)
            if match:
                value = match["value"].rstrip(" \t")
                start = line.start + match.start("value")
                part.fields.append(TextField(match["name"], value, start))
            elif not (part.fields and line.text[0] in " \t"):
                raise self._broken(line, "a header field of the part, or an empty line", code=False)
        raise self._broken(part.delimiter, self._end)

    def _read_content(self, part: TextPart) -> Line:
        """Read the content of a part; return the delimiter after it."""
        first = self._next
        while self._next < len(self._lines):
            line = self._take()
            if self._is_delimiter(line):
                if self._next - 1 == first:
                    # The line end before a delimiter is a part of it (RFC 2046, 5.1.1), so a part
                    # needs a line of content, which may be empty.
                    raise self._broken(line, "a line with the content of the part", code=False)
                part.start, part.end = self._lines[first].start, line.start - 1
                return line
            if line.text.startswith("--") and self._is_followed_by_field():
                raise self._broken(line, self._delimiter)
        last = self._lines[-1]
        if last.text.startswith("--") and last.text.endswith("--"):
            raise self._broken(last, self._end)
        raise BrokenMultipartError(last, f"`{_short(last.text)}` at the end", f"`{self._end}`")

    def _is_followed_by_field(self) -> bool:
        """Tell whether a header field follows, so that the line before is meant as a delimiter."""
        following = self._lines[self._next].text if self._next < len(self._lines) else ""
        return _HEAD.match(following) is not None

    def _broken(self, line: Line, expected: str, *, code: bool = True) -> BrokenMultipartError:
        expected = f"`{expected}`" if code else expected
        return BrokenMultipartError(line, f"`{_short(line.text)}`", expected)


def _short(text: str) -> str:
    return text if len(text) <= 40 else f"{text[:39]}\u2026"
