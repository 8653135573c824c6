"""Starting points for new users: the files around a folder of pages, and a page to fill in."""

from callsheet.scaffold.operation import Draft, draft
from callsheet.scaffold.parts import CI, Addition, NewFile, SitePlan
from callsheet.scaffold.plan import plan
from callsheet.scaffold.survey import Survey, survey

__all__ = ["CI", "Addition", "Draft", "NewFile", "SitePlan", "Survey", "draft", "plan", "survey"]
