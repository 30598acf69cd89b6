"""Releases: immutable, complete or not there, and never in the way of their readers."""

from __future__ import annotations

import contextlib
import hashlib
import os
import subprocess
import sys
from pathlib import Path

import duckdb
import pytest

from models.errors import ErrorCode, ExitCode, SelarasError
from tests import warehouse_world as world
from warehouse import checks, diff, publish, query, releases, store, views

FIRST, SECOND, THIRD = "20261122T010000", "20261123T010000", "20261124T010000"


def release(work: Path, folder: Path, run_id: str, **more: object) -> Path:
    keep = more.pop("keep", publish.KEEP)
    with contextlib.closing(world.staged(work, run_id, **more)) as con:
        return publish.publish(con, folder, run_id, keep=keep)  # type: ignore[arg-type]


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "hasil"


def test_a_release_is_complete_and_the_pointer_names_it(tmp_path: Path, out: Path) -> None:
    path = release(tmp_path, out, FIRST)
    assert path == out / "rilis" / f"konsistensi-{FIRST}.duckdb"
    assert releases.current_release(out) == path
    assert (out / "current.txt").read_text() == f"rilis/konsistensi-{FIRST}.duckdb\n"
    assert (out / "current.duckdb").resolve() == path.resolve()
    assert not path.stat().st_mode & 0o222
    assert sorted(item.name for item in (out / "rilis").iterdir()) == [FIRST, path.name]

    with contextlib.closing(query.open_current(out)) as con:
        meta = dict(con.execute("SELECT kunci, nilai FROM meta").fetchall())
        assert con.execute("SELECT count(*) FROM temuan").fetchall() == [(2,)]
    assert meta["putaran_id"] == FIRST
    assert meta["versi_penyimpanan"] == "v1.2.0"
    beside = out / "rilis" / FIRST
    for view in views.public_views():
        file = beside / "parquet" / f"{view}.parquet"
        assert meta[f"sha256 parquet/{view}.parquet"] == hashlib.sha256(file.read_bytes()).hexdigest()
    sums = dict(reversed(line.split("  ")) for line in (beside / "SHA256SUMS").read_text().splitlines())
    assert sums[f"../{path.name}"] == hashlib.sha256(path.read_bytes()).hexdigest()
    assert duckdb.execute(
        f"SELECT temuan_id, kiri_kutipan FROM '{beside}/parquet/temuan.parquet' ORDER BY 1"
    ).fetchall() == [("fA01", "Persentase jalan mantap % 78,25 80"), ("fA02", "Indeks kepuasan % 1.234")]


def test_a_release_is_in_the_storage_that_older_tools_read(tmp_path: Path, out: Path) -> None:
    path = release(tmp_path, out, FIRST)
    with contextlib.closing(duckdb.connect(str(path), read_only=True)) as con:
        tags = con.execute("SELECT tags FROM duckdb_databases() WHERE path IS NOT NULL").fetchall()[0][0]
    assert tags["storage_version"].startswith("v1.2.0")


def test_the_same_facts_give_the_same_tables(tmp_path: Path, out: Path) -> None:
    one, two = release(tmp_path, out, FIRST), release(tmp_path, tmp_path / "lain", SECOND)
    with contextlib.closing(query.open_release(one)) as a, contextlib.closing(query.open_release(two)) as b:
        for view in set(views.public_views()) - {"putaran", "meta"}:
            rows = [con.execute(f"SELECT * FROM {view} ORDER BY ALL").fetchall() for con in (a, b)]
            assert rows[0] == rows[1], view


def test_checks_see_doubles_orphans_and_a_missing_run(tmp_path: Path) -> None:
    with contextlib.closing(world.staged(tmp_path, FIRST)) as con:
        assert checks.broken_promises(con, FIRST) == []
        for breakage, message in (
            ("INSERT INTO data.temuan SELECT * FROM data.temuan", "2 kunci ganda di data.temuan (temuan_id)"),
            ("INSERT INTO data.nilai SELECT * FROM data.nilai", "kunci ganda di data.nilai"),
            ("DELETE FROM data.berkas WHERE nama = 'rpjmd.pdf'", "berkas_id yang tidak ada di data.berkas"),
            ("UPDATE data.temuan SET kanan_id = 'tiada' WHERE temuan_id = 'fA01'", "kanan_id yang tidak ada"),
            ("DELETE FROM data.butir", "pemilik_id yang tidak ada"),
            ("DELETE FROM data.putaran", "hanya putaran"),
        ):
            con.execute("BEGIN")
            con.execute(breakage)
            assert message in "; ".join(checks.broken_promises(con, FIRST)), breakage
            con.execute("ROLLBACK")
        assert "hanya putaran" in checks.broken_promises(con, SECOND)[0]


def test_a_failed_check_leaves_the_old_release(tmp_path: Path, out: Path) -> None:
    old = release(tmp_path, out, FIRST)
    with contextlib.closing(world.staged(tmp_path, SECOND)) as con:
        con.execute("INSERT INTO data.temuan SELECT * FROM data.temuan")
        with pytest.raises(SelarasError) as caught:
            publish.publish(con, out, SECOND)
    assert caught.value.problem.code is ErrorCode.PUBLISH_FAILED
    assert caught.value.exit_code is ExitCode.WAREHOUSE
    assert "kunci ganda di data.temuan" in str(caught.value)
    assert releases.current_release(out) == old
    assert sorted(item.name for item in (out / "rilis").iterdir()) == [FIRST, old.name]


