"""The templates of the files that are written."""

from functools import cache
from typing import Any

import yaml
from jinja2 import Environment, PackageLoader, StrictUndefined


def fill_template(name: str, **context: Any) -> str:
    """Render a template of this package as plain text; values in YAML need the filter `yaml`."""
    return _environment().get_template(name).render(context)


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("callsheet.scaffold", "templates"),
        autoescape=False,  # noqa: S701 - what comes out is YAML and Markdown, not HTML
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters["yaml"] = _as_yaml
    return environment


def _as_yaml(text: str) -> str:
    """Write a text as a YAML scalar on one line, in quotes where it needs them."""
    dumped = yaml.safe_dump(text, allow_unicode=True, width=float("inf"))
    return dumped.removesuffix("\n").removesuffix("\n...")
