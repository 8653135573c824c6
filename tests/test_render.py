"""An operation's HTML, without any site around it."""

from __future__ import annotations

import base64
import gzip
import re
from collections import Counter
from collections.abc import Set as AbstractSet
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from bs4 import BeautifulSoup, Tag
from markdown import markdown

from callsheet.catalog import Catalog, Group
from callsheet.catalog.titles import Titles, TitleStyle
from callsheet.model import Operation, Page, SecurityScheme
from callsheet.render import (
    Heading,
    PageContext,
    PageLink,
    Placeholder,
    Prose,
    RenderedPage,
    RenderedSample,
    render_operation,
    render_operations,
    script,
    stylesheet,
)
from callsheet.render.facts import facts_of_scheme
from callsheet.render.overview import MAX_LISTED
from callsheet.schema import ANYTHING, PropertySchema, Schema
from callsheet.schema.words.type_words import schema_of_words
from callsheet.source import read_page
from tests.conftest import DOCS
from tests.parsed import Parsed

CSS = stylesheet()
HEAD = """\
---
title: GET Ship/{id}
uid: v1Ship_Get
---

# GET Ship/{id} <verbatim> *H1*

```http
GET /api/v1/Fleet/{fleetId}/Ship/{shipId}
```

Finds a **ship**.
"""
SAMPLE = RenderedSample("Python", "v1Ship_Get.py", "python", "\n\nprint('<a & b>')\n\n")


class PlainMarkdown:
    """Python-Markdown without a site."""

    def block(self, text: str, taken: AbstractSet[str]) -> Prose:
        html = markdown(text, extensions=["toc", "fenced_code"])
        found = re.findall(r'<h(\d) id="(.+?)">(.+?)</h', html)
        return Prose(html, tuple(Heading(int(level), id_, name) for level, id_, name in found))

    def inline(self, text: str) -> str:
        return markdown(text).removeprefix("<p>").removesuffix("</p>")


def read(text: str) -> Operation:
    reading = read_page(text.encode(), "ships/v1Ship_Get.md")
    assert reading.operation is not None
    return reading.operation


def render(text: str, *samples: RenderedSample) -> RenderedPage:
    return render_operation(read(text), PlainMarkdown(), samples)


def soup(text: str, *samples: RenderedSample) -> BeautifulSoup:
    return Parsed(render(text, *samples).html)


def one(page: Tag, selector: str) -> Tag:
    found = page.select(selector)
    assert len(found) == 1, f"{selector}: {found}"
    return found[0]


def row(page: Tag, anchor: str) -> list[str]:
    cells = one(page, f'tr[id="{anchor}"]').find_all("td")
    return [" ".join(cell.get_text(" ").split()) for cell in cells]


def table(columns: str, *rows: str) -> str:
    names = columns.split(" | ")
    lines = [f"| {columns} |", "|" + "---|" * len(names), *rows]
    return "\n" + "\n".join(lines) + "\n"


PATH = table("Path Part | Type | Description", "| shipId | int32 | The number. **Required** |")
QUERY = "\n## Query String Parameters\n" + table(
    "Parameter Name | Type | Description",
    "| $select | string | Names, see [docs](x.md). |",
    "| select | Enum: A, B | One of them. |",
)
HEADERS = "\n## Request Headers\n" + table(
    "Parameter Name | Description",
    "| Content-Type | You send: `image/png`, `image/gif` |",
    "| Accept | You want `a/b`, `c/d`; the *first* wins. |",
    "| X-Empty | |",
)
RESPONSE = "\n## Response: Ship\n\nA ship.\n" + table(
    "Response | Description", "| 200 | OK |", "| 304 | Same |", "| 404 | None |", "| 500 | Sunk |"
)


def test_the_heading_is_the_pages_own() -> None:
    heading = one(soup(HEAD), "h1")
    assert heading.get_text() == "GET Ship/{id} <verbatim> *H1*"
    assert heading["id"] == "get-shipid-verbatim-h1"


def test_a_page_without_heading_has_its_title() -> None:
    assert one(soup(HEAD.replace("# GET Ship/{id} <verbatim> *H1*", "")), "h1").get_text() == (
        "Finds a ship"
    )


def test_the_route_has_a_badge_and_links_to_the_rows_of_its_parameters() -> None:
    page = soup(HEAD + PATH)
    badge = one(page, ".callsheet-method")
    assert badge.get_text() == "GET"
    assert badge["class"] == ["callsheet-method", "callsheet-method--get"]
    assert one(page, ".callsheet-route code").get_text() == (
        "/api/v1/Fleet/{fleetId}/Ship/{shipId}"
    )
    assert one(page, "a.callsheet-parameter")["href"] == "#path-shipId"
    assert one(page, "span.callsheet-parameter").get_text() == "{fleetId}"


