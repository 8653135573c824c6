"""How much any storage takes."""

from callsheet.server.http.problems import Problem
from callsheet.server.limits import MIB, Limits


def check_member(size: int, limits: Limits) -> None:
    """Refuse a document that is larger than it may be.

    Args:
        size: Its length as JSON.
        limits: How long it may be.

    Raises:
        Problem: 507.
    """
    limit = limits.member_bytes
    if size > limit:
        detail = f"What would be stored has {size:,} bytes as JSON; the limit is {limit:,}."
        raise Problem(507, f"{detail} Nothing was stored.")


def check_workspace(size: int, before: int, limits: Limits) -> None:
    """Refuse a change that makes a workspace larger than it may be.

    Args:
        size: Its bytes after the change.
        before: Its bytes before. One that is too large already, since the limit was lowered, may
            still shrink.
        limits: How large it may be.

    Raises:
        Problem: 507.
    """
    limit = limits.workspace_bytes
    if size > max(limit, before):
        raise Problem(
            507,
            f"The workspace would hold {size:,} bytes; its limit is {limit:,}"
            f" ({limit / MIB:g} MiB). Nothing was stored. Delete something, or send"
            " another name in `Callsheet-Workspace`, which begins afresh.",
        )
