"""The command line.

Results go to standard output, progress and messages to standard error. Exit 0 for success, 1 for
findings, 2 for wrong usage or unreadable input.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from callsheet import __version__
from callsheet.catalog import Catalog
from callsheet.configuration import (
    DEFAULT_DATABASE,
    DEFAULT_HOST,
    DEFAULT_PORT,
    MKDOCS_YML,
    SAMPLES_DIR,
    read_configuration,
)
from callsheet.errors import CallsheetError
from callsheet.findings import Severity


class _Group(click.Group):
    """Commands whose own errors are messages and exit with 2, as click's usage errors do."""

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except CallsheetError as error:
            click.echo(f"Error: {error}", err=True)
            ctx.exit(2)


@click.group(cls=_Group, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="callsheet")
def main() -> None:
    """REST reference pages in Markdown, kept true: samples that run, a server that answers."""


def _docs_options(command: Callable[..., None]) -> Callable[..., None]:
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


def _read_catalog(docs: Path | None, config_file: Path | None) -> Catalog:
    """Reads the pages and says on standard error what is wrong with them."""
    catalog = Catalog.read(read_configuration(docs, config_file).docs)
    _tell_findings(catalog)
    return catalog


def _tell_findings(catalog: Catalog) -> None:
    for finding in catalog.findings:
        if finding.severity is Severity.ERROR:
            click.echo(f"{finding.severity}: {finding}", err=True)
    if not catalog.operations:
        click.echo(f"No operation page was found below `{catalog.root}`.", err=True)


@main.command()
@_docs_options
@click.option(
    "--out",
    type=click.Path(path_type=Path),
    default=SAMPLES_DIR,
    show_default=True,
    metavar="DIR",
    help="Where the programs are.",
)
@click.option("--check", is_flag=True, help="Write nothing; exit 1 where a program is stale.")
def samples(docs: Path | None, config_file: Path | None, out: Path, check: bool) -> None:
    """Write a Python program for every operation."""
    from callsheet.samples import stale_samples, write_samples

    catalog = _read_catalog(docs, config_file)
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


@main.command()
@_docs_options
@click.option(
    "--model",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Read the operations from what `callsheet export model` wrote, not from pages.",
)
@click.option("--host", default=DEFAULT_HOST, show_default=True, help="The address to listen on.")
@click.option("--port", default=DEFAULT_PORT, show_default=True, help="The port; 0 takes any.")
@click.option(
    "--database",
    default=DEFAULT_DATABASE,
    show_default="in memory",
    metavar="URL",
    help="Where state is kept, as SQLAlchemy has it: sqlite:///callsheet.db",
)
@click.option("--reset", is_flag=True, help="Forget first what the database remembers.")
@click.option(
    "--workers",
    type=click.IntRange(1, 64),
    default=1,
    show_default=True,
    metavar="N",
    help="How many processes answer; more than one need a database that they can share.",
)
@click.option(
    "--site",
    type=click.Path(path_type=Path),
    metavar="DIR",
    help="A built site to serve at the same address.",
)
@click.option(
    "--cors-origin",
    "origins",
    multiple=True,
    metavar="URL",
    help="An origin whose pages may read the answers, such as http://localhost:8000; `*` lets all"
    " of them read, without cookies. Repeatable.",
)
@click.option(
    "--access-log/--no-access-log",
    default=False,
    show_default=True,
    help="Write a line of JSON for each request to standard error.",
)
def serve(
    docs: Path | None,
    config_file: Path | None,
    model: Path | None,
    host: str,
    port: int,
    database: str,
    reset: bool,
    workers: int,
    site: Path | None,
    origins: tuple[str, ...],
    access_log: bool,
) -> None:
    """Answer requests as the pages document them.

    State is kept for each value of the header Callsheet-Workspace, or of the cookie
    callsheet-workspace; a workspace that is not used for a day begins anew, and so does the one
    that was unused for longest where there are more than 100.
    """
    try:
        from callsheet.server import app
        from callsheet.server.access import log_to_stderr
        from callsheet.server.cors import is_origin
        from callsheet.server.extensions import Sources
    except ImportError as error:
        raise CallsheetError(
            f"The reference server needs `{error.name}`: pip install 'mkdocs-callsheet[server]'"
        ) from error
    if wrong := [origin for origin in origins if not is_origin(origin)]:
        message = f"`{wrong[0]}` is no origin, which is a scheme, a host and maybe a port, no more."
        raise click.BadParameter(message, param_hint="--cors-origin")
    if model and not (docs or config_file):
        sources = Sources(model.parent, model)
    else:
        configuration = read_configuration(docs, config_file)
        folder, behaviours = configuration.folder, configuration.behaviours
        sources = Sources(configuration.docs, model, behaviours, folder)
    catalog = sources.catalog()
    _tell_findings(catalog)
    extensions = sources.extensions(catalog)

    def ready(url: str) -> None:
        number = len(catalog.operations)
        what = "Site and reference server" if site else "Reference server"
        click.echo(f"{what} for {number} operations, until Ctrl+C:", err=True)
        click.echo(url)

    if workers > 1:
        worker = app.Worker(sources, database, site, origins, access_log)
        app.serve_by_workers(worker, workers, host, port, ready, reset=reset)
        return
    if access_log:
        log_to_stderr()
    application = app.create_app(
        catalog, database, site, extensions=extensions, origins=origins, reset=reset
    )
    app.serve(application, host, port, ready)


@main.group()
def export() -> None:
    """Write the operations in a format that other programs read."""


_output_option = click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="The file to write.  [default: standard output]",
)


@export.command()
@_docs_options
@_output_option
@click.option("--title", help="What the API is called.  [default: the title of index.md]")
@click.option("--api-version", default="1.0.0", show_default=True, help="The API's version.")
def openapi(
    docs: Path | None,
    config_file: Path | None,
    output: Path | None,
    title: str | None,
    api_version: str,
) -> None:
    """Write an OpenAPI 3.1 document, in YAML where FILE ends in .yaml or .yml, else in JSON."""
    from callsheet.export import dump, export_openapi

    catalog = _read_catalog(docs, config_file)
    exported = export_openapi(catalog, title, api_version)
    for finding in exported.findings:
        click.echo(f"{finding.severity}: {finding}", err=True)
    _put(dump(exported.document, output), output)


@export.command()
@_docs_options
@_output_option
@click.option("--schema", is_flag=True, help="Write the JSON Schema of a line instead.")
def model(docs: Path | None, config_file: Path | None, output: Path | None, schema: bool) -> None:
    """Write the parsed operations as JSON lines, one operation a line."""
    from callsheet.export import dump, model_lines, model_schema

    if schema:
        _put(dump(model_schema()), output)
        return
    lines = model_lines(_read_catalog(docs, config_file).operations)
    _put("".join(f"{line}\n" for line in lines).encode(), output)


def _put(content: bytes, output: Path | None) -> None:
    """Writes a result to its file, else to standard output."""
    from callsheet.export import write

    if output is None:
        click.echo(content, nl=False)
    else:
        write(output, content)
