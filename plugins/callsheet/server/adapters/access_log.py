"""Logging: errors, and for each request a line of JSON by `callsheet.access`."""

from __future__ import annotations

import json
import logging
import sys

from callsheet.printable import printable
from callsheet.server.journal import JournalEntry

LOG = logging.getLogger("callsheet.access")


class _Printable(logging.Formatter):
    """Formats records with control characters escaped, because they contain texts of clients."""

    def format(self, record: logging.LogRecord) -> str:
        return printable(super().format(record))


def log_to_stderr() -> None:
    """Send the access log to standard error, and nowhere else."""
    _to_stderr(LOG)
    LOG.setLevel(logging.INFO)


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
