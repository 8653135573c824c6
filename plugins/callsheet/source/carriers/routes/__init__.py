"""Routes in blocks, labels, tables and headings, and what is before their paths."""
