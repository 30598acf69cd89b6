"""The tables of the documents, column by column as the regulations and SIPD print them.

Each function turns a book's facts into one `Table`; cells are marked with the fact they print. Column headings follow
Inmendagri 2/2025, Permendagri 86/2017 (T-C.27, T-C.33) and the SIPD print "Tabel 4.1".
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from models.indicator import ItemLevel
from samples.books import Book, Item, Row, Statement
from samples.facts import BASE_YEAR, BUDGET_YEARS, PLAN_YEAR, YEARS, City, Value
from samples.pages import Cell, Mark, Piece, Table

Cells = tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Style:
    """How an office writes: decimal mark, scale of money, place of the unit, place of the code.

    Attributes:
        point: decimal point and comma thousands, as SIPD prints; else decimal comma and point thousands.
        million: money in `Rp (juta)`.
        unit: "kolom" (a column of its own), "kurung" (in brackets behind the name), "sel" (behind the values).
        code_columns: number of narrow code columns, 1 for the whole code in one.
        percent: print Persen as "%".
    """

    point: bool = False
    million: bool = False
    unit: str = "kolom"
    code_columns: int = 1
    percent: bool = False

    def number(self, value: Value | None) -> str:
        """A target or baseline as printed; "-" where there is none."""
        if value is None:
            return "-"
        if isinstance(value, str):
            return value
        text = f"{value:,f}"
        return text if self.point else text.translate(str.maketrans(",.", ".,"))

    def money(self, rupiah: int | None) -> str:
        """An amount as printed."""
        if rupiah is None:
            return "-"
        if self.million:
            text = f"{(Decimal(rupiah) / 1_000_000).normalize():,f}"
            return text.translate(str.maketrans(",.", ".,"))
        text = f"{rupiah:,}"
        return text if self.point else text.replace(",", ".")

    def unit_word(self, unit: str | None) -> str:
        """The unit as printed."""
        return "%" if self.percent and unit == "Persen" else unit or ""

    def name(self, row: Row) -> str:
        """The indicator's name, with the unit in brackets where this style puts it there."""
        return f"{row.name} ({self.unit_word(row.unit)})" if self.unit == "kurung" and row.unit else row.name

    def value(self, row: Row, value: Value | None) -> str:
        """A value cell, with the unit where this style puts it there."""
        text = self.number(value)
        if self.unit != "sel" or value is None or not row.unit or isinstance(value, str):
            return text
        word = self.unit_word(row.unit)
        return f"{text}%" if word == "%" else f"{text} {word}"


def cell(text: str, align: str = "l", *, cols: int = 1, rows: int = 1, bold: bool = False, mark: Mark | None = None,
         fill: str | None = None) -> Cell:  # fmt: skip
    """A cell of one piece."""
    return Cell((Piece(text, mark),) if text or mark else (), cols, rows, align, bold, fill)


def _heads(*texts: str, rows: int = 1) -> Cells:
    return tuple(cell(text, "c", rows=rows) for text in texts)


def _numbers(count: int, brackets: bool = True, code_columns: int = 1) -> Cells:
    """The row of column numbers; narrow code columns share the first."""
    return tuple(
        cell(f"({n})" if brackets else str(n), "c", cols=code_columns if n == 1 else 1) for n in range(1, count + 1)
    )


def _name_cell(rows: Sequence[Row], style: Style, numbered: bool = False) -> Cell:
    many = len(rows) > 1 and numbered
    return Cell(
        tuple(
            Piece((f"{n}. " if many else "") + style.name(row), Mark(row.id, "nama")) for n, row in enumerate(rows, 1)
        )
    )


def _unit_cell(rows: Sequence[Row], style: Style) -> Cell:
    return Cell(tuple(Piece(style.unit_word(row.unit), Mark(row.id, "satuan")) for row in rows), align="c")


def _value_cell(rows: Sequence[Row], style: Style, part: str, year: int | None) -> Cell:
    pieces = []
    for row in rows:
        if part in ("awal", "realisasi"):
            value = row.baseline
        elif part == "akhir":
            value = row.final
        elif part == "acuan":
            value = row.targets.get(year or 0) if row.quoted is None else row.quoted
        else:
            value = row.targets.get(year or 0)
        pieces.append(Piece(style.value(row, value), Mark(row.id, part, year)))
    return Cell(tuple(pieces), align="c")


