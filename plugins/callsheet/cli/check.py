"""`callsheet check`."""

from __future__ import annotations

import os
import sys
from collections import Counter
from contextlib import nullcontext, suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from callsheet.cli.options import (
    counted,
    docs_options,
    fail_level_option,
    format_option,
    output_option,
    refuse_options,
    refuse_other_options,
    require_pages,
    require_writable,
    say,
    say_text,
    write_out,
)
from callsheet.configuration import MKDOCS_YML, read_configuration
from callsheet.errors import ConfigurationError, access_to
from callsheet.findings import Severity
from callsheet.memo import without_collection
from callsheet.report import Format
from callsheet.report.text import MAX_LINES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from callsheet.checks.engine.check_page import RuleFault
    from callsheet.checks.engine.runner import Contradictions
    from callsheet.checks.engine.session import CheckSession

_CODES = "CODES"


@click.command("check")
@docs_options
@format_option(Format)
@output_option
@click.option(
    "--select",
    multiple=True,
    metavar=_CODES,
    help="Only these rules, by code, name, group or prefix of codes, such as CS2. Repeatable.",
)
@click.option("--ignore", multiple=True, metavar=_CODES, help="Rules to leave out. Repeatable.")
@fail_level_option
@click.option(
    "--baseline",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="A file with known findings, which are not reported.",
)
@click.option(
    "--write-baseline",
    is_flag=True,
    help="Write all findings to the baseline instead of reporting them.",
)
@click.option("--fix", is_flag=True, help="Fix findings that have only one right answer.")
@click.option("--diff", is_flag=True, help="Show what --fix would change, but change nothing.")
@click.option("--watch", is_flag=True, help="Check again whenever a page changes, until Ctrl+C.")
@click.option(
    "--all",
    "show_all",
    is_flag=True,
    help=f"Show all findings as text, and all their places, not only the first {MAX_LINES} lines.",
)
@click.option("--statistics", is_flag=True, help="Only count the findings of each rule, as text.")
@click.option(
    "--no-summaries", is_flag=True, help="List each place of a problem that the whole tree has."
)
@click.option(
    "--against",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="An OpenAPI document; also report where the pages contradict it.",
)
@click.option(
    "--explain", metavar="CODE", help="Explain a rule or list a group, and check nothing."
)
@click.option(
    "--explain-layout",
    is_flag=True,
    help="Explain how the PAGES are read: the layout of each, and what its lines are taken for.",
)
@click.argument("pages", nargs=-1, type=click.Path(path_type=Path))
def command(
    docs: Path | None,
    config_file: Path | None,
    form: str,
    output: Path | None,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    fail_level: str | None,
    baseline: Path | None,
    write_baseline: bool,
    fix: bool,
    diff: bool,
    watch: bool,
    show_all: bool,
    statistics: bool,
    no_summaries: bool,
    against: Path | None,
    explain: str | None,
    explain_layout: bool,
    pages: tuple[Path, ...],
) -> None:
    """Check all pages, or only these PAGES, and report problems with file, line and column.

    A folder among PAGES stands for all pages below it.

    Exits with 0 if there are no problems, with 1 if a finding is at least as severe as
    --fail-level, and with 2 for wrong usage or unreadable input.
    """
    if explain is not None:
        refuse_other_options("with --explain", "--explain")
        _explain(explain, docs, config_file)
        return
    if explain_layout:
        refuse_other_options("with --explain-layout", "--explain-layout", "PAGES")
        _explain_layout(read_configuration(docs, config_file).docs, pages)
        return
    from callsheet.checks.engine.session import CheckSession

    if (watch and (fix or diff or write_baseline)) or (write_baseline and (fix or diff)):
        raise click.UsageError("--watch, --write-baseline, and --fix or --diff cannot be combined.")
    if form != Format.TEXT:
        refuse_options(f"with --format {form}", "--statistics", "--all")
    if write_baseline or diff:
        why = "with --write-baseline" if write_baseline else "with --diff"
        report = ("--format", "--output", "--fail-level", "--all", "--statistics", "--no-summaries")
        refuse_options(why, *report)
    if watch:
        refuse_options("with --watch", "--fail-level")
    configuration = read_configuration(docs, config_file)
    checking = CheckSession.of(
        configuration,
        select=_split(select),
        ignore=_split(ignore),
        fail_level=Severity(fail_level) if fail_level else None,
        baseline=baseline,
        pages=pages,
        summaries=not no_summaries,
        against=_contradictions(against) if against else None,
    )
    # A file has no first screen.
    max_lines = None if show_all or output else MAX_LINES
    url = configuration.site_url
    site = (url, configuration.directory_urls) if url else None
    view = View(Format(form), statistics, max_lines, site)
    if write_baseline:
        _write_baseline(checking, is_part=bool(select or ignore))
        return
    if fix or diff:
        _fix(checking, only_show=diff)
        if diff:
            return
    if watch:
        _watch(checking, view, output)
        return
    with without_collection():
        code = _report(checking, view, output)
    raise SystemExit(code)


