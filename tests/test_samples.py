"""The fictional city: consistent without plants, each plant with exactly its declared consequences, stable bytes."""

import json
from collections import Counter
from pathlib import Path

import pypdfium2
import pytest
from docx import Document

from samples.books import make_books
from samples.city import print_city, write_city
from samples.consequences import derive
from samples.facts import load_city, parse_series
from samples.papers import FILES
from samples.plants import DECOYS, PLANTS, plant
from samples.truth import TRUTH_FILE, Truth, compare, expected_findings

RULES = {
    *("A01", "A02", "A03", "A04", "A05", "A07", "A08", "A10", "A11", "B01", "B03", "B06", "C01", "C02", "C03"),
    *("C04", "D01", "D02", "D03", "D06", "D08", "D09", "D14", "D15", "E01", "E02", "E03", "F02", "H01", "H08"),
}


@pytest.fixture(scope="module")
def demo(tmp_path_factory) -> tuple[Path, Truth]:
    folder = tmp_path_factory.mktemp("kota")
    return folder, write_city(folder)


def test_city_is_consistent_without_plants():
    assert derive(make_books(load_city())) == []


def test_decoys_cause_nothing():
    books = make_books(load_city())
    plant(books, DECOYS)
    assert derive(books) == []


def test_each_plant_causes_its_declared_rules_and_plants_do_not_interfere():
    found = expected_findings(load_city())
    assert {expected.rule for expected in found} >= RULES
    assert all(expected.plants for expected in found)


def test_every_rule_of_the_set_is_planted():
    planted = Counter(one.rule for one in PLANTS)
    assert set(planted) == RULES
    assert len(PLANTS) >= 40
    assert len({one.id for one in PLANTS}) == len(PLANTS)


def test_truth_says_where_both_sides_stand(demo):
    _, truth = demo
    for finding in truth.findings:
        for side in (finding.left, finding.right):
            if side is None:
                continue
            assert side.places, finding.id
            for place in side.places:
                assert place.name and (place.page or (place.table and place.row)), (finding.id, place)
    one = next(f for f in truth.findings if f.rule == "D02" and f.left.places[0].name.startswith("Harapan Lama"))
    assert one.years == (2028, 2029)
    assert one.left.places[0].values == {"2028": "13,87", "2029": "13,96"}
    assert one.right and one.right.places[0].values == {"2028": "13,89", "2029": "13,99"}


def test_written_files_are_the_same_each_time(demo):
    folder, _ = demo
    _, printed = print_city(load_city())
    assert {FILES[key]: out.data for key, out in printed.items()} == {
        path.name: path.read_bytes() for path in folder.iterdir() if path.suffix in (".pdf", ".docx")
    }
    assert json.loads((folder / TRUTH_FILE).read_text("utf-8"))["kota"] == "Kota Harapan Jaya"


def test_documents_have_the_shapes_of_real_ones(demo):
    folder, _ = demo
    pdfs = sorted(folder.glob("*.pdf"))
    words = sorted(folder.glob("*.docx"))
    assert (len(pdfs), len(words)) == (8, 4)
    rotated, lying = 0, 0
    for path in pdfs:
        document = pypdfium2.PdfDocument(path)
        assert len(document) >= 8, path.name
        for page in document:
            rotated += page.get_rotation() == 90
            lying += page.get_width() > page.get_height()
            page.close()
        document.close()
    assert rotated == 1
    assert lying > 30
    xml = "".join(Document(str(path)).element.xml for path in words)
    assert "<w:vMerge/>" in xml and "w:gridSpan" in xml and "<w:tblHeader/>" in xml


@pytest.mark.parametrize(
    ("text", "first", "last"), [("100", "100", "100"), ("34+4", "34", "58"), ("1,5 2 3 4 5 6 7,25", "1.5", "7.25")]
)
def test_series_notation(text, first, last):
    values = list(parse_series(text).values())
    assert (str(values[0]), str(values[-1])) == (first, last)


def test_series_of_wrong_length_is_refused():
    with pytest.raises(ValueError, match="not a series"):
        parse_series("1 2 3")


def _as_finding(expected) -> dict[str, object]:
    """A row of publik.temuan that reports the expected finding as a good run would."""

    def text(side) -> str | None:
        return "; ".join(f"{year}: {value}" for year, value in side.places[0].values.items()) if side else None

    row = {"aturan": expected.rule, "uraian": text(expected.left)}
    for hand, side in (("kiri", expected.left), ("kanan", expected.right)):
        place = side.places[0] if side else None
        row |= {
            f"{hand}_berkas": side.file if side else None,
            f"{hand}_nama": place.name if place else None,
            f"{hand}_nilai": text(side),
            f"{hand}_halaman": place.page if place else None,
            f"{hand}_tabel": place.table if place else None,
            f"{hand}_baris": place.row if place else None,
        }
    return row


def test_compare_accepts_a_perfect_run(demo):
    _, truth = demo
    result = compare(truth, [_as_finding(expected) for expected in truth.findings])
    assert result.perfect
    assert set(result.plants_found) == {one.id for one in PLANTS}


def test_compare_tells_missed_and_unplanned(demo):
    _, truth = demo
    rows = [_as_finding(expected) for expected in truth.findings]
    wrong = next(row for row in rows if row["aturan"] == "D03")
    rows.remove(wrong)
    rows.append({**wrong, "kanan_nilai": "2026: 1,23"})
    result = compare(truth, rows)
    assert [expected.rule for expected in result.missed] == ["D03"]
    assert [row["kanan_nilai"] for row in result.unplanned] == ["2026: 1,23"]
    assert not result.perfect and len(result.plants_missed) == 1


def test_compare_needs_the_same_document(demo):
    _, truth = demo
    row = _as_finding(next(expected for expected in truth.findings if expected.rule == "C04"))
    assert compare(truth, [{**row, "kiri_berkas": "lain.pdf"}]).unplanned


def test_compare_needs_the_right_page(demo):
    _, truth = demo
    row = _as_finding(next(expected for expected in truth.findings if expected.rule == "D09"))
    assert compare(truth, [{**row, "kiri_halaman": row["kiri_halaman"] + 1}]).unplanned
