"""Logging: errors, and for each request a line of JSON by `callsheet.access`."""

import json
import logging
import sys
from collections.abc import Iterator

from callsheet.printable import printable, visible
from callsheet.server.journal import JournalEntry

LOG = logging.getLogger("callsheet.access")
REFUSALS = logging.getLogger("callsheet.refusals")

_MAX_REASONS = 5
"""How many reasons of a refusal are logged."""


class _Printable(logging.Formatter):
    """Formats records with control characters escaped, because they contain texts of clients."""

    def format(self, record: logging.LogRecord) -> str:
        return printable(super().format(record))


def log_to_stderr() -> None:
    """Send the access log to standard error, and nowhere else."""
    _to_stderr(LOG)
    LOG.setLevel(logging.INFO)


def refusals_to_stderr() -> None:
    """Send the log of refusals to standard error, and nowhere else."""
    _to_stderr(REFUSALS)
    REFUSALS.setLevel(logging.INFO)


def errors_to_stderr() -> None:
    """Send the errors of this server and of uvicorn to standard error."""
    for name in ("callsheet", "uvicorn"):
        _to_stderr(logging.getLogger(name))


def _to_stderr(logger: logging.Logger) -> None:
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(_Printable("%(message)s"))
    logger.handlers = [handler]
    logger.propagate = False


def log(entry: JournalEntry) -> None:
    """Write the line of a request."""
    if LOG.isEnabledFor(logging.INFO):
        members = {
            "time": entry.time,
            "request": entry.id,
            "method": entry.method,
            "path": entry.path,
            "status": entry.status,
            "duration_ms": entry.duration_ms,
            "workspace": entry.workspace,
            "uid": entry.uid,
        }
        LOG.info("%s", json.dumps(members))


def logs_refusals() -> bool:
    """Tell whether refusals are logged."""
    return REFUSALS.isEnabledFor(logging.INFO)


def log_refusal(entry: JournalEntry, page: str) -> None:
    """Write why a request was refused, without what it sent.

    Args:
        entry: The request.
        page: The page and line of the operation, empty where none was asked for.
    """
    for line in refusal_lines(entry, page):
        # A line end in a target must not begin another line of the log.
        REFUSALS.info("%s", visible(line))


def refusal_lines(entry: JournalEntry, page: str) -> Iterator[str]:
    """Yield the lines about a refused request; see `log_refusal`."""
    problem = entry.problem
    if problem is None:
        return
    start = f"{entry.status} {entry.method} {entry.path}: "
    for reason in problem.violations[:_MAX_REASONS]:
        part = f"{reason.location} {reason.name}".rstrip()
        yield f"{start}{reason.documented}: {part}: expected {reason.expected}"
    if (more := len(problem.violations) - _MAX_REASONS) > 0:
        yield f"{start}and {more} more"
    if not problem.violations:
        yield f"{start}{page}: {problem.detail}" if page else f"{start}{problem.detail}"
