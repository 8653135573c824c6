"""Which files a site needs beside its pages."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from callsheet.checks.engine.baseline import dump_baseline
from callsheet.checks.engine.session import Checking
from callsheet.configuration import Configuration
from callsheet.scaffold.jobs import ci_of, job_files, job_lines, text_of
from callsheet.scaffold.parts import CI, Addition, NewFile, Plan, Setting
from callsheet.scaffold.sites import plugin_lines, site_files
from callsheet.scaffold.survey import Survey


def plan(found: Survey, docs: Path, ci: CI | None = None) -> Plan:
    """Decides what is written.

    Args:
        found: What is in the folder.
        docs: The docs directory.
        ci: Where docs CI is to run; by default where the folder says.

    Returns:
        The files that are missing, and lines for those that are there.

    Raises:
        ConfigurationError: The docs directory cannot be one.
        DocsError: A page cannot be opened.
    """
    setting, ci = Setting(found, docs), ci or ci_of(found.folder)
    files = [*site_files(setting), *job_files(setting, ci), *_baseline(setting)]
    additions = [*plugin_lines(setting), *job_lines(setting, ci), *_ignored(setting)]
    return Plan(
        tuple(file for file in files if not file.path.exists()),
        tuple(additions),
        setting.engine,
        setting.options,
        setting.baseline_option,
        setting.extras,
    )


def _baseline(setting: Setting) -> Iterator[NewFile]:
    if setting.baseline.exists():
        return
    site = setting.site
    configuration = site.configuration if site else Configuration(setting.docs, setting.folder)
    # The baseline that the configuration names is the one that is to be written.
    options = replace(configuration.check, baseline=None)
    checking = Checking.of(replace(configuration, docs=setting.docs, check=options))
    findings = checking.unaccepted(checking.outcome({}))
    reason = f"Findings of today, of which there are {len(findings)}, are known; others fail."
    if not findings:
        reason = "Nothing is found today; what is accepted later is written here."
    reasons = (reason, "`callsheet check --write-baseline` writes it anew.")
    yield NewFile(setting.baseline, dump_baseline(findings), reasons)


def _ignored(setting: Setting) -> Iterator[Addition]:
    file = setting.folder / ".gitignore"
    if setting.site or not (file.exists() or (setting.folder / ".git").exists()):
        return
    if not re.search(r"^/?site/?\s*$", text_of(file), re.MULTILINE):
        yield Addition(file, "/site/\n", "What is built is not committed.")
