"""Amendments with both of their acts."""

from collections.abc import Iterator, Sequence

from biliktilik.parsers.model import Amendment, Severity
from biliktilik.pipeline.corpus import Act, CorpusFinding, LinkedAmendment, Source, printed_acts
from biliktilik.pipeline.linking.acts import ActIndex


def link_amendments(sources: Sequence[Source], index: ActIndex) -> Iterator[LinkedAmendment]:
    """One per target unit and language; of an amending act in two languages the first (Kazakh) one is listed."""
    printed = {source.act_uri for source in sources if source.use == "used"}
    told: set[str] = set()
    for source, document, uri in printed_acts(sources):
        listed = uri not in told
        if document.amendments:
            told.add(uri)
        for ordinal, amendment in enumerate(document.amendments, start=1):
            target = index.uri(amendment.target)
            status = _status(amendment, target in printed)
            name, language = source.file.source_file, document.language
            yield LinkedAmendment(uri, target, name, ordinal, amendment, status, language, listed)


def _status(amendment: Amendment, base_known: bool) -> str:
    if amendment.disputed:
        return "disputed"
    return "pending" if base_known else "base_unknown"


def unknown_bases(acts: Sequence[Act], amendments: Sequence[LinkedAmendment]) -> Iterator[CorpusFinding]:
    """A finding per act of which only the amended units are known, at the first amendment that tells of it."""
    first: dict[str, LinkedAmendment] = {}
    for amendment in amendments:
        if amendment.target_act_uri:
            first.setdefault(amendment.target_act_uri, amendment)
    for act in acts:
        if act.text_known == "partial" and act.uri in first:
            told = first[act.uri]
            message = (
                f"no text of act {act.number or act.uri} is at hand: only the units that amendments quote are known"
            )
            place = (act.uri, told.source_file, told.amendment.span)
            yield CorpusFinding("unknown_wording", Severity.INFO, message, *place)
