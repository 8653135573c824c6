"""Lists of operations: all of a site, those of a group, and the permanent links."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from callsheet.catalog import Group
from callsheet.catalog.titles import Titles, plain_summary, without_sentence
from callsheet.model import Operation
from callsheet.render.files import render_template

MAX_LISTED = 200
"""Operations that the index lists; with more, it has the groups, whose pages list their own."""

Label = Callable[[Operation], str]
"""Returns what an operation is called next to its method."""
Link = Callable[[Operation], str]
"""Returns the `href` of an operation's page."""


@dataclass(frozen=True, slots=True)
class CardView:
    """An operation in a list: its method, its route in steps, its title, and more about it."""

    method: str
    route: Sequence[str]
    title: str
    url: str
    summary: str


class OverviewLinks(NamedTuple):
    """The URLs of other lists; empty where there are none.

    Attributes:
        operations: That of all operations.
        types: That of all types.
    """

    operations: str = ""
    types: str = ""


NO_LINKS = OverviewLinks()


@dataclass(frozen=True, slots=True)
class GroupView:
    """A group in the index.

    Attributes:
        title: Its title.
        url: Its page.
        count: How many operations it has.
        methods: How many of them there are of each method, in order of their first ones.
        cards: Its operations, as far as they are listed.
    """

    title: str
    url: str
    count: int
    methods: Sequence[tuple[str, int]]
    cards: Sequence[CardView]


def render_operations(
    groups: Sequence[tuple[Group, str]],
    link: Link,
    titles: Titles,
    links: OverviewLinks = NO_LINKS,
    *,
    groups_alone: bool = False,
) -> str:
    """Render an overview: a heading for each group, and its operations unless there are too many.

    Args:
        groups: The groups, in order, each with the `href` of its page, or an empty text.
        link: Returns the `href` of an operation's page.
        titles: The titles of operations.
        links: Where the other lists are.
        groups_alone: Whether groups with pages are shown without their operations, however few.

    Returns:
        HTML that is also well-formed XML, so that a caller can parse it into a tree. Its summaries,
        elements of class `callsheet-summary`, are still Markdown.
    """
    many = groups_alone or sum(len(group.operations) for group, _ in groups) > MAX_LISTED
    views = [
        GroupView(
            group.title,
            url,
            len(group.operations),
            [*Counter(each.method for each in group.operations).items()],
            () if many and url else [*_cards(group.operations, link, titles)],
        )
        for group, url in groups
    ]
    return render_template("overview.html", groups=views, links=links)


def render_cards(
    sections: Iterable[tuple[str, Sequence[Operation]]], link: Link, titles: Titles
) -> str:
    """Render the operations of a group.

    Args:
        sections: Headings, each with its operations; an empty one is not shown.
        link: As for `render_operations`, and so is the result.
        titles: The titles of operations.
    """
    cards = [(heading, [*_cards(found, link, titles)]) for heading, found in sections]
    return render_template("cards.html", sections=cards)


def render_news(
    title: str,
    url: str,
    changed: Iterable[tuple[Operation, str]],
    link: Link,
    titles: Titles,
) -> str:
    """Render the operations of a version that have changed most.

    Args:
        title: The heading.
        url: The page with all changes.
        changed: Operations, each with a text in Markdown.
        link: As for `render_operations`, and so is the result.
        titles: The titles of operations.
    """
    views = [(each.method, titles.label(each), link(each), text) for each, text in changed]
    return render_template("news.html", title=title, url=url, changed=views)


def render_uids(operations: Iterable[Operation], link: Link, label: Label) -> str:
    """Render the list that permalinks lead to: each entry has its uid as id.

    A script redirects to the page; without scripts, the entry is highlighted.

    Args:
        operations: The operations.
        link: Returns the `href` of an operation's page.
        label: Returns what an operation is called next to its method.

    Returns:
        HTML as `render_operations` returns it.
    """
    return render_template("uids.html", operations=operations, link=link, label=label)


def _cards(operations: Iterable[Operation], link: Link, titles: Titles) -> Iterator[CardView]:
    for each in operations:
        title = titles.label(each)
        more = without_sentence(plain_summary(each), titles.of(each))
        yield CardView(
            each.method,
            [f"/{step}" for step in each.route_or_name.split("/") if step],
            title,
            link(each),
            "" if more.strip() in {title, each.title} else more,
        )
