"""`callsheet init`."""

from __future__ import annotations

import difflib
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from callsheet.cli.options import say, say_text
from callsheet.errors import ConfigurationError, access_to
from callsheet.model.operation import OWN_LAYOUT
from callsheet.report.model import count as counted

if TYPE_CHECKING:
    from callsheet.scaffold import NewFile, SitePlan, Survey

_SHOWN = 3
"""The number of pages that a message names."""

_COMPANIONS = ("index.md", "toc.yml", "includes")
"""Files and folders that move together with pages."""

_MAX_DIFF_LINES = 100
"""Lines of a file that --dry-run shows: a baseline has one for each finding, maybe thousands."""

_NO_PAGES = """\
An operation page documents one operation, one method on one route. It begins like this:

    ---
    title: GET Thing/{id}
    uid: v1Thing_Get
    ---

    # GET Thing/{id}

    ```http
    GET /api/v1/Thing/{id}
    ```

Write one to fill in:        callsheet new operation 'GET /api/v1/Thing/{id}'
Begin with a specification:  callsheet import openapi FILE
Name the folder of pages:    callsheet init --docs DIR"""


@click.command("init")
@click.option(
    "--docs",
    type=click.Path(path_type=Path),
    metavar="DIR",
    help="The folder of the pages.  [default: the one that has operation pages]",
)
@click.option(
    "--ci",
    type=click.Choice(["github", "gitlab", "none"]),
    help="Where docs CI runs.  [default: guessed from the files in the folder, else github]",
)
@click.option("--dry-run", is_flag=True, help="Show what would be written, and write nothing.")
@click.option("-y", "--yes", is_flag=True, help="Write without asking.")
def command(docs: Path | None, ci: str | None, dry_run: bool, yes: bool) -> None:
    """Set up a site with docs CI for a folder of pages.

    Writes the configuration of the site, a CI job and a baseline of findings, as far as they are
    missing, and explains the choices. Existing files are not changed: what to add to them is
    printed.
    """
    from callsheet.scaffold import CI, plan, survey

    found = survey(Path(), docs)
    if not found.operations:
        raise ConfigurationError(_without_pages(found))
    folder = _docs_folder(found, docs)
    planned = plan(found, folder, CI(ci) if ci else None)
    for line in _explanation(found, folder, planned):
        say_text(line)
    say()
    if dry_run:
        for file in planned.files:
            say_text(_diff(file))
        return
    if planned.files and not yes and sys.stdin.isatty():
        click.confirm(f"Write {counted(len(planned.files), 'file')}?", default=True, abort=True)
    # All are written before anything is said, and the configuration last, which names the baseline:
    # where this is interrupted, the next run finds no site that lacks a file.
    written = [_write(file) for file in reversed(planned.files)]
    for line in reversed(written):
        say(line)
    if planned.files:
        say()
    say_text(_next(planned))


def _without_pages(found: Survey) -> str:
    """Explain what to do if no page documents an operation."""
    pages = counted(len(found.pages), "Markdown page")
    lines = [f"No operation page was found below `{_shown(found.scanned)}`, in {pages}."]
    if found.unread:
        lines.append("These look like operation pages and cannot be read as such:")
        lines += [f"    {finding}" for finding in found.unread[:_SHOWN]]
    if found.crowded:
        lines.append("These show several routes; each operation needs a page of its own:")
        lines += [f"    {path}: {number} routes" for path, number in found.crowded[:_SHOWN]]
    return "\n".join([*lines, "", _NO_PAGES])


def _docs_folder(found: Survey, docs: Path | None) -> Path:
    """Return the docs directory that is named or configured, else that of the operation pages.

    Raises:
        ConfigurationError: There is none, or there are several and no terminal to ask.
    """
    if docs or found.site:
        return found.scanned
    folders = found.docs_folders
    if "" in folders:
        raise ConfigurationError(_at_the_root(found))
    if len(folders) == 1:
        return found.scanned / folders[0]
    counts = [sum(p.startswith(f"{f}/") for p in found.operations) for f in folders]
    listed = "\n".join(f"    {f}: {n}" for f, n in zip(folders, counts, strict=True))
    say_text(f"Operation pages are in several folders:\n{listed}", err=True)
    if not sys.stdin.isatty():
        raise ConfigurationError(
            "A site has one docs directory. Name it with `--docs DIR`, or move the folders into"
            f" one:\n\n{_moving(found, folders)}"
        )
    choice = click.prompt("Which is the docs directory?", type=click.Choice(list(folders)))
    return found.scanned / str(choice)


