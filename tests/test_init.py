"""`callsheet init`: from a folder of pages to a site with docs CI."""

from __future__ import annotations

import json
import os
import re
import shlex
import shutil
import subprocess
import sys
import tomllib
from itertools import takewhile
from pathlib import Path
from typing import Any

import pytest
import yaml
from markdown import Markdown

from callsheet import __version__
from callsheet.catalog import Catalog
from callsheet.export import export_openapi
from tests.conftest import DOCS
from tests.starting import GET, PUT, contents, put_page, run, run_in_terminal

NEW = {".github/workflows/docs.yml", "callsheet-baseline.json", "mkdocs.yml"}
FLAW = ("| personId | int32 | Id of the person. **Required** |", "| personId | int32 | |")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with our own pages, and nothing else."""
    shutil.copytree(DOCS / "reference", tmp_path / "docs/reference")
    shutil.copy(DOCS / "index.md", tmp_path / "docs")
    shutil.copytree(DOCS / "assets", tmp_path / "docs/assets")
    return tmp_path


def read_yaml(file: Path) -> Any:
    return yaml.safe_load(file.read_text(encoding="utf-8"))


def lines_to_add(output: str, name: str) -> str:
    """The lines that an existing file lacks, as they are printed."""
    lines = output.partition(f"{name} is left as it is. To add:")[2].splitlines()[1:]
    return "\n".join(takewhile(lambda line: not line or line.startswith("    "), lines))


def steps_of(workflow: Path) -> list[str]:
    """The commands of a GitHub workflow."""
    steps = read_yaml(workflow)["jobs"]["docs"]["steps"]
    return [step["run"] for step in steps if "run" in step]


@pytest.mark.slow
def test_a_site_is_made_that_its_own_job_accepts(folder: Path) -> None:
    before = contents(folder)
    code, output, messages = run(folder, "init")
    assert (code, messages) == (0, "")
    after = contents(folder)
    assert set(after) - set(before) == NEW
    assert {path: after[path] for path in before} == before
    assert "- docs_dir: `docs` has the operation pages." in output
    install, *commands = steps_of(folder / ".github/workflows/docs.yml")
    assert install == f"pip install 'mkdocs-callsheet[test,superoffice]~={__version__}'"
    assert commands == ["callsheet check --format github", "callsheet test", "mkdocs build"]
    for command in commands:
        program, *arguments = shlex.split(command)
        module = [sys.executable, "-m", program, *arguments]
        environment = os.environ | {"NO_MKDOCS_2_WARNING": "1"}
        done = subprocess.run(
            module,
            cwd=folder,
            env=environment,
            capture_output=True,
            text=True,
            check=False,
            timeout=120,
        )
        assert done.returncode == 0, done.stdout + done.stderr
    page = folder / "site/reference/Person/v1PersonEntity_GetImage/index.html"
    assert 'class="callsheet' in page.read_text(encoding="utf-8")


def test_the_next_commands_are_named_last(folder: Path) -> None:
    _, output, _ = run(folder, "init")
    *_, heading, serve, check, test = output.splitlines()
    assert heading == "Next:"
    starts = ["mkdocs serve", "callsheet check", "callsheet test"]
    for line, start in zip((serve, check, test), starts, strict=True):
        assert line.strip().startswith(f"{start}  ")


def test_the_baseline_has_the_findings_of_today_and_no_others(folder: Path) -> None:
    page = folder / "docs/reference/Person" / GET
    text = page.read_text(encoding="utf-8")
    page.write_text(text.replace(*FLAW), encoding="utf-8")
    assert page.read_text(encoding="utf-8") != text
    assert run(folder, "check", "--docs", "docs")[0] == 1
    assert run(folder, "init")[0] == 0
    baseline = json.loads((folder / "callsheet-baseline.json").read_bytes())
    assert "v1PersonEntity_GetImage" in {entry["page"] for entry in baseline["findings"]}
    assert run(folder, "check")[0] == 0
    other = folder / "docs/reference/Person" / PUT
    other.write_text(other.read_text(encoding="utf-8").replace(*FLAW), encoding="utf-8")
    code, output, _ = run(folder, "check")
    assert code == 1
    assert PUT in output
    assert GET not in output


@pytest.mark.parametrize("overview", [False, True])
def test_each_new_file_ends_with_one_line_feed(folder: Path, overview: bool) -> None:
    (folder / "docs/index.md").unlink(missing_ok=True)
    if overview:
        (folder / "docs/api").mkdir()
        (folder / "docs/api/index.md").write_text("# A\n\n<!-- callsheet: operations -->\n")
    run(folder, "init")
    for path in NEW | {"docs/index.md"}:
        assert re.search(r"[^\n]\n\Z", (folder / path).read_text(encoding="utf-8")), path


def test_a_second_time_nothing_is_left_to_do(folder: Path) -> None:
    run(folder, "init")
    before = contents(folder)
    code, output, _ = run(folder, "init")
    assert code == 0
    assert "nothing is written" in output
    assert contents(folder) == before


def test_a_site_is_not_configured_before_all_else_is_written(folder: Path) -> None:
    (folder / ".github").touch()
    code, output, messages = run(folder, "init", "--ci", "github")
    assert code == 2
    assert "`.github/workflows` cannot be created" in messages
    assert "Written" not in output
    assert not (folder / "mkdocs.yml").exists()
    (folder / ".github").unlink()
    assert run(folder, "init", "--ci", "github")[0] == 0
    assert {*contents(folder)} >= NEW


def test_a_dry_run_shows_the_files_and_writes_none(folder: Path) -> None:
    before = contents(folder)
    code, output, _ = run(folder, "init", "--dry-run")
    assert code == 0
    assert contents(folder) == before
    run(folder, "init")
    for name in NEW:
        assert f"--- /dev/null\n+++ {name}\n" in output
        for line in (folder / name).read_text(encoding="utf-8").splitlines():
            assert f"+{line}" in output


@pytest.mark.parametrize(("answer", "code"), [("n\n", 1), ("y\n", 0), ("\n", 0)])
def test_a_terminal_is_asked_first(folder: Path, answer: str, code: int) -> None:
    before = contents(folder)
    done, shown = run_in_terminal(folder, answer, "init")
    assert done == code, shown
    assert "Write 3 files?" in shown
    assert (contents(folder) == before) == bool(code)


def test_who_says_yes_is_not_asked(folder: Path) -> None:
    done, shown = run_in_terminal(folder, "n\n", "init", "--yes")
    assert done == 0, shown
    assert "?" not in shown
    assert (folder / "mkdocs.yml").is_file()


def test_the_name_of_the_site_is_fit_for_yaml(tmp_path: Path) -> None:
    put_page(tmp_path / "docs/things")
    title = "Things: #1 \"of\" {all} 'kinds' é, yes"
    (tmp_path / "docs/index.md").write_text(f"# {title}\n", encoding="utf-8")
    run(tmp_path, "init")
    assert read_yaml(tmp_path / "mkdocs.yml")["site_name"] == title


def test_the_site_of_an_imported_api_has_its_title(tmp_path: Path) -> None:
    put_page(tmp_path / "docs/reference")
    overview = (
        "---\ntitle: Parcels API\nversion: '2'\n---\n\n# Parcels API\n\nIt has all of them.\n"
    )
    (tmp_path / "docs/reference/index.md").write_text(overview, encoding="utf-8")
    run(tmp_path, "init")
    assert read_yaml(tmp_path / "mkdocs.yml")["site_name"] == "Parcels API"
    home = (tmp_path / "docs/index.md").read_text()
    assert home.startswith("---\ntitle: Home\n---\n\n# Parcels API\n")
    assert "\nIt has all of them.\n\nThe [reference](reference/index.md)" in home
    info = export_openapi(Catalog.read(tmp_path / "docs", cached=False)).document["info"]
    assert info == {"title": "Parcels API", "version": "2", "description": "It has all of them."}


@pytest.mark.parametrize("about", ["See [this](depots.md).", "## Depots", "<b>All</b>", ""])
def test_a_home_page_has_no_text_that_is_right_elsewhere_alone(tmp_path: Path, about: str) -> None:
    put_page(tmp_path / "docs/reference")
    overview = f"---\ntitle: Parcels API\nversion: '2'\n---\n\n# Parcels API\n\n{about}\n"
    (tmp_path / "docs/reference/index.md").write_text(overview, encoding="utf-8")
    run(tmp_path, "init")
    home = (tmp_path / "docs/index.md").read_text()
    assert home.endswith(
        "# Parcels API\n\nThe [reference](reference/index.md) documents all operations.\n"
    )
    assert run(tmp_path, "check")[0] == 0


def test_a_site_without_home_page_gets_one(tmp_path: Path) -> None:
    put_page(tmp_path / "docs/things")
    code, output, _ = run(tmp_path, "init")
    assert code == 0
    home = tmp_path / "docs/index.md"
    assert "<!-- callsheet: operations -->" in home.read_text(encoding="utf-8")
    assert "docs/index.md (new)" in output
    assert run(tmp_path, "check")[0] == 0


def test_a_table_of_contents_is_the_navigation(tmp_path: Path) -> None:
    put_page(tmp_path / "docs/things")
    (tmp_path / "docs/toc.yml").write_text(f"- name: One\n  href: things/{GET}\n")
    (tmp_path / "docfx.json").write_text("{}")
    _, output, _ = run(tmp_path, "init")
    assert "`docs/toc.yml` gives the navigation" in output
    assert "docfx.json stays" in output
    assert "nav" not in read_yaml(tmp_path / "mkdocs.yml")


def test_a_pack_is_suggested_to_pages_of_its_api(folder: Path) -> None:
    _, output, _ = run(folder, "init")
    assert "packs: pages look like those of an API that the pack `superoffice` knows." in output
    assert "needs mkdocs-callsheet[test,superoffice]" in output
    options = read_yaml(folder / "mkdocs.yml")["plugins"][1]["callsheet"]
    assert options["packs"] == ["superoffice"]
    (folder / "mkdocs.yml").write_text("plugins:\n  - callsheet:\n")
    _, output, _ = run(folder, "init")
    assert "packs: [superoffice]" in lines_to_add(output, "mkdocs.yml")


def test_no_pack_is_suggested_to_other_pages(tmp_path: Path) -> None:
    page = put_page(tmp_path / "docs")
    text = page.read_text(encoding="utf-8").replace("SoTicket", "Ticket").replace("| SO-", "| X-")
    page.write_text(text, encoding="utf-8")
    _, output, _ = run(tmp_path, "init")
    assert "packs" not in output
    assert "packs" not in (tmp_path / "mkdocs.yml").read_text(encoding="utf-8")


# Where the pages are


@pytest.mark.parametrize(
    ("place", "others", "docs"),
    [
        ("api", [], "api"),
        ("api/rest/things", ["api/index.md", "api/rest/index.md"], "api"),
        ("api/rest/things", [], "api/rest/things"),
        ("src/docs/rest/things", ["src/README.md"], "src/docs"),
        ("with space", ["README.md"], "with space"),
    ],
)
def test_the_docs_directory_is_the_folder_of_the_pages(
    tmp_path: Path, place: str, others: list[str], docs: str
) -> None:
    put_page(tmp_path / place)
    for other in others:
        (tmp_path / other).write_text("# Other\n")
    assert run(tmp_path, "init")[0] == 0
    assert read_yaml(tmp_path / "mkdocs.yml").get("docs_dir", "docs") == docs
    assert run(tmp_path, "check")[0] == 0


def test_environments_and_packages_are_passed_over(tmp_path: Path) -> None:
    put_page(tmp_path / "api")
    put_page(tmp_path / "node_modules/some/docs", PUT)
    put_page(tmp_path / "env/lib/docs", PUT)
    (tmp_path / "env/pyvenv.cfg").touch()
    put_page(tmp_path / ".hidden/docs", PUT)
    code, output, _ = run(tmp_path, "init")
    assert code == 0
    assert output.startswith("1 operation page of 1 Markdown page")


def test_a_built_site_is_passed_over(tmp_path: Path) -> None:
    put_page(tmp_path / "docs")
    put_page(tmp_path / "public/reference", PUT)
    (tmp_path / "public/sitemap.xml.gz").touch()
    code, output, _ = run(tmp_path, "init")
    assert code == 0
    assert output.startswith("1 operation page of 1 Markdown page")


def test_pages_beside_other_files_have_to_be_moved(tmp_path: Path) -> None:
    put_page(tmp_path)
    put_page(tmp_path / "more", PUT)
    (tmp_path / "index.md").write_text("# Home\n")
    before = contents(tmp_path)
    code, output, messages = run(tmp_path, "init")
    assert (code, output) == (2, "")
    command = messages.splitlines()[-1].strip()
    assert command == f"mkdir -p docs && mv {GET} more index.md docs/"
    assert contents(tmp_path) == before
    subprocess.run(["/bin/sh", "-c", command], cwd=tmp_path, check=True, timeout=120)
    assert run(tmp_path, "init")[0] == 0


def test_of_several_folders_one_has_to_be_named(tmp_path: Path) -> None:
    put_page(tmp_path / "one")
    put_page(tmp_path / "two", PUT)
    code, _, messages = run(tmp_path, "init")
    assert code == 2
    assert "    one: 1\n    two: 1\n" in messages
    assert "--docs DIR" in messages
    assert not (tmp_path / "mkdocs.yml").exists()
    assert run(tmp_path, "init", "--docs", "two")[0] == 0
    assert read_yaml(tmp_path / "mkdocs.yml")["docs_dir"] == "two"


def test_a_terminal_is_asked_for_the_folder(tmp_path: Path) -> None:
    put_page(tmp_path / "one")
    put_page(tmp_path / "two", PUT)
    done, shown = run_in_terminal(tmp_path, "two\ny\n", "init")
    assert done == 0, shown
    assert read_yaml(tmp_path / "mkdocs.yml")["docs_dir"] == "two"


@pytest.mark.parametrize("docs", [".", "..", "gone"])
def test_a_folder_that_cannot_be_the_docs_directory(tmp_path: Path, docs: str) -> None:
    inner = tmp_path / "inner"
    put_page(inner)
    code, _, messages = run(inner, "init", "--docs", docs)
    assert code == 2
    assert messages.startswith("Error: ")
    assert set(contents(inner)) == {GET}


# Where there are no pages


def test_without_pages_it_says_what_one_looks_like(tmp_path: Path) -> None:
    code, output, messages = run(tmp_path, "init")
    assert (code, output) == (2, "")
    assert "in 0 Markdown pages" in messages
    for hint in ("uid: v1Thing_Get", "callsheet new operation", "callsheet import openapi"):
        assert hint in messages


def test_the_page_that_is_shown_is_an_operation_page(tmp_path: Path) -> None:
    _, _, messages = run(tmp_path, "init")
    lines = messages.splitlines()
    first = lines.index("    ---")
    last = len(lines) - lines[::-1].index("    ```")
    docs = tmp_path / "docs"
    docs.mkdir()
    (docs / "page.md").write_text("\n".join(line[4:] for line in lines[first:last]))
    assert run(tmp_path, "init", "--dry-run")[0] == 0


def test_pages_that_are_nearly_operation_pages_are_named(tmp_path: Path) -> None:
    page = put_page(tmp_path / "docs")
    text = page.read_text(encoding="utf-8").replace("```http\nGET ", "```http\nGET")
    page.write_text(text, encoding="utf-8")
    (tmp_path / "docs/all.md").write_text("# API\n\n- `GET /a` - one\n- `POST /b` - two\n")
    code, _, messages = run(tmp_path, "init")
    assert code == 2
    assert f"    {GET.replace('v1', 'docs/v1')}:" in messages
    assert "CS004" in messages
    assert "docs/all.md: 2 routes" in messages


# Where there is something already


@pytest.mark.parametrize("name", ["mkdocs.yml", "mkdocs.yaml", "properdocs.yml"])
def test_an_existing_site_is_left_alone_and_told_what_to_add(tmp_path: Path, name: str) -> None:
    put_page(tmp_path / "pages/things")
    site = tmp_path / name
    site.write_text("site_name: Old\ndocs_dir: pages\ntheme: mkdocs\nplugins:\n  - search\n")
    before = site.read_bytes()
    code, output, _ = run(tmp_path, "init")
    assert code == 0
    assert site.read_bytes() == before
    assert not (tmp_path / "pages/index.md").exists()
    plugins = yaml.safe_load(lines_to_add(output, name))["plugins"]
    config = {"site_name": "Old", "docs_dir": "pages", "theme": "mkdocs", "plugins": plugins}
    site.write_text(yaml.safe_dump(config))
    options = [] if name == "mkdocs.yml" else ["-f", name]
    assert run(tmp_path, "check", *options)[0] == 0
    _, again, _ = run(tmp_path, "init")
    assert "To add" not in again


def test_a_named_folder_does_not_contradict_the_site(tmp_path: Path) -> None:
    put_page(tmp_path / "docs")
    put_page(tmp_path / "other")
    (tmp_path / "mkdocs.yml").write_text("site_name: Old\n")
    code, _, messages = run(tmp_path, "init", "--docs", "other")
    assert (code, messages) == (2, "Error: `mkdocs.yml` names `docs` as the docs directory.\n")


def test_the_workflow_has_the_actions_of_the_guide_to_ci(tmp_path: Path) -> None:
    put_page(tmp_path / "docs")
    assert run(tmp_path, "init")[0] == 0
    workflow = (tmp_path / ".github/workflows/docs.yml").read_text(encoding="utf-8")
    guide = (DOCS / "ci.md").read_text(encoding="utf-8")
    used = re.findall(r"uses: (\S+)", workflow)
    assert used
    assert set(used) <= set(re.findall(r"uses: (\S+)", guide))


def test_zensical_gets_the_extension(tmp_path: Path) -> None:
    put_page(tmp_path / "docs")
    (tmp_path / "zensical.toml").write_text('[project]\nsite_name = "Old"\n')
    code, output, _ = run(tmp_path, "init")
    assert code == 0
    added = tomllib.loads(lines_to_add(output, "zensical.toml"))
    [stylesheet] = added["project"]["extra_css"]
    assert ".callsheet" in (tmp_path / "docs" / stylesheet).read_text(encoding="utf-8")
    options = added["project"]["markdown_extensions"]
    assert options == {"callsheet": {"docs_dir": "docs"}}
    Markdown(extensions=list(options), extension_configs=options)
    commands = steps_of(tmp_path / ".github/workflows/docs.yml")
    check = "callsheet check --docs docs --baseline callsheet-baseline.json --format github"
    assert commands[1:] == [check, "callsheet test --docs docs", "zensical build"]
    assert commands[0].endswith(" zensical")
    assert not (tmp_path / "mkdocs.yml").exists()


def test_a_configuration_that_cannot_be_read_is_an_error(tmp_path: Path) -> None:
    put_page(tmp_path / "docs")
    (tmp_path / "zensical.toml").write_text("[project\n")
    code, _, messages = run(tmp_path, "init")
    assert code == 2
    assert "`zensical.toml` is not valid TOML" in messages


@pytest.mark.parametrize(
    ("path", "text", "options", "job"),
    [
        (".github/dependabot.yml", "", [], ".github/workflows/docs.yml"),
        (".git/config", "[remote]\n\turl = git@gitlab.com:a/b\n", [], ".gitlab-ci.yml"),
        (
            ".git/config",
            "\turl = https://gitlab:x@github.com/a\n",
            [],
            ".github/workflows/docs.yml",
        ),
        ("some.txt", "", ["--ci", "gitlab"], ".gitlab-ci.yml"),
        ("some.txt", "", ["--ci", "none"], None),
    ],
)
def test_the_job_is_for_the_service_in_use(
    tmp_path: Path, path: str, text: str, options: list[str], job: str | None
) -> None:
    put_page(tmp_path / "docs")
    (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
    (tmp_path / path).write_text(text)
    assert run(tmp_path, "init", *options)[0] == 0
    jobs = {".github/workflows/docs.yml", ".gitlab-ci.yml"}
    assert jobs & set(contents(tmp_path)) == ({job} if job else set())


def test_the_job_for_gitlab_runs_and_reports(tmp_path: Path) -> None:
    put_page(tmp_path / "docs")
    run(tmp_path, "init", "--ci", "gitlab")
    job = read_yaml(tmp_path / ".gitlab-ci.yml")["docs"]
    _, check, test, build = job["script"]
    assert build == "mkdocs build"
    for command in (check, test):
        _, *arguments = shlex.split(command)
        assert run(tmp_path, *arguments)[0] == 0
    for report in job["artifacts"]["reports"].values():
        assert (tmp_path / report).is_file()


def test_an_existing_job_is_left_alone(tmp_path: Path) -> None:
    put_page(tmp_path / "docs")
    job = tmp_path / ".gitlab-ci.yml"
    job.write_text("stages: [test]\n")
    code, output, _ = run(tmp_path, "init")
    assert code == 0
    assert job.read_text() == "stages: [test]\n"
    assert ".gitlab-ci.yml is left as it is." in output
    assert "    - callsheet check" in output


def test_a_folder_that_cannot_be_written_to_is_an_error(tmp_path: Path) -> None:
    put_page(tmp_path / "docs")
    (tmp_path / ".github").mkdir()
    (tmp_path / ".github/workflows").touch()
    code, _, messages = run(tmp_path, "init")
    assert code == 2
    assert "Error: `.github/workflows` cannot be created" in messages
    assert not [name for name in contents(tmp_path) if name.startswith(".mkdocs.yml")]


def test_forty_pages_of_others_become_a_site(shared: Path, tmp_path: Path) -> None:
    shutil.copytree(shared / "corpus/rest/Webhook", tmp_path / "docs/rest/Webhook")
    shutil.copytree(shared / "corpus/rest/Contact", tmp_path / "docs/rest/Contact")
    code, _, messages = run(tmp_path, "init")
    assert (code, messages) == (0, "")
    assert run(tmp_path, "check")[0] == 0
