"""What the guides promise is what the software has: codes, views, ready questions, SQL that runs."""

from __future__ import annotations

import contextlib
import re
from pathlib import Path

import pytest

from models.errors import ErrorCode, ExitCode
from warehouse.query import open_current, ready_queries, run_query
from warehouse.views import public_views

from .conftest import Published

DOCS = Path(__file__).parent.parent / "docs"
ERRORS = (DOCS / "galat.md").read_text(encoding="utf-8")
ANALYSTS = (DOCS / "panduan-analis.md").read_text(encoding="utf-8")


def rows(text: str, pattern: str) -> dict[str, list[str]]:
    """Rows of the tables whose first cell fits: first cell -> the others."""
    table = [[cell.strip() for cell in line.strip("|").split("|")] for line in text.splitlines() if line[:1] == "|"]
    return {cells[0].strip("`"): cells[1:] for cells in table if re.fullmatch(pattern, cells[0])}


def test_every_error_code_has_a_meaning_and_a_remedy() -> None:
    told = rows(ERRORS, r"E\d{3}")
    assert set(told) == {code.value for code in ErrorCode}
    for code, cells in told.items():
        assert len(cells) == 3 and all(len(cell) > 4 for cell in cells), code


def test_every_exit_code_is_told() -> None:
    assert {int(code) for code in rows(ERRORS, r"\d{1,3}")} == {code.value for code in ExitCode}


def test_every_view_and_ready_question_is_in_the_guide() -> None:
    named = set(rows(ANALYSTS, r"`\w+`"))
    queries = {query.name for query in ready_queries()}
    assert named == queries | set(public_views())
    assert len(queries) == 10


@pytest.mark.parametrize("sql", re.findall(r"```sql\n(.*?)```", ANALYSTS, re.DOTALL))
def test_the_questions_of_the_guide_run(published: Published, sql: str) -> None:
    with contextlib.closing(open_current(published.output)) as con:
        columns, _ = run_query(con, sql)
    assert len(columns) > 2


def test_the_python_example_runs(
    published: Published, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (example,) = re.findall(r"```python\n(.*?)```", ANALYSTS, re.DOTALL)
    monkeypatch.chdir(published.output)
    exec(example, {})
    assert capsys.readouterr().out == "D02 1\n"
