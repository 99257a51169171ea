from django.urls import path

from cases.views import catalogue, player, result

app_name = "cases"
urlpatterns = [
    path("cases/", catalogue.cases, name="cases"),
    path("cases/gang/<uuid:uuid>/", player.player, name="player"),
    path("cases/gang/<uuid:uuid>/svar/<slug:name>/", player.answer, name="answer"),
    path("cases/gang/<uuid:uuid>/loesning/", player.solution, name="solution"),
    path("cases/gang/<uuid:uuid>/ny-variant/", player.new_variant, name="new_variant"),
    path("cases/gang/<uuid:uuid>/aflever/", result.hand_in, name="hand_in"),
    path("cases/gang/<uuid:uuid>/resultat/", result.result, name="result"),
    path("cases/<slug:slug>/", catalogue.case, name="case"),
    path("cases/<slug:slug>/begynd/", catalogue.begin, name="begin"),
    path("cases/<slug:slug>/vis-mig/", catalogue.worked, name="worked"),
]
