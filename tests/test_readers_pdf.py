"""The fast PDF reader on pages as offices print them."""

from __future__ import annotations

from pathlib import Path

import pytest
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from extractors.layout import Layout, Page, Table
from extractors.readers.read import read_layout
from models.document import Format
from models.errors import ErrorCode

from .readers_samples import HEIGHT, WIDE, grid, justified, plan_table, unruled_table, write_pdf


def read_one(path: Path) -> Page:
    layout = read_layout(path)
    assert layout.page_count == 1
    return layout.pages[0]


def cell_texts(table: Table) -> dict[tuple[int, int], str]:
    return {(cell.row, cell.column): cell.text for cell in table.cells}


def spans(table: Table) -> dict[tuple[int, int], tuple[int, int]]:
    return {(cell.row, cell.column): (cell.row_span, cell.col_span) for cell in table.cells}


@pytest.fixture
def plan(tmp_path: Path) -> Layout:
    return read_layout(write_pdf(tmp_path / "renstra.pdf", plan_table))


def test_ruled_table_keeps_spans_texts_and_places(plan: Layout) -> None:
    assert plan.file.format is Format.PDF and plan.file.name == "renstra.pdf" and len(plan.file.sha256) == 64
    page = plan.pages[0]
    assert (page.number, page.reader, page.has_text, page.problem) == (1, "cepat", True, None)
    (table,) = page.tables
    assert (table.rows, table.columns, table.ruled) == (4, 7, True)
    assert spans(table)[0, 3] == (1, 2)
    assert spans(table)[0, 0] == (2, 1)
    assert spans(table)[2, 5] == (2, 1)
    assert (3, 0) not in spans(table)
    texts = cell_texts(table)
    assert texts[2, 1] == "Program Pemenuhan\nUpaya Kesehatan"
    assert (texts[2, 3], texts[3, 4], texts[2, 5]) == ("7,5", "96", "1.250")
    cell = next(cell for cell in table.cells if (cell.row, cell.column) == (2, 1))
    assert cell.box == pytest.approx((80, 160, 230, 240), abs=0.1)
    first, second = cell.lines
    assert first.box and second.box and first.box[3] <= second.box[1] + 1
    assert first.box[1] == pytest.approx(171 - 7, abs=2)


def test_text_outside_tables_is_in_reading_order(plan: Layout) -> None:
    kinds = [getattr(block, "text", "tabel") for block in plan.pages[0].blocks]
    assert kinds == [
        "RENCANA STRATEGIS DINAS KESEHATAN KOTA HARAPAN JAYA",
        "Tabel 6.1 Rencana Program dan Pendanaan",
        "tabel",
    ]


