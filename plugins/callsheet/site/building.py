"""What the plugin does for a whole site; the plugin itself only says when.

MkDocs imports a plugin with the configuration, whatever is asked of it, so what is heavy is here.
"""

from __future__ import annotations

import gc
import hashlib
import logging
import os
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from html import escape
from pathlib import Path

from mkdocs.config.config_options import ExtraScriptValue
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from callsheet.cache import cache_file
from callsheet.catalog import Catalog
from callsheet.errors import DocsError
from callsheet.findings import Finding, Severity
from callsheet.links import LinkFault, resolve
from callsheet.samples import read_overrides
from callsheet.site import assets, console, coverage, search, uids
from callsheet.site.beside import Beside, FilesBeside
from callsheet.site.config import CallsheetConfig
from callsheet.site.downloads import downloads
from callsheet.site.extension import CallsheetExtension
from callsheet.site.facts import Facts
from callsheet.site.kept import Found, digest_of, stands_alone
from callsheet.site.listing import Listing
from callsheet.site.log import log
from callsheet.site.nav import escape_front_matter, mkdocs_nav, name_page
from callsheet.site.output import Output, Written, file_key, read_written, save_written
from callsheet.site.policy import FILE, content_security_policy
from callsheet.site.reading import SitePages
from callsheet.site.rendering import Rendering
from callsheet.site.store import TextStore
from callsheet.site.texts import Texts
from callsheet.toc import Toc, read_toc
from callsheet.typedefs import TypeDefiner, TypeDefinition

MAX_DESCRIPTION = 300
"""Characters that search engines are told of a page."""


@dataclass
class Session:
    """What lasts from one build of a site by this process to the next.

    Attributes:
        publishes: Whether the site is for others; its author needs less.
        dirty: Whether MkDocs leaves the site directory as it is.
        found: What was found or made of the pages, by key.
        written: What was written into the site directory; None before the first build.
        definer: Defines the types.
        texts: Reads the pages.
    """

    publishes: bool = True
    dirty: bool = False
    found: Mapping[bytes, Found] = field(default_factory=dict)
    written: Mapping[str, Written] | None = None
    definer: TypeDefiner = field(default_factory=TypeDefiner)
    texts: Texts = field(default_factory=Texts)
    _pages: dict[Path, SitePages] = field(default_factory=dict)

    def pages_of(self, root: Path) -> SitePages:
        """What was read of the pages of a docs directory."""
        return self._pages.setdefault(root, SitePages(root))

    def forget(self) -> None:
        """Forgets what is only for the next build, where there will be none."""
        if self.publishes:
            self.texts.forget()
            self.definer.forget()


