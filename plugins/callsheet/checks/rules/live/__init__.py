"""CS8xx: answers of a live server that contradict the page."""
