"""Every address of the site: each app keeps its own."""

from allauth.account.decorators import secure_admin_login
from django.contrib import admin
from django.urls import include, path

# The admin is entered by the same door as all else, with the same limits on attempts.
admin.site.login = secure_admin_login(admin.site.login)  # type: ignore[method-assign]
admin.site.site_title = admin.site.site_header = "Subsumo"
admin.site.index_title = "Administration"
admin.site.enable_nav_sidebar = False

handler400 = "config.errors.bad_request"
handler403 = "config.errors.permission_denied"
handler404 = "config.errors.page_not_found"
handler500 = "config.errors.server_error"

urlpatterns = [
    path("admin/", admin.site.urls),
    path("", include("accounts.sign_in_urls")),
    path("", include("accounts.urls")),
    path("", include("lessons.urls")),
    path("", include("cases.urls")),
    path("", include("quizzes.urls")),
    path("", include("courses.urls")),
]
