"""Functions of other packages that add to the pages of operations: a panel, a badge, a program.

A package names them as entry points, in the groups `callsheet.on_operation` and
`callsheet.on_sample`; several are called in the order of their names.
"""

from collections.abc import Callable, Iterable, Sequence
from functools import cache
from importlib.metadata import EntryPoint, entry_points

from callsheet.errors import ConfigurationError
from callsheet.model import Operation
from callsheet.render import RenderedSample

ON_OPERATION = "callsheet.on_operation"
"""Functions from an operation and its HTML to other HTML, or None to leave that as it is.

The HTML is that of the whole page, or the panel of an operation on a page with other text.
"""

ON_SAMPLE = "callsheet.on_sample"
"""Functions from an operation and its samples to others, or None to leave these as they are."""


def with_hooks(operation: Operation, html: str) -> str:
    """Return the HTML of an operation, as the hooks leave it.

    Raises:
        ConfigurationError: A hook cannot be imported, or returns something else.
    """
    for entry in _found(ON_OPERATION):
        result = _loaded(entry)(operation, html)
        if result is not None and not isinstance(result, str):
            raise ConfigurationError(f"The hook `{entry.value}` has to return HTML or `None`.")
        html = html if result is None else result
    return html


def with_sample_hooks(
    operation: Operation, samples: Sequence[RenderedSample]
) -> list[RenderedSample]:
    """Return the samples of an operation, as the hooks leave them.

    Raises:
        ConfigurationError: As for `with_hooks`.
    """
    shown = [*samples]
    for entry in _found(ON_SAMPLE):
        result = _loaded(entry)(operation, tuple(shown))
        if result is None:
            continue
        if not isinstance(result, Sequence) or not all(
            isinstance(each, RenderedSample) for each in result
        ):
            message = f"The hook `{entry.value}` has to return a list of samples or `None`."
            raise ConfigurationError(message)
        shown = [*result]
    return shown


def has_hooks() -> bool:
    """Tell whether there are any, so that nobody knows what else pages depend on."""
    return any(_found(ON_OPERATION)) or any(_found(ON_SAMPLE))


@cache
def _found(group: str) -> tuple[EntryPoint, ...]:
    return tuple(sorted(_entry_points(group), key=lambda entry: entry.name))


def _entry_points(group: str) -> Iterable[EntryPoint]:
    return entry_points(group=group)


@cache
def _loaded(entry: EntryPoint) -> Callable[..., object]:
    try:
        hook: object = entry.load()
    except Exception as error:  # code of somebody else may raise anything
        message = f"The hook `{entry.value}` cannot be imported: {type(error).__name__}: {error}"
        raise ConfigurationError(message) from error
    if not callable(hook):
        raise ConfigurationError(f"The hook `{entry.value}` is not a function.")
    return hook
