"""The files of MkDocs that no author has written."""

from __future__ import annotations

from collections.abc import Iterable
from collections.abc import Set as AbstractSet

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel

Generated = tuple[str, str | bytes]
"""Path and content of a file."""


class GeneratedFiles:
    """The generated files of one build, which may be generated again when plugins remove pages.

    Attributes:
        paths: Their paths.
    """

    def __init__(self) -> None:
        self.paths: AbstractSet[str] = frozenset()
        self._removed: dict[str, File] = {}

    def remove_from(self, files: Files) -> None:
        """Remove the files that were added before."""
        found = {path: files.get_file_from_path(path) for path in self.paths}
        self._removed = {path: file for path, file in found.items() if file}
        for file in self._removed.values():
            files.remove(file)

    def add_to(
        self,
        files: Files,
        config: MkDocsConfig,
        pages: Iterable[Generated],
        assets: Iterable[Generated],
    ) -> None:
        """Add pages, which need no place in the navigation, and assets."""
        added = [(page, InclusionLevel.NOT_IN_NAV) for page in pages]
        added += [(asset, InclusionLevel.UNDEFINED) for asset in assets]
        for (path, content), inclusion in added:
            # MkDocs may have made a page for the file already.
            file = self._removed.get(path)
            if file is None:
                file = File.generated(config, path, content=content, inclusion=inclusion)
            elif file.content_bytes != (data := as_bytes(content)):
                file.content_bytes = data
            files.append(file)
        self.paths = frozenset(path for (path, _), _ in added)


def as_bytes(content: str | bytes) -> bytes:
    """Return a content as it is written."""
    return content.encode() if isinstance(content, str) else content
