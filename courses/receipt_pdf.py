"""The page of a receipt as a tagged PDF (PDF/UA-1), with the site's own fonts and nothing from the network."""

from pathlib import Path
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.staticfiles import finders

# Nobody has this address; relative ones are joined to it and read from static/.
HERE = "https://kvittering.invalid/"
PAPER = "css/receipt-paper.css"


class CannotMake(Exception):
    """The libraries that draw the letters are not on this server."""


def made_of(page: str) -> bytes:
    """The PDF of an HTML page. Raises `CannotMake`."""
    try:
        # Loads Pango, which is a package of the system and not of Python: only who asks for a PDF needs it.
        import weasyprint
        from weasyprint.urls import FatalURLFetchingError, URLFetcher, URLFetcherResponse
    except (ImportError, OSError) as error:
        raise CannotMake(str(error)) from error

    class OwnFilesAlone(URLFetcher):
        """Gives files of static/ and refuses everything else."""

        def fetch(self, url, headers=None):
            """The file at an address below /static/."""
            found = file_at(url)
            if found is None:
                raise FatalURLFetchingError(f"A receipt asks for nothing outside of static/: {url}")
            return URLFetcherResponse(url, body=found.read_bytes(), headers={"Content-Type": _type(found)})

    fetcher = OwnFilesAlone()
    paper = weasyprint.CSS(url=HERE + settings.STATIC_URL.lstrip("/") + PAPER, url_fetcher=fetcher)
    html = weasyprint.HTML(string=page, base_url=HERE, url_fetcher=fetcher)
    return html.write_pdf(stylesheets=[paper], pdf_variant="pdf/ua-1")


def file_at(url: str) -> Path | None:
    """The file of static/ that an address means, or None."""
    parts = urlsplit(url)
    if not url.startswith(HERE) or not parts.path.startswith(settings.STATIC_URL):
        return None
    found = finders.find(parts.path.removeprefix(settings.STATIC_URL))
    return Path(found) if found else None


def _type(path: Path) -> str:
    return {".css": "text/css", ".woff2": "font/woff2"}.get(path.suffix, "application/octet-stream")
