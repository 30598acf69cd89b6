"""Scores: SMART and outcome orientation of facts, criteria, and rubrics, once facts, links and findings are stored.

Points count only what documents show. What they cannot show has no value, and the weight of what was judged stands
beside the points, so that nobody takes them for a grade.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import duckdb

from models import lexicon
from warehouse.criteria import run_criteria
from warehouse.rubrics import Line, Part, Rubric, load_rubrics
from warehouse.store import append_rows
from warehouse.yardsticks import store_words

_BEFORE = (("smart", "susun_smart"), ("orientasi_hasil", "susun_orientasi"), ("subjek", "susun_subjek"))
"""Tables that criteria read, and the views that say what they hold."""


@dataclass(frozen=True, slots=True)
class Share:
    """What a criterion gives for a subject: sum of values, things with a value, things that wait for a person."""

    met: float
    judged: int
    open: int

    def if_person_says(self, met: bool) -> Share:
        """The share when a person finds all that is open met, or all of it not met."""
        return Share(self.met + (self.open if met else 0), self.judged + self.open, 0)

    @property
    def part(self) -> float | None:
        """Share met, None when nothing could be judged."""
        return self.met / self.judged if self.judged else None


def run_scores(con: duckdb.DuckDBPyConnection) -> None:
    """Fill all tables of migration 0030 anew from facts, links and findings; rules ran before and stored thresholds."""
    _store_words(con)
    for table, view in _BEFORE:
        _refill(con, table, view)
    run_criteria(con)
    for table in ("rubrik", "rubrik_butir", "nilai_rubrik"):
        con.execute(f"DELETE FROM data.{table}")
    shares = read_shares(con)
    subjects = con.execute("SELECT subjek_id, lingkup FROM data.subjek ORDER BY 1").fetchall()
    for rubric in load_rubrics():
        append_rows(con, "data.rubrik", [_rubric_row(rubric)])
        append_rows(con, "data.rubrik_butir", _line_rows(rubric))
        append_rows(
            con,
            "data.nilai_rubrik",
            (
                {"rubrik": rubric.key, "subjek_id": subject, **row}
                for subject, scope in subjects
                if scope in rubric.scope
                for row in score(rubric, shares.get(subject, {}))
            ),
        )
    _refill(con, "peringkat", "susun_peringkat")


def _refill(con: duckdb.DuckDBPyConnection, table: str, view: str) -> None:
    con.execute(f"DELETE FROM data.{table}")
    con.execute(f"INSERT INTO data.{table} BY NAME SELECT * FROM data.{view}")


def read_shares(con: duckdb.DuckDBPyConnection) -> dict[str, dict[str, Share]]:
    """Subject -> criterion -> share, from the evidence."""
    found: dict[str, dict[str, Share]] = {}
    for subject, criterion, met, judged, waiting in con.execute(
        "SELECT subjek_id, kriteria, coalesce(sum(nilai), 0), count(nilai), count(*) - count(nilai) "
        "FROM data.penilaian GROUP BY ALL"
    ).fetchall():
        found.setdefault(subject, {})[criterion] = Share(float(met), judged, waiting)
    return found


def score(rubric: Rubric, shares: Mapping[str, Share]) -> Iterator[dict[str, Any]]:
    """Rows of `data.nilai_rubrik` (without rubric and subject) of one subject: every part, then its criteria."""
    values = {
        line.measure: _value(rubric, line, shares.get(line.measure))[1]
        for part in rubric.parts
        for line in part.lines
        if line.measure
    }
    for part in rubric.parts:
        rows = [_line(rubric, line, shares, values) for line in part.lines]
        yield _total(part, rows)
        yield from rows


def _line(
    rubric: Rubric, line: Line, shares: Mapping[str, Share], values: Mapping[str, float | None]
) -> dict[str, Any]:
    share = shares.get(line.measure) if line.measure else None
    answer, value = _value(rubric, line, share)
    note = None if share else line.person
    others = [mean for name in line.not_above if (mean := values.get(name)) is not None]
    limit = sum(others) / len(others) if others else 100.0
    if value is not None and value > limit:
        note = f"Dibatasi pada rata-rata kriteria {', '.join(line.not_above)} (semula {answer or _number(value)})."
        answer, value = None, limit
    return {
        "nomor": line.number,
        "bobot": line.weight,
        "bobot_dinilai": 0.0 if value is None else line.weight,
        "terpenuhi": share.met if share else None,
        "dinilai": share.judged if share else None,
        "perlu_orang": share.open if share else None,
        "bagian": share.part if share else None,
        "jawaban": answer,
        "nilai": value,
        "skor": None if value is None else line.weight * value / 100,
        "skor_terendah": _bound(rubric, line, share, False, limit),
        "skor_tertinggi": _bound(rubric, line, share, True, limit),
        "catatan": note,
    }


def _bound(rubric: Rubric, line: Line, share: Share | None, met: bool, limit: float) -> float | None:
    """Points when a person finds all that is open met (or not), None where nothing was judged."""
    if share is None or not share.judged:
        return None
    value = _value(rubric, line, share.if_person_says(met))[1]
    return None if value is None else line.weight * min(value, limit) / 100


def _total(part: Part, rows: list[dict[str, Any]]) -> dict[str, Any]:
    judged = sum(row["bobot_dinilai"] for row in rows)
    points = sum(row["skor"] or 0.0 for row in rows)
    return {
        "nomor": part.number,
        "bobot": part.weight,
        "bobot_dinilai": judged,
        "nilai": 100 * points / judged if judged else None,
        "skor": points if judged else None,
        "skor_terendah": sum(row["skor_terendah"] or 0.0 for row in rows) if judged else None,
        "skor_tertinggi": sum(row["skor_tertinggi"] or 0.0 for row in rows) if judged else None,
    }


def _value(rubric: Rubric, line: Line, share: Share | None) -> tuple[str | None, float | None]:
    """Answer and value (0 to 100) of a criterion; both None when nothing could be judged."""
    if share is None or share.part is None:
        return None, None
    if not rubric.scale:
        return None, 100 * share.part
    if line.unmet:
        missed = share.judged - share.met
        step = next((place for place, most in enumerate(line.unmet) if missed <= most), len(rubric.scale) - 1)
        return rubric.scale[step].name, rubric.scale[step].value
    for answer in rubric.scale:
        if share.part > answer.bound or (answer.closed and share.part >= answer.bound):
            return answer.name, answer.value
    return rubric.scale[-1].name, rubric.scale[-1].value


def _number(value: float) -> str:
    return f"{value:.0f}"


def _rubric_row(rubric: Rubric) -> dict[str, Any]:
    return {
        "rubrik": rubric.key,
        "nama": rubric.name,
        "lingkup": list(rubric.scope),
        "dasar": rubric.basis,
        "catatan": rubric.note,
    }


def _line_rows(rubric: Rubric) -> Iterator[dict[str, Any]]:
    order = 0
    for part in rubric.parts:
        order += 1
        yield {
            "rubrik": rubric.key,
            "urutan": order,
            "nomor": part.number,
            "nama": part.name,
            "bobot": part.weight,
        }
        for line in part.lines:
            order += 1
            yield {
                "rubrik": rubric.key,
                "urutan": order,
                "nomor": line.number,
                "induk": part.number,
                "nama": line.name,
                "bobot": line.weight,
                "kriteria": line.measure,
                "orang": line.person,
            }


def _store_words(con: duckdb.DuckDBPyConnection) -> None:
    store_words(con)
    con.execute("DELETE FROM data.acuan_isi")
    append_rows(
        con,
        "data.acuan_isi",
        (
            {"jenis": entry["kind"], "isi": shows, "nama": name}
            for entry in lexicon.entries("scoring", "part")
            for shows, name in entry["parts"]
        ),
    )
