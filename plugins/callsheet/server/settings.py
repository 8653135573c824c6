"""What whoever runs the server chooses of its behaviour."""

from __future__ import annotations

from dataclasses import dataclass

from callsheet.server.engine.faults import Latency, PlannedFault


@dataclass(frozen=True, slots=True)
class Settings:
    """The choices of whoever runs a server, which differ from what most servers do.

    Attributes:
        latencies: How long responses wait.
        faults: What fails.
        shows_details: Whether `/-/requests` shows the query, header fields and bodies of the
            requests of everybody's workspace, too.
    """

    latencies: tuple[Latency, ...] = ()
    faults: tuple[PlannedFault, ...] = ()
    shows_details: bool = False
