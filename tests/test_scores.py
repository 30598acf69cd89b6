"""Scores: every criterion with things that meet it and things that do not, rubrics, SMART, and what is never guessed.

The cases of criteria are tables in `tests/criteria/<name>.toml` (README.md there).
"""

from __future__ import annotations

import contextlib
import json
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import duckdb
import pytest

from flows import cli
from models.errors import ExitCode, SelarasError
from tests.conftest import Published
from tests.test_rules import fill, rows
from warehouse import criteria, rubrics, rules, scores, store
from warehouse.cascade import build_cascade
from warehouse.query import open_current
from warehouse.scores import Share

CASES = Path(__file__).parent / "criteria"


def load_cases() -> list[tuple[str, dict[str, Any]]]:
    return [
        (path.stem, case)
        for path in sorted(CASES.glob("*.toml"))
        for case in tomllib.loads(path.read_text(encoding="utf-8"))["kasus"]
    ]


@pytest.fixture(scope="module")
def con() -> Iterator[duckdb.DuckDBPyConnection]:
    connection = duckdb.connect()
    store.migrate(connection)
    yield connection
    connection.close()


def scored(con: duckdb.DuckDBPyConnection, case: dict[str, Any]) -> None:
    """A case's facts with cascade, findings and scores."""
    fill(con, case)
    build_cascade(con)
    rules.run_rules(con, set(case.get("aturan", ())))
    scores.run_scores(con)
    assert con.execute("SELECT lokasi, pesan FROM data.masalah").fetchall() == []


@pytest.mark.parametrize(
    ("criterion", "case"), [pytest.param(name, case, id=f"{name}: {case['nama']}") for name, case in load_cases()]
)
def test_criterion(con: duckdb.DuckDBPyConnection, criterion: str, case: dict[str, Any]) -> None:
    scored(con, case)
    region = criterion == "semua_pd_berencana"
    found = con.execute(
        "SELECT coalesce(p.id, ''), p.nilai, p.alasan FROM data.penilaian p JOIN data.subjek s USING (subjek_id) "
        "WHERE kriteria = ? AND s.lingkup = ? ORDER BY 1, 3",
        [criterion, "daerah" if region else "pd"],
    ).fetchall()
    expected = rows(case, "harapan")
    assert [(id_, value) for id_, value, _ in found] == [
        (row["id"], float(row["nilai"].replace(",", ".")) if row["nilai"] else None) for row in expected
    ]
    for row, (_, _, reason) in zip(expected, found, strict=True):
        assert row["alasan"] in reason


def test_every_criterion_has_cases_that_meet_and_that_do_not() -> None:
    seen: dict[str, set[str]] = {criterion.name: set() for criterion in criteria.load_criteria()}
    for name, case in load_cases():
        seen[name] |= {row["nilai"] for row in rows(case, "harapan")}
    for name, values in seen.items():
        assert "1" in values, name
        assert values - {"", "1"}, name


def test_rubrics_call_criteria_that_exist_and_weigh_what_they_say() -> None:
    known = {criterion.name for criterion in criteria.load_criteria()}
    loaded = {rubric.key: rubric for rubric in rubrics.load_rubrics()}
    assert set(loaded) == {"lke88", "lke_pd", "lke12", "ppd", "renja"}
    for rubric in loaded.values():
        lines = [line for part in rubric.parts for line in part.lines]
        assert {line.measure for line in lines if line.measure} <= known
        for part in rubric.parts:
            assert sum(line.weight for line in part.lines) == pytest.approx(part.weight)
    assert [part.weight for part in loaded["lke88"].parts] == [6, 9, 15]
    assert sum(part.weight for part in loaded["renja"].parts) == 100
    assert max(answer.value for answer in loaded["lke88"].scale) == 80, "AA and A are for people only"


