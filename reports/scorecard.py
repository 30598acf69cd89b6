"""The scorecard of a perangkat daerah or a region: a rubric's lines with share, answer, points, and their evidence."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import duckdb

from warehouse.rubrics import Rubric
from warehouse.scores import read_shares, score

_LINE = (
    "urutan, nomor, induk, nama, kriteria, bobot, bobot_dinilai, terpenuhi, dinilai, perlu_orang, bagian, jawaban, "
    "nilai, skor, skor_terendah, skor_tertinggi, status, perlu_dinilai_orang"
)
WARNING = "Indikatif: subnilai dari dokumen yang dibaca, bukan nilai SAKIP. Skor hanya dari bobot yang dapat dinilai."


def rubrics_of(con: duckdb.DuckDBPyConnection) -> list[tuple[str, str]]:
    """Key and name of the rubrics that the release holds."""
    return con.execute("SELECT DISTINCT rubrik, nama_rubrik FROM publik.nilai ORDER BY 1").fetchall()


def subjects(con: duckdb.DuckDBPyConnection, office: str) -> list[dict[str, Any]]:
    """Who is scored: the perangkat daerah whose name holds `office`; without it the regions."""
    cursor = con.execute(
        "SELECT subjek_id, lingkup, wilayah, opd FROM publik.subjek WHERE "
        "CASE WHEN ? = '' THEN lingkup = 'daerah' ELSE contains(lower(opd), lower(?)) END ORDER BY wilayah, opd",
        [office, office],
    )
    return _dicts(cursor)


def scorecard(con: duckdb.DuckDBPyConnection, subject: dict[str, Any], rubric: str | Rubric) -> dict[str, Any]:
    """One scorecard.

    Args:
        con: an open release.
        subject: from `subjects`.
        rubric: key of one that the release holds, or a rubric of a region's own.

    Returns:
        rubrik, nama_rubrik, dasar, indikatif (the warning), who is scored, and `baris`: a mapping per part and
        criterion with the columns of `publik.nilai`. No lines when the rubric does not score such a subject.
    """
    if isinstance(rubric, Rubric):
        return _card(subject, rubric.key, rubric.name, rubric.basis, list(_computed(con, subject["subjek_id"], rubric)))
    cursor = con.execute(
        f"SELECT {_LINE}, nama_rubrik, dasar FROM publik.nilai WHERE subjek_id = ? AND rubrik = ? ORDER BY urutan",
        [subject["subjek_id"], rubric],
    )
    lines = _dicts(cursor)
    names = [(line.pop("nama_rubrik"), line.pop("dasar")) for line in lines]
    name, basis = names[0] if names else ("", "")
    return _card(subject, rubric, name, basis, lines)


def _card(subject: dict[str, Any], key: str, name: str, basis: str, lines: list[dict[str, Any]]) -> dict[str, Any]:
    return {"rubrik": key, "nama_rubrik": name, "dasar": basis, "indikatif": WARNING, **subject, "baris": lines}


def _computed(con: duckdb.DuckDBPyConnection, subject: str, rubric: Rubric) -> Iterator[dict[str, Any]]:
    people = dict(con.execute("SELECT kriteria, orang FROM publik.kriteria").fetchall())
    names: dict[str, tuple[str | None, str, str | None]]
    names = {part.number: (None, part.name, None) for part in rubric.parts}
    names |= {line.number: (part.number, line.name, line.measure) for part in rubric.parts for line in part.lines}
    for order, row in enumerate(score(rubric, read_shares(con).get(subject, {})), 1):
        parent, name, measure = names[row["nomor"]]
        status = "dinilai orang" if measure is None else "belum dapat dinilai" if row["nilai"] is None else "indikatif"
        yield {
            "urutan": order,
            "nomor": row["nomor"],
            "induk": parent,
            "nama": name,
            "kriteria": measure,
            **{
                key: row.get(key)
                for key in ("bobot", "bobot_dinilai", "terpenuhi", "dinilai", "perlu_orang", "bagian", "jawaban")
            },
            "nilai": row["nilai"],
            **{key: row[key] for key in ("skor", "skor_terendah", "skor_tertinggi")},
            "status": None if parent is None else status,
            "perlu_dinilai_orang": row.get("catatan") or people.get(measure or ""),
        }


def evidence(con: duckdb.DuckDBPyConnection, subject: str, criterion: str) -> list[dict[str, Any]]:
    """What a criterion judged for a subject, the unmet first, with file and page."""
    return _dicts(
        con.execute(
            "SELECT nilai, alasan, nama, dokumen, berkas, halaman, tabel, baris, lembar, sel, kutipan, id "
            "FROM publik.nilai_bukti WHERE subjek_id = ? AND kriteria = ? "
            "ORDER BY nilai NULLS LAST, dokumen, halaman, baris, id",
            [subject, criterion],
        )
    )


def card_rows(card: dict[str, Any]) -> tuple[list[str], list[list[Any]]]:
    """The scorecard as a table for the terminal: a line per part and criterion."""
    columns = ["no", "komponen / kriteria", "memenuhi", "jawaban", "skor", "bobot", "kriteria", "dinilai orang"]
    rows = []
    for line in card["baris"]:
        part = line["induk"] is None
        rows.append(
            [
                line["nomor"],
                line["nama"],
                "" if part else _share(line),
                line["jawaban"] or "",
                _range(line),
                f"{_points(line['bobot_dinilai'])} dari {_points(line['bobot'])}" if part else _points(line["bobot"]),
                line["kriteria"] or "",
                "" if part else line["perlu_dinilai_orang"] or "",
            ]
        )
    return columns, rows


def _share(line: dict[str, Any]) -> str:
    if line["kriteria"] is None:
        return "dinilai orang"
    waiting = f"; {line['perlu_orang']} dinilai orang" if line["perlu_orang"] else ""
    if line["bagian"] is None:
        return f"belum dapat dinilai{waiting}"
    return f"{_points(line['terpenuhi'])} dari {line['dinilai']} ({_points(100 * line['bagian'])} %){waiting}"


def _range(line: dict[str, Any]) -> str:
    """Points, and between which they lie until a person has judged the rest."""
    low, high = line["skor_terendah"], line["skor_tertinggi"]
    if low is None or abs(high - low) < 0.005:
        return _points(line["skor"])
    return f"{_points(line['skor'])} ({_points(low)} s.d. {_points(high)})"


def _points(value: float | None) -> str:
    return "" if value is None else f"{value:.2f}".rstrip("0").rstrip(".").replace(".", ",")


def _dicts(cursor: duckdb.DuckDBPyConnection) -> list[dict[str, Any]]:
    columns = [column[0] for column in cursor.description or ()]
    return [dict(zip(columns, row, strict=True)) for row in cursor.fetchall()]
