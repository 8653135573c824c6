"""Subjects of rules: a page without a subject has nothing that its rules could report."""

from enum import Enum, auto


class Subject(Enum):
    """Subject of rules."""

    # Each is one object. That of `Enum` is written in Python, and every rule asks on every page.
    __hash__ = object.__hash__

    PAGE = auto()
    """The page or tree itself, whatever it has."""

    # Pages as a whole
    UNUSUAL_FORM = auto()
    """Anything in which a page differs from the page format, but for what its tables say."""
    ASSUMPTIONS = auto()
    """Operations in other layouts of which something is assumed."""
    SECURITY = auto()
    """The key `security` of the front matter."""
    TRANSLATIONS = auto()
    """Pages in several languages."""

    # Blocks
    OTHER_HEADINGS = auto()
    """Headings without a text, or that do not begin with `#` at the start of their line."""
    LINKS = auto()
    """Links and images."""
    UNPRINTABLE = auto()
    """Characters that nobody sees."""
    LISTS = auto()
    """Lists."""
    OTHER_BLOCKS = auto()
    """Blocks other than headings, paragraphs, tables and fences, such as lists and quotes."""
    OTHER_FENCES = auto()
    """Fences with other labels than those of the page format, and with header fields."""
    INDENTED_CODE = auto()
    """Code blocks without a fence."""
    OPEN_CODE = auto()
    """Lines of tables and paragraphs with backticks that may not all be closed."""
    PARAGRAPH_MARKS = auto()
    """Lines of paragraphs that begin with a mark of a heading or a list."""
    BELOW_PARAGRAPHS = auto()
    """Lists and tables below a paragraph without a blank line."""

    # Routes and parameters
    UNUSUAL_ROUTE = auto()
    """A method that HTTP does not have, or a route of other than plain segments."""
    OTHER_ROUTES = auto()
    """Requests, query examples or titles whose method and path are not those of the route."""
    VERBS_IN_PATHS = auto()
    """Verbs in the route."""
    PATHS = auto()
    """Path parameters, in the route or in a table."""
    PARAMETERS = auto()
    """Parameters other than headers, in the route or in a table."""
    QUERIES = auto()
    """Query parameters, in a table or in a request."""

    # Rows of tables
    VALUES = auto()
    """Rows of enumerations, or with cells such as `Default`."""
    TYPE_WORDS = auto()
    """Rows whose types are not of the vocabulary of responses, and odd types in headings."""
    REPEATED_ROWS = auto()
    """Rows with the name or status of another one."""
    NAMES_IN_CODE = auto()
    """Code spans with a name alone."""
    ODD_NAMES = auto()
    """Names of other characters than those of identifiers, paths and header fields."""
    MIXED_CASES = auto()
    """Names in more than one case in a table, such as `parcelId` and `parcel_id`."""
    NESTED_NAMES = auto()
    """Names of rows that are within others."""
    OTHER_HEADERS = auto()
    """Rows of headers that are not standard fields."""
    UNREGISTERED_STATUSES = auto()
    """Rows of statuses that are not registered."""
    REQUIREMENTS = auto()
    """Words in rows, or below the heading of a body, that say that a value is required or not."""
    UNDESCRIBED = auto()
    """Parameters, statuses and operations without a description."""
    STAND_INS = auto()
    """Rows whose description is a placeholder word, such as `None` or `-`."""
    REPEATED_DESCRIPTIONS = auto()
    """Rows with the description of another row of their table."""
    SEVERAL_LANGUAGES = auto()
    """Rows with a description in another language than the others."""
    CREDENTIALS = auto()
    """Rows of `Authorization`."""
    CREATED = auto()
    """Rows of the status 201."""
    NAMES_AS_TEXTS = auto()
    """Rows whose description is their name."""
    STATUS_TEXTS = auto()
    """Rows of statuses with another description than the reason phrase."""
    LISTS_OF_MEDIA_TYPES = auto()
    """Rows of `Accept` and `Content-Type` with more than some common media types, each once."""

    # Bodies
    BODIES = auto()
    """Bodies that a page documents, or that its requests have; in a tree, objects in objects."""
    REQUEST_BODIES = auto()
    """Bodies of requests that a page documents."""
    PATHS_AND_BODIES = auto()
    """Path parameters and bodies of requests in tables, which a caller can get wrong."""
    SENT_BODIES = auto()
    """Example requests with a body."""
    EMPTY_RESPONSES = auto()
    """Example responses without the body that the page documents."""
    MISSING_PROPERTIES = auto()
    """Documented properties that an example lacks, and forms, which may lack a file."""
    OTHER_SHAPES = auto()
    """Bodies that are not objects, or have next to nothing in common with their table."""
    OTHER_TYPES = auto()
    """Several types in headings of the response, or a type or body that is not an object."""
    UNPARSABLE_BODIES = auto()
    """Bodies that violate the syntax of their format."""
    FURTHER_KEYS = auto()
    """Keys of the front matter beside `title` and `uid`."""
    REPEATED_KEYS = auto()
    """Objects in JSON bodies with a key that occurs twice."""
    MISLABELLED_BODIES = auto()
    """Bodies that contradict their `Content-Type`."""
    UNLABELLED_BODIES = auto()
    """Bodies without a `Content-Type`."""
    JSON_PATCH = auto()
    """Requests with a JSON Patch."""

    # Header fields and statuses of examples
    MEDIA_TYPES = auto()
    """Several media types, in header fields of examples and in tables."""
    FIELD_VALUES = auto()
    """Header fields that occur twice, or have other values than common media types."""
    UNDOCUMENTED_FIELDS = auto()
    """Fields of requests without a row, fields of responses that are not standard, and cookies."""
    REQUIRED_FIELDS = auto()
    """Header fields and cookies that an example must have."""
    MISPLACED_FIELDS = auto()
    """Header fields in the body of an example."""
    OTHER_STATUSES = auto()
    """Example responses and sections about statuses that have no row."""
    ERROR_EXAMPLES = auto()
    """Example responses with the status of an error."""
    NO_SUCCESS = auto()
    """No row of a status 2xx."""
    NO_CONTENT = auto()
    """Statuses without content, in rows and in examples."""
    OTHER_REASONS = auto()
    """Example responses with another reason phrase than that of their status."""

    # Trees
    FILE_NAMES = auto()
    """Pages with other names than their uid."""
    SHOWN_ROUTES = auto()
    """Routes on pages that document no operation."""
    UNKNOWN_MARKUP = auto()
    """Markup that no layout knows."""
    UNDESCRIBED_PROPERTIES = auto()
    """Rows of properties without a description."""
    UNDESCRIBED_PARAMETERS = auto()
    """Parameters without a description, on most pages."""
    NAMED_TYPES = auto()
    """Pages of types, and properties and bodies of named types."""
    OPERATIONS = auto()
    """Several operations, which can be compared."""
    NAVIGATION = auto()
    """A table of contents, or a `nav` in the configuration."""
