"""`callsheet export`."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias

import click

from callsheet.cli.options import (
    collection_option,
    counted,
    docs_options,
    output_option,
    read_catalog,
    refuse_options,
    say,
    site_choices,
    write_out,
)
from callsheet.configuration import read_configuration

if TYPE_CHECKING:
    from callsheet.model import Operation
    from callsheet.samples import Overrides

Command: TypeAlias = Callable[..., Any]


@click.group("export")
def command() -> None:
    """Export the operations to a format that other programs can read."""


@command.command()
@docs_options
@collection_option
@output_option
@click.option("--title", help="What the API is called.  [default: the title of index.md]")
@click.option("--api-version", help="The API's version; that of the tree's `index.md` by default.")
@click.option(
    "--version",
    "openapi_version",
    type=click.Choice(["3.2", "3.1", "3.0"]),
    help="The version of OpenAPI. What it cannot express is reported.  [default: 3.1, or 3.2 if"
    " the pages say what 3.1 cannot express]",
)
def openapi(
    docs: Path | None,
    config_file: Path | None,
    collection: str | None,
    output: Path | None,
    title: str | None,
    api_version: str | None,
    openapi_version: str | None,
) -> None:
    """Write an OpenAPI document, in YAML where FILE ends in .yaml or .yml, else in JSON."""
    from callsheet.export import as_openapi_30, as_openapi_31, dump, export_openapi

    catalog = read_catalog(docs, config_file, collection)
    exported = export_openapi(catalog, title, api_version)
    for finding in exported.findings:
        say(f"{finding.severity}: {finding}", err=True)
    document = exported.document
    if openapi_version == "3.2":
        document = {**document, "openapi": "3.2.0"}
    elif openapi_version:
        document, lost = as_openapi_31(document)
        if openapi_version == "3.0":
            document, lost_in_30 = as_openapi_30(document)
            lost += lost_in_30
        for what, count in lost.items():
            places = "in one place" if count == 1 else f"in {count} places"
            name = f"OpenAPI {openapi_version}"
            say(f"warning: {name} has no {what}, which is left out {places}.", err=True)
    write_out(dump(document, output), output)


@command.command()
@docs_options
@collection_option
@output_option
@click.option("--schema", is_flag=True, help="Write the JSON Schema of a line instead.")
def model(
    docs: Path | None,
    config_file: Path | None,
    collection: str | None,
    output: Path | None,
    schema: bool,
) -> None:
    """Write the parsed operations as JSON lines, one operation a line."""
    from callsheet.export import dump, model_lines, model_schema

    if schema:
        refuse_options("with --schema", "--docs", "--config-file")
        write_out(dump(model_schema()), output)
        return
    lines = model_lines(read_catalog(docs, config_file, collection).documented)
    write_out("".join(f"{line}\n" for line in lines).encode(), output)


def _folder_option(default: str) -> Callable[[Command], Command]:
    return click.option(
        "--out",
        type=click.Path(path_type=Path, file_okay=False),
        default=default,
        show_default=True,
        metavar="DIR",
        help="The folder to write; files that are no longer needed stay.",
    )


@command.command()
@docs_options
@collection_option
@_folder_option("postman")
@click.option("--title", help="What the collection is called.  [default: the title of index.md]")
def postman(
    docs: Path | None,
    config_file: Path | None,
    collection: str | None,
    out: Path,
    title: str | None,
) -> None:
    """Write a Postman collection, and next to it the files that its requests send."""
    from callsheet.export import dump
    from callsheet.samples.collections.postman import FILE_NAME, postman_collection

    def files(operations: Sequence[Operation], name: str, site: Overrides) -> dict[str, bytes]:
        return {FILE_NAME: dump(postman_collection(operations, name, site))}

    _write_collection(docs, config_file, collection, out, title, files)


@command.command()
@docs_options
@collection_option
@_folder_option("bruno")
@click.option("--title", help="What the collection is called.  [default: the title of index.md]")
def bruno(
    docs: Path | None,
    config_file: Path | None,
    collection: str | None,
    out: Path,
    title: str | None,
) -> None:
    """Write a Bruno collection, with the files that its requests send."""
    from callsheet.samples.collections.bruno import bruno_files

    _write_collection(docs, config_file, collection, out, title, bruno_files)


def _write_collection(
    docs: Path | None,
    config_file: Path | None,
    collection: str | None,
    out: Path,
    title: str | None,
    files_of: Callable[[Sequence[Operation], str, Overrides], dict[str, bytes]],
) -> None:
    from callsheet.export import title_of
    from callsheet.model.operation import resolved
    from callsheet.samples.collections.items import asset_files
    from callsheet.samples.files import write_files

    catalog = read_catalog(docs, config_file, collection)
    choices = site_choices(read_configuration(docs, config_file))
    site = choices.below(catalog.collection.base_path)
    operations = list(resolved(catalog.operations))
    files = files_of(operations, title or title_of(catalog), site)
    written = write_files({**files, **asset_files(operations, site)}, out)
    done = f"{counted(len(written), 'file')} written, {counted(len(operations), 'operation')}"
    say(f"{done} in `{out}`.", err=True)
