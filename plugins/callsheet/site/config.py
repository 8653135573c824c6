"""The options of the MkDocs plugin."""

from __future__ import annotations

from mkdocs.config.base import Config


class CallsheetConfig(Config):  # type: ignore[no-untyped-call]
    """There are none: what Callsheet needs to know is in MkDocs' own configuration."""