def _money_cell(item: Item, style: Style, year: int | None) -> Cell:
    amount = item.final_pagu if year is None else item.pagu.get(year)
    mark = Mark(item.id, "pagu akhir" if year is None else "pagu", year)
    return Cell((Piece(style.money(amount), mark),), align="r")


def _values(rows: Sequence[Row], style: Style, columns: Sequence[tuple[str, int | None]]) -> Cells:
    return tuple(_value_cell(rows, style, part, year) for part, year in columns)


def _code_cells(item: Item, style: Style) -> Cells:
    bold = item.level in (ItemLevel.BIDANG, ItemLevel.PROGRAM)
    if style.code_columns == 1:
        return (cell(item.code, bold=bold, mark=Mark(item.id, "kode")),)
    parts = item.code.split(".")
    split = [parts[0], *parts[1:3]]
    if len(parts) > 4:
        split.append(".".join(parts[3:5]))
    split += parts[5:]
    split += [""] * 5
    if style.code_columns == 4:
        split = [".".join(split[:2]) if split[1] else split[0], *split[2:]]
    return tuple(
        cell(text, "c", bold=bold, mark=Mark(item.id, "kode") if n == 0 else None)
        for n, text in enumerate(split[: style.code_columns])
    )


def _code_width(style: Style, whole: float = 46) -> tuple[float, ...]:
    return {1: (whole,), 4: (17, 13, 17, 21), 5: (10, 13, 13, 17, 21)}[style.code_columns]


# -- tujuan and sasaran


def _goal_rows(
    goals: Sequence[Statement], style: Style, columns: Sequence[tuple[str, int | None]], lead: str, tail: Sequence[str]
) -> list[Cells]:
    """Rows of a goal table: tujuan (and what leads it) merged over its sasaran, sasaran over its indicators.

    `lead` is "misi" (a merged VISI/MISI column), "nspk" or "no". `tail` names the OPD or stays empty.
    """
    body: list[Cells] = []
    tops = [goal for goal in goals if goal.kind == "tujuan"]
    misi_open: str | None = None
    for number, top in enumerate(tops, 1):
        children = [goal for goal in goals if goal.kind == "sasaran" and goal.parent == top.text]
        height = len(top.rows) + sum(len(child.rows) for child in children)
        for place, node in enumerate((top, *children)):
            for n, row in enumerate(node.rows):
                cells: list[Cell] = []
                if place == 0 and n == 0:
                    if lead == "misi":
                        if top.parent != misi_open:
                            misi_open = top.parent
                            span = sum(
                                len(g.rows)
                                for t in tops
                                if t.parent == misi_open
                                for g in goals
                                if g is t or (g.kind == "sasaran" and g.parent == t.text)
                            )
                            cells.append(cell(f"Misi {number}:\n{misi_open}", rows=span))
                    else:
                        cells.append(cell(str(number), "c", rows=height))
                        if lead == "nspk":
                            relevant = top.text
                            cells.append(cell(f"NSPK: {top.nspk}\nSasaran RPJMD yang Relevan: {relevant}", rows=height))
                    cells.append(cell(top.text, rows=height, mark=Mark(f"tujuan/{top.text}", "teks")))
                if n == 0:
                    text = node.text if node.kind == "sasaran" else ""
                    mark = Mark(f"sasaran/{text}", "teks") if text else None
                    cells.append(cell(text, rows=len(node.rows), mark=mark))
                cells.append(_name_cell([row], style))
                if style.unit == "kolom":
                    cells.append(_unit_cell([row], style))
                cells += _values([row], style, columns)
                for kind in tail:
                    cells.append(cell(row.opd or "", "l", mark=Mark(row.id, "pd")) if kind == "pd" else cell(""))
                body.append(tuple(cells))
    return body


