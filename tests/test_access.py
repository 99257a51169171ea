"""Who may open and who may send to every address of the site: one table, complete by test.

A row names the page, the method, what the page is of, and the status for each role. Sent is an empty form:
422 is the page that says what is missing, and means that the person may send.
"""

import pytest
from django.db import transaction
from django.urls import reverse

from courses import receipt_pdf
from tests.addresses import closed, kinds, site

# A marker of the course gets what an outsider gets, of the teacher's own content what a student gets, and
# what MARKS says.
ROLES = ["anonymous", "student", "other_student", "outsider", "teacher", "co_teacher", "editor", "superuser"]

# fmt: off
TABLE = """
accounts:my_page         GET   -                      302 200 200 200 200 200 200 200
accounts:change_name     POST  -                      302 422 422 422 422 422 422 422
accounts:my_data         GET   -                      302 200 200 200 200 200 200 200
accounts:delete_account  GET   -                      302 200 200 200 200 200 200 200
accounts:delete_account  POST  -                      302 422 422 422 422 422 422 422
lessons:chapters         GET   -                      302 200 200 200 200 200 200 200
lessons:print_book       GET   -                      302 200 200 200 200 200 200 200
lessons:print_chapter    GET   shared_section         302 200 200 200 200 200 200 200
lessons:print_chapter    GET   teachers_section       302 200 404 404 200 200 404 404
lessons:print_chapter    GET   draft_section          302 404 404 404 404 404 404 404
lessons:print_section    GET   shared_section         302 200 200 200 200 200 200 200
lessons:print_section    GET   teachers_section       302 200 404 404 200 200 404 404
lessons:print_section    GET   draft_section          302 404 404 404 404 404 404 404
lessons:search           GET   -                      302 200 200 200 200 200 200 200
lessons:chapter          GET   shared_section         302 200 200 200 200 200 200 200
lessons:chapter          GET   teachers_section       302 200 404 404 200 200 404 404
lessons:chapter          GET   draft_section          302 404 404 404 404 404 404 404
lessons:section          GET   shared_section         302 200 200 200 200 200 200 200
lessons:section          GET   teachers_section       302 200 404 404 200 200 404 404
lessons:section          GET   draft_section          302 404 404 404 404 404 404 404
lessons:mark_read        POST  shared_section         302 302 302 302 302 302 302 302
lessons:mark_read        POST  teachers_section       302 302 404 404 302 302 404 404
lessons:mark_read        POST  draft_section          302 404 404 404 404 404 404 404
lessons:section_rule     GET   shared_section         302 302 302 302 302 302 302 302
lessons:section_rule     GET   teachers_section       302 302 404 404 302 302 404 404
lessons:section_rule     GET   draft_section          302 404 404 404 404 404 404 404
lessons:turn             POST  -                      302 302 302 302 302 302 302 302
lessons:checklists       GET   -                      302 200 200 200 200 200 200 200
lessons:checklist        GET   shared_checklist       302 200 200 200 200 200 200 200
lessons:checklist        GET   teachers_checklist     302 200 404 404 200 200 404 404
lessons:checklist        GET   draft_checklist        302 404 404 404 404 404 404 404
lessons:tick             POST  shared_checklist       302 302 302 302 302 302 302 302
lessons:tick             POST  teachers_checklist     302 302 404 404 302 302 404 404
lessons:tick             POST  draft_checklist        302 404 404 404 404 404 404 404
lessons:provisions       GET   -                      302 200 200 200 200 200 200 200
lessons:provision        GET   shared_provision       302 200 200 200 200 200 200 200
lessons:provision        GET   unwritten_provision    302 200 200 200 200 200 200 200
lessons:terms            GET   -                      302 200 200 200 200 200 200 200
lessons:term             GET   shared_term            302 200 200 200 200 200 200 200
lessons:term             GET   teachers_term          302 200 404 404 200 200 404 404
lessons:topics           GET   -                      302 200 200 200 200 200 200 200
lessons:topic            GET   topic                  302 200 200 200 200 200 200 200
lessons:calculators      GET   -                      302 200 200 200 200 200 200 200
lessons:calculator       GET   calculator             302 200 200 200 200 200 200 200
lessons:calculator       GET   days_calculator        302 200 200 200 200 200 200 200
lessons:calculator       GET   nothing                302 404 404 404 404 404 404 404
lessons:calculator_table GET   calculator             302 200 200 200 200 200 200 200
cases:cases              GET   -                      302 200 200 200 200 200 200 200
cases:player             GET   walkthrough            302 200 404 404 404 404 404 404
cases:player             GET   set_walkthrough        302 200 404 404 404 404 404 404
cases:player             GET   handed_in_walkthrough  302 302 404 404 404 404 404 404
cases:player             GET   nothing                302 404 404 404 404 404 404 404
cases:answer             GET   walkthrough            302 302 404 404 404 404 404 404
cases:answer             GET   set_walkthrough        302 302 404 404 404 404 404 404
cases:answer             GET   handed_in_walkthrough  302 302 404 404 404 404 404 404
cases:answer             GET   nothing                302 404 404 404 404 404 404 404
cases:answer             POST  walkthrough            302 422 404 404 404 404 404 404
cases:answer             POST  set_walkthrough        302 302 404 404 404 404 404 404
cases:answer             POST  handed_in_walkthrough  302 302 404 404 404 404 404 404
cases:answer             POST  nothing                302 404 404 404 404 404 404 404
cases:solution           POST  walkthrough            302 302 404 404 404 404 404 404
cases:solution           POST  set_walkthrough        302 302 404 404 404 404 404 404
cases:solution           POST  handed_in_walkthrough  302 302 404 404 404 404 404 404
cases:solution           POST  nothing                302 404 404 404 404 404 404 404
cases:new_variant        POST  walkthrough            302 302 404 404 404 404 404 404
cases:new_variant        POST  set_walkthrough        302 302 404 404 404 404 404 404
cases:new_variant        POST  handed_in_walkthrough  302 302 404 404 404 404 404 404
cases:new_variant        POST  nothing                302 404 404 404 404 404 404 404
cases:hand_in            GET   walkthrough            302 200 404 404 404 404 404 404
cases:hand_in            GET   set_walkthrough        302 200 404 404 404 404 404 404
cases:hand_in            GET   handed_in_walkthrough  302 302 404 404 404 404 404 404
cases:hand_in            GET   nothing                302 404 404 404 404 404 404 404
cases:hand_in            POST  walkthrough            302 302 404 404 404 404 404 404
cases:hand_in            POST  set_walkthrough        302 302 404 404 404 404 404 404
cases:hand_in            POST  handed_in_walkthrough  302 302 404 404 404 404 404 404
cases:hand_in            POST  nothing                302 404 404 404 404 404 404 404
cases:result             GET   walkthrough            302 302 404 404 404 404 404 404
cases:result             GET   set_walkthrough        302 302 404 404 404 404 404 404
cases:result             GET   handed_in_walkthrough  302 200 404 404 404 404 404 404
cases:result             GET   nothing                302 404 404 404 404 404 404 404
cases:argument           GET   argued_walkthrough     302 302 404 404 404 404 404 404
cases:argument           GET   nothing                302 404 404 404 404 404 404 404
cases:argument           POST  argued_walkthrough     302 302 404 404 404 404 404 404
cases:argument           POST  walkthrough            302 302 404 404 404 404 404 404
cases:argument           POST  handed_in_walkthrough  302 302 404 404 404 404 404 404
cases:argument           POST  nothing                302 404 404 404 404 404 404 404
cases:check_argument     POST  argued_walkthrough     302 302 404 404 404 404 404 404
cases:check_argument     POST  nothing                302 404 404 404 404 404 404 404
cases:receipt            GET   walkthrough            302 302 404 404 404 404 404 404
cases:receipt            GET   handed_in_walkthrough  302 200 404 404 404 404 404 404
cases:receipt            GET   nothing                302 404 404 404 404 404 404 404
cases:receipt_json       GET   walkthrough            302 302 404 404 404 404 404 404
cases:receipt_json       GET   handed_in_walkthrough  302 200 404 404 404 404 404 404
cases:receipt_json       GET   nothing                302 404 404 404 404 404 404 404
cases:what_if            GET   walkthrough            302 302 404 404 404 404 404 404
cases:what_if            GET   solved_walkthrough     302 200 404 404 404 404 404 404
cases:what_if            GET   handed_in_walkthrough  302 302 404 404 404 404 404 404
cases:what_if            GET   nothing                302 404 404 404 404 404 404 404
cases:what_if            POST  walkthrough            302 302 404 404 404 404 404 404
cases:what_if            POST  solved_walkthrough     302 422 404 404 404 404 404 404
cases:what_if            POST  nothing                302 404 404 404 404 404 404 404
cases:buildings          GET   shared_case            302 200 200 200 200 200 200 200
cases:buildings          GET   solved_case            302 200 200 200 200 200 200 200
cases:buildings          GET   teachers_case          302 200 404 404 200 200 404 404
cases:buildings          GET   draft_case             302 404 404 404 404 404 404 404
cases:building           GET   shared_case            302 302 302 302 302 302 302 302
cases:building           GET   solved_case            302 200 302 302 302 302 302 302
cases:building           GET   draft_case             302 404 404 404 404 404 404 404
cases:building           POST  shared_case            302 302 302 302 302 302 302 302
cases:building           POST  solved_case            302 422 302 302 302 302 302 302
cases:building           POST  draft_case             302 404 404 404 404 404 404 404
cases:building_solution  POST  solved_case            302 302 302 302 302 302 302 302
cases:building_solution  POST  draft_case             302 404 404 404 404 404 404 404
cases:case               GET   shared_case            302 200 200 200 200 200 200 200
cases:case               GET   teachers_case          302 200 404 404 200 200 404 404
cases:case               GET   draft_case             302 404 404 404 404 404 404 404
cases:begin              POST  shared_case            302 302 302 302 302 302 302 302
cases:begin              POST  teachers_case          302 302 404 404 302 302 404 404
cases:begin              POST  draft_case             302 404 404 404 404 404 404 404
cases:player             GET   timed_walkthrough      302 200 404 404 404 404 404 404
cases:answer             POST  timed_walkthrough      302 302 404 404 404 404 404 404
cases:hand_in            POST  timed_walkthrough      302 302 404 404 404 404 404 404
cases:result             GET   timed_walkthrough      302 302 404 404 404 404 404 404
cases:new_variant        POST  timed_walkthrough      302 302 404 404 404 404 404 404
cases:solution           POST  timed_walkthrough      302 302 404 404 404 404 404 404
cases:hint               POST  walkthrough            302 409 404 404 404 404 404 404
cases:hint               POST  set_walkthrough        302 409 404 404 404 404 404 404
cases:hint               POST  handed_in_walkthrough  302 409 404 404 404 404 404 404
cases:hint               POST  timed_walkthrough      302 409 404 404 404 404 404 404
cases:hint               POST  nothing                302 404 404 404 404 404 404 404
cases:clock              GET   walkthrough            302 302 404 404 404 404 404 404
cases:clock              GET   timed_walkthrough      302 302 404 404 404 404 404 404
cases:clock              GET   nothing                302 404 404 404 404 404 404 404
cases:begin_timed        POST  shared_case            302 302 302 302 302 302 302 302
cases:begin_timed        POST  teachers_case          302 302 404 404 302 302 404 404
cases:begin_timed        POST  draft_case             302 404 404 404 404 404 404 404
cases:worked             POST  shared_case            302 302 302 302 302 302 302 302
cases:worked             POST  teachers_case          302 302 404 404 302 302 404 404
cases:worked             POST  draft_case             302 404 404 404 404 404 404 404
quizzes:practice         GET   -                      302 200 200 200 200 200 200 200
quizzes:practice         POST  -                      302 302 302 302 302 302 302 302
quizzes:map              GET   -                      302 200 200 200 200 200 200 200
quizzes:in_text          GET   ticket                 302 200 422 422 422 422 422 422
quizzes:in_text          POST  ticket                 302 422 422 422 422 422 422 422
quizzes:list             GET   -                      302 200 200 200 200 200 200 200
quizzes:attempt          GET   attempt                302 302 404 404 404 404 404 404
quizzes:attempt          GET   done_attempt           302 302 404 404 404 404 404 404
quizzes:attempt          GET   nothing                302 404 404 404 404 404 404 404
quizzes:question         GET   attempt                302 200 404 404 404 404 404 404
quizzes:question         GET   done_attempt           302 200 404 404 404 404 404 404
quizzes:question         GET   nothing                302 404 404 404 404 404 404 404
quizzes:question         POST  attempt                302 422 404 404 404 404 404 404
quizzes:question         POST  done_attempt           302 409 404 404 404 404 404 404
quizzes:question         POST  nothing                302 404 404 404 404 404 404 404
quizzes:hand_in          GET   attempt                302 200 404 404 404 404 404 404
quizzes:hand_in          GET   done_attempt           302 302 404 404 404 404 404 404
quizzes:hand_in          GET   nothing                302 404 404 404 404 404 404 404
quizzes:hand_in          POST  attempt                302 409 404 404 404 404 404 404
quizzes:hand_in          POST  done_attempt           302 302 404 404 404 404 404 404
quizzes:hand_in          POST  nothing                302 404 404 404 404 404 404 404
quizzes:result           GET   attempt                302 302 404 404 404 404 404 404
quizzes:result           GET   done_attempt           302 200 404 404 404 404 404 404
quizzes:result           GET   nothing                302 404 404 404 404 404 404 404
quizzes:receipt          GET   attempt                302 302 404 404 404 404 404 404
quizzes:receipt          GET   done_attempt           302 200 404 404 404 404 404 404
quizzes:receipt          GET   nothing                302 404 404 404 404 404 404 404
quizzes:receipt_json     GET   attempt                302 302 404 404 404 404 404 404
quizzes:receipt_json     GET   done_attempt           302 200 404 404 404 404 404 404
quizzes:receipt_json     GET   nothing                302 404 404 404 404 404 404 404
quizzes:clock            GET   attempt                302 302 404 404 404 404 404 404
quizzes:clock            GET   timed_attempt          302 302 404 404 404 404 404 404
quizzes:clock            GET   nothing                302 404 404 404 404 404 404 404
quizzes:quiz             GET   shared_quiz            302 200 200 200 200 200 200 200
quizzes:quiz             GET   teachers_quiz          302 200 404 404 200 200 404 404
quizzes:quiz             GET   draft_quiz             302 404 404 404 404 404 404 404
quizzes:begin            POST  shared_quiz            302 302 302 302 302 302 302 302
quizzes:begin            POST  teachers_quiz          302 302 404 404 302 302 404 404
quizzes:begin            POST  draft_quiz             302 404 404 404 404 404 404 404
courses:home             GET   -                      200 200 200 200 200 200 200 200
courses:assignments      GET   -                      302 200 200 200 200 200 200 200
courses:join             GET   -                      302 200 200 200 200 200 200 200
courses:join             POST  -                      302 422 422 422 422 422 422 422
courses:assignment       GET   assignment             302 200 404 404 200 200 404 200
courses:assignment       GET   nothing                302 404 404 404 404 404 404 404
courses:begin            POST  assignment             302 302 404 404 404 404 404 404
courses:messages         GET   -                      302 200 200 200 200 200 200 200
courses:read_all         POST  -                      302 302 302 302 302 302 302 302
courses:choose_mails     POST  -                      302 302 302 302 302 302 302 302
courses:read_message     POST  message                302 302 404 404 404 404 404 404
courses:read_message     POST  nothing                302 404 404 404 404 404 404 404
courses:calendar         GET   calendar               200 200 200 200 200 200 200 200
courses:calendar         GET   nothing                404 404 404 404 404 404 404 404
courses:new_calendar     POST  -                      302 302 302 302 302 302 302 302
courses:switch_off_calendar POST -                    302 302 302 302 302 302 302 302
courses:courses          GET   -                      302 404 404 404 200 200 404 200
courses:create_course    GET   -                      302 404 404 404 200 200 404 200
courses:create_course    POST  -                      302 404 404 404 422 422 404 422
courses:course           GET   course                 302 404 404 404 200 200 404 200
courses:edit_course      GET   course                 302 404 404 404 200 200 404 200
courses:edit_course      POST  course                 302 404 404 404 422 422 404 422
courses:gradebook        GET   course                 302 404 404 404 200 200 404 200
courses:gradebook_csv    GET   course                 302 404 404 404 200 200 404 200
courses:gradebook_xlsx   GET   course                 302 404 404 404 200 200 404 200
courses:categories       GET   course                 302 404 404 404 200 200 404 200
courses:categories       GET   category               302 404 404 404 200 200 404 200
courses:categories       POST  course                 302 404 404 404 422 422 404 422
courses:edit_category    GET   category               302 404 404 404 200 200 404 200
courses:edit_category    GET   nothing                302 404 404 404 404 404 404 404
courses:edit_category    POST  category               302 404 404 404 422 422 404 422
courses:delete_category  POST  category               302 404 404 404 302 302 404 302
courses:delete_category  POST  nothing                302 404 404 404 404 404 404 404
courses:own_results      GET   category               302 200 404 404 404 404 404 404
courses:import_marks     GET   course                 302 404 404 404 200 200 404 200
courses:import_marks     POST  course                 302 404 404 404 422 422 404 422
courses:take_marks       POST  course                 302 404 404 404 422 422 404 422
courses:record           GET   course                 302 404 404 404 200 200 404 200
courses:record_csv       GET   course                 302 404 404 404 200 200 404 200
courses:misunderstandings GET  course                 302 404 404 404 200 200 404 200
courses:misunderstanding GET   misunderstanding       302 404 404 404 200 200 404 200
courses:misunderstanding GET   no_misunderstanding    302 404 404 404 404 404 404 404
courses:board            GET   misunderstanding       302 404 404 404 200 200 404 200
courses:board            GET   no_misunderstanding    302 404 404 404 404 404 404 404
courses:board            POST  misunderstanding       302 404 404 404 302 302 404 302
courses:not_started      GET   course                 302 404 404 404 200 200 404 200
courses:renew_code       POST  course                 302 404 404 404 302 302 404 302
courses:set_join_period  POST  course                 302 404 404 404 422 422 404 422
courses:add_teacher      POST  course                 302 404 404 404 422 422 404 422
courses:copy_course      GET   course                 302 404 404 404 200 200 404 200
courses:copy_course      POST  course                 302 404 404 404 422 422 404 422
courses:participants     GET   group                  302 404 404 404 200 200 404 200
courses:participants     GET   nothing                302 404 404 404 404 404 404 404
courses:remove_participants POST course               302 404 404 404 422 422 404 422
courses:restore_participant POST course               302 404 404 404 302 302 404 302
courses:withdraw_invitation POST course               302 404 404 404 302 302 404 302
courses:import_roster    GET   course                 302 404 404 404 200 200 404 200
courses:import_roster    POST  course                 302 404 404 404 422 422 404 422
courses:order_roster     POST  course                 302 404 404 404 422 422 404 422
courses:save_roster      POST  course                 302 404 404 404 422 422 404 422
courses:groups           GET   group                  302 404 404 404 200 200 404 200
courses:groups           POST  group                  302 404 404 404 422 422 404 422
courses:create_group     POST  course                 302 404 404 404 422 422 404 422
courses:edit_group       GET   group                  302 404 404 404 200 200 404 200
courses:edit_group       GET   nothing                302 404 404 404 404 404 404 404
courses:edit_group       POST  group                  302 404 404 404 422 422 404 422
courses:delete_group     POST  group                  302 404 404 404 302 302 404 302
courses:delete_group     POST  nothing                302 404 404 404 404 404 404 404
courses:archive          POST  course                 302 404 404 404 302 302 404 302
courses:create_assignment GET   course                 302 404 404 404 200 200 404 200
courses:create_assignment POST  course                 302 404 404 404 422 422 404 422
courses:results          GET   assignment             302 404 404 404 200 200 404 200
courses:preview          GET   assignment             302 404 404 404 200 200 404 200
courses:edit_assignment  GET   assignment             302 404 404 404 200 200 404 200
courses:edit_assignment  POST  assignment             302 404 404 404 422 422 404 422
courses:release          GET   submission             302 404 404 404 200 200 404 200
courses:release          POST  submission             302 404 404 404 302 302 404 302
courses:results_csv      GET   submission             302 404 404 404 200 200 404 200
courses:submission       GET   submission             302 404 404 404 200 200 404 200
courses:extensions       GET   assignment             302 404 404 404 200 200 404 200
courses:extensions       POST  assignment             302 404 404 404 422 422 404 422
courses:regrades         GET   submission             302 404 404 404 200 200 404 200
courses:regrades         GET   nothing                302 404 404 404 404 404 404 404
courses:regrades         POST  submission             302 404 404 404 422 422 404 422
courses:regrade          GET   regrade                302 404 404 404 200 200 404 200
courses:regrade          GET   nothing                302 404 404 404 404 404 404 404
courses:regrade_csv      GET   regrade                302 404 404 404 200 200 404 200
courses:go_on_regrading  POST  regrade                302 404 404 404 302 302 404 302
courses:put_in_force     POST  regrade                302 404 404 404 302 302 404 302
courses:take_back        POST  regrade                302 404 404 404 409 409 404 409
courses:override         GET   submission             302 404 404 404 200 200 404 200
courses:override         GET   nothing                302 404 404 404 404 404 404 404
courses:override         POST  submission             302 404 404 404 422 422 404 422
courses:accept           GET   answered               302 404 404 404 200 200 404 200
courses:accept           GET   nothing                302 404 404 404 404 404 404 404
courses:accept           POST  answered               302 404 404 404 422 422 404 422
courses:submission       GET   answered               302 404 404 404 200 200 404 200
courses:arguments        GET   argued_submission      302 404 404 404 200 200 404 200
courses:arguments        GET   submission             302 404 404 404 200 200 404 200
courses:mark_argument    GET   argued_submission      302 404 404 404 200 200 404 200
courses:mark_argument    GET   submission             302 404 404 404 302 302 404 302
courses:mark_argument    POST  argued_submission      302 404 404 404 422 422 404 422
courses:arguments        GET   argued_response        302 404 404 404 200 200 404 200
courses:mark_argument    GET   argued_response        302 404 404 404 302 302 404 302
courses:mark_response    GET   argued_response        302 404 404 404 200 200 404 200
courses:mark_response    POST  argued_response        302 404 404 404 422 422 404 422
courses:receipt          GET   argued_submission      302 404 404 404 200 200 404 200
courses:receipt          GET   nothing                302 404 404 404 404 404 404 404
courses:receipt          GET   quizzed_submission     302 404 404 404 200 200 404 200
courses:receipts         GET   assignment             302 404 404 404 200 200 404 200
courses:receipts         GET   bundled                302 404 404 404 200 200 404 200
courses:receipts         GET   nothing                302 404 404 404 404 404 404 404
courses:receipts         POST  assignment             302 404 404 404 302 302 404 302
courses:receipts_zip     GET   assignment             302 404 404 404 404 404 404 404
courses:receipts_zip     GET   bundled                302 404 404 404 200 200 404 200
courses:receipt_pdf      GET   submission             302 404 404 404 200 200 404 200
courses:receipt_pdf      GET   released_submission    302 200 404 404 200 200 404 200
courses:receipt_pdf      GET   nothing                302 404 404 404 404 404 404 404
admin:index              GET   -                      302 302 302 302 200 200 200 200
admin:app_list           GET   of_the_admin           302 302 302 302 200 200 200 200
admin:autocomplete       GET   -                      302 302 302 302 403 403 403 403
admin:cases_case_live_new POST -                      302 302 302 302 200 200 200 200
admin:cases_case_live    POST  case_of_all            302 302 302 302 200 200 200 200
admin:cases_case_live    POST  case_in_the_making     302 302 302 302 200 404 404 200
admin:cases_case_variants_new GET  -                  302 302 302 302 404 404 404 404
admin:cases_case_variants_new POST -                  302 302 302 302 200 200 200 200
admin:cases_case_variants GET  case_of_all            302 302 302 302 200 200 200 200
admin:cases_case_variants POST case_of_all            302 302 302 302 200 200 200 200
admin:cases_case_variants GET  case_in_the_making     302 302 302 302 200 404 404 200
admin:cases_case_variants POST case_in_the_making     302 302 302 302 200 404 404 200
admin:quizzes_quiz_statistics       GET quiz_of_all        302 302 302 302 200 200 200 200
admin:quizzes_quiz_statistics       GET quiz_in_the_making 302 302 302 302 200 404 404 200
admin:quizzes_quiz_statistics_csv   GET quiz_of_all        302 302 302 302 200 200 200 200
admin:quizzes_quiz_statistics_csv   GET quiz_in_the_making 302 302 302 302 200 404 404 200
admin:quizzes_question_import GET -                   302 302 302 302 200 200 200 200
admin:quizzes_question_import POST -                  302 302 302 302 422 422 422 422
admin:quizzes_question_import_save POST -             302 302 302 302 422 422 422 422
admin:quizzes_question_export POST -                  302 302 302 302 422 422 422 422
"""

