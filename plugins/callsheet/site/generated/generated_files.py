"""The files of MkDocs that no author has written."""

from collections.abc import Mapping

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel

from callsheet.site.log import log
from callsheet.site.other_plugins import tell_of_files

Generated = tuple[str | bytes, InclusionLevel]
"""Content of a file, and its place in the site."""


class GeneratedFiles(dict[str, File]):
    """The generated files of one build by path; plugins that remove pages make it add others.

    Args:
        folder: Where in the site they are, as `language_folder` returns it.
    """

    def __init__(self, folder: str = "") -> None:
        super().__init__()
        self._folder = folder

    def remove_from(self, files: Files) -> None:
        """Remove the files that were added before."""
        for path in [*self]:
            # Another plugin may have removed one, or put another in its place.
            if file := files.get_file_from_path(path):
                files.remove(file)
                self[path] = file
            else:
                del self[path]

    def add_to(
        self, files: Files, config: MkDocsConfig, generated: Mapping[str, Generated]
    ) -> None:
        """Add files; one that was added before is the same object, for which MkDocs has a page."""
        before = dict(self)
        self.clear()
        for path, (content, inclusion) in generated.items():
            file = before.get(path)
            if file is None:
                file = File.generated(config, path, content=content, inclusion=inclusion)
                if self._folder:
                    # Before anybody asks for the address, which follows from it.
                    file.dest_uri = self._folder + file.dest_uri
            elif file.content_bytes != (data := as_bytes(content)):
                file.content_bytes = data
            files.append(file)
            self[path] = file
        tell_of_files(config, self.values())


def as_bytes(content: str | bytes) -> bytes:
    """Return a content as it is written."""
    return content.encode() if isinstance(content, str) else content


def reserve(folder: str, files: Files, config: MkDocsConfig) -> None:
    """Leave out the author's files in a folder of the site into which this package writes."""
    for file in [*files]:
        if file.src_dir == config.docs_dir and file.dest_uri.startswith(f"{folder}/"):
            log.warning("%s: left out, since `%s` is ours.", file.src_uri, folder)
            files.remove(file)
