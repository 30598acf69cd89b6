"""Weights learned from judged pairs and decisions: reported first, put in use only when asked for and not worse."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from alignment.fit import Judged, read_set
from alignment.learn import grouped, learn
from alignment.score import read_weights, weights, write_weights
from flows import judgement
from flows.judgement import decided
from flows.progress import Silent
from flows.run import run
from models.decision import Answer
from models.errors import ErrorCode, ExitCode, SelarasError

from .alignment_cases import Case, records, reworded
from .conftest import Published
from .small_papers import settings_for
from .test_cli import call as call  # the fixture
from .test_steps import ask

ODD = {**weights().values, "dasar": -14.0}
"""Weights that hardly link anything."""


def write_set(folder: Path, case: Case, names: tuple[str, str]) -> Path:
    folder.mkdir(parents=True)
    sides = (("left", case.left, "l", names[0]), ("right", case.right, "r", names[1]))
    for name, rows, letter, document in sides:
        lines = [json.dumps({**record, "document": document}) for record in records(rows, letter)]
        (folder / f"{name}.jsonl").write_text("\n".join(lines) + "\n", encoding="utf-8")
    pairs = [{"left": f"l{i}", "right": f"r{j}", "relation": relation} for (i, j), relation in case.links.items()]
    pairs += [{"left": f"l{i}", "right": f"r{j}", "relation": "perlu diperiksa"} for i, j in case.maybe]
    (folder / "pairs.jsonl").write_text("\n".join(map(json.dumps, pairs)) + "\n", encoding="utf-8")
    return folder


@pytest.fixture
def labels(tmp_path: Path) -> Path:
    """Two judged sets, of documents that have nothing to do with each other."""
    for name in ("barat", "timur"):
        write_set(tmp_path / "label" / name, reworded(), (f"rpjmd-{name}.pdf", f"renstra-{name}.pdf"))
    return tmp_path / "label"


def judged(region: str, left: str, right: str) -> Judged:
    return Judged(region, f"{left}-{right}", [], [], {}, frozenset({left}), frozenset({right}))


def test_groups_are_regions_else_documents_never_pairs() -> None:
    a, b, c, d = judged("", "x", "y"), judged("", "y", "z"), judged("", "p", "q"), judged("Kota X", "x", "y")
    assert grouped([a, c, b]) == ("wilayah", {"x-y (+1)": [a, b], "p-q": [c]})
    assert grouped([a, b]) == ("dokumen", {"x-y": [a], "y-z": [b]})
    assert grouped([d, replace(d, name="n"), c]) == ("wilayah", {"Kota X": [d, replace(d, name="n")], "p-q": [c]})
    other = judged("Kota X", "x", "w")
    assert grouped([d, other]) == ("dokumen", {"x-y": [d], "x-w": [other]})


def test_better_weights_are_found_and_worse_ones_in_use_shown(labels: Path) -> None:
    sets = [read_set("", folder) for folder in sorted(labels.iterdir())]
    lesson = learn(sets, replace(weights(), values=ODD))
    assert lesson.by == "wilayah" and [one.group for one in lesson.groups] == ["barat", "timur"]
    assert lesson.pooled.after["f1"] > 0.9 > lesson.pooled.before["f1"]
    assert lesson.objection is None
    assert lesson.moved > lesson.links, "most links are new"
    assert lesson.old["dasar"] == -14.0 and -8 < lesson.new["dasar"] < -5


def test_one_group_alone_proves_nothing(labels: Path) -> None:
    lesson = learn([read_set("", labels / "barat")], weights())
    assert lesson.objection is not None and "satu kelompok" in lesson.objection


def test_weights_that_link_worse_are_refused(labels: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("alignment.learn.fit", lambda examples, start: ODD)
    lesson = learn([read_set("", folder) for folder in sorted(labels.iterdir())], weights())
    assert lesson.objection == "pada uji silang f1 turun"


def test_weights_that_change_nothing_for_the_better_are_refused(labels: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("alignment.learn.fit", lambda examples, start: dict(weights().values))
    lesson = learn([read_set("", folder) for folder in sorted(labels.iterdir())], weights())
    assert (lesson.moved, lesson.objection) == (0, "pada uji silang tidak ada yang membaik")


def test_learn_reports_and_replaces_only_when_told(labels: Path, tmp_path: Path, call: Any) -> None:
    output = tmp_path / "hasil"
    place = output / "keputusan" / "bobot.toml"
    write_weights(place, ODD, "buruk")
    before = place.read_text(encoding="utf-8")
    sides = [labels / "barat" / f"{side}.jsonl" for side in ("left", "right")]
    few = len(call("match", *sides, "--hasil", output).out.splitlines())

    told = call("align", "learn", labels, "--hasil", output)
    assert (told.code, told.err) == (0, "Bobot tidak diganti; pasang dengan --ganti.\n")
    assert (
        "Uji silang per wilayah" in told.out
        and "f1 lama" in told.out
        and "tautan dokumen-dokumen itu akan lain" in told.out
    )
    assert place.read_text(encoding="utf-8") == before

    done = call("align", "learn", labels, "--hasil", output, "--ganti")
    assert done.code == 0 and f"Bobot baru dipasang di {place}" in done.out
    assert read_weights(place).values["dasar"] > -8
    assert len(call("match", *sides, "--hasil", output).out.splitlines()) > few


def test_nothing_to_learn_from_and_sets_that_are_none(tmp_path: Path, call: Any) -> None:
    nothing = call("align", "learn", "--hasil", tmp_path)
    assert nothing.code == ExitCode.UNREADABLE and "Tidak ada bahan belajar" in nothing.err
    none = call("align", "learn", tmp_path, "--hasil", tmp_path)
    assert none.code == ExitCode.UNREADABLE and "tidak memuat pasangan yang dinilai" in none.err
    broken = write_set(tmp_path / "label", reworded(), ("a", "b"))
    (broken / "pairs.jsonl").write_text('{"left": 1}\n', encoding="utf-8")
    assert "tidak dapat dibaca" in call("align", "learn", f"Kota X={broken}", "--hasil", tmp_path).err


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("bukan toml", "Expected"),
        ("[weight]\nentah = 1.0\n", "bobot entah tidak dikenal"),
        ("[weight]\nnama = nan\n", "bukan bilangan"),
        ("[weight]\nnama = 'x'\n", "could not convert"),
        ("nama = 1.0\n", "tidak ada bagian [weight]"),
        ("weight = 3\n", "tidak ada bagian [weight]"),
    ],
)
def test_weights_that_cannot_be_read_end_the_command(tmp_path: Path, text: str, why: str) -> None:
    path = tmp_path / "bobot.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(SelarasError) as failed:
        read_weights(path)
    assert failed.value.problem.code is ErrorCode.WEIGHTS_INVALID
    assert why in failed.value.problem.message


def test_decisions_of_a_release_are_material(published: Published, tmp_path: Path, no_process: list[str]) -> None:
    documents, output = published.copy(tmp_path)
    links = dict(ask(output, "SELECT kiri_indikator, tautan_id FROM tautan"))
    judgement.decide(output, (links["Prevalensi stunting"],), Answer.NO, "populasi lain", "Rina")
    judgement.decide(output, (links["Angka harapan hidup"],), Answer.YES, "sama", "Rina")
    assert decided(output) == []
    run(settings_for(documents, output), Silent())
    (one,) = decided(output)
    assert not one.whole and one.region == "Kota Harapan Jaya"
    assert list(one.relations.values()) == ["ya"] and len(one.rejected) == 1
    assert one.left[0].targets[2025] == 17 and one.left[0].context.tujuan == "Meningkatnya derajat kesehatan"
    lesson = learn(decided(output), weights())
    assert (lesson.pooled.before["judged"], lesson.pooled.before["proposed"]) == (1, 2)