def goal_table(book: Book, city: City, style: Style, lead: str, *, size: float = 7, repeat: bool = True) -> Table:
    """Tujuan and sasaran with yearly targets (RPJMD table 3.1, Renstra bab III)."""
    columns: list[tuple[str, int | None]] = [("awal", BASE_YEAR), *(("target", year) for year in YEARS)]
    unit = style.unit == "kolom"
    first = ("VISI/MISI",) if lead == "misi" else ("NO", "NSPK DAN SASARAN RPJMD YANG RELEVAN")
    last = "PD PENANGGUNG JAWAB" if lead == "misi" else "KETERANGAN"
    names = [*first, "TUJUAN", "SASARAN", "INDIKATOR", *(["SATUAN"] if unit else []), f"BASELINE {BASE_YEAR}"]
    header = (
        (*_heads(*names, rows=2), cell("TARGET TAHUN", "c", cols=len(YEARS)), *_heads(last, rows=2)),
        _heads(*(str(year) for year in YEARS)),
        _numbers(len(names) + len(YEARS) + 1),
    )
    widths = [*((62,) if lead == "misi" else (16, 84)), 72, 72, 88, *((34,) if unit else ()), 40, *([34] * 6), 58]
    body = _goal_rows(book.goals, style, columns, lead, ["pd" if lead == "misi" else ""])
    if lead == "misi":
        span = len(names) + len(YEARS) + 1
        body.insert(0, (cell(f"Visi: {city.visi}", cols=span, bold=True, mark=Mark("visi", "teks")),))
        body = [_with_office(cells, city) for cells in body]
    return Table("tujuan sasaran", tuple(widths), header, tuple(body), repeat, size, "#d9e2f3")


def _with_office(cells: Cells, city: City) -> Cells:
    """Print the office's name where the last cell holds its key."""
    last = cells[-1]
    if not last.pieces or last.pieces[0].mark is None or last.pieces[0].mark.part != "pd":
        return cells
    piece = last.pieces[0]
    name = city.opd(piece.text).name if piece.text else ""
    return (*cells[:-1], Cell((Piece(name, piece.mark),), align=last.align))


def year_goal_table(book: Book, style: Style, *, past: bool, quoted: bool = False, size: float = 8) -> Table:
    """Tujuan and sasaran of one year: RKPD (with the result of n-2 and the target of n-1) or Renja.

    A Renja may quote the target of the Renstra beside its own (`quoted`).
    """
    columns: list[tuple[str, int | None]] = [("target", PLAN_YEAR)]
    titles = [f"Target Tahun {PLAN_YEAR}"]
    if past:
        columns = [("realisasi", PLAN_YEAR - 2), ("target", PLAN_YEAR - 1), *columns]
        titles = [f"Realisasi {PLAN_YEAR - 2}", f"Target {PLAN_YEAR - 1}", f"Target {PLAN_YEAR}"]
    if quoted:
        columns = [("acuan", PLAN_YEAR), *columns]
        titles = [f"Target Renstra {PLAN_YEAR}", f"Target Renja {PLAN_YEAR}"]
    unit = ["Satuan"] if style.unit == "kolom" else []
    names = ["No", "Tujuan", "Sasaran", "Indikator Kinerja", *unit, *titles, "Ket."]
    body = _goal_rows(book.goals, style, columns, "no", [""])
    widths = (20, 92, 92, 112, *((46,) if unit else ()), *([48] * len(titles)), 30)
    header = (_heads(*names), _numbers(len(names)))
    return Table("tujuan sasaran", widths, header, tuple(body), True, size, "#e7e6e6")


# -- lists of indicators


