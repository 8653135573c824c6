"""The pages of operations lose what says nothing, and nothing else."""

from __future__ import annotations

from callsheet.site.output.minify import (
    minify_article,
    minify_block,
    minify_page,
    without_contents,
)
from tests.parsed import Parsed

CONTENTS = """
<nav class="md-nav md-nav--secondary" aria-label="Contents">
  <ul>
    <li><a href="#a">A</a></li>
  </ul>
</nav>
"""
SIDEBARS = f"""
<div class="md-sidebar md-sidebar--primary"><div>
  <li class="md-nav__item md-nav__item--active">
    <input class="md-nav__toggle md-toggle" type="checkbox" id="__toc">
    <label class="md-nav__link md-nav__link--active" for="__toc">
      <span>Page</span>
    </label>
    <a href="./" class="md-nav__link md-nav__link--active">Page</a>
    {CONTENTS}
  </li>
</div></div>
"""
SECONDARY = f"<div><div>\n{CONTENTS}\n</div></div>"


def test_the_table_of_contents_is_there_once_and_so_is_the_link_to_the_page() -> None:
    page = Parsed(minify_block(SIDEBARS + SECONDARY))
    assert [nav.get_text(strip=True) for nav in page.select(".md-nav--secondary")] == ["A"]
    assert page.select(".md-sidebar--primary .md-nav--secondary") == []
    assert [link.get_text() for link in page.select(".md-nav__link")] == ["Page"]


def test_a_table_of_contents_that_is_there_once_stays_with_what_opens_it() -> None:
    page = Parsed(minify_block(SIDEBARS))
    assert len(page.select(".md-nav--secondary")) == len(page.select("#__toc")) == 1
    assert len(page.select("label[for=__toc]")) == 1


def test_a_page_with_contents_of_its_own_loses_those_of_the_theme_and_no_other_sidebar() -> None:
    side = '<div class="md-sidebar md-sidebar--secondary"><div>'
    html = minify_block(f"{SIDEBARS}{side}<div>{CONTENTS}</div></div></div>")
    assert without_contents(html) == html.partition(side)[0]
    assert Parsed(without_contents(html)).select(".md-nav__link")
    for other in (minify_block(SIDEBARS), f"{html}<p>more</p>"):
        assert without_contents(other) == other


def test_words_keep_the_blanks_between_them() -> None:
    html = (
        "<div>\n  <p>\n    Made\n    with\n    <b>care</b>\n    and <i>love</i>\n  </p>\n</div>\n"
    )
    wanted = "<div><p>\nMade\nwith\n<b>care</b>\nand <i>love</i></p></div>"
    assert minify_block(html) == wanted


def test_an_article_scripts_and_what_is_preformatted_stay_as_they_are() -> None:
    kept = [
        "<script>\n  let a = 1\n\n  // two\n</script>",
        "<pre>\n  a\n\n    b\n</pre>",
        "<textarea>\n  a\n</textarea>",
        '<div>\n  <a href="x">a</a>\n  <a href="y">b</a>\n\n</div>',
    ]
    page = (
        f"\n\n<html>\n  <body>\n\n    {kept[0]}\n    {kept[1]}\n    <p>\n      x\n    </p>\n"
        f"    <article class='a'>\n\n   {kept[3]}\n\n  </article>\n    {kept[2]}\n"
        "  </body>\n</html>\n"
    )
    compact = minify_page(page)
    assert all(each in compact for each in kept)
    outside = compact
    for each in kept:
        outside = outside.replace(each, "")
    assert "  " not in outside
    assert "<p>\nx\n</p>" in outside
    assert outside.startswith("<html>\n<body>\n")


def test_a_page_without_an_article_is_closed_up_whole() -> None:
    assert minify_page("<p>\n\n  a\n</p>\n") == "<p>\na\n</p>"


def test_only_quotation_marks_of_attributes_themselves_are_left_out() -> None:
    kept = """<p data-code=' class="a" '>a</p>"""
    assert minify_page(f'{kept}<p class="a">b</p>') == f"{kept}<p class=a>b</p>"


def test_an_article_loses_end_tags_that_html_does_not_need() -> None:
    table = "<table><thead><tr><th>A</th></tr></thead><tbody><tr><td>1</td></tr></tbody></table>"
    items = "<ul><li>One</li><li>Two</li></ul><dl><dt>A</dt><dd>B</dd></dl>"
    short = minify_article(f"\n{table}{items}\n")
    assert short == (
        "<table><thead><tr><th>A<tbody><tr><td>1</table><ul><li>One<li>Two</ul><dl><dt>A<dd>B</dl>"
    )
    assert str(Parsed(short)) == str(Parsed(table + items))


def test_end_tags_stay_where_they_mean_something() -> None:
    headless = "<table><thead><tr><th>A</thead><tr><td>1</tbody><tr><td>2</table>"
    assert minify_article(headless) == headless
    for html in ("<script>'</td>'</script>", "<!-- </td> -->", "<textarea></td></textarea>"):
        assert minify_article(html) == html