def test_a_required_row_has_a_badge_instead_of_the_mark() -> None:
    page = soup(HEAD + PATH + QUERY)
    assert row(page, "path-shipId") == ["shipId required", "int32", "The number."]
    assert row(page, "query-select")[0] == "$select"


def test_anchors_are_stable_and_unique() -> None:
    page = soup(HEAD + PATH + QUERY + HEADERS + RESPONSE, SAMPLE)
    ids = Counter(str(element["id"]) for element in page.select("[id]"))
    assert ids.most_common(1)[0][1] == 1
    rows = [str(element.get("id")) for element in page.select("tbody tr")]
    assert rows == [
        "path-shipId",
        "query-select",
        "query-select-2",
        "header-Content-Type",
        "header-Accept",
        "header-X-Empty",
        "status-200",
        "status-304",
        "status-404",
        "status-500",
    ]
    for anchor in rows:
        assert one(page, f'tr[id="{anchor}"] > td:first-child > b').get_text()


def test_an_enum_is_a_list_of_its_values() -> None:
    codes = soup(HEAD + QUERY).select('tr[id="query-select-2"] td:nth-child(2) li code')
    assert [code.get_text() for code in codes] == ["A", "B"]


def test_media_types_are_a_list_after_their_lead() -> None:
    page = soup(HEAD + HEADERS)
    cell = page.select('tr[id="header-Content-Type"] td')[-1]
    assert next(cell.stripped_strings) == "You send:"
    assert [code.get_text() for code in cell.select("li code")] == ["image/png", "image/gif"]


def test_media_types_with_words_after_them_stay_a_sentence() -> None:
    page = soup(HEAD + HEADERS)
    assert row(page, "header-Accept")[-1] == "You want a/b , c/d ; the first wins."
    assert not page.select('tr[id="header-Accept"] li')


@pytest.mark.parametrize(
    ("front", "row", "schemes"),
    [
        ("", "'Basic', 'Hawk' and 'Bearer'", "Basic,Bearer,Hawk"),
        ("", "`Basic` or `Digest`", None),
        ("", "`Basic` or `Bearer`", None),
        ("", "Your credentials.", None),
        ("security: [bearer]\n", "", "Bearer"),
        ("security: [SoTicket, basic]\n", "", "SoTicket,Basic"),
        (
            "security: [{ticket: {type: http, scheme: hawk}}, apiKey, oauth2]\n",
            "",
            "hawk,API key,Bearer",
        ),
    ],
)
def test_the_console_is_told_which_schemes_a_page_takes(
    front: str, row: str, schemes: str | None
) -> None:
    rows = table("Parameter Name | Description", f"| Authorization | {row} |") if row else ""
    head = HEAD.replace("uid:", f"{front}uid:")
    page = soup(f"{head}\n## Request Headers\n{rows}" if row else head)
    assert one(page, ".callsheet-page").get("data-callsheet-schemes") == schemes


def test_a_table_without_types_has_no_column_for_them() -> None:
    page = soup(HEAD + PATH + HEADERS)
    columns = [[th.get_text() for th in t.select("th")] for t in page.select("table")]
    assert columns == [["Name", "Type", "Description"], ["Name", "Description"]]


def test_cells_are_markdown() -> None:
    assert one(soup(HEAD + QUERY), 'tr[id="query-select"] td a[href="x.md"]').get_text() == "docs"


def test_query_examples_are_one_block() -> None:
    examples = "GET /api/v1/Ship?$select=a\nGET /api/v1/Ship?$select=b&x=<1>"
    page = soup(HEAD + QUERY + f"\n```http\n{examples}\n```\n")
    code = one(page, "pre > code")
    assert code.get_text() == examples
    assert [lines.get_text() for lines in code.select("c-f")] == [examples]
    assert not code.select(".err")


@pytest.mark.parametrize("code", [200, 304, 404, 500])
def test_a_status_has_the_colour_of_its_class(code: int) -> None:
    badge = one(soup(HEAD + RESPONSE), f'tr[id="status-{code}"] .callsheet-status')
    assert badge["class"] == ["callsheet-status", f"callsheet-status--{code // 100}xx"]


def test_a_raw_body_says_so_with_its_media_types() -> None:
    page = soup(HEAD + HEADERS + "\n## Request Body: image binary\n\nA picture.\n")
    body = one(page, ".callsheet-raw-body")
    assert "Raw bytes" in body.get_text()
    assert [code.get_text() for code in body.select("code")] == ["image/png", "image/gif"]
    assert "A picture." in page.get_text()


