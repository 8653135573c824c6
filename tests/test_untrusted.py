"""YAML and JSON of strangers: weighed before they are read, and plain values only."""

from __future__ import annotations

from typing import Any

import pytest

from callsheet.untrusted import (
    DocumentLimits,
    ExcessiveError,
    TaggedYaml,
    UnusableError,
    Yaml12,
    load_json,
    load_yaml,
)

LIMITS = DocumentLimits(characters=10_000, values=1000, depth=20)


def bomb(line: str, count: int = 40) -> str:
    return "\n".join([f"a0: &a0 {line % ('x', 'x')}"] + [
        f"a{n}: &a{n} {line % (f'*a{n - 1}', f'*a{n - 1}')}" for n in range(1, count)
    ])  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        bomb("[%s, %s]"),
        bomb("{k: %s, l: %s}"),
        bomb("[[%s], [%s]]", 12),
        "a0: &a0 {k: v}\n" + "\n".join(
            f"a{n}: &a{n} {{<<: [*a{n - 1}, *a{n - 1}], k{n}: v}}" for n in range(1, 30)
        ),
        "a: &a [*a]",
        "&a {b: {c: *a}}",
        "[" * 22 + "]" * 22,
        "[" * 5000,
        "\n".join("  " * n + "a:" for n in range(30)),
        # Each alias alone is not deep.
        "a: &a " + "[" * 11 + "]" * 11 + "\nb: " + "[" * 11 + "*a" + "]" * 11,
        "a: &a " + "x" * 4000 + "\nb: [*a, *a, *a]",
        "x" * 10_001,
        "[" + "x, " * 1001 + "]",
    ],
)  # fmt: skip
def test_what_is_too_much_is_refused(text: str) -> None:
    with pytest.raises(ExcessiveError):
        load_yaml(text, LIMITS)


@pytest.mark.parametrize(
    ("text", "line", "why"),
    [
        ("a: 1\nb: !!binary aGk=", 2, "`!!binary` is not known"),
        ("a: !!python/object/apply:os.system [id]", 1, "is not known"),
        ("a: !mine x", 1, "`!mine` is not known"),
        ("a: !!int x", 0, "invalid literal"),
        ("a: " + "1" * 101, 1, "number"),
        ("a: " + "1:" * 60 + "1.5", 1, "number"),
        ("a: 1\nb: 'x", 2, "quoted"),
        ("? [a]\n: b", 1, "unhashable"),
        ("a: \x00", 0, ""),
        ("--- a\n--- b", 2, "document"),
    ],
)
def test_what_is_no_plain_value_is_refused_with_its_line(text: str, line: int, why: str) -> None:
    with pytest.raises(UnusableError) as caught:
        load_yaml(text, LIMITS)
    assert why in caught.value.problem or why in str(caught.value.__cause__)
    assert caught.value.line == line


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("", None),
        ("a: &a [1, x]\nb: *a", {"a": [1, "x"], "b": [1, "x"]}),
        ("a: &a {k: 1}\nb: {<<: *a, l: 2}", {"a": {"k": 1}, "b": {"k": 1, "l": 2}}),
        ("day: 2026-01-31\nis: no\nsign: =", {"day": "2026-01-31", "is": False, "sign": "="}),
        ("!!str 1", "1"),
    ],
)
def test_plain_values_are_read(text: str, value: Any) -> None:
    assert load_yaml(text, LIMITS) == value


def test_dialects() -> None:
    assert load_yaml("[no, true, 2026-01-31]", LIMITS, Yaml12) == ["no", True, "2026-01-31"]
    tagged = "a: !ENV [HOME, x]\nb: !!python/name:os.system\nc: 1"
    assert load_yaml(tagged, LIMITS, TaggedYaml) == {"a": None, "b": None, "c": 1}


@pytest.mark.parametrize(
    "text", ["[" * 22 + "]" * 22, "[" * 100_000, f"[{'1,' * 1001}1]", " " * 10_001]
)
def test_json_has_the_same_limits(text: str) -> None:
    assert load_json('{"a": [1, {"b": null}]}', LIMITS) == {"a": [1, {"b": None}]}
    with pytest.raises(ExcessiveError):
        load_json(text, DocumentLimits(200_000 if len(text) > 50_000 else 10_000, 1000, 20))


@pytest.mark.parametrize("text", ["{", "9" * 5000, ""])
def test_what_is_no_json_is_refused(text: str) -> None:
    with pytest.raises(UnusableError):
        load_json(text, LIMITS)
