"""Why a page gave the records it gave: one HTML file with the page's picture, its tables, columns, rows and records."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape
from pathlib import Path

from extractors.identify import identify
from extractors.layout import Cell, Page, Table
from extractors.readers.read import read_layout
from extractors.tables.columns import Column, Role
from extractors.tables.records import read_tables
from extractors.tables.stitch import Section
from extractors.tables.trace import Fate, Trace
from models.document import Format
from models.errors import ErrorCode, Problem, SelarasError
from models.extraction import PageCoverage
from models.indicator import Indicator
from reports.page_picture import draw_page
from reports.role_colours import colour_of

_DROPPED = "kotak tanpa cukup kata, atau bagian dari tabel lain"


@dataclass(frozen=True, slots=True)
class RowStory:
    """One row of a table: its grid row, its words, its fates, and its records."""

    number: int
    text: str
    fates: tuple[Fate, ...]
    records: tuple[Indicator, ...]

    @property
    def reason(self) -> str:
        """The fates in words, each once."""
        return "; ".join(dict.fromkeys(fate.value for fate in self.fates))


@dataclass(frozen=True, slots=True)
class TableStory:
    """One table of the page: its grid, the columns of its chain, and its rows; `reason` when it was not read."""

    table: Table
    leaf_of: tuple[int | None, ...]
    columns: Sequence[Column]
    body: int
    reason: str | None
    rows: tuple[RowStory, ...]
    first_page: int | None

    def role(self, cell: Cell) -> Role:
        """What the column of a cell holds."""
        for place in range(cell.column, min(cell.column + cell.col_span, len(self.leaf_of))):
            leaf = self.leaf_of[place]
            if leaf is not None and leaf < len(self.columns):
                return self.columns[leaf].role
        return Role.UNKNOWN


def write_explanation(path: Path, number: int, target: Path) -> int:
    """Write why page `number` of a file gave its records (a Word file has no pages: the whole body).

    The whole file is read, as tables go on over pages.

    Returns:
        The number of records on the page.

    Raises:
        SelarasError: the file cannot be read, or has no such page.
    """
    layout = read_layout(path)
    is_pdf = layout.file.format is Format.PDF
    page = next((p for p in layout.pages if p.number == number or not is_pdf), None)
    if page is None:
        message = f"Halaman {number} tidak ada: {path.name} mempunyai {layout.page_count} halaman."
        raise SelarasError(Problem(ErrorCode.NOT_FOUND, message, f"Pilih halaman 1 sampai {layout.page_count}."))
    identity = identify(layout)
    trace = Trace()
    facts = read_tables(layout, identity, trace)
    stories = _stories(page, trace)
    coverage = next((c for c in facts.coverage if c.page == page.number), None)
    picture = draw_page(path, page, stories) if is_pdf else ""
    known = [identity.kind.value.value, identity.opd.value, identity.region.value]
    head = [f"{name}" for name in known if name] + _years(identity.first_year.value, identity.last_year.value)
    target.write_text(_document(path.name, page, " · ".join(head), coverage, picture, stories), encoding="utf-8")
    return sum(len(row.records) for story in stories for row in story.rows)


def _years(first: int | None, last: int | None) -> list[str]:
    return [str(first) if last in (None, first) else f"{first}–{last}"] if first else []


def _stories(page: Page, trace: Trace) -> list[TableStory]:
    made = {}
    for chain in trace.chains:
        for section in chain.chain.sections:
            table = section.grid.table
            if table.page == page.number:
                rows = tuple(_rows(section, trace)) if chain.reason is None or chain.columns else ()
                first = chain.chain.sections[0].grid.table.page
                made[table.number] = TableStory(
                    table, section.leaf_of, chain.columns, section.body, chain.reason, rows, first
                )
    for table in page.tables:
        if table.number not in made:
            none: tuple[int | None, ...] = (None,) * table.columns
            made[table.number] = TableStory(table, none, (), 0, _DROPPED, (), table.page)
    return [made[number] for number in sorted(made)]


def _rows(section: Section, trace: Trace) -> Iterator[RowStory]:
    table = section.grid.table
    for number in range(table.rows):
        place = (table.page, table.number, number)
        fates = (Fate.HEADER,) if number < section.body else tuple(trace.rows.get(place, ()))
        words = " | ".join(" ".join(cell.text.split()) for cell in section.grid.starting(number) if cell.text.strip())
        if fates and fates != (Fate.BLANK,):
            yield RowStory(number, words, fates, tuple(trace.records.get(place, ())))


# ------------------------------------------------------------------ the document


def _document(
    name: str, page: Page, what: str, coverage: PageCoverage | None, picture: str, stories: Sequence[TableStory]
) -> str:
    records = sum(len(row.records) for story in stories for row in story.rows)
    read = sum(story.reason is None for story in stories)
    facts = [f"{len(stories)} tabel ditemukan", f"{read} dibaca", f"{records} rekaman"]
    if page.number is not None:
        facts.append(f"pembaca {page.reader}")
    if page.turn:
        facts.append(f"diputar {page.turn}° agar terbaca")
    where = f"halaman {page.number}" if page.number is not None else "isi dokumen"
    problem = page.problem or None
    told = str(problem) if problem else (coverage.reason if coverage and coverage.reason else "")
    return "\n".join(
        [
            "<!doctype html>",
            f'<html lang="id"><head><meta charset="utf-8"><title>{escape(name)}, {where}</title>',
            f'<meta name="viewport" content="width=device-width"><style>{_STYLE}</style></head><body><main>',
            f'<header><p class="over">Selaras · penjelasan bacaan</p><h1>{escape(name)} <span>{where}</span></h1>',
            f"<p>{escape(what)}</p>",
            f'<p class="facts">{"".join(f"<span>{escape(fact)}</span>" for fact in facts)}</p>',
            f'<p class="told">{escape(told)}</p>' if told else "",
            "</header>",
            _legend(stories),
            f'<div class="page">{picture}</div>' if picture else "",
            *(_table(story, drawn=not picture) for story in stories),
            "" if stories else '<section><p class="none">Tidak ada tabel di halaman ini.</p></section>',
            "</main></body></html>\n",
        ]
    )


def _legend(stories: Sequence[TableStory]) -> str:
    roles = dict.fromkeys(column.role for story in stories for column in story.columns)
    chips = [f'<span class="chip"><i style="background:{colour_of(role)}"></i>{role.value}</span>' for role in roles]
    marks = [
        '<span class="chip"><b class="mark high">n</b>baris n: rekaman, keyakinan ≥ 0,8</span>',
        '<span class="chip"><b class="mark mid">n</b>0,5 sampai 0,8</span>',
        '<span class="chip"><b class="mark low">n</b>di bawah 0,5: perlu diperiksa</span>',
        '<span class="chip"><b class="mark off">n</b>baris n tanpa rekaman</span>',
    ]
    return f'<nav class="legend">{"".join(chips)}{"".join(marks)}</nav>' if roles else ""


def _table(story: TableStory, drawn: bool) -> str:
    table = story.table
    size = f"{table.rows} baris × {table.columns} kolom" + ("" if table.ruled else ", tanpa garis (kisi disimpulkan)")
    state = '<span class="ok">dibaca</span>' if story.reason is None else '<span class="no">tidak dibaca</span>'
    begun = story.first_page is not None and story.first_page != table.page
    parts = [f"<section><h2>Tabel {table.number} {state}<small>{size}</small></h2>"]
    if story.reason is not None:
        parts.append(f'<p class="told">Alasan: {escape(story.reason)}.</p>')
    if begun:
        parts.append(f'<p class="note">Lanjutan tabel yang mulai di halaman {story.first_page}.</p>')
    if story.columns:
        parts.append(_columns(story.columns))
    if drawn:
        parts.append(_grid(story))
    if story.rows:
        parts.append(_row_list(story.rows))
    return "\n".join([*parts, "</section>"])


def _columns(columns: Sequence[Column]) -> str:
    cells = "".join(
        f'<li style="border-color:{colour_of(c.role)}"><b style="color:{colour_of(c.role)}">{_role(c)}</b>'
        f"<span>{escape(' › '.join(c.text.split(' > '))) or '(tanpa judul)'}</span>"
        f"<em>{_share(c.score)}</em></li>"
        for c in columns
    )
    return f'<h3>Kolom: peran, judul tercetak, keyakinan</h3><ol class="columns">{cells}</ol>'


def _role(column: Column) -> str:
    return escape(" ".join([column.role.value, *([str(column.year)] if column.year else [])]))


def _share(score: float) -> str:
    return f"{score:.2f}".replace(".", ",")


def _row_list(rows: Sequence[RowStory]) -> str:
    made = []
    for row in rows:
        words = escape(row.text if len(row.text) <= 220 else row.text[:219] + "…")
        if not row.records:
            made.append(
                f'<tr class="off"><td>{row.number + 1}</td><td>–</td><td><q>{words}</q>'
                f"<p>{escape(row.reason)}</p></td><td></td></tr>"
            )
            continue
        for record in row.records:
            made.append(
                f'<tr id="r{row.number}"><td>{row.number + 1}</td><td><b class="mark {grade(record)}">✓</b></td>'
                f"<td><strong>{escape(record.name)}</strong>{_facts(record)}</td>"
                f'<td class="sure {grade(record)}">{_share(record.confidence)}{_doubts(record)}</td></tr>'
            )
        rest = [fate for fate in dict.fromkeys(row.fates) if fate is not Fate.RECORD]
        if rest:
            reason = "; ".join(fate.value for fate in rest)
            made.append(
                f'<tr class="off"><td>{row.number + 1}</td><td>–</td><td><p>sebagian: {escape(reason)}</p></td>'
                "<td></td></tr>"
            )
    head = "<tr><th>baris</th><th></th><th>isi</th><th>keyakinan</th></tr>"
    return f'<h3>Baris</h3><table class="rows"><thead>{head}</thead><tbody>{"".join(made)}</tbody></table>'


def grade(record: Indicator) -> str:
    """How sure a record is, as a style class."""
    return "high" if record.confidence >= 0.8 else "mid" if record.confidence >= 0.5 else "low"


def _doubts(record: Indicator) -> str:
    return "".join(f"<p>{escape(doubt)}</p>" for doubt in record.doubts)


def _facts(record: Indicator) -> str:
    """The record's values as small labelled chips, what stands above it as a line."""
    said: list[tuple[Role, str, str]] = []
    if record.unit:
        said.append((Role.UNIT, "satuan", record.unit))
    said += [(Role.BASELINE, f"awal {year}", value.raw) for year, value in sorted(record.baseline.items())]
    said += [(Role.TARGET, f"target {year}", value.raw) for year, value in sorted(record.targets.items())]
    if record.final:
        said.append((Role.FINAL, "akhir", record.final.raw))
    said += [(Role.REALISATION, f"realisasi {year}", value.raw) for year, value in sorted(record.realisations.items())]
    said += [(Role.BUDGET, f"pagu {year}", money.raw) for year, money in sorted(record.budgets.items())]
    chips = "".join(
        f'<span style="border-color:{colour_of(role)}"><i>{escape(label)}</i> {escape(" ".join(text.split()))}</span>'
        for role, label, text in said
    )
    context = record.context
    above = [
        f"{name}: {text}"
        for name in ("tujuan", "sasaran", "program", "kegiatan", "subkegiatan")
        if (text := getattr(context, name))
    ]
    level = [f"tingkat {record.level.value}"] if record.level else []
    line = " › ".join([*level, *above])
    return f'<p class="values">{chips}</p>' + (f'<p class="above">{escape(line)}</p>' if line else "")


