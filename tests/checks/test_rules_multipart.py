"""Examples of multipart bodies: each part against its row, and the whole against RFC 2046."""

from __future__ import annotations

from pathlib import Path

import pytest

from callsheet.checks.engine.fixes import apply_edits
from tests.checks import offences as rules
from tests.checks.trees import broken, checked
from tests.parcels import Reader, catalog_of, serving

PAGE = Path(__file__).with_name("multipart.md").read_text(encoding="utf-8")
LABEL = '--parcel\nContent-Disposition: form-data; name="label"\n\nGlasses\n'
WEIGHT = '--parcel\nContent-Disposition: form-data; name="weight"\n\n1200\n'
PHOTO = (
    '--parcel\nContent-Disposition: form-data; name="photo"; filename="parcel.png"\n'
    "Content-Type: image/png\n\n(the bytes of the picture)\n"
)
END = '{"name": "Bob"}\n--parcel--'
MIXED = PAGE.replace("multipart/form-data", "multipart/mixed")


def found(*changes: tuple[str, str], text: str = PAGE) -> list[tuple[str, str]]:
    for right, wrong in changes:
        text = broken(right, wrong, text)
    return rules.offences(text, "CS1", "CS3", "CS4")


@pytest.mark.parametrize("text", [PAGE, MIXED])
def test_a_right_form_has_no_finding(tmp_path: Path, text: str) -> None:
    index = "# Parcels\n\n- [Send](v1_Send.md)\n"
    outcome = checked(tmp_path, {"v1_Send.md": text, "more.md": index}, select=())
    assert [(f.code, f.message) for f in outcome.findings if f.path == "v1_Send.md"] == []


@pytest.mark.parametrize("text", [PAGE, MIXED])
@pytest.mark.parametrize(
    ("right", "wrong", "expected"),
    [
        ("\n1200\n", "\nheavy\n", [("CS305", "heavy")]),
        ("\n1200\n", "\n0\n", [("CS305", "0")]),
        ("\nGlasses\n", "\nGlasses and plates\n", [("CS305", "Glasses and plates")]),
        ("2026-03-14T09", "2026-03-32T09", [("CS305", "2026-03-32T09:26:53Z")]),
        ("10,20,30", "10,x", [("CS305", "10,x")]),
        ('"floor": 3', '"floor": "third"', [("CS305", '"third"')]),
        ('"floor": 3', '"flor": 3', [("CS303", '"flor"')]),
        ('"name": "Ann",\n  ', "", [("CS304", '"floor"')]),
        ('\n  "name": "Ann",\n  "floor": 3\n', "", [("CS304", "}")]),
        ('{"name": "Bob"}', '{"name": 5}', [("CS305", "5")]),
        ('; filename="seal.bin"', "", [("CS422", "(bytes, too)")]),
        ('name="weight"', 'name="wait"', [("CS303", "wait")]),
        ('name="weight"', 'name="Weight"', [("CS303", "Weight")]),
        (WEIGHT, WEIGHT + WEIGHT.replace("weight", "colour"), [("CS303", "colour")]),
        (LABEL, "", [("CS304", "weight")]),
        (END, END, []),
        ('"floor": 3\n', '"floor": 3,\n', [("CS301", ",")]),
        ('"floor": 3\n}\n', '"floor": 3\n', [("CS301", "3")]),
    ],
)
def test_a_part_is_held_against_its_row(
    text: str, right: str, wrong: str, expected: list[tuple[str, str]]
) -> None:
    assert found((right, wrong), text=text) == expected


def test_what_is_missing_behind_the_last_part_is_found_at_the_end() -> None:
    rows = "| sender.name | string | | | The name. |\n"
    more = ("## Responses", "## Responses")
    assert found((rows, f"{rows}| price | double | | Yes | The price. |\n"), more) == [
        ("CS304", "--parcel--")
    ]


@pytest.mark.parametrize("text", [PAGE, MIXED])
@pytest.mark.parametrize(
    ("right", "wrong", "offending", "expected"),
    [
        ("; boundary=parcel", "", "--parcel", "`boundary=parcel` there"),
        ("boundary=parcel", "boundary=crate", "--parcel", "`--crate`"),
        (WEIGHT, WEIGHT.replace("--parcel", "--parcle"), "--parcle", "`--parcel`"),
        (WEIGHT, WEIGHT.replace("--parcel", "--parcels"), "--parcels", "`--parcel`"),
        (WEIGHT, WEIGHT.replace("--parcel", "--parcel "), "--parcel ", "`--parcel`"),
        (END, END[:-2], "--parcel", "`--parcel--`"),
        (END, END[:-1], "--parcel-", "`--parcel--`"),
        (END, END[:-11], '{"name": "Bob"}', "`--parcel--`"),
        (END, END.replace("--parcel", "--crate"), "--crate--", "`--parcel--`"),
        (END, END + "\n\nmore", "more", "nothing after `--parcel--`"),
        ('"label"\n\n', '"label"\n', "Glasses", "a header field of the part"),
        ('"label"\n\nGlasses\n', '"label"\n', "--parcel", "an empty line"),
        ('"label"\n\nGlasses\n', '"label"\n\n', "--parcel", "a line with the content"),
        (LABEL, "hello\n" + LABEL, "hello", "`--parcel`"),
    ],
)
def test_a_broken_form_is_found_where_it_breaks(
    text: str, right: str, wrong: str, offending: str, expected: str
) -> None:
    text = broken(right, wrong, text)
    ((code, diagnostic),) = rules.diagnostics(text, "CS1", "CS3", "CS4")
    assert (code, rules.at(text, diagnostic.place)) == ("CS301", offending)
    assert expected in diagnostic.message


