"""The templates."""

from __future__ import annotations

from functools import cache
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined


def render_template(name: str, **context: Any) -> str:
    """Renders a template of this package; whatever is no `Markup` comes out escaped."""
    return _environment().get_template(name).render(context)


@cache
def _environment() -> Environment:
    return Environment(
        loader=PackageLoader("callsheet.render", "templates"),
        autoescape=True,
        # Else each use of a template asks the disk whether it changed.
        auto_reload=False,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
