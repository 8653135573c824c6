"""A language server: what docs CI finds and what pages say, in editors, while they are written."""
