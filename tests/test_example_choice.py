"""The page of an operation that is called in several ways shows all of them."""

from __future__ import annotations

import json
from base64 import b64encode
from collections import Counter
from pathlib import Path

import pytest
from bs4 import BeautifulSoup, Tag
from click.testing import CliRunner

from callsheet.catalog.titles import Titles
from callsheet.cli import main
from callsheet.render import render_operation
from callsheet.samples import LANGUAGES, Overrides, further_samples_of, labels_of, variants_of
from callsheet.samples.collections.postman import postman_collection
from callsheet.site.generated.search import add_entries
from callsheet.site.markdown.sample_tabs import MAX_FURTHER, SampleTabs
from tests.browser import cargo
from tests.parsed import Parsed
from tests.test_render import PlainMarkdown, one, read

ALL = tuple(LANGUAGES)
HEADING = "\n## Sample request\n"


def html_of(text: str, languages: tuple[str, ...] = ALL) -> str:
    operation = read(text)
    tabs = SampleTabs([LANGUAGES[key] for key in languages], Overrides())
    further = tabs.further(operation)
    return render_operation(operation, PlainMarkdown(), tabs.of(operation), further=further).html


def soup(text: str, languages: tuple[str, ...] = ALL) -> BeautifulSoup:
    return Parsed(html_of(text, languages))


def choices(page: Tag) -> list[str]:
    """What a reader chooses among, as it is read out."""
    return [
        " ".join(label.get_text(" ").split())
        for label in page.select(".callsheet-variants > label")
    ]


def tab_labels(way: Tag) -> list[str]:
    return [label.get_text() for label in way.select(".callsheet-tabs > label")]


def programs(page: Tag) -> dict[str, str]:
    """The programs of a page by the names of their files, without those for other statuses."""
    found = {}
    for panel in page.select(".callsheet-panel"):
        if name := panel.select_one(".callsheet-file code"):
            found[name.get_text()] = one(panel, "pre").get_text()
    return found


def test_every_example_and_media_type_is_chosen_by_its_name_the_first_one_first() -> None:
    page = soup(cargo.few())
    assert choices(page) == ["Books", "No label 422", "multipart/form-data"]
    radios = page.select(".callsheet-variants > input")
    assert [radio.has_attr("checked") for radio in radios] == [True, False, False]
    assert len({radio["name"] for radio in radios}) == 1
    group = one(page, ".callsheet-variants")
    assert one(page, f"[id='{group['aria-labelledby']}']").get_text() == "Example"


def test_the_page_has_exactly_the_programs_of_the_command(tmp_path: Path) -> None:
    docs = tmp_path / "docs"
    docs.mkdir()
    (docs / "cargo.md").write_text(cargo.few(), encoding="utf-8")
    languages = [part for key in ALL for part in ("--language", key)]
    out = tmp_path / "samples"
    done = CliRunner().invoke(main, ["samples", "--docs", str(docs), "--out", str(out), *languages])
    assert done.exit_code == 0, done.output
    written = {
        file.name: file.read_bytes().decode()
        for file in out.iterdir()
        if file.is_file() and "_4" not in file.name
    }
    assert programs(soup(cargo.few())) == written
    assert len(written) == 3 * len(ALL)


def test_each_way_has_its_languages_and_its_own_request_as_http() -> None:
    books, refused, upload = soup(cargo.few()).select(".callsheet-variant")
    languages = [language.label for language in LANGUAGES.values()]
    assert tab_labels(books) == [*languages, "HTTP"]
    assert tab_labels(refused) == [*languages, "HTTP"]
    # No example shows it, so that there is no request to show.
    assert tab_labels(upload) == languages
    assert "POST /api/v1/Cargo/4" in refused.select("pre")[-1].get_text()
    assert "sends the file image.png" in " ".join(upload.get_text().split())


def test_the_places_for_own_values_are_those_of_each_example() -> None:
    page = soup(cargo.few(), ("python",))
    shown = [
        {place["data-fill"]: place.get_text() for place in way.select("[data-fill^=path]")}
        for way in page.select(".callsheet-variant")
    ]
    assert shown == [{"path:shipId": "3"}, {"path:shipId": "4"}, {"path:shipId": "3"}]
    for name in ("user", "password"):
        assert len(page.select(f".callsheet-variant [data-fill={name}]")) == len(shown)


