"""Addresses of the portal; none asks for a sign-in."""

from django.urls import path

from zhunsheng.portal import question, views

app_name = "portal"
urlpatterns = [
    path("", views.home, name="home"),
    path("feed.xml", views.feed, name="feed"),
    path("robots.txt", views.robots, name="robots"),
    path("official.css", views.official_css, name="official-css"),
    path("facts.schema.json", views.facts_schema, name="facts-schema"),
    path("reports/<int:edition>/", views.report, name="report"),
    path("reports/<int:edition>/figures/<str:key>/", views.figure, name="figure"),
    path("reports/<int:edition>/figures/<str:key>/question/", question.question, name="question"),
    path("questions/<str:receipt>/", question.received, name="question-received"),
    path("reports/<int:edition>/files/<str:form>/", views.file, name="file"),
]
