"""`callsheet test`."""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path

import click

from callsheet.cli.live import header_option, read_headers, timeout_option, with_progress
from callsheet.cli.options import (
    docs_options,
    format_option,
    output_option,
    pack_option,
    print_errors,
    say,
    selection_option,
    site_choices,
    write_out,
)
from callsheet.configuration import read_configuration
from callsheet.errors import CallsheetError, ConfigurationError
from callsheet.samples.request.request import TIMEOUT

_ASPECTS = ("operations", "parameters", "statuses")


@click.command("test")
@docs_options
@pack_option
@click.option(
    "--base-url",
    metavar="URL",
    help="A live server to run against.  [default: the reference server, started for the run]",
)
@header_option
@timeout_option(TIMEOUT)
@click.option(
    "--live-read-only", is_flag=True, help="Run only what changes nothing: GET, HEAD and OPTIONS."
)
@click.option(
    "-n",
    "--processes",
    type=click.IntRange(1, 64),
    default=min(os.cpu_count() or 1, 8),
    show_default="one for each core",
    metavar="N",
    help="How many programs run at the same time.",
)
@selection_option
@click.option(
    "--language",
    "languages",
    multiple=True,
    default=("python",),
    metavar="NAME",
    help="The language of the programs: python, curl or javascript. Repeatable.  [default: python]",
)
@format_option(["text", "json", "junit"], "How to report.")
@output_option
@click.option(
    "--coverage",
    "coverage_file",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="Write what is covered, what is not, and why, as JSON.",
)
@click.option(
    "--fail-under",
    "limits",
    multiple=True,
    metavar="[WHAT=]PERCENT",
    help="Exit with 1 if less is covered of the operations, parameters or statuses: `95` for all"
    " statuses, `parameters=50`. Repeatable.",
)
def command(
    docs: Path | None,
    config_file: Path | None,
    packs: tuple[str, ...],
    base_url: str | None,
    headers: tuple[str, ...],
    timeout: float,
    live_read_only: bool,
    processes: int,
    selections: tuple[str, ...],
    languages: tuple[str, ...],
    form: str,
    output: Path | None,
    coverage_file: Path | None,
    limits: tuple[str, ...],
) -> None:
    """Run the samples, and compare the responses with what the pages promise.

    Each program runs by itself in an empty folder, and in a workspace of its own. It passes where
    status, media type, header fields and body are as documented.

    Programs of tutorials (fences `python run`) run one after the other against the reference
    server, and pass where they print what their page shows.
    """
    try:
        from callsheet.report import prefix_of
        from callsheet.report.runs import RunFormat, RunReport, write_runs
        from callsheet.run import (
            Runner,
            ServerUnderTest,
            coverage_of,
            programs_of,
            run_tutorials,
            select,
            tutorials_of,
        )
        from callsheet.run.programs import SAFE
        from callsheet.server.adapters.sources import Sources
    except ModuleNotFoundError as error:
        raise CallsheetError(
            f"Running samples needs `{error.name}`: pip install 'mkdocs-callsheet[test]'"
        ) from error
    wanted = [_limit(limit) for limit in limits]
    fields = read_headers(headers)
    configuration = read_configuration(docs, config_file)
    modules = (*packs, *configuration.server_modules)
    sources = Sources(configuration.docs, None, modules, configuration.folder)
    catalog = sources.catalog()
    print_errors(catalog)
    if base_url is None:
        server = ServerUnderTest.reference(catalog, sources.packs(catalog))
    else:
        server = ServerUnderTest.at(base_url, fields, timeout)
    site = site_choices(configuration)
    programs = list(select(programs_of(catalog.operations, site, languages), *selections))
    if live_read_only:
        programs = [program for program in programs if program.operation.method in SAFE]
    # They begin with the seeds of the reference server, and change what is there.
    has_seeds = base_url is None and not live_read_only and "python" in languages
    tutorials = [*tutorials_of(catalog, selections)] if has_seeds else []
    if not programs and not tutorials and catalog.operations:
        raise ConfigurationError("No sample is selected.")
    if not catalog.pages:
        raise ConfigurationError(f"There is no page below `{configuration.docs}`.")
    server.require_server()
    started = time.perf_counter()
    with Runner(catalog, server).session(processes) as run:
        results = list(with_progress(run(programs), len(programs), "Running", "programs run"))
    # Without a server, nothing is wrong with the pages.
    server.require_server()
    # A server of their own, as one that was stopped has lost its state.
    fresh = ServerUnderTest.reference(catalog, sources.packs(catalog)) if tutorials else server
    steps = [*run_tutorials(tutorials, fresh)]
    operations = {program.operation.uid: program.operation for program in programs}.values()
    coverage = coverage_of(operations, results)
    seconds = time.perf_counter() - started
    report = RunReport(results, coverage, seconds, prefix_of(configuration.docs), steps)
    colour = output is None and sys.stdout.isatty() and not os.environ.get("NO_COLOR")
    write_out(write_runs(report, RunFormat(form), colour=colour).encode(), output)
    if coverage_file:
        write_out(coverage.as_json().encode(), coverage_file)
    short = [(name, limit) for name, limit in wanted if coverage.percent(name) < limit]
    for name, limit in short:
        covered = coverage.percent(name)
        say(f"{covered:.1f} % of the {name} are covered; the limit is {limit:g} %.", err=True)
    if report.failed or short:
        raise SystemExit(1)


def _limit(text: str) -> tuple[str, float]:
    """Parse an aspect of coverage and its least percentage."""
    name, _, percent = text.rpartition("=")
    name = name or "statuses"
    try:
        limit = float(percent)
    except ValueError:
        limit = -1
    if name not in _ASPECTS or not 0 <= limit <= 100:
        message = f"`{text}` is no percentage; write 95 or parameters=50."
        raise click.BadParameter(message, param_hint="--fail-under")
    return name, limit
