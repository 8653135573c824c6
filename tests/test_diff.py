"""What changed between two docs trees for callers."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import jsonschema
import pytest
import yaml
from click.testing import CliRunner, Result
from markdown_it import MarkdownIt

from callsheet.cli import main
from callsheet.diff import (
    Change,
    DiffFormat,
    Kind,
    Level,
    Side,
    TreeDiff,
    compare,
    read_tree,
    schema,
    write,
)
from callsheet.diff.facets import schema_changes
from callsheet.diff.types import TypePairs
from callsheet.errors import ConfigurationError, DocsError
from callsheet.schema import Schema
from tests.conftest import ROOT

CASES = ROOT / "tests" / "goldens" / "diff"
PAGES = {
    file.relative_to(CASES / "pages").as_posix(): file.read_text(encoding="utf-8")
    for file in (CASES / "pages").rglob("*.md")
}
PUT, PARTY, LIST = (PAGES[path] for path in ("put.md", "party/get.md", "list.md"))

BREAKING, WARNING, ADDITIVE, TEXT = Level


class Planted(NamedTuple):
    """A change of one page, and what is to be found."""

    page: str
    was: str
    now: str
    kind: Kind
    level: Level
    line: str

    def __str__(self) -> str:
        return f"{self.kind}-{self.level}"

    def pages(self) -> dict[str, str]:
        return edited(self.page, self.was, self.now)


PLANTED = [
    Planted(**{**case, "kind": Kind(case["kind"]), "level": Level(case["level"])})
    for case in yaml.safe_load((CASES / "planted.yml").read_text(encoding="utf-8"))
]


@pytest.fixture
def old(tmp_path: Path) -> Path:
    return write_tree(tmp_path / "old", PAGES)


def write_tree(folder: Path, pages: dict[str, str]) -> Path:
    for path, text in pages.items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    return folder


def no_docs() -> Path:
    raise AssertionError("a folder needs no configuration")


def changes(old: Path, pages: dict[str, str]) -> tuple[Change, ...]:
    """What is found where the pages of the new tree are these."""
    return compared(old, write_tree(old.with_name("new"), pages)).changes


def compared(old: Path | str, new: Path | str) -> TreeDiff:
    return compare(read_tree(str(old), no_docs), read_tree(str(new), no_docs))


def edited(path: str, before: str, after: str) -> dict[str, str]:
    assert before in PAGES[path]
    return {**PAGES, path: PAGES[path].replace(before, after, 1)}


@pytest.mark.parametrize("planted", PLANTED, ids=str)
def test_a_change_is_found_with_its_level_and_its_line(old: Path, planted: Planted) -> None:
    new = planted.pages()
    wanted = (planted.kind, planted.level)
    (change,) = (c for c in changes(old, new) if (c.kind, c.level) == wanted)
    tree = PAGES if change.place.side is Side.OLD else new
    assert change.place.path == f"{old.parent.as_posix()}/{change.place.side}/{planted.page}"
    assert planted.line in tree[planted.page].splitlines()[change.place.line - 1]
    assert change.message.endswith(".")


@pytest.mark.parametrize("planted", PLANTED, ids=str)
def test_nothing_else_is_found(old: Path, planted: Planted) -> None:
    found = {(c.kind, c.level) for c in changes(old, planted.pages())}
    others = {kind for kind, _ in found - {(planted.kind, planted.level)}}
    others -= BROUGHT_ABOUT.get(planted.kind, set())
    # A table of a named type is the type's, too.
    assert {kind for kind in others if not kind.startswith("type-")} == set()


BROUGHT_ABOUT = {
    Kind.STATUS_REMOVED: {Kind.STATUS_ADDED},
    Kind.TYPE_PROPERTY_ADDED: {Kind.RESPONSE_PROPERTY_ADDED},
    Kind.TYPE_PROPERTY_REMOVED: {Kind.RESPONSE_PROPERTY_REMOVED},
    Kind.TYPE_PROPERTY_TYPE_CHANGED: {Kind.RESPONSE_PROPERTY_TYPE_CHANGED},
    Kind.TYPE_PROPERTY_VALUE_ADDED: {Kind.RESPONSE_PROPERTY_VALUE_ADDED},
    Kind.TYPE_PROPERTY_VALUE_REMOVED: {Kind.RESPONSE_PROPERTY_VALUE_REMOVED},
}


def test_every_kind_is_planted() -> None:
    here = {
        Kind.OPERATION_ADDED,
        Kind.OPERATION_REMOVED,
        Kind.ROUTE_PARAMETER_RENAMED,
        Kind.PARAMETER_MOVED,
        Kind.REQUEST_BODY_REMOVED,
        Kind.RESPONSE_BODY_ADDED,
        Kind.RESPONSE_PROPERTY_OPTIONAL,
        # What a page says of nullable values it says by a word more, so the way back is tried.
        Kind.PARAMETER_NOT_NULLABLE,
        Kind.REQUEST_PROPERTY_NOT_NULLABLE,
        Kind.RESPONSE_PROPERTY_NOT_NULLABLE,
        Kind.TYPE_PROPERTY_NOT_NULLABLE,
        # In the tests of callbacks.
        Kind.CALLBACK_ADDED,
        Kind.CALLBACK_REMOVED,
        Kind.CALLBACK_CHANGED,
        # No page says it yet.
        Kind.REQUEST_BODY_REQUIRED,
        Kind.REQUEST_BODY_OPTIONAL,
    }
    known = {planted.kind for planted in PLANTED} | here
    # Changes of whole values are tried by `tests/comparing`.
    wholes = {kind for kind in Kind if kind.startswith(("request-body", "response-body", "type-"))}
    assert known <= set(Kind) <= known | wholes


def reversed_changes(old: Path, pages: dict[str, str]) -> list[tuple[Kind, Level]]:
    new = write_tree(old.with_name("new"), pages)
    return [(change.kind, change.level) for change in compared(new, old).changes]


def test_an_operation_that_comes_is_additive_and_one_that_goes_breaks(old: Path) -> None:
    fewer = {path: text for path, text in PAGES.items() if path != "list.md"}
    (gone,) = changes(old, fewer)
    assert (gone.kind, gone.level, gone.uid) == (Kind.OPERATION_REMOVED, BREAKING, "Label_List")
    assert (gone.place.side, gone.place.line) == (Side.OLD, 9)
    assert reversed_changes(old, fewer) == [(Kind.OPERATION_ADDED, ADDITIVE)]


def test_what_is_breaking_one_way_is_additive_the_other_way(old: Path) -> None:
    page = PUT.replace(
        "| Printed | date-time | When.", "| Printed | date-time | When. **Required**"
    )
    found = reversed_changes(old, {**PAGES, "put.md": page})
    assert set(found) == {
        (Kind.RESPONSE_PROPERTY_OPTIONAL, BREAKING),
        (Kind.TYPE_PROPERTY_OPTIONAL, BREAKING),
    }
    untyped = edited("list.md", "## Response: Label", "## Response:")
    assert reversed_changes(old, untyped) == [(Kind.RESPONSE_BODY_ADDED, ADDITIVE)]
    bodied = edited(
        "list.md", "## Response: Label", "## Request Body: x string\n\n## Response: Label"
    )
    assert reversed_changes(old, bodied) == [(Kind.REQUEST_BODY_REMOVED, BREAKING)]


def test_the_name_of_a_path_parameter_is_not_on_the_wire(old: Path) -> None:
    page = PARTY.replace("/Party/{id}", "/Party/{partyId}").replace("| id |", "| partyId |")
    (change,) = changes(old, {**PAGES, "party/get.md": page})
    assert (change.kind, change.level) == (Kind.ROUTE_PARAMETER_RENAMED, TEXT)
    other = page.replace("Party_Get", "Party_One")
    found = changes(old, {**PAGES, "party/get.md": other})
    assert {c.kind for c in found} == {Kind.ROUTE_PARAMETER_RENAMED, Kind.OPERATION_RENAMED}


def test_a_parameter_that_moves_is_one_change(old: Path) -> None:
    page = PUT.replace("| depth | Integer | How deep. |\n", "")
    page = page.replace("| X-Trace |", "| depth | How deep. |\n| X-Trace |")
    (change,) = changes(old, {**PAGES, "put.md": page})
    assert (change.kind, change.level) == (Kind.PARAMETER_MOVED, BREAKING)
    assert change.message == "The parameter `depth` has moved from the query to the headers."


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("| Authorization |", "| authorization |"),
        ("`application/json`, `text/json`", "`text/json`, `Application/JSON`"),
        ("Enum: New, Sent", "Enum: Sent,New"),
        ("| depth | Integer |", "| `depth` | int32 |"),
        ("| Text | String |", "|  Text  |  string  |"),
        (
            "| 200 | Changed. |\n| 404 | There is none. |",
            "| 404 | There is none. |\n| 200 | Changed. |",
        ),
        ("Changes the label of a parcel.", "Changes the label\nof a parcel."),
        ("---\ntitle", "---\nsamples: {id: 7}\ntitle"),
        ("# Change a parcel", "\n\n# Change a parcel"),
    ],
)
def test_what_reads_the_same_to_callers_is_no_change(old: Path, before: str, after: str) -> None:
    assert changes(old, edited("put.md", before, after)) == ()


def test_two_identical_trees_and_a_moved_page_differ_in_nothing(old: Path) -> None:
    assert compared(old, old).changes == ()
    moved = {path: text for path, text in PAGES.items() if path != "put.md"}
    assert changes(old, {**moved, "elsewhere/label.md": PUT}) == ()


def test_callers_know_an_operation_by_its_route_and_not_by_its_uid(old: Path) -> None:
    # The uid went on to a new operation, and what callers call has another uid now.
    renamed = LIST.replace("Label_List", "Label_Best")
    other = LIST.replace("GET /Label", "GET /Label/New")
    found = changes(old, {**PAGES, "list.md": other, "best.md": renamed})
    assert [(c.kind, c.uid) for c in found] == [
        (Kind.OPERATION_ADDED, "Label_List"),
        (Kind.OPERATION_RENAMED, "Label_Best"),
    ]


def test_a_type_is_compared_only_where_all_its_tables_agree(old: Path) -> None:
    second = PARTY.replace("Party_Get", "Party_Best").replace("/Party/{id}", "/Best/{id}")
    second = second.replace("| Size | int32 |", "| Size | string |")
    write_tree(old, {"party/zest.md": second})
    page = PARTY.replace("| Size | int32 |", "| Size | string |")
    page = page.replace("| Name | string |", "| Zeal | string | New. |\n| Name | string |")
    found = changes(old, {**PAGES, "party/zest.md": second, "party/get.md": page})
    assert {c.kind for c in found} == {
        Kind.RESPONSE_PROPERTY_TYPE_CHANGED,
        Kind.RESPONSE_PROPERTY_ADDED,
    }


def test_a_type_that_reaches_nobody_else_is_told_once(old: Path) -> None:
    lonely = {"party/get.md": PARTY}
    new = {"party/get.md": PARTY.replace("| Size | int32 |", "| Size | bool |")}
    before = write_tree(old.with_name("lonely"), lonely)
    found = compared(before, write_tree(old.with_name("lonely2"), new)).changes
    assert [c.kind for c in found] == [Kind.RESPONSE_PROPERTY_TYPE_CHANGED]


def test_a_change_of_a_type_says_whom_it_reaches(old: Path) -> None:
    found = changes(old, edited("put.md", "| Printed | date-time | When. |\n", ""))
    (change,) = (c for c in found if c.kind is Kind.TYPE_PROPERTY_REMOVED)
    assert (change.uid, change.subject) == ("", "Label")
    says = "The property `Printed` of the type `Label` is gone, which reaches `Label_List`."
    assert change.message == says


def test_of_a_body_with_a_table_the_properties_count_and_not_the_name(old: Path) -> None:
    renamed = edited("put.md", "body: Label", "body: Sticker")
    (change,) = changes(old, renamed)
    assert (change.kind, change.level) == (Kind.RESPONSE_BODY_TYPE_CHANGED, TEXT)
    renamed["put.md"] = renamed["put.md"].replace("| Printed | date-time | When. |\n", "")
    assert [(c.kind, c.level) for c in changes(old, renamed)] == [
        (Kind.RESPONSE_PROPERTY_REMOVED, BREAKING),
        (Kind.RESPONSE_BODY_TYPE_CHANGED, TEXT),
    ]


@pytest.mark.slow
def test_the_corpus_differs_in_nothing_from_itself(shared: Path) -> None:
    assert compared(shared / "corpus", shared / "corpus").changes == ()


# Formats


@pytest.fixture
def much(old: Path) -> TreeDiff:
    page = PUT.replace("How deep.", "How deep. **Required**").replace(
        "| 404 |", "| 403 | No. |\n| 404 |"
    )
    page = page.replace("title: Change", "title: <b>`Change`</b> *x*\n\n# y\n\n")
    new = write_tree(old.with_name("new"), {**PAGES, "put.md": page, "list.md": "# Gone\n"})
    return compared(old, new)


def test_text_is_a_line_for_each_change_and_the_counts(much: TreeDiff, old: Path) -> None:
    *lines, last = write(much, DiffFormat.TEXT).splitlines()
    assert len(lines) == len(much.changes)
    assert lines[0] == (
        f"{old.as_posix()}/list.md:9: breaking operation-removed Label_List:"
        " The operation `GET /Label` is gone."
    )
    assert last.startswith("2 breaking, 1 additive and ")
    assert write(TreeDiff(()), DiffFormat.TEXT) == "Nothing has changed for callers.\n"


def test_json_conforms_to_its_schema(much: TreeDiff) -> None:
    content = json.loads(write(much, DiffFormat.JSON))
    jsonschema.Draft202012Validator.check_schema(schema())
    jsonschema.validate(content, schema())
    assert content["summary"]["breaking"] == 2
    assert [change["kind"] for change in content["changes"]] == [c.kind for c in much.changes]
    assert content["changes"][0]["tree"] == "old"


def test_markdown_has_a_section_for_each_level_and_operation(much: TreeDiff) -> None:
    text = write(much, DiffFormat.MARKDOWN)
    assert [line for line in text.splitlines() if line.startswith("## ")] == [
        "## Breaking changes",
        "## Additions",
        "## Documentation",
    ]
    route = "`PUT /Parcel/{id}/Label/{labelId}`"
    assert f"### {route}\n\n- The query parameter `depth` is required now.\n" in text
    assert text.count(f"### {route}") == 3


def test_what_a_page_says_stays_in_code_spans(old: Path) -> None:
    odd = "a` <script>alert(1)</script> [x](javascript:y) \x1b[2J `"
    page = PUT.replace("title: Change a parcel", f"title: {json.dumps(odd)}")
    page = page.replace("| depth |", f"| {odd.replace(chr(27), '')} |")
    new = write_tree(old.with_name("new"), {**PAGES, "put.md": page})
    difference = compared(old, new)
    markdown = write(difference, DiffFormat.MARKDOWN)
    html = MarkdownIt("commonmark").render(markdown)
    assert set(re.findall(r"</?([a-z0-9]+)", html)) == {"h2", "h3", "ul", "li", "code"}
    for form in DiffFormat:
        assert all(line.isprintable() for line in write(difference, form).splitlines())


# Revisions


class Repository:
    """A git repository with pages in `docs`."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        folder.mkdir()
        self.git("init", "-q", "-b", "main")

    def git(self, *arguments: str) -> str:
        names = {
            f"GIT_{who}_{what}": "x"
            for who in ("AUTHOR", "COMMITTER")
            for what in ("NAME", "EMAIL")
        }
        plain = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
        done = subprocess.run(
            ["git", *arguments],  # noqa: S607
            cwd=self.folder,
            env={**os.environ, **names, **plain},
            capture_output=True,
            text=True,
            check=True,
            timeout=120,
        )
        return done.stdout

    def commit(self, pages: dict[str, str]) -> None:
        shutil.rmtree(self.folder / "docs", ignore_errors=True)
        write_tree(self.folder / "docs", pages)
        self.git("add", "-A")
        self.git("commit", "-qm", "x")

    def docs(self) -> Path:
        return self.folder / "docs"


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Repository:
    if shutil.which("git") is None:
        pytest.skip("git is not there")
    repository = Repository(tmp_path / "repository")
    monkeypatch.chdir(repository.folder)
    repository.commit(PAGES)
    repository.git("tag", "v1")
    repository.commit(edited("put.md", "Enum: New, Sent", "Enum: New"))
    return repository


