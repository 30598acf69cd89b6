"""One cause, one finding: findings that a single slip explains are put together, each with its own evidence.

A cause is one SQL file in `causes/`: a SELECT over facts and findings with the columns `temuan_id`, `kunci` (equal for
findings of one cause), `uraian` (the cause in one Indonesian sentence) and `paling_sedikit` (findings that it takes).
Files are applied in the order of their names; a finding belongs to the first cause that explains it.
"""

from __future__ import annotations

from collections import defaultdict
from functools import cache
from importlib import resources

import duckdb

from models.ids import content_id
from warehouse.store import append_rows


@cache
def cause_files() -> tuple[tuple[str, str], ...]:
    """Kind of cause and SQL, in order."""
    folder = resources.files("warehouse") / "causes"
    files = sorted((item for item in folder.iterdir() if item.name.endswith(".sql")), key=lambda item: item.name)
    return tuple((f.name.removesuffix(".sql").partition("_")[2], f.read_text(encoding="utf-8")) for f in files)


def find_causes(con: duckdb.DuckDBPyConnection) -> int:
    """Fill `data.sebab` and `data.temuan.sebab_id` anew; returns the number of causes.

    A finding without a cause of this kind stands for itself. Ids are made of the kind and the key, so that a cause is
    the same tomorrow, also with other findings.

    Raises:
        duckdb.Error: a file's SQL fails.
    """
    con.execute("DELETE FROM data.sebab")
    con.execute("UPDATE data.temuan SET sebab_id = NULL")
    explained: set[str] = set()
    members: list[tuple[str, str]] = []
    causes = []
    for kind, sql in cause_files():
        groups: defaultdict[str, dict[str, tuple[str, int]]] = defaultdict(dict)
        for finding, key, text, least in con.execute(sql).fetchall():
            if finding not in explained:
                groups[key].setdefault(finding, (text, least))
        for key, findings in sorted(groups.items()):
            text, least = next(iter(findings.values()))
            if len(findings) >= least:
                id_ = content_id("c", kind, key)
                explained |= findings.keys()
                members += [(finding, id_) for finding in findings]
                causes.append({"sebab_id": id_, "macam": kind, "uraian": text})
    append_rows(con, "data.sebab", causes)
    if members:
        con.execute("CREATE TEMP TABLE sebab_temuan (temuan_id VARCHAR, sebab_id VARCHAR)")
        append_rows(con, "sebab_temuan", members)
        con.execute(
            "UPDATE data.temuan t SET sebab_id = s.sebab_id FROM sebab_temuan s WHERE s.temuan_id = t.temuan_id"
        )
        con.execute("DROP TABLE sebab_temuan")
    return len(causes)
