"""The commands of reviewers: `selaras keputusan ...` keeps what they decide, `selaras align learn` learns from it."""

from __future__ import annotations

import functools
import sys
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from flows import wording
from flows.options import AsJson, Output
from flows.output import Shape, print_json, print_rows
from models.errors import ErrorCode, ExitCode, Problem, SelarasError

if TYPE_CHECKING:
    from alignment.learn import Lesson

decisions = typer.Typer(
    cls=wording.Group,
    no_args_is_help=True,
    help="Catat, lihat, ekspor, dan impor keputusan peninjau atas tautan indikator dan pernyataan (misi, tujuan, ...).",
)
alignment = typer.Typer(
    cls=wording.Group,
    no_args_is_help=True,
    help="Bobot penyelarasan: belajar dari keputusan dan pasangan yang dinilai.",
)

By = Annotated[
    str,
    typer.Option("--oleh", help="Yang memutuskan (bawaan: pemakai komputer ini).", metavar="NAMA", show_default=False),
]


_decisions = functools.partial(decisions.command, cls=wording.Command)
_alignment = functools.partial(alignment.command, cls=wording.Command)


@_decisions("tambah")
def add(
    ids: Annotated[
        list[str],
        typer.Argument(
            help="Satu tautan_id, atau dua indikator_id, atau dua pernyataan_id, dari rilis yang berlaku.",
            metavar="KUNCI",
        ),
    ],
    answer: Annotated[
        str,
        typer.Option(
            "--putusan",
            help="ya, sama, berubah, perlu diperiksa, tidak, atau cabut (mesin menilai lagi).",
            metavar="PUTUSAN",
            show_default=False,
        ),
    ],
    reason: Annotated[str, typer.Option("--alasan", help="Alasan putusan.", metavar="KALIMAT", show_default=False)],
    by: By = "",
    output: Output = None,
) -> None:
    """Catat satu keputusan; mengalahkan mesin mulai putaran berikutnya."""
    from flows.judgement import decide, who
    from flows.settings import default_output
    from models.decision import Answer
    from review.book import answer_of

    said = answer_of(answer)
    if said is None:
        raise typer.BadParameter(f"'{answer}' bukan putusan; pilih {', '.join(one.value for one in Answer)}")
    if len(ids) > 2:
        raise typer.BadParameter("Sebutkan satu tautan_id, atau dua indikator_id, atau dua pernyataan_id")
    if not reason.strip():
        raise typer.BadParameter("--alasan kosong; putusan tanpa alasan tidak dicatat")
    made = decide(output or default_output(), tuple(ids), said, reason, by.strip() or who())
    print(f"{made.id}: {made.answer.value}: “{made.left.name}” dan “{made.right.name}”")
    print("Berlaku mulai putaran berikutnya: selaras run SUMBER", file=sys.stderr)


@_decisions("daftar")
def listing(
    standing: Annotated[
        str,
        typer.Option(
            "--status",
            help="Hanya yang berstatus ini: berlaku, usang, tidak dibandingkan, diganti, dicabut, menunggu.",
            metavar="STATUS",
        ),
    ] = "",
    differing: Annotated[
        bool, typer.Option("--beda", help="Hanya pasangan yang diputuskan berbeda oleh dua peninjau.")
    ] = False,
    shape: Annotated[Shape, typer.Option("--format", help="Bentuk keluaran.")] = Shape.TABLE,
    output: Output = None,
) -> None:
    """Tampilkan semua keputusan dengan artinya bagi rilis yang berlaku."""
    from flows.judgement import LATER, listed
    from flows.settings import default_output
    from models.decision import Standing
    from review.hold import disagreements

    known = [*(one.value for one in Standing), LATER]
    if standing and not any(one.startswith(standing) for one in known):
        raise typer.BadParameter(f"'{standing}' bukan status keputusan; pilih {', '.join(known)}")
    book, standings = listed(output or default_output())
    _complain(book.problems)
    others = disagreements(book.decisions)
    rows: list[tuple[Any, ...]] = [
        (
            d.id, d.at[:10], d.by, d.answer.value, d.subject.value, d.left.name, d.right.name, d.reason,
            *standings[d.id], others.get(d.id),
        )
        for d in book.decisions
        if standings[d.id][0].startswith(standing) and (d.id in others or not differing)
    ]  # fmt: skip
    columns = ["keputusan_id", "pada", "oleh", "putusan", "macam", "kiri", "kanan", "alasan", "status", "catatan",
               "beda pendapat"]  # fmt: skip
    if shape is Shape.TABLE:  # on screen only what says something
        told = [i for i in range(len(columns)) if any(row[i] for row in rows) or i < columns.index("status")]
        columns, rows = [columns[i] for i in told], [tuple(row[i] for i in told) for row in rows]
    print_rows(columns, rows, shape)
    print(f"{len(rows)} keputusan", file=sys.stderr)


