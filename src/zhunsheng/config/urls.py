"""All addresses: the portal at the root, the desk under /desk/."""

from django.urls import include, path

urlpatterns = [
    path("desk/", include("zhunsheng.desk.urls")),
    path("", include("zhunsheng.portal.urls")),
]

handler400 = "zhunsheng.desk.views.broken.unreadable"
handler500 = "zhunsheng.desk.views.broken.failed"
