"""The tab set of a sample request: programs first, then the message itself."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from callsheet.model import ExampleRequest
from callsheet.render.code import highlight_code, highlight_message
from callsheet.render.page import RenderedSample
from callsheet.render.views import TabsView, TabView


def request_tabs(
    number: int, samples: Iterable[RenderedSample], examples: Iterable[ExampleRequest]
) -> TabsView:
    """Builds a tab set.

    Args:
        number: The tab set's number on its page, from which its ids are made.
        samples: The programs.
        examples: The sample requests as the page writes them.
    """
    return TabsView(number, (*_programs(samples), *_messages(examples)))


def _programs(samples: Iterable[RenderedSample]) -> Iterator[TabView]:
    for sample in samples:
        code = highlight_code(sample.text, sample.language)
        yield TabView(sample.label, code, sample.filename, sample.assets)


def _messages(examples: Iterable[ExampleRequest]) -> Iterator[TabView]:
    for number, example in enumerate(examples, 1):
        label = "HTTP" if number == 1 else f"HTTP {number}"
        yield TabView(label, highlight_message(example.text))
