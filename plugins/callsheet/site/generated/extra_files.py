"""Files that are not pages: for the console, and for programs."""

from collections.abc import Callable, Iterable
from typing import NamedTuple

from callsheet.site.generated.documents import DocumentInParts
from callsheet.site.output.site_directory import SiteDirectory


class ExtraFile(NamedTuple):
    """A file.

    Attributes:
        path: Where it goes, relative to the site directory, with forward slashes.
        key: The digest of all that its content depends on; empty where that is not known.
        make: Returns the key and the content. The key is another one, or empty, where the file has
            changed since it was read.
        weight: How long that takes, in small files.
        document: The document that it is, if its parts are made with pages, and the file after all.
    """

    path: str
    key: str
    make: Callable[[], tuple[str, bytes]]
    weight: int = 1
    document: DocumentInParts | None = None

    def below(self, folder: str) -> "ExtraFile":
        """Return the file in a folder of the site, which ends with a slash or is empty."""
        return self._replace(path=folder + self.path)


class ExtraFiles:
    """Those of one build.

    Attributes:
        makes_parts: Whether the parts of documents are made with pages, not with the documents.

    Args:
        directory: The site directory.
        files: The files.
    """

    def __init__(self, directory: SiteDirectory, files: Iterable[ExtraFile]) -> None:
        self.makes_parts = False
        self._directory = directory
        self._missing = [file for file in files if not directory.keep(file.path, file.key)]
        self._documents = [file for file in self._missing if file.document]

    def weight(self, *, documents: bool) -> int:
        """Return how long it takes to write the missing ones, in pages, with documents or not."""
        return sum(file.weight for file in self._missing if documents or not file.document)

    def write(self) -> None:
        """Write those that are still missing, without documents.

        Raises:
            OSError: One of them cannot be written.
        """
        self._write(file for file in self._missing if not file.document)

    def make_parts(self, page: str) -> None:
        """Make the parts of missing documents of a page that has just been rendered."""
        for file in self._documents if self.makes_parts else ():
            if file.document:
                file.document.make_parts(page)

    def save_parts(self) -> None:
        """Write the parts of documents, for whichever process writes these."""
        for file in self._documents:
            if file.document:
                file.document.save()

    def write_documents(self) -> None:
        """Write the missing documents, once all pages are rendered.

        Raises:
            OSError: One of them cannot be written.
        """
        self._write(self._documents)

    def _write(self, files: Iterable[ExtraFile]) -> None:
        for file in files:
            if file.path not in self._directory.written:
                key, content = file.make()
                self._directory.write(file.path, key, content)
