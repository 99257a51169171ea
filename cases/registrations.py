"""What the cases tell the apps below, once, when the site starts."""

import authoring.registry
import lessons.registry
from accounts.registry import register_personal_data
from cases import block, catalogue, content, exercises, personal_data


def register() -> None:
    """Register the content kind, the block, the search and the exercises of the lessons, and the personal data."""
    authoring.registry.register_kind(content.KIND)
    lessons.registry.register_block("case", block.render, block.prepare, block.check)
    lessons.registry.register_search(catalogue.SEARCH)
    lessons.registry.register_exercises(exercises.on_topics)
    register_personal_data("cases", export=personal_data.export, erase=personal_data.erase)
