"""Weights that were learned in a folder of results (`selaras align learn --ganti`), beside its decisions."""

from __future__ import annotations

from pathlib import Path

from alignment.score import Weights, read_weights
from flows.settings import review_folder


def learned_weights(output: Path) -> Path:
    """Where they lie, if there are any."""
    return review_folder(output) / "bobot.toml"


def weights_in_use(output: Path) -> Weights | None:
    """Learned weights, None where the checked-in ones are used.

    Raises:
        SelarasError: WEIGHTS_INVALID when they cannot be read.
    """
    learned = learned_weights(output)
    return read_weights(learned) if learned.exists() else None
