"""CS51x to CS53x: Markdown that does not show as its author meant it."""
