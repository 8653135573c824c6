"""From a report to text in the format that is asked for."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import StrEnum

from callsheet.report import github, gitlab, json, junit, sarif, text
from callsheet.report.model import Report


class Format(StrEnum):
    """The formats, as the command line calls them."""

    TEXT = "text"
    JSON = "json"
    SARIF = "sarif"
    JUNIT = "junit"
    GITHUB = "github"
    GITLAB = "gitlab"


_WRITERS: Mapping[Format, Callable[[Report], str]] = {
    Format.TEXT: text.write,
    Format.JSON: json.write,
    Format.SARIF: sarif.write,
    Format.JUNIT: junit.write,
    Format.GITHUB: github.write,
    Format.GITLAB: gitlab.write,
}


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
        return text.write(report, colour=colour)
    return _WRITERS[form](report)
