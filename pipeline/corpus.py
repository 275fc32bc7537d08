"""All documents of a folder set in relation: the acts, and which text gives the wording of which act."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from biliktilik.parsers.model import Amendment, Body, Citation, ParsedDocument, Severity, SourceText, Span
from biliktilik.pipeline.catalog import CatalogFact
from biliktilik.pipeline.reading import RawFile


@dataclass(frozen=True, slots=True)
class ActName:
    """What one language calls an act and its issuer."""

    language: str
    title: str | None
    issuer: str | None


@dataclass(frozen=True, slots=True)
class Act:
    """A legal act; days are ISO dates, ``number`` is as printed, None where nobody says."""

    uri: str
    kind: str | None
    number: str | None
    adopted_on: str | None
    registration_number: str | None
    registered_on: str | None
    published_on: str | None
    adilet_id: str | None
    text_known: str
    also_numbered: tuple[str, ...] = ()
    in_force_from: str | None = None
    in_force_from_basis: str | None = None
    in_force_to: str | None = None
    in_force_to_basis: str | None = None
    names: tuple[ActName, ...] = ()
    facts: tuple[CatalogFact, ...] = ()

    @property
    def act_number(self) -> str | None:
        """The number in lower case, by which the views name the act."""
        return self.number.lower() if self.number else None


@dataclass(frozen=True, slots=True)
class CorpusFinding:
    """A finding with the act and the source that it concerns; ``span`` is a place in that source."""

    code: str
    severity: Severity
    message: str
    act_uri: str | None = None
    source_file: str | None = None
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """A file with its fate: ``used``, ``duplicate``, ``competing`` or ``unreadable``."""

    file: RawFile
    use: str
    text: SourceText | None = None
    document: ParsedDocument | None = None
    act_uri: str | None = None


def printed_acts(sources: Iterable[Source]) -> Iterator[tuple[Source, ParsedDocument, str]]:
    """The sources that give the wording of a known act, each with its document and the URI of the act."""
    for source in sources:
        if source.use == "used" and source.document is not None and source.act_uri is not None:
            yield source, source.document, source.act_uri


@dataclass(frozen=True, slots=True)
class Wording:
    """The units of one act that one source prints, as the whole act or as quoted by an amendment, in one interval.

    ``known`` is False for units that a source only says to exist: they have labels, but no text and no title.
    ``act_key`` names the act in identifiers: its URI, or the source's digest where the act is unknown.
    """

    act_key: str
    act_uri: str | None
    language: str | None
    source_file: str
    body: Body
    valid_from: str | None = None
    valid_to: str | None = None
    valid_basis: str | None = None
    known: bool = True


@dataclass(frozen=True, slots=True)
class Island:
    """What an amending act quotes of another: a wording of that other act."""

    amending_act_uri: str
    wording: Wording


@dataclass(frozen=True, slots=True)
class Relation:
    """What one act does to another; ``scope`` is the eId of the unit concerned, None for the whole act."""

    from_act_uri: str
    type: str
    to_act_uri: str
    scope: str | None
    effective_on: str | None
    basis: str | None
    quote: str | None = None
    source_file: str | None = None
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class LinkedAmendment:
    """An amendment with both of its acts. Of an act in two languages only the first one's amendments are ``listed``."""

    amending_act_uri: str
    target_act_uri: str | None
    source_file: str
    ordinal: int
    amendment: Amendment
    status: str
    language: str | None = None
    listed: bool = True
    effective_from: str | None = None
    effective_basis: str | None = None


@dataclass(frozen=True, slots=True)
class LinkedCitation:
    """A mention with the act whose unit mentions, and the act that it means; None when that cannot be told."""

    act_uri: str
    language: str
    source_file: str
    citation: Citation
    cited_act_uri: str | None = None


@dataclass(frozen=True, slots=True)
class Alignment:
    """Items (by number) of the block ``eid`` that say the same in both languages; one side may be empty.

    ``score`` (0 to 1) is None when one side is empty. ``agreement``: ``one_side_only``; ``numbers_differ``, where
    numbers or codes do; ``unsure``, where the pair is weak, or cites different acts, or counts different service;
    ``agree`` where nothing of that kind is seen.
    """

    act_uri: str
    eid: str
    item_kind: str
    kk_ordinals: tuple[int, ...]
    ru_ordinals: tuple[int, ...]
    score: float | None
    agreement: str


@dataclass(frozen=True, slots=True)
class LineageLink:
    """A job (position, card or paragraf) of an older act and what became of it in a newer one.

    A title is None where nobody states it; ``score`` is how sure the best ``evidence`` makes the link, 0 to 1.
    """

    from_act_uri: str
    from_eid: str
    from_title: str | None
    to_act_uri: str
    to_eid: str
    to_title: str | None
    kind: str
    score: float
    evidence: str


@dataclass(frozen=True, slots=True)
class Corpus:
    """Everything that the rows of the database are made of, in an order that does not depend on file names."""

    sources: tuple[Source, ...]
    acts: tuple[Act, ...]
    wordings: tuple[Wording, ...]
    amendments: tuple[LinkedAmendment, ...]
    findings: tuple[CorpusFinding, ...]
    relations: tuple[Relation, ...] = ()
    citations: tuple[LinkedCitation, ...] = ()
    alignments: tuple[Alignment, ...] = ()
    lineage: tuple[LineageLink, ...] = ()

    @property
    def primary(self) -> tuple[Source, ...]:
        """The sources that give the wording of their act."""
        return tuple(source for source in self.sources if source.use == "used" and source.document)
