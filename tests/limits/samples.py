"""How many samples a page gets, and what their files are called."""

from __future__ import annotations

from pathlib import Path

from callsheet.samples import variants_of
from callsheet.samples.names import file_stem
from tests.limits import Row, tries
from tests.parcels import JSON, catalog_of, page


def _further(text: str) -> int:
    [operation] = catalog_of({"p": text}).operations
    return len(variants_of(operation)) - 1


@tries("further samples of a page")
def further_samples(row: Row, folder: Path) -> None:
    text = page("p", "GET /api/Parcel")
    more = "\n```http!\nGET /api/Parcel\n```\n"
    limit = int(row.limit)
    assert _further(text + more * limit) == limit
    assert _further(text + more * (limit + 1)) == limit


@tries("media types of one section that get samples")
def media_types(row: Row, folder: Path) -> None:
    kinds = [JSON, "application/xml", "multipart/form-data", "text/csv", "text/plain"]
    rows = (("Name", "String", "What it is called."),)
    text = page("p", "POST /api/Parcel", body=rows, sent={"Name": "x"})
    listed = next(line for line in text.split("\n") if line.startswith("| Content-Type"))
    limit = int(row.limit)
    for number, further in ((limit, limit - 1), (limit + 1, 0)):
        shown = ", ".join(f"`{kind}`" for kind in kinds[:number])
        assert _further(text.replace(listed, f"| Content-Type | {shown} |")) == further


@tries("a uid in the name of a program's file")
def name_of_file(row: Row, folder: Path) -> None:
    limit = int(row.limit.split()[0])
    assert file_stem("a" * limit) == "a" * limit
    assert file_stem("a" * (limit + 1)) == "a" * limit
