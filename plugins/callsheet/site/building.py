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
from functools import partial
from html import escape
from pathlib import Path
from typing import Any

from mkdocs.config.config_options import ExtraScriptValue
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from callsheet.cache.files import cache_file
from callsheet.cache.texts import TextStore
from callsheet.catalog import Catalog
from callsheet.catalog.links import LinkFault, resolve
from callsheet.catalog.named_types import TypeDefiner, TypeDefinition
from callsheet.catalog.toc import Toc, read_toc
from callsheet.errors import ConfigurationError, DocsError
from callsheet.findings import Finding, Severity
from callsheet.model import Operation
from callsheet.samples import read_overrides
from callsheet.site.config import CallsheetConfig
from callsheet.site.extension import CallsheetExtension
from callsheet.site.generated import assets, console, search
from callsheet.site.generated import permalinks as uids
from callsheet.site.generated.downloads import downloads
from callsheet.site.generated.extra_files import Beside, FilesBeside
from callsheet.site.generated.nav import escape_front_matter, mkdocs_nav, name_page
from callsheet.site.generated.operation_list import Listing
from callsheet.site.incremental.dependencies import Facts
from callsheet.site.incremental.page_cache import Found, digest_of, stands_alone
from callsheet.site.incremental.parsed_pages import SitePages
from callsheet.site.incremental.source_files import Texts
from callsheet.site.log import log
from callsheet.site.markdown import coverage
from callsheet.site.operations import Known
from callsheet.site.output.included import (
    Included,
    becomes_encrypted,
    encrypted_by,
    remove_links_out,
    without_content,
)
from callsheet.site.output.policy import FILE, content_security_policy
from callsheet.site.output.rendering import Rendering
from callsheet.site.output.site_directory import (
    Output,
    Written,
    file_key,
    read_written,
    save_written,
)
from callsheet.source.faults import Fault
from callsheet.source.front_matter import without_front_matter

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
        """Adds the extension, the stylesheet and the script.

        Which pages there are is only known with the files, when all plugins have spoken.
        """
        self._options = options
        self._session = session
        self._root = root = Path(config.docs_dir)
        self._catalog = Catalog.of(root, ())
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
        # What MkDocs and its themes would write out, whatever it stands for.
        self._front_matter_refused: set[str] = set()
        self._included = Included({}, {})
        self._listing = Listing(self._catalog, {})
        self._defining: set[str] = set()
        self._digests: dict[str, bytes] = {}
        self._contents: dict[str, bytes] = {}
        self._hints: dict[str, Mapping[str, Any]] = {}
        place = cache_file(root, "-pages")
        self._store = TextStore(place.with_suffix(".sqlite")) if place else None
        self._written_file = _written_file(root, config.site_dir) if place else None
        before = session.written
        if before is None:
            before = read_written(self._written_file)
        self.output = Output(Path(config.site_dir), {} if session.dirty else before)
        self.rendering = Rendering(config, self._contents, self._store, self.output, session.found)
        self._generated: set[str] = set()
        self._files = Files([])

    def remove_links_out(self, files: Files, config: MkDocsConfig) -> None:
        """Removes what lies outside of the docs directory, before anybody reads it."""
        for finding in remove_links_out(files, config):
            _report(finding)

    def add_files(self, files: Files, config: MkDocsConfig) -> None:
        """Reads the pages, and adds the navigation, the assets, and pages that no file is behind.

        Raises:
            PluginError: A page cannot be read.
        """
        self.output.bring_back()
        self._keep_out(files, config)
        self._settle(files, config)
        for finding in self._catalog.findings:
            _report(finding)
        if self._options.toc and config.nav is None:
            by_uid = resolve(self._catalog).by_uid
            self._toc = read_toc(self._root, by_uid, self._included.urls.keys() | self._generated)
        if self._toc and self._toc.entries:
            pages = {page.path: page for page in self._catalog.pages}
            shown = self._included.urls.keys() | self._generated
            config.nav = mkdocs_nav(self._toc.entries, pages, shown)
        for path in self._toc.files if self._toc else ():
            # It has said what it says, of pages that the site does not have, too.
            if file := files.get_file_from_path(path):
                file.inclusion = InclusionLevel.EXCLUDED

    def _settle(self, files: Files, config: MkDocsConfig) -> None:
        """Makes the catalog and all files of the pages that the site has."""
        own = {path: file for path in self._generated if (file := files.get_file_from_path(path))}
        for file in own.values():
            files.remove(file)
        drafts = not self._session.publishes
        self._included = included = Included.of(files, config, drafts=drafts)
        self._read(included, config)
        generators = (self._extension.types, self._extension.uids, self._listing)
        pages = dict(page for generator in generators for page in generator.pages())
        made: dict[str, tuple[str | bytes, InclusionLevel]] = {
            path: (text, InclusionLevel.NOT_IN_NAV) for path, text in pages.items()
        }
        urls = included.urls
        for path, content in assets.contents(self._catalog, urls):
            made[path] = (content, InclusionLevel.UNDEFINED)
        if self._options.coverage:
            try:
                content = coverage.badge(Path(self._options.coverage))
            except ConfigurationError as error:
                raise PluginError(str(error)) from error
            made[coverage.BADGE] = (content, InclusionLevel.UNDEFINED)
        for path, (content, level) in made.items():
            file = own.get(path)
            if file is None:
                file = File.generated(config, path, content=content, inclusion=level)
            elif file.content_bytes != (data := _bytes(content)):
                file.content_bytes = data
            files.append(file)
            if path in pages:
                urls[path] = file.url
                self._contents[path] = digest_of(_bytes(content))
        self._generated = {*made}

    def _read(self, included: Included, config: MkDocsConfig) -> None:
        """Makes the catalog of the pages."""
        # What was read lives as long as the build; to search it for garbage takes seconds.
        gc.disable()
        session = self._session
        try:
            # Read once, so that what is kept of a page belongs to the text that it was made of.
            texts = session.texts.read(included.read)
        except DocsError as error:
            raise PluginError(str(error)) from error
        encrypted = encrypted_by(config)
        hidden = {path for path, text in texts.items() if encrypted and encrypted(text)}
        readings = []
        operations: dict[str, Operation] = {}
        for reading in session.pages_of(self._root).readings(
            texts, included.read.keys() - texts.keys()
        ):
            path = reading.page.path
            if path in hidden:
                reading, operation = without_content(reading)
                if operation:
                    operations[path] = operation
            readings.append(reading)
        self._catalog = Catalog.of(self._root, readings)
        self._front_matter_refused = {
            finding.path
            for finding in self._catalog.findings
            if finding.code == Fault.FRONT_MATTER_SIZE.code
        }
        self._extension.operations.give(Known(self._catalog, session.definer, operations))
        self._listing = Listing(self._catalog, texts)
        self._defining = {table.path for table in self._catalog.type_tables}
        self._digests = {path: digest_of(text) for path, text in texts.items()}
        self._contents.clear()
        self._contents.update(
            (path, self._digests[path])
            for path in self._catalog.by_path
            if path in texts and stands_alone(texts[path])
        )

    def _keep_out(self, files: Files, config: MkDocsConfig) -> None:
        """Leaves out what would take the place of the scripts that this package writes."""
        for file in [*files]:
            if file.src_dir == config.docs_dir and file.dest_uri.startswith(f"{assets.FOLDER}/"):
                log.warning("%s: left out, since `%s` is ours.", file.src_uri, assets.FOLDER)
                files.remove(file)

    def report(self, nav: Navigation, config: MkDocsConfig, files: Files) -> None:
        """Reports what leads nowhere, now that the files of all plugins are there."""
        # A plugin may have removed files since.
        drafts = not self._session.publishes
        if Included.of(files, config, drafts=drafts).urls != self._included.urls:
            self._settle(files, config)
        # Before it is read, a page has no title but that of the configuration.
        self._named = {page.file.src_uri: page.title or "" for page in nav.pages}
        generated = {file.src_uri for file in files}
        for finding in resolve(self._catalog, generated).findings:
            # MkDocs has a warning of its own for links to files, without the line.
            _report(finding, known=finding.code == LinkFault.FILE.code)
        for finding in self._toc.findings if self._toc else ():
            _report(finding)

    def check_pages(self, files: Files, config: MkDocsConfig) -> None:
        """Makes sure that the site tells of no page more than it shows, now that it is settled.

        Raises:
            PluginError: A page was left out after it was read, or is encrypted for a reason that
                its file does not have.
        """
        drafts = not self._session.publishes
        shown = Included.of(files, config, drafts=drafts).read
        for path, file in self._included.read.items():
            if path not in self._catalog.by_path and path not in self._defining:
                continue
            if path not in shown:
                raise PluginError(
                    f"The page `{path}` was left out by a plugin or hook after what is made of it;"
                    " what that says would be readable. Leave it out in `on_files` or `on_nav`, or"
                    " name it in `exclude_docs`."
                )
            if becomes_encrypted(file):
                raise PluginError(
                    f"The page `{path}` is encrypted, and its front matter does not say so; what"
                    " is made of it would be readable. Give the password or level there."
                )

    def start_rendering(self, nav: Navigation, config: MkDocsConfig, files: Files) -> None:
        """Begins with the pages of operations, now that all plugins have said what they say."""
        self._files = files
        operations, types = self._extension.operations, self._extension.types
        facts = Facts(operations, types, self._extension.uids)
        self._session.forget()
        beside = FilesBeside(
            self.output,
            self._beside(config, files),
            self._session.pages_of(self._root).save_rest,
        )
        gc.freeze()
        gc.enable()
        self.rendering.start(nav, files, operations, facts, self._listing.path, beside)

    def add_search_entries(self, config: MkDocsConfig) -> None:
        """Puts operations and types into the search index."""
        file = Path(config.site_dir) / search.INDEX
        urls = self._included.urls
        search.add_entries(file, self._catalog.operations, self._type_pages(), urls, self._hints)

    def finish(self, config: MkDocsConfig) -> None:
        """Keeps what was rendered."""
        gc.unfreeze()
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
        self.output.discard()

    def tell(self, error: Exception) -> None:
        """Says in the place of an error that the site cannot be written, where that is the reason.

        Raises:
            PluginError: It is.
        """
        if message := self.output.fault(error):
            raise PluginError(message) from error

    def _beside(self, config: MkDocsConfig, files: Files) -> Iterator[Beside]:
        chosen, _ = read_overrides(self._options.samples)
        yield from console.contents(
            self._catalog.operations,
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
                partial(_content, files),
                types=self._extension.types.definitions(),
            )

    def _key_of_all(self) -> Callable[..., str]:
        """Makes keys for what is made of all pages."""
        pages = [path.encode() + digest for path, digest in sorted(self._digests.items())]
        pages.append(repr(sorted(self._catalog.by_path)).encode())
        tree = hashlib.blake2b(b"\n".join(pages), digest_size=32).digest()
        return lambda *parts: file_key(tree, *(part.encode() for part in parts))

    def _type_pages(self) -> Iterator[tuple[str, TypeDefinition]]:
        """The types with generated pages, each behind the path of its page."""
        generated = {path for path, _ in self._extension.types.pages()}
        for name, definition in self._extension.types.definitions().items():
            if (path := self._extension.types.path(name)) in generated:
                yield path, definition

    def source_of(self, page: Page) -> str | None:
        """The text of a page whose front matter goes beyond the limits, without it; else None."""
        if page.file.src_uri not in self._front_matter_refused:
            return None
        return without_front_matter(page.file.content_string)

    def name_page(self, page: Page, config: MkDocsConfig) -> None:
        """Gives an operation page its title, and its place in the navigation a method."""
        path = page.file.src_uri
        escape_front_matter(page)
        if operation := self._catalog.by_path.get(path):
            named, with_badge = self._named.get(path, ""), config.theme.name == "material"
            name_page(page, operation, named=named, with_badge=with_badge)
            # Other plugins may have added to it what holds for a whole folder.
            self._hints[path] = options = search.options(page.meta)
            page.meta["search"] = {**options, "exclude": True}
            # Themes put it between quotation marks as it is.
            about = escape(operation.summary[:MAX_DESCRIPTION])
            page.meta.setdefault("description", about)
        if operation or path in self._generated:
            self.rendering.name_template(page)


def _content(files: Files, path: str) -> bytes:
    """The text of a page of the site."""
    file = files.get_file_from_path(path)
    return file.content_bytes if file else b""


def _bytes(content: str | bytes) -> bytes:
    return content.encode() if isinstance(content, str) else content


def _written_file(root: Path, site_dir: str) -> Path | None:
    """Where to remember what was written into a site directory."""
    site = hashlib.blake2b(os.fsencode(Path(site_dir).resolve()), digest_size=6).hexdigest()
    return cache_file(root, f"-site-{site}")


def _report(finding: Finding, *, known: bool = False) -> None:
    quiet = known or finding.severity is Severity.NOTE
    place = f"{finding.path}:{finding.line}"
    level = logging.INFO if quiet else logging.WARNING
    log.log(level, "%s: %s %s %s", place, finding.code, finding.message, finding.hint)
