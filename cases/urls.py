from django.urls import path

from cases.views import argument, catalogue, explore, player, receipt, result, timed

app_name = "cases"
urlpatterns = [
    path("cases/", catalogue.cases, name="cases"),
    path("cases/gang/<uuid:uuid>/", player.player, name="player"),
    path("cases/gang/<uuid:uuid>/svar/<slug:name>/", player.answer, name="answer"),
    path("cases/gang/<uuid:uuid>/hjaelp/<slug:name>/<int:degree>/", player.hint, name="hint"),
    path("cases/gang/<uuid:uuid>/ur/", timed.clock, name="clock"),
    path("cases/gang/<uuid:uuid>/loesning/", player.solution, name="solution"),
    path("cases/gang/<uuid:uuid>/ny-variant/", player.new_variant, name="new_variant"),
    path("cases/gang/<uuid:uuid>/hvad-nu-hvis/", explore.what_if, name="what_if"),
    path("cases/gang/<uuid:uuid>/aflever/", result.hand_in, name="hand_in"),
    path("cases/gang/<uuid:uuid>/resultat/", result.result, name="result"),
    path("cases/gang/<uuid:uuid>/begrundelse/", argument.save, name="argument"),
    path("cases/gang/<uuid:uuid>/begrundelse/tjek/", argument.check, name="check_argument"),
    path("cases/gang/<uuid:uuid>/kvittering/", receipt.receipt, name="receipt"),
    path("cases/gang/<uuid:uuid>/kvittering.json", receipt.receipt_as_json, name="receipt_json"),
    path("cases/<slug:slug>/", catalogue.case, name="case"),
    path("cases/<slug:slug>/byg/", explore.buildings, name="buildings"),
    path("cases/<slug:slug>/byg/<int:number>/", explore.building, name="building"),
    path("cases/<slug:slug>/byg/<int:number>/loesning/", explore.building_solution, name="building_solution"),
    path("cases/<slug:slug>/begynd/", catalogue.begin, name="begin"),
    path("cases/<slug:slug>/proeve/", timed.begin, name="begin_timed"),
    path("cases/<slug:slug>/vis-mig/", catalogue.worked, name="worked"),
]
