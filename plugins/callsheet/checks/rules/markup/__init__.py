"""CS51x to CS53x: Markdown that is not rendered as its author meant it."""
