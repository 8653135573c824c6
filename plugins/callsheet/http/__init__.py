"""HTTP: media types, header fields, statuses, dates, forms, parameter styles and credentials."""
