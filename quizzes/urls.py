from django.urls import path

from quizzes.views import attempt, in_text, practice, quiz, receipt

app_name = "quizzes"
urlpatterns = [
    path("oev/", practice.practice, name="practice"),
    path("oev/i-teksten/<str:ticket>/", in_text.question, name="in_text"),
    path("oev/kort/", practice.own_map, name="map"),
    path("quiz/", quiz.index, name="list"),
    path("quiz/forsoeg/<uuid:uuid>/", attempt.attempt, name="attempt"),
    path("quiz/forsoeg/<uuid:uuid>/<int:number>/", attempt.question, name="question"),
    path("quiz/forsoeg/<uuid:uuid>/aflever/", attempt.hand_in, name="hand_in"),
    path("quiz/forsoeg/<uuid:uuid>/ur/", attempt.clock, name="clock"),
    path("quiz/forsoeg/<uuid:uuid>/resultat/", attempt.result, name="result"),
    path("quiz/forsoeg/<uuid:uuid>/kvittering/", receipt.receipt, name="receipt"),
    path("quiz/forsoeg/<uuid:uuid>/kvittering.json", receipt.receipt_as_json, name="receipt_json"),
    path("quiz/<slug:slug>/", quiz.quiz, name="quiz"),
    path("quiz/<slug:slug>/begynd/", quiz.begin, name="begin"),
]
