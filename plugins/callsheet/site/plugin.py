"""The MkDocs plugin: when what is done for the whole site. Pages are made by the extension."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import BasePlugin, CombinedEvent, event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from callsheet.site.config import CallsheetConfig

if TYPE_CHECKING:
    from callsheet.site.building import Session, SiteBuild


class CallsheetPlugin(BasePlugin[CallsheetConfig]):  # type: ignore[no-untyped-call]
    """Reads the operations of each build and hands them to the extension."""

    _build: SiteBuild
    _session: Session | None = None

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Notes what is built for; a site that its author looks at is built again and again."""
        # Every command of MkDocs imports its plugins, and not every one builds.
        from callsheet.site.building import Session

        self._session = Session(publishes=command != "serve", dirty=dirty)

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Adds the extension, the stylesheet and the script."""
        from callsheet.site.building import Session, SiteBuild
        from callsheet.site.generated import search

        search.follow(config.plugins, self._add_search_entries)
        self._build = SiteBuild(self.config, config, self._session or Session())
        return config

    def on_pre_build(self, config: MkDocsConfig) -> None:
        """Puts aside what the site directory has of the build before."""
        self._build.output.put_aside()

    # Before other plugins read the files.
    @event_priority(100)
    def _first_on_files(self, files: Files, config: MkDocsConfig) -> None:
        """Removes what lies outside of the docs directory."""
        self._build.remove_links_out(files, config)

    # After all plugins that add pages, leave some out, or want a file on a disk for each.
    @event_priority(-1000)
    def _last_on_files(self, files: Files, config: MkDocsConfig) -> None:
        """Reads the pages, and adds what is made of them to the site's files."""
        self._build.add_files(files, config)

    on_files = CombinedEvent(_first_on_files, _last_on_files)

    # After all plugins that leave pages out, also by their place in the navigation.
    @event_priority(-1000)
    def on_nav(self, nav: Navigation, config: MkDocsConfig, files: Files) -> None:
        """Reports what leads nowhere, now that the files of all plugins are there."""
        self._build.report(nav, config, files)
        self._build.start_rendering(nav, config, files)

    def on_page_read_source(self, page: Page, config: MkDocsConfig) -> str | None:
        """Keeps front matter that goes beyond the limits from whoever would write it out."""
        return self._build.source_of(page)

    def on_page_markdown(
        self, markdown: str, page: Page, config: MkDocsConfig, files: Files
    ) -> None:
        """Gives an operation page its title, and its place in the navigation a method."""
        self._build.name_page(page, config)

    # After this event, MkDocs writes the pages, and a plugin that takes one out takes out too late.
    @event_priority(-1000)
    def on_env(self, env: Any, config: MkDocsConfig, files: Files) -> None:
        """Gives the templates what they need, now that all pages are read."""
        self._build.check_pages(files, config)
        self._build.rendering.set_environment(env)

    # Before search plugins look at what need not be rendered.
    @event_priority(100)
    def on_page_context(
        self, context: Any, page: Page, config: MkDocsConfig, nav: Navigation
    ) -> None:
        """Gives the page of an operation the navigation around it, or writes it."""
        self._build.rendering.fill(context, page)

    def _add_search_entries(self, config: MkDocsConfig) -> None:
        """Puts operations and types into the search index."""
        self._build.add_search_entries(config)

    @event_priority(-50)
    def on_post_build(self, config: MkDocsConfig) -> None:
        """Keeps what was rendered."""
        self._build.finish(config)

    # After other plugins, which hear of the same error.
    @event_priority(-100)
    def on_build_error(self, error: Exception) -> None:
        """Ends what goes on beside the build, if that has come so far."""
        if build := getattr(self, "_build", None):
            build.abandon()
            build.tell(error)
