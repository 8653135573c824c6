"""The tab set of a sample request: programs first, then the message itself.

Where an operation is called in several ways, each has a tab set, and the reader chooses one. It is
in the section with its request; what no section shows a request of is beside the first samples.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from callsheet.model import ExampleRequest, Operation, SectionKind
from callsheet.render.code import highlight_code, highlight_message
from callsheet.render.fills import FillFinder
from callsheet.render.page import FurtherSamples, RenderedSample, RenderedVariant, Surroundings
from callsheet.render.sample_views import (
    OutcomeView,
    TabsView,
    TabView,
    VariantsView,
    VariantView,
)
from callsheet.render.views import NameView


@dataclass(frozen=True, slots=True)
class _Way:
    """What a tab set shows.

    Attributes:
        label: What tells it from the others.
        fills: Finds the places for the reader's own values.
        samples: The programs.
        own: The request that they send, where the page shows it here.
        others: Further requests here, of which there are no programs.
        status: The status of the answer, where that is a refusal.
        left_out: The names of the files of programs that the page has no room for.
    """

    label: str
    fills: FillFinder
    samples: Sequence[RenderedSample]
    own: ExampleRequest | None
    others: Sequence[ExampleRequest]
    status: int | None = None
    left_out: tuple[str, ...] = ()


class TabBuilder:
    """Builds the tab sets of one page, each with ids of its own."""

    def __init__(
        self, operation: Operation, site: Surroundings, further: FurtherSamples | None = None
    ) -> None:
        self._operation = operation
        self._site = site
        self._further = further
        self._fills = FillFinder(operation, site.base_url)
        self._count = 0

    def build(
        self, samples: Iterable[RenderedSample], examples: Iterable[ExampleRequest]
    ) -> TabsView | VariantsView:
        """Build what one section shows.

        Args:
            samples: The first samples, for the first section; for any other one, none.
            examples: The sample requests of the section, as the page writes them.

        Returns:
            A tab set, or several of which a reader chooses one.
        """
        samples, examples = tuple(samples), tuple(examples)
        programs = [sample for sample in samples if sample.status is None]
        outcomes = [
            OutcomeView(sample.status, self._program(sample, self._fills))
            for sample in samples
            if sample.status
        ]
        if self._further:
            ways = [*self._ways(self._further, programs, examples)]
        else:
            ways = [_Way("", self._fills, programs, None, examples)]
        if len(ways) == 1:
            return self._tabs(ways[0], outcomes, alone=True)
        number = self._number()
        views = [VariantView(way.label, self._tabs(way), way.status) for way in ways]
        return VariantsView(number, views, outcomes)

    def _ways(
        self,
        further: FurtherSamples,
        programs: Sequence[RenderedSample],
        examples: Sequence[ExampleRequest],
    ) -> Iterator[_Way]:
        """What a section shows; requests without programs are with the first."""
        by_line = {example.span.start: example for example in examples}
        here = [
            variant
            for variant in further.variants
            if variant.line in by_line or (programs and not self._has_section(variant))
        ]
        lines = {variant.line for variant in here}
        others = [example for example in examples if example.span.start not in lines]
        if programs or not here:
            own = self._operation.example_request
            own = next((example for example in others if example is own), None)
            rest = [example for example in others if example is not own]
            yield _Way(further.first, self._fills, programs, own, rest)
            others = []
        for variant in here:
            fills = FillFinder(variant.operation, self._site.base_url)
            own = by_line.get(variant.line)
            status, left_out = variant.status, variant.left_out
            yield _Way(variant.label, fills, variant.samples, own, others, status, left_out)
            others = []

    def _has_section(self, variant: RenderedVariant) -> bool:
        """Whether a section of the page shows the request of a way to call the operation."""
        return any(
            section.span.start <= variant.line <= section.span.end
            for section in self._operation.sections
            if section.kind is SectionKind.EXAMPLE_REQUEST
        )

    def _tabs(
        self, way: _Way, outcomes: Sequence[OutcomeView] = (), *, alone: bool = False
    ) -> TabsView:
        number = self._number()
        programs = [self._program(sample, way.fills) for sample in way.samples]
        title = way.own.name if alone and way.own else ""
        tabs = (*programs, *self._messages(way.own, way.others, way.fills))
        return TabsView(number, tabs, outcomes, title, way.left_out)

    def _number(self) -> int:
        self._count += 1
        return self._count

    def _program(self, sample: RenderedSample, finder: FillFinder) -> TabView:
        fills = finder.find(sample.text) if sample.fills is None else sample.fills
        return TabView(
            sample.label,
            sample.language,
            highlight_code(sample.text, sample.language, fills),
            sample.filename,
            tuple(NameView(name, self._site.asset_url(name)) for name in sample.assets),
        )

    def _messages(
        self, own: ExampleRequest | None, others: Iterable[ExampleRequest], finder: FillFinder
    ) -> Iterator[TabView]:
        """The requests; one whose name is said already is `HTTP`, as a language is."""
        examples = (own, *others) if own else others
        for number, example in enumerate(examples, 1):
            label = "HTTP" if number == 1 else f"HTTP {number}"
            if example.name and example is not own:
                label = f"HTTP: {example.name}"
            code = highlight_message(example.text, finder.find(example.text))
            yield TabView(label, "http", code)
