"""The configuration of a site, and a home page if there is none."""

from collections.abc import Iterator

from callsheet import lazy_re as re
from callsheet.catalog.readings import read_bytes
from callsheet.configuration import MKDOCS_YML
from callsheet.errors import ConfigurationError
from callsheet.model import Page
from callsheet.paths import toc_file
from callsheet.render import stylesheet
from callsheet.scaffold.parts import BASELINE, Addition, NewFile, SiteContext
from callsheet.scaffold.templates import fill_template
from callsheet.source import read_page

STYLESHEET = "assets/callsheet/callsheet.css"
HOME_PAGES = ("index.md", "README.md")

# An entry of `plugins`, in a list or a mapping.
_PLUGIN = re.compile(r"^[ \t]*(?:-[ \t]*)?[\"']?callsheet\b", re.MULTILINE)


def site_files(context: SiteContext) -> Iterator[NewFile]:
    """Yield the files for a folder without a site, or with a site that runs no plugin.

    Raises:
        ConfigurationError: The docs directory is the folder itself, or not below it.
    """
    if context.site:
        if context.site.is_zensical:
            reason = "The stylesheet of operation pages, which in other engines the plugin adds."
            yield NewFile(context.docs / STYLESHEET, stylesheet(), (reason,))
        return
    docs, folder = context.docs.resolve(), context.folder.resolve()
    if docs == folder or not docs.is_relative_to(folder):
        raise ConfigurationError(
            f"`{context.docs}` cannot be the docs directory of a `{MKDOCS_YML}` in"
            f" `{context.folder}`: MkDocs needs it to be a folder below."
        )
    name, toc = _site_name(context), toc_file(context.docs)
    content = fill_template(
        "mkdocs.yml.jinja",
        site_name=name,
        docs=context.relative_docs,
        toc=toc,
        baseline=BASELINE,
        packs=context.found.packs,
    )
    reasons = _reasons(context, name, toc)
    yield NewFile(context.folder / MKDOCS_YML, content, tuple(reasons))
    if not any((context.docs / page).is_file() for page in HOME_PAGES):
        reference = _reference(context)
        about = _first_paragraph(_read(context, reference).about) if reference else ""
        home = fill_template("index.md.jinja", site_name=name, reference=reference, about=about)
        what = f"leads to `{reference}`" if reference else "lists all operations"
        reason = f"There is no home page yet; this one {what}."
        yield NewFile(context.docs / HOME_PAGES[0], home, (reason,))


def _reasons(context: SiteContext, name: str, toc: str | None) -> Iterator[str]:
    docs = context.relative_docs
    yield f"site_name: `{name}` is the title of the home page or the API, else the folder's name."
    yield f"docs_dir: `{docs}` has the operation pages."
    yield "theme: Material, with copy buttons, and without fonts that another server gives."
    yield "plugins: `search`, which finds parameters too, and `callsheet` for operation pages."
    yield "check: findings that are there today are in the baseline, so that only new ones fail."
    for pack in context.found.packs:
        yield f"packs: pages look like those of an API that the pack `{pack}` knows."
    if toc:
        yield f"nav: none, because `{docs}/{toc}` gives the navigation."
    else:
        yield "nav: none, so the folders give the navigation."
    if context.found.has_docfx:
        yield "docfx.json stays: xref links, alerts, includes and toc.yml of DocFX are understood."


def _overviews(context: SiteContext) -> list[str]:
    return [f"{path.parent.name}/index.md" for path in context.docs.glob("*/index.md")]


def _read(context: SiteContext, path: str) -> Page:
    return read_page(read_bytes(context.docs, path) or b"", path).page


def _reference(context: SiteContext) -> str:
    """Return the overview of the API in a folder, which says its version; else an empty text."""
    found = [path for path in _overviews(context) if _read(context, path).version]
    return found[0] if len(found) == 1 else ""


def _first_paragraph(text: str) -> str:
    """Return the first paragraph of a text; empty where it begins with something else."""
    first = text.strip().partition("\n\n")[0]
    # The links of another page do not lead to the same places from here.
    is_plain = first[:1].isalnum() and "](" not in first.replace("](http", "")
    return first if is_plain else ""


def _site_name(context: SiteContext) -> str:
    # The only folder with a page of its own may be an imported API.
    inner = _overviews(context)
    for path in (*HOME_PAGES, *(inner if len(inner) == 1 else ())):
        if (context.docs / path).is_file():
            title = _read(context, path).title
            if f"{title}.md" not in HOME_PAGES:
                return title
    return context.folder.resolve().name or "Reference"


def plugin_lines(context: SiteContext) -> Iterator[Addition]:
    """Yield the lines that an existing configuration lacks."""
    if (site := context.site) is None:
        return
    if site.is_zensical:
        if "markdown_extensions.callsheet" not in site.text:
            docs = context.relative_docs
            lines = fill_template("zensical.toml.jinja", docs=docs, stylesheet=STYLESHEET)
            yield Addition(site.file, lines, "Renders the operation pages.")
        return
    options = site.configuration
    packs = [pack for pack in context.found.packs if pack not in options.packs]
    baseline = "" if options.check.baseline else BASELINE
    reasons = [] if _PLUGIN.search(site.text) else ["renders the operation pages"]
    reasons += ["`packs` says whose API it is"] if packs else []
    reasons += ["`check` names the file of known findings"] if baseline else []
    if reasons:
        lines = fill_template("plugins.yml.jinja", baseline=baseline, packs=packs)
        reason = "; ".join(reasons)
        yield Addition(site.file, lines, f"{reason[0].upper()}{reason[1:]}.")
