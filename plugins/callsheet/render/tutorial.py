"""A program that an author has written into a page, and what it prints."""

from collections.abc import Mapping

from markupsafe import Markup

from callsheet.render.files import render_template
from callsheet.render.highlighting.code import highlight_code
from callsheet.render.tabs import TabView, program_html
from callsheet.render.views import NameView


def render_program(number: int, text: str, output: str | None, files: Mapping[str, str]) -> str:
    """Render a program.

    Args:
        number: Its place on the page, from 1.
        text: Its source.
        output: What it prints, as the page shows it; None where the page does not.
        files: The URLs of the files that it reads, by path.
    """
    assets = tuple(NameView(path, url) for path, url in files.items())
    tab = TabView("", "python", highlight_code(text, "python"), f"step{number}.py", assets)
    program = Markup(program_html(tab))  # noqa: S704 - all texts are escaped
    return render_template("program.html", number=number, program=program, output=output)
