"""Limits on the resources that a client may use."""

from collections.abc import Iterable
from dataclasses import dataclass, fields, replace
from typing import Any

from callsheet.errors import ConfigurationError

KIB = 1024
MIB = 1024 * KIB
_UNITS = {"": 1, "KiB": KIB, "MiB": MIB, "GiB": 1024 * MIB}


@dataclass(frozen=True, slots=True)
class Limits:
    """Limits on resources; `callsheet serve --limit NAME=VALUE` sets each of them.

    The last word of a name is its unit: bytes, seconds, or what is counted.

    Attributes:
        body_bytes: Size of a request body, with or without its content coding; a larger one is
            answered with 413.
        body_values: Number of values in a body that is read as values; see `weighing`. More are
            answered with 413.
        body_parts: Number of parts in a multipart body, and of members in one that is compressed by
            gzip; more are answered with 413.
        body_depth: How deep the values of a body may be nested; deeper ones are malformed.
        body_seconds: Time for a body to arrive; a slower one is answered with 408.
        head_bytes: Size of a request's head, and of its trailers or a chunk's extensions; larger
            ones are answered with 431, or with 414 where the target is most of a head.
        query_pairs: Number of parameters in a query; more are answered with 414.
        cookie_pairs: Number of cookies; more are answered with 431.
        idle_seconds: Time that a connection may go without a whole request before it is closed.
        farewell_seconds: Time that a server which ends waits for the requests it is answering.
        image_side_pixels: Width and height of an image, as it is sent and as it is asked for.
        image_pixels: The product of both.
        image_seconds: Processor time for decoding and converting an image.
        image_memory_bytes: Memory of the process that does that.
        member_bytes: Size of what is stored of a member of a collection, as JSON; a larger one is
            answered with 507.
        list_bytes: Size of the members that a list is made of; a longer list is refused.
        workspace_bytes: Size of what a workspace holds beyond what it began with; more is answered
            with 507.
        workspaces: How many workspaces were written to and are kept; a new one takes the place of
            one that is not used.
        workspace_seconds: Time after which a workspace that is not used is forgotten.
        workspace_idle_seconds: Time for which a workspace is safe from new ones after it was used;
            where all are, a new one is answered with 429.
        new_workspaces: How many workspaces may begin in a minute; more are answered with 429.
        sessions: How many sessions a workspace has; a new one ends the oldest.
        session_seconds: Time after which a session ends.
        patch_operations: How many operations a JSON Patch may have.
        wait_seconds: How long a response waits at most because its client prefers that.
        waiting: How many responses wait at a time because their clients prefer that; further ones
            are sent at once.
        callback_seconds: Time for sending a callback and getting the status of its response.
        callbacks: How many callbacks are sent at a time; further ones are not sent.
    """

    body_bytes: int = 32 * MIB
    body_values: int = 100_000
    body_parts: int = 1_000
    body_depth: int = 64
    body_seconds: float = 60
    head_bytes: int = 64 * KIB
    query_pairs: int = 1_000
    cookie_pairs: int = 200
    idle_seconds: float = 30
    farewell_seconds: float = 10
    image_side_pixels: int = 16_384
    image_pixels: int = 20_000_000
    image_seconds: float = 5
    image_memory_bytes: int = 512 * MIB
    member_bytes: int = 256 * KIB
    list_bytes: int = 4 * MIB
    workspace_bytes: int = 64 * MIB
    workspaces: int = 1000
    workspace_seconds: float = 24 * 60 * 60
    workspace_idle_seconds: float = 10 * 60
    new_workspaces: int = 600
    sessions: int = 100
    session_seconds: float = 8 * 60 * 60
    patch_operations: int = 1000
    wait_seconds: float = 30
    waiting: int = 100
    callback_seconds: float = 5
    callbacks: int = 10

    def changed(self, assignments: Iterable[str]) -> "Limits":
        """Return these limits with some of them set anew.

        Args:
            assignments: Texts such as `body-bytes=64MiB` and `idle-seconds=5`. Bytes may have
                the unit KiB, MiB or GiB.

        Raises:
            ConfigurationError: A name or a value is not understood.
        """
        changes: dict[str, Any] = {}
        for assignment in assignments:
            option, _, text = assignment.partition("=")
            name = option.strip().replace("-", "_")
            if name not in limit_names():
                known = ", ".join(field.replace("_", "-") for field in limit_names())
                raise ConfigurationError(f"There is no limit `{option}`; there are: {known}.")
            changes[name] = _number(name, text.strip())
        return replace(self, **changes)


SAMPLES_LIMITS = Limits(workspaces=1_000_000, new_workspaces=1_000_000)
"""The limits for running samples, each of which has a workspace of its own."""


def limit_names() -> list[str]:
    """Return the names of all limits, as they are written in Python."""
    return [field.name for field in fields(Limits)]


def _number(name: str, text: str) -> int | float:
    digits = text.rstrip("KMGiB") if name.endswith("_bytes") else text
    unit = _UNITS.get(text[len(digits) :])
    seconds = name.endswith("_seconds")
    try:
        number = float(digits) if seconds else int(digits)
    except ValueError:
        number = 0
    if unit is None or not 0 < number < float("inf"):
        kind = "seconds" if seconds else "a whole number"
        raise ConfigurationError(
            f"`{text}` is not a value for the limit `{name.replace('_', '-')}`: it takes {kind}"
            " above 0" + (", maybe with KiB, MiB or GiB." if name.endswith("_bytes") else ".")
        )
    return number * unit
