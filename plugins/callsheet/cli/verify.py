"""`callsheet verify`."""

from __future__ import annotations

import os
import sys
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
    collection_option,
    counted,
    docs_options,
    fail_level_option,
    format_option,
    output_option,
    read_catalog,
    say,
    selection_option,
    site_choices,
    write_out,
)
from callsheet.configuration import Configuration, read_configuration
from callsheet.errors import CallsheetError, ConfigurationError, needing
from callsheet.findings import Severity
from callsheet.report import Format

if TYPE_CHECKING:
    from collections.abc import Sequence

    from callsheet.catalog import Catalog
    from callsheet.run.verify import Redactor, Replay, Verified


@click.command("verify")
@docs_options
@collection_option
@click.option("--base-url", required=True, metavar="URL", help="The live server.")
@header_option
@click.option(
    "--unsafe",
    is_flag=True,
    help="Also send requests that change something, not only GET, HEAD and OPTIONS.",
)
@selection_option
@rate_option("The maximum number of requests per second.")
@click.option(
    "--retries",
    type=click.IntRange(0, 10),
    default=2,
    show_default=True,
    metavar="N",
    help="How often a request is repeated after a broken connection, 429, 502, 503 or 504.",
)
@timeout_option(30)
@format_option(Format)
@output_option
@fail_level_option
def command(
    docs: Path | None,
    config_file: Path | None,
    collection: str | None,
    base_url: str,
    headers: tuple[str, ...],
    unsafe: bool,
    selections: tuple[str, ...],
    rate: float,
    retries: int,
    timeout: float,
    form: str,
    output: Path | None,
    fail_level: str | None,
) -> None:
    """Report where a live server differs from the pages.

    The example requests of the pages are sent to it, and what comes back is compared with the page,
    as in `callsheet test`. Secrets are left out of the report. Exits with 0 where all is as
    documented, with 1 where a finding is as severe as --fail-level, and with 2 for wrong usage,
    unreadable input, or a server that cannot be reached.
    """
    with needing("test", "This command"):
        from callsheet.run.verify import LiveServer, Redactor, RequestPolicy, Verifier
    fields = read_headers(headers)
    redact = Redactor(fields)
    server = LiveServer(base_url, fields, RequestPolicy(rate, retries, timeout))
    configuration = read_configuration(docs, config_file)
    catalog = read_catalog(docs, config_file, collection)
    replays = _replays(catalog, configuration, selections, unsafe=unsafe)
    level = Severity(fail_level) if fail_level else configuration.check.fail_level
    found: list[Verified] = []
    ended: CallsheetError | None = None
    try:
        results = Verifier(catalog, server, redact).run(replays)
        for verified in with_progress(results, len(replays), "Asking", "requests sent"):
            found.append(verified)
    except CallsheetError as error:
        ended = error
    finally:
        server.close()
    if found or ended is None:
        failed = _report(configuration, found, level, Format(form), output, redact)
    if ended is not None:
        raise ended
    raise SystemExit(1 if failed else 0)


def _replays(
    catalog: Catalog, configuration: Configuration, selections: Sequence[str], *, unsafe: bool
) -> Sequence[Replay]:
    """Select the example requests to send, and print how many are left out.

    Raises:
        ConfigurationError: None is left, so that nothing would be verified.
    """
    from callsheet.run.verify import replays_of, select_replays

    site = site_choices(configuration)
    without = sum(1 for operation in catalog.operations if not operation.example_requests)
    if without:
        have = "has" if without == 1 else "have"
        what = f"{counted(without, 'operation')} {have} no example request"
        say(f"{what}, so nothing is sent.", err=True)
    selected = select_replays(replays_of(catalog.operations, site), *selections)
    replays = [replay for replay in selected if unsafe or replay.is_safe]
    if left := len(selected) - len(replays):
        what = f"{counted(left, 'request')} that may change something"
        say(f"Only sent with --unsafe: {what}.", err=True)
    if not replays:
        raise ConfigurationError("No example request that may be sent is selected.")
    return replays


def _report(
    configuration: Configuration,
    found: Sequence[Verified],
    level: Severity,
    form: Format,
    output: Path | None,
    redact: Redactor,
) -> bool:
    """Write the report, and tell whether its findings fail the run."""
    from callsheet.checks.engine.selection import Selection
    from callsheet.report import Report, RuleInfo, prefix_of, write
    from callsheet.run.verify import LIVE_RULES

    check = configuration.check
    # `select` chooses rules for pages, which excludes live ones; `ignore` applies to both.
    selection = Selection.of((), check.ignore, check.severity)
    findings = [finding for verified in found for finding in verified.findings]
    report = Report(
        findings=tuple(selection.apply(findings)),
        docs=configuration.docs,
        pages=tuple(dict.fromkeys(verified.replay.operation.path for verified in found)),
        rules={rule.code: RuleInfo.of(rule) for rule in LIVE_RULES},
        prefix=prefix_of(configuration.docs),
        fail_on=level,
        suppressed=sum(verified.suppressed for verified in found),
    )
    colour = output is None and sys.stdout.isatty() and not os.environ.get("NO_COLOR")
    text = write(report, form, colour=colour)
    if form is Format.TEXT:
        # The text quotes lines of the pages, which may hold the same secrets.
        text = redact.known(text)
    write_out(text.encode("utf-8", errors="replace"), output)
    return report.failed
