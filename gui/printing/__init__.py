"""The report on paper: the same content as the HTML file, as a rich text document."""

from gui.printing.pdf import print_page, write_pdf

__all__ = ["print_page", "write_pdf"]
