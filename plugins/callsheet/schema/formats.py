"""Validation of types, and of formats of texts and numbers.

An unknown format allows everything, as JSON Schema demands (Validation, 7.2.3).
"""

import base64
import binascii
import ipaddress
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import Any

from callsheet import lazy_re as re
from callsheet.schema.regex.patterns import MAX_PATTERN, parsed

_NAMES = {dict: "object", list: "array", str: "string", bool: "boolean", type(None): "null"}
INTEGER_BITS: Mapping[str, int] = {"int32": 31, "int64": 63}
"""The formats of bounded integers, and the bits of their largest value."""

_DATE_TIME = re.compile(
    r"(?P<date>\d{4}-\d\d-\d\d)[Tt](?P<time>\d\d:\d\d:\d\d)(?P<fraction>\.\d+)?"
    r"(?P<zone>[Zz]|[+-]\d\d:\d\d)?",
    re.ASCII,
)
_TIME = re.compile(r"(\d\d):(\d\d):(\d\d)(\.\d+)?([Zz]|[+-](\d\d):(\d\d))", re.ASCII)
# Most pages have no values of these formats, so `re` compiles them on first use.
_DURATION = (
    r"(?a)P(?:\d+W|(?=\d|T\d)(?:\d+Y)?(?:\d+M)?(?:\d+D)?(?:T(?=\d)(?:\d+H)?(?:\d+M)?(?:\d+S)?)?)"
)
_UUID = r"(?ia)[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}"
_LABEL = r"(?ia)[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?"
_LOCAL_PART = r"(?ia)[a-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*"
# A URI reference (RFC 3986, appendix B), limited to the allowed characters.
_URI = (
    r"(?ia)(?P<scheme>[a-z][a-z0-9+.-]*+:)?+"
    r"(?://(?P<authority>[a-z0-9._~!$&'()*+,;=:@%\[\]-]*+))?+"
    r"(?P<path>[a-z0-9._~!$&'()*+,;=:@/%-]*+)"
    r"(?:\?[a-z0-9._~!$&'()*+,;=:@/?%-]*+)?+(?:#[a-z0-9._~!$&'()*+,;=:@/?%-]*+)?+"
)
_BAD_ESCAPE = r"(?i)%(?![0-9a-f]{2})"


def type_of(value: Any) -> str | None:
    """Return the type of a value; None for numbers, which may be of two."""
    return _NAMES.get(type(value))


def is_of_type(value: Any, types: Iterable[str]) -> bool:
    """Tell whether a value is of one of these types (Validation, 6.1.1)."""
    name = _NAMES.get(type(value))
    if name is not None:
        return name in types
    if isinstance(value, int):
        return "integer" in types or "number" in types
    return "number" in types or (
        "integer" in types and isinstance(value, float) and value.is_integer()
    )


def is_date_time(text: str, *, local: bool = False) -> bool:
    """Return whether a text is a date-time of RFC 3339, 5.6.

    Args:
        text: The text.
        local: Whether the offset may be missing, as on real pages.
    """
    match = _DATE_TIME.fullmatch(text)
    if match is None or not (local or match["zone"]):
        return False
    zone = match["zone"] or "Z"
    return _is_date(match["date"]) and _is_time(f"{match['time']}{zone}")


def is_base64(text: str) -> bool:
    """Return whether a text is base64 (RFC 4648, 4)."""
    try:
        base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError):
        return False
    return True


def _is_date(text: str) -> bool:
    if len(text) != 10 or not text.isascii():
        return False
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def _is_time(text: str) -> bool:
    match = _TIME.fullmatch(text)
    if match is None:
        return False
    hour, minute, second = (int(match[number]) for number in (1, 2, 3))
    offset = (int(match[6]), int(match[7])) if match[6] else (0, 0)
    if hour > 23 or minute > 59 or offset[0] > 23 or offset[1] > 59 or second > 60:
        return False
    if second < 60:
        return True
    # A leap second is one minute before midnight in UTC.
    sign = -1 if match[5].startswith("+") else 1
    return (hour * 60 + minute + sign * (offset[0] * 60 + offset[1])) % 1440 == 1439


