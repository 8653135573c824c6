"""Which subjects of rules a page has."""

from collections.abc import Callable, Iterator, Mapping
from http import HTTPStatus

from callsheet import lazy_re as re
from callsheet.checks.model.bodies import BodyComparison, compare, content_of, is_json_patch
from callsheet.checks.model.examples import examples, requests, responses, targets, typed_responses
from callsheet.checks.model.page import CheckedPage, OperationPage, has_usual_form, is_code
from callsheet.checks.model.routes import METHODS, read_stated_routes, route_path, verb_in
from callsheet.checks.model.subjects import Subject
from callsheet.checks.model.tables import (
    all_tables,
    case_of,
    foreign_descriptions,
    lines_with_open_code,
    paragraphs_with_open_code,
    property_tables,
    sent_tables,
    stand_in_of,
    typed_tables,
)
from callsheet.checks.parsing.nodes import SyntaxProblem
from callsheet.checks.parsing.words import LOWER_CASE, fault_of
from callsheet.http.headers import STANDARD_REQUEST, STANDARD_RESPONSE
from callsheet.http.media_types import essence
from callsheet.http.statuses import NO_CONTENT, phrase
from callsheet.memo import cached_by_identity
from callsheet.model import Header, Location, Operation, Parameter, Property, SectionKind
from callsheet.model.contents import own_parameters, response_headers
from callsheet.source.document import Block, BlockKind, Document
from callsheet.source.rows import read_type


class SubjectsOfPage:
    """Subjects of a page, each looked for when a rule first asks."""

    def __init__(self, page: CheckedPage) -> None:
        self._page = page
        self._of_blocks = _subjects_of_blocks(page.document)
        self._known: dict[Subject, bool] = {}

    def __contains__(self, subject: Subject) -> bool:
        if subject not in self._known:
            self._known[subject] = subject in self._of_blocks or self._has(subject)
        return self._known[subject]

    def _has(self, subject: Subject) -> bool:
        page = self._page
        if test := _OF_PAGES.get(subject):
            return test(page)
        of_operation = _OF_OPERATIONS.get(subject)
        return of_operation is not None and isinstance(page, OperationPage) and of_operation(page)


_SPACE = {ord(space): None for space in "\t\n\f\r"}
_ITEM = re.compile(r" {0,3}(?:[-*+]|\d{1,9}[.)])[ \t]")
_MARK = re.compile(r" {0,3}(?:#|[-*+]|\d{1,3}[.)])")
_PLAIN_ROUTE = re.compile(r"/?[^/{}<>\[\]:?#]+(?:/[^/{}<>\[\]:?#]+)*")
_PLAIN_NAME = re.compile(r"(?:[\w.$-]|\[\])+")
_PLAIN_MEDIA_TYPE = re.compile(r"[a-z]+/[a-z0-9.+-]+(?:; ?charset=utf-8)?", re.IGNORECASE)
_USUAL_VALUE = re.compile(r"(?:application|text)/(?:json|xml|html|plain)(?:; ?charset=utf-8)?")
_COMMON_MEDIA_TYPE = re.compile(r"`(?:application/(?:json|xml)|text/(?:html|plain|xml))`")
_REQUIREMENT = re.compile(r"requ?|uired|must|tory|optional|default|\*\*", re.IGNORECASE)
_NAME_IN_CODE = re.compile(r"`[A-Za-z_$][\w$]*`")
_LISTS = {"accept", "content-type"}
_OWN_LABELS = {"", "http", "http!", "http_", "json"}


@cached_by_identity(1)
def _subjects_of_blocks(document: Document) -> frozenset[Subject]:
    """Return the subjects that blocks have, once for all operations of a page."""
    found: set[Subject] = set()
    before: Block | None = None
    for block in document.blocks:
        if block.kind is BlockKind.OTHER:
            found.add(Subject.OTHER_BLOCKS)
            if _ITEM.match(block.text):
                found.add(Subject.LISTS)
            if is_code(block):
                found.add(Subject.INDENTED_CODE)
        elif block.kind is BlockKind.HEADING:
            is_odd = block.span.end > block.span.start or not block.text
            if is_odd or not document.lines[block.span.start - 1].startswith("#"):
                found.add(Subject.OTHER_HEADINGS)
        elif block.kind is BlockKind.FENCE:
            other = " HTTP/" in block.text or block.text.split(" ", 1)[0] not in METHODS
            if block.info not in _OWN_LABELS or (block.info == "http" and other):
                found.add(Subject.OTHER_FENCES)
        elif block.kind is BlockKind.PARAGRAPH and any(map(_MARK.match, block.text.split("\n"))):
            found.add(Subject.PARAGRAPH_MARKS)
        if (
            before is not None
            and before.kind is BlockKind.PARAGRAPH
            and block.span.start == before.span.end + 1
            and block.kind in (BlockKind.OTHER, BlockKind.TABLE)
        ):
            found.add(Subject.BELOW_PARAGRAPHS)
        before = block
    return frozenset(found)


