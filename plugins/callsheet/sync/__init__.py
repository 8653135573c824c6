"""Keeps pages in step with an OpenAPI document.

The document is imported, and its pages are compared with those of the docs tree. `contradictions`
reports the differences, for docs CI; `plan_update` removes them from the pages, and keeps all that
authors have written there.
"""

from callsheet.sync.contradictions import contradictions
from callsheet.sync.document import SourceDocument
from callsheet.sync.update import UpdatePlan, plan_update

__all__ = ["SourceDocument", "UpdatePlan", "contradictions", "plan_update"]
