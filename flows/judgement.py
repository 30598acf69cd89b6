"""What reviewers say about links, between the book of decisions and the current release."""

from __future__ import annotations

import contextlib
import getpass
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from types import SimpleNamespace

import duckdb

from alignment.fit import Judged, read_set
from alignment.row import AlignRow
from flows.settings import review_folder
from models.decision import Answer, Decision, Side, Standing, Subject, parents_of, years_of
from models.errors import ErrorCode, Problem, SelarasError
from models.indicator import Context
from review.book import Book, add, now, read_book, read_decisions
from review.hold import NEWER
from warehouse.query import open_current

LATER = "menunggu putaran berikutnya"
"""Standing of a decision that the current release does not know yet."""
_SETS = ("left.jsonl", "right.jsonl", "pairs.jsonl")


@dataclass(frozen=True, slots=True)
class Imported:
    """What became of a file of decisions: those added, those that were in the book already, and rows not used."""

    added: int
    known: int
    problems: tuple[Problem, ...]


def who() -> str:
    """Name of the user of this machine, as who decides unless another name is given."""
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return "peninjau"


def decide(output: Path, ids: tuple[str, ...], answer: Answer, reason: str, by: str) -> Decision:
    """Add one decision about a link (one id), two indicators or two goal statements (two ids) of the current release.

    Raises:
        SelarasError: there is no release, the ids are not in it, or the book cannot be written.
    """
    subject = "pernyataan" if all(id_.startswith("p") for id_ in ids) else "indikator"
    named = (
        {"tautan_id": ids[0]}
        if len(ids) == 1
        else dict(zip((f"kiri_{subject}_id", f"kanan_{subject}_id"), ids, strict=True))
    )
    with contextlib.closing(open_current(output)) as con:
        left, right = _sides(con, named)
    decision = Decision(left, right, answer, " ".join(reason.split()), " ".join(by.split()), now())
    add(review_folder(output), [decision])
    return decision


def take_in(output: Path, path: Path, by: str) -> Imported:
    """Add the decisions of a CSV file (an export, or a form with ids of the current release) to the book.

    Raises:
        SelarasError: the book cannot be written.
    """
    book = {decision.id: decision for decision in read_book(review_folder(output)).decisions}
    with contextlib.ExitStack() as stack:
        opened: list[duckdb.DuckDBPyConnection] = []

        def find(named: Mapping[str, str]) -> tuple[Side, Side]:
            if not opened:  # an export needs no release
                opened.append(stack.enter_context(contextlib.closing(open_current(output))))
            return _sides(opened[0], named)

        decisions, problems = read_decisions(path, by, find, book)
    new = list({decision.id: decision for decision in decisions if decision.id not in book}.values())
    if new:
        add(review_folder(output), new)
    return Imported(len(new), len(decisions) - len(new), tuple(problems))


def listed(output: Path) -> tuple[Book, dict[str, tuple[str, str | None]]]:
    """The book, and for each id what the decision means in the current release (standing and note).

    Decisions that the release does not know wait for the next run; those that they replace are told as such.
    """
    book = read_book(review_folder(output))
    try:
        with contextlib.closing(open_current(output)) as con:
            rows = con.execute("SELECT keputusan_id, status, catatan FROM publik.keputusan").fetchall()
    except (SelarasError, duckdb.Error):  # none yet, or one from before there were decisions
        rows = []
    known = {id_: (standing, note) for id_, standing, note in rows}
    last = {decision.pair: decision for decision in book.decisions}
    replaced = Standing.REPLACED.value, NEWER
    return book, {
        one.id: known.get(one.id, (LATER, None)) if last[one.pair] is one else replaced for one in book.decisions
    }


def _sides(con: duckdb.DuckDBPyConnection, named: Mapping[str, str]) -> tuple[Side, Side]:
    """Both sides of a pair of the release, the upper document's first, however they were named."""
    subject, pair = _linked(con, named["tautan_id"]) if "tautan_id" in named else _named(named)
    read = _side if subject is Subject.INDICATOR else _statement_side
    found = [read(con, id_) for id_ in pair]
    (left_document, left), (right_document, right) = found
    pairs = con.execute(
        "SELECT DISTINCT kiri_dokumen_id FROM (SELECT kiri_dokumen_id, kanan_dokumen_id FROM publik.pasangan UNION ALL "
        "SELECT kiri_dokumen_id, kanan_dokumen_id FROM publik.tautan_pernyataan WHERE $stages) "
        "WHERE (kiri_dokumen_id = $a AND kanan_dokumen_id = $b) OR (kiri_dokumen_id = $b AND kanan_dokumen_id = $a)",
        {"a": left_document, "b": right_document, "stages": subject is Subject.STATEMENT},
    ).fetchall()
    if not pairs:
        raise SelarasError(
            Problem(
                ErrorCode.DECISIONS_INVALID,
                f"“{left.name}” dan “{right.name}” berasal dari dua dokumen yang tidak dibandingkan.",
                'Lihat pasangan dokumen: selaras sql "SELECT * FROM pasangan"',
            )
        )
    return (left, right) if (left_document,) in pairs else (right, left)