# What a marker reads and does besides: page, method, thing, status.
MARKS = """
courses:courses          GET   -                      200
courses:course           GET   course                 200
courses:assignment       GET   assignment             200
courses:results          GET   assignment             200
courses:submission       GET   submission             200
courses:submission       GET   answered               200
courses:arguments        GET   argued_submission      200
courses:arguments        GET   submission             200
courses:mark_argument    GET   argued_submission      200
courses:mark_argument    GET   submission             302
courses:mark_argument    POST  argued_submission      422
courses:arguments        GET   argued_response        200
courses:mark_argument    GET   argued_response        302
courses:mark_response    GET   argued_response        200
courses:mark_response    POST  argued_response        422
courses:receipt          GET   argued_submission      200
courses:receipt          GET   quizzed_submission     200
courses:receipt_pdf      GET   submission             200
courses:receipt_pdf      GET   released_submission    200
"""

# The admin pages of each kind of content. Of a kind there is one that all share, one that the teacher has
# published, and one that the teacher has as a draft.
AUTHORING = """
changelist      GET   -         302 302 302 302 200 200 200 200
changelist      POST  -         302 302 302 302 200 200 200 200
add             GET   -         302 302 302 302 200 200 200 200
add             POST  -         302 302 302 302 200 200 200 200
preview_new     GET   -         302 302 302 302 404 404 404 404
preview_new     POST  -         302 302 302 302 422 422 422 422
change          GET   shared    302 302 302 302 200 200 200 200
change          GET   teachers  302 302 302 302 200 200 302 200
change          GET   draft     302 302 302 302 200 302 302 200
change          POST  shared    302 302 302 302 403 403 200 200
change          POST  teachers  302 302 302 302 200 403 302 200
change          POST  draft     302 302 302 302 200 302 302 200
preview         GET   shared    302 302 302 302 200 200 200 200
preview         GET   teachers  302 302 302 302 200 200 404 200
preview         GET   draft     302 302 302 302 200 404 404 200
preview         POST  draft     302 302 302 302 422 404 404 422
file            GET   shared    302 302 302 302 200 200 200 200
file            GET   teachers  302 302 302 302 200 200 404 200
file            GET   draft     302 302 302 302 200 404 404 200
copy            POST  shared    302 302 302 302 302 302 302 302
copy            POST  teachers  302 302 302 302 302 302 404 302
copy            POST  draft     302 302 302 302 302 404 404 302
history         GET   shared    302 302 302 302 403 403 200 200
history         GET   teachers  302 302 302 302 200 403 404 200
history         GET   draft     302 302 302 302 200 404 404 200
simple_history  GET   shared    302 302 302 302 403 403 200 200
simple_history  GET   teachers  302 302 302 302 200 403 404 200
simple_history  GET   draft     302 302 302 302 200 404 404 200
simple_history  POST  shared    302 302 302 302 403 403 200 200
simple_history  POST  draft     302 302 302 302 200 404 404 200
delete          GET   shared    302 302 302 302 403 403 403 403
delete          POST  teachers  302 302 302 302 403 403 403 403
"""
# fmt: on


