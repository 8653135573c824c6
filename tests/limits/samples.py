"""How many samples a page gets, and what their files are called."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from callsheet.catalog.named_types import TypeDefiner
from callsheet.samples import Overrides, languages_of, variants_of
from callsheet.samples.sample import file_stem
from callsheet.site.generated.operation_scripts import OperationScripts
from callsheet.site.markdown.sample_tabs import SampleTabs
from callsheet.site.output.site_directory import SiteDirectory
from callsheet.site.site_catalog import SiteCatalog
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


@tries("further programs on a page of the site")
def further_programs(row: Row, folder: Path) -> None:
    limit = int(row.limit.split()[0].replace(",", ""))
    languages = languages_of(["python", "curl"])
    text = page("p", "POST /api/Parcel", body=(("Name", "String", ""),), sent={"Name": "x"})

    def shown(length: int) -> tuple[int, int]:
        """How many further programs a page shows of an example, and their characters."""
        example = f'\n```http!\nPOST /api/Parcel\n\n{{"Name": "{"x" * length}"}}\n```\n'
        [operation] = catalog_of({"p": text + example}).operations
        further = SampleTabs(languages, Overrides()).further(operation)
        assert further is not None
        variant, *_ = further.variants
        return len(variant.samples), sum(len(sample.text) for sample in variant.samples)

    # A short text would stand on the line of its name in some of the languages.
    length = 1_000
    count, least = shown(length)
    assert count == len(languages)
    room = (limit - least) // count
    assert shown(length + room) == (count, least + count * room)
    assert limit - count < least + count * room <= limit
    assert shown(length + room + 1)[0] == 1


@tries("examples in a script that operations of a group share")
def shared_script(row: Row, folder: Path) -> None:
    limit = int(row.limit)
    more = "\n```http!\nGET /api/Parcel\n```\n"

    def operations_of_scripts(*texts: str) -> list[int]:
        catalog = catalog_of({f"p{at:03}": text for at, text in enumerate(texts)})
        known = SiteCatalog(catalog, TypeDefiner())
        scripts = OperationScripts(SiteDirectory(folder, {}), "", [known], Overrides())
        return [*Counter(map(scripts.name, catalog.operations)).values()]

    pages = [page(f"p{at}", f"GET /api/Parcel{at}") for at in range(limit + 1)]
    assert operations_of_scripts(*pages[:-1]) == [limit]
    assert operations_of_scripts(*pages) == [limit, 1]
    assert operations_of_scripts(pages[0] + more * limit, *pages[1:3]) == [1, 2]


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
    longer = [file_stem("a" * limit + end) for end in ("b", "c")]
    assert [len(name) for name in longer] == [limit, limit]
    assert longer[0] != longer[1]
