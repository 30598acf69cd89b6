"""The main job on documents whose truth is known: write the fictional city, run the nightly flow, compare."""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from flows.output import Shape, place_words, print_json, print_rows
from flows.settings import Settings

if TYPE_CHECKING:
    from samples.truth import Comparison

DOCUMENTS = "dokumen"
RESULTS = "hasil"


def run_demo(folder: Path, as_json: bool = False) -> bool:
    """Write, run and compare in `folder`; prints findings beside the truth.

    Returns:
        True when every planted inconsistency was found and nothing else was reported.
    """
    from flows.nightly import run_nightly
    from flows.progress import Silent, Terminal
    from samples.city import write_city
    from samples.truth import TRUTH_FILE, compare
    from warehouse.query import open_current

    documents = folder / DOCUMENTS
    truth = write_city(documents)
    # Beside the documents, not among them: the run reads every file of its folder.
    (documents / TRUTH_FILE).replace(folder / TRUTH_FILE)
    settings = Settings(sumber=documents.resolve(), hasil=(folder / RESULTS).resolve())
    with contextlib.ExitStack() as stack:
        progress = Silent() if as_json else stack.enter_context(Terminal())
        progress.say(f"{len(truth.files)} dokumen {truth.city} ditulis ke {documents}; menjalankan alur ...")
        summary = run_nightly(settings, progress)
    with contextlib.closing(open_current(settings.hasil)) as con:
        cursor = con.execute("SELECT * FROM publik.temuan ORDER BY aturan, temuan_id")
        columns = [column[0] for column in cursor.description or ()]
        findings = [dict(zip(columns, row, strict=True)) for row in cursor.fetchall()]
    comparison = compare(truth, findings)
    if as_json:
        print_json(
            {
                "tanaman": len(truth.plants),
                "tanaman_ditemukan": comparison.plants_found,
                "tanaman_terlewat": comparison.plants_missed,
                "temuan": len(findings),
                "temuan_terlewat": [one.id for one in comparison.missed],
                "temuan_di_luar_rencana": [one["uraian"] for one in comparison.unplanned],
                "rilis": summary.release,
                "buku_kerja": summary.workbook,
            }
        )
    else:
        _print(comparison)
        print(f"\nTanaman ditemukan     : {len(comparison.plants_found)} dari {len(truth.plants)}")
        print(f"Temuan                : {len(findings)}, di luar rencana {len(comparison.unplanned)}")
        print(f"Umpan (bukan temuan)  : {len(truth.decoys)}")
        print(f"Dokumen dan kebenaran : {folder}")
        print(f"Buku kerja            : {summary.workbook}")
        print(f"Basis data            : {settings.hasil / 'current.duckdb'}")
    return comparison.perfect


def _print(comparison: Comparison) -> None:
    rows: list[list[Any]] = []
    for expected, findings in comparison.found:
        for finding in findings:
            rows.append(["ditemukan", expected.id, finding["aturan"], finding["uraian"], place(finding)])
    rows += [["TERLEWAT", one.id, one.rule, ", ".join(one.plants), one.left.file] for one in comparison.missed]
    rows += [["DI LUAR RENCANA", "", one["aturan"], one["uraian"], place(one)] for one in comparison.unplanned]
    print_rows(["kebenaran", "nomor", "aturan", "uraian", "letak"], rows, Shape.TABLE)
    sys.stdout.flush()


def place(finding: Mapping[str, Any]) -> str:
    """Where both sides of a finding stand: file and page, or table of a Word file; where it was looked for."""
    places = []
    for side in ("kiri", "kanan"):
        if finding.get(f"{side}_berkas"):
            places.append(place_words(finding, side))
    if finding.get("dicari_di"):
        places.append(f"dicari di: {finding['dicari_di']}")
    return " | ".join(places)
