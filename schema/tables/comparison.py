"""What follows from setting languages, acts and editions side by side."""

from sqlalchemy import Index, Numeric
from sqlalchemy.orm import Mapped, mapped_column

from biliktilik.schema.base import Base, coded, day, parent
from biliktilik.schema.vocabulary import AGREEMENTS, BLOCKS, CHANGES, LANGUAGES, LINEAGE_EVIDENCE, LINEAGE_KINDS

SHARE = Numeric(4, 3, asdecimal=False)


class Alignment(Base):
    """Items of one block that say the same in both languages."""

    __tablename__ = "alignments"
    __table_args__ = (
        Index(None, "act_uri", "eid"),
        {"comment": "One row per group of items of a block that say the same in Kazakh and Russian."},
    )

    alignment_id: Mapped[int] = mapped_column(primary_key=True, comment="Running number in this database.")
    act_uri: Mapped[str] = parent("acts.act_uri", "The act.")
    eid: Mapped[str] = mapped_column(comment="The block.")
    item_kind: Mapped[str] = coded("item_kind", BLOCKS, "Kind of the block.")
    kk_ordinals: Mapped[str | None] = mapped_column(comment="Kazakh items, comma-joined; NULL when there are none.")
    ru_ordinals: Mapped[str | None] = mapped_column(comment="Russian items, comma-joined; NULL when there are none.")
    score: Mapped[float | None] = mapped_column(SHARE, comment="How sure, 0 to 1; NULL when one side has none.")
    agreement: Mapped[str] = coded("agreement", AGREEMENTS, "Whether the two sides say the same.")


class Lineage(Base):
    """The same job in two acts."""

    __tablename__ = "lineage"
    __table_args__ = (
        Index(None, "from_act_uri", "from_eid"),
        Index(None, "to_act_uri", "to_eid"),
        {"comment": "One row per pair of positions or cards of two acts that are the same job."},
    )

    lineage_id: Mapped[int] = mapped_column(primary_key=True, comment="Running number in this database.")
    from_act_uri: Mapped[str] = parent("acts.act_uri", "The older act.")
    from_eid: Mapped[str] = mapped_column(comment="The job in the older act.")
    from_title: Mapped[str | None] = mapped_column(comment="Its title there; NULL when nobody states it.")
    to_act_uri: Mapped[str] = parent("acts.act_uri", "The newer act.")
    to_eid: Mapped[str] = mapped_column(comment="The job in the newer act.")
    to_title: Mapped[str | None] = mapped_column(comment="Its title there; NULL when nobody states it.")
    kind: Mapped[str] = coded("kind", LINEAGE_KINDS, "What became of the job.")
    score: Mapped[float] = mapped_column(
        SHARE, comment="How sure, 0 to 1; 1 where a text states it or a person has decided."
    )
    evidence: Mapped[str] = coded("evidence", LINEAGE_EVIDENCE, "What the pair rests on.")


class Change(Base):
    """What one event changed."""

    __tablename__ = "changes"
    __table_args__ = ({"comment": "One row per unit or item that an amendment or a new act changed, and language."},)

    change_id: Mapped[int] = mapped_column(primary_key=True, comment="Running number in this database.")
    act_uri: Mapped[str] = parent("acts.act_uri", "The act that was changed.")
    eid: Mapped[str | None] = mapped_column(comment="The unit that was changed; NULL when the act as a whole was.")
    item_kind: Mapped[str | None] = coded("item_kind", BLOCKS, "Block of the item; NULL when no item is concerned.")
    change: Mapped[str] = coded("change", CHANGES, "What became of it.")
    old_text: Mapped[str | None] = mapped_column(comment="Wording before; NULL when there was none or it is unknown.")
    new_text: Mapped[str | None] = mapped_column(comment="Wording after; NULL when there is none or it is unknown.")
    changed_on: Mapped[str | None] = day("changed_on", "Day of effect; NULL when the sources do not say.")
    amending_act_uri: Mapped[str | None] = parent("acts.act_uri", "The act that changed it; NULL when unknown.")
    weight: Mapped[int] = mapped_column(
        comment="Legal weight, the highest first: 120 the whole act, 100 a threshold (years, education, category), "
        "80 a requirement line, 60 a duty or thing to know, 50 another unit, 30 wording, 10 order, 5 punctuation."
    )
    summary: Mapped[str] = mapped_column(comment="The change in one sentence, in English.")
    summary_kk: Mapped[str] = mapped_column(comment="The change in one sentence, in Kazakh.")
    summary_ru: Mapped[str] = mapped_column(comment="The change in one sentence, in Russian.")
    language: Mapped[str | None] = coded("language", LANGUAGES, "Language of the wordings; NULL for the whole act.")
