"""Reports lead to the pages of the site that document the rules."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from callsheet.cli import main
from callsheet.report.model import PROJECT

SITE = "https://docs.example.com/api"
PAGES = {
    "index.md": "# Rules\n\n<!-- callsheet: rules CS7 -->\n",
    "rules/links.md": "# Links\n\n<!-- callsheet: rules CS01 CS04 -->\n",
    "rules/more.md": "# More\n\n<!-- callsheet: rules CS04 CS5 -->\n",
}


def help_of(folder: Path, configuration: str) -> dict[str, str]:
    for path, text in PAGES.items():
        (folder / "docs" / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / "docs" / path).write_text(text)
    (folder / "mkdocs.yml").write_text(f"site_name: x\n{configuration}")
    options = ["check", "-f", str(folder / "mkdocs.yml"), "--format", "sarif"]
    found: dict[str, Any] = json.loads(CliRunner().invoke(main, options).stdout)
    return {rule["id"]: rule["helpUri"] for rule in found["runs"][0]["tool"]["driver"]["rules"]}


@pytest.mark.parametrize(
    ("configuration", "secrets", "links"),
    [
        (f"site_url: {SITE}\n", f"{SITE}/#", f"{SITE}/rules/links/#"),
        (
            f"site_url: {SITE}/\nuse_directory_urls: false\n",
            f"{SITE}/index.html#",
            f"{SITE}/rules/links.html#",
        ),
    ],
)
def test_a_rule_leads_to_the_first_page_that_documents_it(
    configuration: str, secrets: str, links: str, tmp_path: Path
) -> None:
    found = help_of(tmp_path, configuration)
    assert found["CS041"].startswith(f"{links}cs041-")
    assert {found[code].partition("cs7")[0] for code in found if code.startswith("CS7")} == {
        secrets
    }
    assert found["CS541"].startswith(links.replace("links", "more"))


def test_a_rule_that_no_page_documents_leads_to_the_project(tmp_path: Path) -> None:
    assert help_of(tmp_path, f"site_url: {SITE}\n")["CS101"] == PROJECT
    assert set(help_of(tmp_path, "").values()) == {PROJECT}


@pytest.mark.parametrize(
    "arguments",
    [
        ["check"],
        ["export", "openapi"],
        ["export", "model"],
        ["verify", "--base-url", "http://127.0.0.1:9"],
        ["test"],
    ],
)
def test_a_folder_without_pages_is_wrong_usage(arguments: list[str], tmp_path: Path) -> None:
    done = CliRunner().invoke(main, [*arguments, "--docs", str(tmp_path)])
    assert (done.exit_code, done.stdout) == (2, "")
    assert "There is no page below" in done.stderr
