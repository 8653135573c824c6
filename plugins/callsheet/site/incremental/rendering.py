"""The steps from operation pages to HTML in the theme Material for MkDocs."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from functools import partial
from pathlib import Path
from typing import Any

from jinja2 import pass_context
from jinja2.runtime import Context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from callsheet.cache.texts import TextStore
from callsheet.parallel import MIN_TASKS
from callsheet.render.phrases import html_phrase, language_in_use
from callsheet.render.template_code import TemplateCode
from callsheet.site import garbage
from callsheet.site.extension import CallsheetExtension
from callsheet.site.generated.extra_files import ExtraFiles
from callsheet.site.generated.nav import set_escaped_title
from callsheet.site.generated.operation_scripts import OperationScripts
from callsheet.site.incremental.cached_page import (
    CachedPage,
    RenderingContext,
    attach_pages,
    cached_records,
    preset_pages,
)
from callsheet.site.incremental.changed_pages import show_changed
from callsheet.site.incremental.dependencies import DependencyDigests
from callsheet.site.incremental.fingerprint import site_fingerprint
from callsheet.site.incremental.operation_markdown import OperationMarkdown
from callsheet.site.incremental.page_cache import RenderedPageCache
from callsheet.site.incremental.page_writer import TEMPLATE, PageWriter
from callsheet.site.incremental.shared_pages import SharedPages, silent
from callsheet.site.mkdocs_internals import write_instead
from callsheet.site.output.minify import minify_block, minify_page, without_contents
from callsheet.site.output.site_directory import SiteDirectory
from callsheet.site.theme.blocks import THEME_DIR, is_known_folder, is_plain_theme
from callsheet.site.theme.navigation_lists import OPERATION, NavigationLists
from callsheet.site.theme.navigation_order import Heading
from callsheet.site.theme.sidebar import Sidebar
from callsheet.site.theme.theme_parts import ThemeParts


class PageRendering:
    """The operation pages of one build; its methods are in the order in which they are called.

    Other themes show these pages as they show any page.

    Attributes:
        environment: The theme's Jinja environment, once all pages are read.

    Args:
        config: The configuration.
        store: Where rendered pages are cached, if they are.
        directory: The site directory.
        assets_folder: Where the files are that all pages share, relative to the site directory.
    """

    def __init__(
        self,
        config: MkDocsConfig,
        store: TextStore | None,
        directory: SiteDirectory,
        assets_folder: str,
    ) -> None:
        self.environment: Any = None
        self._config = config
        self._store = store
        self._directory = directory
        self._assets_folder = assets_folder
        self._context: RenderingContext | None = None
        self._pages: list[CachedPage] = []
        self._lists: NavigationLists | None = None
        self._sidebar: Sidebar | None = None
        self._converting: SharedPages | None = None
        self._extra_files: ExtraFiles | None = None
        self._scripts: OperationScripts | None = None
        self._writer: PageWriter | None = None
        self._parts: ThemeParts | None = None
        self._overview_url: str | None = None
        self._is_material = config.theme.name == "material"
        # At the end, so that a template of the author's own, or of the theme, comes first.
        if self._is_material and THEME_DIR not in config.theme.dirs:
            config.theme.dirs.append(THEME_DIR)

    @property
    def templates(self) -> tuple[str, ...]:
        """The templates of pages, as far as no page has another one."""
        return ("main.html", TEMPLATE) if self._is_material else ("main.html",)

    def preset_pages(self, paths: Collection[str], files: Files) -> None:
        """Give files pages that can be cached, before MkDocs makes the navigation of pages."""
        if self._is_material and self._store:
            preset_pages(paths, files, self._config)

    def start(
        self,
        nav: Navigation,
        files: Files,
        extension: CallsheetExtension,
        contents: Mapping[str, str],
        overview: str | None,
        extra_files: ExtraFiles,
        scripts: OperationScripts,
        heading: Heading,
    ) -> None:
        """Look the pages up in the cache, and begin to convert the others.

        Args:
            nav: The navigation, as all plugins left it.
            files: The files, as all plugins left them.
            extension: Renders the pages.
            contents: The digests of the pages that can be cached, by path.
            overview: The page that lists all operations.
            extra_files: Are written here, or by the other process.
            scripts: Are written with their pages.
            heading: Returns the heading of an entry of the navigation, if it has one.
        """
        self._extra_files, self._scripts = extra_files, scripts
        if self._is_material:
            file = files.get_file_from_path(overview) if overview else None
            self._overview_url = url = file.url if file else None
            if is_plain_theme(self._config.theme):
                self._lists = NavigationLists(heading)
            self._sidebar = sidebar = Sidebar(nav, url, self._lists)
            digests = DependencyDigests(extension.operations, extension.types, extension.permalinks)
            extra = [digests.usual_headers(), url or "", repr(language_in_use())]
            fingerprint = site_fingerprint(self._config, files, extra) if self._store else None
            if self._store and fingerprint:
                self._context = context = RenderingContext(
                    RenderedPageCache(self._store, fingerprint, contents, digests),
                    extension,
                    OperationMarkdown(self._config, files, extension),
                    self._config,
                    files,
                    self._directory,
                    self._converted_elsewhere,
                    scripts,
                    extra_files.make_parts,
                )
                with self._store.reading():
                    self._pages = attach_pages(context, contents.keys(), sidebar)
                scripts.begin({page.file.src_uri: page.content_key() for page in self._pages})
                self._converting = self._convert(context, extra_files)
                if self._converting.are_shared:
                    return
        if self._context is None:
            scripts.begin({})
        extra_files.write()

    def _convert(self, context: RenderingContext, extra_files: ExtraFiles) -> SharedPages:
        """Have the pages that are not in the cache converted by another process, too."""

        def convert(page: CachedPage) -> str:
            page.read_source(context.config)
            # The parent has MkDocs do this for pages that it takes; here, nobody but the cache
            # needs the result.
            page.render(context.config, context.files)
            key = page.content_key()
            # The parent finds it in the store.
            page.reset()
            return key

        pages = [page for page in self._pages if not page.entry]
        # With few pages, most parts of documents are cached. With many, documents are made when no
        # process is left that would have what is in memory a second time.
        documents = len(pages) < MIN_TASKS
        extra_files.makes_parts = not documents

        def prepare() -> None:
            extra_files.write()
            if documents:
                extra_files.write_documents()

        if not documents:
            # Both processes share what the first page loads; after the fork, each would load it.
            with silent():
                pages[0].read_source(context.config)
                pages[0].render(context.config, context.files)
            extra_files.save_parts()
            garbage.collect_seldom()
            pages = pages[1:] if pages[0].entry else pages
        weight, save = extra_files.weight(documents=documents), extra_files.save_parts
        return SharedPages(context, pages, convert, prepare=prepare, weight=weight, save=save)

    def _converted_elsewhere(self, page: CachedPage) -> str | None:
        # In the other process there is no such object, since it was forked before.
        if self._converting is None or self._converting.take(page):
            return None
        self._converting.join()
        return self._converting.made.get(page.file.src_uri, "")

    def name_template(self, page: Page) -> None:
        """Give the page of an operation its template; one of the author's own stays."""
        if self._is_material:
            page.meta.setdefault("template", TEMPLATE)

    def set_environment(self, environment: Any, files: Files) -> None:
        """Begin to write the pages, now that all of them are read."""
        self.environment = environment
        # The names are those that the templates in `theme/templates` use.
        environment.filters["callsheet_compact"] = minify_block
        environment.filters["callsheet_nav"] = self._navigation
        environment.filters["callsheet_page"] = self._page
        environment.globals["callsheet_phrase"] = html_phrase
        environment.bytecode_cache = environment.bytecode_cache or TemplateCode()
        if self._is_material:
            self._parts = ThemeParts(self._config, environment, TEMPLATE, self._assets_folder)
        if self._context and self._sidebar:
            if self._extra_files:
                # Before the next fork.
                self._extra_files.save_parts()
            self._writer = PageWriter(
                self._context,
                self._pages,
                self._sidebar,
                environment,
                self._lists,
                self._parts.path if self._parts else "",
            )
            write_instead(files, self._writer.has, self._writer.write)

    def missing_page(self, template: Any, name: str) -> Any:
        """Return our template for what is not there, in place of Material's; `None` for another."""
        folder = Path(template.filename or "").parent
        if name != "404.html" or not self._is_material or not is_known_folder(str(folder)):
            return None
        self.environment.globals["callsheet_operations"] = self._overview_url
        return self.environment.get_template("callsheet-404.html")

    @pass_context
    def _navigation(self, context: Context, html: str) -> str:
        """Return the rendered navigation of a page, minified, with all of its entries."""
        # Each text in it is in an element of its own.
        html = minify_block(html).replace(">\n", ">").replace("\n<", "<")
        # Material follows the reader through it, where that is wanted.
        follows = "navigation.tracking" in (self._config.theme.get("features") or ())
        if OPERATION in context["page"].meta and self._lists and not follows:
            html = without_contents(html)
        return self._lists.fill(html, context["page"]) if self._lists else html

    @pass_context
    def _page(self, context: Context, html: str) -> str:
        """Return a whole page, minified, without what is in a script that all pages share."""
        html = minify_page(html)
        return self._parts.take_from(html, context["base_url"]) if self._parts else html

    def fill(self, context: Any, page: Page) -> None:
        """Give the page of an operation or a type its navigation, where MkDocs builds it."""
        set_escaped_title(page)
        # An imported document may have more types than operations.
        is_one_of_many = page.meta.get("template") == TEMPLATE or "defines" in page.meta
        if is_one_of_many and self._sidebar:
            marked = page.meta.get("template") == TEMPLATE
            context["nav"] = self._sidebar.around(page, marked=marked)

    def show(
        self, files: Collection[str], prepare: Callable[[CachedPage, MkDocsConfig], object]
    ) -> dict[str, bytes] | None:
        """Show pages as their files are now, with all else as it was; see `show_changed`."""
        if self._writer is None or self._context is None:
            return None
        return show_changed(self._context, self._writer, self._pages, files, prepare)

    def finish(self) -> None:
        """Wait for the other process."""
        if self._converting:
            self._converting.join()
        if self._extra_files:
            self._extra_files.write()
        if self._scripts:
            pages = {page.file.src_uri: page for page in self._pages}
            self._scripts.write_rest(partial(cached_records, pages))
        if self._writer:
            self._writer.finish()
        if self._context:
            self._context.cache.save()
        if self._extra_files:
            self._extra_files.write_documents()
        for path, content in self._sidebar.files() if self._sidebar else ():
            self._directory.write(f"{self._assets_folder}/{path}", "", content)
        if self._parts and self._parts.path:
            self._directory.write(self._parts.path, "", self._parts.script)

    def abandon(self) -> None:
        """End the other process of a build that has failed."""
        for pages in (self._converting, self._writer):
            if pages:
                pages.terminate()