def test_types_stand_beside_the_headings() -> None:
    body = "\n### Response body: Ship\n" + table(
        "Property Name | Type | Description", "| Name | string | Of the ship. |"
    )
    page = soup(HEAD + RESPONSE + body)
    assert one(page, "h2#response > code").get_text() == "Ship"
    assert one(page, "h3#response-body > code").get_text() == "Ship"
    assert row(page, "response-Name") == ["Name", "string", "Of the ship."]


def test_a_response_body_without_properties_is_one_line() -> None:
    page = render(HEAD + RESPONSE + "\nResponse body: int32\n")
    line = one(Parsed(page.html), ".callsheet-body-type")
    assert line.get_text() == "Response body: int32"
    assert "response-body" not in {heading.id for heading in page.headings}


def test_prose_is_never_lost_and_keeps_its_place() -> None:
    text = (
        HEAD
        + "\n## Query String Parameters\n\nBefore.\n"
        + table("Parameter Name | Type | Description", "| x | string | Inside. |")
        + "\nAfter.\n\n## Remarks on `x`\n\nAn unknown section.\n\n"
        + "## Sample request\n\n```http!\nno request\n```\n"
    )
    words = soup(text).get_text(" ")
    places = [words.index(word) for word in ("Before.", "Inside.", "After.", "An unknown section.")]
    assert places == sorted(places)
    assert "no request" in words
    heading = one(soup(text), "h2#remarks-on-x")
    assert one(heading, "code").get_text() == "x"


def test_headings_are_listed_in_order() -> None:
    text = HEAD + "\n## Filter Operators: ##\n" + PATH + RESPONSE
    headings = render(text, SAMPLE).headings
    assert [(heading.level, heading.id) for heading in headings] == [
        (1, "get-shipid-verbatim-h1"),
        (2, "filter-operators"),
        (2, "path-parameters"),
        (2, "response"),
        (2, "sample-request"),
    ]
    assert headings[0].title == "GET Ship/{id} <verbatim> *H1*"
    assert headings[-1].title == "Sample request"


REQUEST = "\n## Sample request\n\n```http!\nGET /api/v1/Ship/1\nAccept: a/b\n```\n"
ANSWER = (
    '\n```http_\nHTTP/1.1 200 OK\nContent-Type: application/json\n\n{"a": "<b>", "c": null}\n```\n'
)


def test_the_request_is_a_set_of_radio_buttons_with_panels() -> None:
    page = soup(HEAD + REQUEST + ANSWER, SAMPLE)
    tabs = one(page, "div.callsheet-tabs")
    inputs = tabs.select(":scope > input[type=radio]")
    labels = tabs.select(":scope > input + label")
    assert [label.get_text() for label in labels] == ["Python", "HTTP"]
    assert [label["for"] for label in labels] == [field["id"] for field in inputs]
    assert {field["name"] for field in inputs} == {"tabs.1"}
    assert [field.has_attr("checked") for field in inputs] == [True, False]
    panels = tabs.select(":scope > label + .callsheet-panel")
    assert [len(panel.select("pre > code")) for panel in panels] == [1, 1]
    files = [panel.select(".callsheet-file code") for panel in panels]
    assert [[code.get_text() for code in each] for each in files] == [[SAMPLE.filename], []]


@pytest.mark.parametrize("end", ["", "\n", "\n\n"])
def test_code_is_shown_byte_for_byte(end: str) -> None:
    text = f"\n\nx = \"<a href='&amp;'>\"  # \t{end}"
    page = soup(HEAD + REQUEST, RenderedSample("Python", "x.py", "python", text))
    code = page.select(".callsheet-panel pre > code")
    assert code[0].get_text() == text
    assert code[1].get_text() == "GET /api/v1/Ship/1\nAccept: a/b\n"


def test_a_language_that_nobody_knows_is_plain_text() -> None:
    page = soup(HEAD, RenderedSample("Klingon", "x.kl", "klingon", "<nuqneH>\n"))
    assert page.select(".callsheet-panel pre > code")[0].get_text() == "<nuqneH>\n"


def test_a_sample_names_its_file_and_what_it_sends() -> None:
    sample = RenderedSample("Python", "x.py", "python", "", ("image.png", "image.gif"))
    line = one(soup(HEAD, sample), ".callsheet-file").get_text()
    assert line == "x.py sends the file image.png, image.gif"
    assert one(soup(HEAD, SAMPLE), ".callsheet-file").get_text() == "v1Ship_Get.py"