Run = Callable[..., Result]


@pytest.fixture
def run(repository: Repository) -> Run:
    def run(*arguments: str) -> Result:
        return CliRunner().invoke(main, ["diff", "--docs", "docs", *arguments])

    return run


def test_revisions_are_compared_without_touching_the_working_tree(
    repository: Repository, run: Run
) -> None:
    (repository.docs() / "list.md").unlink()
    before = repository.git("status", "--porcelain")
    committed = run("HEAD~1", "HEAD")
    assert committed.exit_code == 0
    *lines, last = committed.stdout.splitlines()
    assert lines == [
        "HEAD:docs/put.md:24: breaking parameter-value-removed Parcel_Put:"
        " The query parameter `state` is no longer `Sent`."
    ]
    assert last == "1 breaking change in 1 operation or type."
    now = run("v1")
    assert "v1:docs/list.md:9: breaking operation-removed Label_List" in now.stdout
    assert "docs/put.md:24: breaking parameter-value-removed" in now.stdout
    assert repository.git("status", "--porcelain") == before


def test_a_revision_may_name_a_folder_and_a_folder_is_no_revision(
    repository: Repository, run: Run
) -> None:
    assert "parameter-value-removed" in run("v1:docs", "HEAD:docs").stdout
    assert "operation-removed" in run("v1:docs", "HEAD:docs/party").stdout
    assert run("HEAD", "docs").stdout == "Nothing has changed for callers.\n"
    repository.git("branch", "docs", "v1")
    assert run("docs", "HEAD").stdout == "Nothing has changed for callers.\n"


