"""A sheet of the workbook: what one plan's later stage (a change, the enacted plan) made of its earlier one."""

from __future__ import annotations

import duckdb

from reports.book import Book, Column


def write_changes(book: Book, con: duckdb.DuckDBPyConnection) -> None:
    """Add the sheet "Perubahan" when the release holds two stages of a plan; nothing otherwise.

    Args:
        book: the open workbook.
        con: a connection whose schema `publik` holds a release.
    """
    rows = con.execute(
        "SELECT dokumen_dahulu, dokumen_kemudian, indikator_dahulu, perubahan, CAST(tahun AS VARCHAR), lama, baru,"
        " hubungan, halaman_dahulu, halaman_kemudian FROM publik.perubahan_tahap"
        " ORDER BY dokumen_dahulu, dokumen_kemudian, halaman_dahulu, indikator_dahulu, dahulu_indikator_id,"
        " kemudian_indikator_id, perubahan, tahun"
    ).fetchall()
    if not rows:
        return
    columns = (
        Column("Tahap dahulu", 26), Column("Tahap kemudian", 26), Column("Indikator", 50), Column("Yang berubah", 14),
        Column("Tahun", 8, align="center"), Column("Dahulu", 34), Column("Kemudian", 34), Column("Hubungan", 14),
        Column("Hlm. dahulu", 10, align="center"), Column("Hlm. kemudian", 10, align="center"),
    )  # fmt: skip
    sheet = book.sheet("Perubahan", [column.width for column in columns])
    sheet.title(
        "Perubahan",
        "Yang diubah tahap kemudian dari satu rencana pada indikator yang sama. Perubahan boleh; periksa apakah"
        " alasannya tertulis. Pasangan berhubungan 'perlu diperiksa' mungkin bukan indikator yang sama.",
    )
    sheet.table(columns, rows, main=True)
