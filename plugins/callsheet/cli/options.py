"""What commands share: the options that name the pages, and where results go."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import click

from callsheet.catalog import Catalog
from callsheet.configuration import MKDOCS_YML, read_configuration
from callsheet.findings import Severity


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
    catalog = Catalog.read(read_configuration(docs, config_file).docs)
    tell_findings(catalog)
    return catalog


def tell_findings(catalog: Catalog) -> None:
    """Says on standard error what keeps pages from being read, and where there are none."""
    for finding in catalog.findings:
        if finding.severity is Severity.ERROR:
            click.echo(f"{finding.severity}: {finding}", err=True)
    if not catalog.operations:
        click.echo(f"No operation page was found below `{catalog.root}`.", err=True)


output_option = click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="The file to write.  [default: standard output]",
)


def put(content: bytes, output: Path | None) -> None:
    """Writes a result to its file, else to standard output."""
    from callsheet.export import write

    if output is None:
        click.echo(content, nl=False)
    else:
        write(output, content)