MARKED = {tuple(line.split()[:3]): int(line.split()[3]) for line in MARKS.strip().splitlines()}


def _rows(table):
    """(page, method, thing, statuses by role) of each line."""
    for line in table.strip().splitlines():
        page, method, thing, *statuses = line.split()
        by_role = dict(zip(ROLES, map(int, statuses), strict=True))
        like = "student" if thing.startswith("teachers_") else "outsider"
        by_role["marker"] = MARKED.get((page, method, thing), by_role[like])
        yield page, method, thing.strip("-"), by_role


SITE, WRITTEN = list(_rows(TABLE)), list(_rows(AUTHORING))
ADMIN = [(f"admin:{kind}_{page}", *rest) for kind in kinds() for page, *rest in WRITTEN]
PAGES = sorted({name for name, *_ in SITE})


def one_who_may(name, statuses):
    """The first of the cast whom the page lets in; into the admin, as teachers and editors are."""
    roles = ["teacher", "editor"] if name.startswith("admin:") else ["student", "teacher", "editor"]
    return next((role for role in roles if statuses[role] in {200, 302, 409, 422}), "")


@pytest.fixture
def statuses(request, monkeypatch):
    """What each role gets at an address; nothing that one of them does is left for the next."""
    # Who gets a file is asked here, and what stands in it by its own tests: ten of them take half a minute.
    monkeypatch.setattr(receipt_pdf, "made_of", lambda *_: b"%PDF-")
    clients = {
        role: request.getfixturevalue(role if role == "anonymous" else f"as_{role}")
        for role in [*ROLES, "marker"]
    }

    def ask(method, address):
        found = {}
        for role, client in clients.items():
            if role == "anonymous":
                client.cookies.clear()
            with transaction.atomic():
                found[role] = client.generic(method, address).status_code
                transaction.set_rollback(True)
        return found

    return ask


