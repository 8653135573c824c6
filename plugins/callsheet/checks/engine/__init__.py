"""Run the rules: sessions, selection, superseding, baselines, fixes and a cache of results."""
