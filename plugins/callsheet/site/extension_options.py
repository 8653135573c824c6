"""The options of the Python-Markdown extension."""

from typing import Any

from callsheet.catalog.titles import TitleStyle
from callsheet.configuration import DEFAULT_LANGUAGES

EXTENSION_OPTIONS: dict[str, tuple[Any, str]] = {
    "docs_dir": ("docs", "Directory with the pages. Default: `docs`."),
    "types_dir": ("types", "Folder with the pages of types. Default: `types`."),
    "languages": (
        list(DEFAULT_LANGUAGES),
        f"Languages of the samples. Default: {', '.join(DEFAULT_LANGUAGES)}.",
    ),
    "titles": (
        TitleStyle.SUMMARY.value,
        "What operations are called by: `summary`, `route` or `page`. Default: `summary`.",
    ),
    "samples": ({}, "What samples send, where no page says otherwise. Default: nothing."),
    "coverage": ("", "What `callsheet test --coverage` wrote. Default: none."),
}
"""Of each option its default, and what it is for."""
