"""The languages that samples are written in."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from http import HTTPStatus

from callsheet.errors import ConfigurationError
from callsheet.model import Operation
from callsheet.samples.languages.csharp import csharp_sample
from callsheet.samples.languages.curl import curl_sample
from callsheet.samples.languages.http import http_sample
from callsheet.samples.languages.javascript import javascript_sample, typescript_sample
from callsheet.samples.languages.php import php_sample
from callsheet.samples.languages.powershell import powershell_sample
from callsheet.samples.languages.python import write_python
from callsheet.samples.languages.python_outcomes import refusal_sample
from callsheet.samples.request.choices import NO_OVERRIDES, Overrides
from callsheet.samples.request.request import Request, prepare
from callsheet.samples.request.variants import Variant, variants_of
from callsheet.samples.sample import Sample


@dataclass(frozen=True, slots=True)
class Language:
    """A language that samples are written in.

    Attributes:
        key: Its name in options.
        label: Its name for people.
        lexer: Its name in Pygments.
        suffix: The suffix of its files.
        write: The function that writes the sample of a request.
    """

    key: str
    label: str
    lexer: str
    suffix: str
    write: Callable[[Request], Sample]

    def sample(self, operation: Operation, site: Overrides = NO_OVERRIDES) -> Sample:
        """Write the sample of an operation; `site` has the choices of the site's configuration."""
        return self.write(prepare(operation, site))


LANGUAGES = {
    language.key: language
    for language in (
        Language("python", "Python", "python", ".py", write_python),
        Language("curl", "curl", "bash", ".sh", curl_sample),
        Language("powershell", "PowerShell", "powershell", ".ps1", powershell_sample),
        Language("javascript", "JavaScript", "javascript", ".mjs", javascript_sample),
        Language("typescript", "TypeScript", "typescript", ".mts", typescript_sample),
        Language("csharp", "C#", "csharp", ".cs", csharp_sample),
        Language("php", "PHP", "php", ".php", php_sample),
        Language("http", "HTTP file", "text", ".http", http_sample),
    )
}
"""Every language by its key, in the order in which they are listed."""


@dataclass(frozen=True, slots=True)
class VariantSamples:
    """The samples of one way to call an operation.

    Attributes:
        variant: The request that they send; its `label` is for people.
        samples: A sample in each language, in the order of the languages.
    """

    variant: Variant
    samples: tuple[Sample, ...]


def further_samples_of(
    operation: Operation, languages: Iterable[Language], site: Overrides = NO_OVERRIDES
) -> list[VariantSamples]:
    """Write the samples for further media types and examples, after those of `samples_of`.

    Args:
        operation: The operation.
        languages: The languages, in the order in which the samples are wanted.
        site: The choices of the site's configuration, for all operations.

    Returns:
        The samples by variant; none where the page has one media type and example.
    """
    wanted = tuple(languages)
    return [
        VariantSamples(variant, tuple(_write_variant(variant, wanted, site)))
        for variant in variants_of(operation)[1:]
    ]


def _write_variant(
    variant: Variant, languages: Iterable[Language], site: Overrides
) -> Iterator[Sample]:
    request = prepare(variant.operation, site, variant.ending)
    for language in languages:
        refused = variant.status is not None and variant.status >= HTTPStatus.BAD_REQUEST
        if refused and language.key == "python":
            yield refusal_sample(variant, site)
        else:
            yield language.write(request)


def samples_of(
    operation: Operation, languages: Iterable[Language], site: Overrides = NO_OVERRIDES
) -> list[Sample]:
    """Write the samples of an operation; its request is worked out once for all languages.

    Args:
        operation: The operation.
        languages: The languages, in the order in which the samples are wanted.
        site: The choices of the site's configuration, for all operations.
    """
    request = prepare(operation, site)
    return [language.write(request) for language in languages]


def languages_of(keys: Iterable[str]) -> tuple[Language, ...]:
    """Return the languages of some keys, in that order, each once.

    Raises:
        ConfigurationError: There is no such language.
    """
    found = dict.fromkeys(keys)
    for key in found:
        if key not in LANGUAGES:
            raise ConfigurationError(
                f"`{key}` is not a language of samples. There are: {', '.join(LANGUAGES)}."
            )
    return tuple(LANGUAGES[key] for key in found)
