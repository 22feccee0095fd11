"""publicity of law: what it is, its records, its figures, its words in the report."""
