"""Who tells of the changes of an act."""

from biliktilik.pipeline.store.acts import find_act
from biliktilik.pipeline.store.database import Reader
from biliktilik.pipeline.store.witnesses import read_witnesses


def test_the_changes_of_the_2012_order(reader: Reader) -> None:
    told = read_witnesses(reader, find_act(reader, "31-ө-м"))
    assert {one.changing_act for one in told} == {"238", "360"}


def test_an_act_without_a_number_has_its_own_changes_only(reader: Reader) -> None:
    for uri in ("/akn/kz/act/constitution/1995-08-30/-~конституция", "/akn/kz/act/code/-/-~азаматтық-кодексі"):
        act = find_act(reader, uri)
        assert act.number is None
        assert read_witnesses(reader, act) == []