@pytest.mark.parametrize(
    ("right", "wrong", "offending"),
    [
        ('form-data; name="label"', "form-data", "form-data"),
        ('form-data; name="label"', 'attachment; name="label"', 'attachment; name="label"'),
        ('Content-Disposition: form-data; name="label"\n', "", "--parcel"),
    ],
)
def test_a_part_of_a_form_has_a_name(right: str, wrong: str, offending: str) -> None:
    assert found((right, wrong)) == [("CS301", offending)]


def test_what_the_server_refuses_is_found_whatever_it_is() -> None:
    heads = "".join(f"X-{number}: 1\n" for number in range(9))
    ((code, diagnostic),) = rules.diagnostics(
        broken('name="label"\n', f'name="label"\n{heads}', PAGE), "CS1", "CS3", "CS4"
    )
    assert code == "CS301"
    assert "header count" in diagnostic.message


def test_a_part_may_be_xml() -> None:
    json = 'application/json\n\n{\n  "name": "Ann",\n  "floor": 3\n}'
    xml = "application/xml\n\n<receiver>\n  <name>Ann</name>\n  <floor>3</floor>\n</receiver>"
    assert found((json, xml)) == []
    assert found((json, xml.replace(">3<", ">third<"))) == [("CS305", "third")]
    assert found((json, xml.replace("</floor>", ""))) == [("CS301", "floor")]


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("", ""),
        ("\n1200\n", "\nheavy\n"),
        ("\n1200\n", "\n0\n"),
        ("10,20,30", "10,x"),
        ('"floor": 3', '"floor": "third"'),
        ('\n  "name": "Ann",\n  "floor": 3\n', ""),
        ('{"name": "Bob"}', '{"name": 5}'),
        ('; filename="seal.bin"', ""),
        (LABEL, ""),
        ("boundary=parcel", "boundary=crate"),
        (END, END[:-2]),
        ('"label"\n\n', '"label"\n'),
        ('"floor": 3\n', '"floor": 3,\n'),
    ],
)
def test_the_server_takes_what_has_no_finding_and_nothing_else(right: str, wrong: str) -> None:
    text = broken(right, wrong, PAGE) if right else PAGE
    example = catalog_of({"x": text}).by_uid["v1_Send"].example_request
    assert example
    body = example.body.replace("\n", "\r\n").encode()
    with serving(catalog_of({"x": PAGE})) as (server, store):
        kind = example.header("Content-Type") or ""
        answer = Reader(server, store).ask("POST", "/parcels", body, Content_Type=kind)
    assert (answer.status >= 400) == bool(found(text=text))


def test_a_form_that_carries_a_file_has_a_part_with_a_file_name() -> None:
    start, end = PAGE.index("## Request Body"), PAGE.index("## Responses")
    text = f"{PAGE[:start]}## Request Body: photo binary\n\n{PAGE[end:]}"
    assert found(text=text) == []
    names = (('; filename="parcel.png"', ""), ('; filename="seal.bin"', ""))
    assert found(*names, text=text) == [("CS304", "--parcel--")]


def test_parts_without_names_are_left_alone() -> None:
    text = MIXED.replace("Content-Disposition: form-data; name=", "X-About: ")
    assert found(text=text) == []
    assert found(('"floor": 3\n', '"floor": 3,\n'), text=text) == [("CS301", ",")]


def test_a_json_body_is_no_form() -> None:
    start, end = PAGE.index("--parcel\n"), PAGE.index("--parcel--") + len("--parcel--")
    text = PAGE[:start] + '{"label": "Glasses"}' + PAGE[end:]
    assert found(text=text) == [("CS307", "multipart/form-data; boundary=parcel")]


def test_a_part_of_a_documented_type_is_held_against_its_table(tmp_path: Path) -> None:
    person = (
        "---\ntitle: Person\ndefines: Person\n---\n\n# Person\n\n"
        "| Property Name | Type | Description |\n| --- | --- | --- |\n"
        "| name | string | The name. |\n| floor | int32 | The floor. |\n"
    )
    text = PAGE.replace("| receiver | object |", "| receiver | Person |")
    for row in ("name | string | | Yes | The name", "floor | int32 | | | The floor"):
        text = broken(f"| receiver.{row}. |\n", "", text)
    text = broken('"floor": 3', '"floor": "third"', text)
    index = "# Parcels\n\n- [Send](v1_Send.md)\n- [Person](person.md)\n"
    pages = {"v1_Send.md": text, "person.md": person, "more.md": index}
    outcome = checked(tmp_path, pages, select=())
    (finding,) = (f for f in outcome.findings if f.path == "v1_Send.md")
    assert "`floor` of `Person`" in finding.message
    assert finding.line == text.split("\n").index('  "floor": "third"') + 1


def test_the_name_of_a_part_is_fixed() -> None:
    text = broken('name="weight"', 'name="Weight"', PAGE)
    ((_, diagnostic),) = rules.diagnostics(text, "CS303")
    assert apply_edits(text.encode(), [diagnostic.fix]).decode() == PAGE
