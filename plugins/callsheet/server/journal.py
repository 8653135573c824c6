"""The journal: the last requests, for the authors of the pages and for the access log."""

import json
from collections import OrderedDict, deque
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC
from typing import Any, Protocol

from callsheet.server.http.messages import HttpRequest, HttpResponse
from callsheet.server.http.outgoing import OutgoingRequest
from callsheet.server.http.problems import Problem

REMEMBERED = 100
"""How many requests of a workspace are remembered."""

OF_UNCHANGED = 10_000
"""How many requests are remembered of all workspaces together that were never written to. Their
names cost nothing: those that somebody makes up push out one another, and none that was changed."""

DETAIL_BYTES = 32 * 1024 * 1024
"""Size of what was sent and is remembered of all requests of a process."""

_MAX_TEXT = 500
_MAX_VIOLATIONS = 20


@dataclass(frozen=True, slots=True)
class HandledRequest:
    """A request that was answered or refused.

    Attributes:
        response: The answer.
        uid: The operation that was asked for, None where none matched.
        problem: Why it was refused, None where it was not.
        callback: What is to be sent after the answer, if anything.
        is_dropped: Whether the connection is to be closed without a response.
    """

    response: HttpResponse
    uid: str | None = None
    problem: Problem | None = None
    callback: OutgoingRequest | None = None
    is_dropped: bool = False


@dataclass(frozen=True, slots=True)
class JournalEntry:
    """A request and its verdict, without secrets; or a request that the server sent.

    Attributes:
        id: The request's id, which its answer carries, too.
        time: When it came, as a date-time of RFC 3339.
        method: Its method.
        path: Its path, as sent; of what the server sent, its address without the query.
        uid: The operation that it asked for, None where none matched.
        status: The status of the answer; 0 where the connection was closed without one.
        duration_ms: How long the answer took, in milliseconds.
        workspace: The digest of the workspace's name, empty for everybody's.
        problem: What was wrong with it.
        details: What was sent, as `/-/requests` shows it; empty where it is not recorded.
        callback: The name of the callback that it is, if it is one.
        webhook: The name of the webhook that it is, if it is one.
    """

    id: str
    time: str
    method: str
    path: str
    uid: str | None
    status: int
    duration_ms: float
    workspace: str
    problem: Problem | None = None
    details: Mapping[str, Any] = field(default_factory=dict)
    callback: str = ""
    webhook: str = ""

    @classmethod
    def of(
        cls,
        request: HttpRequest,
        outcome: HandledRequest,
        seconds: float,
        details: Mapping[str, Any],
    ) -> "JournalEntry":
        """Create the entry for a request that took so many seconds."""
        return cls(
            id=request.id,
            time=request.received.astimezone(UTC).isoformat(timespec="milliseconds"),
            method=request.method,
            path=request.path[:_MAX_TEXT],
            uid=outcome.uid,
            status=outcome.response.status,
            duration_ms=round(seconds * 1000, 3),
            workspace=request.workspace,
            problem=outcome.problem,
            details=details,
        )

    def as_dict(self) -> dict[str, Any]:
        """Return the members of the JSON object that `/-/requests` shows."""
        members: dict[str, Any] = {
            "id": self.id,
            "time": self.time,
            "method": self.method,
            "path": self.path,
            "uid": self.uid,
            "status": self.status,
            "duration_ms": self.duration_ms,
        }
        for key, name in (("callback", self.callback), ("webhook", self.webhook)):
            if name:
                members[key] = name
        if self.details:
            members["sent"] = self.details
        return {**members, **_verdict(self.problem)} if self.problem else members


class Journal(Protocol):
    """Records the last requests of each workspace."""

    def note(self, entry: JournalEntry) -> None:
        """Record a request. Only one thread calls this, and it must not block."""

    def last(self, workspace: str) -> list[dict[str, Any]]:
        """Return the last requests of a workspace, the newest first."""

    def clear(self, workspace: str) -> None:
        """Forget the requests of a workspace."""

    def close(self) -> None:
        """Write all pending entries; no more are recorded after that."""


class MemoryJournal:
    """A journal in the memory of one process.

    Args:
        is_stored: Tells whether a workspace was written to. Its requests are then recorded for as
            long as its state is stored.
        of_unchanged: How many requests of all other workspaces are recorded.
        detail_bytes: Size of all that was sent and is recorded; the oldest is dropped.
    """

    def __init__(
        self,
        is_stored: Callable[[str], bool] = lambda _workspace: False,
        of_unchanged: int = OF_UNCHANGED,
        detail_bytes: int = DETAIL_BYTES,
    ) -> None:
        self._is_stored = is_stored
        self._of_unchanged = of_unchanged
        self._number = 0
        self._detail_bytes = detail_bytes
        self._detailed: deque[tuple[dict[str, Any], int]] = deque()
        self._size = 0
        self._entries: OrderedDict[str, tuple[dict[str, Any], ...]] = OrderedDict()

    def note(self, entry: JournalEntry) -> None:
        """Record a request; see `Journal`."""
        # A new tuple in the place of the old one: who reads meanwhile has either.
        known = self._entries.get(entry.workspace, ())
        members = entry.as_dict()
        if entry.details:
            self._note_details(members)
        self._entries[entry.workspace] = (members, *known[: REMEMBERED - 1])
        self._entries.move_to_end(entry.workspace)
        if len(known) < REMEMBERED and not self._is_stored(entry.workspace):
            self._number += 1
        if self._number > self._of_unchanged:
            self._forget()

    def last(self, workspace: str) -> list[dict[str, Any]]:
        """Return the last requests of a workspace, the newest first."""
        return list(self._entries.get(workspace, ()))

    def clear(self, workspace: str) -> None:
        """Forget the requests of a workspace."""
        # The count of all is corrected when it exceeds its limit.
        self._entries.pop(workspace, None)

    def close(self) -> None:
        """Do nothing: memory holds no resources."""

    def _note_details(self, members: dict[str, Any]) -> None:
        """Count what was sent, and drop what was sent longest ago where it is too much."""
        size = len(json.dumps(members["sent"]))
        self._detailed.append((members, size))
        self._size += size
        while self._size > self._detail_bytes:
            oldest, size = self._detailed.popleft()
            self._size -= size
            # The same members, because another thread may be reading them.
            oldest["sent"] = {}

    def _forget(self) -> None:
        """Evict the workspaces whose last request is oldest, a tenth of all at a time."""
        unchanged = [name for name in self._entries if not self._is_stored(name)]
        number = sum(len(self._entries[name]) for name in unchanged)
        for name in unchanged:
            if number <= self._of_unchanged * 9 // 10:
                break
            number -= len(self._entries.pop(name))
        self._number = number


def _verdict(problem: Problem) -> dict[str, Any]:
    """Describe the fault without the values that were sent."""
    if not problem.violations:
        return {"detail": problem.detail[:_MAX_TEXT]}
    violations = [
        {name: text[:_MAX_TEXT] for name, text in violation.as_dict().items() if name != "got"}
        for violation in problem.violations[:_MAX_VIOLATIONS]
    ]
    number = len(problem.violations)
    return {
        "detail": f"The request is not as documented in {number} place{'s' * (number > 1)}.",
        "errors": violations,
    }