def test_the_folder_of_pages_is_refused_where_no_pages_are_read(
    repository: Repository, run: Run
) -> None:
    document = {"openapi": "3.1.0", "info": {"title": "A", "version": "1"}, "paths": {}}
    (file := repository.folder / "api.json").write_text(json.dumps(document))
    done = run(str(file), str(file))
    assert (done.exit_code, "--docs has no effect" in done.stderr) == (2, True)
    assert CliRunner().invoke(main, ["diff", str(file), str(file)]).exit_code == 0


@pytest.mark.parametrize(
    ("removed", "found"),
    [(1, "1 breaking and 1 additive change"), (2, "2 breaking and 1 additive change")],
)
def test_the_noun_of_the_counts_agrees_with_the_last(
    tmp_path: Path, removed: int, found: str
) -> None:
    paths = {f"/{n}": {"get": {"responses": {"200": {"description": "OK"}}}} for n in range(4)}
    before = {name: path for name, path in paths.items() if name != "/3"}
    after = {name: path for name, path in paths.items() if int(name[1:]) >= removed}
    info = {"openapi": "3.1.0", "info": {"title": "A", "version": "1"}}
    for name, each in (("before", before), ("after", after)):
        (tmp_path / f"{name}.json").write_text(json.dumps({**info, "paths": each}))
    files = [str(tmp_path / f"{name}.json") for name in ("before", "after")]
    assert f"{found} in " in CliRunner().invoke(main, ["diff", *files]).stdout


