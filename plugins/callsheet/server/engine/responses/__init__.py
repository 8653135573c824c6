"""From a valid request to its answer, or from a fault to a refusal."""