def list_table(
    name: str,
    groups: Sequence[tuple[str, Sequence[Row]]],
    city: City,
    style: Style,
    *,
    office: bool = False,
    final: bool = False,
    size: float = 7.5,
    repeat: bool = True,
) -> Table:
    """IKU, IKD or IKK over the period; group rows where a group has a title in capitals."""
    columns: list[tuple[str, int | None]] = [("awal", BASE_YEAR), *(("target", year) for year in YEARS)]
    unit = ["SATUAN"] if style.unit == "kolom" else []
    names = ["NO", "INDIKATOR", *unit, f"BASELINE {BASE_YEAR}"]
    tails = [*(["KONDISI AKHIR (2030)"] if final else []), *(["PD PENGAMPU"] if office else [])]
    header = (
        (*_heads(*names, rows=2), cell("TARGET TAHUN", "c", cols=len(YEARS)), *_heads(*tails, rows=2)),
        _heads(*(str(year) for year in YEARS)),
    )
    widths = [20, 150, *((40,) if unit else ()), 46, *([36] * 6), *((46,) if final else ()), *((90,) if office else ())]
    if final:
        columns.append(("akhir", None))
    body: list[Cells] = []
    number = 0
    for group, rows in groups:
        if group.isupper() and len(groups) > 1:
            body.append((cell(group, cols=len(widths), bold=True, fill="#f2f2f2"),))
        for row in rows:
            number += 1
            cells = [cell(str(number), "c"), _name_cell([row], style)]
            if unit:
                cells.append(_unit_cell([row], style))
            cells += _values([row], style, columns)
            if office:
                cells.append(cell(city.opd(row.opd).name if row.opd else "", mark=Mark(row.id, "pd")))
            body.append(tuple(cells))
    return Table(name, tuple(widths), header, tuple(body), repeat, size, "#d9e2f3")


def year_list_table(
    name: str, groups: Sequence[tuple[str, Sequence[Row]]], city: City, style: Style, size: float = 8
) -> Table:
    """IKU or IKD of the plan year (RKPD)."""
    columns: list[tuple[str, int | None]] = [
        ("realisasi", PLAN_YEAR - 2),
        ("target", PLAN_YEAR - 1),
        ("target", PLAN_YEAR),
    ]
    titles = (
        "No", "Indikator Kinerja", "Satuan", f"Realisasi Tahun {PLAN_YEAR - 2}", f"Target Tahun {PLAN_YEAR - 1}",
        f"Target Tahun {PLAN_YEAR}", "Perangkat Daerah",
    )  # fmt: skip
    body: list[Cells] = []
    number = 0
    for group, rows in groups:
        if len(groups) > 1:
            body.append((cell(group, cols=7, bold=True),))
        for row in rows:
            number += 1
            office = cell(city.opd(row.opd).name if row.opd else "", mark=Mark(row.id, "pd"))
            values = _values([row], style, columns)
            body.append((cell(str(number), "c"), _name_cell([row], style), _unit_cell([row], style), *values, office))
    return Table(name, (22, 150, 50, 56, 56, 56, 100), (_heads(*titles),), tuple(body), True, size, "#e7e6e6")


def plain_table(name: str, heads: Sequence[str], rows: Sequence[Sequence[str]], widths: Sequence[float]) -> Table:
    """A table that says nothing about indicators: population, staff, spending. First column left, others right."""
    body = tuple(tuple(cell(text, "l" if n == 0 else "r") for n, text in enumerate(row)) for row in rows)
    return Table(name, tuple(widths), (_heads(*heads),), body, True, 8.5, "#e7e6e6")


def history_table(book: Book, style: Style) -> Table:
    """Results of past years (RPJMD bab II): the history that baselines come from."""
    years = sorted(book.history[0].past)
    header = (
        (
            *_heads("NO", "INDIKATOR KINERJA PENYELENGGARAAN URUSAN", rows=2),
            cell("CAPAIAN TAHUN", "c", cols=len(years)),
        ),
        _heads(*(str(year) for year in years)),
    )
    body = []
    for number, row in enumerate(book.history, 1):
        values = tuple(
            Cell((Piece(style.number(row.past[year]), Mark(row.id, "realisasi", year)),), align="c") for year in years
        )
        body.append((cell(str(number), "c"), _name_cell([row], style), *values))
    return Table("riwayat", (22, 210, 50, 50, 50, 50), header, tuple(body), True, 8.5, "#d9e2f3")


