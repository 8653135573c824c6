"""The MkDocs plugin: what needs the whole site. The pages are made by the extension."""

from __future__ import annotations

import logging
from importlib.resources import files as resources
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

from callsheet.catalog import Catalog
from callsheet.errors import DocsError
from callsheet.findings import Finding, Severity
from callsheet.site.config import CallsheetConfig
from callsheet.site.extension import CallsheetExtension

STYLESHEET = "assets/callsheet/callsheet.css"
"""Where the stylesheet is in the built site."""

# Below `mkdocs`, where a warning fails a strict build.
log = logging.getLogger("mkdocs.plugins.callsheet")


class CallsheetPlugin(BasePlugin[CallsheetConfig]):  # type: ignore[no-untyped-call]
    """Reads the operations at the start of each build and hands them to the extension."""

    _catalog: Catalog

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Reads the catalog, reports its findings, adds the extension and the stylesheet."""
        try:
            self._catalog = Catalog.read(Path(config.docs_dir))
        except DocsError as error:
            raise PluginError(str(error)) from error
        for finding in self._catalog.findings:
            _report(finding)
        # A site that lists the extension itself, for other engines, gets it once all the same.
        extensions = [name for name in config.markdown_extensions if name != "callsheet"]
        extension = CallsheetExtension(self._catalog)
        config.markdown_extensions = [*extensions, extension]  # type: ignore[list-item]
        config.extra_css.append(STYLESHEET)
        return config

    def on_files(self, files: Files, config: MkDocsConfig) -> Files:
        """Adds the stylesheet to the site's files."""
        css = resources("callsheet.render").joinpath("assets/callsheet.css").read_bytes()
        files.append(File.generated(config, STYLESHEET, content=css))
        return files

    def on_page_markdown(
        self, markdown: str, page: Page, config: MkDocsConfig, files: Files
    ) -> None:
        """Gives an operation page without a title of its own that of the operation."""
        if operation := self._catalog.by_path.get(page.file.src_uri):
            page.meta.setdefault("title", operation.title)


def _report(finding: Finding) -> None:
    level = logging.INFO if finding.severity is Severity.NOTE else logging.WARNING
    place = f"{finding.path}:{finding.line}"
    log.log(level, "%s: %s %s %s", place, finding.code, finding.message, finding.hint)
