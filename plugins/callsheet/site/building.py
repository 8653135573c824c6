"""The build of a site, step by step.

MkDocs imports a plugin with the configuration, whatever is asked of it, so what is heavy is here.
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from html import escape
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from callsheet.cache.content import cache_file, digest_of
from callsheet.cache.texts import TextStore
from callsheet.catalog.links import LinkFault, resolve
from callsheet.catalog.titles import Titles, TitleStyle
from callsheet.catalog.toc import Toc, read_toc
from callsheet.configuration import require_modules
from callsheet.errors import DocsError
from callsheet.paths import is_part, toc_file
from callsheet.site import garbage
from callsheet.site.config import CallsheetConfig, all_servers, collections_in
from callsheet.site.generated import assets, home_page, sandbox, search, search_data
from callsheet.site.generated.extra_files import ExtraFile, ExtraFiles
from callsheet.site.generated.generated_files import Generated, GeneratedFiles, reserve
from callsheet.site.generated.nav import escape_front_matter, mkdocs_nav, name_page
from callsheet.site.incremental.rendering import PageRendering
from callsheet.site.log import report
from callsheet.site.mdx_files import make_pages
from callsheet.site.other_plugins import docs_languages, language_folder
from callsheet.site.output.included import Included, check_pages, remove_links_out
from callsheet.site.output.policy import FILE, content_security_policy
from callsheet.site.output.site_directory import (
    SiteDirectory,
    manifest_file,
    read_manifest,
    save_manifest,
)
from callsheet.site.session import BuildSession
from callsheet.site.set_up import set_up
from callsheet.site.site_files import shared_assets, site_files
from callsheet.site.site_language import use_site_language
from callsheet.site.site_pages import SitePages, decodable
from callsheet.site.theme.navigation_lists import OPERATION
from callsheet.site.theme.navigation_order import (
    adopt,
    bring_back,
    group_by,
    heading_by_tag,
    headings_of,
    name_sections,
)
from callsheet.site.theme.operation_links import add_operations
from callsheet.source.front_matter import readable_source

MAX_DESCRIPTION = 300
"""Characters of a page's description for search engines."""

MANY_PAGES = 100
"""From how many pages with operations in other layouts on they have the navigation around them."""

_IN_NAVIGATION = (InclusionLevel.UNDEFINED, InclusionLevel.INCLUDED)


