"""Tesseract: is it here, and what does it read in pictures? The only file that knows pytesseract.

All pictures of a page go to one process as a list: loading the language takes longer than reading a cell.
"""

from __future__ import annotations

import functools
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

LANGUAGE, DIGITS = "ind", "eng"
"""The English data know the percent sign, which the Indonesian ones read as 46 or 96; they come with Tesseract."""
Grey = npt.NDArray[np.uint8]


class TimedOut(Exception):
    """Tesseract did not end in the time it had."""


@dataclass(frozen=True, slots=True)
class State:
    """Whether OCR is ready: the version when it is, else what is missing (Indonesian)."""

    version: str = ""
    missing: str = ""
    languages: tuple[str, ...] = (LANGUAGE,)


@dataclass(frozen=True, slots=True)
class Word:
    """A word in one picture: pixels, the printed line's top and bottom, and confidence 0-100."""

    text: str
    left: int
    right: int
    line_top: int
    line_bottom: int
    confidence: float


@functools.cache
def state() -> State:
    """Look for pytesseract, the program and its Indonesian language, once per process."""
    try:
        import pytesseract
    except ImportError:
        return State(missing="paket Python pytesseract belum dipasang")
    try:
        version = str(pytesseract.get_tesseract_version()).split()[0]
        languages = pytesseract.get_languages()
    except Exception:  # not found, not allowed, or not able to run: the same to the user
        return State(missing="program Tesseract belum dipasang")
    if LANGUAGE not in languages:
        return State(missing=f"bahasa Indonesia ({LANGUAGE}) untuk Tesseract belum dipasang")
    return State(version, languages=tuple(name for name in (LANGUAGE, DIGITS) if name in languages))


def ready() -> bool:
    """Whether pictures can be read on this machine."""
    return bool(state().version)


def read_pictures(pictures: Sequence[Grey], seconds: float, mode: int, letters: str = "") -> list[list[Word]]:
    """Read the words of each picture.

    Args:
        pictures: grey, dark text on light ground.
        seconds: for all of them together.
        mode: Tesseract's page segmentation mode.
        letters: only these characters are read, by the data that know digits best; empty for all.

    Raises:
        TimedOut: it took longer.
    """
    import pytesseract
    from PIL import Image

    if not pictures:
        return []
    if seconds <= 0:
        raise TimedOut
    config = f"--psm {mode} --dpi 300" + (f" -c tessedit_char_whitelist={letters}" if letters else "")
    with tempfile.TemporaryDirectory(prefix="selaras-ocr-") as folder:
        names = []
        for number, picture in enumerate(pictures):
            name = Path(folder, f"{number:05}.png")
            Image.fromarray(picture).save(name, compress_level=1)
            names.append(str(name))
        listing = Path(folder, "daftar.txt")
        listing.write_text("\n".join(names), encoding="utf-8")
        try:
            languages = state().languages
            data = pytesseract.image_to_data(
                str(listing),
                lang=languages[-1] if letters else "+".join(languages),
                config=config,
                timeout=seconds,
                output_type=pytesseract.Output.DICT,
            )
        except RuntimeError as error:
            if "timeout" in str(error):
                raise TimedOut from error
            raise
    return _words(data, len(pictures))


def orientation(picture: Grey, seconds: float) -> int:
    """Degrees clockwise by which the picture must be turned to be read; 0 when that cannot be told for sure."""
    import pytesseract
    from PIL import Image

    try:
        told = pytesseract.image_to_osd(
            Image.fromarray(picture), config="--dpi 150", timeout=seconds, output_type=pytesseract.Output.DICT
        )
    except Exception:  # too little text, or the language "osd" is missing: read the page as it lies
        return 0
    sure = float(told["orientation_conf"]) >= 2
    return int(told["rotate"]) % 360 if sure else 0


def _words(data: dict[str, list[Any]], count: int) -> list[list[Word]]:
    made: list[list[Word]] = [[] for _ in range(count)]
    top = bottom = 0
    for level, page, text, left, y, width, height, confidence in zip(
        *(data[key] for key in ("level", "page_num", "text", "left", "top", "width", "height", "conf")), strict=True
    ):
        if level == 4:
            top, bottom = y, y + height
        elif level == 5 and str(text).strip():
            made[page - 1].append(Word(str(text).strip(), left, left + width, top, bottom, float(confidence)))
    return made
