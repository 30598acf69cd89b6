"""How the command line prints: tables for people, JSON and CSV for machines; data on standard output only."""

from __future__ import annotations

import csv
import json
import sys
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from typing import Any


class Shape(StrEnum):
    """How rows are printed."""

    TABLE = "table"
    JSONL = "jsonl"
    CSV = "csv"


def json_value(value: Any) -> Any:
    """`default` of json.dumps: decimals as numbers (exact when whole), dates as ISO text."""
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    if isinstance(value, (datetime, date)):
        return value.isoformat()
    return str(value)


def print_json(value: Any) -> None:
    """One JSON document on standard output."""
    json.dump(value, sys.stdout, ensure_ascii=False, indent=2, default=json_value)
    sys.stdout.write("\n")


def print_rows(columns: Sequence[str], rows: Iterable[Sequence[Any]], shape: Shape) -> int:
    """Rows in the wanted shape on standard output; returns how many."""
    if shape is Shape.JSONL:
        count = 0
        for row in rows:
            line = json.dumps(dict(zip(columns, row, strict=True)), ensure_ascii=False, default=json_value)
            sys.stdout.write(line + "\n")
            count += 1
        return count
    if shape is Shape.CSV:
        writer = csv.writer(sys.stdout, lineterminator="\n")
        writer.writerow(columns)
        count = 0
        for row in rows:
            writer.writerow([_text(value) for value in row])
            count += 1
        return count
    return _print_table(columns, list(rows))


def _print_table(columns: Sequence[str], rows: list[Sequence[Any]]) -> int:
    from rich.console import Console
    from rich.markup import escape
    from rich.table import Table

    console = Console(highlight=False)
    if not console.is_terminal:
        console = Console(highlight=False, width=160)
    table = Table(show_lines=any(len(str(value)) > 40 for row in rows for value in row))
    for column in columns:
        numeric = bool(rows) and all(
            isinstance(row[columns.index(column)], (int, float, Decimal, type(None))) for row in rows
        )
        table.add_column(column, justify="right" if numeric else "left", overflow="fold")
    for row in rows:
        table.add_row(*(escape(_text(value)) for value in row))
    # Rich would end the program when the reader of a pipe has gone; our caller knows what to do then.
    with console.capture() as printed:
        console.print(table)
    sys.stdout.write(printed.get())
    return len(rows)


def _text(value: Any) -> str:
    """A value as SQL tools print it: nothing for NULL, true and false, ISO dates; lists as one line."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, (list, tuple)):
        return "; ".join(map(_text, value))
    if isinstance(value, (datetime, date)):
        return value.isoformat()
    return str(value)


def place_words(finding: Mapping[str, Any], side: str) -> str:
    """File and page of one side ("kiri", "kanan") of a finding; sheet and cells of Excel, the table of Word."""
    return fact_place({part: finding.get(f"{side}_{part}") for part in ("berkas", "halaman", "lembar", "sel", "tabel")})


def fact_place(fact: Mapping[str, Any]) -> str:
    """File and page of a fact; sheet and cells of Excel, the table of Word; nothing without file."""
    file, page, sheet, table = (fact.get(part) for part in ("berkas", "halaman", "lembar", "tabel"))
    if page:
        return f"{file} hlm. {page}"
    if sheet:
        return f"{file} lembar {sheet}, {fact.get('sel') or 'tabelnya'}"
    return f"{file} tabel {table}" if table else str(file or "")
