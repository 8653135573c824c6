"""The files of a site that are no pages: for the console, the sandbox, and programs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import Files

from callsheet.catalog.named_types import TypeDefinition
from callsheet.errors import ConfigurationError
from callsheet.samples import read_overrides
from callsheet.site.config import CallsheetConfig
from callsheet.site.generated import assets, console
from callsheet.site.generated.downloads import downloads
from callsheet.site.generated.extra_files import ExtraFile
from callsheet.site.markdown import coverage
from callsheet.site.other_plugins import files_of_others
from callsheet.site.site_pages import SitePages


def shared_files(
    options: CallsheetConfig, config: MkDocsConfig, *, runs: bool, installs: bool
) -> Iterator[tuple[str, str | bytes]]:
    """Yield the files that all pages share, and the badge of the coverage: path and content.

    Args:
        options: Those of the plugin.
        config: The configuration of MkDocs.
        runs: Whether programs run in the page.
        installs: Whether readers can install the site.

    Raises:
        PluginError: The coverage cannot be read.
    """
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
    types: Mapping[str, TypeDefinition],
    sandbox: Iterable[ExtraFile],
    files: Files | None,
) -> Iterator[ExtraFile]:
    """Yield the files, with paths relative to the folder of the language.

    Args:
        options: Those of the plugin.
        config: The configuration of MkDocs.
        pages: The pages.
        types: The named types.
        sandbox: The files of the sandbox; none where the site has none.
        files: The files of the site, for downloads; None where it has none.
    """
    catalog, digests = pages.catalog, pages.digests
    chosen, _ = read_overrides(options.samples)
    yield from console.contents(
        catalog.operations,
        types,
        chosen,
        options.servers,
        any_server=options.any_server,
        sandbox=bool(sandbox),
        digests=digests,
    )
    yield from sandbox
    if files is None:
        return
    found = files

    def content(path: str) -> bytes:
        file = found.get_file_from_path(path)
        return file.content_bytes if file else b""

    yield from downloads(
        catalog,
        config.site_name,
        config.site_description or "",
        chosen,
        digests,
        pages.digest,
        content,
        types=types,
        others={file.dest_uri for file in found} | files_of_others(config),
    )
