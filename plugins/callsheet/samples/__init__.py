"""Programs that are generated from operations, and the directory that they are written into."""

from callsheet.configuration import DEFAULT_LANGUAGES
from callsheet.model.operation import resolved
from callsheet.samples.files import Reason, sample_files, stale_samples, write_samples
from callsheet.samples.languages.python import python_sample
from callsheet.samples.languages.python_outcomes import outcome_sample
from callsheet.samples.languages.registry import (
    LANGUAGES,
    Language,
    further_samples_of,
    languages_of,
    samples_of,
)
from callsheet.samples.request.choices import Choice, Origin, Overrides, read_overrides
from callsheet.samples.request.outcomes import outcomes_of
from callsheet.samples.request.variants import Variant, labels_of, variants_of
from callsheet.samples.sample import Sample, name_apart

__all__ = [
    "DEFAULT_LANGUAGES",
    "LANGUAGES",
    "Choice",
    "Language",
    "Origin",
    "Overrides",
    "Reason",
    "Sample",
    "Variant",
    "further_samples_of",
    "labels_of",
    "languages_of",
    "name_apart",
    "outcome_sample",
    "outcomes_of",
    "python_sample",
    "read_overrides",
    "resolved",
    "sample_files",
    "samples_of",
    "stale_samples",
    "variants_of",
    "write_samples",
]
