from dataclasses import replace

from grids.data_set_list import shipped_data_sets
from grids.fetch.endpoints import PAGE, endpoints, with_table


def test_the_page_has_every_address_and_whether_it_was_called() -> None:
    page = PAGE.read_text("utf-8")
    assert with_table(page, shipped_data_sets()) == page
    for data_set in shipped_data_sets().values():
        for service in data_set.services:
            assert f"<{service.url}>" in page


def test_a_call_with_success_is_told() -> None:
    sets = dict(shipped_data_sets())
    name = "natura2000"
    first, *others = sets[name].services
    called = replace(first, verified=True, date="2027-01")
    sets[name] = replace(sets[name], services=(called, *others))
    lines = list(endpoints(sets))
    assert "1 verified" in lines[0]
    assert [line for line in lines if "| yes |" in line and "2027-01" in line]
