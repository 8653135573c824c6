"""What is fuzzed, a target a module."""
