"""Regular expressions in schemas: matched in linear time, and texts that they match."""
