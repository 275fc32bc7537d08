"""The page of a cited act against what the orders print."""

import pytest

from biliktilik.pipeline.errors import BiliktilikError
from biliktilik.pipeline.pages.cited import cited_page
from biliktilik.pipeline.store.database import Reader

CONSTITUTION = "/akn/kz/act/constitution/1995-08-30/-~конституция"
SPORT = "/akn/kz/act/law/-/-~дене-шынықтыру-және-спорт-туралы"
ORDER_2012 = "/akn/kz/act/order/2012-02-02/31-ө-м"


def test_force_is_not_known(reader: Reader) -> None:
    page = cited_page(reader, CONSTITUTION)
    assert (page.kind, page.known, page.ended) == ("constitution", False, None)


def test_force_has_ended(reader: Reader) -> None:
    page = cited_page(reader, "/akn/kz/act/order/2014-11-19/238")
    assert (page.known, page.ended) == (True, "2018-01-01")
    assert page.holders == 0


def test_who_must_know(reader: Reader) -> None:
    """In the 2012 order, only the two instructors of riding and of swimming must know the law on sport."""
    page = cited_page(reader, SPORT)
    assert [group.number for group in page.citing] == ["31-ө-м"]
    assert [(holder.section, holder.label, dict(holder.titles)["ru"]) for holder in page.citing[0].holders] == [
        ("3", "1", "Инструктор – методист по райттерапии (иппотерапии)"),
        ("3", "2", "Инструктор по плаванию"),
    ]


def test_every_mention_once(reader: Reader) -> None:
    rows = reader.ask("SELECT cited_act_uri, count(*) FROM citations WHERE cited_act_uri IS NOT NULL GROUP BY 1").rows
    for uri, count in rows:
        page = cited_page(reader, str(uri))
        assert page.mentions == count == sum(len(group.mentions) for group in page.citing)
        for mention in (m for group in page.citing for m in group.mentions):
            assert mention.excerpt is not None
            assert mention.naming.as_printed.split()[0].strip('"') in mention.excerpt.marked + str(
                mention.excerpt.repairs
            )


def test_unknown_act(reader: Reader) -> None:
    with pytest.raises(BiliktilikError, match="no act is called"):
        cited_page(reader, "/akn/kz/act/law/-/-~жоқ")
