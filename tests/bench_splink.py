"""Splink's side of `tests.bench_align`, in a virtual environment of its own (`make bench-align`): it brings a DuckDB.

    python bench_splink.py LEFT.jsonl RIGHT.jsonl LINKS.jsonl

Set up as its guide says for linking two tables: comparisons with several levels per column, u by random sampling, m by
expectation maximisation over two blocking rules, prediction within blocks. The columns are Selaras' own (normalised
name, its words, measure, unit, level, codes, parents, numbers), so Splink need not normalise anything. Prints one JSON
object: version, pairs in the blocks, seconds of training and of prediction, and peak memory in MB.
"""

from __future__ import annotations

import json
import logging
import resource
import sys
import time
from importlib.metadata import version
from typing import Any

import duckdb
import splink.comparison_level_library as cll
import splink.comparison_library as cl
from splink import DuckDBAPI, Linker, SettingsCreator, block_on

_COLUMNS = """{unique_id: 'VARCHAR', blok: 'VARCHAR', kantor: 'VARCHAR', nama: 'VARCHAR', kata: 'VARCHAR[]',
ukuran: 'VARCHAR', satuan: 'VARCHAR', opd: 'VARCHAR', tingkat: 'VARCHAR', kode: 'VARCHAR', program: 'VARCHAR',
induk: 'VARCHAR', target: 'VARCHAR[]'}"""
_WORDS_IN_COMMON = "len(list_intersect(kata_l, kata_r)) / len(list_distinct(list_concat(kata_l, kata_r)))"
_NUMBERS_IN_COMMON = "len(list_intersect(target_l, target_r))"
TABLES = ("a_kiri", "b_kanan")
"""Splink takes the table that is first by name as the left one."""
FAINTEST = 0.001
"""Predictions below this probability are not written: no threshold that is worth trying lies there."""

COMPARISONS = [
    cl.CustomComparison(
        output_column_name="nama",
        comparison_levels=[
            cll.NullLevel("nama"),
            cll.ExactMatchLevel("nama"),
            cll.JaroWinklerLevel("nama", 0.95),
            cll.CustomLevel(f"{_WORDS_IN_COMMON} >= 0.8", "words >= 0.8"),
            cll.CustomLevel(f"{_WORDS_IN_COMMON} >= 0.6", "words >= 0.6"),
            cll.JaccardLevel("nama", 0.9),
            cll.CustomLevel(f"{_WORDS_IN_COMMON} >= 0.4", "words >= 0.4"),
            cll.JaroWinklerLevel("nama", 0.8),
            cll.ElseLevel(),
        ],
    ),
    cl.ExactMatch("ukuran"),
    cl.ExactMatch("satuan"),
    cl.ExactMatch("tingkat"),
    cl.CustomComparison(
        output_column_name="kode",
        comparison_levels=[
            cll.NullLevel("kode"),
            cll.ExactMatchLevel("kode"),
            cll.ExactMatchLevel("program"),
            cll.ElseLevel(),
        ],
    ),
    cl.JaroWinklerAtThresholds("induk", [0.95, 0.85]),
    cl.CustomComparison(
        output_column_name="target",
        comparison_levels=[
            cll.NullLevel("target"),
            cll.CustomLevel(f"{_NUMBERS_IN_COMMON} >= 3", "three years or more"),
            cll.CustomLevel(f"{_NUMBERS_IN_COMMON} >= 1", "one year or two"),
            cll.ElseLevel(),
        ],
    ),
]


def main(left: str, right: str, links: str) -> None:
    con = duckdb.connect()
    con.execute("SET threads = 2")
    for name, path in zip(TABLES, (left, right), strict=True):
        con.execute(f"CREATE TABLE {name} AS SELECT * FROM read_json(?, columns = {_COLUMNS})", [path])
    open_rows = con.execute(
        "SELECT count(*) FROM (FROM a_kiri UNION ALL FROM b_kanan) WHERE kantor IS NULL"
    ).fetchall()[0][0]
    blocks: list[Any] = [block_on("blok", "kantor")]
    if open_rows:  # rows of no office, or of all, meet every row of their set, as they do in Selaras
        blocks.append("l.blok = r.blok AND (l.kantor IS NULL OR r.kantor IS NULL)")
    start, work = time.perf_counter(), time.process_time()
    api = DuckDBAPI(con)
    tables = [api.register(name, dataset_display_name=name) for name in TABLES]
    settings = SettingsCreator(
        link_type="link_only",
        comparisons=COMPARISONS,
        blocking_rules_to_generate_predictions=blocks,
        retain_matching_columns=False,
    )
    linker = Linker(tables, settings, log_level=logging.ERROR)
    linker.training.estimate_probability_two_random_records_match([block_on("blok", "kantor", "nama")], recall=0.6)
    linker.training.estimate_u_using_random_sampling(max_pairs=1e6, seed=1)
    for rule in (block_on("blok", "kantor", "nama"), block_on("blok", "kantor", "program", "satuan")):
        linker.training.estimate_parameters_using_expectation_maximisation(rule)
    trained = time.perf_counter()
    found = linker.inference.predict(threshold_match_probability=FAINTEST)
    predicted, worked = time.perf_counter(), time.process_time()
    con.execute(
        f"COPY (SELECT unique_id_l AS left, unique_id_r AS right, match_probability AS score "
        f"FROM {found.physical_name}) TO '{links}' (FORMAT json)"
    )
    print(
        json.dumps(
            {
                "version": version("splink"),
                "duckdb": duckdb.__version__,
                "train": trained - start,
                "predict": predicted - trained,
                "cpu": worked - work,
                "megabytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024,
            }
        )
    )


if __name__ == "__main__":
    main(*sys.argv[1:])
