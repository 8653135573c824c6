"""What commands share: the options that name the pages, and where results go."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from callsheet.cli.output import put_bytes, say
from callsheet.configuration import MKDOCS_YML, Configuration, read_configuration
from callsheet.errors import ConfigurationError
from callsheet.findings import Severity

if TYPE_CHECKING:
    from callsheet.catalog import Catalog
    from callsheet.samples import Overrides


def docs_options(command: Callable[..., None]) -> Callable[..., None]:
    """The options that name the pages, the same for every command."""
    for option in (
        click.option(
            "--docs",
            type=click.Path(path_type=Path),
            metavar="DIR",
            help="The folder of the pages.",
        ),
        click.option(
            "-f",
            "--config-file",
            type=click.Path(path_type=Path),
            metavar="FILE",
            help=f"The MkDocs configuration that names the folder.  [default: {MKDOCS_YML}]",
        ),
    ):
        command = option(command)
    return command


def read_catalog(docs: Path | None, config_file: Path | None) -> Catalog:
    """Reads the pages and says on standard error what is wrong with them."""
    from callsheet.catalog import Catalog

    catalog = Catalog.read(read_configuration(docs, config_file).docs)
    tell_findings(catalog)
    return catalog


def tell_findings(catalog: Catalog) -> None:
    """Says on standard error what keeps pages from being read, and where there are none."""
    for finding in catalog.findings:
        if finding.severity is Severity.ERROR:
            say(f"{finding.severity}: {finding}", err=True)
    if not catalog.operations:
        say(f"No operation page was found below `{catalog.root}`.", err=True)


def chosen_values(configuration: Configuration) -> Overrides:
    """What the site's configuration chooses for all samples.

    Raises:
        ConfigurationError: It can't be understood.
    """
    from callsheet.samples import read_overrides

    overrides, faults = read_overrides(configuration.samples)
    if faults:
        raise ConfigurationError(f"In the plugin's options, {faults[0]}")
    return overrides


pack_option = click.option(
    "--pack",
    "packs",
    multiple=True,
    metavar="NAME",
    help="A pack of the reference server besides those of the configuration: one that comes with"
    " Callsheet, or a module. Repeatable.",
)


output_option = click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="The file to write.  [default: standard output]",
)


def put(content: bytes, output: Path | None) -> None:
    """Writes a result to its file, else to standard output."""
    if output is None:
        put_bytes(content)
        return
    from callsheet.export import write

    write(output, content)
