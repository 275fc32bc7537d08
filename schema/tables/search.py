"""What a full-text search looks through."""

from sqlalchemy.orm import Mapped, mapped_column

from biliktilik.schema.base import Base, Dated, MaybePlaced, coded, parent
from biliktilik.schema.vocabulary import HOLDER_KINDS, LANGUAGES, PASSAGE_KINDS


class Passage(Dated, MaybePlaced, Base):
    """A text that a search finds as one: a title, a duty, a point, a part of a card."""

    __tablename__ = "passages"
    __table_args__ = (
        {"comment": "One row per text that a search finds: title, heading, item, part of a card, other unit or note."},
    )

    passage_id: Mapped[int] = mapped_column(primary_key=True, comment="Running number in this database.")
    act_uri: Mapped[str | None] = parent("acts.act_uri", "The act; NULL when the source does not say which it is.")
    language: Mapped[str | None] = coded("language", LANGUAGES, "Language of the text; NULL when undecided.")
    eid: Mapped[str | None] = mapped_column(comment="The unit that it stands in; NULL for the act as a whole.")
    holder_eid: Mapped[str | None] = mapped_column(
        comment="The position or card that the unit belongs to or is; NULL when it belongs to none."
    )
    holder_kind: Mapped[str | None] = coded(
        "holder_kind", HOLDER_KINDS, "Which of the two it is; NULL when it belongs to none."
    )
    kind: Mapped[str] = coded("kind", PASSAGE_KINDS, "What the text is.")
    title: Mapped[str | None] = mapped_column(
        comment="What the position or card is called, or the act for its title; NULL without one or when nobody says."
    )
    text: Mapped[str] = mapped_column(comment="The text as the other tables show it.")
    folded: Mapped[str] = mapped_column(
        comment="Its words for searches: small letters, plain ones for Kazakh ones, look-alikes made one."
    )
    stems: Mapped[str] = mapped_column(comment="The same words without their endings, each marked with its language.")
