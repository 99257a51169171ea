"""What lessons tell the apps below, once, when the site starts."""

from accounts.registry import register_panel, register_personal_data
from authoring.registry import register_keeper, register_kind
from lessons import checklist_file, content, live_blocks, personal_data, progress, registry
from lessons.search import index, pages


def register():
    """Register the kinds of content, the blocks, what can be found, the personal data and how far a person has read."""
    for kind in (*content.KINDS, checklist_file.KIND):
        register_kind(kind)
    live_blocks.register()
    for kind in pages.KINDS:
        registry.register_search(kind)
    register_keeper(index.keep)
    register_personal_data("lessons", export=personal_data.export, erase=personal_data.erase)
    register_panel("Det har jeg læst", template="lessons/progress.html", context=progress.panel, order=30)
