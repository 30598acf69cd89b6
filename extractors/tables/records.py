"""From the tables of a document to indicators, plan items and goal statements."""

from __future__ import annotations

import logging
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from extractors.layout import Layout
from extractors.tables.columns import Role
from extractors.tables.facts import Facts
from extractors.tables.reading import read_chain
from extractors.tables.settle import promote_described
from extractors.tables.sides import read_sides
from extractors.tables.skip import skip_reason
from extractors.tables.stitch import Chain, chains
from extractors.tables.text import Words
from extractors.tables.timeline import timeline
from extractors.tables.trace import ChainTrace, Trace
from models.comparison import Comparison
from models.document import Identity, Kind
from models.extraction import PageCoverage, PageStatus
from models.indicator import Indicator, PlanItem, Statement

_LOG = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class TableFacts:
    """All facts from a document's tables, in reading order, and what was made of each page."""

    indicators: tuple[Indicator, ...]
    items: tuple[PlanItem, ...]
    statements: tuple[Statement, ...]
    coverage: tuple[PageCoverage, ...]
    comparisons: tuple[Comparison, ...] = ()


def read_tables(layout: Layout, identity: Identity | None, trace: Trace | None = None) -> TableFacts:
    """Read all tables of a document.

    Args:
        layout: the document's pages with tables (several reads of parts of one file give facts of these parts).
        identity: what the document is; gives meaning to `Tahun ke-3` and to targets without a year.
        trace: filled with what became of each table and row.

    Returns:
        Indicators, plan items (urusan ... sub kegiatan with pagu) and goal statements, and per page the number of
        tables seen, of indicators taken, and why a table gave nothing. Rows that set two plans side by side come
        apart, as printed.
    """
    words = Words.of(layout)
    years = timeline(layout, identity)
    kind = identity.kind.value if identity is not None else Kind.LAINNYA
    facts = Facts()
    comparisons: list[Comparison] = []
    reasons: dict[int | None, list[str]] = {}
    stitched = chains(layout)
    for chain in stitched:
        if kind is Kind.IKU and chain.columns is not None:
            chain.columns = promote_described(chain.columns)
        reason = skip_reason(chain)
        if trace is not None:
            trace.chains.append(ChainTrace(chain, chain.columns or (), reason))
        try:
            comparisons += read_sides(chain, years, words, layout.file)
        except Exception:
            _LOG.exception("tabel dua sisi pada halaman %s tidak terbaca", chain.sections[0].grid.table.page)
        if reason is None:
            try:
                made = read_chain(chain, years, words, layout.file, kind, trace)
            except Exception:  # one strange table must not cost the others
                _LOG.exception("tabel pada halaman %s tidak terbaca", chain.sections[0].grid.table.page)
                made = Facts()
            facts.add(made)
            if not (made.indicators or made.items or made.statements):
                reason = "tabel dikenali, tetapi tidak ada baris yang dapat dibaca"
                if trace is not None:
                    trace.chains[-1].reason = reason
            for page, _ in made.unreadable:
                reasons.setdefault(page, []).append("nilai tidak cocok dengan kolomnya; kolom tidak dapat dipisahkan")
        if reason is not None:
            for section in chain.sections:
                reasons.setdefault(section.grid.table.page, []).append(reason)
    return TableFacts(
        tuple(facts.indicators),
        tuple(facts.items),
        tuple(facts.statements),
        _coverage(layout, stitched, facts.indicators, reasons),
        tuple(comparisons),
    )


def _coverage(
    layout: Layout, stitched: Sequence[Chain], indicators: Sequence[Indicator], reasons: dict[int | None, list[str]]
) -> tuple[PageCoverage, ...]:
    tables = Counter(s.grid.table.page for chain in stitched for s in chain.sections)
    taken = Counter(i.evidence.page for i in indicators)
    used = {
        s.grid.table.page
        for chain in stitched
        if chain.columns is not None and any(c.role is Role.INDICATOR for c in chain.columns)
        for s in chain.sections
    }
    made = []
    for page in layout.pages:
        number = page.number
        if page.problem is not None and not page.blocks:
            status = PageStatus.SCAN if not page.has_text else PageStatus.FAILED
            made.append(PageCoverage(number, status, reason=page.problem.message))
        elif not page.has_text:
            made.append(PageCoverage(number, PageStatus.SCAN, reason="halaman tanpa lapisan teks"))
        elif not page.blocks:
            made.append(PageCoverage(number, PageStatus.EMPTY))
        elif not tables[number]:
            made.append(PageCoverage(number, PageStatus.PROSE))
        else:
            status = PageStatus.TABLE if number in used or taken[number] else PageStatus.UNUSED_TABLE
            reason = None if taken[number] else "; ".join(dict.fromkeys(reasons.get(number, ()))) or None
            made.append(PageCoverage(number, status, tables[number], taken[number], reason))
    return tuple(made)
