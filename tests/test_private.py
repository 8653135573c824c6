"""What a site leaves out is nowhere in it: no file that is built says anything of a hidden page."""

from __future__ import annotations

import gzip
import json
import os
import re
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest
from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort

from callsheet.cache.content import CACHE_VARIABLE
from callsheet.coverage import Aspect, Coverage, Uncovered
from tests.sites import contents

pytestmark = pytest.mark.slow

WORD = "Zyxwv"
"""What begins the name of everything that stands on hidden pages; the rest says which page."""

MARKER = re.compile(WORD.encode() + rb"\w*", re.IGNORECASE)

OPERATION = """\
---
title: {title}
uid: v1{name}_Get
{front}---

# {title}

```http
GET /api/v1/{name}/{{{name}Id}}
```

Gets the {name} with [!include[part](~/part.txt)].

| Path Part | Type | Description |
| --- | --- | --- |
| {name}Id | int32 | Which one. **Required** |

## Response: {name}Type

| Response | Description |
| --- | --- |
| 200 | The {name}. |

### Response body: {name}Type

| Property Name | Type | Description |
| --- | --- | --- |
| {name}Number | int32 | The number. |
| {name}Kind | Enum: {name}Small, {name}Large | The kind. |
| {name}Sender | {name}Person | Who sent it. |
| Shared | Shared | What others have, too. |

## Sample request

```http!
GET /api/v1/{name}/7
Accept: application/json
```

```http_
HTTP/1.1 200 OK
Content-Type: application/json

{{"{name}Number": 7, "{name}Sender": {{"{name}First": "{name} Ada"}}, "Shared": {{"{name}": 1}}}}
```
"""
TYPE = """\
---
title: {name}Defined
uid: {name}.Defined
defines: {name}Defined
{front}---

# {name}Defined

| Property Name | Type | Description |
| --- | --- | --- |
| {name}Property | int32 | The number. |
"""
MKDOCS = """\
site_name: Parcels
site_url: https://example.com/
theme: {{name: {theme}}}
markdown_extensions: [attr_list, tables, toc: {{permalink: true}}]
plugins:
{plugins}{more}
"""
INDEX = """\
# Home

<xref:v1Parcel_Get>

<!-- callsheet: operations -->

<!-- callsheet: coverage -->
"""
HOOK = """\
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files, InclusionLevel

@event_priority(-500)
def on_files(files, config):
    for file in files:
        if "/level" in file.src_uri:
            file.inclusion = InclusionLevel.EXCLUDED
    return Files([file for file in files if "/removed" not in file.src_uri])

@event_priority(-90)
def on_nav(nav, config, files):
    for file in [*files]:
        if "/late" in file.src_uri:
            files.remove(file)
"""


def pages(name: str, front: str = "", title: str = "") -> dict[str, str]:
    """An operation and a type, whose names begin with the marker; the files' names do not."""
    kind = name.lower()
    title = title or f"GET {WORD}{name}Title"
    return {
        f"{kind}.md": OPERATION.format(name=WORD + name, title=title, front=front),
        f"{kind}-type.md": TYPE.format(name=WORD + name, front=front),
    }


def write(folder: Path, files: Mapping[str, str]) -> None:
    for path, text in files.items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")


def site(
    folder: Path, plugins: Sequence[str] = (), more: str = "", theme: str = "material"
) -> Path:
    """A site with one public operation; `more` goes to the end of its configuration."""
    listed = "".join(f"  - {plugin}\n" for plugin in ("search", *plugins, "callsheet"))
    write(
        folder,
        {
            "mkdocs.yml": MKDOCS.format(plugins=listed, more=more, theme=theme),
            "docs/index.md": INDEX,
            "docs/part.txt": "a part",
            "docs/area/parcel.md": OPERATION.format(name="Parcel", title="GET Parcel", front=""),
        },
    )
    return folder


def build(folder: Path, *, strict: bool = False) -> dict[str, bytes]:
    config = load_config(str(folder / "mkdocs.yml"), strict=strict)
    config.plugins.on_startup(command="build", dirty=False)
    mkdocs_build(config)
    return contents(folder / "site")


def found(files: Mapping[str, bytes]) -> dict[str, set[str]]:
    """The names of hidden pages in a site: in paths and contents, packed ones too."""
    marked: dict[str, set[str]] = {}
    for path, content in files.items():
        data = gzip.decompress(content) if path.endswith(".gz") else content
        # Where a name may be broken is none of it.
        text = (path.encode() + b"\n" + data).replace(b"<wbr>", b"")
        if names := {name.decode() for name in MARKER.findall(text)}:
            marked[path] = names
    return marked


