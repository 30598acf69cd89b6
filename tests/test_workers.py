from pathlib import Path

from flows.workers import Workers
from models.extraction import load_extraction
from tests.small_papers import write_two


def test_a_broken_pool_is_replaced_by_a_fresh_one(tmp_path: Path) -> None:
    first, second = write_two(tmp_path)
    with Workers(1, 120) as pool:
        assert pool.extract(first, tmp_path / "a.json")
        # What pebble does to itself when a worker dies at a bad moment.
        pool._pool.stop()  # type: ignore[no-untyped-call]
        assert pool.extract(second, tmp_path / "b.json")
    assert load_extraction((tmp_path / "b.json").read_bytes()).file.name == second.name
