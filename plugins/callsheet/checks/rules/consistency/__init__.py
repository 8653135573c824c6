"""CS6xx: contradictions between the pages of a tree."""
