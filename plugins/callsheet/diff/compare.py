"""Compares two docs trees."""

from __future__ import annotations

from collections.abc import Iterator

from callsheet.diff.access import compare_access
from callsheet.diff.bodies import compare_requests, compare_responses
from callsheet.diff.model import Change, ChangeLocation, DocsTree, Kind, Level, Side, TreeDiff
from callsheet.diff.named import TreeTypes, compare_types, same_types
from callsheet.diff.pairing import OperationPair, Pairing, pair, subject, wire_route
from callsheet.diff.parameters import compare_parameters
from callsheet.diff.prose import compare_prose
from callsheet.diff.quoting import quoted
from callsheet.diff.types import SameType


def compare(old: DocsTree, new: DocsTree) -> TreeDiff:
    """Return all changes for callers; files and line breaks of pages don't count."""
    pairing = pair(old, new)
    changes = [*_unpaired(pairing, old, new)]
    types = TreeTypes.of(old), TreeTypes.of(new)
    same = same_types(*types)
    for each in pairing.pairs:
        if each.old != each.new:
            changes += _compare(each, same)
    changes += compare_types(*types, same)
    # Equal changes from several sections of a page are reported once.
    return TreeDiff(tuple(sorted(dict.fromkeys(changes), key=_order)))


def _order(change: Change) -> tuple[int, str, str, int, str, str]:
    place = change.place
    return (change.level.rank, change.uid, place.path, place.line, change.kind, change.message)


def _unpaired(pairing: Pairing, old: DocsTree, new: DocsTree) -> Iterator[Change]:
    for gone in pairing.removed:
        place = ChangeLocation(Side.OLD, old.prefix + gone.path, gone.route.span.start)
        name = quoted(subject(gone))
        message = f"The operation {name} is gone."
        kind = Kind.OPERATION_REMOVED
        yield Change(Level.BREAKING, kind, gone.uid, subject(gone), place, message)
    for now in pairing.added:
        place = ChangeLocation(Side.NEW, new.prefix + now.path, now.route.span.start)
        message = f"The operation {quoted(subject(now))} is new."
        kind = Kind.OPERATION_ADDED
        yield Change(Level.ADDITIVE, kind, now.uid, subject(now), place, message)


def _compare(pair: OperationPair, same: SameType) -> Iterator[Change]:
    yield from _identity(pair)
    yield from compare_parameters(pair, same)
    yield from compare_requests(pair, same)
    yield from compare_responses(pair, same)
    yield from compare_access(pair)
    yield from compare_prose(pair)


def _identity(pair: OperationPair) -> Iterator[Change]:
    old, new = pair.old, pair.new
    if old.uid != new.uid:
        message = f"The uid was {quoted(old.uid)} and is {quoted(new.uid)} now."
        yield pair.now(Kind.OPERATION_RENAMED, Level.TEXT, message, new.span)
    if old.method != new.method:
        message = f"The method was {quoted(old.method)} and is {quoted(new.method)} now."
        yield pair.now(Kind.METHOD_CHANGED, Level.BREAKING, message, new.route.span)
    before, after = old.route.template, new.route.template
    if before == after:
        return
    message = f"The route was {quoted(before)} and is {quoted(after)} now."
    if wire_route(old) != wire_route(new):
        yield pair.now(Kind.ROUTE_CHANGED, Level.BREAKING, message, new.route.span)
    else:
        yield pair.now(Kind.ROUTE_PARAMETER_RENAMED, Level.TEXT, message, new.route.span)