def _has_values(row: Property) -> bool:
    """Tell whether a row has values in its cells, or is of an enumeration, if a misspelt one."""
    if row.facets or row.type is None:
        return bool(row.facets)
    written = row.type.written.lower()
    return bool(row.type.values) or "enum" in (row.type.name, written[:4]) or ":" in written


def _rows(page: OperationPage) -> Iterator[Property]:
    return (row for _, rows in all_tables(page.operation) for row in rows)


def _type_words(page: OperationPage) -> bool:
    response = page.operation.response
    headings = (response.type, response.body_type) if response else ()
    rows = (row for _, rows in typed_tables(page.operation) for row in rows)
    return any(each and fault_of(each.written, capitalised=False) for each in headings) or any(
        row.type is None or row.type.written not in LOWER_CASE for row in rows
    )


def _repeated_rows(page: OperationPage) -> bool:
    operation = page.operation
    in_request = (*operation.parameters_in(Location.PATH), *operation.parameters_in(Location.QUERY))
    names = [[row.name.lower() for row in rows] for _, rows in all_tables(operation)]
    names += [[row.name.lower() for row in in_request]]
    names += [[str(row.code) for row in operation.status_rows]]
    return any(len(set(table)) < len(table) for table in names)


def _mixed_cases(page: OperationPage) -> bool:
    # Header fields have any case.
    tables = (rows for kind, rows in all_tables(page.operation) if "header" not in kind)
    return any(len({case_of(row.name) for row in rows} - {""}) > 1 for rows in tables)


def _repeated_descriptions(page: OperationPage) -> bool:
    for _, rows in all_tables(page.operation):
        texts = [" ".join(row.about.split()).lower() for row in rows if row.about]
        if len(set(texts)) < len(texts):
            return True
    return False


def _undescribed(page: OperationPage) -> bool:
    operation = page.operation
    prose = (text for section in operation.sections[:1] for text in section.prose)
    return not (
        any(text.markdown.strip() for text in prose)
        and all(row.about for row in operation.parameters)
        and all(row.description for row in operation.status_rows)
    )


def _odd_names(page: CheckedPage) -> bool:
    names = [row.name for rows in property_tables(page) for row in rows]
    if isinstance(page, OperationPage):
        names += [row.name for row in _rows(page)]
    return not all(map(_PLAIN_NAME.fullmatch, names))


def _requirements(page: OperationPage) -> bool:
    rows = [row for _, rows in sent_tables(page.operation) for row in rows]
    rows += page.operation.response.properties if page.operation.response else ()
    sections = page.sections if page.is_in_own_layout else ()  # Of all operations of the page.
    is_told = any(row.required is not None or _REQUIREMENT.search(row.description) for row in rows)
    return is_told or any(section.kind is SectionKind.REQUEST_BODY for section in sections)


def _lists(operation: Operation) -> Iterator[Parameter]:
    """Yield the rows of the header fields that list media types."""
    rows = operation.parameters_in(Location.HEADER)
    return (row for row in rows if row.name.lower() in _LISTS)


def _media_type_lists(page: OperationPage) -> bool:
    for row in _lists(page.operation):
        common = _COMMON_MEDIA_TYPE.findall(row.description)
        rest = _COMMON_MEDIA_TYPE.sub("", row.description)
        if not common or len(set(common)) < len(common) or "`" in rest or "/" in rest:
            return True
    return any(section.media_type for section in page.sections)


def _media_types(page: OperationPage) -> bool:
    operation = page.operation
    response = operation.response
    found = {*operation.request_media_types, *operation.response_media_types}
    found |= {body.media_type for body in operation.request_bodies}
    found |= {body.media_type for body in (response.bodies if response else ())}
    found = {essence(name) for name in found if name}
    for header in _fields(page):
        parts = [part.strip() for part in header.value.split(",")]
        if header.name.lower() == "accept":
            found.update(parts)
        elif header.name.lower() == "content-type":
            found.update(map(essence, parts))
    return len(found) > 1 or not all(map(_PLAIN_MEDIA_TYPE.fullmatch, found))


def _fields(page: OperationPage) -> Iterator[Header]:
    return (header for example in examples(page) for header in example.message.headers)


