"""The list of all operations."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from callsheet.catalog import Group
from callsheet.model import Operation
from callsheet.render.files import render_template

Label = Callable[[Operation], str]
"""Returns what an operation is called next to its method."""


def render_operations(
    groups: Sequence[Group], link: Callable[[Operation], str], label: Label
) -> str:
    """Render an overview: a heading and a list for each group.

    Args:
        groups: The groups, in order.
        link: Returns the `href` of an operation's page.
        label: Returns what an operation is called next to its method.

    Returns:
        HTML that is also well-formed XML, so that a caller can parse it into a tree. Its summaries,
        elements of class `callsheet-summary`, are still Markdown.
    """
    return render_template("overview.html", groups=groups, link=link, label=label)


def render_uids(
    operations: Iterable[Operation], link: Callable[[Operation], str], label: Label
) -> str:
    """Render the list that permalinks lead to: each entry has its uid as id.

    A script redirects to the page; without scripts, the entry is highlighted.

    Args:
        operations: The operations.
        link: Returns the `href` of an operation's page.
        label: Returns what an operation is called next to its method.

    Returns:
        HTML as `render_operations` returns it.
    """
    return render_template("uids.html", operations=operations, link=link, label=label)
