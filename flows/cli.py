"""The command line `selaras`."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import typer

app = typer.Typer(no_args_is_help=True, add_completion=False)


@app.command()
def extract(files: list[Path], pages: str = "", format: str = "jsonl") -> None:
    """Cetak rekaman indikator dari FILES sebagai JSON Lines."""
    from extractors.extract import extract_file
    from models.indicator import to_record

    for file in files:
        extraction = extract_file(file)
        for problem in extraction.problems:
            print(problem, file=sys.stderr)
        for indicator in extraction.indicators:
            print(json.dumps(to_record(indicator), ensure_ascii=False))


@app.command()
def match(left: Path, right: Path, format: str = "jsonl") -> None:
    """Cetak tautan antara rekaman LEFT dan RIGHT."""
    from alignment.align import align_records

    rows = [[json.loads(x) for x in f.read_text("utf-8").splitlines() if x.strip()] for f in (left, right)]
    for link in align_records(*rows):
        print(
            json.dumps(
                {
                    "left": link.left,
                    "right": link.right,
                    "relation": link.relation.value,
                    "score": round(link.score, 4),
                    "reasons": list(link.reasons),
                },
                ensure_ascii=False,
            )
        )


def main() -> None:
    """Entry point of the `selaras` command."""
    app()