_TRACE = {"name": "X-Trace", "in": "header", "schema": {"type": "string"}}
_LIMITED = {"name": "X-Trace", "in": "header", "schema": {"type": "string", "maxLength": 5}}


@pytest.mark.parametrize(
    ("before", "after", "kind"),
    [
        ({}, {"security": [{"key": []}]}, "security-removed"),
        ({"parameters": [_TRACE]}, {"parameters": [_LIMITED]}, "parameter-limit-tightened"),
    ],
    ids=["where a document asks for no credentials, none are needed", "a header is text"],
)
def test_what_a_document_does_not_say_is_known(
    tmp_path: Path, before: dict[str, object], after: dict[str, object], kind: str
) -> None:
    for name, own in (("before", before), ("after", after)):
        schemes = {"key": {"type": "apiKey", "in": "header", "name": "X-Key"}}
        get = {"responses": {"200": {"description": "OK"}}, **own}
        document = {"openapi": "3.1.0", "info": {"title": "A", "version": "1"}}
        document |= {"components": {"securitySchemes": schemes}, "paths": {"/a": {"get": get}}}
        (tmp_path / f"{name}.json").write_text(json.dumps(document))
    files = [str(tmp_path / f"{name}.json") for name in ("before", "after")]
    shown = CliRunner().invoke(main, ["diff", "--level", "breaking", *files]).stdout
    assert f"breaking {kind} " in shown


