"""CS8xx: what a live server answers otherwise than its page says."""
