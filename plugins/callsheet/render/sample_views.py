"""View models of samples: tabs of languages, a choice of examples, other statuses."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from callsheet.render.views import NameView, PartView

_MAX_IN_ROW = 6
"""With more examples, the script shows a list instead of a row of buttons."""


@dataclass(frozen=True, slots=True)
class TabView:
    """One tab: a program, or the raw request, which has no file.

    Attributes:
        label: The label of the tab.
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
    """A program that provokes a status other than success."""

    code: int
    program: TabView


@dataclass(frozen=True, slots=True)
class TabsView(PartView):
    """The languages of a sample request, and below them programs for other statuses.

    Attributes:
        number: Its number on the page.
        tabs: The tabs.
        outcomes: Programs that provoke other statuses.
        title: The name of its example.
        left_out: The file names of programs that the page has no room for.
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
        label: Its label, which distinguishes it from the others.
        tabs: Its programs.
        status: The status of its response, if that is an error.
    """

    label: str
    tabs: TabsView
    status: int | None = None


@dataclass(frozen=True, slots=True)
class VariantsView(PartView):
    """The ways to call the operation, of which a reader sees one at a time.

    Attributes:
        number: Its number on the page.
        variants: The ways, two or more; the first is visible first.
        outcomes: Programs that provoke other statuses.
    """

    macro = "variants"
    number: int
    variants: Sequence[VariantView]
    outcomes: Sequence[OutcomeView] = ()

    @property
    def many(self) -> bool:
        """Whether there are too many for a row of buttons."""
        return len(self.variants) > _MAX_IN_ROW
