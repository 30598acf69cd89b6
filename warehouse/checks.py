"""What must hold before facts are published: ids that are unique, references that lead somewhere, a run of its own."""

from __future__ import annotations

import duckdb

KEYS: dict[str, tuple[str, ...]] = {
    "dokumen": ("dokumen_id",),
    "berkas": ("berkas_id",),
    "halaman": ("berkas_id", "halaman"),
    "lembar": ("berkas_id", "tabel"),
    "pernyataan": ("pernyataan_id",),
    "klaim": ("klaim_id",),
    "keterangan": ("keterangan_id",),
    "sandingan": ("sandingan_id",),
    "butir": ("butir_id",),
    "indikator": ("indikator_id",),
    "nilai": ("indikator_id", "peran", "tahun", "triwulan"),
    "pagu": ("pemilik_id", "peran", "tahun", "triwulan"),
    "tautan": ("tautan_id",),
    "tautan_pernyataan": ("tautan_id",),
    "tanpa_padanan": ("jenjang", "indikator_id"),
    "keputusan": ("keputusan_id",),
    "pasangan": ("jenjang", "kiri_dokumen", "kanan_dokumen"),
    "simpul": ("simpul_id",),
    "simpul_indikator": ("simpul_id",),
    "pohon": ("simpul_id",),
    "aturan": ("aturan",),
    "temuan": ("temuan_id",),
    "smart": ("indikator_id",),
    "orientasi_hasil": ("pernyataan_id",),
    "subjek": ("subjek_id",),
    "salinan": ("salinan_id",),
    "nilai_rubrik": ("rubrik", "subjek_id", "nomor"),
    "peringkat": ("subjek_id",),
    "putaran": ("putaran_id",),
}
"""What identifies a row of each table; the tables carry no primary keys, so that loading is fast."""

REFERENCES: tuple[tuple[str, str, str, str], ...] = (
    ("berkas", "dokumen_id", "dokumen", "dokumen_id"),
    ("berkas", "salinan_dari", "berkas", "berkas_id"),
    ("masalah", "berkas_id", "berkas", "berkas_id"),
    ("halaman", "berkas_id", "berkas", "berkas_id"),
    ("lembar", "berkas_id", "berkas", "berkas_id"),
    *(
        (table, column, target, column)
        for table in ("pernyataan", "butir", "indikator", "klaim", "keterangan", "sandingan")
        for column, target in (("dokumen_id", "dokumen"), ("berkas_id", "berkas"))
    ),
    ("nilai", "indikator_id", "indikator", "indikator_id"),
    ("pagu", "pemilik_id", "bukti", "id"),
    ("tautan", "kiri_id", "indikator", "indikator_id"),
    ("tautan", "kanan_id", "indikator", "indikator_id"),
    ("tautan", "kiri_dokumen", "dokumen", "dokumen_id"),
    ("tautan", "kanan_dokumen", "dokumen", "dokumen_id"),
    ("tautan_pernyataan", "kiri_id", "pernyataan", "pernyataan_id"),
    ("tautan_pernyataan", "kanan_id", "pernyataan", "pernyataan_id"),
    ("tautan_pernyataan", "kiri_dokumen", "dokumen", "dokumen_id"),
    ("tautan_pernyataan", "kanan_dokumen", "dokumen", "dokumen_id"),
    ("tautan", "keputusan_id", "keputusan", "keputusan_id"),
    ("tanpa_padanan", "indikator_id", "indikator", "indikator_id"),
    ("tanpa_padanan", "terdekat_id", "indikator", "indikator_id"),
    ("tautan_pernyataan", "keputusan_id", "keputusan", "keputusan_id"),
    ("keputusan", "kiri_id", "bukti", "id"),
    ("keputusan", "kanan_id", "bukti", "id"),
    ("keputusan", "kiri_sekarang_id", "bukti", "id"),
    ("keputusan", "kanan_sekarang_id", "bukti", "id"),
    ("pasangan", "kiri_dokumen", "dokumen", "dokumen_id"),
    ("pasangan", "kanan_dokumen", "dokumen", "dokumen_id"),
    ("simpul", "simpul_id", "bukti", "id"),
    ("simpul", "induk_id", "simpul", "simpul_id"),
    ("simpul", "simpul_id", "pohon", "simpul_id"),
    *(
        ("salinan", f"{side}_{what}", what, f"{what}_id")
        for side in ("kiri", "kanan")
        for what in ("dokumen", "berkas")
    ),
    ("penilaian", "id", "bukti", "id"),
    ("penilaian", "subjek_id", "subjek", "subjek_id"),
    ("temuan", "kiri_id", "bukti", "id"),
    ("temuan", "kanan_id", "bukti", "id"),
    ("temuan", "aturan", "aturan", "aturan"),
)
"""table.column -> target.column; NULL points nowhere and is allowed."""


def broken_promises(con: duckdb.DuckDBPyConnection, run_id: str) -> list[str]:
    """Everything in schema `data` that must not be published, in Indonesian; empty when all is well."""
    broken = []
    for table, key in KEYS.items():
        columns = ", ".join(key)
        doubles = con.execute(
            f"SELECT count(*), min(satu) FROM (SELECT concat_ws(' ', {columns}) AS satu FROM data.{table} "
            f"GROUP BY {columns} HAVING count(*) > 1)"
        ).fetchall()[0]
        if doubles[0]:
            broken.append(f"{doubles[0]} kunci ganda di data.{table} ({columns}), misalnya {doubles[1]}")
    for table, column, target, key_column in REFERENCES:
        orphans = con.execute(
            f"SELECT count(*), min({column}) FROM data.{table} "
            f"WHERE {column} IS NOT NULL  -- NULL NOT IN an empty list is true\n"
            f"AND {column} NOT IN (SELECT {key_column} FROM data.{target} WHERE {key_column} IS NOT NULL)"
        ).fetchall()[0]
        if orphans[0]:
            broken.append(
                f"{orphans[0]} baris data.{table} menunjuk {column} yang tidak ada di data.{target}, "
                f"misalnya {orphans[1]}"
            )
    runs = [run for (run,) in con.execute("SELECT putaran_id FROM data.putaran").fetchall()]
    if runs != [run_id]:
        broken.append(f"data.putaran harus berisi hanya putaran {run_id}, isinya {', '.join(runs) or 'kosong'}")
    return broken
