"""Real labelled pages: no change may lose what the tables gave before. Needs the shared corpus beside the project."""

from __future__ import annotations

import importlib.util
import json
from pathlib import Path
from typing import Any

import pytest

from extractors.extract import extract_file
from models.indicator import to_record

SHARED = Path(__file__).parents[2] / "shared"
ROW_F1, VALUE_F1, VALUE_PRECISION, BUDGET_RECALL, REST = 0.99, 0.99, 0.99, 0.98, 0.97

pytestmark = [pytest.mark.corpus, pytest.mark.skipif(not SHARED.is_dir(), reason="the corpus is not here")]


def scorer() -> Any:
    spec = importlib.util.spec_from_file_location("score_extraction", SHARED / "bench" / "score_extraction.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_labelled_real_pages_keep_their_figures() -> None:
    score = scorer()
    places, labels = score.load([SHARED / "corpus" / "labels" / "real"])
    files = {path.name: path for path in (SHARED / "corpus").rglob("*") if path.suffix in (".pdf", ".docx")}
    records: list[dict[str, Any]] = []
    for name in sorted({document for document, *_ in places}):
        wanted = {number for document, kind, number in places if document == name and kind == "page"}
        around = {page for number in wanted for page in range(max(number - 12, 1), number + 2)} or None
        extraction = extract_file(files[name], pages=around)
        records += [json.loads(json.dumps(to_record(indicator))) for indicator in extraction.indicators]
    figures = score.score(places, labels, records)
    assert figures["row_f1"] >= ROW_F1
    assert figures["value_f1"] >= VALUE_F1
    assert figures["value_precision"] >= VALUE_PRECISION
    assert figures["budget_recall"] >= BUDGET_RECALL
    assert min(figures["unit"], figures["context"], figures["level"]) >= REST
