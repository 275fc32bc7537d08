"""The lists of the database are those of the parsers."""

from enum import StrEnum

import pytest

from biliktilik.parsers import model
from biliktilik.schema import vocabulary


@pytest.mark.parametrize(
    ("enumeration", "codes"),
    [
        (model.SegmentKind, vocabulary.SEGMENT_KINDS),
        (model.ProvisionKind, vocabulary.PROVISION_KINDS),
        (model.BlockKind, vocabulary.BLOCKS),
        (model.KnowledgeKind, vocabulary.KNOWLEDGE_KINDS),
        (model.Level, vocabulary.LEVELS),
        (model.Category, vocabulary.CATEGORIES),
        (model.Education, vocabulary.EDUCATIONS),
        (model.PositionGroup, vocabulary.POSITION_GROUPS),
        (model.Action, vocabulary.ACTIONS),
        (model.ContentKind, vocabulary.CONTENT_KINDS),
        (model.CitedIn, vocabulary.CITED_IN),
        (model.Severity, vocabulary.SEVERITIES),
    ],
)
def test_lists_are_equal(enumeration: type[StrEnum], codes: tuple[str, ...]) -> None:
    assert tuple(member.value for member in enumeration) == codes