@pytest.mark.parametrize("language", ["python", "powershell", "javascript", "csharp", "php"])
@pytest.mark.parametrize("name", ["ada", "ada-lovelace-of-the-harbour-office"])
@pytest.mark.parametrize("secret", ["secret", "a-long-secret-that-nobody-knows"])
def test_credentials_have_their_places_however_lines_are_broken(
    language: str, name: str, secret: str
) -> None:
    both = b64encode(f"{name}:{secret}".encode()).decode()
    page = soup(cargo.few().replace("YWRhOnNlY3JldA==", both), (language,))
    panel = page.select(".callsheet-variant .callsheet-panel")[0]
    shown = [place.get_text() for place in panel.select("[data-fill=user], [data-fill=password]")]
    assert shown == [name, secret]


def test_other_statuses_are_shown_once_below_all_examples() -> None:
    page = soup(cargo.few())
    assert len(page.select(".callsheet-outcome")) == 2
    assert not page.select(".callsheet-variants .callsheet-outcome")


def test_no_id_is_given_twice() -> None:
    page = soup(cargo.few())
    ids = Counter(str(element["id"]) for element in page.select("[id]"))
    assert [name for name, count in ids.items() if count > 1] == []
    targets = {str(label["for"]) for label in page.select("label")}
    assert targets <= set(ids)


def test_a_page_with_one_example_has_no_choice() -> None:
    text = cargo.head("POST", "application/json") + cargo.BODY + cargo.STATUSES
    text += HEADING + cargo.request("Books", "Books")
    page = soup(text)
    assert not page.select(".callsheet-variants, .callsheet-variant")
    assert tab_labels(page)[-1] == "HTTP: Books"


def test_examples_without_names_are_told_apart() -> None:
    text = cargo.head("POST", "application/json") + cargo.BODY
    text += HEADING + "".join(cargo.request("", label) for label in ("a", "b", "c"))
    kind = "application/json"
    assert choices(soup(text)) == [kind, f"{kind} (2)", f"{kind} (3)"]
    get = cargo.head("GET", kind) + HEADING
    get += "".join(f"\n```http!\nGET /api/v1/Cargo/{n}\n```\n" for n in (1, 2))
    assert choices(soup(get)) == ["example 1", "example 2"]


def test_an_example_in_a_section_of_its_own_has_its_programs_there() -> None:
    text = cargo.head("POST", "application/json") + cargo.BODY + cargo.STATUSES
    text += HEADING + cargo.request("Books", "Books", 3)
    text += HEADING + cargo.request("No label", "", 4)
    text += "\n## Sample response\n" + cargo.REFUSAL
    page = soup(text, ("python", "curl"))
    assert not page.select(".callsheet-variants")
    first, second = page.select(".callsheet-tabs")
    assert [*programs(first)] == ["v1Cargo_Post.py", "v1Cargo_Post.sh"]
    assert [*programs(second)] == ["v1Cargo_Post.no-label.py", "v1Cargo_Post.no-label.sh"]
    assert tab_labels(first) == tab_labels(second) == ["Python", "curl", "HTTP"]
    names = [name.get_text() for name in page.select(".callsheet-beside .callsheet-example-name")]
    assert names == ["Books", "No label", "No label"]


def test_media_types_of_a_page_without_examples_are_chosen_by_their_names() -> None:
    page = soup(cargo.head("POST", "application/json", "multipart/form-data") + cargo.BODIES)
    assert choices(page) == ["application/json", "multipart/form-data"]
    # Where the answers come first, the samples stand before them.
    answers = "\n## Sample response\n" + cargo.REFUSAL
    text = cargo.head("POST", "application/json") + cargo.BODY + answers
    text += HEADING + cargo.request("Books", "x") + cargo.request("No label", "")
    assert sum(bool(programs(tabs)) for tabs in soup(text, ("python",)).select(".callsheet-tabs"))
    assert len(programs(soup(text, ("python",)))) == 2


