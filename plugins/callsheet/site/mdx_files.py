"""Pages of MDX, which MkDocs takes for files to copy."""

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from callsheet.site.log import log

SUFFIX = ".mdx"


class MdxFile(File):
    """A file of MDX, as a page."""

    def is_documentation_page(self) -> bool:
        """Tell that it is one."""
        return True


def make_pages(files: Files, config: MkDocsConfig) -> None:
    """Make pages of the files of MDX; of two pages with one address, it is the other one."""
    for file in [*files]:
        if not file.src_uri.endswith(SUFFIX) or file.is_documentation_page():
            continue
        other = files.get_file_from_path(file.src_uri.removesuffix("x"))
        if other is not None:
            log.warning("%s is left out: %s has its address.", file.src_uri, other.src_uri)
        else:
            files.remove(file)
            files.append(_page_of(file, config))


def _page_of(file: File, config: MkDocsConfig) -> File:
    if file.src_dir is None:
        return MdxFile.generated(
            config, file.src_uri, content=file.content_bytes, inclusion=file.inclusion
        )
    return MdxFile(
        file.src_uri,
        file.src_dir,
        file.dest_dir,
        file.use_directory_urls,
        inclusion=file.inclusion,
    )
