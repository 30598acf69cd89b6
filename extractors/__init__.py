"""How one file becomes facts: readers, identification, tables, statements, and the order of it all."""