def cascade_table(book: Book, city: City) -> Table:
    """Priority programs beside tujuan, sasaran and outcome (RPJMD table 3.4): indicators without targets."""
    goals = {goal.text: goal for goal in book.goals if goal.kind == "sasaran"}
    body: list[Cells] = []
    entries = [entry for entry in book.cascade if entry[0] in goals]
    for n, (sasaran, item, rows) in enumerate(entries):
        cells: list[Cell] = []
        top = goals[sasaran].parent
        if n == 0 or goals[entries[n - 1][0]].parent != top:
            span = sum(goals[s].parent == top for s, _, _ in entries)
            cells.append(cell(top or "", rows=span))
        if n == 0 or entries[n - 1][0] != sasaran:
            cells.append(cell(sasaran, rows=sum(s == sasaran for s, _, _ in entries)))
        office = city.opd(item.opd)
        outcome = item.outcome or ""
        cells += [cell(outcome), _name_cell(rows, Style(), True), cell(item.name), cell(office.name)]
        body.append(tuple(cells))
    heads = ("TUJUAN", "SASARAN", "OUTCOME", "INDIKATOR", "PROGRAM PRIORITAS", "PD MEMBIDANGI URUSAN")
    return Table(
        "kaskade", (90, 90, 110, 150, 120, 100), (_heads(*heads), _numbers(6)), tuple(body), True, 7.5, "#d9e2f3"
    )


def policy_table(book: Book, strategies: Sequence[str], policies: Sequence[str]) -> Table:
    """Form T-C.26: tujuan, sasaran, strategi, arah kebijakan; no indicators."""
    sasaran = [goal for goal in book.goals if goal.kind == "sasaran"]
    body: list[Cells] = []
    for n, goal in enumerate(sasaran):
        cells: list[Cell] = []
        if n == 0 or sasaran[n - 1].parent != goal.parent:
            cells.append(cell(goal.parent or "", rows=sum(g.parent == goal.parent for g in sasaran)))
        cells += [cell(goal.text), cell(strategies[n % len(strategies)]), cell(policies[n % len(policies)])]
        body.append(tuple(cells))
    heads = ("Tujuan", "Sasaran", "Strategi", "Arah Kebijakan")
    return Table("kebijakan", (110, 120, 120, 130), (_heads(*heads),), tuple(body), True, 9, "#9dc3e6")


# -- programs and money


