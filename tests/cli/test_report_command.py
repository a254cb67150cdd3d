"""Reports in every form without a window."""

from __future__ import annotations

import json

import pypdfium2
import pytest

from tests.cli.conftest import start_process


def test_every_form_is_written_without_a_display(project, run, tmp_path):
    paths = {name: tmp_path / f"報告.{name}" for name in ("html", "pdf", "csv", "json")}
    process = start_process(
        *("report", project, run["run"], "--to", paths["html"], "--pdf", paths["pdf"]),
        *("--csv", paths["csv"], "--numbers", paths["json"], "--json", "--language", "ja"),
        DISPLAY="",
        WAYLAND_DISPLAY="",
    )
    out, err = process.communicate(timeout=300)
    assert process.returncode == 0, err
    answer = json.loads(out)
    assert answer["path"] == str(paths["html"])
    assert answer["pdf"] == str(paths["pdf"])
    assert "<html lang=" in paths["html"].read_text("utf-8")
    document = pypdfium2.PdfDocument(paths["pdf"])
    assert "濃縮データ" in "".join(document[0].get_textpage().get_text_bounded().split())
    document.close()
    assert paths["csv"].read_bytes().startswith(b"\xef\xbb\xbf")
    assert json.loads(paths["json"].read_bytes())["project"]


def test_a_report_of_no_form_is_refused_in_a_sentence(shizuku, project, run):
    answer = shizuku("report", project, run["run"])
    assert answer.code == 2
    assert "--pdf FILE.pdf" in answer.err


@pytest.mark.parametrize("form", ["--to", "--pdf", "--csv", "--numbers"])
def test_a_report_that_does_not_fit_on_the_disk_ends_in_a_sentence(project, run, tmp_path, form):
    resource = pytest.importorskip("resource")
    path, limits = tmp_path / "report", resource.getrlimit(resource.RLIMIT_FSIZE)
    process = start_process("report", project, run["run"], form, path)
    resource.prlimit(process.pid, resource.RLIMIT_FSIZE, (100, limits[1]))
    out, err = process.communicate(timeout=300)
    assert process.returncode == 1, out
    assert "could not be written" in err.splitlines()[-1]
    assert "Traceback" not in err
    assert list(tmp_path.iterdir()) == []
