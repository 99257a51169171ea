"""Search over everything that is read: one table of entries, the database's own full-text search, one page."""
