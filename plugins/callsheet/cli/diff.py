"""`callsheet diff`."""

from pathlib import Path

import click

from callsheet.cli.options import (
    docs_options,
    format_option,
    output_option,
    print_errors,
    refuse_options,
    refuse_other_options,
    say,
    write_out,
)
from callsheet.configuration import MKDOCS_YML, read_configuration

_FORMATS = ("text", "json", "markdown")
_LEVELS = ("breaking", "warning", "additive", "text")


@click.command("diff")
@click.argument("old", required=False, metavar="OLD")
@click.argument("new", required=False)
@docs_options
@format_option(_FORMATS, "How to write the changes.")
@click.option(
    "--level",
    type=click.Choice(_LEVELS),
    default="text",
    show_default=True,
    help="Leave out changes below this level.",
)
@click.option(
    "--fail-level",
    type=click.Choice(_LEVELS),
    help="Exit with 1 if there is a change of this level or above.",
)
@click.option("--schema", is_flag=True, help="Only write the JSON Schema of the JSON format.")
@output_option
def command(
    old: str | None,
    new: str | None,
    docs: Path | None,
    config_file: Path | None,
    form: str,
    level: str,
    fail_level: str | None,
    schema: bool,
    output: Path | None,
) -> None:
    """Report what has changed for callers between OLD and NEW.

    Each is a folder of pages, a collection of the configuration, or a git revision, such as
    `HEAD~1`, `origin/main` or `v1.2:docs`; of a revision that names no folder, the folder of the
    pages is read. Or it is an OpenAPI document: a file, an address, or a file of a revision, such
    as `v1.2:api.yaml`. NEW is the pages as they are now, where it is left out.
    """
    from callsheet.catalog.collected import read_collection
    from callsheet.diff import DiffFormat, DocsTree, Level, write
    from callsheet.diff import schema as json_schema
    from callsheet.export import dump
    from callsheet.report import prefix_of
    from callsheet.sync.compared import ComparedTree, compare_any, read_compared

    if schema:
        refuse_other_options("with --schema", "--schema", "--output")
        write_out(dump(json_schema()), output)
        return
    if old is None:
        raise click.UsageError("Missing argument 'OLD'.")

    def folder() -> Path:
        return read_configuration(docs, config_file).docs

    def collection(name: str) -> ComparedTree | None:
        """Return a collection of the configuration; None where there is none of that name."""
        if Path(name).exists() or not (config_file or Path(MKDOCS_YML).is_file()):
            return None
        found = read_configuration(docs, config_file)
        if name not in {each.name for each in found.collections}:
            return None
        catalog = read_collection(found.docs, found.collections, found.parts(name)[0])
        return ComparedTree(DocsTree(catalog, prefix_of(found.docs)))

    def tree(name: str) -> ComparedTree:
        read = collection(name) or read_compared(name, folder)
        if read.document is None:
            print_errors(read.tree.catalog)
        for message in read.tree.skipped:
            say(f"warning: {message}", err=True)
        return read

    before, after = tree(old), tree(new if new is not None else str(folder()))
    if before.document and after.document:
        refuse_options("where OLD and NEW are OpenAPI documents", "--docs", "--config-file")
    difference = compare_any(before, after)
    text = write(difference.at_least(Level(level)), DiffFormat(form))
    write_out(text.encode("utf-8", errors="backslashreplace"), output)
    if fail_level is not None and difference.at_least(Level(fail_level)).changes:
        raise SystemExit(1)
