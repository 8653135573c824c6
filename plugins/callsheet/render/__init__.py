"""From an operation to HTML."""

from callsheet.render.console import (
    ConsoleData,
    ExampleRequest,
    ServerAddress,
    console_file,
    console_settings,
)
from callsheet.render.coverage import render_badge, render_coverage
from callsheet.render.files import console_script, console_stylesheet, script, stylesheet
from callsheet.render.operation import render_operation
from callsheet.render.overview import operation_label, render_operations, render_uids
from callsheet.render.page import (
    Fill,
    FurtherSamples,
    Heading,
    MarkdownRenderer,
    PageLink,
    Prose,
    RenderedPage,
    RenderedSample,
    RenderedVariant,
    Surroundings,
)
from callsheet.render.types import render_type, render_types

__all__ = [
    "ConsoleData",
    "ExampleRequest",
    "Fill",
    "FurtherSamples",
    "Heading",
    "MarkdownRenderer",
    "PageLink",
    "Prose",
    "RenderedPage",
    "RenderedSample",
    "RenderedVariant",
    "ServerAddress",
    "Surroundings",
    "console_file",
    "console_script",
    "console_settings",
    "console_stylesheet",
    "operation_label",
    "render_badge",
    "render_coverage",
    "render_operation",
    "render_operations",
    "render_type",
    "render_types",
    "render_uids",
    "script",
    "stylesheet",
]
