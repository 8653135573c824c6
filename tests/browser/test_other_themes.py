"""Operation pages in the themes of MkDocs, which style code, lists and links themselves."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from playwright.sync_api import expect

from callsheet.cache.content import CACHE_VARIABLE
from tests.browser.conftest import PHONE, NewPage, Served
from tests.browser.sandboxes import run
from tests.conftest import DOCS
from tests.test_other_plugins import build

# The themes would load their highlighting from another server.
CONFIGURATION = """\
site_name: Persons
site_url: https://example.com/
theme: {{name: {theme}, highlightjs: false}}
plugins: [search, callsheet: {{packs: [superoffice], sandbox: true}}]
markdown_extensions: [attr_list, tables]
"""
# The lowest ratio of contrast (1 to 21) of the text of the program that is shown.
CONTRAST = """() => {
  const channel = (value) => {
    const part = value / 255;
    return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  };
  const numbers = (color) => color.match(/[\\d.]+/g).map(Number);
  const light = ([red, green, blue]) =>
    0.2126 * channel(red) + 0.7152 * channel(green) + 0.0722 * channel(blue);
  const behind = (element) => {
    const color = numbers(getComputedStyle(element).backgroundColor);
    return color.length === 4 && color[3] === 0 ? behind(element.parentElement) : color;
  };
  const code = document.querySelector(".callsheet-panel pre code");
  const ratios = [code, ...code.querySelectorAll("span")].map((element) => {
    const two = [numbers(getComputedStyle(element).color), behind(element)].map(light);
    return (Math.max(...two) + 0.05) / (Math.min(...two) + 0.05);
  });
  return Math.min(...ratios);
}"""


@pytest.mark.slow
@pytest.mark.parametrize("theme", ["mkdocs", "readthedocs"])
def test_pages_can_be_read_and_used(
    theme: str,
    tmp_path: Path,
    new_page: NewPage,
    served: Served,
    runtime: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert runtime
    monkeypatch.setenv(CACHE_VARIABLE, "")
    shutil.copytree(DOCS / "reference", tmp_path / "docs")
    (tmp_path / "mkdocs.yml").write_text(CONFIGURATION.format(theme=theme), encoding="utf-8")
    build(tmp_path, strict=False)
    page = new_page()
    address = f"{served(tmp_path / 'site')}Person/v1PersonEntity_SaveImage/"
    phone = new_page(viewport=PHONE)
    phone.goto(address)
    assert phone.evaluate("document.documentElement.scrollWidth <= innerWidth")
    page.goto(address)
    assert page.evaluate(CONTRAST) >= 4.5
    panel = page.locator(".callsheet-panel:visible").first
    expect(panel).to_contain_text("import requests")
    page.get_by_role("tab", name="curl").first.click()
    expect(page.locator(".callsheet-panel:visible").first).to_contain_text("curl")
    item = page.locator("ul[class] > li", has_text="image/png").first
    expect(item).to_have_css("list-style-type", "none")
    expect(page.locator("h2 > a").first).to_have_css("text-decoration-line", "none")
    page.get_by_role("button", name="Try it").click()
    expect(page.get_by_role("heading", name="Try it")).to_be_focused()
    page.get_by_role("tab", name="Python").first.click()
    assert "Blob id" in run(panel, "Succeeded")


def test_material_has_nothing_of_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(CACHE_VARIABLE, "")
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs/index.md").write_text("# Persons\n", encoding="utf-8")
    text = CONFIGURATION.format(theme="material").replace("highlightjs", "font")
    text = text.replace(", sandbox: true", "")
    (tmp_path / "mkdocs.yml").write_text(text, encoding="utf-8")
    assert "assets/callsheet/plain.css" not in build(tmp_path)