@pytest.mark.parametrize(
    ("met", "judged", "answer"),
    [
        (100, 100, "BB"),
        (99, 100, "B"),
        (76, 100, "B"),
        (75, 100, "CC"),
        (50, 100, "C"),
        (25, 100, "D"),
        (1, 100, "D"),
        (0, 4, "E"),
    ],
)
def test_the_scale_of_88_2021_is_open_below(met: float, judged: int, answer: str) -> None:
    rubric = next(one for one in rubrics.load_rubrics() if one.key == "lke88")
    found = {row["nomor"]: row for row in scores.score(rubric, {"orientasi_hasil": Share(met, judged, 0)})}
    assert found["1.2.4"]["jawaban"] == answer


@pytest.mark.parametrize(("met", "answer"), [(91, "a"), (90, "b"), (75, "c"), (40, "d"), (10, "e")])
def test_the_answers_a_to_e_are_open_below(met: float, answer: str) -> None:
    rubric = next(one for one in rubrics.load_rubrics() if one.key == "lke_pd")
    found = {row["nomor"]: row for row in scores.score(rubric, {"orientasi_hasil": Share(met, 100, 0)})}
    assert found["2.1"]["jawaban"] == answer


def test_points_count_only_what_was_judged() -> None:
    rubric = next(one for one in rubrics.load_rubrics() if one.key == "lke88")
    found = {row["nomor"]: row for row in scores.score(rubric, {"orientasi_hasil": Share(4, 4, 9)})}
    assert found["1.2.4"]["skor"] == pytest.approx(0.72)
    assert found["1.2"]["skor"] == pytest.approx(0.72)
    assert found["1.2"]["bobot_dinilai"] == pytest.approx(0.9)
    assert found["1.3"]["skor"] is None
    assert found["1.2.5"]["jawaban"] is None


def test_the_cascade_is_not_better_than_what_it_hands_on() -> None:
    rubric = next(one for one in rubrics.load_rubrics() if one.key == "lke_pd")
    shares = {"orientasi_hasil": Share(5, 10, 0), "indikator_smart": Share(0, 10, 0), "kaskade": Share(10, 10, 0)}
    found = {row["nomor"]: row for row in scores.score(rubric, shares)}
    assert found["2.4"]["nilai"] == 25
    assert found["2.4"]["jawaban"] is None
    assert "semula a" in found["2.4"]["catatan"]


@pytest.mark.parametrize(("changed", "answer"), [(0, "a"), (1, "a"), (2, "b"), (4, "d"), (5, "e"), (9, "e")])
def test_changed_iku_are_counted(changed: int, answer: str) -> None:
    rubric = next(one for one in rubrics.load_rubrics() if one.key == "lke_pd")
    found = {row["nomor"]: row for row in scores.score(rubric, {"iku_dipertahankan": Share(10 - changed, 10, 0)})}
    assert found["3.4"]["jawaban"] == answer


def test_a_rubric_of_ones_own_must_say_what_is_judged(tmp_path: Path) -> None:
    path = tmp_path / "daerah.toml"
    path.write_text('name = "x"\nscope = ["pd"]\nbasis = "SK"\n[[part]]\nnumber = "1"\nname = "a"\nweight = 5\n')
    with pytest.raises(SelarasError, match="'criterion' tidak ada"):
        rubrics.read_rubric(path)
    path.write_text(path.read_text() + '[[part.criterion]]\nname = "Sasaran berorientasi hasil"\n')
    with pytest.raises(SelarasError, match="tanpa measure dan tanpa person"):
        rubrics.read_rubric(path)


def test_a_criterion_that_fails_is_told_and_the_others_go_on(
    con: duckdb.DuckDBPyConnection, monkeypatch: pytest.MonkeyPatch
) -> None:
    name, case = load_cases()[0]
    fill(con, case)
    build_cascade(con)
    rules.run_rules(con, set())
    broken = criteria.Criterion("aaa", "Rusak", "x", "x", "x", "0.1.0", "SELECT tidak_ada FROM data.subjek")
    good = criteria.load_criteria()
    monkeypatch.setattr(criteria, "load_criteria", lambda: (broken, *good))
    scores.run_scores(con)
    assert con.execute("SELECT lokasi FROM data.masalah").fetchall() == [("kriteria aaa",)]
    assert con.execute("SELECT count(*) FROM data.penilaian WHERE kriteria = ?", [name]).fetchall()[0][0] > 0


