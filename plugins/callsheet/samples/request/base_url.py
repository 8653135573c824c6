"""The server that a program talks to: its address, and the variable that names another one."""

from __future__ import annotations

from dataclasses import dataclass

from callsheet import lazy_re as re
from callsheet.model import Operation
from callsheet.reference import BASE_URL_VARIABLE, DEFAULT_BASE_URL

FOREIGN_VARIABLE = "BASE_URL"
"""The environment variable of programs for a server of which only the address is known."""

_ADDRESS = re.compile(r"https?://[A-Za-z0-9._~:/@%+\[\]-]+")
"""An address that every language can write as it is, and that has no variables of its own."""

_VARIABLE = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")
_OF_ADDRESS = re.compile(r"(?:^|_)(?:BASE_)?UR[IL]$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class BaseUrl:
    """Where programs send their requests.

    Attributes:
        variable: The environment variable that names the server.
        default: The address where it is not set.
    """

    variable: str = BASE_URL_VARIABLE
    default: str = DEFAULT_BASE_URL

    @property
    def is_reference(self) -> bool:
        """Whether this is the address of the reference server."""
        return _is_reference(self.default)

    @property
    def prefix(self) -> str:
        """The prefix of all other environment variables: `ACME_` for `ACME_URL`."""
        stem = _OF_ADDRESS.sub("", self.variable)
        return f"{stem}_" if stem else ""


REFERENCE = BaseUrl()
"""The address of the reference server on the reader's machine."""


def is_address(text: str) -> bool:
    """Tell whether every language can send requests to an address as it is written."""
    return _ADDRESS.fullmatch(text) is not None


def is_variable(text: str) -> bool:
    """Tell whether a text can be the name of an environment variable in every shell."""
    return _VARIABLE.fullmatch(text) is not None


def base_url_of(operation: Operation, *chosen: BaseUrlChoice | None) -> BaseUrl:
    """Return where an operation's programs send their requests.

    Args:
        operation: The operation, whose page may name servers.
        chosen: The authors' choices, None where there is none: for the page, then for the site.
    """
    if not operation.servers and not any(chosen):
        return REFERENCE
    page, *others = (choice or NO_CHOICE for choice in chosen)
    # Programs send the route of the page, which has another beginning on some servers.
    servers = (s.url for s in operation.servers if not s.replaces)
    served = next((url.rstrip("/") for url in servers if is_address(url)), "")
    addresses = (page.default, served, *(choice.default for choice in others))
    variables = [choice.variable for choice in (page, *others) if choice.variable]
    default = next(filter(None, addresses), DEFAULT_BASE_URL)
    usual = BASE_URL_VARIABLE if _is_reference(default) else FOREIGN_VARIABLE
    return BaseUrl(variables[0] if variables else usual, default)


def _is_reference(address: str) -> bool:
    """Tell whether an address is that of the reference server, or of a collection on it."""
    return address == DEFAULT_BASE_URL or address.startswith(f"{DEFAULT_BASE_URL}/")


@dataclass(frozen=True, slots=True)
class BaseUrlChoice:
    """An author's choice of variable and address; an empty one falls back to the default."""

    variable: str = ""
    default: str = ""


NO_CHOICE = BaseUrlChoice()
