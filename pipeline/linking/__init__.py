"""Setting documents in relation: acts, competing texts, quoted wordings, the two languages of an act."""

from biliktilik.pipeline.linking.link import link

__all__ = ["link"]
