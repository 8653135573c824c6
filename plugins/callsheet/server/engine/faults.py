"""Latency and faults that whoever runs the server asks for, by operation."""

import random
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fnmatch import fnmatchcase

from callsheet import lazy_re as re
from callsheet.errors import ConfigurationError
from callsheet.server.http.problems import Problem

_SECONDS = {"ms": 0.001, "s": 1.0}
_LATENCY = re.compile(
    r"(?:(?P<uid>[^=]+)=)?(?P<mean>\d{1,6}(?:\.\d{1,6})?)(?P<unit>ms|s)"
    r"(?:(?:±|\+-)(?P<spread>\d{1,6}(?:\.\d{1,6})?)(?P<spread_unit>ms|s)?)?"
)
_FAULT = re.compile(
    r"(?:(?P<uid>[^=]+)=)?(?P<kind>drop|[45]\d\d)(?:@(?P<percent>\d{1,3}(?:\.\d{1,4})?)%)?"
)
_DROP = "drop"


class DroppedConnectionError(Exception):
    """Raised where the connection is to be closed without a response."""


@dataclass(frozen=True, slots=True)
class Latency:
    """A delay of responses.

    Attributes:
        uid: The operations that it applies to; a pattern as of a shell.
        mean: The delay in seconds.
        spread: How much the delay may differ from that, in seconds.
    """

    uid: str
    mean: float
    spread: float = 0

    @classmethod
    def read(cls, text: str) -> "Latency":
        """Parse an option such as `200ms±50`, or `UID=2s`.

        Raises:
            ConfigurationError: It is not understood.
        """
        found = _LATENCY.fullmatch(text.strip())
        if found is None:
            raise ConfigurationError(
                f"`{text}` is not a latency; write one such as `200ms`, `200ms±50` or `UID=2s`."
            )
        unit = found["unit"]
        spread = float(found["spread"] or 0) * _SECONDS[found["spread_unit"] or unit]
        return cls(found["uid"] or "*", float(found["mean"]) * _SECONDS[unit], spread)


@dataclass(frozen=True, slots=True)
class PlannedFault:
    """A failure in the place of an answer.

    Attributes:
        uid: The operations that it applies to; a pattern as of a shell.
        status: The status of the refusal; None where the connection is closed instead.
        rate: The part of requests that fail, from 0 to 1.
    """

    uid: str
    status: int | None
    rate: float = 1

    @classmethod
    def read(cls, text: str) -> "PlannedFault":
        """Parse an option such as `drop`, `503@10%`, or `UID=503`.

        Raises:
            ConfigurationError: It is not understood.
        """
        found = _FAULT.fullmatch(text.strip())
        rate = float(found["percent"] or 100) / 100 if found else 2
        if found is None or rate > 1:
            raise ConfigurationError(
                f"`{text}` is not a fault; write one such as `drop`, `503@10%` or `UID=drop@5%`."
            )
        status = None if found["kind"] == _DROP else int(found["kind"])
        return cls(found["uid"] or "*", status, rate)


class Disturbances:
    """The latencies and faults of a server.

    Args:
        latencies: The latencies; of those that apply to an operation, the last one counts.
        faults: The faults, which are tried in their order.
        uids: The uids of all operations.

    Raises:
        ConfigurationError: A latency or a fault applies to no operation.
    """

    def __init__(
        self, latencies: Sequence[Latency], faults: Sequence[PlannedFault], uids: Iterable[str]
    ) -> None:
        self._latencies = latencies
        self._faults = faults
        # Chance, not secrets.
        self._random = random.Random()  # noqa: S311
        known = list(uids)
        for pattern in (*(rule.uid for rule in latencies), *(rule.uid for rule in faults)):
            if pattern != "*" and not any(fnmatchcase(uid, pattern) for uid in known):
                raise ConfigurationError(f"No operation has the uid `{pattern}`.")

    def __bool__(self) -> bool:
        return bool(self._latencies or self._faults)

    def strike(self, uid: str) -> None:
        """Fail in the place of an operation, where a fault applies to it by chance.

        Raises:
            Problem: The status of the fault.
            DroppedConnectionError: The connection is to be closed.
        """
        for fault in self._faults:
            if fnmatchcase(uid, fault.uid) and self._random.random() < fault.rate:
                if fault.status is None:
                    raise DroppedConnectionError
                detail = "The server was started with `--fault`; nothing was changed."
                raise Problem(fault.status, detail, wanted=True)

    def delay(self, uid: str) -> float:
        """Return how many seconds the response of an operation waits."""
        for latency in reversed(self._latencies):
            if fnmatchcase(uid, latency.uid):
                spread = self._random.uniform(-latency.spread, latency.spread)
                return max(latency.mean + spread, 0)
        return 0
