"""The archive that searches are measured on has what it says, and can be searched."""

from pathlib import Path

from browser import chromium

from benchmarks.archive_search import archive, search, write


def test_every_passage_of_the_archive_can_be_found(tmp_path: Path) -> None:
    found = archive(4, 120)
    assert (len(found.shelves[0].listed), len({record.text for record in found.records})) == (4, 120)
    write(tmp_path, found)
    with chromium() as browser:
        taken, rows = search(browser, tmp_path / "search.html", "report 77")
        assert taken > 0
        assert rows >= 1
        assert search(browser, tmp_path / "search.html", "quincunx")[1] == 0
