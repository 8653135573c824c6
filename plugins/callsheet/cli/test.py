"""`callsheet test`."""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import click

from callsheet.cli.live import (
    header_option,
    rate_option,
    read_headers,
    timeout_option,
    with_progress,
)
from callsheet.cli.options import (
    NumberRange,
    OutputFile,
    collection_option,
    docs_options,
    format_option,
    language_option,
    output_option,
    pack_option,
    print_errors,
    refuse_options,
    require_pages,
    say,
    selection_option,
    site_choices,
    write_out,
)
from callsheet.configuration import read_configuration
from callsheet.errors import ConfigurationError, needing
from callsheet.samples.request.request import TIMEOUT

if TYPE_CHECKING:
    from callsheet.docs_collections import DocsCollection
    from callsheet.run.variations import Proof

_SAMPLED = ("operations", "parameters", "statuses")
_ASPECTS = (*_SAMPLED, "proved", "values", "media-types", "required")


@click.command("test")
@docs_options
@collection_option
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
@language_option("The language of the programs: python, curl or javascript.")
@click.option(
    "--variations",
    is_flag=True,
    help="Also vary each documented parameter, property, value, media type and required mark, and"
    " compare the answers, to see that none is ignored.",
)
@click.option(
    "--unsafe",
    is_flag=True,
    help="Also vary requests to a live server that change something there, not only GET, HEAD and"
    " OPTIONS.",
)
@rate_option("The maximum number of variations per second that a live server gets.")
@click.option(
    "--max-requests",
    type=click.IntRange(1),
    default=100_000,
    show_default=True,
    metavar="N",
    help="How many requests for variations are sent; those beyond are reported as not covered.",
)
@click.option(
    "--max-seconds",
    type=NumberRange(1, 86_400),
    default=1_800,
    show_default=True,
    metavar="SECONDS",
    help="How long variations are sent; those beyond are reported as not covered.",
)
@format_option(["text", "json", "junit"], "How to report.")
@output_option
@click.option(
    "--coverage",
    "coverage_file",
    type=OutputFile(),
    metavar="FILE",
    help="Write what is covered, what is not, and why, as JSON.",
)
@click.option(
    "--cobertura",
    "cobertura_file",
    type=OutputFile(),
    metavar="FILE",
    help="Write which lines of the pages are covered, as Cobertura XML.",
)
@click.option(
    "--fail-under",
    "limits",
    multiple=True,
    metavar="[WHAT=]PERCENT",
    help="Exit with 1 if less is covered: `95` for all statuses, or with one of operations,"
    " parameters, statuses and, of variations, proved, values, media-types and required:"
    " `proved=95`. Repeatable.",
)
def command(
    docs: Path | None,
    config_file: Path | None,
    collection: str | None,
    packs: tuple[str, ...],
    base_url: str | None,
    headers: tuple[str, ...],
    timeout: float,
    live_read_only: bool,
    processes: int,
    selections: tuple[str, ...],
    languages: tuple[str, ...],
    variations: bool,
    unsafe: bool,
    rate: float,
    max_requests: int,
    max_seconds: float,
    form: str,
    output: Path | None,
    coverage_file: Path | None,
    cobertura_file: Path | None,
    limits: tuple[str, ...],
) -> None:
    """Run the samples, and compare the responses with what the pages promise.

    Each program runs by itself in an empty folder, and in a workspace of its own. It passes where
    status, media type, header fields and body are as documented.

    Programs of tutorials (fences `python run`) run one after the other against the reference
    server, and pass where they print what their page shows.
    """
    if not variations:
        why = "without --variations"
        refuse_options(why, "--unsafe", "--rate", "--max-requests", "--max-seconds")
    if base_url is None:
        why = "on the reference server, without --base-url"
        refuse_options(why, "--header", "--timeout", "--unsafe", "--rate")
    else:
        refuse_options("on a live server", "--pack")
    if live_read_only:
        refuse_options("with --live-read-only", "--unsafe")
    with needing("test", "Running samples"):
        from callsheet.report import prefix_of
        from callsheet.report.cobertura import write_cobertura
        from callsheet.report.runs import RunFormat, RunReport, all_runs, write_runs
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
        from callsheet.run.variations.client import live_client, reference_client
        from callsheet.run.variations.prover import Bounds, Prover
        from callsheet.run.verify import RequestPolicy
        from callsheet.server.adapters.sources import Sources
    wanted = [_limit(limit, variations=variations) for limit in limits]
    fields = read_headers(headers)
    configuration = read_configuration(docs, config_file)
    parts, prefix = configuration.parts(collection), prefix_of(configuration.docs)
    if base_url and len(parts) > 1:
        raise click.UsageError("--base-url is for one API: name it with --collection.")

    def run_part(part: DocsCollection) -> RunReport:
        sources = Sources.of(configuration, part, packs)
        catalog = sources.catalog()
        loaded = [] if base_url else sources.packs(catalog)
        if base_url is None:
            server = ServerUnderTest.reference(catalog, loaded)
        else:
            server = ServerUnderTest.at(base_url, fields, timeout)
        site = site_choices(configuration)
        programs = list(select(programs_of(catalog.operations, site, languages), *selections))
        if live_read_only:
            programs = [program for program in programs if program.operation.method in SAFE]
        # They begin with the seeds of the reference server, and change what is there.
        has_seeds = base_url is None and not live_read_only and "python" in languages
        tutorials = [*tutorials_of(catalog, selections)] if has_seeds else []
        if catalog.documented or len(parts) == 1:
            print_errors(catalog, has_others=bool(tutorials))
        for tutorial in tutorials:
            for unused in tutorial.unused:
                where = f"{prefix}{tutorial.path}:{unused.line}"
                say(f"warning: {where}: The program is not run: {unused.reason}.", err=True)
        if not programs and not tutorials:
            if len(parts) == 1 and catalog.operations:
                raise ConfigurationError("No sample is selected.")
            if len(parts) > 1:
                return RunReport((), coverage_of((), ()), 0)
        require_pages(catalog.pages, configuration.docs)
        server.require_server()
        started = time.perf_counter()
        with Runner(catalog, server).session(processes) as run:
            results = list(with_progress(run(programs), len(programs), "Running", "programs run"))
        # Without a server, nothing is wrong with the pages.
        server.require_server()
        operations = tuple({p.operation.uid: p.operation for p in programs}.values())
        # A server of their own, as one that was stopped has lost its state.
        fresh = ServerUnderTest.reference(catalog, loaded) if tutorials else server
        steps = [*run_tutorials(tutorials, fresh, prefix)]
        seconds = time.perf_counter() - started
        proofs: tuple[Proof, ...] = ()
        if variations:
            connected = (
                live_client(base_url, fields, RequestPolicy(rate, timeout=timeout))
                if base_url
                # The state of the first one ended with the samples.
                else reference_client(ServerUnderTest.reference(catalog, loaded).app, catalog)
            )
            with connected as client:
                prover = Prover(
                    catalog,
                    client,
                    server.redact,
                    Bounds(max_requests, max_seconds),
                    unsafe=unsafe and not live_read_only,
                    site=site,
                )
                found = with_progress(prover.run(operations), len(operations), "Varying", "varied")
                proofs = tuple(proof for proving in found for proof in proving)
        coverage = coverage_of(operations, results, proofs)
        return RunReport(results, coverage, seconds, proofs=proofs, steps=steps)

    reports = [run_part(part) for part in parts]
    if len(parts) > 1 and not any(report.results or report.steps for report in reports):
        raise ConfigurationError("No sample is selected.")
    report = all_runs(reports, prefix)
    coverage = report.coverage
    colour = output is None and sys.stdout.isatty() and not os.environ.get("NO_COLOR")
    write_out(write_runs(report, RunFormat(form), colour=colour).encode(), output)
    if coverage_file:
        write_out(coverage.as_json().encode(), coverage_file)
    if cobertura_file:
        written = write_cobertura(coverage, prefix, round(time.time() * 1000))
        write_out(written.encode(), cobertura_file)
    short = [(name, limit) for name, limit in wanted if coverage.percent(name) < limit]
    for name, limit in short:
        covered = coverage.percent(name)
        say(f"{name}: {covered:.1f} % covered; the limit is {limit:g} %.", err=True)
    if report.failed or short:
        raise SystemExit(1)


def _limit(text: str, *, variations: bool) -> tuple[str, float]:
    """Parse an aspect of coverage and its least percentage."""
    name, _, percent = text.rpartition("=")
    name = name or "statuses"
    try:
        limit = float(percent)
    except ValueError:
        limit = -1
    if name not in _ASPECTS:
        message = f"`{name}` is not measured; write one of {', '.join(_ASPECTS)}."
        raise click.BadParameter(message, param_hint="--fail-under")
    if not 0 <= limit <= 100:
        message = f"`{text}` is not a percentage; write 95 or parameters=50."
        raise click.BadParameter(message, param_hint="--fail-under")
    if name not in _SAMPLED and not variations:
        message = f"`{name}` is measured by variations; add --variations."
        raise click.BadParameter(message, param_hint="--fail-under")
    return name, limit
