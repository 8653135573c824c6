"""Shared by all commands: the options that name the pages, and the output.

Control characters in the output are escaped, as pages may quote them.
"""

from __future__ import annotations

import os
import traceback
from collections.abc import Callable, Iterable, Iterator, Sized
from math import isnan
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
from click.core import ParameterSource

from callsheet.configuration import MKDOCS_YML, Configuration, read_configuration
from callsheet.errors import ConfigurationError, access_to
from callsheet.findings import Severity
from callsheet.printable import printable, visible

if TYPE_CHECKING:
    from callsheet.catalog import Catalog
    from callsheet.docs_collections import DocsCollection
    from callsheet.samples import Overrides

_PLACES = ("--docs", "--config-file")

pack_option = click.option(
    "--pack",
    "packs",
    multiple=True,
    metavar="NAME",
    help="A pack of the reference server, in addition to those of the configuration: one that comes"
    " with Callsheet, or a module. Repeatable.",
)


class OutputFile(click.Path):
    """A file that a command writes at its end, which is tried before it begins."""

    def __init__(self) -> None:
        super().__init__(dir_okay=False, path_type=Path)

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """Return the path.

        Raises:
            ConfigurationError: It cannot be written.
        """
        file = Path(os.fsdecode(super().convert(value, param, ctx)))
        require_writable(file)
        return file


