"""Value and money cells as offices print them."""

from __future__ import annotations

import importlib.util
import sys
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.compare import agree
from models.quantity import (
    NumberStyle,
    Quantity,
    QuantityKind,
    parse_money,
    parse_quantity,
    rank,
    vote_style,
)

COMMA, POINT = NumberStyle.COMMA, NumberStyle.POINT

NUMBERS = [
    # printed, value, decimals
    ("69,35", "69.35", 2),
    ("66.95", "66.95", 2),
    ("0,480", "0.480", 3),
    ("0.480", "0.480", 3),
    (",5", "0.5", 1),
    ("95.", "95", 0),
    ("92", "92", 0),
    ("0", "0", 0),
    ("0,00", "0", 2),
    ("1.218,1", "1218.1", 1),
    ("1.234.567,8", "1234567.8", 1),
    ("1234,567", "1234.567", 3),
    ("352,073,278,570.00", "352073278570", 2),
    ("1,231,790,000", "1231790000", 0),
    ("3.458.888.649.879", "3458888649879", 0),
    ("1 500 000", "1500000", 0),
    ("56.86472339", "56.86472339", 8),
    ("-1,25", "-1.25", 2),
    ("−3", "-3", 0),
    ("+5", "5", 0),
    ("(2,5)", "-2.5", 1),
    ("95,\n25", "95.25", 2),
    ("95\n,25", "95.25", 2),
    ("27.913.23\n0", "27913230", 0),
    ("1.218.082.700.40\n2", "1218082700402", 0),
    ("1.500.\n000", "1500000", 0),
    ("100*", "100", 0),
    ("72,5 **)", "72.5", 1),
    ("95,5¹", "95.5", 1),
    ("4 (empat)", "4", 0),
    ("２０,５", "20.5", 1),
]

UNITS = [
    # printed, value, unit
    ("100%", "100", "%"),
    ("100 %", "100", "%"),
    ("100 Persen", "100", "Persen"),
    ("-1,0%", "-1", "%"),
    ("10 Perda", "10", "Perda"),
    ("12 Dokumen", "12", "Dokumen"),
    ("1 Paket", "1", "Paket"),
    ("1,180 orang", "1180", "orang"),
    ("1.280 jiwa", "1280", "jiwa"),
    ("107 Orang/bulan", "107", "Orang/bulan"),
    ("1 dokumen Perbup SLF", "1", "dokumen Perbup SLF"),
    ("1 Dokumen RPJMD 2025-2029", "1", "Dokumen RPJMD 2025-2029"),
    ("1 (satu) Dokumen", "1", "Dokumen"),
    ("100 (seratus) persen", "100", "persen"),
    ("1,5 %/tahun", "1.5", "%/tahun"),
    ("12 m2", "12", "m2"),
    ("12 m²", "12", "m2"),
    ("2 jt", "2", "jt"),
    ("Rp 1,2 M", "1200000000", "Rp"),
    ("Rp. 78,75 juta", "78750000", "Rp"),
    ("Rp 2 T", "2000000000000", "Rp"),
    ("Rp 500 ribu", "500000", "Rp"),
    ("Rp. 1.500.000,-", "1500000", "Rp"),
    ("Rp1,234", "1234", "Rp"),
]


@pytest.mark.parametrize(("raw", "value", "decimals"), NUMBERS)
def test_number(raw: str, value: str, decimals: int) -> None:
    read = parse_quantity(raw)
    assert (read.kind, read.value, read.decimals) == (QuantityKind.NUMBER, Decimal(value), decimals)
    assert read.unit is None and read.alternatives == ()


@pytest.mark.parametrize(("raw", "value", "unit"), UNITS)
def test_number_with_unit(raw: str, value: str, unit: str) -> None:
    read = parse_quantity(raw)
    assert (read.kind, read.value, read.unit) == (QuantityKind.NUMBER, Decimal(value), unit)


