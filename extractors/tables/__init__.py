"""From tables to records: stitch, header, columns, rows, records; each file does one of these."""