def _grid(story: TableStory) -> str:
    """The table itself, its cells in the colours of their columns (Word has no page to show)."""
    rows: dict[int, list[str]] = {}
    told = {row.number: row for row in story.rows}
    for cell in story.table.cells:
        tag = "th" if cell.row < story.body else "td"
        spans = f' rowspan="{cell.row_span}" colspan="{cell.col_span}"'
        tint = f"{colour_of(story.role(cell))}{'40' if tag == 'th' else '1f'}" if story.columns else "transparent"
        text = escape(cell.text).replace("\n", "<br>")
        rows.setdefault(cell.row, []).append(f'<{tag}{spans} style="background:{tint}">{text}</{tag}>')
    lines = []
    for number in range(story.table.rows):
        row = told.get(number)
        mark = ""
        if row is not None and number >= story.body:
            kind, sign = (grade(row.records[0]), str(len(row.records))) if row.records else ("off", "–")
            mark = f'<b class="mark {kind}" title="{escape(row.reason)}">{sign}</b>'
        lines.append(f'<tr><td class="gutter">{mark}</td>{"".join(rows.get(number, ()))}</tr>')
    return f'<div class="scroll"><table class="grid">{"".join(lines)}</table></div>'


_STYLE = """
:root{--ink:#0f172a;--soft:#64748b;--line:#e2e8f0;--paper:#fff;--ground:#f1f5f9}
*{box-sizing:border-box}body{margin:0;background:var(--ground);color:var(--ink);
font:14px/1.45 system-ui,"Segoe UI",Roboto,"Liberation Sans",Arial,sans-serif}
main{max-width:1320px;margin:0 auto;padding:24px}
header,section,.page,.legend{background:var(--paper);border:1px solid var(--line);border-radius:10px;padding:16px 20px;
margin:0 0 16px}
h1{font-size:22px;margin:2px 0 4px;overflow-wrap:anywhere}h1 span{color:var(--soft);font-weight:400}
h2{font-size:17px;margin:0 0 8px;display:flex;gap:10px;align-items:center}
h2 small{color:var(--soft);font-weight:400;font-size:13px}
h3{font-size:12px;color:var(--soft);margin:16px 0 6px;font-weight:600}
p{margin:2px 0}.over{color:var(--soft);font-size:12px}.note{color:var(--soft)}.none{color:var(--soft)}
.facts{display:flex;flex-wrap:wrap;gap:6px;margin-top:10px}
.facts span{background:var(--ground);border-radius:99px;padding:2px 10px;font-size:13px}
.told{background:#fff7ed;border-left:3px solid #ea580c;padding:6px 10px;margin-top:8px;border-radius:4px}
.ok,.no{font-size:12px;font-weight:600;border-radius:99px;padding:1px 9px;background:#dcfce7;color:#166534}
.no{background:#ffedd5;color:#9a3412}
.legend{display:flex;flex-wrap:wrap;gap:8px 16px;position:sticky;top:0;z-index:2;padding:10px 20px}
.chip{display:inline-flex;align-items:center;gap:6px;font-size:13px}
.chip i{width:14px;height:14px;border-radius:4px;display:inline-block}
.page{padding:0;overflow:hidden}.page svg{display:block;width:100%;height:auto}
.mark{display:inline-flex;min-width:20px;height:20px;border-radius:99px;padding:0 5px;align-items:center;
justify-content:center;color:#fff;font-size:11px;background:#94a3b8}
.mark.high{background:#16a34a}.mark.mid{background:#d97706}.mark.low{background:#dc2626}
.columns{display:flex;flex-wrap:wrap;gap:8px;list-style:none;margin:0;padding:0}
.columns li{border:1px solid;border-left-width:5px;border-radius:6px;padding:4px 9px;max-width:230px;font-size:12px}
.columns b,.columns span{display:block}.columns em{color:var(--soft);font-style:normal}
.rows{border-collapse:collapse;width:100%}.rows td,.rows th{text-align:left;vertical-align:top;padding:7px 8px;
border-top:1px solid var(--line)}.rows th{color:var(--soft);font-size:12px;font-weight:600;border:0}
.rows td:first-child{color:var(--soft);width:44px}.rows td:nth-child(2){width:36px}.rows td:last-child{width:220px}
.off q{color:var(--soft);quotes:none}.off p{color:#9a3412;font-size:13px}
.values{display:flex;flex-wrap:wrap;gap:4px;margin-top:4px}
.values span{border:1px solid;border-radius:5px;padding:0 6px;font-size:12.5px}
.values i{color:var(--soft);font-style:normal}.above{color:var(--soft);font-size:12.5px;margin-top:4px}
.sure{font-weight:600}.sure p{font-weight:400;font-size:12.5px;color:var(--soft)}
.sure.high{color:#166534}.sure.mid{color:#b45309}.sure.low{color:#b91c1c}
.scroll{overflow-x:auto;margin-top:12px}.grid{border-collapse:collapse;font-size:12px}
.grid th,.grid td{border:1px solid #cbd5e1;padding:4px 6px;vertical-align:top;text-align:left;min-width:38px}
.grid .gutter{border:0;padding:2px 6px 2px 0}
@media print{.legend{position:static}body{background:#fff}}
"""