@pytest.mark.parametrize(
    ("raw", "low", "high", "unit"),
    [
        ("3,00-4,50", "3.00", "4.50", None),
        ("68,7 - 69,1", "68.7", "69.1", None),
        ("14,08-\n14,09", "14.08", "14.09", None),
        ("4,95\n-  5,15", "4.95", "5.15", None),
        ("0,260–0,273", "0.260", "0.273", None),
        ("70 s.d. 80 %", "70", "80", "%"),
        ("70 s/d 80", "70", "80", None),
        ("5 sampai dengan 10 orang", "5", "10", "orang"),
        ("85% - 90%", "85", "90", "%"),
        ("1.000-2.000 orang", "1000", "2000", "orang"),
        ("0 - 5", "0", "5", None),
        ("80,00 - 85,00 (B)", "80", "85", None),
        ("Rp 5 juta - Rp 10 juta", "5000000", "10000000", "Rp"),
    ],
)
def test_range(raw: str, low: str, high: str, unit: str | None) -> None:
    read = parse_quantity(raw)
    assert (read.kind, read.value) == (QuantityKind.RANGE, None)
    assert (read.low, read.high, read.unit) == (Decimal(low), Decimal(high), unit)


def test_range_that_falls_is_noted() -> None:
    read = parse_quantity("5,15 - 4,95")
    assert (read.low, read.high) == (Decimal("4.95"), Decimal("5.15"))
    assert read.note


@pytest.mark.parametrize(
    ("raw", "low", "high", "unit"),
    [
        ("1:25", 1, 25, None),
        ("1 : 1.000", 1, 1000, None),
        ("1:250", 1, 250, None),
        ("1/250", 1, 250, None),
        ("183 per 100.000", 183, 100000, None),
        ("183 per 100.000 KH", 183, 100000, "KH"),
        ("1: 10.000 penduduk", 1, 10000, "penduduk"),
    ],
)
def test_ratio(raw: str, low: int, high: int, unit: str | None) -> None:
    read = parse_quantity(raw)
    assert (read.kind, read.value, read.low, read.high, read.unit) == (QuantityKind.RATIO, None, low, high, unit)


WORDS = ["WTP", "wdp", "BB", "A", "AA", "Baik", "Sangat Baik", "Level 3", "Level III", "Ada", "Ya", "Predikat B"]


@pytest.mark.parametrize("raw", [*WORDS, "A (Memuaskan)", "BB (72,5)", "Persen"])
def test_word(raw: str) -> None:
    read = parse_quantity(raw)
    assert (read.kind, read.value) == (QuantityKind.WORD, None)


def test_number_beside_a_grade_keeps_both() -> None:
    assert parse_quantity("BB (72,5)").alternatives == (Decimal("72.5"),)
    read = parse_quantity("72,5 (BB)")
    assert (read.value, read.unit) == (Decimal("72.5"), None)
    assert read.note and "BB" in read.note


@pytest.mark.parametrize("raw", ["meningkat", "Menurun", "Naik 5%", "tetap", "Meningkat setiap tahun"])
def test_direction(raw: str) -> None:
    assert parse_quantity(raw).kind is QuantityKind.DIRECTION


@pytest.mark.parametrize(
    "raw", [None, "", " ", "-", "–", "—", "- -", "n/a", "NA", "N/A", "......", "…", "_", "Belum ada data"]
)
def test_blank(raw: str | None) -> None:
    read = parse_quantity(raw)
    assert (read.kind, read.value) == (QuantityKind.BLANK, None)
    assert parse_money(raw).kind is QuantityKind.BLANK


@pytest.mark.parametrize(
    "raw",
    [
        "3 Angkatan/60 Orang",
        "1200 eksemplar/3 orang pengelola",
        "12 (5)",
        "150 Dokumen 2 Laporan",
        "2 jam 30 menit",
        "95\n96\n97",
        "10\n0",
        "8 dari 10",
    ],
)
def test_two_values_are_no_number(raw: str) -> None:
    read = parse_quantity(raw)
    assert (read.kind, read.value, read.note) == (QuantityKind.TEXT, None, "dua nilai dalam satu sel")


@pytest.mark.parametrize(
    "raw",
    ["31 Desember 2025", "1.02.02.2.02", "s.d. 5", "12345678901234567890123", "Tersusunnya 5 dokumen perencanaan"],
)
def test_text_is_no_number(raw: str) -> None:
    read = parse_quantity(raw)
    assert (read.kind, read.value) == (QuantityKind.TEXT, None)


