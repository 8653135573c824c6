"""The panel of an operation on a page with others: its route, its console and its programs."""

from collections.abc import Iterator, Sequence

from markupsafe import Markup

from callsheet.model import AssumptionKind, Operation
from callsheet.render.files import render_template
from callsheet.render.head import head_of
from callsheet.render.page import FurtherSamples, PageContext, RenderedPage, RenderedSample
from callsheet.render.phrases import phrase
from callsheet.render.tabs import TabBuilder

_MAX_NAMES = 5


def render_panel(
    operation: Operation,
    number: int,
    samples: Sequence[RenderedSample],
    site: PageContext,
    further: FurtherSamples | None = None,
) -> RenderedPage:
    """Render what a site adds to the text about one of the operations of a page.

    Args:
        operation: The operation.
        number: Its place on the page, from 0, which makes the ids of its elements unique.
        samples: Its programs.
        site: Links and facts from the rest of the site.
        further: The programs of further examples and media types, if there are any.
    """
    tabs = TabBuilder(operation, site, further, prefix=f"{number}." if number else "")
    html = render_template(
        "panel.html",
        **head_of(operation, site, {}),
        assumed=" ".join(_assumed(operation)),
        tabs=Markup(tabs.build(samples, operation.example_requests)),  # noqa: S704 - HTML of ours
    )
    return RenderedPage(html, further=tuple(tabs.further))


def _assumed(operation: Operation) -> Iterator[str]:
    """Yield sentences about what the page leaves open."""
    for assumption in operation.assumptions:
        if assumption.kind is AssumptionKind.STATUS:
            yield phrase("The page states no status of success; {0} is usual.", assumption.value)
    places: dict[str, list[str]] = {}
    for assumption in operation.assumptions:
        if assumption.kind is AssumptionKind.PLACE:
            places.setdefault(assumption.value, []).append(assumption.name)
    for place, names in places.items():
        listed = ", ".join(names[:_MAX_NAMES])
        if len(names) > _MAX_NAMES:
            listed = phrase("{0} and {1} more", listed, len(names) - _MAX_NAMES)
        yield phrase("In the {0}, because of the method: {1}.", phrase(place), listed)
