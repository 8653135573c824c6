"""From a report to text in the format that is asked for."""

from __future__ import annotations

from enum import StrEnum
from importlib import import_module

from callsheet.report.model import Report


class Format(StrEnum):
    """The formats, as the command line calls them; each has the module of its name."""

    TEXT = "text"
    JSON = "json"
    SARIF = "sarif"
    JUNIT = "junit"
    GITHUB = "github"
    GITLAB = "gitlab"


def write(report: Report, form: Format, *, colour: bool = False) -> str:
    """Writes a report.

    Args:
        report: What was found.
        form: The format.
        colour: Whether text is coloured, for a terminal; other formats are the same either way.

    Returns:
        The whole output, with the last line's end.
    """
    if form is Format.TEXT:
        from callsheet.report import text

        return text.write(report, colour=colour)
    # A run writes one format, and is done sooner without importing the others.
    written: str = import_module(f"{__package__}.{form}").write(report)
    return written