def test_year_beside_the_value() -> None:
    read = parse_quantity("65,57 (2023)")
    assert (read.kind, read.value, read.year) == (QuantityKind.NUMBER, Decimal("65.57"), 2023)
    assert parse_quantity("65,57 (Tahun 2023)").year == 2023
    assert parse_quantity("WTP (2023)").kind is QuantityKind.WORD
    assert parse_quantity("2023").year is None


@pytest.mark.parametrize(
    ("raw", "value", "sign"),
    [("≤ 5", 5, "≤"), (">= 80", 80, "≥"), ("< 15 menit", 15, "<"), ("min. 80", 80, "≥"), ("± 12", 12, "±")],
)
def test_comparator_keeps_value_and_note(raw: str, value: int, sign: str) -> None:
    read = parse_quantity(raw)
    assert (read.kind, read.value) == (QuantityKind.NUMBER, value)
    assert read.note and sign in read.note


@pytest.mark.parametrize(
    ("raw", "alternatives"),
    [
        ("9.154", ["9154", "9.154"]),
        ("9,154", ["9.154", "9154"]),
        ("(1.234)", ["-1234", "-1.234"]),
        ("5.768 KM", ["5768", "5.768"]),
        ("4.534.490.378,217", ["4534490378217", "4534490378.217"]),
        ("1.234,567", ["1234.567", "1234567"]),
        ("1.218.082.700.40", ["1218082700.40", "121808270040"]),
        ("87-35", ["87.35"]),
        ("94-00", ["94.00"]),
        ("0-05", ["0.05"]),
        ("- 5", ["-5", "5"]),
        ("(1)", ["-1", "1"]),
        ("3,5 -", ["3.5"]),
        ("14,", ["14"]),
    ],
)
def test_ambiguous_keeps_its_readings(raw: str, alternatives: list[str]) -> None:
    read = parse_quantity(raw)
    assert (read.kind, read.value) == (QuantityKind.AMBIGUOUS, None)
    assert read.alternatives == tuple(Decimal(text) for text in alternatives)
    assert read.note


def test_slip_inside_a_range_is_read_and_noted() -> None:
    read = parse_quantity("85,35-87-35")
    assert (read.kind, read.low, read.high) == (QuantityKind.RANGE, Decimal("85.35"), Decimal("87.35"))
    assert read.note and "87,35" in read.note


@pytest.mark.parametrize(
    ("raw", "style", "unit", "value"),
    [
        ("9.154", COMMA, None, "9154"),
        ("9.154", POINT, None, "9.154"),
        ("9,154", COMMA, None, "9.154"),
        ("9,154", POINT, None, "9154"),
        ("9.154", None, "Orang", "9154"),
        ("9,154", None, "Dokumen", "9154"),
        ("9.154", None, "Persen", "9.154"),
        ("9,154", None, "Indeks", "9.154"),
        ("9.154", None, "Rp", "9154"),
        ("9.154", COMMA, "Orang", "9154"),
        ("1.234,567", COMMA, None, "1234.567"),
        ("1,234.567", POINT, "Indeks", "1234.567"),
        ("0.480", COMMA, "Orang", "0.480"),
    ],
)
def test_style_and_unit_settle_the_lone_separator(
    raw: str, style: NumberStyle | None, unit: str | None, value: str
) -> None:
    read = parse_quantity(raw, style=style, unit=unit)
    assert (read.kind, read.value) == (QuantityKind.NUMBER, Decimal(value))


def test_style_against_unit_stays_ambiguous() -> None:
    read = parse_quantity("9.154", style=POINT, unit="Orang")
    assert read.kind is QuantityKind.AMBIGUOUS
    assert read.alternatives == (Decimal(9154), Decimal("9.154"))


def test_unit_of_the_cell_outranks_the_column() -> None:
    assert parse_quantity("1.250 orang", unit="Persen").value == 1250


