"""HTTP as the server speaks it: messages, their bodies, and refusals."""
