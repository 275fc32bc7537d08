"""The closed lists of codes that columns may hold. Each list is checked by the database itself."""

from typing import Final

Vocabulary = tuple[str, ...]

LANGUAGES: Final[Vocabulary] = ("kk", "ru", "en")
SOURCE_USES: Final[Vocabulary] = ("used", "duplicate", "competing", "unreadable")
SEGMENT_KINDS: Final[Vocabulary] = (
    "title", "requisites", "status", "note", "preamble", "heading", "label", "text", "instruction", "cell",
    "signature", "stamp", "anchor", "furniture", "punctuation", "blank", "unparsed",
)  # fmt: skip
TEXT_KNOWN: Final[Vocabulary] = ("full", "partial", "none")
BASES: Final[Vocabulary] = ("stated", "computed", "catalog", "estimated", "disputed")
RELATION_TYPES: Final[Vocabulary] = ("repeals", "replaces", "amends", "inserts", "approves", "based_on", "cites")
PROVISION_KINDS: Final[Vocabulary] = (
    "preamble", "annex", "section", "chapter", "paragraf", "article", "heading", "position", "point", "subpoint",
    "duties", "knowledge", "requirements", "item", "card", "unparsed",
)  # fmt: skip
POSITION_GROUPS: Final[Vocabulary] = ("manager", "specialist", "other")
BLOCKS: Final[Vocabulary] = ("duties", "knowledge", "requirements")
KNOWLEDGE_KINDS: Final[Vocabulary] = ("acts", "subject")
LEVELS: Final[Vocabulary] = ("higher", "middle")
CATEGORIES: Final[Vocabulary] = (
    "highest", "first", "second", "none", "mentor", "case_manager", "career_consultant",
)  # fmt: skip
EDUCATIONS: Final[Vocabulary] = (
    "higher", "postgraduate", "post_secondary", "tve", "secondary", "basic_secondary", "primary",
)  # fmt: skip
ACTIONS: Final[Vocabulary] = ("replace", "insert", "repeal", "replace_heading", "replace_indent", "replace_words")
CONTENT_KINDS: Final[Vocabulary] = ("duties", "knowledge", "requirements", "heading", "title", "other")
AMENDMENT_STATUSES: Final[Vocabulary] = ("applied", "base_unknown", "disputed", "pending")
AGREEMENTS: Final[Vocabulary] = ("agree", "numbers_differ", "one_side_only", "unsure")
LINEAGE_KINDS: Final[Vocabulary] = ("same", "renamed", "split", "merged", "related")
LINEAGE_EVIDENCE: Final[Vocabulary] = ("cited", "title", "content", "override")
CHANGES: Final[Vocabulary] = (
    "added", "removed", "reworded", "moved", "split", "merged", "only_old", "only_new", "old_unknown", "new_unknown",
    "both_unknown", "repealed",
)  # fmt: skip
CITED_IN: Final[Vocabulary] = (
    "title", "requisites", "note", "preamble", "heading", "point", "duties", "knowledge", "requirements", "card",
    "card_ability", "card_knowledge",
)  # fmt: skip
HOLDER_KINDS: Final[Vocabulary] = ("position", "card")
PASSAGE_KINDS: Final[Vocabulary] = (
    "act", "position", "card", "heading", "duty", "knowledge", "requirement", "definition", "abbreviation",
    "provision", "amendment", "note", "card_name", "card_purpose", "card_function", "card_skill", "card_ability",
    "card_knowledge", "card_competence", "card_education", "card_experience", "card_related",
)  # fmt: skip
SEVERITIES: Final[Vocabulary] = ("error", "warning", "info")