def test_bold_and_fill_are_told(tmp_path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setFillColorRGB(0.8, 0.9, 1)
        canvas.rect(40, HEIGHT - 130, 200, 30, stroke=0, fill=1)
        canvas.setFillColorRGB(0, 0, 0)
        canvas.setFont("Helvetica-Bold", 9)
        grid(canvas, [40, 140, 240], [100, 130], {(0, 0): "Sasaran", (0, 1): "Target"})
        canvas.setFont("Helvetica", 9)
        grid(canvas, [40, 140, 240], [130, 160], {(0, 0): "Turunnya stunting", (0, 1): "14"})

    (table,) = read_one(write_pdf(tmp_path / "a.pdf", draw)).tables
    head, body = table.cells[0], table.cells[2]
    assert head.fill == "#cce6ff" and body.fill is None
    assert head.lines[0].bold and not body.lines[0].bold


def test_backgrounds_behind_text_make_no_cells(tmp_path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        for top in (100, 112):
            canvas.setFillColorRGB(0.85, 0.85, 0.85)
            canvas.rect(45, HEIGHT - top - 12, 60, 12, stroke=0, fill=1)
        canvas.setFillColorRGB(0, 0, 0)
        texts = {(0, 0): "Indikator\nKinerja", (0, 1): "Target", (1, 0): "Rasio guru", (1, 1): "1:20"}
        grid(canvas, [40, 140, 240], [97, 130, 160], texts)

    (table,) = read_one(write_pdf(tmp_path / "a.pdf", draw)).tables
    assert (table.rows, table.columns) == (2, 2)
    assert cell_texts(table)[0, 0] == "Indikator\nKinerja"


def test_coloured_cells_without_lines_are_a_table(tmp_path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        for row, top in enumerate((100, 130, 160)):
            for column, x in enumerate((40, 140, 240)):
                canvas.setFillColorRGB(*((0.5, 0.8, 0.7) if row == 0 else (0.9, 0.95, 0.95)))
                canvas.rect(x, HEIGHT - top - 30, 99, 29, stroke=0, fill=1)
                canvas.setFillColorRGB(0, 0, 0)
                canvas.drawString(x + 5, HEIGHT - top - 15, f"isi {row}{column}")

    (table,) = read_one(write_pdf(tmp_path / "a.pdf", draw)).tables
    assert (table.rows, table.columns) == (3, 3)
    assert cell_texts(table)[2, 1] == "isi 21"


def test_double_rules_make_no_ghost_columns(tmp_path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        texts = {(0, 0): "Indikator", (0, 2): "Satuan", (0, 4): "Target", (2, 0): "IPM", (2, 2): "Poin", (2, 4): "78"}
        grid(canvas, [40, 140, 144, 200, 203.5, 260], [100, 120, 123.5, 143], texts)

    (table,) = read_one(write_pdf(tmp_path / "a.pdf", draw)).tables
    assert (table.rows, table.columns) == (2, 3)
    assert [cell.text for cell in table.cells] == ["Indikator", "Satuan", "Target", "IPM", "Poin", "78"]


def test_table_cut_open_by_the_page_end_is_closed(tmp_path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        grid(canvas, [40, 140, 240], [100, 130], {(0, 0): "Sasaran", (0, 1): "Indikator"})
        for x in (40, 140, 240):
            canvas.line(x, HEIGHT - 130, x, HEIGHT - 170)
        canvas.drawString(45, HEIGHT - 145, "Meningkatnya mutu")
        canvas.drawString(145, HEIGHT - 145, "Nilai SAKIP")

    (table,) = read_one(write_pdf(tmp_path / "a.pdf", draw)).tables
    assert (table.rows, table.columns) == (2, 2)
    assert cell_texts(table)[1, 1] == "Nilai SAKIP"


def test_stacked_indicators_keep_their_height(tmp_path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        texts = {(0, 0): "Indeks Reformasi\nBirokrasi\nNilai SAKIP", (0, 1): "72,5\n\nBB"}
        grid(canvas, [40, 180, 260], [100, 150], texts)

    (table,) = read_one(write_pdf(tmp_path / "a.pdf", draw)).tables
    names, values = table.cells
    assert [line.text for line in names.lines] == ["Indeks Reformasi", "Birokrasi", "Nilai SAKIP"]
    assert [line.text for line in values.lines] == ["72,5", "BB"]
    assert names.lines[2].box and values.lines[1].box
    assert names.lines[2].box[1] == pytest.approx(values.lines[1].box[1], abs=0.5)


@pytest.mark.parametrize("angle", [90, 180, 270])
def test_rotated_page_reads_as_seen(tmp_path: Path, angle: int) -> None:
    def draw(canvas: Canvas) -> None:
        # reportlab swaps the sides of a page that is to be displayed turned by a quarter.
        canvas.setPageRotation(angle)
        width, height = A4
        canvas.translate(*{90: (height, 0), 180: (width, height), 270: (0, width)}[angle])
        canvas.rotate(angle)
        plan_table(canvas)

    upright = read_one(write_pdf(tmp_path / "a.pdf", plan_table))
    page = read_one(write_pdf(tmp_path / "b.pdf", draw))
    assert page.turn == 0
    assert (page.width, page.height) == pytest.approx(A4, abs=0.1)
    (table,) = page.tables
    assert cell_texts(table) == cell_texts(upright.tables[0])
    assert table.box == pytest.approx(upright.tables[0].box, abs=0.2)
    assert page.paragraphs[0].box == pytest.approx(upright.paragraphs[0].box, abs=0.2)


@pytest.mark.parametrize(("angle", "turn"), [(90, 90), (-90, 270)])
def test_sideways_text_on_an_upright_page_is_turned(tmp_path: Path, angle: int, turn: int) -> None:
    def draw(canvas: Canvas) -> None:
        width, height = A4
        canvas.translate(width if angle == 90 else 0, 0 if angle == 90 else height)
        canvas.rotate(angle)
        plan_table(canvas, height=width)

    upright = read_one(write_pdf(tmp_path / "a.pdf", plan_table))
    page = read_one(write_pdf(tmp_path / "b.pdf", draw))
    assert page.turn == turn
    (table,) = page.tables
    assert cell_texts(table) == cell_texts(upright.tables[0])
    assert table.box == pytest.approx(upright.tables[0].box, abs=0.2)
    assert table.box is not None
    x0, top, x1, bottom = page.displayed(table.box)
    assert x1 - x0 == pytest.approx(table.box[3] - table.box[1]) and 0 <= x0 < x1 <= A4[0]
    assert bottom - top == pytest.approx(table.box[2] - table.box[0]) and 0 <= top < bottom <= A4[1]


def test_upright_heading_text_beside_sideways_words(tmp_path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        grid(canvas, [40, 70, 240], [100, 180, 200], {(0, 1): "Indikator Kinerja", (1, 0): "1", (1, 1): "Indeks Gini"})
        canvas.saveState()
        canvas.translate(58, HEIGHT - 175)
        canvas.rotate(90)
        canvas.drawString(0, 0, "Nomor Urut")
        canvas.restoreState()

    page = read_one(write_pdf(tmp_path / "a.pdf", draw))
    assert page.turn == 0
    assert [cell.text for cell in page.tables[0].cells] == ["Nomor Urut", "Indikator Kinerja", "1", "Indeks Gini"]


def test_glyphs_drawn_twice_count_once(tmp_path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.drawString(40, 700, "SASARAN STRATEGIS 2025")
        canvas.drawString(40.4, 700, "SASARAN STRATEGIS 2025")
        for x, letter in zip((40, 46, 52, 58), "1100", strict=True):
            canvas.drawString(x, 680, letter)
            canvas.drawString(x + 0.3, 680, letter)

    page = read_one(write_pdf(tmp_path / "a.pdf", draw))
    assert [paragraph.text for paragraph in page.paragraphs] == ["SASARAN STRATEGIS 2025", "1100"]


def test_letter_spacing_is_no_word_gap(tmp_path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        text = canvas.beginText(40, 700)
        text.setFont("Helvetica", 10)
        text.setCharSpace(3)
        text.textOut("RENCANA KERJA")
        canvas.drawText(text)

    page = read_one(write_pdf(tmp_path / "a.pdf", draw))
    assert page.paragraphs[0].text == "RENCANA KERJA"


def test_order_of_writing_does_not_matter(tmp_path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        for x, y, word in (
            (92, 690, "Baik"),
            (40, 700, "Predikat"),
            (80, 700, "SAKIP"),
            (40, 690, "Minimal"),
            (112, 700, "BB"),
        ):
            canvas.drawString(x, y, word)

    page = read_one(write_pdf(tmp_path / "a.pdf", draw))
    assert [paragraph.text for paragraph in page.paragraphs] == ["Predikat SAKIP BB", "Minimal Baik"]


def test_word_over_a_border_stays_whole(tmp_path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        grid(canvas, [40, 90, 200], [100, 130], {(0, 0): "12.345.678.901", (0, 1): ""})
        canvas.drawRightString(190, HEIGHT - 111, "95")

    (table,) = read_one(write_pdf(tmp_path / "a.pdf", draw)).tables
    assert [cell.text for cell in table.cells] == ["12.345.678.901", "95"]


def test_values_in_neighbouring_cells_never_join(tmp_path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        grid(canvas, [40, 80, 120], [100, 130], {})
        canvas.drawRightString(79.5, HEIGHT - 111, "100")
        canvas.drawString(80.8, HEIGHT - 111, "90")

    (table,) = read_one(write_pdf(tmp_path / "a.pdf", draw)).tables
    assert [cell.text for cell in table.cells] == ["100", "90"]


@pytest.mark.parametrize("rules", [False, True])
def test_table_without_vertical_rules_is_inferred(tmp_path: Path, rules: bool) -> None:
    path = write_pdf(tmp_path / "a.pdf", lambda canvas: unruled_table(canvas, rules), size=WIDE)
    page = read_one(path)
    (table,) = page.tables
    assert not table.ruled
    assert (table.rows, table.columns, table.header_rows) == (6, 7, 2)
    texts = cell_texts(table)
    assert [texts[0, column] for column in (0, 1, 2)] == ["Kode", "Program", "Indikator"]
    assert (texts[0, 3], texts[0, 5]) == ("Tahun 2025", "Tahun 2026")
    assert spans(table)[0, 3] == (1, 2) and spans(table)[0, 1] == (2, 1)
    assert [texts[1, column] for column in (3, 4, 5, 6)] == ["Target", "Rp", "Target", "Rp"]
    assert [texts[2, column] for column in range(5)] == [
        "2.16.01",
        "Program Penunjang\nUrusan Pemerintahan",
        "Indeks Kepuasan\nPegawai",
        "81,5",
        "1.250.000.000",
    ]
    assert texts[5, 2] == "Persentase Data\nTerbuka" and texts[5, 6] == "350.000.000"
    assert [paragraph.text for paragraph in page.paragraphs] == [
        "Tabel 7.1",
        "Indikasi Rencana Program Kota Harapan Jaya",
    ]


def test_a_title_cut_by_wide_spaces_is_no_heading(tmp_path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.drawCentredString(400, WIDE[1] - 40, "Tabel 4.5")
        for x, text in ((280, "IKU Kota"), (365, "Harapan Jaya Tahun"), (475, "2025-2027")):
            canvas.drawCentredString(x + 15, WIDE[1] - 52, text)
        rows = [("INDIKATOR KINERJA UTAMA", "SATUAN", "BASELINE", "2025", "2026", "2027")]
        rows += [(f"Indeks mutu kota ke {n}", "Poin", f"7{n},5", f"7{n},6", f"7{n},7", f"7{n},8") for n in range(8)]
        for number, row in enumerate(rows):
            for x, text in zip((60, 300, 400, 500, 600, 700), row, strict=True):
                canvas.drawString(x, WIDE[1] - 76 - 16 * number, text)

    page = read_one(write_pdf(tmp_path / "a.pdf", draw, size=WIDE))
    (table,) = page.tables
    texts = cell_texts(table)
    assert [texts[0, column] for column in range(3)] == ["INDIKATOR KINERJA UTAMA", "SATUAN", "BASELINE"]
    assert "IKU Kota Harapan Jaya Tahun 2025-2027" in [" ".join(p.text.split()) for p in page.paragraphs]


def test_prose_with_numbers_is_no_table(tmp_path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        y = 780.0
        for number in range(30):
            canvas.drawString(60, y, f"{number + 1}.  Pada tahun {2010 + number % 10} penduduk Kota Harapan Jaya")
            canvas.drawString(
                60, y - 12, f"bertambah {number},5 persen menjadi {number * 1000} jiwa pada 12 kecamatan."
            )
            y -= 25

    assert read_one(write_pdf(tmp_path / "a.pdf", draw)).tables == ()


def test_justified_lists_are_no_table(tmp_path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        for number in range(2):
            y = 700 - 30 * number
            text = f"{number + 8}) Prosentase peningkatan jumlah ekspor hasil rata - rata 3,3{number}% atau 4.312 ton"
            justified(canvas, 60, y, 480, text)
            canvas.drawString(75, y - 12, "sebesar 12 persen")

    assert read_one(write_pdf(tmp_path / "a.pdf", draw)).tables == ()


def test_banded_table_is_read_whole(tmp_path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        for row, top in enumerate((100, 114, 128, 142)):
            if row % 2:
                canvas.setFillColorRGB(0.9, 0.95, 0.85)
                for x in (40, 70, 260, 330, 400):
                    canvas.rect(x, HEIGHT - top - 10, 60, 14, stroke=0, fill=1)
                canvas.setFillColorRGB(0, 0, 0)
            name = ("Jumlah sampah yang ditangani", "Jumlah produksi sampah", "Cakupan layanan", "Armada")[row]
            for x, text in (
                (44, str(row + 1)),
                (74, name),
                (264, f"{row + 81},5"),
                (334, f"{row + 80},1"),
                (404, "78,2"),
            ):
                canvas.drawString(x, HEIGHT - top, text)

    (table,) = read_one(write_pdf(tmp_path / "a.pdf", draw)).tables
    assert (table.rows, table.columns) == (4, 5)
    assert cell_texts(table)[2, 1] == "Cakupan layanan" and cell_texts(table)[3, 4] == "78,2"


def test_inferred_table_that_goes_on_keeps_its_columns(tmp_path: Path) -> None:
    def rest(canvas: Canvas) -> None:
        for y, money in ((500, "120.000.000"), (480, "75.000.000"), (460, "15.500.000")):
            canvas.drawString(240, y, "Indeks Layanan")
            for x in (400, 540):
                canvas.drawCentredString(x + 14, y, "80")
                canvas.drawRightString(x + 120, y, money)

    layout = read_layout(write_pdf(tmp_path / "a.pdf", unruled_table, rest, size=WIDE))
    first, second = (page.tables[0] for page in layout.pages)
    assert (second.rows, second.columns, second.header_rows) == (3, 7, 0)
    assert second.xs == first.xs
    assert cell_texts(second)[1, 2] == "Indeks Layanan" and cell_texts(second)[2, 6] == "15.500.000"
    assert cell_texts(second)[0, 0] == ""


def test_page_with_100_000_segments_is_read_without_its_tables(tmp_path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        plan_table(canvas)
        for start in range(50_000):
            canvas.line(start % 500, start // 100, start % 500 + 2, start // 100 + 3)

    path = write_pdf(tmp_path / "peta.pdf", draw, pageCompression=1)
    layout = read_layout(path)
    page = layout.pages[0]
    assert page.problem is not None and page.problem.code is ErrorCode.TOO_MANY_PATHS
    assert page.problem.page == 1 and "Halaman 1" in page.problem.message
    assert page.tables == () and page.paragraphs[0].text.startswith("RENCANA STRATEGIS")
    assert layout.problems == (page.problem,)


def test_long_drawing_in_one_path_does_not_hide_the_table(tmp_path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        plan_table(canvas)
        path = canvas.beginPath()
        path.moveTo(40, 100)
        for step in range(100_000):
            path.lineTo(40 + step % 400, 100 + step % 7)
        canvas.drawPath(path)

    page = read_one(write_pdf(tmp_path / "grafik.pdf", draw, pageCompression=1))
    assert page.problem is None
    assert (page.tables[0].rows, page.tables[0].columns) == (4, 7)


def test_form_xobject_is_read_where_it_stands(tmp_path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.beginForm("lampiran")
        canvas.setFont("Helvetica", 9)
        grid(canvas, [40, 140, 240], [100, 130], {(0, 0): "Sasaran", (0, 1): "Target"})
        canvas.endForm()
        canvas.translate(50, -40)
        canvas.doForm("lampiran")

    (table,) = read_one(write_pdf(tmp_path / "a.pdf", draw)).tables
    assert table.box == pytest.approx((90, 140, 290, 170), abs=0.2)
    assert [cell.text for cell in table.cells] == ["Sasaran", "Target"]


def test_chosen_pages_and_worker_processes_give_the_same(tmp_path: Path) -> None:
    def numbered(number: int) -> object:
        def draw(canvas: Canvas) -> None:
            canvas.drawString(40, 800, f"Halaman ke-{number}")
            plan_table(canvas)

        return draw

    path = write_pdf(tmp_path / "a.pdf", *[numbered(number) for number in range(1, 41)])  # type: ignore[misc]
    chosen = read_layout(path, pages=[39, 2, 99])
    assert [page.number for page in chosen.pages] == [2, 39] and chosen.page_count == 40
    assert chosen.pages[1].paragraphs[0].text == "Halaman ke-39"
    assert read_layout(path, workers=2) == read_layout(path)


def test_a_few_lines_set_too_far_left_do_not_hide_a_column_and_a_section_title_is_a_row(tmp_path: Path) -> None:
    services = ("Kesehatan ibu", "Kesehatan bayi", "Kesehatan balita", "Gizi anak", "Gizi remaja", "Imunisasi")
    lines: list[tuple[tuple[float, str], ...]] = [
        ((40, "NO"), (70, "JENIS LAYANAN"), (230, "INDIKATOR"), (420, "2024"), (480, "2025"), (540, "2026"))
    ]
    for number, name in enumerate(services, 1):
        lines.append(
            ((40, str(number)), (70, name), (230, "Warga yang terlayani"), (420, "90%"), (480, "91%"), (540, "92%"))
        )
    lines.append(((40, "PEKERJAAN UMUM DAN PENATAAN RUANG KOTA"),))
    lines.append(
        ((40, "1"), (70, "Air minum"), (170, "Warga yang terlayani"), (420, "80%"), (480, "81%"), (540, "82%"))
    )

    def draw(canvas: Canvas) -> None:
        for row, texts in enumerate(lines):
            for x, text in texts:
                canvas.drawString(x, WIDE[1] - 76 - 16 * row, text)

    (table,) = read_one(write_pdf(tmp_path / "a.pdf", draw, size=WIDE)).tables
    texts = cell_texts(table)
    assert [texts[1, column] for column in range(4)] == ["1", "Kesehatan ibu", "Warga yang terlayani", "90%"]
    assert texts[7, 0] == "PEKERJAAN UMUM DAN PENATAAN RUANG KOTA"
    assert spans(table)[7, 0] == (1, table.columns)
    assert (texts[8, 0], texts[8, 3]) == ("1", "80%")


def test_the_last_digits_of_broken_amounts_begin_no_row(tmp_path: Path) -> None:
    lines = [
        ((40, "KODE"), (90, "INDIKATOR"), (300, "2025"), (360, "RP"), (480, "2026"), (540, "RP")),
        ((40, "3.27.0"), (90, "Lahan"), (300, "18"), (360, "12.306.500.000,"), (480, "9"), (540, "5.846.500.000,")),
        ((40, "2"), (90, "yang terairi"), (360, "00"), (540, "00")),
        ((40, "3.27.0"), (90, "Bencana"), (300, "95"), (360, "8.300.000.000,0"), (480, "96"), (540, "9.000.000.000,0")),
        ((40, "3"), (90, "di lahan"), (360, "0"), (540, "0")),
    ]  # fmt: skip

    def draw(canvas: Canvas) -> None:
        for row, texts in enumerate(lines):
            for x, text in texts:
                canvas.drawString(x, WIDE[1] - 76 - 14 * row, text)

    (table,) = read_one(write_pdf(tmp_path / "a.pdf", draw, size=WIDE)).tables
    texts = cell_texts(table)
    assert table.rows == 3
    assert (texts[1, 1], texts[1, 3]) == ("Lahan\nyang terairi", "12.306.500.000,\n00")
    assert texts[2, 0] == "3.27.0\n3"


def test_a_range_over_two_lines_is_one_row_though_another_column_begins_between(tmp_path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        def line(y: float, *cells: tuple[float, str]) -> None:
            for x, text in cells:
                canvas.drawString(x, HEIGHT - y, text)

        years = [(330 + 55 * number, str(2025 + number)) for number in range(4)]
        line(90, (40, "Sasaran"), (180, "Indikator"), *years)
        rows = [
            (["Meningkatnya mutu"], ["Indeks mutu (Poin)"], ["71,1", "72,2", "73,3", "74,4"]),
            (["Naiknya kerja"], ["Tingkat penganggur", "terbuka (Persen)"], ["7,84 -", "7,11 -", "7,05 -", "6,98 -"]),
            (["Meningkatnya aman"], ["Indeks aman (Poin)"], ["75,4", "77,4", "78,5", "79,1"]),
            (["Meningkatnya rukun"], ["Indeks rukun (Poin)"], ["78,2", "79,0", "80,3", "81,4"]),
        ]  # fmt: skip
        y = 115.0
        for goal, indicator, values in rows:
            line(y, (40, goal[0]), (180, indicator[0]), *((x, v) for (x, _), v in zip(years, values, strict=True)))
            if values[0].endswith("-"):
                line(y + 6, (40, "penduduk kota"))
                halves = ("8,54", "7,63", "7,67", "7,71")
                line(y + 12, (180, indicator[1]), *((x, v) for (x, _), v in zip(years, halves, strict=True)))
            y += 28

    (table,) = read_one(write_pdf(tmp_path / "rpjmd.pdf", draw)).tables
    cells = {cell.text for cell in table.cells}
    assert {"7,84 - 8,54", "7,11 - 7,63", "7,05 - 7,67", "6,98 - 7,71"} <= {" ".join(text.split()) for text in cells}