def program_table(
    book: Book, city: City, style: Style, *, size: float = 6, repeat: bool = True, stacked: bool = True,
    outcome: bool = True, office: bool = False,
) -> Table:  # fmt: skip
    """Programs with targets and pagu 2026 to 2030 (Inmendagri 2/2025): RPJMD bab IV, Renstra bab IV.

    With `outcome`, a program row carries the pagu and the row below it the outcome with its indicators; else the
    indicators stand on the program's own row. With `stacked`, the indicators of one item share one ruled cell.
    """
    unit = style.unit == "kolom"
    deep = book.kind.value == "Renstra"
    title = (
        "BIDANG URUSAN / PROGRAM / OUTCOME / KEGIATAN / SUBKEGIATAN" if deep else "BIDANG URUSAN / PROGRAM / OUTCOME"
    )
    code_heads = (cell("KODE", "c", cols=style.code_columns, rows=3),)
    names = [title, "INDIKATOR OUTCOME / OUTPUT" if deep else "INDIKATOR OUTCOME", *(["SATUAN"] if unit else []),
             f"BASELINE TAHUN {BASE_YEAR}"]  # fmt: skip
    tails = ["PERANGKAT DAERAH"] if office else ["KET."]
    scale = "PAGU (Rp juta)" if style.million else "PAGU (Rp)"
    header = (
        (*code_heads, *_heads(*names, rows=3), cell("TARGET DAN PAGU INDIKATIF TAHUN", "c", cols=10),
         *_heads(*tails, rows=3)),
        tuple(cell(str(year), "c", cols=2) for year in BUDGET_YEARS),
        tuple(cell(text, "c") for _ in BUDGET_YEARS for text in ("TARGET", scale)),
        _numbers(1 + len(names) + 10 + len(tails), False, style.code_columns),
    )  # fmt: skip
    widths = [*_code_width(style), 108, 104, *((34,) if unit else ()), 34, *([33, 57] * 5), 56 if office else 22]
    body: list[Cells] = []

    def values(rows: Sequence[Row], item: Item | None) -> list[Cell]:
        cells = [_unit_cell(rows, style)] if unit else []
        cells.append(_value_cell(rows, style, "awal", BASE_YEAR))
        for year in BUDGET_YEARS:
            cells.append(_value_cell(rows, style, "target", year))
            cells.append(_money_cell(item, style, year) if item else cell(""))
        return cells

    def bare(item: Item) -> list[Cell]:
        cells = [cell(""), *([cell("")] if unit else []), cell("")]
        for year in BUDGET_YEARS:
            cells += [cell(""), _money_cell(item, style, year)]
        return cells

    for item in book.items:
        last = cell(city.opd(item.opd).name if office and item.level is ItemLevel.PROGRAM else "")
        if item.level is ItemLevel.OPD:
            if office:
                continue
            label = Cell((Piece(item.name.upper(), Mark(item.id, "nama")),), bold=True, cols=style.code_columns + 1)
            body.append((label, *bare(item), last))
            continue
        bold = item.level in (ItemLevel.BIDANG, ItemLevel.PROGRAM)
        name = Cell((Piece(item.name, Mark(item.id, "nama")),), bold=bold)
        head = (*_code_cells(item, style), name)
        blank = tuple(cell("") for _ in range(style.code_columns))
        if not item.rows:
            body.append((*head, *bare(item), last))
        elif item.level is ItemLevel.PROGRAM and outcome:
            body.append((*head, *bare(item), last))
            groups = [item.rows] if stacked else [[row] for row in item.rows]
            for n, rows in enumerate(groups):
                text = f"Outcome: {item.outcome}" if n == 0 else ""
                body.append((*blank, cell(text), _name_cell(rows, style, True), *values(rows, None), cell("")))
        elif stacked or len(item.rows) == 1:
            body.append((*head, _name_cell(item.rows, style, True), *values(item.rows, item), last))
        else:
            span = len(item.rows)
            codes = tuple(Cell(c.pieces, rows=span, align=c.align, bold=c.bold) for c in _code_cells(item, style))
            for n, row in enumerate(item.rows):
                cells = [_unit_cell([row], style)] if unit else []
                cells.append(_value_cell([row], style, "awal", BASE_YEAR))
                for year in BUDGET_YEARS:
                    cells.append(_value_cell([row], style, "target", year))
                    if n == 0:
                        money = _money_cell(item, style, year)
                        cells.append(Cell(money.pieces, rows=span, align="r"))
                start = (*codes, Cell(name.pieces, rows=span, bold=bold)) if n == 0 else ()
                tail = (Cell(last.pieces, rows=span),) if n == 0 else ()
                body.append((*start, _name_cell([row], style), *cells, *tail))
    return Table("program", tuple(widths), header, tuple(body), repeat, size, "#deeaf6")