def test_the_response_is_coloured_with_its_body() -> None:
    page = soup(HEAD + ANSWER)
    code = one(page, "pre > code")
    assert [key.get_text() for key in code.select("c-t")] == ['"a"', '"c"']
    assert not code.select(".err")


def test_samples_come_before_a_response_that_stands_alone() -> None:
    headings = [heading.id for heading in render(HEAD + ANSWER, SAMPLE).headings]
    assert headings[-2:] == ["sample-request", "sample-response"]


HOSTILE = "<script>alert(1)</script>\"'><img src=x onerror=alert(1)>"


def test_hostile_names_types_and_examples_are_text() -> None:
    page = soup(
        HEAD.replace("*H1*", HOSTILE)
        + table("Path Part | Type | Description", f"| a{HOSTILE} | {HOSTILE} | Harmless. |")
        + f"\n## Request Body: {HOSTILE} Enum: {HOSTILE}\n"
        + f"\n## Response: {HOSTILE}\n"
        + f"\n```http!\nGET /{HOSTILE.replace(' ', '')}\nX: {HOSTILE}\n\n{HOSTILE}\n```\n"
        + f"\n```http_\nHTTP/1.1 200 {HOSTILE}\n\n{HOSTILE}\n```\n",
        RenderedSample(HOSTILE, HOSTILE, "python", HOSTILE, (HOSTILE,)),
    )
    assert not page.select("script, img")
    assert page.get_text().count("alert(1)") >= 14
    assert not [name for element in page.find_all() for name in element.attrs if name[:2] == "on"]


def test_nothing_is_styled_or_scripted_inline() -> None:
    page = soup(HEAD + PATH + QUERY + HEADERS + RESPONSE + REQUEST + ANSWER, SAMPLE)
    assert not page.select("script, style, [style]")


def test_the_overview_lists_groups_and_escapes_titles() -> None:
    operation = read(HEAD.replace("title: GET Ship/{id}", "title: '<b>\"&'"))
    group = Group("a", Page("a/index.md", None, "<Ships>", ()), (operation,))
    html = render_operations([(group, "")], lambda _: 'a"b.md', Titles(TitleStyle.PAGE))
    page = Parsed(html)
    assert one(page, "h2").get_text() == "<Ships>"
    link = one(page, "li a")
    assert (link.get_text(), link["href"]) == ('<b>"&', 'a"b.md')
    assert one(page, "li .callsheet-method--get").get_text() == "GET"
    assert one(page, "li .callsheet-summary").get_text() == "Finds a ship."


def test_the_overview_of_very_many_operations_has_the_groups() -> None:
    operation = read(HEAD)
    for number in (MAX_LISTED, MAX_LISTED + 1):
        group = Group("a", Page("a/index.md", None, "Ships", ()), (operation,) * number)
        page = Parsed(render_operations([(group, "a/")], lambda _: "b.md", Titles()))
        assert len(page.select("li")) == (number if number == MAX_LISTED else 0)
        assert one(page, "h2 a")["href"] == "a/"
    assert one(page, ".callsheet-count").get_text() == f"{number} operations GET {number}"


@pytest.mark.parametrize("name", ["000_3f83bbc69dcb99a4.txt", "004_a88f54689b9328b5.txt"])
def test_the_seeds_are_shown_whole(shared: Path, name: str) -> None:
    text = (shared / "seeds" / name).read_text(encoding="utf-8")
    operation = read(text)
    page = soup(text, SAMPLE)
    assert one(page, ".callsheet-route code").get_text() == operation.route.template
    response = operation.response
    rows = len(operation.parameters) + len(operation.statuses)
    rows += len(operation.request_body.properties) if operation.request_body else 0
    rows += len(response.properties) if response else 0
    assert len(page.select("tbody tr[id]")) == rows
    assert operation.example_response is not None
    assert page.select("pre > code")[-1].get_text() == operation.example_response.text


def test_every_page_of_our_own_has_unique_ids() -> None:
    for operation in Catalog.read(DOCS).operations:
        page = Parsed(render_operation(operation, PlainMarkdown(), [SAMPLE]).html)
        ids = [element["id"] for element in page.select("[id]")]
        assert len(ids) == len(set(ids)), operation.path


