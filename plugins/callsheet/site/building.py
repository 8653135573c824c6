"""What the plugin does for a whole site; the plugin itself only says when.

MkDocs imports a plugin with the configuration, whatever is asked of it, so what is heavy is here.
"""

from __future__ import annotations

import hashlib
import logging
from collections.abc import Callable, Iterator, Mapping
from html import escape
from pathlib import Path

from mkdocs.config.config_options import ExtraScriptValue
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from callsheet.cache import cache_file
from callsheet.catalog import Catalog, page_paths, read_bytes
from callsheet.errors import DocsError
from callsheet.findings import Finding, Severity
from callsheet.links import LinkFault, resolve
from callsheet.model import Operation
from callsheet.samples import read_overrides
from callsheet.site import assets, console, coverage, downloads, search, uids
from callsheet.site.config import CallsheetConfig
from callsheet.site.extension import CallsheetExtension
from callsheet.site.facts import Facts
from callsheet.site.fingerprint import code_fingerprint
from callsheet.site.kept import digest_of
from callsheet.site.listing import Listing
from callsheet.site.nav import mkdocs_nav, name_page
from callsheet.site.rendering import Rendering
from callsheet.site.store import TextStore
from callsheet.toc import Toc, read_toc
from callsheet.typedefs import TypeDefinition

# Below `mkdocs`, where a warning fails a strict build.
log = logging.getLogger("mkdocs.plugins.callsheet")

MAX_DESCRIPTION = 300
"""Characters that search engines are told of a page."""


