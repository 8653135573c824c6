"""Varies requests, to see whether a server does what the pages document of each of their parts.

A sample shows that a server accepts a parameter. A variation shows that it does not ignore it: the
request is sent as it is, then with the parameter changed, and the two answers are compared.
"""

from callsheet.run.variations.judges import ProofOutcome
from callsheet.run.variations.model import ASPECTS, DocumentedItem, Proof, Variation

__all__ = ["ASPECTS", "DocumentedItem", "Proof", "ProofOutcome", "Variation"]
