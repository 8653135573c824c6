"""The page that is being converted."""

from typing import Any

from markdown import Markdown


def current_page(md: Markdown) -> str | None:
    """Return the page's file, relative to the docs directory, with forward slashes.

    Python-Markdown has no notion of a page. MkDocs, ProperDocs and Zensical each tell one of their
    own processors, and all that is known of those internals is here. None if the page is unknown.
    """
    processor: Any
    if "relpath" in md.treeprocessors:
        processor = md.treeprocessors["relpath"]
        file = getattr(processor, "file", None)
        path = getattr(file, "src_uri", None)
    elif "rendering_context" in md.preprocessors:
        processor = md.preprocessors["rendering_context"]
        page = getattr(processor, "page", None)
        path = getattr(page, "path", None)
    else:
        return None
    return path.replace("\\", "/") if isinstance(path, str) else None
