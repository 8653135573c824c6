"""`callsheet samples`."""

from __future__ import annotations

from pathlib import Path

import click

from callsheet.cli.options import docs_options, read_catalog
from callsheet.configuration import SAMPLES_DIR


@click.command("samples")
@docs_options
@click.option(
    "--out",
    type=click.Path(path_type=Path),
    default=SAMPLES_DIR,
    show_default=True,
    metavar="DIR",
    help="Where the programs are.",
)
@click.option("--check", is_flag=True, help="Write nothing; exit 1 where a program is stale.")
def command(docs: Path | None, config_file: Path | None, out: Path, check: bool) -> None:
    """Write a Python program for every operation."""
    from callsheet.samples import stale_samples, write_samples

    catalog = read_catalog(docs, config_file)
    if not check:
        written = write_samples(catalog, out)
        for path in written:
            click.echo(path)
        total = len(catalog.operations)
        click.echo(f"{len(written)} files written, {total} programs in `{out}`.", err=True)
        return
    stale = stale_samples(catalog, out)
    for file in stale:
        click.echo(f"{file.path}: {file.reason}")
    if stale:
        click.echo("Run `callsheet samples` and commit what it changes.", err=True)
        raise SystemExit(1)
    click.echo(f"{len(catalog.operations)} programs are up to date.", err=True)
