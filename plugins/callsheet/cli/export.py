"""`callsheet export`."""

from __future__ import annotations

from pathlib import Path

import click

from callsheet.cli.options import docs_options, output_option, read_catalog, say, write_out


@click.group("export")
def command() -> None:
    """Export the operations to a format that other programs can read."""


@command.command()
@docs_options
@output_option
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

    catalog = read_catalog(docs, config_file)
    exported = export_openapi(catalog, title, api_version)
    for finding in exported.findings:
        say(f"{finding.severity}: {finding}", err=True)
    write_out(dump(exported.document, output), output)


@command.command()
@docs_options
@output_option
@click.option("--schema", is_flag=True, help="Write the JSON Schema of a line instead.")
def model(docs: Path | None, config_file: Path | None, output: Path | None, schema: bool) -> None:
    """Write the parsed operations as JSON lines, one operation a line."""
    from callsheet.export import dump, model_lines, model_schema

    if schema:
        write_out(dump(model_schema()), output)
        return
    lines = model_lines(read_catalog(docs, config_file).operations)
    write_out("".join(f"{line}\n" for line in lines).encode(), output)
