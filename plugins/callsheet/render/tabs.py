"""The tab set of a sample request: programs first, then the message itself.

Where an operation can be called in several ways (variants), each has a tab set, and the reader
chooses one. A variant is in the section with its request, or else in that of the first samples.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup, escape

from callsheet.model import ExampleRequest, Operation, SectionKind
from callsheet.records import record
from callsheet.render.highlighting.code import highlight_code, highlight_message
from callsheet.render.highlighting.placeholders import PlaceholderFinder
from callsheet.render.operation_scripts import OperationRecord, program_record
from callsheet.render.page import FurtherSamples, PageContext, RenderedSample, RenderedVariant
from callsheet.render.parts import status_html
from callsheet.render.phrases import html_phrase
from callsheet.render.views import NameView

_MAX_IN_ROW = 6
"""With more examples, the script shows a list instead of a row of buttons."""

_COMMAND = Markup("<code>callsheet samples</code>")


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

    def build(self, samples: Iterable[RenderedSample], examples: Iterable[ExampleRequest]) -> str:
        """Build the tab set, or the choice of tab sets, of one section.

        Args:
            samples: The first samples, for the first section; for any other one, none.
            examples: The sample requests of the section, as the page writes them.

        Returns:
            The HTML of a tab set, or of several of which a reader chooses one, and below it that of
            programs for other statuses.
        """
        samples, examples = tuple(samples), tuple(examples)
        programs = [sample for sample in samples if sample.status is None]
        if self._further:
            tab_sets = [*self._tab_sets(self._further, programs, examples)]
        else:
            tab_sets = [_TabSet("", self._finder, programs, None, examples)]
        html = self._variants(tab_sets) if tab_sets[1:] else self._tabs(tab_sets[0], alone=True)
        return html + "".join([self._outcome(sample) for sample in samples if sample.status])

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

    def _variants(self, tab_sets: Sequence[_TabSet]) -> str:
        name = self._name()
        many = " callsheet-variants--many" if len(tab_sets) > _MAX_IN_ROW else ""
        html = [
            f'<div class="callsheet-variants{many}" role="group" aria-labelledby="{name}">\n'
            f'<p class="callsheet-choice" id="{name}">{html_phrase("Example")}</p>\n'
        ]
        for number, each in enumerate(tab_sets, 1):
            own = f"{name}.{number}"
            status = f" {status_html(str(each.status))}" if each.status else ""
            html.append(
                f'{_button(name, number)} id="{own}.label">{escape(each.label)}{status}</label>\n'
                f'<div class="callsheet-variant" role="group" aria-labelledby="{own}.label">\n'
                f"{self._tabs(each)}</div>\n"
            )
        return "".join([*html, "</div>\n"])

    def _tabs(self, content: _TabSet, *, alone: bool = False) -> str:
        name = self._name()
        apart = [each for each in content.samples if each.is_further and self._site.script]
        here = (each for each in content.samples if not (each.is_further and self._site.script))
        programs = [self._program(sample, content.finder) for sample in here]
        further = (self._program(sample, content.finder) for sample in apart)
        self.further.append(
            [program_record(tab.label, tab.language, tab.filename, tab.code) for tab in further]
        )
        html = []
        if alone and content.own and content.own.name:
            html.append(f'<p class="callsheet-example-name">{escape(content.own.name)}</p>\n')
        labels = escape(",".join([sample.label for sample in apart]))
        data = f' data-further="{labels}"' if labels else ""
        html.append(f'<div class="callsheet-tabs no-copy"{data}>\n')
        tabs = (*programs, *self._messages(content.own, content.others, content.finder))
        for number, tab in enumerate(tabs, 1):
            html.append(
                f"{_button(name, number)}>{escape(tab.label)}</label>\n"
                f'<div class="callsheet-panel" data-language="{escape(tab.language)}">\n'
                f"{program_html(tab)}\n</div>\n"
            )
        html.append("</div>\n")
        if content.left_out:
            said = html_phrase("Too long for this page, and among the files of {0}:", _COMMAND)
            names = ", ".join([f"<code>{escape(name)}</code>" for name in content.left_out])
            html.append(f'<p class="callsheet-left-out">{said} {names}</p>\n')
        return "".join(html)

    def _outcome(self, sample: RenderedSample) -> str:
        tab = self._program(sample, self._finder)
        status = Markup(status_html(str(sample.status)))  # noqa: S704 - it is a number
        said = html_phrase("When the answer is {0}, in {1}", status, tab.label)
        return (
            f'<details class="callsheet-outcome no-copy">\n<summary>{said}</summary>\n'
            f'<div class="callsheet-program" data-language="{escape(tab.language)}">\n'
            f"{program_html(tab)}\n</div>\n</details>\n"
        )

    def _name(self) -> str:
        # No heading and no row has a point in its id after such a beginning.
        self._count += 1
        return f"tabs.{self._prefix}{self._count}"

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


def program_html(tab: TabView) -> str:
    """Return a program below the name of its file, and of those that it sends."""
    file = f"<code>{escape(tab.filename)}</code>" if tab.filename else ""
    if tab.assets:
        assets = ", ".join(map(_asset, tab.assets))
        file = f"<span>{file}{html_phrase(' sends the file ')}{assets}</span>"
    return f'<p class="callsheet-file">{file}</p>\n<pre><code>{tab.code}</code></pre>\n'


def _asset(asset: NameView) -> str:
    code = f"<code>{escape(asset.text)}</code>"
    return f'<a href="{escape(asset.url)}" download>{code}</a>' if asset.url else code


def _button(name: str, number: int) -> str:
    """Return the button of a tab or variant, and the beginning of its label."""
    own, checked = f"{name}.{number}", " checked" if number == 1 else ""
    return f'<input{checked} id="{own}" name="{name}" type="radio"><label for="{own}"'
