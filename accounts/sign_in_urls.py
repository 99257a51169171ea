"""Allauth's views under Danish addresses; the names are those that allauth itself reverses."""

from allauth.account import views
from django.urls import path, re_path

urlpatterns = [
    path("konto/log-ind/", views.login, name="account_login"),
    path("konto/log-ud/", views.logout, name="account_logout"),
    path("konto/opret/", views.signup, name="account_signup"),
    path("konto/bekraeft-adgangskode/", views.reauthenticate, name="account_reauthenticate"),
    path("konto/adgangskode/", views.password_change, name="account_change_password"),
    path("konto/adgangskode/ny/", views.password_set, name="account_set_password"),
    path("konto/lukket/", views.account_inactive, name="account_inactive"),
    path("konto/e-mail/", views.email, name="account_email"),
    path("konto/e-mail/sendt/", views.email_verification_sent, name="account_email_verification_sent"),
    re_path(r"^konto/e-mail/bekraeft/(?P<key>[-:\w]+)/$", views.confirm_email, name="account_confirm_email"),
    path("konto/glemt/", views.password_reset, name="account_reset_password"),
    path("konto/glemt/sendt/", views.password_reset_done, name="account_reset_password_done"),
    re_path(
        r"^konto/glemt/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>.+)/$",
        views.password_reset_from_key,
        name="account_reset_password_from_key",
    ),
    path(
        "konto/glemt/faerdig/",
        views.password_reset_from_key_done,
        name="account_reset_password_from_key_done",
    ),
]
