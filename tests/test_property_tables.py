"""Tables of properties that authors wrote have the form of our own."""

from __future__ import annotations

from xml.etree.ElementTree import fromstring, tostring

from bs4 import BeautifulSoup
from markdown import markdown

from callsheet.site.markdown.property_tables import with_own_tables
from tests.parsed import Parsed

TABLE = """\
| Property Name | Type | Required | Limits | Description |
|---|---|---|---|---|
| sails.area | [Area](area.md) | Yes | at least `4` | How **large** they are. |
| mast | string | No | | |
| mast | int32 | with sails | at most 9 | |
"""


def converted(text: str) -> BeautifulSoup:
    root = fromstring(f"<div>{markdown(text, extensions=['tables'])}</div>")  # noqa: S314 - the text of this file
    with_own_tables(root)
    return Parsed(tostring(root, encoding="unicode"))


def test_a_row_has_a_link_a_mark_and_what_is_said_of_it() -> None:
    page = converted(TABLE)
    assert [each.get_text() for each in page.select("th")] == ["Name", "Type", "Description"]
    rows = page.select(".callsheet > table.callsheet-table > tbody > tr")
    assert [row["id"] for row in rows] == [
        "property-sails.area",
        "property-mast",
        "property-mast-2",
    ]
    assert [row.select("td a")[0]["href"] for row in rows] == [f"#{row['id']}" for row in rows]
    assert [row.select("td")[0].get_text() for row in rows] == [
        "sails.area required",
        "mast",
        "mast",
    ]
    assert rows[0].select("td")[1].decode_contents() == '<code><a href="area.md">Area</a></code>'
    described = [row.select("td")[2].decode_contents() for row in rows]
    assert described == [
        'How <strong>large</strong> they are.<ul class="callsheet-facts">'
        "<li><span>Limits</span> at least <code>4</code></li></ul>",
        "",
        '<ul class="callsheet-facts"><li><span>Required</span> with sails</li>'
        "<li><span>Limits</span> at most 9</li></ul>",
    ]


def test_tables_without_names_stay() -> None:
    for text in (
        "| Type | Limits |\n|---|---|\n| object | two |\n",
        "| A | B |\n|---|---|\n| c | d |",
    ):
        assert str(converted(text)) == str(
            Parsed(f"<div>{markdown(text, extensions=['tables'])}</div>")
        )


def test_a_long_table_has_a_place_for_a_filter() -> None:
    rows = "".join(f"| p{number} | string | | | |\n" for number in range(13))
    assert converted(TABLE + rows).select(".callsheet-tools + table")
    assert not converted(TABLE + rows[: rows.rindex("| p12")]).select(".callsheet-tools")
