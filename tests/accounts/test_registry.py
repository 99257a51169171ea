import pytest

from accounts import registry


@pytest.fixture(autouse=True)
def nothing_registered(monkeypatch):
    monkeypatch.setattr(registry, "_resolvers", [])
    monkeypatch.setattr(registry, "_personal_data", {})
    monkeypatch.setattr(registry, "_panels", {})


def test_without_courses_every_code_is_unknown():
    with pytest.raises(registry.UnknownJoinCode):
        registry.check_join_code("K7XM-Q4PR")


def test_a_code_is_checked_and_joined_by_who_registered():
    joined = []
    registry.register_join(check=lambda code: None, join=lambda user, code: joined.append((user, code)))
    registry.check_join_code("K7XM-Q4PR")
    registry.join("signe", "K7XM-Q4PR")
    assert joined == [("signe", "K7XM-Q4PR")]


def test_panels_come_in_order():
    for title, order in (("Sidst", 90), ("Først", 10), ("Også først", 10)):
        registry.register_panel(title, template="x.html", context=lambda user: {}, order=order)
    assert [panel.title for panel in registry.panels()] == ["Først", "Også først", "Sidst"]


def test_what_is_registered_twice_is_kept_once():
    for _ in range(2):
        registry.register_personal_data("noter", export=lambda user: {}, erase=lambda user: None)
    assert [part.name for part in registry.personal_data()] == ["noter"]
