"""The files of this package that pages are made of: templates, stylesheets and scripts."""

import json
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined

from callsheet import lazy_re as re
from callsheet.render.parts import facts, method_badge, whole
from callsheet.render.phrases import html_phrase
from callsheet.render.script_phrases import with_phrases
from callsheet.render.template_code import TemplateCode

_COMPACT = ((" {", "{"), (";}", "}"), (": ", ":"), (", ", ","), (" > ", ">"), (" ~ ", "~"))
"""Parts of stylesheets for people, and what replaces them; no text in stylesheets has any."""
_FURTHER = (
    (re.compile(r"(?<![\w.])0(?=\.\d)"), ""),
    (re.compile(r'="([a-z][a-z-]*)"\]'), r"=\1]"),
)
"""The same, where what is around it decides."""


def stylesheet() -> str:
    """Return the stylesheet (CSS) for every page."""
    return _compact("tokens.css", "callsheet.css", "layout.css", "theme.css")


def plain_stylesheet() -> str:
    """Return the styles that themes other than Material need besides their own."""
    return _compact("plain.css")


def script(*, runs: bool = False, installs: bool = False) -> str:
    """Return the script (ECMAScript 2022) for every page; what it adds, no reader depends on.

    Args:
        runs: Whether programs run in the page.
        installs: Whether readers can install the site.
    """
    parts = {"callsheet.js": True, "running.js": runs, "installation.js": installs}
    return "".join(_read(name) for name, is_needed in parts.items() if is_needed)


def service_worker(build: str) -> str:
    """Return the service worker (ECMAScript 2022) of a site that readers can install.

    Args:
        build: What is another text where the sandbox is another one.
    """
    return f'self.callsheetBuild = "{build}";\n{_read("service_worker.js")}'


def further_scripts() -> dict[str, str]:
    """Return the scripts (ECMAScript 2022) that pages load on first use, by file name."""
    names = ("credentials.js", "navigation.js", "programs.js", "values.js")
    return {name: _read(name) for name in names}


def search_script(shards: int, collections: Sequence[tuple[str, str]] = ()) -> str:
    """Return the script (ECMAScript 2022) of the search, which is loaded on first use.

    Args:
        shards: The number of files with what it finds.
        collections: The folder, with a slash at its end, and the title of each collection.
    """
    further = f",{json.dumps(collections)}" if collections else ""
    return _read("search.js") + f"callsheet.startSearch({shards}{further});\n"


def search_stylesheet() -> str:
    """Return the stylesheet (CSS) of what is found, which is loaded with the search."""
    return _compact("search.css")


def console_stylesheet() -> str:
    """Return the stylesheet (CSS) of the console."""
    return _compact("console.css")


def console_script(settings: str) -> str:
    """Return the script (ECMAScript 2022) of the console, which is loaded when a reader opens it.

    Args:
        settings: The statement that starts it.
    """
    return _read("console.js") + settings


def sandbox_script(collections: Sequence[tuple[str, str, str]] = ()) -> str:
    """Return the script (ECMAScript 2022) of the sandbox, which is loaded on first use.

    Args:
        collections: The folder, with a slash at its end, the name and the base path of each.
    """
    start = f"callsheet.startSandbox({json.dumps(collections)});\n" if collections else ""
    return _read("sandbox.js") + start


def sandbox_worker() -> str:
    """Return the module (ECMAScript 2022) of the sandbox's worker."""
    return _read("sandbox_worker.js")


def sandbox_frame() -> str:
    """Return the script (ECMAScript 2022) of the frame that JavaScript programs run in."""
    return _read("sandbox_frame.js")


def sandbox_node() -> str:
    """Return the script (ECMAScript 2022) that stands for Node.js before a program."""
    return _read("sandbox_node.js")


def sandbox_stylesheet() -> str:
    """Return the stylesheet (CSS) of the sandbox."""
    return _compact("sandbox.css")


def _compact(*names: str) -> str:
    """Return stylesheets without comments, and without white space that means nothing."""
    # They have no text that looks like the beginning of a comment.
    code, *commented = "".join(map(_read, names)).split("/*")
    code += "".join(part.partition("*/")[2] for part in commented)
    # Every line ends with a brace, a comma or a semicolon, so nothing grows together.
    joined = "".join(line.strip() for line in code.splitlines())
    for long, short in _COMPACT:
        joined = joined.replace(long, short)
    for pattern, instead in _FURTHER:
        joined = pattern.sub(instead, joined)
    return joined


def _read(name: str) -> str:
    text = files("callsheet.render").joinpath("assets", name).read_text(encoding="utf-8")
    # What a bundle is made of is nothing to readers.
    return with_phrases(text.partition("*/\n")[2]) if name.endswith(".js") else text


def render_template(name: str, **context: Any) -> str:
    """Render a template of this package; values that are not `Markup` are escaped."""
    return _environment().get_template(name).render(context)


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("callsheet.render", "templates"),
        autoescape=True,
        # Otherwise Jinja checks on each use whether the file has changed.
        auto_reload=False,
        bytecode_cache=TemplateCode(),
        undefined=StrictUndefined,
        # Lines with nothing but a tag leave no blank line in the page.
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals["phrase"] = html_phrase
    environment.globals |= {each.__name__: each for each in (facts, method_badge, whole)}
    return environment
