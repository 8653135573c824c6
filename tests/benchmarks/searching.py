"""How well questions find their operations, and what the search weighs."""

from __future__ import annotations

import gzip
import json
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from callsheet.catalog import Catalog
from callsheet.catalog.named_types import define_types
from callsheet.catalog.titles import Titles
from callsheet.model import Operation
from callsheet.site.generated import search, search_data
from tests.benchmarks.measure import Figure
from tests.benchmarks.pages import make_docs
from tests.benchmarks.reading import WHOLE
from tests.interpreters import node

GROUPS = (
    *("rest/Appointment", "rest/Contact", "rest/Document", "rest/Person", "rest/Role"),
    *("rest/Ticket", "rest/User", "rest/Webhook", "agent/BLOB_Agent", "agent/Webhook_Agent"),
)
"""The groups of the corpus with the 262 pages that the first two sets of questions ask for."""

OTHER_GROUPS = (
    *("agent/AI_Agent", "agent/CustomerService_Agent", "agent/Preference_Agent"),
    *("agent/Quote_Agent", "agent/Report_Agent", "rest/ForeignApp", "rest/Hierarchy"),
    *("rest/List", "rest/List_Priority"),
)
"""The groups with 262 other pages."""

FURTHER_GROUPS = (
    *("agent/Archive_Agent", "agent/Batch_Agent", "agent/CRMScript_Agent", "agent/Contact_Agent"),
    *("agent/Person_Agent", "agent/TimeZone_Agent", "rest/Batch", "rest/CRMScript"),
    *("rest/License", "rest/List_Category", "rest/List_Item", "rest/TriggerScript"),
)
"""The groups with 262 further pages."""

MIXED_GROUPS = (
    *("agent/BulkUpdate_Agent", "agent/CustomerService_Agent", "agent/Quote_Agent"),
    *("rest/Appointment", "rest/Archive", "rest/Attachment", "rest/Batch", "rest/Document"),
    *("rest/Role", "rest/Ticket"),
)
"""The groups with 261 pages, of which half are in no other set."""

OTHERS = {
    "other pages": OTHER_GROUPS,
    "further pages": FURTHER_GROUPS,
    "mixed pages": MIXED_GROUPS,
}
"""The groups that a set of questions asks for; the first ones where none are named."""

_HERE = Path(__file__).parent
QUESTIONS: dict[str, list[list[str]]] = json.loads(
    (_HERE / "questions.json").read_text(encoding="utf-8")
)
"""Questions and what answers them, uids or types.

The ranking was tuned by `tuning`, `further pages`, and two thirds of `all pages`; the others were
held out, but for two synonyms that come from `mixed pages`.
"""


def figures(corpus: Path) -> Iterator[Figure]:
    """The misses in percent, for 262 pages and for all, weights in kB and times in ms."""
    catalog = Catalog.read(corpus)
    for name, questions in QUESTIONS.items():
        paths = OTHERS.get(name, GROUPS)
        if name == "all pages":
            paths = tuple(group.path for group in catalog.groups)
        groups = (group for group in catalog.groups if group.path in paths)
        operations = [operation for group in groups for operation in group.operations]
        for some in (operations, *([catalog.operations] if name != "all pages" else [])):
            ranks = [*_ranks(_answers(some, [q for q, *_ in questions])["found"], questions)]
            about = f"questions ({name}), {len(some)} pages:"
            if some is operations:
                yield Figure(f"{about} not first", _share(ranks, 1), "%", 40)
                yield Figure(f"{about} not in five", _share(ranks, 5), "%", 10)
            else:
                yield Figure(f"{about} not in five", _share(ranks, 5), "%", 100)
    with tempfile.TemporaryDirectory() as folder:
        all_of_them = Catalog.read(make_docs(corpus, Path(folder, "docs"), WHOLE)).operations
    weights = [len(gzip.compress(data, 9)) / 1000 for data in _files(all_of_them).values()]
    yield Figure(f"search, largest file for {WHOLE} operations", max(weights), "kB", 25)
    yield Figure(f"search, all files for {WHOLE} operations", sum(weights), "kB", 250)
    answers = [_answers(all_of_them, ["upload image"]) for _ in range(5)]
    # The least of some times, since others may use the machine.
    first = min(answer["first"] for answer in answers)
    yield Figure(f"search, from the data of {WHOLE} to an answer", first, "ms", 300)
    each = min(answer["each"] for answer in answers)
    yield Figure(f"search, each further answer of {WHOLE}", each, "ms", 50)


def _files(operations: Sequence[Operation]) -> dict[str, bytes]:
    """Return the files of a site with these operations and their types."""
    urls = {o.path: f"{o.path.removesuffix('.md')}/" for o in operations}
    types = [(f"types/{name}/", d) for name, d in define_types(operations).items()]
    urls |= {path: path for path, _ in types}
    return dict(
        search_data.contents(search.entries_of(None, operations, types, urls, {}, Titles()))
    )


def _answers(operations: Sequence[Operation], questions: Sequence[str]) -> Any:
    with tempfile.TemporaryDirectory() as folder:
        for path, content in _files(operations).items():
            if path.endswith(".js") and path != search_data.SCRIPT:
                Path(folder, Path(path).name).write_bytes(content)
        done = subprocess.run(
            [node(), str(_HERE / "searching.mjs"), folder],
            input=json.dumps(questions),
            capture_output=True,
            encoding="utf-8",
            check=True,
            timeout=60,
        )
    return json.loads(done.stdout)


def _ranks(found: list[list[str]], questions: list[list[str]]) -> Iterator[int]:
    """Yield the place of the first right answer to each question; a large one for none."""
    for uids, (_, *expected) in zip(found, questions, strict=True):
        yield min((uids.index(uid) + 1 for uid in expected if uid in uids), default=1000)


def _share(ranks: Sequence[int], places: int) -> float:
    """Return the percentage of questions without a right answer in the first places."""
    return 100 * sum(rank > places for rank in ranks) / len(ranks)
