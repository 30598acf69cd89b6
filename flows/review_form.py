"""The form of what waits for a reviewer: stale decisions and links that the machine is not sure of."""

from __future__ import annotations

import contextlib
from pathlib import Path
from typing import Any

from warehouse.query import open_current

_FORM = """
    SELECT t.tautan_id, '' AS putusan, '' AS alasan, '' AS oleh, 'indikator' AS macam, t.jenjang,
        k.tingkat AS kiri_tingkat, t.kiri_indikator, t.kiri_satuan, n.tingkat AS kanan_tingkat, t.kanan_indikator,
        t.kanan_satuan, round(t.skor, 2) AS skor, t.alasan AS alasan_mesin, t.kiri_dokumen, t.kiri_halaman,
        t.kanan_dokumen, t.kanan_halaman, NULL AS keputusan_usang, NULL AS kiri_indikator_id,
        NULL AS kanan_indikator_id, NULL AS kiri_pernyataan_id, NULL AS kanan_pernyataan_id
    FROM publik.tautan t
    JOIN publik.indikator k ON k.indikator_id = t.kiri_indikator_id
    JOIN publik.indikator n ON n.indikator_id = t.kanan_indikator_id
    WHERE t.hubungan = 'perlu diperiksa' AND t.penentu = 'mesin'
    UNION ALL BY NAME
    SELECT tautan_id, '' AS putusan, '' AS alasan, '' AS oleh, 'pernyataan' AS macam, jenjang,
        kiri_jenis AS kiri_tingkat, kiri_teks AS kiri_indikator,
        kanan_jenis AS kanan_tingkat, kanan_teks AS kanan_indikator,
        round(skor, 2) AS skor, t.alasan AS alasan_mesin, kiri_dokumen, kiri_halaman, kanan_dokumen, kanan_halaman
    FROM publik.tautan_pernyataan t WHERE hubungan = 'perlu diperiksa' AND penentu = 'mesin'
    UNION ALL BY NAME
    SELECT '' AS putusan, '' AS alasan, '' AS oleh, k.macam, k.kiri_tingkat, k.kanan_tingkat,
        coalesce(k.kiri_sekarang, k.kiri_indikator) AS kiri_indikator, k.kiri_satuan,
        coalesce(k.kanan_sekarang, k.kanan_indikator) AS kanan_indikator, k.kanan_satuan,
        concat_ws(' ', k.kiri_jenis, k.kiri_opd, k.kiri_tahun) AS kiri_dokumen,
        concat_ws(' ', k.kanan_jenis, k.kanan_opd, k.kanan_tahun) AS kanan_dokumen,
        format('{} oleh {}, {}: {}. Berubah: {}', k.putusan, k.oleh, strftime(k.pada, '%d-%m-%Y'), k.alasan, k.catatan)
            AS keputusan_usang,
        CASE k.macam WHEN 'indikator' THEN coalesce(k.kiri_indikator_id, k.kiri_sekarang_id) END
            AS kiri_indikator_id,
        CASE k.macam WHEN 'indikator' THEN coalesce(k.kanan_indikator_id, k.kanan_sekarang_id) END
            AS kanan_indikator_id,
        CASE k.macam WHEN 'pernyataan' THEN coalesce(k.kiri_pernyataan_id, k.kiri_sekarang_id) END
            AS kiri_pernyataan_id,
        CASE k.macam WHEN 'pernyataan' THEN coalesce(k.kanan_pernyataan_id, k.kanan_sekarang_id) END
            AS kanan_pernyataan_id
    FROM publik.keputusan k
    WHERE k.status = 'usang'
        AND coalesce(k.kiri_indikator_id, k.kiri_pernyataan_id, k.kiri_sekarang_id) IS NOT NULL
        AND coalesce(k.kanan_indikator_id, k.kanan_pernyataan_id, k.kanan_sekarang_id) IS NOT NULL
    ORDER BY keputusan_usang NULLS LAST, kanan_dokumen, macam, skor DESC, tautan_id"""


def open_questions(output: Path) -> tuple[list[str], list[tuple[Any, ...]]]:
    """A form for what waits for a reviewer in the current release: columns and rows.

    First the decisions that are stale, where other words took the place of the old ones; then the links that the
    machine is not sure of.

    Raises:
        SelarasError: WAREHOUSE_MISSING without a release.
    """
    with contextlib.closing(open_current(output)) as con:
        cursor = con.execute(_FORM)
        return [column[0] for column in cursor.description or ()], cursor.fetchall()
