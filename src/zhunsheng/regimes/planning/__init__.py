"""problems and next year: what it is, its records, its figures, its words in the report."""
