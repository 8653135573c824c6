"""The samples that a page shows, in each of the site's languages."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from http import HTTPStatus

from callsheet.model import Operation
from callsheet.render import FurtherSamples, RenderedSample, RenderedVariant
from callsheet.samples import (
    LANGUAGES,
    Language,
    Overrides,
    Sample,
    Variant,
    further_samples_of,
    labels_of,
    outcome_sample,
    outcomes_of,
    samples_of,
)
from callsheet.site.hooks import with_sample_hooks

MAX_FURTHER = 100_000
"""Characters of further programs on one page. Beyond them, an example has one program on the page,
that of the site's first language, so that none is missed and no page becomes heavy.
"""


@dataclass(frozen=True, slots=True)
class SampleTabs:
    """Generator of the samples of a page.

    Attributes:
        languages: The languages, in the order of the tabs.
        chosen: What the site's configuration chooses for all samples.
    """

    languages: Sequence[Language]
    chosen: Overrides

    def below(self, base_path: str) -> "SampleTabs":
        """Return the generator for a collection whose routes are below a path."""
        return replace(self, chosen=self.chosen.below(base_path)) if base_path else self

    def of(self, operation: Operation) -> list[RenderedSample]:
        """Return a sample in each language, and for each status besides success one in Python.

        Of a request that the server sends, there are none.
        """
        if operation.outgoing:
            return []
        samples = samples_of(operation, self.languages, self.chosen)
        rendered = [*map(self._rendered, self.languages, samples)]
        python = LANGUAGES["python"]
        if python in self.languages:
            for outcome in outcomes_of(operation, self.chosen):
                sample = outcome_sample(operation, outcome)
                rendered.append(self._rendered(python, sample, outcome.status.code))
        return with_sample_hooks(operation, rendered)

    def further(self, operation: Operation) -> FurtherSamples | None:
        """Return the samples of further examples and media types; None where there are none."""
        found = further_samples_of(operation, self.languages, self.chosen) if self.languages else ()
        if not found or operation.outgoing:
            return None
        first, *labels = labels_of([Variant(operation), *(each.variant for each in found)])
        rendered = [
            (each.variant, [*map(self._rendered, self.languages, each.samples)]) for each in found
        ]
        return FurtherSamples(first, tuple(_fitting(labels, rendered)))

    def _rendered(
        self, language: Language, sample: Sample, status: int | None = None
    ) -> RenderedSample:
        return RenderedSample(
            language.label,
            sample.filename,
            language.lexer,
            sample.text,
            sample.assets,
            status=status,
            is_further=language not in (self.languages[0], LANGUAGES["curl"]) and not status,
        )


def _fitting(
    labels: Sequence[str], rendered: Sequence[tuple[Variant, Sequence[RenderedSample]]]
) -> Iterator[RenderedVariant]:
    """Yield the ways to call an operation, with as many programs as the page has room for."""
    room = MAX_FURTHER
    for label, (variant, samples) in zip(labels, rendered, strict=True):
        size = sum(len(sample.text) for sample in samples)
        shown = len(samples) if size <= room else 1
        room -= size if size <= room else 0
        status = variant.status or 0
        yield RenderedVariant(
            label,
            variant.operation,
            tuple(samples[:shown]),
            variant.example.span.start if variant.example else 0,
            status if status >= HTTPStatus.BAD_REQUEST else None,
            tuple(sample.filename for sample in samples[shown:]),
        )
