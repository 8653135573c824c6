"""The code of templates that is kept: that of this text, of this environment, and no other."""

from __future__ import annotations

import functools
import sys
from pathlib import Path
from types import FunctionType
from typing import Any

import pytest
from jinja2 import DictLoader, Environment, FileSystemLoader
from jinja2.exceptions import SecurityError
from jinja2.sandbox import SandboxedEnvironment, unsafe

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


def test_a_filter_of_a_hook_or_around_a_known_one_applies_as_it_is_now(folder: Path) -> None:
    assert _rendered(_environment()) == "A&lt;b&gt;"
    around = _environment()
    around.filters["upper"] = functools.wraps(around.filters["upper"])(lambda text: text + "!")
    assert _rendered(around) == "a!&lt;b&gt;"
    # MkDocs gives the module of a hook the name of its file.
    shown = FunctionType((lambda text: text + "?").__code__, {"__name__": "callsheet.py"})
    of_hook = _environment()
    of_hook.filters["upper"] = shown
    assert _rendered(of_hook) == "a?&lt;b&gt;"
    assert _rendered(_environment()) == "A&lt;b&gt;"
    changed = _environment()
    changed.filters["upper"] = changed.filters["length"]
    assert _rendered(changed) == "1&lt;b&gt;"


def test_a_sandbox_has_code_of_its_own(folder: Path) -> None:
    @unsafe
    def called() -> str:
        return "called"

    settings: dict[str, Any] = {
        "loader": DictLoader({"page.html": "{{ name() }}"}),
        "bytecode_cache": TemplateCode(),
    }
    plain = Environment(**settings, autoescape=True)
    assert plain.get_template("page.html").render(name=called) == "called"
    boxed = SandboxedEnvironment(**settings, autoescape=True)
    with pytest.raises(SecurityError):
        boxed.get_template("page.html").render(name=called)


def test_a_template_is_where_its_theme_is(folder: Path, tmp_path: Path) -> None:
    for theme in ("one", "two"):
        file = tmp_path / theme / "page.html"
        file.parent.mkdir()
        file.write_text(TEXT, encoding="utf-8")
        loader = FileSystemLoader(file.parent)
        environment = Environment(loader=loader, bytecode_cache=TemplateCode(), autoescape=True)
        assert environment.get_template("page.html").filename == str(file)


def test_damage_anywhere_in_a_file_is_found(folder: Path) -> None:
    assert _rendered(_environment()) == "A&lt;b&gt;"
    [file] = folder.rglob("*.jinja.pyc")
    content = file.read_bytes()
    for place in range(0, len(content), 50):
        damaged = bytearray(content)
        damaged[place] ^= 0x55
        for text in (content[:place], bytes(damaged)):
            file.write_bytes(text)
            assert _rendered(_environment()) == "A&lt;b&gt;"


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
