"""Writes a report in the requested format."""

from __future__ import annotations

from enum import StrEnum
from importlib import import_module

from callsheet.report.model import Report


class Format(StrEnum):
    """The formats by their names on the command line; each has a module of that name."""

    TEXT = "text"
    JSON = "json"
    SARIF = "sarif"
    JUNIT = "junit"
    GITHUB = "github"
    GITLAB = "gitlab"


def write(report: Report, form: Format, *, colour: bool = False) -> str:
    """Write a report.

    Args:
        report: The findings.
        form: The format.
        colour: Whether text is coloured, for a terminal; it has no effect on other formats.

    Returns:
        The output, with a line end after the last line.
    """
    if form is Format.TEXT:
        from callsheet.report import text

        return text.write(report, colour=colour)
    # Imported on demand, as a run writes one format and starts sooner without the others.
    written: str = import_module(f"{__package__}.{form}").write(report)
    return written
