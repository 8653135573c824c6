"""`callsheet new`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from callsheet.cli.options import docs_options, say
from callsheet.configuration import MKDOCS_YML, read_configuration
from callsheet.errors import ConfigurationError, access_to

if TYPE_CHECKING:
    from callsheet.catalog import Catalog
    from callsheet.pages.recording import RecordedExchange

_MAX_NAME = 120
"""The longest file name of a page without its suffix, in characters."""


@click.group("new")
def command() -> None:
    """Write a page to fill in."""


@command.command()
@click.argument("route", nargs=-1, required=True)
@docs_options
@click.option(
    "--uid", help="The uid of the operation.  [default: from its route, such as v1Thing_Get]"
)
@click.option(
    "--out",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="The page.  [default: UID.md, next to the pages of the same resource]",
)
@click.option(
    "--examples",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="What `callsheet record` wrote; its exchanges with the route become the page's examples.",
)
def operation(
    route: tuple[str, ...],
    docs: Path | None,
    config_file: Path | None,
    uid: str | None,
    out: Path | None,
    examples: Path | None,
) -> None:
    """Write the page of an operation, such as 'GET /api/v1/Thing/{id}'.

    A placeholder may say how it is written, as RFC 6570 has it: '{ids*}' is a
    list, '{.id}' has the style label, and '{;id}' matrix.

    Placeholders for text say "To be written."; `callsheet check` lists those that are left.
    """
    from callsheet.export import write
    from callsheet.files import shortened
    from callsheet.scaffold import draft

    if docs is None and config_file is None and not Path(MKDOCS_YML).is_file():
        docs = Path("docs")
    root = read_configuration(docs, config_file).docs
    drafted = draft(" ".join(route), _catalog(root), uid, _recording(examples))
    name = shortened(drafted.uid, drafted.uid, _MAX_NAME)
    file = out or root / drafted.group / f"{name}.md"
    if file.exists():
        raise ConfigurationError(f"`{file}` already exists. Choose another name with `--out`.")
    with access_to(file.parent, "created"):
        file.parent.mkdir(parents=True, exist_ok=True)
    write(file, drafted.text.encode())
    say(file)
    say("`callsheet check` lists what remains to be filled in.", err=True)


def _catalog(root: Path) -> Catalog:
    """Read the existing operations; there are none before the folder exists."""
    from callsheet.catalog import Catalog

    return Catalog.read(root) if root.exists() else Catalog.of(root, ())


def _recording(file: Path | None) -> list[RecordedExchange]:
    if file is None:
        return []
    from callsheet.pages.recording import read_recording

    return read_recording(file)
