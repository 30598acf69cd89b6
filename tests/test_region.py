"""A region's own settings: read, explained, refused in words, and at work in the rules."""

from __future__ import annotations

import contextlib
import re
from datetime import date
from importlib import resources
from pathlib import Path
from typing import Any

import duckdb
import pytest

from flows.progress import Silent
from flows.region import example, explained, load_region
from flows.run import run
from flows.settings import load_settings
from models.errors import SelarasError
from models.region import Region, usual_thresholds
from warehouse import store
from warehouse.region import store_region
from warehouse.rules import load_rules
from warehouse.yardsticks import store_yardsticks

from .conftest import Published
from .test_cli import call  # noqa: F401
from .test_steps import ask

FULL = """
[daerah]
nama = "Kota Harapan Jaya"
[ambang]
pagu_selisih_minor = 0.2
[tingkat]
D02 = "K"
[dimatikan]
C04 = "satuan ditulis di nama indikator"
[tanggal]
pelantikan = 2025-02-20
[[penetapan]]
jenis = "RPJMD"
tahun = 2025
tanggal = 2025-08-19
[[kemampuan_keuangan]]
tahun = 2026
rupiah = 1_250_000_000_000
sumber = "RPJMD tabel 2.29"
[[perangkat_daerah]]
nama = "Dinas Kesehatan"
bidang_urusan = ["1.02", "2.14"]
nama_lain = ["Dinkes"]
"""


def written(folder: Path, text: str) -> Path:
    path = folder / "daerah.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_everything_that_a_region_may_say(tmp_path: Path) -> None:
    region = load_region(written(tmp_path, FULL))
    assert (region.name, region.thresholds, region.severities) == (
        "Kota Harapan Jaya",
        {"pagu_selisih_minor": 0.2},
        {"D02": "K"},
    )
    assert [(m.event, m.kind, m.day) for m in region.milestones] == [
        ("pelantikan", None, date(2025, 2, 20)),
        ("penetapan", "RPJMD", date(2025, 8, 19)),
    ]
    assert region.offices[0].fields == ("1.02", "2.14")
    told = "\n".join(explained(region))
    for words in (
        "0.2 (bawaan 0.1)",
        "D02",
        "kritis (bawaan mayor)",
        "C04",
        "Rp1.250.000.000.000",
        "bidang urusan 1.02",
    ):
        assert words in told


def test_the_example_is_valid_and_names_every_threshold(tmp_path: Path) -> None:
    region = load_region(written(tmp_path, example()))
    assert not region.thresholds and not region.off
    assert all(f"# {usual.key} = " in example() for usual in usual_thresholds())


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("[ambang]\npagu_selisih_mino = 1", "mungkin maksudnya 'pagu_selisih_minor'"),
        ("[ambang]\npagu_selisih_minor = -1", "tidak boleh negatif"),
        ("[tingkat]\nZ99 = 'm'", "aturan 'Z99' tidak ada"),
        ("[tingkat]\nD02 = 'berat'", "harus salah satu dari"),
        ("[dimatikan]\nD02 = ''", "tidak boleh kosong"),
        ("[tingkt]\nD02 = 'm'", "mungkin maksudnya 'tingkat'"),
        ("[[perangkat_daerah]]\nnama = 'A'\nbidang_urusan = ['kesehatan']", "perangkat_daerah ke-1"),
        ("[[perangkat_daerah]]\nnama = 'A'\n[[perangkat_daerah]]\nnama = 'a'", "disebut dua kali"),
        ("[[kemampuan_keuangan]]\ntahun = 2026\nsumber = 'x'", "rupiah: harus diisi"),
        ("[tanggal]\npelantikan = 'kemarin'", "2025-02-20"),
        ("[tanggal", "bukan TOML yang sah"),
    ],
)
def test_what_does_not_fit_is_told_in_words(tmp_path: Path, text: str, words: str) -> None:
    with pytest.raises(SelarasError) as error:
        load_region(written(tmp_path, text))
    assert words in str(error.value.problem)


def test_thresholds_are_all_used_and_rules_use_no_others() -> None:
    """A threshold that nobody reads, or a key that nobody defines, is a slip."""
    folders = [resources.files("warehouse") / name for name in ("rules", "causes", "migrations", "public")]
    sql = "\n".join(f.read_text(encoding="utf-8") for folder in folders for f in folder.iterdir() if f.is_file())
    keys = {usual.key for usual in usual_thresholds()}
    assert {key for key in keys if f"data.ambang('{key}')" not in sql} == set()
    assert set(re.findall(r"data\.ambang\('(\w+)'\)", sql)) <= keys


def test_a_threshold_that_a_database_lacks_has_its_usual_value() -> None:
    with contextlib.closing(duckdb.connect()) as con:
        store.migrate(con)
        store_region(con, Region(thresholds={"pagu_selisih_minor": 0.3}), {})
        con.execute("DELETE FROM data.ambang_batas WHERE kunci = 'keyakinan_nilai'")
        store_yardsticks(con)
        assert con.execute("SELECT data.ambang('keyakinan_nilai'), data.ambang('pagu_selisih_minor')").fetchall() == [
            (0.75, 0.3)
        ]


def test_a_region_weighs_rules_otherwise_and_switches_them_off(published: Published, tmp_path: Path) -> None:
    documents, output = published.copy(tmp_path)
    assert ask(output, "SELECT aturan, tingkat FROM temuan") == [("D02", "M")]
    written(documents, '[tingkat]\nD02 = "i"\n')
    run(load_settings(documents, output), Silent())
    assert ask(output, "SELECT aturan, tingkat FROM temuan") == [("D02", "i")]
    written(documents, '[dimatikan]\nD02 = "ditinjau tersendiri"\n')
    summary = run(load_settings(documents, output), Silent())
    assert not summary.unchanged
    assert ask(output, "SELECT aturan, tingkat FROM temuan") == []
    assert ask(output, "SELECT aturan, dimatikan FROM aturan WHERE dimatikan IS NOT NULL") == [
        ("D02", "ditinjau tersendiri")
    ]


def test_an_alias_is_the_same_office(published: Published, tmp_path: Path) -> None:
    documents, output = published.copy(tmp_path)
    written(documents, '[[perangkat_daerah]]\nnama = "Badan Kesejahteraan"\nnama_lain = ["dinas kesehatan"]\n')
    run(load_settings(documents, output), Silent())
    assert ask(output, "SELECT DISTINCT opd_kunci FROM dokumen WHERE jenis_dokumen = 'Renstra'") == [
        ("badan kesejahteraan",)
    ]


def test_commands_show_the_rule_book_and_the_settings(tmp_path: Path, call: Any) -> None:  # noqa: F811
    listed = call("rules", "list", "--json")
    assert listed.code == 0 and listed.out.count('"aturan"') == len(load_rules())
    shown = call("rules", "show", "e02", "--sql")
    assert "pagu_selisih_minor = 0.1" in shown.out and "SELECT" in shown.out
    unknown = call("rules", "show", "Z1")
    assert unknown.code == 2 and "selaras rules list" in unknown.err
    settings = call("daerah", written(tmp_path, FULL))
    assert settings.code == 0 and "Kota Harapan Jaya" in settings.out
    assert call("daerah", "--contoh").out == example()
