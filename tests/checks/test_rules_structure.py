"""Rules about sections, headings, fences, leftovers and Markdown: what they find and where."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from markdown import markdown
from markdown_it import MarkdownIt

from callsheet.checks.engine.fixes import apply_edits
from callsheet.checks.engine.registry import all_rules
from callsheet.checks.model.page import CheckedPage, OperationPage
from callsheet.checks.rule import Diagnostic, OperationRule, PageRule
from callsheet.checks.rules.specimen import PATH, specimen
from tests.checks.trees import broken, checked

SECTIONS = [
    "## Query String Parameters",
    "## Request Headers",
    "## Request Body: parcel",
    "## Response: object",
    "### Response body: Parcel",
    "## Sample request",
    "## Sample response",
]
EXTENSIONS = ["tables", "fenced_code"]
_ORDINARY = "Changes what is known of a parcel, and gives it back as it is stored."


def diagnostics(code: str, text: str) -> list[Diagnostic]:
    rule = all_rules()[code]
    page = CheckedPage.read(text.encode(), "page.md")
    assert isinstance(rule, (PageRule, OperationRule))
    if isinstance(rule, OperationRule):
        assert isinstance(page, OperationPage)
        return list(rule.check(page))
    return list(rule.check(page))


def text_at(text: str, diagnostic: Diagnostic) -> str:
    place = diagnostic.place
    assert place.line == place.end_line
    return text.split("\n")[place.line - 1][place.column - 1 : place.end_column - 1]


def described(text: str) -> str:
    """The correct page with this description."""
    return broken(_ORDINARY, text)


def section(heading: str, text: str | None = None) -> str:
    """A section with all that is in it up to the next heading."""
    text = specimen() if text is None else text
    start = text.index(f"{heading}\n")
    end = re.compile(r"^##", re.MULTILINE).search(text, start + len(heading))
    return text[start : end.start() if end else len(text)]


def codes(text: str, folder: Path) -> list[str]:
    return [finding.code for finding in checked(folder, {PATH: text}, select=()).findings]


@pytest.mark.parametrize("heading", SECTIONS[1:])
def test_a_section_that_is_missing(heading: str, tmp_path: Path) -> None:
    part = section(heading)
    text = broken(part, "")
    found = [
        h for h in diagnostics("CS504", text) if heading.lstrip("# ").partition(":")[0] in h.message
    ]
    if heading.startswith("## Response"):
        # Its table begins it, and the heading of the body follows.
        assert "Response" in found[0].message
        return
    assert len(found) == 1
    gap = specimen()[: specimen().index(part)].count("\n") + 1
    assert found[0].place.line in (gap, gap - 1, gap - 2)


def test_the_sections_that_a_page_may_lack() -> None:
    assert not diagnostics("CS504", broken(section(SECTIONS[0]), ""))
    text = broken("| Content-Type | Content-type of the request body: `application/json` |\n", "")
    assert not diagnostics("CS504", text.replace(section(SECTIONS[2], text), ""))
    text = broken("| 200 | The parcel as it is stored. |", "| 204 | Done. |")
    assert not diagnostics("CS504", text.replace(section(SECTIONS[4], text), ""))


@pytest.mark.parametrize("heading", [SECTIONS[0], SECTIONS[1], SECTIONS[3], SECTIONS[4]])
def test_a_table_that_has_lost_its_heading(heading: str) -> None:
    text = broken(f"{heading}\n", "")
    [diagnostic] = diagnostics("CS504", text)
    assert text_at(text, diagnostic).startswith("| P" if "Resp" not in heading else "|")
    assert heading.strip("# ").partition(":")[0] in diagnostic.message


@pytest.mark.parametrize("heading", SECTIONS)
def test_a_section_that_is_there_twice(heading: str) -> None:
    part = section(heading)
    again = broken(part, f"{part}\n{part}")
    [diagnostic] = diagnostics("CS505", again)
    first = again[: again.index(part)].count("\n") + 1
    assert diagnostic.place.line > first
    assert [related.line for related in diagnostic.related] == [first]
    assert not diagnostics("CS506", again)


def test_two_different_examples_are_no_repetition() -> None:
    other = section(SECTIONS[6]).replace("200 OK", "404 Not Found")
    assert not diagnostics("CS505", f"{specimen()}\n{other}")
    assert not diagnostics("CS506", f"{specimen()}\n{section(SECTIONS[5])}\n{other}")


@pytest.mark.parametrize(("moved", "before"), [(1, 0), (2, 0), (5, 1), (6, 3), (3, 0)])
def test_a_section_in_another_place(moved: int, before: int, tmp_path: Path) -> None:
    part = section(SECTIONS[moved])
    text = broken(part, "")
    text = text.replace(f"{SECTIONS[before]}\n", f"{part}\n{SECTIONS[before]}\n")
    [diagnostic] = diagnostics("CS506", text)
    assert text_at(text, diagnostic) in (SECTIONS[moved], SECTIONS[before])
    assert len(diagnostic.related) == 1


@pytest.mark.parametrize("index", [0, 1, 2, 5, 6])
def test_a_section_with_nothing_in_it(index: int) -> None:
    heading = SECTIONS[index] if index != 2 else "## Request Body"
    text = broken(section(SECTIONS[index]), f"{heading}\n\n")
    [diagnostic] = diagnostics("CS507", text)
    assert text_at(text, diagnostic) == heading


def test_a_section_with_a_type_or_prose_only() -> None:
    assert not diagnostics("CS507", broken(section(SECTIONS[4]), f"{SECTIONS[4]}\n\n"))
    assert not diagnostics(
        "CS507", broken(section(SECTIONS[2]), "## Request Body: image binary\n\n")
    )
    [diagnostic] = diagnostics("CS507", broken(section(SECTIONS[1]), f"{SECTIONS[1]}\n\nNone.\n\n"))
    assert "has no table" in diagnostic.message


@pytest.mark.parametrize("heading", SECTIONS)
@pytest.mark.parametrize("level", [1, 2, 3, 4])
def test_the_level_of_a_section(heading: str, level: int) -> None:
    right = heading.partition(" ")[0]
    text = broken(f"\n{heading}\n", f"\n{'#' * level} {heading.lstrip('# ')}\n")
    found = diagnostics("CS508", text)
    if level == len(right):
        assert not found
        return
    fixed = apply_edits(text.encode(), [found[0].fix]).decode()
    assert fixed == specimen()
    assert len(found) == 1


def test_levels_of_an_authors_own_headings() -> None:
    assert not diagnostics(
        "CS508", described("## One\n\n### Two\n\n#### Three\n\n## Four\n\nText.")
    )
    [diagnostic] = diagnostics("CS508", described("## One\n\n#### Two\n\nText."))
    assert text_at(described("## One\n\n#### Two\n\nText."), diagnostic) == "#### Two"


def test_pages_have_one_h1() -> None:
    assert "no H1" in diagnostics("CS509", broken("# Change a parcel\n", ""))[0].message
    text = broken("# Change a parcel\n", "## Change a parcel\n")
    [diagnostic] = diagnostics("CS509", text)
    assert apply_edits(text.encode(), [diagnostic.fix]).decode() == specimen()
    [diagnostic] = diagnostics("CS509", described("# More\n\nText."))
    assert diagnostic.place.line == 12


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("## Reqest Headers", "Request Headers"),
        ("## request headrs:", "Request Headers"),
        ("## RequestHeaders", "Request Headers"),
        ("## HTTP Headers", "Request Headers"),
        ("## Sampel request", "Sample request"),
        ("## Respones: object", "Response"),
        ("### Response boddy: Parcel", "Response body"),
        ("## Query String", "Query String Parameters"),
    ],
)
def test_headings_with_a_slip(written: str, meant: str) -> None:
    [diagnostic] = diagnostics("CS510", described(f"{written}\n\nText."))
    assert f"`{meant}` meant" in diagnostic.message
    [edit] = diagnostic.fix
    assert edit.text == meant


@pytest.mark.parametrize(
    "heading",
    [
        "## Response headers",
        "## Remarks",
        "## Filter Operators: ##",
        "## Requirements",
        "## Strings",
    ],
)
def test_headings_of_the_authors_own(heading: str) -> None:
    assert not diagnostics("CS510", described(f"{heading}\n\nText."))


@pytest.mark.parametrize(
    ("heading", "expected"),
    [
        ("## Restricted: ## The agent is not available.", 1),
        ("## The agent is not available. Ask for it when you register your app.", 1),
        ("## " + "very " * 20 + "long", 1),
        ("## What to do when the depot is closed", 0),
        ("## Filter Operators: ##", 0),
        ("## A/very/long/route/" + "segment/" * 20, 0),
        ("## Version 2.0 of it, e.g. in depots", 0),
        ("## Depots [![Built](https://depot.test/" + "a" * 99 + ")](https://depot.test)", 0),
    ],
)
def test_headings_that_hold_a_paragraph(heading: str, expected: int) -> None:
    assert len(diagnostics("CS511", described(f"{heading}\n\nText."))) == expected


@pytest.mark.parametrize(
    ("right", "wrong", "label"),
    [
        ("```http!\n", "```\n", "http!"),
        ("```http!\n", "```http\n", "http!"),
        ("```http!\n", "```HTTP_\n", "http!"),
        ("```http_\n", "```json\n", "http_"),
        ("```http_\n", "```http!\n", "http_"),
        ("```http\nPUT /api/v1/Depot/north", "```http!\nPUT /api/v1/Depot/north", "http"),
        ("```http\nPUT /api/v1/Depot/north", "```\nPUT /api/v1/Depot/north", "http"),
    ],
)
def test_fences_with_the_label_of_something_else(
    right: str, wrong: str, label: str, tmp_path: Path
) -> None:
    text = broken(right, wrong)
    [diagnostic] = diagnostics("CS503", text)
    assert f"`{label}`" in diagnostic.message
    assert apply_edits(text.encode(), [diagnostic.fix]).decode() == specimen()
    assert codes(text, tmp_path) == ["CS503"]


def test_calls_in_a_description_are_no_examples() -> None:
    call = "```text\nGET /api/v1/Depot/north/Parcel/7\n```"
    assert not diagnostics("CS503", described(call))
    assert not diagnostics("CS502", described(call))
    assert len(diagnostics("CS502", described("```\nx = 1\n```"))) == 1


@pytest.mark.parametrize(
    "end",
    [
        "{parcelId}\n```\n\nChanges",
        "=true\n```\n\n## Request H",
        '53Z"\n}\n```\n\n## Sample resp',
        "true\n}\n```\n",
    ],
)
def test_a_fence_that_runs_into_the_next_one_is_not_closed(end: str, tmp_path: Path) -> None:
    text = broken(end, end.replace("```\n", ""))
    outcome = checked(tmp_path, {PATH: text}, select=())
    opening = text[: text.index(end.partition("```")[0])].rindex("```")
    line = text.count("\n", 0, opening) + 1
    assert [(finding.code, finding.line) for finding in outcome.findings] == [("CS005", line)]


def test_a_fence_may_show_fences() -> None:
    text = described("````markdown\n```http!\nGET /\n```\n````")
    assert not CheckedPage.read(text.encode(), "page.md").reading.findings


LEFT_OVER = [
    ("CS512", "Calls {Depot.Services.IParcelAgent} first.", "{Depot.Services.IParcelAgent}"),
    ("CS512", "A {Depot.Agent.Get(System.Int32)} call.", "{Depot.Agent.Get(System.Int32)}"),
    ("CS512", "A list of System.String values.", "System.String"),
    ("CS512", "An IEnumerable`1 of them.", "IEnumerable`1"),
    ("CS513", 'See <see cref="T:Depot">it</see>.', '<see cref="T:Depot">'),
    ("CS513", "It.&lt;para/&gt;More.", "&lt;para/&gt;"),
    ("CS513", "Gets {@link Parcel}.", "{@link Parcel}"),
    ("CS513", "A <summary>text</summary>.", "<summary>"),
    ("CS514", "TODO: write it.", "TODO"),
    ("CS514", "Lorem ipsum dolor sit amet, and so on.", "Lorem ipsum dolor sit amet"),
    ("CS514", "Missing XML comment for it", "Missing XML comment"),
    ("CS514", "Description goes here.", "Description goes here"),
    ("CS514", "No description available.", "No description available"),
    ("CS514", "undefined", "undefined"),
    ("CS514", "Placeholder text.", "Placeholder text"),
    ("CS515", "Gets {{ name }} of it.", "{{ name }}"),
    ("CS515", "Gets $name$ of it.", "$name$"),
    ("CS515", "Gets ${name} of it.", "${name}"),
    ("CS515", "Gets <%= name %> of it.", "<%= name %>"),
]


@pytest.mark.parametrize(("code", "text", "at"), LEFT_OVER)
def test_what_a_generator_left_over(code: str, text: str, at: str) -> None:
    for page in (described(text), broken("A picture of it, in base64.", text)):
        [diagnostic] = diagnostics(code, page)
        assert text_at(page, diagnostic) == at
        assert diagnostic.message.startswith(f"`{at}`")
    assert not diagnostics(code, described(f"```text\n{text}\n```"))
    if "`" not in text:
        assert not diagnostics(code, described(f"As in `{text}`."))


@pytest.mark.parametrize(
    "text",
    [
        "The route /Depot/{depotId} and version {x} of 1.2.",
        "The text to be written to the file; a missing description is refused.",
        "Refused without description, or with no text given in it.",
        "Placeholder text that the form shows; placeholder text to be shown.",
        "A TODO list has items; todo and undefined are values.",
        "If it is marked as both TODO and skipped, the TODO option is ignored.",
        "A part of the list that is likely still\nto be written.",
        "<details>\n<summary>More</summary>\nText.\n</details>",
        "Costs $5 or $select=Name, or 5$ and 6$.",
        "__Important__ and **bold**, 100 % sure.",
        "Use Name,Department or [I:10] and {key: value}.",
    ],
)
def test_what_looks_like_a_leftover(text: str) -> None:
    for code in ("CS512", "CS513", "CS514", "CS515"):
        assert not diagnostics(code, described(text))


MARKDOWN = [
    ("CS520", "Text:\n* one\n* two", True),
    ("CS520", "Text:\n1. one\n2. two", True),
    ("CS521", "* one\n  * two\n* three", True),
    ("CS521", "1. one\n   - two\n2. three", True),
    ("CS521", "- one\n\n  more\n\n- two", True),
    ("CS521", "- one\n  - two\n    - three", True),
    ("CS522", "Text:\n| a | b |\n|---|---|\n| 1 | 2 |", True),
    ("CS523", "Text.\n\n##More\n\nText.", True),
    ("CS523", "#123 is a number", False),
    ("CS524", "Text.\n\n  ## More\n\nText.", True),
    ("CS525", "3. three\n4. four", False),
    ("CS525", "1) one\n2) two", False),
    ("CS526", "<div>\n\n**bold** text\n\n</div>", False),
    ("CS526", "<details>\n<summary>More</summary>\n\n* one\n\n</details>", False),
    ("CS527", "one\\\ntwo", True),
    ("CS528", "```text\none\n````\n\nText.", True),
]


def site(text: str) -> str:
    return plain(markdown(text, extensions=EXTENSIONS))


def preview(text: str) -> str:
    return plain(MarkdownIt("commonmark").enable("table").render(text))


def plain(html: str) -> str:
    """HTML without what both engines write in different ways."""
    html = re.sub(r"</?p>|\s+", "", html.replace("<br />", "<br>"))
    return re.sub(r' class="language-\w+"| start="\d+"', "", html) if "start" not in html else html


@pytest.mark.parametrize(("code", "text", "fixed"), MARKDOWN)
def test_markdown_that_the_site_shows_otherwise(code: str, text: str, fixed: bool) -> None:
    assert site(text) != preview(text)
    [diagnostic] = diagnostics(code, text)
    assert bool(diagnostic.fix) == fixed
    if fixed:
        result = apply_edits(text.encode(), [diagnostic.fix]).decode()
        assert site(result) == preview(result)
        assert not diagnostics(code, result)


@pytest.mark.parametrize(
    "text",
    [
        "Text:\n\n* one\n* two",
        "## More\n* one\n* two",
        "```text\nx\n```\n* one",
        "* one\n    * two\n* three",
        "- one\n - two",
        "* one\nlazy\n* two",
        "1. one\n2. two",
        "## More\n| a | b |\n|---|---|\n| 1 | 2 |",
        "<div>\n**bold**\n</div>",
        "<div>\n\ntext\n\n</div>",
        "see #123 and C#",
        "a \\* b\\\\",
        "```text\none\n```\n\nText.",
        "> quoted\n> text",
    ],
)
def test_markdown_that_both_show_alike(text: str) -> None:
    for code in ("CS520", "CS521", "CS522", "CS523", "CS524", "CS525", "CS526", "CS527", "CS528"):
        assert not diagnostics(code, text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("See https://parcels.org/sizes.", ["https://parcels.org/sizes"]),
        ("See <https://parcels.org>.", []),
        ("See [it](https://parcels.org/a_(b)) and `https://parcels.org`.", []),
        ('See <a href="https://parcels.org">it</a>.', []),
        ("[it]: https://parcels.org", []),
        ("Ask https://localhost/x or https://{host}/y.", []),
    ],
)
def test_addresses_that_are_no_links(text: str, expected: list[str]) -> None:
    assert [text_at(text, diagnostic) for diagnostic in diagnostics("CS529", text)] == expected


def test_a_correct_page_has_none_of_these() -> None:
    for code in all_rules():
        if code.startswith("CS5"):
            assert not diagnostics(code, specimen())


@pytest.mark.parametrize(
    ("code", "text", "wrong"),
    [
        ("CS516", "Text.\n\n>>>>>>> main", ">>>>>>> main"),
        ("CS517", "Paid in NOK\u00e2\u201a\u00ac today.", "\u00e2\u201a\u00ac"),
        ("CS518", "A\u2060B", "\u2060"),
        ("CS518", "*\u00a0one\n\nText.", "\u00a0"),
        ("CS518", "See\x01that.", "\x01"),
        ("CS519", "First.\\r\\nSecond.", "\\r\\n"),
        ("CS519", "A &amp;lt;b&amp;gt; sign.", "&amp;lt;"),
        ("CS515", "The value {0} of {1}.", "{0}"),
        ("CS513", "@param id the parcel", "@param"),
        ("CS530", "It is ~~old~~ new.", "~~old~~"),
        ("CS530", "1. [ ] Weigh it.", "[ ]"),
        ("CS532", "-one\n-two", "-"),
        ("CS533", "    a | b\n    ---|---\n    1 | 2", "a | b"),
        ("CS026", "See [the guide] [] and [it][that].", "[it][that]"),
        ("CS023", "See [it](#request-header).", "#request-header"),
        ("CS023", "See [it](<#Sample-Request>).", "#Sample-Request"),
    ],
)
def test_a_slip_in_a_text_is_found_at_its_place(code: str, text: str, wrong: str) -> None:
    page = described(text)
    (diagnostic,) = diagnostics(code, page)
    assert text_at(page, diagnostic) == wrong


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("CS516", "Text\n\n<<<<<<<<<< eight and more"),
        ("CS516", "    a <<<<<<< b"),
        ("CS517", "The replacement character U+FFFD \ufffd stands for it."),
        ("CS517", "\u00c2ngstr\u00f6m, S\u00c3O PAULO, caf\u00e9 \u00e0 la carte, \u20ac 5."),
        ("CS518", "50\u00a0kg, na\u00efve, \u0646\u200c\u0647, \U0001f468\u200d\U0001f469"),
        ("CS519", r"The folder C:\new or C:\Names, and `.\n` in code."),
        ("CS519", "AT&amp;T sells it for &lt;5 kg."),
        ("CS515", r"The pattern \d{3} and a{2}."),
        ("CS513", "Write to me@param.org, or to @parcels."),
        ("CS530", "About ~5 and ~~~ and `~~x~~` and a [x] in text."),
        ("CS532", "*note* the weight\n*and* the size"),
        ("CS532", "*Only for parcels.\nNot for letters."),
        ("CS532", "It is\n-5 degrees\n-6 degrees"),
        ("CS533", "    a --- b | c\n    d"),
        ("CS026", "rows[0][1], [a][b] and [c][].\n\n[b]: one.md\n[C]: two.md"),
        ("CS026", "`[it]()` and [it](<two words.md>)."),
        (
            "CS023",
            "[a](#request-headers) [b](#query-notify) [c](#status-404) [d](#own)<i id='own'></i>",
        ),
        ("CS023", "[a](#request-body) [b](#request-body-parcel) [c](#top) [d](#fn:1)"),
        ("CS023", "[a](#elsewhere)\n\n[!include[part](part.md)]"),
        ("CS531", "One\n\n---\n\nTwo"),
    ],
)
def test_what_looks_like_a_slip_and_is_none(code: str, text: str) -> None:
    assert diagnostics(code, described(text)) == []


def test_a_page_whose_headings_are_all_underlined_means_it() -> None:
    assert diagnostics("CS531", "One\n===\n\nText\n\nTwo\n---\n\nText\n") == []


def test_a_sample_request_needs_its_heading() -> None:
    text = broken("## Sample request\n\n", "")
    (diagnostic,) = [
        diagnostic
        for diagnostic in diagnostics("CS504", text)
        if "Sample request" in diagnostic.message
    ]
    assert text.split("\n")[diagnostic.place.line - 1] == "```http!"


def test_a_merge_conflict_is_one_finding() -> None:
    text = described("<<<<<<< HEAD\nOne.\n=======\nTwo.\n>>>>>>> main")
    assert len(diagnostics("CS516", text)) == 1


def test_request_headers_are_needed_where_an_example_sends_some() -> None:
    table = section(SECTIONS[1]) if "Headers" in SECTIONS[1] else section("## Request Headers")
    text = broken(table, "")
    assert [diagnostic.message for diagnostic in diagnostics("CS504", text)] == [
        "The page has no section `Request Headers`."
    ]
    without = text.replace("Authorization: Basic cmVhZGVyOmNhbGxzaGVldA==\n", "")
    assert diagnostics("CS504", without) == []


ANSWER = (
    "```http_\nHTTP/1.1 200 OK\nContent-Type: application/json; charset=utf-8\n"
    "Last-Modified: Sat, 14 Mar 2026 09:26:53 GMT\n\n"
)


def test_a_body_alone_is_no_example() -> None:
    [diagnostic] = diagnostics("CS534", broken(ANSWER, "```json\n"))
    assert "`json`" in diagnostic.message
    assert "`http_`" in diagnostic.hint
    bodies = broken(ANSWER, "```json\n{}\n```\n\n" + ANSWER)
    assert diagnostics("CS534", bodies) == []
    assert diagnostics("CS534", broken("```http_\n", "```text\n")) == []
