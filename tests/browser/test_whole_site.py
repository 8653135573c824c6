"""One site with two APIs, one of them in two versions, in three languages, read in a browser.

The API of this project's own documentation is not translated; the other one is.
"""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner
from playwright.sync_api import Page, expect

from callsheet.cli import main
from tests.berth_pages import SENTENCES, write_overview, write_pages
from tests.browser.conftest import NewPage, Served
from tests.conftest import DOCS
from tests.packaging.environments import uv
from tests.sites import broken_links, build, contents

# A plugin is installed, and two sites are built three times each.
pytestmark = [pytest.mark.slow, pytest.mark.timeout(600)]

CONFIGURATION = """\
site_name: Harbour
site_url: https://example.com/
theme: {{name: material, font: false}}
plugins:
  - search
  - callsheet:
      packs: [superoffice]
      collections:
        pictures1: {{folder: pictures/v1, title: Pictures 1, version_of: Pictures, version: "1"}}
        pictures2: {{folder: pictures/v2, title: Pictures 2, version_of: Pictures, version: "2"}}
        berths: {{title: Berths, packs: []}}
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
    "en": ("Try it", "Server", "Versions", "Only {0}", "Changes since 1"),
    "de": ("Ausprobieren", "Server", "Versionen", "Nur {0}", "Änderungen seit 1"),
    "ja": ("試す", "サーバー", "バージョン", "{0} のみ", "1 からの変更"),
}
CHANGES = {
    "en": "The query parameter depth is new and optional.",
    "de": "Abfrageparameter depth: neu",
    "ja": "クエリパラメーター depth: 新規",
}
VERSIONS = {"1": "pictures/v1", "2": "pictures/v2"}
IMAGE = "Person/v1PersonEntity_GetImage/"
ROW = "| h | int32 | Height of the box in pixels, from 1 to 4096. |\n"


@pytest.fixture(scope="module", params=["suffix", "folder"])
def project(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the site."""
    structure: str = request.param
    packages = tmp_path_factory.mktemp("packages")
    uv("pip", "install", "--target", packages, "--no-deps", "mkdocs-static-i18n==1.3.1")
    folder = tmp_path_factory.mktemp(structure)
    docs = folder / "docs"
    in_folders = structure == "folder"
    for version in VERSIONS.values():
        shutil.copytree(DOCS / "reference", (docs / "en" if in_folders else docs) / version)
    page = (docs / "en" if in_folders else docs) / f"pictures/v2/{IMAGE.strip('/')}.md"
    text = page.read_text(encoding="utf-8")
    assert ROW in text
    page.write_text(text.replace(ROW, f"{ROW}| depth | int32 | Bits. |\n"), encoding="utf-8")
    for language in LANGUAGES:
        pages = docs / language if in_folders else docs
        suffix = "" if in_folders or language == "en" else f".{language}"
        write_pages(pages / "berths", language, suffix)
        write_overview(pages / "berths", language, suffix)
        home = f"# {language}\n\nSee <xref:berths:v1Berth_Change> and <xref:pictures2:{uid()}>.\n"
        (pages / f"index{suffix}.md").write_text(home, encoding="utf-8")
    text = CONFIGURATION.format(structure=structure)
    (folder / "mkdocs.yml").write_text(text, encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PYTHONPATH", str(packages))
        build(folder)
    return folder


def uid() -> str:
    """The uid of an operation that has changed in the second version."""
    return Path(IMAGE).name


def served_console(page: Page, language: str) -> list[str]:
    """Opens the console of a page; the servers that it can ask."""
    console, server, *_ = WORDS[language]
    page.get_by_role("button", name=console).first.click()
    options = page.get_by_label(server, exact=True).first.locator("option")
    expect(options).to_have_count(1)
    return options.all_inner_texts()


def test_every_link_of_the_site_leads_somewhere(project: Path) -> None:
    files = contents(project / "site")
    assert [*broken_links(files)] == []
    for language in LANGUAGES.values():
        for version in VERSIONS.values():
            assert f"{language}{version}/{IMAGE}index.html" in files
            # What is not translated is a download of its own language only.
            names = ("types/index.html", "uid/index.html", "openapi.json", "llms.txt")
            assert all(f"{language}{version}/{name}" in files for name in names)
        assert f"{language}berths/operations/index.html" in files
        document = json.loads(files[f"{language}berths/openapi.json"])
        assert len(document["paths"]) == 2


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_version_leads_to_the_other_one_in_the_same_language(
    language: str, project: Path, new_page: NewPage, served: Served
) -> None:
    page, root = new_page(), f"{served(project / 'site')}{LANGUAGES[language]}"
    versions = WORDS[language][2]
    for version, folder in VERSIONS.items():
        page.goto(f"{root}{folder}/{IMAGE}")
        expect(page.locator("html")).to_have_attribute("lang", language)
        # The page is not translated.
        title = page.get_by_role("heading", level=1)
        assert title.evaluate("element => element.closest('[lang]').lang") == "en"
        switch = page.get_by_role("navigation", name=versions)
        expect(switch.locator("[aria-current]")).to_have_text(version)
        (server,) = served_console(page, language)
        assert f"(http://127.0.0.1:8765/pictures{version})" in server
        program = page.locator(".callsheet-panel pre").first
        expect(program).to_contain_text(f"127.0.0.1:8765/pictures{version}")
    page.locator("details.callsheet-note summary").click()
    expect(page.locator("details.callsheet-note li")).to_contain_text(CHANGES[language])
    page.locator("details.callsheet-note a").click()
    page.wait_for_url(f"{root}pictures/v2/changes/")
    expect(page.get_by_role("heading", level=1)).to_contain_text(WORDS[language][4])
    expect(page.locator("article li").first).to_contain_text(CHANGES[language])
    page.locator("article h3 a").first.click()
    page.wait_for_url(f"{root}pictures/v2/{IMAGE}")
    page.get_by_role("navigation", name=versions).get_by_role("link", name="1").click()
    page.wait_for_url(f"{root}pictures/v1/{IMAGE}")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_other_api_has_its_own_pages_console_and_search(
    language: str, project: Path, new_page: NewPage, served: Served
) -> None:
    page, root = new_page(), f"{served(project / 'site')}{LANGUAGES[language]}"
    page.goto(root)
    page.locator("article a").first.click()
    page.wait_for_url(f"{root}berths/Berth/change/")
    title = SENTENCES[language][0]
    expect(page.get_by_role("heading", level=1)).to_have_text(title)
    expect(page.get_by_role("navigation", name=WORDS[language][2])).to_have_count(0)
    (server,) = served_console(page, language)
    assert "(http://127.0.0.1:8765/berths)" in server
    # The lists that nobody has written are in the navigation.
    navigation = page.locator(".md-sidebar--primary")
    for name in ("operations", "types"):
        assert navigation.locator(f'a[href$="/{name}/"]').count() >= 1
    page.keyboard.press("Escape")
    page.goto(f"{root}berths/Berth/list/")
    page.keyboard.press("/")
    page.get_by_role("combobox").fill("v1Berth")
    only = page.get_by_role("checkbox", name=WORDS[language][3].format("Berths"))
    expect(only).to_be_checked()
    found = page.get_by_role("option")
    expect(found.first).to_be_visible()
    for each in found.all():
        assert (each.get_attribute("href") or "").startswith(f"{root}berths/")


def test_the_commands_know_languages_and_collections(project: Path) -> None:
    file = str(project / "mkdocs.yml")
    checked = CliRunner().invoke(main, ["check", "-f", file, "--fail-level", "error"])
    assert checked.exit_code == 0, checked.output
    assert "CS011" not in checked.output
    export = ("export", "openapi")
    exported = CliRunner().invoke(main, [*export, "-f", file, "--collection", "berths"])
    assert exported.exit_code == 0, exported.output
    document = json.loads(exported.output)
    assert document["info"]["title"] == "Berths"
    said = json.dumps(document, ensure_ascii=False)
    assert SENTENCES["en"][1] in said
    assert SENTENCES["de"][1] not in said
    # A fact that a translation states otherwise is found in the collection, too.
    page = next((project / "docs").rglob("berths/Berth/change.de.md"), None)
    page = page or project / "docs/de/berths/Berth/change.md"
    text = page.read_text(encoding="utf-8")
    page.write_text(text.replace("| Depth | Integer |", "| Depth | String |"), encoding="utf-8")
    checked = CliRunner().invoke(main, ["check", "-f", file, "--select", "CS612"])
    page.write_text(text, encoding="utf-8")
    assert "CS612" in checked.output
