"""Plans the files that a site needs besides its pages."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from callsheet import lazy_re as re
from callsheet.checks.engine.baseline import dump_baseline
from callsheet.checks.engine.session import CheckSession
from callsheet.configuration import Configuration
from callsheet.findings import Finding
from callsheet.scaffold.jobs import ci_of, job_files, job_lines, text_of
from callsheet.scaffold.parts import CI, Addition, NewFile, SiteContext, SitePlan
from callsheet.scaffold.sites import plugin_lines, site_files
from callsheet.scaffold.survey import Survey

UNREAD_ROUTES = "CS039"
"""The rule about pages with routes from which no operation is read."""

_SHOWN = 3
_MANY = 20
"""Findings that nobody reads one by one."""


def plan(found: Survey, docs: Path, ci: CI | None = None) -> SitePlan:
    """Plan the files of a site.

    Args:
        found: The content of the folder.
        docs: The docs directory.
        ci: The service for docs CI; guessed from the folder by default.

    Returns:
        The files that are missing, and lines for existing ones.

    Raises:
        ConfigurationError: The docs directory cannot be one.
        DocsError: A page cannot be opened.
    """
    context, ci = SiteContext(found, docs), ci or ci_of(found.folder)
    files = [*site_files(context), *job_files(context, ci), *_baseline(context)]
    additions = [*plugin_lines(context), *job_lines(context, ci), *_ignored(context)]
    return SitePlan(
        tuple(file for file in files if not file.path.exists()),
        tuple(additions),
        context.engine,
        context.options,
        context.baseline_option,
        context.extras,
    )


def _baseline(context: SiteContext) -> Iterator[NewFile]:
    if context.baseline.exists():
        return
    site = context.site
    configuration = site.configuration if site else Configuration(context.docs, context.folder)
    # The baseline that the configuration names does not exist yet, so it is not read.
    options = replace(configuration.check, baseline=None)
    checking = CheckSession.of(replace(configuration, docs=context.docs, check=options))
    findings = checking.unaccepted(checking.outcome({}))
    reason = f"Today's findings, {len(findings)} of them, are known; only new ones fail."
    if not findings:
        reason = "There are no findings today; those that are accepted later are written here."
    reasons = (
        reason,
        *_most_frequent(findings),
        *_unread(findings),
        "`callsheet check --write-baseline` writes it anew.",
    )
    yield NewFile(context.baseline, dump_baseline(findings), reasons)


def _most_frequent(findings: Sequence[Finding]) -> Iterator[str]:
    """Say what most findings are about, where there are too many to read."""
    counts = Counter(finding.code for finding in findings).most_common(_SHOWN)
    if len(findings) > _MANY:
        listed = ", ".join(f"{count} of {code}" for code, count in counts)
        yield f"Most of them are {listed}; `callsheet check --explain CODE` explains a rule."


def _unread(findings: Sequence[Finding]) -> Iterator[str]:
    """Name the pages that show routes from which no operation is read."""
    pages = list(dict.fromkeys(f.path for f in findings if f.code == UNREAD_ROUTES))
    if pages:
        more = f", and {len(pages) - _SHOWN} more" if len(pages) > _SHOWN else ""
        listed = ", ".join(pages[:_SHOWN])
        yield f"No operation is read from these pages, which show routes: {listed}{more}."


def _ignored(context: SiteContext) -> Iterator[Addition]:
    file = context.folder / ".gitignore"
    if context.site or not (file.exists() or (context.folder / ".git").exists()):
        return
    if not re.search(r"^/?site/?\s*$", text_of(file), re.MULTILINE):
        yield Addition(file, "/site/\n", "What is built is not committed.")
