"""scratch"""
import pytest, time, os
from playwright.sync_api import Page, expect
from cases import content
from cases.models import Case
from authoring.shelf import Shelf

def test_shots(visit, teacher, axe):
    for found in Shelf([content.KIND]).found:
        if found.data.slug not in ("kaede-bil-paa-kredit","uansvarlig-langivning","forfalden-kaution"): continue
        row = Case(uid=found.data.uid, slug=found.data.slug, title=found.data.title, status="published", owner=teacher)
        content.store(found.data, row, found.place)
    for slug in ("kaede-bil-paa-kredit","uansvarlig-langivning"):
        case = Case.objects.get(slug=slug)
        for width in (1280, 390):
            page = visit(teacher, width=width)
            took = []
            page.on("requestfinished", lambda r: r.method=="POST" and took.append((r.url.split("/")[-2], r.post_data[-30:], round(r.timing["responseStart"]))))
            page.goto(f"/admin/cases/case/{case.pk}/change/")
            page.wait_for_timeout(1500)
            page.get_by_role("button", name="Se varianterne").click()
            page.wait_for_timeout(1000)
            page.get_by_role("button", name="Næste variant").click()
            page.wait_for_timeout(1000)
            field = page.get_by_label("Titel:")
            field.fill("Ny titel"); 
            page.wait_for_timeout(2500)
            field.fill("Ny titel 2"); 
            page.wait_for_timeout(2500)
            print(slug, took)
            page.screenshot(path=f"/tmp/author/{slug}-{width}.png", full_page=True)
            axe(page)
