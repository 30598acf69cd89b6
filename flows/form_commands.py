"""The command `selaras formulir`: papers that offices hand in."""

from __future__ import annotations

import contextlib
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from flows.options import Output
from flows.output import Shape, print_rows
from models.errors import ErrorCode, ExitCode, Problem, SelarasError

if TYPE_CHECKING:
    import duckdb


def forms(
    name: Annotated[str, typer.Argument(help="Nama formulir; kosong untuk daftarnya.", metavar="FORMULIR")] = "",
    office: Annotated[
        str,
        typer.Option("--pd", help="Perangkat daerah yang namanya memuat ini.", metavar="NAMA", show_default=False),
    ] = "",
    year: Annotated[
        int | None, typer.Option("--tahun", help="Tahun rencana (bawaan: yang terakhir).", metavar="TAHUN")
    ] = None,
    target: Annotated[
        Path | None,
        typer.Option("--keluar", help="Berkas .xlsx atau .docx yang ditulis.", metavar="BERKAS", show_default=False),
    ] = None,
    template: Annotated[
        Path | None,
        typer.Option("--templat", help="DOCX yang gaya, kop, dan kakinya dipakai.", metavar="BERKAS.docx"),
    ] = None,
    output: Output = None,
) -> None:
    """Tulis formulir resmi dari rilis yang berlaku, terisi dengan rujukan halaman; tanpa nama: daftarnya."""
    from flows.settings import default_output
    from reports.forms.paper import fill, layouts
    from warehouse.query import open_current

    if not name:
        rows = [[o.name, "satu PD" if o.per_office else "daerah", "/".join(o.formats), o.purpose] for o in layouts()]
        print_rows(["formulir", "lingkup", "bentuk", "kegunaan"], rows, Shape.TABLE)
        return
    layout = next((one for one in layouts() if one.name == name.lower()), None)
    if layout is None:
        raise typer.BadParameter(f"Formulir '{name}' tidak ada; pilih {', '.join(o.name for o in layouts())}")
    path = target or Path(f"{layout.name}.{layout.formats[0]}")
    kind = path.suffix.lower().lstrip(".")
    if kind not in layout.formats:
        raise typer.BadParameter(f"Formulir {layout.name} dapat ditulis sebagai {' atau '.join(layout.formats)}")
    with contextlib.closing(open_current(output or default_output())) as con:
        key = _office(con, office) if office or layout.per_office else None
        paper = fill(con, layout, key, year)
    if paper.missing:
        print(f"{', '.join(paper.missing)} tidak ada dalam rilis; bagiannya kosong.", file=sys.stderr)
    if not path.parent.is_dir():
        raise typer.BadParameter(f"Folder {path.parent} tidak ada")
    try:
        if kind == "xlsx":
            from reports.forms.xlsx import write_xlsx

            write_xlsx(paper, path)
        else:
            from reports.forms.word import write_docx

            write_docx(paper, path, template)
    except (OSError, ValueError) as error:
        raise SelarasError(
            Problem(
                ErrorCode.PUBLISH_FAILED,
                f"{path} tidak dapat ditulis ({getattr(error, 'strerror', None) or error}).",
                "Tutup berkasnya bila sedang terbuka; templat harus berkas DOCX yang utuh.",
            ),
            ExitCode.WAREHOUSE,
        ) from error
    rows_written = sum(len(block.lines) for block in paper.blocks)
    print(f"{path}: {rows_written} baris")


def _office(con: duckdb.DuckDBPyConnection, text: str) -> str:
    """Key of the only office whose name holds the text."""
    known = con.execute(
        "SELECT opd_kunci, min(opd) FROM publik.dokumen WHERE opd_kunci IS NOT NULL GROUP BY 1 ORDER BY 2"
    ).fetchall()
    exact = [key for key, name in known if name.casefold() == text.casefold()]
    found = exact or [key for key, name in known if text and text.casefold() in name.casefold()]
    if len(found) == 1:
        return str(found[0])
    names = "; ".join(str(name) for _, name in known) or "tidak ada"
    if not text:
        raise typer.BadParameter(f"Sebutkan --pd; perangkat daerah yang ada: {names}")
    problem = "Tidak ada perangkat daerah" if not found else "Lebih dari satu perangkat daerah"
    raise typer.BadParameter(f"{problem} yang namanya memuat '{text}'; yang ada: {names}")
