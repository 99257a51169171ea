from django.urls import path

from lessons.views import calculators, checklists, finding, law, printing, reading, topics

app_name = "lessons"
urlpatterns = [
    path("laer/", reading.chapters, name="chapters"),
    path("laer/print/", printing.book, name="print_book"),
    path("laer/retsgrundlag/", reading.turn, name="turn"),
    path("laer/<slug:chapter>/", reading.chapter, name="chapter"),
    path("laer/<slug:chapter>/print/", printing.chapter, name="print_chapter"),
    path("laer/<slug:chapter>/<slug:section>/", reading.section, name="section"),
    path("laer/<slug:chapter>/<slug:section>/print/", printing.section, name="print_section"),
    path("laer/<slug:chapter>/<slug:section>/laest/", reading.mark_read, name="mark_read"),
    path("laer/<slug:chapter>/<slug:section>/regel/<int:number>/", reading.section_rule, name="section_rule"),
    path("soeg/", finding.search, name="search"),
    path("lov/", law.provisions, name="provisions"),
    path("lov/<slug:slug>/", law.provision, name="provision"),
    path("begreber/", law.terms, name="terms"),
    path("begreber/<slug:slug>/", law.term, name="term"),
    path("tjeklister/", checklists.checklists, name="checklists"),
    path("tjeklister/<slug:slug>/", checklists.checklist, name="checklist"),
    path("tjeklister/<slug:slug>/flueben/", checklists.tick, name="tick"),
    path("regler/", topics.topics, name="topics"),
    path("regler/<slug:key>/", topics.topic, name="topic"),
    path("beregnere/", calculators.calculators, name="calculators"),
    path("beregnere/<slug:slug>/", calculators.calculator, name="calculator"),
    path("beregnere/<slug:slug>/<slug:key>.csv", calculators.table, name="calculator_table"),
]
