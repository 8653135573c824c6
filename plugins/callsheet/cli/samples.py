"""`callsheet samples`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from callsheet.cli.options import (
    OutputFile,
    collection_option,
    counted,
    docs_options,
    language_option,
    one_collection,
    print_errors,
    refuse_options,
    refuse_other_options,
    say,
    site_choices,
    write_out,
)
from callsheet.configuration import SAMPLES_DIR, read_configuration
from callsheet.errors import ConfigurationError

if TYPE_CHECKING:
    from callsheet.catalog import Catalog
    from callsheet.samples import Choice, Overrides, Sample
    from callsheet.samples.request.access import EnvironmentSecret


@click.command("samples")
@docs_options
@collection_option
@click.option(
    "--out",
    type=click.Path(path_type=Path),
    default=SAMPLES_DIR,
    show_default=True,
    metavar="DIR",
    help="The folder of the programs.",
)
@click.option(
    "--check", is_flag=True, help="Write nothing; exit with 1 if a program is out of date."
)
@language_option("A language to write them in, such as curl.")
@click.option(
    "--zip",
    "archive",
    type=OutputFile(),
    metavar="FILE",
    help="Write all of them into one archive instead, with a README and their requirements.",
)
@click.option(
    "--explain", metavar="UID", help="Explain why the sample of an operation sends what it sends."
)
def command(
    docs: Path | None,
    config_file: Path | None,
    collection: str | None,
    out: Path,
    check: bool,
    languages: tuple[str, ...],
    archive: Path | None,
    explain: str | None,
) -> None:
    """Generate a program for every operation.

    Those in Python come with one for each other documented status: `UID_404.py`. Further media
    types and examples of a page have their own: `UID.form.py`.
    """
    from callsheet.catalog.collected import read_collection

    if explain is not None:
        refuse_other_options("with --explain", "--explain")
    if archive:
        refuse_options("with --zip", "--out", "--check")
    from callsheet.samples import stale_samples, write_samples
    from callsheet.samples.bundle import bundle

    configuration = read_configuration(docs, config_file)
    part = one_collection(configuration, collection)
    catalog = read_collection(configuration.docs, configuration.collections, part)
    print_errors(catalog)
    site = site_choices(configuration).below(part.base_path)
    if explain is not None:
        for line in _explanation(catalog, explain, site):
            say(line)
        return
    samples = _samples(catalog, languages, site)
    if archive:
        write_out(bundle(samples, catalog.home.title if catalog.home else "API"), archive)
        say(f"{counted(len(samples), 'program')} in `{archive}`.", err=True)
        return
    if not check:
        written = write_samples(samples, out)
        for path in written:
            say(path)
        files = counted(len(written), "file")
        say(f"{files} written, {counted(len(samples), 'program')} in `{out}`.", err=True)
        return
    stale = stale_samples(samples, out)
    for file in stale:
        say(f"{file.path}: {file.reason}")
    if stale:
        say("Run `callsheet samples` and commit what it changes.", err=True)
        raise SystemExit(1)
    are = "is" if len(samples) == 1 else "are"
    say(f"{counted(len(samples), 'program')} {are} up to date.", err=True)


def _samples(catalog: Catalog, languages: Sequence[str], site: Overrides) -> list[Sample]:
    from callsheet.samples import (
        further_samples_of,
        languages_of,
        name_apart,
        outcome_sample,
        outcomes_of,
        resolved,
        samples_of,
    )

    wanted = languages_of(languages)
    samples: list[Sample] = []
    for operation in resolved(catalog.operations):
        samples += samples_of(operation, wanted, site)
        if "python" in languages:
            outcomes = outcomes_of(operation, site)
            samples += [outcome_sample(operation, outcome) for outcome in outcomes]
        for further in further_samples_of(operation, wanted, site):
            samples += further.samples
    return name_apart(samples)


def _explanation(catalog: Catalog, uid: str, site: Overrides) -> Iterator[str]:
    """Yield a line for each value that the samples send, with the reason."""
    from callsheet.samples import resolved, variants_of
    from callsheet.samples.request.values import pick_values
    from callsheet.samples.sample import file_stem

    operations = {operation.uid: operation for operation in resolved(catalog.operations)}
    operation = operations.get(uid)
    if operation is None:
        raise ConfigurationError(f"No page documents an operation `{uid}`.")
    yield f"{operation.method} {operation.route.template} ({operation.path})"
    for variant in variants_of(operation):
        if variant.label:
            yield ""
            yield f"{variant.label} ({file_stem(uid)}{variant.ending})"
        values = pick_values(variant.operation, site)
        for choice in values.choices:
            yield f"{choice.location} {choice.name}".rstrip() + f" = {choice.value}"
            yield f"    {_reason(choice, operation.path)}"
        yield f"{values.base_url.variable} = {values.base_url.default}"
        yield "    from the environment; else it is this address"
        for secret in values.access(variant.operation).secrets:
            yield secret.variable
            yield f"    from the environment{_otherwise(secret)}"


def _otherwise(secret: EnvironmentSecret) -> str:
    """Describe a secret whose variable is not set, without showing it."""
    return ", which has to have it" if secret.default is None else "; else as the page shows it"


def _reason(choice: Choice, path: str) -> str:
    place = f" ({path}:{choice.line})" if choice.line else ""
    if choice.fault:
        return f"from {choice.origin}, because {choice.fault}{place}"
    return f"from {choice.origin}{place}"