def _contradictions(file: Path) -> Contradictions:
    from callsheet.importing import read_specification
    from callsheet.sync import SourceDocument, contradictions

    return contradictions(SourceDocument.of(read_specification(file)))


def _split(codes: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(code.strip() for text in codes for code in text.split(",") if code.strip())


def _explain_layout(docs: Path, pages: Sequence[Path]) -> None:
    from callsheet.source import read_page
    from callsheet.source.layouts.choice import read_choice
    from callsheet.source.layouts.explain import explain

    if not pages:
        raise click.UsageError("Name the pages to explain.")
    layouts = read_choice(docs)
    for page in pages:
        with access_to(page, "read"):
            data = page.read_bytes()
        path = page.resolve()
        shown = path.relative_to(docs.resolve()) if path.is_relative_to(docs.resolve()) else page
        layout = layouts.of(shown.as_posix())
        reading = read_page(data, shown.as_posix(), layout)
        text = data.decode(errors="replace")
        for line in explain(text, reading, is_chosen=layout is not None):
            say(line)


def _explain(name: str, docs: Path | None, config_file: Path | None) -> None:
    from callsheet.checks.engine.registry import all_rules, use_project_rules
    from callsheet.checks.engine.rule_pages import document_rule
    from callsheet.checks.parsing.words import did_you_mean
    from callsheet.checks.rule import RuleGroup

    if config_file or Path(MKDOCS_YML).is_file():
        configuration = read_configuration(docs, config_file)
        use_project_rules(configuration.check.rules, configuration.folder)
    rules = all_rules()
    if name.lower() in list(RuleGroup):
        for each in rules.values():
            if each.group == name.lower():
                say(f"{each.code} {each.name}: {each.summary}")
        return
    rule = next((r for r in rules.values() if name.lower() in (r.code.lower(), r.name)), None)
    if rule is None:
        groups = ", ".join(f"`{group}`" for group in RuleGroup)
        names = [each.name for each in rules.values()]
        meant = did_you_mean(name, names) or f"--explain lists the rules of a group: {groups}."
        raise ConfigurationError(f"There is no rule `{name}`. {meant}")
    say_text(document_rule(rule).removesuffix("\n"))


@dataclass(frozen=True, slots=True)
class View:
    """How findings are shown.

    Attributes:
        form: The format.
        statistics: Whether they are only counted.
        max_lines: The limit of lines of text.
        site: The address of the site, and whether it has a folder for each page, if it is known.
    """

    form: Format
    statistics: bool
    max_lines: int | None
    site: tuple[str, bool] | None = None


def _report(checking: CheckSession, view: View, output: Path | None) -> int:
    """Check the pages, write the report, and return the exit code."""
    from callsheet.checks.engine.registry import all_rules
    from callsheet.checks.engine.rule_addresses import rule_addresses
    from callsheet.report import Report, RuleInfo, prefix_of, write
    from callsheet.report.text import statistics

    verdict = checking.check()
    outcome = verdict.outcome
    require_pages(outcome.pages, checking.docs)
    addresses: dict[str, str] = {}
    if view.site is not None and view.form in (Format.JSON, Format.SARIF):
        url, directories = view.site
        addresses = rule_addresses(checking.docs, outcome.pages, url, directories=directories)
    report = Report(
        findings=verdict.findings,
        docs=checking.docs,
        pages=outcome.pages,
        rules={c: RuleInfo.of(rule, addresses.get(c, "")) for c, rule in all_rules().items()},
        prefix=prefix_of(checking.docs),
        fail_on=checking.fail_level,
        suppressed=outcome.suppressed,
        known=verdict.known,
        fixable=verdict.fixable,
        offers_baseline=checking.baseline is None,
    )
    colour = output is None and _wants_colour()
    if view.statistics:
        text = statistics(report, colour=colour)
    else:
        text = write(report, view.form, colour=colour, max_lines=view.max_lines)
    write_out(text.encode("utf-8", errors="replace"), output)
    if view.form is Format.GITHUB:
        _add_to_job_summary(write(report, Format.MARKDOWN))
    _print_faults(outcome.faults)
    if checking.pages is not None and not checking.pages:
        # pre-commit also names files that are no pages, so that this is not an error.
        say(f"None of the named files is below `{checking.docs}`: they are not checked.", err=True)
    if verdict.needless:
        many = verdict.needless != 1
        message = f"{verdict.needless} {'entries' if many else 'entry'} of the baseline"
        message += f" {'are' if many else 'is'} no longer needed"
        say(f"{message}: update it with --write-baseline.", err=True)
    if outcome.faults:
        return 2
    return 1 if report.failed else 0


def _add_to_job_summary(text: str) -> None:
    """Append a report to the summary of the job, if GitHub Actions runs it."""
    if file := os.environ.get("GITHUB_STEP_SUMMARY"):
        with Path(file).open("a", encoding="utf-8", errors="replace") as summary:
            summary.write(f"{text}\n")


def _print_faults(faults: Sequence[RuleFault]) -> None:
    """Print the rules that failed, each with its first page."""
    by_code: dict[str, list[RuleFault]] = {}
    for fault in faults:
        by_code.setdefault(fault.code, []).append(fault)
    for first, *others in by_code.values():
        more = f" (and on {len(others)} more)" if others else ""
        say(f"Error: {first}{more}", err=True)


def _wants_colour() -> bool:
    """Tell whether the terminal gets colours (https://no-color.org)."""
    environ = os.environ
    return sys.stdout.isatty() and not environ.get("NO_COLOR") and environ.get("TERM") != "dumb"


def _write_baseline(checking: CheckSession, *, is_part: bool) -> None:
    """Write all findings to the baseline; of rules that were left out, it keeps its entries."""
    from callsheet.checks.engine.baseline import KnownFinding, dump_baseline

    if checking.baseline is None:
        raise click.UsageError("Name the baseline with --baseline FILE or in the configuration.")
    if checking.pages is not None:
        raise click.UsageError("A baseline covers all pages, so PAGES cannot be given.")
    require_writable(checking.baseline)
    others = Counter[KnownFinding]()
    # One that cannot be read is written anew, unless that would lose what was not asked for.
    with nullcontext() if is_part else suppress(ConfigurationError):
        if checking.baseline.is_file():
            others = checking.unchecked(checking.baseline)
    outcome = checking.outcome({})
    if outcome.faults:
        raise ConfigurationError(str(outcome.faults[0]))
    findings = checking.unaccepted(outcome)
    write_out(dump_baseline(findings, others).encode(), checking.baseline)
    were = "was" if len(findings) == 1 else "were"
    kept = f"; {others.total():,} of other rules stay there" if others else ""
    found = counted(len(findings), "finding")
    say(f"{found} {were} written to `{checking.baseline}`{kept}.", err=True)


def _fix(checking: CheckSession, *, only_show: bool) -> None:
    from callsheet.checks.engine import fixes
    from callsheet.report import prefix_of

    each = replace(checking, summaries=False)
    fixed = fixes.fix(checking.docs, lambda replaced: each.check(replaced).findings)
    prefix = prefix_of(checking.docs)
    written: list[fixes.Fixed] = []
    for page in fixed:
        if only_show:
            say_text(fixes.diff(page, prefix).removesuffix("\n"))
        elif fixes.write_fixed(checking.docs, page):
            written.append(page)
        else:
            say(f"`{page.path}` was changed in the meantime and is not overwritten.", err=True)
    if not only_show:
        pages, places = len(written), sum(page.places for page in written)
        were = "was" if places == 1 else "were"
        say(f"{counted(places, 'place')} on {counted(pages, 'page')} {were} fixed.", err=True)


def _watch(checking: CheckSession, view: View, output: Path | None) -> None:
    from callsheet.errors import CallsheetError
    from callsheet.watch import changes

    waiting = changes(checking.docs)
    try:
        while True:
            try:
                _report(checking, view, output)
            except CallsheetError as error:
                say_text(f"Error: {error}", err=True)
            say("Waiting for changes; press Ctrl+C to stop.", err=True)
            next(waiting)
    except KeyboardInterrupt:
        return
