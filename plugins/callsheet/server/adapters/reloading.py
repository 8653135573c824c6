"""Take over changes of the pages while a server runs, without losing its state."""

import logging
from collections.abc import Callable, Iterable
from threading import Thread

from callsheet.errors import CallsheetError

_LOG = logging.getLogger(__name__)


def reload_on_changes(changes: Iterable[None], reload: Callable[[], None]) -> None:
    """Reload in a thread at each change, until the process ends.

    Args:
        changes: Yields when something has changed.
        reload: Takes over what is there now; where it cannot, what was there before stays.
    """

    def run() -> None:
        for _ in changes:
            try:
                reload()
            except CallsheetError as error:
                _LOG.error("The pages as they are now cannot be served: %s", error)
            except Exception:
                # A page that is being written may be anything; the next change gets its chance.
                _LOG.exception("The pages as they are now cannot be served.")
            else:
                _LOG.warning("The pages have changed, and are served as they are now.")

    Thread(target=run, name="callsheet-watch", daemon=True).start()
