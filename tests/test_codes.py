"""Nomenclature codes, old and new, and OPD codes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.codes import (
    Numbering,
    bidang_name,
    canonical_code,
    code_level,
    is_child,
    join_columns,
    old_bidang,
    parent,
    parse_code,
    same_code,
    split_code,
)
from models.indicator import ItemLevel


@pytest.mark.parametrize(
    ("printed", "canonical", "level"),
    [
        ("1", "1", ItemLevel.URUSAN),
        ("1.02", "1.02", ItemLevel.BIDANG),
        ("1.02.", "1.02", ItemLevel.BIDANG),
        ("1.02.02", "1.02.02", ItemLevel.PROGRAM),
        ("01.02.02", "1.02.02", ItemLevel.PROGRAM),
        ("1.2.2", "1.02.02", ItemLevel.PROGRAM),
        ("1.02.02.2.02", "1.02.02.2.02", ItemLevel.KEGIATAN),
        ("1.02.02.2.02.0001", "1.02.02.2.02.0001", ItemLevel.SUBKEGIATAN),
        ("1.02.02.2.02.01", "1.02.02.2.02.0001", ItemLevel.SUBKEGIATAN),
        ("1.02.02.2.02.001", "1.02.02.2.02.0001", ItemLevel.SUBKEGIATAN),
        ("1.02.02.2.02.\n0001", "1.02.02.2.02.0001", ItemLevel.SUBKEGIATAN),
        ("1 02 02 2.02 01", "1.02.02.2.02.0001", ItemLevel.SUBKEGIATAN),
        ("1.02.02.202.0001", "1.02.02.2.02.0001", ItemLevel.SUBKEGIATAN),
        ("1.02.02.2.020001", "1.02.02.2.02.0001", ItemLevel.SUBKEGIATAN),
        ("2.09.03.1.01.0006", "2.09.03.1.01.0006", ItemLevel.SUBKEGIATAN),
        ("X.XX.01", "X.XX.01", ItemLevel.PROGRAM),
        ("x.xx.01.2.01.07", "X.XX.01.2.01.0007", ItemLevel.SUBKEGIATAN),
        ("0.00.01", "X.XX.01", ItemLevel.PROGRAM),
    ],
)
def test_new_codes(printed: str, canonical: str, level: ItemLevel) -> None:
    code = parse_code(printed)
    assert code and (code.text, code.level, code.numbering) == (canonical, level, Numbering.NEW)
    assert code_level(printed) is level


@pytest.mark.parametrize(
    ("printed", "level", "bidang"),
    [
        ("1.01.1.01.01.15.02", ItemLevel.KEGIATAN, "1.01"),
        ("1.01.1.01.01.15", ItemLevel.PROGRAM, "1.01"),
        ("1.03.1.03.1.31", ItemLevel.PROGRAM, "1.03"),
        ("1.03.1.03.1.31.06", ItemLevel.KEGIATAN, "1.03"),
        ("08.1.08.02.15", ItemLevel.PROGRAM, "1.08"),
        ("01.08.02.15.17", ItemLevel.KEGIATAN, "1.08"),
    ],
)
def test_old_codes(printed: str, level: ItemLevel, bidang: str) -> None:
    code = parse_code(printed)
    assert code and (code.text, code.level, code.numbering) == (printed, level, Numbering.OLD)
    assert old_bidang(printed) == bidang


@pytest.mark.parametrize(
    ("printed", "canonical"),
    [
        ("1.01.2.22.0.00.02.0000", "1.01.2.22.0.00.02.0000"),
        ("1.02.0.00.0.00.01.0001", "1.02.0.00.0.00.01.0001"),
        ("1.02.0.00.0.00.0\n1.0000", None),
        ("4.01.0.00.0.00.01", "4.01.0.00.0.00.01.0000"),
    ],
)
def test_opd_codes(printed: str, canonical: str | None) -> None:
    code = parse_code(printed)
    if canonical:
        assert code and (code.text, code.numbering, code.level) == (canonical, Numbering.OPD, ItemLevel.OPD)
    else:
        assert code is None or code.numbering is not Numbering.NEW


@pytest.mark.parametrize("text", [None, "", "-", "29", "abc", "Program 1.02", "2024", "12,5 persen"])
def test_no_code(text: str | None) -> None:
    assert canonical_code(text) is None


def test_local_numbers_are_kept_without_a_level() -> None:
    code = parse_code("210.15.2")
    assert code and (code.text, code.numbering, code.level) == ("210.15.2", Numbering.OTHER, None)
    assert parent("210.15.2") == "210.15"


def test_two_digits_and_four_digits_are_the_same() -> None:
    assert same_code("1.02.02.2.02.01", "1.02.02.2.02.0001")
    assert same_code("X.XX.01.2.01", "1.02.01.2.01")
    assert not same_code("1.02.02.2.02", "1.02.02.2.03")
    assert not same_code("1.02", None)


@pytest.mark.parametrize(
    ("code", "above"),
    [
        ("1.02.02.2.02.01", "1.02.02.2.02"),
        ("1.02.02.2.02", "1.02.02"),
        ("1.02.02", "1.02"),
        ("1.02", "1"),
        ("1", None),
        ("X.XX.01", "X.XX"),
        ("1.01.1.01.01.15.02", "1.01.1.01.01.15"),
        ("1.01.1.01.01.15", "1.01"),
        ("1.02.0.00.0.00.01.0001", "1.02.0.00.0.00.01.0000"),
        ("1.02.0.00.0.00.01.0000", None),
        ("Program", None),
    ],
)
def test_parent(code: str, above: str | None) -> None:
    assert parent(code) == above


@pytest.mark.parametrize(
    ("above", "below", "fits"),
    [
        ("1.02.02", "1.02.02.2.02.0001", True),
        ("1.02.02.2.02", "1.02.02.2.02.01", True),
        ("1.02.02", "1.02.03.2.01", False),
        ("1.02.02", "1.02.02", False),
        ("X.XX.01", "1.02.01.2.01", True),
        ("1.02.01", "X.XX.01.2.01", True),
        ("1.02", "2.07.01", False),
        ("1.03", "1.03.1.03.1.31", True),
        ("1.03.1.03.1.31", "1.03.1.03.1.31.06", True),
        ("1.02.0.00.0.00.01.0000", "1.02.0.00.0.00.01.0001", True),
        ("1.02", "1.02.0.00.0.00.01.0000", False),
        (None, "1.02", False),
    ],
)
def test_is_child(above: str | None, below: str, fits: bool) -> None:
    assert is_child(above, below) is fits


@pytest.mark.parametrize(
    ("text", "code", "rest"),
    [
        ("2.09.02.1.01.0003 - Nama sub kegiatan", "2.09.02.1.01.0003", "Nama sub kegiatan"),
        ("1.02 URUSAN PEMERINTAHAN BIDANG KESEHATAN", "1.02", "URUSAN PEMERINTAHAN BIDANG KESEHATAN"),
        ("X.XX.01 PROGRAM PENUNJANG", "X.XX.01", "PROGRAM PENUNJANG"),
        ("1.02.02.2.02.01\nPengelolaan", "1.02.02.2.02.0001", "Pengelolaan"),
        ("1.01.2.22.0.00.02.0000 DINAS PENDIDIKAN", "1.01.2.22.0.00.02.0000", "DINAS PENDIDIKAN"),
        ("08.1.08.02.15 Program Persampahan", "08.1.08.02.15", "Program Persampahan"),
        ("1. Program A", None, "1. Program A"),
        ("1.1.2 Meningkatnya mutu", None, "1.1.2 Meningkatnya mutu"),
        ("1.218.082 orang", None, "1.218.082 orang"),
        ("2,5 persen", None, "2,5 persen"),
        ("Program Pendidikan", None, "Program Pendidikan"),
    ],
)
def test_split_code(text: str, code: str | None, rest: str) -> None:
    assert split_code(text) == (code, rest)


def test_narrow_columns_are_filled_from_above() -> None:
    rows = [
        (["1", None, None, None, None], "1"),
        (["1", "02", None, None, None], "1.02"),
        (["1", "02", "02", "", ""], "1.02.02"),
        (["", "", "", "2.02", ""], "1.02.02.2.02"),
        (["", "", "", "", "01"], "1.02.02.2.02.0001"),
        (["", "", "", "", "2"], "1.02.02.2.02.0002"),
        (["", "", "03", "", ""], "1.02.03"),
        (["1", "02", "03", "2.01", "0004"], "1.02.03.2.01.0004"),
    ]
    above: tuple[str, ...] = ()
    for cells, code in rows:
        above = join_columns(cells, above)
        assert canonical_code(".".join(above)) == code
    assert join_columns(["", None, ""], above) == ()


def test_bidang_names() -> None:
    assert bidang_name("1.02.02.2.02.0001") == "Kesehatan"
    assert bidang_name("1.01.1.01.01.15.02") is None
    assert bidang_name("tidak ada") is None


_DIGIT = st.integers(min_value=1, max_value=99)


@given(
    bidang=st.sampled_from(["1.02", "2.09", "3.27", "X.XX", "5.01"]),
    program=_DIGIT,
    kegiatan=st.one_of(st.none(), _DIGIT),
    sub=st.one_of(st.none(), st.integers(min_value=1, max_value=9999)),
    side=st.sampled_from("12"),
    joint=st.sampled_from([".", " ", ". ", " .", ".\n"]),
)
def test_canonical_is_stable(
    bidang: str, program: int, kegiatan: int | None, sub: int | None, side: str, joint: str
) -> None:
    parts = [*bidang.split("."), f"{program:02}"]
    if kegiatan is not None:
        parts += [side, f"{kegiatan:02}"]
        if sub is not None:
            parts.append(f"{sub:04}")
    code = ".".join(parts)
    assert canonical_code(joint.join(parts)) == code
    assert canonical_code(code) == code
    above = parent(code)
    assert above and is_child(above, code)


@given(st.text(alphabet="0123456789.Xx -\n,abc", max_size=30))
def test_codes_never_raise(text: str) -> None:
    code = canonical_code(text)
    assert code is None or canonical_code(code) == code
    parent(text)
    split_code(text)
    is_child(text, "1.02")