def luminance(colour: str) -> float:
    channels = (int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5))
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one_colour: str, other: str) -> float:
    lighter, darker = sorted((luminance(one_colour), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def test_colours_have_the_contrast_of_wcag_aa() -> None:
    names = "blue|green|amber|violet|red"
    hues = re.findall(rf"--callsheet-(?:{names}):(#[0-9a-f]{{6}})", CSS)
    assert len(hues) == 10
    share = int(one_match(r"var\(--callsheet-hue\) (\d+)%,var\(--md-default-bg-color")) / 100
    # Light and dark, as Material has them: the page, and code.
    for colours, page, code in ((hues[:5], "#ffffff", "#f5f5f5"), (hues[5:], "#1e2129", "#272a35")):
        for hue in colours:
            assert contrast(hue, page) >= 4.5
            assert contrast(hue, code) >= 4.5
            assert contrast(hue, mixed(hue, page, share)) >= 4.5


def one_match(pattern: str) -> str:
    (found,) = set(re.findall(pattern, CSS))
    return str(found)


def mixed(one_colour: str, other: str, share: float) -> str:
    """The colour between two, of which the first has a share."""
    channels = (
        round(share * int(one_colour[n : n + 2], 16) + (1 - share) * int(other[n : n + 2], 16))
        for n in (1, 3, 5)
    )
    return "#" + "".join(f"{channel:02x}" for channel in channels)


def test_style_and_script_are_small_and_ask_for_nothing() -> None:
    assert sum(len(gzip.compress(text.encode())) for text in (stylesheet(), script())) < 17_000
    assert "url(" not in stylesheet()
    assert "@import" not in stylesheet()
    assert not re.search(r"https?://[\w-]+\.(?!com/tenant|w3\.org|invalid\b)", script())


def test_the_script_writes_no_html() -> None:
    assert not re.search(r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|eval\(", script())


def test_cells_of_other_columns_are_lines_of_the_description() -> None:
    rows = table("Path Part | Type | Description | Since", "| shipId | int32 | No. | *8* <b |")
    statuses = table("Response | Description | When", "| 200 | OK | Found |")
    page = soup(HEAD + rows + "\n## Response: Ship\n" + statuses)
    cell = one(page, 'tr[id="path-shipId"]').find_all("td")[-1]
    assert [*cell.stripped_strings][:4] == ["No.", "since:", "8", "<b"]
    assert cell.find("br")
    assert row(page, "status-200")[-1] == "OK when: Found"


def around(text: str, *samples: RenderedSample, **site: Any) -> BeautifulSoup:
    page = render_operation(read(text), PlainMarkdown(), samples, PageContext(**site))
    return Parsed(page.html)


def test_a_page_has_links_to_what_is_around_it() -> None:
    page = around(
        HEAD,
        group=PageLink("../", "<Ships>"),
        previous=PageLink("../a/", "A", "PUT"),
        following=PageLink("../b/", "B", "GET"),
        permanent_url="../uid/#v1Ship_Get",
    )
    crumbs = one(page, "nav.callsheet-crumbs a")
    assert (crumbs["href"], crumbs.get_text()) == ("../", "<Ships>")
    turns = page.select("nav.callsheet-turn a")
    assert [(a["rel"], a["href"]) for a in turns] == [(["prev"], "../a/"), (["next"], "../b/")]
    assert " ".join(turns[0].get_text(" ").split()) == "Previous PUT A"
    permanent = one(page, ".callsheet-permanent a")
    assert (permanent["href"], permanent.get_text()) == ("../uid/#v1Ship_Get", "v1Ship_Get")
    alone = soup(HEAD)
    assert not alone.select("nav, .callsheet-permanent")


def test_usual_headers_are_folded_and_unusual_ones_are_not() -> None:
    page = around(HEAD + HEADERS, usual_headers={("X-Empty", ""), ("X-Gone", "Never here.")})
    tables = page.select("table")
    assert [tr["id"] for tr in tables[0].select("tbody tr")] == [
        "header-Content-Type",
        "header-Accept",
    ]
    folded = one(page, "details.callsheet-usual")
    assert one(folded, "summary").get_text() == "Usual headers: X-Empty"
    assert one(folded, "tbody tr")["id"] == "header-X-Empty"


def test_usual_headers_that_another_page_has_are_linked_and_have_their_names_here() -> None:
    rows = (("X-Empty", ""),)
    given: Any = {"usual_headers": {*rows}, "shared_headers": {rows: PageLink("../u/", "ab")}}
    folded = one(around(HEAD + HEADERS, **given), "details.callsheet-usual")
    assert folded["data-headers"] == "ab"
    assert one(folded, "summary").get_text() == "Usual headers: X-Empty"
    assert one(folded, "p a")["href"] == "../u/"
    assert not folded.select("table")
    # Where a row says more than its description, that is on no other page.
    required = around(HEAD + HEADERS.replace("| X-Empty |", "| X-Empty | Deprecated."), **given)
    assert not required.select("[data-headers]")


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("Deprecated: use Name.", True),
        ("deprecated", True),
        ("Obsolete, but kept.", True),
        ("The old name. Deprecated, use Name.", True),
        ("This property is deprecated and always null.", True),
        ("Whether to list deprecated ships, too.", False),
        ("All names. Single names are deprecated in favour of this.", False),
        ("Date on which it was made obsolete by its owner.", False),
    ],
)
def test_a_deprecated_property_is_marked(text: str, marked: bool) -> None:
    rows = table("Path Part | Type | Description", f"| shipId | int32 | {text} |")
    page = soup(HEAD + rows)
    assert bool(page.select('tr[id="path-shipId"] .callsheet-mark')) is marked
    assert bool(page.select("b.callsheet-deprecated")) is marked


def test_a_deprecated_property_says_since_when() -> None:
    rows = table(
        "Path Part | Type | Deprecated | Description",
        "| shipId | int32 | Since 2.0 | The number. |",
        "| deckId | int32 | Yes | The deck. |",
    )
    page = soup(HEAD + rows)
    assert row(page, "path-shipId")[-1] == "The number. Deprecated Since 2.0"
    assert row(page, "path-deckId")[-1] == "The deck."


CREW = replace(
    schema_of_words("object"),
    properties=(
        PropertySchema("Rank", schema_of_words("int32")),
        PropertySchema("Cabin", Schema(properties=(PropertySchema("<Deck>", ANYTHING),))),
    ),
)
SHIP = replace(
    schema_of_words("object"),
    properties=(
        PropertySchema("Crew", replace(schema_of_words("array"), items=CREW)),
        PropertySchema("Captain", schema_of_words("Sailor")),
    ),
)


def test_nested_and_named_types_unfold_in_place_each_name_once() -> None:
    body = "\n### Response body: Ship\n" + table(
        "Property Name | Type | Description",
        "| Crew | array | All. |",
        "| Captain | Sailor | One. |",
        "| Mate | Sailor | Another. |",
        "| Sister | Ship | Of the same type. |",
    )
    shapes = {"Ship": SHIP, "Sailor": CREW}
    page = around(HEAD + RESPONSE + body, type_shape=shapes.get)
    found = {
        str(details.find_parent("tr")["id"]): [item.get_text() for item in details.select("li")]  # type: ignore[index]
        for details in page.select("details.callsheet-nested")
    }
    fields = ["Rank int32", "Cabin ", "Cabin.<Deck> "]
    assert found == {"response-Crew": fields, "response-Captain": fields}
    summaries = [summary.get_text() for summary in page.select("details > summary")]
    assert summaries == ["Properties of each item", "Properties of Sailor"]


def test_what_rows_say_of_nested_properties_is_shown_once() -> None:
    body = "\n### Response body: Ship\n" + table(
        "Property Name | Type | Description",
        "| Crew | array | All. |",
        "| Crew[].Rank | int32 | The rank. |",
        "| Captain | Sailor | One. |",
    )
    page = around(HEAD + RESPONSE + body, type_shape={"Ship": SHIP, "Sailor": CREW}.get)
    unfolding = [d.find_parent("tr")["id"] for d in page.select("details.callsheet-nested")]  # type: ignore[index]
    assert unfolding == ["response-Captain"]


def placeholders(page: BeautifulSoup) -> list[tuple[str, str, str]]:
    """The placeholders: their names, their texts, and the quotation marks around them.

    Where none is written, it is the usual one, or makes no difference.
    """
    return [
        (str(e["data-fill"]), e.get_text(), str(e.get("data-quote", '"')))
        for e in page.select("[data-fill]")
    ]


BASIC = base64.b64encode(b"ada:secret").decode()
SIGNED = f"""
## Sample request

```http!
GET /api/v1/Fleet/7/Ship/1
Authorization: Basic {BASIC}
```
"""


def test_places_for_own_values_are_found_in_any_language() -> None:
    programs = {
        "python": 'BASE = "http://x:1"\nship_id = 1\nfleet_id = 7\nauth=("ada", "secret")\n',
        "bash": f"curl -u 'ada:secret' 'http://x:1/api/v1/Fleet/7/Ship/1' # 1\n# Basic {BASIC}\n",
        "javascript": 'const shipId = "1";\nconst other = 1;\nbtoa("ada:secret")\n',
    }
    samples = [RenderedSample(name, "x", name, text) for name, text in programs.items()]
    page = around(HEAD + SIGNED, *samples, base_url="http://x:1")
    assert placeholders(page) == [
        ("base", "http://x:1", '"'),
        ("path:shipId", "1", ""),
        ("path:fleetId", "7", ""),
        ("user", "ada", '"'),
        ("password", "secret", '"'),
        ("credentials", "ada:secret", "'"),
        ("base", "http://x:1", '"'),
        ("path:fleetId", "7", "url"),
        ("path:shipId", "1", "url"),
        ("authorization", f"Basic {BASIC}", '"'),
        ("path:shipId", "1", '"'),
        ("credentials", "ada:secret", '"'),
        ("path:fleetId", "7", "url"),
        ("path:shipId", "1", "url"),
        ("authorization", f"Basic {BASIC}", '"'),
    ]
    codes = [code.get_text() for code in page.select("pre > code")]
    assert codes[: len(programs)] == list(programs.values())


def test_a_generator_may_say_itself_where_values_go() -> None:
    places = (Placeholder(1, 3, "path:<a>", "'"),)
    sample = RenderedSample("Python", "x.py", "python", "x1234\n", placeholders=places)
    page = around(HEAD + SIGNED, sample)
    assert placeholders(page)[0] == ("path:<a>", "12", "'")
    assert page.select("pre > code")[0].get_text() == "x1234\n"


# What further columns and sections say

RICH = """\
---
title: POST Ship
uid: v1Ship_Post
deprecated: true
servers: [{url: https://api.acme.example, description: The sea}]
security: [basic, {oauth2: [ships.write], key: {in: header, name: X-Key}}, none]
---

# POST Ship

```http
POST /api/v1/Fleet/{fleetId}/Ship
```

Makes a ship.

## Parameters

| Name | In | Type | Required | Default | Description |
|---|---|---|---|---|---|
| fleetId | path | int32 | Yes | | The fleet. |
| dry | query | bool | No | false | Only tries. |
| session | cookie | string | | | Who asks. |

## Request Body (application/json): ship

| Name | Type | Limits | Values | Example | Nullable | Deprecated | Description |
|---|---|---|---|---|---|---|---|
| name | string | 1 to 40 characters, pattern `[A-Z].*` | | `Ada` | | | Its name. |
| kind | int32 | | `1`: sail, `2`: steam | | Yes | since 2.0 | What drives it. |

## Request Body (multipart/form-data): ship

| Name | Type | Description |
|---|---|---|
| photo | binary | A picture. |

## Responses

| Status | Description |
|---|---|
| 201 | It is there. |
| 4XX | It is refused. |
| default | Something else. |

## Response 4XX: Problem

| Name | Type | Description |
|---|---|---|
| title | string | What is wrong. |

## Response headers 201

| Header | Type | Description |
|---|---|---|
| Location | uri | Where it is. |

## Sample request

```http! title="A sailing ship"
POST /api/v1/Fleet/1/Ship
```

## Sample response

```http_ title="A sailing ship"
HTTP/1.1 201 Created
```
"""


@pytest.fixture(scope="module")
def rich() -> BeautifulSoup:
    return Parsed(render_operation(read(RICH), PlainMarkdown(), ()).html)


def words(found: Any) -> str:
    return " ".join(found.get_text(" ").split())


def test_an_operation_says_whether_it_is_deprecated_and_where_it_is(rich: BeautifulSoup) -> None:
    assert "should no longer be used" in words(rich.select_one(".callsheet-note"))
    assert words(rich.select_one(".callsheet-servers")) == (
        "Server: https://api.acme.example (The sea)"
    )
    assert words(rich.select_one(".callsheet-security")) == (
        "Authentication: basic , or oauth2 (ships.write) with key , or not needed"
    )


def test_a_scheme_whose_name_says_it_is_not_told_twice() -> None:
    said = [facts_of_scheme(SecurityScheme(name, "http", "bearer")) for name in ("Bearer", "key")]
    assert [[fact.label for fact in facts] for facts in said] == [[], ["Authorization"]]


def test_parameters_of_one_table_say_where_they_are_sent(rich: BeautifulSoup) -> None:
    rows = rich.select('table[aria-label="Parameters"] tbody tr')
    assert [row.find_all("td")[1].get_text() for row in rows] == ["path", "query", "cookie"]
    assert rich.select_one('.callsheet-route a[href="#parameter-fleetId"]')
    assert "Optional" in words(rows[1])
    assert "Default false" in words(rows[1])


def test_a_row_says_what_its_values_may_be(rich: BeautifulSoup) -> None:
    name, kind = (words(rich.find(id=f"request-{row}")) for row in ("name", "kind"))
    assert "Limits at least 1 character, at most 40 characters Pattern [A-Z].* Example Ada" in name
    assert "deprecated" in kind
    assert "Values 1 sail 2 steam" in kind
    assert "May be null" in kind


def test_each_body_and_response_has_its_section(rich: BeautifulSoup) -> None:
    headings = [words(heading) for heading in rich.find_all(["h2", "h3"])]
    assert headings[:6] == [
        "Parameters",
        "Request body ship application/json",
        "Request body ship multipart/form-data",
        "Response",
        "Response 4XX Problem",
        "Response headers 201",
    ]
    statuses = [words(row.find("td")) for row in rich.select('tr[id^="status-"]')]
    assert statuses == ["201", "4XX", "default"]
    assert rich.find(id="response-title")
    assert rich.find(id="response-header-Location")


def test_an_example_says_its_name(rich: BeautifulSoup) -> None:
    assert [words(name) for name in rich.select(".callsheet-example-name")] == ["A sailing ship"]
    assert [words(label) for label in rich.select("label")] == ["HTTP: A sailing ship"]


def test_a_row_about_a_whole_body_says_so() -> None:
    text = """\
---
uid: a
---

# A

```http
GET /a
```

## Response 400 (text/html): string

| Type | Limits | Description |
|---|---|---|
| string | at most 9 characters | It is short. |
"""
    html = render_operation(read(text), PlainMarkdown(), ()).html
    assert ">(all of it)</b>" in html
    assert "It is short." in html
    assert "at most 9 characters" in html


def test_several_sample_responses_are_chosen_by_their_status() -> None:
    answers = "".join(
        f'```http_{title}\nHTTP/1.1 {line}\n\n{{"a": {number}}}\n```\n\n'
        for number, (title, line) in enumerate(
            [(' title="Big"', "200 OK"), ("", "200 OK"), ("", "404 Not Found")]
        )
    )
    page = soup(f"{HEAD}\n## Sample response\n\n{answers}")
    (choice,) = page.select(".callsheet-beside .callsheet-variants")
    assert [words(label) for label in choice.select("label")] == ["200 Big", "200 2", "404"]
    shown = [code.get_text() for code in choice.select(".callsheet-variant code")]
    assert [text[9:12] for text in shown] == ["200", "200", "404"]
    # Text between them may be about one of them alone.
    refusal = "```http_\nHTTP/1.1 404"
    parts = answers.replace(refusal, f"Where it has sunk:\n\n{refusal}")
    page = soup(f"{HEAD}\n## Sample response\n\n{parts}")
    assert not page.select(".callsheet-variants")
    assert len(page.select(".callsheet-beside pre")) == 3


def test_sections_with_the_same_title_are_told_apart_in_the_contents() -> None:
    rows = table("Property Name | Type | Description", "| a | int32 | A. |")
    body = "\n## Request Body ({}): ship\n" + rows
    text = HEAD.replace("GET", "POST") + body.format("application/json") + body.format("text/xml")
    links = [link.get_text() for link in soup(text).select(".callsheet-contents a")]
    assert "Request body: application/json" in links
    assert "Request body: text/xml" in links


def test_a_card_whose_title_is_the_route_has_it_once() -> None:
    operation = read(HEAD)
    group = Group("a", Page("a/index.md", None, "Ships", ()), (operation,))
    html = render_operations([(group, "a/")], lambda _: "b.md", Titles(TitleStyle.ROUTE))
    card = one(Parsed(html), "li")
    assert card.get_text().count(operation.route.template) == 1
    assert one(card, "a code").get_text() == operation.route.template


def test_properties_that_come_back_as_they_were_sent_are_printed_once() -> None:
    sent = [f"| Mast{n} | String | Mast {n}. |" for n in range(12)]
    body = "\n## Request Body: ship\n" + table("Property Name | Type | Description", *sent)
    back = [each.replace("String", "string") for each in sent]
    back[0] = back[0].replace("Mast 0.", "As it is now.")
    back[1] = back[1].replace("string", "int32")
    response = "\n### Response body: Ship\n" + table("Property Name | Type | Description", *back)
    page = soup(HEAD + body + RESPONSE + response)
    repeated = {str(row["id"]) for row in page.select("tr.callsheet-repeated")}
    assert repeated == {f"response-Mast{n}" for n in range(2, 12)}
    assert one(page, ".callsheet-repeats").get_text().startswith("10 properties")
    long = "".join(f"| Sail{n} | String | Sail {n}. |\n" for n in range(16))
    printed = soup(HEAD + body + RESPONSE + response + long)
    tools = printed.select(".callsheet-main .callsheet-tools")
    assert tools, "a table of this length has a filter"
    # The script finds the table after the place of its filter.
    assert all(each.find_next_sibling().name == "table" for each in tools)  # type: ignore[union-attr]
    # A sentence is worth it for many rows only.
    few = HEAD + body + RESPONSE + response.replace(back[2], back[2].replace("Mast 2.", "Other."))
    assert not soup(few).select(".callsheet-repeated, .callsheet-repeats")