class SiteBuild:
    """One build. Its methods are the steps, in the order in which the plugin calls them.

    Attributes:
        root: The docs directory.
        directory: The site directory.
        rendering: The pages of operations.
        is_written: Whether MkDocs has written the last page.
        is_finished: Whether nothing is left to do.

    Args:
        is_further: Whether it adds to a site that another build has made.
    """

    def __init__(
        self,
        options: CallsheetConfig,
        config: MkDocsConfig,
        session: BuildSession,
        *,
        is_further: bool = False,
    ) -> None:
        """Set up the configuration; which pages there are is only known after all plugins."""
        self._options, self._session, self._is_further = options, session, is_further
        self._folder = folder = language_folder(config)
        self.is_written = self.is_finished = False
        self.root = root = Path(config.docs_dir)
        self._project = Path(config.config_file_path or "").parent
        require_modules((*options.packs, *options.behaviours), self._project)
        self._site_name = config.site_name
        self._pages = SitePages.none(root)
        self._languages = languages = docs_languages(config)
        self._collections = collections_in(options, root, languages.folders if languages else ())
        self.language = use_site_language(options, config)
        self._extension = set_up(options, config)
        self._toc: Toc | None = None
        self._included = Included({}, {})
        self._generated = GeneratedFiles(folder)
        self._lists: Sequence[str] = ()
        # The digests of the pages whose HTML can be cached.
        self._contents: dict[str, str] = {}
        self._nav_titles: Mapping[str, str] = {}
        self._search_options: dict[str, Mapping[str, Any]] = {}
        self._files = Files([])
        place = cache_file(root, "-pages")
        self._store = TextStore(place.with_suffix(".sqlite")) if place else None
        self._manifest = manifest_file(root, config.site_dir)
        # In `mkdocs serve` the session knows what it wrote; a new process reads the manifest.
        before = session.written if session.written is not None else read_manifest(self._manifest)
        before = {} if session.dirty or is_further else before
        self.directory = SiteDirectory(Path(config.site_dir), before)
        shared = folder + assets.FOLDER
        self.rendering = PageRendering(config, self._store, self.directory, shared)

    def remove_links_out(self, files: Files, config: MkDocsConfig) -> None:
        """Remove what lies outside of the docs directory, before anybody reads it.

        Other plugins find files of MDX among the pages from here on.
        """
        for finding in remove_links_out(files, config):
            report(finding)
        make_pages(files, config)

    def add_files(self, files: Files, config: MkDocsConfig) -> None:
        """Read the pages, and add the navigation, the assets, and the generated pages.

        Raises:
            PluginError: A page cannot be read.
        """
        self.directory.bring_back()
        make_pages(files, config)
        reserve(self._folder + assets.FOLDER, files, config)
        if self._makes_navigation(config):
            for file in files.documentation_pages():
                if file.inclusion in _IN_NAVIGATION and is_part(file.src_uri):
                    file.inclusion = InclusionLevel.NOT_IN_NAV
        self._read_and_generate(files, config)
        for finding in self._pages.catalog.findings:
            report(finding)
        self._add_nav(files, config)
        self.rendering.preset_pages(self._contents.keys(), files)

    def _read_and_generate(self, files: Files, config: MkDocsConfig) -> None:
        """Read the pages that the site has, and generate the files that depend on all of them."""
        self._generated.remove_from(files)
        self._included = included = Included.of(files, config, publishes=self._session.publishes)
        garbage.pause()
        try:
            given = (self.root, included, config, self._session, self._collections)
            self._pages = pages = SitePages.read(*given)
        except DocsError as error:
            raise PluginError(str(error)) from error
        if self._session.publishes:
            self._session.parsed_pages(self.root).begin_saving()
        operations = self._extension.operations
        style = TitleStyle(self._options.titles)
        operations.replace(*pages.site_catalogs(self._session, self._store, style))
        has_home = home_page.has_home(files, config, self._folder)
        generated = pages.generated(self._extension, None if has_home else config)
        self._lists = [*pages.lists(self._extension)]
        of_groups = (path for each in operations.each() for path in each.group_pages.values())
        listing = {*of_groups, *self._lists, home_page.PATH}
        in_nav = listing if self._makes_navigation(config) else set[str]()
        added: dict[str, Generated] = {
            path: (text, _IN_NAVIGATION[0] if path in in_nav else InclusionLevel.NOT_IN_NAV)
            for path, text in generated.items()
        }
        shown = bool(self._sandbox), self._session.publishes
        for path, data in shared_assets(self._options, config, *shown):
            added[path] = data, InclusionLevel.UNDEFINED
        self._generated.add_to(files, config, added)
        included.urls.update((path, self._generated[path].url) for path in generated)
        digests = {path: digest_of(text.encode()) for path, text in generated.items()}
        self._contents = {**pages.contents, **digests}

    def _makes_navigation(self, config: MkDocsConfig) -> bool:
        """Tell whether MkDocs makes the navigation, of all pages that there are."""
        return config.nav is None and not (self._options.toc and toc_file(self.root))

    def _included_in(self, files: Files, config: MkDocsConfig) -> Mapping[str, str]:
        return Included.now(files, config, publishes=self._session.publishes)

    def _add_nav(self, files: Files, config: MkDocsConfig) -> None:
        """Make `nav` from `toc.yml`, where there is no other one."""
        if not self._options.toc or config.nav is not None:
            return
        catalog, operations = self._pages.catalog, self._extension.operations
        shown = self._included.urls.keys() | self._generated.keys()
        self._toc = read_toc(self.root, operations.current().resolution.by_uid, shown)
        if self._toc:
            pages = {page.path: page for page in catalog.pages}
            if self._toc.entries:
                lists = [path for path in self._lists if path in shown]
                config.nav = mkdocs_nav(self._toc.entries, pages, shown, lists)
            # The files also name pages that the site does not have.
            for file in filter(None, map(files.get_file_from_path, self._toc.files)):
                file.inclusion = InclusionLevel.EXCLUDED

    def report(self, nav: Navigation, config: MkDocsConfig, files: Files) -> None:
        """Report links that lead nowhere, now that the files of all plugins are there."""
        # A plugin may have removed files since.
        if self._included_in(files, config) != self._included.urls:
            self._read_and_generate(files, config)
        # Before it is read, a page has no title but that of the configuration.
        self._nav_titles = {page.file.src_uri: page.title or "" for page in nav.pages}
        generated = {file.src_uri for file in files}
        for part in self._pages.parts:
            for finding in resolve(part.catalog, generated).findings:
                # MkDocs has a warning of its own for links to files, without the line.
                report(finding, is_known=finding.code == LinkFault.FILE.code)
        for finding in self._toc.findings if self._toc else ():
            report(finding)
        if config.nav is None:
            if self._languages and self._languages.in_folders:
                bring_back(nav, files, self._lists, self._collections)
            group_by(nav, heading_by_tag(self._pages.catalog))
            name_sections(nav.items, self._collections)
        else:
            for known in self._extension.operations.each():
                known.headings.update(headings_of(nav))

    def add_operations(self, nav: Navigation, config: MkDocsConfig) -> None:
        """Add the operations of pages with several to the navigation."""
        add_operations(
            nav,
            self._pages.catalog,
            Titles(TitleStyle(self._options.titles), self._pages.catalog.groups),
            named=self._nav_titles,
            with_badge=config.theme.name == "material",
        )

    def start_rendering(self, nav: Navigation, config: MkDocsConfig, files: Files) -> None:
        """Begin with the pages of operations, and with the files that are not pages."""
        self._files = files
        self._session.free_memory()
        scripts = self._extension.share(self.directory, self._folder, dirty=self._session.dirty)
        extra_files = ExtraFiles(self.directory, self._extra_files(config, files))
        garbage.collect_seldom()
        self.rendering.start(
            nav,
            files,
            self._extension,
            self._contents,
            next(iter(self._pages.parts[0].index_page.paths), None),
            extra_files,
            scripts,
            heading_by_tag(self._pages.catalog) if config.nav is None else lambda _: "",
        )
        # Generated pages that are in no navigation get a place in the one of their operations.
        in_nav = {page.file.src_uri: page for page in nav.pages}
        for part in self._pages.parts:
            own = filter(part.catalog.collection.has, self._generated)
            lists = (part.types_page or "", *part.index_page.paths)
            adopt(in_nav, files, own, lists, part.catalog.on_page)

    def _extra_files(self, config: MkDocsConfig, files: Files) -> Iterator[ExtraFile]:
        published = files if self._options.downloads and self._session.publishes else None
        given = (self._options, config, self._pages, self._extension, self._sandbox, published)
        cache = self._store.file if self._store else None
        return (file.below(self._folder) for file in site_files(*given, cache))

    @cached_property
    def _sandbox(self) -> tuple[ExtraFile, ...]:
        """The files of the sandbox, if the site has one and what it needs is there."""
        packs = [*self._options.packs, *self._options.behaviours]
        option, catalogs = self._options.sandbox, [each.catalog for each in self._pages.parts]
        return sandbox.available(option, catalogs, packs, self._project, self._site_name)

    def source_of(self, page: Page) -> str | None:
        """Return a text with front matter that MkDocs reads; None where it is as it is.

        MkDocs and its themes would evaluate one that is too large, whatever is in it.
        """
        is_usable = page.file.src_uri not in self._pages.without_front_matter
        return readable_source(decodable(page.file), is_usable=is_usable)

    def name_page(self, page: Page, config: MkDocsConfig) -> None:
        """Give an operation page its title, and its place in the navigation a method."""
        path = page.file.src_uri
        self._extension.operations.enter(path)
        escape_front_matter(page)
        if operation := self._extension.operations.shown(path):
            named, with_badge = self._nav_titles.get(path, ""), config.theme.name == "material"
            titles = self._extension.operations.titles
            name_page(page, operation, titles, named=named, with_badge=with_badge)
            page.meta[OPERATION] = True
            # Other plugins may have added options of a whole folder to its front matter.
            self._search_options[path] = options = search.options(page.meta)
            # The search plugin would index the whole page; `add_search_entries` writes better
            # entries.
            page.meta["search"] = {**options, "exclude": True}
            # Themes put it between quotation marks as it is.
            about = escape((operation.text_below_title or operation.summary)[:MAX_DESCRIPTION])
            page.meta.setdefault("description", about)
        among = self._pages.catalog.on_page
        is_one_of_many = path in among and len(among) >= MANY_PAGES
        is_list = path in self._extension.operations.current().overviews or path in self._lists
        has_types = "defines" in page.meta or path in self._generated
        if operation or is_one_of_many or is_list or has_types:
            self.rendering.name_template(page)

    def is_ours(self, page: Page) -> bool:
        """Tell whether this package renders a page, or a part of it."""
        path, catalog = page.file.src_uri, self._pages.catalog
        return path in self._generated or path in catalog.by_path or path in catalog.on_page

    def check_pages(self, files: Files, config: MkDocsConfig) -> None:
        """Make sure that no file shows what the pages of the site do not show.

        Raises:
            PluginError: A page was left out after it was read, or is encrypted for a reason that
                its file does not have.
        """
        catalog = self._pages.catalog
        sources = catalog.by_path.keys() | {table.path for table in catalog.type_tables}
        check_pages(sources, self._included, self._included_in(files, config))

    def add_search_entries(self, config: MkDocsConfig) -> None:
        """Add operations and types to the search index."""
        file = Path(config.site_dir) / search.INDEX
        for known in self._extension.operations.each():
            search.add_entries(
                file,
                known.catalog.documented,
                [*self._extension.types.generated()],
                self._included.urls,
                self._search_options,
                known.titles,
                self._generated,
            )

    def _write_search(self, config: MkDocsConfig) -> None:
        """Write the data of the site's own search."""
        index = search.read_index(Path(config.site_dir) / search.INDEX)
        entries = search.of_all(
            search.entries_of(
                index,
                known.catalog.documented,
                [*self._extension.types.with_pages()],
                self._included.urls,
                self._search_options,
                known.titles,
            )
            for known in self._extension.operations.each()
        )
        for path, content in search_data.contents(entries, self._folder, self._collections):
            self.directory.write(self._folder + path, "", content)

    def finish(self, config: MkDocsConfig) -> None:
        """Wait for what is still written, and save what the next build can use."""
        self.is_finished = True
        if not self._session.publishes:
            garbage.reset()
        self.rendering.finish()
        # Now that no other process would copy what this looks at, which is all that was read.
        self._session.parsed_pages(self.root).save_rest()
        self._write_search(config)
        if self._session.publishes and not self._is_further:
            policy = content_security_policy(
                config,
                self._files,
                self.rendering.environment,
                self.rendering.templates,
                all_servers(self._options.servers, self._collections),
                any_server=self._options.any_server,
                runs=bool(self._sandbox),
                runtime=sandbox.runtime_address(self._options.sandbox),
            )
            self.directory.write(FILE, "", f"{policy}\n".encode())
        written = self.directory.finish()
        # The next build of a site begins with the language that this one began with.
        if not self._is_further:
            self._session.written = written
            if self._session.publishes:
                save_manifest(self._manifest, written)
        if self._store:
            self._store.close()

    def abandon(self, error: Exception) -> None:
        """Clean up after a build that has failed.

        Raises:
            PluginError: It has failed because the site cannot be written.
        """
        garbage.reset()
        self.rendering.abandon()
        self.directory.discard()
        if message := self.directory.fault(error):
            raise PluginError(message) from error
