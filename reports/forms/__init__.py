"""Papers that offices hand in, filled from the public views of a release.

A paper is a TOML file (`papers/`: titles, columns, size of paper, source) whose tables and texts are SQL files (`sql/`)
over schema `publik`; `paper` puts both together, `xlsx` and `word` write the result. A new form needs no code.
"""
