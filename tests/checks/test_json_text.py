"""JSON with places: what is read is what `json` reads, and each slip is named where it is."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from callsheet.checks.parsing.json_text import parse_json
from callsheet.checks.parsing.nodes import Node, SyntaxProblem
from callsheet.checks.parsing.xml_and_forms import parse_form, parse_xml
from callsheet.schema.i_json import read_json

VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(st.characters(exclude_categories=["Cs"])),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(max_size=5), inner),
    max_leaves=20,
)
PIECES = st.text(st.sampled_from('{}[]",:\\ \n01-.eE+tru"flsn\u00e9/*#\'abu'), max_size=30)


def read(text: str) -> Node:
    node = parse_json(text)
    assert isinstance(node, Node)
    return node


def slip(text: str) -> SyntaxProblem:
    found = parse_json(text)
    assert isinstance(found, SyntaxProblem)
    return found


@given(VALUES, st.sampled_from([None, 0, 2]), st.booleans())
def test_what_json_writes_is_read_back(value: Any, indent: int | None, ascii_only: bool) -> None:
    text = json.dumps(value, indent=indent, ensure_ascii=ascii_only)
    assert read(text).plain() == json.loads(text)


@given(VALUES)
def test_the_place_of_each_value_holds_that_value(value: Any) -> None:
    text = json.dumps(value, indent=1)
    for pointer, node in read(text).walk():
        there = json.loads(text[node.start : node.end])
        assert there == node.plain()
        assert there == _resolve(json.loads(text), pointer)


def _resolve(value: Any, pointer: str) -> Any:
    for part in pointer.split("/")[1:]:
        key = part.replace("~1", "/").replace("~0", "~")
        value = value[int(key)] if isinstance(value, list) else value[key]
    return value


@given(PIECES | VALUES.map(json.dumps).flatmap(lambda text: _mutilated(text)))
def test_a_text_is_read_if_and_only_if_other_readers_read_it(text: str) -> None:
    try:
        expected = read_json(text)
    except ValueError:
        found = slip(text)
        assert 0 <= found.start <= found.end <= len(text)
        assert found.problem
        assert found.expected
    else:
        assert read(text).plain() == expected


def _mutilated(text: str) -> st.SearchStrategy[str]:
    places = st.integers(0, len(text))
    return st.tuples(places, places, PIECES).map(
        lambda cut: text[: min(cut[:2])] + cut[2] + text[max(cut[:2]) :]
    )


@pytest.mark.parametrize(
    ("text", "offending", "expected", "fixed"),
    [
        ('{"a": 1,}', ",", "`}`", '{"a": 1}'),
        ("[1, 2, ]", ",", "`]`", "[1, 2 ]"),
        ("{'a': 1}", "'a'", "double quotes", '{"a": 1}'),
        ("{a: 1}", "a", '`"a"`', '{"a": 1}'),
        ('{"a": True}', "True", "`true`", '{"a": true}'),
        ('{"a": None}', "None", "`null`", '{"a": null}'),
        ('{"a" = 1}', "=", "`:` after the key", '{"a" : 1}'),
        ('{"a": 1; "b": 2}', ";", "a comma or `}`", '{"a": 1, "b": 2}'),
        ('{"a": 1 "b": 2}', "1", "a comma or `}` after it", '{"a": 1, "b": 2}'),
        ('{"a": 1} // one', "// one", "no comment: JSON has none", '{"a": 1} '),
        ("{\u201ca\u201d: 1}", "\u201ca\u201d", '`"`', '{"a": 1}'),
        ('{"a": "x\ty"}', "\t", r"an escape such as `\t`", r'{"a": "x\ty"}'),
        ('{"a": 007}', "007", "a number of JSON", None),
        ('{"a": .5}', ".5", "a number of JSON", None),
        ('{"a": NaN}', "NaN", "a JSON value", None),
        ('{"a": yes}', "yes", "a JSON value", None),
        ('{"a": }', "}", "a value", None),
        ('{"a": ...}', "...", "the rest of the value", None),
        ('{"a": "b}', '"b}', '`"`', None),
        (r'{"a": "C:\dir"}', r"\d", r"an escape of JSON, such as `\\` for a backslash", None),
        ('{"a": 1}}', "}", "the end of the body", None),
        ('{"a": [1}', "}", "`]`", None),
        ('{"a": 1e999}', "1e999", "a smaller one", None),
        (r'{"a": "\ud800"}', r'"\ud800"', "a character", None),
        ("", "", "a JSON value", None),
    ],
)
def test_a_slip_is_named(text: str, offending: str, expected: str, fixed: str | None) -> None:
    found = slip(text)
    assert text[found.start : found.end] == offending
    assert found.expected == expected
    if fixed is None:
        assert found.replacement is None
    else:
        assert found.replacement is not None
        assert text[: found.start] + found.replacement + text[found.end :] == fixed


def test_a_missing_bracket_is_looked_for_where_the_indentation_shows_it() -> None:
    lines = ["{", '  "a": {', '    "b": 1', "  ,", '  "c": 2', "}"]
    found = slip("\n".join(lines))
    assert "\n".join(lines)[: found.end].count("\n") == 2
    assert found.expected == "`}` after it"


def test_a_missing_bracket_at_the_end_tells_where_the_open_one_is() -> None:
    found = slip('{"a": [1, 2]')
    assert (found.expected, found.opened) == ("`}`", 0)


def test_depth_and_length_cost_no_more_than_they_should() -> None:
    assert isinstance(parse_json("[" * 100 + "]" * 100), Node)
    assert slip("[" * 101 + "]" * 101).problem == "a value nested too deeply"
    assert slip("[" * 100_000).problem == "a value nested too deeply"
    assert slip("1" * 10_000).problem == "a number of too many digits"
    assert isinstance(parse_json(json.dumps(["x" * 1000] * 1000)), Node)


def test_keys_that_are_there_twice_are_both_kept() -> None:
    node = read('{"a": 1, "a": 2}')
    assert [member.value.value for member in node.members or ()] == [1, 2]
    assert node.plain() == {"a": 2}


def test_xml_is_read_as_the_same_kind_of_tree() -> None:
    text = '<Parcel xmlns="urn:x">\n  <Label>\u00e9 &amp; b</Label>\n  <T><i>1</i></T>\n</Parcel>'
    node = parse_xml(text)
    assert isinstance(node, Node)
    assert node.plain() == {"Label": "\u00e9 & b", "T": {"i": "1"}}
    for member in node.members or ():
        assert text[member.start : member.end] == member.key
    label = node.get("Label")
    assert label is not None
    assert text[label.start : label.end] == "\u00e9 &amp; b"


@pytest.mark.parametrize(
    ("text", "offending"),
    [
        ("<a>\n<b>1\n</a>", "b"),
        ("<a>1</b>", "a"),
        ("<a>1", "a"),
        ("<a b=c/>", "c/"),
        ('<!DOCTYPE a [<!ENTITY x "y">]><a/>', "<"),
        ("<a>&x;</a>", "&x;"),
    ],
)
def test_a_slip_of_xml_is_named(text: str, offending: str) -> None:
    found = parse_xml(text)
    assert isinstance(found, SyntaxProblem)
    assert text[found.start : found.end].startswith(offending)


@given(st.text())
def test_any_text_is_read_as_xml_or_refused_in_its_bounds(text: str) -> None:
    found = parse_xml(text)
    if isinstance(found, SyntaxProblem):
        assert 0 <= found.start <= found.end <= max(len(text), found.end)


def test_a_form_is_read_with_its_places() -> None:
    text = "Label=a+b&Kind=%C3%A9"
    node = parse_form(text)
    assert node.plain() == {"Label": "a b", "Kind": "\u00e9"}
    assert [text[m.value.start : m.value.end] for m in node.members or ()] == ["a+b", "%C3%A9"]