def period_table(book: Book, style: Style, *, size: float = 6) -> Table:
    """Form T-C.27: tujuan and sasaran beside the programs, end-of-period columns, money in `Rp (juta)`."""
    names = [
        "Tujuan", "Sasaran", "Kode", "Program, Kegiatan, dan Sub Kegiatan",
        "Indikator Kinerja Program (outcome), Kegiatan (output), dan Sub Kegiatan (output)",
        f"Data Capaian pada Tahun Awal Perencanaan ({BASE_YEAR})",
    ]  # fmt: skip
    tails = ["Unit Kerja Perangkat Daerah Penanggung-jawab", "Lokasi"]
    money = "Rp (juta)" if style.million else "Rp"
    header = (
        (*_heads(*names, rows=3), cell("Target Kinerja Program dan Kerangka Pendanaan", "c", cols=12),
         *_heads(*tails, rows=3)),
        (*(cell(str(year), "c", cols=2) for year in BUDGET_YEARS),
         cell("Kondisi Kinerja pada akhir periode Renstra Perangkat Daerah", "c", cols=2)),
        tuple(cell(text, "c") for _ in range(6) for text in ("Target", money)),
        _numbers(len(names) + 12 + len(tails)),
    )  # fmt: skip
    widths = (58, 58, 46, 92, 92, 42, *([37, 36] * 5), 37, 40, 46, 32)
    programs = [item for item in book.items if item.level not in (ItemLevel.OPD, ItemLevel.BIDANG)]
    tops = [goal for goal in book.goals if goal.kind == "tujuan"]
    bidang = [item for item in book.items if item.level is ItemLevel.BIDANG]
    body: list[Cells] = []
    office = next(item for item in book.items if item.level is ItemLevel.OPD)
    for place, area in enumerate(bidang):
        top = tops[min(place, len(tops) - 1)]
        sasaran = next(goal for goal in book.goals if goal.parent == top.text)
        inside = [item for item in programs if item.code.startswith(area.code)]
        for n, item in enumerate([area, *inside]):
            cells: list[Cell] = []
            if n == 0:
                span = len(inside) + 1
                cells += [cell(top.text, rows=span), cell(sasaran.text, rows=span)]
            bold = item.level in (ItemLevel.BIDANG, ItemLevel.PROGRAM)
            cells += [*_code_cells(item, style), Cell((Piece(item.name, Mark(item.id, "nama")),), bold=bold)]
            rows = item.rows
            cells.append(_name_cell(rows, style, True))
            cells.append(_value_cell(rows, style, "awal", BASE_YEAR))
            for year in BUDGET_YEARS:
                cells += [_value_cell(rows, style, "target", year), _money_cell(item, style, year)]
            cells += [_value_cell(rows, style, "akhir", None), _money_cell(item, style, None)]
            unit = office.name if item.level is ItemLevel.PROGRAM else ""
            cells += [cell(unit), cell("Kota Harapan Jaya" if item.rows else "", "c")]
            body.append(tuple(cells))
    return Table("program", widths, header, tuple(body), True, size, "#9dc3e6", split=True)


def yearly_table(book: Book, style: Style, *, size: float = 6.5, repeat: bool = True, banner: bool = False) -> Table:
    """Form T-C.33: programs of the plan year and the forward estimate (Renja), or the same in the RKPD."""
    n = PLAN_YEAR
    names = ["Urusan/Bidang Urusan Pemerintahan Daerah dan Program/Kegiatan/Sub Kegiatan",
             "Indikator Kinerja Program/Kegiatan/Sub Kegiatan"]  # fmt: skip
    unit = ["Satuan"] if style.unit == "kolom" else []
    header = (
        (cell("Kode", "c", cols=style.code_columns, rows=2), *_heads(*names, *unit, rows=2),
         cell(f"Rencana Tahun {n}", "c", cols=4), *_heads("Catatan Penting", rows=2),
         cell(f"Prakiraan Maju Rencana Tahun {n + 1}", "c", cols=2)),
        _heads("Lokasi", "Target Capaian Kinerja", "Kebutuhan Dana/ Pagu Indikatif (Rp)", "Sumber Dana",
               "Target Capaian Kinerja", "Kebutuhan Dana/ Pagu Indikatif (Rp)"),
        _numbers(1 + len(names) + len(unit) + 7, True, style.code_columns),
    )  # fmt: skip
    widths = (*_code_width(style, 58), 130, 130, *((44,) if unit else ()), 50, 54, 70, 38, 36, 54, 70)
    body: list[Cells] = []
    for item in book.items:
        money = [_money_cell(item, style, year) for year in (n, n + 1)]
        bold = item.level in (ItemLevel.OPD, ItemLevel.BIDANG, ItemLevel.PROGRAM)
        if item.level is ItemLevel.OPD:
            if banner:
                label = Cell((Piece(f"Unit Organisasi : {item.code} {item.name}", Mark(item.id, "nama")),), bold=True,
                             cols=style.code_columns + 2 + len(unit), fill="#f2f2f2")  # fmt: skip
                body.append((label, cell(""), cell(""), money[0], cell(""), cell(""), cell(""), money[1]))
            continue
        name = Cell((Piece(item.name, Mark(item.id, "nama")),), bold=bold)
        rows = item.rows
        place = cell("Kota Harapan Jaya" if item.level is ItemLevel.SUBKEGIATAN else "")
        fund = cell(_fund(item) if item.level is ItemLevel.SUBKEGIATAN else "", "c")
        body.append(
            (
                *_code_cells(item, style),
                name,
                _name_cell(rows, style, True),
                *([_unit_cell(rows, style)] if unit else []),
                place,
                _value_cell(rows, style, "target", n),
                money[0],
                fund,
                cell(""),
                _value_cell(rows, style, "target", n + 1),
                money[1],
            )
        )
    if not banner:
        office = next(item for item in book.items if item.level is ItemLevel.OPD)
        span = style.code_columns + 2 + len(unit)
        money = [_money_cell(office, style, year) for year in (n, n + 1)]
        body.append(
            (
                cell("JUMLAH", "c", cols=span, bold=True),
                cell(""),
                cell(""),
                money[0],
                cell(""),
                cell(""),
                cell(""),
                money[1],
            )
        )
    return Table("program", widths, header, tuple(body), repeat, size, "#b8cce4", split=not banner)


