"""Compares webhooks and callbacks: what clients must be ready to receive."""

from collections.abc import Iterator

from callsheet.diff.model import Change, ChangeLocation, DocsTree, Kind, Level, Side, Sides, quoted
from callsheet.diff.pairing import Key, OperationPair, match
from callsheet.model import Operation, Outgoing

_NOTHING = Outgoing("")
# A callback in a section of its operation's page is the same as one with a page of its own.
_KEYS: tuple[Key, ...] = (
    lambda o: (o.outgoing, o.method),
    lambda o: o.outgoing and (o.outgoing.name, o.outgoing.cause, o.method),
    lambda o: o.outgoing and (o.outgoing.name, bool(o.outgoing.cause), o.method),
)


def noun_of(operation: Operation) -> str:
    """Return the words for an operation, such as "the callback `moved`"."""
    if (outgoing := operation.outgoing) is None:
        return f"the operation {quoted(operation.signature)}"
    return f"the {'callback' if outgoing.cause else 'webhook'} {quoted(outgoing.name)}"


def pair_outgoing(
    old: DocsTree, new: DocsTree
) -> tuple[list[OperationPair], list[Operation], list[Operation]]:
    """Match webhooks and callbacks by name, operation and method.

    Returns:
        The pairs, and those that only one tree has.
    """
    found, left, right = match(old.catalog.outgoing, new.catalog.outgoing, _KEYS)
    return [OperationPair(*both, old.prefix, new.prefix) for both in found], left, right


def compare_unpaired(
    removed: list[Operation], added: list[Operation], old: DocsTree, new: DocsTree
) -> Iterator[Change]:
    """Yield a change for each webhook and callback that only one tree has."""
    for operation in removed:
        noun = noun_of(operation)
        message = f"{noun[:1].upper()}{noun[1:]} is gone."
        place = ChangeLocation(Side.OLD, old.prefix + operation.path, operation.span.start)
        level, kind, name = Level.BREAKING, Kind.CALLBACK_REMOVED, operation.signature
        yield Change(level, kind, operation.uid, name, place, message, Sides(noun))
    for operation in added:
        noun = noun_of(operation)
        message = f"{noun[:1].upper()}{noun[1:]} is new."
        place = ChangeLocation(Side.NEW, new.prefix + operation.path, operation.span.start)
        level, kind, name = Level.ADDITIVE, Kind.CALLBACK_ADDED, operation.signature
        yield Change(level, kind, operation.uid, name, place, message, Sides(noun))


def compare_addresses(pair: OperationPair) -> Iterator[Change]:
    """Yield the change of where a callback is sent."""
    before, after = (each.outgoing or _NOTHING for each in (pair.old, pair.new))
    if before.address == after.address:
        return
    noun, was, now = noun_of(pair.new), quoted(before.address), quoted(after.address)
    message = f"The address of {noun} was {was} and is {now} now."
    sides = Sides(f"the address of {noun}", was, now)
    yield pair.now(Kind.CALLBACK_CHANGED, Level.BREAKING, message, pair.new.span, sides)
