"""Why a sample sends what it sends."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any


class Origin(StrEnum):
    """Where a value comes from, the strongest first."""

    PAGE = "the page's front matter"
    SITE = "the site's configuration"
    EXAMPLE = "the page's example"
    SERVER = "the reference server's data"
    TYPE = "its type"


@dataclass(frozen=True, slots=True)
class Choice:
    """One value of a sample.

    Attributes:
        location: `path`, `query`, `header`, `credentials` or `body`.
        name: The parameter, the header field or the property; empty for a body as a whole.
        value: The value, for people.
        origin: Where it comes from.
        line: The line of the page that has it, or has a value that was not taken; 0 for none.
        fault: Why what stands in that line was not taken; empty where it was, or nothing was there.
    """

    location: str
    name: str
    value: str
    origin: Origin
    line: int = 0
    fault: str = ""


@dataclass(frozen=True, slots=True)
class Overrides:
    """Values that an author has chosen: `samples` in front matter or in the site's configuration.

    Attributes:
        path: Path parameters by name.
        query: Query parameters by name; null leaves one out.
        headers: Header fields by name; null leaves one out.
        credentials: User and password for Basic authentication.
        body: The JSON value to send, where the author has chosen one.
    """

    path: Mapping[str, Any] = field(default_factory=dict)
    query: Mapping[str, Any] = field(default_factory=dict)
    headers: Mapping[str, Any] = field(default_factory=dict)
    credentials: tuple[str, str] | None = None
    body: Any = None


NO_OVERRIDES = Overrides()


def read_overrides(written: Any) -> tuple[Overrides, tuple[str, ...]]:
    """Reads what an author has chosen.

    Args:
        written: The value of the key `samples`, as YAML gives it.

    Returns:
        What can be understood of it, and what is wrong with the rest, in sentences.
    """
    if written is None:
        return NO_OVERRIDES, ()
    if not isinstance(written, Mapping):
        return NO_OVERRIDES, ("`samples` is no mapping of `path`, `query`, `headers` and so on.",)
    faults = [
        f"`samples` has no `{name}`; it has path, query, headers, credentials and body."
        for name in written
        if name not in {"path", "query", "headers", "credentials", "body"}
    ]
    mappings = {name: _mapping(written, name, faults) for name in ("path", "query", "headers")}
    credentials = _credentials(written.get("credentials"), faults)
    return Overrides(**mappings, credentials=credentials, body=written.get("body")), tuple(faults)


def _mapping(written: Mapping[Any, Any], name: str, faults: list[str]) -> dict[str, Any]:
    value = written.get(name)
    if value is None:
        return {}
    scalars = str | int | float | bool | None
    if isinstance(value, Mapping) and all(isinstance(item, scalars) for item in value.values()):
        return {str(key): item for key, item in value.items()}
    faults.append(f"`samples: {name}` is no mapping of names to single values.")
    return {}


def _credentials(value: Any, faults: list[str]) -> tuple[str, str] | None:
    if value is None:
        return None
    if isinstance(value, Mapping) and set(value) == {"user", "password"}:
        user, password = str(value["user"]), str(value["password"])
        # RFC 7617, 2: the user has no colon; and clients disagree on the bytes beyond ASCII.
        if ":" not in user and (user + password).isascii() and (user + password).isprintable():
            return user, password
    faults.append("`samples: credentials` is no mapping of `user` and `password` in ASCII.")
    return None
