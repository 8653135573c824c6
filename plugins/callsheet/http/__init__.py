"""What HTTP says: media types, header fields, statuses, dates, forms and credentials."""