def _linked(con: duckdb.DuckDBPyConnection, link_id: str) -> tuple[Subject, tuple[str, str]]:
    """What a link is about, and the ids of its two ends."""
    found = con.execute(
        "SELECT 'indikator', kiri_indikator_id, kanan_indikator_id FROM publik.tautan WHERE tautan_id = $id UNION ALL "
        "SELECT 'pernyataan', kiri_pernyataan_id, kanan_pernyataan_id FROM publik.tautan_pernyataan "
        "WHERE tautan_id = $id",
        {"id": link_id},
    ).fetchone()
    if found is None:
        raise _unknown(f"Tautan {link_id} tidak ada di rilis yang berlaku.", "tautan_id", "tautan")
    subject, left, right = found
    if left is None or right is None:
        raise SelarasError(
            Problem(
                ErrorCode.DECISIONS_INVALID,
                f"Tautan {link_id} tidak berpasangan, jadi tidak ada yang dapat diputuskan.",
                "Sebutkan dua pernyataan_id yang menurut Anda sama: "
                'selaras sql "SELECT pernyataan_id, teks FROM pernyataan WHERE ..."',
            )
        )
    return Subject(subject), (left, right)


def _named(named: Mapping[str, str]) -> tuple[Subject, tuple[str, str]]:
    subject = Subject.INDICATOR if "kiri_indikator_id" in named else Subject.STATEMENT
    return subject, (named[f"kiri_{subject}_id"], named[f"kanan_{subject}_id"])


_PARENTS = "misi, tujuan, sasaran, urusan, program, kegiatan, subkegiatan"


def _side(con: duckdb.DuckDBPyConnection, indicator_id: str) -> tuple[str, Side]:
    said = _row(
        con,
        "SELECT i.dokumen_id, i.jenis_dokumen, i.wilayah, i.opd, d.tahun_awal, d.tahun_akhir, i.tingkat, i.kode, "
        f"i.indikator, i.satuan, i.penanggung_jawab, {_PARENTS} "
        "FROM publik.indikator i JOIN publik.dokumen d USING (dokumen_id) WHERE i.indikator_id = ?",
        indicator_id,
    )
    if said is None:
        raise _unknown(f"Indikator {indicator_id} tidak ada di rilis yang berlaku.", "indikator_id", "indikator")
    return said.dokumen_id, Side(
        kind=said.jenis_dokumen,
        region=said.wilayah,
        opd=said.opd,
        years=years_of(said.tahun_awal, said.tahun_akhir),
        level=said.tingkat,
        code=said.kode,
        name=said.indikator,
        unit=said.satuan,
        responsible=said.penanggung_jawab,
        parents=parents_of(said),
    )


def _statement_side(con: duckdb.DuckDBPyConnection, statement_id: str) -> tuple[str, Side]:
    said = _row(
        con,
        "SELECT d.dokumen_id, d.jenis_dokumen, d.wilayah, d.opd, d.tahun_awal, d.tahun_akhir, p.jenis, p.teks "
        "FROM publik.pernyataan p JOIN publik.dokumen d USING (dokumen_id) WHERE p.pernyataan_id = ?",
        statement_id,
    )
    if said is None:
        raise _unknown(f"Pernyataan {statement_id} tidak ada di rilis yang berlaku.", "pernyataan_id", "pernyataan")
    years = years_of(said.tahun_awal, said.tahun_akhir)
    words = said.jenis_dokumen, said.wilayah, said.opd, years, said.jenis, None, said.teks, None, None, None
    return said.dokumen_id, Side(*words, subject=Subject.STATEMENT)


def _row(con: duckdb.DuckDBPyConnection, sql: str, id_: str) -> SimpleNamespace | None:
    cursor = con.execute(sql, [id_])
    row = cursor.fetchone()
    names = [column[0] for column in cursor.description or ()]
    return None if row is None else SimpleNamespace(**dict(zip(names, row, strict=True)))


