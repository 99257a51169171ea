"""The addresses of the courses: the front page, the student's hand-ins, and the teacher's pages."""

from django.urls import path

from courses.views import extending, gradebook, home, marking, overriding, setting, student, teaching

app_name = "courses"

COURSE = "undervisning/<uuid:uuid>/"
SET = "undervisning/<uuid:course>/afleveringer/"
ONE = f"{SET}<uuid:uuid>/"

urlpatterns = [
    path("", home.home, name="home"),
    path("afleveringer/", student.assignments, name="assignments"),
    path("afleveringer/tilmeld/", student.join, name="join"),
    path("afleveringer/<uuid:uuid>/", student.assignment, name="assignment"),
    path("afleveringer/<uuid:uuid>/begynd/", student.begin_assignment, name="begin"),
    path("undervisning/", teaching.courses, name="courses"),
    path("undervisning/nyt-hold/", teaching.create_course, name="create_course"),
    path(COURSE, teaching.course, name="course"),
    path(f"{COURSE}ret/", teaching.edit_course, name="edit_course"),
    path(f"{COURSE}ny-kode/", teaching.renew_code, name="renew_code"),
    path(f"{COURSE}undervisere/", teaching.add_teacher, name="add_teacher"),
    path(f"{COURSE}arkiv/", teaching.archive, name="archive"),
    path(f"{COURSE}karakterer/", gradebook.gradebook, name="gradebook"),
    path(f"{COURSE}karakterer.csv", gradebook.as_csv, name="gradebook_csv"),
    path(f"{COURSE}karakterer.xlsx", gradebook.as_xlsx, name="gradebook_xlsx"),
    path(f"{SET}ny/", setting.create_assignment, name="create_assignment"),
    path(ONE, setting.results_of_assignment, name="results"),
    path(f"{ONE}ret/", setting.edit_assignment, name="edit_assignment"),
    path(f"{ONE}frigiv/", setting.release_results, name="release"),
    path(f"{ONE}resultater.csv", setting.results_as_csv, name="results_csv"),
    path(f"{ONE}frister/", extending.extensions, name="extensions"),
    path(f"{ONE}point/<int:student>/", overriding.override, name="override"),
    path(f"{ONE}begrundelser/", marking.arguments, name="arguments"),
    path(f"{ONE}<uuid:submission>/begrundelse/", marking.mark_argument, name="mark_argument"),
    path(f"{ONE}<uuid:submission>/kvittering/", marking.receipt, name="receipt"),
    path(f"{ONE}<uuid:submission>/", setting.submission, name="submission"),
]
