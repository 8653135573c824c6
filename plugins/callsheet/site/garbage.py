"""Python's garbage collector, which would otherwise scan all pages of a site again and again."""

import gc

from callsheet.memo import keep_few

NEW_OBJECTS = 20_000
"""How many it waits for while pages are rendered, which leaves few cycles."""

KEPT = 1024
"""Results of each function that are kept meanwhile: hardly any page asks for those of another."""

_THRESHOLDS = gc.get_threshold()


def pause() -> None:
    """Stop it while modules are loaded and pages read: these live as long as the build."""
    gc.disable()


def collect_seldom() -> None:
    """Start it again, for what comes from here on.

    It does not search what was read, nor touch it in a forked process.
    """
    gc.freeze()
    gc.enable()
    gc.set_threshold(NEW_OBJECTS, *_THRESHOLDS[1:])
    keep_few(KEPT)


def reset() -> None:
    """Let it collect as it did before."""
    gc.enable()
    gc.set_threshold(*_THRESHOLDS)
    gc.unfreeze()
    keep_few()


def leave_to_the_system(last: object) -> None:
    """Keep an object, and all that it has, until the process has ended.

    Python would free each object first, which takes as long as a twentieth of a build.
    """
    kept = [last]
    kept.append(kept)
    gc.freeze()
    gc.set_threshold(*_THRESHOLDS)