@_decisions("ekspor")
def export(
    target: Annotated[
        Path, typer.Option("--output", help="Berkas CSV yang ditulis.", metavar="BERKAS.csv", show_default=False)
    ],
    open_only: Annotated[
        bool,
        typer.Option(
            "--belum",
            help="Tulis formulir untuk diisi dan diimpor: keputusan yang usang, lalu tautan yang perlu diperiksa.",
        ),
    ] = False,
    output: Output = None,
) -> None:
    """Tulis semua keputusan (dengan riwayatnya) sebagai CSV untuk Excel."""
    from flows.review_form import open_questions
    from flows.settings import default_output, review_folder
    from review.book import read_book, write_decisions, write_rows

    folder = output or default_output()
    if open_only:
        columns, rows = open_questions(folder)
        write_rows(target, columns, rows)
        print(f"{target}: {len(rows)} pasangan untuk diputuskan")
        return
    book = read_book(review_folder(folder))
    _complain(book.problems)
    write_decisions(target, book.decisions)
    print(f"{target}: {len(book.decisions)} keputusan")


@_decisions("impor")
def take_in(
    file: Annotated[Path, typer.Argument(help="Hasil ekspor atau formulir yang sudah diisi.", metavar="BERKAS.csv")],
    by: By = "",
    output: Output = None,
) -> None:
    """Tambahkan keputusan dari CSV; baris tanpa putusan dilewati, baris yang salah disebut nomornya."""
    from flows.judgement import take_in as take_in_file
    from flows.judgement import who
    from flows.settings import default_output

    if not file.is_file():
        raise SelarasError(Problem(ErrorCode.NOT_FOUND, f"{file} tidak ada.", "Periksa ejaan nama berkas."))
    found = take_in_file(output or default_output(), file, by.strip() or who())
    _complain(found.problems)
    known = f", {found.known} sudah tercatat" if found.known else ""
    print(f"{found.added} keputusan ditambahkan{known}, {len(found.problems)} baris tidak dipakai")
    if found.problems:
        raise typer.Exit(ExitCode.UNREADABLE)


def _complain(problems: tuple[Problem, ...]) -> None:
    for problem in problems:
        print(problem, file=sys.stderr)


@_alignment("learn")
def learn(
    labels: Annotated[
        list[str] | None,
        typer.Argument(
            help="Folder pasangan yang dinilai (left.jsonl, right.jsonl, pairs.jsonl), boleh dengan WILAYAH= di depan.",
            metavar="FOLDER",
            show_default=False,
        ),
    ] = None,
    replace: Annotated[
        bool, typer.Option("--ganti", help="Pasang bobot baru, bila uji silang membaik tanpa ada yang memburuk.")
    ] = False,
    as_json: AsJson = False,
    output: Output = None,
) -> None:
    """Hitung ulang bobot dari keputusan yang berlaku dan FOLDER; laporkan bedanya sebelum ada yang diganti."""
    from datetime import date

    from alignment.learn import learn as learn_from
    from alignment.score import weights, write_weights
    from flows.judgement import decided, labelled
    from flows.learned import learned_weights, weights_in_use
    from flows.settings import default_output

    folder = output or default_output()
    sets = [*decided(folder), *(judged for place in labels or () for judged in labelled(place))]
    answers = sum(len(one.relations) + len(one.rejected) for one in sets if not one.whole)
    links = sum(relation != "perlu diperiksa" for one in sets if one.whole for relation in one.relations.values())
    if not sets:
        raise SelarasError(
            Problem(
                ErrorCode.DECISIONS_INVALID,
                f"Tidak ada bahan belajar: belum ada keputusan yang berlaku di rilis {folder}, dan tidak ada FOLDER.",
                "Catat keputusan lalu jalankan 'selaras run', atau sebutkan folder pasangan yang dinilai.",
            )
        )
    lesson = learn_from(sets, weights_in_use(folder) or weights())
    place = learned_weights(folder)
    replaced = replace and lesson.objection is None
    if replaced:
        write_weights(place, lesson.new, f"{date.today()}: {answers} keputusan, {links} tautan yang dinilai")
    if as_json:
        print_json({**asdict(lesson), "keputusan": answers, "tautan": links, "diganti": replaced})
    else:
        print(f"Bahan: {answers} keputusan, {links} tautan yang dinilai")
        _report(lesson)
    if replaced:
        print(f"Bobot baru dipasang di {place}; dipakai selaras run dan selaras match. Hapus untuk kembali ke bawaan.")
    elif lesson.objection:
        print(f"Bobot tidak diganti: {lesson.objection}.", file=sys.stderr)
        if replace:
            raise typer.Exit(ExitCode.CONFIGURATION)
    else:
        print("Bobot tidak diganti; pasang dengan --ganti.", file=sys.stderr)


def _report(lesson: Lesson) -> None:
    rows = [
        (name, round(lesson.old.get(name, 0.0), 2), new, round(new - lesson.old.get(name, 0.0), 2))
        for name, new in lesson.new.items()
    ]
    print_rows(["bobot", "lama", "baru", "selisih"], rows, Shape.TABLE)
    print(f"Uji silang per {lesson.by}: tiap kelompok ditautkan dengan bobot yang dihitung tanpa kelompok itu.")
    figures = {"f1": "f1", "precision": "presisi", "recall": "cakupan", "sure_precision": "presisi pasti"}
    columns = ["kelompok", "tautan", *(f"{word} {when}" for word in figures.values() for when in ("lama", "baru"))]
    compared = [
        (
            one.group,
            one.before["judged"],
            *(round(side[name], 3) for name in figures for side in (one.before, one.after)),
        )
        for one in (*lesson.groups, lesson.pooled)
    ]
    print_rows(columns, compared, Shape.TABLE)
    print(f"Dengan bobot baru {lesson.moved} dari {lesson.links} tautan dokumen-dokumen itu akan lain.")
