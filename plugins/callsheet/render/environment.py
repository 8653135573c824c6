"""The environment of the Jinja templates."""

from __future__ import annotations

from functools import cache
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined


def render_template(name: str, **context: Any) -> str:
    """Render a template of this package; values that are not `Markup` are escaped."""
    return _environment().get_template(name).render(context)


@cache
def _environment() -> Environment:
    return Environment(
        loader=PackageLoader("callsheet.render", "templates"),
        autoescape=True,
        # Otherwise Jinja checks on each use whether the file has changed.
        auto_reload=False,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
