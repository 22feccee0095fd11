"""Study of law as a Django application."""

from django.apps import AppConfig


class StudyConfig(AppConfig):
    """Sessions at which law was studied, and what has to be studied by when."""

    name = "zhunsheng.regimes.study"
    label = "study"
