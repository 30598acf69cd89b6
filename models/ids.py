"""Ids are hashes of content: the same input gives the same rows on every machine and night."""

from __future__ import annotations

import hashlib


def content_id(prefix: str, *parts: object) -> str:
    """A 16-hex-digit id of `parts` (their `str`, None as empty), led by a letter that tells its kind.

    Prefixes in use: d document, b plan item (butir), i indicator, p statement (pernyataan), t link (tautan),
    g link of goal statements, k claimed number (klaim), f finding (temuan), r decision of a reviewer, s the pair it is
    about, m mark on a finding, c cause of findings,
    n official list, q particular (keterangan).
    """
    joined = "\x1f".join("" if part is None else str(part) for part in parts)
    return prefix + hashlib.sha256(joined.encode()).hexdigest()[:16]
