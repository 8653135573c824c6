"""Keeps pages in step with an OpenAPI document.

The document is imported, and its pages are compared with those of the docs tree. `contradictions`
reports the differences, for docs CI; `plan_update` removes them from the pages, and keeps all that
authors have written there.
"""

from callsheet.sync.contradictions import contradictions
from callsheet.sync.document import SourceDocument

__all__ = ["SourceDocument", "contradictions"]
