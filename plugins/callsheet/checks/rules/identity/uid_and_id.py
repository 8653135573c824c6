"""Front matter that names the page twice, and not alike."""

from __future__ import annotations

from collections.abc import Iterator

from callsheet.checks.model.page import OperationPage
from callsheet.checks.rule import Diagnostic, Example, OperationRule
from callsheet.findings import Severity


def _differing_uid_and_id(page: OperationPage) -> Iterator[Diagnostic]:
    uid, other = (page.operation.front_matter.get(key) for key in ("uid", "id"))
    if uid is None or other is None or str(uid) == str(other):
        return
    document = page.document
    place = page.find(document.line_of_key("id"), str(other))
    related = page.related(document.line_of_key("uid"), f"the `uid` `{uid}`")
    yield Diagnostic(place, f"The `id` `{other}` is not the `uid`, `{uid}`.", related=(related,))


RULE = OperationRule(
    code="CS106",
    name="uid-and-id",
    severity=Severity.WARNING,
    summary="The front matter has a uid and an id that differ.",
    cause="`id` is what older pages call the `uid`; where a page has both, only the `uid` counts.",
    hint="Take the `id` out.",
    examples=(Example("uid: v1Parcel_Change\n", "uid: v1Parcel_Change\nid: v1Parcel_Read\n"),),
    check=_differing_uid_and_id,
)
