"""The image operations: images of persons, and the BLOB agent."""

from __future__ import annotations

from callsheet.server.behaviours import blob_agent, person_image
from callsheet.server.behaviours.blobs import seed
from callsheet.server.engine.call import Behaviour

__all__ = ["BEHAVIOURS", "seed"]

BEHAVIOURS: dict[str, Behaviour] = {**person_image.BEHAVIOURS, **blob_agent.BEHAVIOURS}