def _at_the_root(found: Survey) -> str:
    """Explain what to do with pages that are in no folder."""
    at_root = [path for path in found.operations if "/" not in path]
    pages = counted(len(at_root), "operation page")
    shown = [*at_root[:_SHOWN], "…"] if len(at_root) > _SHOWN else at_root
    return (
        f"Among the other files of this folder are {pages}: {', '.join(shown)}.\n"
        "MkDocs needs the pages in a folder of their own. Move them, and run this command"
        " again:\n\n"
        + _moving(found, [*shown, *(folder for folder in found.docs_folders if folder)])
    )


def _moving(found: Survey, names: Sequence[str]) -> str:
    """Write the command that moves pages and their companions into a docs directory."""
    existing = [name for name in _COMPANIONS if (found.folder / name).exists()]
    companions = [name for name in existing if name not in names]
    move = "git mv" if (found.folder / ".git").exists() else "mv"
    return f"    mkdir -p docs && {move} {' '.join([*names, *companions])} docs/"


def _explanation(found: Survey, docs: Path, planned: SitePlan) -> Iterator[str]:
    operations = counted(len(found.operations), "operation page")
    verb = "is" if len(found.operations) == 1 else "are"
    pages = counted(len(found.pages), "Markdown page")
    yield f"{operations} of {pages} {verb} in `{_shown(docs)}`."
    if foreign := [pair for pair in found.layouts if pair[0] != OWN_LAYOUT]:
        listed = ", ".join(f"{counted(count, 'operation')} in `{name}`" for name, count in foreign)
        yield f"In other layouts, which are read as they are: {listed}."
        yield "`callsheet check --explain-layout PAGE` shows how the lines of a page are read."
    if found.site:
        yield f"There is a site already: `{found.site.file}` is left as it is."
    for finding in found.unread[:_SHOWN]:
        yield f"Cannot be read: {finding}"
    for file in planned.files:
        yield f"\n{file.path} (new)"
        yield from (f"  - {reason}" for reason in file.reasons)
    for addition in planned.additions:
        yield f"\n{addition.path} is left as it is. To add: {addition.reason}"
        yield "\n".join(f"    {line}".rstrip() for line in addition.lines.splitlines())
    if not planned.files:
        yield "\nNothing is missing, so nothing is written."


def _diff(file: NewFile) -> str:
    name = file.path.as_posix()
    lines = list(
        difflib.unified_diff([], file.content.splitlines(), "/dev/null", name, lineterm="")
    )
    more = len(lines) - _MAX_DIFF_LINES
    if more > 0:
        lines[_MAX_DIFF_LINES:] = [f"… and {more} more lines"]
    return "\n".join(lines)


def _write(file: NewFile) -> str:
    """Write a file that does not exist, and return what to say of it.

    Raises:
        ConfigurationError: It cannot be written.
    """
    from callsheet.export import write

    if file.path.exists():
        return f"`{file.path}` was written in the meantime and is not overwritten."
    with access_to(file.path.parent, "created"):
        file.path.parent.mkdir(parents=True, exist_ok=True)
    write(file.path, file.content.encode())
    return f"Written: {file.path}"


def _next(planned: SitePlan) -> str:
    serve = f"{planned.engine} serve"
    if planned.engine == "properdocs":
        serve += planned.options
    needs = f"mkdocs-callsheet[{planned.extras}]"
    commands = {
        serve: "the site, on http://127.0.0.1:8000, new with every change of a page",
        f"callsheet check{planned.options}{planned.baseline_option}": "what is not true on a page",
        f"callsheet test{planned.options}": f"runs the samples; needs {needs}",
    }
    width = max(map(len, commands))
    lines = (f"    {name:{width}}  {about}" for name, about in commands.items())
    return "\n".join(["Next:", *lines])


def _shown(folder: Path) -> str:
    return folder.as_posix()
