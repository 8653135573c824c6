"""Components, shortcodes and tags of other tools: any text with them is read, whole and quickly."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from markdown import Markdown

from callsheet.checks.engine.check_page import check_page
from callsheet.site.markdown.markup import render_marks
from callsheet.source.document import read_document
from callsheet.source.layouts.built_in import LAYOUTS
from callsheet.source.markup.reading import plain_document, unknown_marks
from callsheet.source.readers.reader import read_page
from tests.growth import Stopwatch, slow_steps

_PIECES = (
    "<Note>", "</Note>", "<Tabs>", "</Tabs>", '<Tab title="one">', "</Tab>", "<CodeGroup>",
    "</CodeGroup>", '<ParamField path="id" required>', "</ParamField>", "<Unknown a={b}>",
    "{{< note >}}", "{{< /note >}}", "{{% tab %}}", '{% hint style="info" %}', "{% endhint %}",
    '{% api-method method="get" path="/x" %}', "{% endapi-method %}", "{% api-method-summary %}",
    "{% endapi-method-summary %}", ":::tip", ":::", "# [A](#tab/a)", "---", "```json", "```",
    "import A from 'a';", "export const a = {", "{/* x */}", "{#", '<aside class="notice">',
    "</aside>", "<details>", "<summary>", "</summary>", "<summary>One</summary>", "</details>",
    "{{< history >}}", "{{< /history >}}", "a\\",
    "# Boats", "## GET /boats", "`GET /boats/{id}`", "| Name | Type |",
    "| --- | --- |", "| id | string |", "- `id` (string, required)", "  ", "    ", "- ", "> ", "",
)  # fmt: skip
_WORD = re.compile(r"word\d+")
pages = st.lists(
    st.tuples(st.sampled_from(_PIECES), st.integers(0, 3)).map(
        lambda pair: f"{pair[0]} word{pair[1]}" if pair[1] else pair[0]
    ),
    max_size=40,
).map("\n".join)


def _rendered(text: str, *, by_language: bool) -> str:
    lines = render_marks(text.split("\n"), lambda html: "<!---->", tabs_by_language=by_language)
    return "\n".join("\n".join(line.texts) for line in lines)


@given(pages, st.sampled_from([None, *LAYOUTS.values()]))
@settings(max_examples=200)
@example('{% api-method method="get" path="/x" %}', None)
def test_any_page_is_read(text: str, layout: object) -> None:
    document = read_document(text.encode())
    plain = plain_document(document)
    assert len(plain.lines) == len(document.lines)
    unknown_marks(document)
    read_page(text.encode(), "page.mdx", layout)  # type: ignore[arg-type]


@given(pages, st.booleans())
@settings(max_examples=200)
@example("{% api-method-summary %}\nword1\n{% endapi-method-summary %}", False)
def test_no_text_is_lost(text: str, by_language: bool) -> None:
    kept = [
        line
        for line in text.split("\n")
        # What a page imports and exports is not a text of it, nor is what a label says of a fence.
        if not line.startswith(("import", "export", "```"))
    ]
    if "export const" in text:
        return
    rendered = _rendered(text, by_language=by_language)
    wanted = [
        word for line in kept if line.lstrip()[:1] not in "<{:#" for word in _WORD.findall(line)
    ]
    for word in set(wanted):
        assert rendered.count(word) >= 1


@pytest.mark.slow
@pytest.mark.parametrize(
    "unit",
    [
        "<Note>\n", "<Note>x</Note>\n", "<A b={", '<A b="', "{{< a ", "{% a ", "{/* ", "{# ",
        "<ParamField body=\"a\" type=\"string\">\n", ":::note\n", "# [A](#tab/a)\n\nx\n\n",
        "<Tabs>\n<Tab>\n", "`", "<A\n", "</Note>", "```a\n```\n", "{% api-method method=\"a\" %}\n",
    ],
)  # fmt: skip
def test_time_grows_with_the_page(unit: str) -> None:
    def steps(size: int) -> dict[str, float]:
        text = unit * (size // len(unit))
        took = Stopwatch()
        took("read", lambda: read_page(text.encode(), "a.mdx", LAYOUTS["generic"]))
        took("render", lambda: _rendered(text, by_language=True))
        return took.steps

    assert not slow_steps(steps, 12_000)


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("<Note>\n  Mind it.\n</Note>", "<div class='note'>\nMind it.\n</div>"),
        ("{{< note >}}\nMind it.\n{{< /note >}}", "<div class='note'>\nMind it.\n</div>"),
        ('{% hint style="warning" %}\nNo.\n{% endhint %}', "<div class='warning'>\nNo.\n</div>"),
        (":::tip\nYes.\n:::", "<div class='tip'>\nYes.\n</div>"),
        ('<aside class="notice">So.</aside>', "<div class='note'>\nSo.\n</div>"),
        ("{/* gone */}\nStays.", "Stays."),
        ("import A from 'a'\n\nStays.", "Stays."),
        ("See [it]({{< ref \"it.md\" >}}).", "See [it](it.md)."),
        ("<Weather />", "`<Weather />`"),
        ("Put `<Note>` there.", "Put `<Note>` there."),
        ("Fill in <Name>.", "Fill in <Name>."),
        ("<Note>", "`<Note>`"),
        ("```\n<Note>\n```", "```\n<Note>\n```"),
        ("<details>\n<summary><b>A</b> `b`</summary>\n\nc\n</details>",
         "<details><summary>A b</summary>\nc\n</details>"),
        ("<details><summary>A</summary>b\n</details>",
         "<details><summary>A</summary>\nb\n</details>"),
        ("<details>\n<summary>\nA\n</summary>\nb\n</details>",
         "<details><summary>A</summary>\nb\n</details>"),
        ("a\\\nb\\", "a  \nb\\"),
        ("```\na\\\nb\n```", "```\na\\\nb\n```"),
        ("    a\\\n    b", "a\\\n    b"),
    ],
)  # fmt: skip
def test_marks_are_rendered(text: str, html: str) -> None:
    def shorten(found: str) -> str:
        kind = re.match(r'<div class="admonition (\w+)">', found)
        return f"<div class='{kind[1]}'>" if kind else found

    lines = render_marks(text.split("\n"), shorten)
    shown = "\n".join("\n".join(line.texts) for line in lines)
    assert re.sub(r"\n+", "\n", shown).strip() == html


def test_own_pages_stay_as_they_are() -> None:
    page = b"---\nuid: boats\n---\n\n# Boats\n\n```http\nGET /boats\n```\n\n<Note>x</Note>\n"
    reading = read_page(page, "boats.md")
    assert reading.page.unknown_marks == ()
    assert "<Note>x</Note>" in "".join(
        t.markdown for s in reading.operations[0].sections for t in s.prose
    )


def test_tabs_have_their_labels() -> None:
    text = '<Tabs>\n<Tab title="A">\none\n</Tab>\n<Tab title="B">\ntwo\n</Tab>\n</Tabs>'
    lines = render_marks(text.split("\n"), lambda html: html)
    html = Markdown().convert("\n".join("\n".join(line.texts) for line in lines))
    assert html.count("tabbed-block") == 2
    assert re.findall(r"<label[^>]*>(\w)</label>", html) == ["A", "B"]


def test_an_operation_of_gitbook_has_its_summary_as_title() -> None:
    text = """{% swagger method="get" path="/boats/{id}" summary="Show a boat" %}
{% swagger-description %}
It is there.
{% endswagger-description %}
{% swagger-parameter in="path" name="id" type="string" required="true" %}
Its number.
{% endswagger-parameter %}
{% endswagger %}
"""
    operation = read_page(text.encode(), "boats.md").operations[0]
    assert (operation.title, operation.method, operation.route.template) == (
        "Show a boat",
        "GET",
        "/boats/{id}",
    )


def test_code_in_shortcodes_is_no_list() -> None:
    data = (Path(__file__).parent / "pages" / "shortcode-code.md").read_bytes()
    data = data.replace(
        b"\\\nhttp://127.0.0.1:8080/api/yard/v2/lamps\n", b"\\\n-H 'A: b' \\\n-d 'c'\n"
    )
    assert b"-H 'A: b'" in data
    found = check_page(data, "lamps.md").result.findings
    assert "CS532" not in {finding.code for finding in found}
