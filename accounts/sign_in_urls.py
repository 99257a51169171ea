"""The way in and out, under Danish addresses; the names are those that allauth reverses."""

from allauth.account import views
from django.urls import path, re_path

from accounts import sign_in

urlpatterns = [
    path("konto/log-ind/", sign_in.SignIn.as_view(), name="account_login"),
    path("konto/log-ud/", views.logout, name="account_logout"),
    path("konto/opret/", sign_in.SignUp.as_view(), name="account_signup"),
    path("konto/lukket/", views.account_inactive, name="account_inactive"),
    path("konto/bekraeft/", sign_in.ConfirmPassword.as_view(), name="account_reauthenticate"),
    path("konto/adgangskode/", sign_in.ChangePassword.as_view(), name="account_change_password"),
    path("konto/e-mail/sendt/", views.email_verification_sent, name="account_email_verification_sent"),
    re_path(r"^konto/e-mail/(?P<key>[-:\w]+)/$", views.confirm_email, name="account_confirm_email"),
    path("konto/glemt/", sign_in.ForgottenPassword.as_view(), name="account_reset_password"),
    path("konto/glemt/sendt/", views.password_reset_done, name="account_reset_password_done"),
    re_path(
        r"^konto/glemt/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>.+)/$",
        sign_in.NewPassword.as_view(),
        name="account_reset_password_from_key",
    ),
    path(
        "konto/glemt/faerdig/",
        views.password_reset_from_key_done,
        name="account_reset_password_from_key_done",
    ),
]
