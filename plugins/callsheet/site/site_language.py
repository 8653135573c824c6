"""The language of our own words on a site."""

from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError

from callsheet.errors import ConfigurationError
from callsheet.render.languages import (
    SUFFIX,
    built_in_languages,
    is_built_in,
    read_language,
    unknown_phrases,
)
from callsheet.render.phrases import SiteLanguage, use_language
from callsheet.site.config import CallsheetConfig
from callsheet.site.log import log
from callsheet.site.other_plugins import language_of_build


def use_site_language(options: CallsheetConfig, config: MkDocsConfig) -> SiteLanguage:
    """Use the language of the site for all that is rendered from here on, and return it.

    It is that of the build, where a plugin builds the site once for each language; else that of the
    option `locale`, or of the theme.

    Raises:
        PluginError: The file of the language cannot be used, or the option names a language that
            is not built in.
    """
    tag = language_of_build(config) or _language_of_theme(config)
    option = options.locale
    for named in map(str, option.values() if isinstance(option, dict) else [option or "en"]):
        if not (named.endswith(SUFFIX) or is_built_in(named)):
            raise PluginError(
                f"`locale` names the language `{named}`, which is not built in; there are"
                f" {', '.join(built_in_languages())}. Name a file with it, such as `{named}.json`."
            )
    if isinstance(option, dict):
        tag = str(option.get(tag, tag))
    elif isinstance(option, str) and not language_of_build(config):
        tag = option
    try:
        language = read_language(tag, Path(config.config_file_path or "").parent)
    except ConfigurationError as error:
        raise PluginError(str(error)) from error
    if tag.endswith(SUFFIX):
        if unknown := unknown_phrases(language):
            log.warning("In the language `%s`: %s", tag, unknown)
    elif not is_built_in(tag):
        log.info(
            "There are no words of ours in the language `%s`, so they are English. `locale` may"
            " name a file with it.",
            tag,
        )
    if language.is_rtl and config.theme.name == "material" and not _of_theme(config, "direction"):
        config.theme["direction"] = "rtl"
    use_language(language)
    return language


def _language_of_theme(config: MkDocsConfig) -> str:
    """Return the tag that the theme has: Material's `language`, or `locale` of MkDocs' own ones."""
    return _of_theme(config, "language") or _of_theme(config, "locale") or "en"


def _of_theme(config: MkDocsConfig, name: str) -> str:
    return str(config.theme[name] or "") if name in config.theme else ""
