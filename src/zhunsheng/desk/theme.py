"""Light or dark where the person chose; else what the system asks for."""

from django.http import HttpRequest

THEME_COOKIE = "zhunsheng_theme"
THEMES = ("light", "dark")


def theme_of(request: HttpRequest) -> str:
    """The theme chosen in this browser; empty to follow the system."""
    chosen = request.COOKIES.get(THEME_COOKIE, "")
    return chosen if chosen in THEMES else ""
