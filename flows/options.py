"""Options that several commands share."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

Output = Annotated[
    Path | None,
    typer.Option(
        "--hasil", help="Folder hasil (bawaan: $SELARAS_HASIL atau ./hasil).", metavar="FOLDER", show_default=False
    ),
]
AsJson = Annotated[bool, typer.Option("--json", help="Cetak satu dokumen JSON untuk mesin.")]
