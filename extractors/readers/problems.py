"""What can be wrong with a file or page, said so that its owner knows what to do."""

from __future__ import annotations

from extractors.readers import tesseract
from models.errors import ErrorCode, Problem

_RESAVE = "Buka dan simpan ulang berkasnya, atau minta ulang dari pembuatnya."


def not_found(name: str) -> Problem:
    """No such file."""
    return Problem(ErrorCode.NOT_FOUND, f"Berkas {name} tidak ditemukan.", "Periksa nama dan foldernya.")


def not_opened(name: str, error: OSError) -> Problem:
    """There, but the system does not give it out."""
    reason = "tidak ada izin" if isinstance(error, PermissionError) else error.strerror or type(error).__name__
    return Problem(
        ErrorCode.NOT_FOUND,
        f"Berkas {name} tidak dapat dibuka ({reason}).",
        "Periksa izin berkas dan apakah berkas masih ada.",
    )


def empty(name: str) -> Problem:
    """Zero bytes."""
    return Problem(ErrorCode.EMPTY_FILE, f"Berkas {name} kosong (0 bita).", "Unduh atau salin ulang berkas itu.")


def encrypted(name: str) -> Problem:
    """Opens only with a password."""
    return Problem(
        ErrorCode.ENCRYPTED,
        f"Berkas {name} dikunci dengan kata sandi.",
        "Minta berkas tanpa kata sandi, atau buka lalu simpan ulang tanpa sandi.",
    )


def truncated(name: str) -> Problem:
    """The end of the file is missing."""
    return Problem(
        ErrorCode.TRUNCATED,
        f"Berkas {name} terpotong: bagian akhirnya tidak ada.",
        "Unduh atau salin ulang berkas itu sampai selesai.",
    )


def damaged(name: str) -> Problem:
    """Cannot be opened, the cause is not known."""
    return Problem(ErrorCode.DAMAGED, f"Berkas {name} rusak dan tidak dapat dibuka.", _RESAVE)


def wrong_extension(name: str, content: str) -> Problem:
    """Name and content disagree."""
    return Problem(
        ErrorCode.WRONG_EXTENSION,
        f"Nama berkas {name} tidak cocok dengan isinya ({content}).",
        "Ganti akhiran namanya sesuai isi, atau periksa apakah berkasnya benar.",
    )


def web_page(name: str) -> Problem:
    """What a browser saves when the document is behind a login or gone."""
    return Problem(
        ErrorCode.WRONG_EXTENSION,
        f"Berkas {name} adalah halaman web, bukan dokumen.",
        "Buka alamatnya di peramban dan unduh berkas PDF atau Word-nya.",
    )


def unsupported(name: str, content: str) -> Problem:
    """A format that is not read."""
    return Problem(
        ErrorCode.UNSUPPORTED_FORMAT,
        f"Berkas {name} berformat {content}, yang belum dapat dibaca.",
        "Simpan ulang sebagai PDF, DOCX, atau XLSX, lalu baca lagi.",
    )


def needs_office(name: str, content: str, better: str) -> Problem:
    """An old format, and LibreOffice is not installed."""
    return Problem(
        ErrorCode.UNSUPPORTED_FORMAT,
        f"Berkas {name} berformat {content}, yang hanya dapat dibaca bila LibreOffice terpasang.",
        f"Simpan ulang sebagai {better}, atau pasang LibreOffice di komputer ini.",
    )


def conversion_failed(name: str, better: str) -> Problem:
    """LibreOffice ran and made nothing of the file."""
    return Problem(
        ErrorCode.CONVERSION_FAILED,
        f"Berkas {name} tidak dapat dibuka LibreOffice: rusak, atau dikunci dengan kata sandi.",
        f"Buka di program asalnya dan simpan ulang sebagai {better} tanpa sandi.",
    )


def conversion_timeout(name: str, seconds: float, better: str) -> Problem:
    """LibreOffice did not end."""
    return Problem(
        ErrorCode.DOCUMENT_TIMEOUT,
        f"Berkas {name} belum selesai dibuka LibreOffice setelah {seconds:.0f} detik dan dihentikan.",
        f"Simpan ulang sebagai {better}, lalu baca lagi.",
    )


def packed(name: str, kind: str) -> Problem:
    """An archive that is not unpacked here: of another kind than ZIP, or a ZIP named alone or too deep in another."""
    return Problem(
        ErrorCode.UNSUPPORTED_FORMAT,
        f"Berkas {name} adalah arsip {kind}; isinya tidak dibaca.",
        "Buka arsipnya, lalu taruh dokumennya di folder dokumen"
        + ("." if kind == "ZIP" else ", atau kemas ulang sebagai ZIP."),
    )


def archive_empty(name: str) -> Problem:
    """A ZIP without files."""
    return Problem(
        ErrorCode.NO_DOCUMENTS,
        f"Arsip {name} tidak berisi berkas.",
        "Minta ulang arsipnya, atau taruh dokumennya langsung di folder dokumen.",
    )


def archive_too_large(name: str, files: int, megabytes: int) -> Problem:
    """A ZIP that would unpack to far more than documents of one region."""
    return Problem(
        ErrorCode.ARCHIVE_BOMB,
        f"Arsip {name} mengembang menjadi {files} berkas, {megabytes} MB; isinya tidak dibuka.",
        "Pastikan isinya dokumen, lalu buka sendiri dan taruh yang diperlukan di folder dokumen.",
    )


