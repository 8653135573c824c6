"""What runs the rules: sessions, selection, suppressions, baselines, fixes and a cache."""
