"""The limits that the environment sets."""

from __future__ import annotations

import pytest

from biliktilik.pipeline.errors import BiliktilikError, ExitCode
from biliktilik.pipeline.limits import MEGABYTES, SECONDS_VARIABLE, Limits, limits_in_force


def test_the_environment_sets_a_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(SECONDS_VARIABLE, "2.5")
    assert limits_in_force() == Limits(2.5, MEGABYTES)


@pytest.mark.parametrize("value", ["0", "-1", "soon", "nan", "inf"])
def test_what_is_no_positive_number_is_refused(monkeypatch: pytest.MonkeyPatch, value: str) -> None:
    monkeypatch.setenv(SECONDS_VARIABLE, value)
    with pytest.raises(BiliktilikError, match=f"{SECONDS_VARIABLE}.*{value}") as caught:
        limits_in_force()
    assert caught.value.exit_code == ExitCode.USAGE
