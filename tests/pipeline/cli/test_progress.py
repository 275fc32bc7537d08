"""What a build says of its progress."""

import pytest

from biliktilik.pipeline.build import BuildReport
from biliktilik.pipeline.cli.build import closing_line
from biliktilik.pipeline.cli.progress import shown_progress


def test_plain_progress_is_one_line_per_stage_on_stderr(capsys: pytest.CaptureFixture[str]) -> None:
    with shown_progress() as progress:
        progress("read", 1, 2)
        progress("read", 2, 2)
        progress("link", 1, 1)
    assert capsys.readouterr() == ("", "read: 2 of 2\nlink: 1 of 1\n")


def test_a_terminal_gets_bars(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stderr.isatty", lambda: True)
    with shown_progress() as progress:
        progress("read", 1, 2)
        progress("read", 2, 2)
    assert capsys.readouterr().out == ""


def test_closing_line_names_all_counts() -> None:
    line = closing_line(BuildReport(5, 40, 3, 20, 2, 0.456))
    assert line == "5 sources, 40 provisions, 3 positions, 20 items, 2 findings, 0.46 seconds"
