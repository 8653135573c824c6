"""The MkDocs plugin: what needs the whole site. The pages are made by the extension."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from pathlib import Path

from mkdocs.config.config_options import ExtraScriptValue
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from callsheet.catalog import Catalog
from callsheet.errors import DocsError
from callsheet.findings import Finding, Severity
from callsheet.links import LinkFault, resolve
from callsheet.samples import read_overrides
from callsheet.site import assets, console, coverage, uids
from callsheet.site.config import CallsheetConfig
from callsheet.site.extension import CallsheetExtension
from callsheet.site.nav import mkdocs_nav, name_page
from callsheet.toc import Toc, read_toc

# Below `mkdocs`, where a warning fails a strict build.
log = logging.getLogger("mkdocs.plugins.callsheet")


class CallsheetPlugin(BasePlugin[CallsheetConfig]):  # type: ignore[no-untyped-call]
    """Reads the operations at the start of each build and hands them to the extension."""

    _catalog: Catalog
    _extension: CallsheetExtension
    _named: Mapping[str, str]
    _toc: Toc | None

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Reads the catalog, adds the extension, the stylesheet, and the navigation."""
        root = Path(config.docs_dir)
        try:
            self._catalog = Catalog.read(root)
        except DocsError as error:
            raise PluginError(str(error)) from error
        for finding in self._catalog.findings:
            _report(finding)
        folder = self.config.types_dir
        self._extension = CallsheetExtension(
            self._catalog,
            generate_types=not (root / folder).exists(),
            generate_uids=not (root / uids.FOLDER).exists(),
            types_dir=folder,
            languages=self.config.languages,
            samples=self.config.samples,
            coverage=self.config.coverage or "",
        )
        # A site that lists the extension itself, for other engines, gets it once all the same.
        extensions = [name for name in config.markdown_extensions if name != "callsheet"]
        config.markdown_extensions = [*extensions, self._extension]  # type: ignore[list-item]
        config.extra_css.append(assets.STYLESHEET)
        script = ExtraScriptValue(assets.SCRIPT)
        script.defer = True
        config.extra_javascript.append(script)
        self._toc = None
        if self.config.toc and config.nav is None:
            generated = {path for path, _ in self._extension.types.pages()}
            self._toc = read_toc(root, resolve(self._catalog).by_uid, generated)
        if self._toc and self._toc.entries:
            pages = {page.path: page for page in self._catalog.pages}
            config.nav = mkdocs_nav(self._toc.entries, pages)
        return config

    def on_files(self, files: Files, config: MkDocsConfig) -> Files:
        """Adds the assets, and the pages that no file is behind, to the site's files."""
        pages = [*self._extension.types.pages(), *self._extension.uids.pages()]
        for path, text in pages:
            level = InclusionLevel.NOT_IN_NAV
            files.append(File.generated(config, path, content=text, inclusion=level))
        urls = {file.src_uri: file.url for file in files if file.is_documentation_page()}
        for path, content in assets.contents(self._catalog, urls):
            files.append(File.generated(config, path, content=content))
        # What belongs to a page that the site has not is not asked for.
        operations = [o for o in self._catalog.operations if o.path in urls]
        chosen, _ = read_overrides(self.config.samples)
        for path, content in console.contents(
            operations,
            self._extension.types.definitions(),
            chosen,
            self.config.servers,
            any_server=self.config.any_server,
        ):
            files.append(File.generated(config, path, content=content))
        if self.config.coverage:
            content = coverage.badge(Path(self.config.coverage))
            files.append(File.generated(config, coverage.BADGE, content=content))
        return files

    def on_nav(self, nav: Navigation, config: MkDocsConfig, files: Files) -> None:
        """Reports what leads nowhere, now that the files of all plugins are there."""
        # Before it is read, a page has no title but that of the configuration.
        self._named = {page.file.src_uri: page.title or "" for page in nav.pages}
        generated = {file.src_uri for file in files}
        for finding in resolve(self._catalog, generated).findings:
            # MkDocs has a warning of its own for links to files, without the line.
            _report(finding, known=finding.code == LinkFault.FILE.code)
        for finding in self._toc.findings if self._toc else ():
            _report(finding)

    def on_page_markdown(
        self, markdown: str, page: Page, config: MkDocsConfig, files: Files
    ) -> None:
        """Gives an operation page its title, and its place in the navigation a method."""
        path = page.file.src_uri
        if operation := self._catalog.by_path.get(path):
            named, with_badge = self._named.get(path, ""), config.theme.name == "material"
            name_page(page, operation, named=named, with_badge=with_badge)


def _report(finding: Finding, *, known: bool = False) -> None:
    quiet = known or finding.severity is Severity.NOTE
    place = f"{finding.path}:{finding.line}"
    level = logging.INFO if quiet else logging.WARNING
    log.log(level, "%s: %s %s %s", place, finding.code, finding.message, finding.hint)
