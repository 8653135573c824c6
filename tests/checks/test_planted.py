"""Mistakes that authors and generators make, planted one by one: each is found, where it is."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from callsheet.checks.engine.runner import check
from callsheet.checks.engine.selection import Selection
from callsheet.checks.rules.specimen import PATH, specimen
from callsheet.findings import Finding
from tests.checks.trees import write

TEXT = specimen()
QUERY = TEXT[TEXT.index("| Parameter Name | Type") : TEXT.index("```http\nPUT /api/v1/Depot/north")]
BODY = TEXT[TEXT.index("| Property Name") : TEXT.index("## Response: object")]
STATUSES = TEXT[TEXT.index("| Response |") : TEXT.index("### Response body")]
ANSWER = TEXT[
    TEXT.index("| Property Name | Type | Description |\n| --- | --- | --- |\n| ParcelId") :
]
ANSWER = ANSWER[: ANSWER.index("## Sample request")]
TABLES = {"query": QUERY, "body": BODY, "statuses": STATUSES, "answer": ANSWER}
REQUEST = TEXT[TEXT.index("```http!") : TEXT.index("## Sample response")].rstrip()
RESPONSE = TEXT[TEXT.index("```http_") :].rstrip()
INTRO = "Changes what is known"


def found(folder: Path, text: str, extra: dict[str, str] | None = None) -> list[Finding]:
    outcome = check(write(folder, {PATH: text, **(extra or {})}), Selection())
    assert outcome.faults == ()
    return list(outcome.findings)


def codes(folder: Path, text: str) -> set[str]:
    return {finding.code for finding in found(folder, text)}


def planted(right: str, wrong: str, text: str = TEXT) -> str:
    assert right in text, right
    return text.replace(right, wrong, 1)


def styled(mark: str) -> Callable[[str], str]:
    """Return a change of a table that puts marks around the names of its columns."""

    def change(table: str) -> str:
        head, rest = table.split("\n", 1)
        cells = [f" {mark}{cell.strip()}{mark} " for cell in head.strip("|").split("|")]
        return f"|{'|'.join(cells)}|\n{rest}"

    return change


def reordered(table: str) -> str:
    """Put the last column first."""
    rows = [[cell.strip() for cell in line.strip("| ").split("|")] for line in table.split("\n")]
    return "\n".join(f"| {' | '.join([r[-1], *r[:-1]])} |" if len(r) > 1 else "" for r in rows)


def as_html(table: str) -> str:
    rows = [line.strip("| ").split(" | ") for line in table.strip().split("\n")]
    cells = ("".join(f"<td>{cell}</td>" for cell in row) for row in rows if row[0][:2] != "--")
    lines = "\n".join(f"<tr>{row}</tr>" for row in cells)
    return f"<table>\n{lines}\n</table>\n\n"


def quoted(text: str) -> str:
    return "".join(f"> {line}\n" for line in text.strip().split("\n")) + "\n"


def indented(text: str, spaces: int = 4) -> str:
    lines = text.strip().split("\n")
    return "".join(f"{' ' * spaces}{line}".rstrip() + "\n" for line in lines) + "\n"


def in_list(text: str) -> str:
    return f"- It has:\n\n{indented(text)}"


@pytest.mark.parametrize("name", TABLES)
@pytest.mark.parametrize("change", [styled("**"), styled("`"), reordered])
def test_tables_in_another_dress_are_read(
    tmp_path: Path, name: str, change: Callable[[str], str]
) -> None:
    text = planted(TABLES[name], change(TABLES[name]))
    assert found(tmp_path / "right", text) == []
    # Nothing may be silent only because nothing was read.
    for right, wrong, code in (
        ("?notify=true\nAuth", "?notfy=true\nAuth", "CS320"),
        ('"Weight": 1200,\n  "Kind": "Box",\n  "Posted": "2026-03-14T09:26:53Z"\n}', "}", "CS301"),
        ('"Fragile": true', '"Fragil": true', "CS403"),
        ("HTTP/1.1 200 OK", "HTTP/1.1 202 Accepted", "CS412"),
    ):
        wrong_text = planted(right, wrong, text)
        assert code in codes(tmp_path / code, wrong_text), code


@pytest.mark.parametrize("name", TABLES)
@pytest.mark.parametrize(
    ("change", "code"), [(as_html, "CS033"), (quoted, "CS033"), (in_list, "CS552")]
)
def test_tables_that_are_not_read_are_found(
    tmp_path: Path, name: str, change: Callable[[str], str], code: str
) -> None:
    assert code in codes(tmp_path, planted(TABLES[name], change(TABLES[name])))


@pytest.mark.parametrize("message", [REQUEST, RESPONSE])
@pytest.mark.parametrize("change", [indented, quoted, in_list])
def test_examples_that_are_not_read_are_found(
    tmp_path: Path, message: str, change: Callable[[str], str]
) -> None:
    assert "CS551" in codes(tmp_path, planted(message, change(message)))


NESTED = planted(
    "| Photo | byte | A picture of it, in base64. |\n",
    "| Photo | byte | A picture of it, in base64. |\n| Items | Array | What is in it. |\n"
    "| Items[].Name | String | Its name. **Required** |\n"
    "| Items[].Count | Integer | How many. |\n| Items[].Parts | Array | Its parts. |\n"
    "| Items[].Parts[].Code | String | The code. |\n",
    planted(
        '"Weight": 1200,\n  "Kind": "Box",\n  "Posted": "2026-03-14T09:26:53Z"\n}',
        '"Weight": 1200,\n  "Kind": "Box",\n  "Posted": "2026-03-14T09:26:53Z",\n  "Items": [\n'
        '    {"Name": "A", "Count": 1, "Parts": [{"Code": "x"}]},\n'
        '    {"Name": "B", "Count": 2, "Parts": [{"Code": "y"}]}\n  ]\n}',
    ),
)


def test_nested_arrays_have_no_findings(tmp_path: Path) -> None:
    assert found(tmp_path, NESTED) == []


@pytest.mark.parametrize(
    ("right", "wrong", "code"),
    [
        ('"Count": 2', '"Cuont": 2', "CS303"),
        ('"Name": "B", ', "", "CS304"),
        ('"Count": 2', '"Count": "two"', "CS305"),
        ('"Code": "y"', '"Cod": "y"', "CS303"),
        ('"Code": "y"', '"Code": 7', "CS305"),
        ('[{"Code": "y"}]', '{"Code": "y"}', "CS305"),
    ],
)
def test_nested_arrays_are_compared_at_each_level(
    tmp_path: Path, right: str, wrong: str, code: str
) -> None:
    [finding] = found(tmp_path, planted(right, wrong, NESTED))
    assert finding.code == code
    assert '"Name": "B"' in NESTED.split("\n")[finding.line - 1] or code == "CS304"


PLANTED = [
    ("Accept: application/json\n\n", "Accept: application/xml\n\n", "CS426"),
    ("HTTP/1.1 200 OK", "HTTP/1.1 404 Not Found", "CS427"),
    (INTRO, f"See [it](../no-such/). {INTRO}", "CS041"),
    (INTRO, f"See [it](x.html). {INTRO}", "CS041"),
    (INTRO, f'See <a href="nowhere.md">it</a>. {INTRO}', "CS041"),
    (INTRO, f"<p>See <a href='nowhere/'>it</a>.</p>\n\n{INTRO}", "CS041"),
    (INTRO, f"See [it](../no-such). {INTRO}", "CS041"),
    (INTRO, f"See <A HREF=nowhere.md>it</A>. {INTRO}", "CS041"),
    (INTRO, f"> [!NOTES]\n> Hm.\n\n{INTRO}", "CS544"),
    (INTRO, f"> [!warnin]\n> Hm.\n\n{INTRO}", "CS544"),
    ("## Query String Parameters", "## Query Text Parameters", "CS008"),
    ("### Response body: Parcel", "### Response content: Parcel", "CS504"),
    ("uid: v1Parcel_Change", "uid: v1Parcel_Change\nsamples:\n  qurey: {notify: true}", "CS327"),
    ("uid: v1Parcel_Change", "uid: v1Parcel_Change\nsamples:\n  query: notify", "CS327"),
    ("uid: v1Parcel_Change", "uid: v1Parcel_Change\nsamples:\n  query: {notify: 7}", "CS327"),
    ("uid: v1Parcel_Change", "uid: v1Parcel_Change\nsampels: {query: {notify: true}}", "CS107"),
    ("uid: v1Parcel_Change", "uid: v1Parcel_Change\nsecurty: [basic]", "CS107"),
    ("uid: v1Parcel_Change", "uid: v1Parcel_Change\nsamples: {path: {parcelId: x}}", "CS327"),
    ("uid: v1Parcel_Change", "uid: v1Parcel_Change\nsamples: {headers: {Acept: x}}", "CS327"),
    ("7?notify=true\n```\n", "7?$select=Label, Weight\n```\n", "CS122"),
    ("7?notify=true\nAuth", "7?notify=true&$select=Label, Weight\nAuth", "CS121"),
    ("```http!\nPUT /api", "```http!\nPUT http://localhost:8080/api", "CS120"),
    ("```http!\nPUT /api", "```http!\nPUT https://api.example.com/api", "CS120"),
    ("Accept: application/json\n\n", "Accept: application/json\nHost: localhost:5000\n\n", "CS120"),
    ("Accept: application/json\n\n", "Accept: application/json\nHost: 192.168.0.4\n\n", "CS120"),
    (INTRO, f"See (the list)[../index.md]. {INTRO}", "CS541"),
    (INTRO, f"See [](../index.md). {INTRO}", "CS542"),
    ("Its weight in grams.", "Its `weight in grams.", "CS543"),
    ("Its weight in grams.", "Its ``weight` in grams.", "CS543"),
    ("| Weight | int32 |", "| Weight | Int32 |", "CS206"),
    ("| Weight | int32 |", "| Weight | imt32 |", "CS205"),
    ("Enum: Letter, Box, Pallet", "Enun: Letter, Box, Pallet", "CS208"),
    ("Enum: Letter, Box, Pallet", "Enum: Leter, Box, Pallet", "CS207"),
    ("`application/json`, `application/xml`", "`application/jsn`, `application/xml`", "CS222"),
    ("body: `application/json`", "body: `aplication/json`", "CS222"),
    ("Content-Type: application/json\nAcc", "Content-Type: application/jsno\nAcc", "CS311"),
    ("Content-Type: application/json; c", "Content-Type: aplication/json; c", "CS411"),
    ("; charset=utf-8", "; charst=utf-8", "CS415"),
    ("Its weight in grams. |", "Its weight in grams. **Erforderlich** |", "CS212"),
    ("How it travels. |", "How it travels. *Verplicht* |", "CS212"),
    ("| If-Unmodified-Since |", "| If-Unmodified-Sinse |", "CS225"),
    ("Last-Modified: Sat", "Last-Modifed: Sat", "CS423"),
    ("200 OK", "200 Okay", "CS419"),
    ("200 OK", "200 Created", "CS419"),
    ("| There is no such parcel. |", "| Not Fond |", "CS218"),
]


@pytest.mark.parametrize(("right", "wrong", "code"), PLANTED)
def test_what_was_missed_is_found(tmp_path: Path, right: str, wrong: str, code: str) -> None:
    text = planted(right, wrong)
    findings = [finding for finding in found(tmp_path, text) if finding.code == code]
    assert findings
    lines = text.split("\n")
    changed = {n for n, line in enumerate(lines, 1) if line not in TEXT.split("\n")}
    near = {line + offset for line in changed for offset in (-2, -1, 0, 1, 2)}
    places = {f.line for f in findings} | {r.line for f in findings for r in f.related}
    assert places & near


def before(text: str) -> tuple[str, str]:
    return INTRO, f"{text}\n\n{INTRO}"


PLANTED_LATER = [
    (INTRO, f"Write to [us](mailto:help.example.com). {INTRO}", "CS548"),
    (INTRO, f"Write to [us](mail:help@example.com). {INTRO}", "CS548"),
    (INTRO, f"Call [us](tel:call-me). {INTRO}", "CS548"),
    (INTRO, f"See [it](https://example.com:80800/). {INTRO}", "CS548"),
    (INTRO, f"See [it](https://example.com/a,). {INTRO}", "CS548"),
    (INTRO, f"See [it](C:\\docs\\a.png). {INTRO}", "CS561"),
    (INTRO, f"It is `code. {INTRO}", "CS543"),
    (INTRO, f"It is bold</b>. {INTRO}", "CS555"),
    (INTRO, f"The the name. {INTRO}", "CS556"),
    (INTRO, f"It is &lt 5 MB. {INTRO}", "CS519"),
    (INTRO, f"See <a href='../index.html#none'>it</a>. {INTRO}", "CS024"),
    (*before("```yaml\na:\n\t- b\n```"), "CS562"),
    (*before("```yaml\nkey: value: other\n```"), "CS562"),
    (*before("```toml\na = [1, 2\n```"), "CS562"),
    (*before('```python\nprint("x)\n```'), "CS562"),
    (*before("```bash\ncurl -X PSOT https://a.example/\n```"), "CS562"),
    (*before('```bash\ncurl "https://a.example/ -d x\n```'), "CS562"),
    (*before("```bash\ncurl https://a.example/ -d '{\"a\": 1,}'\n```"), "CS562"),
    (*before("```bash\ncrul https://a.example/\n```"), "CS562"),
    (*before("```http\nGTE /api/x\n```"), "CS562"),
    (*before("```http\nGET /x HTTP/1.1\nAccept application/json\n```"), "CS562"),
    (*before("> [!Warn]\n> Hm."), "CS544"),
    (*before("!!! note\nHm."), "CS564"),
    (*before('== "Sea"\n\n    Slow.'), "CS564"),
    (*before("A | B\n--- | ---\n1 | 2 | 3"), "CS567"),
    ("| A picture of it, in base64. |", "| <class 'bytes'> of it. |", "CS512"),
    ("| A picture of it, in base64. |", "| A <Photo object at 0x7f3a4c>. |", "CS512"),
]


@pytest.mark.parametrize(("right", "wrong", "code"), PLANTED_LATER)
def test_slips_in_texts_and_fences_are_found(
    tmp_path: Path, right: str, wrong: str, code: str
) -> None:
    text = planted(right, wrong)
    lines = text.split("\n")
    changed = [n for n, line in enumerate(lines, 1) if line not in TEXT.split("\n")]
    places = [f.line for f in found(tmp_path, text, {"index.md": "# Home\n"}) if f.code == code]
    assert any(abs(place - line) <= 2 for place in places for line in changed)


TYPE = """\
---
title: Person
defines: Person
---

