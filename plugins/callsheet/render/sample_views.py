"""What the templates show of samples: languages in tabs, examples to choose, other statuses."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from callsheet.render.views import NameView, PartView

_MAX_IN_ROW = 6
"""More examples are a list, where the script can make one."""


@dataclass(frozen=True, slots=True)
class TabView:
    """One tab: a program, or the raw request, which has no file.

    Attributes:
        label: What the tab says.
        language: The language of the code.
        code: The highlighted code.
        filename: The name of its file.
        assets: The files that it sends: their names and URLs.
    """

    label: str
    language: str
    code: Markup
    filename: str = ""
    assets: tuple[NameView, ...] = ()


@dataclass(frozen=True, slots=True)
class OutcomeView:
    """A program that brings about another status than success."""

    code: int
    program: TabView


@dataclass(frozen=True, slots=True)
class TabsView(PartView):
    """The languages of a sample request, and below them what brings about other statuses.

    Attributes:
        number: Its number on the page.
        tabs: The tabs.
        outcomes: What brings about other statuses.
        title: The name of the example that it is about.
        left_out: The names of the files of programs that the page has no room for.
    """

    macro = "tabs"
    number: int
    tabs: Sequence[TabView]
    outcomes: Sequence[OutcomeView] = ()
    title: str = ""
    left_out: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class VariantView:
    """One way to call the operation.

    Attributes:
        label: What tells it from the others.
        tabs: The ways to write it.
        status: The status of its answer, where that is a refusal.
    """

    label: str
    tabs: TabsView
    status: int | None = None


@dataclass(frozen=True, slots=True)
class VariantsView(PartView):
    """The ways to call the operation, of which a reader sees one at a time.

    Attributes:
        number: Its number on the page.
        variants: The ways, two or more; the first is seen first.
        outcomes: What brings about other statuses.
    """

    macro = "variants"
    number: int
    variants: Sequence[VariantView]
    outcomes: Sequence[OutcomeView] = ()

    @property
    def many(self) -> bool:
        """Whether they are more than a reader looks through in a row."""
        return len(self.variants) > _MAX_IN_ROW
