"""A failure reads as one sentence."""

import pytest

from biliktilik.pipeline.errors import BiliktilikError, ExitCode


@pytest.mark.parametrize(
    ("parts", "message"),
    [
        (["it failed"], "it failed"),
        (["it failed", "a.toml"], "a.toml: it failed"),
        (["it failed", "a.toml", "no such key", "Mend it."], "a.toml: it failed: no such key. Mend it."),
        (["it failed", "", "no room"], "it failed: no room"),
    ],
)
def test_message(parts: list[str], message: str) -> None:
    what, where, why, remedy = [*parts, "", "", ""][:4]
    assert str(BiliktilikError(what, where, why, remedy)) == message


def test_exit_codes() -> None:
    assert BiliktilikError("x").exit_code is ExitCode.FAILED
    assert [code.value for code in ExitCode] == [0, 1, 2, 3, 4]
