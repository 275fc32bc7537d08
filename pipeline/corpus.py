"""All documents of a folder set in relation: the acts, and which text gives the wording of which act."""

from dataclasses import dataclass

from biliktilik.parsers.model import Amendment, Body, ParsedDocument, Severity, SourceText, Span
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


@dataclass(frozen=True, slots=True)
class Wording:
    """The units of one act that one source prints, as the whole act or as quoted by an amendment.

    ``act_key`` names the act in identifiers: its URI, or the source's digest where the act is unknown.
    """

    act_key: str
    act_uri: str | None
    language: str | None
    source_file: str
    body: Body


@dataclass(frozen=True, slots=True)
class LinkedAmendment:
    """An amendment with both of its acts."""

    amending_act_uri: str
    target_act_uri: str | None
    source_file: str
    ordinal: int
    amendment: Amendment
    status: str


@dataclass(frozen=True, slots=True)
class Corpus:
    """Everything that the rows of the database are made of, in an order that does not depend on file names."""

    sources: tuple[Source, ...]
    acts: tuple[Act, ...]
    wordings: tuple[Wording, ...]
    amendments: tuple[LinkedAmendment, ...]
    findings: tuple[CorpusFinding, ...]

    @property
    def primary(self) -> tuple[Source, ...]:
        """The sources that give the wording of their act."""
        return tuple(source for source in self.sources if source.use == "used" and source.document)
