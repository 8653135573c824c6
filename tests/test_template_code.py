"""The code of templates that is kept: that of this text, of this environment, and no other."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import pytest
from jinja2 import DictLoader, Environment

from callsheet.render.template_code import TemplateCode

TEXT = "{{ 'a' | upper }}{{ name }}"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Have Python keep bytecode below a folder."""
    monkeypatch.setattr(sys, "pycache_prefix", str(tmp_path))
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    return tmp_path


def _environment(text: str = TEXT, **settings: Any) -> Environment:
    loader = DictLoader({"page.html": text})
    return Environment(loader=loader, bytecode_cache=TemplateCode(), autoescape=True, **settings)


def _rendered(environment: Environment) -> str:
    return environment.get_template("page.html").render(name="<b>")


def _count(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    compiled: list[str] = []
    compile_ = Environment.compile

    def counted(self: Environment, source: str, *args: Any, **named: Any) -> Any:
        compiled.append(source)
        return compile_(self, source, *args, **named)

    monkeypatch.setattr(Environment, "compile", counted)
    return compiled


def test_a_template_is_compiled_once(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    compiled = _count(monkeypatch)
    assert [_rendered(_environment()) for _ in range(3)] == ["A&lt;b&gt;"] * 3
    assert compiled == [TEXT]
    assert len([*folder.rglob("*.jinja.pyc")]) == 1


def test_another_text_or_setting_is_compiled_anew(folder: Path) -> None:
    assert _rendered(_environment()) == "A&lt;b&gt;"
    assert _rendered(_environment("{{ 'b' | upper }}")) == "B"
    assert _rendered(_environment("{{ 'b' | upper }}\n")) == "B"
    assert _rendered(_environment("{{ 'b' | upper }}\n", keep_trailing_newline=True)) == "B\n"
    plain = _environment()
    plain.autoescape = False
    assert _rendered(plain) == "A<b>"
    assert _rendered(_environment(extensions=["jinja2.ext.do"])) == "A&lt;b&gt;"
    assert len([*folder.rglob("*.jinja.pyc")]) == 1, "one file for a name"


def test_a_filter_of_others_applies_as_it_is_now(folder: Path) -> None:
    assert _rendered(_environment()) == "A&lt;b&gt;"
    for result in ("one", "two"):
        environment = _environment()
        environment.filters["upper"] = lambda _, shown=result: shown
        assert _rendered(environment) == f"{result}&lt;b&gt;"
    lowered = _environment()
    lowered.filters["upper"] = str.lower
    assert _rendered(lowered) == "a&lt;b&gt;"


@pytest.mark.parametrize("damage", [b"", b"text", None])
def test_a_damaged_file_counts_as_missing(folder: Path, damage: bytes | None) -> None:
    assert _rendered(_environment()) == "A&lt;b&gt;"
    [file] = folder.rglob("*.jinja.pyc")
    file.write_bytes(file.read_bytes()[:-1] if damage is None else damage)
    assert _rendered(_environment()) == "A&lt;b&gt;"


def test_nothing_is_kept_where_python_keeps_nothing(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    assert _rendered(_environment()) == "A&lt;b&gt;"
    assert not [*folder.rglob("*.jinja.pyc")]


def test_a_folder_that_cannot_be_made_is_no_error(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "file").touch()
    monkeypatch.setattr(sys, "pycache_prefix", str(folder / "file"))
    assert _rendered(_environment()) == "A&lt;b&gt;"