def test_pages_are_read_as_they_were_committed(repository: Repository, run: Run) -> None:
    odd = {
        **PAGES,
        ".hidden/x.md": PARTY.replace("Party", "Hidden"),
        "Ünï cödé.md": PARTY.replace("Party", "Other"),
    }
    repository.commit({**odd, ".gitattributes": "*.md export-ignore export-subst\n"})
    assert run("HEAD").stdout == "Nothing has changed for callers.\n"
    gone = run("HEAD", "v1").stdout
    assert "Ünï cödé.md" in gone
    assert "Other_Get" in gone


def test_a_page_that_is_a_link_is_told_and_left_out(repository: Repository, run: Run) -> None:
    (repository.docs() / "link.md").symlink_to("list.md")
    repository.git("add", "-A")
    repository.git("commit", "-qm", "x")
    done = run("HEAD~1", "HEAD")
    assert "`HEAD:docs/link.md` is a symbolic link" in done.stderr
    assert done.stdout == "Nothing has changed for callers.\n"


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("nope", "`nope` is neither a folder nor a git revision."),
        ("v1..HEAD", "neither a folder nor"),
        (":docs", "neither a folder nor"),
        ("HEAD:nope", "The revision `HEAD` has no folder `nope`."),
        ("HEAD:docs/put.md", "The revision `HEAD` has no folder `docs/put.md`."),
        ("HEAD:../..", "HEAD:../.."),
    ],
)
def test_what_is_no_revision_is_a_message_and_exit_2(run: Run, name: str, says: str) -> None:
    done = run(name)
    assert done.exit_code == 2
    assert says in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("name", ["--output=x", "-x", "--", "--upload-pack=touch x"])
def test_no_revision_is_taken_for_an_option_of_git(
    repository: Repository, run: Run, name: str
) -> None:
    done = run("--", name)
    assert done.exit_code == 2
    with pytest.raises(ConfigurationError, match="begins with `-`"):
        read_tree(name, repository.docs)
    assert not (repository.folder / "x").exists()


def test_outside_of_a_repository_a_revision_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    with pytest.raises(DocsError, match="HEAD"):
        read_tree("HEAD", lambda: tmp_path / "docs")


@pytest.mark.parametrize(
    ("revisions", "level", "code"),
    [
        (("v1", "HEAD"), "breaking", 1),
        (("v1", "HEAD"), "text", 1),
        (("HEAD", "v1"), "breaking", 0),
        (("HEAD", "v1"), "additive", 1),
        (("HEAD", "HEAD"), "text", 0),
    ],
)
def test_the_chosen_level_fails(
    run: Run, revisions: tuple[str, str], level: str, code: int
) -> None:
    assert run(*revisions, "--fail-level", level).exit_code == code
    assert run(*revisions).exit_code == 0


def test_the_command_writes_every_format_and_only_the_level_asked_for(
    repository: Repository, run: Run
) -> None:
    assert run("v1", "HEAD", "--format", "markdown").stdout.startswith("## Breaking changes\n")
    assert json.loads(run("v1", "HEAD", "--format", "json").stdout)["summary"]["breaking"] == 1
    assert run("HEAD", "v1", "--level", "breaking").stdout == "Nothing has changed for callers.\n"
    assert run("v1", "HEAD", "-o", "changes.txt").stdout == ""
    assert "breaking" in (repository.folder / "changes.txt").read_text(encoding="utf-8")
    assert json.loads(run("--schema").stdout) == schema()


def crate(old: Path, before: str, after: str) -> list[tuple[Kind, Level, str]]:
    found = changes(old, edited("crate/patch.md", before, after))
    return [(change.kind, change.level, change.message) for change in found]


