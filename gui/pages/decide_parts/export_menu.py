"""The ways out: report and its numbers, files for other programs, folders of pictures."""

from __future__ import annotations

from PySide6.QtWidgets import QMenu, QPushButton

from gui.exporting import FileForm, ReportForm, export_file, export_folder, export_report
from gui.icons import icon
from gui.language import Translated
from gui.services import Services


class ExportButton(Translated, QPushButton):
    """A button with a menu of the forms to export to."""

    def __init__(self, services: Services) -> None:
        super().__init__()
        self._services = services
        menu = QMenu(self)
        self.hdf5 = menu.addAction("")
        self.webdataset = menu.addAction("")
        self.parquet = menu.addAction("")
        self.folder = menu.addAction("")
        menu.addSeparator()
        self.csv = menu.addAction("")
        self.json = menu.addAction("")
        self.hdf5.triggered.connect(lambda: self._export_file("hdf5"))
        self.webdataset.triggered.connect(lambda: self._export_file("webdataset"))
        self.parquet.triggered.connect(lambda: self._export_file("parquet"))
        self.folder.triggered.connect(self._export_folder)
        self.csv.triggered.connect(lambda: self.write_report("csv"))
        self.json.triggered.connect(lambda: self.write_report("json"))
        self.setMenu(menu)
        self.bind(self._say)

    def write_report(self, form: ReportForm = "html") -> None:
        """Ask for a place and write the report, or its numbers."""
        export_report(self._services, self.window(), form)

    def _export_file(self, form: FileForm) -> None:
        export_file(self._services, self.window(), form)

    def _export_folder(self) -> None:
        export_folder(self._services, self.window())

    def _say(self) -> None:
        self.setText(self.tr("Export…"))
        self.setIcon(icon("export-variant"))
        self.hdf5.setText(self.tr("HDF5 file…"))
        self.webdataset.setText(self.tr("WebDataset (TAR)…"))
        self.parquet.setText(self.tr("Parquet file…"))
        self.folder.setText(self.tr("Folders of PNG pictures…"))
        self.csv.setText(self.tr("All numbers as a sheet (CSV)…"))
        self.json.setText(self.tr("All numbers as JSON…"))
        self.csv.setIcon(icon("table"))
        self.json.setIcon(icon("code-json"))
        self.hdf5.setIcon(icon("database-export-outline"))
        self.webdataset.setIcon(icon("folder-zip-outline"))
        self.parquet.setIcon(icon("table-large"))
        self.folder.setIcon(icon("folder-image"))