# Person

Who sends parcels.

| Property Name | Type | Required | Limits | Example | Description |
| --- | --- | --- | --- | --- | --- |
| name | string | Yes | 1 to 40 characters | `Ann` | The name. |
| born | date | | | `2000-01-01` | When it was. |
| kind | Enum: A, B | | | | Which it is. |
| mail | string | | format `email` | | Where to write to. |
"""


@pytest.mark.parametrize(
    ("right", "wrong", "code"),
    [
        ("| string | Yes", "| strng | Yes", "CS205"),
        ("| Limits |", "| Limts |", "CS203"),
        ("| Type |", "| Tpye |", "CS203"),
        ("`2000-01-01`", "`soon`", "CS226"),
        ("Enum: A, B", "Enum: A, A", "CS208"),
        ("| born |", "| name |", "CS204"),
        ("| born |", "| |", "CS202"),
        ("Which it is.", "None", "CS231"),
        ("`email`", "`emial`", "CS235"),
        ("---\n\n# Person", "\n# Person", "CS571"),
    ],
)
def test_rows_of_types_are_looked_at(tmp_path: Path, right: str, wrong: str, code: str) -> None:
    assert found(tmp_path / "right", TEXT, {"types/Person.md": TYPE}) == []
    text = planted(right, wrong, TYPE)
    assert code in {f.code for f in found(tmp_path / "wrong", TEXT, {"types/Person.md": text})}


@pytest.mark.parametrize("heading", ["## Response 404: Persom", "## Response 404: array of Preson"])
def test_a_type_of_an_error_is_looked_up(tmp_path: Path, heading: str) -> None:
    text = planted("## Sample request", f"{heading}\n\n## Sample request")
    [finding] = found(tmp_path, text, {"types/Person.md": TYPE})
    assert (finding.code, "`Person`" in finding.message) == ("CS614", True)


def test_a_fragment_that_is_there_twice_is_two_findings(tmp_path: Path) -> None:
    text = planted(INTRO, f"See [it](../index.md#no) and [that](../index.md#no). {INTRO}")
    assert len({f.column for f in found(tmp_path, text, {"index.md": "# Home\n"})}) == 2


@pytest.mark.parametrize(
    "text",
    [
        "See [it](mailto:?subject=Hi), [it](mailto:a@b.example,c@d.example) and [it](tel:+4712).",
        'See [it](https://{host}/a), <https://a.example/x> and [it](a\\_b.png "x").',
        "Don`t, 5 < 6, R&D, a &lt; b.",
        "```yaml\n- !ref x\n---\na: ${{ b }}\n```",
        "```yaml\na: 1\n...\nb\n```",
        "```python\n>>> 1 +\n```",
        "```xml\n<a/>\n<b/>\n```",
        "```bash\n# don't\ncurl -H 'Accept: x' \\\n  -d '{\n\"a\": 1}' https://a.example/#x\n```",
        '```bash\ncurl -d @file -H "$AUTH" https://a.example/ # it\'s one\n```',
        "```jsonc\n{}\n```",
        '!!! note "Mind"\n    Hm.\n\n??? tip inline end "Mind"\n    Hm.',
        '=== "Sea"\n\n    Slow.\n\n=== "Air"\n\n    Fast.',
        "| A | B |\n| --- | --- |\n| 1 | `a|b` |\n| 1 | 2 | |",
        "It is about x == y and a !! b.",
        "See [it](#DOCS_TOPICS/role-object).",
    ],
)
def test_other_right_texts_have_no_finding(tmp_path: Path, text: str) -> None:
    new = {
        "CS023",
        "CS519",
        "CS543",
        "CS548",
        "CS555",
        *(f"CS5{number}" for number in range(61, 72)),
    }
    files = {"Depot/a_b.png": "x"}
    assert not new & {f.code for f in found(tmp_path, planted(*before(text)), files)}


@pytest.mark.parametrize("name", ["api_key", "apikey", "Api-Key", "X-API-KEY"])
def test_the_name_of_a_key_is_of_the_api(tmp_path: Path, name: str) -> None:
    row = "| If-Unmodified-Since | Refuses"
    assert "CS225" not in codes(tmp_path, planted(row, f"| {name} | The key. |\n{row}"))


WORDS = """
None|N/A|n/a|n.a.|-|\u2014|...|[object Object]|undefined|null|NaN|Nil|(none)|???|~|xxx|TODO|TBD|tbc
TBA|FIXME|Description|{description}|[description]|{{description}}|Beschreibung|Keine Beschreibung
\u00e0 compl\u00e9ter|por hacer|pendiente|da fare|Noch zu erg\u00e4nzen|nog in te vullen
\u00e5 fylle ut|ingen beskrivelse
\u043d\u0435\u0442 \u043e\u043f\u0438\u0441\u0430\u043d\u0438\u044f
\u63cf\u8ff0|\u5f85\u8865\u5145|\u672a\u5b9a|String|Missing description|No description available.
"""


@pytest.mark.parametrize("word", WORDS.strip().replace("\n", "|").split("|"))
@pytest.mark.parametrize(
    "right",
    [
        "Whether the receiver gets a message.",
        "Whether it breaks easily.",
        "There is no such parcel.",
    ],
)
def test_a_word_for_no_description_is_none(tmp_path: Path, right: str, word: str) -> None:
    assert codes(tmp_path, planted(right, word)) & {"CS231", "CS514", "CS515"}


@pytest.mark.parametrize(
    "right",
    [
        "Nothing is returned.", "None of them is sent.", "N/A for letters.", "A text of it.",
        "The description", "A test", "Its default is `-`.", "Pendiente de pago", "Text",
        "Empty box",
    ],
)  # fmt: skip
def test_a_description_that_has_such_a_word_is_one(tmp_path: Path, right: str) -> None:
    text = planted("Whether it breaks easily.", right)
    assert not codes(tmp_path, text) & {"CS231", "CS514"}


@pytest.mark.parametrize(
    "text",
    [
        "See [it](../index.html).",
        "See [it](../index.md).",
        "See [it](v1Parcel_Other), [that](../Depot) and [the licence](../LICENSE).",
        "See [it](../).",
        "See [it](./).",
        "See [it](../../elsewhere/).",
        "See [it](v1Parcel_Other.html) and [it](../v1Parcel_Other/).",
        'See <a href="v1Parcel_Other.md">it</a>, <a href="https://example.com/x.html">that</a>.',
        "> [!NOTE]\n> Hm.",
        "> [!abstract]\n> Hm.",
        "See f(x)[0] and (see below)[1].",
        "See ![](../logo.svg) ([the list](../index.md)).",
        "It says `code` and ``a ` tick``.",
        "    PUT /api/v1/Depot\n",
        "- `PUT /api/v1/Depot`",
        "- One\n\n    ```json\n    {}\n    ```",
    ],
)
def test_what_is_right_has_no_finding(tmp_path: Path, text: str) -> None:
    other = TEXT.replace("v1Parcel_Change", "v1Parcel_Other").replace("api/v1", "api/v2")
    files = {"Depot/v1Parcel_Other.md": other, "logo.svg": "<svg/>", "LICENSE": "Free."}
    new = {f"CS{code}" for code in (41, 541, 542, 543, 544, 551, 552)} | {"CS041"}
    page = planted(INTRO, f"{text}\n\n{INTRO}")
    assert not new & {finding.code for finding in found(tmp_path, page, files)}


@pytest.mark.parametrize(
    "text",
    [
        "```http\nGET /status?name=ryan HTTP/1.1\nAccept: text/plain\n```",
        "```http\nGET /status HTTP/1.1\nHost: depot.test\n```\n\n"
        "```http\nHTTP/1.1 200 OK\nContent-Type: text/plain\n\nfine\n```",
        "| Member | Meaning |\n| --- | --- |\n| `status` | Its status. |\n\n"
        "```http\nGET /status HTTP/1.1\nHost: depot.test\n```",
        "## Response\n\nAs the standard says.\n\n## Request\n\nAs the standard says.",
    ],
)
def test_a_guide_that_shows_a_message_is_no_operation(tmp_path: Path, text: str) -> None:
    assert found(tmp_path, TEXT, {"guide.md": f"# How requests look\n\n{text}\n"}) == []