def test_what_is_bound_one_way_is_free_the_other_way(old: Path) -> None:
    page = edited("crate/patch.md", "| code | String |", "| code | String or null |")
    assert reversed_changes(old, page) == [(Kind.PARAMETER_NOT_NULLABLE, BREAKING)]
    page = edited("crate/patch.md", "| Name | string |", "| Name | string or null |")
    assert reversed_changes(old, page) == [(Kind.REQUEST_PROPERTY_NOT_NULLABLE, BREAKING)]
    page = edited("crate/patch.md", "| Note | string |", "| Note | string or null |")
    assert reversed_changes(old, page) == [(Kind.RESPONSE_PROPERTY_NOT_NULLABLE, ADDITIVE)]
    page = edited("types/person.md", "| Title | string |", "| Title | string or null |")
    assert reversed_changes(old, page) == [(Kind.TYPE_PROPERTY_NOT_NULLABLE, BREAKING)]
    page = edited("crate/patch.md", "uid: Crate_Patch\n", "uid: Crate_Patch\ndeprecated: true\n")
    assert reversed_changes(old, page) == [(Kind.OPERATION_DEPRECATED, TEXT)]


@pytest.mark.parametrize(
    ("before", "after", "level"),
    [
        ("| depth | Integer |", "| depth | Integer or String |", ADDITIVE),
        ("| code | String |", "| code | uuid |", BREAKING),
        ("| Tags | array of string |", "| Tags | array |", ADDITIVE),
        ("| Tags | array of string |", "| Tags | array of Enum: a, b |", BREAKING),
        ("| Tags | array of string |", "| Tags | map of string |", BREAKING),
        ("| Owner | Person |", "| Owner | Person or string |", ADDITIVE),
        ("| Owner | Person |", "| Owner | array of Person |", BREAKING),
        ("| Note | string |", "| Note | date |", ADDITIVE),
        ("| Note | string |", "| Note | string or int32 |", BREAKING),
        ("| Total | int32 |", "| Total | int64 |", BREAKING),
    ],
)
def test_a_type_holds_more_or_fewer_values(
    old: Path, before: str, after: str, level: Level
) -> None:
    ((kind, found, message),) = crate(old, before, after)
    assert kind.endswith("type-changed")
    assert (found, message.endswith(" now.")) == (level, True)


def test_a_limit_is_told_in_words(old: Path) -> None:
    told = [
        crate(old, before, after)[0][2]
        for before, after in [
            ("1 to 10", "above 1, at most 10"),
            ("1 to 10", "at least 1"),
            ("at most 40 characters", "at most 40 characters, at least 2 characters"),
            ("at least 1 item, unique", "at least 1 item"),
            ("multiple of 5", "multiple of 10"),
        ]
    ]
    assert told == [
        "The query parameter `depth` is above 1 now, and was at least 1.",
        "The query parameter `depth` has no upper limit of its value now, and was at most 10.",
        "The request property `Name` in `application/json` is at least 2 characters long now, and"
        " had no lower limit of its length.",
        "The items of the request property `Tags` in `application/json` may be alike now.",
        "The request property `Weight` in `application/json` is a multiple of 10 now, and was a"
        " multiple of 5.",
    ]


def test_a_body_is_compared_with_that_of_its_media_type_and_status(old: Path) -> None:
    ((_, _, message),) = crate(old, "| Colour | string |", "| Colour | int32 |")
    assert "`Colour` in `application/x-www-form-urlencoded` was" in message
    ((_, _, message),) = crate(old, "| Reason | string |", "| Reason | int32 |")
    assert "`Reason` of `404` was" in message
    # A section for all media types stands for the one that has none of its own any longer.
    ((kind, _, message),) = crate(
        old, "## Request Body (application/json): crate", "## Request Body: crate"
    )
    assert (kind, "`application/json`" in message) == (Kind.REQUEST_MEDIA_TYPE_REMOVED, True)


def test_what_a_page_did_not_say_before_is_documented_now(old: Path) -> None:
    servers = "servers: [https://one.acme.example, https://two.acme.example]\n"
    bare = edited("crate/patch.md", servers, "")
    assert set(reversed_changes(old, bare)) == {(Kind.SERVER_ADDED, TEXT)}
    security = "security: [basic, {key: {in: header, name: X-Key}}, {bearer: [crates]}]\n"
    bare = edited("crate/patch.md", security, "")
    assert set(reversed_changes(old, bare)) == {(Kind.SECURITY_ADDED, TEXT)}
    fewer = edited("crate/patch.md", "{bearer: [crates]}", "bearer")
    found = {(change.kind, change.level) for change in changes(old, fewer)}
    # Whoever sends the token with the scope goes on as before.
    assert found == {(Kind.SECURITY_ADDED, ADDITIVE), (Kind.SECURITY_REMOVED, ADDITIVE)}


def test_a_type_that_a_page_defines_reaches_whoever_names_it(old: Path) -> None:
    found = changes(old, edited("types/person.md", "| 1 to 5 |", "| 1 to 4 |"))
    assert [(c.kind, c.level, c.subject, c.uid) for c in found] == [
        (Kind.TYPE_PROPERTY_LIMIT_TIGHTENED, BREAKING, "Person", "")
    ]
    assert found[0].place.path.endswith("types/person.md")
    assert "reaches `Crate_Patch`" in found[0].message


