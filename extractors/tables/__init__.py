"""From tables to records: stitch, header, columns, rows, records; each file does one of these.

Printed tables become chains of rows: tidy, grid, header + headings, columns, stitch, rows, stack, infer, timeline,
sanity (which cells cannot be right). `reading` walks over one chain's `sheet`: `skip` says which chains are not read,
`rungs` (by `ladder`) and `codes` what a row names, `above` what stands above it, `indicators`, `values` and `budgets`
what it says; `draft` holds what may yet go on, `facts` makes records of it, `records` does this for a whole document.
`trace` tells what became of each row.
`labels`, `text` and `numbers` read printed words and numbers for all of them.
"""
