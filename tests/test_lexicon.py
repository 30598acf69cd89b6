"""Knowledge files: they load, every entry rests on a source, and mistakes are told."""

from __future__ import annotations

from importlib.resources import files

import pytest

from models import lexicon

NAMES = sorted(item.name.removesuffix(".toml") for item in files(lexicon).iterdir() if item.name.endswith(".toml"))


@pytest.mark.parametrize("name", NAMES)
def test_every_file_loads_with_a_source_for_each_entry(name: str) -> None:
    groups = lexicon.load(name)
    assert groups
    assert all(entry["source"].strip() for entries in groups.values() for entry in entries)


def test_enough_abbreviations_of_the_field() -> None:
    pairs = [pair for entry in lexicon.entries("synonyms", "abbreviation") for pair in entry["pairs"]]
    assert len({pair[0] for pair in pairs}) >= 80
    assert {"AKI", "IPM", "TPT", "RLS", "SPBE", "IKLH", "SAKIP"} <= {pair[0] for pair in pairs}


def test_entries_cannot_be_changed() -> None:
    with pytest.raises(TypeError):
        lexicon.entries("units", "unit")[0]["kind"] = "lain"  # type: ignore[index]


def test_what_is_missing_is_named() -> None:
    with pytest.raises(lexicon.LexiconError, match="tidak-ada"):
        lexicon.load("tidak-ada")
    with pytest.raises(lexicon.LexiconError, match="kelompok 'tidak_ada'"):
        lexicon.entries("units", "tidak_ada")


def test_an_entry_without_source_is_refused() -> None:
    with pytest.raises(lexicon.LexiconError, match="ke-2"):
        lexicon._validated("contoh", {"kata": [{"w": 1, "source": "KBBI"}, {"w": 2}]})
    with pytest.raises(lexicon.LexiconError, match="harus berupa"):
        lexicon._validated("contoh", {"kata": {"w": 1}})
    assert lexicon._validated("contoh", {"meta": {"source": "KBBI"}, "kata": [{"w": 1}]})["kata"][0]["source"] == "KBBI"
