"""Let WeasyPrint alone print a page of HTML: what a PDF costs before briefgen does anything."""

import sys
from pathlib import Path

import weasyprint


def main(page: str, target: str) -> None:
    """Print the file `page` to the file `target` with the options that briefgen prints with."""
    document = weasyprint.HTML(filename=page)
    Path(target).write_bytes(document.write_pdf(pdf_variant="pdf/ua-1"))


if __name__ == "__main__":
    main(*sys.argv[1:])
