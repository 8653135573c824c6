"""From an operation to HTML."""

from callsheet.render.operation import render_operation
from callsheet.render.overview import render_operations
from callsheet.render.page import (
    Heading,
    MarkdownRenderer,
    Prose,
    RenderedPage,
    RenderedSample,
)
from callsheet.render.types import render_type, render_types

__all__ = [
    "Heading",
    "MarkdownRenderer",
    "Prose",
    "RenderedPage",
    "RenderedSample",
    "render_operation",
    "render_operations",
    "render_type",
    "render_types",
]
