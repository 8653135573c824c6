"""What the plugin says while MkDocs builds."""

from __future__ import annotations

import logging

from callsheet.printable import visible


class _Visible(logging.Filter):
    """Makes a message one line that controls no terminal, whatever of the pages is in it."""

    def filter(self, record: logging.LogRecord) -> bool:
        record.msg, record.args = visible(record.getMessage()), ()
        return True


# Below `mkdocs`, where a warning fails a strict build.
log = logging.getLogger("mkdocs.plugins.callsheet")
log.addFilter(_Visible())
