"""Bodies of example requests (CS3xx) and of example responses (CS4xx)."""
