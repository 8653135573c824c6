"""The job that checks the pages in CI."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from callsheet import __version__
from callsheet.scaffold.parts import CI, Addition, NewFile, Setting
from callsheet.scaffold.survey import GITLAB_CI
from callsheet.scaffold.templates import fill_template

GITHUB_WORKFLOW = ".github/workflows/docs.yml"

_FILES = {CI.GITHUB: GITHUB_WORKFLOW, CI.GITLAB: GITLAB_CI}


def ci_of(folder: Path) -> CI:
    """The service that a folder's files, or its git repository, speak of; else GitHub's."""
    if (folder / GITLAB_CI).is_file():
        return CI.GITLAB
    if (folder / ".github").is_dir():
        return CI.GITHUB
    return CI.GITLAB if "gitlab" in _git_remotes(folder) else CI.GITHUB


def _git_remotes(folder: Path) -> str:
    """The hosts that the git repository is fetched from; an address may have a password in it."""
    text = text_of(folder / ".git" / "config")
    addresses = re.findall(r"^\s*url\s*=\s*(.*)$", text, re.MULTILINE)
    return "\n".join(address.rpartition("@")[2] for address in addresses).lower()


def job_files(setting: Setting, ci: CI) -> Iterator[NewFile]:
    """The job, where its file is not there yet."""
    if ci not in _FILES or (path := setting.folder / _FILES[ci]).exists():
        return
    reasons = [
        "callsheet check fails where a page gets a finding that the baseline does not have.",
        "callsheet test runs every sample against the reference server.",
        "The version is fixed up to its last number, so that no new rule fails an old page.",
    ]
    if ci is CI.GITHUB and not (setting.folder / ".github").is_dir():
        reasons.insert(0, "For GitHub, as nothing here says otherwise; `--ci gitlab` or `none`.")
    yield NewFile(path, _job(setting, ci), tuple(reasons))


def job_lines(setting: Setting, ci: CI) -> Iterator[Addition]:
    """The job, for a file that is there and does not speak of Callsheet."""
    if ci not in _FILES or not (path := setting.folder / _FILES[ci]).exists():
        return
    if "callsheet" not in text_of(path):
        yield Addition(path, _job(setting, ci), "Checks the pages in CI.")


def _job(setting: Setting, ci: CI) -> str:
    major, minor, *_ = __version__.split(".")
    return fill_template(
        f"{ci}.yml.jinja",
        requirement=f"mkdocs-callsheet[{setting.extras}]~={major}.{minor}.0",
        engine="" if setting.engine == "mkdocs" else setting.engine,
        check=f"callsheet check{setting.options}{setting.baseline_option}",
        test=f"callsheet test{setting.options}",
        build=f"{setting.engine} build",
    )


def text_of(file: Path) -> str:
    """The content of a file, empty where it cannot be read."""
    try:
        return file.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""
