from pathlib import Path

import pytest

from flows.settings import load_settings
from models.errors import ErrorCode, ExitCode, SelarasError


def test_a_folder_needs_no_settings_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("SELARAS_HASIL", raising=False)
    (tmp_path / "dokumen").mkdir()
    settings = load_settings(Path("dokumen"))
    assert settings.sumber == tmp_path / "dokumen"
    assert settings.hasil == tmp_path / "hasil"
    assert settings.jadwal.zona_waktu == "Asia/Jakarta"


def test_paths_in_a_settings_file_are_relative_to_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    office = tmp_path / "bappeda"
    (office / "dokumen").mkdir(parents=True)
    file = office / "selaras.toml"
    file.write_text(
        'sumber = "dokumen"\nhasil = "keluaran"\n[baca]\nproses = 3\n[jadwal]\nzona_waktu = "Asia/Makassar"\n'
    )
    settings = load_settings(file)
    assert settings.sumber == office / "dokumen"
    assert settings.hasil == office / "keluaran"
    assert (settings.baca.proses, settings.jadwal.zona_waktu) == (3, "Asia/Makassar")
    assert load_settings(file, Path("lain"), workers=5).hasil == tmp_path / "lain"
    assert load_settings(file, workers=5).baca.proses == 5


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ('sumber = "."\nhasl = "x"\n', "hasl"),
        ('sumber = "."\n[baca]\nproses = 0\n', "proses"),
        ('sumber = "."\n[jadwal]\nzona_waktu = "WIB"\n', "Asia/Jakarta"),
        ("sumber = ", "TOML"),
        ('sumber = "tidak-ada"\n', "tidak-ada"),
    ],
)
def test_a_bad_settings_file_is_explained(tmp_path: Path, text: str, word: str) -> None:
    file = tmp_path / "selaras.toml"
    file.write_text(text)
    with pytest.raises(SelarasError) as caught:
        load_settings(file)
    assert word in str(caught.value)
    assert caught.value.exit_code is ExitCode.CONFIGURATION


def test_a_source_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(SelarasError) as caught:
        load_settings(tmp_path / "kosong")
    assert caught.value.problem.code is ErrorCode.NOT_FOUND
    assert "kosong" in str(caught.value)
