"""The CI job that checks the pages."""

from collections.abc import Iterator
from pathlib import Path

from callsheet import __version__
from callsheet import lazy_re as re
from callsheet.scaffold.parts import CI, Addition, NewFile, SiteContext
from callsheet.scaffold.survey import GITLAB_CI
from callsheet.scaffold.templates import fill_template

GITHUB_WORKFLOW = ".github/workflows/docs.yml"

_FILES = {CI.GITHUB: GITHUB_WORKFLOW, CI.GITLAB: GITLAB_CI}


def ci_of(folder: Path) -> CI:
    """Guess the CI service from a folder's files or its git remotes; GitHub by default."""
    if (folder / GITLAB_CI).is_file():
        return CI.GITLAB
    if (folder / ".github").is_dir():
        return CI.GITHUB
    return CI.GITLAB if "gitlab" in _git_remotes(folder) else CI.GITHUB


def _git_remotes(folder: Path) -> str:
    """Return the hosts and paths of the git remotes, without users and passwords."""
    text = text_of(folder / ".git" / "config")
    addresses = re.findall(r"^\s*url\s*=\s*(.*)$", text, re.MULTILINE)
    return "\n".join(address.rpartition("@")[2] for address in addresses).lower()


def job_files(context: SiteContext, ci: CI) -> Iterator[NewFile]:
    """Yield the file of the job, if it does not exist."""
    if ci not in _FILES or (path := context.folder / _FILES[ci]).exists():
        return
    reasons = [
        "callsheet check fails where a page gets a finding that the baseline does not have.",
        "callsheet test runs every sample against the reference server.",
        "The version is fixed up to its last number, so that no new rule fails an old page.",
    ]
    if ci is CI.GITHUB and not (context.folder / ".github").is_dir():
        reasons.insert(
            0, "For GitHub, the default; choose another with `--ci gitlab` or `--ci none`."
        )
    yield NewFile(path, _job(context, ci), tuple(reasons))


def job_lines(context: SiteContext, ci: CI) -> Iterator[Addition]:
    """Yield the lines of the job for an existing file that does not mention Callsheet."""
    if ci not in _FILES or not (path := context.folder / _FILES[ci]).exists():
        return
    if "callsheet" not in text_of(path):
        yield Addition(path, _job(context, ci), "Checks the pages in CI.")


def _job(context: SiteContext, ci: CI) -> str:
    major, minor, *_ = __version__.split(".")
    return fill_template(
        f"{ci}.yml.jinja",
        requirement=f"mkdocs-callsheet[{context.extras}]~={major}.{minor}.0",
        engine="" if context.engine == "mkdocs" else context.engine,
        check=f"callsheet check{context.options}{context.baseline_option}",
        test=f"callsheet test{context.options}",
        build=f"{context.engine} build",
    )


def text_of(file: Path) -> str:
    """Return the text of a file; empty if it cannot be read."""
    try:
        return file.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""