def test_a_request_of_another_operation_stays_with_the_first_programs() -> None:
    login = '\n```http! title="Sign in"\nPOST /api/login\n```\n'
    text = cargo.few().replace(HEADING, HEADING + cargo.request("Crates", "x", 5) + login)
    first, *others = soup(text, ("python",)).select(".callsheet-variant")
    assert tab_labels(first) == ["Python", "HTTP", "HTTP: Sign in"]
    assert [tab_labels(way) for way in others] == [["Python", "HTTP"]] * 2 + [["Python"]]


def test_a_site_without_languages_shows_requests_as_ever() -> None:
    page = soup(cargo.few(), ())
    assert not page.select(".callsheet-variants")
    assert tab_labels(page) == ["HTTP: Books", "HTTP: No label"]


def test_names_of_examples_are_text() -> None:
    name = "<img src=x onerror=attack()>&amp;"
    text = cargo.head("POST", "application/json") + cargo.BODY + HEADING
    page = soup(text + cargo.request("Books", "x") + cargo.request(name, "y"))
    assert choices(page)[1] == name
    assert not page.select("img")


@pytest.mark.parametrize("size", [1, 40, 400])
def test_many_examples_make_no_heavy_page(size: int) -> None:
    text = cargo.many(size)
    page = soup(text)
    names = [f"{cargo.LONG}, {number}" for number in range(1, cargo.MANY + 1)]
    assert choices(page) == names
    ways = page.select(".callsheet-variant")
    # Each has a program and its request, and what is left out is named.
    assert all({"Python", "HTTP"} <= {*tab_labels(way)} for way in ways)
    left_out = [
        [code.get_text() for code in way.select(".callsheet-left-out code")][1:] for way in ways
    ]
    shown = [[*programs(way)] for way in ways]
    assert all(len(a) + len(b) == len(ALL) for a, b in zip(shown, left_out, strict=True))
    assert left_out[0] == []
    found = further_samples_of(read(text), [*LANGUAGES.values()])
    written = {sample.filename for further in found for sample in further.samples}
    assert {name for each in left_out for name in each} <= written
    assert {name for each in shown[1:] for name in each} <= written
    # As much as a page has room for, beside the program that each example has.
    further = [[len(program) for program in programs(way).values()] for way in ways[1:]]
    least = sum(each[0] for each in further)
    assert sum(map(sum, further)) <= MAX_FURTHER + least
    first_alone = html_of(text.partition(f'\n```http! title="{names[1]}"')[0])
    requests_alone = html_of(text, ())
    room = 2 * (MAX_FURTHER + least)
    assert len(html_of(text)) < len(first_alone) + len(requests_alone) + room


def test_small_programs_of_many_examples_are_all_on_the_page() -> None:
    page = soup(cargo.many(1), ("python", "curl"))
    assert not page.select(".callsheet-left-out")
    assert len(programs(page)) == 2 * cargo.MANY


def test_the_collection_has_a_request_for_each() -> None:
    operation = read(cargo.few())
    [folder] = postman_collection([operation], "Cargo")["item"]
    title = operation.title
    assert [item["name"] for item in folder["item"]] == [
        title,
        f"{title} (No label)",
        f"{title} (multipart/form-data)",
    ]
    first, refused, upload = (item["request"] for item in folder["item"])
    assert json.loads(first["body"]["raw"]) == {"label": "Books"}
    assert json.loads(refused["body"]["raw"]) == {"label": ""}
    assert refused["url"]["variable"] == [{"key": "shipId", "value": "4"}]
    assert {part["key"] for part in upload["body"]["formdata"]} == {"label", "photo"}


def test_the_search_knows_the_names_of_examples(tmp_path: Path) -> None:
    index = tmp_path / "search_index.json"
    index.write_text('{"config": {}, "docs": []}', encoding="utf-8")
    operation = read(cargo.few())
    add_entries(index, [operation], [], {operation.path: "fleet/"}, {}, Titles())
    [entry] = json.loads(index.read_text(encoding="utf-8"))["docs"]
    assert {"Books", "No", "label"} <= {*entry["text"].split()}


def test_labels_are_those_of_the_command() -> None:
    operation = read(cargo.few())
    variants = variants_of(operation)
    assert labels_of(variants)[1:] == tuple(variant.label for variant in variants[1:])
