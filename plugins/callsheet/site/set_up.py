"""Set-up of a site before anything is read: the extension, the stylesheet and the script."""

from pathlib import Path

from mkdocs.config.config_options import ExtraScriptValue
from mkdocs.config.defaults import MkDocsConfig

from callsheet.catalog import Catalog
from callsheet.site.config import CallsheetConfig
from callsheet.site.extension import CallsheetExtension
from callsheet.site.generated import assets, permalinks
from callsheet.site.other_plugins import language_folder


def set_up(options: CallsheetConfig, config: MkDocsConfig) -> CallsheetExtension:
    """Add the extension, the stylesheet and the script to the configuration."""
    root = Path(config.docs_dir)
    extension = CallsheetExtension(
        Catalog.of(root, ()),
        generate_types=not (root / options.types_dir).exists(),
        generate_uids=not (root / permalinks.FOLDER).exists(),
        types_dir=options.types_dir,
        languages=options.languages,
        titles=options.titles,
        samples=options.samples,
        coverage=options.coverage or "",
    )
    # A site that lists the extension itself, for other engines, gets it only once.
    # So does one that builds again with the same configuration, for another language.
    extensions = [
        each
        for each in config.markdown_extensions
        if each != "callsheet" and not isinstance(each, CallsheetExtension)
    ]
    config.markdown_extensions = [*extensions, extension]  # type: ignore[list-item]
    for values, ours in (
        (config.extra_css, (assets.STYLESHEET, assets.PLAIN)),
        (config.extra_javascript, (assets.SCRIPT,)),
    ):
        values[:] = [each for each in values if not str(each).endswith(ours)]
    folder = language_folder(config)
    # Before those of the site, which may set everything anew.
    config.extra_css[:0] = [folder + path for path in assets.stylesheets(config.theme.name)]
    script = ExtraScriptValue(folder + assets.SCRIPT)
    script.defer = True
    config.extra_javascript.append(script)
    return extension
