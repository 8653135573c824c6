"""The files of a site that are not pages: for the console, the sandbox, and programs."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import Files

from callsheet.errors import ConfigurationError
from callsheet.samples import read_overrides
from callsheet.site.config import CallsheetConfig
from callsheet.site.extension import CallsheetExtension
from callsheet.site.generated import assets, console, usual_headers
from callsheet.site.generated import sandbox as sandbox_files
from callsheet.site.generated.downloads import downloads
from callsheet.site.generated.extra_files import ExtraFile
from callsheet.site.markdown import coverage
from callsheet.site.other_plugins import files_of_others
from callsheet.site.site_pages import SitePages
from callsheet.source.layouts.choice import read_choice


def shared_assets(
    options: CallsheetConfig, config: MkDocsConfig, runs: bool, publishes: bool
) -> Iterator[tuple[str, str | bytes]]:
    """Yield the files that all pages share: path and content.

    Args:
        options: Those of the plugin.
        config: The configuration of MkDocs.
        runs: Whether the site has a sandbox.
        publishes: Whether the site is for others.

    Raises:
        PluginError: The coverage cannot be read.
    """
    installs = runs and publishes and sandbox_files.is_installable(options.sandbox)
    yield from assets.contents(config.theme.name, runs=runs, installs=installs)
    if options.coverage:
        try:
            yield coverage.BADGE, coverage.badge(Path(options.coverage))
        except ConfigurationError as error:
            raise PluginError(str(error)) from error


def site_files(
    options: CallsheetConfig,
    config: MkDocsConfig,
    pages: SitePages,
    extension: CallsheetExtension,
    sandbox: Iterable[ExtraFile],
    files: Files | None,
    cache: Path | None,
) -> Iterator[ExtraFile]:
    """Yield the files, with paths relative to the folder of the language.

    Args:
        options: Those of the plugin.
        config: The configuration of MkDocs.
        pages: The pages.
        extension: Knows the collections, and their types.
        sandbox: The files of the sandbox; none where the site has none.
        files: The files of the site, for downloads; None where it has none.
        cache: The file with the cached parts of downloads, if they are cached.
    """
    digests, layouts = pages.digests, read_choice(extension.operations.root).key
    chosen, _ = read_overrides(options.samples)
    yield from console.shared_files(
        options.servers, any_server=options.any_server, sandbox=bool(sandbox)
    )
    if headers := usual_headers.script(extension.operations.each()).encode():
        yield ExtraFile(usual_headers.SCRIPT, "", lambda: ("", headers))
    if sandbox and extension.operations.scripts:
        index = extension.operations.scripts.index().encode()
        yield ExtraFile(f"{console.FOLDER}/scripts.js", "", lambda: ("", index))
    yield from sandbox
    if files is None:
        return
    found = files

    def content(path: str) -> bytes:
        file = found.get_file_from_path(path)
        return file.content_bytes if file else b""

    others = {file.dest_uri for file in found} | files_of_others(config)
    collections = [known.catalog.collection for known in extension.operations.each()]
    for known in extension.operations.each():
        part = known.catalog.collection
        yield from downloads(
            known.catalog,
            part.title or config.site_name,
            "" if part.name else config.site_description or "",
            chosen.below(part.base_path),
            digests,
            pages.digest,
            content,
            types=known.types,
            cache=cache,
            layouts=layouts,
            others=others,
            collections=() if part.name else collections[1:],
        )
