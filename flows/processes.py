"""How many processes suit this machine."""

from __future__ import annotations

import os


def usual_processes() -> int:
    """One for each processor, four at most: more of them want more memory than office PCs have."""
    return min(4, os.cpu_count() or 1)
