"""The values that authors choose for samples, and the reasons for all values of a sample."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Any, Self

from callsheet.records import record
from callsheet.reference import DEFAULT_BASE_URL
from callsheet.samples.request.base_url import BaseUrlChoice, is_address, is_variable

_KEYS = ("path", "query", "headers", "cookies", "credentials", "body", "base_url")


class Origin(StrEnum):
    """Where a value comes from, the strongest first."""

    PAGE = "the page's front matter"
    SITE = "the site's configuration"
    EXAMPLE = "the page's example"
    SERVER = "the reference server's data"
    CELL = "the cell `Example` of its row"
    DEFAULT = "its default"
    LISTED = "the media types that the page lists"
    TYPE = "its type"


@record()
class Choice:
    """One value of a sample, and the reason for it.

    Attributes:
        location: `path`, `query`, `header`, `cookie`, `credentials` or `body`.
        name: The parameter, the header field or the property; empty for a body as a whole.
        value: The value, for people.
        origin: Where it comes from.
        line: The line of the page with the value, or with one that was rejected; 0 for none.
        fault: Why the value in that line was rejected; empty where none was.
    """

    location: str
    name: str
    value: str
    origin: Origin
    line: int = 0
    fault: str = ""


@dataclass(frozen=True, slots=True)
class Overrides:
    """An author's choices: `samples` in front matter or in the site's configuration.

    Attributes:
        path: Path parameters by name.
        query: Query parameters by name, each with a value or a list of values; null leaves one out.
        headers: Header fields by name; null leaves one out.
        cookies: Cookies by name; null leaves one out.
        credentials: User and password for Basic authentication.
        body: The JSON value to send, if the author has chosen one.
        base_url: The server: the environment variable that names it, and its default address.
    """

    path: Mapping[str, Any] = field(default_factory=dict)
    query: Mapping[str, Any] = field(default_factory=dict)
    headers: Mapping[str, Any] = field(default_factory=dict)
    cookies: Mapping[str, Any] = field(default_factory=dict)
    credentials: tuple[str, str] | None = None
    body: Any = None
    base_url: BaseUrlChoice | None = None

    def below(self, base_path: str) -> Self:
        """Return them for a reference server that has the routes below a path: `/v2`.

        An address that the author has chosen stays as it is.
        """
        chosen = self.base_url or BaseUrlChoice()
        if not base_path or chosen.default:
            return self
        return replace(self, base_url=replace(chosen, default=f"{DEFAULT_BASE_URL}{base_path}"))


NO_OVERRIDES = Overrides()


def read_overrides(written: Any) -> tuple[Overrides, tuple[str, ...]]:
    """Read an author's choices.

    Args:
        written: The value of the key `samples`, as YAML gives it.

    Returns:
        The valid choices, and what is wrong with the others, in sentences.
    """
    if written is None:
        return NO_OVERRIDES, ()
    if not isinstance(written, Mapping):
        return NO_OVERRIDES, (
            "`samples` is not a mapping of `path`, `query`, `headers` and so on.",
        )
    faults = [
        f"`samples` has no `{name}`; it has {', '.join(_KEYS[:-1])} and {_KEYS[-1]}."
        for name in written
        if name not in _KEYS
    ]
    mappings = {name: _mapping(written, name, faults) for name in _KEYS[:4]}
    credentials = _credentials(written.get("credentials"), faults)
    base_url = _base_url(written.get("base_url"), faults)
    overrides = Overrides(
        **mappings, credentials=credentials, body=written.get("body"), base_url=base_url
    )
    return overrides, tuple(faults)


def _base_url(value: Any, faults: list[str]) -> BaseUrlChoice | None:
    if value is None:
        return None
    named = {"default": value} if isinstance(value, str) else value
    if isinstance(named, Mapping) and named.keys() <= {"variable", "default"}:
        variable, default = named.get("variable") or "", named.get("default") or ""
        if isinstance(variable, str) and isinstance(default, str):
            default = default.rstrip("/")
            if (not variable or is_variable(variable)) and (not default or is_address(default)):
                return BaseUrlChoice(variable, default)
    faults.append(
        "`samples: base_url` is not an address such as https://api.example.com, nor a mapping of"
        " `variable`, such as ACME_URL, and `default`, such an address."
    )
    return None


def _mapping(written: Mapping[Any, Any], name: str, faults: list[str]) -> dict[str, Any]:
    value = written.get(name)
    if value is None:
        return {}
    if isinstance(value, Mapping) and all(_may_be(item, name) for item in value.values()):
        return {str(key): item for key, item in value.items()}
    values = "values or lists of values" if name == "query" else "single values"
    faults.append(f"`samples: {name}` is not a mapping of names to {values}.")
    return {}


def _may_be(value: Any, name: str) -> bool:
    if name == "query" and isinstance(value, list):
        return all(item is not None and _may_be(item, "") for item in value)
    return isinstance(value, str | int | float | None)


def _credentials(value: Any, faults: list[str]) -> tuple[str, str] | None:
    if value is None:
        return None
    if isinstance(value, Mapping) and set(value) == {"user", "password"}:
        user, password = str(value["user"]), str(value["password"])
        # RFC 7617, 2: a user has no colon; and clients disagree on how to encode what is not ASCII.
        if ":" not in user and (user + password).isascii() and (user + password).isprintable():
            return user, password
    faults.append("`samples: credentials` is not a mapping of `user` and `password` in ASCII.")
    return None
