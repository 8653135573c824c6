"""The rules about tables: what they find, in several spellings, and what they leave alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from callsheet.checks.engine.check_page import check_page
from callsheet.checks.engine.runner import without_followers
from callsheet.checks.parsing.words import likely_meant
from callsheet.checks.rules.specimen import PATH, specimen
from callsheet.findings import Finding
from tests.checks.offences import at, diagnostics, offences
from tests.checks.trees import broken, checked

LABEL = "| Label | string |"
DEPOT = "| depotId | string |"
SELECT = "| $select | string | The properties that are wanted, separated by commas. |"
PARCEL = "The parcel. **Required** |"
JSON = "body: `application/json`"
NOT_FOUND = "| 404 | There is no such parcel. |"


def found(text: str) -> list[Finding]:
    """What the rules about one page find in the families of tables."""
    checked = check_page(text.encode(), PATH)
    assert checked.faults == []
    causes = without_followers(checked.result.findings)
    return [finding for finding in causes if finding.code.startswith("CS2")]


def only(right: str, wrong: str, code: str) -> Finding:
    """The finding of a code where one place of the correct page is changed."""
    diagnostics = [finding for finding in found(broken(right, wrong)) if finding.code == code]
    assert len(diagnostics) == 1, diagnostics
    return diagnostics[0]


def marked(right: str, wrong: str, finding: Finding) -> str:
    """The text that a finding points at."""
    assert finding.line == finding.end_line
    line = broken(right, wrong).split("\n")[finding.line - 1]
    return line[finding.column - 1 : finding.end_column - 1]


def codes(right: str, wrong: str) -> set[str]:
    return {finding.code for finding in found(broken(right, wrong))}


def test_the_correct_page_has_none() -> None:
    assert found(specimen()) == []


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("sting", "string"),
        ("Strng", "string"),
        ("int", "int32"),
        ("Intger", "int32"),
        ("int23", "int32"),
        ("boolan", "bool"),
        ("decimal", "double"),
        ("datetime", "date-time"),
        ("DateTime", "date-time"),
        ("date-tme", "date-time"),
        ("guid", "uuid"),
        ("objct", "object"),
        ("byte[]", "byte"),
    ],
)
def test_a_misspelt_or_foreign_type_is_told_what_is_meant(written: str, meant: str) -> None:
    finding = only(LABEL, f"| Label | {written} |", "CS205")
    assert f"`{meant}`" in finding.message
    assert marked(LABEL, f"| Label | {written} |", finding) == written
    assert [edit.text for edit in finding.fix] == [meant]


@pytest.mark.parametrize(("written", "meant"), [("list", "array"), ("currency", "double")])
def test_a_word_that_may_name_a_type_is_not_replaced(written: str, meant: str) -> None:
    finding = only(LABEL, f"| Label | {written} |", "CS205")
    assert f"`{meant}`" in finding.message
    assert finding.fix == ()


@pytest.mark.parametrize(
    "written", ["string, null", "foo", "array of foo", "foo[]", "string or foo"]
)
def test_what_can_be_no_type_is_found(written: str) -> None:
    finding = only(LABEL, f"| Label | {written} |", "CS205")
    assert finding.fix == ()


@pytest.mark.parametrize(
    "written",
    [
        *("Associate", "Project", "Subject", "Book", "List", "Product", "Api.Thing", "Currency"),
        *("Money", "Guid", "Decimal", "Single", "Json", "Long", "Timestamp", "Objects", "Vector"),
    ],
)
def test_a_name_of_a_type_of_the_api_is_fine(written: str) -> None:
    assert codes(DEPOT, f"| depotId | {written} |") == set()


@pytest.mark.parametrize("name", ["currency", "Strng"])
@pytest.mark.parametrize("written", ["{}", "array of {}", "{} or null"])
def test_a_type_that_another_page_defines_is_no_slip(
    tmp_path: Path, name: str, written: str
) -> None:
    rows = "| Property Name | Type | Description |\n|---|---|---|\n| Code | string | Letters. |\n"
    definition = f"---\ntitle: {name}\ndefines: {name}\n---\n\n# {name}\n\n{rows}"
    pages = {PATH: broken(LABEL, f"| Label | {written.format(name)} |")}
    findings = checked(tmp_path, pages, select=("CS205",)).findings
    assert [f"`{written.format(name)}`" in f.message for f in findings] == [True]
    pages["types/definition.md"] = definition
    assert checked(tmp_path, pages, select=("CS205",)).findings == ()
    pages = {PATH: broken("### Response body: Parcel", f"### Response body: {name}")}
    assert [f.code for f in checked(tmp_path / "two", pages, select=("CS205",)).findings]
    pages["types/definition.md"] = definition
    assert checked(tmp_path / "two", pages, select=("CS205",)).findings == ()


@pytest.mark.parametrize("written", ["uuid", "array of string", "string or null"])
def test_a_property_may_have_the_name_of_a_type(written: str) -> None:
    assert "CS205" not in codes(LABEL, f"| string | {written} |")


def test_a_request_body_is_told_the_word_of_its_vocabulary() -> None:
    finding = only("| Weight | Integer |", "| Weight | int |", "CS205")
    assert [edit.text for edit in finding.fix] == ["Integer"]


@pytest.mark.parametrize("written", ["String", "STRING"])
def test_a_type_in_another_style_is_found(written: str) -> None:
    finding = only(LABEL, f"| Label | {written} |", "CS206")
    assert marked(LABEL, f"| Label | {written} |", finding) == written
    assert [edit.text for edit in finding.fix] == ["string"]
    assert finding.related


HEADER = "| Path Part | Type | Description |\n| --- | --- | --- |\n"


@pytest.mark.parametrize(
    "wrong",
    [
        "| --- | --- | --- |\n",
        "| Path Part | Type | Description |\n",
        "",
        "| Path Part | Type | Description |\n| --- | --- |\n",
        "| Path Part | Type | Description |\n| -- ! -- | --- | --- |\n",
        "| | | |\n| --- | --- | --- |\n",
        "| depotId | string | **Required** |\n| --- | --- | --- |\n",
    ],
)
def test_a_table_without_its_first_two_rows_is_found_there(wrong: str) -> None:
    finding = only(HEADER, wrong, "CS201")
    first = specimen()[: specimen().index(HEADER)].count("\n") + 1
    assert finding.line in (first, first + 1)


def test_a_blank_line_in_a_table_is_found_and_can_be_fixed() -> None:
    text = broken(NOT_FOUND, f"\n{NOT_FOUND}")
    finding = next(f for f in found(text) if f.code == "CS201")
    assert text.split("\n")[finding.line - 1] == NOT_FOUND
    edit = finding.fix[0]
    assert (edit.line, edit.end_line, edit.text) == (finding.line - 1, finding.line, "")


def test_pipes_in_a_paragraph_are_no_table() -> None:
    wrong = "Changes what is known (label | weight | kind) of a parcel"
    assert codes("Changes what is known of a parcel", wrong) == set()


def test_a_table_of_the_authors_own_is_left_alone() -> None:
    own = "gives it back as it is stored.\n\n| Word | Meaning |\n| --- | --- |\n| a | b |\n"
    assert codes("gives it back as it is stored.\n", own) == set()


@pytest.mark.parametrize("wrong", ["| | | |", "||||", "|   |  |  |"])
def test_an_empty_row_is_found_and_can_be_taken_out(wrong: str) -> None:
    finding = only(SELECT, f"{wrong}\n{SELECT}", "CS202")
    edit = finding.fix[0]
    assert (edit.line, edit.end_line, edit.text) == (finding.line, finding.line + 1, "")


def test_a_row_without_a_name_is_found() -> None:
    assert "`string`" in only(DEPOT, "| | string |", "CS202").message


@pytest.mark.parametrize(
    ("wrong", "meant"),
    [
        ("| Parameter Nmae | Type | Description |", "Parameter Name"),
        ("| Property Name | Type | Description |", "Parameter Name"),
        ("| Parameter Name | Typ | Description |", "Type"),
        ("| Parameter Name | Type | Descripton |", "Description"),
    ],
)
def test_a_misspelt_column_is_told_what_is_meant(wrong: str, meant: str) -> None:
    right = "| Parameter Name | Type | Description |"
    finding = only(right, wrong, "CS203")
    assert [edit.text for edit in finding.fix] == [meant]
    assert f"| {marked(right, wrong, finding)} |" in wrong


@pytest.mark.parametrize("name", ["Label", "label"])
def test_a_name_that_is_there_twice_is_found_at_the_second_row(name: str) -> None:
    row = "| Fragile | bool | Whether it breaks easily. |"
    wrong = f"{row}\n| {name} | string | Again. |"
    finding = only(row, wrong, "CS204")
    assert marked(row, wrong, finding) == name
    line = specimen().split("\n")[finding.related[0].line - 1]
    assert line == "| Label | string | What is written on it. |"


def test_a_path_parameter_in_the_query_table_is_found() -> None:
    assert codes(SELECT, f"{SELECT}\n| parcelId | int32 | It. |") == {"CS204"}


def test_request_and_response_may_differ_in_vocabulary_only() -> None:
    assert (
        codes(
            "| Posted | date-time | When it was handed in. |\n| Photo",
            "| Posted | String | When it was handed in. |\n| Photo",
        )
        == set()
    )
    finding = only("| Weight | int32 |", "| Weight | bool |", "CS207")
    assert marked("| Weight | int32 |", "| Weight | bool |", finding) == "bool"
    assert specimen().split("\n")[finding.related[0].line - 1].startswith("| Weight | Integer |")


@pytest.mark.parametrize(
    "written",
    [
        "Enum: Label, , Kind",
        "Enum: Label, Kind,",
        "Enum: Label, Kind, Label",
        "Enum: Label, label",
        "Enum:",
        "Enum Label, Kind",
        "Emum: Label, Kind",
        "Enums: Label, Kind",
        "Enum(Label, Kind)",
    ],
)
def test_an_enumeration_that_is_not_one_is_found(written: str) -> None:
    wrong = SELECT.replace("string", written)
    assert codes(SELECT, wrong) == {"CS208"}


@pytest.mark.parametrize(
    ("text", "bogus"),
    [
        ("One of: Label, Kind or Wieght.", "Wieght"),
        ("Possible values are `Label`, `Kind` and `Size`.", "Size"),
        ("What is wanted (Label/Kind/Size)", "Size"),
        ("What is wanted. Default = Lable.", "Lable"),
        ('By default "Labl".', "Labl"),
    ],
)
def test_a_value_in_the_text_that_the_type_lacks_is_found(text: str, bogus: str) -> None:
    wrong = f"| $select | Enum: Label, Kind, Weight | {text} |"
    finding = only(SELECT, wrong, "CS209")
    assert marked(SELECT, wrong, finding) == bogus


def test_a_list_in_the_text_that_lacks_a_value_is_found() -> None:
    finding = only(SELECT, "| $select | Enum: Label, Kind, Weight | (Label, Kind) |", "CS209")
    assert "`Weight`" in finding.message


@pytest.mark.parametrize(
    "text",
    [
        "What is wanted (label, kind, etc).",
        "What is wanted, such as Label, Kind.",
        "Label, Kind and Weight.",
        "FULL (with hints) or SLIM (just values), and more.",
        "The Label is the default.",
    ],
)
def test_a_text_that_tells_of_the_values_is_fine(text: str) -> None:
    assert codes(SELECT, f"| $select | Enum: Label, Kind, Weight | {text} |") == set()


@pytest.mark.parametrize(
    "mark",
    [
        "*Required*",
        "**required**",
        "**REQUIRED**",
        "**Requierd**",
        "**Required",
        "** Required **",
        "(required)",
        "__Required__",
        "<b>Required</b>",
        "**Mandatory**",
        "Required",
    ],
)
def test_a_mark_that_is_not_read_is_found_and_can_be_fixed(mark: str) -> None:
    wrong = f"The parcel. {mark} |"
    finding = only(PARCEL, wrong, "CS212")
    assert marked(PARCEL, wrong, finding) == mark
    assert [edit.text for edit in finding.fix] == ["**Required**"]
    assert "CS211" not in codes(PARCEL, wrong)


def test_a_path_parameter_without_a_mark_is_found_and_can_be_fixed() -> None:
    finding = only(PARCEL, "The parcel. |", "CS211")
    assert marked(PARCEL, "The parcel. |", finding) == "parcelId"
    assert [edit.text for edit in finding.fix] == [" **Required** "]


@pytest.mark.parametrize(
    "text", ["Optional. Whether.", "(optional) Whether.", "Can be omitted.", "Default = true."]
)
def test_a_mark_on_what_is_optional_is_found(text: str) -> None:
    right = "Whether the receiver gets a message. |"
    assert codes(right, f"{text} **Required** |") == {"CS213"}
    assert codes(right, f"{text} |") == set()


@pytest.mark.parametrize("text", ["It must be given.", "The value is required."])
def test_a_text_that_asks_for_a_value_needs_the_mark(text: str) -> None:
    right = "Whether the receiver gets a message. |"
    assert codes(right, f"{text} |") == {"CS213"}
    assert codes(right, f"{text} **Required** |") == set()


def test_words_about_something_else_ask_for_nothing() -> None:
    right = "Whether the receiver gets a message. |"
    assert codes(right, "With optional direction. A person is required if it breaks. |") == set()


def test_a_response_has_nothing_required() -> None:
    right = "Whether it breaks easily. |"
    finding = only(right, "Whether it breaks easily. **Required** |", "CS214")
    assert [(edit.end_column - edit.column, edit.text) for edit in finding.fix] == [(13, "")]


def test_many_rows_without_a_description_are_one_finding() -> None:
    rows = "\n".join(f"| more{n} | string | |" for n in range(5))
    assert "5 rows" in only(SELECT, f"{SELECT}\n{rows}", "CS216").message


@pytest.mark.parametrize("text", ["OK", "No Content", "Conflict.", "Parcel found."])
def test_the_words_of_another_status_are_found(text: str) -> None:
    assert codes(NOT_FOUND, f"| 404 | {text} |") == {"CS218"}


@pytest.mark.parametrize(
    "text", ["Not Found.", "Not found: no such parcel.", "OK is what it isn't"]
)
def test_the_words_of_the_status_are_fine(text: str) -> None:
    assert codes(NOT_FOUND, f"| 404 | {text} |") == set()


@pytest.mark.parametrize(
    "text",
    ["Request successful. The parcel does not exist.", "Already forbidden.", "It is aborted."],
)
def test_a_success_may_mention_a_failure(text: str) -> None:
    assert codes(NOT_FOUND, f"{NOT_FOUND}\n| 204 | {text} |") == set()
    assert codes(NOT_FOUND, f"{NOT_FOUND}\n| 204 | It does not exist. |") == {"CS218"}


def test_a_status_twice_and_one_that_http_lacks_are_found() -> None:
    assert codes(NOT_FOUND, "| 412 | There is no such parcel. |") == {"CS219"}
    assert codes(NOT_FOUND, "| 440 | There is no such parcel. |") == set()
    assert codes(NOT_FOUND, "| 434 | There is no such parcel. |") == {"CS220"}


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("aplication/json", "application/json"),
        ("application/jsn", "application/json"),
        ("application\\json", "application/json"),
        ("application-json", None),
        ("json", None),
    ],
)
def test_a_misspelt_media_type_is_found(written: str, meant: str | None) -> None:
    finding = only(JSON, f"body: `{written}`", "CS222")
    assert marked(JSON, f"body: `{written}`", finding) == written
    assert [edit.text for edit in finding.fix] == ([meant] if meant else [])


@pytest.mark.parametrize(
    "written",
    [
        "application/hal+json",
        "image/jpg",
        "application/vnd.acme.v2+json",
        "text/csv; charset=utf-8",
    ],
)
def test_a_media_type_that_is_in_use_is_fine(written: str) -> None:
    assert "CS222" not in codes(JSON, f"body: `application/json`, `{written}`")


@pytest.mark.parametrize("name", ["Acept", "Accpet", "Accept_"])
def test_a_misspelt_header_is_found(name: str) -> None:
    right = "| Accept | Content-type(s)"
    finding = only(right, f"| {name} | Content-type(s)", "CS225")
    assert [edit.text for edit in finding.fix] == ["Accept"]


@pytest.mark.parametrize("name", ["SO-Culture", "X-Acme-Token", "X-Api-Version"])
def test_a_header_of_the_apis_own_is_fine(name: str) -> None:
    assert codes("| If-Unmodified-Since |", f"| {name} |") == set()


def test_a_ragged_row_is_one_finding() -> None:
    text = broken("| notify | bool | Whether", "| notify | bool | Whether | it")
    assert {finding.code for finding in found(text)} == set()


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("sting", "string"),
        ("strign", "string"),
        ("stringg", "string"),
        ("project", None),
        ("string", None),
        ("ab", None),
    ],
)
def test_a_slip_is_told_from_another_word(word: str, meant: str | None) -> None:
    assert likely_meant(word, ["string", "object", "abc"]) == meant


def test_cells_and_columns_that_have_changed_places_are_one_finding() -> None:
    text = broken("| ParcelId | int32 | Its number. |", "| int32 | ParcelId | Its number. |")
    finding = next(finding for finding in found(text) if finding.code == "CS205")
    assert "have changed places" in finding.message
    text = broken(
        "### Response body: Parcel\n\n| Property Name | Type | Description |",
        "### Response body: Parcel\n\n| Property Name | Description | Type |",
    )
    # An optional rule finds that two rows have the same type in place of a description.
    assert {finding.code for finding in found(text)} == {"CS203", "CS233"}


def test_a_ragged_row_is_marked_where_it_is_ragged() -> None:
    for wrong, start, end in (
        (f"{NOT_FOUND} more | yet |", len(NOT_FOUND) + 2, len(NOT_FOUND) + 14),
        ("| 404 |", 7, 8),
    ):
        result = check_page(broken(NOT_FOUND, wrong).encode(), PATH).result
        (finding,) = [finding for finding in result.findings if finding.code == "CS006"]
        assert (finding.column, finding.end_column) == (start, end)


def test_a_comma_that_is_missing_between_two_values_is_found() -> None:
    after = " | How it travels. |\n| Posted | date-time | When it was handed in. |\n| Photo"
    finding = only(f"Letter, Box, Pallet{after}", f"Letter, Box Pallet{after}", "CS208")
    assert "`Box Pallet`" in finding.message
    assert "CS208" not in codes(f"Letter, Box, Pallet{after}", f"Small letter, Big box{after}")


@pytest.mark.parametrize(
    "written",
    [
        "date", "uuid", "email", "uri", "string or null", "int32 or bool", "array of uuid",
        "map of string", "string[]", "Parcel or null", "any",
    ],
)  # fmt: skip
def test_what_types_are_put_together_of_is_understood(written: str) -> None:
    assert [f for f in found(broken(LABEL, f"| Label | {written} |")) if f.code == "CS205"] == []


def test_a_table_without_types_may_stand_beside_one_that_has_them() -> None:
    row = "| X-Tenant | header | int32 | Whose it is. |"
    table = (
        f"## Parameters\n\n| Name | In | Type | Description |\n| --- | --- | --- | --- |\n{row}\n"
    )
    text = broken("## Request Headers\n", f"{table}\n## Request Headers\n")
    assert offences(text, "CS201", "CS205") == []
    more = text.replace(row, f"{row}\n| X-Depot | header | | Which one. |")
    assert [code for code, _ in offences(more, "CS205")] == ["CS205"]


PHOTO = "| Photo | byte | A picture of it, in base64. |\n"
ROWS = (
    "| Tags | array of string | Words. |\n| Stops | array of object | Where. |\n"
    "| Buyer | object | Who. |\n| Seller | Person | Who. |\n| Note | string | Words. |\n"
    "| Cells | array of array of object | A grid. |\n"
)


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("Stops.At", "Write `Stops[].At`."),
        ("Buyer[].Name", "Write `Buyer.Name`."),
        ("Note.Text", ""),
        ("Note[]", ""),
    ],
)
def test_a_row_is_within_what_has_such_parts(name: str, hint: str) -> None:
    text = broken(PHOTO, f"{ROWS}| {name} | string | It. |\n")
    [(code, diagnostic)] = [*diagnostics(text, "CS227")]
    assert (code, at(text, diagnostic.place), diagnostic.hint) == ("CS227", name, hint)


@pytest.mark.parametrize(
    "name", ["Stops[].At", "Tags[]", "Buyer.Name", "Seller.Name", "Cells[][].At", "Other.Name"]
)
def test_a_row_may_be_within_another(name: str) -> None:
    text = broken(PHOTO, f"{ROWS}| {name} | string | It. |\n")
    assert offences(text, "CS227", "CS228") == []


@pytest.mark.parametrize("name", ["", "``", "` `"])
def test_nothing_is_within_a_row_without_a_name(name: str) -> None:
    rows = f"| {name} | string | It. |\n| Tags | array | They. |\n| Tags[] | string | One. |\n"
    text = broken(PHOTO, f"{rows}| .zip | string | It. |\n")
    assert offences(text, "CS202", "CS227") == [("CS202", f"| {name} | string | It. |")]


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("- zip", "Buyer.zip"),
        ("\u21b3 zip", "Buyer.zip"),
        ("&nbsp;&nbsp;zip", "Buyer.zip"),
        ("> zip", "Buyer.zip"),
        ("\u2514\u2500 zip", "Buyer.zip"),
        ("Buyer/zip", "Buyer.zip"),
        ("zip*", "**Required**"),
        ("zip\\*", "**Required**"),
        ("[zip](zip.md)", "link in the description"),
        ("[zip][codes]", "link in the description"),
        ("<code>zip</code>", "Write `zip` alone."),
        ("<b>Buyer.zip</b>", "Write `Buyer.zip` alone."),
        ("~~zip~~", "column `Deprecated`"),
        ("`zip\\_code`", "Write `zip_code`."),
        ("`zip\\[\\]`", "Write `zip[]`."),
        ("zip (required)", "**Required**"),
        ("zip (optional)", "is optional"),
        ("zip (deprecated)", "column `Deprecated`"),
    ],
)
def test_a_name_stands_alone(name: str, hint: str) -> None:
    text = broken(PHOTO, f"| Buyer | object | Who. |\n| {name} | string | It. |\n")
    [(code, diagnostic)] = [*diagnostics(text, "CS228")]
    assert (code, at(text, diagnostic.place)) == ("CS228", name)
    assert hint in diagnostic.hint


@pytest.mark.parametrize(
    "name",
    [
        "zip",
        "[zip]",
        "<zip>",
        "filter[zip]",
        "*",
        "zip-code",
        "a/b",
        "$zip",
        "@zip",
        "zip[]",
        "-zip",
        "zip\\_code",
        "`zip_code`",
        "`zip\\code`",
    ],
)
def test_other_names_are_left_alone(name: str) -> None:
    text = broken(PHOTO, f"| Buyer | object | Who. |\n| {name} | string | It. |\n")
    assert offences(text, "CS228") == []


def test_the_names_of_a_type_that_a_page_defines_are_looked_at_too() -> None:
    head = "---\ndefines: Person\n---\n\n# Person\n\n| Property Name | Type | Description |\n"
    text = f"{head}| --- | --- | --- |\n| Home | string | It. |\n| Home.Zip | string | It. |\n"
    assert offences(f"{text}| name* | string | It. |\n", "CS227", "CS228") == [
        ("CS227", "Home.Zip"),
        ("CS228", "name*"),
    ]


@pytest.mark.parametrize("name", ["application/rdf+xml", "application/*+json"])
def test_a_media_type_in_use_is_no_slip_of_another(name: str) -> None:
    assert codes(JSON, f"body: `{name}`") == set()
