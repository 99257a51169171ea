"""Every address of the site: each app keeps its own."""

from django.contrib import admin
from django.urls import include, path

urlpatterns = [
    path("admin/", admin.site.urls),
    path("", include("accounts.sign_in_urls")),
    path("", include("accounts.urls")),
    path("", include("authoring.urls")),
    path("", include("lessons.urls")),
    path("", include("cases.urls")),
    path("", include("quizzes.urls")),
    path("", include("courses.urls")),
]
