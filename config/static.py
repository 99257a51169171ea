"""Static files under hashed names, compressed once, kept by browsers for good."""

from whitenoise.storage import CompressedManifestStaticFilesStorage


class HashedStorage(CompressedManifestStaticFilesStorage):
    """The hashed names also while DEBUG, so that `make run` serves what production serves."""

    def url(self, name: str | None, force: bool = False) -> str:
        """The address of the file by its hash."""
        return super().url(name, force=True)
