"""The commands of official lists: `selaras reference load`, `list`, `remove`."""

from __future__ import annotations

import functools
import re
import sys
from collections import Counter
from pathlib import Path
from typing import Annotated

import typer

from flows import wording
from flows.options import AsJson, Output
from flows.output import Shape, print_json, print_rows

references = typer.Typer(
    cls=wording.Group,
    no_args_is_help=True,
    help="Muat daftar resmi: nomenklatur (ekspor SIPD), indikator rujukan (IKK, SPM, SPBE, TPB), kode wilayah.",
)
_references = functools.partial(references.command, cls=wording.Command)


@_references("load")
def load(
    file: Annotated[Path, typer.Argument(help="Daftar dalam XLSX atau CSV.", metavar="BERKAS")],
    kind: Annotated[
        str,
        typer.Option("--jenis", help="nomenklatur, indikator, atau wilayah (bawaan: dari isinya).", metavar="JENIS"),
    ] = "",
    years: Annotated[
        str,
        typer.Option("--tahun", help="Tahun rencana yang memakainya, misalnya 2024-2026.", metavar="TAHUN"),
    ] = "",
    title: Annotated[str, typer.Option("--judul", help="Judul daftar (bawaan: nama berkas).", metavar="JUDUL")] = "",
    source: Annotated[str, typer.Option("--sumber", help="Peraturan atau sumbernya.", metavar="KALIMAT")] = "",
    tier: Annotated[
        str,
        typer.Option("--pemda", help="provinsi atau kabupaten/kota, bila daftarnya tidak menyebut.", metavar="PEMDA"),
    ] = "",
    output: Output = None,
) -> None:
    """Muat satu daftar resmi; dipakai mulai putaran berikutnya."""
    from flows.settings import default_output, references_folder
    from models.reference import ListKind, Tier
    from reference.read import Told, read_list
    from reference.shelf import put

    if kind and kind.lower() not in list(ListKind):
        raise typer.BadParameter(f"'{kind}' bukan jenis daftar; pilih {', '.join(ListKind)}")
    if tier and tier.lower() not in list(Tier):
        raise typer.BadParameter(f"'{tier}' bukan tingkat pemerintahan; pilih {', '.join(Tier)}")
    told = Told(
        ListKind(kind.lower()) if kind else None,
        title.strip() or None,
        _years(years),
        source.strip() or None,
        Tier(tier.lower()) if tier else None,
    )
    listed, notes = read_list(file, told)
    put(references_folder(output or default_output()), listed)
    for note in notes:
        print(f"{file.name}: {note}", file=sys.stderr)
    counts = Counter(entry.level for entry in listed.entries)
    held = f", untuk tahun rencana {_span(listed.years)}" if listed.years else ""
    print(f"{listed.id}: {listed.title} ({listed.kind}{held})")
    print(", ".join(f"{count} {level}" for level, count in counts.items()))


@_references("list")
def show(output: Output = None, as_json: AsJson = False) -> None:
    """Tampilkan daftar resmi yang dimuat."""
    from flows.settings import default_output, references_folder
    from reference.shelf import read_shelf

    lists, problems = read_shelf(references_folder(output or default_output()))
    columns = ["id", "judul", "jenis", "tahun", "entri", "sumber", "dimuat"]
    rows = [[o.id, o.title, o.kind.value, _span(o.years), len(o.entries), o.source, o.loaded[:10]] for o in lists]
    if as_json:
        print_json([dict(zip(columns, row, strict=True)) for row in rows])
    else:
        print_rows(columns, rows, Shape.TABLE)
    for problem in problems:
        print(problem, file=sys.stderr)


@_references("remove")
def take_away(
    id_: Annotated[str, typer.Argument(help="Kunci daftar, lihat: selaras reference list.", metavar="KUNCI")],
    output: Output = None,
) -> None:
    """Keluarkan satu daftar resmi; tidak dipakai lagi mulai putaran berikutnya."""
    from flows.settings import default_output, references_folder
    from reference.shelf import remove

    remove(references_folder(output or default_output()), id_)
    print(f"{id_} dikeluarkan")


def _span(years: tuple[int, int] | None) -> str:
    return "-".join(dict.fromkeys(map(str, years))) if years else ""


def _years(text: str) -> tuple[int, int] | None:
    if not text:
        return None
    found = re.fullmatch(r"\s*(20\d\d)(?:\s*[-–]\s*(20\d\d))?\s*", text)
    if not found or int(found[2] or found[1]) < int(found[1]):
        raise typer.BadParameter(f"--tahun '{text}' bukan tahun; tulis seperti 2027 atau 2024-2026")
    return int(found[1]), int(found[2] or found[1])
