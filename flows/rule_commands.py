"""The commands about the rule book and a region's own settings: `selaras rules ...`, `selaras daerah`."""

from __future__ import annotations

import functools
from pathlib import Path
from typing import Annotated, Any

import typer

from flows import wording
from flows.options import AsJson
from flows.output import Shape, print_json, print_rows

rules = typer.Typer(cls=wording.Group, no_args_is_help=True, help="Lihat buku aturan.")
_rules = functools.partial(rules.command, cls=wording.Command)

_SEVERITIES = {"K": "kritis", "M": "mayor", "m": "minor", "i": "info"}


@_rules("list")
def list_rules(
    group: Annotated[
        str, typer.Option("--kelompok", help="Hanya kelompok ini, A sampai I.", metavar="HURUF", show_default=False)
    ] = "",
    as_json: AsJson = False,
) -> None:
    """Tampilkan semua aturan: kode, nama, tingkat."""
    from warehouse.rules import GROUPS, load_rules

    if group and group.upper() not in GROUPS:
        raise typer.BadParameter(f"'{group}' bukan kelompok aturan; pilih {', '.join(GROUPS)}")
    chosen = [rule for rule in load_rules() if rule.id.startswith(group.upper())]
    if as_json:
        print_json([{"aturan": r.id, "nama": r.name, "tingkat": r.severity, "sejak": r.since} for r in chosen])
        return
    shown: list[list[Any]] = [[r.id, r.name, _SEVERITIES[r.severity], GROUPS[r.id[0]]] for r in chosen]
    print_rows(["aturan", "nama", "tingkat", "kelompok"], shown, Shape.TABLE)


@_rules("show")
def show_rule(
    id_: Annotated[str, typer.Argument(help="Kode aturan, misalnya D02.", metavar="ATURAN")],
    sql: Annotated[bool, typer.Option("--sql", help="Tampilkan juga SQL-nya.")] = False,
    as_json: AsJson = False,
) -> None:
    """Jelaskan satu aturan: yang dibandingkan, dasar, contoh, perbaikan, dan ambangnya."""
    from models.region import usual_thresholds
    from warehouse.rules import load_rules

    by_id = {rule.id: rule for rule in load_rules()}
    rule = by_id.get(id_.upper())
    if rule is None:
        raise typer.BadParameter(f"Aturan '{id_}' tidak ada; daftarnya: selaras rules list")
    used = [t for t in usual_thresholds() if f"'{t.key}'" in rule.sql]
    told = {
        "aturan": rule.id,
        "nama": rule.name,
        "tingkat": _SEVERITIES[rule.severity],
        "membandingkan": rule.compares,
        "dasar": rule.basis,
        "contoh": rule.example,
        "perbaikan": rule.remedy,
        "sejak": rule.since,
    }
    if as_json:
        limits = [{"kunci": t.key, "nilai": t.value, "arti": t.meaning, "sumber": t.source} for t in used]
        print_json(told | {"ambang": limits} | ({"sql": rule.sql} if sql else {}))
        return
    for name, text in told.items():
        print(f"{name.capitalize():<14}: {text}")
    for t in used:
        print(f"{'Ambang':<14}: {t.key} = {t.value:g} ({t.meaning})")
    if sql:
        print(f"\n{rule.sql}", end="")


def region(
    path: Annotated[
        Path | None,
        typer.Argument(help="Pengaturan daerah (daerah.toml).", metavar="BERKAS.toml", show_default=False),
    ] = None,
    sample: Annotated[bool, typer.Option("--contoh", help="Cetak contoh untuk memulai.")] = False,
) -> None:
    """Periksa dan jelaskan pengaturan daerah: ambang, tingkat, aturan yang dimatikan, tanggal, perangkat daerah."""
    from flows.region import example, explained, load_region

    if sample == bool(path):
        raise typer.BadParameter("Sebutkan berkasnya, atau --contoh")
    if sample:
        print(example(), end="")
        return
    if path:
        for line in explained(load_region(path)):
            print(line)