def sipd_table(book: Book, city: City, style: Style, *, size: float = 5.6) -> Table:
    """The SIPD print "Tabel 4.1" of a Renja: seventeen columns, three header rows."""
    n = PLAN_YEAR
    header = (
        (*_heads("No", "Kode", "Urusan/ Bidang Urusan/ Program/ Kegiatan/ Sub Kegiatan",
                 "Indikator Program/ Kegiatan/ Sub Kegiatan", "Target Akhir Periode Renstra",
                 f"Realisasi Capaian Renja Tahun {n - 2}", f"Prakiraan Capaian Target Renja Tahun {n - 1}", rows=3),
         cell("Capaian Kinerja dan Kerangka Pendanaan", "c", cols=6), *_heads("Kelompok Sasaran", rows=3),
         cell(f"Prakiraan Maju Rencana Tahun {n + 1}", "c", cols=2),
         *_heads("Perangkat Daerah Penanggung Jawab", rows=3)),
        (*_heads(f"Target {n}", "Pagu Indikatif (Rp)", "Lokasi", "Sumber Dana", rows=2),
         cell("Prioritas", "c", cols=2), *_heads("Target", "Pagu Indikatif (Rp)", rows=2)),
        _heads("Nasional", "Daerah"),
        _numbers(17, brackets=False),
    )  # fmt: skip
    widths = (15, 60, 92, 92, 44, 44, 44, 44, 60, 40, 30, 34, 34, 40, 44, 60, 50)
    body: list[Cells] = []
    number = 0
    for item in book.items:
        bold = item.level in (ItemLevel.OPD, ItemLevel.BIDANG, ItemLevel.PROGRAM)
        money = [_money_cell(item, style, year) for year in (n, n + 1)]
        rows = item.rows
        number += item.level is ItemLevel.SUBKEGIATAN
        leaf = item.level is ItemLevel.SUBKEGIATAN
        code = "" if item.level is ItemLevel.OPD else item.code
        short = book.opd.short if book.opd else ""
        blank = [cell("")] * 3
        past = _values(rows, style, (("akhir", None), ("realisasi", n - 2), ("prakiraan", n - 1)))
        body.append(
            (
                cell(str(number) if leaf else "", "c"),
                cell(code, bold=bold, mark=Mark(item.id, "kode")),
                Cell((Piece(item.name.upper() if item.level is ItemLevel.OPD else item.name, Mark(item.id, "nama")),),
                     bold=bold),
                _name_cell(rows, style, True),
                *(past if rows else blank),
                _value_cell(rows, style, "target", n),
                money[0],
                cell("Kota Harapan Jaya" if leaf else ""),
                cell(_fund(item) if leaf else "", "c"),
                cell(""),
                cell("PD 1" if leaf else "", "c"),
                cell("Masyarakat" if leaf else ""),
                _value_cell(rows, style, "target", n + 1),
                money[1],
                cell(short if leaf else "", "c"),
            )
        )  # fmt: skip
    return Table("program", widths, header, tuple(body), True, size, "#e2efda", valign="middle")


def _fund(item: Item) -> str:
    """Where the money comes from; only there to fill the column as real prints do."""
    return ("PAD", "DAU", "DAK Non Fisik", "DBH")[sum(map(ord, item.code)) % 4]
