"""The home page of a site that has no page at its root."""

from collections.abc import Iterable, Mapping, Sequence
from html import escape

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files

from callsheet.model import Operation
from callsheet.render.phrases import phrase
from callsheet.site.generated import changelogs
from callsheet.site.site_catalog import SiteCatalog

PATH = "index.md"
_SITE_PATH = "index.html"
_MAX_SERVERS = 3
"""With more addresses, there is none that all operations have."""
_MAX_FIRST = 3
"""Operations to start with."""


def has_home(files: Files, config: MkDocsConfig, folder: str) -> bool:
    """Tell whether a site has something at its root, as a page, a file or a template.

    Args:
        files: All files of the site.
        config: The configuration.
        folder: Where the pages of its language are in the site; empty for the root.
    """
    if _SITE_PATH in config.theme.static_templates:
        return True
    return any(file.src_uri == PATH or file.dest_uri == folder + _SITE_PATH for file in files)


def text(parts: Sequence[SiteCatalog], name: str, about: str) -> str:
    """Return the page; empty without operations.

    It has what the site is called, where its server is, operations to start with, the groups, and
    what is new in the newest version of each API.

    Args:
        parts: The catalogs of the site: of the pages in no collection, then of the collections.
        name: The name of the site.
        about: Its description; may be empty.
    """
    documented = [known for known in parts if known.catalog.documented]
    if not documented:
        return ""
    # Of the versions of an API, readers start with the newest, which is the last one.
    versions = {known.catalog.collection.version_of: known for known in documented}
    newest = [known for known in documented if _is_current(known, versions)]
    blocks = [f"# {_plain(name)}", _plain(about), _servers(newest)]
    collections = [known for known in documented if known.catalog.collection.name]
    blocks.append(
        "\n".join(
            f"- [{_plain(known.catalog.collection.title)}]({known.index_page}) {_count(known)}"
            for known in collections
            if known.index_page
        )
    )
    blocks.append(_start(newest))
    if len(collections) < len(documented):
        blocks.append("<!-- callsheet: groups -->")
    blocks += [_news(known) for known in newest]
    title = phrase("Home").replace("\\", "\\\\").replace('"', '\\"')
    return (
        f'---\ntitle: "{title}"\nsearch:\n  exclude: true\n---\n\n'
        + "\n\n".join(filter(None, blocks))
        + "\n"
    )


def _count(known: SiteCatalog) -> str:
    count = len(known.catalog.documented)
    return _plain(phrase("1 operation") if count == 1 else phrase("{0} operations", count))


def _is_current(known: SiteCatalog, newest: Mapping[str, SiteCatalog]) -> bool:
    api = known.catalog.collection.version_of
    return not api or newest[api] is known


def _servers(documented: Iterable[SiteCatalog]) -> str:
    """Return the addresses of the server, as the pages of operations have them."""
    found = {
        server.url: server.description
        for known in documented
        for operation in known.catalog.documented
        for server in operation.servers
    }
    if not 0 < len(found) <= _MAX_SERVERS:
        return ""
    said = [
        f"<code>{_plain(url)}</code>" + (f" ({_plain(about)})" if about else "")
        for url, about in found.items()
    ]
    return f"{phrase('Server') if len(said) == 1 else phrase('Servers')}: {', '.join(said)}"


def _start(documented: Sequence[SiteCatalog]) -> str:
    """Return what reads something and asks least of a reader, of each group one."""
    first: list[tuple[int, SiteCatalog, Operation]] = []
    for known in documented:
        for group in known.ordered_groups():
            found = [each for each in group.operations if each.method == "GET"]
            if easiest := min(found, key=_asked, default=None):
                first.append((_asked(easiest), known, easiest))
    first.sort(key=lambda each: each[0])
    lines = [f"- {_link(known, each)}" for _, known, each in first[:_MAX_FIRST]]
    return f"## {phrase('Start here')}\n\n" + "\n".join(lines) if lines else ""


def _asked(operation: Operation) -> int:
    """Return how much a request needs that is of its own."""
    required = sum(bool(row.required) for row in operation.parameters)
    return max(required, operation.route_or_name.count("{")) + operation.needs_body


def _news(known: SiteCatalog) -> str:
    """Return what is new in a version; empty where nothing is known of one before."""
    title, changed = changelogs.news_of(known)
    if not title:
        return ""
    lines = [f"- {_link(known, each.operation)}: {each.text}" for each in changed]
    lines.append(f"- [{phrase('All changes')}]({changelogs.page_of(known)})")
    heading = f"{known.catalog.collection.title}: {title}"
    return f"## {_plain(heading)}\n\n" + "\n".join(lines)


def _link(known: SiteCatalog, operation: Operation) -> str:
    label = _plain(known.titles.label(operation))
    name = operation.method
    badge = f'<span class="callsheet-method callsheet-method--{name.lower()}">{name}</span>'
    return f"{badge} [{label}](<{operation.path}{operation.anchor}>)"


def _plain(words: str) -> str:
    """Return a text of the configuration as Markdown that shows it as it is, in one line."""
    line = escape(" ".join(words.split()), quote=False)
    return "".join(f"\\{sign}" if sign in r"\`*_{}[]()#+-.!" else sign for sign in line)
