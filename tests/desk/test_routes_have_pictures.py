"""A page of the desk that no picture shows is named; what is no page is known by name."""

from tests.browser.posed import NO_PAGE, routes, unseen


def test_every_route_is_a_page_to_be_seen_or_known_to_be_none() -> None:
    assert routes() >= NO_PAGE, "left over from a route that is no more"
    assert set(unseen([])) == routes() - NO_PAGE
    assert "desk:home" in unseen(["/desk/year/"])
    assert "desk:home" not in unseen(["/desk/"])
