"""The cascade of a region or an OPD as a tree for the terminal, from the public views."""

from __future__ import annotations

import textwrap
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

import duckdb

KINDS = (
    "visi",
    "misi",
    "tujuan",
    "sasaran",
    "program prioritas",
    "strategi",
    "arah kebijakan",
    "program",
    "kegiatan",
    "subkegiatan",
)
"""Kinds of nodes, from the root on."""
PLANS = "('RPJMD', 'Renstra', 'RKPD', 'Renja')"
_SHOWN_BELOW = 6
"""Continuations named under a node; the rest is counted."""


class Node(NamedTuple):
    """A node as `publik.kaskade` tells of it."""

    id: str
    document: str
    kind: str
    number: str | None
    code: str | None
    text: str
    parent: str | None
    indicators: int
    above: tuple[str | None, str | None, str | None, str | None]
    """Document, kind, text and relation of what it continues."""


def offices(con: duckdb.DuckDBPyConnection) -> list[str]:
    """Names of the OPDs that have a plan in the release."""
    found = con.execute(
        f"SELECT DISTINCT opd FROM publik.dokumen WHERE opd IS NOT NULL AND jenis_dokumen IN {PLANS} ORDER BY opd"
    )
    return [name for (name,) in found.fetchall()]


def tree_lines(
    con: duckdb.DuckDBPyConnection,
    office: str = "",
    kind: str = "",
    until: str = KINDS[-1],
    width: int | None = None,
) -> Iterator[str]:
    """The trees of the plans, one under the other.

    Args:
        con: a release (`warehouse.query.open_current`).
        office: part of an OPD's name; empty for the plans of the region.
        kind: only this kind of document ("Renstra"); empty for all.
        until: deepest kind that is printed, one of `KINDS`.
        width: columns at which texts are wrapped; None for never.
    """
    where = "contains(lower(opd), lower(?))" if office else "opd IS NULL AND ? = ''"
    documents = con.execute(
        f"SELECT dokumen_id, dokumen FROM publik.dokumen WHERE {where} AND jenis_dokumen IN {PLANS} "
        "AND (? = '' OR jenis_dokumen = ?) ORDER BY wilayah, opd, jenis_dokumen NOT IN ('RPJMD', 'Renstra'), "
        "tahun_awal, dokumen",
        [office, kind, kind],
    ).fetchall()
    shown = KINDS[: KINDS.index(until) + 1]
    for number, (id_, name) in enumerate(documents):
        if number:
            yield ""
        yield from _document(con, id_, name, shown, width)


def _document(
    con: duckdb.DuckDBPyConnection, id_: str, name: str, shown: Sequence[str], width: int | None
) -> Iterator[str]:
    nodes = _nodes(con, "dokumen_id = ?", [id_])
    missing: dict[str | None, list[str]] = defaultdict(list)
    for node, what, detail, verdict in con.execute(
        "SELECT simpul_id, hilang, uraian, putusan FROM publik.kaskade_hilang WHERE dokumen_id = ? ORDER BY ALL", [id_]
    ).fetchall():
        missing[node].append(missing_words(node, what, detail, verdict))
    below: dict[str, list[str]] = defaultdict(list)
    for upper, lower in con.execute(
        "SELECT a.atas_id, a.simpul_id FROM publik.kaskade a SEMI JOIN publik.kaskade b "
        "ON a.atas_id = b.simpul_id AND b.dokumen_id = ? WHERE a.kode IS NULL",
        [id_],
    ).fetchall():
        below[upper].append(lower)
    continued = {n.id: n for n in _nodes(con, "list_contains(?, simpul_id)", [[x for y in below.values() for x in y]])}
    children: dict[str | None, list[Node]] = defaultdict(list)
    for node in nodes:
        if node.kind in shown:
            children[node.parent].append(node)
    yield name
    for told in missing[None]:
        yield from _wrapped(f"! {told}", "  ", "  ", width)
    if not nodes:
        yield "  (tidak ada pernyataan atau program yang terbaca)"
    yield from _branches(children, None, "", missing, below, continued, width)


def _nodes(con: duckdb.DuckDBPyConnection, where: str, values: list[Any]) -> list[Node]:
    rows = con.execute(
        "SELECT simpul_id, dokumen, jenis, nomor, kode, teks, induk_id, jumlah_indikator, "
        "atas_dokumen, atas_jenis, atas_teks, atas_hubungan "
        f"FROM publik.kaskade WHERE {where} ORDER BY dokumen, urutan",
        values,
    ).fetchall()
    return [Node._make((*row[:8], row[8:])) for row in rows]


def missing_words(node: str | None, what: str, detail: str, verdict: str) -> str:
    """What `publik.kaskade_hilang` tells of a node (`node` None: of its document), in a few words."""
    if node is None:
        return detail
    said = f"tanpa {what.replace('subkegiatan', 'sub kegiatan')}"
    if what.startswith("lanjutan di "):
        said = f"tidak ditemukan di {what.removeprefix('lanjutan di ')}"
    return said if verdict == "tidak ada" else f"{said} ({verdict})"


def _branches(
    children: dict[str | None, list[Node]],
    parent: str | None,
    indent: str,
    missing: dict[str | None, list[str]],
    below: dict[str, list[str]],
    continued: dict[str, Node],
    width: int | None,
) -> Iterator[str]:
    """The nodes under one, each with its notes and its own branches."""
    nodes = children[parent]
    for place, node in enumerate(nodes, 1):
        last = place == len(nodes)
        inner = indent + ("   " if last else "│  ")
        yield from _wrapped(_words(node), indent + ("└─ " if last else "├─ "), inner, width)
        notes = [f"! {told}" for told in missing[node.id]]
        document, kind, text, relation = node.above
        if document and (node.code is None or relation != "sama"):
            notes.append(_tie("←", document, kind, text, relation, node.text))
        lower = [continued[id_] for id_ in below[node.id] if id_ in continued]
        notes += [_tie("→", one.document, one.kind, one.text, one.above[3], node.text) for one in lower[:_SHOWN_BELOW]]
        if len(lower) > _SHOWN_BELOW:
            notes.append(f"→ dan {len(lower) - _SHOWN_BELOW} lagi")
        bar = inner + ("│    " if children[node.id] else "     ")
        for note in notes:
            yield from _wrapped(note, bar, bar + "  ", width)
        yield from _branches(children, node.id, inner, missing, below, continued, width)


def _tie(arrow: str, document: str, kind: str | None, text: str | None, relation: str | None, own: str) -> str:
    """A tie to another document; its text only where it is another one."""
    said = "" if text == own else f" “{text}”"
    return f"{arrow} {document}: {kind}{said} ({relation})"


def _words(node: Node) -> str:
    kind = node.kind.replace("subkegiatan", "sub kegiatan").capitalize()
    label = node.code or node.number
    count = f" [{node.indicators}\u00a0indikator]" if node.indicators else ""
    return f"{kind}{f' {label}' if label else ''}: {node.text}{count}"


def _wrapped(text: str, first: str, rest: str, width: int | None) -> list[str]:
    if width is None or width - len(rest) < 30:
        return [first + text.replace("\u00a0", " ")]
    lines = textwrap.wrap(text, width, initial_indent=first, subsequent_indent=rest + "   ", break_on_hyphens=False)
    return [line.replace("\u00a0", " ") for line in lines]