class SiteBuild:
    """One build: the operations, and what the site has beside its pages."""

    def __init__(self, options: CallsheetConfig, config: MkDocsConfig) -> None:
        """Reads the catalog, adds the extension, the stylesheet, and the navigation.

        Raises:
            PluginError: The docs directory cannot be read.
        """
        self._options = options
        root = Path(config.docs_dir)
        try:
            # Read once, so that what is kept of a page belongs to the text that it was made of.
            texts = {path: text for path in page_paths(root) if (text := read_bytes(root, path))}
            self._catalog = Catalog.read(root, replaced=texts)
        except DocsError as error:
            raise PluginError(str(error)) from error
        for finding in self._catalog.findings:
            _report(finding)
        folder = self._options.types_dir
        self._extension = CallsheetExtension(
            self._catalog,
            generate_types=not (root / folder).exists(),
            generate_uids=not (root / uids.FOLDER).exists(),
            types_dir=folder,
            languages=self._options.languages,
            samples=self._options.samples,
            coverage=self._options.coverage or "",
        )
        # A site that lists the extension itself, for other engines, gets it once all the same.
        extensions = [name for name in config.markdown_extensions if name != "callsheet"]
        config.markdown_extensions = [*extensions, self._extension]  # type: ignore[list-item]
        config.extra_css.append(assets.STYLESHEET)
        script = ExtraScriptValue(assets.SCRIPT)
        script.defer = True
        config.extra_javascript.append(script)
        self._named: Mapping[str, str] = {}
        self._toc: Toc | None = None
        if self._options.toc and config.nav is None:
            generated = {path for path, _ in self._extension.types.pages()}
            self._toc = read_toc(root, resolve(self._catalog).by_uid, generated)
        if self._toc and self._toc.entries:
            pages = {page.path: page for page in self._catalog.pages}
            config.nav = mkdocs_nav(self._toc.entries, pages)
        self._listing = Listing(self._catalog)
        digests = {path: digest_of(texts[path]) for path in self._catalog.by_path if path in texts}
        contents = {path: digest for path, digest in digests.items() if digest}
        self._contents = contents
        place = cache_file(root, "-pages")
        self._store = TextStore(place.with_suffix(".sqlite")) if place else None
        self.rendering = Rendering(config, self._catalog, contents, self._store)
        self._urls: Mapping[str, str] = {}

    def add_files(self, files: Files, config: MkDocsConfig) -> None:
        """Adds the assets, and the pages that no file is behind, to the site's files."""
        generators = (self._extension.types, self._extension.uids, self._listing)
        pages = [page for generator in generators for page in generator.pages()]
        for path, text in pages:
            level = InclusionLevel.NOT_IN_NAV
            files.append(File.generated(config, path, content=text, inclusion=level))
        urls = {file.src_uri: file.url for file in files if file.is_documentation_page()}
        self._urls = urls
        for path, content in assets.contents(self._catalog, urls):
            files.append(File.generated(config, path, content=content))
        # What belongs to a page that the site has not is not asked for.
        operations = [o for o in self._catalog.operations if o.path in urls]
        chosen, _ = read_overrides(self._options.samples)
        for path, content in console.contents(
            operations,
            self._extension.types.definitions(),
            chosen,
            self._options.servers,
            any_server=self._options.any_server,
            keep=self._keep_console(),
        ):
            files.append(File.generated(config, path, content=content))
        if self._options.coverage:
            content = coverage.badge(Path(self._options.coverage))
            files.append(File.generated(config, coverage.BADGE, content=content))

    def report(self, nav: Navigation, files: Files) -> None:
        """Reports what leads nowhere, now that the files of all plugins are there."""
        # Before it is read, a page has no title but that of the configuration.
        self._named = {page.file.src_uri: page.title or "" for page in nav.pages}
        generated = {file.src_uri for file in files}
        for finding in resolve(self._catalog, generated).findings:
            # MkDocs has a warning of its own for links to files, without the line.
            _report(finding, known=finding.code == LinkFault.FILE.code)
        for finding in self._toc.findings if self._toc else ():
            _report(finding)

    def start_rendering(self, nav: Navigation, config: MkDocsConfig, files: Files) -> None:
        """Prepares the pages of operations, now that all plugins have said what they say."""
        operations, types = self._extension.operations, self._extension.types
        facts = Facts(operations, types, self._extension.uids)
        self.rendering.start(config, nav, files, operations, facts, self._listing.path)

    def finish(self, config: MkDocsConfig, *, publishes: bool) -> None:
        """Puts the operations into the search index, and keeps what was rendered.

        Args:
            config: MkDocs' configuration.
            publishes: Whether what is for programs belongs to the site, too.
        """
        file = Path(config.site_dir) / search.INDEX
        search.add_entries(file, self._catalog.operations, self._type_pages(), self._urls)
        if self._options.downloads and publishes:
            chosen, _ = read_overrides(self._options.samples)
            site_dir, title = Path(config.site_dir), config.site_name
            about = config.site_description or ""
            downloads.write_downloads(self._catalog, site_dir, title, about, chosen)
        self.rendering.finish()
        if self._store:
            self._store.close()

    def _keep_console(self) -> console.Keep:
        """Keeps the data of an operation by its page, all types, and the values of samples."""
        shapes = [(n, d.shape) for n, d in self._extension.types.definitions().items()]
        rest = repr([self._options.samples, shapes]).encode("utf-8", "surrogatepass")
        base = hashlib.blake2b(code_fingerprint() + rest, digest_size=32).digest()

        def keep(operation: Operation, make: Callable[[], str]) -> str:
            content = self._contents.get(operation.path)
            if self._store is None or content is None:
                return make()
            name = f"console\n{operation.path}".encode()
            key = hashlib.blake2b(base + content + name, digest_size=32).digest()
            if (text := self._store.get(key)) is None:
                text = make()
                self._store.put(key, text)
            return text

        return keep

    def _type_pages(self) -> Iterator[tuple[str, TypeDefinition]]:
        """The types with generated pages, each behind the path of its page."""
        generated = {path for path, _ in self._extension.types.pages()}
        for name, definition in self._extension.types.definitions().items():
            if (path := self._extension.types.path(name)) in generated:
                yield path, definition

    def name_page(self, page: Page, config: MkDocsConfig) -> None:
        """Gives an operation page its title, and its place in the navigation a method."""
        path = page.file.src_uri
        if operation := self._catalog.by_path.get(path):
            named, with_badge = self._named.get(path, ""), config.theme.name == "material"
            name_page(page, operation, named=named, with_badge=with_badge)
            page.meta["search"] = search.exclude(operation)
            # Themes put it between quotation marks as it is.
            about = escape(operation.summary[:MAX_DESCRIPTION])
            page.meta.setdefault("description", about)
            self.rendering.name_template(page)


def _report(finding: Finding, *, known: bool = False) -> None:
    quiet = known or finding.severity is Severity.NOTE
    place = f"{finding.path}:{finding.line}"
    level = logging.INFO if quiet else logging.WARNING
    log.log(level, "%s: %s %s %s", place, finding.code, finding.message, finding.hint)
