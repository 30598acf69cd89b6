"""List numbers that stand beside a text of several lines."""

from __future__ import annotations

from extractors.layout import Line
from extractors.tables.beside import numbers_first, on_one_line


def line(text: str, left: float, top: float) -> Line:
    return Line(text, (left, top, left + 5.0 * len(text), top + 10.0))


def texts(lines: tuple[Line, ...]) -> list[str]:
    return [one.text for one in lines]


def test_a_number_at_the_middle_of_a_text_stands_in_front_of_it() -> None:
    cell = (line("Kegiatan Peningkatan Pengolahan dan", 40, 100), line("2", 20, 106), line("Pemasaran Hasil", 40, 112))
    assert texts(numbers_first(cell)) == ["2. Kegiatan Peningkatan Pengolahan dan", "Pemasaran Hasil"]
    assert texts(on_one_line(cell)) == ["2. Kegiatan Peningkatan Pengolahan dan", "Pemasaran Hasil"]


def test_a_number_read_as_part_of_the_second_line_stands_in_front_of_the_text() -> None:
    cell = (line("Kegiatan Perencanaan, Pengendalian dan", 40, 100), line("1 Evaluasi Pembangunan", 20, 112))
    assert texts(numbers_first(cell)) == ["1. Kegiatan Perencanaan, Pengendalian dan", "Evaluasi Pembangunan"]


def test_numbers_inside_a_text_and_several_numbers_stay() -> None:
    inside = (line("Jumlah sekolah penerima", 40, 100), line("2 kali bantuan", 40, 112))
    assert numbers_first(inside) == inside
    several = (line("1", 20, 100), line("Pelatihan", 40, 100), line("2", 20, 112), line("Bimbingan", 40, 112))
    assert numbers_first(several) == several
