"""The words that all rooms speak: documents, indicators, numbers, units, codes, links, findings.

Nothing here knows a file format, DuckDB or Prefect.
"""
