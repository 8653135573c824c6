"""Parts of programs that languages share, and the layout of JSON values as literals."""

from __future__ import annotations

from collections.abc import Callable
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from callsheet import lazy_re as re
from callsheet.samples.assets import Asset
from callsheet.samples.languages.literals import LINE_LENGTH, least_width, width
from callsheet.samples.request.defaults import Json
from callsheet.samples.request.identifiers import Identifiers
from callsheet.samples.request.request import Request

INDENT = 2
_SHORT = {"\n": "\\n", "\r": "\\r", "\t": "\\t"}
_NAME = re.compile(r"[A-Za-z_$][A-Za-z0-9_$]*")


def json_string(text: str) -> str:
    """Write a JSON string (RFC 8259, 7); unprintable characters and lone surrogates are escaped."""
    escaped = text
    if "\\" in text or '"' in text:
        escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    if not escaped.isprintable():
        escaped = "".join(c if c.isprintable() else _escape(c) for c in escaped)
    return f'"{escaped}"'


def _escape(character: str) -> str:
    # In JSON, JavaScript and C#, an escape has 16 bits: UTF-16 has a pair for larger characters.
    units = character.encode("utf-16-be", "surrogatepass").hex()
    in_hexadecimal = "".join(f"\\u{units[n : n + 4]}" for n in range(0, len(units), 4))
    return _SHORT.get(character, in_hexadecimal)


def script_string(text: str) -> str:
    """Write a string of JavaScript that is safe in a `script` element, too."""
    return json_string(text).replace("</", "<\\/")


def script_key(name: str) -> str:
    """Write the name of a property in an object literal of JavaScript."""
    # As a plain name, quoted or not, it would set the object's prototype.
    if name == "__proto__":
        return '["__proto__"]'
    return name if _NAME.fullmatch(name) else script_string(name)


def no_file(asset: Asset) -> str:
    """Raise an error: the default where values have no files."""
    raise TypeError(f"{asset.name} cannot be written here")


@dataclass(frozen=True, slots=True)
class ValueLayout:
    """How a language writes values.

    Attributes:
        string: Writes a string.
        key: Writes the name of a property.
        file: Writes the expression for a file's content in base64.
        padding: The space inside the braces of an object on one line.
        comma: The comma after the last entry where each has a line.
    """

    string: Callable[[str], str] = json_string
    key: Callable[[str], str] = json_string
    file: Callable[[Asset], str] = no_file
    padding: str = ""
    comma: str = ""

    def layout(self, value: Json, *, indent: int = 0, before: int = 0, after: int = 0) -> str:
        """Lay out a value: on one line where it fits, else one entry a line.

        Args:
            value: The value.
            indent: The indentation of the line on which it begins, in columns.
            before: The columns before it on that line, indentation included.
            after: The columns after its end.
        """
        if not isinstance(value, list | dict) or not value:
            return self.flat(value)
        # For large values, the estimate spares a full layout that would not fit anyway.
        if before + least_width(value) + after <= LINE_LENGTH:
            line = self.flat(value)
            if before + width(line) + after <= LINE_LENGTH:
                return line
        inner = indent + INDENT
        if isinstance(value, dict):
            entries = [(f"{self.key(name)}: ", item) for name, item in value.items()]
        else:
            entries = [("", item) for item in value]
        lines = [
            " " * inner + key + self.layout(v, indent=inner, before=inner + width(key), after=1)
            for key, v in entries
        ]
        opening, closing = "{}" if isinstance(value, dict) else "[]"
        body = ",\n".join(lines) + self.comma
        return f"{opening}\n{body}\n{' ' * indent}{closing}"

    def flat(self, value: Json) -> str:
        """Lay out a value on one line, however long."""
        if isinstance(value, str):
            return self.string(value)
        if isinstance(value, Asset):
            return self.file(value)
        if isinstance(value, list):
            return "[" + ", ".join(map(self.flat, value)) + "]"
        if isinstance(value, dict):
            entries = ", ".join([f"{self.key(k)}: {self.flat(v)}" for k, v in value.items()])
            return f"{{{self.padding}{entries}{self.padding}}}" if entries else "{}"
        if value is None:
            return "null"
        return str(value).lower() if isinstance(value, bool) else repr(value)


class SampleProgram:
    """The parts that programs of one request share.

    Attributes:
        request: The request.
        access: Its credentials.
        names: The variables for the values of its path, by name.
        files: The variables for the files that it sends, by name.
        secrets: The variables for its secrets.
        before: Statements that must come before the request.
    """

    def __init__(
        self, request: Request, reserved: AbstractSet[str], what: str = "", *, camel: bool = True
    ) -> None:
        """Name the variables.

        Args:
            request: The request.
            reserved: The names that variables cannot have.
            what: The suffix of the variables for files.
            camel: Whether to write `personId` instead of `person_id`.
        """
        self.request = request
        self.access = request.access
        identifiers = Identifiers(reserved, camel=camel)
        self.names = request.names(identifiers)
        self.files = request.file_names(identifiers, what)
        self.secrets = self.access.names(identifiers)
        self.before: list[str] = []


def joined(*blocks: str) -> str:
    """Return the text of a program: its blocks, separated by blank lines."""
    return "\n\n".join(block for block in blocks if block) + "\n"