@pytest.mark.parametrize(
    ("raw", "scale", "style", "rupiah"),
    [
        ("19.584.648.000,00", 1, None, "19584648000"),
        ("1,231,790,000", 1, None, "1231790000"),
        ("Rp. 250.000.000,-", 1, None, "250000000"),
        ("Rp 0,-", 1, None, "0"),
        ("0", 1, None, "0"),
        ("1.500", 1, POINT, "1500"),
        ("(1.500.000)", 1, None, "-1500000"),
        ("(5)", 1, None, "-5"),
        ("78,75", 1_000_000, None, "78750000"),
        ("1.500", 1_000_000, COMMA, "1500000000"),
        ("1.500", 1_000_000, POINT, "1500000"),
        ("1.500", 1_000, None, "1500000"),
        ("1.500,250", 1_000, COMMA, "1500250"),
        ("1,2 M", 1_000_000, None, "1200000000"),
        ("1.500.\n000", 1, None, "1500000"),
        ("250.000.000 (APBD)", 1, None, "250000000"),
    ],
)
def test_money(raw: str, scale: int, style: NumberStyle | None, rupiah: str) -> None:
    read = parse_money(raw, scale=scale, style=style)
    assert (read.kind, read.value) == (QuantityKind.NUMBER, Decimal(rupiah))


def test_money_that_can_be_two_amounts_is_not_guessed() -> None:
    read = parse_money("1.500", scale=1_000_000)
    assert (read.kind, read.value) == (QuantityKind.AMBIGUOUS, None)
    assert read.alternatives == (Decimal(1_500_000_000), Decimal(1_500_000))
    slip = parse_money("4.534.490.378,217", style=COMMA)
    assert slip.alternatives[0] == Decimal(4534490378217)
    assert parse_money("1.500\n000").value is None
    assert parse_money("12345678901234567", scale=10**9).kind is QuantityKind.TEXT


def test_raw_is_what_is_printed() -> None:
    assert parse_quantity("95,\n25").raw == "95,25"
    assert parse_quantity("  12\n Dokumen ").raw == "12 Dokumen"
    assert parse_quantity("95,5¹").raw == "95,5¹"
    assert parse_money("1.500.\n000").raw == "1.500.000"


@pytest.mark.parametrize(
    ("cells", "style"),
    [
        (["69,35", "70,1", "100", "66.95", "5,5"], COMMA),
        (["69.35", "70.1", "-"], POINT),
        (["0,123"], COMMA),
        (["3.458.888"], COMMA),
        (["1,231,790,000"], POINT),
        (["1.218,1"], COMMA),
        (["95,\n25"], COMMA),
        (["9.154", "12"], None),
        (["69,35", "66.95"], None),
        ([], None),
    ],
)
def test_vote_style(cells: list[str], style: NumberStyle | None) -> None:
    assert vote_style(cells) is style


def test_ordinal_scales_rise() -> None:
    def rung(word: str) -> int:
        found = rank(word)
        assert found
        return found[1]

    assert rung("WTP") > rung("WDP") > rung("TW") > rung("TMP")
    assert [rung(word) for word in ("D", "C", "CC", "B", "BB", "A", "AA")] == sorted(
        rung(word) for word in ("D", "C", "CC", "B", "BB", "A", "AA")
    )
    assert rung("Sangat Baik") > rung("Baik") > rung("Cukup") > rung("Kurang")
    assert rank("Dokumen") is None


@pytest.mark.parametrize(
    ("left", "right", "same"),
    [
        ("92,0", "92", True),
        ("92,00", "92.0", True),
        ("92,04", "92", True),
        ("92,4", "92", True),
        ("92,6", "92", False),
        ("69,35", "69,4", True),
        ("69,35", "69,3", False),
        ("69,35", "69,36", False),
        ("3,00-4,50", "3 - 4,5", True),
        ("3,00-4,50", "3 - 4,6", False),
        ("WTP", "Wajar Tanpa Pengecualian", True),
        ("WTP", "WDP", False),
        ("Level 3", "level 3", True),
        ("95", "meningkat", None),
        ("95", "-", None),
        ("9.154", "9154", None),
    ],
)
def test_agree(left: str, right: str, same: bool | None) -> None:
    assert agree(parse_quantity(left), parse_quantity(right)) is same