def _field_values(page: OperationPage) -> bool:
    for example in examples(page):
        names = [header.name.lower() for header in example.message.headers]
        if len(set(names)) < len(names) or not set(names) <= _LISTS:
            return True
    return not all(_USUAL_VALUE.fullmatch(header.value) for header in _fields(page))


def _undocumented_fields(page: OperationPage) -> bool:
    rows = {row.name.lower() for row in page.operation.parameters_in(Location.HEADER)}
    sent = {header.name.lower() for each in requests(page) for header in each.message.headers}
    answered = {header.name.lower() for each in responses(page) for header in each.message.headers}
    return (
        "cookie" in sent or (bool(rows) and not sent <= rows) or not answered <= STANDARD_RESPONSE
    )


def _required_fields(page: OperationPage) -> bool:
    operation = page.operation
    own = (own_parameters(operation, each) for each in (Location.HEADER, Location.COOKIE))
    answered = (response_headers(operation, m.status) for _, m in typed_responses(page))
    return (
        bool(operation.security)
        or any(row.required for rows in own for row, _ in rows)
        or any(row.required for rows in answered for row in rows)
    )


def _other_routes(page: OperationPage) -> bool:
    stated, operation, path = read_stated_routes(page), page.operation, route_path(page)
    return (
        not page.is_in_own_layout
        or stated.method_outvoted
        or stated.path_outvoted
        or any("/" not in text.markdown.partition("?")[0] for text in operation.query_examples)
        or any(
            each.method != operation.method or "{" in each.path or each.difference(path) is not None
            for each in stated.all
        )
    )


def _other_types(page: OperationPage) -> bool:
    headings = (SectionKind.RESPONSE, SectionKind.RESPONSE_BODY)
    stated = [s.argument for s in page.sections if s.kind in headings and s.argument]
    types = [read_type(argument) for argument in stated]
    return (
        len({argument.lower() for argument in stated} - {"object"}) > 1
        or any(each is None or not (each.is_named or each.name == "object") for each in types)
        or any(each.node is not None and not each.node.is_object for each in responses(page))
    )


def _other_statuses(page: OperationPage) -> bool:
    rows = {row.code for row in page.operation.status_rows}
    shown = {message.status for _, message in typed_responses(page)}
    return not shown <= rows or any(section.status for section in page.sections)


def _statuses(page: OperationPage) -> set[int]:
    shown = {message.status for _, message in typed_responses(page)}
    return shown | {row.code for row in page.operation.status_rows}


def _repeated_keys(page: OperationPage) -> bool:
    nodes = (each.node for each in examples(page) if each.node and each.format == "json")
    members = (inner.members or () for node in nodes for inner in node.objects())
    return any(len({member.key for member in each}) < len(each) for each in members)


def _comparisons(page: OperationPage) -> Iterator[BodyComparison]:
    return filter(None, map(compare, examples(page)))


_OF_PAGES: Mapping[Subject, Callable[[CheckedPage], bool]] = {
    Subject.PAGE: lambda _: True,
    Subject.UNUSUAL_FORM: lambda page: not has_usual_form(page),
    Subject.ASSUMPTIONS: lambda page: any(o.assumptions for o in page.reading.operations),
    Subject.UNPRINTABLE: lambda page: not page.text.translate(_SPACE).isprintable(),
    Subject.LINKS: lambda page: any(sign in page.text for sign in ("](", "][", "[^", "href=")),
    Subject.OPEN_CODE: lambda page: (
        any(lines_with_open_code(page)) or any(paragraphs_with_open_code(page))
    ),
    Subject.NAMES_IN_CODE: lambda page: bool(_NAME_IN_CODE.search(page.text)),
    Subject.ODD_NAMES: _odd_names,
    Subject.NESTED_NAMES: lambda page: any(
        "." in row.name or "[]" in row.name for rows in property_tables(page) for row in rows
    ),
}

