"""Identities of operations whose pages give none: from method and route, and from the page."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from callsheet.model import Operation
from callsheet.model.operation import OWN_LAYOUT

_UNFIT = re.compile(r"[^A-Za-z0-9_-]+")


def with_identities(operations: Iterable[Operation]) -> list[Operation]:
    """Return the operations of all pages, each with an identity of its own.

    Of an operation on several pages, each gets the name of its page behind its route, whatever the
    order of the pages. An entry of a list is left out where a page documents the operation.
    """
    found = list(operations)
    documented = {_route(o) for o in found if not _is_entry(o)}
    found = [o for o in found if not _is_entry(o) or _route(o) not in documented]
    counts = Counter(o.uid for o in found)
    return [o if o.layout == OWN_LAYOUT or counts[o.uid] == 1 else _of_page(o) for o in found]


def _of_page(operation: Operation) -> Operation:
    page = _UNFIT.sub(".", operation.path.rpartition(".")[0] or operation.path)
    return replace(operation, uid=f"{operation.uid}-{page}")


def _is_entry(operation: Operation) -> bool:
    """Tell whether an operation is no more than a line of a list of routes."""
    return operation.layout != OWN_LAYOUT and operation.span == operation.route.span


def _route(operation: Operation) -> tuple[str, str]:
    return operation.method, operation.route.shape
