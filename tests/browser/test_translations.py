"""A site in three languages, as mkdocs-static-i18n builds it, read in a browser."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.berth_pages import SENTENCES, write_overview, write_pages
from tests.browser.conftest import NewPage, Served
from tests.packaging.environments import uv
from tests.sites import build

CONFIGURATION = """\
site_name: Berths
site_url: https://example.com/
theme: {{name: material, font: false}}
plugins:
  - search
  - callsheet
  - i18n:
      docs_structure: {structure}
      languages:
        - {{locale: en, default: true, name: English}}
        - {{locale: de, name: Deutsch}}
        - {{locale: ja, name: 日本語}}
markdown_extensions: [attr_list, tables]
"""
LANGUAGES = {"en": "", "de": "de/", "ja": "ja/"}
WORDS = {
    "en": ("All operations", "Path parameters", "Try it", "Search", "Operations"),
    "de": ("Alle Operationen", "Pfadparameter", "Ausprobieren", "Suche", "Operationen"),
    "ja": ("すべての操作", "パスパラメーター", "試す", "検索", "操作"),
}
# What a page says that is the same in all languages.
FACTS = """() => [...document.querySelectorAll(".callsheet-page [id]")]
  .map((element) => element.id)
  .concat([...document.querySelectorAll(".callsheet-page td code, .callsheet-route code")]
    .map((element) => element.textContent.trim()))"""
pytestmark = pytest.mark.slow  # A plugin is installed, and two sites are built three times each.


@pytest.fixture(scope="module", params=["suffix", "folder"])
def site(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site, whose list of berths is not translated into German."""
    structure: str = request.param
    packages = tmp_path_factory.mktemp("packages")
    uv("pip", "install", "--target", packages, "--no-deps", "mkdocs-static-i18n==1.3.1")
    folder = tmp_path_factory.mktemp(structure)
    docs = folder / "docs"
    for language in LANGUAGES:
        pages = docs / language if structure == "folder" else docs
        suffix = f".{language}" if structure == "suffix" and language != "en" else ""
        write_pages(pages, language, suffix)
        write_overview(pages, language, suffix)
    (docs / ("de/Berth/list.md" if structure == "folder" else "Berth/list.de.md")).unlink()
    text = CONFIGURATION.format(structure=structure)
    (folder / "mkdocs.yml").write_text(text, encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PYTHONPATH", str(packages))
        build(folder)
    return folder / "site"


def test_an_operation_is_the_same_in_each_language(
    site: Path, new_page: NewPage, served: Served
) -> None:
    page, address = new_page(), served(site)
    facts = []
    for language, folder in LANGUAGES.items():
        title, (index, heading, console, _, _) = SENTENCES[language][0], WORDS[language]
        page.goto(f"{address}{folder}Berth/change/")
        expect(page.locator("html")).to_have_attribute("lang", language)
        expect(page.get_by_role("heading", level=1)).to_have_text(title)
        expect(page.get_by_role("heading", name=heading)).to_be_visible()
        expect(page.locator(".callsheet-crumbs a").first).to_have_text(index)
        page.get_by_role("button", name=console).click()
        expect(page.get_by_role("heading", name=console)).to_be_focused()
        # The id of the title is made of the title.
        facts.append([each for each in page.evaluate(FACTS)[1:] if "callsheet-" not in each])
    assert facts[0]
    assert facts[1:] == [facts[0]] * 2


def test_a_page_without_a_translation_has_its_own_language(
    site: Path, new_page: NewPage, served: Served
) -> None:
    page = new_page()
    page.goto(f"{served(site)}de/Berth/list/")
    expect(page.locator("html")).to_have_attribute("lang", "de")
    title = page.get_by_role("heading", name=SENTENCES["en"][16])
    expect(title).to_be_visible()
    assert title.evaluate("element => element.closest('[lang]').lang") == "en"
    expect(page.get_by_role("heading", name="Pfadparameter")).to_be_visible()


@pytest.mark.parametrize("language", LANGUAGES)
def test_lists_and_search_are_of_one_language(
    language: str, site: Path, new_page: NewPage, served: Served
) -> None:
    page, folder = new_page(), LANGUAGES[language]
    change, shown = SENTENCES[language][0], SENTENCES["en" if language == "de" else language][16]
    root = f"{served(site)}{folder}"
    for path in ("operations/", "Berth/"):
        page.goto(f"{root}{path}")
        cards = page.locator(".callsheet-cards li")
        expect(cards).to_have_count(2)
        for title in (change, shown):
            expect(cards.filter(has_text=title)).to_have_count(1)
    expect(page.get_by_role("heading", level=1)).to_have_text(SENTENCES[language][3])
    # With folders, that plugin takes the folder of the language for the whole navigation.
    structure = "folder" if site.parent.name.startswith("folder") else "suffix"
    navigation = page.locator(".md-sidebar--primary")
    if structure == "suffix":
        expect(navigation).to_contain_text(WORDS[language][4])
    page.keyboard.press("/")
    box = page.get_by_role("dialog", name=WORDS[language][3])
    box.get_by_role("combobox").fill("harbour berth")
    options = box.get_by_role("option")
    expect(options.first).to_be_visible()
    found = [option.get_attribute("href") or "" for option in options.all()]
    assert all(each.startswith(root) for each in found)
    assert any(each.startswith(f"{root}Berth/change/") for each in found)
    options.filter(has_text=change).first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text(change)


def test_downloads_are_beside_the_pages(site: Path) -> None:
    for language, folder in LANGUAGES.items():
        text = (site / folder / "Berth/change.md").read_text(encoding="utf-8")
        assert SENTENCES[language][1] in text
        assert "](Berth/change.md)" in (site / folder / "llms.txt").read_text(encoding="utf-8")
