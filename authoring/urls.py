"""Authoring has no pages of its own: it works in the admin and on the command line."""

from django.urls import URLPattern

app_name = "authoring"
urlpatterns: list[URLPattern] = []