def test_a_failure_while_writing_leaves_the_old_release_and_no_rubbish(
    tmp_path: Path, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    old = release(tmp_path, out, FIRST)

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(publish, "_seal", full)
    with pytest.raises(SelarasError, match="tidak dapat ditulis"):
        release(tmp_path, out, SECOND)
    assert releases.current_release(out) == old
    assert sorted(item.name for item in (out / "rilis").iterdir()) == [FIRST, old.name]


def test_a_release_is_never_overwritten(tmp_path: Path, out: Path) -> None:
    path = release(tmp_path, out, FIRST)
    before = path.read_bytes()
    (tmp_path / "lagi").mkdir()
    with pytest.raises(SelarasError, match="sudah ada"):
        release(tmp_path / "lagi", out, FIRST)
    assert path.read_bytes() == before


def test_only_the_last_releases_are_kept(tmp_path: Path, out: Path) -> None:
    for run_id in (FIRST, SECOND, THIRD):
        last = release(tmp_path, out, run_id, keep=2)
    assert [releases.run_of(path) for path in releases.releases(out)] == [SECOND, THIRD]
    assert releases.current_release(out) == last
    assert not (out / "rilis" / FIRST).exists()


def test_changes_and_the_history_of_runs_are_part_of_a_release(tmp_path: Path, out: Path) -> None:
    one = release(tmp_path, out, FIRST, extra_rule=True)
    two = release(tmp_path, out, SECOND)
    with contextlib.closing(query.open_current(out)) as con:
        assert con.execute("SELECT putaran_id FROM putaran").fetchall() == [(SECOND,), (FIRST,)]
        assert con.execute(
            "SELECT perubahan, temuan_id, putaran_sebelumnya FROM perubahan ORDER BY ALL"
        ).fetchall() == [
            ("masih", "fA01", FIRST),
            ("masih", "fA02", FIRST),
            ("selesai", "fA03", FIRST),
        ]
    found = diff.compare(two, one)
    assert [(change.change, change.id, change.opd) for change in found] == [
        (diff.Change.NEW, "fA03", "Dinas PU"),
        (diff.Change.SAME, "fA01", "Dinas PU"),
        (diff.Change.SAME, "fA02", "Dinas PU"),
    ]


def test_a_damaged_release_before_does_not_stop_the_next(tmp_path: Path, out: Path) -> None:
    old = release(tmp_path, out, FIRST)
    old.chmod(0o644)
    old.write_bytes(b"rusak" * 5000)
    release(tmp_path, out, SECOND)
    with contextlib.closing(query.open_current(out)) as con:
        assert con.execute("SELECT putaran_id FROM putaran").fetchall() == [(SECOND,)]
        assert con.execute("SELECT count(*) FROM perubahan").fetchall() == [(0,)]


READER = """
import sys
from pathlib import Path
from warehouse import query
con = query.open_current(Path(sys.argv[1]))
print(query.run_query(con, "SELECT max(putaran_id) FROM putaran").rows[0][0], flush=True)
sys.stdin.readline()
print(query.run_query(con, "SELECT max(putaran_id), (SELECT count(*) FROM temuan) FROM putaran").rows[0], flush=True)
"""

QUESTION = """
import sys
from pathlib import Path
from warehouse import query
con = query.open_current(Path(sys.argv[1]))
print(len(query.run_query(con, sys.argv[2]).rows))
"""


def python(code: str, *arguments: str) -> subprocess.Popen[str]:
    root = Path(__file__).parents[1]
    return subprocess.Popen(
        [sys.executable, "-c", code, *arguments],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        cwd=root,
        env={**os.environ, "PYTHONPATH": str(root)},
    )


def test_questions_are_answered_while_a_run_writes(tmp_path: Path, out: Path) -> None:
    release(tmp_path, out, FIRST)
    questions = [ready.sql for ready in query.ready_queries()][:3]
    with contextlib.closing(store.open_staging(tmp_path / "kerja.duckdb")) as con:
        con.execute("BEGIN")  # the run is in the middle of its writing
        store.append_rows(con, "data.pasangan", [("RPJMD-Renstra", "d1", "d2")] * 1000)
        asked = [python(QUESTION, str(out), sql) for sql in questions]
        answers = [process.communicate(timeout=60) for process in asked]
        con.execute("COMMIT")
        world.fill(con, SECOND)
        con.execute("DELETE FROM data.pasangan WHERE kiri_dokumen = 'd1'")
        publish.publish(con, out, SECOND)
    assert [process.returncode for process in asked] == [0, 0, 0], answers
    assert all(int(answer) >= 1 for answer, _ in answers)


def test_a_reader_keeps_its_release_when_a_new_one_is_published(tmp_path: Path, out: Path) -> None:
    release(tmp_path, out, FIRST, keep=1)
    reader = python(READER, str(out))
    assert reader.stdin and reader.stdout
    assert reader.stdout.readline().strip() == FIRST
    with contextlib.closing(query.open_current(out)) as own:
        release(tmp_path, out, SECOND, keep=1)
        assert own.execute("SELECT max(putaran_id) FROM putaran").fetchall() == [(FIRST,)]
        with contextlib.closing(query.open_current(out)) as fresh:  # the same process sees the new one at once
            assert fresh.execute("SELECT max(putaran_id) FROM putaran").fetchall() == [(SECOND,)]
    rest, complaint = reader.communicate("\n", timeout=60)
    assert rest.strip() == f"('{FIRST}', 2)", complaint
