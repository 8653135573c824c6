"""The tab set of a sample request: programs first, then the message itself."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from callsheet.model import ExampleRequest, Operation
from callsheet.render.code import highlight_code, highlight_message
from callsheet.render.fills import FillFinder
from callsheet.render.page import RenderedSample, Surroundings
from callsheet.render.views import NameView, OutcomeView, TabsView, TabView


class TabBuilder:
    """Builds the tab sets of one page, each with ids of its own."""

    def __init__(self, operation: Operation, site: Surroundings) -> None:
        self._site = site
        self._fills = FillFinder(operation, site.base_url)
        self._count = 0

    def build(
        self, samples: Iterable[RenderedSample], examples: Iterable[ExampleRequest]
    ) -> TabsView:
        """Builds a tab set of the programs, and of sample requests as the page writes them."""
        self._count += 1
        samples = tuple(samples)
        programs = [self._program(sample) for sample in samples if sample.status is None]
        outcomes = [
            OutcomeView(sample.status, self._program(sample)) for sample in samples if sample.status
        ]
        return TabsView(self._count, (*programs, *self._messages(examples)), outcomes)

    def _program(self, sample: RenderedSample) -> TabView:
        fills = self._fills.find(sample.text) if sample.fills is None else sample.fills
        return TabView(
            sample.label,
            sample.language,
            highlight_code(sample.text, sample.language, fills),
            sample.filename,
            tuple(NameView(name, self._site.asset_url(name)) for name in sample.assets),
        )

    def _messages(self, examples: Iterable[ExampleRequest]) -> Iterator[TabView]:
        for number, example in enumerate(examples, 1):
            label = "HTTP" if number == 1 else f"HTTP {number}"
            if example.name:
                label = f"HTTP: {example.name}"
            code = highlight_message(example.text, self._fills.find(example.text))
            yield TabView(label, "http", code)
