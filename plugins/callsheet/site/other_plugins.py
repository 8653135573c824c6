"""Cooperation with other plugins: what they need of this one, and it of them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import PluginCollection
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

from callsheet import lazy_re as re
from callsheet.configuration import DocsLanguages
from callsheet.render.phrases import SiteLanguage, use_language
from callsheet.site.log import log
from callsheet.site.mkdocs_internals import skip_pages

if TYPE_CHECKING:
    from callsheet.site.building import SiteBuild
    from callsheet.site.config import CallsheetConfig
    from callsheet.site.session import BuildSession

_LANGUAGES = "i18n"
"""The plugin that builds a site once for each language, as `mkdocs.yml` names it."""

_LLMS = "llmstxt"
_PROOFER = "htmlproofer"
_TEMPLATES = {"macros", "include-markdown"}
_TEMPLATE = re.compile(rb"\{[{%]-?\s*[A-Za-z_]")
_IDS = re.compile(r"""(<(?!input\b|label\b)[a-z][a-z0-9]*(?:\s[^<>]*?)?\sid=)"([^"'<>]*)\"""")
_TAG = re.compile("<[a-z][^<>]*>")
_VALUE = re.compile(r"""=(?:"[^"]*"|'[^']*'|([^\s"'<>]+))""")
_ABOUT_SOURCES = re.compile(
    r"mkdocs_(?:rss_plugin|git_authors_plugin|git_committers_plugin(?:_2)?|git_revision_date_plugin)\b"
)
_PAGE_EVENTS = ("page_markdown", "page_content", "page_context", "post_page")


def language_folder(config: MkDocsConfig) -> str:
    """Return the folder of the language that is being built; empty for the default one.

    The folder is relative to the root of the site, and ends with a slash.
    """
    plugin = config.plugins.get(_LANGUAGES)
    language = getattr(plugin, "current_language", None)
    if language is None or getattr(plugin, "is_default_language_build", True):
        return ""
    return f"{language}/"


def language_of_build(config: MkDocsConfig) -> str:
    """Return the language that is being built; empty where the site is built only once."""
    plugin = config.plugins.get(_LANGUAGES)
    # The first build is that of the default language, of which the plugin only learns later.
    default = getattr(docs_languages(config), "default", "")
    return str(getattr(plugin, "current_language", None) or default)


def docs_languages(config: MkDocsConfig) -> DocsLanguages | None:
    """Return the languages of the pages, where a plugin builds the site once for each."""
    options = getattr(config.plugins.get(_LANGUAGES), "config", None)
    return DocsLanguages.of_options(options) if options else None


def files_of_others(config: MkDocsConfig) -> set[str]:
    """Return the paths of files that other plugins write at the end of a build."""
    return {"llms.txt"} if _LLMS in config.plugins else set()


def mark_language(html: str, page: Page) -> str | None:
    """Return the content of a page with its language, if it stands in for a translation."""
    written = getattr(page.file, "locale", None)
    shown = getattr(page.file, "locale_alternate_of", written)
    if not written or written == shown:
        return None
    return f'<div lang="{escape(str(written))}">\n{html}\n</div>'


def has_languages(config: MkDocsConfig) -> bool:
    """Tell whether a plugin builds the site once for each language."""
    return _LANGUAGES in config.plugins


def tell_of_files(config: MkDocsConfig, files: Iterable[File]) -> None:
    """Tell a plugin that checks links of files that came after it had asked for all."""
    if plugin := config.plugins.get(_PROOFER):
        plugin.on_files(Files([*files]), config=config)


def note_templates(
    config: MkDocsConfig, paths: Collection[str], texts: Mapping[str, bytes]
) -> None:
    """Tell which operation pages have something for plugins that change the text of pages.

    Such a page is made of its file, in all places where the site shows something of it.

    Args:
        config: The configuration.
        paths: The operation pages.
        texts: The texts of pages by path.
    """
    for name in _TEMPLATES & config.plugins.keys():
        if found := sorted(path for path in paths if _TEMPLATE.search(texts[path])):
            log.info(
                "%s: `%s` is not run on operation pages, of which this and %d others have something"
                " for it. Write the text itself, or include it with `[!include[](FILE)]`.",
                *(found[0], name, len(found) - 1),
            )


def for_print(page: Page) -> None:
    """Make the ids of a page its own on the page with all pages, which mkdocs-print-site makes.

    That plugin makes links lead to ids with the name of the page before them, and changes the ids
    of headings, as far as it finds them: not those of rows, and not in lines with several elements.
    """
    key = page.url.lower().rstrip("/").replace(".html", "").replace("/", "-").lstrip("-")
    html = getattr(page, "html", None)
    if isinstance(html, str):
        # Between single quotes, it changes none again.
        named = rf"\g<1>'{key or 'index'}-\g<2>'"
        # The plugin looks for attributes with quotation marks.
        html = _TAG.sub(lambda tag: _VALUE.sub(_quoted, tag[0]), html)
        page.html = _IDS.sub(named, html)  # type: ignore[attr-defined]


def _quoted(value: re.Match[str]) -> str:
    return f'="{value[1]}"' if value[1] else value[0]


def is_print_site(module: str) -> bool:
    """Tell whether a module is that of mkdocs-print-site."""
    return module.startswith("mkdocs_print_site_plugin.")


def leave_out_made_pages(plugins: PluginCollection) -> None:
    """Have the plugins that tell the history of files not asked about pages without a file.

    They ask git for the dates and authors of each page; some of them fail where it has no file.
    """
    for event in _PAGE_EVENTS:
        skip_pages(plugins, event, _ABOUT_SOURCES.match, _has_no_source)


def _has_no_source(page: Page) -> bool:
    return page.file.abs_src_path is None


class BuildsInOneRun:
    """The builds of a site, of which a plugin may begin more within the last step of the first one.

    So each is finished before the next one begins, and none takes what another one has written for
    files of its own.
    """

    def __init__(self) -> None:
        # Those whose last step is not over, and all that the run has had.
        self._open: list[SiteBuild] = []
        self._all: list[SiteBuild] = []

    def begin(
        self, options: CallsheetConfig, config: MkDocsConfig, session: BuildSession
    ) -> SiteBuild:
        """Return the next build; it adds to the site of the one whose last step is not over."""
        from callsheet.site.building import SiteBuild

        if not (self._open and self._open[-1].is_written):
            self._open, self._all = [], []
        elif not self._open[-1].is_finished:
            self._open[-1].finish(config)
        build = SiteBuild(options, config, session, is_further=bool(self._open))
        self._open.append(build)
        self._all.append(build)
        return build

    def in_docs_dir(
        self, options: CallsheetConfig, config: MkDocsConfig, session: BuildSession
    ) -> SiteBuild:
        """Return the build that has begun, or another one where the docs directory has changed."""
        if self._open[-1].root == Path(config.docs_dir):
            return self._open[-1]
        del self._open[-1], self._all[-1]
        return self.begin(options, config, session)

    @property
    def only(self) -> SiteBuild | None:
        """The last build, where it has made the whole site."""
        return self._all[0] if len(self._all) == 1 and self._all[0].is_finished else None

    def end(self, config: MkDocsConfig) -> None:
        """Finish the build whose last step is over."""
        if not self._open:
            return
        build = self._open.pop()
        use_language(build.language)
        if not build.is_finished:
            build.finish(config)
        elif not self._open:
            # Who had built further languages has written the search index anew, with all of them.
            for each in self._all:
                use_language(each.language)
                each.add_search_entries(config)
        if not self._open:
            # What the process does after it has nothing to do with the site.
            use_language(SiteLanguage())
