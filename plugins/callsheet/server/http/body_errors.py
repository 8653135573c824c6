"""Why a body cannot be read; `str()` of each error says it after "it", as in "it is no JSON"."""

from __future__ import annotations


class MalformedBodyError(ValueError):
    """A body that is not what its media type says."""


class BodyTooLargeError(ValueError):
    """A body that is larger than the server's limits, in one way or the other."""