# --- properties


def _print(value: Decimal, style: NumberStyle, grouped: bool) -> str:
    plain = f"{value:,f}" if grouped else f"{value:f}"
    return plain.translate(str.maketrans(",.", ".,")) if style is COMMA else plain


@given(
    value=st.decimals(min_value=0, max_value=10**11, places=2),
    style=st.sampled_from(NumberStyle),
    grouped=st.booleans(),
    known=st.booleans(),
)
def test_two_decimals_come_back_in_every_style(value: Decimal, style: NumberStyle, grouped: bool, known: bool) -> None:
    read = parse_quantity(_print(value, style, grouped), style=style if known else None)
    assert (read.kind, read.value, read.decimals) == (QuantityKind.NUMBER, value, 2)


@given(
    value=st.decimals(min_value=0, max_value=999_999, places=3),
    style=st.sampled_from(NumberStyle),
    grouped=st.booleans(),
)
def test_three_decimals_come_back_when_the_style_is_known(value: Decimal, style: NumberStyle, grouped: bool) -> None:
    read = parse_quantity(_print(value, style, grouped), style=style)
    assert (read.kind, read.value) == (QuantityKind.NUMBER, value)


@given(value=st.integers(min_value=0, max_value=10**15), style=st.sampled_from(NumberStyle))
def test_whole_numbers_come_back_with_a_counted_unit(value: int, style: NumberStyle) -> None:
    read = parse_quantity(_print(Decimal(value), style, True), unit="orang")
    assert (read.kind, read.value) == (QuantityKind.NUMBER, value)


@given(value=st.integers(min_value=-(10**14), max_value=10**14), style=st.sampled_from(NumberStyle))
def test_rupiah_come_back(value: int, style: NumberStyle) -> None:
    printed = _print(Decimal(abs(value)), style, True)
    read = parse_money(f"({printed})" if value < 0 else f"Rp {printed}", style=style)
    assert (read.kind, read.value) == (QuantityKind.NUMBER, value)


@given(
    raw=st.text(alphabet="0123456789.,-–()/: RrpPMmjt%*orangs'≥\n", max_size=24),
    style=st.sampled_from([None, *NumberStyle]),
)
@settings(max_examples=300)
def test_no_text_of_cell_characters_raises(raw: str, style: NumberStyle | None) -> None:
    for read in (parse_quantity(raw, style=style), parse_money(raw, scale=1_000_000, style=style)):
        assert isinstance(read, Quantity)
        assert (read.value is not None) == (read.kind is QuantityKind.NUMBER)
        assert (read.kind is not QuantityKind.AMBIGUOUS) or (read.alternatives and read.note)


@given(raw=st.text(max_size=40))
def test_no_text_raises(raw: str) -> None:
    read = parse_quantity(raw, unit=raw)
    assert (read.value is not None) == (read.kind is QuantityKind.NUMBER)
    vote_style([raw])


# --- the scorer's own reading

SCORER = Path(__file__).parents[2] / "shared" / "bench" / "score_extraction.py"


@pytest.mark.corpus
@pytest.mark.skipif(not SCORER.exists(), reason="no shared corpus")
@pytest.mark.parametrize("raw", [case[0] for case in (*NUMBERS, *UNITS)])
def test_agrees_with_the_scorer_where_both_are_certain(raw: str) -> None:
    spec = importlib.util.spec_from_file_location("score_extraction", SCORER)
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules["score_extraction"] = module
    spec.loader.exec_module(module)
    theirs = module.number(raw)
    ours = parse_quantity(raw)
    scaled = ours.unit == "Rp" and any(ch.isalpha() for ch in raw.casefold().replace("rp", ""))
    assert theirs is None or scaled or float(ours.value or 0) == pytest.approx(theirs)


def test_dollars_in_front_of_a_number_are_its_unit() -> None:
    read = parse_quantity("US$ 196,122,298.98", unit="%")
    assert (read.value, read.unit, read.raw) == (Decimal("196122298.98"), "US$", "US$ 196,122,298.98")
    assert parse_quantity("$ 12.5").unit == "US$"