def _unknown(message: str, column: str, view: str) -> SelarasError:
    return SelarasError(
        Problem(
            ErrorCode.DECISIONS_INVALID,
            message,
            f'Salin {column} dari rilis itu, misalnya: selaras sql "SELECT * FROM {view} WHERE ..."',
        )
    )


# Material to learn from


def labelled(place: str) -> list[Judged]:
    """Judged sets of "FOLDER" or "WILAYAH=FOLDER": the folder itself, or the folders in it.

    Raises:
        SelarasError: RECORDS_INVALID when there is none, or one cannot be read.
    """
    region, _, name = place.rpartition("=")
    folder = Path(name)
    found = [one for one in (folder, *sorted(p for p in folder.glob("*") if p.is_dir())) if (one / _SETS[2]).is_file()]
    if not found:
        raise _bad_set(f"{folder} tidak memuat pasangan yang dinilai.")
    sets = []
    for one in found:
        try:
            sets.append(read_set(region, one))
        except (OSError, ValueError, KeyError, TypeError) as error:
            raise _bad_set(f"{one} tidak dapat dibaca ({type(error).__name__}: {error}).") from error
    return sets


def _bad_set(message: str) -> SelarasError:
    return SelarasError(
        Problem(
            ErrorCode.RECORDS_INVALID,
            message,
            f"Tiap folder harus memuat {', '.join(_SETS)}: rekaman dengan id, dan left, right, relation per tautan.",
        )
    )


def decided(output: Path) -> list[Judged]:
    """Decisions in force in the current release as judged sets, one for each pair of documents; none without them."""
    try:
        with contextlib.closing(open_current(output)) as con:
            return _decided(con)
    except (SelarasError, duckdb.Error):
        return []


def _decided(con: duckdb.DuckDBPyConnection) -> list[Judged]:
    answers: dict[tuple[str, str], dict[tuple[str, str], str]] = defaultdict(dict)
    for upper, lower, left, right, answer in con.execute(
        "SELECT a.dokumen_id, b.dokumen_id, a.indikator_id, b.indikator_id, k.putusan FROM publik.keputusan k "
        "JOIN publik.indikator a ON a.indikator_id = k.kiri_indikator_id "
        "JOIN publik.indikator b ON b.indikator_id = k.kanan_indikator_id "
        "WHERE k.status = 'berlaku' ORDER BY k.pada, k.keputusan_id"
    ).fetchall():
        answers[upper, lower][left, right] = answer
    sets = []
    for (upper, lower), said in answers.items():
        names = con.execute("SELECT dokumen, wilayah FROM publik.dokumen WHERE dokumen_id = ?", [lower]).fetchall()[0]
        sets.append(
            Judged(
                region=names[1] or "",
                name=names[0],
                left=_rows(con, upper),
                right=_rows(con, lower),
                relations={pair: answer for pair, answer in said.items() if answer != Answer.NO.value},
                left_documents=frozenset({upper}),
                right_documents=frozenset({lower}),
                rejected=frozenset(pair for pair, answer in said.items() if answer == Answer.NO.value),
                whole=False,
            )
        )
    return sets


def _rows(con: duckdb.DuckDBPyConnection, document_id: str) -> list[AlignRow]:
    """A document's indicators as the run compared them."""
    targets: dict[str, dict[int, Decimal | None]] = defaultdict(dict)
    budgets: dict[str, dict[int, Decimal | None]] = defaultdict(dict)
    for id_, year, value in con.execute(
        "SELECT indikator_id, tahun, nilai FROM publik.target "
        "WHERE dokumen_id = ? AND peran = 'target' AND tahun IS NOT NULL AND triwulan IS NULL",
        [document_id],
    ).fetchall():
        targets[id_][year] = value
    for id_, year, rupiah in con.execute(
        "SELECT pemilik_id, tahun, rupiah FROM publik.pagu "
        "WHERE dokumen_id = ? AND pemilik = 'indikator' AND peran = 'pagu' AND tahun IS NOT NULL AND triwulan IS NULL",
        [document_id],
    ).fetchall():
        budgets[id_][year] = rupiah
    return [
        AlignRow(id_, name, unit, level, code, office, Context(*parents), targets[id_], budgets[id_], caption)
        for id_, name, unit, level, code, office, caption, *parents in con.execute(
            "SELECT indikator_id, indikator, satuan, tingkat, kode, opd_kunci, judul_tabel, "
            f"{_PARENTS} FROM publik.indikator WHERE dokumen_id = ? ORDER BY urutan",
            [document_id],
        ).fetchall()
    ]
