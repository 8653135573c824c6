"""Settings of the server."""

from dataclasses import dataclass, field

from callsheet.server.engine.faults import Latency, PlannedFault
from callsheet.server.http.outgoing import LOOPBACK_HOSTS
from callsheet.server.resources.initial_members import InitialMembers


@dataclass(frozen=True, slots=True)
class Settings:
    """The choices of whoever runs a server, which differ from what most servers do.

    Attributes:
        latencies: How long responses wait.
        faults: What fails.
        shows_details: Whether `/-/requests` shows the query, header fields and bodies of the
            requests of the shared workspace, too.
        initial: The members that collections begin with.
        watches: Whether changes of the pages are taken over while the server runs.
        logs_refusals: Whether each refusal is logged.
        any_credentials: Whether any well-formed credentials sign in, where a page asks for their
            scheme by its name; None: unless the pages show users or that key of their own.
        callback_hosts: The hosts that callbacks may be sent to, in lower case.
        on_loopback: Whether the server listens on loopback only, so that `/-/` answers only for
            the names of this machine.
    """

    latencies: tuple[Latency, ...] = ()
    faults: tuple[PlannedFault, ...] = ()
    shows_details: bool = False
    initial: InitialMembers = field(default_factory=InitialMembers)
    watches: bool = False
    logs_refusals: bool = False
    any_credentials: bool | None = None
    callback_hosts: tuple[str, ...] = LOOPBACK_HOSTS
    on_loopback: bool = False
