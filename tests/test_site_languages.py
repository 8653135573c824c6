"""The languages of our own words: complete, with the same gaps to fill, and chosen by the site."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from callsheet.cache.content import CACHE_VARIABLE
from callsheet.errors import ConfigurationError
from callsheet.render import languages, script
from callsheet.render.languages import built_in_languages, read_language
from callsheet.render.phrases import SiteLanguage, phrase, phrase_with_numbers, use_language
from callsheet.render.script_phrases import phrases_of, with_phrases
from tests.berth_pages import write_pages
from tests.site_phrases import all_phrases
from tests.test_other_plugins import build

TRANSLATED = [tag for tag in built_in_languages() if tag != "en"]
ALIKE = 0.25
"""The share of texts that may be the same as in English: names, and words of the field."""


def test_the_languages_that_come_along() -> None:
    assert set(built_in_languages()) == {"en", "de", "nb", "sv", "da", "nl", "ja"}


@pytest.mark.parametrize("tag", TRANSLATED)
def test_languages_are_complete(tag: str) -> None:
    language = read_language(tag)
    assert language.code == tag
    assert language.phrases.keys() == all_phrases()


@pytest.mark.parametrize("tag", TRANSLATED)
def test_languages_keep_spaces_at_the_ends_and_say_something(tag: str) -> None:
    phrases = read_language(tag).phrases
    for english, text in phrases.items():
        assert text.strip(), english
        assert text.startswith(" ") == english.startswith(" "), english
    same = [english for english, text in phrases.items() if english == text]
    assert len(same) < ALIKE * len(phrases)


@pytest.mark.parametrize(
    ("name", "tag"),
    [("de", "de"), ("de-CH", "de"), ("de_AT", "de"), ("no", "nb"), ("nn", "nb"), ("pt", "en"),
     ("en-GB", "en"), ("", "en")],
)  # fmt: skip
def test_a_tag_finds_its_language(name: str, tag: str) -> None:
    assert read_language(name).code == tag


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("[]", "has to have `language`"),
        ('{"language": "pt"', "cannot be read"),
        ('{"language": "pt", "phrases": {"Send": 1}}', "`Send` has to be a text"),
        ('{"language": "pt", "phrases": {"Send": "{0}"}}', "`Send` has to keep the placeholders"),
        ('{"language": "pt", "phrases": {"{0} more": "mais"}}', "`{0} more` has to keep"),
        ('{"language": "pt", "phrases": {"{0} more": "{0.__class__}"}}', "`{0} more` has to keep"),
        ('{"language": "pt", "words": {}}', "has to have `language`"),
        ('{"language": "ar", "direction": "RTL"}', "`direction`, `ltr` or `rtl`"),
        ('{"language": "ar", "direction": []}', "`direction`, `ltr` or `rtl`"),
    ],
)
def test_a_faulty_file_says_where(content: str, message: str, tmp_path: Path) -> None:
    (tmp_path / "pt.json").write_text(content, encoding="utf-8")
    with pytest.raises(ConfigurationError, match=re.escape(message)):
        read_language("pt.json", tmp_path)


def test_a_file_has_a_limit(tmp_path: Path) -> None:
    (tmp_path / "pt.json").write_text(" " * (languages.LIMITS.characters + 1), encoding="utf-8")
    with pytest.raises(ConfigurationError, match="larger than 1 MiB"):
        read_language("pt.json", tmp_path)


def test_an_incomplete_file_falls_back_to_english(tmp_path: Path) -> None:
    content = {"language": "pt", "phrases": {"Send": "Enviar"}}
    (tmp_path / "pt.json").write_text(json.dumps(content), encoding="utf-8")
    use_language(read_language("pt.json", tmp_path))
    try:
        assert (phrase("Send"), phrase("{0} more", 3)) == ("Enviar", "3 more")
    finally:
        use_language(SiteLanguage())


def test_numbers_are_no_part_of_a_text() -> None:
    use_language(read_language("de"))
    try:
        assert phrase_with_numbers("at least 3 items") == "mindestens 3 Elemente"
        assert phrase_with_numbers("a number above -1.5") == "eine Zahl über -1.5"
        assert phrase_with_numbers("whatever 3") == "whatever 3"
    finally:
        use_language(SiteLanguage())


def test_scripts_have_the_words_of_one_language() -> None:
    code = "a($phrase`Send`,$phrase`${b({c:`${d}`})} of ${$phrase`${n} more`} rows`,`x`)"
    assert [*phrases_of(code)] == ["Send", "{0} of {1} rows", "{0} more"]
    assert with_phrases(code) == 'a("Send",`${b({c:`${d}`})} of ${`${n} more`} rows`,`x`)'
    given = {"Send": 'S"`', "{0} of {1} rows": "`{1}`: ${0}\\", "{0} more": "+{0}"}
    use_language(SiteLanguage("xx", given))
    try:
        assert with_phrases(code) == ('a("S\\"`",`\\`${`+${n}`}\\`: \\$${b({c:`${d}`})}\\\\`,`x`)')
        assert "$phrase" not in script(runs=True, installs=True)
    finally:
        use_language(SiteLanguage())


def site(folder: Path, theme: str = "", options: str = "") -> dict[str, bytes]:
    """The files of a site."""
    write_pages(folder / "docs", "en")
    (folder / "mkdocs.yml").write_text(
        f"site_name: Berths\nsite_url: https://example.com/\n"
        f"theme: {{name: material, font: false{theme}}}\n"
        f"plugins: [search, callsheet: {{{options}}}]\n",
        encoding="utf-8",
    )
    return build(folder)


@pytest.mark.slow  # Each builds a site.
@pytest.mark.parametrize(
    ("theme", "options", "heading"),
    [
        ("", "", ">Path parameters</a>"),
        (", language: de", "", ">Pfadparameter</a>"),
        (", language: de", "locale: ja", ">パスパラメーター</a>"),
        (", language: pt-BR", "", ">Path parameters</a>"),
        ("", "locale: own.json", ">Own words</a>"),
        (", language: pt", "locale: {pt: own.json}", ">Own words</a>"),
    ],
)
def test_a_site_has_the_words_of_its_language(
    theme: str, options: str, heading: str, tmp_path: Path
) -> None:
    content = {"language": "pt", "phrases": {"Path parameters": "Own words"}}
    (tmp_path / "own.json").write_text(json.dumps(content), encoding="utf-8")
    page = site(tmp_path, theme, options)["Berth/change/index.html"].decode()
    assert heading in page
    # Links to a place on a page are the same in each language.
    assert 'id="path-parameters"' in page


@pytest.mark.slow  # It builds a site twice.
def test_another_language_is_no_reason_to_take_a_page_from_the_cache(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(CACHE_VARIABLE, str(tmp_path / "cache"))
    content = {"language": "pt", "phrases": {}}
    (tmp_path / "own.json").write_text(json.dumps(content), encoding="utf-8")
    assert b">Path parameters<" in site(tmp_path, "", "locale: own.json")["Berth/change/index.html"]
    content["phrases"] = {"Path parameters": "Own words"}
    (tmp_path / "own.json").write_text(json.dumps(content), encoding="utf-8")
    assert b">Own words<" in site(tmp_path, "", "locale: own.json")["Berth/change/index.html"]
