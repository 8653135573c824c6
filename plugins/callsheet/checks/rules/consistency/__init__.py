"""CS6xx: what the pages of a tree say of the same thing."""
