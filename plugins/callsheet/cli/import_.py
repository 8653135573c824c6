"""`callsheet import`."""

from __future__ import annotations

from pathlib import Path

import click

from callsheet.cli.options import say

_MANY = 500
"""Operations or files after which progress is printed."""


@click.group("import")
def command() -> None:
    """Import pages from the files of other programs."""


@command.command()
@click.argument("file", type=click.Path(path_type=Path), metavar="FILE")
@click.option(
    "--out",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path("docs/reference"),
    show_default=True,
    metavar="DIR",
    help="The folder to write to.",
)
@click.option("--force", is_flag=True, help="Overwrite existing pages that differ.")
@click.option("--dry-run", is_flag=True, help="Only list what would be written.")
@click.option("--tag", "tags", multiple=True, metavar="TAG", help="Only operations with this tag.")
@click.option(
    "--update",
    is_flag=True,
    help="Change existing pages to what FILE says, and keep what authors have written there.",
)
@click.option(
    "--from",
    "former",
    type=click.Path(path_type=Path),
    metavar="OLD",
    help="With --update, the document that the pages were written by. Texts and examples that are"
    " still those of OLD are changed, too.",
)
@click.option("--verbose", is_flag=True, help="Print all notes, not only some of each kind.")
def openapi(
    file: Path,
    out: Path,
    force: bool,
    dry_run: bool,
    tags: tuple[str, ...],
    update: bool,
    former: Path | None,
    verbose: bool,
) -> None:
    """Write a page for each operation and type of FILE.

    FILE is OpenAPI 3.0 or 3.1, or Swagger 2.0, in JSON or YAML. Existing pages are not
    overwritten, unless --force is given; an index.md never is. What pages cannot express is
    reported on standard error. Exits with 1 if a part of FILE was left out, or if an existing page
    was not overwritten.

    --update prints what it changes as a diff; with --dry-run, it does nothing else. It never
    deletes a page, and exits with 1 if an author has to look at something.
    """
    if update:
        if force or tags:
            raise click.UsageError("--update cannot be combined with --force or --tag.")
        from callsheet.cli.update import update_pages

        update_pages(file, out, former, dry_run=dry_run)
        return
    if former is not None:
        raise click.UsageError("--from needs --update.")
    from callsheet.findings import Severity
    from callsheet.importing import (
        FileAction,
        import_openapi,
        plan_files,
        read_specification,
        write_files,
    )
    from callsheet.importing.notes import summarised

    imported = import_openapi(read_specification(file), tags)
    if len(imported.operations) >= _MANY:
        say(f"{len(imported.operations)} operations have been read.", err=True)
    plan = plan_files(imported, out, force=force)
    findings = (*imported.findings, *plan.findings)
    for line in summarised(findings, every=verbose):
        say(line, err=True)
    if dry_run:
        for planned in plan.files:
            say(f"{planned.change} {out / planned.path}")
    else:
        wanted = plan.count(FileAction.WRITE) + plan.count(FileAction.REPLACE)
        for number, path in enumerate(write_files(plan), 1):
            say(out / path)
            if number % _MANY == 0:
                say(f"{number} of {wanted} files …", err=True)
    for planned in plan.files:
        if planned.change is FileAction.KEEP:
            message = (
                f"`{out / planned.path}` already exists and was not changed; --force overwrites it."
            )
            say(f"warning: {message}", err=True)
    _summarise(len(imported.operations), len(imported.types), plan.count(FileAction.SAME), dry_run)
    if not imported.operations:
        what = f"No operation has the tag {' or '.join(tags)}." if tags else "It has no operation."
        say(f"error: {what}", err=True)
    has_errors = any(finding.severity is Severity.ERROR for finding in findings)
    if has_errors or plan.count(FileAction.KEEP) or not imported.operations:
        raise SystemExit(1)


def _summarise(operations: int, types: int, same: int, dry_run: bool) -> None:
    unchanged = f", {same} files unchanged" if same else ""
    nothing = "; nothing was written" if dry_run else ""
    say(f"{operations} operations, {types} types{unchanged}{nothing}.", err=True)