def _is_hostname(text: str) -> bool:
    return len(text) <= 253 and all(re.fullmatch(_LABEL, label) for label in text.split("."))


def _is_email(text: str) -> bool:
    local, at, host = text.rpartition("@")
    if not at:
        return False
    quoted = len(local) > 2 and local[0] == local[-1] == '"'
    if host.startswith("[") and host.endswith("]"):
        address = host[1:-1]
        known = _is_ipv6(address[5:]) if address[:5].lower() == "ipv6:" else _is_ipv4(address)
    else:
        known = _is_hostname(host)
    return known and bool(quoted or re.fullmatch(_LOCAL_PART, local))


def _is_ipv4(text: str) -> bool:
    try:
        ipaddress.IPv4Address(text)
    except ValueError:
        return False
    return text.isascii()


def _is_ipv6(text: str) -> bool:
    try:
        ipaddress.IPv6Address(text)
    except ValueError:
        return False
    return text.isascii() and "%" not in text


def is_uri_reference(text: str) -> bool:
    """Return whether a text is a URI or a relative reference (RFC 3986, 4.1)."""
    match = re.fullmatch(_URI, text)
    if match is None or re.search(_BAD_ESCAPE, text):
        return False
    authority = match["authority"] or ""
    host = authority.rpartition("@")[2]
    if "[" in authority or "]" in authority:
        name, bracket, port = host.partition("]")
        if not (bracket and name.startswith("[") and _is_ipv6(name[1:]) and port[:1] in ("", ":")):
            return False
    elif ":" in host and not (port := host.rpartition(":")[2]).isdigit() and port:
        return False
    # A colon in the first segment would make that a scheme.
    return bool(match["scheme"]) or ":" not in match["path"].partition("/")[0]


def _is_uri(text: str) -> bool:
    return is_uri_reference(text) and bool(re.fullmatch(_URI, text)["scheme"])  # type: ignore[index]


def _is_json_pointer(text: str) -> bool:
    return not text or (text.startswith("/") and not re.search(r"~(?![01])", text))


def _is_regex(text: str) -> bool:
    if len(text) > MAX_PATTERN:
        return True  # To parse it would take too long.
    return parsed(text) is not None and "\\Z" not in text and "\\a" not in text


TEXT_FORMATS: Mapping[str, Callable[[str], bool]] = {
    "base64": is_base64,
    "byte": is_base64,
    "date": _is_date,
    "date-time": is_date_time,
    "duration": lambda text: re.fullmatch(_DURATION, text) is not None,
    "email": _is_email,
    "hostname": _is_hostname,
    "ipv4": _is_ipv4,
    "ipv6": _is_ipv6,
    "json-pointer": _is_json_pointer,
    "regex": _is_regex,
    "time": _is_time,
    "uri": _is_uri,
    "uri-reference": is_uri_reference,
    "uuid": lambda text: re.fullmatch(_UUID, text) is not None,
}
"""The predicates of the formats of texts."""


def is_of_format(value: Any, name: str, *, local_times: bool = False) -> bool:
    """Tell whether a value is of a format; formats of other types do not apply to it.

    Args:
        value: As the `json` module reads it.
        name: The format.
        local_times: Whether a date-time may lack its offset.
    """
    if isinstance(value, str):
        if name == "date-time":
            return is_date_time(value, local=local_times)
        check = TEXT_FORMATS.get(name)
        return check is None or check(value)
    if name in INTEGER_BITS and isinstance(value, int | float) and not isinstance(value, bool):
        return _is_of_bits(value, INTEGER_BITS[name])
    return True


def _is_of_bits(value: float, bits: int) -> bool:
    bound: int = 2**bits
    return -bound <= value < bound
