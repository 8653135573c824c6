"""Pages that define types, as rules about rows see them: their rows are those of a response."""

from callsheet.checks.model.page import CheckedPage, OperationPage
from callsheet.model import Operation, Response, Route, TypeTable


def page_of_type(page: CheckedPage, table: TypeTable) -> OperationPage:
    """Return a page as that of an operation that answers with the type that the page defines."""
    return OperationPage(page.reading, page.document, _answering(table))


def _answering(table: TypeTable) -> Operation:
    return Operation(
        uid="",
        path=table.path,
        front_matter={},
        title=table.name,
        method="GET",
        route=Route("/", table.span),
        parameters=(),
        request_media_types=(),
        response_media_types=(),
        query_examples=(),
        request_bodies=(),
        response=Response(None, None, (), table.properties, table.span),
        example_requests=(),
        example_responses=(),
        sections=(),
        span=table.span,
    )
