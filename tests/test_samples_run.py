"""The whole chain on the consistent city: no document contradicts another, so no rule may report anything."""

import contextlib
from pathlib import Path

import pytest

from flows import steps
from flows.settings import Settings
from flows.workers import Workers
from samples.city import write_city
from samples.papers import FILES
from warehouse import store


@pytest.fixture(scope="module")
def checked(tmp_path_factory) -> Path:
    """Staging database of a run over the city without plants."""
    folder = tmp_path_factory.mktemp("kota")
    documents = folder / "dokumen"
    write_city(documents, planted=False)
    (documents / "kebenaran.json").unlink()
    settings = Settings(sumber=documents, hasil=folder / "hasil")
    sources = steps.find(settings)
    with Workers(settings.baca.proses, settings.baca.batas_detik) as workers:
        ingested = [steps.ingest(found, settings, workers) for found in sources.files]
    assembly = steps.assemble(sources, ingested)
    path = folder / "kota.duckdb"
    steps.keep(assembly, steps.link(assembly), path, documents)
    steps.check(path)
    return path


def test_consistent_city_has_no_finding(checked):
    with contextlib.closing(store.open_staging(checked)) as con:
        said = con.execute("SELECT aturan, uraian FROM data.temuan ORDER BY ALL").fetchall()
    assert said == []


def test_every_document_is_recognised_and_linked(checked):
    with contextlib.closing(store.open_staging(checked)) as con:
        kinds = con.execute("SELECT jenis, count(*) FROM data.dokumen GROUP BY ALL ORDER BY ALL").fetchall()
        pairs = con.execute("SELECT jenjang, count(*) FROM data.pasangan GROUP BY ALL ORDER BY ALL").fetchall()
        links = con.execute("SELECT count(*) FROM data.tautan").fetchone()
    assert dict(kinds) == {"RPJMD": 1, "RKPD": 1, "Renstra": 5, "Renja": 5}
    assert sum(count for _, count in kinds) == len(FILES)
    assert dict(pairs) == {"RPJMD-RKPD": 1, "RPJMD-Renstra": 5, "RKPD-Renja": 5, "Renstra-Renja": 5}
    assert links and links[0] > 600
