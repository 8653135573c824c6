"""What may become a link: addresses of pages and documents, wherever they stand."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from html import unescape
from pathlib import Path

import markdown
import pytest

from callsheet.addresses import safe_address
from callsheet.catalog import Catalog
from callsheet.catalog.links import check_references
from callsheet.catalog.toc import read_toc
from callsheet.importing import import_openapi, read_specification
from callsheet.pages import safe_line, safe_prose
from callsheet.site.config import CallsheetConfig

SAFE = [
    "https://example.com/a?b=c&d=e#f",
    "HTTP://example.com",
    "mailto:ada@example.com",
    "page.md",
    "../a/b.md#c",
    "/a/b",
    "?a=b:c",
    "#javascript:x",
    "a/javascript:x",
    "",
]
REFUSED = [
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    " \n javascript:alert(1)",
    "\x01javascript:alert(1)",
    "\xa0\u2028javascript:alert(1)",
    "java\tscript:alert(1)",
    "java\nscript:alert(1)",
    "java\rscript:alert(1)",
    "javascript&colon;alert(1)",
    "javascript&#58;alert(1)",
    "java&#115;cript:alert(1)",
    "&#x6a;avascript:alert(1)",
    "&amp;#106;avascript:alert(1)",
    "java&Tab;script:alert(1)",
    "&#1;javascript:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    "vbscript:x",
    "blob:https://example.com/x",
    "file:///etc/passwd",
    "ms-msdt:/id",
    "view-source:https://example.com",
    "//evil.example/x",
    "/\\evil.example/x",
    "\\\\evil.example\\x",
    "https://example.com/\u202egnp.exe",
    "https://example.com/\x7f",
]


@pytest.mark.parametrize("address", SAFE)
def test_what_leads_where_it_says_is_a_link(address: str) -> None:
    assert safe_address(address) == address


@pytest.mark.parametrize("address", REFUSED)
def test_what_a_browser_may_run_is_none(address: str) -> None:
    assert safe_address(address) is None


def test_what_ends_an_attribute_is_encoded() -> None:
    assert safe_address("https://a.example/\"><b>' x|`%20ö") == (
        "https://a.example/%22%3E%3Cb%3E%27%20x%7C%60%20%C3%B6"
    )


@pytest.mark.parametrize("address", REFUSED)
def test_the_navigation_has_no_such_link(address: str, tmp_path: Path) -> None:
    (tmp_path / "index.md").write_text("# Home\n", encoding="utf-8")
    toc = [{"name": "Home", "href": "index.md"}, {"name": "Bad", "href": address}]
    # JSON is YAML; what it cannot hold is written as an escape.
    (tmp_path / "toc.yml").write_text(
        f"- {json.dumps(toc[0])}\n- {json.dumps(toc[1])}\n", encoding="utf-8"
    )
    found = read_toc(tmp_path, {})
    assert found is not None
    assert [(entry.name, entry.page, entry.url) for entry in found.entries] == [
        ("Home", "index.md", None)
    ]
    assert [(finding.path, finding.line) for finding in found.findings] == [("toc.yml", 2)]
    assert found.findings[0].code in {"CS019", "CS027"}
    assert found.findings == check_references(Catalog.read(tmp_path))


def test_what_is_below_a_refused_address_stays(tmp_path: Path) -> None:
    (tmp_path / "index.md").write_text("# Home\n", encoding="utf-8")
    text = "- name: Bad\n  href: javascript:x\n  items: [{name: Home, href: index.md}]\n"
    (tmp_path / "toc.yml").write_text(text, encoding="utf-8")
    found = read_toc(tmp_path, {})
    assert found is not None
    assert [(e.name, e.url, len(e.entries)) for e in found.entries] == [("Bad", None, 1)]
    assert [(f.line, f.code) for f in found.findings] == [(2, "CS027")]


_FORMS = (
    "[x]({})",
    "[x](<{}>)",
    "[x](\n{})",
    '[x]( {} "title")',
    "![x]({})",
    "[x]: {}\n\n[x]",
    "[x]:\n{}\n\n[x]",
    "[x\ny]: {}\n\n[x y]",
    "| a |\n|---|\n| [x]({}) |",
    "> [x]({})",
    "- [x]({})",
    "# [x]({})",
)


@pytest.mark.parametrize("form", _FORMS)
@pytest.mark.parametrize("clean", [safe_prose, safe_line])
def test_imported_markdown_has_no_such_link(form: str, clean: Callable[[str], str]) -> None:
    for address in REFUSED:
        text = clean(form.format(address))
        html = markdown.markdown(text, extensions=["tables", "attr_list"])
        for link in re.findall(r'(?:href|src)="([^"]*)"', html):
            shown = re.sub(r"^[\x00-\x20]+|[\t\n\r]", "", unescape(link))
            assert not re.match(
                r"(?!https?:|mailto:)[a-z][a-z0-9+.-]*:|[/\\]{2}", shown, re.IGNORECASE
            ), text
    for address in SAFE[:5]:
        text = clean(form.format(address))
        if clean is safe_prose and "\n" not in form:
            assert "&#40;" not in text
            assert "&#58;" not in text


def test_an_imported_document_of_other_addresses_is_told(tmp_path: Path) -> None:
    def operation(url: str) -> dict[str, object]:
        return {"externalDocs": {"url": url}, "responses": {"200": {"description": "OK"}}}

    paths = {f"/a{n}": {"get": operation(url)} for n, url in enumerate((*REFUSED, SAFE[0]))}
    document = {"openapi": "3.1.0", "info": {"title": "x", "version": "1"}, "paths": paths}
    file = tmp_path / "api.json"
    file.write_text(json.dumps(document), encoding="utf-8")
    imported = import_openapi(read_specification(file))
    told = {f.path for f in imported.findings if f.code == "CS046"}
    assert told == {f"api.json#/paths/~1a{n}/get/externalDocs/url" for n in range(len(REFUSED))}
    prose = ["".join(t.markdown for t in o.description) for o in imported.operations]
    assert prose == [*[""] * len(REFUSED), f"See also: <{SAFE[0]}>"]


@pytest.mark.parametrize("address", ["javascript:x", "/\\evil.example", "java\tscript:x", "//a"])
def test_the_console_is_given_no_such_server(address: str) -> None:
    config = CallsheetConfig()
    config.load_dict({"servers": [address]})
    errors, _ = config.validate()
    assert [name for name, _ in errors] == ["servers"]
