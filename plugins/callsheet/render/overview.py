"""The list of all operations."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence

from callsheet.catalog import Group
from callsheet.model import Operation
from callsheet.render.environment import render_template

_METHOD = re.compile(r"(?:DEL|DELETE|GET|HEAD|OPTIONS|PATCH|POST|PUT)\s+")


def render_operations(groups: Sequence[Group], link: Callable[[Operation], str]) -> str:
    """Renders an overview: a heading and a list for each group.

    Args:
        groups: The groups, in order.
        link: What to write into the link to an operation's page.

    Returns:
        HTML that is well-formed XML, too, so that a caller can take it into a tree. The summaries
        in it, elements of class `callsheet-summary`, are Markdown still.
    """
    return render_template("overview.html", groups=groups, link=link, label=operation_label)


def render_uids(operations: Iterable[Operation], link: Callable[[Operation], str]) -> str:
    """Renders the list to which permanent links lead: each entry has its uid as id.

    A script goes on to the page from there; a reader without scripts finds the entry marked.

    Args:
        operations: The operations.
        link: What to write into the link to an operation's page.

    Returns:
        HTML as `render_operations` returns it.
    """
    return render_template("uids.html", operations=operations, link=link, label=operation_label)


def operation_label(operation: Operation) -> str:
    """The title without its method, which the badge beside it shows."""
    return _METHOD.sub("", operation.title) or operation.title
