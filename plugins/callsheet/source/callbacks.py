"""Reads the section of a callback."""

from __future__ import annotations

from collections.abc import Sequence

from callsheet.model import Callback, ExampleRequest, Property, RequestBody
from callsheet.source import messages
from callsheet.source.faults import Fault
from callsheet.source.reporting import PageReporter
from callsheet.source.rows import plain_name, read_type
from callsheet.source.sections import RawSection


def read_address(section: RawSection, reporter: PageReporter) -> tuple[str, str] | None:
    """Return the method and address of a callback, and consume their fence; report a wrong one."""
    fence = next(iter(section.fences("http")), None)
    lines = messages.lines_of(fence) if fence else []
    found = messages.read_callback(lines[0].markdown) if len(lines) == 1 else None
    if fence and found:
        section.take(fence.span)
        return found
    message = (
        f"The callback `{_name_of(section)}` needs a fence `http` with one line, such as"
        " `POST {$request.body#/callbackUrl}`."
    )
    # One cause, one finding: its tables are prose then.
    section.tables.clear()
    reporter.report(Fault.ROUTE, (lines[0] if lines else section).span.start, message)
    return None


def callback_of(
    section: RawSection,
    address: tuple[str, str],
    properties: tuple[Property, ...],
    examples: Sequence[ExampleRequest],
) -> Callback:
    """Return the callback that a section documents."""
    data_type = read_type(section.argument.partition(" ")[2])
    has_body = data_type or properties or any(example.body for example in examples)
    body = RequestBody("", data_type, properties, section.span) if has_body else None
    return Callback(_name_of(section), *address, body, tuple(examples), section.span)


def _name_of(section: RawSection) -> str:
    return plain_name(section.argument.partition(" ")[0])
