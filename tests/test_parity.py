"""The fast reader against pdfplumber: same cells, same words. What differs is listed, not hidden."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pdfplumber
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pdfplumber import table as finder
from reportlab.pdfgen.canvas import Canvas

from extractors.readers.geometry import find_cells, group_cells, merge
from samples.city import write_city

from .parity import compare, differences, pages_of, read_both
from .readers_samples import WIDE, plan_table, unruled_table, write_pdf

CORPUS = Path(__file__).parents[2] / "shared" / "corpus"


def as_edge(orientation: str, at: float, start: float, end: float) -> dict[str, Any]:
    across, along = (at, at), (start, end)
    (x0, x1), (top, bottom) = (across, along) if orientation == "v" else (along, across)
    sides = {"x0": x0, "x1": x1, "top": top, "bottom": bottom, "width": x1 - x0, "height": bottom - top}
    return {"object_type": "line", "orientation": orientation, **sides}


def by_pdfplumber(vertical: list[Any], horizontal: list[Any]) -> list[list[Any]]:
    edges = [as_edge("v", *piece) for piece in vertical] + [as_edge("h", *piece) for piece in horizontal]
    edges = [edge for edge in edges if max(edge["width"], edge["height"]) >= 1]
    edges = finder.merge_edges(edges, 3, 3, 3, 3)
    edges = [edge for edge in edges if max(edge["bottom"] - edge["top"], edge["x1"] - edge["x0"]) >= 3]
    crossings = finder.edges_to_intersections(edges, 3, 3)
    return [sorted(cells) for cells in finder.cells_to_tables(finder.intersections_to_cells(crossings))]


def rounded(tables: list[list[Any]]) -> list[list[Any]]:
    return [sorted(tuple(round(side, 4) for side in cell) for cell in cells) for cells in tables]


# Halves of points are exact in binary, so that both sums of a cluster give the same mean.
places = st.integers(0, 24).map(lambda step: step * 2.5)
pieces = st.tuples(places, places, st.integers(1, 12)).map(lambda p: (p[0], p[1], p[1] + p[2] * 5.0))


@settings(max_examples=150, deadline=None)
@given(st.lists(pieces, min_size=1, max_size=14), st.lists(pieces, min_size=1, max_size=14))
def test_cells_are_pdfplumbers(vertical: list[Any], horizontal: list[Any]) -> None:
    ours = group_cells(find_cells(merge(np.array(vertical)), merge(np.array(horizontal))))
    assert rounded(ours) == rounded(by_pdfplumber(vertical, horizontal))


def sideways(canvas: Canvas) -> None:
    canvas.translate(595.28, 0)
    canvas.rotate(90)
    plan_table(canvas, height=595.28)


def turned(canvas: Canvas) -> None:
    canvas.setPageRotation(270)
    canvas.translate(0, 595.28)
    canvas.rotate(270)
    plan_table(canvas)


@pytest.mark.parametrize("draw", [plan_table, sideways, turned])
def test_own_pages_read_the_same(tmp_path: Path, draw: Any) -> None:
    fast, reference = read_both(write_pdf(tmp_path / "a.pdf", draw), 1)
    assert (fast.turn, fast.width, fast.height) == (
        reference.turn,
        pytest.approx(reference.width, abs=0.01),
        pytest.approx(reference.height, abs=0.01),
    )
    cells, differing = differences(fast, reference)
    assert cells == 19 and differing == []
    assert [line.text for line in fast.paragraphs] == [line.text for line in reference.paragraphs]


@pytest.mark.parametrize("rules", [False, True])
def test_inferred_grids_are_the_same(tmp_path: Path, rules: bool) -> None:
    path = write_pdf(tmp_path / "a.pdf", lambda canvas: unruled_table(canvas, rules), size=WIDE)
    fast, reference = read_both(path, 1)
    assert fast.tables[0].xs == pytest.approx(reference.tables[0].xs, abs=1)
    assert [cell.text for cell in fast.tables[0].cells] == [cell.text for cell in reference.tables[0].cells]


def test_plain_pdfplumber_agrees(tmp_path: Path) -> None:
    path = write_pdf(tmp_path / "a.pdf", plan_table)
    with pdfplumber.open(path) as pdf:
        (rows,) = pdf.pages[0].extract_tables()
    fast, _ = read_both(path, 1)
    texts = {(cell.row, cell.column): cell.text for cell in fast.tables[0].cells}
    assert {
        (row, column): text for row, cells in enumerate(rows) for column, text in enumerate(cells) if text is not None
    } == texts


def test_our_city_reads_the_same(tmp_path: Path) -> None:
    write_city(tmp_path)
    cells, differing = compare(pages_of(sorted(tmp_path.glob("*.pdf")), 4))
    assert cells > 3000 and differing == []


def test_differences_are_found_and_named(tmp_path: Path) -> None:
    fast, reference = read_both(write_pdf(tmp_path / "a.pdf", plan_table), 1)
    (table,) = fast.tables
    cells = list(table.cells)
    texts = {"sign": "\uf0b7" + cells[0].text, "other": "Renstra"}
    for index, text in enumerate(texts.values()):
        cells[index] = replace(cells[index], lines=(replace(cells[index].lines[0], text=text),))
    changed = replace(fast, blocks=(replace(table, cells=tuple(cells[:-1])),))
    _, found = differences(changed, reference, "a.pdf 1")
    assert [difference.cause for difference in found] == ["sign", "other", "other"]
    assert str(found[1]) == f"a.pdf 1: other: {reference.tables[0].cells[1].text!r} -> 'Renstra'"


@pytest.mark.corpus
@pytest.mark.skipif(not CORPUS.is_dir(), reason="corpus not present")
def test_corpus_pages_read_the_same() -> None:
    """Some pages of all kinds; `python -m tests.parity` reads more and lists what is left."""
    cells, differing = compare(pages_of(sorted(CORPUS.rglob("*.pdf")), 67))
    told = "\n".join(map(str, differing))
    assert cells > 1500 and len(differing) <= 0.005 * cells, told
    assert not [difference for difference in differing if difference.cause == "other"], told
