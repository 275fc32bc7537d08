"""One document in, one :class:`~biliktilik.parsers.model.ParsedDocument` out.

Pure functions of the bytes of one source: no database, clock, network or other document.
"""
