"""TOML files that people write: read, held against a model, and explained in Indonesian where they do not fit."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError
from rapidfuzz import process

from models.errors import ErrorCode, ExitCode, Problem, SelarasError

Model = TypeVar("Model", bound=BaseModel)

_WORDS: Mapping[str, str] = {
    "extra_forbidden": "kunci ini tidak dikenal",
    "missing": "harus diisi",
    "int_type": "harus bilangan bulat",
    "int_parsing": "harus bilangan bulat",
    "int_from_float": "harus bilangan bulat",
    "float_type": "harus bilangan",
    "float_parsing": "harus bilangan",
    "string_type": "harus teks di antara tanda kutip",
    "bool_type": "harus true atau false",
    "date_type": "harus tanggal, misalnya 2025-02-20 tanpa tanda kutip",
    "date_parsing": "harus tanggal, misalnya 2025-02-20",
    "date_from_datetime_parsing": "harus tanggal, misalnya 2025-02-20",
    "date_from_datetime_inexact": "harus tanggal tanpa jam, misalnya 2025-02-20",
    "list_type": 'harus daftar, misalnya ["1.02"]',
    "tuple_type": 'harus daftar, misalnya ["1.02"]',
    "dict_type": "harus bagian dengan kunci dan nilai",
    "model_type": "harus bagian dengan kunci dan nilai",
    "path_type": "harus nama berkas atau folder",
    "greater_than_equal": "paling sedikit {ge}",
    "greater_than": "harus lebih dari {gt}",
    "less_than_equal": "paling banyak {le}",
    "enum": "harus salah satu dari {expected}",
    "literal_error": "harus salah satu dari {expected}",
    "string_too_short": "tidak boleh kosong",
    "string_pattern_mismatch": "bentuknya salah",
    "value_error": "{error}",
}
"""Kinds of errors of pydantic in words; their `ctx` fills the braces."""


def read_toml(path: Path) -> dict[str, Any]:
    """The content of a TOML file.

    Raises:
        SelarasError: NOT_FOUND or SETTINGS_INVALID, with the line.
    """
    try:
        return tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except OSError as error:
        raise failure(ErrorCode.NOT_FOUND, f"{path} tidak ada atau tidak dapat dibuka.", "Periksa ejaannya.") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise failure(
            ErrorCode.SETTINGS_INVALID, f"{path} bukan TOML yang sah: {error}.", "Perbaiki baris yang disebut."
        ) from error


def validated(model: type[Model], values: Mapping[str, Any], path: Path, remedy: str) -> Model:
    """The values as `model`.

    Args:
        model: what the file must hold.
        values: its content.
        path: the file that they stand in, for the message.
        remedy: Indonesian, where the user finds what is allowed.

    Raises:
        SelarasError: SETTINGS_INVALID, every wrong place named and told in words.
    """
    try:
        return model.model_validate(values)
    except ValidationError as error:
        told = "; ".join(_told(dict(e), model) for e in error.errors())
        raise failure(
            ErrorCode.SETTINGS_INVALID, f"{path} memuat pengaturan yang tidak sah: {told}.", remedy
        ) from error


def failure(code: ErrorCode, message: str, remedy: str) -> SelarasError:
    """An error of the configuration."""
    return SelarasError(Problem(code, message, remedy), ExitCode.CONFIGURATION)


def _told(error: dict[str, Any], model: type[BaseModel]) -> str:
    place = error["loc"]
    where = "".join(f" ke-{part + 1}" if isinstance(part, int) else f".{part}" for part in place).lstrip(".")
    words = _WORDS.get(error["type"], error["msg"]).format(**error.get("ctx", {}))
    if error["type"] == "extra_forbidden":
        known = _keys(model, place[:-1])
        near = process.extractOne(str(place[-1]), known, score_cutoff=60)
        words += f", mungkin maksudnya '{near[0]}'" if near else f"; yang ada: {', '.join(known)}" if known else ""
    return f"{where}: {words}"


def _keys(model: type[BaseModel], place: tuple[int | str, ...]) -> list[str]:
    """Keys that are allowed at a place of the file."""
    for part in place:
        if isinstance(part, int):
            continue
        field = model.model_fields.get(part)
        found = [field.annotation, *getattr(field.annotation, "__args__", ())] if field else []
        inner = [kind for kind in found if isinstance(kind, type) and issubclass(kind, BaseModel)]
        if not inner:
            return []
        model = inner[0]
    return list(model.model_fields)
