"""Which answer a client prefers, by the header field `Prefer` (RFC 7240) or as it asks Prism."""

from collections.abc import Mapping
from dataclasses import dataclass

from callsheet import lazy_re as re
from callsheet.server.http.messages import HttpRequest
from callsheet.server.http.problems import Problem

# Each alternative begins with another character, so nothing is read twice.
_PIECE = re.compile(r'"(?:[^"\\]|\\.)*+"?|[^",;]++|[,;]', re.DOTALL)
_ESCAPED = re.compile(r"\\(.)", re.DOTALL)
_OF_PRISM = {"__code", "__example", "__dynamic"}
_CODE = re.compile(r"[2-5][0-9][0-9]")
_STRICT = (
    ("code", _CODE, "a status from 200 to 599"),
    ("dynamic", re.compile("true|false"), "`true` or `false`"),
)
_SECONDS = re.compile(r"[0-9]{1,6}(\.[0-9]{1,6})?")


@dataclass(frozen=True, slots=True)
class Preferences:
    """The preferences that the server knows; any other is ignored (RFC 7240, 2).

    Attributes:
        code: The status to answer with.
        example: Which of the page's sample responses to answer with: its number, from 1.
        dynamic: Whether to make a value up instead of repeating the page's example.
        wait: How many seconds the response waits.
        callback: The documented callback to send after the response.
        documented: Whether what no page documents is not there (404).
    """

    code: int | None = None
    example: str | None = None
    dynamic: bool = False
    wait: float = 0
    callback: str | None = None
    documented: bool = False

    @classmethod
    def read(cls, field: str | None) -> "Preferences":
        """Read a `Prefer` field; of a duplicate preference, the first counts."""
        if not field:
            return cls()  # As with nearly all requests.
        found: dict[str, str] = {}
        for text in _preferences(field):
            name, _, value = text.partition("=")
            found.setdefault(name.strip().lower(), _unquoted(value.strip()))
        return cls._of(found)

    @classmethod
    def of(cls, request: HttpRequest) -> "Preferences":
        """Read the preferences of a request: its `Prefer` field, else its query.

        The parameters `__code`, `__example` and `__dynamic` are those of Prism, whose clients need
        not be changed. It has nothing but what is documented.

        Raises:
            Problem: 422 for a parameter with another value than its own.
        """
        field = request.headers.get("Prefer")
        if field or "__" not in request.query:
            return cls.read(field)
        found = {n.removeprefix("__"): v for n, v in request.parameters if n in _OF_PRISM}
        for name, values, expected in _STRICT:
            if name in found and not values.fullmatch(found[name]):
                raise Problem(422, f"`__{name}` is {expected}.")
        return cls._of(found, documented=True) if found else cls()

    @classmethod
    def _of(cls, found: Mapping[str, str], *, documented: bool = False) -> "Preferences":
        code = found.get("code", "")
        return cls(
            code=int(code) if _CODE.fullmatch(code) else None,
            example=found.get("example"),
            dynamic=found.get("dynamic", "").lower() == "true",
            wait=float(wait) if _SECONDS.fullmatch(wait := found.get("wait", "")) else 0,
            callback=found.get("callback"),
            documented=documented,
        )


def _preferences(field: str) -> list[str]:
    """Yield the preferences of a field, each without its parameters."""
    found, is_parameter = [""], False
    for piece in _PIECE.findall(field):
        if piece == ",":
            found.append("")
            is_parameter = False
        elif piece == ";":
            is_parameter = True
        elif not is_parameter:
            found[-1] += piece
    return found


def _unquoted(value: str) -> str:
    """Return the text of a quoted string (RFC 9110, 5.6.4), or the token as it is."""
    if len(value) < 2 or not value.startswith('"') or not value.endswith('"'):
        return value
    return _ESCAPED.sub(r"\1", value[1:-1])
