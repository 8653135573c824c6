"""Header fields of example requests (CS31x) and of example responses (CS41x, CS42x)."""
