"""Two builds of the database compared: what the law changed, and what only our reading of it changed.

Rows are compared view by view; running numbers, which only count the rows of one database, are left out. A row names
its place, and a place names a document; documents are the same when their bytes are (sha256), whatever their files are
called. The rule that gives each difference its section:

1. A row of a document that only one build holds, or of a text that another text of the act replaced, differs for a
   **legal** reason. In a replaced text the lines decide: where a row's own lines stand unchanged in the other text,
   something elsewhere in it may be the reason, or the parser. It counts as legal only if documents that both builds
   hold show no parser change; else it is **uncertain**.
2. A row that a document prints of its own act holds what was *read* there (words, numbers, education, …). The document
   being the same, what is read can differ through the program alone: **parser**.
3. Everything else is *computed* from several documents and the catalog: intervals, resolved mentions, the fate of an
   amendment, what an amending act quotes of another, and all of v_acts, v_relations, v_alignments, v_lineage,
   v_changes, v_card_references and v_findings. Nobody notes down from what; so the links between acts are followed.
   The documents that differ reach the acts that they print, on from there along "amends, inserts, repeals, replaces,
   approves", and one step along mentions. So do the catalog's facts that differ, and the acts with a parser change.
   One of the three reaching an act of the row: that is the cause. Several, or none: **uncertain**, and it is said which
   came into question. If documents and catalog are the same, only the program is left: **parser**.
4. Where a column of a view differs in rows that nothing reaches, the computation of that column may have changed, and
   rows of the same view and column that documents or catalog do reach are **uncertain**, too.
5. **catalog**: facts of the catalog (stored in ``act_facts``) and its relations (rows of v_relations without a place
   whose basis is ``catalog``) are in the database word for word, so that they, and what rule 3 leads back to them, have
   a section of their own. Of an act that the catalog lists without facts or relations, only its row in v_acts is left:
   an act that nothing else in its build names was listed by the catalog. (The same holds for its rows in v_search.)
6. The definition of a view is part of the program. Where it differs, rows may differ for that reason alone: they are
   told as parser changes, and say so, but prove nothing of the parser; computed rows that documents reach, too, are
   **uncertain**.

Both a new program and new documents between two builds make the computed rows that documents reach look legal, as long
as nothing else betrays the program. To be sure, build the old documents with the new program and compare twice.
"""

from biliktilik.pipeline.releases.compare import compare_releases
from biliktilik.pipeline.releases.difference import Difference, Report, Section

__all__ = ["Difference", "Report", "Section", "compare_releases"]