@pytest.fixture(params=["kept", "made anew"])
def cache(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    place = str(tmp_path / "cache") if request.param == "kept" else ""
    monkeypatch.setenv(CACHE_VARIABLE, place)
    monkeypatch.setenv("NO_MKDOCS_2_WARNING", "1")
    return place


EXCLUDING = """\
exclude_docs: |
  excluded*.md
  /whole/
draft_docs: |
  draft*.md
"""
PLACES = {
    "Excluded": "docs/area",
    "Whole": "docs/whole/deep",
    "Draft": "docs/area",
    "Dot": "docs/.dot",
    "Templates": "docs/templates",
}
BY_HOOK = {"Removed": "docs/area", "Level": "docs/area", "Late": "docs/area"}
TOC = """\
- name: Parcel
  href: area/parcel.md
- name: ZyxwvTocExcluded
  href: area/excluded.md
- name: ZyxwvTocSection
  items:
  - name: ZyxwvTocDraft
    href: area/draft.md
- name: Whole
  href: whole/
"""


@pytest.mark.parametrize("hooked", [False, True])
def test_nothing_of_a_page_that_is_left_out_is_in_the_site(
    tmp_path: Path, cache: str, hooked: bool
) -> None:
    folder = site(tmp_path)
    hidden = {**PLACES, **(BY_HOOK if hooked else {})}
    for name, place in hidden.items():
        write(folder / place, pages(name))
    write(folder, {"docs/whole/toc.yml": "- name: ZyxwvTocWhole\n  href: deep/whole.md\n"})
    uncovered = tuple(
        Uncovered(f"{place.removeprefix('docs/')}/{name.lower()}.md", 1, f"{WORD}{name}", "x", "y")
        for name, place in hidden.items()
    )
    coverage = Coverage((Aspect("statuses", 1, 2),), uncovered)
    write(folder, {"coverage.json": coverage.as_json()})
    configuration = (folder / "mkdocs.yml").read_text()
    # All are public at first, but those that MkDocs itself leaves out.
    public = {name: 1 for name in hidden if name not in ("Dot", "Templates")}
    before = found(build(folder))
    for name in public:
        for place in ("openapi.json", "llms.txt", f"types/{WORD}{name}Type/index.html"):
            assert any(name in each for each in before.get(place, set())), (name, place)
    assert before

    write(folder, {"docs/toc.yml": TOC, "hook.py": HOOK})
    options = configuration.replace("  - callsheet", "  - callsheet: {coverage: coverage.json}")
    options += EXCLUDING + ("hooks: [hook.py]\n" if hooked else "")
    write(folder, {"mkdocs.yml": options})
    for _ in range(2):
        files = build(folder, strict=not hooked)
        assert found(files) == {}
        assert b"v1Parcel_Get" in files["openapi.json"]
        assert b"/api/v1/Parcel" in files["assets/callsheet/search/0.js"]
        assert b"ParcelPerson" in files["types/ParcelType/index.html"]
        assert not [path for path in files if path.startswith("whole/")]
        navigation = files["index.html"].decode()
        assert "Whole" not in navigation
        assert "area/parcel/" in navigation


def test_a_draft_is_shown_where_mkdocs_shows_it(tmp_path: Path, cache: str) -> None:
    folder = site(tmp_path, more=EXCLUDING)
    write(folder / "docs/area", {**pages("Draft"), **pages("Excluded")})
    config = load_config(str(folder / "mkdocs.yml"))
    config.plugins.on_startup(command="serve", dirty=False)
    mkdocs_build(config, serve_url="http://127.0.0.1/")
    shown = found(contents(folder / "site"))
    names = {name.casefold() for each in shown.values() for name in each}
    assert not [name for name in names if "excluded" in name]
    assert "assets/callsheet/search/0.js" in shown
    assert f"types/{WORD}DraftType/index.html" in shown
    assert found(build(folder)) == {}


def test_a_build_that_fails_leaves_nothing_of_the_one_before(tmp_path: Path, cache: str) -> None:
    folder = site(tmp_path)
    write(folder / "docs/area", pages("Gone"))
    assert found(build(folder))
    for page in (folder / "docs/area").glob("gone*.md"):
        page.unlink()
    text = (folder / "mkdocs.yml").read_text()
    hook = "def on_files(files, config):\n    raise ValueError('a fault')\n"
    write(folder, {"hook.py": hook, "mkdocs.yml": f"{text}hooks: [hook.py]\n"})
    with pytest.raises(ValueError, match="a fault"):
        build(folder)
    assert found(contents(folder / "site")) == {}


LEAVING_OUT = {
    "on_nav": (
        "from mkdocs.plugins import event_priority\n"
        "@event_priority(-500)\n"
        "def on_nav(nav, config, files):\n"
        "    for file in [*files]:\n"
        "        if 'area/gone' in file.src_uri:\n"
        "            files.remove(file)\n"
    ),
    "on_page_markdown": (
        "from mkdocs.structure.files import InclusionLevel\n"
        "def on_page_markdown(markdown, page, config, files):\n"
        "    if 'area/gone' in page.file.src_uri:\n"
        "        page.file.inclusion = InclusionLevel.EXCLUDED\n"
    ),
    "on_env": (
        "from mkdocs.plugins import event_priority\n"
        "@event_priority(-500)\n"
        "def on_env(env, config, files):\n"
        "    for file in [*files]:\n"
        "        if 'area/gone' in file.src_uri:\n"
        "            files.remove(file)\n"
    ),
}


@pytest.mark.parametrize("event", LEAVING_OUT)
def test_a_page_that_is_left_out_late_is_not_told_of(
    tmp_path: Path, cache: str, caplog: pytest.LogCaptureFixture, event: str
) -> None:
    folder = site(tmp_path)
    write(folder / "docs/area", pages("Gone"))
    assert found(build(folder))
    text = (folder / "mkdocs.yml").read_text()
    write(folder, {"hook.py": LEAVING_OUT[event], "mkdocs.yml": f"{text}hooks: [hook.py]\n"})
    if event == "on_nav":
        build(folder)
    else:
        # The navigation and other pages were made before.
        with pytest.raises(Abort):
            build(folder)
        assert "left out the page `area/gone-type.md`" in caplog.text
    assert found(contents(folder / "site")) == {}


def test_a_build_that_fails_late_leaves_nothing_of_a_page_that_became_private(
    tmp_path: Path, cache: str
) -> None:
    folder = site(tmp_path)
    write(folder / "docs/area", pages("Excluded"))
    assert found(build(folder))
    text = (folder / "mkdocs.yml").read_text()
    hook = "def on_env(env, config, files):\n    raise ValueError('a fault')\n"
    write(folder, {"hook.py": hook, "mkdocs.yml": f"{text}hooks: [hook.py]\n{EXCLUDING}"})
    with pytest.raises(ValueError, match="a fault"):
        build(folder)
    assert found(contents(folder / "site")) == {}


def test_a_uid_of_a_hidden_page_is_free(tmp_path: Path, cache: str) -> None:
    # The page that is named after a uid has it by right, but not where readers have no such page.
    folder = site(tmp_path, more=EXCLUDING)
    draft = OPERATION.format(name="Parcel", title="GET Parcel", front="")
    write(folder, {"docs/whole/v1Parcel_Get.md": draft})
    files = build(folder, strict=True)
    assert b"/api/v1/Parcel" in files["openapi.json"]


ENCRYPTED = {
    "Password": "password: 1234567890\n",
    "Level": "level: secret\n",
    "Obfuscated": "obfuscate: word\n",
}


def encrypting(folder: Path, options: str) -> Path:
    pytest.importorskip("encryptcontent")
    return site(folder, [f"encryptcontent: {{kdf_pow: 2, cache_file: keys, {options}}}"])


def test_an_encrypted_page_has_no_clear_copy(tmp_path: Path, cache: str) -> None:
    folder = encrypting(tmp_path, "password_inventory: {secret: hj6tH7sGj2kLpQ}")
    for name in ENCRYPTED:
        write(folder / "docs/area", pages(name, title=f"GET {name}"))
    assert found(build(folder)).keys() >= {"openapi.json", "llms.txt"}
    for name, front in ENCRYPTED.items():
        write(folder / "docs/area", pages(name, front, title=f"GET {name}"))
    for _ in range(2):
        files = build(folder)
        # A page that defines a type has its name as title, which the plugin does not encrypt.
        names = {name for each in found(files).values() for name in each}
        titles = {f"{WORD}{name}Defined" for name in ENCRYPTED}
        assert names <= {*titles, *map(str.lower, titles)}, "of an anchor, too"
        assert b"encryptcontent" in files["area/password/index.html"]
        assert b"v1Parcel_Get" in files["openapi.json"]


def test_a_password_for_all_pages_leaves_those_that_lift_it(tmp_path: Path, cache: str) -> None:
    folder = encrypting(tmp_path, "global_password: hj6tH7sGj2kLpQ")
    parcel = folder / "docs/area/parcel.md"
    parcel.write_text(parcel.read_text().replace("---\n", '---\npassword: ""\n', 1))
    write(folder / "docs/area", {"page.md": pages("Global", title="GET Page")["global.md"]})
    files = build(folder)
    assert found(files) == {}
    assert b"v1Parcel_Get" in files["openapi.json"]


def test_a_page_that_is_encrypted_for_another_reason_ends_the_build(
    tmp_path: Path, cache: str
) -> None:
    folder = site(tmp_path, more="hooks: [hook.py]")
    write(folder / "docs/area", pages("Late"))
    hook = "def on_page_markdown(text, page, config, files):\n    page.encryptcontent = {}\n"
    write(folder, {"hook.py": hook})
    with pytest.raises(Abort):
        build(folder)
    assert found(contents(folder / "site")) == {}


def locations(files: Mapping[str, bytes]) -> set[str]:
    index = json.loads(files["search/search_index.json"])
    return {entry["location"].partition("#")[0] for entry in index["docs"]}


@pytest.mark.parametrize("theme", ["material", "mkdocs"])
def test_a_page_that_is_hidden_from_the_search_is_not_found(
    tmp_path: Path, cache: str, theme: str
) -> None:
    pytest.importorskip("mkdocs_exclude_search")
    plugin = "exclude-search: {exclude: [area/pattern.md, area/pattern-type.md]}"
    folder = site(tmp_path, [plugin], theme=theme)
    front = "search: {exclude: true}\n"
    write(folder / "docs/area", {**pages("Pattern"), **pages("Front", front)})
    for _ in range(2):
        files = build(folder)
        assert "area/parcel/" in locations(files)
        assert "types/ParcelType/" in locations(files)
        assert not [place for place in locations(files) if "pattern" in place]
        assert "area/front/" not in locations(files)
        own = b"".join(data for path, data in files.items() if "/callsheet/search/" in path)
        assert b"area/parcel/" in own
        # The list of operations on the home page names them, but nothing leads to them.
        assert b"area/pattern" not in own
        assert b'"area/front/"' not in own
        assert f"types/{WORD}FrontType/" not in locations(files)


@pytest.mark.skipif(os.name == "nt", reason="links need a privilege there")
def test_a_link_that_leads_out_is_not_published(
    tmp_path: Path, cache: str, caplog: pytest.LogCaptureFixture
) -> None:
    folder = site(tmp_path / "site")
    outside = tmp_path / "elsewhere"
    write(outside, pages("Elsewhere"))
    write(outside / "folder", {**pages("Folder"), "image.svg": f"<svg>{WORD}</svg>"})
    write(
        outside,
        {"image.svg": f"<svg>{WORD}</svg>", "toc.yml": f"- name: {WORD}\n  href: area/parcel.md\n"},
    )
    docs = folder / "docs"
    (docs / "area/page.md").symlink_to(outside / "elsewhere.md")
    (docs / "area/image.svg").symlink_to(outside / "image.svg")
    (docs / "toc.yml").symlink_to(outside / "toc.yml")
    (docs / "folder").symlink_to(outside / "folder")
    (docs / "gone.md").symlink_to(outside / "gone.md")
    write(docs, {"own/image.svg": "<svg/>"})
    (docs / "area/own.svg").symlink_to(docs / "own/image.svg")
    (docs / "linked").symlink_to(docs / "own")
    files = build(folder)
    assert found(files) == {}
    assert {"area/own.svg", "linked/image.svg", "own/image.svg"} <= files.keys()
    told = [r.getMessage().split(": CS017 ")[0] for r in caplog.records if "CS017" in r.message]
    assert sorted(told) == [
        "area/image.svg:1",
        "area/page.md:1",
        "folder:1",
        "gone.md:1",
        "toc.yml:1",
    ]


def test_a_page_that_a_plugin_puts_in_the_place_of_another_is_what_is_told(
    tmp_path: Path, cache: str
) -> None:
    folder = site(tmp_path, more="hooks: [hook.py]")
    write(folder / "docs/area", pages("Old"))
    (folder / "docs/area/old-type.md").unlink()
    hook = (
        "def on_files(files, config):\n"
        "    file = files.get_file_from_path('area/old.md')\n"
        f"    file.content_string = file.content_string.replace('{WORD}Old', 'New')\n"
    )
    write(folder, {"hook.py": hook})
    files = build(folder)
    assert found(files) == {}
    assert b"/api/v1/New" in files["area/old.md"]
    assert b"/api/v1/New" in files["openapi.json"]
