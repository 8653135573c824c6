"""Links to further documentation (OpenAPI 3.1.0, 4.8.11), below a text."""

from callsheet.addresses import safe_address
from callsheet.export.prose import SEE_ALSO
from callsheet.importing.notes import ImportNotes, code
from callsheet.importing.references import SpecNode
from callsheet.pages import safe_line


def with_external_link(text: str, place: SpecNode, notes: ImportNotes) -> str:
    """Return a text with the link of `externalDocs` below it, if there is one.

    Args:
        text: Safe Markdown.
        place: The operation, tag or document.
        notes: Collects findings about what a page cannot express.
    """
    link = place.inner("externalDocs")
    if not (written := link.text("url")):
        return text
    url = safe_address(written)
    if url and url.lower().startswith(("http://", "https://")):
        about = safe_line(link.text("description")) or SEE_ALSO
        return "\n\n".join(filter(None, (text, f"{about}: <{url}>")))
    what = f"The address {code(written)} is not a link to a web page, so no page has it"
    notes.lost(f"{link.pointer}/url", what, "Begin it with `https://`.")
    return text