class SiteBuild:
    """One build: the operations, and what the site has beside its pages.

    Attributes:
        output: What the site directory has.
        rendering: The pages of operations.
    """

    def __init__(self, options: CallsheetConfig, config: MkDocsConfig, session: Session) -> None:
        """Reads the catalog, adds the extension, the stylesheet, and the navigation.

        Raises:
            PluginError: The docs directory cannot be read.
        """
        self._options = options
        self._session = session
        root = Path(config.docs_dir)
        try:
            # Read once, so that what is kept of a page belongs to the text that it was made of.
            texts = session.texts.read(root)
            self._pages = session.pages_of(root)
            self._pages.texts = texts
            self._catalog = Catalog.read(root, replaced=texts, cached=self._pages)
            self._pages.texts = {}
        except DocsError as error:
            raise PluginError(str(error)) from error
        # What was read lives as long as the build; to search it for garbage takes seconds.
        gc.disable()
        for finding in self._catalog.findings:
            _report(finding)
        folder = self._options.types_dir
        self._extension = CallsheetExtension(
            self._catalog,
            definer=session.definer,
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
        self._digests = {path: digest_of(text) for path, text in texts.items()}
        contents = {
            path: self._digests[path]
            for path in self._catalog.by_path
            if path in texts and stands_alone(texts[path])
        }
        self._contents = contents
        place = cache_file(root, "-pages")
        self._store = TextStore(place.with_suffix(".sqlite")) if place else None
        self._written_file = _written_file(root, config.site_dir) if place else None
        before = session.written
        if before is None:
            before = read_written(self._written_file)
        self.output = Output(Path(config.site_dir), {} if session.dirty else before)
        self.rendering = Rendering(config, contents, self._store, self.output, session.found)
        self._urls: Mapping[str, str] = {}
        self._generated: set[str] = set()
        self._files = Files([])

    def add_files(self, files: Files, config: MkDocsConfig) -> None:
        """Adds the assets, and the pages that no file is behind, to the site's files."""
        self.output.bring_back()
        self._keep_out(files, config)
        generators = (self._extension.types, self._extension.uids, self._listing)
        pages = [page for generator in generators for page in generator.pages()]
        for path, text in pages:
            level = InclusionLevel.NOT_IN_NAV
            files.append(File.generated(config, path, content=text, inclusion=level))
            self._generated.add(path)
            self._contents[path] = digest_of(text.encode())
        urls = {file.src_uri: file.url for file in files if file.is_documentation_page()}
        self._urls = urls
        for path, content in assets.contents(self._catalog, urls):
            files.append(File.generated(config, path, content=content))
        if self._options.coverage:
            content = coverage.badge(Path(self._options.coverage))
            files.append(File.generated(config, coverage.BADGE, content=content))

    def _keep_out(self, files: Files, config: MkDocsConfig) -> None:
        """Leaves out what would take the place of the scripts that this package writes."""
        for file in [*files]:
            if file.src_dir == config.docs_dir and file.dest_uri.startswith(f"{assets.FOLDER}/"):
                log.warning("%s: left out, since `%s` is ours.", file.src_uri, assets.FOLDER)
                files.remove(file)

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
        """Begins with the pages of operations, now that all plugins have said what they say."""
        self._files = files
        operations, types = self._extension.operations, self._extension.types
        facts = Facts(operations, types, self._extension.uids)
        self._session.forget()
        beside = FilesBeside(self.output, self._beside(config), self._pages.save_rest)
        gc.freeze()
        gc.enable()
        self.rendering.start(nav, files, operations, facts, self._listing.path, beside)

    def finish(self, config: MkDocsConfig) -> None:
        """Puts the operations into the search index, and keeps what was rendered."""
        gc.unfreeze()
        file = Path(config.site_dir) / search.INDEX
        search.add_entries(file, self._catalog.operations, self._type_pages(), self._urls)
        self.rendering.finish()
        if self._session.publishes:
            self._write_policy(config)
        self._session.found = self.rendering.found
        self._session.written = written = self.output.finish()
        if self._session.publishes:
            save_written(self._written_file, written)
        if self._store:
            self._store.close()

    def _write_policy(self, config: MkDocsConfig) -> None:
        policy = content_security_policy(
            config,
            self._files,
            self.rendering.environment,
            self.rendering.templates,
            self._options.servers,
            any_server=self._options.any_server,
        )
        self.output.write(FILE, "", f"{policy}\n".encode())

    def abandon(self) -> None:
        """Ends what goes on beside a build that has failed."""
        gc.enable()
        gc.unfreeze()
        self.rendering.abandon()

    def _beside(self, config: MkDocsConfig) -> Iterator[Beside]:
        chosen, _ = read_overrides(self._options.samples)
        # What belongs to a page that the site has not is not asked for.
        yield from console.contents(
            [o for o in self._catalog.operations if o.path in self._urls],
            self._extension.types.definitions(),
            chosen,
            self._options.servers,
            any_server=self._options.any_server,
            digests=self._digests,
        )
        if self._options.downloads and self._session.publishes:
            yield from downloads(
                self._catalog,
                config.site_name,
                config.site_description or "",
                chosen,
                self._digests,
                self._key_of_all(),
                types=self._extension.types.definitions(),
            )

    def _key_of_all(self) -> Callable[..., str]:
        """Makes keys for what is made of all pages."""
        pages = [path.encode() + digest for path, digest in sorted(self._digests.items())]
        tree = hashlib.blake2b(b"\n".join(pages), digest_size=32).digest()
        return lambda *parts: file_key(tree, *(part.encode() for part in parts))

    def _type_pages(self) -> Iterator[tuple[str, TypeDefinition]]:
        """The types with generated pages, each behind the path of its page."""
        generated = {path for path, _ in self._extension.types.pages()}
        for name, definition in self._extension.types.definitions().items():
            if (path := self._extension.types.path(name)) in generated:
                yield path, definition

    def name_page(self, page: Page, config: MkDocsConfig) -> None:
        """Gives an operation page its title, and its place in the navigation a method."""
        path = page.file.src_uri
        escape_front_matter(page)
        if operation := self._catalog.by_path.get(path):
            named, with_badge = self._named.get(path, ""), config.theme.name == "material"
            name_page(page, operation, named=named, with_badge=with_badge)
            page.meta["search"] = search.exclude(operation)
            # Themes put it between quotation marks as it is.
            about = escape(operation.summary[:MAX_DESCRIPTION])
            page.meta.setdefault("description", about)
        if operation or path in self._generated:
            self.rendering.name_template(page)


def _written_file(root: Path, site_dir: str) -> Path | None:
    """Where to remember what was written into a site directory."""
    site = hashlib.blake2b(os.fsencode(Path(site_dir).resolve()), digest_size=6).hexdigest()
    return cache_file(root, f"-site-{site}")


def _report(finding: Finding, *, known: bool = False) -> None:
    quiet = known or finding.severity is Severity.NOTE
    place = f"{finding.path}:{finding.line}"
    level = logging.INFO if quiet else logging.WARNING
    log.log(level, "%s: %s %s %s", place, finding.code, finding.message, finding.hint)
