from pathlib import Path

from rules.document import page

PAGE = Path(__file__).parents[2] / "docs" / "rules.md"


def test_the_page_of_topics_says_what_the_rules_say():
    assert PAGE.read_text() == page().rstrip() + "\n", "Run: python -m rules docs > docs/rules.md"
