"""The access log: one line of JSON a request, through the logger `callsheet.access`."""

from __future__ import annotations

import json
import logging
import sys

from callsheet.server.journal import Entry

LOG = logging.getLogger("callsheet.access")


def log_to_stderr() -> None:
    """Lets the access log go to standard error, and nowhere else."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(logging.Formatter("%(message)s"))
    LOG.handlers = [handler]
    LOG.setLevel(logging.INFO)
    LOG.propagate = False


def log(entry: Entry) -> None:
    """Writes the line of a request."""
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