class NumberRange(click.FloatRange):
    """A range of numbers; `nan`, which no comparison excludes, is not in it."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """Return the number, or fail."""
        number = super().convert(value, param, ctx)
        if isnan(number):
            self.fail(f"{value!r} is not a number.", param, ctx)
        return number


output_option = click.option(
    "-o",
    "--output",
    type=OutputFile(),
    metavar="FILE",
    help="The file to write.  [default: standard output]",
)


def docs_options(command: Callable[..., None]) -> Callable[..., None]:
    """Add the options that name the pages, the same for every command."""
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


def collection_option(command: Callable[..., None]) -> Callable[..., None]:
    """Add the option that names one of the collections of the configuration."""
    return click.option(
        "--collection",
        metavar="NAME",
        help="Only this one of the `collections` of the configuration.",
    )(command)


def format_option(
    formats: Iterable[str], about: str = "How the findings are written."
) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """Return a decorator that adds the option for the format of the output.

    Args:
        formats: The formats, `text` among them.
        about: The help of the option.
    """
    return click.option(
        "--format",
        "form",
        type=click.Choice([str(form) for form in formats]),
        default="text",
        show_default=True,
        help=about,
    )


def fail_level_option(command: Callable[..., None]) -> Callable[..., None]:
    """Add the option for the severity from which on a command fails."""
    return click.option(
        "--fail-level",
        type=click.Choice([str(severity) for severity in Severity]),
        help="The lowest severity that makes the command exit with 1.  [default: warning]",
    )(command)


def selection_option(command: Callable[..., None]) -> Callable[..., None]:
    """Add the option that selects operations by words."""
    return click.option(
        "-k",
        "selections",
        multiple=True,
        metavar="WORDS",
        help="Only what has all of these words in its name, route or page, such as 'Person not"
        " image'. Repeatable: what one of them selects.",
    )(command)


def language_option(about: str) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """Return a decorator that adds the option for the languages of programs.

    Args:
        about: The help of the option.
    """
    return click.option(
        "--language",
        "languages",
        multiple=True,
        default=("python",),
        metavar="NAME",
        help=f"{about} Repeatable.  [default: python]",
    )


def read_catalog(
    docs: Path | None, config_file: Path | None, collection: str | None = None
) -> Catalog:
    """Read the pages of one API, and report on standard error what is wrong with them.

    Raises:
        ConfigurationError: There is none, or no collection of that name, or none is named although
            there are several.
    """
    from callsheet.catalog.collected import read_collection

    configuration = read_configuration(docs, config_file)
    part = one_collection(configuration, collection)
    catalog = read_collection(configuration.docs, configuration.collections, part)
    print_errors(catalog)
    require_pages(catalog.pages, catalog.root)
    return catalog


def one_collection(configuration: Configuration, name: str | None) -> DocsCollection:
    """Return the collection of a name; without one, all pages.

    Raises:
        ConfigurationError: There is none of that name, or none is named although there are several.
    """
    parts = configuration.parts(name)
    if len(parts) > 1:
        names = ", ".join(each.name for each in parts if each.name)
        raise ConfigurationError(f"Name one of the collections with --collection: {names}.")
    return parts[0]


def require_pages(pages: Sized, docs: Path) -> None:
    """Raise where there are no pages, so that a wrong folder does not look like a right one.

    Raises:
        ConfigurationError: There is none.
    """
    if not pages:
        raise ConfigurationError(f"There is no page below `{docs}`.")


def require_writable(file: Path) -> None:
    """Raise where a file cannot be written, so that nothing is done in vain.

    Raises:
        ConfigurationError: It cannot.
    """
    from callsheet.files import try_writing

    with access_to(file, "written"):
        try_writing(file)


def refuse_options(why: str, *names: str) -> None:
    """Raise where an option that would have no effect is on the command line of this command.

    Args:
        why: What takes its effect away, such as `without --variations`.
        names: The options.

    Raises:
        click.UsageError: One is there.
    """
    for name in _given():
        if name in names:
            raise click.UsageError(f"{name} has no effect {why}.")


def refuse_other_options(why: str, *names: str) -> None:
    """Raise where another option or argument than these is on the command line of this command.

    Those that name the folder of the pages may always be there.

    Raises:
        click.UsageError: One is there.
    """
    refuse_options(why, *(name for name in _given() if name not in {*names, *_PLACES}))


def _given() -> Iterator[str]:
    """Yield the options, as `--name`, and the arguments, as `NAME`, that the user has given."""
    context = click.get_current_context()
    for parameter in context.command.params:
        name = parameter.name or ""
        if (
            context.get_parameter_source(name) is ParameterSource.COMMANDLINE
            and context.params.get(name) != ()
        ):
            is_option = isinstance(parameter, click.Option)
            yield max(parameter.opts, key=len) if is_option else parameter.human_readable_name


def print_errors(catalog: Catalog, *, has_others: bool = False) -> None:
    """Report on standard error pages that cannot be read, and a folder without operations.

    Args:
        catalog: The pages.
        has_others: Whether there is something else for the command than operations.
    """
    for finding in catalog.findings:
        if finding.severity is Severity.ERROR:
            say(f"{finding.severity}: {finding}", err=True)
    if not catalog.documented and not has_others:
        say(f"No operation page was found below `{catalog.root}`.", err=True)


def site_choices(configuration: Configuration) -> Overrides:
    """Return the choices of the site's configuration for all samples.

    Raises:
        ConfigurationError: They are malformed.
    """
    from callsheet.samples import read_overrides

    overrides, faults = read_overrides(configuration.samples)
    if faults:
        raise ConfigurationError(f"In the plugin's options, {faults[0]}")
    return overrides


def write_out(content: bytes, output: Path | None) -> None:
    """Write a result to a file, or to standard output."""
    if output is None:
        write_to_stdout(content)
        return
    from callsheet.export import write

    write(output, content)


def counted(number: int, noun: str) -> str:
    """Return a number with its noun, which takes an `s` in the plural."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def say(line: object = "", *, err: bool = False) -> None:
    """Print one line; line breaks and controls from pages or file names in it become visible."""
    say_text(visible(str(line)), err=err)


def say_text(text: str, *, err: bool = False) -> None:
    """Print a text of several lines, without the end of the last one."""
    click.echo(printable(text), err=err)


def write_to_stdout(content: bytes) -> None:
    """Write a result to standard output; its format has escaped control characters itself."""
    click.echo(content, nl=False)


def failed_to_write(error: OSError) -> bool:
    """Tell whether an error comes from writing to a standard stream, which it does not name."""
    # Only the traceback shows it, as such an error does not name a file.
    *_, (innermost, _) = traceback.walk_tb(error.__traceback__)
    return innermost.f_code is click.echo.__code__
