"""What lessons tell the apps below, once, when the site starts."""

from accounts.registry import register_personal_data
from authoring.registry import register_kind
from lessons import content, live_blocks, personal_data


def register():
    """Register the kinds of content, the blocks and the personal data."""
    for kind in content.KINDS:
        register_kind(kind)
    live_blocks.register()
    register_personal_data("lessons", export=personal_data.export, erase=personal_data.erase)
