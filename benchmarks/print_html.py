"""Let WeasyPrint alone print a page of HTML: what a PDF costs before briefgen does anything."""

import sys
from pathlib import Path

import weasyprint
from weasyprint.urls import URLFetcher


def main(page: str, target: str) -> None:
    """Print the file `page` to the file `target` as `briefgen.render.pdf` does, without the attachment."""
    fetcher = URLFetcher(allowed_protocols={"data"}, allow_redirects=False)
    document = weasyprint.HTML(string=Path(page).read_text("utf-8"), url_fetcher=fetcher, base_url=None)
    Path(target).write_bytes(document.write_pdf(pdf_variant="pdf/a-3a"))


if __name__ == "__main__":
    main(*sys.argv[1:])
