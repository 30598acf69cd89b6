"""Write the fictional city's documents and their truth into a folder."""

from __future__ import annotations

from pathlib import Path

from samples.books import Book, make_books
from samples.facts import City, load_city
from samples.pages import Typeset
from samples.papers import FILES, make_paper
from samples.pdf import typeset_pdf
from samples.plants import DECOYS, PLANTS, plant
from samples.truth import TRUTH_FILE, Truth, make_truth, save_truth
from samples.word import typeset_word


def write_city(folder: Path, *, planted: bool = True) -> Truth:
    """Write twelve documents and the truth file `kebenaran.json`.

    The bytes are the same each time.

    Args:
        folder: made when it is not there; files of the same names are replaced.
        planted: False writes the consistent city without plants (and without decoys) and a truth without findings.

    Returns:
        What must be found in them.
    """
    city = load_city()
    books, printed = print_city(city, planted=planted)
    folder.mkdir(parents=True, exist_ok=True)
    for key, out in printed.items():
        (folder / FILES[key]).write_bytes(out.data)
    truth = make_truth(city, books, printed) if planted else Truth(city.name, dict(FILES), (), (), ())
    save_truth(truth, folder / TRUTH_FILE)
    return truth


def print_city(city: City, *, planted: bool = True) -> tuple[dict[str, Book], dict[str, Typeset]]:
    """The books as planted, and each of them typeset."""
    books = make_books(city)
    if planted:
        plant(books, (*DECOYS, *PLANTS))
    printed = {}
    for key, book in books.items():
        paper = make_paper(book, city)
        printed[key] = typeset_word(paper) if paper.file.endswith(".docx") else typeset_pdf(paper)
    return books, printed
