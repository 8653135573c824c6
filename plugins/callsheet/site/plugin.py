"""The MkDocs plugin: when what is done for the whole site. Pages are made by the extension."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import BasePlugin, event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from callsheet.site.config import CallsheetConfig

if TYPE_CHECKING:
    from callsheet.site.building import Session, SiteBuild


class CallsheetPlugin(BasePlugin[CallsheetConfig]):  # type: ignore[no-untyped-call]
    """Reads the operations at the start of each build and hands them to the extension."""

    _build: SiteBuild
    _session: Session | None = None

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Notes what is built for; a site that its author looks at is built again and again."""
        # Every command of MkDocs imports its plugins, and not every one builds.
        from callsheet.site.building import Session

        self._session = Session(publishes=command != "serve", dirty=dirty)

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Reads the catalog, adds the extension, the stylesheet, and the navigation."""
        from callsheet.site.building import Session, SiteBuild

        self._build = SiteBuild(self.config, config, self._session or Session())
        return config

    def on_pre_build(self, config: MkDocsConfig) -> None:
        """Puts aside what the site directory has of the build before."""
        self._build.output.put_aside()

    def on_files(self, files: Files, config: MkDocsConfig) -> Files:
        """Adds the assets, and the pages that no file is behind, to the site's files."""
        self._build.add_files(files, config)
        return files

    @event_priority(-100)
    def on_nav(self, nav: Navigation, config: MkDocsConfig, files: Files) -> None:
        """Reports what leads nowhere, now that the files of all plugins are there."""
        self._build.report(nav, files)
        self._build.start_rendering(nav, config, files)

    def on_page_read_source(self, page: Page, config: MkDocsConfig) -> str | None:
        """Keeps front matter that goes beyond the limits from whoever would write it out."""
        return self._build.source_of(page)

    def on_page_markdown(
        self, markdown: str, page: Page, config: MkDocsConfig, files: Files
    ) -> None:
        """Gives an operation page its title, and its place in the navigation a method."""
        self._build.name_page(page, config)

    def on_env(self, env: Any, config: MkDocsConfig, files: Files) -> None:
        """Gives the templates what they need."""
        self._build.rendering.set_environment(env)

    # Before search plugins look at what need not be rendered.
    @event_priority(100)
    def on_page_context(
        self, context: Any, page: Page, config: MkDocsConfig, nav: Navigation
    ) -> None:
        """Gives the page of an operation the navigation around it, or writes it."""
        self._build.rendering.fill(context, page)

    # After search plugins have written their index, and before others use it.
    @event_priority(-50)
    def on_post_build(self, config: MkDocsConfig) -> None:
        """Puts the operations into the search index, and keeps what was rendered."""
        self._build.finish(config)

    # After other plugins, which hear of the same error.
    @event_priority(-100)
    def on_build_error(self, error: Exception) -> None:
        """Ends what goes on beside the build, if that has come so far."""
        if build := getattr(self, "_build", None):
            build.abandon()
            build.tell(error)
