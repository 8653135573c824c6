"""Plans the files that a site needs besides its pages."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from callsheet.checks.engine.baseline import dump_baseline
from callsheet.checks.engine.session import CheckSession
from callsheet.configuration import Configuration
from callsheet.scaffold.jobs import ci_of, job_files, job_lines, text_of
from callsheet.scaffold.parts import CI, Addition, NewFile, SiteContext, SitePlan
from callsheet.scaffold.sites import plugin_lines, site_files
from callsheet.scaffold.survey import Survey


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
    reason = f"Findings of today, of which there are {len(findings)}, are known; others fail."
    if not findings:
        reason = "Nothing is found today; what is accepted later is written here."
    reasons = (reason, "`callsheet check --write-baseline` writes it anew.")
    yield NewFile(context.baseline, dump_baseline(findings), reasons)


def _ignored(context: SiteContext) -> Iterator[Addition]:
    file = context.folder / ".gitignore"
    if context.site or not (file.exists() or (context.folder / ".git").exists()):
        return
    if not re.search(r"^/?site/?\s*$", text_of(file), re.MULTILINE):
        yield Addition(file, "/site/\n", "What is built is not committed.")
