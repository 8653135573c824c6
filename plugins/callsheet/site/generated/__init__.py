"""Files and pages that no author has written."""