@pytest.mark.parametrize("address", PAGES)
def test_each_role_gets_what_the_table_says(world, statuses, subtests, address):
    for name, method, thing, expected in SITE:
        if name == address:
            with subtests.test(method=method, thing=thing):
                assert statuses(method, world.address(name, thing)) == expected


@pytest.mark.parametrize("kind", kinds())
def test_authors_reach_what_they_may_read_and_change(world, statuses, subtests, kind):
    for page, method, whose, expected in WRITTEN:
        with subtests.test(page=page, method=method, whose=whose):
            assert statuses(method, world.of_author(f"admin:{kind}_{page}", whose)) == expected


def test_what_a_marker_may_is_a_row_of_the_table():
    assert set(MARKED) <= {(name, method, thing or "-") for name, method, thing, _ in SITE}


def test_every_address_of_the_site_has_a_row():
    missing = {found.name for found in site()} - {name for name, *_ in (*SITE, *ADMIN)}
    assert not missing


def test_what_has_no_row_for_a_method_refuses_it(world, as_superuser, subtests):
    rows = {(name, method): thing for name, method, thing, _ in SITE}
    for name, thing in {name: thing for name, _, thing, _ in SITE if not name.startswith("admin:")}.items():
        for method in {"GET", "POST", "PUT", "DELETE"} - {method for page, method in rows if page == name}:
            with subtests.test(name, method=method):
                assert as_superuser.generic(method, world.address(name, thing)).status_code == 405


def test_the_rest_of_the_admin_is_closed_to_all_but_superusers(statuses, subtests):
    for found in closed():
        with subtests.test(found.name):
            got = statuses("GET", reverse(found.name))
            assert got.pop("superuser") == 200
            assert set(got.values()) <= {302, 403}
