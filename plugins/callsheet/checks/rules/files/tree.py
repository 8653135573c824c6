"""Rules about pages, links and tables of contents, mostly reported by `callsheet.catalog`."""

from collections.abc import Iterator, Mapping

from callsheet import lazy_re as re
from callsheet.catalog import TreeFault
from callsheet.catalog.links import LinkFault
from callsheet.catalog.toc import TocFault
from callsheet.checks.model.subjects import Subject
from callsheet.checks.model.tree import Tree
from callsheet.checks.rule import Diagnostic, Example, ReadingRule, tree_rule
from callsheet.checks.rules.specimen import specimen
from callsheet.findings import Related, Severity
from callsheet.model import Operation, Text
from callsheet.source.carriers.routes.templates import MAX_PREFIX, TemplateIndex

_TOC = "- name: Parcels\n  href: index.md\n- name: Change\n  href: Depot/v1Parcel_Change.md\n"


def _other_page(name: str) -> str:
    text = specimen().replace("v1Parcel_Change", name).replace("/api/v1/Depot", f"/api/{name}")
    return text.replace(f"uid: {name}", f"uid: {name}\noperationId: changeParcel")


@Example(
    files={"Depot/A.md": _other_page("A"), "Depot/B.md": _other_page("B")},
    also=("fence-ends", "unused-suppression", "unlisted-operation"),
)
@tree_rule(
    code="CS034",
    name="operation-id-twice",
    severity=Severity.ERROR,
    summary="Two pages have the same `operationId`.",
    cause=(
        "An OpenAPI document has each `operationId` once (3.1.0, 4.8.10), and programs that are "
        "generated of it call operations by that name. Mostly a page was copied."
    ),
    hint="Give each operation a name of its own.",
    subject=Subject.OPERATIONS,
)
def _repeated_operation_ids(tree: Tree) -> Iterator[Diagnostic]:
    first: dict[str, Operation] = {}
    for operation in tree.catalog.documented:
        name = operation.operation_id
        if not name:
            continue
        other = first.setdefault(name, operation)
        if other is not operation:
            page = tree.page(operation.path)
            place = page.find(page.document.line_of_key("operationId"), name)
            message = f"`{name}` is the `operationId` of `{other.path}` already."
            yield Diagnostic(
                place, message, related=(Related(other.path, 1, "the page that has it"),)
            )


@Example(files={"start.mdx": '# Start\n\n<Weather place="Bergen" />\n'})
@tree_rule(
    code="CS040",
    name="unknown-markup",
    severity=Severity.NOTE,
    summary="A component, shortcode or tag of another tool is not known.",
    cause=(
        "Readers of the site see the mark itself, with the text in it. It is reported once for "
        "all pages of the tree."
    ),
    hint="Write in Markdown what it shows, or suppress the finding.",
    subject=Subject.UNKNOWN_MARKUP,
)
def _unknown_marks(tree: Tree) -> Iterator[Diagnostic]:
    pages: dict[str, list[tuple[str, Text]]] = {}
    for page in tree.catalog.all_pages:
        for mark in page.unknown_marks:
            kind = _KIND.match(mark.markdown)
            pages.setdefault(kind[0] if kind else "", []).append((page.path, mark))
    for found in pages.values():
        path, mark = found[0]
        page_of_first = tree.page(path)
        place = page_of_first.find(mark.span.start, mark.markdown)
        more = f", here and on {len(found) - 1} other pages" if len(found) > 1 else ""
        yield Diagnostic(place, f"`{mark.markdown}` is not known and shown as text{more}.")


_KIND = re.compile(r"[^\w]*+[\w./-]*+")


@Example(files={"start.md": "# Start\n\n- `GET /crates` - all of them\n"})
@tree_rule(
    code="CS039",
    name="unread-routes",
    severity=Severity.NOTE,
    summary="A page shows routes that no page documents.",
    cause=(
        "The page has routes, but neither parameters nor examples nor sections of them, or only "
        "commands such as `curl` show them, or they are laid out in a way that is not known, so "
        "it is an ordinary page. It is reported once for each page."
    ),
    hint=(
        "If it documents operations, name its layout with the option `layout` or `layouts`; where "
        "only commands show them, write a line such as `GET /crates` below the heading of each. "
        "Or else suppress the finding."
    ),
    subject=Subject.SHOWN_ROUTES,
)
def _unread_routes(tree: Tree) -> Iterator[Diagnostic]:
    pages = [page for page in tree.catalog.all_pages if page.shown_routes]
    documented: dict[str, TemplateIndex] = {}
    for operation in tree.catalog.documented if pages else ():
        index = documented.setdefault(operation.method, TemplateIndex())
        index.add(operation.route.template)
    for page in pages:
        unread = [route for route in page.shown_routes if not _is_read(route.markdown, documented)]
        if unread:
            first, count = unread[0].markdown, len(unread)
            shown = f"`{first}`" if count == 1 else f"{count} routes, such as `{first}`"
            message = f"The page shows {shown}, but no operation is read from it."
            place = tree.page(page.path).find(unread[0].span.start, unread[0].markdown)
            yield Diagnostic(place, message)


def _is_read(route: str, documented: Mapping[str, TemplateIndex]) -> bool:
    method, _, path = route.partition(" ")
    return method in documented and documented[method].fits(path, MAX_PREFIX)