def archive_bomb(name: str, megabytes: int) -> Problem:
    """Unpacks to far more than a document."""
    return Problem(
        ErrorCode.ARCHIVE_BOMB,
        f"Berkas {name} mengembang menjadi {megabytes} MB saat dibuka; isinya tidak dibaca.",
        "Pastikan berkasnya dokumen biasa; bila gambarnya terlalu besar, kecilkan lalu simpan ulang.",
    )


def _scan_remedy() -> str:
    missing = tesseract.state().missing
    if missing:
        return f"Pakai berkas digital aslinya, atau nyalakan OCR ({missing}; caranya di README, bagian OCR)."
    return "OCR tidak menemukan tulisan di situ; pakai berkas digital aslinya, atau pindai ulang lebih tajam (300 dpi)."


def scan_file(name: str, pages: int) -> Problem:
    """All pages are pictures."""
    return Problem(
        ErrorCode.SCAN,
        f"Berkas {name} adalah hasil pindaian: {pages} halamannya gambar yang isinya tidak ada di lapisan teks.",
        _scan_remedy(),
    )


def scan(page: int) -> Problem:
    """A page that is a picture."""
    return Problem(
        ErrorCode.SCAN,
        f"Halaman {page} adalah gambar tanpa lapisan teks.",
        _scan_remedy(),
        page,
    )


def picture_under_text(page: int) -> Problem:
    """A page that is a picture under little text: a stamp, a page number, the footer of a signature."""
    return Problem(
        ErrorCode.SCAN,
        f"Halaman {page} adalah gambar; teks di atasnya hanya cap, nomor, atau kaki halaman.",
        _scan_remedy(),
        page,
    )


def scan_left(page: int) -> Problem:
    """A scanned page for which the file's time for OCR was over."""
    return Problem(
        ErrorCode.SCAN,
        f"Halaman {page} adalah gambar; waktu OCR untuk satu berkas habis sebelum halaman ini.",
        "Pakai berkas digital aslinya, atau pecah pindaian itu menjadi beberapa berkas.",
        page,
    )


def too_large(page: int, width: float, height: float) -> Problem:
    """A page larger than any paper."""
    return Problem(
        ErrorCode.PAGE_TOO_LARGE,
        f"Halaman {page} berukuran {width:.0f} x {height:.0f} poin, terlalu besar untuk dibaca.",
        "Cetak ulang halaman itu ke ukuran kertas biasa (A4, F4, A3).",
        page,
    )


def too_many_paths(page: int) -> Problem:
    """A page whose drawing cannot be a table."""
    return Problem(
        ErrorCode.TOO_MANY_PATHS,
        f"Halaman {page} berisi terlalu banyak garis gambar; tabelnya tidak dibaca.",
        "Periksa halaman itu dengan mata; bila berisi tabel, simpan ulang tanpa gambar vektornya.",
        page,
    )


def timeout(page: int) -> Problem:
    """A page that took too long."""
    return Problem(
        ErrorCode.PAGE_TIMEOUT,
        f"Halaman {page} melewati batas waktu baca; tabelnya tidak dibaca.",
        "Periksa halaman itu dengan mata, atau cetak ulang halaman itu tanpa gambar yang rumit.",
        page,
    )


def page_too_slow(page: int) -> Problem:
    """A page that had to be stopped: nothing of it was read."""
    return Problem(
        ErrorCode.PAGE_TIMEOUT,
        f"Halaman {page} melewati batas waktu baca dan dilewati.",
        "Periksa halaman itu dengan mata, atau cetak ulang halaman itu ke PDF lalu baca lagi.",
        page,
    )


def page_failed(page: int) -> Problem:
    """A page that no reader opens."""
    return Problem(ErrorCode.PAGE_FAILED, f"Halaman {page} rusak dan tidak dapat dibaca.", _RESAVE, page)


def sheet_cut(name: str, sheet: str, rows: int, columns: int) -> Problem:
    """A sheet reaches further than any plan does."""
    return Problem(
        ErrorCode.PAGE_TOO_LARGE,
        f"Lembar {sheet} dalam {name} lebih besar dari {rows} baris x {columns} kolom; sisanya tidak dibaca.",
        "Hapus baris dan kolom kosong yang berformat di luar tabel, lalu baca ulang.",
    )


def hidden_parts(name: str, parts: list[str]) -> Problem:
    """Something in a workbook is hidden and was not read."""
    shown = "; ".join(parts[:5]) + (f"; dan {len(parts) - 5} lainnya" if len(parts) > 5 else "")
    return Problem(
        ErrorCode.HIDDEN_PART,
        f"Bagian tersembunyi dalam {name} tidak dibaca: {shown}.",
        "Tampilkan bagian itu dan simpan ulang bila isinya termasuk dokumen.",
    )


def formulas_without_result(name: str, count: int) -> Problem:
    """A workbook holds formulas that no program has computed."""
    return Problem(
        ErrorCode.NO_RESULT,
        f"{count} rumus dalam {name} tidak menyimpan hasilnya; selnya dibaca kosong.",
        "Buka berkas itu di Excel atau LibreOffice, simpan ulang, lalu baca lagi.",
    )