def thing(front: str = "", cells: str = "string | | |") -> str:
    return (
        f"---\ntitle: T\nuid: Thing\n{front}---\n\n# T\n\n```http\nPOST /api/Thing\n```\n\n"
        "Text.\n\n## Request Body: thing\n\n"
        "| Name | Type | Values | Example | Limits | Description |\n"
        f"|---|---|---|---|---|---|\n| it | {cells} | It. |\n"
    )


@pytest.mark.parametrize(
    ("before", "after", "says"),
    [
        (
            {"front": "summary: One\n"},
            {"front": "summary: Two\n"},
            "summary was `One` and is `Two`",
        ),
        ({}, {"front": "summary: Two\n"}, "The summary is documented now: `Two`."),
        ({"front": "summary: One\n"}, {}, "The summary was `One` and is no longer documented."),
        (
            {"cells": "string | `audio`: To hear | |"},
            {"cells": "string | `audio`: To listen | |"},
            "The meaning of `audio`, a value of the request property `it`, was `To hear` and is "
            "`To listen` now.",
        ),
        (
            {"cells": "array of string | `audio` | |"},
            {"cells": "array of string | `audio`: To listen | |"},
            "The meaning of `audio`, a value of each item of the request property `it`, is "
            "documented now: `To listen`.",
        ),
        (
            {"cells": "string | | a |"},
            {"cells": "string | | b |"},
            "The example of the request property `it` was `a` and is `b` now.",
        ),
    ],
)
def test_what_changes_nothing_on_the_wire_is_a_note(
    tmp_path: Path, before: dict[str, str], after: dict[str, str], says: str
) -> None:
    trees = [
        write_tree(tmp_path / name, {"a.md": thing(**cells)})
        for name, cells in (("old", before), ("new", after))
    ]
    (change,) = compared(*trees).changes
    assert change.level is TEXT
    assert says in change.message


@pytest.mark.parametrize(
    ("before", "after", "says"),
    [
        ("int32 or string | | |", "int32 | | |", "was `int32 or string` and is `int32` now."),
        ("Node | | |", "array of Node | | |", "was `Node` and is `array of Node` now."),
        (
            "object | | | at most 2 properties",
            "object | | | at most 1 property",
            "has at most 1 property now, and had at most 2 properties.",
        ),
        (
            "string | | | at most 2 characters",
            "string | | | at most 1 character",
            "is at most 1 character long now, and was at most 2 characters long.",
        ),
    ],
)
def test_types_and_limits_are_told_as_they_are(
    tmp_path: Path, before: str, after: str, says: str
) -> None:
    trees = [
        write_tree(tmp_path / name, {"a.md": thing(cells=cells)})
        for name, cells in (("old", f"{before} |"), ("new", f"{after} |"))
    ]
    (change,) = compared(*trees).changes
    assert says in change.message


KEY = "{type: apiKey, in: header, name: X-Key}"


@pytest.mark.parametrize(
    ("after", "says"),
    [
        ("{type: apiKey, in: header, name: X-Other}", "its name was `X-Key` and is `X-Other` now"),
        ("{type: apiKey, in: query, name: X-Key}", "its place was `header` and is `query` now"),
        ("{type: http, scheme: basic}", "its type was `apiKey` and is `http` now; its scheme was "),
    ],
)
def test_a_change_of_security_says_what_has_changed(tmp_path: Path, after: str, says: str) -> None:
    def page(scheme: str) -> dict[str, str]:
        return {"a.md": thing(front=f"security:\n  - Key: {scheme}\n")}

    trees = [write_tree(tmp_path / n, page(s)) for n, s in (("old", KEY), ("new", after))]
    (change,) = compared(*trees).changes
    assert change.kind is Kind.SECURITY_SCHEME_CHANGED
    assert says in change.message


NO_TYPES = TypePairs(lambda *_: True, lambda _: None, lambda _: None)


def test_large_integers_have_all_digits() -> None:
    old = Schema(types=("integer",), minimum=-(2**62), multiple_of=2**60 + 1)
    new = Schema(types=("integer",), minimum=-(2**62) - 1, multiple_of=2**60)
    messages = [change.message for change in schema_changes("the n", old, new, NO_TYPES)]
    assert messages == [
        f"The n is at least {-(2**62) - 1} now, and was at least {-(2**62)}.",
        f"The n is a multiple of {2**60} now, and was a multiple of {2**60 + 1}.",
    ]


RESPONSES = """---
uid: a
---

# POST /a

```http
POST /a
```

Takes it.

## Responses

| Response | Description |
|---|---|
| 200 | OK |
| 202 | Later |

## Response 200: int32

## Response 202{}
"""
BODIES = [
    ("", ": Problem", Kind.RESPONSE_BODY_ADDED, Level.ADDITIVE),
    (": Problem", "", Kind.RESPONSE_BODY_REMOVED, Level.BREAKING),
]


@pytest.mark.parametrize(("was", "now", "kind", "level"), BODIES)
def test_a_status_without_a_body_gets_one_or_loses_it(
    was: str, now: str, kind: Kind, level: Level, tmp_path: Path
) -> None:
    old = write_tree(tmp_path / "old", {"a.md": RESPONSES.format(was)})
    [change] = changes(old, {"a.md": RESPONSES.format(now)})
    assert (change.kind, change.level) == (kind, level)
    assert "`202`" in change.message


