"""The MkDocs plugin, which calls the steps of a build; the extension renders the pages."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Literal

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import BasePlugin, CombinedEvent, event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from callsheet.site.config import CallsheetConfig

if TYPE_CHECKING:
    from callsheet.site.building import SiteBuild
    from callsheet.site.other_plugins import BuildsInOneRun
    from callsheet.site.session import BuildSession


class CallsheetPlugin(BasePlugin[CallsheetConfig]):  # type: ignore[no-untyped-call]
    """The steps of each build, by MkDocs' events."""

    _build: SiteBuild
    _builds: BuildsInOneRun | None = None
    _session: BuildSession | None = None

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Begin a session, which has several builds where the author looks at the site."""
        # Every command of MkDocs imports its plugins, and not every one builds.
        from callsheet.site import garbage

        garbage.pause()
        from callsheet.site.session import BuildSession

        self._session = BuildSession(publishes=command != "serve", dirty=dirty)

    def on_shutdown(self) -> None:
        """Leave the memory to the system, where a process ends with the only build."""
        if self._session and self._session.publishes:
            from callsheet.site import garbage

            garbage.leave_to_the_system(self)

    def _first_on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Add the extension, the stylesheet and the script."""
        from callsheet.site.generated import search
        from callsheet.site.mkdocs_internals import add_handler, handling_modules
        from callsheet.site.other_plugins import (
            BuildsInOneRun,
            has_languages,
            is_print_site,
            leave_out_made_pages,
        )
        from callsheet.site.session import BuildSession

        # As soon as the index is written, before other plugins remove entries.
        add_handler(config.plugins, "post_build", self._add_search_entries, search.is_writer)
        leave_out_made_pages(config.plugins)
        if any(map(is_print_site, handling_modules(config.plugins, "page_content"))):
            add_handler(config.plugins, "page_content", self._make_ids_unique, is_print_site)
        if has_languages(config):
            add_handler(config.plugins, "page_content", self._mark_language, lambda name: False)
        self._builds = self._builds or BuildsInOneRun()
        self._session = self._session or BuildSession()
        self._build = self._builds.begin(self.config, config, self._session)
        return config

    # After plugins that put the pages of several folders into one.
    @event_priority(-1000)
    def _last_on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Begin again, if another plugin has set another docs directory."""
        if self._builds and self._session:
            self._build = self._builds.in_docs_dir(self.config, config, self._session)
        return config

    on_config = CombinedEvent(_first_on_config, _last_on_config)

    def on_serve(self, server: Any, *, config: MkDocsConfig, builder: Callable[[], None]) -> Any:
        """Show a page soon after it has changed."""
        from callsheet.site.serving.live_reload import LiveReload

        LiveReload(server, builder, lambda: self._builds.only if self._builds else None)
        return server

    def on_pre_build(self, config: MkDocsConfig) -> None:
        """Hide the files of the build before from MkDocs."""
        self._build.directory.put_aside()

    # Before other plugins read the files.
    @event_priority(100)
    def _first_on_files(self, files: Files, config: MkDocsConfig) -> None:
        """Remove what lies outside of the docs directory."""
        self._build.remove_links_out(files, config)

    # After all plugins that add pages, leave some out, or want a file on a disk for each.
    @event_priority(-1000)
    def _last_on_files(self, files: Files, config: MkDocsConfig) -> None:
        """Read the pages, and add the files that depend on all of them."""
        self._build.add_files(files, config)

    on_files = CombinedEvent(_first_on_files, _last_on_files)

    # After all plugins that leave pages out, also by their place in the navigation.
    @event_priority(-1000)
    def on_nav(self, nav: Navigation, config: MkDocsConfig, files: Files) -> None:
        """Report links that lead nowhere, now that the files of all plugins are there."""
        self._build.report(nav, config, files)
        self._build.add_operations(nav, config)
        self._build.start_rendering(nav, config, files)

    def on_page_read_source(self, page: Page, config: MkDocsConfig) -> str | None:
        """Translate front matter in TOML, and remove what goes beyond the limits."""
        return self._build.source_of(page)

    def on_page_markdown(
        self, markdown: str, page: Page, config: MkDocsConfig, files: Files
    ) -> None:
        """Give an operation page its title, and its place in the navigation a method."""
        self._build.name_page(page, config)

    # After this event, MkDocs writes the pages: a plugin that removes one later is too late.
    @event_priority(-1000)
    def on_env(self, env: Any, config: MkDocsConfig, files: Files) -> None:
        """Give the templates what they need, now that all pages are read."""
        self._build.check_pages(files, config)
        self._build.rendering.set_environment(env, files)

    def on_pre_template(self, template: Any, template_name: str, config: MkDocsConfig) -> Any:
        """Show a search where there is no page."""
        return self._build.rendering.missing_page(template, template_name)

    # Before search plugins look at what need not be rendered.
    @event_priority(100)
    def on_page_context(
        self, context: Any, page: Page, config: MkDocsConfig, nav: Navigation
    ) -> None:
        """Give the page of an operation or a type the navigation around it."""
        self._build.rendering.fill(context, page)

    def _make_ids_unique(self, html: str, page: Page, config: MkDocsConfig, files: Files) -> None:
        """Prepare a page of ours for the page with all pages."""
        from callsheet.site.other_plugins import for_print

        if self._build.is_ours(page):
            for_print(page)

    def _mark_language(
        self, html: str, page: Page, config: MkDocsConfig, files: Files
    ) -> str | None:
        """Name the language of a page that is not translated."""
        from callsheet.site.other_plugins import mark_language

        return mark_language(html, page)

    def _add_search_entries(self, config: MkDocsConfig) -> None:
        """Add operations and types to the search index."""
        self._build.add_search_entries(config)

    # Before other plugins ask for the place of a page.
    @event_priority(100)
    def _first_on_post_build(self, config: MkDocsConfig) -> None:
        """Note that MkDocs has written the last page."""
        self._build.end_pages()

    # After plugins that write files of their own, which the policy covers, and after those that
    # encrypt entries of the search index or remove them.
    @event_priority(-1000)
    def _last_on_post_build(self, config: MkDocsConfig) -> None:
        """Save what the next build can use."""
        if self._builds:
            self._builds.end(config)

    on_post_build = CombinedEvent(_first_on_post_build, _last_on_post_build)

    # After other plugins, which get the same error.
    @event_priority(-100)
    def on_build_error(self, error: Exception) -> None:
        """Clean up, if the build has come so far."""
        if build := getattr(self, "_build", None):
            self._builds = None
            build.abandon(error)
