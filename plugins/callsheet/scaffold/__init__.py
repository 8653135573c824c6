"""What a new user starts with: the files around a folder of pages, and a page to fill in."""

from callsheet.scaffold.operation import Draft, draft
from callsheet.scaffold.parts import CI, Addition, NewFile, Plan
from callsheet.scaffold.plan import plan
from callsheet.scaffold.survey import Survey, survey

__all__ = ["CI", "Addition", "Draft", "NewFile", "Plan", "Survey", "draft", "plan", "survey"]
