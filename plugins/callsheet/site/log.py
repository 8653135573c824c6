"""Messages of the plugin while MkDocs builds."""

import logging

from callsheet.findings import Finding, Severity
from callsheet.printable import visible


class _Visible(logging.Filter):
    """Makes a message one line that controls no terminal, whatever text of pages it quotes."""

    def filter(self, record: logging.LogRecord) -> bool:
        record.msg, record.args = visible(record.getMessage()), ()
        return True


# Below `mkdocs`, where a warning fails a strict build.
log = logging.getLogger("mkdocs.plugins.callsheet")
log.addFilter(_Visible())


def report(finding: Finding, *, is_known: bool = False) -> None:
    """Log a finding, as a warning unless it is a note or MkDocs has a warning of its own."""
    quiet = is_known or finding.severity is Severity.NOTE
    place = f"{finding.path}:{finding.line}"
    level = logging.INFO if quiet else logging.WARNING
    log.log(level, "%s: %s %s %s", place, finding.code, finding.message, finding.hint)
