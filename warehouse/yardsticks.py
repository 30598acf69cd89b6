"""What rules and scores measure by, as tables: thresholds, printed units, scales, offices alike, words on wording."""

from __future__ import annotations

from decimal import Decimal

import duckdb

from models import lexicon
from models.region import Region
from models.units import canonical_unit
from warehouse.region import complete_thresholds
from warehouse.store import append_rows

NO_SETTINGS = Region()
_WORDS = (
    ("kabur", "scoring", "vague"),
    ("kondisi", "scoring", "condition"),
    ("perubahan", "scoring", "change"),
    ("proses", "scoring", "process"),
    ("umum", "scoring", "general"),
    ("laju", "scoring", "rate"),
    ("keluaran", "quality", "output"),
    ("pelaksanaan", "quality", "done"),
    ("ketersediaan", "quality", "available"),
    ("ukuran ragu", "quality", "part_of_name"),
    ("terlayani", "quality", "served"),
    ("penanda", "quality", "placeholder"),
)
"""Kind of word in `data.acuan_mutu`, and the lexicon file and group it is taken from."""


def store_yardsticks(con: duckdb.DuckDBPyConnection) -> None:
    """Fill them all; a region's thresholds stay when they are there already."""
    complete_thresholds(con)
    _store_units(con)
    _store_measures(con)
    _store_scales(con)
    _store_offices_alike(con)
    _store_chapters(con)
    _store_authority(con)
    store_words(con)


def store_words(con: duckdb.DuckDBPyConnection) -> None:
    """Words that judge wording, and what the name of an item of one tier's authority says."""
    con.execute("DELETE FROM data.acuan_mutu")
    words = {
        (kind, word)
        for kind, file, group in _WORDS
        for entry in lexicon.entries(file, group)
        for word in entry["words"]
    }
    words |= {("ukuran", str(entry["word"])) for entry in lexicon.entries("measures", "measure")}
    append_rows(con, "data.acuan_mutu", sorted(words))


def _store_units(con: duckdb.DuckDBPyConnection) -> None:
    printed = con.execute(
        "SELECT DISTINCT satuan FROM data.indikator WHERE satuan IS NOT NULL"
        " UNION SELECT DISTINCT satuan FROM data.nilai WHERE satuan IS NOT NULL ORDER BY 1"
    ).fetchall()
    con.execute("DELETE FROM data.acuan_satuan")
    append_rows(
        con,
        "data.acuan_satuan",
        (
            {
                "tulisan": text,
                "kelas": unit.family,
                "lunak": unit.soft_family,
                "macam": unit.kind,
                "faktor": float(unit.factor),
            }
            for (text,) in printed
            if (unit := canonical_unit(text))
        ),
    )


def _store_measures(con: duckdb.DuckDBPyConnection) -> None:
    """Measure words that say which unit their values have, or have not."""
    con.execute("DELETE FROM data.acuan_ukuran")
    append_rows(
        con,
        "data.acuan_ukuran",
        (
            {"ukuran": entry["word"], "hanya": entry.get("only"), "bukan": entry.get("never")}
            for entry in lexicon.entries("measures", "measure")
            if "only" in entry or "never" in entry
        ),
    )


def _store_offices_alike(con: duckdb.DuckDBPyConnection) -> None:
    con.execute("DELETE FROM data.acuan_opd_kembar")
    kinds = (entry["word"] for entry in lexicon.entries("offices", "type") if entry.get("own_name"))
    append_rows(con, "data.acuan_opd_kembar", ({"kata": kind} for kind in kinds))


def _store_scales(con: duckdb.DuckDBPyConnection) -> None:
    con.execute("DELETE FROM data.acuan_skala")
    append_rows(
        con,
        "data.acuan_skala",
        (
            {
                "pola": entry["pattern"],
                "macam": entry["kind"],
                "bawah": _number(entry.get("low")),
                "atas": _number(entry.get("high")),
                "nama": entry["name"],
                "sumber": entry["source"],
            }
            for entry in lexicon.entries("scales", "scale")
        ),
    )


def _store_chapters(con: duckdb.DuckDBPyConnection) -> None:
    """Chapters that plans have to have, and regulations that newer ones took the place of."""
    con.execute("DELETE FROM data.acuan_bab")
    append_rows(
        con,
        "data.acuan_bab",
        (
            {
                "jenis": entry["kind"],
                "peraturan": entry["regime"],
                "dari": entry["from"],
                "sampai": entry["to"],
                "nomor": number,
                "kata": list(words),
            }
            for entry in lexicon.entries("particulars", "chapters")
            for number, words in enumerate(entry["chapters"], 1)
        ),
    )
    con.execute("DELETE FROM data.acuan_diganti")
    append_rows(
        con,
        "data.acuan_diganti",
        ((*entry["old"], *entry["new"], entry["from"]) for entry in lexicon.entries("particulars", "replaced")),
    )


def _store_authority(con: duckdb.DuckDBPyConnection) -> None:
    con.execute("DELETE FROM data.acuan_kewenangan")
    known = lexicon.entries("authority", "authority")
    append_rows(con, "data.acuan_kewenangan", ((entry["pattern"], entry["name"], entry["owner"]) for entry in known))


def _number(value: int | float | Decimal | None) -> float | None:
    return None if value is None else float(value)
