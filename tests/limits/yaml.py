"""What YAML of strangers may cost, and pages beside it."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from click.testing import CliRunner

from callsheet import untrusted
from callsheet.catalog import readings, toc
from callsheet.catalog.catalog import Catalog
from callsheet.catalog.readings import MAX_PAGE_BYTES, MAX_PAGES
from callsheet.catalog.toc import read_toc
from callsheet.cli import main
from callsheet.configuration import MKDOCS_YML, read_configuration
from callsheet.errors import ConfigurationError, DocsError
from callsheet.findings import Finding
from callsheet.site.log import log
from callsheet.site.markdown import includes
from callsheet.source import read_page
from callsheet.source.document import read_document
from callsheet.source.front_matter import FRONT_MATTER_LIMITS
from callsheet.untrusted import DocumentLimits
from tests.limits import Row, tries
from tests.test_docfx import convert


@contextmanager
def patched(target: object, name: str, value: object) -> Iterator[None]:
    with pytest.MonkeyPatch.context() as monkeypatch:
        monkeypatch.setattr(target, name, value)
        yield


def number(row: Row) -> int:
    """The number of a limit, in bytes or whatever is counted."""
    count, _, unit = row.limit.partition(" ")
    units = {"KiB": untrusted.KIB, "MiB": untrusted.MIB}
    return int(count.replace(",", "")) * units.get(unit, 1)


def codes(front_matter: str) -> list[str]:
    page = f"---\n{front_matter}\n---\n\n# A\n".encode()
    read = read_page(page, "a.md")
    assert bool(read_document(page).front_matter) == (not read.findings)
    return [finding.code for finding in read.findings]


def nested(depth: int) -> str:
    """A mapping with lists in it, so many inside of each other."""
    return f"a: {'[' * (depth - 1)}{']' * (depth - 1)}"


@tries("a page")
def page_size(row: Row, folder: Path) -> None:
    assert number(row) == MAX_PAGE_BYTES
    (folder / "a.md").write_bytes(b"x" * 1000)
    for limit, found in ((1000, []), (999, ["CS012"])):
        with patched(readings, "MAX_PAGE_BYTES", limit):
            assert [f.code for f in Catalog.read(folder, cached=False).findings] == found


@tries("pages of a docs directory")
def pages(row: Row, folder: Path) -> None:
    assert number(row) == MAX_PAGES
    for name in "abc":
        (folder / f"{name}.md").write_text("x")
    with patched(readings, "MAX_PAGES", 3):
        assert len(Catalog.read(folder, cached=False).pages) == 3
    with patched(readings, "MAX_PAGES", 2):
        with pytest.raises(DocsError, match="more than 2 pages"):
            Catalog.read(folder, cached=False)
        ended = CliRunner().invoke(main, ["check", "--docs", str(folder)])
        assert f"exit {ended.exit_code}" == row.answer


@tries("front matter")
def front_matter_size(row: Row, folder: Path) -> None:
    assert number(row) == FRONT_MATTER_LIMITS.characters
    text = f"a: {'x' * (number(row) - 4)}"
    assert codes(text) == []
    assert codes(text + "x") == ["CS032"]


@tries("values of front matter, aliases counted as what they stand for")
def front_matter_values(row: Row, folder: Path) -> None:
    assert number(row) == FRONT_MATTER_LIMITS.values
    # Beside the items: the mapping, four keys and four lists.
    ten = "a: &a [x, x, x, x, x, x, x, x, x]"
    hundred = f"b: &b [{', '.join(['*a'] * 10)}]"
    # The two lists have 10 and 101 values, so that of `c` has 1 + 97 * 101.
    most = f"{ten}\n{hundred}\nc: [{', '.join(['*b'] * 97)}]\n"
    counted = 1 + 3 + 10 + 101 + 1 + 97 * 101
    rest = number(row) - counted - 2
    assert codes(f"{most}d: [{', '.join('x' * rest)}]") == []
    assert codes(f"{most}d: [{', '.join('x' * (rest + 1))}]") == ["CS032"]


@tries("mappings and lists inside of each other in front matter")
def front_matter_depth(row: Row, folder: Path) -> None:
    assert number(row) == FRONT_MATTER_LIMITS.depth
    assert codes(nested(number(row) + 1)) == []
    assert codes(nested(number(row) + 2)) == ["CS032"]


@tries("a number in YAML")
def digits(row: Row, folder: Path) -> None:
    assert codes(f"uid: {'9' * number(row)}") == []
    assert codes(f"uid: {'9' * (number(row) + 1)}") == ["CS002"]
    assert codes(f"uid: '{'9' * (number(row) + 1)}'") == []


def configured(folder: Path, text: str) -> None:
    (folder / MKDOCS_YML).write_text(text, encoding="utf-8")
    read_configuration(None, folder / MKDOCS_YML)


def refuses(row: Row, folder: Path, text: str) -> None:
    """Fails where the command line goes on with such a configuration."""
    with pytest.raises(ConfigurationError):
        configured(folder, text)
    ended = CliRunner().invoke(main, ["check", "-f", str(folder / MKDOCS_YML)])
    assert f"exit {ended.exit_code}" == row.answer


@tries("`mkdocs.yml`, a baseline, or a file of coverage")
def configuration_size(row: Row, folder: Path) -> None:
    assert number(row) == DocumentLimits().characters
    configured(folder, "a: b" + "\n" * (number(row) - 4))
    refuses(row, folder, "a: b" + "\n" * (number(row) - 3))


@tries("values of `mkdocs.yml`, aliases counted as what they stand for")
def configuration_values(row: Row, folder: Path) -> None:
    assert number(row) == DocumentLimits().values
    rows = [f"a0: &a0 [{', '.join('x' * 10)}]"]
    rows += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 6)]
    configured(folder, "\n".join(rows[:5]))
    refuses(row, folder, "\n".join(rows))


@tries("mappings and lists inside of each other in `mkdocs.yml`")
def configuration_depth(row: Row, folder: Path) -> None:
    assert number(row) == DocumentLimits().depth
    configured(folder, nested(number(row) + 1))
    refuses(row, folder, nested(number(row) + 2))


def table_of(folder: Path, text: str) -> tuple[Finding, ...]:
    (folder / "a.md").write_text("# A\n")
    (folder / "toc.yml").write_text(text, encoding="utf-8")
    found = read_toc(folder, {})
    assert found is not None
    return found.findings


@tries("a `toc.yml`")
def table_size(row: Row, folder: Path) -> None:
    text = "- {name: A, href: a.md}"
    assert number(row) == toc.LIMITS.characters
    assert table_of(folder, text + "\n" * (number(row) - len(text))) == ()
    [found] = table_of(folder, text + "\n" * (number(row) - len(text) + 1))
    assert found.code in row.answer
    assert "8 MiB" in found.message


@tries("entries of all `toc.yml`")
def table_entries(row: Row, folder: Path) -> None:
    assert number(row) == toc.MAX_ENTRIES
    text = "- {name: A, href: a.md, items: [{name: A, href: a.md}]}\n" * 2
    for limit, found in ((3, []), (2, ["CS020"])):
        with patched(toc, "MAX_ENTRIES", limit):
            assert [finding.code for finding in table_of(folder, text)] == found


@tries("entries of `toc.yml` inside of each other")
def table_depth(row: Row, folder: Path) -> None:
    assert number(row) == toc.MAX_DEPTH
    for depth, found in ((toc.MAX_DEPTH, []), (toc.MAX_DEPTH + 1, ["CS020"])):
        text = "- {name: A, href: a.md, items: [" * depth + "{name: A, href: a.md}" + "]}" * depth
        text = text.replace("[- ", "[")
        assert [finding.code for finding in table_of(folder, text)] == found


def included(folder: Path, files: dict[str, str], *, whole: bool) -> None:
    """Fails where the page has all includes and should not, or the other way round."""
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8")
    warnings: list[str] = []
    handler = logging.Handler()
    handler.emit = lambda record: warnings.append(record.getMessage())  # type: ignore[method-assign]
    log.addHandler(handler)
    try:
        html = str(convert(folder, files["page.md"], "page.md"))
    finally:
        log.removeHandler(handler)
    assert any("would be too large" in warning for warning in warnings) is not whole
    assert ("[!include" in html) is not whole


def chain(length: int) -> dict[str, str]:
    files = {"page.md": "[!include[x](f1.md)]\n", f"f{length}.md": "end\n"}
    return {**{f"f{n}.md": f"[!include[x](f{n + 1}.md)]\n" for n in range(1, length)}, **files}


@tries("includes of a page, those of included files counted")
def include_count(row: Row, folder: Path) -> None:
    assert number(row) == includes.MAX_INCLUDES
    files = {"page.md": "[!include[x](a.md)]\n\n" * 2, "a.md": "[!include[x](b.md)]\n", "b.md": ""}
    for limit in (4, 3):
        with patched(includes, "MAX_INCLUDES", limit):
            included(folder, files, whole=limit == 4)


@tries("text that the includes of a page add")
def include_size(row: Row, folder: Path) -> None:
    assert number(row) == includes.MAX_CHARACTERS
    files = {"page.md": "[!include[x](a.md)]\n", "a.md": "x" * 100}
    for limit in (100, 99):
        with patched(includes, "MAX_CHARACTERS", limit):
            included(folder, files, whole=limit == 100)
    # The marks in front of an include are those of each of its lines.
    marked = {"page.md": f"{'> ' * 10}[!include[x](a.md)]\n", "a.md": "x\n" * 50}
    for limit in (100 + 52 * 20, 100 + 52 * 20 - 1):
        with patched(includes, "MAX_CHARACTERS", limit):
            included(folder, marked, whole=limit % 2 == 0)


@tries("includes inside of each other")
def include_depth(row: Row, folder: Path) -> None:
    assert number(row) == includes.MAX_DEPTH
    included(folder, chain(includes.MAX_DEPTH), whole=True)
    included(folder, chain(includes.MAX_DEPTH + 1), whole=False)