ROWS = "| Name | Type | Limits | Required | Description |\n|---|---|---|---|---|\n"
DEFINES = "---\ndefines: Thing\n---\n\n# Thing\n\n{}"


def taking(heading: str, rows: str, thing: str = "") -> dict[str, str]:
    """A page with a table below a heading; and one that defines a type."""
    text = f"---\nuid: a\n---\n\n# A\n\n```http\nPOST /a\n```\n\nTakes it.\n\n{heading}\n\n"
    pages = {"a.md": text + (ROWS + rows if rows else "")}
    return {**pages, "thing.md": DEFINES.format(ROWS + thing)} if thing else pages


TITLE = "| title | string | 2 to 8 characters | | What. |\n"
FROM = "| from | date | | Yes | When. |\n"
SAME = [
    (heading, (TITLE, ""), ("", TITLE))
    for heading in (
        "## Response 404: Thing",
        "## Response 200: Thing",
        "## Response: Thing",
        "## Response: array of Thing",
        "## Response 4XX: map of Thing",
    )
]
SAME += [
    (heading, (f"| a | {outer} | | | A. |\n| {name} | date | | Yes | When. |\n", ""), (new, FROM))
    for heading in ("## Request Body: a", "## Response: object", "## Query parameters")
    for outer, name, new in (
        ("object", "a.from", "| a | Thing | | | A. |\n"),
        ("object or null", "a.from", "| a | Thing or null | | | A. |\n"),
        ("array of object", "a[].from", "| a | array of Thing | | | A. |\n"),
        ("array of object", "a.from", "| a | array of Thing | | | A. |\n"),
    )
    if heading != "## Query parameters" or outer == "object"
]
TAGS = "| Tags | array of string | {} | | Marks. |\n"
SAME += [
    (
        "## Request Body: a",
        (TAGS.format("2 to 8 characters"), ""),
        (TAGS.format("") + "| Tags[] | string | 2 to 8 characters | | |\n", ""),
    )
]


@pytest.mark.parametrize(("heading", "one", "other"), SAME)
@pytest.mark.parametrize("is_back", [False, True])
def test_how_a_page_is_written_makes_no_difference(
    heading: str, one: tuple[str, str], other: tuple[str, str], is_back: bool, tmp_path: Path
) -> None:
    before, after = (other, one) if is_back else (one, other)
    old = write_tree(tmp_path / "old", taking(heading, *before))
    assert [change.message for change in changes(old, taking(heading, *after))] == []


def test_a_change_within_a_type_is_found_where_rows_were(tmp_path: Path) -> None:
    inner = "| a | object | | | A. |\n| a.from | date | | | When. |\n| a.to | date | | | Until. |\n"
    old = write_tree(tmp_path / "old", taking("## Request Body: a", inner))
    pages = taking("## Request Body: a", "| a | Thing | | | A. |\n", FROM)
    assert {(change.level, change.message) for change in changes(old, pages)} == {
        (Level.BREAKING, "The request property `a.from` is required now."),
        (Level.BREAKING, "The request property `a.to` is gone."),
    }


def test_types_that_contain_themselves_end(tmp_path: Path) -> None:
    nested = "| a | object | | | A. |\n| a.a | Thing | | | A. |\n"
    pages = taking("## Request Body: a", nested, nested)
    old = write_tree(tmp_path / "old", pages)
    assert changes(old, taking("## Request Body: a", "| a | Thing | | | A. |\n", nested)) == ()


def test_sentences_about_items_are_of_each_item(tmp_path: Path) -> None:
    old = write_tree(
        tmp_path / "old", taking("## Request Body: a", TAGS.format("2 to 8 characters"))
    )
    [least, most] = changes(old, taking("## Request Body: a", TAGS.format("")))
    assert least.message.startswith("Each item of the request property `Tags` has no lower limit ")
    assert most.message.startswith("Each item of the request property `Tags` has no upper limit ")


@pytest.mark.parametrize("written", ["int32", "array of int32"])
def test_a_list_of_values_that_is_new_is_named(written: str, tmp_path: Path) -> None:
    head = "| Name | Type | Values | Description |\n|---|---|---|---|\n"
    texts = [f"{head}| a | {written} | {cell} | A. |\n" for cell in ("1, 2", "")]
    heading = "## Query parameters"
    old = write_tree(tmp_path / "old", {"a.md": taking(heading, "")["a.md"] + texts[0]})
    [change] = changes(old, {"a.md": taking(heading, "")["a.md"] + texts[1]})
    says = f"was `{written}` with the values `1`, `2` and is `{written}` with any value now."
    assert change.message.endswith(says)


def test_a_file_is_no_tree(tmp_path: Path) -> None:
    file = tmp_path / "api.yaml"
    file.write_text("openapi: 3.1.0\n", encoding="utf-8")
    with pytest.raises(DocsError, match=r"is a file\. Name a folder of pages, a git revision, or"):
        read_tree(str(file), no_docs)
