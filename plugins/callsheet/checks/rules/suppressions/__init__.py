"""CS9xx: comments that suppress findings."""
