import pytest

from biliktilik.pipeline.export.field import Field, Kind, fields
from biliktilik.pipeline.export.key import foreign_keys, primary_key
from biliktilik.pipeline.store.database import Reader
from biliktilik.schema.views import View, views

BY_NAME = {view.name: view for view in views()}


def field(view: str, column: str) -> Field:
    return next(field for field in fields(BY_NAME[view]) if field.name == column)


@pytest.mark.parametrize(
    ("view", "column", "kind"),
    [
        ("v_positions", "section", Kind.TEXT),
        ("v_positions", "valid_from", Kind.DAY),
        ("v_positions", "wording_known", Kind.FLAG),
        ("v_acts", "adopted_on", Kind.DAY),
        ("v_cards", "level_min", Kind.WHOLE),
        ("v_cards", "occupation_code", Kind.TEXT),
        ("v_cards", "label", Kind.TEXT),
        ("v_requirement_matrix", "min_years", Kind.DECIMAL),
        ("v_requirement_matrix", "no_experience_required", Kind.FLAG),
        ("v_alignments", "score", Kind.DECIMAL),
        ("v_alignments", "kk_ordinals", Kind.TEXT),
        ("v_sources", "coverage", Kind.DECIMAL),
        ("v_sources", "text", Kind.TEXT),
    ],
)
def test_kinds(view: str, column: str, kind: Kind) -> None:
    assert field(view, column).kind is kind


def test_codes_and_meanings() -> None:
    assert field("v_findings", "severity").codes == ("error", "warning", "info")
    assert field("v_findings", "message").codes == ()
    assert all(field.meaning for view in views() for field in fields(view))


@pytest.mark.parametrize(
    ("view", "key"),
    [
        ("v_acts", ("act_uri",)),
        ("v_sources", ("source_file",)),
        ("v_segments", ("source_file", "char_start")),
        ("v_provisions", ("provision_id",)),
        ("v_amendments", ("amending_act_uri", "ordinal")),
        ("v_positions", ()),  # position_id is the same in both languages
    ],
)
def test_primary_keys(view: str, key: tuple[str, ...]) -> None:
    assert primary_key(BY_NAME[view]) == key


@pytest.mark.parametrize("view", [view for view in views() if primary_key(view)], ids=lambda view: view.name)
def test_a_key_names_one_row(reader: Reader, view: View) -> None:
    key = ", ".join(primary_key(view))
    assert reader.ask(f"SELECT {key} FROM {view.name} GROUP BY {key} HAVING count(*) > 1").rows == []


def test_foreign_keys() -> None:
    assert list(foreign_keys(BY_NAME["v_relations"])) == [
        ("from_act_uri", "v_acts", "act_uri"),
        ("to_act_uri", "v_acts", "act_uri"),
        ("source_file", "v_sources", "source_file"),
    ]
