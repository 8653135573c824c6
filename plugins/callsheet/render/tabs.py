"""The tab set of a sample request: programs first, then the message itself.

Where an operation can be called in several ways (variants), each has a tab set, and the reader
chooses one. A variant is in the section with its request, or else in that of the first samples.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from callsheet.model import ExampleRequest, Operation, SectionKind
from callsheet.records import record
from callsheet.render.highlighting.code import highlight_code, highlight_message
from callsheet.render.highlighting.placeholders import PlaceholderFinder
from callsheet.render.operation_scripts import OperationRecord, program_record
from callsheet.render.page import FurtherSamples, PageContext, RenderedSample, RenderedVariant
from callsheet.render.views import NameView, PartView

_MAX_IN_ROW = 6
"""With more examples, the script shows a list instead of a row of buttons."""


@record()
class TabView:
    """One tab: a program, or the raw request, which has no file.

    Attributes:
        label: The label of the tab.
        language: The language of the code.
        code: The highlighted code.
        filename: The name of its file.
        assets: The files that it sends: their names and URLs.
    """

    label: str
    language: str
    code: Markup
    filename: str = ""
    assets: tuple[NameView, ...] = ()


@dataclass(frozen=True, slots=True)
class OutcomeView:
    """A program that provokes a status other than success."""

    code: int
    program: TabView


@dataclass(frozen=True, slots=True)
class TabsView(PartView):
    """The languages of a sample request, and below them programs for other statuses.

    Attributes:
        number: A number that keeps its ids different from those of others on the page.
        tabs: The tabs.
        outcomes: Programs that provoke other statuses.
        title: The name of its example.
        left_out: The file names of programs that the page has no room for.
        further: The labels of programs that are in a script.
    """

    macro = "tabs"
    number: str
    tabs: Sequence[TabView]
    outcomes: Sequence[OutcomeView] = ()
    title: str = ""
    left_out: tuple[str, ...] = ()
    further: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class VariantView:
    """One way to call the operation.

    Attributes:
        label: Its label, which distinguishes it from the others.
        tabs: Its programs.
        status: The status of its response, if that is an error.
    """

    label: str
    tabs: TabsView
    status: int | None = None


@dataclass(frozen=True, slots=True)
class VariantsView(PartView):
    """The ways to call the operation, of which a reader sees one at a time.

    Attributes:
        number: A number that keeps its ids different from those of others on the page.
        variants: The ways, two or more; the first is visible first.
        outcomes: Programs that provoke other statuses.
    """

    macro = "variants"
    number: str
    variants: Sequence[VariantView]
    outcomes: Sequence[OutcomeView] = ()

    @property
    def many(self) -> bool:
        """Whether there are too many for a row of buttons."""
        return len(self.variants) > _MAX_IN_ROW


@dataclass(frozen=True, slots=True)
class _TabSet:
    """Content of one tab set.

    Attributes:
        label: Its label, which distinguishes it from the others.
        finder: Finds the places for the reader's own values.
        samples: The programs.
        own: The request that they send, if the page shows it here.
        others: Further requests of the section, without programs.
        status: The status of the response, if that is an error.
        left_out: The file names of programs that the page has no room for.
    """

    label: str
    finder: PlaceholderFinder
    samples: Sequence[RenderedSample]
    own: ExampleRequest | None
    others: Sequence[ExampleRequest]
    status: int | None = None
    left_out: tuple[str, ...] = ()


class TabBuilder:
    """Builds the tab sets of one page, with unique ids.

    Attributes:
        further: The programs that are left to a script, for each tab set.
    """

    def __init__(
        self,
        operation: Operation,
        site: PageContext,
        further: FurtherSamples | None = None,
        prefix: str = "",
    ) -> None:
        self._prefix = prefix
        self._operation = operation
        self._site = site
        self._further = further
        self._finder = PlaceholderFinder(operation, site.base_url)
        self._count = 0
        self.further: list[OperationRecord] = []

    def build(
        self, samples: Iterable[RenderedSample], examples: Iterable[ExampleRequest]
    ) -> TabsView | VariantsView:
        """Build the tab set, or the choice of tab sets, of one section.

        Args:
            samples: The first samples, for the first section; for any other one, none.
            examples: The sample requests of the section, as the page writes them.

        Returns:
            A tab set, or several of which a reader chooses one.
        """
        samples, examples = tuple(samples), tuple(examples)
        programs = [sample for sample in samples if sample.status is None]
        outcomes = [
            OutcomeView(sample.status, self._program(sample, self._finder))
            for sample in samples
            if sample.status
        ]
        if self._further:
            tab_sets = [*self._tab_sets(self._further, programs, examples)]
        else:
            tab_sets = [_TabSet("", self._finder, programs, None, examples)]
        if len(tab_sets) == 1:
            return self._tabs(tab_sets[0], outcomes, alone=True)
        number = self._number()
        views = [VariantView(each.label, self._tabs(each), each.status) for each in tab_sets]
        return VariantsView(number, views, outcomes)

    def _tab_sets(
        self,
        further: FurtherSamples,
        programs: Sequence[RenderedSample],
        examples: Sequence[ExampleRequest],
    ) -> Iterator[_TabSet]:
        """Yield the tab sets of a section; requests without programs go into the first."""
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
            yield _TabSet(further.first, self._finder, programs, own, rest)
            others = []
        for variant in here:
            finder = PlaceholderFinder(variant.operation, self._site.base_url)
            own = by_line.get(variant.line)
            status, left_out = variant.status, variant.left_out
            yield _TabSet(variant.label, finder, variant.samples, own, others, status, left_out)
            others = []

    def _has_section(self, variant: RenderedVariant) -> bool:
        """Tell whether a section of the page shows the request of a variant."""
        return any(
            section.span.start <= variant.line <= section.span.end
            for section in self._operation.sections
            if section.kind is SectionKind.EXAMPLE_REQUEST
        )

    def _tabs(
        self, content: _TabSet, outcomes: Sequence[OutcomeView] = (), *, alone: bool = False
    ) -> TabsView:
        number = self._number()
        apart = [each for each in content.samples if each.is_further and self._site.script]
        here = (each for each in content.samples if not (each.is_further and self._site.script))
        programs = [self._program(sample, content.finder) for sample in here]
        further = (self._program(sample, content.finder) for sample in apart)
        self.further.append(
            [program_record(tab.label, tab.language, tab.filename, tab.code) for tab in further]
        )
        title = content.own.name if alone and content.own else ""
        tabs = (*programs, *self._messages(content.own, content.others, content.finder))
        labels = tuple(sample.label for sample in apart)
        return TabsView(number, tabs, outcomes, title, content.left_out, labels)

    def _number(self) -> str:
        self._count += 1
        return f"{self._prefix}{self._count}"

    def _program(self, sample: RenderedSample, finder: PlaceholderFinder) -> TabView:
        placeholders = (
            finder.find(sample.text) if sample.placeholders is None else sample.placeholders
        )
        return TabView(
            sample.label,
            sample.language,
            highlight_code(sample.text, sample.language, placeholders),
            sample.filename,
            tuple(NameView(name, self._site.asset_url(name)) for name in sample.assets),
        )

    def _messages(
        self,
        own: ExampleRequest | None,
        others: Iterable[ExampleRequest],
        finder: PlaceholderFinder,
    ) -> Iterator[TabView]:
        """Yield tabs of the raw requests; one whose name is shown elsewhere is just `HTTP`."""
        examples = (own, *others) if own else others
        for number, example in enumerate(examples, 1):
            label = "HTTP" if number == 1 else f"HTTP {number}"
            if example.name and example is not own:
                label = f"HTTP: {example.name}"
            code = highlight_message(example.text, finder.find(example.text))
            yield TabView(label, "http", code)
