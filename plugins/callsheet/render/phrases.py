"""Our own words on the pages of a site, in its language.

The English text is the key: what a language lacks stays English. In templates and in Python it is
the argument of `phrase`; in scripts, whose bundles are committed, a template literal with the tag
`$phrase`, which is replaced when a site is built. So the pages of a site have the words of one
language, and no script looks for words.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextvars import ContextVar
from dataclasses import dataclass, field

from markupsafe import Markup, escape

from callsheet import lazy_re as re
from callsheet.memo import cached

Text = str | Mapping[str, str]
_NUMBER = re.compile(r"(?<![\w.-])-?\d+(?:\.\d+)?(?![\w.])")


@dataclass(frozen=True, slots=True)
class SiteLanguage:
    """A language of our own words.

    Attributes:
        code: Its tag (BCP 47), such as `de`.
        phrases: Its texts by the English ones; `{0}`, `{1}` and so on stand for what is filled in.
            A text that counts may have several forms, by plural categories (Unicode CLDR).
        is_rtl: Whether it is written from right to left.
    """

    code: str = "en"
    phrases: Mapping[str, Text] = field(default_factory=dict)
    is_rtl: bool = False


_ENGLISH = SiteLanguage()
_CURRENT: ContextVar[SiteLanguage] = ContextVar("language", default=_ENGLISH)


def use_language(language: SiteLanguage) -> None:
    """Use a language for all that is rendered from here on."""
    _CURRENT.set(language)


def language_in_use() -> SiteLanguage:
    """Return the language of what is rendered."""
    return _CURRENT.get()


def phrase(text: str, *values: object) -> str:
    """Return a text of ours in the language in use.

    Args:
        text: The English text.
        values: What stands in the places of `{0}`, `{1}` and so on.
    """
    found = _form(_CURRENT.get().phrases.get(text, text), values)
    return found.format(*values) if values else found


def phrase_with_numbers(text: str) -> str:
    """Return a text of ours whose numbers are not part of its key, such as `at least 3 items`."""
    if not _CURRENT.get().phrases:
        return text
    numbers: list[str] = []

    def placeholder(match: re.Match[str]) -> str:
        numbers.append(match[0])
        return f"{{{len(numbers) - 1}}}"

    key = _NUMBER.sub(placeholder, text)
    return phrase(key, *numbers) if key in _CURRENT.get().phrases else text


def html_phrase(text: str, *values: object) -> Markup:
    """Return `phrase` as HTML, for templates: anything that is not `Markup` is escaped."""
    found = _CURRENT.get().phrases.get(text)
    html = _english(text) if found is None else escape(_form(found, values))
    # `Markup.format` would parse the text in Python.
    return Markup(str.format(html, *map(escape, values))) if values else html  # noqa: S704


# English texts are those of our own templates.
_english = cached(1024)(Markup)


def _form(text: Text, values: Sequence[object]) -> str:
    """Return the form of a text for the first number among the values."""
    if isinstance(text, str):
        return text
    number = next((each for each in values if isinstance(each, int | float)), None)
    return text.get(category(_CURRENT.get().code, number), text["other"])


def category(code: str, number: float | None) -> str:
    """Return the plural category (Unicode CLDR) of a number in a language; `other` without one.

    Raises:
        LookupError: There are no rules for the language.
    """
    from babel import Locale, UnknownLocaleError

    try:
        rule = Locale.parse(code, sep="-").plural_form
    except (UnknownLocaleError, ValueError) as error:
        raise LookupError(code) from error
    return "other" if number is None else rule(number)


def marked(text: str) -> str:
    """Return a text unchanged, to mark it as an argument of `phrase` elsewhere."""
    return text
