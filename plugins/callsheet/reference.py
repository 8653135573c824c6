"""The address of the reference server, the credentials that it accepts, and where its packs are."""

DEFAULT_HOST = "127.0.0.1"
DEFAULT_PORT = 8765
DEFAULT_BASE_URL = f"http://{DEFAULT_HOST}:{DEFAULT_PORT}"
"""The default address of the reference server, to which samples send their requests."""

REFERENCE_USER = "reader"
REFERENCE_SECRET = "callsheet"  # noqa: S105 - it is public: documentation tells it to readers
"""Credentials that the reference server accepts besides those on pages; also a token or key."""

WRONG_SECRET = "wrong"  # noqa: S105 - it opens nothing
"""A password, token or key that the reference server never accepts, to try a refusal with."""

BASE_URL_VARIABLE = "CALLSHEET_BASE_URL"
"""The environment variable that sends a sample to another server."""

PACKS = "callsheet.contrib"
"""The package of the packs that come with Callsheet."""
