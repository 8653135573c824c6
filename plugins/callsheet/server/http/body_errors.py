"""Errors of decoding bodies; `str()` of each follows the word "it", as in "it is not JSON"."""


class MalformedBodyError(ValueError):
    """Raised for a body that does not conform to its media type."""


class BodyTooLargeError(ValueError):
    """Raised for a body that exceeds one of the server's limits."""
