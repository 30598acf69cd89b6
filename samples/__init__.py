"""The fictional city Kota Harapan Jaya: its documents, the inconsistencies planted in them, and the truth.

`facts` (with `kota.toml`) is the one source of truth; `books` copies it into each document; `plants` changes single
facts; `consequences` derives what must be found; `forms` and `papers` lay the pages out; `pdf` and `word` typeset them;
`truth` writes `kebenaran.json` and compares a run with it; `city.write_city` does it all.
"""
