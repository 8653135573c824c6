"""The languages of our own words: complete, with the same gaps to fill, and chosen by the site."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from mkdocs.exceptions import Abort

from callsheet.cache.content import CACHE_VARIABLE
from callsheet.errors import ConfigurationError
from callsheet.render import languages, script
from callsheet.render.languages import built_in_languages, read_language, unknown_phrases
from callsheet.render.phrases import (
    SiteLanguage,
    html_phrase,
    phrase,
    phrase_with_numbers,
    use_language,
)
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
        assert isinstance(text, str), english  # Singular and plural are two texts in English, too.
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
        ('{"language": "pt", "phrases": {"Send": " "}}', "`Send` is empty; leave it out"),
        (
            '{"language": "pl", "phrases": {"{0} more": {"few": "", "other": "{0}"}}}',
            "`{0} more` has an empty text for `few`",
        ),
        ('{"language": "pt", "phrases": {"Send": "{0}"}}', "`Send` has to keep the placeholders"),
        ('{"language": "pt", "phrases": {"{0} more": "mais"}}', "`{0} more` has to keep"),
        ('{"language": "pt", "phrases": {"{0} more": "{0.__class__}"}}', "`{0} more` has to keep"),
        ('{"language": "pl", "phrases": {"{0} more": {"one": "{0}"}}}', "has to have forms for"),
        (
            '{"language": "pl", "phrases": {"{0} more": {"some": "", "other": "{0}"}}}',
            "has to have forms for `other` and any of zero, one, two, few, many",
        ),
        (
            '{"language": "pl", "phrases": {"{0} more": {"other": "x"}}}',
            "in the form `other` other",
        ),
        (
            '{"language": "pl", "phrases": {"{0} more": {"few": "{1}", "other": "{0}"}}}',
            "in the form `few` other",
        ),
        ('{"language": "pl", "phrases": {"{0} more": {"other": {}}}}', "in the form `other` other"),
        (
            '{"language": "zz-zz", "phrases": {"{0} more": {"other": "{0}"}}}',
            "nothing is known of the plurals of the language `zz-zz`",
        ),
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


POLISH = {
    "{0} operations": {
        "one": "{0} operacja",
        "few": "{0} operacje",
        "many": "{0} operacji",
        "other": "{0} operacji",
    },
    "{0} and {1} more": {"one": "{0} i jeszcze jeden", "other": "{0} i {1} inne"},
}
"""Texts of a language with more plural forms than two."""


@pytest.fixture
def polish(tmp_path: Path) -> Iterator[None]:
    content = {"language": "pl", "phrases": POLISH}
    (tmp_path / "pl.json").write_text(json.dumps(content), encoding="utf-8")
    use_language(read_language("pl.json", tmp_path))
    yield
    use_language(SiteLanguage())


COUNTED = {1: "1 operacja", 3: "3 operacje", 5: "5 operacji", 22: "22 operacje"}


@pytest.mark.usefixtures("polish")
def test_a_language_has_its_own_plural_forms() -> None:
    for number, text in COUNTED.items():
        assert phrase("{0} operations", number) == text
        assert html_phrase("{0} operations", number) == text
    # The number that counts need not come first.
    assert phrase("{0} and {1} more", "A", 1) == "A i jeszcze jeden"
    assert phrase("{0} and {1} more", "A", 2) == "A i 2 inne"
    # A number that is written out already has the general form.
    assert phrase("{0} operations", "3") == "3 operacji"


@pytest.mark.usefixtures("polish")
def test_scripts_have_the_plural_forms_of_a_language() -> None:
    script = "console.log([1,3,5,22].map((n)=>$phrase`${n} operations`).join())"
    done = subprocess.run(
        [shutil.which("node") or "node", "--eval", with_phrases(script)],
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    assert done.stdout.strip() == ",".join(COUNTED.values())


def test_texts_that_no_page_has_are_named_with_what_may_be_meant(tmp_path: Path) -> None:
    known = read_language("de")
    assert unknown_phrases(known) == ""
    strange = SiteLanguage("pt", {"Try it out": "a", "zzzz": "b", "Send": "c"})
    told = "No page has these English texts: `Try it out` (did you mean `Try it`?), `zzzz`."
    assert unknown_phrases(strange) == told
    many = SiteLanguage("pt", {f"zz{number}": "a" for number in range(9)})
    assert unknown_phrases(many).endswith("`zz4` and 4 more.")


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
    assert "id=path-parameters" in page


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


@pytest.mark.slow  # Each begins a build.
@pytest.mark.parametrize(
    ("options", "message"),
    [
        (
            "locale: german",
            "names the language `german`, which is not built in; there are da",
        ),
        ("locale: {pt: pt}", "Name a file with it, such as `pt.json`"),
        ("locale: own.json", "`Try it out` (did you mean `Try it`?)"),
    ],
)
def test_a_language_that_is_not_there_is_no_silent_english(
    options: str, message: str, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    content = {"language": "pt", "phrases": {"Try it out": "Experimentar"}}
    (tmp_path / "own.json").write_text(json.dumps(content), encoding="utf-8")
    with pytest.raises(Abort) as caught:
        site(tmp_path, "", options)
    assert message in f"{caught.value}{caplog.text}"
