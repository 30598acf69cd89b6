"""What a worker process does in the tests of bad workers; the name of the file says what."""

from __future__ import annotations

import json
import os
import time
from pathlib import Path

READ, SHA = "SELARAS_TEST_TERBACA", "SELARAS_TEST_SHA"
"""Environment variables: the extraction that a good file is given, and the hash in it."""


def extract_to(source: str, target: str, seconds: float) -> None:
    """Stands in for `flows.workers._extract_to`."""
    name = Path(source).stem
    path = Path(target)
    tried = path.with_suffix(".dicoba")
    path.parent.mkdir(parents=True, exist_ok=True)
    if name == "mati" or (name == "mati-sekali" and not tried.exists()):
        tried.touch()
        os._exit(9)
    if name == "lambat":
        time.sleep(60)
    if name == "galat":
        raise ValueError("isi tidak terduga")
    made = json.loads(Path(os.environ[READ]).read_text("utf-8").replace(os.environ[SHA], path.stem))
    made["content"] = {}  # else all good files would be copies of each other
    path.write_text(json.dumps(made), "utf-8")
