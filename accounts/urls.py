"""Min side; signing in and out stands in `sign_in_urls`."""

from django.urls import path

from accounts import views

app_name = "accounts"

urlpatterns = [
    path("min-side/", views.my_page, name="my_page"),
    path("min-side/navn/", views.change_name, name="change_name"),
    path("min-side/mine-data/", views.my_data, name="my_data"),
    path("min-side/slet/", views.delete_account, name="delete_account"),
]
