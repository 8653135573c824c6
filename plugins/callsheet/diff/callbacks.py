"""Compares the callbacks of an operation: what its clients must be ready to receive."""

from __future__ import annotations

from collections.abc import Iterator

from callsheet.diff.model import Change, Kind, Level, Sides, quoted
from callsheet.diff.pairing import OperationPair


def compare_callbacks(pair: OperationPair) -> Iterator[Change]:
    """Yield the changes of callbacks: which there are, and where each is sent."""
    old = {callback.name: callback for callback in pair.old.callbacks}
    new = {callback.name: callback for callback in pair.new.callbacks}
    for name, before in old.items():
        after = new.get(name)
        if after is None:
            message = f"The callback {quoted(name)} is gone."
            sides = Sides(f"the callback {quoted(name)}")
            yield pair.gone(Kind.CALLBACK_REMOVED, Level.BREAKING, message, before.span, sides)
            continue
        was, now = (quoted(f"{each.method} {each.address}") for each in (before, after))
        if was != now:
            message = f"The callback {quoted(name)} was {was} and is {now} now."
            sides = Sides(f"the callback {quoted(name)}", was, now)
            yield pair.now(Kind.CALLBACK_CHANGED, Level.BREAKING, message, after.span, sides)
    for name, callback in new.items():
        if name not in old:
            message = f"The callback {quoted(name)} is new."
            sides = Sides(f"the callback {quoted(name)}")
            yield pair.now(Kind.CALLBACK_ADDED, Level.ADDITIVE, message, callback.span, sides)
