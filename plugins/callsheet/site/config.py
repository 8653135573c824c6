"""The options of the MkDocs plugin."""

from __future__ import annotations

from pathlib import PurePosixPath

from mkdocs.config import config_options as c
from mkdocs.config.base import Config, ValidationError


class Folder(c.Type[str]):
    """A folder in the docs directory, with forward slashes; never the docs directory itself."""

    def run_validation(self, value: object) -> str:
        """Returns the folder without slashes at its ends."""
        folder = super().run_validation(value).strip("/")
        parts = PurePosixPath(folder).parts
        if not parts or ".." in parts or "\\" in folder or ":" in folder:
            raise ValidationError("Expected the name of a folder in the docs directory.")
        return "/".join(parts)


class CallsheetConfig(Config):  # type: ignore[no-untyped-call]
    """All that cannot be found out from MkDocs' own configuration."""

    toc = c.Type(bool, default=True)
    """Whether `toc.yml` gives the navigation, where there is one and `nav` is not set."""

    behaviours = c.ListOfItems(c.Type(str), default=[])
    """Modules with behaviours of the reference server, for `callsheet serve`."""

    types_dir = Folder(str, default="types")
    """The folder of the pages of types; nothing is written to it where it exists already."""