_REPORTED_BY_CATALOG = (
    ReadingRule.of(
        TreeFault.DUPLICATE_UID,
        "duplicate-uid",
        Example(files={"Archive/v1Parcel_Change.md": specimen()}),
        summary="Two pages have the same uid.",
        cause=(
            "The uid is the identity of the operation, so only the first of the pages counts. "
            "Mostly one is a copy of the other."
        ),
    ),
    ReadingRule.of(
        TreeFault.OVERSIZED,
        "oversized-page",
        summary="A page is too large to be read.",
        cause=(
            "No reader wants a page of that size. Mostly it is a file of another kind with the "
            "name of a page."
        ),
    ),
    ReadingRule.of(
        LinkFault.XREF,
        "broken-xref",
        Example("what is known of a parcel", "what <xref:v1Parcel_Raed> gives"),
        summary="A cross reference names a uid that no page has.",
        cause=(
            "The link leads nowhere on the site. The page was renamed or removed, or the uid has a "
            "slip."
        ),
    ),
    ReadingRule.of(
        LinkFault.FILE,
        "broken-link",
        Example("what is known of a parcel", "what is known of a [parcel](parcels.md)"),
        summary="A link leads to a page that is not there.",
        cause=(
            "The link leads nowhere on the site. The page was moved or removed, or the path has a "
            "slip."
        ),
    ),
    ReadingRule.of(
        LinkFault.INCLUDE,
        "broken-include",
        Example(
            "Changes what is known of a parcel, and gives it back as it is stored.\n",
            "[!include[What a parcel is](parcel.md)]\n",
        ),
        summary="An include names a file that is not there.",
        cause="The reader sees the include itself in the place of the text.",
    ),
    ReadingRule.of(
        LinkFault.CYCLE,
        "include-cycle",
        Example(
            "Changes what is known of a parcel, and gives it back as it is stored.\n",
            "[!include[What a parcel is](note.md)]\n",
            {"Depot/note.md": "# Note\n\n[!include[Change](v1Parcel_Change.md)]\n"},
        ),
        summary="Files include each other in a circle.",
        cause="Such an include has no end, so it is left as it is on the site.",
    ),
    ReadingRule.of(
        TreeFault.OUTSIDE,
        "link-outside",
        summary="A symbolic link leads out of the docs directory.",
        cause=(
            "The file is elsewhere, where other machines do not have it, and readers might not be "
            "meant to see it. So it is neither read nor included nor published."
        ),
    ),
    ReadingRule.of(
        TocFault.UNREADABLE,
        "unreadable-toc",
        # An unreadable table of contents lists no page.
        Example(
            files={"toc.yml": "- name: Change a parcel\n  href: [\n"}, also=("unreached-page",)
        ),
        summary="A table of contents is not a list of entries.",
        cause=(
            "A `toc.yml` is YAML: a list of entries with `name`, and with `href` or `items`. What "
            "cannot be read is missing from the navigation."
        ),
    ),
    ReadingRule.of(
        TocFault.NOWHERE,
        "toc-entry-nowhere",
        Example(files={"toc.yml": f"{_TOC}- name: Read\n  href: Depot/v1Parcel_Read.md\n"}),
        summary="An entry of a table of contents leads nowhere.",
        cause=(
            "The page was moved or removed, or the path has a slip. The entry is left out of the "
            "navigation."
        ),
    ),
    ReadingRule.of(
        TocFault.CYCLE,
        "toc-cycle",
        Example(files={"toc.yml": f"{_TOC}- name: More\n  href: toc.yml\n"}),
        summary="A table of contents contains itself.",
        cause="Such a navigation has no end, so the entry is left out.",
    ),
    ReadingRule.of(
        TreeFault.DUPLICATE_ROUTE,
        "duplicate-route",
        Example(
            files={"Archive/v1Parcel_Put.md": specimen().replace("v1Parcel_Change", "v1Parcel_Put")}
        ),
        summary="Two pages document the same method and route.",
        cause=(
            "A request can be answered as one of them says only. Mostly one page is a copy of the "
            "other, and its route was forgotten."
        ),
    ),
    ReadingRule.of(
        TreeFault.AMBIGUOUS_ROUTE,
        "ambiguous-route",
        Example(
            files={
                "Archive/v1Parcel_Put.md": specimen()
                .replace("v1Parcel_Change", "v1Parcel_Put")
                .replace("parcelId", "parcelNumber")
            }
        ),
        summary="Two routes of one method match the same paths.",
        cause=(
            "Which of the operations a request is for cannot be told by its path. An API may tell "
            "it by the types of the values, so this may be as intended."
        ),
        superseded_on_line_by=("route-form",),
    ),
    ReadingRule.of(
        TreeFault.UNKNOWN_CAUSE,
        "unknown-cause",
        Example(
            files={
                "Archive/moved.md": "---\nuid: moved\ntitle: A parcel moved\ncallback:\n"
                "  name: moved\n  of: v1Parcel_Order\n"
                "  address: '{$request.body#/callbackUrl}'\n---\n\n# A parcel moved\n\n"
                "```http\nPOST /\n```\n\nIt was moved.\n\n## Response\n\n"
                "| Response | Description |\n| --- | --- |\n| 204 | It was received. |\n\n"
                "## Sample request\n\n```http!\nPOST /\n```\n\n"
                "## Sample response\n\n```http_\nHTTP/1.1 204 No Content\n```\n"
            }
        ),
        summary="A page is about a callback of an operation that no page documents.",
        cause=(
            "The exported document has callbacks below their operation, and the reference server "
            "sends them because of one, so that this callback is left out of both."
        ),
    ),
    ReadingRule.of(
        TocFault.ADDRESS,
        "toc-address",
        Example(
            files={
                "toc.yml": f"{_TOC}- name: Our site\n  href: javascript:location='https://example.com/'\n"
            }
        ),
        summary="A table of contents has an address that is not a link to a web page.",
        cause=(
            "An address such as `javascript:` runs a program in the reader's browser, and others "
            "start one on the reader's machine. The entry is left out of the navigation."
        ),
    ),
)
