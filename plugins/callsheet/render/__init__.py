"""Renders operations, types and overviews as HTML."""

from callsheet.render.anchors import Anchors
from callsheet.render.console import (
    ConsoleData,
    InitialRequest,
    ServerAddress,
    console_ready_files,
    console_settings,
    qualified_uid,
)
from callsheet.render.coverage import render_badge, render_coverage
from callsheet.render.files import (
    console_script,
    console_stylesheet,
    further_scripts,
    plain_stylesheet,
    sandbox_frame,
    sandbox_node,
    sandbox_script,
    sandbox_stylesheet,
    sandbox_worker,
    script,
    search_script,
    search_stylesheet,
    service_worker,
    stylesheet,
)
from callsheet.render.operation import render_operation
from callsheet.render.operation_scripts import OperationRecord, operation_script
from callsheet.render.overview import (
    OverviewLinks,
    render_cards,
    render_news,
    render_operations,
    render_uids,
)
from callsheet.render.page import (
    FurtherSamples,
    HeaderRows,
    Heading,
    PageContext,
    PageLink,
    Placeholder,
    Prose,
    RenderedPage,
    RenderedSample,
    RenderedVariant,
)
from callsheet.render.panel import render_panel
from callsheet.render.parts import MAX_WHOLE, attribute, is_whole_word
from callsheet.render.tutorial import render_program
from callsheet.render.types import render_type, render_types
from callsheet.render.usual_headers import headers_page, headers_script

__all__ = [
    "MAX_WHOLE",
    "Anchors",
    "ConsoleData",
    "FurtherSamples",
    "HeaderRows",
    "Heading",
    "InitialRequest",
    "OperationRecord",
    "OverviewLinks",
    "PageContext",
    "PageLink",
    "Placeholder",
    "Prose",
    "RenderedPage",
    "RenderedSample",
    "RenderedVariant",
    "ServerAddress",
    "attribute",
    "console_ready_files",
    "console_script",
    "console_settings",
    "console_stylesheet",
    "further_scripts",
    "headers_page",
    "headers_script",
    "is_whole_word",
    "operation_script",
    "plain_stylesheet",
    "qualified_uid",
    "render_badge",
    "render_cards",
    "render_coverage",
    "render_news",
    "render_operation",
    "render_operations",
    "render_panel",
    "render_program",
    "render_type",
    "render_types",
    "render_uids",
    "sandbox_frame",
    "sandbox_node",
    "sandbox_script",
    "sandbox_stylesheet",
    "sandbox_worker",
    "script",
    "search_script",
    "search_stylesheet",
    "service_worker",
    "stylesheet",
]