_OF_OPERATIONS: Mapping[Subject, Callable[[OperationPage], bool]] = {
    Subject.UNUSUAL_ROUTE: lambda page: (
        page.operation.method not in METHODS
        or not _PLAIN_ROUTE.fullmatch(page.operation.route.template)
    ),
    Subject.OTHER_ROUTES: _other_routes,
    Subject.VERBS_IN_PATHS: lambda page: bool(verb_in(page.operation.route.template)),
    Subject.PATHS: lambda page: (
        "{" in page.operation.route.template or bool(page.operation.parameters_in(Location.PATH))
    ),
    Subject.PARAMETERS: lambda page: (
        "{" in page.operation.route.template
        or any(row.location is not Location.HEADER for row in page.operation.parameters)
    ),
    Subject.QUERIES: lambda page: (
        bool(page.operation.parameters_in(Location.QUERY))
        or any(target.query is not None for target in targets(page))
    ),
    Subject.VALUES: lambda page: any(map(_has_values, _rows(page))),
    Subject.TYPE_WORDS: _type_words,
    Subject.REPEATED_ROWS: _repeated_rows,
    Subject.MIXED_CASES: _mixed_cases,
    Subject.OTHER_HEADERS: lambda page: any(
        row.name.lower() not in STANDARD_REQUEST
        for row in page.operation.parameters_in(Location.HEADER)
    ),
    Subject.UNREGISTERED_STATUSES: lambda page: (
        not all(phrase(row.code) for row in page.operation.status_rows)
    ),
    Subject.REQUIREMENTS: _requirements,
    Subject.UNDESCRIBED: _undescribed,
    Subject.STAND_INS: lambda page: (
        any(map(stand_in_of, _rows(page))) or any(map(stand_in_of, page.operation.status_rows))
    ),
    Subject.SEVERAL_LANGUAGES: lambda page: bool(foreign_descriptions(page.operation)),
    Subject.REPEATED_DESCRIPTIONS: _repeated_descriptions,
    Subject.CREDENTIALS: lambda page: any(
        row.name.lower() == "authorization" for row in page.operation.parameters_in(Location.HEADER)
    ),
    Subject.CREATED: lambda page: any(
        row.code == HTTPStatus.CREATED for row in page.operation.status_rows
    ),
    Subject.NAMES_AS_TEXTS: lambda page: any(
        row.about.strip(" .`").lower() == row.name.lower() for row in _rows(page)
    ),
    Subject.STATUS_TEXTS: lambda page: any(
        row.description.strip("*` .").lower() != phrase(row.code).lower()
        for row in page.operation.status_rows
    ),
    Subject.LISTS_OF_MEDIA_TYPES: _media_type_lists,
    Subject.BODIES: lambda page: (
        bool(page.operation.request_bodies)
        or any(map(content_of, examples(page)))
        or any(example.has_body for example in requests(page))
    ),
    Subject.REQUEST_BODIES: lambda page: bool(page.operation.request_bodies),
    Subject.PATHS_AND_BODIES: lambda page: bool(
        page.operation.request_body or page.operation.parameters_in(Location.PATH)
    ),
    Subject.SENT_BODIES: lambda page: any(example.has_body for example in requests(page)),
    Subject.EMPTY_RESPONSES: lambda page: any(
        content_of(each) is not None and not each.has_body for each in responses(page)
    ),
    Subject.MISSING_PROPERTIES: lambda page: (
        any(found.missing for found in _comparisons(page))
        or any(example.format == "multipart" for example in requests(page))
    ),
    Subject.OTHER_SHAPES: lambda page: (
        any(found.stranger for found in _comparisons(page))
        or any(each.node is not None and not each.node.is_object for each in examples(page))
    ),
    Subject.OTHER_TYPES: _other_types,
    Subject.UNPARSABLE_BODIES: lambda page: any(
        isinstance(example.parsed, SyntaxProblem) for example in examples(page)
    ),
    Subject.FURTHER_KEYS: lambda page: not page.operation.front_matter.keys() <= {"title", "uid"},
    Subject.REPEATED_KEYS: _repeated_keys,
    Subject.MISLABELLED_BODIES: lambda page: any(each.is_mislabelled for each in examples(page)),
    Subject.UNLABELLED_BODIES: lambda page: any(
        each.has_body and each.message.header("Content-Type") is None for each in examples(page)
    ),
    Subject.JSON_PATCH: lambda page: any(map(is_json_patch, requests(page))),
    Subject.MEDIA_TYPES: _media_types,
    Subject.FIELD_VALUES: _field_values,
    Subject.UNDOCUMENTED_FIELDS: _undocumented_fields,
    Subject.REQUIRED_FIELDS: _required_fields,
    Subject.MISPLACED_FIELDS: lambda page: any(
        example.misplaced_header is not None for example in examples(page)
    ),
    Subject.OTHER_STATUSES: _other_statuses,
    Subject.ERROR_EXAMPLES: lambda page: any(
        message.status >= HTTPStatus.BAD_REQUEST for _, message in typed_responses(page)
    ),
    Subject.NO_SUCCESS: lambda page: (
        not any(200 <= row.code < 300 for row in page.operation.status_rows)
    ),
    Subject.NO_CONTENT: lambda page: not _statuses(page).isdisjoint(NO_CONTENT),
    Subject.OTHER_REASONS: lambda page: any(
        " ".join(message.reason.split()).lower() != phrase(message.status).lower()
        for _, message in typed_responses(page)
    ),
}
