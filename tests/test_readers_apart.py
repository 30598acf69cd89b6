"""Pages that hang or crash PDFium cost themselves only. Read in a fresh interpreter: it has no threads."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from reportlab.pdfgen.canvas import Canvas

from extractors.layout import Page
from extractors.readers import pdf_fast
from extractors.readers.read import read_layout

from .readers_samples import plan_table, write_pdf

needs_fork = pytest.mark.skipif(sys.platform != "linux", reason="processes start too slowly here")
READ_FAST = pdf_fast.read_page

CRASHING = """
import json, os, sys
from pathlib import Path
from extractors.readers import pdf_fast
from extractors.readers.read import read_layout

path, workers, bad = sys.argv[1], int(sys.argv[2]), [int(page) for page in sys.argv[3].split(",")]
read = pdf_fast.read_page

def crashing(document, number):
    if number in bad:
        os._exit(139)
    return read(document, number)

pdf_fast.read_page = crashing
layout = read_layout(Path(path), workers=workers)
print(json.dumps({
    "pages": [page.number for page in layout.pages],
    "tables": [page.number for page in layout.pages if page.tables],
    "problems": [[problem.page, problem.code.value] for problem in layout.problems],
}))
"""


def run(code: str, *arguments: object) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", code, *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, timeout=60, cwd=Path(__file__).parents[1])


def endless(canvas: Canvas) -> None:
    """A drawing in a drawing in a drawing, ten times each: seven kilobytes that keep PDFium busy for an hour."""
    for level in range(10):
        canvas.beginForm(f"bingkai{level}")
        if level == 0:
            canvas.line(10, 10, 20, 20)
        else:
            for _ in range(10):
                canvas.doForm(f"bingkai{level - 1}")
        canvas.endForm()
    canvas.doForm("bingkai9")


@needs_fork
@pytest.mark.parametrize(
    "limit, code, said",
    [
        ("pdf.PAGE_SECONDS = 1.0", "E112", "Halaman 2 melewati batas waktu baca dan dilewati. "),
        ("deadline.MAX_BYTES = 100 << 20", "E114", "Halaman 2 rusak dan tidak dapat dibaca. "),
    ],
    ids=["time", "memory"],
)
def test_a_page_that_hangs_pdfium_is_given_up(tmp_path: Path, limit: str, code: str, said: str) -> None:
    path = write_pdf(tmp_path / "renstra macet.pdf", plan_table, endless, plan_table)
    ended = run(
        f"import sys; from extractors.readers import deadline, pdf; {limit}; from flows.cli import main; main()",
        "extract",
        path,
    )
    pages = [json.loads(line)["page"] for line in ended.stdout.splitlines()]
    assert ended.returncode == 0 and set(pages) == {1, 3}
    assert ended.stderr.startswith(f"! renstra macet.pdf: [{code}] {said}")
    assert (len(ended.stderr.splitlines()) == 1 and "cetak ulang" in ended.stderr) or "simpan ulang" in ended.stderr


@needs_fork
@pytest.mark.parametrize("workers", [1, 2])
def test_a_page_that_crashes_pdfium_is_given_up(tmp_path: Path, workers: int) -> None:
    path = write_pdf(tmp_path / "a.pdf", *[plan_table] * 40)
    told = json.loads(run(CRASHING, path, workers, "2,20,40").stdout)
    assert told["pages"] == list(range(1, 41))
    assert told["tables"] == [page for page in range(1, 41) if page not in (2, 20, 40)]
    assert told["problems"] == [[2, "E114"], [20, "E114"], [40, "E114"]]


@needs_fork
def test_a_file_that_crashes_on_every_page_ends(tmp_path: Path) -> None:
    path = write_pdf(tmp_path / "a.pdf", *[plan_table] * 50)
    told = json.loads(run(CRASHING, path, 2, ",".join(map(str, range(1, 51)))).stdout)
    assert told["pages"] == [page for page, _ in told["problems"]] == list(range(1, 51)) and told["tables"] == []


def test_a_fault_of_ours_costs_one_page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def faulty(document: Any, number: int) -> Page:
        if number == 2:
            raise ValueError("unexpected")
        return READ_FAST(document, number)

    monkeypatch.setattr(pdf_fast, "read_page", faulty)
    layout = read_layout(write_pdf(tmp_path / "a.pdf", *[plan_table] * 3))
    assert [page.reader for page in layout.pages] == ["cepat", "acuan", "cepat"] and not layout.problems
    assert [cell.text for cell in layout.pages[1].tables[0].cells] == [
        cell.text for cell in layout.pages[0].tables[0].cells
    ]
