"""Facts to findings to release: DuckDB, its schema, rules in SQL, publishing and questions."""
