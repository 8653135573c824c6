"""Texts in several languages, such as `NO:"Leverandør";US:"Supplier"`."""

from collections.abc import Mapping, Sequence

from callsheet import lazy_re as re

# Possessive, because a text may be megabytes long and must not make it backtrack.
_LANGUAGES = re.compile(r'(?:[A-Za-z]{2}:"[^"]*+"(?:;|$))++')
_TEXT = re.compile(r'([A-Za-z]{2}):"([^"]*+)"')
_COUNTRIES: Mapping[str, tuple[str, ...]] = {
    "cs": ("CZ",),
    "da": ("DK",),
    "el": ("GR",),
    "en": ("US", "GB"),
    "et": ("EE",),
    "ja": ("JP",),
    "ko": ("KR",),
    "nb": ("NO",),
    "nn": ("NO",),
    "no": ("NO",),
    "sl": ("SI",),
    "sv": ("SE",),
    "uk": ("UA",),
    "zh": ("CN",),
}
"""Texts are marked by country, `US` being English; here are the languages named otherwise."""


def in_language(text: str, languages: Sequence[str]) -> str:
    """Return the part of a text in several languages that fits best; any other text as it is.

    Where no language fits, the first is better than all of them at once.
    """
    if not _LANGUAGES.fullmatch(text):
        return text
    found: list[tuple[str, str]] = _TEXT.findall(text)
    # Of a mark that comes twice, the first counts.
    parts = {mark.upper(): part for mark, part in reversed(found)}
    for language in languages:
        for mark in _marks(language):
            if mark in parts:
                return parts[mark]
        if language == "*":
            break
    return found[0][1]


def _marks(language: str) -> tuple[str, ...]:
    """Return the marks that texts of a language may have: those of its region come first."""
    primary, *subtags = language.split("-")
    regions = tuple(tag.upper() for tag in subtags if len(tag) == 2)
    return (*regions, primary.upper(), *_COUNTRIES.get(primary, ()))
