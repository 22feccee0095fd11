"""A page of the desk that no picture shows is named; what is no page is known by name."""

from tests.browser.posed import NO_PAGE, routes, unseen


def test_a_page_is_seen_by_its_address_and_what_is_none_is_a_route() -> None:
    assert routes() >= NO_PAGE, "left over from a route that is no more"
    assert "desk:home" in unseen(["/desk/year/"])
    assert "desk:home" not in unseen(["/desk/"])
