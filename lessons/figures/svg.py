"""SVG in words: an element with its attributes, all escaped; places are attributes, looks are classes."""

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

WIDE, NARROW = 560, 320


def element(name, *inside, **attributes) -> SafeString:
    """`element("text", "31. juli", x=4, text_anchor="end", class_="day")`."""
    given = ((key.strip("_").replace("_", "-"), _written(value)) for key, value in attributes.items())
    content = format_html_join("", "{}", ((part,) for part in inside))
    return format_html("<{}{}>{}</{}>", name, format_html_join("", ' {}="{}"', given), content, name)


def picture(width, height, told, *inside) -> SafeString:
    """A drawing of this size with its content told in a sentence; the style sheet shows the one there is room for."""
    shown = "chart-narrow" if width == NARROW else "chart-wide"
    box = f"0 0 {_written(width)} {_written(height)}"
    return element("svg", *inside, class_=f"chart {shown}", viewBox=box, role="img", aria_label=told)


def _written(value):
    """Numbers with at most one decimal, and always with a point."""
    return f"{value:.1f}".removesuffix(".0") if isinstance(value, float) else str(value)