def test_a_finding_that_a_reviewer_struck_out_costs_nothing(con: duckdb.DuckDBPyConnection) -> None:
    case = next(case for name, case in load_cases() if name == "konsistensi")
    scored(con, case)
    con.execute(
        "INSERT INTO data.tanda_temuan "
        "SELECT temuan_id, 'bukan temuan', 'revisi', 'Ani', now(), NULL, uraian FROM data.temuan"
    )
    scores.run_scores(con)
    assert con.execute("SELECT DISTINCT nilai FROM data.penilaian WHERE kriteria = 'konsistensi'").fetchall() == [
        (1.0,)
    ]
    con.execute("DELETE FROM data.tanda_temuan")


def test_scorecards_of_the_release_and_of_a_rubric_of_ones_own(
    published: Published, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    output = str(published.output)
    with contextlib.closing(open_current(published.output)) as db:
        (office,) = db.execute("SELECT min(opd) FROM subjek WHERE lingkup = 'pd'").fetchall()[0]
    assert cli._run(["nilai", "--pd", office, "--rubrik", "lke_pd", "--hasil", output, "--json"]) == ExitCode.OK
    (card,) = json.loads(capsys.readouterr().out)
    assert card["opd"] == office and "bukan nilai SAKIP" in card["indikatif"]
    own = tmp_path / "kita.toml"
    own.write_text((Path(rubrics.__file__).parent / "rubrics" / "lke_pd.toml").read_text(encoding="utf-8"))
    assert cli._run(["nilai", "--pd", office, "--rubrik", str(own), "--hasil", output, "--json"]) == ExitCode.OK
    (same,) = json.loads(capsys.readouterr().out)
    assert same["baris"] == card["baris"]
    judged = next(line for line in card["baris"] if line["dinilai"])
    assert (
        cli._run(["nilai", "--pd", office, "--bukti", judged["kriteria"], "--hasil", output, "--json"]) == ExitCode.OK
    )
    evidence = json.loads(capsys.readouterr().out)
    assert sum(row["nilai"] for row in evidence if row["nilai"] is not None) == judged["terpenuhi"]
    assert all(row["berkas"] and row["alasan"] for row in evidence if row["id"])
    assert cli._run(["nilai", "--pd", office, "--hasil", output]) == ExitCode.OK
    assert "dinilai orang" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--pd", "tidak ada"], "Perangkat daerah yang ada:"),
        (["--rubrik", "lke99"], "pilih lke12, lke88"),
        (["--pd", "dinas", "--rubrik", "ppd"], "ppd untuk daerah"),
        (["--pd", "dinas", "--bukti", "mutu"], "Kriteria 'mutu' tidak ada; pilih anggaran_berkinerja"),
        (["--pd", "dinas", "--rubrik", "tidak-ada.toml"], "tidak dapat dipakai"),
    ],
)
def test_a_wrong_choice_is_told(
    published: Published, arguments: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli._run(["nilai", *arguments, "--hasil", str(published.output)]) != ExitCode.OK
    assert said in capsys.readouterr().err


def test_an_office_that_is_printed_nowhere_by_name_is_called_by_its_key(con: duckdb.DuckDBPyConnection) -> None:
    case = {
        "dokumen": "id | jenis | opd | tahun\nr | RPJMD | | 2025-2029",
        "butir": "id | dokumen | tingkat | kode | nama | opd\n"
        "b | r | program | 1.02.02 | Program Kesehatan | Dinas Kesehatan",
    }
    fill(con, case)
    con.execute("UPDATE data.butir SET penanggung_jawab = NULL")
    build_cascade(con)
    rules.run_rules(con, set())
    scores.run_scores(con)
    assert con.execute("SELECT pesan FROM data.masalah").fetchall() == []
    (reason,) = con.execute("SELECT alasan FROM data.penilaian WHERE kriteria = 'semua_pd_berencana'").fetchall()[0]
    assert reason.startswith("dinas kesehatan:")
