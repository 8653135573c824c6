"""`callsheet import`."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from callsheet.cli.options import counted, refuse_options, say
from callsheet.errors import ConfigurationError

if TYPE_CHECKING:
    from callsheet.importing import Imported

_MANY = 500
"""Operations after which progress is printed."""

_SHOWN = 3
"""Existing files that are named."""


@click.group("import")
def command() -> None:
    """Import pages from the files of other programs."""


def _writing_options(function: Callable[..., Any]) -> Callable[..., Any]:
    """Add the options of all imports."""
    for option in (
        click.option("--verbose", is_flag=True, help="Print each note, not only one of each kind."),
        click.option("--dry-run", is_flag=True, help="Only list what would be written."),
        click.option("--force", is_flag=True, help="Overwrite existing pages that differ."),
        click.option(
            "--out",
            type=click.Path(path_type=Path, file_okay=False),
            default=Path("docs/reference"),
            show_default=True,
            metavar="DIR",
            help="The folder to write to.",
        ),
    ):
        function = option(function)
    return function


def _refuse_update(context: click.Context, _option: click.Parameter, value: bool) -> None:
    if value:
        raise click.UsageError(
            "What was recorded or saved shows some of what the API does, so that pages cannot be"
            " updated by it: what it lacks may still be there. Import it to another folder with"
            " --out, and compare the pages.",
            context,
        )


_no_update = click.option(
    "--update", is_flag=True, hidden=True, expose_value=False, callback=_refuse_update
)


@command.command()
@click.argument("source", metavar="FILE")
@_writing_options
@click.option("--tag", "tags", multiple=True, metavar="TAG", help="Only operations with this tag.")
@click.option(
    "--allow-outside",
    is_flag=True,
    help="Follow references to files outside of the folder of FILE, too.",
)
@click.option(
    "--update",
    is_flag=True,
    help="Change existing pages to what FILE says, and keep what authors have written there.",
)
@click.option(
    "--from",
    "former",
    metavar="OLD",
    help="With --update, the document that the pages were written by. Texts and examples that are"
    " still those of OLD are changed, too.",
)
def openapi(
    source: str,
    tags: tuple[str, ...],
    allow_outside: bool,
    update: bool,
    former: str | None,
    **options: Any,
) -> None:
    """Write a page for each operation and type of FILE.

    FILE is OpenAPI 3.0, 3.1 or 3.2, or Swagger 2.0, in JSON or YAML: a file, with the files in its
    folder that it refers to; the address of a document, beginning with https:// or http://; or -
    for standard input. Existing pages are not overwritten, unless --force is given; an
    index.md never is. What pages cannot express is reported on standard error. Exits with 1 if a
    part of FILE was left out, or if an existing page was not overwritten, and with 2, before
    anything is written, if FILE cannot be read or has no operation.

    --update prints what it changes as a diff; with --dry-run, it does nothing else. It never
    deletes a page, and exits with 1 if an author has to look at something.
    """
    from callsheet.importing import import_openapi, read_specification
    from callsheet.memo import paused_collection

    if former is not None and not update:
        raise click.UsageError("--from needs --update.")
    if update:
        refuse_options("with --update", "--force", "--tag", "--verbose")
    specification = read_specification(source, allow_outside=allow_outside)
    if update:
        from callsheet.cli.update import update_pages

        old = read_specification(former, allow_outside=allow_outside) if former else None
        update_pages(specification, old, options["out"], dry_run=options["dry_run"])
        return
    with paused_collection():
        _write(import_openapi(specification, tags), tags, **options)


@command.command()
@click.argument("source", metavar="FILE")
@_no_update
@_writing_options
@click.option(
    "--folder",
    "folders",
    multiple=True,
    metavar="FOLDER",
    help="Only the requests directly in this folder; the name of one within another is A / B.",
)
def postman(source: str, folders: tuple[str, ...], **options: Any) -> None:
    """Write a page for each operation of a Postman collection.

    FILE is a collection of version 2.1 or 2.0, - for standard input, or an address. Requests of
    one method and route are one operation; saved responses are its examples. Variables have
    the values that the collection gives them. Values that are secret, by their place, name or form,
    are left out. Existing pages are not overwritten, unless --force is given.
    What is not on any page is reported on standard error. Exits with 1 if a part of FILE was left
    out, or if an existing page was not overwritten, and with 2, before anything is written, if
    FILE cannot be read or has no request.
    """
    from callsheet.importing import import_captured, read_postman

    _write(import_captured(read_postman(source), folders), folders, **options)


@command.command()
@click.argument("source", metavar="FILE")
@_no_update
@_writing_options
@click.option(
    "--host",
    "hosts",
    multiple=True,
    metavar="HOST",
    help="A host of the API, with its port if the addresses have one. By default, the host that was"
    " asked most often for data.",
)
def har(source: str, hosts: tuple[str, ...], **options: Any) -> None:
    """Write a page for each operation in a HAR file.

    FILE is what a browser or a proxy recorded, - for standard input, or an address. Only
    requests to an API count, not those for pages, scripts, images and the like. Numbers, UUIDs and
    digests in paths are parameters. Values that are secret, by their place, name or form, are left
    out. Existing pages are not overwritten, unless --force is given. What is not on any page is
    reported on standard error. Exits with 1 if a part of FILE was left out, or if an existing page
    was not overwritten, and with 2, before anything is written, if FILE cannot be read or has no
    request to an API.
    """
    from callsheet.importing import import_captured, read_har

    _write(import_captured(read_har(source, hosts)), (), **options)


@command.command()
@click.argument(
    "source", metavar="DIR", type=click.Path(path_type=Path, exists=True, file_okay=False)
)
@_writing_options
@click.option(
    "--layout",
    metavar="NAME",
    help="The layout of the pages. By default, that of mkdocs.yml, or the one that is recognised.",
)
def markdown(source: Path, layout: str | None, **options: Any) -> None:
    """Write a page in the page format for each operation below DIR in another layout.

    Facts and sentences are kept; what was assumed is marked with a comment at the top of the page.
    Types that the operations name get pages, too. Pages that document no operation stay where they
    are. Existing pages are not overwritten, unless --force is given. Exits with 1 if an existing
    page was not overwritten, and with 2, before anything is written, if there is no operation.
    """
    from callsheet.catalog import Catalog
    from callsheet.importing import import_markdown
    from callsheet.source.layouts.choice import LayoutChoice, parse_layout

    choice = LayoutChoice(parse_layout(layout), key=layout) if layout else None
    imported = import_markdown(Catalog.read(source, cached=False, layouts=choice))
    nothing = (
        f"Below `{source}` is not an operation in another layout; pages in the page format are read"
        " as they are"
    )
    _write(imported, (), nothing=nothing, **options)


def _write(
    imported: Imported,
    tags: tuple[str, ...],
    *,
    out: Path,
    force: bool,
    dry_run: bool,
    verbose: bool,
    nothing: str = "It has no operation",
) -> None:
    """Write the pages, or only say what would be written.

    Args:
        imported: What was imported.
        tags: The tags or folders that were chosen.
        out: The folder to write to.
        force: Whether existing pages are overwritten.
        dry_run: Whether nothing is written.
        verbose: Whether each note is printed.
        nothing: What to say where there is no operation.

    Raises:
        ConfigurationError: There is no operation, or a file cannot be written.
    """
    from callsheet.findings import Severity
    from callsheet.importing import FileAction, plan_files, write_files
    from callsheet.importing.notes import summarised

    if not imported.operations:
        what = f"No operation has the tag {' or '.join(tags)}." if tags else f"{nothing}."
        raise ConfigurationError(f"{what} Nothing was written.")
    if len(imported.operations) >= _MANY:
        say(f"{len(imported.operations)} operations have been read.", err=True)
    plan = plan_files(imported, out, force=force)
    # All is written before anything is said about it: a failure leaves nothing half written.
    written = [] if dry_run else write_files(plan)
    findings = (*imported.findings, *plan.findings)
    for line in summarised(findings, every=verbose):
        say(line, err=True)
    for planned in plan.files if dry_run else ():
        say(f"{planned.change} {out / planned.path}")
    for path in written:
        say(out / path)
    kept = [out / file.path for file in plan.files if file.change is FileAction.KEEP]
    for existing in kept if verbose else kept[:_SHOWN]:
        message = f"`{existing}` already exists and was not changed; --force overwrites it."
        say(f"warning: {message}", err=True)
    if len(kept) > _SHOWN and not verbose:
        say(f"warning: {len(kept) - _SHOWN:,} more existing files were not changed.", err=True)
    _summarise(len(imported.operations), len(imported.types), plan.count(FileAction.SAME), dry_run)
    has_errors = any(finding.severity is Severity.ERROR for finding in findings)
    if has_errors or kept:
        raise SystemExit(1)


def _summarise(operations: int, types: int, same: int, dry_run: bool) -> None:
    unchanged = f", {counted(same, 'file')} unchanged" if same else ""
    nothing = "; nothing was written" if dry_run else ""
    found = f"{counted(operations, 'operation')}, {counted(types, 'type')}"
    say(f"{found}{unchanged}{nothing}.", err=True)
